package place

import "fyne.io/fyne/v2"

// A Shell is what a place may ask of the window. What only one place needs (saving a document, reading the clock) it
// declares for itself.
type Shell interface {
	// Go shows another place, or another record of this one. The place that is left is told first.
	Go(Route)
	// Notify says what was just done, in the undo line: "Motion M-2026-04 recorded as carried."
	Notify(line string)
	// Problem shows the sentence of err (data.Say) and logs its cause. It does nothing for nil.
	Problem(err error)
	// Ask asks a question that an Undo could not make needless. It returns at once.
	Ask(Question)
	// Open shows a panel over a veil and gives it the keys. The function that is returned closes it.
	Open(Panel) (closed func())
	// Focus moves the caret; nil takes it away.
	Focus(fyne.Focusable)
	// Runner runs work that can take longer than a blink.
	Runner() Runner
}

// A Question has two answers. Escape and closing the window are No.
type Question struct {
	Title  string // "Close the meeting?"
	Text   string // what will happen
	Yes    string // the verb: "Close the meeting"
	No     string // "" for "Cancel"
	Danger bool   // something is lost for good: No is the button with the focus
	Then   func() // called on Yes
	Else   func() // called on No; may be nil
}

// A Panel is something that lies over the window until it is answered.
type Panel struct {
	Title   string            // for a screen reader, and the heading; "" draws none
	Content fyne.CanvasObject // what is in it
	First   fyne.Focusable    // where the caret goes; nil for the first field or button
	Keys    KeyTaker          // bare keys while it is open; may be nil. Escape closes unless it uses it
	Top     bool              // near the top, as the search palette is; else in the middle
	Closed  func()            // called once, however it was closed; may be nil
}
