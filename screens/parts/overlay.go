package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Modal is a panel over a veil. It takes the caret when it opens and gives it back when it closes. Keys are the
// window's to direct: see place.Keys. Its parts: veil, a card with a heading, the content.
type Modal struct {
	widget.BaseWidget
	canvas fyne.Canvas
	veil   *veil
	card   *fyne.Container
	before fyne.Focusable
	top    bool
	open   bool
	closed func()
}

// ModalLook is how a modal stands in its window.
type ModalLook struct {
	Title string  // its heading; "" for none
	Width float32 // in our pixels; 0 for 520
	Top   bool    // near the top, as the palette is; else in the middle
	// Outside is called when the veil is tapped: usually to close. Nil for nothing.
	Outside func()
	// Closed is called once when it has closed. May be nil.
	Closed func()
}

// ShowModal opens content over everything else on the canvas, and gives the caret to first, or, when that is nil, to
// the first field or button in it.
func ShowModal(c fyne.Canvas, look ModalLook, content fyne.CanvasObject, first fyne.Focusable) *Modal {
	width := look.Width
	if width == 0 {
		width = 520
	}
	inside := content
	if look.Title != "" {
		inside = Column(14, Heading(look.Title), Grow(content, 1))
	}
	m := &Modal{canvas: c, before: c.Focused(), top: look.Top, closed: look.Closed, open: true}
	m.veil = newVeil(look.Outside)
	m.card = Fixed(Layers(newPlate(ColorSurface, ColorBorder, 0, 10), newCatcher(), Pad(inside, 20)), width)
	m.ExtendBaseWidget(m)
	c.Overlays().Add(m)
	m.Resize(c.Size())
	if first == nil {
		first = FirstFocus(content)
	}
	if first != nil {
		c.Focus(first)
	}
	return m
}

// Close closes the modal and gives the caret back. Closing it twice does no harm.
func (m *Modal) Close() {
	if !m.open {
		return
	}
	m.open = false
	m.canvas.Overlays().Remove(m)
	if m.before != nil {
		m.canvas.Focus(m.before)
	}
	if m.closed != nil {
		m.closed()
	}
}

// IsOpen says whether it is on show.
func (m *Modal) IsOpen() bool { return m.open }

func (m *Modal) inner() []fyne.CanvasObject { return []fyne.CanvasObject{m.card} }

// CreateRenderer draws the veil and the card on it.
func (m *Modal) CreateRenderer() fyne.WidgetRenderer {
	return &face{
		objects: []fyne.CanvasObject{m.veil, m.card},
		layout: func(size fyne.Size) {
			m.veil.Resize(size)
			margin := Dp(24)
			w := min(Natural(m.card).Width, size.Width-2*margin)
			h := min(HeightFor(m.card, w), size.Height-2*margin)
			y := (size.Height - h) / 2
			if m.top {
				y = min(Dp(72), y)
			}
			m.card.Move(fyne.NewPos((size.Width-w)/2, y))
			m.card.Resize(fyne.NewSize(w, h))
		},
		min:     func() fyne.Size { return fyne.Size{} },
		refresh: func() { m.veil.Refresh(); m.card.Refresh() },
	}
}

// veil dims what is behind, and catches taps.
type veil struct {
	widget.BaseWidget
	plate *Plate
	tap   func()
}

func newVeil(tap func()) *veil {
	v := &veil{plate: NewPlate(colorVeil), tap: tap}
	v.ExtendBaseWidget(v)
	return v
}

// newCatcher keeps taps on a card from reaching the veil behind it.
func newCatcher() *veil {
	v := &veil{plate: NewPlate(none)}
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer draws the plate.
func (v *veil) CreateRenderer() fyne.WidgetRenderer { return holding(v.plate) }

// Tapped is a tap outside the card.
func (v *veil) Tapped(*fyne.PointEvent) {
	if v.tap != nil {
		v.tap()
	}
}

// Buttons sets the buttons of a panel at its right, the one to do last.
func Buttons(buttons ...fyne.CanvasObject) *fyne.Container {
	return Row(10, append([]fyne.CanvasObject{Gap()}, buttons...)...)
}
