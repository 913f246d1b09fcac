package parts

import "fyne.io/fyne/v2"

// A Check is a box with its words: ticked or not. As a column chip it has an edge, and a lock when the column holds
// personal data.
type Check struct {
	control
	checked  bool
	changed  func(bool)
	label    *Text
	tick     *Icon
	square   *Plate
	lock     *Icon
	chip     bool
	personal bool
}

// NewCheck returns a box that is not ticked; changed may be nil.
func NewCheck(label string, changed func(bool)) *Check {
	c := &Check{label: Body(label), changed: changed}
	c.tick = newIcon(IconCheck, ColorSurface, 14)
	c.square = newPlate(none, none, 0, 4)
	c.lock = NewIcon(IconLock, Blue, 15)
	c.lock.Hide()
	box := Fixed(AtLeast(Layers(c.square, Centre(c.tick)), 18, 18), 18)
	c.start(c, PadXY(Row(8, box, c.label, c.lock), 4, 4))
	c.restyle = c.colour
	c.press = func() { c.set(!c.checked, true) }
	c.name = func() string {
		return c.label.Text() + map[bool]string{true: ", ticked", false: ", not ticked"}[c.checked]
	}
	c.ExtendBaseWidget(c)
	return c
}

// NewColumnCheck returns the chip of a column of a return: ticked when it is in the file. Personal data has a lock.
func NewColumnCheck(label string, personal bool, changed func(bool)) *Check {
	c := NewCheck(label, changed)
	c.chip, c.personal = true, personal
	if personal {
		c.lock.Show()
	}
	return c
}

// Checked says whether it is ticked.
func (c *Check) Checked() bool { return c.checked }

// SetChecked ticks it or not, without telling.
func (c *Check) SetChecked(checked bool) { c.set(checked, false) }

// SetLabel changes the words.
func (c *Check) SetLabel(label string) { c.label.SetText(label) }

func (c *Check) set(checked, tell bool) {
	if c.checked == checked {
		return
	}
	c.checked = checked
	c.Refresh()
	if tell && c.changed != nil {
		c.changed(checked)
	}
}

func (c *Check) colour() {
	if c.checked {
		c.square.set(ColorInk, ColorInk)
		c.tick.Show()
	} else {
		c.square.set(ColorSurface, ColorBorder)
		c.tick.Hide()
	}
	ink := ColorInk
	if c.Disabled() {
		ink = ColorInk2
	}
	c.label.InColor(ink)
	if !c.chip {
		return
	}
	if c.personal && c.checked {
		c.plate.set(ColorBlueFill, ColorBlue)
		return
	}
	c.plate.set(ColorSurface, ColorBorder)
}

// A Switch is on or off and says so in its own words: "Warn", "Off".
type Switch struct {
	control
	isOn    bool
	on, off string
	changed func(bool)
	track   *Plate
	knob    *Plate
	word    *Text
}

// NewSwitch returns a switch that is off. on and off are its words; changed may be nil.
func NewSwitch(on, off string, changed func(bool)) *Switch {
	s := &Switch{on: on, off: off, changed: changed}
	s.track, s.knob = newPlate(none, none, 0, 10), newPlate(none, none, 0, 7)
	s.word = NewText(RoleLabel, off)
	knob := &fyne.Container{Layout: &knobLayout{s}, Objects: []fyne.CanvasObject{s.track, s.knob}}
	s.start(s, PadXY(Row(8, knob, s.word), 2, 4))
	s.restyle = s.colour
	s.press = func() { s.set(!s.isOn, true) }
	s.name = func() string { return s.word.Text() }
	s.ExtendBaseWidget(s)
	return s
}

// On says whether it is on.
func (s *Switch) On() bool { return s.isOn }

// SetOn puts it on or off, without telling.
func (s *Switch) SetOn(on bool) { s.set(on, false) }

func (s *Switch) set(on, tell bool) {
	if s.isOn == on {
		return
	}
	s.isOn = on
	s.word.SetText(map[bool]string{true: s.on, false: s.off}[on])
	s.Refresh()
	if tell && s.changed != nil {
		s.changed(on)
	}
}

func (s *Switch) colour() {
	if s.isOn {
		s.track.set(ColorGreen, ColorGreen)
		s.knob.set(ColorSurface, none)
		s.word.In(Green)
		return
	}
	s.track.set(ColorSurface, ColorBorder)
	s.knob.set(ColorBorder, none)
	s.word.In(Quiet)
}

// knobLayout sets the knob at the side that the switch is on.
type knobLayout struct{ of *Switch }

// Layout places track and knob.
func (l *knobLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	track, knob := objects[0], objects[1]
	track.Resize(fyne.NewSize(Dp(36), Dp(20)))
	x := Dp(3)
	if l.of.isOn {
		x = Dp(36 - 3 - 14)
	}
	knob.Move(fyne.NewPos(x, Dp(3)))
	knob.Resize(fyne.NewSquareSize(Dp(14)))
}

// MinSize is that of the track.
func (l *knobLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Dp(36), Dp(20)) }
