package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewArranged returns a container that asks arrange for its one object, and asks again when room says another thing of
// the width there is: narrow or not, or one of several. The width is that of a place, on the canvas.
func NewArranged[R comparable](room func(width float32) R, arrange func(R) fyne.CanvasObject) *fyne.Container {
	a := &arranged[R]{room: room, arrange: arrange}
	a.box = container.New(a)
	return a.box
}

type arranged[R comparable] struct {
	room    func(width float32) R
	arrange func(R) fyne.CanvasObject
	known   bool
	now     R
	box     *fyne.Container
}

// Layout places the content.
func (a *arranged[R]) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if r := a.room(size.Width); !a.known || r != a.now {
		a.known, a.now = true, r
		a.box.Objects = []fyne.CanvasObject{a.arrange(r)}
		a.box.Objects[0].Refresh() // the look may have changed while it was not on show
	}
	for _, o := range a.box.Objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is what the content insists on, once it has been arranged for a width.
func (a *arranged[R]) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// NewFolding holds a page that scrolls where the window is low. folded is told before each layout whether the window is
// narrow, so that the page can be arranged otherwise.
func NewFolding(page fyne.CanvasObject, folded func(narrow bool)) *fyne.Container {
	return container.New(&folding{folded}, container.NewVScroll(page))
}

type folding struct{ folded func(narrow bool) }

// Layout places the page.
func (l *folding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.folded(Narrow(size.Width))
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is small: the page folds and scrolls before it lacks room.
func (l *folding) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Dp(500), Dp(280)) }

// Swap shows one object in a container, and does nothing when it is there already.
func Swap(in *fyne.Container, o fyne.CanvasObject) {
	if len(in.Objects) == 1 && in.Objects[0] == o {
		return
	}
	Refill(in, []fyne.CanvasObject{o})
}

// Refill shows other objects in a container.
func Refill(in *fyne.Container, objects []fyne.CanvasObject) {
	in.Objects = objects
	Settle(in)
	in.Refresh()
}
