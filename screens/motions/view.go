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
	view     *fyne.Container
	under    *parts.Text
	segments *parts.Segments
	search   *parts.Field
	register *parts.Register
	foot     *parts.Text
}

func newRegisterView(of *Place) *registerView {
	v := &registerView{of: of, under: parts.Secondary(""), foot: parts.Caption("")}
	v.head = parts.PageHead(parts.Title("Motions"), v.under,
		parts.NewButton("Paste open motions", of.startPasting).WithIcon(parts.IconCopy).Tall(),
		parts.NewButton("Log a motion", of.startLogging).Primary().WithIcon(parts.IconPlus).WithKey("F3").Tall())
	v.segments = parts.NewSegments(of.model.Filters(), func(i int) {
		of.model.Narrow(Filter(i))
		v.showRows()
	})
	v.search = parts.NewField("Search title, text or mover")
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
		parts.RegisterColumn{Title: "Vote", Width: 84}, parts.RegisterColumn{Title: "Outcome", Width: 152},
		parts.RegisterColumn{Title: "Meeting", Width: 100})
	v.register.OnSelected = func(id string) { of.choose(data.MotionID(id)) }
	v.register.OnOpen = func(id string) {
		of.choose(data.MotionID(id))
		of.pair.Show(1)
		of.startEditing()
	}
	v.view = parts.Column(12,
		parts.Row(12, v.segments, parts.Grow(v.search, 1)),
		parts.Grow(parts.Sheet(parts.Column(0, parts.Grow(v.register, 1), parts.Rule(),
			parts.PadXY(parts.Row(12, parts.Grow(v.foot, 1), parts.Caption("Votes read for-against-abstained")), 15, 8))), 1))
	return v
}

// show copies the register from the model.
func (v *registerView) show() {
	v.under.SetText(v.of.model.Heading())
	v.segments.SetNames(v.of.model.Filters())
	v.showRows()
}

func (v *registerView) showRows() {
	rows := v.of.model.Rows
	v.register.SetEmpty(v.of.model.Empty)
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
	v.segments.Choose(int(All))
	v.of.model.Narrow(All)
	v.showRows()
}

// cardView is the motion that is chosen, with its life.
type cardView struct {
	of     *Place
	view   *fyne.Container
	ref    *parts.Text
	chip   *parts.Chip
	title  *parts.Text
	text   *parts.Text
	movers *parts.Text
	life   *fyne.Container
	motion *fyne.Container
	none   *parts.Text
	edit   *parts.Button
	settle *parts.Button
	again  *parts.Button
	meet   *parts.Button
	bar    *fyne.Container
	body   *fyne.Container
}

func newCardView(of *Place) *cardView {
	v := &cardView{
		of: of, ref: parts.Secondary(""), chip: parts.ChipOf(parts.Mark{}), title: parts.CardHeading("").Wrapped(3),
		text: parts.Body("").Wrapped(0), movers: parts.Secondary("").Wrapped(2), life: parts.Column(0),
		none: parts.Secondary("Choose a motion to see its text and its life.").Wrapped(0),
	}
	v.edit = parts.NewButton("Edit", of.startEditing).Small().WithIcon(parts.IconPencil)
	v.settle = parts.NewButton("Without a vote", of.startSettling).Small()
	v.again = parts.NewButton("Take up again", of.takeAgain).Small().WithIcon(parts.IconUndo)
	v.meet = parts.NewButton("Meeting", of.goToMeeting).Small().WithIcon(parts.IconMeeting)
	v.bar = parts.Row(8, v.edit, v.settle, v.again, v.meet)
	v.body = parts.Column(10, v.title, v.text, v.movers, parts.Rule(), v.life)
	v.motion = parts.Column(10, parts.Row(8, parts.Grow(v.ref, 1), v.chip), parts.NewScroller(parts.PadXY(v.body, 4, 0)), v.bar)
	v.view = parts.Card(parts.Column(0, v.none, parts.Grow(v.motion, 1)))
	return v
}

// show copies the card from the model.
func (v *cardView) show() {
	c := v.of.model.Card
	v.none.Hidden, v.motion.Hidden = c.ID != "", c.ID == ""
	v.ref.SetText(c.Ref)
	v.chip.Set(c.Mark)
	v.title.SetText(c.Title)
	v.text.SetText(c.Text)
	v.movers.SetText(c.Movers)
	v.life.Objects = []fyne.CanvasObject{parts.Life(c.Steps)}
	v.edit.Hidden, v.settle.Hidden = !c.Open, !c.Open
	v.again.Hidden, v.meet.Hidden = !c.Again, c.Meeting == ""
	parts.Settle(v.body)
	parts.Settle(v.bar)
	parts.Settle(v.motion)
	v.view.Refresh()
}
