package parts

import "fyne.io/fyne/v2"

// linesLayout sets items side by side and begins another line where there is no more room.
type linesLayout struct {
	box
	gap float32
}

// Lines sets items side by side at their natural width, gap pixels apart, on as many lines as they take. An item that is
// wider than a line is cut to it.
func Lines(gap float32, items ...fyne.CanvasObject) *fyne.Container {
	l := &linesLayout{gap: gap}
	l.in = &fyne.Container{Layout: l, Objects: items}
	nest(items, l.rise)
	return l.in
}

// place calls set with where each item stands at that width, and returns how high they are together.
func (l *linesLayout) place(items []fyne.CanvasObject, width float32, set func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	var x, y, high float32
	for _, o := range items {
		w := max(min(Natural(o).Width, width), o.MinSize().Width)
		h := HeightFor(o, w)
		if x > 0 && x+w > width {
			x, y, high = 0, y+high+Dp(l.gap), 0
		}
		set(o, x, y, fyne.NewSize(w, h))
		x += w + Dp(l.gap)
		high = max(high, h)
	}
	return y + high
}

// Layout places the items.
func (l *linesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.laidOut(objects, size.Width)
	l.place(shown(objects), size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(s)
	})
}

// MinSize is the widest item, and the height at the width of the last layout.
func (l *linesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range shown(objects) {
		least = least.Max(o.MinSize())
	}
	if l.width > 0 {
		least.Height = l.heightFor(objects, l.width)
	}
	return least
}

func (l *linesLayout) natural(objects []fyne.CanvasObject) fyne.Size {
	items := shown(objects)
	out := fyne.NewSize(Dp(l.gap)*float32(max(len(items)-1, 0)), 0)
	for _, o := range items {
		n := Natural(o)
		out.Width += n.Width
		out.Height = max(out.Height, n.Height)
	}
	return out
}

func (l *linesLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(shown(objects), width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}
