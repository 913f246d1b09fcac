package meetings

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// listView is the list of all meetings.
type listView struct {
	p        *Place
	view     *fyne.Container
	under    *parts.Text
	find     *parts.Field
	register *parts.Register // the one on show: wide, or slim where the window is narrow
	wide     *parts.Register
	slim     *parts.Register
}

func newListView(p *Place) *listView {
	v := &listView{p: p, under: parts.Secondary("").Wrapped(2), find: parts.NewField("Find a meeting")}
	v.find.OnChanged = func(words string) {
		p.m.Narrow(words)
		v.show()
	}
	v.find.OnEscape = func() {
		v.find.SetText("")
		p.d.Shell.Focus(v.register)
	}
	v.find.OnSubmitted = func(string) { p.d.Shell.Focus(v.register) }
	v.wide = parts.NewRegister(parts.TwoLines,
		parts.RegisterColumn{Title: "Date", Width: 140, Grow: 1}, parts.RegisterColumn{Title: "Meeting", Width: 150, Grow: 2},
		parts.RegisterColumn{Title: "State", Width: 116}, parts.RegisterColumn{Title: "Attendance", Width: 96},
		parts.RegisterColumn{Title: "Quorum", Width: 140, Grow: 2}, parts.RegisterColumn{Title: "Minutes", Width: 120, Grow: 1})
	v.slim = parts.NewRegister(parts.TwoLines,
		parts.RegisterColumn{Title: "Meeting", Width: 150, Grow: 2}, parts.RegisterColumn{Title: "State", Width: 116},
		parts.RegisterColumn{Title: "Attendance", Width: 110, Grow: 1})
	v.wide.OnOpen = func(id string) { p.open(data.MeetingID(id)) }
	v.slim.OnOpen = v.wide.OnOpen
	v.register = v.wide
	v.slim.Hide()
	v.view = parts.NewFolding(parts.Page(parts.Column(14,
		parts.PageHead(parts.Title("Meetings"), v.under,
			parts.AtLeast(v.find, 150, 0),
			parts.NewButton("Annual report…", p.annualForm).Tall().WithKey("Alt+R"),
			parts.NewButton("Plan a meeting", p.planNext).Primary().Tall().WithIcon(parts.IconPlus).WithKey("Ctrl+N")),
		parts.Grow(parts.Sheet(parts.Layers(v.wide, v.slim)), 1),
		parts.Secondary("Enter opens a meeting: its plan, or its minutes once it is closed.").Wrapped(2))), v.fold)
	return v
}

// fold shows the register that the width has room for.
func (v *listView) fold(narrow bool) {
	to := map[bool]*parts.Register{false: v.wide, true: v.slim}[narrow]
	if to == v.register {
		return
	}
	to.Select(v.register.Selected())
	v.register.Hide()
	to.Show()
	v.register = to
}

func (v *listView) show() {
	m := v.p.m
	v.under.SetText(m.Under)
	empty := "No meeting is in the book yet. Plan the next one: it has its date, its hours and the usual agenda at once."
	if m.Find != "" {
		empty = "No meeting has these words. Esc shows them all again."
	}
	rows := m.Rows
	all := parts.Rows{
		Len:   len(rows),
		ID:    func(i int) string { return string(rows[i].id) },
		Cells: func(i int) []parts.Cell { return rows[i].cells() },
	}
	slim := all
	slim.Cells = func(i int) []parts.Cell { return rows[i].slimCells() }
	v.wide.SetEmpty(empty)
	v.slim.SetEmpty(empty)
	v.wide.SetRows(all)
	v.slim.SetRows(slim)
	if v.register.Selected() == "" && len(rows) > 0 {
		v.register.Select(string(rows[0].id))
	}
}

// startable is the selected meeting, unless it is closed.
func (v *listView) startable() data.MeetingID {
	for _, r := range v.p.m.Rows {
		if string(r.id) == v.register.Selected() && r.open {
			return r.id
		}
	}
	return ""
}
