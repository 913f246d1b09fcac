package door

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/parts"
)

// A wayCard is one of the ways to a book: chosen by a tap, or by Enter or Space when it has the focus.
type wayCard struct {
	widget.BaseWidget
	heading string
	tapped  func()
	plate   *parts.Plate
	chip    *parts.Chip
	keycap  *parts.Keycap
	content *fyne.Container
	chosen  bool
	focused bool
}

var (
	_ parts.Flow      = (*wayCard)(nil)
	_ fyne.Focusable  = (*wayCard)(nil)
	_ fyne.Tappable   = (*wayCard)(nil)
	_ fyne.Accessible = (*wayCard)(nil)
)

func newWayCard(icon parts.IconName, heading, text, key string, tapped func()) *wayCard {
	c := &wayCard{
		heading: heading, tapped: tapped, plate: parts.NewPlate(parts.ColorSurface),
		chip: parts.ChipOf(parts.Mark{}), keycap: parts.NewKeycap(key),
	}
	c.plate.Radius = 8
	c.content = parts.Layers(c.plate, parts.PadXY(parts.Row(16, parts.IconTile(icon, parts.Accent),
		parts.Grow(parts.Column(2, parts.CardHeading(heading).Wrapped(2), parts.Secondary(text).Wrapped(0)), 1), c.chip, c.keycap), 16, 14))
	c.ExtendBaseWidget(c)
	c.draw()
	return c
}

// setChosen marks the card as the one that is chosen.
func (c *wayCard) setChosen(chosen bool) {
	c.chosen = chosen
	c.draw()
}

func (c *wayCard) draw() {
	c.plate.Stroke, c.plate.Width = parts.ColorBorder, 0
	if c.chosen {
		c.plate.Stroke, c.plate.Width = parts.ColorAccent, 2
	}
	if c.focused {
		c.plate.Stroke, c.plate.Width = parts.ColorFocus, 2.5
	}
	c.plate.Refresh()
	mark := parts.Mark{}
	if c.chosen {
		mark = parts.Mark{Tone: parts.Accent, Icon: parts.IconCheck, Text: "Chosen"}
	}
	c.chip.Set(mark)
	c.keycap.Hidden = c.chosen
	parts.Settle(c.content)
}

// CreateRenderer shows the card.
func (c *wayCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// Natural is that of the content.
func (c *wayCard) Natural() fyne.Size { return parts.Natural(c.content) }

// HeightFor is that of the content.
func (c *wayCard) HeightFor(width float32) float32 { return parts.HeightFor(c.content, width) }

// Tapped chooses it.
func (c *wayCard) Tapped(*fyne.PointEvent) { c.tapped() }

// FocusGained draws the ring and scrolls the card into view.
func (c *wayCard) FocusGained() {
	c.focused = true
	c.draw()
	parts.Reveal(c)
}

// FocusLost takes the ring away.
func (c *wayCard) FocusLost() {
	c.focused = false
	c.draw()
}

// TypedKey chooses at Enter and Space, and hands on what it does not use.
func (c *wayCard) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.tapped()
	default:
		parts.PassKey(c, ev)
	}
}

// TypedRune hands letters on; a space has done its work as a key.
func (c *wayCard) TypedRune(r rune) {
	if r != ' ' {
		parts.PassRune(c, r)
	}
}

// AccessibilityLabel returns the heading, and whether it is chosen.
func (c *wayCard) AccessibilityLabel() string {
	if c.chosen {
		return c.heading + ", chosen"
	}
	return c.heading
}

// AccessibilityRole says that it can be pressed.
func (c *wayCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
