package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// The tabs of the room.
const (
	presentTab = iota
	apologiesTab
	guestsTab
)

// roomView is the column at the right: the field at the door, and who is here.
type roomView struct {
	view  *fyne.Container
	of    *Place
	door  *parts.NameField
	by    *parts.Field
	byRow *parts.FormRow
	time  *parts.TimeField
	when  *parts.FormRow
	tabs  *parts.Segments
	list  *parts.Register
	other *parts.Button
	more  *parts.Button
	foot  *parts.Text
	split *parts.Text
	label *parts.Text
	key   *parts.Keycap
	rows  []RoomRow
	top   *fyne.Container
}

func newRoomView(p *Place) *roomView {
	v := &roomView{of: p, foot: parts.Secondary(""), split: parts.Secondary("").Wrapped(2), label: parts.Secondary("Check in"), key: parts.NewKeycap("F2")}
	v.door = parts.NewNameField("Name or first letters", v.match, v.chosen)
	v.door.OnFree = v.free
	v.by = parts.NewField("Who passed them on")
	v.byRow = parts.NewFormRow("Reported by", v.by)
	v.byRow.Hide()
	v.time = parts.NewTimeField(true)
	v.time.OnTime = func(at data.Time, err error) {
		if err == nil {
			p.model.SetTime(at)
		}
	}
	v.when = parts.NewFormRow("Time to write down", v.time)
	v.tabs = parts.NewTabs([]string{"Present 0", "Apologies 0", "Guests 0"}, func(int) { v.fill() })
	v.list = parts.NewRegister(parts.OneLine, parts.RegisterColumn{Title: "Name", Width: 96, Grow: 1},
		parts.RegisterColumn{Title: "In at", Width: 44}, parts.RegisterColumn{Title: "Voter", Width: 68})
	v.list.OnOpen = func(id string) { p.correct(id) }
	v.other = parts.NewButton("One other", p.oneOther).Small().Quiet()
	v.more = parts.NewButton("More…", p.roomPanel).Small().Quiet()
	v.split.Hide()
	v.top = parts.Column(8, parts.Row(8, parts.Grow(parts.CardHeading("In the room"), 1), v.label, v.key), v.door, v.byRow, v.when)
	buttons := parts.Row(6, v.other, parts.Gap(), v.more)
	v.view = parts.Column(8, v.top, v.tabs, parts.Grow(v.list, 1), parts.Column(2, v.foot, v.split, buttons))
	return v
}

// choose opens a tab: what is typed at the door is then about it.
func (v *roomView) choose(tab int) {
	if tab != v.tabs.Chosen() {
		v.door.Put("") // it was typed about something else
	}
	v.tabs.Choose(tab)
	v.fill()
}

func (v *roomView) match(typed string) []parts.Candidate {
	if v.tabs.Chosen() == apologiesTab {
		return v.of.model.Absent(typed)
	}
	return v.of.model.Door(typed)
}

func (v *roomView) chosen(c parts.Candidate) {
	if v.tabs.Chosen() == apologiesTab {
		v.of.said(v.of.model.Apologise(data.PersonID(c.ID), v.by.Text))
		return
	}
	v.of.said(v.of.model.AtTheDoor(c))
}

// free is for words that mean nobody.
func (v *roomView) free(words string) {
	if v.tabs.Chosen() == apologiesTab {
		v.of.shell.Problem(data.NewProblem("Nobody in the book is called “"+words+"”. Add them under Members first.", nil))
		return
	}
	if v.of.said(v.of.model.AddGuest(words, v.of.model.moment())) {
		v.door.Put("")
	}
}

func (v *roomView) show(m *Model) {
	v.tabs.SetNames(m.Room.Tabs)
	v.foot.SetText(m.Room.Foot)
	also := strings.TrimPrefix(m.Room.Count+"; "+m.Room.Split, "; ")
	v.split.SetText(strings.TrimSuffix(also, "; "))
	if v.split.Hidden != (v.split.Text() == "") {
		v.split.Hidden = !v.split.Hidden
		parts.Settle(v.view)
	}
	v.time.PutTime(m.typedTime)
	v.fill()
}

func (v *roomView) fill() {
	apologies := v.tabs.Chosen() == apologiesTab
	v.reveal(apologies, !v.of.model.Room.Stamps && v.of.model.IsOpen())
	heads, label, key := []string{"In at", "Voter"}, "Check in", "F2"
	if apologies {
		heads, label, key = []string{"", "Said by"}, "Apologies", "F7"
	}
	v.list.SetHead(1, heads[0])
	v.list.SetHead(2, heads[1])
	v.label.SetText(label)
	v.key.SetText(key)
	room := v.of.model.Room
	v.rows = [][]RoomRow{room.Present, room.Apologies, room.Guests}[v.tabs.Chosen()]
	v.list.SetEmpty([]string{"Nobody has come in yet.", "No apologies yet.", "No guests yet."}[v.tabs.Chosen()])
	v.list.SetRows(parts.Rows{
		Len: len(v.rows), ID: func(i int) string { return v.rows[i].ID }, Words: func(i int) string { return v.rows[i].Words },
		Cells: func(i int) []parts.Cell { return roomCells(v.rows[i], apologies) },
	})
}

// reveal shows the fields that belong to apologies, and to a meeting whose times are typed.
func (v *roomView) reveal(by, when bool) {
	if v.byRow.Hidden == !by && v.when.Hidden == !when {
		return
	}
	v.byRow.Hidden, v.when.Hidden = !by, !when
	parts.Settle(v.view)
}

func roomCells(r RoomRow, apologies bool) []parts.Cell {
	last := parts.Cell{Text: r.Vote, Tone: r.Tone, Icon: r.Icon, Bold: r.Tone == parts.Amber}
	if apologies {
		last = parts.Cell{Text: r.Why, Tone: parts.Quiet}
	}
	return []parts.Cell{{Text: r.Name}, {Text: r.In, Tone: parts.Quiet}, last}
}
