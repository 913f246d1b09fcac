package election

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// listView is the contests of a meeting.
type listView struct {
	of           *Place
	view         *fyne.Container
	title, under *parts.Text
	meetings     *parts.Choice
	choices      []MeetingChoice
	all, up      *parts.Button
	down, off    *parts.Button
	register     *table
}

func newListView(of *Place) *listView {
	v := &listView{of: of, title: parts.Title("Elections"), under: parts.Secondary("").Wrapped(2)}
	v.meetings = parts.NewChoice(nil, "No meeting", v.chooseMeeting)
	v.all = parts.NewButton("All officers and delegates", of.beginAll).WithKey("Alt+O").Tall()
	begin := parts.NewButton("Record an election", of.startBeginning).Primary().WithIcon(parts.IconPlus).WithKey("Ctrl+E").Tall()
	v.register = newTable(parts.TwoLines, 690, []int{0, 1, 2, 3, 4}, []int{1, 2, 4},
		parts.RegisterColumn{Title: "", Width: 30}, parts.RegisterColumn{Title: "Election", Width: 150, Grow: 3},
		parts.RegisterColumn{Title: "How far", Width: 180}, parts.RegisterColumn{Title: "How it stands", Width: 150, Grow: 4},
		parts.RegisterColumn{Title: "Balance after it", Width: 130, Grow: 3})
	v.register.opened = func(id string) { of.open(data.ContestID(id)) }
	v.register.selected = func(string) { v.enable() }
	v.up = parts.NewButton("Move up", func() { v.move(-1) }).Small().WithKey("Alt+Up")
	v.down = parts.NewButton("Move down", func() { v.move(1) }).Small().WithKey("Alt+Down")
	v.off = parts.NewButton("Take off the list", v.remove).Small().WithKey("Alt+Del")
	v.view = parts.NewFolding(parts.Page(parts.Column(14,
		parts.Lines(10, parts.Column(0, v.title, v.under)),
		parts.Lines(10, begin, v.all, parts.Fixed(v.meetings, 330)),
		parts.Grow(parts.Sheet(parts.Column(0, parts.Grow(v.register.view, 1), parts.Rule(), parts.PadXY(parts.Lines(8, v.up, v.down, v.off), 12, 8))), 1))), func(bool) {})
	return v
}

// show copies the list from the model.
func (v *listView) show() {
	l := v.of.model.List
	v.title.SetText(l.Title)
	v.under.SetText(l.Under)
	v.all.Hidden = l.Missing == 0
	choices, chosen := v.of.model.Meetings()
	v.choices = choices
	var words []string
	for _, c := range choices {
		words = append(words, c.Words)
	}
	v.meetings.SetOptions(words)
	v.meetings.Choose(chosen)
	v.register.fill(l.Empty, len(l.Rows), func(i int) string { return string(l.Rows[i].ID) }, func(i int) []parts.Cell { return l.Rows[i].Cells },
		func(i int) string { return l.Rows[i].Words }, nil)
	v.enable()
	parts.Settle(v.view)
	v.view.Refresh()
}

func (v *listView) enable() {
	for _, b := range []*parts.Button{v.up, v.down, v.off} {
		b.SetEnabled(v.chosen() != "")
	}
}

func (v *listView) chooseMeeting(i int) {
	if i >= 0 && i < len(v.choices) && v.choices[i].ID != v.of.model.Meeting().ID {
		v.of.model.ShowMeeting(v.choices[i].ID)
		v.of.Refresh()
	}
}

// first is the list, or the button that begins an election while there is none.
func (v *listView) first() fyne.Focusable {
	if len(v.of.model.List.Rows) > 0 {
		return v.register.Register
	}
	return parts.FirstFocus(v.view)
}

// chosen is the contest that is selected; "" for none.
func (v *listView) chosen() data.ContestID {
	id := data.ContestID(v.register.Selected())
	if slices.ContainsFunc(v.of.model.List.Rows, func(r ListRow) bool { return r.ID == id }) {
		return id
	}
	return ""
}

func (v *listView) move(by int) {
	if err := v.of.model.Move(v.chosen(), by); err != nil {
		v.of.deps.Shell.Problem(err)
		return
	}
	v.of.Refresh()
}

func (v *listView) remove() {
	v.of.said(v.of.model.Remove(v.chosen()))
}
