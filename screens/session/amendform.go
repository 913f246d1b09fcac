package session

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

var (
	operations     = []data.Operation{data.Replace, data.Add, data.Insert, data.Delete}
	operationWords = []string{"Replace", "Add at the end", "Insert before", "Delete"}
)

// amendForm is the panel that adds an amendment, with what it would make of the text.
type amendForm struct {
	of    *amendingView
	draft AmendmentDraft
	to    []data.Amendment // that can be amended

	op        *parts.Segments
	paragraph *parts.Field
	shown     *parts.Text
	where     *fyne.Container
	was       *parts.Field
	wasRow    *parts.FormRow
	text      *parts.Editor
	textRow   *parts.FormRow
	mover     *nameRow
	seconder  *nameRow
	preview   *parts.Rich
	says      *parts.Text
	rows      *fyne.Container
	panel     *parts.PanelForm
}

// add opens the panel.
func (v *amendingView) add() {
	f := &amendForm{of: v, draft: AmendmentDraft{Motion: v.page.Motion, Op: data.Replace}}
	f.build()
	f.panel.Open(v.of.shell, "Amendment to "+v.page.Ref, f.paragraph)
}

func (f *amendForm) build() {
	p := f.of.of
	changed := func(string) { f.show() }
	f.op = parts.NewSegments(operationWords, func(i int) {
		f.draft.Op = operations[i]
		f.show()
	})
	f.paragraph = parts.NewField("3")
	f.paragraph.Named("Paragraph")
	f.paragraph.OnChanged = changed
	f.shown = parts.Secondary("").Wrapped(3)
	f.where = parts.RowTop(10, parts.Fixed(parts.NewFormRow("Paragraph", f.paragraph), 110), parts.Grow(parts.Pads(f.shown, 22, 0, 0, 0), 1))
	f.was = parts.NewField("empty for the whole paragraph")
	f.was.OnChanged = changed
	f.wasRow = parts.NewFormRow("Only these words of it", f.was)
	f.text = parts.NewEditor("The new words", 2)
	f.text.OnChanged = changed
	f.textRow = parts.NewFormRow("New words", f.text)
	do := parts.NewButton("Add the amendment", f.record).Primary()
	f.seconder = p.newNameRow("Seconded by", func() fyne.Focusable { return do })
	f.mover = p.newNameRow("Moved by", func() fyne.Focusable { return f.seconder.field.Field() })
	f.preview, f.says = parts.NewRich(parts.RoleSecondary), parts.Secondary("").Wrapped(3)
	f.rows = parts.Column(8, f.toRow(), parts.Left(f.op), f.where, f.wasRow, f.textRow,
		parts.RowTop(10, parts.Grow(f.mover.row, 1), parts.Grow(f.seconder.row, 1)), parts.Sunken(parts.Column(4, f.preview, f.says)))
	back := parts.NewButton("Cancel", func() { f.panel.Shut() }).WithKey("Esc")
	f.panel = parts.NewPanelForm(f.rows, back, do)
	f.show()
}

// toRow chooses between the motion and an amendment that is still to be taken.
func (f *amendForm) toRow() fyne.CanvasObject {
	words := []string{"The motion"}
	for _, a := range f.of.of.model.Amendments(f.of.page.Motion) {
		if a.Outcome == data.ToBeTaken {
			f.to = append(f.to, a)
			words = append(words, "Amendment "+a.Label())
		}
	}
	to := parts.NewChoice(words, "", func(i int) {
		f.draft.To = ""
		if i > 0 {
			f.draft.To = f.to[i-1].ID
		}
		f.show()
	})
	to.Choose(0)
	row := parts.NewFormRow("It amends", to)
	if len(f.to) == 0 {
		row.Hide()
	}
	return row
}

// read copies what is typed into the draft.
func (f *amendForm) read() {
	f.draft.Paragraph, f.draft.Was, f.draft.Text = f.paragraph.Text, f.was.Text, f.text.Text
}

func (f *amendForm) show() {
	f.read()
	f.where.Hidden = f.draft.Op == data.Add
	f.wasRow.Hidden = f.draft.Op == data.Add || f.draft.Op == data.Insert
	f.textRow.Hidden = f.draft.Op == data.Delete
	d := f.of.of.model.PreviewAmendment(f.draft)
	f.shown.SetText(d.Paragraph)
	f.preview.SetRuns(d.Runs...)
	f.says.SetText(d.Says)
	f.says.In(d.Tone)
	parts.Settle(f.rows)
}

func (f *amendForm) record() {
	f.read()
	var known, both bool
	f.draft.Mover, known = f.mover.who(f.of.of.model)
	f.draft.Seconder, both = f.seconder.who(f.of.of.model)
	f.mover.row.SetError(unless(known, whoIsMeant))
	f.seconder.row.SetError(unless(both, whoIsMeant))
	if !known || !both {
		return
	}
	line, err := f.of.of.model.Amend(f.draft)
	if err != nil {
		f.panel.Fail(err)
		return
	}
	f.panel.Shut()
	f.of.done(line, nil)
}
