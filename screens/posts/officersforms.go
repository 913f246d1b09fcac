package posts

import (
	"errors"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A whoField is a name field that remembers whom it was filled with.
type whoField struct {
	*parts.NameField
	of     *Model
	chosen data.PersonID
}

// newWhoField finds people of the book by a few letters. done is called at Enter on a name that is complete.
func newWhoField(of *Model, placeholder string, changed, done func()) *whoField {
	w := &whoField{of: of}
	w.NameField = parts.NewNameField(placeholder, of.Match, func(c parts.Candidate) {
		w.chosen = data.PersonID(c.ID)
		changed()
	})
	w.Keep = true
	w.Match = func(typed string) []parts.Candidate {
		if w.chosen != "" && fold(typed) == fold(of.names.Name(w.chosen)) {
			return nil
		}
		return of.Match(typed)
	}
	w.OnFree = func(string) { done() }
	return w
}

func (w *whoField) who() Who { return w.of.Resolve(w.chosen, w.Text()) }

func (w *whoField) put(id data.PersonID) {
	w.chosen = id
	w.Put(w.of.names.Name(id))
}

func nothing() {}

// startSheet asks who holds the posts now: the usual ones while there are none, else those that are vacant.
func (v *officersView) startSheet() {
	rows := v.of.model.Sheet()
	fields := make([]*whoField, len(rows))
	dates := make([]*parts.DateField, len(rows))
	lines := []fyne.CanvasObject{
		parts.Secondary("Type who is in post now. Tab goes on; leave a row blank for a vacant post, and the date blank where it is not known.").Wrapped(0),
		parts.Row(10, parts.Fixed(parts.Label("Post"), 118), parts.Grow(parts.Label("Holder"), 1), parts.Fixed(parts.Label("Since"), 130)),
	}
	var f *form
	record := func() {
		for i := range rows {
			from, err := dates[i].Date()
			if err != nil {
				f.say(parts.Red, "Write the date for the "+rows[i].Name+" as 11 June 2025, or leave it blank.")
				return
			}
			rows[i].Who, rows[i].From = fields[i].who(), from
		}
		filled, err := v.of.model.TakeOffice(rows)
		if err != nil {
			f.say(parts.Red, data.Say(err))
			return
		}
		f.shut()
		v.of.said(counted(filled, "officer", "officers")+" recorded in post.", nil)
	}
	for i, row := range rows {
		dates[i] = parts.NewDateField(v.of.model.Today())
		dates[i].Named(row.Name + ", since")
		fields[i] = newWhoField(v.of.model, "Name or first letters", nothing, func() { v.of.deps.Shell.Focus(dates[i]) })
		fields[i].Field().Named(row.Name)
		lines = append(lines, parts.RowTop(10, parts.Fixed(parts.PadXY(parts.Bold(row.Name), 0, 7), 118), parts.Grow(fields[i], 1), parts.Fixed(dates[i], 130)))
	}
	f = newForm(parts.Column(8, lines...), parts.NewButton("Cancel", func() { f.shut() }), parts.NewButton("Record the officers", record).Primary())
	v.of.open("Officers now in post", f, fields[0].Field())
}

// startSucceeding asks who holds the post that is selected from now on.
func (v *officersView) startSucceeding() {
	post := v.of.model.Officer(v.chosen())
	if post.Post == "" {
		return
	}
	var f *form
	var record func()
	from := parts.NewDateField(v.of.model.Today())
	from.PutDate(v.of.model.Today())
	how := parts.NewChoice(howNames(), "Not recorded", nil)
	who := newWhoField(v.of.model, "Name or first letters", nothing, func() { record() })
	who.Field().Named("New holder")
	record = func() {
		date, err := from.Date()
		if err == nil {
			err = v.of.model.Succeed(post.Post, who.who(), date, howAt(how.Chosen()))
		}
		if err != nil {
			f.say(parts.Red, sayOf(err))
			return
		}
		name := who.Text()
		f.shut()
		v.of.said(name+" recorded as "+post.Name+".", nil)
	}
	from.OnSubmitted = func(string) { record() }
	f = newForm(parts.Column(12,
		parts.Secondary("Now: "+post.Holder+". A term that runs ends the day before.").Wrapped(0),
		parts.NewFormRow("New holder", who),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("In post from", from), 1), parts.Grow(parts.NewFormRow("How", how), 1))),
		parts.NewButton("Cancel", func() { f.shut() }), parts.NewButton("Record", func() { record() }).Primary().WithKey("Enter"))
	v.of.open(post.Name, f, who.Field())
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
	var f *form
	do := func() {
		line, err := record()
		if err != nil {
			f.say(parts.Red, sayOf(err))
			return
		}
		f.shut()
		p.said(line, nil)
	}
	f = newForm(rows, parts.NewButton("Cancel", func() { f.shut() }), parts.NewButton("Record", do).Primary())
	last.OnSubmitted = func(string) { do() }
	p.open(title, f, parts.FirstFocus(rows))
}

// sayOf is what a form says of an error: the date field's own words, or the problem's sentence.
func sayOf(err error) string {
	if errors.Is(err, data.ErrDate) {
		return "That is not a date. Write it like 14 May 2026."
	}
	return data.Say(err)
}
