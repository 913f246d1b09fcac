package session

import (
	"fmt"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
)

// agendaView is the column at the left: the items, where the meeting is, and the way on.
type agendaView struct {
	view   *fyne.Container
	of     *Place
	scroll *container.Scroll
	list   *tileList
	lit    int
	at     *parts.Text
	ends   *parts.Text
	onward *parts.Button
	stop   *parts.Button
	// drawn are the rows as the tiles show them, so that only a change is drawn again.
	drawn    []AgendaRow
	drawnLit int
}

func newAgendaView(p *Place) *agendaView {
	a := &agendaView{of: p, lit: -1, at: parts.Caption(""), ends: parts.Caption("")}
	a.list = newTileList(a.spoken, a.take, a.light)
	a.onward = parts.NewButton("Next item", p.next).WithKey("Ctrl+Down")
	a.stop = parts.NewButton("Close the meeting…", p.closeMeeting).Quiet()
	a.scroll = container.NewVScroll(a.list)
	head := parts.PadXY(parts.Row(8, parts.Grow(parts.CardHeading("Agenda"), 1), a.at), 12, 10)
	foot := parts.PadXY(parts.Column(6, a.ends, a.onward, a.stop), 12, 8)
	a.view = parts.Column(0, head, parts.Grow(a.scroll, 1), foot)
	return a
}

func (a *agendaView) spoken() string {
	rows := a.of.model.Agenda
	if a.list.lit < 0 || a.list.lit >= len(rows) {
		return "Agenda"
	}
	r := rows[a.list.lit]
	return fmt.Sprintf("Item %s, %s, %s", r.Number, r.Heading, r.Time)
}

// take takes up the item that is lit, or, where no meeting is in session, shows it. A tap only shows it.
func (a *agendaView) take(i int) {
	if rows := a.of.model.Agenda; i < len(rows) {
		a.of.stepped(a.of.model.TakeUp(rows[i].ID))
	}
}

func (a *agendaView) choose(i int) {
	rows := a.of.model.Agenda
	if i < len(rows) {
		a.of.shell.Problem(a.of.model.Show(rows[i].ID))
		a.of.show()
		a.of.focusMinutes()
	}
}

func (a *agendaView) light(i int) {
	if i == a.lit {
		return
	}
	a.lit = i
	a.fill(a.of.model.Agenda)
	if i >= 0 {
		a.reveal(i)
	}
}

func (a *agendaView) show(m *Model) {
	a.at.SetText(m.Item.Of)
	a.ends.SetText(m.PlanEnds)
	b := m.buttons()
	a.onward.SetLabel(b.On)
	a.onward.WithKey(b.OnKey)
	a.onward.OnTapped(map[bool]func(){true: a.of.start, false: a.of.next}[b.Starts])
	a.stop.SetEnabled(b.Closes)
	a.fill(m.Agenda)
	for i, r := range m.Agenda {
		if r.Shown {
			a.reveal(i)
		}
	}
}

// reveal scrolls an item into the middle when it is out of view.
func (a *agendaView) reveal(i int) {
	tile, view := a.list.content.Objects[i], a.scroll.Size().Height
	top, high := tile.Position().Y, tile.Size().Height
	if view <= 0 || top >= a.scroll.Offset.Y && top+high <= a.scroll.Offset.Y+view {
		return
	}
	a.scroll.ScrollToOffset(fyne.NewPos(0, max(top-(view-high)/2, 0)))
}

// agendaButtons are what stands under the agenda.
type agendaButtons struct {
	On, OnKey string
	Starts    bool // On starts the meeting
	Closes    bool // it can be closed
}

func (a *agendaView) fill(rows []AgendaRow) {
	if a.drawnLit == a.lit && reflect.DeepEqual(a.drawn, rows) {
		return
	}
	a.drawn, a.drawnLit = rows, a.lit
	tiles := make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		tiles[i] = newTile(agendaTile(r, i == a.lit), func() { a.choose(i) })
	}
	a.list.set(tiles)
}

func agendaTile(r AgendaRow, lit bool) fyne.CanvasObject {
	mark := fyne.CanvasObject(parts.NewBadge(0).Labelled(r.Number).Current(r.Current))
	heading, when := parts.Secondary(r.Heading).InColor(parts.ColorInk), parts.Caption(r.Time)
	ground, bar := parts.NewPlate(""), parts.NewPlate("")
	switch {
	case r.Current:
		heading, when = parts.NewText(parts.RoleStrong, r.Heading), parts.Label(r.Time)
		heading.InColor(parts.ColorCurrentInk)
		when.InColor(parts.ColorCurrentInk)
		ground.Fill, bar.Fill = parts.ColorCurrent, parts.ColorAccent
	case r.Done:
		mark = parts.Layers(parts.AtLeast(parts.Centre(parts.NewIcon(parts.IconCheck, parts.Green, 16)), 22, 22))
		heading = parts.Secondary(r.Heading)
	}
	if r.Shown && !r.Current {
		ground.Fill, bar.Fill = parts.ColorSunken, parts.ColorBorder
	}
	if lit {
		ground.Fill, bar.Fill = parts.ColorSelection, parts.ColorFocus
	}
	bar.Least = fyne.NewSize(4, 0)
	lines := []fyne.CanvasObject{parts.AtLeast(parts.Row(8, mark, parts.Grow(heading, 1), when), 0, 35)}
	for _, s := range r.Subs {
		lines = append(lines, parts.AtLeast(parts.Pads(parts.Row(8, parts.NewIcon(s.Icon, s.Tone, 13),
			parts.Grow(parts.Caption(s.Words).InColor(parts.ColorInk), 1), parts.Label(s.State).In(s.Tone)), 0, 0, 0, 30), 0, 26))
	}
	inside := parts.Pads(parts.Column(0, lines...), 1, 14, 1, 8+14*float32(min(r.Depth, 3)))
	return parts.Layers(ground, parts.RowFill(0, bar, parts.Grow(inside, 1)))
}

// narrowBar stands in for the agenda and the tabs where the window is narrow.
type narrowBar struct {
	view *fyne.Container
	of   *Place
	item *parts.Choice
	left *parts.Text
	tabs *parts.Segments
	ids  []AgendaRow
}

func newNarrowBar(p *Place) *narrowBar {
	b := &narrowBar{of: p, left: parts.Secondary("")}
	b.item = parts.NewChoice(nil, "No agenda yet", func(i int) {
		if i >= 0 && i < len(b.ids) {
			p.shell.Problem(p.model.Show(b.ids[i].ID))
			p.show()
		}
	})
	b.tabs = parts.NewSegments([]string{"Minutes", "In the room 0"}, func(int) { p.arrange() })
	back := parts.NewButton("", p.previous).WithIcon(parts.IconChevronLeft)
	on := parts.NewButton("", p.next).WithIcon(parts.IconChevronRight)
	b.view = parts.PadXY(parts.Row(10, back, parts.Grow(b.item, 1), on, b.left, b.tabs), 16, 6)
	return b
}

func (b *narrowBar) show(m *Model) {
	b.ids = m.Agenda
	words := make([]string, len(m.Agenda))
	shown := -1
	for i, r := range m.Agenda {
		words[i] = fmt.Sprintf("%s  %s", r.Number, r.Heading)
		if r.Shown {
			shown = i
		}
	}
	b.item.SetOptions(words)
	b.item.Choose(shown)
	b.left.SetText(m.Item.Left.Text)
	b.tabs.SetNames([]string{"Minutes", m.Room.Tabs[presentTab]})
}

func (b *narrowBar) toRoom(p *Place)    { b.to(p, 1) }
func (b *narrowBar) toMinutes(p *Place) { b.to(p, 0) }

func (b *narrowBar) to(p *Place, tab int) {
	if b.tabs.Chosen() == tab {
		return
	}
	b.tabs.Choose(tab)
	if p.frame.narrow {
		p.arrange()
	}
}
