package parts

import "fyne.io/fyne/v2"

// A Pressable is what a place draws itself and is pressed as one: a card to choose, an item of a list. A tap, Enter and Space
// press it.
type Pressable struct{ control }

// NewPressable returns content that can be pressed. name is what a screen reader says of it as it stands.
func NewPressable(content fyne.CanvasObject, name func() string, press func()) *Pressable {
	p := &Pressable{}
	p.start(p, content)
	p.name, p.press = name, press
	p.ExtendBaseWidget(p)
	return p
}
