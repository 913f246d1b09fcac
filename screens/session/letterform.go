package session

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// letterForm reports a letter that came or went.
func (p *Place) letterForm() {
	p.letterFields("Letter", data.Letter{Way: data.CameHere, Date: p.model.held.Date}, p.model.Correspond, p.recordButton)
}

func (p *Place) correctLetter(l data.Letter) {
	p.letterFields("Letter", l, p.model.CorrectLetter, func(do func()) fyne.CanvasObject { return p.correctButtons(data.ID(l.ID), do) })
}

func (p *Place) letterFields(title string, was data.Letter, record func(data.Letter) (string, error), buttons func(do func()) fyne.CanvasObject) {
	ways := []data.Way{data.CameHere, data.WentAway}
	way := parts.NewChoice([]string{"It came to us", "We sent it"}, "", nil)
	way.Choose(one(was.Way == data.WentAway))
	with, medium := parts.NewField("Anna Reyes (city council)"), parts.NewField("email, post, by hand")
	subject, asks := parts.NewField("the library consultation"), parts.NewField("our view")
	for field, text := range map[*parts.Field]string{with: was.With, medium: was.Medium, subject: was.Subject, asks: was.Asks} {
		field.Put(text)
	}
	on, due := parts.NewDateField(p.model.held.Date), parts.NewDateField(p.model.held.Date)
	on.PutDate(was.Date)
	due.PutDate(was.Due)
	onRow, dueRow := parts.NewFormRow("Date of the letter", on), parts.NewFormRow("Reply due, if one is", due)
	do := func() {
		var onErr, dueErr error
		l := was
		l.Way, l.With, l.Medium, l.Subject, l.Asks = ways[max(way.Chosen(), 0)], with.Text, medium.Text, subject.Text, asks.Text
		l.Date, onErr = on.Date()
		l.Due, dueErr = due.Date()
		onRow.SetError(unless(onErr == nil, noDate))
		dueRow.SetError(unless(dueErr == nil, noDate))
		if onErr == nil && dueErr == nil {
			p.recorded(record(l))
		}
	}
	p.open(title, parts.Column(10, parts.NewFormRow("Which way", way), parts.NewFormRow("From or to", with), onRow, parts.NewFormRow("By", medium),
		parts.NewFormRow("About", subject), parts.NewFormRow("Asks for", asks), dueRow, buttons(do)), way)
}

// canvassForm reports the figures of a campaign session.
func (p *Place) canvassForm() {
	p.canvassFields("Campaign session", data.Canvass{}, p.model.Campaigned, p.recordButton)
}

func (p *Place) correctCanvass(c data.Canvass) {
	p.canvassFields("Campaign session", c, p.model.CorrectCanvass, func(do func()) fyne.CanvasObject { return p.correctButtons(data.ID(c.ID), do) })
}

func (p *Place) canvassFields(title string, was data.Canvass, record func(data.Canvass) (string, error), buttons func(do func()) fyne.CanvasObject) {
	where, note := parts.NewField("Canal Street"), parts.NewField("Anything to add")
	where.Put(was.Place)
	note.Put(was.Note)
	on := parts.NewDateField(p.model.held.Date)
	on.PutDate(was.Date)
	onRow := parts.NewFormRow("Date, if it was said", on)
	c := was
	figures, rows := canvassFigures(&c)
	doubts := parts.Secondary("").In(parts.Amber).Wrapped(0)
	read := func() bool {
		right := true
		for _, f := range figures {
			right = f.read() && right
		}
		doubts.SetText(c.Doubts())
		return right
	}
	for _, f := range figures {
		f.field.OnChanged = func(string) { read() }
	}
	do := func() {
		var err error
		right := read()
		c.Place, c.Note = where.Text, note.Text
		c.Date, err = on.Date()
		onRow.SetError(unless(err == nil, noDate))
		if right && err == nil {
			p.recorded(record(c))
		}
	}
	p.open(title, parts.Column(10, parts.NewFormRow("Where", where), onRow, parts.Column(10, rows...), doubts,
		parts.NewFormRow("Note", note), buttons(do)), where)
}

// A canvassFigure is one number of a campaign session on its form.
type canvassFigure struct {
	n     *int
	field *parts.Field
	row   *parts.FormRow
}

// canvassFigures are the fields for the figures of a session, filled with those that it has.
func canvassFigures(c *data.Canvass) (figures []canvassFigure, rows []fyne.CanvasObject) {
	for _, f := range []struct {
		label string
		n     *int
	}{{"Volunteers", &c.Volunteers}, {"Doors", &c.Doors}, {"Contacts", &c.Contacts}, {"Promises", &c.Promises}, {"Signatures", &c.Signatures}} {
		field := parts.NewField("")
		if *f.n > 0 {
			field.Put(strconv.Itoa(*f.n))
		}
		row := parts.NewFormRow(f.label, field)
		figures, rows = append(figures, canvassFigure{f.n, field, row}), append(rows, row)
	}
	return figures, rows
}

// read takes the number that is typed, 0 for none; false, with why in the row, when it is no number.
func (f canvassFigure) read() bool {
	var err error
	*f.n = 0
	if typed := strings.TrimSpace(f.field.Text); typed != "" {
		*f.n, err = strconv.Atoi(typed)
	}
	f.row.SetError(unless(err == nil, "Type a number, or nothing."))
	return err == nil
}
