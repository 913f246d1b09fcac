package parts

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Change is how a run differs from the words around it.
type Change int

// How a run may differ.
const (
	Same      Change = iota
	Added            // underlined, green
	Removed          // struck through, red
	Highlight        // bold on amber: what was searched for
)

// A Run is words that look the same. Runs are plain data, so that a screen's model can hold them.
type Run struct {
	Text   string
	Bold   bool
	Tone   Tone
	Change Change
}

// A Rich is a sentence or a text of several runs, wrapped between words.
type Rich struct {
	widget.BaseWidget
	role Role
	runs []Run
	face *face
	box  box
}

var (
	_ Flow            = (*Rich)(nil)
	_ fyne.Accessible = (*Rich)(nil)
)

// NewRich returns a text of runs; role gives the size (RoleBody, RoleSecondary, RoleCaption).
func NewRich(role Role, runs ...Run) *Rich {
	r := &Rich{role: role, runs: runs}
	r.ExtendBaseWidget(r)
	return r
}

// SetRuns changes the words, and lays out again what they stand in.
func (r *Rich) SetRuns(runs ...Run) {
	r.runs = runs
	r.Refresh()
	r.box.rise()
}

func (r *Rich) setRise(up func()) { r.box.up = up }

func (r *Rich) rise() { r.box.rise() }

// piece is a word, or a space, or a line break, of a run.
type piece struct {
	text  string
	run   Run
	x, y  float32
	width float32
}

func (p piece) isSpace() bool { return strings.TrimSpace(p.text) == "" }

func (r *Rich) style(run Run) (float32, fyne.TextStyle) {
	size, style, _ := r.role.face()
	style.Bold = style.Bold || run.Bold || run.Change == Highlight
	return Dp(size), style
}

func (r *Rich) lineHeight() float32 {
	size, style := r.style(Run{})
	return fyne.MeasureText("M", size, style).Height
}

// pieces breaks the runs into words, spaces and line breaks.
func (r *Rich) pieces() []piece {
	var out []piece
	for _, run := range r.runs {
		size, style := r.style(run)
		for _, word := range splitWords(run.Text) {
			p := piece{text: word, run: run}
			if word != "\n" {
				p.width = fyne.MeasureText(word, size, style).Width
			}
			out = append(out, p)
		}
	}
	return out
}

// splitWords cuts s before and after each run of spaces and each line break.
func splitWords(s string) []string {
	var out []string
	start := 0
	class := func(c rune) int {
		switch {
		case c == '\n':
			return 2
		case unicode.IsSpace(c) && c != '\u00a0':
			return 1
		default:
			return 0
		}
	}
	previous := -1
	for i, c := range s {
		if now := class(c); i > 0 && (now != previous || now == 2) {
			out = append(out, s[start:i])
			start, previous = i, now
		} else {
			previous = now
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// set gives each piece its place within the width, and returns the height. Words of several runs that touch ("Oka" +
// "for") stay together.
func (r *Rich) set(width float32) ([]piece, fyne.Size) {
	in := r.pieces()
	high := r.lineHeight()
	var x, y, widest float32
	for i := 0; i < len(in); {
		if in[i].text == "\n" {
			x, y = 0, y+high
			i++
			continue
		}
		end, word := i, float32(0)
		for end < len(in) && in[end].text != "\n" && (end == i || in[end].isSpace() == in[i].isSpace()) {
			word += in[end].width
			end++
		}
		if width > 0 && x > 0 && !in[i].isSpace() && x+word > width+0.5 {
			x, y = 0, y+high
		}
		for ; i < end; i++ {
			if x == 0 && in[i].isSpace() && y > 0 {
				in[i].width = 0
			}
			in[i].x, in[i].y = x, y
			x += in[i].width
		}
		if !in[end-1].isSpace() {
			widest = max(widest, x)
		}
	}
	return in, fyne.NewSize(widest, y+high)
}

// Natural returns the size with only the breaks it was given.
func (r *Rich) Natural() fyne.Size {
	_, size := r.set(0)
	return size
}

// HeightFor returns the height at that width.
func (r *Rich) HeightFor(width float32) float32 {
	_, size := r.set(width)
	return size.Height
}

// MinSize is a few letters wide.
func (r *Rich) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	least := min(r.Natural().Width, Dp(48))
	if w := r.Size().Width; w > 0 {
		return fyne.NewSize(least, r.HeightFor(w))
	}
	return fyne.NewSize(least, r.lineHeight())
}

// CreateRenderer draws the runs.
func (r *Rich) CreateRenderer() fyne.WidgetRenderer {
	r.face = &face{min: r.MinSize, layout: func(size fyne.Size) { r.draw(size.Width) }}
	r.face.refresh = func() {
		r.draw(r.Size().Width)
		canvas.Refresh(r)
	}
	r.draw(r.Size().Width)
	return r.face
}

func (r *Rich) draw(width float32) {
	pieces, _ := r.set(width)
	r.face.objects = r.face.objects[:0:0]
	high := r.lineHeight()
	for _, p := range pieces {
		if p.text == "\n" || p.isSpace() && p.run.Change == Same || p.width == 0 {
			continue
		}
		r.face.objects = append(r.face.objects, r.marks(p, high)...)
		size, style := r.style(p.run)
		word := canvas.NewText(p.text, paint(r.ink(p.run)))
		word.TextSize, word.TextStyle = size, style
		word.Move(fyne.NewPos(p.x, p.y))
		word.Resize(fyne.NewSize(p.width, high))
		r.face.objects = append(r.face.objects, word)
	}
}

func (r *Rich) ink(run Run) fyne.ThemeColorName {
	switch run.Change {
	case Added:
		return ColorGreen
	case Removed:
		return ColorRed
	case Highlight:
		return ColorAmber
	}
	if run.Tone == Plain {
		_, _, ink := r.role.face()
		return ink
	}
	return run.Tone.Ink()
}

// marks draws what shows a change besides its colour: a line under, a line through, or a ground.
func (r *Rich) marks(p piece, high float32) []fyne.CanvasObject {
	bar := canvas.NewRectangle(paint(r.ink(p.run)))
	thick := Dp(1.6)
	switch p.run.Change {
	case Added:
		bar.Move(fyne.NewPos(p.x, p.y+high*0.88))
		bar.Resize(fyne.NewSize(p.width, thick))
	case Removed:
		bar.Move(fyne.NewPos(p.x, p.y+high*0.56))
		bar.Resize(fyne.NewSize(p.width, thick))
	case Highlight:
		bar.FillColor, bar.CornerRadius = paint(ColorAmberFill), Dp(3)
		if isContrast() {
			bar.StrokeColor, bar.StrokeWidth = paint(ColorAmber), Dp(1)
		}
		bar.Move(fyne.NewPos(p.x-Dp(1), p.y))
		bar.Resize(fyne.NewSize(p.width+Dp(2), high))
	default:
		return nil
	}
	return []fyne.CanvasObject{bar}
}

// AccessibilityLabel returns the words, with what was added and removed said in words.
func (r *Rich) AccessibilityLabel() string {
	var b strings.Builder
	for _, run := range r.runs {
		switch run.Change {
		case Added:
			b.WriteString("[added: " + run.Text + "]")
		case Removed:
			b.WriteString("[removed: " + run.Text + "]")
		default:
			b.WriteString(run.Text)
		}
	}
	return b.String()
}

// AccessibilityRole says that it is text.
func (r *Rich) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
