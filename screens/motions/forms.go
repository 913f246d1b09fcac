package motions

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A meetingChoice is to which meeting a motion goes.
type meetingChoice struct {
	*parts.Choice
	ids []data.MeetingID
}

func newMeetingChoice(of *Model, now data.MeetingID) meetingChoice {
	ids, names := of.Meetings(now)
	c := meetingChoice{parts.NewChoice(append([]string{"No meeting yet"}, names...), "No meeting yet", nil), append([]data.MeetingID{""}, ids...)}
	c.Choose(max(slices.Index(c.ids, now), 0))
	return c
}

func (c meetingChoice) meeting() data.MeetingID { return c.ids[max(c.Chosen(), 0)] }

func (p *Place) startLogging() { p.openMotion("Log a motion", p.model.NewDraft()) }

// startEditing opens the motion that is chosen, unless it is disposed of.
func (p *Place) startEditing() {
	if d, ok := p.model.Draft(); ok {
		p.openMotion("Edit "+p.model.Card.Ref, d)
	}
}

// openMotion opens a motion in a panel.
func (p *Place) openMotion(heading string, d Draft) {
	var f *parts.PanelForm
	title := parts.NewField("Safer crossings on Mill Lane")
	title.Put(d.Title)
	text := parts.NewEditor("The text as it was handed in", 4)
	text.Put(d.Text)
	received := parts.NewDateField(p.model.today())
	received.PutDate(d.Received)
	meeting := newMeetingChoice(p.model, d.Meeting)
	var seconder *parts.PersonField
	toSeconder := func() { p.deps.Shell.Focus(seconder.Field()) }
	toReceived := func() { p.deps.Shell.Focus(received) }
	mover := parts.NewPersonField("Mover", p.model.everybody, toSeconder, toSeconder)
	seconder = parts.NewPersonField("Seconder", p.model.everybody, toReceived, toReceived)
	mover.Put(d.Mover.ID)
	seconder.Put(d.Seconder.ID)
	record := func() {
		day, err := received.Date()
		var line string
		if err == nil {
			d.Title, d.Text, d.Mover, d.Seconder, d.Received, d.Meeting = title.Text, text.Text, mover.Who(), seconder.Who(), day, meeting.meeting()
			var id data.MotionID
			if id, line, err = p.model.Log(d); err == nil {
				p.model.chosen = id
			}
		}
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	received.OnSubmitted = func(string) { record() }
	f = parts.NewPanelForm(parts.Column(10,
		parts.NewFormRow("Title", title), parts.NewFormRow("Text", text),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Moved by", mover), 1), parts.Grow(parts.NewFormRow("Seconded by", seconder), 1)),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Received", received), 1), parts.Grow(parts.NewFormRow("Goes to", meeting.Choice), 1))),
		parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Record", record).Primary())
	f.Open(p.deps.Shell, heading, title)
}

// startPasting opens the panel for several open motions at once, with what would be made of them.
func (p *Place) startPasting() {
	var f *parts.PanelForm
	received, meeting := parts.NewDateField(p.model.today()), newMeetingChoice(p.model, "")
	text := parts.NewEditor("One title a line; or motions with a blank line between them, the title first", 6)
	preview := parts.Column(2)
	show := func() {
		preview.Objects = previewRows(Split(text.Text))
		parts.Settle(preview)
	}
	text.OnChanged = func(string) { show() }
	show()
	record := func() {
		day, err := received.Date()
		var line string
		if err == nil {
			line, err = p.model.LogAll(Split(text.Text), day, meeting.meeting())
		}
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	f = parts.NewPanelForm(parts.Column(10, parts.NewFormRow("Open motions", text),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Received", received).WithHint("optional"), 1), parts.Grow(parts.NewFormRow("Go to", meeting.Choice), 1)),
		parts.AtLeast(parts.Sunken(preview), 0, 96)),
		parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Log these motions", record).Primary())
	f.Open(p.deps.Shell, "Paste open motions", text)
}

// previewRows say what would be logged.
func previewRows(drafts []Draft) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{parts.Label(data.NumberOf(len(drafts), "motion", "motions") + " would be logged")}
	for i, d := range drafts {
		rows = append(rows, parts.Body(fmt.Sprintf("%d. %s", i+1, d.Title)))
		if d.Text != "" {
			rows = append(rows, parts.Secondary(d.Text).Wrapped(2))
		}
	}
	return rows
}

// startSettling asks what became of the motion that is chosen, without a vote.
func (p *Place) startSettling() {
	if !p.model.Card.Open {
		return
	}
	var names []string
	for _, o := range Settlements() {
		names = append(names, data.Capital(string(o)))
	}
	var f *parts.PanelForm
	outcome := parts.NewChoice(names, "Choose what became of it", nil)
	note := parts.NewField("the executive; the July meeting")
	record := func() {
		chosen := data.Undecided
		if i := outcome.Chosen(); i >= 0 {
			chosen = Settlements()[i]
		}
		line, err := p.model.Settle(chosen, note.Text)
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	note.OnSubmitted = func(string) { record() }
	f = parts.NewPanelForm(parts.Column(12,
		parts.Secondary("A vote is recorded in the meeting. This is for a motion that was settled without one.").Wrapped(0),
		parts.NewFormRow("Outcome", outcome), parts.NewFormRow("To whom, or until when", note)),
		parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Record", record).Primary())
	f.Open(p.deps.Shell, p.model.Card.Ref+" "+p.model.Card.Title, outcome)
}
