package returns

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/parts"
)

// A chips is a row of small controls that goes on to the next line where the room ends.
type chips struct {
	widget.BaseWidget
	box *fyne.Container
}

const chipGap = 8 // in our pixels

func newChips() *chips {
	c := &chips{}
	c.box = container.New(chipLayout{c})
	c.ExtendBaseWidget(c)
	return c
}

// set shows other controls.
func (c *chips) set(objects []fyne.CanvasObject) {
	c.box.Objects = objects
	c.box.Refresh()
}

// CreateRenderer shows the controls.
func (c *chips) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.box) }

// Natural is everything on one line.
func (c *chips) Natural() fyne.Size {
	size := fyne.NewSize(0, parts.Dp(36))
	for _, o := range c.box.Objects {
		size.Width += parts.Natural(o).Width + parts.Dp(chipGap)
	}
	return size
}

// HeightFor is that of the lines it takes.
func (c *chips) HeightFor(width float32) float32 {
	return c.place(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// chipLayout places the controls.
type chipLayout struct{ of *chips }

// Layout places the controls.
func (l chipLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.of.place(size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// MinSize is that of one control: the height follows from the width.
func (chipLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(parts.Dp(120), parts.Dp(36))
}

func (c *chips) place(width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) (height float32) {
	gap := parts.Dp(chipGap)
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range c.box.Objects {
		size := parts.Natural(o)
		if x > 0 && x+size.Width > width {
			x, y, line = 0, y+line+gap, 0
		}
		put(o, fyne.NewPos(x, y), size)
		x, line = x+size.Width+gap, max(line, size.Height)
	}
	return y + line
}
