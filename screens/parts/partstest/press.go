// Package partstest has what tests of places need to press the parts of a page.
package partstest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/screens/parts"
)

// Press taps the button of that label, wherever it is in o.
func Press(t testing.TB, o fyne.CanvasObject, label string) {
	t.Helper()
	for _, b := range buttonsIn(o) {
		if b.Label() == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q", label)
}

func buttonsIn(o fyne.CanvasObject) (found []*parts.Button) {
	switch o := o.(type) {
	case *parts.Button:
		return []*parts.Button{o}
	case *fyne.Container:
		for _, inner := range o.Objects {
			found = append(found, buttonsIn(inner)...)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			found = append(found, buttonsIn(inner)...)
		}
	}
	return found
}
