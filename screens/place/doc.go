// Package place is what a place in the navigation is: its route, what it offers to the menu and to the keys, how it
// runs longer work, and what it may ask of the window.
//
// A place (screens/today, screens/meeting …) implements Place and, where it has them, the small interfaces beside it:
//
//	Visitor    another record or tab of this place was asked for
//	Searcher   Ctrl+F
//	Commander  commands for the menu bar, each with its keys
//	Leaver     typing to put away before another place is shown or the book locks
//	KeyTaker   bare keys (F2, Esc, PgUp) that the focused widget had no use for
//
// The window (package app) implements Shell, holds one Keys, and hands the canvas's typed keys to it:
//
//	window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys.TypedKey(ev) })
//
// Every widget of screens/parts passes the keys that it does not use to its canvas's handler, and so to Keys.
//
// Longer work is a Task given to a Runner: Background in the program, Inline in tests. Package placetest has a Shell
// that remembers what it was asked.
package place
