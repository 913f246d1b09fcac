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

func newMeetingChoice(of *Model, now data.MeetingID, changed func(int)) meetingChoice {
	ids, names := of.Meetings(now)
	c := meetingChoice{parts.NewChoice(append([]string{"No meeting yet"}, names...), "No meeting yet", changed), append([]data.MeetingID{""}, ids...)}
	c.Choose(max(slices.Index(c.ids, now), 0))
	return c
}

func (c meetingChoice) meeting() data.MeetingID { return c.ids[max(c.Chosen(), 0)] }

// startPasting opens the panel for several open motions at once, with what would be made of them.
func (p *Place) startPasting() {
	var f *parts.PanelForm
	received, meeting := parts.NewDateField(p.model.today()), newMeetingChoice(p.model, "", nil)
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
