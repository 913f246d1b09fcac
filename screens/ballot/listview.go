package ballot

import (
	"strconv"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// listCard is the pile: both entries of each ballot side by side.
type listCard struct {
	p        *Place
	view     *fyne.Container
	agree    *parts.Text
	settle   *parts.Button
	again    *parts.Button
	register *parts.Register
	rows     int
}

func newListCard(p *Place) *listCard {
	v := &listCard{p: p, agree: parts.Secondary("")}
	v.settle = parts.NewButton("Settle", p.settle).Small().WithKey("Alt+D").Spoken("Settle the next ballot that differs")
	v.again = parts.NewButton("Second entry", func() { p.enterAs(true) }).Small().WithKey("Alt+2")
	v.register = parts.NewRegister(parts.OneLine,
		parts.RegisterColumn{Title: "Ballot", Width: 58},
		parts.RegisterColumn{Title: "First", Width: 76, Grow: 1},
		parts.RegisterColumn{Title: "Second", Width: 76, Grow: 1},
		parts.RegisterColumn{Title: "State", Width: 124, Grow: 0.4})
	v.register.SetEmpty("Each ballot that is typed is listed here. Enter on one corrects it.")
	v.register.OnOpen = p.goTo
	v.view = still(parts.Sheet(parts.Column(0,
		parts.AtLeast(parts.PadXY(parts.Row(8, parts.Grow(parts.CardHeading("The pile"), 1), v.agree, v.settle, v.again), 15, 6), 0, 44),
		parts.Grow(v.register, 1))))
	return v
}

func (v *listCard) show() {
	m := v.p.model
	v.agree.SetText(m.Progress())
	moved := hide(v.settle, len(m.Pile().Differ) == 0)
	if hide(v.again, !m.BeginsAgain()) || moved {
		parts.Settle(v.agree)
	}
	v.register.SetRows(parts.Rows{
		Len:   m.Rows(),
		ID:    func(i int) string { return strconv.Itoa(m.pile[i].Number) },
		Cells: func(i int) []parts.Cell { return cells(m.Row(i)) },
		Fill: func(i int) (parts.Tone, bool) {
			return parts.Red, m.Row(i).Differs
		},
	})
	switch here := m.ballot(m.At()); {
	case here.ID != "":
		v.register.Select(strconv.Itoa(here.Number))
	case m.Rows() > 0 && v.rows != m.Rows():
		v.register.Select(strconv.Itoa(m.pile[m.Rows()-1].Number))
	}
	v.rows = m.Rows()
}

func cells(r Row) []parts.Cell {
	first := parts.Cell{Text: r.First}
	if r.Hidden {
		first.Icon, first.Tone = parts.IconLock, parts.Quiet
	}
	return []parts.Cell{
		{Text: strconv.Itoa(r.Number)}, first, {Text: r.Second},
		{Text: r.State.Text, Icon: r.State.Icon, Tone: r.State.Tone, Bold: r.Differs},
	}
}
