package session

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/parts"
)

// A tile is a piece of the window that can be tapped. It never takes the caret: what holds it does.
type tile struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tap     func()
}

var _ parts.Flow = (*tile)(nil)

func newTile(content fyne.CanvasObject, tap func()) *tile {
	t := &tile{content: content, tap: tap}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer shows the content.
func (t *tile) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// Natural is that of the content.
func (t *tile) Natural() fyne.Size { return parts.Natural(t.content) }

// HeightFor is that of the content.
func (t *tile) HeightFor(width float32) float32 { return parts.HeightFor(t.content, width) }

// Tapped does what the tile is there for.
func (t *tile) Tapped(*fyne.PointEvent) { t.tap() }

// A tileList is tiles one above the other that have the caret together: Up and Down light another, Enter chooses it.
type tileList struct {
	widget.BaseWidget
	content *fyne.Container
	ring    *canvas.Rectangle
	lit     int
	chosen  func(i int)
	moved   func(i int)       // another one is lit: -1 for none
	letter  func(r rune) bool // a letter was typed: whether it was used; nil for none
	size    int
	name    func() string
	focused bool
}

var (
	_ parts.Flow      = (*tileList)(nil)
	_ fyne.Focusable  = (*tileList)(nil)
	_ fyne.Accessible = (*tileList)(nil)
)

func newTileList(name func() string, chosen, moved func(i int)) *tileList {
	l := &tileList{content: parts.Column(0), ring: canvas.NewRectangle(nil), name: name, chosen: chosen, moved: moved, lit: -1}
	l.ring.Hide()
	l.ExtendBaseWidget(l)
	return l
}

// set shows other tiles.
func (l *tileList) set(tiles []fyne.CanvasObject) {
	l.content.Objects, l.size = tiles, len(tiles)
	l.lit = min(l.lit, l.size-1)
	parts.Settle(l.content)
	l.Refresh()
}

// CreateRenderer draws the tiles, with a ring about them while they have the caret.
func (l *tileList) CreateRenderer() fyne.WidgetRenderer {
	l.colour()
	return &tileListFace{l}
}

func (l *tileList) colour() {
	l.ring.FillColor = nil
	l.ring.StrokeColor, l.ring.StrokeWidth, l.ring.CornerRadius = theme.Color(parts.ColorFocus), parts.Dp(2.5), parts.Dp(6)
}

// Natural is that of the tiles.
func (l *tileList) Natural() fyne.Size { return parts.Natural(l.content) }

// HeightFor is that of the tiles.
func (l *tileList) HeightFor(width float32) float32 { return parts.HeightFor(l.content, width) }

// FocusGained draws the ring.
func (l *tileList) FocusGained() {
	l.focused = true
	l.light(max(l.lit, 0))
	l.ring.Show()
	l.Refresh()
}

// FocusLost takes the ring away.
func (l *tileList) FocusLost() {
	l.focused = false
	l.ring.Hide()
	if l.moved != nil {
		l.moved(-1)
	}
	l.Refresh()
}

func (l *tileList) light(i int) {
	l.lit = min(max(i, 0), l.size-1)
	if l.moved != nil {
		l.moved(l.lit)
	}
}

// TypedKey goes through the tiles.
func (l *tileList) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		l.light(l.lit - 1)
	case fyne.KeyDown:
		l.light(l.lit + 1)
	case fyne.KeyHome:
		l.light(0)
	case fyne.KeyEnd:
		l.light(l.size - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.lit >= 0 {
			l.chosen(l.lit)
		}
	default:
		parts.PassKey(l, ev)
	}
}

// TypedRune hands on the letters that the list has no use for.
func (l *tileList) TypedRune(r rune) {
	if l.letter == nil || !l.letter(r) {
		parts.PassRune(l, r)
	}
}

// AccessibilityLabel says which one is lit.
func (l *tileList) AccessibilityLabel() string { return l.name() }

// AccessibilityRole says that it is text: Fyne 2.8.1 has no role for a list.
func (l *tileList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

type tileListFace struct{ l *tileList }

func (f *tileListFace) Destroy() {}
func (f *tileListFace) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.l.content, f.l.ring}
}
func (f *tileListFace) MinSize() fyne.Size { return f.l.content.MinSize() }
func (f *tileListFace) Layout(size fyne.Size) {
	f.l.content.Resize(size)
	f.l.ring.Resize(size)
}
func (f *tileListFace) Refresh() {
	f.l.colour()
	f.l.content.Refresh()
	f.l.ring.Refresh()
}
