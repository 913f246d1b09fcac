package session

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A recordTile is a record between the texts that can be corrected. It takes the caret in its turn: Enter opens it,
// Delete takes it out of the minutes, Up and Down go on in the text before and behind it.
type recordTile struct {
	widget.BaseWidget
	content   fyne.CanvasObject
	ring      *canvas.Rectangle
	name      string
	open, out func()
	before    func()
	behind    func()
}

var (
	_ parts.Flow      = (*recordTile)(nil)
	_ fyne.Focusable  = (*recordTile)(nil)
	_ fyne.Tappable   = (*recordTile)(nil)
	_ fyne.Accessible = (*recordTile)(nil)
)

// record returns the card of a record, which can have the caret where it can be corrected.
func (v *minutesView) record(row BlockRow, i int) fyne.CanvasObject {
	content, behind := v.card(row.Card), func() { v.behind(i) }
	open := v.of.corrects(row.Card)
	if open == nil {
		return newTile(content, behind)
	}
	t := &recordTile{
		content: content, ring: canvas.NewRectangle(nil), name: row.Card.Lead + " " + row.Card.Text, open: open, behind: behind,
		out:    func() { v.of.takeOut(row.ID) },
		before: func() { v.before(i) },
	}
	t.ring.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// before puts the caret into the text before a card, where there is one.
func (v *minutesView) before(row int) {
	for _, r := range slices.Backward(v.of.model.Blocks[:row]) {
		if e := v.editor(r.ID); r.Card == nil && e != nil {
			v.enter(e)
			return
		}
	}
}

// CreateRenderer draws the card, with a ring about it while it has the caret.
func (t *recordTile) CreateRenderer() fyne.WidgetRenderer {
	t.colour()
	return &recordTileFace{t}
}

func (t *recordTile) colour() {
	t.ring.StrokeColor, t.ring.StrokeWidth, t.ring.CornerRadius = theme.Color(parts.ColorFocus), parts.Dp(2.5), parts.Dp(8)
}

// Natural is that of the card.
func (t *recordTile) Natural() fyne.Size { return parts.Natural(t.content) }

// HeightFor is that of the card.
func (t *recordTile) HeightFor(width float32) float32 { return parts.HeightFor(t.content, width) }

// Tapped puts the caret behind the record, as a tap between two texts does.
func (t *recordTile) Tapped(*fyne.PointEvent) { t.behind() }

// FocusGained draws the ring and scrolls the card into view.
func (t *recordTile) FocusGained() {
	t.ring.Show()
	t.Refresh()
	parts.Reveal(t)
}

// FocusLost takes the ring away.
func (t *recordTile) FocusLost() {
	t.ring.Hide()
	t.Refresh()
}

// TypedKey opens the record, takes it out, or leaves it.
func (t *recordTile) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.open()
	case fyne.KeyDelete, fyne.KeyBackspace:
		t.out()
	case fyne.KeyUp:
		t.before()
	case fyne.KeyDown:
		t.behind()
	default:
		parts.PassKey(t, ev)
	}
}

// TypedRune hands letters on.
func (t *recordTile) TypedRune(r rune) { parts.PassRune(t, r) }

// AccessibilityLabel says what was recorded, and what can be done about it.
func (t *recordTile) AccessibilityLabel() string {
	return t.name + ". Enter edits it, Delete takes it out of the minutes"
}

// AccessibilityRole says that it can be pressed.
func (t *recordTile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

type recordTileFace struct{ t *recordTile }

func (f *recordTileFace) Destroy() {}
func (f *recordTileFace) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.t.content, f.t.ring}
}
func (f *recordTileFace) MinSize() fyne.Size { return f.t.content.MinSize() }
func (f *recordTileFace) Layout(size fyne.Size) {
	f.t.content.Resize(size)
	f.t.ring.Resize(size)
}
func (f *recordTileFace) Refresh() {
	f.t.colour()
	f.t.content.Refresh()
	f.t.ring.Refresh()
}

// corrects returns what opens a record to be corrected, a vote to be counted again; nil for a motion, which has keys of its
// own.
func (p *Place) corrects(c *Card) func() {
	e := p.model.held
	switch c.Kind {
	case data.BlockDecision:
		if d, ok := byID(e.decisions, func(d data.Decision) bool { return data.ID(d.ID) == c.Record }); ok {
			return func() { p.correctDecision(d) }
		}
	case data.BlockAction:
		if a, ok := byID(e.actions, func(a data.Action) bool { return data.ID(a.ID) == c.Record }); ok {
			return func() { p.correctAction(a) }
		}
	case data.BlockLetter:
		if l, ok := byID(e.letters, func(l data.Letter) bool { return data.ID(l.ID) == c.Record }); ok {
			return func() { p.correctLetter(l) }
		}
	case data.BlockVote:
		return func() { p.countAgain(data.VoteID(c.Record)) }
	case data.BlockContest:
		return func() { p.openContest(data.ContestID(c.Record)) }
	case data.BlockCanvass:
		if s, ok := byID(e.canvasses, func(s data.Canvass) bool { return data.ID(s.ID) == c.Record }); ok {
			return func() { p.correctCanvass(s) }
		}
	}
	return nil
}

// takeOut takes a record out of the minutes; Undo brings it back.
func (p *Place) takeOut(block data.BlockID) { p.recorded(p.model.TakeOut(block)) }

// correctButtons stand under a record that is being corrected.
func (p *Place) correctButtons(record data.ID, do func()) fyne.CanvasObject {
	out := parts.NewButton("Take it out of the minutes", func() {
		if b, ok := byID(p.model.held.blocks, func(b data.Block) bool { return b.Record == record }); ok {
			p.takeOut(b.ID)
		}
	})
	return parts.Row(10, parts.NewButton("Correct", do).Primary(), parts.Gap(), out)
}
