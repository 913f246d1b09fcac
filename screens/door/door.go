package door

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Deps is what the door needs.
type Deps struct {
	Books  Books
	Runner place.Runner
	// Why says why the book was locked: "Locked at 10.52pm. Everything was saved." It is "" when Branchbook was just
	// started.
	Why string
	// Where says in a sentence where new books are kept.
	Where string
	Log   *slog.Logger // hears the causes of what the door says; it is told no names. Nil for none
}

// Place is the door.
type Place struct {
	model *Model
	view  *view
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.KeyTaker  = (*Place)(nil)
	_ place.Leaver    = (*Place)(nil)
)

// New returns the door: unlocking, where there is a book, else the first run.
func New(d Deps) *Place {
	m := newModel(d)
	return &Place{model: m, view: newView(m, d.Where)}
}

// Route says that this is the door.
func (p *Place) Route() place.Route { return place.Route{Place: "door"} }

// View returns the door, which fills the window.
func (p *Place) View() fyne.CanvasObject { return p.view.content }

// Refresh shows what has changed.
func (p *Place) Refresh() { p.view.show() }

// FirstFocus is the first field of the page that is shown.
func (p *Place) FirstFocus() fyne.Focusable { return p.view.first() }

// Leave closes a book that was opened but not yet entered, as when the window is closed over its recovery code.
func (p *Place) Leave() { p.model.Leave() }

// Commands offers the three ways to a book, and showing the letters of a passphrase.
func (p *Place) Commands() []place.Command {
	choose := func(w way) func() { return func() { p.model.Choose(w) } }
	return []place.Command{
		{Menu: "Book", Name: "Create a book", Key: place.Alt(fyne.Key1), Enabled: p.model.MayChoose, Run: choose(createWay)},
		{Menu: "Book", Name: "Open the example branch", Key: place.Alt(fyne.Key2), Enabled: p.model.MayChoose, Run: choose(exampleWay)},
		{Menu: "Book", Name: "Restore a backup", Key: place.Alt(fyne.Key3), Enabled: p.model.MayChoose, Run: choose(restoreWay)},
		{Menu: "View", Name: "Show or hide the passphrase", Key: place.Alt(fyne.KeyS), Run: p.view.reveal},
	}
}

// TypedKey goes back at Escape.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape || !p.model.CanGoBack() {
		return false
	}
	p.model.Back()
	return true
}

// focusOn moves the caret, as when another page is shown.
func focusOn(f fyne.Focusable) {
	if f != nil {
		parts.Focus(f)
	}
}
