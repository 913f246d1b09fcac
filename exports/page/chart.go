package page

import (
	"fmt"
	"strconv"
)

// A Chart is a table of numbers drawn as bars, with the table itself under it: the numbers that are drawn are the ones that
// are printed, and whoever does not see the drawing misses nothing. Its bars are solid, each with its label and its number
// beside it, so that it reads in black and white.
type Chart struct {
	Title string
	// Numbers is the table. Label is the column of the labels, from 0, and Value that of the bars: whole numbers, or "" where
	// there is none.
	Numbers      Table
	Label, Value int
}

func (Chart) block() {}

// A measure is one bar.
type measure struct {
	label string
	n     int
	known bool
}

// bars reads the table.
func (c Chart) bars() []measure {
	out := make([]measure, len(c.Numbers.Rows))
	for i, row := range c.Numbers.Rows {
		n, err := strconv.Atoi(row[c.Value])
		out[i] = measure{label: oneLine(row[c.Label]), n: n, known: err == nil}
	}
	return out
}

func (c Chart) check() error {
	if err := c.Numbers.check(); err != nil {
		return err
	}
	columns := len(c.Numbers.Columns)
	if c.Label < 0 || c.Label >= columns || c.Value < 0 || c.Value >= columns {
		return fmt.Errorf("a chart of a column that its table has not: %w", ErrBlock)
	}
	for i, row := range c.Numbers.Rows {
		if n, err := strconv.Atoi(row[c.Value]); row[c.Value] != "" && (err != nil || n < 0) {
			return fmt.Errorf("row %d of a chart has no number to draw: %w", i+1, ErrBlock)
		}
	}
	return nil
}

// most is the number of the longest bar, at least 1.
func (c Chart) most() int {
	most := 1
	for _, b := range c.bars() {
		most = max(most, b.n)
	}
	return most
}

// says is what the drawing is for those who cannot see it.
func (c Chart) says() string {
	return fmt.Sprintf("%s: a chart of %s by %s. The table under it has the numbers.", oneLine(c.Title),
		oneLine(c.Numbers.Columns[c.Value].Title), oneLine(c.Numbers.Columns[c.Label].Title))
}

// number is how the number stands beside its bar.
func (m measure) number() string {
	if !m.known {
		return "not known"
	}
	return strconv.Itoa(m.n)
}

// chart draws the bars one under the other, kept on one page with their title.
func (c *composer) chart(b Chart) {
	const labels, row, thick, figures = 0.3, 17.0, 11.0, 60.0
	bars := b.bars()
	if len(bars) == 0 {
		c.table(b.Numbers)
		return
	}
	c.paragraph(wording{manner: boldType, above: 8, below: 3, together: true, keep: true}, Run{Text: oneLine(b.Title)})
	from := c.left + c.width*labels
	room := c.width*(1-labels) - figures
	together := float64(len(bars))*row < pageRoom/2
	for i, m := range bars {
		s := strip{height: row, keep: together && i+1 < len(bars)}
		label := c.fitted(c.atoms([]Run{{Text: m.label}}, smallType), smallType, c.width*labels-8)
		s.marks = append(s.marks, moved(c.set(visual(label, false), from-8-breadthOf(label), smallType.size), 2)...)
		long := room * float64(m.n) / float64(b.most())
		if m.known {
			s.marks = append(s.marks, bar{from, (row - thick) / 2, max(long, 0.75), thick, ink2})
		}
		number := c.atoms([]Run{{Text: m.number(), Bold: m.known}}, smallType)
		s.marks = append(s.marks, moved(c.set(number, from+long+6, smallType.size), 2)...)
		s.marks = append(s.marks, bar{from - 0.75, 0, 0.75, row, ink})
		c.add(s)
	}
	c.add(strip{height: 8})
	c.table(b.Numbers)
}
