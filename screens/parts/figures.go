package parts

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// thousands returns a number with its thousands apart: 12,400.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// mostPips is how many pips are drawn; beyond it each stands for several.
const mostPips = 30

// Pips shows a number against a threshold: small boxes, filled for those who are here, with a tick where enough is.
// It shows quorum and balance. The words beside it say the same.
type Pips struct {
	widget.BaseWidget
	have, need, of int
	words          string
	face           *face
}

var _ fyne.Accessible = (*Pips)(nil)

// NewPips returns pips: have of them filled, a tick after need, of in all (at least the greater of the two).
func NewPips(have, need, of int) *Pips {
	p := &Pips{}
	p.ExtendBaseWidget(p)
	p.Set(have, need, of)
	return p
}

// Set changes the numbers; those below 0 are 0.
func (p *Pips) Set(have, need, of int) {
	p.have, p.need = max(have, 0), max(need, 0)
	p.of = max(of, p.have, p.need)
	p.words = strconv.Itoa(p.have) + " of " + strconv.Itoa(p.need) + " needed"
	p.Refresh()
}

// CreateRenderer draws the boxes.
func (p *Pips) CreateRenderer() fyne.WidgetRenderer {
	p.face = &face{
		layout: func(size fyne.Size) { p.draw(size) },
		min:    func() fyne.Size { return fyne.NewSize(Dp(90), Dp(22)) },
	}
	p.face.refresh = func() {
		p.draw(p.Size())
		canvas.Refresh(p)
	}
	return p.face
}

// Natural gives each box its full width.
func (p *Pips) Natural() fyne.Size {
	return fyne.NewSize(Dp(12)*float32(min(p.of, mostPips))+Dp(8), Dp(22))
}

// HeightFor is that of a line.
func (p *Pips) HeightFor(float32) float32 { return Dp(22) }

func (p *Pips) draw(size fyne.Size) {
	p.face.objects = p.face.objects[:0:0]
	each := (p.of + mostPips - 1) / mostPips // how many one box stands for
	if each == 0 || size.Width <= 0 {
		return
	}
	boxes := (p.of + each - 1) / each
	tick := Dp(8)
	step := min((size.Width-tick)/float32(boxes), Dp(12))
	x := float32(0)
	y := (size.Height - Dp(11)) / 2
	for i := range boxes {
		if p.need > 0 && i == (p.need+each-1)/each {
			x = p.tick(x, size.Height)
		}
		box := canvas.NewRectangle(paint(none))
		box.StrokeColor, box.StrokeWidth, box.CornerRadius = paint(ColorBorder), Dp(1), Dp(2)
		if (i+1)*each <= p.have || i*each < p.have && p.have == p.of {
			box.FillColor, box.StrokeColor = paint(ColorGreen), paint(ColorGreen)
			if p.have < p.need {
				box.FillColor, box.StrokeColor = paint(ColorAmber), paint(ColorAmber)
			}
		}
		box.Move(fyne.NewPos(x, y))
		box.Resize(fyne.NewSize(max(step-Dp(3), Dp(1)), Dp(11)))
		p.face.objects = append(p.face.objects, box)
		x += step
	}
	if p.need > 0 && (p.need+each-1)/each >= boxes {
		p.tick(x, size.Height)
	}
}

func (p *Pips) tick(x, high float32) float32 {
	line := canvas.NewRectangle(paint(ColorInk))
	line.Move(fyne.NewPos(x+Dp(1), (high-Dp(20))/2))
	line.Resize(fyne.NewSize(Dp(2), Dp(20)))
	p.face.objects = append(p.face.objects, line)
	return x + Dp(6)
}

// AccessibilityLabel says the numbers.
func (p *Pips) AccessibilityLabel() string { return p.words }

// AccessibilityRole says that it is text.
func (p *Pips) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Bars shows how many of a few bars are filled, as the strength of a passphrase.
func Bars(filled, of int) *fyne.Container {
	var row []fyne.CanvasObject
	for i := range of {
		bar := newPlate(none, ColorBorder, 1, 4)
		if i < filled {
			bar = newPlate(ColorGreen, ColorGreen, 1, 4)
		}
		bar.Least = fyne.NewSize(34, 8)
		row = append(row, bar)
	}
	return Row(4, row...)
}
