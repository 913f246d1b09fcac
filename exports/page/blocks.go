package page

import (
	"fmt"
	"strings"
)

// Measures are in twentieths of a point: A4 with margins of 20 mm.
const (
	paperWidth, paperHeight = 11906, 16838
	margin                  = 1134
	textWidth               = paperWidth - 2*margin
	stampWidth              = 2200
	motionRule, motionEdge  = 220, 100 // room for the rule at a motion's left, and for its tint at the right
	figureGap               = 160      // between figures and words at their right
	logoGap                 = 240      // between the logo and the words
	bulletIndent            = 340
	depthStep               = 280      // by which an item under another is set further in
	shortNumber, longNumber = 454, 737 // room for the number of an item: "12", "12.10"
)

// setter sets blocks one after the other.
type setter struct {
	markup
	number  int  // room for the numbers of items
	leading bool // what is set now stays on one page with the next block

	attached []attached

	whole        int  // the breadth of the page's text
	plainBullets bool // set as letters, where there is no numbering of ours
}

func newSetter(blocks []Block) *setter {
	s := &setter{number: shortNumber, whole: textWidth}
	s.width = textWidth
	for _, b := range blocks {
		if item, ok := b.(Item); ok {
			if len(item.Number) > 2 {
				s.number = longNumber
			}
		}
	}
	return s
}

func (s *setter) blocks(blocks []Block) {
	for i, b := range blocks {
		s.leading = i+1 < len(blocks) && leads(b, blocks[i+1])
		s.block(b)
	}
}

func (s *setter) block(b Block) {
	switch b := b.(type) {
	case Masthead:
		s.masthead(b)
	case Heading:
		s.paragraph(setting{style: [...]string{"Heading1", "Heading2", "Heading3"}[b.Level-1]}, Run{Text: oneLine(b.Text)})
	case Paragraph:
		style := "Normal"
		if b.Small {
			style = "SmallPrint"
		}
		s.paragraph(setting{style: style, keep: s.leading}, b.Runs...)
	case Labelled:
		s.paragraph(setting{style: "Normal", keep: s.leading}, append([]Run{{Text: b.Label + " ", Bold: true}}, b.Runs...)...)
	case Item:
		s.item(b)
	case Motion:
		s.motion(b)
	case Bullets:
		for _, runs := range b.Items {
			if s.plainBullets {
				runs = append([]Run{{Text: "•\t"}}, runs...)
			}
			s.paragraph(setting{style: "ListBullet", hanging: bulletIndent}, runs...)
		}
	case Table:
		s.table(b)
	case Chart:
		s.chart(b)
	case Signature:
		s.signature(b)
	case Slip:
		s.slip(b)
	case PageBreak:
		s.newPage = true // a break of its own could fall onto a page of its own, and leave that empty
	}
}

// masthead sets the opening, with the logo in a cell at its left and the stamp in one at its right, where there are such.
func (s *setter) masthead(b Masthead) {
	lines := func(last string) {
		s.paragraph(setting{style: "Title"}, Run{Text: oneLine(b.Unit)})
		s.paragraph(setting{style: "Subtitle"}, Run{Text: oneLine(b.Title)})
		for i, line := range b.Lines {
			style := "MastheadLine"
			if i == len(b.Lines)-1 {
				style = last
			}
			s.paragraph(setting{style: style}, Run{Text: oneLine(line)})
		}
		if len(b.Lines) == 0 && last == "MastheadLast" {
			s.paragraph(setting{style: last})
		}
	}
	if b.Stamp == (Stamp{}) && b.Logo.IsZero() {
		lines("MastheadLast")
		return
	}
	widths, words := []int{}, textWidth
	if !b.Logo.IsZero() {
		wide, _ := b.Logo.fitted()
		widths = append(widths, int(wide*20)+logoGap)
		words -= widths[0]
	}
	if b.Stamp != (Stamp{}) {
		words -= stampWidth
	}
	widths = append(widths, words)
	if b.Stamp != (Stamp{}) {
		widths = append(widths, stampWidth)
	}
	s.grid("Masthead", widths)
	s.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	if !b.Logo.IsZero() {
		s.cell(widths[0], func() { s.logo(b.Logo, b.Unit) })
	}
	s.cell(words, func() { lines("MastheadLine") })
	if b.Stamp != (Stamp{}) {
		s.cell(stampWidth, func() {
			s.paragraph(setting{style: "Stamp", keep: true}, Run{Text: oneLine(b.Stamp.Word), Bold: true})
			if below := oneLine(b.Stamp.Below); below != "" {
				s.paragraph(setting{style: "StampBelow"}, Run{Text: below})
			}
		})
	}
	s.raw(`</w:tr></w:tbl>`)
	s.paragraph(setting{style: "Gap"})
}

// item sets its heading, which Word's navigation finds, and the body under it.
func (s *setter) item(b Item) {
	in := b.further() * depthStep
	heading := Run{Text: oneLine(b.Title)}
	if b.Number != "" {
		heading.Text = oneLine(b.Number) + "\t" + heading.Text
	}
	s.left = in
	s.paragraph(setting{style: [...]string{"Heading2", "Heading3"}[min(b.further(), 1)], hanging: s.number}, heading)
	s.left, s.width = in+s.number, s.whole-in-s.number
	s.blocks(b.Body)
	s.left, s.width = 0, s.whole
}

// motion sets a motion behind its rule, and keeps the result on one page with who moved it.
func (s *setter) motion(b Motion) {
	left, right, width := s.left, s.right, s.width
	s.left, s.right, s.width = left+motionRule, right+motionEdge, width-motionRule-motionEdge
	s.paragraph(setting{style: "Motion", keep: true}, Run{Text: strings.TrimLeft(oneLine(b.Ref)+" ", " "), Bold: true}, Run{Text: oneLine(b.Title)})
	for _, text := range b.Text {
		s.paragraph(setting{style: "Motion"}, Run{Text: text})
	}
	decided := b.decided()
	below := func(text string) {
		if text = oneLine(text); text != "" {
			s.paragraph(setting{style: "MotionDetail", keep: decided != ""}, Run{Text: text})
		}
	}
	below(b.Movers)
	for _, a := range b.Amendments {
		below(a)
	}
	if decided != "" {
		s.paragraph(setting{style: "Motion"}, Run{Text: decided, Bold: true})
	}
	s.left, s.right, s.width = left, right, width
	s.paragraph(setting{style: "Gap"}) // else two motions would share one rule
}

// table sets a table over the breadth there is, with its header row repeated on every page.
func (s *setter) table(b Table) {
	if caption := oneLine(b.Caption); caption != "" {
		s.paragraph(setting{style: "Caption", keep: true}, Run{Text: caption})
	}
	widths := b.widths(s.width)
	s.grid("TableGrid", widths)
	s.raw(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range b.Columns {
		s.cell(widths[i], func() {
			s.stand(b, i)
			s.paragraph(setting{style: "TableHeading", keep: true, toRight: c.Right}, Run{Text: oneLine(c.Title)})
		})
	}
	s.raw(`</w:tr>`)
	for r, row := range b.Rows {
		s.raw(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, text := range row {
			s.cell(widths[i], func() {
				s.stand(b, i)
				s.paragraph(setting{style: "TableText", keep: b.bound(r), toRight: b.Columns[i].Right}, Run{Text: text})
			})
		}
		s.raw(`</w:tr>`)
	}
	s.raw(`</w:tbl>`)
	s.paragraph(setting{style: "Gap"})
}

// stand keeps the words of a column clear of the figures at its left.
func (s *setter) stand(b Table, column int) {
	if b.apart(column) {
		s.left = figureGap
	}
}

// widths shares a breadth out among the columns; the last takes what is left over.
func (t Table) widths(breadth int) []int {
	shares := 0
	for _, c := range t.Columns {
		shares += c.Share
	}
	out := make([]int, len(t.Columns))
	left := breadth
	for i, c := range t.Columns {
		out[i] = breadth * c.Share / shares
		left -= out[i]
	}
	out[len(out)-1] += left
	return out
}

// signature sets a dotted line for the name and one for the date, over the breadth there is.
func (s *setter) signature(b Signature) {
	edge := s.left + s.width
	s.paragraph(setting{style: "Signature", keep: s.leading, tabs: fmt.Sprintf(
		`<w:tab w:val="left" w:leader="dot" w:pos="%d"/><w:tab w:val="right" w:leader="dot" w:pos="%d"/>`, s.left+s.width*53/100, edge)},
		Run{Text: "Signed \t " + oneLine(b.Role) + ", date \t"})
}
