package session

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// A frame sets the five regions of the place: side by side, or one at a time where the window is narrow. Each region is
// laid out by itself: what changes in one never measures the others, so that a key typed costs one region at most.
type frame struct {
	of     *Place
	width  float32
	narrow bool

	back                             *parts.Plate
	head, prompt, agenda, room, bar  *fyne.Container
	notice                           *fyne.Container
	middle                           *fyne.Container
	underHead, overPrompt, left, end *parts.Plate
}

// Sizes of the regions, in our pixels.
const (
	headHigh   = 72
	headBrief  = 48
	promptHigh = 60
	agendaWide = 240
	roomWide   = 300
)

func newFrame(p *Place) *fyne.Container {
	f := &frame{
		of: p, back: parts.NewPlate(parts.ColorPaper), head: region(p.head.view), prompt: region(p.prompt.view), agenda: region(p.agenda.view),
		room: region(parts.Layers(parts.NewPlate(parts.ColorSurface), parts.PadXY(p.room.view, 10, 12))), bar: region(p.bar.view),
		middle: region(p.minutes.view), notice: region(p.notice.view), underHead: parts.Rule(), overPrompt: parts.Rule(), left: parts.Rule(), end: parts.Rule(),
	}
	p.frame = f
	f.bar.Hide()
	f.notice.Hide()
	// In reading order, which is the order in which Tab goes.
	view := &fyne.Container{Layout: f, Objects: []fyne.CanvasObject{
		f.back, f.head, f.underHead, f.notice, f.bar, f.agenda, f.left, f.middle, f.end, f.room, f.overPrompt, f.prompt,
	}}
	p.notice.frame = func() {
		if size := view.Size(); size.Width > 0 { // no width yet is not a narrow window
			f.Layout(nil, size)
		}
	}
	return view
}

// middleShows puts the minutes, or a form, in the middle.
func (f *frame) middleShows(o fyne.CanvasObject) {
	f.middle.Objects = []fyne.CanvasObject{o}
	f.middle.Refresh()
}

// Layout places the regions.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f.measure(size.Width)
	line := parts.Dp(1)
	head, prompt := parts.Dp(headHigh), parts.Dp(f.of.prompt.high())
	if f.narrow {
		head = parts.Dp(headBrief)
	}
	put(f.back, 0, 0, size.Width, size.Height)
	put(f.head, 0, 0, size.Width, head)
	put(f.underHead, 0, head, size.Width, line)
	put(f.prompt, 0, size.Height-prompt, size.Width, prompt)
	put(f.overPrompt, 0, size.Height-prompt-line, size.Width, line)
	top, high := head+line, size.Height-head-prompt-2*line
	f.notice.Hidden = !f.of.notice.isShown()
	if !f.notice.Hidden {
		tall := parts.HeightFor(f.of.notice.view, size.Width)
		put(f.notice, 0, top, size.Width, tall)
		top, high = top+tall, high-tall
	}
	if f.isWhole() {
		put(f.middle, 0, top, size.Width, high)
		return
	}
	if f.narrow {
		bar := parts.HeightFor(f.of.bar.view, size.Width)
		put(f.bar, 0, top, size.Width, bar)
		put(f.middle, 0, top+bar, size.Width, high-bar)
		put(f.room, 0, top+bar, size.Width, high-bar)
		return
	}
	agenda, room := parts.Dp(agendaWide), parts.Dp(roomWide)
	put(f.agenda, 0, top, agenda, high)
	put(f.left, agenda, top, line, high)
	put(f.middle, agenda+line, top, size.Width-agenda-room-2*line, high)
	put(f.end, size.Width-room-line, top, line, high)
	put(f.room, size.Width-room, top, room, high)
}

func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(width, 0), max(height, 0)))
}

// measure chooses the arrangement for a width.
func (f *frame) measure(width float32) {
	if width == f.width {
		return
	}
	f.width = width
	f.narrow = parts.Logical(width) < parts.BesideFrom
	f.of.head.setNarrow(f.narrow, width)
	f.of.minutes.setNarrow(f.narrow, width)
	f.of.prompt.setNarrow(f.narrow)
	f.choose()
}

// choose shows the regions that belong to the arrangement.
func (f *frame) choose() {
	inRoom := f.of.bar.tabs.Chosen() == 1 && f.of.form == nil
	f.bar.Hidden = !f.narrow || f.isWhole()
	alone := f.narrow || f.isWhole()
	f.agenda.Hidden, f.left.Hidden, f.end.Hidden = alone, alone, alone
	f.room.Hidden = alone && !inRoom
	f.middle.Hidden = f.narrow && inRoom
}

// isWhole says whether the form wants the room of the agenda and the register as well.
func (f *frame) isWhole() bool { return f.of.form != nil && f.of.form.wide }

// MinSize is small: what does not fit scrolls.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 320) }

// region holds one part of the place apart from the others: it asks for no room, and fills what it is given.
func region(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: regionLayout{}, Objects: []fyne.CanvasObject{o}}
}

type regionLayout struct{}

// Layout fills the region.
func (regionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is none.
func (regionLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
