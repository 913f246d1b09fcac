package actions

import (
	"branchbook/data"
	"branchbook/screens/parts"
)

// listView is the list with the card or the form beside it.
type listView struct {
	spread
	of   *Place
	card *cardView
	form *formView // nil while nothing is edited
}

func newListView(of *Place) *listView {
	v := &listView{of: of, spread: spread{title: "Actions", under: parts.Secondary(""), kinds: of.newKinds()}}
	v.search = parts.NewField("Words, owner or reference")
	v.search.OnChanged = func(words string) {
		of.model.Search(words)
		v.showRows()
	}
	v.search.OnSubmitted = func(string) { of.deps.Shell.Focus(v.register) }
	v.segments = parts.NewSegments(of.model.Filters(), func(i int) {
		of.model.Narrow(Filter(i))
		v.showRows()
	})
	v.register = parts.NewRegister(parts.OneLine,
		parts.RegisterColumn{Title: "Ref", Width: 88}, parts.RegisterColumn{Title: "Action", Width: 100, Grow: 4},
		parts.RegisterColumn{Title: "Owner", Width: 70, Grow: 1.6}, parts.RegisterColumn{Title: "Due", Width: 66},
		parts.RegisterColumn{Title: "From", Width: 60, Grow: 1.4}, parts.RegisterColumn{Title: "Status", Width: 138, Grow: 1})
	v.register.OnSelected = func(id string) {
		of.model.Choose(data.ActionID(id))
		v.showSide()
	}
	v.register.OnOpen = func(string) { of.edit() }
	v.add = parts.NewButton("Add an action", of.add).Primary().WithIcon(parts.IconPlus).WithKey("F6").Tall()
	v.card = newCardView(of)
	v.lay("Action", v.card.none)
	return v
}

func (v *listView) refresh() {
	v.under.SetText(v.of.model.Head)
	v.segments.SetNames(v.of.model.Filters())
	v.segments.Choose(int(v.of.model.Filter()))
	v.showRows()
	v.showSide()
}

func (v *listView) showRows() {
	rows := v.of.model.Rows
	v.register.SetEmpty(v.of.model.Empty)
	v.register.SetRows(parts.Rows{
		Len: len(rows), ID: func(i int) string { return string(rows[i].ID) },
		Cells: func(i int) []parts.Cell { return rows[i].Cells() },
		Words: func(i int) string { return rows[i].Text },
	})
	v.register.Select(string(v.of.model.chosen))
}

// showSide shows the form, the chosen action, or what the list is for.
func (v *listView) showSide() {
	row, ok := v.of.model.Chosen()
	switch {
	case v.form != nil:
		parts.Swap(v.side, v.form.view)
	case ok:
		v.card.show(row)
		parts.Swap(v.side, v.card.view)
	default:
		parts.Swap(v.side, v.card.none)
	}
}

// open shows a form and puts the caret into it.
func (v *listView) open(d Draft) {
	v.form = newFormView(v.of, d)
	v.turnTo(1)
	v.showSide()
	v.of.deps.Shell.Focus(v.form.text)
}

func (v *listView) cancel() { v.closeForm() }

func (v *listView) closeForm() {
	v.form = nil
	v.turnTo(0)
	v.showSide()
	v.of.deps.Shell.Focus(v.register)
}
