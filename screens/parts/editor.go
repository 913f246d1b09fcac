package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// An Editor is where minutes and notes are written: 16 pixels on a line of 25, wrapped, as many lines as it takes. Tab
// leaves it. Keys that it does not use (F3, Esc) are handed on.
type Editor struct{ Field }

// NewEditor returns an empty editor that asks for at least that many lines of height.
func NewEditor(placeholder string, lines int) *Editor {
	e := &Editor{}
	e.MultiLine = true
	e.start(e, placeholder)
	e.Wrapping = fyne.TextWrapWord
	e.TextStyle = tallStyle()
	e.SetMinRowsVisible(max(lines, 1))
	resize(e, map[fyne.ThemeSizeName]float32{
		theme.SizeNameText: 16, theme.SizeNameInnerPadding: 12, theme.SizeNameLineSpacing: 4,
	})
	return e
}

// Caret returns how many letters stand before the caret.
func (e *Editor) Caret() int { return e.CursorTextOffset() }

// CaretByte returns how many bytes stand before the caret, as the book counts. It is asked at every key, and copies
// nothing.
func (e *Editor) CaretByte() int {
	letters := e.CursorTextOffset()
	for i := range e.Text {
		if letters <= 0 {
			return i
		}
		letters--
	}
	return len(e.Text)
}

// Split returns the text before and after the caret, for a record that is set where it was made.
func (e *Editor) Split() (before, after string) {
	at := e.CaretByte()
	return e.Text[:at], e.Text[at:]
}

// NewDigits returns a field for a number of votes: digits of 34 pixels, nothing but digits.
func NewDigits() *NumberField {
	n := newNumberField()
	n.TextStyle = fyne.TextStyle{Bold: true}
	n.least = 84
	resize(n, map[fyne.ThemeSizeName]float32{theme.SizeNameText: 34, theme.SizeNameInnerPadding: 6})
	return n
}

// NewPrompt returns the field of the command line of a meeting: 18 pixels, every letter of one width.
func NewPrompt(placeholder string) *Field {
	f := NewField(placeholder)
	f.TextStyle = fyne.TextStyle{Monospace: true}
	f.least = 150
	resize(f, map[fyne.ThemeSizeName]float32{theme.SizeNameText: 18, theme.SizeNameInnerPadding: 9})
	return f
}

// NewSlip returns the field in which a ballot is typed: 30 pixels, every letter of one width.
func NewSlip(placeholder string) *Field {
	f := NewField(placeholder)
	f.TextStyle = fyne.TextStyle{Monospace: true}
	f.least = 120
	resize(f, map[fyne.ThemeSizeName]float32{theme.SizeNameText: 30, theme.SizeNameInnerPadding: 9})
	return f
}

// resize gives one widget other sizes than the theme's. Fyne keeps them by widget, so that the container that it
// wants around it need not stand in the window.
func resize(o fyne.CanvasObject, sizes map[fyne.ThemeSizeName]float32) {
	container.NewThemeOverride(o, &sized{sizes: sizes})
}

// sized is the theme that is on, with some other sizes, which grow with the text as all do.
type sized struct {
	sizes map[fyne.ThemeSizeName]float32
}

func (s *sized) on() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Size returns the size of its own, or the theme's.
func (s *sized) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := s.sizes[name]; ok {
		return Dp(size)
	}
	return s.on().Size(name)
}

// Font is the theme's.
func (s *sized) Font(style fyne.TextStyle) fyne.Resource { return s.on().Font(style) }

// Icon is the theme's.
func (s *sized) Icon(name fyne.ThemeIconName) fyne.Resource { return s.on().Icon(name) }

// Color is the theme's.
func (s *sized) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return s.on().Color(name, variant)
}
