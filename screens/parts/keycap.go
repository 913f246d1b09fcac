package parts

import "fyne.io/fyne/v2"

// A Keycap shows a key: small, bold, with an edge.
type Keycap struct {
	part
	label *Text
	plate *Plate
}

// NewKeycap returns the cap of a key: "F2", "Ctrl+K", "Enter".
func NewKeycap(key string) *Keycap {
	k := &Keycap{label: NewText(RoleKeycap, key), plate: newPlate(ColorSunken, ColorBorder, 1, 4)}
	k.content = Layers(k.plate, AtLeast(Centre(PadXY(k.label, 6, 2)), 22, 22))
	k.ExtendBaseWidget(k)
	return k
}

// SetText changes the key.
func (k *Keycap) SetText(key string) { k.label.SetText(key) }

// MinSize is that of the whole word: keys are short.
func (k *Keycap) MinSize() fyne.Size {
	k.ExtendBaseWidget(k)
	n := k.Natural()
	return fyne.NewSize(min(n.Width, Dp(90)), n.Height)
}

// on draws it for the red of a primary button.
func (k *Keycap) on(accent bool) {
	if accent {
		k.plate.set(none, ColorOnAccent)
		k.label.InColor(ColorOnAccent)
		return
	}
	k.plate.set(ColorSunken, ColorBorder)
	k.label.InColor(ColorInk2)
}
