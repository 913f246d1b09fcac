package door

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
)

// A screen is the view of one page.
type screen interface {
	// arrange lays the page out for a window that many of our pixels wide.
	arrange(width float32) fyne.CanvasObject
	// show copies what the model says.
	show()
	// reset empties what was typed when the page is come to.
	reset()
	first() fyne.Focusable
	// secrets are the fields whose letters Alt+S shows.
	secrets() []*parts.PasswordField
	// refused puts the caret into what was refused, to be typed over.
	refused()
}

// view is the door in its window: a page that scrolls, and the line that says what is being done.
type view struct {
	model    *Model
	content  fyne.CanvasObject
	room     *fyne.Container
	progress *parts.ProgressLine
	screens  map[page]screen
	width    float32 // of the window, in our pixels, when the page was last arranged
	at       page
	way      way
	begun    string // the task that the line is about
}

func newView(m *Model, where string) *view {
	v := &view{model: m, room: container.NewStack(), progress: parts.NewProgressLine(), at: -1, width: 1100}
	v.screens = map[page]screen{
		welcomePage: newWelcome(m, where), unlockPage: newUnlock(m),
		codePage: newCodeScreen(m), passphrasePage: newPassphraseScreen(m),
	}
	v.content = container.New(&doorLayout{v.resized},
		parts.Column(0, parts.Grow(v.room, 1), parts.PadXY(v.progress, 24, 8)))
	m.changed, m.refused = v.show, v.refused
	v.show()
	return v
}

func (v *view) screen() screen { return v.screens[v.at] }

func (v *view) first() fyne.Focusable { return v.screen().first() }

// show copies the model. Where it has come to another page that page is put in, and gets the caret.
func (v *view) show() {
	v.showProgress()
	turned := v.at != v.model.Page
	moved := turned || v.way != v.model.Way
	v.at, v.way = v.model.Page, v.model.Way
	if moved {
		v.screen().reset()
	}
	v.screen().show()
	if turned {
		v.arrange()
	}
	if moved {
		focusOn(v.first())
	}
}

func (v *view) arrange() {
	v.room.Objects = []fyne.CanvasObject{parts.NewScroll(parts.Pad(v.screen().arrange(v.width), 24))}
	v.room.Refresh()
}

// resized arranges the page for another width of the window.
func (v *view) resized(width float32) {
	if width == v.width {
		return
	}
	v.width = width
	v.arrange()
}

func (v *view) showProgress() {
	w := v.model.Working
	if w.Stopping {
		w.Name += ": stopping"
	}
	switch {
	case w.Name == "" && v.begun != "":
		v.progress.Stop()
	case w.Name != v.begun && w.Stopping:
		v.progress.Start(w.Name, nil)
	case w.Name != v.begun:
		v.progress.Start(w.Name, v.model.Stop)
	}
	v.begun = w.Name
	if w.Name != "" && w.Done > 0 {
		v.progress.Set(w.Done, w.Total)
	}
}

func (v *view) refused() { v.screen().refused() }

// reveal shows the letters of the passphrases on the page, or hides them.
func (v *view) reveal() {
	for _, s := range v.screen().secrets() {
		s.Toggle()
	}
}

// brand is the name of the program, over every page.
func brand() fyne.CanvasObject {
	return parts.Row(14, parts.IconTile(parts.IconBook, parts.Accent),
		parts.Grow(parts.Column(0, parts.Title("Branchbook"), parts.Secondary("The branch’s minute book, on this computer").Wrapped(0)), 1))
}

// within is what a page has of the window's width, but no more than most.
func within(width, most float32) float32 { return max(min(width-2*24-10, most), 200) }

// upright sets the items of a small page one above the other in the middle of the window.
func upright(width float32, items ...fyne.CanvasObject) fyne.CanvasObject {
	return parts.Centre(parts.Fixed(parts.Column(20, items...), within(width, 606)))
}

// problem is a sentence in red, hidden while it is empty.
type problem struct {
	text *parts.Text
	box  *fyne.Container
}

func newProblem() *problem {
	p := &problem{text: parts.Bold("").In(parts.Red).Wrapped(0)}
	p.box = parts.Toned(parts.Red, parts.Row(10, parts.NewIcon(parts.IconWarning, parts.Red, 20), parts.Grow(p.text, 1)))
	p.box.Hide()
	return p
}

func (p *problem) say(words string) {
	p.box.Hidden = words == ""
	p.text.SetText(words)
	parts.Settle(p.box)
}

// doorLayout fills the window with one object, and tells how wide the window is in our pixels.
type doorLayout struct{ resized func(float32) }

// Layout places the object.
func (l *doorLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.resized(parts.Logical(size.Width))
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is small, so that no page pushes the window off the laptop's screen: what is too high scrolls.
func (l *doorLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }
