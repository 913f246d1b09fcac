package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// BesideFrom is the width of a place, in our pixels, from which cards stand side by side; under it they become tabs. It
// is more than the narrow rail leaves of any narrow window, where tables in two cards would be cut.
const BesideFrom = NarrowBelow - RailNarrow

// pairLowBelow is the height of a place, in our pixels, that does not hold a card with a list in it: the page scrolls.
const pairLowBelow = 520

// A Pair is a page with a head over two cards: side by side where there is room, else one at a time behind tabs.
type Pair struct {
	view        *fyne.Container
	tabs        *Segments
	left, right fyne.CanvasObject
	beside      func(left, right fyne.CanvasObject) fyne.CanvasObject
	head        fyne.CanvasObject
	known       bool
	narrow, low bool
}

// NewPair returns a page with a head over two cards, which have these names as tabs; beside says how they share a wide
// room.
func NewPair(head fyne.CanvasObject, names [2]string, left, right fyne.CanvasObject, beside func(left, right fyne.CanvasObject) fyne.CanvasObject) *Pair {
	p := &Pair{head: head, left: left, right: right, beside: beside}
	p.tabs = NewTabs(names[:], func(int) { p.arrange() })
	p.view = container.New((*pairLayout)(p))
	return p
}

// View returns the page.
func (p *Pair) View() fyne.CanvasObject { return p.view }

// Show brings a card to the front where only one is seen: 0 for the left, 1 for the right.
func (p *Pair) Show(i int) {
	if p.tabs.Chosen() == i {
		return
	}
	p.tabs.Choose(i)
	p.arrange()
}

// Shown returns the card that is in front, or would be in a narrow window.
func (p *Pair) Shown() int { return p.tabs.Chosen() }

// Refresh draws the page again.
func (p *Pair) Refresh() { p.view.Refresh() }

func (p *Pair) arrange() {
	var body fyne.CanvasObject
	switch {
	case !p.narrow:
		body = p.beside(p.left, p.right)
	case p.tabs.Chosen() == 0:
		body = Column(8, p.tabs, Grow(p.left, 1))
	default:
		body = Column(8, p.tabs, Grow(p.right, 1))
	}
	page := Page(Column(14, p.head, Grow(body, 1)))
	if p.low {
		page = Layers(NewScroll(AtLeast(page, 0, pairLowBelow)))
	}
	p.view.Objects = []fyne.CanvasObject{page}
	p.view.Refresh()
	if size := p.view.Size(); !size.IsZero() {
		page.Resize(size)
	}
}

type pairLayout Pair

// Layout places the page, arranged for the room there is.
func (l *pairLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := (*Pair)(l)
	narrow, low := Logical(size.Width) < BesideFrom, Logical(size.Height) < pairLowBelow
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
func (l *pairLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Dp(320), Dp(240)) }
