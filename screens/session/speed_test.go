package session

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

var longText = strings.Repeat("The meeting heard the report. ", 1000)

// BenchmarkKeyTypedInLongItem types in a text of 5,000 words that a real book keeps. What it costs more than BenchmarkKeyTypedInBareEntry is our
// own share of a key.
func BenchmarkKeyTypedInLongItem(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	h := inSession(b)
	h.write(longText)
	p := New(Deps{Book: h.book, Shell: &placetest.Shell{}, Now: h.now})
	p.Visit(place.Route{Place: Name, ID: string(h.meetingID)})
	e := p.minutes.editors[0]
	w := test.NewTempWindow(b, e.Editor)
	w.Resize(fyne.NewSize(620, 400))
	w.Canvas().Focus(e.Editor)
	for b.Loop() {
		e.TypedRune('a')
	}
}

// BenchmarkKeyTypedInBareEntry types in Fyne's own entry.
func BenchmarkKeyTypedInBareEntry(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapWord
	e.SetText(longText)
	w := test.NewTempWindow(b, e)
	w.Resize(fyne.NewSize(620, 400))
	w.Canvas().Focus(e)
	for b.Loop() {
		e.TypedRune('a')
	}
}
