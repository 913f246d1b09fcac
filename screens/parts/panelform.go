package parts

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/data"
	"branchbook/screens/place"
)

// panelWidth is what a panel leaves its content, in our pixels.
const panelWidth = 480

// A PanelForm is what a panel holds: rows that scroll where the window is low or the text large, a line that says what
// was done or what is wrong, and the buttons.
type PanelForm struct {
	view *fyne.Container
	rows fyne.CanvasObject
	foot *fyne.Container
	says *Text
	shut func()
	keys place.KeyTaker
}

// NewPanelForm returns a form that is not open yet.
func NewPanelForm(rows fyne.CanvasObject, buttons ...fyne.CanvasObject) *PanelForm {
	rows = PadXY(rows, 4, 4) // the ring about a field that has the caret must not be cut by the scroll
	f := &PanelForm{rows: rows, says: Secondary("").Wrapped(3), shut: func() {}}
	f.says.Hide()
	f.foot = Column(10, f.says, Buttons(buttons...))
	f.view = container.New((*panelFormLayout)(f), NewScroll(rows), f.foot)
	return f
}

// WithKeys gives bare keys, and letters that no field takes, to somebody while the panel is open.
func (f *PanelForm) WithKeys(k place.KeyTaker) *PanelForm {
	f.keys = k
	return f
}

// Open shows the form in a panel, with the caret in first.
func (f *PanelForm) Open(shell place.Shell, title string, first fyne.Focusable) {
	f.shut = shell.Open(place.Panel{Title: title, Content: f.view, First: first, Keys: f.keys})
}

// Shut closes the panel.
func (f *PanelForm) Shut() { f.shut() }

// Say shows a line over the buttons; "" for none.
func (f *PanelForm) Say(tone Tone, line string) {
	f.says.In(tone)
	f.says.Hidden = line == ""
	f.says.SetText(line)
	f.view.Refresh()
	f.view.Layout.Layout(f.view.Objects, f.view.Size())
}

// Fail says over the buttons why something was not recorded: that what was typed is no date, or the sentence of a problem.
func (f *PanelForm) Fail(err error) {
	if errors.Is(err, data.ErrDate) {
		f.Say(Red, "That is not a date. Write it like 14 May 2026.")
		return
	}
	f.Say(Red, data.Say(err))
}

type panelFormLayout PanelForm

// Layout gives the rows what the foot leaves.
func (f *panelFormLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := HeightFor(f.foot, size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, max(size.Height-foot-Dp(12), 0)))
	objects[1].Move(fyne.NewPos(0, size.Height-foot))
	objects[1].Resize(fyne.NewSize(size.Width, foot))
}

// MinSize is what rows and foot need, as far as the window has it.
func (f *panelFormLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := Dp(panelWidth)
	need := HeightFor(f.rows, width-Dp(12)) + HeightFor(f.foot, width) + Dp(24)
	if f.says.Hidden {
		need += Dp(34) // the line that may come must not hide the last row
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.view); c != nil {
		need = min(need, max(c.Size().Height-Dp(150), Dp(140)))
	}
	return fyne.NewSize(Dp(300), need)
}
