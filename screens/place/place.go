package place

import "fyne.io/fyne/v2"

// A Route says where something is: a place, and within it a record and a tab. Routes compare with ==.
type Route struct {
	Place string // "motions"
	ID    string // the record that is shown; "" for none
	Tab   string // the tab or panel; "" for the first
}

// String returns the route for the log, without the record: "motions/amendments".
func (r Route) String() string {
	if r.Tab == "" {
		return r.Place
	}
	return r.Place + "/" + r.Tab
}

// A Place is one screen of the navigation.
type Place interface {
	// Route says where the secretary is now, so that coming back finds the same record and tab.
	Route() Route
	// View returns what is shown. It is built once and kept while hidden, so that what was typed and chosen survives.
	View() fyne.CanvasObject
	// Refresh is called when the book has changed, and each time the place is shown.
	Refresh()
	// FirstFocus returns where the caret goes when the place is shown; nil for nowhere.
	FirstFocus() fyne.Focusable
}

// A Visitor is a place that can be sent to one of its records or tabs. Visit is called before View is shown, and again
// when the place is on show already.
type Visitor interface{ Visit(Route) }

// A Searcher answers Ctrl+F by putting the caret in its own search field.
type Searcher interface{ FocusSearch() }

// A Commander says what it offers to the menu bar and to the keys. It is asked once; Enabled is asked often.
type Commander interface{ Commands() []Command }

// A Leaver is told before another place is shown, and before the book locks: it puts away what is being typed.
type Leaver interface{ Leave() }

// A KeyTaker is offered the bare keys that the focused widget had no use for. It says whether it used the key.
type KeyTaker interface{ TypedKey(*fyne.KeyEvent) bool }

// KeyTakerFunc lets a function be a KeyTaker.
type KeyTakerFunc func(*fyne.KeyEvent) bool

// TypedKey calls f.
func (f KeyTakerFunc) TypedKey(ev *fyne.KeyEvent) bool { return f(ev) }
