package page

import (
	"fmt"
	"io"
)

// twips turns millimetres into twentieths of a point.
func twips(mm float64) int { return int(mm*millimetre*20 + 0.5) }

// WriteLabelsWord writes labels as a Word document: a table whose cells are the labels, with rows that never grow. The
// error is the writer's own.
func WriteLabelsWord(out io.Writer, l Labels) error {
	var m markup
	s := l.Sheet
	m.raw(declaration + `<w:document ` + namespace + `><w:body>`)
	var widths []int
	for i := range s.Columns {
		if i > 0 {
			widths = append(widths, twips(s.Apart))
		}
		widths = append(widths, twips(s.Width))
	}
	m.grid("Labels", widths)
	c := newComposer(nil)
	for first := 0; first < len(l.Each); first += s.Columns {
		m.rawf(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="exact"/></w:trPr>`, twips(s.Height))
		for i := range s.Columns {
			if i > 0 {
				m.cell(twips(s.Apart), func() {})
			}
			m.rawf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, twips(s.Width))
			if first+i < len(l.Each) {
				m.wordLabel(c, written(l.Each[first+i]), s)
			} else {
				m.paragraph(setting{style: "Gap"})
			}
			m.raw(`</w:tc>`)
		}
		m.raw(`</w:tr>`)
	}
	// Word wants a paragraph after a table; this one is too small to begin a page of its own.
	m.rawf(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Gap"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`+
		`<w:sectPr><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="0" w:bottom="0" w:left="%d" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>`,
		paperWidth, paperHeight, twips(s.Top), twips(s.Left))
	m.raw(`</w:body></w:document>`)
	return wordFile(out, l.Document, m.String())
}

// wordLabel writes the lines of one address in the type in which they fit.
func (m *markup) wordLabel(c *composer, lines []string, s LabelSheet) {
	width, height := s.Width*millimetre-2*labelPadX, s.Height*millimetre-2*labelPadY
	_, size := c.fitLabel(lines, s.Type, width, height)
	for i, line := range shortened(lines, height, size) {
		m.rawf(`<w:p><w:pPr><w:pStyle w:val="Label"/><w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`+
			`<w:ind w:left="%d" w:right="%d"/></w:pPr>`, int(size*labelLeading*20), int(labelPadX*20), int(labelPadX*20))
		bold := ""
		if i == 0 {
			bold = `<w:b/><w:bCs/>`
		}
		for _, p := range pieces(clean(line)) {
			direction := ""
			if p.right {
				direction = `<w:rtl/>`
			}
			m.raw(`<w:r><w:rPr>` + bold + fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, int(size*2), int(size*2)) + direction + `</w:rPr>`)
			m.text(p.text)
			m.raw(`</w:r>`)
		}
		m.raw(`</w:p>`)
	}
}
