package meetings

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// agendaView is the agenda of a plan. One item is current: the one whose field had the caret last.
type agendaView struct {
	p       *Place
	view    *fyne.Container
	list    *fyne.Container
	rows    []*itemRow
	current data.ItemID
	length  *parts.Text
	fits    *parts.Chip
	up      *parts.Button
	down    *parts.Button
	cut     *parts.Button
	part    *parts.Button
	speaker *parts.Button
}

func newAgendaView(p *Place) *agendaView {
	v := &agendaView{p: p, list: parts.Column(0), length: parts.Secondary(""), fits: parts.NewChip(parts.Green, "", "")}
	v.up = parts.NewButton("Up", func() { v.move(-1) }).Small()
	v.down = parts.NewButton("Down", func() { v.move(1) }).Small()
	v.cut = parts.NewButton("Remove", v.remove).Small()
	v.part = parts.NewButton("Part", v.partOrNot).Small()
	v.speaker = parts.NewButton("Speaker…", v.startSpeaker).Small()
	add := parts.NewButton("Item", v.add).WithIcon(parts.IconPlus).Small().WithKey("Ctrl+N")
	heads := parts.Row(8, parts.NewIcon(parts.IconSpark, parts.Blue, 14), parts.Grow(parts.Caption("wrote itself from the book; yours once you edit it"), 1),
		parts.Label("Starts"), parts.Fixed(parts.Label("Minutes"), 62))
	v.view = parts.Sheet(parts.Column(0,
		parts.AtLeast(parts.PadXY(parts.Row(6, parts.Grow(parts.CardHeading("Agenda"), 1), add), 12, 8), 0, 48),
		parts.PadXY(parts.Row(6, v.up, v.down, v.part, v.speaker, v.cut), 12, 6),
		parts.Layers(parts.NewPlate(parts.ColorSunken), parts.PadXY(heads, 12, 4)),
		parts.Grow(parts.AtLeast(parts.NewScroll(v.list), 0, 180), 1),
		parts.Rule(),
		parts.PadXY(parts.Row(10, parts.Grow(v.length, 1), v.fits), 15, 10)))
	return v
}

// itemRow is one item: its heading and minutes to be changed, and what the book knows about it.
type itemRow struct {
	id      data.ItemID
	view    *fyne.Container
	back    *parts.Plate
	inset   *fyne.Container
	spark   *fyne.Container
	number  *parts.Text
	starts  *parts.Text
	about   *parts.Text
	heading *entry
	minutes *entry
	motions *fyne.Container
	shown   []motionRow
}

func (r *itemRow) commit() {
	r.heading.commit()
	r.minutes.commit()
}

func (v *agendaView) newRow(id data.ItemID) *itemRow {
	r := &itemRow{
		id: id, back: parts.NewPlate(parts.ColorSurface), number: parts.Bold("").Aligned(fyne.TextAlignCenter),
		spark: parts.Layers(parts.NewIcon(parts.IconSpark, parts.Blue, 16)), inset: parts.Fixed(parts.Layers(), 18),
		starts: parts.Secondary("").Aligned(fyne.TextAlignTrailing), about: parts.Caption("").Wrapped(2), motions: parts.Column(4),
	}
	heading, minutes := parts.NewField("Heading").Named("Heading of the item"), parts.NewNumberField()
	minutes.Named("Minutes")
	r.heading = v.tie(r, heading, func(a agendaRow) string { return a.heading }, func(s string) error { return v.p.m.RenameItem(id, s) })
	r.minutes = v.tie(r, &minutes.Field, minutesText, func(string) error {
		n, _ := minutes.Number() // nothing typed is not planned
		return v.p.m.SetItemMinutes(id, n)
	})
	line := parts.Row(8, r.inset, parts.AtLeast(r.number, 26, 0), r.spark, parts.Grow(heading, 1), parts.AtLeast(r.starts, 64, 0), parts.Fixed(minutes, 62))
	r.view = parts.Layers(r.back, parts.Column(0, parts.PadXY(parts.Column(3, line,
		parts.Pads(r.about, 0, 0, 0, 46), parts.Pads(r.motions, 0, 0, 0, 46)), 12, 4), parts.Rule()))
	return r
}

func minutesText(a agendaRow) string {
	if a.minutes == 0 {
		return ""
	}
	return strconv.Itoa(a.minutes)
}

func (v *agendaView) tie(r *itemRow, field *parts.Field, stored func(agendaRow) string, store func(string) error) *entry {
	now := func() string {
		if v.row(r.id) != r {
			return field.Text // the item is gone, and with it what was typed
		}
		return stored(v.p.m.Plan.row(r.id))
	}
	e := tie(&entry{
		field: field, stored: now, store: store,
		failed: func(sentence string) {
			if sentence != "" {
				v.p.d.Shell.Problem(data.NewProblem(sentence, nil))
				field.Put(now())
			}
		},
		saved: func() { v.p.try(nil, "") },
	})
	leave := field.OnFocus
	field.OnFocus = func(here bool) {
		if here {
			v.choose(r.id)
		}
		leave(here)
	}
	return e
}

// choose makes an item the current one.
func (v *agendaView) choose(id data.ItemID) {
	v.current = id
	for _, r := range v.rows {
		r.back.Fill = parts.ColorSurface
		if r.id == id {
			r.back.Fill = parts.ColorSelection
		}
		r.back.Refresh()
	}
	for _, b := range []*parts.Button{v.up, v.down, v.cut, v.part, v.speaker} {
		b.SetEnabled(v.row(id) != nil)
	}
	v.part.SetLabel(map[bool]string{false: "Part of above", true: "Own item"}[v.p.m.Plan.row(id).part])
}

func (v *agendaView) row(id data.ItemID) *itemRow {
	for _, r := range v.rows {
		if r.id == id {
			return r
		}
	}
	return nil
}

// show keeps the row of every item that is still there, so that the caret and what is typed survive.
func (v *agendaView) show(p plan) {
	rows := make([]*itemRow, len(p.Agenda))
	objects := make([]fyne.CanvasObject, len(p.Agenda))
	for i, a := range p.Agenda {
		r := v.row(a.id)
		if r == nil {
			r = v.newRow(a.id)
		}
		rows[i], objects[i] = r, r.view
	}
	moved := !slices.Equal(v.rows, rows)
	v.rows = rows
	for i, a := range p.Agenda {
		v.fill(rows[i], a)
	}
	if moved {
		v.list.Objects = objects
		parts.Settle(v.list)
		v.list.Refresh()
	}
	v.length.SetText(joined(p.Length, p.EndsAt))
	v.fits.Set(p.Fits)
	v.choose(v.current)
}

func (v *agendaView) fill(r *itemRow, a agendaRow) {
	r.number.SetText(a.number)
	r.starts.SetText(a.starts)
	r.inset.Hidden, r.spark.Hidden = !a.part, !a.wrote
	parts.Settle(r.spark)
	about := joined(a.about, a.note)
	r.about.Hidden = about == ""
	r.about.SetText(about)
	r.heading.show()
	r.minutes.show()
	if slices.Equal(r.shown, a.motions) {
		return
	}
	r.shown = a.motions
	r.motions.Objects = nil
	for _, mo := range a.motions {
		r.motions.Objects = append(r.motions.Objects, parts.Row(8,
			parts.Grow(parts.Secondary(mo.ref+" "+mo.title), 1), parts.ChipOf(mo.arrived),
			parts.NewButton(mo.verb, func() { v.hang(mo) }).Small()))
	}
	r.motions.Hidden = len(a.motions) == 0
	parts.Settle(r.motions)
}

func (v *agendaView) hang(mo motionRow) {
	if mo.on {
		v.p.try(v.p.m.TakeOffAgenda(mo.id), mo.ref+" is taken off the agenda. It stays received.")
		return
	}
	v.p.try(v.p.m.PutOnAgenda(mo.id), mo.ref+" is on the agenda.")
}

// add puts a new item behind the current one, with the caret in its heading.
func (v *agendaView) add() {
	v.p.Leave()
	id, err := v.p.m.AddItem(v.current)
	if v.p.try(err, "An item is added. Type its heading.") {
		v.focus(id)
	}
}

func (v *agendaView) move(by int) {
	if v.current == "" {
		return
	}
	v.p.Leave()
	if v.p.try(v.p.m.MoveItem(v.current, by), "") {
		v.focus(v.current)
	}
}

// remove takes the current item away and goes on to the one that takes its place.
func (v *agendaView) remove() {
	id := v.current
	if id == "" {
		return
	}
	next := v.p.m.Plan.beside(id)
	heading := v.p.m.Plan.heading(id)
	if v.p.try(v.p.m.RemoveItem(id), "“"+heading+"” is off the agenda.") {
		v.current = ""
		v.focus(next)
	}
}

func (v *agendaView) focus(id data.ItemID) {
	v.choose(id)
	if r := v.row(id); r != nil {
		v.p.d.Shell.Focus(r.heading.field)
	}
}
