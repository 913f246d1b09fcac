package parts

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// A Badge is a number in a ring: what waits in a place, or the number of an agenda item. 0 shows nothing.
type Badge struct {
	part
	n     int
	plate *Plate
	label *Text
}

// NewBadge returns a badge on a surface.
func NewBadge(n int) *Badge {
	b := &Badge{n: -1, plate: newPlate(ColorSurface, ColorBorder, 0, 12), label: NewText(RoleKeycap, "").InColor(ColorInk)}
	b.content = Layers(b.plate, AtLeast(Centre(PadXY(b.label, 5, 1)), 22, 22))
	b.ExtendBaseWidget(b)
	b.SetNumber(n)
	return b
}

// Current fills the badge in red, for the item that is open; otherwise it is outlined.
func (b *Badge) Current(current bool) *Badge {
	if current {
		b.plate.set(ColorAccent, none)
		b.label.InColor(ColorOnAccent)
	} else {
		b.plate.set(ColorSurface, ColorBorder)
		b.label.InColor(ColorInk)
	}
	return b
}

// SetNumber changes the number.
func (b *Badge) SetNumber(n int) {
	if n == b.n {
		return
	}
	b.n = n
	if n <= 0 {
		b.Hide()
		Settle(b)
		return
	}
	b.label.SetText(strconv.Itoa(n))
	b.Show()
	Settle(b)
	b.Refresh()
}

// Labelled shows the number of a part, "3.1" or "4(a)", in place of a plain number, and returns the badge; "" shows nothing.
func (b *Badge) Labelled(number string) *Badge {
	if b.label.Text() == number && b.Visible() == (number != "") {
		return b
	}
	b.n = -1
	b.Hidden = number == ""
	b.label.SetText(number)
	Settle(b)
	b.Refresh()
	return b
}

// MinSize has room for the digits.
func (b *Badge) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.Natural()
}
