package session

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// registerCommands are what can be asked for of the register, besides who comes and goes.
func (p *Place) registerCommands() []place.Command {
	open := func() bool { return p.model.IsOpen() }
	unnamed := func() bool { return open() && len(p.model.Unnamed()) > 0 }
	return []place.Command{
		{Menu: "Record", Name: "Who was in the room…", Enabled: open, Run: p.roomPanel},
		{Menu: "Record", Name: "Name the one not recorded…", Enabled: unnamed, Run: p.nameUnnamed},
		{Menu: "Record", Name: "Count only, names not taken…", Enabled: open, Run: p.countPanel},
		{Menu: "Meeting", Name: "Move the venue…", Enabled: open, Run: p.venuePanel},
	}
}

// doorHelp is what can be typed into the field at the door, for the help card.
func doorHelp() []HelpLine {
	return []HelpLine{
		{"F2 oka, online", "At the door: in by video or telephone"},
		{"F2 oka, observer", "or delegate, guest, officer, no vote: in as that"},
		{"F2 fraz, voter, paid", "A vote from now on, and why, for the attendance sheet"},
		{"F2 Amy Stone, Riverside", "Somebody who is in no list, and where from; +  for a name not recorded"},
	}
}

// A correctionForm is somebody's evening on a panel, to be put right.
type correctionForm struct {
	of        *Place
	who       string
	c         Correction
	times     []*parts.TimeField
	slips     []*parts.Check
	out, back *parts.TimeField
	as        *parts.Choice
	reason    *parts.Field
	online    *parts.Check
	panel     *parts.PanelForm
}

var capacities = []data.Capacity{data.Voter, data.NoVote, data.Delegate, data.Observer, data.Visitor, data.InOffice}

// correct opens somebody's evening to be corrected, or their apologies.
func (p *Place) correct(who string) {
	c, came := p.model.Correctable(who)
	if !came {
		p.correctApologies(who)
		return
	}
	f := &correctionForm{of: p, who: who, c: c, out: parts.NewTimeField(true), back: parts.NewTimeField(true)}
	var rows []fyne.CanvasObject
	var first fyne.Focusable
	if c.Unnamed {
		name := p.whoWasIt(data.EventID(who), func() { f.panel.Shut() }, func(err error) { f.panel.Fail(err) })
		rows, first = append(rows, parts.NewFormRow("Who was it?", name)), name.Field()
	}
	rows = append(rows, f.goings()...)
	rows = append(rows, sideBySide(parts.NewFormRow("Also went out at", f.out), parts.NewFormRow("and came back at", f.back)))
	rows = append(rows, f.capacity()...)
	mistake := parts.NewButton("Take off the register", func() { f.done(p.model.TakeOff(who)) }).Small()
	rows = append(rows, parts.Row(12, f.online, parts.Gap(), mistake))
	if first == nil {
		first = f.times[0]
	}
	f.panel = parts.NewPanelForm(parts.Column(10, rows...), f.buttons()...)
	f.panel.Open(p.shell, c.Name, first)
}

func (f *correctionForm) goings() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, g := range f.c.Goings {
		at, slip := parts.NewTimeField(true), parts.NewCheck("A slip: take it out", nil)
		at.PutTime(g.At)
		f.times, f.slips = append(f.times, at), append(f.slips, slip)
		row := fyne.CanvasObject(parts.NewFormRow(g.Words, at))
		if len(f.c.Goings) > 1 {
			row = sideBySide(row, slip)
		}
		rows = append(rows, row)
	}
	return rows
}

func sideBySide(left, right fyne.CanvasObject) fyne.CanvasObject {
	return parts.Row(12, parts.Grow(left, 1), parts.Grow(right, 1))
}

func (f *correctionForm) capacity() []fyne.CanvasObject {
	words, at := make([]string, len(capacities)), 0
	for i, k := range capacities {
		words[i] = string(k)
		if k == f.c.As {
			at = i
		}
	}
	f.as, f.reason, f.online = parts.NewChoice(words, "", nil), parts.NewField("paid at the door"), parts.NewCheck("Online", nil)
	f.as.Choose(at)
	f.reason.Put(f.c.Reason)
	f.online.SetChecked(f.c.Online)
	return []fyne.CanvasObject{
		parts.NewFormRow("As", f.as), parts.NewFormRow("Why", f.reason).WithHint("on the attendance sheet, never in the minutes"),
	}
}

// done shuts the panel, or says on it what is wrong.
func (f *correctionForm) done(line string, err error) {
	if err != nil {
		f.panel.Fail(err)
		return
	}
	f.of.said(line, nil)
	f.panel.Shut()
}

func (f *correctionForm) buttons() []fyne.CanvasObject {
	p := f.of
	buttons := []fyne.CanvasObject{
		parts.NewButton("Cancel", func() { f.panel.Shut() }).WithKey("Esc"),
	}
	if f.c.Present {
		buttons = append(buttons, parts.NewButton("Went out", func() { f.done(p.model.GoOut(f.who, p.model.moment())) }))
	}
	return append(buttons, parts.NewButton("Correct", func() {
		c, err := f.read()
		if err != nil {
			f.panel.Fail(err)
			return
		}
		f.done(p.model.Correct(f.who, c))
	}).Primary())
}

// read returns the correction as it is typed.
func (f *correctionForm) read() (c Correction, err error) {
	c = f.c
	c.Goings = append([]Going(nil), f.c.Goings...)
	for i := range c.Goings {
		if c.Goings[i].At, err = timeOf(f.times[i]); err != nil {
			return c, err
		}
		c.Goings[i].Slip = f.slips[i].Checked()
	}
	if c.AlsoOut, err = timeOf(f.out); err != nil {
		return c, err
	}
	if c.AlsoBack, err = timeOf(f.back); err != nil {
		return c, err
	}
	c.As, c.Reason, c.Online = capacities[f.as.Chosen()], f.reason.Text, f.online.Checked()
	return c, nil
}

// timeOf reads a time, which may be blank.
func timeOf(field *parts.TimeField) (data.Time, error) {
	at, err := field.Time()
	if err != nil {
		return at, data.NewProblem("“"+field.Text+"” is not a time. Write it like 7.34pm, or leave it blank.", err)
	}
	return at, nil
}

// whoWasIt is the field that gives somebody a name who has none.
func (p *Place) whoWasIt(unnamed data.EventID, shut func(), fail func(error)) *parts.NameField {
	named := func(line string, err error) {
		if err != nil {
			fail(err)
			return
		}
		p.said(line, nil)
		shut()
	}
	field := parts.NewNameField("Name or first letters", p.model.Unknown, func(c parts.Candidate) {
		named(p.model.Identify(unnamed, data.PersonID(c.ID)))
	})
	field.OnFree = func(words string) { named(p.model.IdentifyGuest(unnamed, words)) }
	field.Field().Named("Who was it?")
	return field
}

// nameUnnamed names the one whose name was not recorded; of several the secretary chooses in the list of guests.
func (p *Place) nameUnnamed() {
	rows := p.model.Unnamed()
	if len(rows) == 1 {
		p.correct(rows[0].ID)
		return
	}
	var list []fyne.CanvasObject
	var first fyne.Focusable
	var panel *parts.PanelForm
	for _, r := range rows {
		words := r.Name
		if r.In != "" {
			words += ", in " + r.In
		}
		b := parts.NewButton(words, func() {
			panel.Shut()
			p.correct(r.ID)
		})
		if first == nil {
			first = b
		}
		list = append(list, parts.Left(b))
	}
	panel = parts.NewPanelForm(parts.Column(8, list...), parts.NewButton("Cancel", func() { panel.Shut() }).WithKey("Esc"))
	panel.Open(p.shell, "Which one was it?", first)
}

// correctApologies opens apologies: who passed them on, or that they were noted by mistake.
func (p *Place) correctApologies(who string) {
	a, known := p.model.attendance(who)
	if !known {
		return
	}
	by := parts.NewField("Who passed them on")
	by.Put(a.ReportedBy)
	p.ask(question{
		title: "Apologies from " + p.model.name(a.Person), row: parts.NewFormRow("Reported by", by), first: by,
		verb: "Correct", do: func() (string, error) { return p.model.Apologise(a.Person, by.Text) },
		other: "Take them back", otherwise: func() (string, error) { return p.model.TakeBackApologies(a.Person) },
	})
}

// countPanel records that people were counted and names not taken.
func (p *Place) countPanel() {
	n := parts.NewNumberField()
	q := question{
		title: "Count only", row: parts.NewFormRow("How many were present", n).WithHint("names were not taken; quorum and votes go by the count"), first: n,
		verb: "Record the count", do: func() (string, error) {
			count, typed := n.Number()
			if !typed {
				return "", data.NewProblem("Type how many were present, as a number.", nil)
			}
			return p.model.CountOnly(count)
		},
	}
	if was, counted := p.model.Counted(); counted {
		n.PutNumber(was)
		q.other, q.otherwise = "Names were taken", p.model.NamesTaken
	}
	p.ask(q)
}

// venuePanel records that the meeting has moved.
func (p *Place) venuePanel() {
	to := parts.NewField("Where it is held now")
	to.Put(p.model.Venue())
	p.ask(question{
		title: "Move the venue", row: parts.NewFormRow("Held at", to), first: to,
		verb: "Move it", do: func() (string, error) { return p.model.MoveVenue(to.Text) },
	})
}

// A question is one field on a panel with what it does, and perhaps one other thing that can be done.
type question struct {
	title     string
	row       fyne.CanvasObject
	first     fyne.Focusable
	verb      string
	do        func() (string, error)
	other     string // "" for none
	otherwise func() (string, error)
}

// ask opens the question. What is wrong stands over its buttons, and the panel stays open.
func (p *Place) ask(q question) {
	var panel *parts.PanelForm
	done := func(line string, err error) {
		if err != nil {
			panel.Fail(err)
			return
		}
		p.said(line, nil)
		panel.Shut()
	}
	record := func() { done(q.do()) }
	buttons := []fyne.CanvasObject{parts.NewButton("Cancel", func() { panel.Shut() }).WithKey("Esc")}
	if q.other != "" {
		buttons = append(buttons, parts.NewButton(q.other, func() { done(q.otherwise()) }))
	}
	buttons = append(buttons, parts.NewButton(q.verb, record).Primary().WithKey("Enter"))
	switch f := q.first.(type) {
	case *parts.Field:
		f.OnSubmitted = func(string) { record() }
	case *parts.NumberField:
		f.OnSubmitted = func(string) { record() }
	}
	panel = parts.NewPanelForm(q.row, buttons...)
	panel.Open(p.shell, q.title, q.first)
}

// roomPanel shows who was in the room at any moment, and leads to what is rarely done with the register.
func (p *Place) roomPanel() {
	at := parts.NewTimeField(true)
	words, quorum := parts.Bold("").Wrapped(0), parts.Secondary("").Wrapped(0)
	list := parts.NewRegister(parts.OneLine, parts.RegisterColumn{Title: "Name", Width: 160, Grow: 1},
		parts.RegisterColumn{Title: "In at", Width: 60}, parts.RegisterColumn{Title: "Voter", Width: 130})
	list.SetEmpty("Nobody is known to have been there.")
	show := func(t data.Time) {
		v := p.model.InTheRoomAt(t)
		words.SetText(v.Words)
		quorum.SetText(v.Quorum)
		list.SetRows(parts.Rows{
			Len: len(v.Rows), ID: func(i int) string { return v.Rows[i].ID }, Words: func(i int) string { return v.Rows[i].Words },
			Cells: func(i int) []parts.Cell { return roomCells(v.Rows[i], false) },
		})
	}
	at.OnTime = func(t data.Time, err error) {
		if err == nil {
			show(t)
		}
	}
	at.PutTime(p.model.clock())
	show(p.model.clock())
	var panel *parts.PanelForm
	leave := func(words string, to func()) *parts.Button {
		return parts.NewButton(words, func() {
			panel.Shut()
			to()
		}).Small()
	}
	others := []fyne.CanvasObject{leave("Count only…", p.countPanel), leave("Move the venue…", p.venuePanel)}
	if len(p.model.Unnamed()) > 0 {
		others = append(others, leave("Give a name…", p.nameUnnamed))
	}
	panel = parts.NewPanelForm(parts.Column(10, parts.NewFormRow("In the room at", at), words, quorum, parts.AtLeast(list, 0, 200), parts.Buttons(others...)),
		parts.NewButton("Close", func() { panel.Shut() }).WithKey("Esc"))
	panel.Open(p.shell, "Who was in the room", at)
}
