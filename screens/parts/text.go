package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Role is what a text is for; it chooses the size and the face.
type Role int

// The roles, with their size at 100%.
const (
	RoleBody      Role = iota // 15
	RoleBold                  // 15 bold
	RoleSecondary             // 14, in ink 2
	RoleStrong                // 14 bold
	RoleCaption               // 13, in ink 2
	RoleLabel                 // 13 bold: table heads, labels in cards
	RoleKeycap                // 12 bold
	RoleTitle                 // 25 serif: the name of a page
	RoleHeading               // 21 serif
	RoleCard                  // 18 serif: the head of a card
	RoleMinor                 // 17 serif
	RoleFigure                // 20 bold: a number in a sum
	RoleClock                 // 28 bold
	RoleMono                  // 15, all letters of one width
)

func (r Role) face() (size float32, style fyne.TextStyle, ink fyne.ThemeColorName) {
	bold := fyne.TextStyle{Bold: true}
	switch r {
	case RoleBold:
		return 15, bold, ColorInk
	case RoleSecondary:
		return 14, fyne.TextStyle{}, ColorInk2
	case RoleStrong:
		return 14, bold, ColorInk
	case RoleCaption:
		return 13, fyne.TextStyle{}, ColorInk2
	case RoleLabel:
		return 13, bold, ColorInk2
	case RoleKeycap:
		return 12, bold, ColorInk2
	case RoleTitle:
		return 25, serifStyle(), ColorInk
	case RoleHeading:
		return 21, serifStyle(), ColorInk
	case RoleCard:
		return 18, serifStyle(), ColorInk
	case RoleMinor:
		return 17, serifStyle(), ColorInk
	case RoleFigure:
		return 20, bold, ColorInk
	case RoleClock:
		return 28, bold, ColorInk
	case RoleMono:
		return 15, fyne.TextStyle{Monospace: true}, ColorInk
	default:
		return 15, fyne.TextStyle{}, ColorInk
	}
}

// A Text is words on the window. It never makes its container wide: what does not fit is cut with an ellipsis, or
// wrapped where Wrapped was asked for. A line break in a text that is not wrapped is shown as a space.
type Text struct {
	widget.BaseWidget
	role    Role
	text    string
	ink     fyne.ThemeColorName // "" for the role's own
	align   fyne.TextAlign
	wrapped bool
	most    int // lines, when wrapped; 0 for as many as it takes
	lines   []*canvas.Text
	words   []string // one for each line, as last laid out
	known   measured
	box     box
}

// measured is what is known of a text's size. Layouts ask again and again, and measuring letters is slow.
type measured struct {
	text    string
	size    float32
	style   fyne.TextStyle
	wrapped bool
	most    int

	high    float32   // of one line
	natural fyne.Size // width is below 0 until it is asked for
	width   float32   // that rows is for; below 0 for none yet
	rows    int
}

// measure returns what is known, which is nothing but the height of a line once the words or their letters are others.
func (t *Text) measure() *measured {
	size, style := t.font()
	k := &t.known
	if k.high == 0 || k.text != t.text || k.size != size || k.style != style || k.wrapped != t.wrapped || k.most != t.most {
		*k = measured{text: t.text, size: size, style: style, wrapped: t.wrapped, most: t.most,
			high: fyne.MeasureText("M", size, style).Height, natural: fyne.NewSize(-1, 0), width: -1}
	}
	return k
}

var (
	_ Flow            = (*Text)(nil)
	_ fyne.Accessible = (*Text)(nil)
)

// NewText returns a text in that role.
func NewText(role Role, text string) *Text {
	t := &Text{role: role, text: text}
	t.ExtendBaseWidget(t)
	return t
}

// Title returns the name of a page.
func Title(text string) *Text { return NewText(RoleTitle, text) }

// Heading returns the heading of a panel.
func Heading(text string) *Text { return NewText(RoleHeading, text) }

// CardHeading returns the heading of a card.
func CardHeading(text string) *Text { return NewText(RoleCard, text) }

// Body returns ordinary text.
func Body(text string) *Text { return NewText(RoleBody, text) }

// Bold returns ordinary text in bold.
func Bold(text string) *Text { return NewText(RoleBold, text) }

// Secondary returns smaller text in ink 2.
func Secondary(text string) *Text { return NewText(RoleSecondary, text) }

// Caption returns small text in ink 2.
func Caption(text string) *Text { return NewText(RoleCaption, text) }

// Label returns small bold text: what stands over a figure or a column.
func Label(text string) *Text { return NewText(RoleLabel, text) }

// In sets the tone and returns the text.
func (t *Text) In(tone Tone) *Text { return t.InColor(tone.Ink()) }

// InColor sets the colour by name and returns the text.
func (t *Text) InColor(name fyne.ThemeColorName) *Text {
	if t.ink != name {
		t.ink = name
		t.Refresh()
	}
	return t
}

// Aligned sets where a line stands in the width and returns the text.
func (t *Text) Aligned(a fyne.TextAlign) *Text {
	t.align = a
	t.Refresh()
	return t
}

// Wrapped lets the text take as many lines as it needs, or at most so many when most is above 0, and returns it.
func (t *Text) Wrapped(most int) *Text {
	t.wrapped, t.most = true, most
	t.Refresh()
	return t
}

// Text returns the words.
func (t *Text) Text() string { return t.text }

// SetText changes the words, and lays out again what they stand in.
func (t *Text) SetText(text string) {
	if text == t.text {
		return
	}
	t.text = text
	t.Refresh()
	t.box.rise()
}

func (t *Text) setRise(up func()) { t.box.up = up }

func (t *Text) rise() { t.box.rise() }

func (t *Text) font() (float32, fyne.TextStyle) {
	size, style, _ := t.role.face()
	return Dp(size), style
}

var oneLiner = strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ")

func (t *Text) oneLine() string { return oneLiner.Replace(t.text) }

// Natural returns the size on one line, or, when wrapped, with only the breaks it was given.
func (t *Text) Natural() fyne.Size {
	k := t.measure()
	if k.natural.Width >= 0 {
		return k.natural
	}
	if !t.wrapped {
		k.natural = fyne.MeasureText(t.oneLine(), k.size, k.style)
		return k.natural
	}
	out := fyne.Size{}
	for _, line := range strings.Split(t.text, "\n") {
		m := fyne.MeasureText(line, k.size, k.style)
		out = fyne.NewSize(max(out.Width, m.Width), out.Height+m.Height)
	}
	k.natural = out
	return out
}

// HeightFor returns the height at that width.
func (t *Text) HeightFor(width float32) float32 {
	k := t.measure()
	if !t.wrapped {
		return k.high
	}
	if k.width != width {
		k.width, k.rows = width, max(len(wrapText(t.text, width, k.size, k.style, t.most)), 1)
	}
	return k.high * float32(k.rows)
}

// MinSize is a few letters wide, whatever the text.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	k := t.measure()
	least := min(Natural(t).Width, k.size*2.2)
	if t.wrapped && t.Size().Width > 0 {
		return fyne.NewSize(least, t.HeightFor(t.Size().Width))
	}
	return fyne.NewSize(least, k.high)
}

// CreateRenderer draws the lines.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	f := &face{min: t.MinSize}
	place := func(size fyne.Size) {
		t.fit(size.Width)
		f.objects = f.objects[:0]
		y := float32(0)
		for _, line := range t.lines {
			h := line.MinSize().Height
			line.Move(fyne.NewPos(0, y))
			line.Resize(fyne.NewSize(size.Width, h))
			y += h
			f.objects = append(f.objects, line)
		}
	}
	f.layout = place
	f.refresh = func() {
		place(t.Size())
		for _, line := range t.lines {
			line.Refresh()
		}
	}
	place(t.Size())
	return f
}

// fit breaks or cuts the text for the width, and paints the lines.
func (t *Text) fit(width float32) {
	size, style := t.font()
	if t.wrapped {
		t.words = wrapText(t.text, width, size, style, t.most)
	} else {
		t.words = []string{ellipsis(t.oneLine(), width, size, style)}
	}
	for len(t.lines) < len(t.words) {
		t.lines = append(t.lines, canvas.NewText("", nil))
	}
	t.lines = t.lines[:len(t.words)]
	_, _, ink := t.role.face()
	if t.ink != none {
		ink = t.ink
	}
	for i, line := range t.lines {
		line.Text, line.TextSize, line.TextStyle = t.words[i], size, style
		line.Color, line.Alignment = paint(ink), t.align
	}
}

// AccessibilityLabel returns the words.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole says that it is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
