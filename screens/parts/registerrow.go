package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// registerHead is the fixed row of titles.
type registerHead struct {
	widget.BaseWidget
	of     *Register
	ground *Plate
	rule   *Plate
	titles []*Text
	arrows []*Icon
}

func newRegisterHead(of *Register) *registerHead {
	h := &registerHead{of: of, ground: NewPlate(ColorSunken), rule: Rule()}
	for _, c := range of.columns {
		title := Label(c.Title)
		if c.Right {
			title.Aligned(fyne.TextAlignTrailing)
		}
		arrow := NewIcon(IconChevronDown, Plain, 13)
		arrow.Hide()
		h.titles = append(h.titles, title)
		h.arrows = append(h.arrows, arrow)
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the titles over a quiet ground.
func (h *registerHead) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.ground, h.rule}
	for i := range h.titles {
		objects = append(objects, h.titles[i], h.arrows[i])
	}
	return &face{
		objects: objects,
		layout:  h.layout,
		min:     func() fyne.Size { return fyne.NewSize(Dp(24), Dp(35)) },
		refresh: func() {
			h.layout(h.Size())
			for _, o := range objects {
				o.Refresh()
			}
		},
	}
}

func (h *registerHead) layout(size fyne.Size) {
	h.ground.Resize(size)
	h.rule.Move(fyne.NewPos(0, size.Height-Dp(1)))
	h.rule.Resize(fyne.NewSize(size.Width, Dp(1)))
	x := Dp(16)
	for i, w := range h.of.widths(size.Width) {
		room := max(w-Dp(10), 0)
		high := h.titles[i].MinSize().Height
		h.titles[i].Move(fyne.NewPos(x, (size.Height-high)/2))
		h.titles[i].Resize(fyne.NewSize(room, high))
		after := min(h.titles[i].Natural().Width+Dp(4), room)
		h.arrows[i].Move(fyne.NewPos(x+after, (size.Height-Dp(13))/2))
		h.arrows[i].Resize(fyne.NewSquareSize(Dp(13)))
		x += w
	}
}

// Tapped tells which column's head was tapped.
func (h *registerHead) Tapped(ev *fyne.PointEvent) {
	if h.of.OnHead == nil {
		return
	}
	x := Dp(16)
	for i, w := range h.of.widths(h.Size().Width) {
		if ev.Position.X < x+w {
			h.of.OnHead(i)
			return
		}
		x += w
	}
}

// registerBody is as high as all the rows, and holds those in view.
type registerBody struct {
	widget.BaseWidget
	of   *Register
	face *face
}

func newRegisterBody(of *Register) *registerBody {
	b := &registerBody{of: of}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the rows in view.
func (b *registerBody) CreateRenderer() fyne.WidgetRenderer {
	b.face = &face{
		layout:  func(fyne.Size) { b.place() },
		min:     func() fyne.Size { return fyne.NewSize(0, float32(b.of.rows.Len)*Dp(b.of.high)) },
		refresh: func() { b.place() },
	}
	return b.face
}

// place fills the rows in view from the records there, using each row again as it scrolls out.
func (b *registerBody) place() {
	r := b.of
	if b.face == nil || r.scroll.Size().Height <= 0 {
		return
	}
	high := Dp(r.high)
	first := max(int(r.scroll.Offset.Y/high), 0)
	count := min(int(r.scroll.Size().Height/high)+2, r.rows.Len-first)
	for len(r.pool) < count {
		r.pool = append(r.pool, newRegisterRow(r))
	}
	b.face.objects = b.face.objects[:0:0]
	width := r.scroll.Size().Width
	for n := range max(count, 0) {
		row, i := r.pool[n], first+n
		row.show(i)
		row.Move(fyne.NewPos(0, float32(i)*high))
		row.Resize(fyne.NewSize(width, high))
		row.Refresh()
		b.face.objects = append(b.face.objects, row)
	}
}

// registerRow shows one record.
type registerRow struct {
	widget.BaseWidget
	of     *Register
	index  int
	ground *Plate
	bar    *Plate
	rule   *Plate
	cells  []*registerCell
}

func newRegisterRow(of *Register) *registerRow {
	row := &registerRow{of: of, ground: NewPlate(none), bar: NewPlate(none), rule: Rule()}
	for range of.columns {
		row.cells = append(row.cells, newRegisterCell())
	}
	row.ExtendBaseWidget(row)
	return row
}

func (row *registerRow) show(i int) {
	r := row.of
	row.index = i
	cells := r.rows.Cells(i)
	for n, cell := range row.cells {
		if n < len(cells) {
			cell.show(cells[n], r.columns[n].Right)
		} else {
			cell.show(Cell{}, false)
		}
	}
	fill, bar := none, none
	if r.rows.Fill != nil {
		if tone, ok := r.rows.Fill(i); ok {
			fill = tone.Fill()
		}
	}
	if i == r.at {
		fill, bar = ColorSelection, ColorFocus
	}
	row.ground.set(fill, none)
	row.bar.set(bar, none)
	row.rule.Hidden = i == r.rows.Len-1
}

// CreateRenderer draws the cells in the widths of the columns.
func (row *registerRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{row.ground, row.bar, row.rule}
	for _, cell := range row.cells {
		objects = append(objects, cell)
	}
	layout := func(size fyne.Size) {
		row.ground.Resize(size)
		row.bar.Resize(fyne.NewSize(Dp(4), size.Height))
		row.rule.Move(fyne.NewPos(0, size.Height-Dp(1)))
		row.rule.Resize(fyne.NewSize(size.Width, Dp(1)))
		x := Dp(16)
		for i, w := range row.of.widths(size.Width) {
			cell := row.cells[i]
			room := max(w-Dp(10), 0)
			h := min(HeightFor(cell, room), size.Height)
			cell.Move(fyne.NewPos(x, (size.Height-h)/2))
			cell.Resize(fyne.NewSize(room, h))
			x += w
		}
	}
	return &face{
		objects: objects, layout: layout,
		min: func() fyne.Size { return fyne.NewSize(0, Dp(row.of.high)) },
		refresh: func() {
			layout(row.Size())
			for _, o := range objects {
				o.Refresh()
			}
		},
	}
}

// Tapped selects the record; tapped again, it opens it.
func (row *registerRow) Tapped(*fyne.PointEvent) {
	r := row.of
	Focus(r)
	if row.index == r.at {
		r.open()
		return
	}
	r.goTo(row.index)
}

// registerCell is one cell: a chip, or an icon and words, and perhaps a second line.
type registerCell struct {
	part
	mark      *Chip
	icon      *Icon
	second    *Icon
	text, sub *Text
	subRow    *fyne.Container
}

func newRegisterCell() *registerCell {
	c := &registerCell{
		mark: NewChip(Plain, "", ""), icon: NewIcon("", Plain, 15), second: NewIcon("", Plain, 14),
		text: Body(""), sub: Caption(""),
	}
	c.subRow = Row(5, c.second, Grow(c.sub, 1))
	c.content = Column(0, Row(5, c.mark, c.icon, Grow(c.text, 1)), c.subRow)
	c.ExtendBaseWidget(c)
	return c
}

func (c *registerCell) show(cell Cell, right bool) {
	c.mark.mark = cell.Chip
	c.mark.label.text = cell.Chip.Text
	c.mark.dress()
	c.mark.appear()
	align := fyne.TextAlignLeading
	if right {
		align = fyne.TextAlignTrailing
	}
	c.text.role = RoleBody
	switch {
	case cell.Bold:
		c.text.role = RoleBold
	case cell.Tone != Plain:
		c.text.role = RoleSecondary
	}
	c.text.ink, c.text.text, c.text.align = cell.Tone.Ink(), cell.Text, align
	c.text.Hidden = cell.Text == "" && cell.Chip.Text != ""
	c.icon.name, c.icon.ink = cell.Icon, cell.Tone.Ink()
	c.icon.Hidden = cell.Icon == ""
	c.sub.ink, c.sub.text, c.sub.align = cell.SubTone.Ink(), cell.Sub, align
	c.sub.role = RoleLabel
	if cell.SubTone == Plain {
		c.sub.ink, c.sub.role = ColorInk2, RoleCaption
	}
	c.second.name, c.second.ink = cell.SubIcon, cell.SubTone.Ink()
	c.second.Hidden = cell.SubIcon == ""
	c.subRow.Hidden = cell.Sub == ""
	c.Refresh()
}
