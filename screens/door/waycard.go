package door

import "branchbook/screens/parts"

// A wayCard is one of the ways to a book.
type wayCard struct {
	pressed *parts.Pressable
	heading string
	plate   *parts.Plate
	chip    *parts.Chip
	keycap  *parts.Keycap
	chosen  bool
}

func newWayCard(icon parts.IconName, heading, text, key string, tapped func()) *wayCard {
	c := &wayCard{
		heading: heading, plate: parts.NewPlate(parts.ColorSurface), chip: parts.ChipOf(parts.Mark{}), keycap: parts.NewKeycap(key),
	}
	c.plate.Radius = 8
	content := parts.Layers(c.plate, parts.PadXY(parts.Row(16, parts.IconTile(icon, parts.Accent),
		parts.Grow(parts.Column(2, parts.CardHeading(heading).Wrapped(2), parts.Secondary(text).Wrapped(0)), 1), c.chip, c.keycap), 16, 14))
	c.pressed = parts.NewPressable(content, c.spoken, tapped)
	c.setChosen(false)
	return c
}

// setChosen marks the card as the one that is chosen, or not.
func (c *wayCard) setChosen(chosen bool) {
	c.chosen = chosen
	c.plate.Stroke, c.plate.Width = parts.ColorBorder, 0
	mark := parts.Mark{}
	if chosen {
		c.plate.Stroke, c.plate.Width = parts.ColorAccent, 2
		mark = parts.Mark{Tone: parts.Accent, Icon: parts.IconCheck, Text: "Chosen"}
	}
	c.chip.Set(mark)
	c.keycap.Hidden = chosen
	c.plate.Refresh()
	parts.Settle(c.chip)
}

func (c *wayCard) spoken() string {
	if c.chosen {
		return c.heading + ", chosen"
	}
	return c.heading
}
