package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/parts"
)

// A sectionItem is a section in the list at the left.
type sectionItem struct {
	widget.BaseWidget
	name    string
	tapped  func()
	plate   *parts.Plate
	bar     *parts.Plate
	content *fyne.Container
	current bool
	focused bool
}

var (
	_ parts.Flow      = (*sectionItem)(nil)
	_ fyne.Focusable  = (*sectionItem)(nil)
	_ fyne.Tappable   = (*sectionItem)(nil)
	_ fyne.Accessible = (*sectionItem)(nil)
)

func newSectionItem(t tabName, tapped func()) *sectionItem {
	s := &sectionItem{name: t.name, tapped: tapped, plate: parts.NewPlate(""), bar: parts.NewPlate("")}
	s.bar.Least = fyne.NewSize(4, 0)
	words := parts.PadXY(parts.Row(12, parts.NewIcon(t.icon, parts.Quiet, 18),
		parts.Grow(parts.Column(0, parts.Body(t.name), parts.Caption(t.under)), 1)), 12, 7)
	s.content = parts.Layers(s.plate, parts.RowFill(0, s.bar, parts.Grow(words, 1)))
	s.ExtendBaseWidget(s)
	return s
}

func (s *sectionItem) setCurrent(current bool) {
	s.current = current
	s.draw()
}

func (s *sectionItem) draw() {
	s.plate.Fill, s.plate.Stroke, s.plate.Width, s.bar.Fill = "", "", 0, ""
	if s.current {
		s.plate.Fill, s.bar.Fill = parts.ColorCurrent, parts.ColorAccent
	}
	if s.focused {
		s.plate.Stroke, s.plate.Width = parts.ColorFocus, 2.5
	}
	s.plate.Refresh()
	s.bar.Refresh()
}

// CreateRenderer shows the item.
func (s *sectionItem) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.content))
}

// Natural is that of the content.
func (s *sectionItem) Natural() fyne.Size { return parts.Natural(s.content) }

// HeightFor is that of the content.
func (s *sectionItem) HeightFor(width float32) float32 { return parts.HeightFor(s.content, width) }

// Tapped opens the section.
func (s *sectionItem) Tapped(*fyne.PointEvent) { s.tapped() }

// FocusGained draws the ring.
func (s *sectionItem) FocusGained() {
	s.focused = true
	s.draw()
}

// FocusLost takes the ring away.
func (s *sectionItem) FocusLost() {
	s.focused = false
	s.draw()
}

// TypedKey opens the section at Enter and Space, and hands on what it does not use.
func (s *sectionItem) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.tapped()
	default:
		parts.PassKey(s, ev)
	}
}

// TypedRune hands letters on; a space has done its work as a key.
func (s *sectionItem) TypedRune(r rune) {
	if r != ' ' {
		parts.PassRune(s, r)
	}
}

// AccessibilityLabel returns the name, and whether the section is open.
func (s *sectionItem) AccessibilityLabel() string {
	if s.current {
		return s.name + ", open"
	}
	return s.name
}

// AccessibilityRole says that it can be pressed.
func (s *sectionItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
