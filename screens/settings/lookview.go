package settings

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// schemes are the colours that can be chosen, as Look names them.
var schemes = []struct{ scheme, words string }{
	{"light", "Light"}, {"dark", "Dark"}, {"contrast", "High contrast"}, {"", "As the system"},
}

// textSizes and lockTimes are what can be chosen.
var (
	textSizes = []int{100, 125, 150, 175, 200}
	lockTimes = []int{5, 10, 20, 30, 60, 0}
)

// lookView is how the window looks and when it locks. What is chosen is seen at once.
type lookView struct {
	look   Look
	scheme *parts.Segments
	size   *parts.Segments
	lock   *parts.Choice
	card   fyne.CanvasObject
}

func newLookView(l Look) *lookView {
	v := &lookView{look: l}
	var names, sizes, times []string
	for _, s := range schemes {
		names = append(names, s.words)
	}
	for _, s := range textSizes {
		sizes = append(sizes, fmt.Sprintf("%d%%", s))
	}
	for _, t := range lockTimes {
		times = append(times, lockWords(t))
	}
	v.scheme = parts.NewSegments(names, func(i int) { l.SetScheme(schemes[i].scheme) })
	v.size = parts.NewSegments(sizes, func(i int) { l.SetTextSize(textSizes[i]) })
	v.lock = parts.NewChoice(times, lockWords(l.LockAfter()), func(i int) { l.SetLockAfter(lockTimes[i]) })
	v.card = parts.HeadedCard("Look", nil, parts.Column(20,
		parts.NewFormRow("Colours", v.scheme),
		parts.NewFormRow("Size of text", v.size).WithHint("Ctrl+= and Ctrl+-"),
		parts.Column(6, parts.Left(parts.Fixed(parts.NewFormRow("Lock the book by itself", v.lock), 320)),
			parts.Caption("Everything is saved first. While a meeting is in session the book stays open for at least thirty minutes.").Wrapped(0))))
	return v
}

func lockWords(minutes int) string {
	if minutes == 0 {
		return "Never"
	}
	return fmt.Sprintf("After %d minutes without a key", minutes)
}

func (v *lookView) arrange(float32) fyne.CanvasObject {
	return parts.NewScroll(parts.Column(0, v.card))
}

func (v *lookView) show() {
	for i, s := range schemes {
		if s.scheme == v.look.Scheme() {
			v.scheme.Choose(i)
		}
	}
	v.size.Choose(nearest(textSizes, v.look.TextSize()))
	v.lock.Choose(slices.Index(lockTimes, v.look.LockAfter()))
}

// nearest returns the index of the number that is nearest to n.
func nearest(numbers []int, n int) int {
	best := 0
	for i, m := range numbers {
		if abs(m-n) < abs(numbers[best]-n) {
			best = i
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

func (v *lookView) first() fyne.Focusable { return v.scheme }
