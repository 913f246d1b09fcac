package session

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// Lines that an editor shows: as many as its text has, within these. Longer texts scroll in the editor.
const (
	fewestLines  = 1
	lastLines    = 4 // of the text at the end, where writing goes on
	lastNarrow   = 2 // the same in a narrow window
	mostLines    = 14
	editorInsets = 26 // beside the text, in our pixels
)

// A blockEditor is where one text of the minutes is written.
type blockEditor struct {
	*parts.Editor
	id    data.BlockID // "" for the text at the end that does not exist yet
	of    *minutesView
	lines int
	last  bool
}

func newBlockEditor(of *minutesView, row BlockRow) *blockEditor {
	e := &blockEditor{Editor: parts.NewEditor("Write what was said. A line that starts with AGREED:, NOTED: or ACTION: becomes a record.", fewestLines), id: row.ID, of: of}
	e.Named("Minutes")
	e.OnChanged = e.written
	e.OnCursorChanged = e.moved
	e.OnKey = e.typedKey
	e.OnFocus = func(here bool) {
		if here {
			of.current = e
			e.moved()
		}
	}
	e.Put(row.Text)
	return e
}

// written keeps every key.
func (e *blockEditor) written(text string) {
	id, err := e.of.of.model.Write(e.id, text)
	if err != nil {
		e.of.of.shell.Problem(err)
		return
	}
	e.id = id
	e.fit()
	e.moved()
}

// moved tells the model where the caret is. Fyne counts letters, the book bytes.
func (e *blockEditor) moved() {
	if e.HasFocus() && e.id != "" && !e.of.laying {
		e.of.of.model.SetCaret(e.id, e.CaretByte())
		e.of.showHint(e)
	}
}

// fit makes the editor as high as its text. While somebody types, the entry's own row of the caret says how many lines
// there are, which costs nothing; a text that is brought in is measured.
func (e *blockEditor) fit() {
	e.setLines(max(e.lines, e.CursorRow+1))
}

func (e *blockEditor) measure(width float32) {
	text := parts.Body(e.Text).Wrapped(0)
	each := parts.Body("M").HeightFor(1000)
	// The editor's letters are 16 pixels, the measure's 15.
	room := (width - parts.Dp(editorInsets)) * 15 / 16
	e.setLines(int(text.HeightFor(max(room, 100))/each + 0.5))
}

func (e *blockEditor) setLines(lines int) {
	least := fewestLines
	if e.last {
		least = lastLines
		if e.of.narrow {
			least = lastNarrow
		}
	}
	lines = min(max(lines, least), mostLines)
	if lines == e.lines {
		return
	}
	e.lines = lines
	e.SetMinRowsVisible(lines)
	parts.Settle(e.of.column)
}

// typedKey makes a record of an AGREED: or ACTION: line at Enter, and goes up and down between the texts.
func (e *blockEditor) typedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		said, was, err := e.of.of.model.MinuteLine(e.id, e.Text, e.CaretByte())
		if !was {
			return false
		}
		e.of.of.recorded(said, err)
		return true
	case fyne.KeyUp:
		return e.CursorRow == 0 && e.of.step(e, -1)
	case fyne.KeyDown:
		row := e.CursorRow
		return e.rowStart(row+1) <= e.rowStart(row) && e.of.step(e, +1)
	}
	return false
}

// rowStart returns how many letters stand before a row as it is wrapped; less than before for a row that is not there.
func (e *blockEditor) rowStart(row int) int {
	was, column := e.CursorRow, e.CursorColumn
	e.CursorRow, e.CursorColumn = row, 0
	start := e.CursorTextOffset()
	e.CursorRow, e.CursorColumn = was, column
	return start
}

// goTo puts the caret behind so many letters.
func (e *blockEditor) goTo(letters int) {
	letters = min(max(letters, 0), utf8.RuneCountInString(e.Text))
	row := 0
	for e.rowStart(row+1) > e.rowStart(row) && e.rowStart(row+1) <= letters {
		row++
	}
	e.CursorRow, e.CursorColumn = row, letters-e.rowStart(row)
	e.Refresh()
}

// toEnd puts the caret at the end of the text.
func (e *blockEditor) toEnd() { e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }
