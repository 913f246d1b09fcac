package parts

import "fyne.io/fyne/v2"

// A Step is one stage in the life of a motion, a set of minutes, a list.
type Step struct {
	Title string // "Carried 16-0-2"
	Text  string // "By email, 5 days before the deadline"; may be ""
	When  string // "9 April"; may be ""
	Done  bool
	Now   bool // the next thing to do
}

// Life sets steps one under the other, joined by a line.
func Life(steps []Step) *fyne.Container {
	var rows []fyne.CanvasObject
	for i, s := range steps {
		rows = append(rows, lifeRow(s, i == len(steps)-1, i+1 < len(steps) && steps[i+1].Done))
	}
	return Column(0, rows...)
}

func lifeRow(s Step, last, joined bool) fyne.CanvasObject {
	marker := newPlate(ColorSurface, ColorBorder, 1.5, 11)
	var sign fyne.CanvasObject = Column(0)
	switch {
	case s.Done:
		marker = newPlate(ColorGreenFill, ColorGreen, 1.5, 11)
		sign = Centre(NewIcon(IconCheck, Green, 14))
	case s.Now:
		marker = newPlate(ColorAccent, none, 0, 11)
		sign = Centre(hole(9))
	}
	dot := Layers(marker, Fixed(AtLeast(sign, 22, 22), 22))
	line := NewPlate(ColorLine)
	if joined {
		line = NewPlate(ColorGreen)
	}
	if last {
		line = NewPlate(none)
	}
	line.Least = fyne.NewSize(2, 6)
	words := Column(0, Row(8, Grow(Bold(s.Title), 1), Caption(s.When)))
	if s.Text != "" {
		words = Column(0, Row(8, Grow(Bold(s.Title), 1), Caption(s.When)), Secondary(s.Text).Wrapped(0))
	}
	return RowFill(10, Column(0, dot, Grow(RowFill(0, Gap(), line, Gap()), 1)), Grow(Pads(words, 0, 0, 10, 0), 1))
}

// hole is the pale middle of a marker.
func hole(side float32) *Plate {
	p := newPlate(ColorSurface, none, 0, side/2)
	p.Least = fyne.NewSquareSize(side)
	return p
}

// Dot is a small round mark in a colour of the theme, beside words.
func Dot(tone Tone) *Plate {
	p := newPlate(tone.Ink(), none, 0, 4)
	p.Least = fyne.NewSize(8, 8)
	return p
}
