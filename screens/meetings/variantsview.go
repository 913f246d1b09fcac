package meetings

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// variantCommands are the other papers of the minutes, the report of a year, and what public minutes leave out.
func (p *Place) variantCommands() []place.Command {
	closed := func() bool { return p.m.Open != "" && p.m.Status == data.Closed }
	item := func() bool { return p.m.Open != "" && p.m.Status != data.Closed && p.plan.agenda.current != "" }
	return []place.Command{
		{Menu: "Meeting", Name: "Public minutes…", Key: place.Alt(fyne.KeyP), Enabled: closed, Run: p.publicForm},
		{Menu: "Meeting", Name: "Extract from the minutes…", Key: place.Alt(fyne.KeyX), Enabled: closed, Run: p.extractForm},
		{Menu: "Meeting", Name: "Annual report…", Key: place.Alt(fyne.KeyR), Run: p.annualForm},
		{Menu: "Meeting", Name: "Confidential item, or not", Key: place.Alt(fyne.KeyC), Enabled: item, Run: p.toggleConfidential},
	}
}

// toggleConfidential keeps the current item of a plan out of public minutes, or lets it into them.
func (p *Place) toggleConfidential() {
	p.Leave()
	id := p.plan.agenda.current
	line, err := p.m.KeepConfidential(id, !p.m.Plan.row(id).confidential)
	p.try(err, line)
}

// variantForm is a panel with rows and a button that exports.
func (p *Place) variantForm(title, button string, rows fyne.CanvasObject, first fyne.Focusable, export func() error) {
	var f *parts.PanelForm
	do := func() {
		if err := export(); err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
	}
	f = parts.NewPanelForm(rows, parts.NewButton("Cancel", func() { f.Shut() }).WithKey("Esc"),
		parts.NewButton(button, do).Primary().WithIcon(parts.IconDownload))
	f.Open(p.d.Shell, title, first)
}

// publicForm shows what public minutes leave out, and which items are confidential, before they are written.
func (p *Place) publicForm() {
	copied, err := p.m.PublicCopy()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	says, differs := parts.Secondary(copied.LeftOut).Wrapped(0), parts.Bold(copied.Differs).In(parts.Amber).Wrapped(0)
	rows := []fyne.CanvasObject{says}
	if copied.Differs != "" {
		rows = append(rows, differs)
	}
	rows = append(rows, parts.Label("Confidential, and left out"))
	var first fyne.Focusable
	for _, i := range copied.Items {
		check := parts.NewCheck(i.label, func(on bool) {
			line, err := p.m.KeepConfidential(i.id, on)
			p.try(err, line)
			if now, err := p.m.PublicCopy(); err == nil {
				says.SetText(now.LeftOut)
			}
		})
		check.SetChecked(i.confidential)
		if first == nil {
			first = check
		}
		rows = append(rows, check)
	}
	meeting := p.m.Open
	p.variantForm("Public minutes", "Export the public minutes", parts.Column(10, rows...), first, func() error {
		p.d.Papers.PublicMinutes(meeting, p.exported)
		return nil
	})
}

// extractForm asks what the extract is of.
func (p *Place) extractForm() {
	choices, err := p.m.Extracts()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	labels := make([]string, len(choices))
	for i, c := range choices {
		labels[i] = c.Label
		if c.Within {
			labels[i] = "   " + c.Label
		}
	}
	of := parts.NewChoice(labels, "Nothing was minuted", nil)
	if len(choices) > 0 {
		of.Choose(0)
	}
	meeting := p.m.Open
	rows := parts.Column(12, parts.NewFormRow("Of what", of),
		parts.Secondary("The paper has the heading of the minutes, the quorum and this alone, with a line for you to certify and sign. While the minutes are a draft it says so.").Wrapped(0))
	p.variantForm("Extract from the minutes", "Export the extract", rows, of, func() error {
		i := of.Chosen()
		if i < 0 || i >= len(choices) {
			return data.NewProblem("Choose the item, the motion or the decision.", nil)
		}
		p.d.Papers.Extract(meeting, choices[i].ID, p.exported)
		return nil
	})
}

// annualForm asks for the year of the report: one that the branch has had, or typed days.
func (p *Place) annualForm() {
	years, words, err := p.m.Years()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	from, to := parts.NewDateField(p.m.today()), parts.NewDateField(p.m.today())
	put := func(i int) {
		from.PutDate(years[i].From)
		to.PutDate(years[i].To)
	}
	year := parts.NewChoice(words, "", put)
	year.Choose(0)
	put(0)
	rows := parts.Column(12, parts.NewFormRow("Year", year),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("From", from), 1), parts.Grow(parts.NewFormRow("To", to), 1)),
		parts.Secondary("Meetings and who came, membership by the lists, motions and what became of them, officers, delegates and actions, with charts. It names officers, delegates and those with an open action.").Wrapped(0))
	p.variantForm("Annual report", "Export the report", rows, year, func() error {
		period := data.Period{}
		var err error
		if period.From, err = from.Date(); err != nil {
			return err
		}
		if period.To, err = to.Date(); err != nil {
			return err
		}
		if err := period.Validate(); err != nil {
			return err
		}
		p.d.Papers.AnnualReport(period, p.exported)
		return nil
	})
}
