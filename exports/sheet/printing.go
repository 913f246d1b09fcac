package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	a4          = 9   // ECMA-376 part 1, 18.3.1.63: paperSize
	longestHead = 100 // runes of a title in a printed header; the format allows 255 units in all
)

// printed sets a sheet up for A4, as many pages long as it needs and one page wide, with its title above and
// "Page x of y" below.
func (w *Workbook) printed(sheet, orientation string) error {
	size, wide, tall := a4, 1, 0
	err := w.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall,
	})
	if err != nil {
		return err
	}
	side, top, bottom, edge, centred := 0.55, 0.75, 0.75, 0.35, true // inches
	err = w.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge, Horizontally: &centred,
	})
	if err != nil {
		return err
	}
	var above string
	if orientation == "landscape" { // a readable page carries its title in large letters already
		above = `&L&"Calibri,Bold"&10` + literal(w.props.Title) + `&R&"Calibri,Regular"&10` + literal(sheet)
	}
	below := `&L&"Calibri,Regular"&9` + literal(w.props.Subject) + `&R&"Calibri,Regular"&9 Page &P of &N`
	return w.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: above, OddFooter: below})
}

// literal is a text as a header or footer shows it: the codes there begin with &, and the space keeps a leading digit
// from being read as a part of the font size before it.
func literal(s string) string {
	runes := []rune(clean(s, false))
	if len(runes) > longestHead {
		runes = append(runes[:longestHead-1], '…')
	}
	return " " + cut(strings.ReplaceAll(string(runes), "&", "&&"), longestHead)
}
