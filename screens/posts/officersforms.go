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
