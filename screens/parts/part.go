package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// part is a widget made of other parts: it flows as they do.
type part struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

var _ Flow = (*part)(nil)

// CreateRenderer shows the content.
func (p *part) CreateRenderer() fyne.WidgetRenderer { return holding(p.content) }

// Natural is that of the content.
func (p *part) Natural() fyne.Size { return Natural(p.content) }

// HeightFor is that of the content.
func (p *part) HeightFor(width float32) float32 { return HeightFor(p.content, width) }

func (p *part) setRise(up func()) { nest([]fyne.CanvasObject{p.content}, up) }

func (p *part) rise() { Settle(p.content) }

func (p *part) inner() []fyne.CanvasObject { return []fyne.CanvasObject{p.content} }
