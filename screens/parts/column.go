package parts

import "fyne.io/fyne/v2"

// columnLayout sets items one above the other.
type columnLayout struct {
	box
	gap float32
}

// Column sets items one above the other, gap pixels apart, each as wide as the column and as high as it needs to be at
// that width. Those in Grow share the height that is left.
func Column(gap float32, items ...fyne.CanvasObject) *fyne.Container {
	l := &columnLayout{gap: gap}
	l.in = &fyne.Container{Layout: l, Objects: items}
	nest(items, l.rise)
	return l.in
}

// Layout places the items.
func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	items := shown(objects)
	l.laidOut(objects, size.Width)
	out, floor := make([]float32, len(items)), make([]float32, len(items))
	spare := size.Height - Dp(l.gap)*float32(max(len(items)-1, 0))
	var growing []int
	for i, o := range items {
		floor[i] = HeightFor(o, size.Width)
		if weightOf(o) > 0 {
			floor[i] = o.MinSize().Height
			growing = append(growing, i)
			continue
		}
		out[i] = floor[i]
		spare -= floor[i]
	}
	share(out, floor, growing, items, spare)
	y := float32(0)
	for i, o := range items {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, out[i]))
		y += out[i] + Dp(l.gap)
	}
}

// MinSize is the greatest of the least widths, and the height at the width of the last layout.
func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range shown(objects) {
		width = max(width, o.MinSize().Width)
	}
	at := l.width
	if at == 0 {
		at = l.natural(objects).Width
	}
	return fyne.NewSize(width, l.heightFor(objects, at))
}

func (l *columnLayout) natural(objects []fyne.CanvasObject) fyne.Size {
	items := shown(objects)
	out := fyne.NewSize(0, Dp(l.gap)*float32(max(len(items)-1, 0)))
	for _, o := range items {
		n := Natural(o)
		out.Width = max(out.Width, n.Width)
		out.Height += n.Height
	}
	return out
}

func (l *columnLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	items := shown(objects)
	height := Dp(l.gap) * float32(max(len(items)-1, 0))
	for _, o := range items {
		if weightOf(o) > 0 {
			height += o.MinSize().Height
			continue
		}
		height += HeightFor(o, width)
	}
	return height
}
