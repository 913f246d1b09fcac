package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Choice is one of a list that is too long to show. Up and Down go through it, letters find what starts with them,
// Home and End go to its ends; Space, Enter or a tap open it.
type Choice struct {
	control
	options []string
	chosen  int // -1 for none
	changed func(int)
	label   *Text
	empty   string
	typed   string // letters so far
}

// NewChoice returns a choice with nothing chosen, which shows empty; changed may be nil.
func NewChoice(options []string, empty string, changed func(int)) *Choice {
	c := &Choice{options: slices.Clone(options), chosen: -1, changed: changed, empty: empty, label: Body(empty)}
	c.plate = newPlate(ColorSurface, ColorBorder, 0, 6)
	down := NewIcon(IconChevronDown, Plain, 16)
	c.start(c, AtLeast(PadXY(Row(8, Grow(c.label, 1), down), 10, 4), 90, 36))
	c.restyle = c.colour
	c.press = c.open
	c.key = c.typedKey
	c.letter = c.find
	c.name = func() string { return c.label.Text() }
	c.ExtendBaseWidget(c)
	return c
}

// Chosen returns the index of what is chosen; -1 for nothing.
func (c *Choice) Chosen() int { return c.chosen }

// Value returns the words of what is chosen; "" for nothing.
func (c *Choice) Value() string {
	if c.chosen < 0 {
		return ""
	}
	return c.options[c.chosen]
}

// Choose chooses without telling; -1 for nothing.
func (c *Choice) Choose(i int) { c.choose(i, false) }

// ChooseValue chooses what has these words without telling, or nothing when none has.
func (c *Choice) ChooseValue(words string) { c.choose(slices.Index(c.options, words), false) }

// SetOptions changes the list. What was chosen stays chosen if its words are still there.
func (c *Choice) SetOptions(options []string) {
	was := c.Value()
	c.options = slices.Clone(options)
	c.chosen = -2 // so that the words are shown again
	c.choose(slices.Index(c.options, was), false)
}

func (c *Choice) choose(i int, tell bool) {
	if i == c.chosen || i >= len(c.options) {
		return
	}
	c.chosen = max(i, -1)
	words := c.empty
	if c.chosen >= 0 {
		words = c.options[c.chosen]
	}
	c.label.SetText(words)
	c.Refresh()
	if tell && c.changed != nil {
		c.changed(c.chosen)
	}
}

func (c *Choice) typedKey(ev *fyne.KeyEvent) bool {
	last := len(c.options) - 1
	switch ev.Name {
	case fyne.KeyUp:
		c.choose(max(c.chosen-1, 0), true)
	case fyne.KeyDown:
		c.choose(min(c.chosen+1, last), true)
	case fyne.KeyHome:
		c.choose(0, true)
	case fyne.KeyEnd:
		c.choose(last, true)
	case fyne.KeyBackspace:
		c.typed = ""
	default:
		return len(ev.Name) == 1 // its letter comes as a rune
	}
	if ev.Name != fyne.KeyBackspace {
		c.typed = ""
	}
	return true
}

// find goes to the first option that starts with the letters typed so far. When none does, the letter starts afresh;
// the same letter again goes on to the next.
func (c *Choice) find(r rune) bool {
	letters := strings.ToLower(c.typed + string(r))
	if i := c.starting(letters, 0); i >= 0 {
		c.typed = letters
		c.choose(i, true)
		return true
	}
	c.typed = strings.ToLower(string(r))
	i := c.starting(c.typed, c.chosen+1)
	if i < 0 {
		i = c.starting(c.typed, 0)
	}
	if i >= 0 {
		c.choose(i, true)
	}
	return true
}

func (c *Choice) starting(letters string, from int) int {
	for i := max(from, 0); i < len(c.options); i++ {
		if strings.HasPrefix(strings.ToLower(c.options[i]), letters) {
			return i
		}
	}
	return -1
}

// open lists the options under the control, in Fyne's own menu, which takes the keys while it is open.
func (c *Choice) open() {
	canvas := canvasOf(c)
	if canvas == nil || len(c.options) == 0 {
		return
	}
	items := make([]*fyne.MenuItem, len(c.options))
	for i, words := range c.options {
		items[i] = fyne.NewMenuItem(words, func() { c.choose(i, true) })
		items[i].Checked = i == c.chosen
	}
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), canvas, fyne.NewPos(0, c.Size().Height+Dp(2)), c)
}

func (c *Choice) colour() {
	fill, ink := ColorSurface, ColorInk
	if c.chosen < 0 || c.Disabled() {
		ink = ColorInk2
	}
	if c.hovered || c.Disabled() {
		fill = ColorSunken
	}
	c.plate.set(fill, ColorBorder)
	c.label.InColor(ink)
}

// MinSize insists on few letters: the options may be long.
func (c *Choice) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.content.MinSize()
}
