package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// panel opens a form of rows with a button that does what it is for.
func (p *Place) panel(title string, first fyne.Focusable, do *parts.Button, rows ...fyne.CanvasObject) *parts.PanelForm {
	var form *parts.PanelForm
	cancel := parts.NewButton("Cancel", func() { form.Shut() }).WithKey("Esc")
	form = parts.NewPanelForm(parts.Column(12, rows...), cancel, do.Primary())
	form.Open(p.shell, title, first)
	return form
}

// done shuts a panel when what it was for was done, else says in it why not.
func (p *Place) done(form *parts.PanelForm, line string, err error) {
	if err != nil {
		form.Fail(err)
		return
	}
	form.Shut()
	p.said(line, nil)
}

// whenRow is a field for a time, which the clock fills where times are stamped.
func (p *Place) whenRow(label string) (*parts.TimeField, *parts.FormRow) {
	field := parts.NewTimeField(true)
	field.PutTime(p.model.moment())
	row := parts.NewFormRow(label, field)
	if p.model.moment().IsZero() {
		row.WithHint("left blank when it is not known")
	}
	return field, row
}

const noTime = "This is not a time. Write it like 8.10pm."

// turnForm records a change of chair or of minute-taker.
func (p *Place) turnForm(duty data.Duty) {
	title, label := "Change of chair", "Who takes the chair"
	if duty == data.TakingMinutes {
		title, label = "Change of minute-taker", "Who takes the minutes"
	}
	when, whenRow := p.whenRow("From")
	how := parts.NewSegments([]string{"Instead", "Beside", "From the opening"}, nil)
	if p.model.Status() == data.Planned || len(p.model.held.Served(duty)) == 0 {
		how.Choose(int(FromOpening))
	}
	do := parts.NewButton("Record", nil).WithKey("Enter")
	who := p.newNameRow(label, func() fyne.Focusable { return when })
	now := parts.Secondary(p.model.Officiating()).Wrapped(3)
	now.Hidden = now.Text() == ""
	form := p.panel(title, who.field.Field(), do, now, who.row, whenRow, parts.NewFormRow("How", how))
	record := func() {
		id, known := who.who(p.model)
		who.row.SetError(unless(known && id != "", whoIsMeant))
		at, err := when.Time()
		whenRow.SetError(unless(err == nil, noTime))
		if who.row.Error() == "" && err == nil {
			line, err := p.model.TakeOver(duty, id, Taking(how.Chosen()), at)
			p.done(form, line, err)
		}
	}
	do.OnTapped(record)
	when.OnSubmitted = func(string) { record() }
}

// adjournForm adjourns the meeting for a while.
func (p *Place) adjournForm() {
	why := parts.NewField("fire alarm, tea, the count")
	do := parts.NewButton("Adjourn", nil).WithKey("Enter")
	form := p.panel("Adjourn for a while", why, do, parts.NewFormRow("Why, if it is to be minuted", why))
	adjourn := func() {
		line, err := p.model.Adjourn(why.Text)
		p.done(form, line, err)
	}
	do.OnTapped(adjourn)
	why.OnSubmitted = func(string) { adjourn() }
}

// anotherDayForm adjourns the meeting to another day.
func (p *Place) anotherDayForm() {
	day, starts, venue := parts.NewDateField(p.model.held.Date), parts.NewTimeField(true), parts.NewField("Where")
	starts.PutTime(p.model.held.Starts)
	venue.Put(p.model.held.Venue)
	dayRow, startsRow := parts.NewFormRow("Until", day), parts.NewFormRow("At", starts)
	do := parts.NewButton("Adjourn to that day", nil)
	form := p.panel("Adjourn to another day", day, do,
		parts.Secondary("This sitting is closed. Its items that were not taken go on the agenda of another.").Wrapped(0),
		dayRow, startsRow, parts.NewFormRow("Where", venue))
	do.OnTapped(func() {
		on, dayErr := day.Date()
		at, timeErr := starts.Time()
		dayRow.SetError(unless(dayErr == nil && !on.IsZero(), "Type the day, like 21 May."))
		startsRow.SetError(unless(timeErr == nil, noTime))
		if dayRow.Error() == "" && timeErr == nil {
			line, _, err := p.model.AdjournTo(on, at, venue.Text)
			p.done(form, line, err)
		}
	})
}

// extendForm records the vote on going on past the time.
func (p *Place) extendForm() {
	until := parts.NewTimeField(true)
	untilRow := parts.NewFormRow("Go on until", until)
	if ends := p.model.held.guillotine(); !ends.IsZero() {
		until.PutTime(ends.Add(15))
		untilRow.WithHint("it was to end at " + ends.String())
	}
	voting := p.model.NewExtension(data.Time{})
	sum := parts.Secondary("").Wrapped(3)
	numbers := [3]*parts.NumberField{}
	var row []fyne.CanvasObject
	show := func() {
		v := voting.Verdict()
		sum.SetText(strings.TrimSpace(v.Title + ". " + v.Sum))
	}
	for i, label := range []string{"For", "Against", "Abstained"} {
		numbers[i] = parts.NewNumberField()
		numbers[i].OnChanged = func(string) {
			n := [3]int{}
			voting.Typed = false
			for j, f := range numbers {
				typed, ok := f.Number()
				n[j], voting.Typed = typed, voting.Typed || ok
			}
			voting.For, voting.Against, voting.Abstained = n[0], n[1], n[2]
			show()
		}
		row = append(row, parts.Grow(parts.NewFormRow(label, numbers[i]), 1))
	}
	hands := parts.RowTop(10, row...)
	how := parts.NewSegments([]string{"Count", "Agreed"}, func(i int) {
		voting.Declared = []data.Declared{data.Counted, data.Agreed}[i]
		hands.Hidden = i == 1
		parts.Settle(hands)
		show()
	})
	do := parts.NewButton("Record", nil).WithKey("Enter")
	show()
	form := p.panel("Go on past the time", until, do, untilRow, parts.NewFormRow("The vote", how), hands, sum)
	record := func() {
		at, err := until.Time()
		untilRow.SetError(unless(err == nil, noTime))
		if err == nil {
			line, err := p.model.Extend(at, voting)
			p.done(form, line, err)
		}
	}
	do.OnTapped(record)
	until.OnSubmitted = func(string) { p.shell.Focus(numbers[0]) }
	for i, f := range numbers {
		f.OnSubmitted = func(string) {
			if i < 2 {
				p.shell.Focus(numbers[i+1])
				return
			}
			record()
		}
	}
}

// partForm adds a part under the item on show.
func (p *Place) partForm() {
	heading := parts.NewField("Heading")
	row := parts.NewFormRow("Part of item "+p.model.Item.Number+", "+p.model.Item.Heading, heading)
	do := func() {
		row.SetError(unless(strings.TrimSpace(heading.Text) != "", "An agenda item needs a heading."))
		if row.Error() == "" {
			p.recorded(p.model.AddPart(heading.Text))
		}
	}
	heading.OnSubmitted = func(string) { do() }
	p.open("Part of an item", parts.Column(10, row, parts.Left(parts.NewButton("Add the part", do).Primary().WithKey("Enter"))), heading)
}

// itemForm adds an item on the night.
func (p *Place) itemForm() {
	heading := parts.NewField("Heading")
	row := parts.NewFormRow("New item, behind the one on show", heading)
	kinds := ItemKinds()
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = data.Capital(string(k))
	}
	words[0] = "Any business"
	kind := parts.NewChoice(words, "", func(i int) {
		if strings.TrimSpace(heading.Text) == "" {
			heading.Put(data.ItemDefault(kinds[i]).Heading)
		}
	})
	kind.Choose(0)
	do := func() {
		row.SetError(unless(strings.TrimSpace(heading.Text) != "", "An agenda item needs a heading."))
		if row.Error() == "" {
			p.recorded(p.model.AddItemOf(kinds[max(kind.Chosen(), 0)], heading.Text))
		}
	}
	heading.OnSubmitted = func(string) { do() }
	p.open("Another item", parts.Column(10, row, parts.NewFormRow("What sort of business", kind),
		parts.Left(parts.NewButton("Add the item", do).Primary().WithKey("Enter"))), heading)
}
