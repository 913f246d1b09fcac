package posts

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// startSheet asks who holds the posts now: the usual ones while there are none, else those that are vacant.
func (v *officersView) startSheet() {
	rows := v.of.model.Sheet()
	fields := make([]*parts.PersonField, len(rows))
	dates := make([]*parts.DateField, len(rows))
	lines := []fyne.CanvasObject{
		parts.Secondary("Type who is in post now. Tab goes on; leave a row blank for a vacant post, and the date blank where it is not known.").Wrapped(0),
		parts.Row(10, parts.Fixed(parts.Label("Post"), 118), parts.Grow(parts.Label("Holder"), 1), parts.Fixed(parts.Label("Since"), 130)),
	}
	var f *parts.PanelForm
	record := func() {
		for i := range rows {
			from, err := dates[i].Date()
			if err != nil {
				f.Say(parts.Red, "Write the date for the "+rows[i].Name+" as 11 June 2025, or leave it blank.")
				return
			}
			rows[i].Who, rows[i].From = fields[i].Who(), from
		}
		filled, err := v.of.model.TakeOffice(rows)
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		v.of.said(data.NumberOf(filled, "officer", "officers")+" recorded in post.", nil)
	}
	for i, row := range rows {
		dates[i] = parts.NewDateField(v.of.model.Today())
		dates[i].Named(row.Name + ", since")
		fields[i] = parts.NewPersonField(row.Name, v.of.model.everybody, nil, func() { v.of.deps.Shell.Focus(dates[i]) })
		lines = append(lines, parts.RowTop(10, parts.Fixed(parts.PadXY(parts.Bold(row.Name), 0, 7), 118), parts.Grow(fields[i], 1), parts.Fixed(dates[i], 130)))
	}
	f = parts.NewPanelForm(parts.Column(8, lines...), parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Record the officers", record).Primary())
	f.Open(v.of.deps.Shell, "Officers now in post", fields[0].Field())
}

// startSucceeding asks who holds the post that is selected from now on.
func (v *officersView) startSucceeding() {
	post := v.of.model.Officer(v.chosen())
	if post.Post == "" {
		return
	}
	var f *parts.PanelForm
	var record func()
	from := parts.NewDateField(v.of.model.Today())
	from.PutDate(v.of.model.Today())
	how := parts.NewChoice(howNames(), "Not recorded", nil)
	who := parts.NewPersonField("New holder", v.of.model.everybody, nil, func() { record() })
	record = func() {
		date, err := from.Date()
		if err == nil {
			err = v.of.model.Succeed(post.Post, who.Who(), date, howAt(how.Chosen()))
		}
		if err != nil {
			f.Fail(err)
			return
		}
		name := who.Text()
		f.Shut()
		v.of.said(name+" recorded as "+post.Name+".", nil)
	}
	from.OnSubmitted = func(string) { record() }
	f = parts.NewPanelForm(parts.Column(12,
		parts.Secondary("Now: "+post.Holder+". A term that runs ends the day before.").Wrapped(0),
		parts.NewFormRow("New holder", who),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("In post from", from), 1), parts.Grow(parts.NewFormRow("How", how), 1))),
		parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Record", func() { record() }).Primary().WithKey("Enter"))
	f.Open(v.of.deps.Shell, post.Name, who.Field())
}

// startVacating asks for the last day in the post that is selected.
func (v *officersView) startVacating() {
	post := v.of.model.Officer(v.chosen())
	if post.Post == "" {
		return
	}
	v.of.askDay("Leave the post of "+post.Name+" vacant", "Last day in post", post.Holder, func(last data.Date) (string, error) {
		return post.Name + " is vacant from " + last.AddDays(1).String() + ".", v.of.model.Vacate(post.Post, last)
	})
}

// startPost asks for the name of a new post.
func (v *officersView) startPost() {
	v.of.askName("Add a post", "", func(name string) (string, error) {
		id, err := v.of.model.AddPost(name)
		v.wanted = string(id)
		return name + " added to the posts.", err
	})
}

// startRenaming asks for another name of the post that is selected.
func (v *officersView) startRenaming() {
	post := v.of.model.Officer(v.chosen())
	if post.Post == "" {
		return
	}
	v.of.askName("Rename the post", post.Name, func(name string) (string, error) {
		return post.Name + " is now called " + name + ".", v.of.model.RenamePost(post.Post, name)
	})
}

// askName asks for the name of a post.
func (p *Place) askName(title, now string, record func(name string) (string, error)) {
	field := parts.NewField("Campaigns officer")
	field.Put(now)
	p.ask(title, parts.NewFormRow("Name of the post", field), field, func() (string, error) { return record(field.Text) })
}

// askDay asks for a day, beginning with today.
func (p *Place) askDay(title, label, under string, record func(data.Date) (string, error)) {
	field := parts.NewDateField(p.model.Today())
	field.PutDate(p.model.Today())
	rows := parts.Column(12, parts.Secondary(under).Wrapped(0), parts.NewFormRow(label, field))
	p.ask(title, rows, &field.Field, func() (string, error) {
		day, err := field.Date()
		if err != nil {
			return "", err
		}
		return record(day)
	})
}

// ask opens a panel with one thing to record, at Enter in its last field too.
func (p *Place) ask(title string, rows fyne.CanvasObject, last *parts.Field, record func() (string, error)) {
	var f *parts.PanelForm
	do := func() {
		line, err := record()
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	f = parts.NewPanelForm(rows, parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Record", do).Primary())
	last.OnSubmitted = func(string) { do() }
	f.Open(p.deps.Shell, title, parts.FirstFocus(rows))
}
