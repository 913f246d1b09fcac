package posts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// A form is what a panel holds: rows that scroll where the window is low, a line that says what was done or what is
// wrong, and the buttons.
type form struct {
	view *fyne.Container
	rows fyne.CanvasObject
	foot *fyne.Container
	says *parts.Text
	shut func()
}

const panelWidth = 480 // what a panel leaves its content, in our pixels

func newForm(rows fyne.CanvasObject, buttons ...fyne.CanvasObject) *form {
	rows = parts.PadXY(rows, 4, 4) // the ring about a field that has the caret must not be cut by the scroll
	f := &form{rows: rows, says: parts.Secondary("").Wrapped(3), shut: func() {}}
	f.says.Hide()
	f.foot = parts.Column(10, f.says, parts.Buttons(buttons...))
	f.view = container.New(f, parts.NewScroll(rows), f.foot)
	return f
}

// say shows a line over the buttons; "" for none.
func (f *form) say(tone parts.Tone, line string) {
	f.says.In(tone)
	f.says.Hidden = line == ""
	f.says.SetText(line)
	f.view.Refresh()
	f.Layout(f.view.Objects, f.view.Size())
}

// Layout gives the rows what the foot leaves.
func (f *form) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := parts.HeightFor(f.foot, size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, max(size.Height-foot-parts.Dp(12), 0)))
	objects[1].Move(fyne.NewPos(0, size.Height-foot))
	objects[1].Resize(fyne.NewSize(size.Width, foot))
}

// MinSize is what rows and foot need, as far as the window has it.
func (f *form) MinSize([]fyne.CanvasObject) fyne.Size {
	width := parts.Dp(panelWidth)
	need := parts.HeightFor(f.rows, width-parts.Dp(12)) + parts.HeightFor(f.foot, width) + parts.Dp(24)
	if f.says.Hidden {
		need += parts.Dp(34) // the line that may come must not hide the last row
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.view); c != nil {
		need = min(need, max(c.Size().Height-parts.Dp(150), parts.Dp(140)))
	}
	return fyne.NewSize(parts.Dp(300), need)
}

// open shows a form in a panel.
func (p *Place) open(title string, f *form, first fyne.Focusable) {
	f.shut = p.deps.Shell.Open(place.Panel{Title: title, Content: f.view, First: first})
}
