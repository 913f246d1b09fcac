package session

import (
	"reflect"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// minutesView is the middle: the item, its texts with the records between them, and what can be recorded.
type minutesView struct {
	view *fyne.Container
	of   *Place

	badge   *parts.Badge
	heading *parts.Text
	facts   *parts.Text
	speaker *parts.Text // under the heading: whom a guest speaks for, and on what, can be long
	left    *parts.Chip
	here    *parts.Button // takes the meeting to the item on show
	approve *parts.Button // goes to the minutes that come up at this item
	head    *fyne.Container
	column  *fyne.Container
	scroll  *parts.Scroll
	empty   *parts.Text
	note    *noteView
	hint    *lineHint
	buttons *fyne.Container
	keyed   []keyedButton
	checkIn *parts.Button

	width   float32 // of the whole place, on the canvas
	narrow  bool
	item    data.ItemID
	rows    []BlockRow // as they are laid out
	editors []*blockEditor
	current *blockEditor // had the caret last
	laying  bool         // texts are being brought in: a caret that moves was not moved by anybody
}

func newMinutesView(p *Place) *minutesView {
	v := &minutesView{of: p, badge: parts.NewBadge(0), heading: parts.Heading("").Wrapped(2), facts: parts.Secondary(""), speaker: parts.Secondary("").Wrapped(2), left: parts.NewChip(parts.Grey, "", "")}
	v.here = parts.NewButton("Take up this item", v.takeUp).Small()
	v.approve = parts.NewButton("Approve the minutes", p.approve).Small().WithKey("Alt+V")
	v.approve.Hide()
	v.empty = parts.Secondary("Add an item to begin: Ctrl+N.")
	v.column = parts.Column(8)
	v.scroll = parts.NewScroll(parts.Pads(v.column, 4, 4, 4, 4))
	v.head = parts.AtLeast(parts.Column(2, parts.Row(10, v.badge, parts.Grow(v.heading, 1), v.facts, v.left, v.here, v.approve), v.speaker), 0, 40)
	v.note, v.hint = newNoteView(p), newLineHint(p)
	v.buttons = v.newButtons()
	foot := parts.Layers(v.buttons, v.hint.view)
	v.view = parts.Pads(parts.Column(8, v.head, parts.Grow(v.scroll, 1), v.note.view, foot), 10, 12, 10, 20)
	return v
}

// newButtons is what can be recorded. Where the room is beside the minutes it has the way to the door.
func (v *minutesView) newButtons() *fyne.Container {
	p := v.of
	v.checkIn = parts.NewButton("Check in", p.checkIn).Small().WithKey("F2")
	v.checkIn.Hide()
	v.keyed = []keyedButton{
		{v.checkIn, "F2"}, {parts.NewButton("Motion", p.motionForm).Small(), "F3"}, {parts.NewButton("Vote", p.voteNow).Small(), "F4"},
		{parts.NewButton("Decision", p.decisionForm).Small(), "F5"}, {parts.NewButton("Action", p.actionForm).Small(), "F6"},
	}
	var row []fyne.CanvasObject
	for _, b := range v.keyed {
		row = append(row, b.WithKey(b.key))
	}
	private := parts.NewButton("", v.note.unfold).Small().Quiet().WithIcon(parts.IconEyeOff).Spoken("Private note: not in any paper")
	return parts.Row(8, append(row, parts.NewButton("Phrases", p.phraseForm).Small(), private, parts.Gap())...)
}

// A keyedButton loses its keycap where the window is tight.
type keyedButton struct {
	*parts.Button
	key string
}

// keycapsFrom is the width of the place, in our pixels, from which the buttons have room for their keycaps.
const keycapsFrom = 760

func (v *minutesView) setNarrow(narrow bool, width float32) {
	v.narrow, v.width = narrow, width
	v.checkIn.Hidden = !narrow
	for _, b := range v.keyed {
		key := b.key
		if parts.Logical(width) < keycapsFrom {
			key = ""
		}
		b.WithKey(key)
	}
	v.showHere(v.of.model)
}

// showHere shows the line over the minutes; a narrow window has the item in its bar, and here only the way to it.
func (v *minutesView) showHere(m *Model) {
	here, head := !m.canTakeUp(), v.narrow && !m.canTakeUp()
	if v.here.Hidden == here && v.head.Hidden == head {
		return
	}
	v.here.Hidden, v.head.Hidden = here, head
	parts.Settle(v.view)
}

// forget drops what was laid out for another meeting.
func (v *minutesView) forget() { v.editors, v.current, v.item, v.rows = nil, nil, "", nil }

func (v *minutesView) takeUp() { v.of.stepped(v.of.model.TakeUp(v.of.model.item)) }

func (v *minutesView) showHead(m *Model) {
	v.badge.Labelled(m.Item.Number)
	v.heading.SetText(m.Item.Heading)
	v.facts.SetText(m.Item.Facts)
	if hidden := m.Item.Speaker == ""; hidden != v.speaker.Hidden {
		v.speaker.Hidden = hidden
		parts.Settle(v.speaker)
	}
	v.speaker.SetText(m.Item.Speaker)
	v.left.Set(m.Item.Left)
}

func (v *minutesView) show(m *Model) {
	v.laying = true // what is laid out again tells of a caret that nobody moved
	defer func() { v.laying = false }()
	v.showHead(m)
	v.badge.Current(m.atCurrent())
	v.showHere(m)
	if v.item != m.item {
		v.item, v.current = m.item, nil
	}
	v.note.show(m)
	v.lay(m.Blocks)
	v.showHint(v.current)
	v.showApproval(m)
}

// lay sets texts and cards in order. An editor that is there already is kept, with its caret and what Ctrl+Z takes back.
func (v *minutesView) lay(rows []BlockRow) {
	if v.editors != nil && reflect.DeepEqual(rows, v.rows) {
		return
	}
	newest := newestCard(v.rows, rows)
	v.rows = rows
	kept := map[data.BlockID]*blockEditor{}
	for _, e := range v.editors {
		kept[e.id] = e
	}
	v.editors = v.editors[:0:0]
	var objects []fyne.CanvasObject
	for i, row := range rows {
		if row.Card != nil {
			objects = append(objects, v.record(row, i))
			continue
		}
		e := kept[row.ID]
		if e == nil || row.ID == "" && e.Text != "" {
			e = newBlockEditor(v, row)
		}
		e.last = i == len(rows)-1
		if e.Text != row.Text || e.lines == 0 {
			e.Put(row.Text)
			e.lines = 0
			e.measure(v.textWidth())
		} else {
			e.fit()
		}
		e.Hidden = row.Text == "" && !e.last && v.current != e
		v.editors = append(v.editors, e)
		objects = append(objects, e.Editor)
	}
	if len(rows) == 0 {
		objects = append(objects, v.empty)
	}
	v.column.Objects = objects
	parts.Settle(v.column)
	v.column.Refresh()
	if newest >= 0 {
		parts.Reveal(objects[newest])
	}
}

// newestCard returns the place of a record that was not there before, so that it is never out of sight; -1 for none, as
// when another item is shown.
func newestCard(before, now []BlockRow) int {
	known := map[data.BlockID]bool{}
	for _, r := range before {
		known[r.ID] = true
	}
	same, newest := len(before) == 0, -1
	for i, r := range now {
		switch {
		case known[r.ID]:
			same = true
		case r.Card != nil:
			newest = i
		}
	}
	if !same {
		return -1
	}
	return newest
}

// textWidth is how wide the texts are, as near as it can be known before they are laid out.
func (v *minutesView) textWidth() float32 {
	if v.column.Size().Width > 0 {
		return v.column.Size().Width
	}
	if v.width > 0 && !v.narrow {
		return v.width - parts.Dp(240+300+32+18)
	}
	return max(v.width-parts.Dp(50), parts.Dp(560))
}

func (v *minutesView) card(c *Card) fyne.CanvasObject {
	lead := parts.NewRich(parts.RoleBody, parts.Run{Text: c.Lead + " ", Bold: true}, parts.Run{Text: c.Text})
	words := parts.Column(0, lead)
	if c.Sub != "" {
		words = parts.Column(0, lead, parts.Secondary(c.Sub).Wrapped(3))
	}
	row := []fyne.CanvasObject{parts.IconTile(c.Icon, c.Tone), parts.Grow(words, 1)}
	if c.Figures != "" {
		row = append(row, parts.Bold(c.Figures))
	}
	if c.Mark.Text != "" {
		row = append(row, parts.ChipOf(c.Mark))
	}
	if c.Second != "" {
		row = append(row, parts.NewButton("Seconder", func() { v.of.seconderForm(c.Second) }).Small())
	}
	if c.Vote != "" {
		row = append(row, parts.NewButton("Vote", func() { v.of.vote(c.Vote) }).Small().WithKey("F4"))
	} else if c.Time != "" {
		row = append(row, parts.Caption(c.Time))
	}
	if edit := v.of.corrects(c); edit != nil {
		row = append(row, newTile(parts.Row(4, parts.NewIcon(parts.IconPencil, parts.Quiet, 14), parts.Label("Edit")), edit))
	}
	inside := parts.PadXY(v.underCard(c, parts.Row(10, row...)), 10, 6)
	if c.Vote == "" {
		return parts.Sheet(inside)
	}
	bar := parts.NewPlate(parts.ColorAccent)
	bar.Least = fyne.NewSize(4, 0)
	return parts.Sheet(parts.RowFill(0, bar, parts.Grow(inside, 1)))
}

// last returns the text at the end, with the caret at its end; nil when there is none.
func (v *minutesView) last() fyne.Focusable {
	if v.current != nil {
		return v.current.Editor
	}
	if len(v.editors) == 0 {
		return nil
	}
	e := v.editors[len(v.editors)-1]
	e.toEnd()
	return e.Editor
}

// atCaret returns the text where the model's caret is, else the one at the end.
func (v *minutesView) atCaret(m *Model) fyne.Focusable {
	at := m.at()
	e := v.editor(at.Block)
	if at.Block == "" || e == nil {
		v.current = nil
		return v.last()
	}
	v.current = e
	e.Show()
	parts.Settle(v.column)
	e.goTo(len([]rune(e.Text[:min(max(at.Offset, 0), len(e.Text))])))
	return e.Editor
}

func (v *minutesView) editor(id data.BlockID) *blockEditor {
	for _, e := range v.editors {
		if e.id == id {
			return e
		}
	}
	return nil
}

// behind puts the caret into the text that follows a card. An empty one is shown only while the caret is in it, so that
// records stand close and the newest stays in view.
func (v *minutesView) behind(row int) {
	n := 0
	for _, r := range v.of.model.Blocks[:row] {
		n += one(r.Card == nil)
	}
	if n < len(v.editors) {
		v.enter(v.editors[n])
	}
}

func (v *minutesView) enter(e *blockEditor) {
	v.current = e
	if e.Hidden {
		e.Show()
		parts.Settle(v.column)
	}
	v.of.shell.Focus(e.Editor)
}

// step moves the caret to the text before or behind; false when there is none.
func (v *minutesView) step(from *blockEditor, by int) bool {
	for i, e := range v.editors {
		if to := i + by; e == from && to >= 0 && to < len(v.editors) {
			v.enter(v.editors[to])
			return true
		}
	}
	return false
}
