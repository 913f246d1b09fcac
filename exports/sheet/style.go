package sheet

import "github.com/xuri/excelize/v2"

// The house colours. Everything but the rule under a page's title must read in black and white.
const (
	ink       = "221D18"
	ink2      = "4D463C"
	headFill  = "EDE6D8"
	hairline  = "C9BFAE"
	accent    = "9E1B2B"
	houseSize = 11.0
	houseFont = "Calibri" // LibreOffice puts Carlito in its place, which has the same widths
)

// A look is one way for a cell to look: a kind of content in a kind of place.
type look struct {
	kind  Kind
	place place
}

type place uint8

const (
	body place = iota
	head
	total
	pageTitle
	pageSubtitle
	pageSection
	pageLabel
	pageValue
	pageSum
	pageSentence
	pageNote
	pageSigner
	pageRule
)

// styles makes each look once for a file.
type styles struct {
	file *excelize.File
	made map[look]int
}

// of returns excelize's number for a look.
func (s *styles) of(k Kind, p place) (int, error) {
	l := look{k, p}
	if id, ok := s.made[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style())
	if err == nil {
		s.made[l] = id
	}
	return id, err
}

// style spells a look out.
func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: houseFont, Size: houseSize, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"},
	}
	l.kind.format(s)
	switch l.place {
	case body:
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: hairline}}
	case head:
		s.Font.Bold = true
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headFill}}
		s.Border = []excelize.Border{{Type: "bottom", Style: 2, Color: ink}}
		s.Alignment.Vertical, s.Alignment.WrapText = "center", true
		s.NumFmt, s.CustomNumFmt = 0, nil
		if l.kind.right() {
			s.Alignment.Indent = indent
		}
	case total:
		s.Font.Bold = true
		s.Border = []excelize.Border{{Type: "top", Style: 1, Color: ink}, {Type: "bottom", Style: 6, Color: ink}}
	default:
		l.onPage(s)
	}
	return s
}

// onPage spells out the looks of a readable sheet.
func (l look) onPage(s *excelize.Style) {
	s.Alignment.WrapText = true
	s.Font.Size = l.place.size()
	switch l.place {
	case pageTitle:
		s.Font.Bold = true
		s.Alignment.Vertical = "center"
		s.Border = []excelize.Border{{Type: "bottom", Style: 5, Color: accent}}
	case pageSubtitle:
		s.Font.Color = ink2
	case pageSection:
		s.Font.Bold = true
		s.Alignment.Vertical = "bottom"
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: ink}}
	case pageLabel:
		s.Font.Color = ink2
	case pageValue:
		s.Alignment.Horizontal = "left"
	case pageSigner:
		s.Font.Color, s.Alignment.Vertical = ink2, "bottom"
	case pageSum:
		s.Font.Bold = true
	case pageNote:
		s.Font.Color, s.Font.Italic = ink2, true
	case pageRule:
		s.Alignment.Vertical = "bottom"
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: ink}}
	}
}

// size returns the size of type in a place, in points.
func (pl place) size() float64 {
	switch pl {
	case pageTitle:
		return 20
	case pageSubtitle:
		return 12
	case pageSection:
		return 13
	case pageNote:
		return 10
	}
	return houseSize
}

// gutter ends a number format with the breadth of two digits, which keeps figures off the column to their right. An
// indent would do so too, but LibreOffice 7.4 forgets it where two indented figures stand side by side.
const gutter = "_0_0"

// format sets what the kind of content asks for: number format and alignment.
func (k Kind) format(s *excelize.Style) {
	custom := func(f string) { s.CustomNumFmt = &f }
	if k.right() {
		s.Alignment.Horizontal = "right"
	}
	switch k {
	case Wrap:
		s.Alignment.WrapText = true
	case Code:
		s.NumFmt = 49 // "@": stays text when somebody edits the cell
	case Number:
		custom("#,##0" + gutter)
	case Money:
		custom(`"£"#,##0.00` + gutter + `;-"£"#,##0.00` + gutter)
	case Figure:
		custom("#,##0.00###" + gutter)
	case word:
		custom("@" + gutter)
	case Date:
		custom("dd/mm/yyyy")
	}
}

// right says whether a column of the kind is set to the right.
func (k Kind) right() bool { return k == Number || k == Money || k == Figure || k == word }
