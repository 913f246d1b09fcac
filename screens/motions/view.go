package motions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// registerView is the table of motions with its filters and its search.
type registerView struct {
	of       *Place
	head     *fyne.Container
	bar      *fyne.Container // the filters and the search
	view     *fyne.Container
	under    *parts.Text
	segments *parts.Segments
	choice   *parts.Choice // instead of the segments, where they have no room
	search   *parts.Field
	register *parts.Register
	foot     *parts.Text
}

func newRegisterView(of *Place) *registerView {
	v := &registerView{of: of, under: parts.Secondary(""), foot: parts.Caption("")}
	v.head = parts.PageHead(parts.Title("Motions"), v.under,
		parts.NewButton("Bring in", of.startBringing).WithIcon(parts.IconUpload).Tall(),
		parts.NewButton("Export the register", of.exportRegister).WithIcon(parts.IconTable).Tall(),
		parts.NewButton("Log a motion", of.startLogging).Primary().WithIcon(parts.IconPlus).WithKey("F3").Tall())
	v.segments = parts.NewSegments(of.model.Filters(), v.filter)
	v.choice = parts.NewChoice(of.model.Filters(), "All", v.filter)
	v.search = parts.NewField("Search text, mover or tag")
	v.search.Named("Search the motions")
	v.search.OnChanged = func(words string) {
		of.model.Search(words)
		v.showRows()
	}
	v.search.OnSubmitted = func(string) { v.first() }
	v.search.OnEscape = func() {
		v.everything()
		of.deps.Shell.Focus(v.register)
	}
	v.register = parts.NewRegister(parts.TwoLines,
		parts.RegisterColumn{Title: "Ref", Width: 100}, parts.RegisterColumn{Title: "Motion and mover", Width: 170, Grow: 1},
		parts.RegisterColumn{Title: "Vote", Width: 78}, parts.RegisterColumn{Title: "Outcome", Width: 152},
		parts.RegisterColumn{Title: "Sent to", Width: 132})
	v.register.OnHead = func(column int) {
		of.model.SortBy(column)
		v.showRows()
	}
	v.register.OnSelected = func(id string) { of.choose(data.MotionID(id)) }
	v.register.OnOpen = func(id string) {
		of.choose(data.MotionID(id))
		of.pair.Show(1)
		of.startEditing()
	}
	v.bar = parts.AtLeast(parts.NewArranged(func(width float32) bool { return width < parts.Dp(segmentsFrom) }, v.arrangeBar), 0, 38)
	v.view = parts.Sheet(parts.Column(0, parts.Grow(v.register, 1), parts.Rule(),
		parts.PadXY(parts.Row(12, parts.Grow(v.foot, 1), parts.Caption("Votes read for-against-abstain")), 15, 8)))
	return v
}

// segmentsFrom is the width, in our pixels, that holds all the filters beside the search.
const segmentsFrom = 960

func (v *registerView) arrangeBar(narrow bool) fyne.CanvasObject {
	if narrow {
		return parts.Row(12, parts.Fixed(v.choice, 190), parts.Grow(v.search, 1))
	}
	return parts.Row(12, v.segments, parts.Grow(v.search, 1))
}

// filter narrows the register, and both controls show to what.
func (v *registerView) filter(i int) {
	v.segments.Choose(i)
	v.choice.Choose(i)
	v.of.model.Narrow(Filter(i))
	v.showRows()
}

// show copies the register from the model.
func (v *registerView) show() {
	v.under.SetText(v.of.model.Heading())
	v.segments.SetNames(v.of.model.Filters())
	chosen := v.segments.Chosen()
	v.choice.SetOptions(v.of.model.Filters())
	v.choice.Choose(chosen)
	v.showRows()
}

func (v *registerView) showRows() {
	rows := v.of.model.Rows
	v.register.SetEmpty(v.of.model.Empty)
	v.register.SetSorted(v.of.model.Sorted())
	v.register.SetRows(parts.Rows{
		Len:   len(rows),
		ID:    func(i int) string { return string(rows[i].ID) },
		Cells: func(i int) []parts.Cell { return rows[i].Cells },
		Words: func(i int) string { return rows[i].Words },
	})
	if chosen := string(v.of.model.Chosen()); chosen != v.register.Selected() {
		v.register.Select(chosen)
	}
	v.foot.SetText(v.of.model.Foot)
}

// first goes to the first motion that was found.
func (v *registerView) first() {
	if rows := v.of.model.Rows; len(rows) > 0 {
		v.register.Select(string(rows[0].ID))
		v.of.choose(rows[0].ID)
		v.of.deps.Shell.Focus(v.register)
	}
}

// everything takes filter and search away, so that a motion that was asked for is among the rows.
func (v *registerView) everything() {
	v.search.Put("")
	v.of.model.Search("")
	v.filter(int(All))
}
