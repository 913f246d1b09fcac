package actions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// lettersView is the correspondence with the card or a form beside it.
type lettersView struct {
	spread
	of    *Place
	model *Letters
	card  *letterCard
	form  *fyne.Container // nil while nothing is edited
}

func newLettersView(of *Place, m *Letters) *lettersView {
	v := &lettersView{of: of, model: m, spread: spread{title: "Letters", under: parts.Secondary(""), kinds: of.newKinds()}}
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
	v.card = newLetterCard(v)
	v.lay("Letter", v.card.none)
	return v
}

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
	v.turnTo(1)
	v.showSide()
	v.of.deps.Shell.Focus(first)
}

func (v *lettersView) cancel() { v.closeForm() }

func (v *lettersView) closeForm() {
	v.form = nil
	v.turnTo(0)
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
