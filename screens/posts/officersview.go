package posts

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// officersView is the card of the officers.
type officersView struct {
	of       *Place
	view     *fyne.Container
	filled   *parts.Text
	balance  *parts.Chip
	reading  *parts.Text
	judged   *fyne.Container
	register *parts.Register
	begin    *fyne.Container // in place of the list while there are no posts
	fill     *parts.Button
	sheet    *parts.Button
	buttons  []*parts.Button // what can be done with the post that is selected
	actions  *fyne.Container
	wanted   string
}

func newOfficersView(of *Place) *officersView {
	v := &officersView{of: of, filled: parts.Caption(""), balance: parts.ChipOf(parts.Mark{}), reading: parts.Caption("").Wrapped(3)}
	v.register = parts.NewRegister(parts.TwoLines, parts.RegisterColumn{Title: "Post and holder", Width: 150, Grow: 1}, parts.RegisterColumn{Title: "In post", Width: 108})
	v.register.OnSelected = func(string) { v.enable() }
	v.register.OnOpen = func(string) { v.startSucceeding() }
	v.fill = parts.NewButton("Enter the officers", v.startSheet).Primary()
	v.begin = parts.Pad(parts.Column(12,
		parts.Body("No posts yet.").Wrapped(0),
		parts.Secondary("The usual ones are offered: chair, vice chair, secretary, treasurer and women's officer. Type who holds each now; others can be added after.").Wrapped(0),
		parts.Left(v.fill)), 16)
	change := parts.NewButton("Change", v.startSucceeding).Small()
	end := parts.NewButton("End term", v.startEnding).Small()
	correct := parts.NewButton("Correct", v.startCorrecting).Small()
	up := parts.NewButton("Up", v.moveUp).Small().WithIcon(parts.IconChevronUp)
	down := parts.NewButton("Down", v.moveDown).Small().WithIcon(parts.IconChevronDown)
	v.buttons = []*parts.Button{change, end, correct, up, down}
	v.sheet = parts.NewButton("Fill vacant", v.startSheet).Small()
	v.actions = parts.PadXY(parts.Column(6,
		parts.Row(6, change, end, correct),
		parts.Row(6, up, down, parts.Gap(), parts.NewButton("Add a post", v.startPost).Small())), 12, 10)
	v.judged = parts.Column(0, parts.Rule(), parts.PadXY(parts.Column(3, parts.Left(v.balance), v.reading), 15, 7))
	v.view = parts.Sheet(parts.Column(0,
		parts.AtLeast(parts.PadXY(parts.Row(12, parts.Grow(parts.CardHeading("Officers"), 1), v.filled, v.sheet), 15, 6), 0, 48), parts.Rule(),
		v.begin, parts.Grow(v.register, 1), v.judged, parts.Rule(), v.actions))
	return v
}

// show copies the officers from the model.
func (v *officersView) show() {
	officers := v.of.model.Officers
	v.filled.SetText(v.of.model.Filled)
	v.register.SetRows(parts.Rows{
		Len:   len(officers),
		ID:    func(i int) string { return string(officers[i].Post) },
		Cells: func(i int) []parts.Cell { return officers[i].cells() },
		Words: func(i int) string { return officers[i].Name },
	})
	if v.wanted != "" {
		v.register.Select(v.wanted)
		v.wanted = ""
	}
	v.balance.Set(v.of.model.OfficersBalance)
	v.reading.SetText(v.of.model.BalanceReading)
	v.judged.Hidden = v.of.model.BalanceReading == ""
	v.begin.Hidden = len(officers) > 0
	v.register.Hidden = len(officers) == 0
	v.sheet.Hidden = len(officers) == 0 || len(v.of.model.Sheet()) == 0
	v.enable()
	parts.Settle(v.view)
	v.view.Refresh()
}

// cells returns the post as the list shows it.
func (o Officer) cells() []parts.Cell {
	first := parts.Cell{Text: o.Name, Bold: true, Sub: o.Holder}
	switch {
	case o.Vacant:
		first.SubTone = parts.Amber
		return []parts.Cell{first, {Chip: parts.Mark{Tone: parts.Amber, Icon: parts.IconCircle, Text: "Vacant"}}}
	case o.Note != (parts.Mark{}):
		return []parts.Cell{first, {Chip: o.Note, Sub: o.Years}}
	}
	return []parts.Cell{first, {Text: o.Years, Tone: parts.Quiet}}
}

func (v *officersView) enable() {
	for _, b := range v.buttons {
		b.SetEnabled(v.chosen() != "")
	}
}

func (v *officersView) first() fyne.Focusable {
	if v.register.Hidden {
		return v.fill
	}
	return v.register
}

// chosen returns the post that is selected; "" for none.
func (v *officersView) chosen() data.PostID { return data.PostID(v.register.Selected()) }

func (v *officersView) moveUp()   { v.move(-1, "up") }
func (v *officersView) moveDown() { v.move(1, "down") }

func (v *officersView) move(by int, way string) {
	post := v.of.model.Officer(v.chosen())
	v.of.said(post.Name+" moved "+way+" the list.", v.of.model.MovePost(post.Post, by))
}
