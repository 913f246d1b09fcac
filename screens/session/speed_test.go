package session

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place/placetest"
)

var longText = strings.Repeat("The meeting heard the report. ", 1000)

// BenchmarkKeyTypedInLongItem types in a text of 5,000 words. What it costs more than BenchmarkKeyTypedInBareEntry is our
// own share of a key.
func BenchmarkKeyTypedInLongItem(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	p := New(Deps{Book: silentBook{}, Shell: &placetest.Shell{}, Now: time.Now})
	e := newBlockEditor(p.minutes, BlockRow{ID: "block", Text: longText})
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

// A silentBook takes what is typed and keeps nothing: the journal writes on its own time.
type silentBook struct{}

func (silentBook) Read(func(*book.Reading) error) error      { return nil }
func (silentBook) Change(string, func(*book.Tx) error) error { return nil }
func (silentBook) Type(data.BlockID, string)                 {}
func (silentBook) Flush() error                              { return nil }
