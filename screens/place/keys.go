package place

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Keys hands a bare key that the focused widget had no use for to whoever is in front: the panel opened last, else the
// place that is shown, else the window. While a panel is open nothing behind it hears a key. One window has one Keys;
// the zero Keys, and a nil one, use no key. It belongs to the window's goroutine.
//
// It exists because Fyne 2.8.1 sends bare keys to the focused widget alone, and has no shortcuts without a modifier.
type Keys struct {
	window, place KeyTaker
	panels        []*KeyTaker
}

// Window sets who hears what no place used (F1). Nil for nobody.
func (k *Keys) Window(t KeyTaker) { k.window = t }

// Place sets the place that is shown, or a Commands with its bare keys. Nil for none.
func (k *Keys) Place(t KeyTaker) { k.place = t }

// Open puts a panel in front. The function that is returned takes it away again; calling it twice does no harm.
func (k *Keys) Open(t KeyTaker) (closed func()) {
	panel := &t
	k.panels = append(k.panels, panel)
	return func() {
		if i := slices.Index(k.panels, panel); i >= 0 {
			k.panels = slices.Delete(k.panels, i, i+1)
		}
	}
}

// IsModal says whether a panel is open, so that menu shortcuts (which Fyne sends all the same) can be refused.
func (k *Keys) IsModal() bool { return k != nil && len(k.panels) > 0 }

// TypedKey offers the key, and says whether anyone used it.
func (k *Keys) TypedKey(ev *fyne.KeyEvent) bool {
	if k == nil || ev == nil {
		return false
	}
	if n := len(k.panels); n > 0 {
		front := *k.panels[n-1]
		return front != nil && front.TypedKey(ev)
	}
	if k.place != nil && k.place.TypedKey(ev) {
		return true
	}
	return k.window != nil && k.window.TypedKey(ev)
}
