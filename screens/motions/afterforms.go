package motions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// hasOpenCopy says whether the motion that is chosen went, or goes, to somebody and that is not closed.
func (p *Place) hasOpenCopy() bool {
	return slices.ContainsFunc(p.model.Card.Copies, func(c Copy) bool { return c.open })
}

// A copyChoice is which copy something happened to, the most pressing first.
type copyChoice struct {
	*parts.Choice
	ids []data.ForwardingID
}

func newCopyChoice(of []Copy) copyChoice {
	var c copyChoice
	var names []string
	for _, x := range of {
		if x.open {
			c.ids, names = append(c.ids, x.ID), append(names, x.Text)
		}
	}
	c.Choice = parts.NewChoice(names, "Choose the copy", nil)
	c.Choose(0)
	return c
}

func (c copyChoice) copy() data.ForwardingID {
	if i := c.Chosen(); i >= 0 && i < len(c.ids) {
		return c.ids[i]
	}
	return ""
}

// A question is a panel about the motion that is chosen: rows under each other, and what is recorded of them.
type question struct {
	heading string
	verb    string
	rows    []fyne.CanvasObject
	first   fyne.Focusable
	record  func() (string, error)
}

// put asks the question. It stays open, with the reason over its buttons, until what was typed can be recorded.
func (p *Place) put(q question) (record func()) {
	var f *parts.PanelForm
	record = func() {
		line, err := q.record()
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	f = parts.NewPanelForm(parts.Column(10, q.rows...),
		parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton(q.verb, record).Primary())
	f.Open(p.deps.Shell, p.model.Card.Ref+": "+q.heading, q.first)
	return record
}

func (p *Place) day(on data.Date) *parts.DateField {
	f := parts.NewDateField(p.model.today())
	f.PutDate(on)
	return f
}

// startSending asks to whom the motion that is chosen goes.
func (p *Place) startSending() {
	if p.model.chosen == "" {
		return
	}
	s := p.model.NewSending()
	names := data.Recipients()
	var ticks []*parts.Check
	left, right := parts.Column(4), parts.Column(4)
	for i, n := range names {
		tick := parts.NewCheck(n, nil)
		ticks = append(ticks, tick)
		if i < (len(names)+1)/2 {
			left.Add(tick)
		} else {
			right.Add(tick)
		}
	}
	other, how := parts.NewField("City council"), parts.NewField("by email, by post")
	how.Put(s.How)
	sent, chase := p.day(s.Sent), p.day(s.Chase)
	paper := parts.NewCheck("Write the paper of this motion to go with it", nil)
	record := p.put(question{
		heading: "send it on", verb: "Record", first: ticks[0],
		rows: []fyne.CanvasObject{
			parts.RowTop(12, parts.Grow(left, 1), parts.Grow(right, 1.3)), parts.NewFormRow("Others", other).WithHint("commas between them"),
			parts.RowTop(12, parts.Grow(parts.NewFormRow("Sent on", sent).WithHint("blank: still to send"), 1), parts.Grow(parts.NewFormRow("How", how), 1)),
			parts.NewFormRow("Ask what became of it on", chase).WithHint("may be blank"), paper,
		},
		record: func() (line string, err error) {
			s.To = strings.Split(other.Text, ",")
			for i, tick := range ticks {
				if tick.Checked() {
					s.To = append(s.To, names[i])
				}
			}
			s.How = how.Text
			if s.Sent, s.Chase, err = twoDates(sent, chase); err != nil {
				return "", err
			}
			if line, err = p.model.SendOn(s); err == nil && paper.Checked() {
				p.exportFor(cleaned(s.To))
			}
			return line, err
		},
	})
	other.OnSubmitted = func(string) { record() }
	how.OnSubmitted = func(string) { record() }
	chase.OnSubmitted = func(string) { record() }
}

// exportFor writes the paper of the motion that is chosen, and links it with the copies that went to these.
func (p *Place) exportFor(to []string) {
	motion := p.model.chosen
	p.deps.Papers.ExportMotion(motion, true, func(paper data.Paper, err error) {
		if err == nil && p.model.chosen == motion {
			if err = p.model.Refresh(); err == nil {
				err = p.model.Attach(to, paper.ID)
			}
		}
		p.exported(paper, err)
	})
}

func (p *Place) startAcknowledging() {
	if !p.hasOpenCopy() {
		return
	}
	which, on, by := newCopyChoice(p.model.Card.Copies), p.day(p.model.today()), parts.NewField("Ruth Gallagher, CLP secretary")
	record := p.put(question{
		heading: "they have it", verb: "Mark acknowledged", first: on,
		rows: []fyne.CanvasObject{parts.NewFormRow("Copy", which.Choice), parts.NewFormRow("Acknowledged on", on), parts.NewFormRow("By whom", by).WithHint("may be blank")},
		record: func() (string, error) {
			day, err := on.Date()
			if err != nil {
				return "", err
			}
			return p.model.Acknowledge(which.copy(), day, by.Text)
		},
	})
	by.OnSubmitted = func(string) { record() }
}

func (p *Place) startAnswering() {
	if !p.hasOpenCopy() {
		return
	}
	which, on, result := newCopyChoice(p.model.Card.Copies), p.day(data.Date{}), parts.NewField("carried 41-23")
	record := p.put(question{
		heading: "what they made of it", verb: "Record", first: result,
		rows: []fyne.CanvasObject{
			parts.NewFormRow("Copy", which.Choice), parts.NewFormRow("Their result", result).WithHint("blank while only the day is known"),
			parts.NewFormRow("Their meeting", on).WithHint("may be blank"),
		},
		record: func() (string, error) {
			day, err := dateOrBlank(on)
			if err != nil {
				return "", err
			}
			return p.model.Answer(which.copy(), day, result.Text)
		},
	})
	result.OnSubmitted = func(string) { record() }
	on.OnSubmitted = func(string) { record() }
}

func (p *Place) startReportingBack() {
	if !p.hasOpenCopy() {
		return
	}
	which, at := newCopyChoice(p.model.Card.Copies), newMeetingChoice(p.model, "", nil)
	ids, names := p.model.reportable()
	at.ids = append([]data.MeetingID{""}, ids...)
	at.SetOptions(append([]string{"Choose the meeting"}, names...))
	at.Choose(min(1, len(ids)))
	p.put(question{
		heading: "the branch was told", verb: "Mark reported back", first: at.Choice,
		rows:   []fyne.CanvasObject{parts.NewFormRow("Copy", which.Choice), parts.NewFormRow("At the meeting", at.Choice)},
		record: func() (string, error) { return p.model.ReportBack(which.copy(), at.meeting()) },
	})
}

func (p *Place) startChasing() {
	if !p.hasOpenCopy() {
		return
	}
	which, on, again := newCopyChoice(p.model.Card.Copies), p.day(p.model.today()), p.day(p.model.today().AddDays(chaseAfter))
	record := p.put(question{
		heading: "asked what became of it", verb: "Record", first: on,
		rows: []fyne.CanvasObject{
			parts.NewFormRow("Copy", which.Choice), parts.NewFormRow("Asked on", on), parts.NewFormRow("Ask again on", again).WithHint("may be blank"),
		},
		record: func() (string, error) {
			asked, next, err := twoDates(on, again)
			if err != nil {
				return "", err
			}
			return p.model.Chase(which.copy(), asked, next)
		},
	})
	again.OnSubmitted = func(string) { record() }
}

func (p *Place) startClosing() {
	if !p.hasOpenCopy() {
		return
	}
	which, on, why := newCopyChoice(p.model.Card.Copies), p.day(p.model.today()), parts.NewField("no reply after two chasers")
	record := p.put(question{
		heading: "nothing more is to be done", verb: "Close", first: why,
		rows: []fyne.CanvasObject{parts.NewFormRow("Copy", which.Choice), parts.NewFormRow("Why", why), parts.NewFormRow("Closed on", on)},
		record: func() (string, error) {
			day, err := on.Date()
			if err != nil {
				return "", err
			}
			return p.model.CloseCopy(which.copy(), day, why.Text)
		},
	})
	why.OnSubmitted = func(string) { record() }
}

// dateOrBlank reads a date that may be left out.
func dateOrBlank(f *parts.DateField) (data.Date, error) {
	if f.Text == "" {
		return data.Date{}, nil
	}
	return f.Date()
}

func twoDates(a, b *parts.DateField) (first, second data.Date, err error) {
	if first, err = dateOrBlank(a); err == nil {
		second, err = dateOrBlank(b)
	}
	return first, second, err
}
