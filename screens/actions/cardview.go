package actions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// cardView shows one action.
type cardView struct {
	view   *fyne.Container
	none   *fyne.Container // when none is chosen
	ref    *parts.Text
	text   *parts.Text
	status *parts.Chip
	facts  *fyne.Container
	done   *parts.Button
	drop   *parts.Button
	reopen *parts.Button
	visit  *parts.Button
}

func newCardView(of *Place) *cardView {
	v := &cardView{ref: parts.Label(""), text: parts.CardHeading("").Wrapped(0), status: parts.NewChip(parts.Grey, "", ""), facts: parts.Column(6)}
	v.done = parts.NewButton("Mark as done", of.do(of.model.MarkDone)).Primary().WithIcon(parts.IconCheck).WithKey("Ctrl+D")
	v.reopen = parts.NewButton("Open it again", of.do(of.model.Reopen)).WithIcon(parts.IconUndo).WithKey("Ctrl+R")
	v.drop = parts.NewButton("Drop", of.do(of.model.Drop)).WithIcon(parts.IconMinus).Small()
	v.visit = parts.NewButton("Go to the meeting", of.toMeeting).WithIcon(parts.IconMeeting).Small()
	edit := parts.NewButton("Edit", of.edit).WithIcon(parts.IconPencil).Small()
	v.view = parts.Sheet(parts.Column(0, parts.NewScroller(parts.Pad(parts.Column(12,
		parts.Row(8, parts.Grow(v.ref, 1), v.status), v.text, v.facts,
		parts.Left(v.done), parts.Left(v.reopen), parts.Left(parts.Row(8, edit, v.drop)), parts.Left(v.visit)), 15))))
	v.none = parts.Sheet(parts.Pad(parts.Column(8, parts.CardHeading("No action chosen"),
		parts.Secondary("Choose one in the list. Enter edits it, and Ctrl+D marks it as done.").Wrapped(0)), 15))
	return v
}

func (v *cardView) show(r Row) {
	v.ref.SetText(r.Ref)
	v.text.SetText(r.Text)
	v.status.Set(parts.Mark{Tone: r.Status.Tone, Icon: r.Status.Icon, Text: r.Status.Text})
	v.facts.Objects = nil
	for _, f := range []struct{ label, text string }{{"Owner", r.Owner}, {"Due", r.Due}, {"From", r.From}, {"Note", r.Note}} {
		if f.text != "" {
			v.facts.Add(parts.RowTop(8, parts.Fixed(parts.Caption(f.label), 60), parts.Grow(parts.Secondary(f.text).Wrapped(0), 1)))
		}
	}
	v.done.Hidden, v.drop.Hidden, v.reopen.Hidden, v.visit.Hidden = !r.IsOpen, !r.IsOpen, r.IsOpen, r.Meeting == ""
	parts.Settle(v.view)
	v.view.Refresh()
}

// formView is the form in which an action is added or edited. It is made anew for each.
type formView struct {
	of    *Place
	draft Draft
	view  *fyne.Container
	text  *parts.Editor
	owner *parts.NameField
	due   *parts.DateField
	note  *parts.Editor
	rows  struct{ text, due *parts.FormRow }
}

func newFormView(of *Place, d Draft) *formView {
	v := &formView{of: of, draft: d}
	v.text, v.note = parts.NewEditor("Write to the council about the crossing", 2), parts.NewEditor("", 2)
	v.text.Put(d.Text)
	v.note.Put(d.Note)
	v.owner = parts.NewNameField("A name, a post or a group", of.model.Match, func(c parts.Candidate) {
		v.draft.Owner, v.draft.OwnerText = data.PersonID(c.ID), c.Name
		of.deps.Shell.Focus(v.due)
	})
	v.owner.Keep = true
	v.owner.OnFree = func(string) { of.deps.Shell.Focus(v.due) }
	v.owner.Put(d.OwnerText)
	v.due = parts.NewDateField(of.model.today())
	v.due.PutDate(d.Due)
	heading, save := "Edit "+d.Ref(), "Save"
	if d.IsNew() {
		heading, save = "Add an action", "Add"
	}
	v.rows.text, v.rows.due = parts.NewFormRow("What is to be done", v.text), parts.NewFormRow("Due", v.due)
	form := parts.Column(12, v.rows.text, parts.NewFormRow("Owner", v.owner), v.rows.due, parts.NewFormRow("Note", v.note))
	v.view = parts.Sheet(parts.Column(0, parts.PadXY(parts.CardHeading(heading), 15, 10), parts.Rule(),
		parts.NewScroller(parts.Pad(form, 15)), parts.Rule(),
		parts.PadXY(parts.Row(8, parts.NewButton(save, v.save).Primary().WithIcon(parts.IconCheck),
			parts.NewButton("Cancel", of.view.cancel).WithKey("Esc")), 15, 10)))
	return v
}

// save hands in the form, or says beside the field what is wrong.
func (v *formView) save() {
	v.rows.text.SetError("")
	v.rows.due.SetError("")
	due, err := v.due.Date()
	if err != nil {
		v.rows.due.SetError("Write the date like 14 May 2026.")
		v.of.deps.Shell.Focus(v.due)
		return
	}
	d := v.draft
	d.Text, d.Note, d.Due = v.text.Text, v.note.Text, due
	// A name that was typed over is no longer the person who was chosen.
	if typed := v.owner.Text(); typed != d.OwnerText {
		d.Owner, d.OwnerText = "", typed
	}
	said, err := v.of.model.Save(d)
	if err != nil {
		v.rows.text.SetError(data.Say(err))
		v.of.deps.Shell.Focus(v.text)
		return
	}
	v.of.view.closeForm()
	v.of.said(said, nil)
}
