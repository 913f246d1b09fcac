package parts

import "fyne.io/fyne/v2"

// Card puts content on a card: a surface with a fine edge, 16 pixels in.
func Card(content fyne.CanvasObject) *fyne.Container {
	return Layers(newPlate(ColorSurface, ColorLine, 1, 8), Pad(content, 16))
}

// Sheet is Card without the padding, for what reaches the edge: a register, a list.
func Sheet(content fyne.CanvasObject) *fyne.Container {
	return Layers(newPlate(ColorSurface, ColorLine, 1, 8), Pad(content, 1))
}

// HeadedCard is a card whose heading is set off by a rule; beside the heading, at the right, stands what is given.
func HeadedCard(heading string, beside fyne.CanvasObject, content fyne.CanvasObject) *fyne.Container {
	head := Row(12, Grow(CardHeading(heading), 1))
	if beside != nil {
		head = Row(12, Grow(CardHeading(heading), 1), beside)
	}
	return Sheet(Column(0,
		AtLeast(PadXY(head, 15, 8), 0, 48), Rule(), Grow(Pad(content, 15), 1)))
}

// CurrentCard is a card with the edge of the thing that is current or chosen.
func CurrentCard(content fyne.CanvasObject) *fyne.Container {
	return Layers(newPlate(ColorSurface, ColorAccent, 2, 8), Pad(content, 16))
}

// Sunken puts content on a quiet ground, for sums and quotations.
func Sunken(content fyne.CanvasObject) *fyne.Container {
	return Layers(newPlate(ColorSunken, ColorLine, 1, 6), PadXY(content, 12, 10))
}

// Toned puts content on the fill of a tone, 12 pixels in.
func Toned(tone Tone, content fyne.CanvasObject) *fyne.Container {
	return Layers(newPlate(tone.Fill(), none, 0, 8), Pad(content, 12))
}

// Page sets a screen's content in from the window's edge.
func Page(content fyne.CanvasObject) *fyne.Container { return Pads(content, 20, 24, 20, 24) }

// PageHead is the head of a page: its title, a line under it, and what can be done at the right.
func PageHead(title, under *Text, actions ...fyne.CanvasObject) *fyne.Container {
	return Row(16, Grow(Column(0, title, under), 1), Row(10, actions...))
}

// IconTile is an icon on a small square of its tone, 34 pixels wide.
func IconTile(name IconName, tone Tone) *fyne.Container {
	return Layers(newPlate(tone.Fill(), none, 0, 6), Fixed(AtLeast(Centre(NewIcon(name, tone, 19)), 34, 34), 34))
}
