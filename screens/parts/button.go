package parts

// kind is how loud a button is.
type kind int

const (
	plainButton kind = iota
	primaryButton
	quietButton
	dangerButton
)

// A Button does something when it is tapped, or when Enter or Space is typed on it. It may have an icon, and a keycap
// that says which key does the same.
type Button struct {
	control
	kind   kind
	label  *Text
	icon   *Icon
	keycap *Keycap
	high   float32
	lead   bool
	tapped func()
}

// NewButton returns a plain button 36 pixels high.
func NewButton(label string, tapped func()) *Button {
	b := &Button{label: NewText(RoleBold, label), tapped: tapped, high: 36}
	b.icon = NewIcon("", Plain, 18)
	b.icon.Hide()
	b.keycap = NewKeycap("")
	b.keycap.Hide()
	b.start(b, nil)
	b.build()
	b.restyle = b.colour
	b.press = func() {
		if b.tapped != nil {
			b.tapped()
		}
	}
	b.name = func() string { return b.label.Text() }
	b.ExtendBaseWidget(b)
	return b
}

func (b *Button) build() {
	side := float32(12)
	if b.high <= 32 {
		side = 10
	}
	row := Row(8, b.icon, b.label, b.keycap)
	if b.lead {
		row = Row(12, b.icon, Grow(b.label, 1), b.keycap)
		b.content = AtLeast(PadXY(row, side, 4), 0, b.high)
		return
	}
	b.content = AtLeast(Centre(PadXY(row, side, 4)), 0, b.high)
}

// Primary makes it the one thing to do here: red.
func (b *Button) Primary() *Button { return b.be(primaryButton) }

// Quiet takes its edge away.
func (b *Button) Quiet() *Button { return b.be(quietButton) }

// Danger says that something is lost for good.
func (b *Button) Danger() *Button { return b.be(dangerButton) }

func (b *Button) be(k kind) *Button {
	b.kind = k
	b.Refresh()
	return b
}

// WithIcon puts an icon before the words.
func (b *Button) WithIcon(name IconName) *Button {
	b.icon.name = name
	b.icon.Show()
	b.Refresh()
	return b
}

// WithKey puts a keycap behind the words: "F3", "Ctrl+S". "" takes it away.
func (b *Button) WithKey(key string) *Button {
	b.keycap.SetText(key)
	if key == "" {
		b.keycap.Hide()
	} else {
		b.keycap.Show()
	}
	b.Refresh()
	return b
}

// Small makes it 32 pixels high.
func (b *Button) Small() *Button { return b.size(32) }

// Tall makes it 40 pixels high, for the head of a page.
func (b *Button) Tall() *Button { return b.size(40) }

func (b *Button) size(high float32) *Button {
	b.high = high
	b.build()
	return b
}

// Leading puts the icon and the words at the left and the keycap at the right.
func (b *Button) Leading() *Button {
	b.lead = true
	b.build()
	return b
}

// Spoken gives it a name for a screen reader where its words do not say enough, or there is only an icon.
func (b *Button) Spoken(name string) *Button {
	b.name = func() string { return name }
	return b
}

// SetLabel changes the words.
func (b *Button) SetLabel(label string) { b.label.SetText(label) }

// Label returns the words.
func (b *Button) Label() string { return b.label.Text() }

// OnTapped changes what it does.
func (b *Button) OnTapped(tapped func()) { b.tapped = tapped }

func (b *Button) colour() {
	fill, stroke, ink, drawn := ColorSurface, ColorBorder, ColorInk, ColorInk
	switch b.kind {
	case primaryButton:
		fill, stroke, ink, drawn = ColorAccent, none, ColorOnAccent, ColorOnAccent
	case quietButton:
		fill, stroke = none, none
	case dangerButton:
		stroke, ink, drawn = ColorRed, ColorRed, ColorRed
	}
	if b.lead && b.kind == plainButton {
		drawn = ColorAccent
	}
	if b.hovered && b.kind != primaryButton {
		fill = ColorSunken
	}
	if b.Disabled() {
		fill, stroke, ink, drawn = ColorSunken, ColorLine, ColorInk2, ColorInk2
	}
	b.plate.set(fill, stroke)
	b.label.InColor(ink)
	b.icon.set(b.icon.name, drawn)
	b.keycap.on(b.kind == primaryButton && !b.Disabled())
}
