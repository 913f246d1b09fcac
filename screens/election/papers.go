package election

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// startPrinting asks how many ballots are to be cut: as many as were issued, or as can vote.
func (p *Place) startPrinting() {
	copies := parts.NewNumberField()
	n := p.model.Copies()
	copies.PutNumber(n)
	hint := "as many as were issued last"
	if may, _ := p.model.Eligible(); n == may {
		hint = "as many as may vote"
	}
	rows := parts.Column(12,
		parts.Secondary("Names stand in the order of their numbers, with the rule over them.").Wrapped(0),
		parts.NewFormRow("How many ballots", copies).WithHint(hint))
	var f *parts.PanelForm
	do := func() {
		n, ok := copies.Number()
		if !ok || n < 1 || n > mostCopies {
			f.Say(parts.Red, "Type how many ballots to print, from 1 to 1,000.")
			return
		}
		f.Shut()
		p.deps.Papers.Ballots(p.model.Shown(), n, p.printed)
	}
	f = parts.NewPanelForm(rows, parts.NewButton("Cancel", func() { f.Shut() }).WithKey("Esc"), parts.NewButton("Make the ballots", do).Primary().WithKey("Enter"))
	copies.OnSubmitted = func(string) { do() }
	f.Open(p.deps.Shell, "Print the ballots", copies)
	copies.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is typed replaces the suggestion
}

// mostCopies is more ballots than a branch meeting cuts.
const mostCopies = 1000

func (p *Place) printResult() { p.deps.Papers.Result(p.model.Shown(), p.printed) }

// printed says where a paper was written.
func (p *Place) printed(paper data.Paper, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.deps.Shell.Notify("Written: " + paper.File + ".")
}
