package parts

import (
	"sort"

	"fyne.io/fyne/v2"

	"branchbook/data"
)

// A Moment is one date on a timeline.
type Moment struct {
	On    data.Date
	Title string // "Thu 30 April, noon"
	Text  string // "Motions deadline"
	Chip  Mark
	Icon  IconName
	Tone  Tone // of the marker
	Now   bool // today's marker: a red dot
}

// A Timeline sets dates along a line in proportion to the days between them, keeping their words apart. Where there is
// no room for that it sets them one under the other.
type Timeline struct {
	part
	at *timelineLayout
}

// NewTimeline returns a timeline of moments, in any order.
func NewTimeline(moments []Moment) *Timeline {
	t := &Timeline{at: &timelineLayout{}}
	t.content = &fyne.Container{Layout: t.at}
	t.ExtendBaseWidget(t)
	t.SetMoments(moments)
	return t
}

// SetMoments changes what is on the line.
func (t *Timeline) SetMoments(moments []Moment) {
	in := append([]Moment(nil), moments...)
	sort.SliceStable(in, func(i, j int) bool { return in[i].On.Before(in[j].On) })
	track, past := newPlate(ColorLine, none, 0, 2), newPlate(ColorGreen, none, 0, 2)
	objects := []fyne.CanvasObject{track, past}
	t.at.moments = in
	for _, m := range in {
		objects = append(objects, momentMarker(m))
	}
	for _, m := range in {
		objects = append(objects, Column(2, NewText(RoleBold, m.Title), Secondary(m.Text), Left(ChipOf(m.Chip))))
	}
	t.content.(*fyne.Container).Objects = objects
	t.content.Refresh()
	t.Refresh()
}

func momentMarker(m Moment) fyne.CanvasObject {
	if m.Now {
		return Layers(newPlate(ColorAccent, none, 0, 9), Fixed(AtLeast(Centre(hole(8)), 18, 18), 18))
	}
	return Layers(newPlate(m.Tone.Fill(), m.Tone.Ink(), 1.5, 14), Fixed(AtLeast(Centre(NewIcon(m.Icon, m.Tone, 16)), 28, 28), 28))
}

// timelineLayout holds the track, what of it is past, then the markers, then their words.
type timelineLayout struct{ moments []Moment }

func (l *timelineLayout) split(objects []fyne.CanvasObject) (markers, words []fyne.CanvasObject) {
	n := len(l.moments)
	if len(objects) < 2+2*n {
		return nil, nil
	}
	return objects[2 : 2+n], objects[2+n : 2+2*n]
}

// leastWords is the width under which the words of a moment are set one under the other, in our pixels.
const leastWords = 130

// wants returns how much room the words of each moment would like: no less than leastWords, no more than its double.
func (l *timelineLayout) wants(words []fyne.CanvasObject) (each []float32, all float32) {
	for _, o := range words {
		w := min(max(Natural(o).Width+Dp(8), Dp(leastWords)), Dp(2*leastWords))
		each = append(each, w)
		all += w
	}
	return each, all
}

func (l *timelineLayout) isFlat(width float32, words []fyne.CanvasObject) bool {
	_, all := l.wants(words)
	return width >= all
}

// starts returns the left edge of each moment's words and the middle of its marker: by date, pushed apart.
func (l *timelineLayout) starts(width float32, words []fyne.CanvasObject) (edges, room []float32) {
	n := len(l.moments)
	edges, room = make([]float32, n), make([]float32, n)
	span := float32(l.moments[n-1].On.Sub(l.moments[0].On))
	wants, _ := l.wants(words)
	for i, m := range l.moments {
		if span > 0 {
			edges[i] = (width - wants[n-1]) * float32(m.On.Sub(l.moments[0].On)) / span
		}
		if i > 0 {
			edges[i] = max(edges[i], edges[i-1]+wants[i-1])
		}
	}
	end := width
	for i := n - 1; i >= 0; i-- {
		edges[i] = min(edges[i], end-wants[i])
		end = edges[i]
	}
	for i := range n {
		end := width
		if i+1 < n {
			end = edges[i+1]
		}
		room[i] = end - edges[i] - Dp(8)
	}
	return edges, room
}

// Layout places everything.
func (l *timelineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	markers, words := l.split(objects)
	if len(markers) == 0 {
		return
	}
	track, past := objects[0], objects[1]
	if !l.isFlat(size.Width, words) {
		track.Hide()
		past.Hide()
		y := float32(0)
		for i := range markers {
			h := max(HeightFor(words[i], size.Width-Dp(40)), Dp(30))
			l.mark(markers[i], Dp(14), y+Dp(14))
			words[i].Move(fyne.NewPos(Dp(40), y))
			words[i].Resize(fyne.NewSize(size.Width-Dp(40), h))
			y += h + Dp(8)
		}
		return
	}
	track.Show()
	edges, room := l.starts(size.Width, words)
	middle := Dp(14)
	last := len(markers) - 1
	track.Move(fyne.NewPos(edges[0]+middle, middle-Dp(2)))
	track.Resize(fyne.NewSize(edges[last]-edges[0], Dp(4)))
	past.Hide()
	for i := range markers {
		l.mark(markers[i], edges[i]+middle, middle)
		words[i].Move(fyne.NewPos(edges[i], Dp(34)))
		words[i].Resize(fyne.NewSize(room[i], HeightFor(words[i], room[i])))
		if l.moments[i].Now && i > 0 {
			past.Show()
			past.Move(track.Position())
			past.Resize(fyne.NewSize(edges[i]-edges[0], Dp(4)))
		}
	}
}

func (l *timelineLayout) mark(o fyne.CanvasObject, x, y float32) {
	size := o.MinSize()
	o.Resize(size)
	o.Move(fyne.NewPos(x-size.Width/2, y-size.Height/2))
}

// MinSize is narrow: the words are set one under the other then.
func (l *timelineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(Dp(leastWords), l.heightFor(objects, 0))
}

func (l *timelineLayout) natural(objects []fyne.CanvasObject) fyne.Size {
	width := Dp(2*leastWords) * float32(len(l.moments))
	return fyne.NewSize(width, l.heightFor(objects, width))
}

func (l *timelineLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, words := l.split(objects)
	high := float32(0)
	flat := width <= 0 || l.isFlat(width, words)
	for _, o := range words {
		h := HeightFor(o, max(width, Dp(leastWords)))
		if flat {
			high = max(high, h+Dp(34))
		} else {
			high += max(h, Dp(30)) + Dp(8)
		}
	}
	return high
}
