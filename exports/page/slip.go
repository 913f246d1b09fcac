package page

import (
	"fmt"
)

// A Slip is a ballot to be cut out: it is never cut between two pages, and a dashed line to cut along follows it.
type Slip struct {
	Unit, Title string
	Lines       []string // when it is for, and how to mark it
	Choices     []Choice
}

// A Choice is one line of a Slip: a number, a name, and a box to mark.
type Choice struct {
	Number     int
	Name, From string // From may be empty
}

func (Slip) block() {}

func (c Choice) words() string {
	if from := oneLine(c.From); from != "" {
		return oneLine(c.Name) + " (" + from + ")"
	}
	return oneLine(c.Name)
}

// How a slip is set, in points.
const (
	choiceHigh, boxSide, numberWide = 25.0, 16.0, 30.0
	cutAbove, cutBelow              = 9.0, 13.0
	dashLong, dashApart             = 5.0, 4.0
)

// slip sets a ballot as one chain of strips, and the line to cut along.
func (c *composer) slip(b Slip) {
	c.paragraph(wording{manner: quietType, keep: true, together: true}, Run{Text: oneLine(b.Unit)})
	c.paragraph(wording{manner: manner{headline, 14, ink}, below: 1, keep: true, together: true}, Run{Text: oneLine(b.Title)})
	for _, line := range b.Lines {
		c.paragraph(wording{manner: normalType, below: 1, keep: true, together: true}, Run{Text: oneLine(line)})
	}
	for i, choice := range b.Choices {
		c.choice(choice, i == 0)
	}
	cut := strip{gap: cutAbove, height: cutBelow}
	for x := sheetMargin; x < sheetMargin+columnWidth; x += dashLong + dashApart {
		cut.marks = append(cut.marks, bar{x, 0, min(dashLong, sheetMargin+columnWidth-x), 0.75, ink2})
	}
	c.add(cut)
}

// choice sets the number, the name and the box at its right, with a rule under them.
func (c *composer) choice(choice Choice, first bool) {
	number := c.setIn(c.left, numberWide, func() { c.paragraph(wording{manner: boldType}, Run{Text: fmt.Sprint(choice.Number)}) })
	name := c.setIn(c.left+numberWide, c.width-numberWide-2*boxSide, func() {
		c.paragraph(wording{manner: manner{upright, 12, ink}}, Run{Text: choice.words()})
	})
	s := strip{height: max(choiceHigh, tallness(name)+8), keep: true}
	if first {
		s.gap = 4
	}
	middle := func(strips []strip) []mark { return moved(bottomed(strips), (s.height-tallness(strips))/2) }
	s.marks = append(append(s.marks, middle(number)...), middle(name)...)
	s.marks = append(s.marks, box{c.left + c.width - boxSide - 2, (s.height - boxSide) / 2, boxSide, boxSide, 1, ink},
		bar{c.left, s.height - 0.5, c.width, 0.5, hairline})
	c.add(s)
}

// slip sets a ballot as paragraphs and a table that stay on one page, and a paragraph whose border is the line to cut along.
func (s *setter) slip(b Slip) {
	const number, boxed = 600, 700
	s.paragraph(setting{style: "MastheadLine", keep: true}, Run{Text: oneLine(b.Unit)})
	s.paragraph(setting{style: "Heading2", keep: true}, Run{Text: oneLine(b.Title)})
	for _, line := range b.Lines {
		s.paragraph(setting{style: "TableText", keep: true}, Run{Text: oneLine(line)})
	}
	widths := []int{number, s.width - number - boxed, boxed}
	s.grid("Ballot", widths)
	for _, choice := range b.Choices {
		s.raw(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="500" w:hRule="atLeast"/></w:trPr>`)
		for i, run := range []Run{{Text: fmt.Sprint(choice.Number), Bold: true}, {Text: choice.words()}, {Text: "☐"}} {
			style := "Choice"
			if i == 2 {
				style = "ChoiceBox"
			}
			s.cell(widths[i], func() { s.paragraph(setting{style: style, keep: true, toRight: i == 2}, run) })
		}
		s.raw(`</w:tr>`)
	}
	s.raw(`</w:tbl>`)
	s.paragraph(setting{style: "CutLine"})
}
