package page

import (
	"bytes"
	"fmt"
	"io"
)

// A LabelSheet is how the self-adhesive labels lie on a sheet of A4. Measures are in millimetres.
type LabelSheet struct {
	Name          string // as it is asked for: "21 to a sheet"
	Columns, Rows int
	Width, Height float64 // of a label
	Left, Top     float64 // the margins of the sheet
	Apart         float64 // between two columns; rows touch
	// Type is the size of type in points that an address has where there is room for it.
	Type float64
}

// LabelSheets are the sheets that stationers sell most: 63.5 x 38.1 mm and 99.1 x 38.1 mm.
func LabelSheets() []LabelSheet {
	return []LabelSheet{
		{Name: "21 to a sheet", Columns: 3, Rows: 7, Width: 63.5, Height: 38.1, Left: 7.2, Top: 15.15, Apart: 2.5, Type: 10.5},
		{Name: "14 to a sheet", Columns: 2, Rows: 7, Width: 99.1, Height: 38.1, Left: 4.65, Top: 15.15, Apart: 2.5, Type: 12},
	}
}

// Labels are addresses, a line each, to be stuck on envelopes.
type Labels struct {
	Document // its blocks are not printed, nor its mark and foot
	Sheet    LabelSheet
	Each     [][]string
}

// How an address stands in its label, in points.
const (
	labelPadX, labelPadY = 12.0, 9.0
	labelLeading         = 1.25
	leastLabelType       = 5.0
	millimetre           = 72 / 25.4
)

// WriteLabels writes labels as a PDF file, to be printed at its actual size. A long line is set smaller or wrapped, and an
// address too long for its label loses lines of its middle: nothing is ever printed beside its own label. The error wraps
// ErrLetters, with nothing written, where there are no letters for some of the words; else it is the writer's own.
func WriteLabels(out io.Writer, l Labels) error {
	c, cells := l.composed()
	switch {
	case c.err != nil:
		return c.err
	case len(c.missing) > 0:
		return fmt.Errorf("%d words: %w", len(c.missing), ErrLetters)
	}
	p := newPainter(l.Document, c)
	p.pdf.AddPage()
	for i, cell := range cells {
		if i > 0 && i%(l.Sheet.Columns*l.Sheet.Rows) == 0 {
			p.pdf.AddPage()
		}
		for _, m := range cell.marks {
			m.paint(p, cell.top)
		}
	}
	var file bytes.Buffer
	if err := p.pdf.Output(&file); err != nil {
		return fmt.Errorf("page: making the PDF: %w", err)
	}
	whole := file.Bytes()
	if l.Created.IsZero() {
		whole = withoutDates(whole)
	}
	if _, err := out.Write(whole); err != nil {
		return fmt.Errorf("page: writing the PDF: %w", err)
	}
	return nil
}

// UnprintableLabels lists the words that WriteLabels has no letters for.
func UnprintableLabels(l Labels) []string {
	c, _ := l.composed()
	return c.missing
}

// composed sets each label into its cell, at its place on its sheet.
func (l Labels) composed() (*composer, []placed) {
	c := newComposer(nil)
	var cells []placed
	for i, lines := range l.Each {
		left, top := l.Sheet.corner(i)
		s := c.label(written(lines), l.Sheet.Type, left+labelPadX, l.Sheet.Width*millimetre-2*labelPadX, l.Sheet.Height*millimetre-2*labelPadY)
		cells = append(cells, placed{s, top + labelPadY})
	}
	return c, cells
}

// corner is where the label of a number lies on its sheet, in points from the top left of the paper.
func (s LabelSheet) corner(i int) (left, top float64) {
	i %= s.Columns * s.Rows
	column, row := i%s.Columns, i/s.Columns
	return (s.Left + float64(column)*(s.Width+s.Apart)) * millimetre, (s.Top + float64(row)*s.Height) * millimetre
}

// label sets the lines of an address as large as they fit, the name in bold, in the middle of the height.
func (c *composer) label(lines []string, size, left, width, height float64) strip {
	set, size := c.fitLabel(lines, size, width, height)
	line := size * labelLeading
	s := strip{height: height}
	top := (height - float64(len(set))*line) / 2
	for i, row := range set {
		for _, m := range c.set(row, left, size) {
			s.marks = append(s.marks, shifted{m, top + float64(i)*line + (line-size*leading)/2})
		}
	}
	return s
}

// fitLabel breaks an address into rows, in the largest type in which they fit.
func (c *composer) fitLabel(lines []string, size, width, height float64) ([][]atom, float64) {
	set := c.labelRows(lines, size, width)
	for ; size > leastLabelType && !fits(set, len(lines), size, height); size -= 0.5 {
		set = c.labelRows(lines, size-0.5, width)
	}
	return shortened(set, height, size), size
}

// shortened leaves lines out of the middle of an address that has more than its label: the name and the postcode find the
// door.
func shortened[T any](lines []T, height, size float64) []T {
	most := max(1, int(height/(size*labelLeading)))
	n := len(lines)
	if n <= most {
		return lines
	}
	return append(append([]T(nil), lines[:(most+1)/2]...), lines[n-most/2:]...)
}

// written are the lines of a label that say something.
func written(lines []string) []string {
	var out []string
	for _, l := range lines {
		if l = oneLine(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// fits says whether rows stand in a height. Until the type is small, a line that had to be wrapped is not good enough.
func fits(rows [][]atom, lines int, size, height float64) bool {
	const wrapFrom = 8.0
	return float64(len(rows))*size*labelLeading <= height && (len(rows) == lines || size <= wrapFrom)
}

// labelRows sets the lines of an address in a size of type.
func (c *composer) labelRows(lines []string, size, width float64) [][]atom {
	var out [][]atom
	for i, l := range lines {
		face := upright
		if i == 0 {
			face = heavy
		}
		run := Run{Text: l}
		for _, row := range c.rows(c.atoms([]Run{run}, manner{face, size, ink}), width) {
			out = append(out, visual(row, rightToLeft([]Run{run})))
		}
	}
	return out
}
