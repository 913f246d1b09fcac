package approval

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// occasion are the fields that say at which meeting something was done, and when.
type occasion struct {
	meeting *parts.Choice
	ids     []data.MeetingID
	on      *parts.DateField
}

// newOccasion offers the meeting and the day that the minutes are about, or else today outside the book.
func (p *Place) newOccasion() *occasion {
	names, ids := p.m.Meetings()
	o := &occasion{ids: ids}
	at, on := p.m.Usual()
	o.on = parts.NewDateField(on)
	o.on.PutDate(on)
	o.meeting = parts.NewChoice(names, names[0], func(i int) { o.on.PutDate(p.m.DateOf(ids[i])) })
	for i, id := range ids {
		if id == at {
			o.meeting.Choose(i)
		}
	}
	return o
}

func (o *occasion) rows() fyne.CanvasObject {
	return parts.Column(12, parts.NewFormRow("At the meeting", o.meeting), parts.NewFormRow("On", o.on))
}

func (o *occasion) read() (data.MeetingID, data.Date, error) {
	on, err := o.on.Date()
	return o.ids[max(o.meeting.Chosen(), 0)], on, err
}

// A sheet is a form of one step: what it is called, its rows, the button, and what is recorded.
type sheet struct {
	title, button string
	rows          fyne.CanvasObject
	first         fyne.Focusable
	record        func() (string, error)
}

// ask shows the form in a panel. What was recorded is said in the undo line, what is wrong in the form.
func (p *Place) ask(s sheet) {
	var f *parts.PanelForm
	record := func() {
		line, err := s.record()
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	f = parts.NewPanelForm(s.rows, parts.NewButton("Cancel", func() { f.Shut() }).WithKey("Esc"), parts.NewButton(s.button, record).Primary())
	f.Open(p.d.Shell, s.title, s.first)
}

// askWhere asks at which meeting, and when; under, which may be nil, are more rows.
func (p *Place) askWhere(title, button string, under fyne.CanvasObject, record func(data.MeetingID, data.Date) (string, error)) {
	if !p.m.IsOpen() {
		return
	}
	o := p.newOccasion()
	rows := o.rows()
	if under != nil {
		rows = parts.Column(12, rows, under)
	}
	p.ask(sheet{title: title, button: button, rows: rows, first: o.meeting, record: func() (string, error) {
		at, on, err := o.read()
		if err != nil {
			return "", err
		}
		return record(at, on)
	}})
}

func (p *Place) presentForm() {
	p.askWhere("Minutes presented", "Record as presented", nil, p.m.Present)
}

func (p *Place) approveForm() {
	how := "These minutes are approved as a true record. Their text is kept as it reads now."
	if n := len(p.m.Corrections); n > 0 {
		how = "These minutes are approved as amended. " + data.NumberOf(n, "correction is", "corrections are") + " made in the records, and the text is kept as it then reads."
	}
	p.askWhere("Approve the minutes", "Approve", parts.Secondary(how).Wrapped(0), p.m.Approve)
}

func (p *Place) noteForm() {
	p.askWhere("Minutes received and noted", "Record as noted",
		parts.Secondary("Minutes of another body, such as the executive, are received and noted. That approves nothing.").Wrapped(0), p.m.Note)
}

func (p *Place) holdOverForm() {
	why := parts.NewField("Page 2 was missing")
	p.askWhere("Hold the minutes over", "Hold over", parts.NewFormRow("Why", why).WithHint("may stay blank"), func(at data.MeetingID, on data.Date) (string, error) {
		return p.m.HoldOver(data.HoldOver{At: at, On: on, Why: why.Text})
	})
}

func (p *Place) agreeForm(id data.CorrectionID, number int) {
	p.askWhere(fmt.Sprintf("Addendum %d agreed", number), "Record as agreed", nil,
		func(at data.MeetingID, on data.Date) (string, error) { return p.m.AgreeAddendum(id, at, on) })
}

func (p *Place) finishForm() {
	on := parts.NewDateField(p.m.today())
	on.PutDate(p.m.today())
	p.ask(sheet{title: "The draft is finished", button: "Record", rows: parts.NewFormRow("On", on), first: on, record: func() (string, error) {
		day, err := on.Date()
		if err != nil {
			return "", err
		}
		return p.m.FinishDraft(day)
	}})
}

func (p *Place) circulateForm() {
	on, to := parts.NewDateField(p.m.today()), parts.NewField("All members")
	on.PutDate(p.m.today())
	emails, posted := parts.NewNumberField(), parts.NewNumberField()
	rows := parts.Column(12, parts.Secondary("Branchbook sends nothing. It keeps when the draft went, and to whom.").Wrapped(0),
		parts.NewFormRow("On", on), parts.NewFormRow("To", to),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Emails", emails), 1), parts.Grow(parts.NewFormRow("By post", posted), 1)))
	p.ask(sheet{title: "Draft circulated", button: "Record as circulated", rows: rows, first: on, record: func() (string, error) {
		day, err := on.Date()
		if err != nil {
			return "", err
		}
		c := data.Circulation{On: day, To: to.Text}
		c.Emails, _ = emails.Number()
		c.Posted, _ = posted.Number()
		return p.m.Circulate(c)
	}})
}

func (p *Place) signForm() {
	on := parts.NewDateField(p.m.today())
	on.PutDate(p.m.held.Approval.Approved)
	who := parts.NewPersonField("Signed by", p.m.People, nil, func() { p.d.Shell.Focus(on) })
	who.Put(p.m.Chair())
	rows := parts.Column(12, parts.Secondary("Signing locks the minutes. Undo takes it back while nothing has followed; after that a mistake gets a numbered addendum.").Wrapped(0),
		parts.NewFormRow("Signed by", who), parts.NewFormRow("On", on))
	p.ask(sheet{title: "Signed by the chair", button: "Sign and lock", rows: rows, first: on, record: func() (string, error) {
		day, err := on.Date()
		if err != nil {
			return "", err
		}
		return p.m.Sign(who.Who().ID, day)
	}})
}
