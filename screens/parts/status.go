package parts

import "fyne.io/fyne/v2"

// A SaveState says when the book was last saved, or in red that something is not.
type SaveState struct {
	part
	plate *Plate
	icon  *Icon
	label *Text
	small *Icon
}

// NewSaveState returns a line that says nothing yet.
func NewSaveState() *SaveState {
	s := &SaveState{
		plate: newPlate(none, none, 0, 6), icon: NewIcon("", Green, 18), label: Body("").Wrapped(3), small: NewIcon("", Green, 18),
	}
	s.content = Layers(s.plate, AtLeast(PadXY(Row(10, s.icon, Grow(s.label, 1)), 11, 4), 0, 32))
	s.ExtendBaseWidget(s)
	return s
}

// Saved says so: "Saved 8.12pm".
func (s *SaveState) Saved(words string) { s.say(words, Green, IconCheck, none) }

// Failed says that something is only kept here: "3 changes not saved".
func (s *SaveState) Failed(words string) { s.say(words, Red, IconWarning, ColorRedFill) }

func (s *SaveState) say(words string, tone Tone, icon IconName, fill fyne.ThemeColorName) {
	ink := tone
	if tone == Green {
		ink = Plain
	}
	s.icon.Set(icon, tone)
	s.small.Set(icon, tone)
	s.label.In(ink)
	s.label.SetText(words)
	stroke := none
	if tone == Red {
		stroke = ColorRed
	}
	s.plate.set(fill, stroke)
	s.Refresh()
}

// An UndoBar is the line at the foot that says what was just done, when, and takes it back. It is always there, so that
// nothing moves while someone types.
type UndoBar struct {
	part
	plate *Plate
	icon  *Icon
	line  *Text
	when  *Text
	undo  *Button
}

// NewUndoBar returns a bar that says nothing; key is the key of undo ("Ctrl+U").
func NewUndoBar(key string, undo func()) *UndoBar {
	u := &UndoBar{
		plate: NewPlate(ColorSunken), icon: NewIcon(IconCheck, Green, 18), line: Body(""), when: Caption(""),
		undo: NewButton("Undo", undo).WithIcon(IconUndo).WithKey(key).Small(),
	}
	u.icon.Hide()
	u.undo.Disable()
	u.content = Column(0, Rule(), Layers(u.plate, AtLeast(PadXY(Row(10, u.icon, u.line, u.when, Gap(), u.undo), 16, 4), 0, 40)))
	u.ExtendBaseWidget(u)
	return u
}

// Say says what was done and when ("8.09pm", or ""); undoable is whether it can be taken back.
func (u *UndoBar) Say(line, when string, undoable bool) {
	u.show(line, when, IconCheck, Green, "Undo", undoable)
}

// Warn says that something is kept but not saved, in the same place.
func (u *UndoBar) Warn(line, when string) { u.show(line, when, IconWarning, Red, "Undo", false) }

// Undone says that something was taken back.
func (u *UndoBar) Undone(line, when string, more bool) {
	u.show(line, when, IconUndo, Amber, "Undo", more)
}

func (u *UndoBar) show(line, when string, icon IconName, tone Tone, verb string, undoable bool) {
	u.icon.Hidden = line == ""
	u.icon.Set(icon, tone)
	u.line.SetText(line)
	u.when.SetText(when)
	u.undo.SetLabel(verb)
	u.undo.SetEnabled(undoable)
	u.Refresh()
}

// A Banner is a bar across a screen with an icon, a bold line, a line under it, and what can be done: a failure to
// save, the outcome of a vote, a warning.
type Banner struct {
	part
	plate *Plate
	icon  *Icon
	title *Text
	text  *Text
}

// NewBanner returns a banner that is hidden until it says something.
func NewBanner(actions ...fyne.CanvasObject) *Banner {
	b := &Banner{
		plate: newPlate(none, none, 0, 8), icon: NewIcon("", Plain, 22),
		title: Bold("").Wrapped(2), text: Secondary("").Wrapped(4),
	}
	b.content = Layers(b.plate, PadXY(Row(14, b.icon, Grow(Column(0, b.title, b.text), 1), Row(8, actions...)), 16, 10))
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// Say shows the banner. text may be "".
func (b *Banner) Say(tone Tone, icon IconName, title, text string) {
	stroke := none
	if tone == Red || isContrast() {
		stroke = tone.Ink()
	}
	b.plate.set(tone.Fill(), stroke)
	b.icon.Set(icon, tone)
	b.icon.Hidden = icon == ""
	b.title.In(tone)
	b.text.In(tone)
	b.text.Hidden = text == ""
	b.title.SetText(title)
	b.text.SetText(text)
	b.Show()
	Settle(b)
	b.Refresh()
}

// Clear hides the banner.
func (b *Banner) Clear() {
	b.Hide()
	Settle(b)
}

// A ProgressLine says how far a longer piece of work has got, and lets it be cancelled.
type ProgressLine struct {
	part
	name    *Text
	figure  *Text
	track   *fyne.Container
	level   *levelLayout
	cancel  *Button
	stopped func()
}

// NewProgressLine returns a line that is hidden until Start.
func NewProgressLine() *ProgressLine {
	p := &ProgressLine{name: Body(""), figure: Caption(""), level: &levelLayout{}}
	p.track = &fyne.Container{Layout: p.level, Objects: []fyne.CanvasObject{
		newPlate(ColorSunken, ColorBorder, 1, 4), newPlate(ColorGreen, none, 0, 4),
	}}
	p.cancel = NewButton("Cancel", func() {
		if p.stopped != nil {
			p.stopped()
		}
	}).Small()
	p.content = PadXY(Row(12, p.name, Grow(p.track, 1), p.figure, p.cancel), 0, 4)
	p.ExtendBaseWidget(p)
	p.Hide()
	return p
}

// Start shows the line; cancel is what its button does, nil for no button.
func (p *ProgressLine) Start(name string, cancel func()) {
	p.stopped = cancel
	p.cancel.Hidden = cancel == nil
	p.name.SetText(name)
	p.figure.SetText("")
	p.level.done, p.level.total = 0, 0
	p.Show()
	Settle(p)
	p.Refresh()
}

// Set shows how far it is; total 0 when that is not known.
func (p *ProgressLine) Set(done, total int64) {
	p.level.done, p.level.total = done, total
	figure := thousands(done)
	if total > 0 {
		figure += " of " + thousands(total)
	}
	p.figure.SetText(figure)
	p.Refresh()
}

// Stop hides the line.
func (p *ProgressLine) Stop() {
	p.Hide()
	Settle(p)
}

// levelLayout fills a track as far as the work has got.
type levelLayout struct{ done, total int64 }

// Layout places track and level.
func (l *levelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := (size.Height - Dp(8)) / 2
	objects[0].Move(fyne.NewPos(0, y))
	objects[0].Resize(fyne.NewSize(size.Width, Dp(8)))
	part := float32(0)
	if l.total > 0 {
		part = min(max(float32(l.done)/float32(l.total), 0), 1)
	}
	objects[1].Move(fyne.NewPos(0, y))
	objects[1].Resize(fyne.NewSize(size.Width*part, Dp(8)))
	objects[1].(*Plate).Hidden = part == 0
}

// MinSize is a short track.
func (l *levelLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Dp(80), Dp(20)) }
