package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A form stands in place of the minutes until it is recorded or left with Escape.
type form struct {
	view    fyne.CanvasObject
	first   fyne.Focusable
	refresh func() // the book has changed; nil for nothing
	vote    func() // F4; nil: the caret goes to first where the form can be refreshed
	contest bool   // it is the panel of an election
	wide    bool   // it takes the room of the agenda and the register too
}

// open shows a form in place of the minutes.
func (p *Place) open(title string, content fyne.CanvasObject, first fyne.Focusable) *form {
	back := parts.NewButton("Back to the minutes", func() {
		p.closeForm()
		p.focusMinutes()
	}).Quiet().WithIcon(parts.IconChevronLeft).WithKey("Esc")
	head := parts.Row(10, parts.Grow(parts.Heading(title), 1), back)
	p.form = &form{first: first, view: parts.Pads(parts.Column(10, head, parts.NewScroller(parts.Pads(content, 4, 4, 8, 4))), 10, 12, 10, 20)}
	p.bar.toMinutes(p)
	p.arrange()
	p.shell.Focus(first)
	return p.form
}

func (p *Place) closeForm() {
	if p.form == nil {
		return
	}
	p.form = nil
	p.arrange()
}

// nameRow is a field for somebody in the book, which remembers whom it means.
type nameRow struct {
	row    *parts.FormRow
	field  *parts.NameField
	person data.PersonID
	chosen string // the name as it was chosen: other words mean somebody else
}

func (p *Place) newNameRow(label string, next func() fyne.Focusable) *nameRow {
	n := &nameRow{}
	n.field = parts.NewNameField("Name or first letters", p.model.Members, func(c parts.Candidate) {
		n.person, n.chosen = data.PersonID(c.ID), c.Name
		if next != nil {
			p.shell.Focus(next())
		}
	})
	n.field.Keep = true
	n.field.Field().Named(label)
	n.row = parts.NewFormRow(label, n.field)
	return n
}

func (n *nameRow) put(id data.PersonID, name string) {
	n.person, n.chosen = id, name
	n.field.Put(name)
}

// who returns whom the field means: chosen, or the only one that the words can mean. It is not known when words are
// there that mean nobody for certain.
func (n *nameRow) who(m *Model) (id data.PersonID, known bool) {
	words := strings.TrimSpace(n.field.Text())
	switch {
	case words == "":
		return "", true
	case n.person != "" && words == n.chosen:
		return n.person, true
	}
	p, ok := m.onlyOne(words)
	return p.ID, ok
}

const whoIsMeant = "More than one person could be meant, or nobody. Choose one from the list."

func unless(ok bool, wrong string) string {
	if ok {
		return ""
	}
	return wrong
}

// seconderForm records who seconded a motion that was moved without one.
func (p *Place) seconderForm(motion data.MotionID) {
	do := parts.NewButton("Record the seconder", nil).Primary()
	who := p.newNameRow("Seconded by", func() fyne.Focusable { return do })
	do.OnTapped(func() {
		id, known := who.who(p.model)
		who.row.SetError(unless(known && id != "", whoIsMeant))
		if known && id != "" {
			p.recorded(p.model.Second(motion, id))
		}
	})
	p.open("Seconder", parts.Column(10, who.row, parts.Left(do)), who.field.Field())
}
