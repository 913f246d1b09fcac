package election

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// countingView is the table of a count in rounds or stages, and the same ballots under another rule.
type countingView struct {
	of     *Place
	choice *parts.Choice
	box    *fyne.Container
	rules  []data.CountRule
}

func newCountingView(of *Place) *countingView {
	v := &countingView{of: of, box: parts.Layers(parts.Column(0))}
	v.choice = parts.NewChoice(nil, "Choose a rule to compare with", func(int) { v.compare() })
	return v
}

// rounds is a table with a column for each round or stage.
func (v *countingView) rounds(p *Page) fyne.CanvasObject {
	if len(p.Counting) == 0 {
		return parts.Pad(parts.Secondary("One ballot decided: there are no further rounds or stages.").Wrapped(0), 15)
	}
	columns := []parts.RegisterColumn{{Title: "Nominee", Width: 140, Grow: 1}}
	for _, head := range p.Counting {
		columns = append(columns, parts.RegisterColumn{Title: head, Width: 84, Right: true})
	}
	table := parts.NewRegister(parts.OneLine, columns...)
	table.SetRows(parts.Rows{
		Len: len(p.Counted), ID: func(i int) string { return p.Counted[i][0].Text }, Cells: func(i int) []parts.Cell { return p.Counted[i] },
	})
	return table
}

// other is the choice of another rule over what it would have come to.
func (v *countingView) other(rules []data.CountRule) fyne.CanvasObject {
	v.rules = rules
	var words []string
	for _, r := range rules {
		words = append(words, data.Capital(r.Words(v.of.model.Particulars().Places)))
	}
	if len(rules) == 0 {
		return parts.Pad(parts.Secondary("Only ballots that were typed one by one, and that rank the names, can be counted by another rule.").Wrapped(0), 15)
	}
	chosen := max(v.choice.Chosen(), 0)
	v.choice.SetOptions(words)
	v.choice.Choose(min(chosen, len(words)-1))
	v.compare()
	return parts.Column(0, parts.Pad(parts.Column(4, parts.Label("The same ballots under"), v.choice), 12), parts.Grow(v.box, 1))
}

func (v *countingView) compare() {
	at := v.choice.Chosen()
	if at < 0 || at >= len(v.rules) {
		return
	}
	o, err := v.of.model.Under(v.rules[at])
	if err != nil {
		parts.Swap(v.box, parts.Pad(parts.Secondary(data.Say(err)).In(parts.Red).Wrapped(0), 15))
		return
	}
	table := parts.NewRegister(parts.OneLine, parts.RegisterColumn{Title: "Nominee", Width: 140, Grow: 1},
		parts.RegisterColumn{Title: "By the rule chosen", Width: 150}, parts.RegisterColumn{Title: "By the other", Width: 150})
	table.SetRows(parts.Rows{
		Len: len(o.Rows), ID: func(i int) string { return o.Rows[i].Name },
		Cells: func(i int) []parts.Cell {
			r := o.Rows[i]
			return []parts.Cell{{Text: r.Name}, {Text: r.Own, Tone: parts.Quiet}, {Text: r.Other, Bold: r.Own != r.Other}}
		},
	})
	parts.Swap(v.box, parts.Column(0, parts.PadXY(parts.Secondary(o.Says+" It decides nothing: the rule was chosen before voting.").Wrapped(0), 15, 6), parts.Grow(table, 1)))
}
