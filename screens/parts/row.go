package parts

import (
	"slices"

	"fyne.io/fyne/v2"
)

// cross says where items stand across the direction of a row.
type cross int

const (
	crossMiddle cross = iota
	crossTop
	crossFill
)

// rowLayout sets items side by side.
type rowLayout struct {
	box
	gap   float32
	cross cross
}

// Row sets items side by side, gap pixels apart, each in the middle of the row's height. Items keep their natural
// width while there is room; those in Grow share what is left by weight, whatever is in them.
func Row(gap float32, items ...fyne.CanvasObject) *fyne.Container {
	return newRow(gap, crossMiddle, items)
}

// RowTop is Row with its items at the top.
func RowTop(gap float32, items ...fyne.CanvasObject) *fyne.Container {
	return newRow(gap, crossTop, items)
}

// RowFill is Row with its items as high as the row: the columns of a page.
func RowFill(gap float32, items ...fyne.CanvasObject) *fyne.Container {
	return newRow(gap, crossFill, items)
}

func newRow(gap float32, c cross, items []fyne.CanvasObject) *fyne.Container {
	l := &rowLayout{gap: gap, cross: c}
	l.in = &fyne.Container{Layout: l, Objects: items}
	nest(items, l.rise)
	return l.in
}

// widths shares out the width: natural sizes first, then the growing ones by weight from nothing, so that equal weights
// are equal widths; when it is too little, everything shrinks towards its minimum.
func (l *rowLayout) widths(items []fyne.CanvasObject, width float32) []float32 {
	out, floor := make([]float32, len(items)), make([]float32, len(items))
	spare := width - Dp(l.gap)*float32(max(len(items)-1, 0))
	var give, floors float32
	growing := make([]int, 0, len(items))
	for i, o := range items {
		floor[i] = o.MinSize().Width
		if weightOf(o) > 0 {
			growing = append(growing, i)
			floors += floor[i]
			continue
		}
		out[i] = max(Natural(o).Width, floor[i])
		give += out[i] - floor[i]
		spare -= out[i]
	}
	if short := floors - spare; short > 0 && give > 0 {
		part := min(short/give, 1)
		for i, o := range items {
			if weightOf(o) == 0 {
				cut := (out[i] - floor[i]) * part
				out[i] -= cut
				spare += cut
			}
		}
	}
	share(out, floor, growing, items, spare)
	return out
}

// share gives the growing items what is spare by weight, none less than its floor.
func share(out, floor []float32, growing []int, items []fyne.CanvasObject, spare float32) {
	for len(growing) > 0 {
		var weights float32
		for _, i := range growing {
			weights += weightOf(items[i])
		}
		rest := growing[:0:0]
		for _, i := range growing {
			if spare*weightOf(items[i])/weights < floor[i] {
				out[i] = floor[i]
			} else {
				rest = append(rest, i)
			}
		}
		if len(rest) == len(growing) {
			for _, i := range rest {
				out[i] = max(spare*weightOf(items[i])/weights, 0)
			}
			return
		}
		for _, i := range growing {
			if out[i] == floor[i] && !slices.Contains(rest, i) {
				spare -= floor[i]
			}
		}
		growing = rest
	}
}

// Layout places the items.
func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	items := shown(objects)
	l.laidOut(objects, size.Width)
	x := float32(0)
	for i, w := range l.widths(items, size.Width) {
		h := size.Height
		y := float32(0)
		if l.cross != crossFill {
			h = min(HeightFor(items[i], w), size.Height)
		}
		if l.cross == crossMiddle {
			y = (size.Height - h) / 2
		}
		items[i].Move(fyne.NewPos(x, y))
		items[i].Resize(fyne.NewSize(w, h))
		x += w + Dp(l.gap)
	}
}

// MinSize is the sum of the least widths, and the height at the width of the last layout.
func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	items := shown(objects)
	width := Dp(l.gap) * float32(max(len(items)-1, 0))
	height := float32(0)
	for _, o := range items {
		m := o.MinSize()
		width += m.Width
		height = max(height, m.Height)
	}
	if l.width > 0 {
		height = l.heightFor(objects, l.width)
	}
	return fyne.NewSize(width, height)
}

func (l *rowLayout) natural(objects []fyne.CanvasObject) fyne.Size {
	items := shown(objects)
	out := fyne.NewSize(Dp(l.gap)*float32(max(len(items)-1, 0)), 0)
	for _, o := range items {
		n := Natural(o)
		out.Width += n.Width
		out.Height = max(out.Height, n.Height)
	}
	return out
}

func (l *rowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	items := shown(objects)
	height := float32(0)
	for i, w := range l.widths(items, width) {
		height = max(height, HeightFor(items[i], w))
	}
	return height
}
