package motions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
)

// narrowBelow is the width of this place, in our pixels, under which cards that stand side by side become tabs: what
// the wide rail leaves of a window that is just not narrow. Under lowBelow its height does not hold a card with a
// list in it, and the page scrolls.
const (
	narrowBelow = parts.NarrowBelow - parts.RailWide
	lowBelow    = 520
)

// A pair is two cards: side by side where there is room, else one at a time behind tabs.
type pair struct {
	view        *fyne.Container
	tabs        *parts.Segments
	left, right fyne.CanvasObject
	beside      func(left, right fyne.CanvasObject) fyne.CanvasObject
	head        fyne.CanvasObject
	known       bool
	narrow, low bool
}

// newPair returns a page with a head over two cards; beside says how they share a wide room.
func newPair(head fyne.CanvasObject, names []string, left, right fyne.CanvasObject, beside func(left, right fyne.CanvasObject) fyne.CanvasObject) *pair {
	p := &pair{head: head, left: left, right: right, beside: beside}
	p.tabs = parts.NewTabs(names, func(int) { p.arrange() })
	p.view = container.New(p)
	return p
}

// show brings a card to the front where only one is seen.
func (p *pair) show(i int) {
	if p.tabs.Chosen() == i {
		return
	}
	p.tabs.Choose(i)
	p.arrange()
}

func (p *pair) arrange() {
	var body fyne.CanvasObject
	switch {
	case !p.narrow:
		body = p.beside(p.left, p.right)
	case p.tabs.Chosen() == 0:
		body = parts.Column(8, p.tabs, parts.Grow(p.left, 1))
	default:
		body = parts.Column(8, p.tabs, parts.Grow(p.right, 1))
	}
	page := parts.Page(parts.Column(14, p.head, parts.Grow(body, 1)))
	if p.low {
		page = parts.Layers(parts.NewScroll(parts.AtLeast(page, 0, lowBelow)))
	}
	p.view.Objects = []fyne.CanvasObject{page}
	p.view.Refresh()
	if size := p.view.Size(); !size.IsZero() {
		page.Resize(size)
	}
}

// Layout places the page, arranged for the room there is.
func (p *pair) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	narrow, low := parts.Logical(size.Width) < narrowBelow, parts.Logical(size.Height) < lowBelow
	if !p.known || narrow != p.narrow || low != p.low {
		p.known, p.narrow, p.low = true, narrow, low
		p.arrange()
	}
	for _, o := range p.view.Objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is small: the page scrolls, and its texts are cut or wrapped.
func (p *pair) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(parts.Dp(320), parts.Dp(240))
}
