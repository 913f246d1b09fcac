package parts

import "fyne.io/fyne/v2"

// A Mark is what a chip says: it is plain data, so that a screen's model can hold it.
type Mark struct {
	Tone Tone
	Icon IconName // "" for none
	Text string   // "" for no chip
}

// A Chip is a state in a word or two: a tone, an icon and the words.
type Chip struct {
	part
	mark  Mark
	plate *Plate
	icon  *Icon
	label *Text
}

var _ fyne.Accessible = (*Chip)(nil)

// NewChip returns a chip: NewChip(Green, IconCheck, "Carried").
func NewChip(tone Tone, icon IconName, text string) *Chip {
	c := &Chip{
		plate: newPlate(none, none, 0, 12),
		icon:  NewIcon(icon, tone, 14),
		label: NewText(RoleLabel, text),
	}
	c.content = Layers(c.plate, AtLeast(PadXY(Row(5, c.icon, c.label), 9, 2), 0, 24))
	c.ExtendBaseWidget(c)
	c.mark = Mark{tone, icon, text}
	c.dress()
	c.appear()
	return c
}

// ChipOf returns the chip of a mark.
func ChipOf(m Mark) *Chip { return NewChip(m.Tone, m.Icon, m.Text) }

// Set changes what it says. A mark without words hides the chip.
func (c *Chip) Set(m Mark) {
	c.mark = m
	c.dress()
	c.appear()
	c.label.SetText(m.Text)
	Settle(c)
	c.Refresh()
}

// appear hides a chip without words. Drawing it again leaves that alone: a place may have put it away.
func (c *Chip) appear() {
	if c.mark.Text == "" {
		c.Hide()
	} else {
		c.Show()
	}
}

func (c *Chip) dress() {
	m := c.mark
	if m.Icon == "" {
		c.icon.Hide()
	} else {
		c.icon.Show()
	}
	c.icon.Set(m.Icon, m.Tone)
	c.label.In(m.Tone)
	stroke := none
	if isContrast() {
		stroke = m.Tone.Ink()
	}
	c.plate.set(m.Tone.Fill(), stroke)
}

// Refresh draws it for the theme that is on.
func (c *Chip) Refresh() {
	c.dress()
	c.part.Refresh()
}

// MinSize insists on a couple of words.
func (c *Chip) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	n := c.Natural()
	return fyne.NewSize(min(n.Width, Dp(140)), n.Height)
}

// AccessibilityLabel returns the words.
func (c *Chip) AccessibilityLabel() string { return c.mark.Text }

// AccessibilityRole says that it is text.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
