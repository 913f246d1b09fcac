package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Plate is a rectangle whose colours follow the theme: a card, a rule, a bar, the fill of a row.
type Plate struct {
	widget.BaseWidget

	Fill   fyne.ThemeColorName // "" for none
	Stroke fyne.ThemeColorName // "" for none
	Width  float32             // of the stroke; 0 for the edge of a control
	Radius float32
	Least  fyne.Size // in our pixels

	rect *canvas.Rectangle
}

// NewPlate returns a plate filled with a colour.
func NewPlate(fill fyne.ThemeColorName) *Plate {
	p := &Plate{Fill: fill}
	p.ExtendBaseWidget(p)
	return p
}

func newPlate(fill, stroke fyne.ThemeColorName, width, radius float32) *Plate {
	p := &Plate{Fill: fill, Stroke: stroke, Width: width, Radius: radius}
	p.ExtendBaseWidget(p)
	return p
}

// Rule returns a decorative line, one pixel high or wide.
func Rule() *Plate {
	p := NewPlate(ColorLine)
	p.Least = fyne.NewSize(1, 1)
	return p
}

// CreateRenderer draws the rectangle.
func (p *Plate) CreateRenderer() fyne.WidgetRenderer {
	p.rect = canvas.NewRectangle(nil)
	p.paint()
	return &face{
		objects: []fyne.CanvasObject{p.rect},
		layout:  func(size fyne.Size) { p.rect.Resize(size) },
		min:     func() fyne.Size { return fyne.NewSize(Dp(p.Least.Width), Dp(p.Least.Height)) },
		refresh: func() { p.paint(); p.rect.Refresh() },
	}
}

func (p *Plate) paint() {
	p.rect.FillColor = paint(p.Fill)
	p.rect.StrokeColor = paint(p.Stroke)
	p.rect.StrokeWidth = 0
	if p.Stroke != none {
		p.rect.StrokeWidth = edge()
		if p.Width > 0 {
			p.rect.StrokeWidth = Dp(p.Width)
		}
	}
	p.rect.CornerRadius = Dp(p.Radius)
}

// set changes the colours, and draws only when they are other ones.
func (p *Plate) set(fill, stroke fyne.ThemeColorName) {
	if p.Fill == fill && p.Stroke == stroke {
		return
	}
	p.Fill, p.Stroke = fill, stroke
	p.Refresh()
}
