package parts

import "fyne.io/fyne/v2"

// wrapLayout holds one object and changes how much room it asks for.
type wrapLayout struct {
	box
	weight                   float32 // share of what is left
	least, most              float32 // widths; 0 for none
	leastHigh                float32
	top, right, bottom, left float32
	align                    float32 // 0 left, 0.5 middle, 1 right; -1 as wide as it may be
}

func (*wrapLayout) wraps() {}

func wrap(o fyne.CanvasObject, l *wrapLayout) *fyne.Container {
	l.in = &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{o}}
	nest(l.in.Objects, l.rise)
	return l.in
}

// Grow lets o take a share, by weight, of the room that its row or column has left. Equal weights get equal room.
func Grow(o fyne.CanvasObject, weight float32) *fyne.Container {
	return wrap(o, &wrapLayout{weight: weight, align: -1})
}

// Gap is room that grows: it pushes what follows to the far end of its row or column.
func Gap() fyne.CanvasObject { return Grow(Column(0), 1) }

// Fixed gives o that width, in our pixels, whatever it holds.
func Fixed(o fyne.CanvasObject, width float32) *fyne.Container {
	return wrap(o, &wrapLayout{least: width, most: width, align: -1})
}

// AtMost gives o its natural width, but no more than that many pixels.
func AtMost(o fyne.CanvasObject, width float32) *fyne.Container {
	return wrap(o, &wrapLayout{most: width, align: -1})
}

// AtLeast gives o at least that width and height; 0 for no wish.
func AtLeast(o fyne.CanvasObject, width, height float32) *fyne.Container {
	return wrap(o, &wrapLayout{least: width, leastHigh: height, align: -1})
}

// Pad sets o in from all four sides.
func Pad(o fyne.CanvasObject, all float32) *fyne.Container { return Pads(o, all, all, all, all) }

// PadXY sets o in from the sides by x, and from the top and bottom by y.
func PadXY(o fyne.CanvasObject, x, y float32) *fyne.Container { return Pads(o, y, x, y, x) }

// Pads sets o in from each side.
func Pads(o fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return wrap(o, &wrapLayout{top: top, right: right, bottom: bottom, left: left, align: -1})
}

// Left gives o its natural width, at the left.
func Left(o fyne.CanvasObject) *fyne.Container { return wrap(o, &wrapLayout{align: 0}) }

// Centre gives o its natural size, in the middle.
func Centre(o fyne.CanvasObject) *fyne.Container { return wrap(o, &wrapLayout{align: 0.5}) }

// Right gives o its natural width, at the right.
func Right(o fyne.CanvasObject) *fyne.Container { return wrap(o, &wrapLayout{align: 1}) }

// weightOf returns the share of an item in Grow; 0 for any other.
func weightOf(o fyne.CanvasObject) float32 {
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(*wrapLayout); ok {
			return l.weight
		}
	}
	return 0
}

func (l *wrapLayout) edges() fyne.Size {
	return fyne.NewSize(Dp(l.left)+Dp(l.right), Dp(l.top)+Dp(l.bottom))
}

func (l *wrapLayout) bound(s fyne.Size) fyne.Size {
	if l.most > 0 {
		s.Width = min(s.Width, Dp(l.most))
	}
	return s.Max(fyne.NewSize(Dp(l.least), Dp(l.leastHigh)))
}

// Layout places the object.
func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.laidOut(objects, size.Width)
	for _, o := range objects {
		in := size.Subtract(l.edges()).Max(fyne.Size{})
		pos := fyne.NewPos(Dp(l.left), Dp(l.top))
		if l.align >= 0 {
			want := Natural(o)
			w := min(want.Width, in.Width)
			pos.X += (in.Width - w) * l.align
			in.Width = w
			if h := HeightFor(o, w); h < in.Height {
				pos.Y += (in.Height - h) / 2
				in.Height = h
			}
		}
		o.Move(pos)
		o.Resize(in)
	}
}

// MinSize is that of the object, with what the wrapper adds.
func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	out := fyne.Size{}
	for _, o := range objects {
		out = out.Max(o.MinSize())
		if l.width > 0 && l.weight == 0 {
			out.Height = HeightFor(o, max(l.width-l.edges().Width, 0))
		}
	}
	return l.bound(out.Add(l.edges()))
}

func (l *wrapLayout) natural(objects []fyne.CanvasObject) fyne.Size {
	out := fyne.Size{}
	for _, o := range objects {
		out = out.Max(Natural(o))
	}
	return l.bound(out.Add(l.edges()))
}

func (l *wrapLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, HeightFor(o, max(width-l.edges().Width, 0)))
	}
	return max(height+l.edges().Height, Dp(l.leastHigh))
}

// layersLayout puts objects over one another, all of one size.
type layersLayout struct{ box }

// Layers puts objects over one another, the first at the back.
func Layers(items ...fyne.CanvasObject) *fyne.Container {
	l := &layersLayout{}
	l.in = &fyne.Container{Layout: l, Objects: items}
	nest(items, l.rise)
	return l.in
}

// Layout gives every object the whole size.
func (l *layersLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.laidOut(objects, size.Width)
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is the greatest.
func (l *layersLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	out := fyne.Size{}
	for _, o := range shown(objects) {
		out = out.Max(o.MinSize())
	}
	return out
}

func (l *layersLayout) natural(objects []fyne.CanvasObject) fyne.Size {
	out := fyne.Size{}
	for _, o := range shown(objects) {
		out = out.Max(Natural(o))
	}
	return out
}

func (l *layersLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range shown(objects) {
		height = max(height, HeightFor(o, width))
	}
	return height
}
