package parts

import "fyne.io/fyne/v2"

// Flow is what a widget has besides its MinSize when it can be cut short or wrapped. A row gives each item its natural
// width while there is room and takes it back towards MinSize when there is not; a column asks each item how high it is
// at the column's width.
type Flow interface {
	// Natural returns the size at which nothing is cut short or wrapped.
	Natural() fyne.Size
	// HeightFor returns the height it needs at that width.
	HeightFor(width float32) float32
}

// flowLayout is Flow for a container: its layout answers.
type flowLayout interface {
	natural(objects []fyne.CanvasObject) fyne.Size
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// Natural returns the size at which nothing of o is cut short; its MinSize when o has no such notion.
func Natural(o fyne.CanvasObject) fyne.Size {
	if f, ok := o.(Flow); ok {
		return f.Natural()
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(flowLayout); ok {
			return l.natural(c.Objects)
		}
	}
	return o.MinSize()
}

// HeightFor returns the height that o needs at that width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(Flow); ok {
		return f.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(flowLayout); ok {
			return l.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// risen is told whom to tell when its natural size changes, since Fyne lays out again only when a MinSize does.
type risen interface{ setRise(func()) }

// nest tells each object to call up when its natural size changes.
func nest(objects []fyne.CanvasObject, up func()) {
	for _, o := range objects {
		switch o := o.(type) {
		case risen:
			o.setRise(up)
		case *fyne.Container:
			if l, ok := o.Layout.(risen); ok {
				l.setRise(up)
			}
		}
	}
}

// Settle lays out again what o stands in, after o or something in it was shown, hidden or given other Objects. Texts
// settle by themselves when their words change. For a field, or a widget that is not of this package, give the container.
func Settle(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if l, ok := o.Layout.(interface{ rise() }); ok {
			l.rise()
		}
	case interface{ rise() }:
		o.rise()
	}
}

// box is the part that all our layouts share: the container that it arranges, and whom to tell above.
type box struct {
	in     *fyne.Container
	up     func()
	width  float32 // at the last layout; 0 before
	asking bool
}

func (b *box) setRise(up func()) { b.up = up }

// rise lays out again from the outermost container of ours that can be reached, down to this one: a container whose
// own size has not changed would not lay out by itself.
func (b *box) rise() {
	if b.asking {
		return
	}
	b.asking = true // laying out sets texts their widths, which must not rise again
	defer func() { b.asking = false }()
	if b.up != nil {
		b.up()
	}
	if b.in != nil && !b.in.Size().IsZero() {
		b.in.Layout.Layout(b.in.Objects, b.in.Size())
	}
}

// laidOut remembers the width and joins the objects to this layout.
func (b *box) laidOut(objects []fyne.CanvasObject, width float32) {
	b.width = width
	nest(objects, b.rise)
}

// shown returns the objects that are visible. A wrapper of ours is as visible as what it wraps.
func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if isShown(o) {
			out = append(out, o)
		}
	}
	return out
}

func isShown(o fyne.CanvasObject) bool {
	if !o.Visible() {
		return false
	}
	c, ok := o.(*fyne.Container)
	if !ok || len(c.Objects) != 1 {
		return true
	}
	if _, wrapper := c.Layout.(wrapping); wrapper {
		return isShown(c.Objects[0])
	}
	return true
}

// wrapping marks the layouts that hold one object: when it is hidden, so is its place.
type wrapping interface{ wraps() }
