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

// motionForm moves a motion: one on the agenda, or a new one.
func (p *Place) motionForm() {
	var title, draft = parts.NewField("A few words to find it by"), MotionDraft{}
	text := parts.NewEditor("The text as it was handed in, if you have it", 4)
	titleRow := parts.NewFormRow("Title", title)
	record := parts.NewButton("Record: in debate", nil).Primary()
	seconder := p.newNameRow("Seconded by", func() fyne.Focusable { return record })
	mover := p.newNameRow("Moved by", func() fyne.Focusable { return seconder.field.Field() })
	rows := []fyne.CanvasObject{titleRow, mover.row, seconder.row, parts.NewFormRow("Text", text)}
	choices := p.model.Motions()
	var pick *parts.Choice
	if len(choices) > 0 {
		words := []string{"A new motion, from the floor"}
		for _, c := range choices {
			words = append(words, c.Words)
		}
		pick = parts.NewChoice(words, "", func(i int) {
			draft = MotionDraft{}
			if i > 0 {
				draft = choices[i-1].Draft
			}
			title.Put(draft.Title)
			text.Put(draft.Text)
			mover.put(draft.Mover, p.model.name(draft.Mover))
			seconder.put(draft.Seconder, p.model.name(draft.Seconder))
		})
		rows = append([]fyne.CanvasObject{parts.NewFormRow("Which motion", pick)}, rows...)
	}
	record.OnTapped(func() {
		var moverKnown, seconderKnown bool
		draft.Title, draft.Text = title.Text, text.Text
		draft.Mover, moverKnown = mover.who(p.model)
		draft.Seconder, seconderKnown = seconder.who(p.model)
		mover.row.SetError(unless(moverKnown, whoIsMeant))
		seconder.row.SetError(unless(seconderKnown, whoIsMeant))
		titleRow.SetError(unless(strings.TrimSpace(draft.Title) != "", "A motion needs a title: a few words to find it by."))
		if moverKnown && seconderKnown && titleRow.Error() == "" {
			p.recorded(p.model.Move(draft))
		}
	})
	first := fyne.Focusable(title)
	if pick != nil {
		pick.Choose(0)
		first = pick
	}
	p.open("Motion", parts.Column(10, append(rows, parts.Left(record))...), first)
}

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

// actionForm records an action.
func (p *Place) actionForm() {
	text := parts.NewField("What is to be done: book the hall")
	textRow := parts.NewFormRow("Action", text)
	due := parts.NewDateField(p.model.held.Date)
	dueRow := parts.NewFormRow("By when, if it was said", due)
	owner := p.newNameRow("Who", func() fyne.Focusable { return due })
	owner.row.WithHint("somebody not in the book is kept as typed")
	do := func() {
		a := ActionDraft{Text: text.Text}
		textRow.SetError(unless(strings.TrimSpace(a.Text) != "", "Type what is to be done."))
		var err error
		a.Due, err = due.Date()
		dueRow.SetError(unless(err == nil, "This is not a date. Write it like 3 June."))
		if id, known := owner.who(p.model); known {
			a.Owner = id
		} else {
			a.OwnerText = owner.field.Text()
		}
		if textRow.Error() == "" && err == nil {
			p.recorded(p.model.Act(a))
		}
	}
	due.OnSubmitted = func(string) { do() }
	owner.field.OnFree = func(string) { p.shell.Focus(due) }
	p.open("Action", parts.Column(10, textRow, owner.row, dueRow, parts.Left(parts.NewButton("Record", do).Primary().WithKey("Enter"))), text)
}
