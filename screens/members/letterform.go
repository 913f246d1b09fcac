package members

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Papers writes the letter about somebody's attendance; the program has it. It asks the secretary where the file goes and
// returns at once; done is called when it is written, and not at all when the secretary changed their mind.
type Papers interface {
	AttendanceLetter(who data.PersonID, period data.Period, done func(data.Paper, error))
}

// letterCommands offer the letter about the person who is shown.
func (p *Place) letterCommands() []place.Command {
	someone := func() bool { return p.tab == "" && p.model.Chosen() != "" }
	return []place.Command{{Menu: "Lists", Name: "Attendance letter…", Key: place.Alt(fyne.KeyT), Enabled: someone, Run: p.letterForm}}
}

// letterForm asks for the period of the letter about the person who is shown, which begins as the last twelve months.
func (p *Place) letterForm() {
	who := p.model.Chosen()
	if who == "" {
		return
	}
	today := p.model.today()
	usual := data.LastYear(today)
	from, to := parts.NewDateField(today), parts.NewDateField(today)
	from.PutDate(usual.From)
	to.PutDate(usual.To)
	var f *parts.PanelForm
	export := func() {
		period, err := letterPeriod(from, to)
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.deps.Papers.AttendanceLetter(who, period, p.letterWritten)
	}
	rows := parts.Column(12,
		parts.Secondary("How many meetings "+p.reg.card.card.Name+" attended of those held while they were a member, on which dates and as what, with apologies apart. Panels that select candidates ask for it.").Wrapped(0),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("From", from), 1), parts.Grow(parts.NewFormRow("To", to), 1)))
	f = parts.NewPanelForm(rows, parts.NewButton("Cancel", func() { f.Shut() }).WithKey("Esc"),
		parts.NewButton("Export the letter", export).Primary().WithIcon(parts.IconDownload))
	f.Open(p.deps.Shell, "Attendance letter", from)
}

func letterPeriod(from, to *parts.DateField) (period data.Period, err error) {
	if period.From, err = from.Date(); err != nil {
		return period, err
	}
	if period.To, err = to.Date(); err != nil {
		return period, err
	}
	return period, period.Validate()
}

func (p *Place) letterWritten(paper data.Paper, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.deps.Shell.Notify(paper.File + " is written. It is entered in the sharing log.")
}
