package actions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// lettersView is the correspondence with the card or a form beside it.
type lettersView struct {
	of       *Place
	model    *Letters
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
	card     *letterCard
	form     *fyne.Container // nil while nothing is edited

	narrow bool
}

func newLettersView(of *Place, m *Letters) *lettersView {
	v := &lettersView{of: of, model: m, under: parts.Secondary(""), kinds: of.newKinds()}
	v.search = parts.NewField("Words, or whom it is with")
	v.search.OnChanged = func(words string) {
		m.Search(words)
		v.showRows()
	}
	v.search.OnSubmitted = func(string) { of.deps.Shell.Focus(v.register) }
	v.segments = parts.NewSegments(m.Filters(), func(i int) {
		m.Narrow(LetterFilter(i))
		v.showRows()
	})
	v.register = parts.NewRegister(parts.TwoLines,
		parts.RegisterColumn{Title: "Date", Width: 62}, parts.RegisterColumn{Title: "Way", Width: 40},
		parts.RegisterColumn{Title: "With", Width: 76, Grow: 2.4}, parts.RegisterColumn{Title: "About, and what is asked", Width: 100, Grow: 3},
		parts.RegisterColumn{Title: "Due", Width: 72}, parts.RegisterColumn{Title: "State", Width: 138, Grow: 1})
	v.register.OnSelected = func(id string) {
		m.Choose(data.LetterID(id))
		v.showSide()
	}
	v.register.OnOpen = func(string) { v.edit() }
	v.register.OnHead = v.sortBy
	v.add = parts.NewButton("Add a letter", v.start).Primary().WithIcon(parts.IconPlus).WithKey("Ctrl+N").Tall()
	v.tabs = parts.NewTabs([]string{"List", "Letter"}, v.showTab)
	v.card = newLetterCard(v)
	v.list, v.side = parts.Sheet(v.register), parts.Layers(v.card.none)
	v.view = parts.NewArranged(isNarrow, v.arrange)
	return v
}

func (v *lettersView) arrange(narrow bool) fyne.CanvasObject {
	v.narrow = narrow
	head := parts.PageHead(parts.Title("Letters"), v.under, v.add)
	if narrow {
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
func (v *lettersView) showTab(i int) {
	if v.narrow {
		v.setTab(i)
		v.view.Refresh()
	}
}

func (v *lettersView) setTab(i int) { v.list.Hidden, v.side.Hidden = i != 0, i == 0 }

func (v *lettersView) refresh() {
	v.under.SetText(v.model.Head)
	v.segments.SetNames(v.model.Filters())
	v.segments.Choose(int(v.model.Filter()))
	v.showRows()
	v.showSide()
}

func (v *lettersView) showRows() {
	rows := v.model.Rows
	v.register.SetEmpty(v.model.Empty)
	v.register.SetSorted(v.model.Sorted, v.model.Down)
	v.register.SetRows(parts.Rows{
		Len: len(rows), ID: func(i int) string { return string(rows[i].ID) },
		Cells: func(i int) []parts.Cell { return rows[i].Cells() },
		Words: func(i int) string { return rows[i].With },
	})
	v.register.Select(string(v.model.chosen))
}

func (v *lettersView) sortBy(column int) {
	v.model.SortBy(column)
	v.showRows()
}

// showSide shows the form, the chosen letter, or what the list is for.
func (v *lettersView) showSide() {
	row, ok := v.model.Chosen()
	switch {
	case v.form != nil:
		parts.Swap(v.side, v.form)
	case ok:
		v.card.show(row)
		parts.Swap(v.side, v.card.view)
	default:
		parts.Swap(v.side, v.card.none)
	}
}

// open shows a form and puts the caret into it.
func (v *lettersView) open(form *fyne.Container, first fyne.Focusable) {
	v.form = form
	v.tabs.Choose(1)
	v.showTab(1)
	v.showSide()
	v.of.deps.Shell.Focus(first)
}

func (v *lettersView) cancel() { v.closeForm() }

func (v *lettersView) closeForm() {
	v.form = nil
	v.tabs.Choose(0)
	v.showTab(0)
	v.showSide()
	v.of.deps.Shell.Focus(v.register)
}

// start opens the form of a new letter.
func (v *lettersView) start() { v.openDraft(v.model.NewDraft()) }

func (v *lettersView) edit() {
	draft, err := v.model.Draft()
	if err != nil {
		v.of.deps.Shell.Problem(err)
		return
	}
	v.openDraft(draft)
}

func (v *lettersView) openDraft(d LetterDraft) {
	form := newLetterForm(v, d)
	v.open(form.view, form.way)
}

func (v *lettersView) answer() { v.openEnding(true) }

func (v *lettersView) shut() { v.openEnding(false) }

func (v *lettersView) openEnding(answered bool) {
	if row, ok := v.model.Chosen(); ok {
		form := newEndingForm(v, row, answered)
		v.open(form.view, form.first())
	}
}

func (v *lettersView) reopen() { v.of.said(v.model.Reopen()) }

// toMeeting goes to the meeting where the chosen letter was reported.
func (v *lettersView) toMeeting() {
	if row, ok := v.model.Chosen(); ok && row.Meeting != "" {
		v.of.deps.Shell.Go(place.Route{Place: "session", ID: string(row.Meeting)})
	}
}

// date reads a date, or says beside it what is wrong and puts the caret there.
func (v *lettersView) date(field *parts.DateField, row *parts.FormRow) (data.Date, bool) {
	on, err := field.Date()
	if err != nil {
		row.SetError("Write the date like 14 May 2026.")
		v.of.deps.Shell.Focus(field)
	}
	return on, err == nil
}
