package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// reveal is a picture at the end of a field that can be tapped. It never takes the caret.
type reveal struct {
	widget.BaseWidget
	icon   *Icon
	tapped func()
}

func newReveal(tapped func()) *reveal { return newEndIcon(IconEyeOff, tapped) }

func newEndIcon(name IconName, tapped func()) *reveal {
	r := &reveal{icon: NewIcon(name, Plain, 18), tapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the icon with room about it.
func (r *reveal) CreateRenderer() fyne.WidgetRenderer {
	return &face{
		objects: []fyne.CanvasObject{r.icon},
		layout:  func(size fyne.Size) { r.icon.Resize(size) },
		min:     func() fyne.Size { return fyne.NewSize(Dp(34), Dp(20)) },
		refresh: func() { r.icon.Refresh() },
	}
}

// Tapped does what it is there for.
func (r *reveal) Tapped(*fyne.PointEvent) {
	if r.tapped != nil {
		r.tapped()
	}
}

// Cursor is the pointer, not the field's bar.
func (r *reveal) Cursor() desktop.Cursor { return desktop.PointerCursor }
