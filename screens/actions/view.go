package actions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// listView is the list with the card or the form beside it.
type listView struct {
	of       *Place
	view     *fyne.Container
	under    *parts.Text
	kinds    *parts.Segments // actions or letters
	search   *parts.Field
	segments *parts.Segments
	register *parts.Register
	add      *parts.Button
	tabs     *parts.Segments // when narrow
	list     *fyne.Container
	side     *fyne.Container
	card     *cardView
	form     *formView // nil while nothing is edited

	narrow bool
}

func isNarrow(width float32) bool { return parts.Logical(width) < parts.BesideFrom }

func newListView(of *Place) *listView {
	v := &listView{of: of, under: parts.Secondary(""), kinds: of.newKinds()}
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
	v.tabs = parts.NewTabs([]string{"List", "Action"}, v.showTab)
	v.card = newCardView(of)
	v.list, v.side = parts.Sheet(v.register), parts.Layers(v.card.none)
	v.view = parts.NewArranged(isNarrow, v.arrange)
	return v
}

func (v *listView) arrange(narrow bool) fyne.CanvasObject {
	v.narrow = narrow
	head := parts.PageHead(parts.Title("Actions"), v.under, v.add)
	if v.narrow {
		v.setTab(v.tabs.Chosen())
		body := parts.AtLeast(parts.Layers(v.list, v.side), 0, 230)
		return parts.Page(parts.NewScroll(parts.Column(10, head, parts.Left(v.kinds), v.search, parts.Left(v.segments), parts.Left(v.tabs), parts.Grow(body, 1))))
	}
	v.list.Show()
	v.side.Show()
	return parts.Page(parts.Column(12, head,
		parts.Row(12, v.kinds, parts.Fixed(v.search, 230), v.segments, parts.Gap()),
		parts.Grow(parts.RowFill(16, parts.Grow(v.list, 1), parts.Fixed(v.side, 300)), 1)))
}

// showTab shows the list or the card where there is no room for both.
func (v *listView) showTab(i int) {
	if v.narrow {
		v.setTab(i)
		v.view.Refresh()
	}
}

func (v *listView) setTab(i int) { v.list.Hidden, v.side.Hidden = i != 0, i == 0 }

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
	v.tabs.Choose(1)
	v.showTab(1)
	v.showSide()
	v.of.deps.Shell.Focus(v.form.text)
}

func (v *listView) cancel() { v.closeForm() }

func (v *listView) closeForm() {
	v.form = nil
	v.tabs.Choose(0)
	v.showTab(0)
	v.showSide()
	v.of.deps.Shell.Focus(v.register)
}
