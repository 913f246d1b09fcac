package motions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// kinds are the kinds of motion in the order of a choice.
var kinds = []data.MotionKind{
	data.OrdinaryMotion, data.EmergencyMotion, data.ContemporaryMotion, data.RuleChange, data.Procedural, data.Donation, data.Affiliation, data.Composite,
}

// A motionChoice is the earlier motion that another follows on.
type motionChoice struct {
	*parts.Choice
	ids []data.MotionID
}

func newMotionChoice(ids []data.MotionID, names []string, now data.MotionID) motionChoice {
	c := motionChoice{parts.NewChoice(append([]string{"None"}, names...), "None", nil), append([]data.MotionID{""}, ids...)}
	c.Choose(max(slices.Index(c.ids, now), 0))
	return c
}

func (c motionChoice) motion() data.MotionID { return c.ids[max(c.Chosen(), 0)] }

// receiveForm is a motion as it comes in, or as it is edited.
type receiveForm struct {
	of                         *Place
	form                       *parts.PanelForm
	draft                      Draft
	title, amount, how, tags   *parts.Field
	text                       *parts.Editor
	words, follows             *parts.Text
	kind                       *parts.Choice
	mover, seconder, also      *parts.PersonField
	further                    *parts.Text
	received                   *parts.DateField
	meeting                    meetingChoice
	anyway                     *parts.Check
	amountRow                  *parts.FormRow
	again, supersedes, rescind motionChoice
	rows                       *fyne.Container
}

func (p *Place) startLogging() { p.openMotion("Log a motion", p.model.NewDraft()) }

// startEditing opens the motion that is chosen, unless it is disposed of.
func (p *Place) startEditing() {
	if d, ok := p.model.Draft(); ok {
		p.openMotion("Edit "+p.model.Card.Ref, d)
	}
}

// startAgain opens the motion that is chosen as a new one, to be reworded.
func (p *Place) startAgain() {
	if d, ok := p.model.Resubmission(); ok {
		p.openMotion("Bring "+p.model.Card.Ref+" back as a new motion", d)
	}
}

// openMotion opens a motion in a panel.
func (p *Place) openMotion(heading string, d Draft) {
	v := &receiveForm{of: p, draft: d}
	v.fields()
	v.whoAndWhen()
	v.rows = parts.Column(10,
		parts.NewFormRow("Title", v.title), parts.NewFormRow("Text", v.text), v.words,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Received", v.received), 1), parts.Grow(parts.NewFormRow("For the meeting", v.meeting.Choice), 1)),
		v.follows, v.anyway,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Moved by", v.mover), 1), parts.Grow(parts.NewFormRow("Seconded by", v.seconder), 1)),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("How it came", v.how), 1), parts.Grow(parts.NewFormRow("Kind", v.kind), 1)),
		parts.NewFormRow("Tags", v.tags).WithHint("commas between them"),
		v.amountRow,
		parts.NewFormRow("Further seconder", v.also).WithHint("Enter adds another"), v.further,
		parts.NewFormRow("Resubmission of", v.again.Choice),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Supersedes", v.supersedes.Choice), 1), parts.Grow(parts.NewFormRow("Rescinds", v.rescind.Choice), 1)))
	v.form = parts.NewPanelForm(v.rows, parts.NewButton("Cancel", func() { v.form.Shut() }), parts.NewButton("Record", v.record).Primary())
	v.show()
	v.form.Open(p.deps.Shell, heading, v.title)
}

func (v *receiveForm) fields() {
	d := v.draft
	v.title, v.how, v.tags = parts.NewField("Safer crossings on Mill Lane"), parts.NewField("by email, on paper"), parts.NewField("transport, council")
	v.amount = parts.NewField("£50")
	v.text = parts.NewEditor("The text as it was handed in", 4)
	v.title.Put(d.Title)
	v.text.Put(d.Text)
	v.how.Put(d.How)
	v.tags.Put(d.Tags)
	v.amount.Put(d.Amount)
	v.words, v.follows, v.further = parts.Caption(""), parts.Secondary("").Wrapped(0), parts.Secondary("").Wrapped(0)
	v.text.OnChanged = func(string) { v.show() }
	var names []string
	for _, k := range kinds {
		if k == data.OrdinaryMotion {
			k = "ordinary"
		}
		names = append(names, data.Capital(string(k)))
	}
	v.kind = parts.NewChoice(names, "Ordinary", func(int) { v.show() })
	v.kind.Choose(max(slices.Index(kinds, d.Kind), 0))
	for _, f := range []*parts.Field{v.title, v.how, v.tags, v.amount} {
		f.OnSubmitted = func(string) { v.record() }
	}
	v.amountRow = parts.NewFormRow("Sum of money", v.amount)
	ids, titles := v.of.model.Earlier(d.ID)
	v.again, v.supersedes = newMotionChoice(ids, titles, d.ResubmissionOf), newMotionChoice(ids, titles, d.Supersedes)
	v.rescind = newMotionChoice(ids, titles, d.Rescinds)
}

func (v *receiveForm) whoAndWhen() {
	d, p := v.draft, v.of
	toSeconder := func() { p.deps.Shell.Focus(v.seconder.Field()) }
	toHow := func() { p.deps.Shell.Focus(v.how) }
	v.mover = parts.NewPersonField("Mover", p.model.everybody, toSeconder, toSeconder)
	v.seconder = parts.NewPersonField("Seconder", p.model.everybody, toHow, toHow)
	v.also = parts.NewPersonField("Further seconder", p.model.everybody, v.addFurther, v.addFurther)
	v.mover.Put(d.Mover.ID)
	v.seconder.Put(d.Seconder.ID)
	v.received = p.day(d.Received)
	v.received.OnChanged = func(string) { v.show() }
	v.received.OnSubmitted = func(string) { v.record() }
	v.meeting = newMeetingChoice(p.model, d.Meeting, func(int) { v.show() })
	v.anyway = parts.NewCheck("Put it on this agenda all the same", func(bool) { v.show() })
	v.anyway.SetChecked(d.Anyway)
}

// addFurther takes who was typed as one more seconder, and empties the field for the next.
func (v *receiveForm) addFurther() {
	if who := v.also.Who(); !who.IsZero() {
		v.draft.Also = append(v.draft.Also, who)
		v.also.Put("")
		v.show()
	}
}

// read copies the fields into the draft. The error says that the day cannot be read.
func (v *receiveForm) read() (d Draft, err error) {
	d = v.draft
	d.Title, d.Text, d.Mover, d.Seconder = v.title.Text, v.text.Text, v.mover.Who(), v.seconder.Who()
	d.Kind, d.How, d.Tags, d.Meeting = kinds[max(v.kind.Chosen(), 0)], v.how.Text, v.tags.Text, v.meeting.meeting()
	d.Amount = ""
	if asksMoney(d.Kind) {
		d.Amount = v.amount.Text
	}
	d.Anyway = v.anyway.Checked()
	d.ResubmissionOf, d.Supersedes, d.Rescinds = v.again.motion(), v.supersedes.motion(), v.rescind.motion()
	if who := v.also.Who(); !who.IsZero() {
		d.Also = append(slices.Clone(d.Also), who)
	}
	d.Received, err = dateOrBlank(v.received)
	return d, err
}

func asksMoney(k data.MotionKind) bool { return k == data.Donation || k == data.Affiliation }

// show says how long the text is, and at once whether it came in time and what follows.
func (v *receiveForm) show() {
	if v.rows == nil {
		return
	}
	d, err := v.read()
	length := data.Motion{Kind: d.Kind, Text: d.Text}.JudgeLength()
	v.words.In(toneOf(length.Warning)).SetText(length.Sentence())
	p, placed := v.of.model.Place(d)
	placed = placed && err == nil
	late := placed && !p.InTime && !p.Emergency
	v.follows.Hidden, v.anyway.Hidden, v.amountRow.Hidden = !placed, !late, !asksMoney(d.Kind)
	if placed {
		words := p.Words
		if late && d.Anyway {
			words = data.Capital(p.Deadline.Verdict) + " for " + p.Wanted.Date.String() + ", and put on its agenda all the same."
		}
		v.follows.In(toneOf(late)).SetText(words)
	}
	var further []string
	for _, w := range v.draft.Also {
		further = append(further, v.of.model.people.NameOf(w))
	}
	v.further.Hidden = len(further) == 0
	v.further.SetText("Also seconded by " + strings.Join(further, ", "))
	parts.Settle(v.rows)
}

func toneOf(warning bool) parts.Tone {
	if warning {
		return parts.Amber
	}
	return parts.Plain
}

func (v *receiveForm) record() {
	d, err := v.read()
	if err != nil {
		v.form.Fail(err)
		return
	}
	id, line, err := v.of.model.Log(d)
	if err != nil {
		v.form.Fail(err)
		return
	}
	v.form.Shut()
	v.of.model.chosen = id
	v.of.noted = received{d, id}
	v.of.said(line, nil)
}

// received is the motion that was logged or edited last, for the note to its mover.
type received struct {
	draft Draft
	id    data.MotionID
}

// canNote says whether there is a note to write to the mover of the motion that is chosen.
func (p *Place) canNote() bool { return p.model.NoteFor(p.noted.draft, p.noted.id) != "" }

// copyNote puts the note for the mover on the clipboard.
func (p *Place) copyNote() {
	if note := p.model.NoteFor(p.noted.draft, p.noted.id); note != "" {
		p.toClipboard(note, "The note for the mover is on the clipboard. Paste it into your message.")
	}
}
