package members

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// registerView is the register with the card beside it.
type registerView struct {
	of       *Place
	view     *fyne.Container
	title    *parts.Text
	under    *parts.Text
	add      *parts.Button
	bring    *parts.Button
	search   *parts.Field
	segments *parts.Segments
	choices  *fyne.Container // holds segments, which are made anew when there are others
	choice   *parts.Choice   // instead of the segments, when narrow
	which    []Filter
	on       *parts.DateField
	register *parts.Register
	foot     *parts.Text
	cutOff   *parts.Text
	tabs     *parts.Segments // when narrow
	left     *fyne.Container
	side     *fyne.Container
	narrow   bool

	card   *cardView
	result *resultView
	form   *formView // nil while nobody is edited
}

func newRegisterView(of *Place) *registerView {
	v := &registerView{of: of, title: parts.Title("Members"), under: parts.Secondary(""), foot: parts.Caption(""), cutOff: parts.Caption("")}
	v.add = parts.NewButton("Add a person", of.add).WithIcon(parts.IconPlus).Tall()
	v.bring = parts.NewButton("Bring in a list", func() { of.chooseTab() }).Primary().WithIcon(parts.IconTable).WithKey("Ctrl+I").Tall()
	v.search = parts.NewField("Name, number or street")
	v.search.OnChanged = func(words string) {
		of.model.Search(words)
		v.showRows()
	}
	v.search.OnSubmitted = func(string) { v.first() }
	v.search.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyDown {
			return false
		}
		of.deps.Shell.Focus(v.register)
		return true
	}
	v.choices = parts.Layers()
	v.choice = parts.NewChoice(nil, "All", func(i int) { v.filter(v.which[i]) })
	v.on = parts.NewDateField(of.model.today())
	v.on.Named("Standing on")
	v.on.OnDate = v.setOn
	v.register = parts.NewRegister(parts.OneLine,
		parts.RegisterColumn{Title: "Name", Width: 110, Grow: 3}, parts.RegisterColumn{Title: "Number", Width: 88, Grow: 0.5},
		parts.RegisterColumn{Title: "Ward", Width: 64, Grow: 1}, parts.RegisterColumn{Title: "Joined", Width: 96, Grow: 0.4},
		parts.RegisterColumn{Title: "Standing", Width: 160, Grow: 1.6})
	v.register.OnSelected = func(id string) { v.choose(data.PersonID(id)) }
	v.register.OnOpen = func(string) { v.open() }
	v.register.OnHead = func(column int) {
		of.model.SortBy(column)
		v.showRows()
	}
	v.tabs = parts.NewTabs([]string{"Register", "Card"}, v.showTab)
	v.card, v.result = newCardView(of), newResultView(of)
	v.side = parts.Layers()
	v.left = parts.Sheet(parts.Column(0, parts.Grow(v.register, 1), parts.Rule(),
		parts.PadXY(parts.Row(12, parts.Grow(v.foot, 1), v.cutOff), 15, 8)))
	v.view = parts.NewArranged(roomFor, v.arrange)
	return v
}

func (p *Place) chooseTab() {
	p.show(importTab)
	p.deps.Shell.Focus(p.list.firstFocus())
}

func (v *registerView) arrange(r room) fyne.CanvasObject {
	v.narrow = r == narrow
	head := parts.PageHead(v.title, v.under, v.add, v.bring)
	on := parts.Row(8, parts.Secondary("On"), parts.Fixed(v.on, 150))
	if v.narrow {
		body := parts.Layers(v.left, v.side)
		v.setTab(v.tabs.Chosen())
		return parts.Page(parts.NewScroll(parts.Column(10, head, parts.Row(12, parts.Grow(v.search, 1), parts.Fixed(v.choice, 150), on),
			parts.Left(v.tabs), parts.Grow(parts.AtLeast(body, 0, 230), 1))))
	}
	v.left.Show()
	v.side.Show()
	var filter fyne.CanvasObject = v.choices
	if r == middle {
		filter = parts.Fixed(v.choice, 170)
	}
	return parts.Page(parts.Column(12, head,
		parts.Row(12, parts.Grow(v.search, 1), filter, on),
		parts.Grow(parts.RowFill(16, parts.Grow(v.left, 1), parts.Fixed(v.side, 340)), 1)))
}

// showTab shows the register or the card where there is no room for both.
func (v *registerView) showTab(i int) {
	if v.narrow {
		v.setTab(i)
		v.view.Refresh()
	}
}

func (v *registerView) setTab(i int) { v.left.Hidden, v.side.Hidden = i != 0, i == 0 }

func (v *registerView) refresh() {
	m := v.of.model
	v.under.SetText(m.Head)
	v.on.Near(m.today())
	if !v.on.HasFocus() {
		v.on.PutDate(m.On)
	}
	v.showFilters()
	v.showRows()
	v.showSide()
}

func (v *registerView) showFilters() {
	which, names := v.of.model.Filters()
	if v.segments == nil || len(which) != len(v.which) {
		v.segments = parts.NewSegments(names, func(i int) { v.filter(v.which[i]) })
		parts.Refill(v.choices, []fyne.CanvasObject{v.segments})
	} else {
		v.segments.SetNames(names)
	}
	v.which = which
	v.choice.SetOptions(names)
	for i, f := range which {
		if f == v.of.model.Filter() {
			v.segments.Choose(i)
			v.choice.Choose(i)
		}
	}
}

func (v *registerView) filter(f Filter) {
	v.of.model.Narrow(f)
	v.showFilters()
	v.showRows()
}

func (v *registerView) showRows() {
	m := v.of.model
	rows := m.Rows
	v.register.SetEmpty(m.Empty)
	v.register.SetHead(columnStanding, m.OnHead)
	v.register.SetSorted(m.Sorted())
	v.register.SetRows(parts.Rows{
		Len: len(rows), ID: func(i int) string { return string(rows[i].ID) },
		Cells: func(i int) []parts.Cell { return rows[i].Cells() },
	})
	v.register.Select(string(m.Chosen()))
	v.foot.SetText(m.Foot)
	v.cutOff.SetText(m.CutOff)
}

func (v *registerView) setOn(on data.Date, err error) {
	if err != nil {
		return
	}
	if err := v.of.model.SetOn(on); err != nil {
		v.of.deps.Shell.Problem(err)
		return
	}
	v.refresh()
}

func (v *registerView) choose(id data.PersonID) {
	v.card.keepNote()
	v.of.model.Choose(id)
	v.showSide()
}

// first chooses the first row that the search has left.
func (v *registerView) first() {
	if rows := v.of.model.Rows; len(rows) > 0 {
		v.register.Select(string(rows[0].ID))
		v.choose(rows[0].ID)
	}
	v.of.deps.Shell.Focus(v.register)
}

func (v *registerView) open() {
	if v.narrow {
		v.tabs.Choose(1)
		v.showTab(1)
	}
	v.of.deps.Shell.Focus(v.card.edit)
}

// showSide shows the form, the result of an import, somebody's card, or what the register is for.
func (v *registerView) showSide() {
	if v.form != nil {
		parts.Swap(v.side, v.form.view)
		return
	}
	card, ok, err := v.of.model.Card()
	if err != nil {
		v.of.deps.Shell.Problem(err)
	}
	switch {
	case ok:
		v.card.show(card)
		parts.Swap(v.side, v.card.view)
	case v.of.model.Result != nil:
		v.result.show(v.of.model.Result)
		parts.Swap(v.side, v.result.view)
	default:
		v.card.show(Card{})
		parts.Swap(v.side, v.card.none)
	}
}

func (v *registerView) startForm(d Draft) {
	v.card.keepNote()
	v.form = newFormView(v.of, d)
	if v.narrow {
		v.tabs.Choose(1)
		v.showTab(1)
	}
	v.showSide()
	v.of.deps.Shell.Focus(v.form.first())
}

func (v *registerView) stopEditing() { v.form = nil }

func (v *registerView) cancelForm() {
	v.form = nil
	v.showSide()
	v.of.deps.Shell.Focus(v.register)
}
