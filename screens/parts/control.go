package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything that can be pressed shares: a plate, a ring while it has the focus, and keys that are
// handed on when it has no use for them.
type control struct {
	widget.DisableableWidget
	self     focusable
	name     func() string // what a screen reader says
	press    func()        // Enter, Space or a tap
	key      func(*fyne.KeyEvent) bool
	letter   func(rune) bool
	restyle  func() // colours for the state it is in
	content  fyne.CanvasObject
	plate    *Plate
	ring     *Plate
	focused  bool
	hovered  bool
	spaceKey bool // the rune of the space that pressed it is still to come
	most     float32
}

var (
	_ Flow              = (*control)(nil)
	_ fyne.Tappable     = (*control)(nil)
	_ desktop.Hoverable = (*control)(nil)
	_ fyne.Accessible   = (*control)(nil)
)

// widest is how much a control insists on, in our pixels, before its words are cut.
const widest = 170

// start joins the control to the widget that embeds it.
func (c *control) start(self focusable, content fyne.CanvasObject) {
	c.self, c.content = self, content
	if c.plate == nil {
		c.plate = newPlate(none, none, 0, 6)
	}
	c.ring = newRing()
	c.most = widest
}

func newRing() *Plate {
	ring := newPlate(none, ColorFocus, 2.5, 9)
	ring.Hide()
	return ring
}

// ringAbout sets a ring 3 px outside a control of that size.
func ringAbout(ring fyne.CanvasObject, size fyne.Size) {
	out := Dp(3)
	ring.Move(fyne.NewPos(-out, -out))
	ring.Resize(size.AddWidthHeight(2*out, 2*out))
}

// CreateRenderer draws plate, content and ring.
func (c *control) CreateRenderer() fyne.WidgetRenderer {
	c.style()
	f := &face{min: func() fyne.Size {
		least := c.content.MinSize()
		least.Width = max(least.Width, min(Natural(c.content).Width, Dp(c.most)))
		return least
	}}
	f.layout = func(size fyne.Size) {
		f.objects = []fyne.CanvasObject{c.plate, c.content, c.ring} // the content may have been built again
		c.plate.Resize(size)
		c.content.Resize(size)
		ringAbout(c.ring, size)
	}
	f.refresh = func() {
		c.style()
		f.layout(c.Size())
		for _, o := range f.objects {
			o.Refresh()
		}
	}
	f.layout(c.Size())
	return f
}

func (c *control) style() {
	if c.focused && !c.Disabled() {
		c.ring.Show()
	} else {
		c.ring.Hide()
	}
	if c.restyle != nil {
		c.restyle()
	}
}

// Natural is that of the content.
func (c *control) Natural() fyne.Size { return Natural(c.content) }

// HeightFor is that of the content.
func (c *control) HeightFor(width float32) float32 { return HeightFor(c.content, width) }

func (c *control) setRise(up func()) { nest([]fyne.CanvasObject{c.content}, up) }

func (c *control) rise() { Settle(c.content) }

// SetEnabled lets it be pressed, or not.
func (c *control) SetEnabled(enabled bool) {
	if enabled == !c.Disabled() {
		return
	}
	if enabled {
		c.Enable()
	} else {
		c.Disable()
	}
}

// FocusGained draws the ring and scrolls the control into view.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	Reveal(c.self)
}

// FocusLost takes the ring away.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// Tapped presses the control.
func (c *control) Tapped(*fyne.PointEvent) { c.pressed() }

func (c *control) pressed() {
	if !c.Disabled() && c.press != nil {
		c.press()
	}
}

// TypedKey presses on Enter and Space, and hands on what it does not use.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	if !c.Disabled() && c.key != nil && c.key(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.pressed()
	case fyne.KeySpace:
		c.spaceKey = true
		c.pressed()
	default:
		c.spaceKey = false
		PassKey(c.self, ev)
	}
}

// TypedRune hands letters on. A space has done its work as a key.
func (c *control) TypedRune(r rune) {
	if c.spaceKey && r == ' ' {
		c.spaceKey = false
		return
	}
	if c.letter != nil && c.letter(r) {
		return
	}
	PassRune(c.self, r)
}

// MouseIn shows that it can be pressed.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
}

// MouseMoved is nothing to a control.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows it as it was.
func (c *control) MouseOut() {
	c.hovered = false
	c.Refresh()
}

// AccessibilityLabel returns what it says.
func (c *control) AccessibilityLabel() string {
	if c.name == nil {
		return ""
	}
	return c.name()
}

// AccessibilityRole says that it can be pressed: Fyne 2.8.1 knows no other role for it.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
