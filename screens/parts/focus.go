package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// canvasOf returns the canvas that shows o; nil when there is none. Fyne 2.8.1 knows an object's canvas only once it has
// been drawn; until then it is the canvas of the one window that there is.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	app := fyne.CurrentApp()
	if app == nil {
		return nil
	}
	if c := app.Driver().CanvasForObject(o); c != nil {
		return c
	}
	if all := app.Driver().AllWindows(); len(all) == 1 {
		return all[0].Canvas()
	}
	return nil
}

// PassKey hands a key that o has no use for to its canvas's handler, which the window has joined to its dispatcher.
// Fyne 2.8.1 gives bare keys to the focused widget alone, so every focusable widget must do this (NOTES, trap 1).
func PassKey(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if isHeldKey(ev.Name) {
		return
	}
	if c := canvasOf(o); c != nil {
		if heard := c.OnTypedKey(); heard != nil {
			heard(ev)
		}
	}
}

// isHeldKey says whether a key means nothing by itself: Shift and its like, or one that Fyne has no name for.
func isHeldKey(name fyne.KeyName) bool {
	switch name {
	case "", desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight, desktop.KeyCapsLock:
		return true
	}
	return false
}

// PassRune does the same for a letter.
func PassRune(o fyne.CanvasObject, r rune) {
	if c := canvasOf(o); c != nil {
		if heard := c.OnTypedRune(); heard != nil {
			heard(r)
		}
	}
}

// focusable is a widget that can be handed the caret.
type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
}

// Focus moves the caret to a widget that is on show; it does nothing for one that is not.
func Focus(f fyne.Focusable) {
	o, ok := f.(fyne.CanvasObject)
	if !ok || o == nil {
		return
	}
	if c := canvasOf(o); c != nil {
		c.Focus(f)
	}
}

// focusNext does what Tab does.
func focusNext(o fyne.CanvasObject) {
	if c := canvasOf(o); c != nil {
		c.FocusNext()
	}
}

// FirstFocus returns the first widget in o, in reading order, that can have the caret; nil for none.
func FirstFocus(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
			return f
		}
	}
	for _, child := range children(o) {
		if f := FirstFocus(child); f != nil {
			return f
		}
	}
	return nil
}

// children returns what stands in o, as far as it can be known: Fyne keeps what is in a widget to itself.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case interface{ inner() []fyne.CanvasObject }:
		return o.inner()
	default:
		return nil
	}
}

// Reveal scrolls every Scroll around o so that it can be seen, with a little room about it. Fyne 2.8.1 moves the focus
// with Tab but scrolls nothing.
func Reveal(o fyne.CanvasObject) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	roots := append([]fyne.CanvasObject{}, c.Overlays().List()...)
	for _, root := range append(roots, c.Content()) {
		path := pathTo(root, o)
		for i, around := range path {
			if s, ok := around.(*container.Scroll); ok && i+1 < len(path) {
				revealIn(s, path[i+1:])
			}
		}
	}
}

// pathTo returns the objects from root down to o; nil when o is not in it.
func pathTo(root, o fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil {
		return nil
	}
	if root == o {
		return []fyne.CanvasObject{root}
	}
	for _, child := range children(root) {
		if path := pathTo(child, o); path != nil {
			return append([]fyne.CanvasObject{root}, path...)
		}
	}
	return nil
}

// revealIn scrolls to the last object of a path that leads from the scroll's content to it. Places are added up along the
// path, since Fyne 2.8.1 knows an absolute one only once the object has been drawn.
func revealIn(s *container.Scroll, path []fyne.CanvasObject) {
	o, top := path[len(path)-1], float32(0)
	for _, step := range path {
		top += step.Position().Y
	}
	margin := Dp(12)
	offset := s.Offset
	switch bottom := top + o.Size().Height; {
	case top < margin:
		offset.Y += top - margin
	case bottom > s.Size().Height-margin:
		offset.Y += min(bottom-s.Size().Height+margin, top-margin)
	default:
		return
	}
	s.ScrollToOffset(fyne.NewPos(offset.X, max(offset.Y, 0)))
}
