package today

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// deskView is the page of a book that is in use.
type deskView struct {
	p      *Place
	view   *fyne.Container
	narrow bool

	over, title, under *parts.Text
	buttons            *fyne.Container
	timeline           *parts.Timeline
	next               nextCard

	below   *fyne.Container
	blocks  []fyne.CanvasObject
	waiting *parts.Text
	list    *fyne.Container
	duties  []duty
	drawn   bool

	copyMark *parts.Chip
	copyText *parts.Text
}

func newDeskView(p *Place) *deskView {
	v := &deskView{
		p: p, over: parts.Label(""), title: parts.Heading("").Wrapped(2), under: parts.Secondary("").Wrapped(2), buttons: parts.Row(10),
		timeline: parts.NewTimeline(nil), below: parts.Layers(), waiting: parts.Secondary(""), list: parts.Column(12),
		copyMark: parts.NewChip(parts.Grey, "", ""), copyText: parts.Secondary("").Wrapped(0),
	}
	v.timeline.Hide()
	next := parts.Card(parts.Column(12,
		parts.Row(16, parts.Grow(parts.Column(1, v.over, v.title, v.under), 1), v.buttons), v.timeline))
	waiting := parts.HeadedCard("Waiting on you", v.waiting, parts.Column(0, v.list, parts.Gap()))
	start := parts.Card(parts.Column(6,
		parts.CardHeading("Start something"),
		starter("Start a meeting now", "Ctrl+M", parts.IconMeeting, p.startNow),
		starter("Plan the next meeting", "Ctrl+N", parts.IconCalendar, p.planNext),
		starter("Log a motion received", "F3", parts.IconDocument, p.goTo(place.Route{Place: "motions"})),
		starter("Add an action", "F6", parts.IconCheckbox, p.goTo(place.Route{Place: "actions"})),
		starter("Elections and ballots", "", parts.IconBallot, p.goTo(place.Route{Place: "election"}))))
	safe := parts.Card(parts.Column(8,
		parts.Row(8, parts.Grow(parts.CardHeading("Safe copy"), 1), v.copyMark), v.copyText,
		parts.NewButton("Back up now", func() { p.d.Copies.BackUp() }).WithIcon(parts.IconShield)))
	v.blocks = []fyne.CanvasObject{waiting, parts.Column(14, start, safe)}
	setFolded(v.below, false, v.blocks, []float32{70, 30})
	v.view = parts.Column(14, next, v.below)
	return v
}

func starter(name, key string, icon parts.IconName, do func()) fyne.CanvasObject {
	return parts.NewButton(name, do).Leading().WithIcon(icon).WithKey(key)
}

func (v *deskView) fold(narrow bool) {
	if narrow != v.narrow {
		v.narrow = narrow
		setFolded(v.below, narrow, v.blocks, []float32{70, 30})
		parts.Settle(v.view)
		v.view.Refresh()
	}
}

func (v *deskView) show(m *Model) {
	v.showNext(m.Next)
	v.waiting.SetText(m.Waiting)
	v.copyMark.Set(m.Copy.Mark)
	v.copyText.SetText(m.Copy.Text)
	if v.drawn && slices.Equal(v.duties, m.Duties) {
		return
	}
	v.duties, v.drawn = m.Duties, true
	v.list.Objects = nil
	for i, d := range m.Duties {
		if i > 0 {
			v.list.Objects = append(v.list.Objects, parts.Rule())
		}
		v.list.Objects = append(v.list.Objects,
			line(d.Icon, d.Tone, d.Title, d.Text, parts.ChipOf(d.Mark), parts.AtLeast(v.p.button(d.Do), 104, 0)))
	}
	if len(m.Duties) == 0 {
		v.list.Objects = []fyne.CanvasObject{parts.Secondary("Nothing waits. The book is up to date.")}
	}
	parts.Settle(v.list)
	v.list.Refresh()
}

func (v *deskView) showNext(n nextCard) {
	v.over.SetText(n.Over)
	v.title.SetText(n.Title)
	v.under.SetText(n.Under)
	if !slices.Equal(v.next.Moments, n.Moments) {
		v.timeline.Hidden = n.None
		v.timeline.SetMoments(n.Moments)
		v.next.Moments = n.Moments
	}
	if v.next.None == n.None && v.next.First == n.First && v.next.Second == n.Second && len(v.buttons.Objects) > 0 {
		return
	}
	v.next = n
	v.buttons.Objects = nil
	switch {
	case n.None:
		v.buttons.Objects = []fyne.CanvasObject{v.p.button(step{Label: "Plan a meeting"}).Primary()}
	case n.Second.Label == "":
		v.buttons.Objects = []fyne.CanvasObject{v.p.button(n.First)}
	default:
		v.buttons.Objects = []fyne.CanvasObject{v.p.button(n.First), v.p.button(n.Second).Primary()}
	}
	parts.Settle(v.buttons)
}
