package app

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/screens/place"
)

// controls are the visible widgets below an object that can have the caret, and those that only a mouse could press.
func controls(o fyne.CanvasObject, focusable, mouseOnly *[]fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	_, taps := o.(fyne.Tappable)
	_, focuses := o.(fyne.Focusable)
	if focuses && !disabled(o) {
		*focusable = append(*focusable, o)
	}
	before := len(*focusable)
	defer func() {
		// A card may be a larger target for the button on it; and what a scroll bar does, the keys do.
		if bar := fmt.Sprintf("%T", o) == "*widget.scrollBarArea"; taps && !focuses && !bar && len(*focusable) == before {
			*mouseOnly = append(*mouseOnly, o)
		}
	}()
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			controls(c, focusable, mouseOnly)
		}
	case fyne.Widget:
		if focuses {
			return // what is drawn inside a control is the control's
		}
		for _, c := range test.WidgetRenderer(o).Objects() {
			controls(c, focusable, mouseOnly)
		}
	}
}

func disabled(o fyne.CanvasObject) bool {
	d, ok := o.(fyne.Disableable)
	return ok && d.Disabled()
}

func TestEveryControlSaysItsNameAndIsReachedByTab(t *testing.T) {
	s := onStage(t)
	w := s.Window()
	for name := range s.w.house.places {
		s.Go(place.Route{Place: name})
		var focusable, mouseOnly []fyne.CanvasObject
		controls(w.Content(), &focusable, &mouseOnly)
		for _, o := range mouseOnly {
			t.Errorf("%s: a %T can be pressed with the mouse alone", name, o)
		}
		for _, o := range focusable {
			a, ok := o.(fyne.Accessible)
			if !ok || strings.TrimSpace(a.AccessibilityLabel()) == "" {
				t.Errorf("%s: a %T says no name: %s", name, o, describe(o))
			}
		}
		reached := map[fyne.CanvasObject]bool{}
		for range 2*len(focusable) + 2 {
			w.Canvas().FocusNext()
			if f, ok := w.Canvas().Focused().(fyne.CanvasObject); ok {
				reached[f] = true
			}
		}
		for _, o := range focusable {
			if !reached[o] {
				t.Errorf("%s: Tab never comes to a %T: %s", name, o, describe(o))
			}
		}
	}
}

func describe(o fyne.CanvasObject) string {
	if a, ok := o.(fyne.Accessible); ok {
		return fmt.Sprintf("%q at %v", a.AccessibilityLabel(), o.Position())
	}
	return fmt.Sprintf("at %v, %v", o.Position(), o.Size())
}
