package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

const noDate = "This is not a date. Write it like 3 June."

// actionForm records an action.
func (p *Place) actionForm() { p.actionFields("Action", ActionDraft{}, p.model.Act, p.recordButton) }

func (p *Place) correctAction(a data.Action) {
	draft := ActionDraft{Text: a.Text, Owner: a.Owner, OwnerText: a.OwnerText, Due: a.Due}
	p.actionFields("Action "+a.Ref, draft, func(to ActionDraft) (string, error) { return p.model.CorrectAction(a.ID, to) },
		func(do func()) fyne.CanvasObject { return p.correctButtons(data.ID(a.ID), do) })
}

func (p *Place) actionFields(title string, was ActionDraft, record func(ActionDraft) (string, error), buttons func(do func()) fyne.CanvasObject) {
	text := parts.NewField("What is to be done: book the hall")
	textRow := parts.NewFormRow("Action", text)
	due := parts.NewDateField(p.model.held.Date)
	dueRow := parts.NewFormRow("By when, if it was said", due)
	owner := p.newNameRow("Who", func() fyne.Focusable { return due })
	owner.row.WithHint("somebody not in the book is kept as typed")
	text.Put(was.Text)
	due.PutDate(was.Due)
	owner.put(was.Owner, was.OwnerText)
	if was.Owner != "" {
		owner.put(was.Owner, p.model.name(was.Owner))
	}
	do := func() {
		a := ActionDraft{Text: text.Text}
		textRow.SetError(unless(strings.TrimSpace(a.Text) != "", "Type what is to be done."))
		var err error
		a.Due, err = due.Date()
		dueRow.SetError(unless(err == nil, noDate))
		if id, known := owner.who(p.model); known {
			a.Owner = id
		} else {
			a.OwnerText = owner.field.Text()
		}
		if textRow.Error() == "" && err == nil {
			p.recorded(record(a))
		}
	}
	due.OnSubmitted = func(string) { do() }
	owner.field.OnFree = func(string) { p.shell.Focus(due) }
	p.open(title, parts.Column(10, textRow, owner.row, dueRow, buttons(do)), text)
}
