package members

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"branchbook/data"
	"branchbook/screens/parts"
)

// reel is a list to be read that the keyboard can scroll: Tab comes to it, and Up, Down, PgUp, PgDn, Home and End move
// it. A scroll of Fyne's can never have the focus.
type reel struct {
	widget.BaseWidget
	name   string
	lines  *fyne.Container
	scroll *container.Scroll
	ring   *canvas.Rectangle
}

func newReel(name string, lines []fyne.CanvasObject) *reel {
	r := &reel{name: name, lines: parts.Column(8, lines...), ring: canvas.NewRectangle(nil)}
	r.scroll = container.NewVScroll(container.New(&reelLayout{r}, r.lines))
	r.ring.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// TypedKey scrolls, and hands on what it does not use.
func (r *reel) TypedKey(ev *fyne.KeyEvent) {
	line, page := parts.Dp(40), r.scroll.Size().Height-parts.Dp(40)
	switch ev.Name {
	case fyne.KeyUp:
		r.by(-line)
	case fyne.KeyDown:
		r.by(line)
	case fyne.KeyPageUp:
		r.by(-page)
	case fyne.KeyPageDown:
		r.by(page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scroll.ScrollToBottom()
	default:
		parts.PassKey(r, ev)
	}
}

func (r *reel) by(length float32) {
	most := max(r.scroll.Content.MinSize().Height-r.scroll.Size().Height, 0)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(max(r.scroll.Offset.Y+length, 0), most)))
}

// TypedRune hands letters on.
func (r *reel) TypedRune(letter rune) { parts.PassRune(r, letter) }

// FocusGained draws the ring.
func (r *reel) FocusGained() {
	r.ring.Show()
	parts.Reveal(r)
	r.Refresh()
}

// FocusLost takes it away.
func (r *reel) FocusLost() {
	r.ring.Hide()
	r.Refresh()
}

// AccessibilityLabel returns what the list is of.
func (r *reel) AccessibilityLabel() string { return r.name }

// AccessibilityRole says that it is text: Fyne 2.8.1 has no role for a list.
func (r *reel) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the lines and the ring.
func (r *reel) CreateRenderer() fyne.WidgetRenderer { return &reelRenderer{r} }

type reelRenderer struct{ of *reel }

func (rr *reelRenderer) Layout(size fyne.Size) {
	rr.of.scroll.Resize(size)
	out := parts.Dp(3)
	rr.of.ring.Move(fyne.NewPos(-out, -out))
	rr.of.ring.Resize(size.AddWidthHeight(2*out, 2*out))
}

func (rr *reelRenderer) MinSize() fyne.Size { return fyne.NewSize(parts.Dp(60), parts.Dp(60)) }

func (rr *reelRenderer) Refresh() {
	ring := rr.of.ring
	ring.FillColor, ring.StrokeColor = nil, theme.Color(parts.ColorFocus)
	ring.StrokeWidth, ring.CornerRadius = parts.Dp(2.5), parts.Dp(9)
	ring.Refresh()
	rr.of.scroll.Refresh()
}

func (rr *reelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{rr.of.scroll, rr.of.ring}
}

func (rr *reelRenderer) Destroy() {}

// reelLayout gives the lines the width of the reel, clear of the bar, and the height that they need there.
type reelLayout struct{ of *reel }

// Layout places the lines.
func (l *reelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(fyne.NewSize(l.width(), size.Height))
	}
}

func (l *reelLayout) width() float32 { return max(l.of.scroll.Size().Width-parts.Dp(10), 0) }

// MinSize is the height at that width.
func (l *reelLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size.Height = max(size.Height, parts.HeightFor(o, l.width()))
	}
	return size
}

// lineObjects lays out the lines of a card of the preview, with a last one that says how many are not shown.
func lineObjects(lines []Line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, l := range lines[:min(len(lines), mostShown)] {
		if i > 0 && l.Name != "" {
			out = append(out, parts.Rule())
		}
		out = append(out, lineObject(l))
	}
	if more := len(lines) - mostShown; more > 0 {
		out = append(out, parts.Rule(), parts.Secondary("and "+data.NumberOf(more, "more line", "more lines")))
	}
	return out
}

func lineObject(l Line) fyne.CanvasObject {
	var top []fyne.CanvasObject
	if l.Lead != "" {
		top = append(top, parts.NewText(parts.RoleStrong, l.Lead).In(l.Tone))
	}
	if l.Name != "" {
		top = append(top, parts.Body(l.Name))
	}
	if l.Note != "" {
		top = append(top, parts.Caption(l.Note))
	}
	line := parts.Column(0, parts.Row(8, top...))
	if len(l.Runs) > 0 {
		line.Add(parts.NewRich(parts.RoleSecondary, l.Runs...))
	}
	return line
}
