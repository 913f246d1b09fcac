package members

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
)

// room is how much width there is.
type room int

const (
	narrow room = iota // panels become tabs
	middle             // side by side, with few words
	wide
)

// Widths of this place, in our pixels. It is narrow below what the wide rail leaves of a window that is just not narrow.
const (
	middleFrom = parts.NarrowBelow - parts.RailWide
	wideFrom   = 1090
)

func roomFor(width float32) room {
	switch w := parts.Logical(width); {
	case w < middleFrom:
		return narrow
	case w < wideFrom:
		return middle
	}
	return wide
}

// arranger fills its room with one object that is arranged for the width there is.
type arranger struct {
	arrange func(room) fyne.CanvasObject
	known   bool
	room    room
	box     *fyne.Container
}

// newArranger returns a container that asks arrange for its content, again when the room becomes another.
func newArranger(arrange func(room) fyne.CanvasObject) *fyne.Container {
	a := &arranger{arrange: arrange}
	a.box = container.New(a)
	return a.box
}

// Layout places the content.
func (a *arranger) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if r := roomFor(size.Width); !a.known || r != a.room {
		a.known, a.room = true, r
		a.box.Objects = []fyne.CanvasObject{a.arrange(r)}
		a.box.Objects[0].Refresh() // the look may have changed while it was not on show
	}
	for _, o := range a.box.Objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is what the content insists on, once it has been arranged for a width.
func (a *arranger) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// swap shows one object in a container, and does nothing when it is there already.
func swap(in *fyne.Container, o fyne.CanvasObject) {
	if len(in.Objects) == 1 && in.Objects[0] == o {
		return
	}
	in.Objects = []fyne.CanvasObject{o}
	parts.Settle(in)
	in.Refresh()
}

// refill shows other objects in a container.
func refill(in *fyne.Container, objects []fyne.CanvasObject) {
	in.Objects = objects
	parts.Settle(in)
	in.Refresh()
}
