package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// NotePrivately keeps the secretary's own note on the item on show. It is in no paper.
func (m *Model) NotePrivately(note string) (string, error) {
	if m.item == "" {
		return "", data.NewProblem("The agenda is empty. Add an item first.", nil)
	}
	return m.notePrivately(m.item, note)
}

func (m *Model) notePrivately(item data.ItemID, note string) (string, error) {
	of, _ := byID(m.held.items, func(i data.AgendaItem) bool { return i.ID == item })
	err := m.changeItemAt(item, "note privately on "+of.Heading, func(i *data.AgendaItem) { i.Private = strings.TrimSpace(note) })
	return "The private note is kept. It is in no paper.", err
}

// noteLines is how many lines of a private note are seen.
const noteLines = 2

// A noteView is the private note on the item on show, under the minutes. It is folded away until it is asked for, and
// kept when the caret leaves it.
type noteView struct {
	view  *fyne.Container
	of    *Place
	field *parts.Editor
	item  data.ItemID // whose note stands in the field
	kept  string
}

func newNoteView(p *Place) *noteView {
	n := &noteView{of: p, field: parts.NewEditor("For you alone", noteLines)}
	n.field.OnFocus = func(here bool) {
		if !here {
			n.keep()
		}
	}
	n.field.OnEscape = n.fold
	n.view = parts.Column(0, parts.NewFormRow("Private note: not in any paper", n.field))
	n.view.Hide()
	return n
}

// unfold shows the note with the caret in it, or folds it away again.
func (n *noteView) unfold() {
	if !n.view.Hidden {
		n.fold()
		return
	}
	n.of.closeForm()
	n.of.bar.toMinutes(n.of)
	n.makeRoom(true)
	n.view.Show()
	n.view.Refresh() // Fyne 2.8.1 gives the caret to nothing that it has not drawn
	parts.Settle(n.view)
	n.of.shell.Focus(n.field)
}

// makeRoom puts away what stands around the note where the window is narrow, and brings it back.
func (n *noteView) makeRoom(unfolded bool) {
	v := n.of.minutes
	away := unfolded && v.narrow
	v.buttons.Hidden = away || v.hint.on
	if away {
		v.scroll.Hide()
	} else {
		v.scroll.Show()
	}
}

func (n *noteView) fold() {
	n.keep()
	n.makeRoom(false)
	n.view.Hide()
	parts.Settle(n.view)
	n.of.focusMinutes()
}

// keep keeps what was typed, if it is another note than before.
func (n *noteView) keep() {
	if note := strings.TrimSpace(n.field.Text); n.item != "" && note != n.kept {
		n.kept = note
		line, err := n.of.model.notePrivately(n.item, note)
		if err != nil {
			n.of.shell.Problem(err)
			return
		}
		n.of.shell.Notify(line)
	}
}

// show puts the note of the item on show into the field, after keeping that of the one that was.
func (n *noteView) show(m *Model) {
	if n.item == m.item && m.shown().Private == n.kept {
		return
	}
	if n.item != m.item {
		n.keep()
	}
	n.item, n.kept = m.item, m.shown().Private
	n.field.Put(n.kept)
}
