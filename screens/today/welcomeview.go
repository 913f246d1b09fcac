package today

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// welcomeView is an empty book: its first steps.
type welcomeView struct {
	p      *Place
	view   *fyne.Container
	mark   *parts.Chip
	three  *fyne.Container
	more   *fyne.Container
	steps  steps
	drawn  bool
	narrow bool
}

func newWelcomeView(p *Place) *welcomeView {
	v := &welcomeView{p: p, mark: parts.NewChip(parts.Grey, "", ""), three: parts.Layers(), more: parts.Layers()}
	v.view = parts.Column(14,
		parts.Sunken(parts.Row(12, parts.Grow(parts.Column(0,
			parts.CardHeading("Your book is ready. Three first steps, in any order.").Wrapped(2),
			parts.Secondary("Soon this page shows the next meeting, what waits on you, and your last safe copy.").Wrapped(2)), 1), v.mark)),
		v.three,
		parts.Card(line(parts.IconMeeting, parts.Grey, "A meeting tonight?", "Take minutes now; fill in members and rules after.",
			parts.NewButton("Start now", p.startNow).WithKey("Ctrl+M"))),
		v.more,
		parts.Row(8, parts.NewIcon(parts.IconShield, parts.Plain, 18),
			parts.Grow(parts.Secondary("Saved on this laptop and locked with your passphrase. A safe copy can be made at any time.").Wrapped(2), 1)))
	return v
}

// line is an icon, what it is about, and a button at the right.
func line(icon parts.IconName, tone parts.Tone, title, text string, beside ...fyne.CanvasObject) *fyne.Container {
	words := parts.Column(0, parts.Bold(title).Wrapped(2), parts.Secondary(text).Wrapped(2))
	return parts.Row(14, append([]fyne.CanvasObject{parts.IconTile(icon, tone), parts.Grow(words, 1)}, beside...)...)
}

func (v *welcomeView) show(s steps) {
	v.mark.Set(s.Mark)
	if v.drawn && same(v.steps, s) {
		return
	}
	v.steps, v.drawn = s, true
	v.draw()
}

// same says whether the steps read the same; their points are slices, so they are compared as they print.
func same(a, b steps) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

func (v *welcomeView) fold(narrow bool) {
	if narrow != v.narrow {
		v.narrow = narrow
		v.draw()
	}
}

func (v *welcomeView) draw() {
	var cards, more []fyne.CanvasObject
	first := true
	for i, s := range v.steps.Three {
		cards = append(cards, v.card(i+1, s, first && !s.Done))
		first = first && s.Done
	}
	for _, s := range v.steps.More {
		more = append(more, parts.Card(line(s.Icon, parts.Grey, s.Title, s.Text, v.doneOr(s, parts.Row(0, v.p.button(s.Do))))))
	}
	setFolded(v.three, v.narrow, cards, []float32{1, 1, 1})
	setFolded(v.more, v.narrow, more, []float32{1, 1})
	parts.Settle(v.view)
	v.view.Refresh()
}

func (v *welcomeView) doneOr(s firstStep, open fyne.CanvasObject) fyne.CanvasObject {
	if s.Done {
		return parts.NewChip(parts.Green, parts.IconCheck, s.Said)
	}
	return open
}

// card is one of the three; the first that is not done is the one to begin with.
func (v *welcomeView) card(number int, s firstStep, now bool) fyne.CanvasObject {
	tone := parts.Grey
	if now {
		tone = parts.Red
	}
	points := parts.Column(4)
	for _, point := range s.Points {
		points.Objects = append(points.Objects, parts.Row(8, parts.NewIcon(parts.IconCheck, parts.Green, 16), parts.Grow(parts.Body(point).Wrapped(2), 1)))
	}
	do := v.p.button(s.Do)
	if now {
		do.Primary()
	}
	inside := parts.Column(10,
		parts.Row(8, parts.IconTile(s.Icon, tone), parts.Gap(), v.doneOr(s, parts.NewText(parts.RoleFigure, fmt.Sprint(number)))),
		parts.CardHeading(s.Title).Wrapped(2), parts.Secondary(s.Text).Wrapped(0), points, parts.Gap(), do)
	if now {
		return parts.CurrentCard(inside)
	}
	return parts.Card(inside)
}
