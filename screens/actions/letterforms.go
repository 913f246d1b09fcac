package actions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// letterCard shows one letter.
type letterCard struct {
	view, none *fyne.Container
	way        *parts.Text
	subject    *parts.Text
	state      *parts.Chip
	facts      *fyne.Container
	answered   *parts.Button
	closed     *parts.Button
	reopen     *parts.Button
	visit      *parts.Button
}

func newLetterCard(of *lettersView) *letterCard {
	v := &letterCard{way: parts.Label(""), subject: parts.CardHeading("").Wrapped(0), state: parts.NewChip(parts.Grey, "", ""), facts: parts.Column(6)}
	v.answered = parts.NewButton("Mark as answered", of.answer).Primary().WithIcon(parts.IconCheck).WithKey("Alt+A")
	v.reopen = parts.NewButton("Open it again", of.reopen).WithIcon(parts.IconUndo)
	v.closed = parts.NewButton("Close", of.shut).WithIcon(parts.IconMinus).Small()
	v.visit = parts.NewButton("Go to the meeting", of.toMeeting).WithIcon(parts.IconMeeting).Small()
	edit := parts.NewButton("Edit", of.edit).WithIcon(parts.IconPencil).Small()
	v.view = parts.Sheet(parts.Column(0, parts.NewScroller(parts.Pad(parts.Column(12,
		parts.Row(8, parts.Grow(v.way, 1), v.state), v.subject, v.facts,
		parts.Left(v.answered), parts.Left(v.reopen), parts.Left(parts.Row(8, edit, v.closed)), parts.Left(v.visit)), 15))))
	v.none = parts.Sheet(parts.Pad(parts.Column(8, parts.CardHeading("No letter chosen"),
		parts.Secondary("Choose one in the list. Enter edits it, and Alt+A marks it as answered.").Wrapped(0)), 15))
	return v
}

func (v *letterCard) show(r LetterRow) {
	way := "From"
	if r.Way == "Out" {
		way = "To"
	}
	v.way.SetText(r.Way + ", " + r.Date)
	v.subject.SetText(r.Subject)
	v.state.Set(parts.Mark{Tone: r.State.Tone, Icon: r.State.Icon, Text: r.State.Text})
	v.facts.Objects = nil
	for _, f := range []struct{ label, text string }{
		{way, r.With}, {"By", r.Medium}, {"Asks", r.Asks}, {"Reply due", r.Due}, {"Note", r.Note}, {"Meeting", r.Reported},
	} {
		if f.text != "" {
			v.facts.Add(parts.RowTop(8, parts.Fixed(parts.Caption(f.label), 64), parts.Grow(parts.Secondary(f.text).Wrapped(0), 1)))
		}
	}
	v.answered.Hidden, v.closed.Hidden, v.reopen.Hidden, v.visit.Hidden = r.Settled, r.Settled, !r.Settled, r.Meeting == ""
	parts.Settle(v.view)
	v.view.Refresh()
}

// letterForm is the form in which a letter is added or edited. It is made anew for each.
type letterForm struct {
	of                    *lettersView
	draft                 LetterDraft
	view                  *fyne.Container
	way                   *parts.Segments
	date, due             *parts.DateField
	with, medium, subject *parts.Field
	asks                  *parts.Editor
	rows                  struct{ date, with, due *parts.FormRow }
}

func newLetterForm(of *lettersView, d LetterDraft) *letterForm {
	v := &letterForm{of: of, draft: d}
	v.way = parts.NewSegments([]string{"In", "Out"}, nil)
	if d.Way == data.WentAway {
		v.way.Choose(1)
	}
	v.date, v.due = parts.NewDateField(of.model.today()), parts.NewDateField(of.model.today())
	v.date.PutDate(d.Date)
	v.due.PutDate(d.Due)
	v.with, v.medium, v.subject = parts.NewField("Northgate Council"), parts.NewField("Email, post, by hand"), parts.NewField("The crossing on Mill Lane")
	v.with.Put(d.With)
	v.medium.Put(d.Medium)
	v.subject.Put(d.Subject)
	v.asks = parts.NewEditor("What is asked; leave it empty for nothing", 2)
	v.asks.Put(d.Asks)
	heading, save := "Edit the letter", "Save"
	if d.IsNew() {
		heading, save = "Add a letter", "Add"
	}
	v.rows.date, v.rows.due = parts.NewFormRow("Date", v.date), parts.NewFormRow("Reply due", v.due)
	v.rows.with = parts.NewFormRow("From or to", v.with)
	form := parts.Column(12, parts.NewFormRow("It came in, or went out", parts.Left(v.way)), v.rows.date, v.rows.with, parts.NewFormRow("About", v.subject),
		parts.NewFormRow("By", v.medium), parts.NewFormRow("Asks", v.asks), v.rows.due)
	v.view = formSheet(heading, form, parts.NewButton(save, v.save).Primary().WithIcon(parts.IconCheck), of)
	return v
}

// formSheet is a form under its heading, with its buttons.
func formSheet(heading string, form fyne.CanvasObject, save *parts.Button, of *lettersView) *fyne.Container {
	return parts.Sheet(parts.Column(0, parts.PadXY(parts.CardHeading(heading), 15, 10), parts.Rule(),
		parts.NewScroller(parts.Pad(form, 15)), parts.Rule(),
		parts.PadXY(parts.Row(8, save, parts.NewButton("Cancel", of.cancel).WithKey("Esc")), 15, 10)))
}

// save hands in the form, or says beside the field what is wrong.
func (v *letterForm) save() {
	for _, row := range []*parts.FormRow{v.rows.date, v.rows.due, v.rows.with} {
		row.SetError("")
	}
	d := v.draft
	var ok bool
	if d.Date, ok = v.of.date(v.date, v.rows.date); !ok {
		return
	}
	if d.Due, ok = v.of.date(v.due, v.rows.due); !ok {
		return
	}
	d.Way = []data.Way{data.CameHere, data.WentAway}[v.way.Chosen()]
	d.With, d.Medium, d.Subject, d.Asks = v.with.Text, v.medium.Text, v.subject.Text, v.asks.Text
	said, err := v.of.model.Save(d)
	if err != nil {
		v.rows.with.SetError(data.Say(err))
		v.of.of.deps.Shell.Focus(v.with)
		return
	}
	v.of.closeForm()
	v.of.of.said(said, nil)
}

// endingForm asks how a letter ended: when it was answered, or why it is closed without an answer.
type endingForm struct {
	of   *lettersView
	view *fyne.Container
	on   *parts.DateField // nil when it is closed, which is today
	note *parts.Editor
	rows struct{ on, note *parts.FormRow }
}

func newEndingForm(of *lettersView, letter LetterRow, answered bool) *endingForm {
	v := &endingForm{of: of, note: parts.NewEditor("", 2)}
	v.note.Put(letter.Note)
	heading, label := "Close without an answer", "Why"
	form := parts.Column(12, parts.Secondary(data.Capital(letter.Heading)).Wrapped(0))
	if answered {
		heading, label = "Mark as answered", "What the answer was"
		v.on = parts.NewDateField(of.model.today())
		v.on.PutDate(of.model.today())
		v.rows.on = parts.NewFormRow("Answered on", v.on)
		form.Add(v.rows.on)
	}
	v.rows.note = parts.NewFormRow(label, v.note)
	form.Add(v.rows.note)
	v.view = formSheet(heading, form, parts.NewButton(heading, v.save).Primary().WithIcon(parts.IconCheck), of)
	return v
}

func (v *endingForm) first() fyne.Focusable {
	if v.on != nil {
		return v.on
	}
	return v.note
}

func (v *endingForm) save() {
	v.rows.note.SetError("")
	end := func() (string, error) { return v.of.model.Close(v.note.Text) }
	if v.on != nil {
		v.rows.on.SetError("")
		on, ok := v.of.date(v.on, v.rows.on)
		if !ok {
			return
		}
		end = func() (string, error) { return v.of.model.MarkAnswered(on, v.note.Text) }
	}
	said, err := end()
	if err != nil {
		v.rows.note.SetError(data.Say(err))
		v.of.of.deps.Shell.Focus(v.first())
		return
	}
	v.of.closeForm()
	v.of.of.said(said, nil)
}
