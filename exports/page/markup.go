package page

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// markup builds WordprocessingML (ECMA-376 part 1, chapter 17). The order of elements within a property element is the
// schema's, which Word insists on.
type markup struct {
	bytes.Buffer
	left, right int  // indents of what is set now, in twentieths of a point
	width       int  // the breadth there is, less the indents
	newPage     bool // what comes next begins a page
}

// raw writes markup as it stands.
func (m *markup) raw(s string) { m.WriteString(s) }

// rawf writes markup with our own numbers and names in it.
func (m *markup) rawf(format string, args ...any) { fmt.Fprintf(m, format, args...) }

// escaped returns text as it may stand in an element or an attribute.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes every byte
	return b.String()
}

// A setting is how a paragraph differs from its style.
type setting struct {
	style   string
	keep    bool // on one page with the next paragraph
	hanging int  // the first line begins so far left of the others
	tabs    string
	centred bool
	toRight bool
}

// paragraph writes one paragraph.
func (m *markup) paragraph(s setting, runs ...Run) {
	m.rawf(`<w:p><w:pPr><w:pStyle w:val="%s"/>`, s.style)
	if s.keep {
		m.raw(`<w:keepNext/>`)
	}
	if m.newPage {
		m.raw(`<w:pageBreakBefore/>`)
		m.newPage = false
	}
	if s.tabs != "" {
		m.raw(`<w:tabs>` + s.tabs + `</w:tabs>`)
	}
	if rightToLeft(runs) {
		m.raw(`<w:bidi/>`)
	}
	left := m.left + s.hanging
	if left > 0 || m.right > 0 {
		m.rawf(`<w:ind w:left="%d" w:right="%d" w:hanging="%d"/>`, left, m.right, s.hanging)
	}
	switch {
	case s.centred:
		m.raw(`<w:jc w:val="center"/>`)
	case s.toRight:
		m.raw(`<w:jc w:val="right"/>`)
	}
	m.raw(`</w:pPr>`)
	for _, r := range runs {
		m.run(r)
	}
	m.raw(`</w:p>`)
}

// run writes a run, in pieces where its script changes.
func (m *markup) run(r Run) {
	text := clean(r.Text)
	if text == "" {
		return
	}
	for _, p := range pieces(text) {
		m.raw(`<w:r>`)
		m.manner(r, p)
		m.text(p.text)
		m.raw(`</w:r>`)
	}
}

// manner writes the properties of a piece of a run.
func (m *markup) manner(r Run, p piece) {
	var b strings.Builder
	if r.Bold {
		b.WriteString(`<w:b/><w:bCs/>`)
	}
	if r.Italic {
		b.WriteString(`<w:i/><w:iCs/>`)
	}
	if r.Struck {
		b.WriteString(`<w:strike/>`)
	}
	if r.Added {
		b.WriteString(`<w:u w:val="single"/>`)
	}
	if p.right {
		b.WriteString(`<w:rtl/>`)
	}
	switch {
	case p.lang != "":
		b.WriteString(`<w:lang w:bidi="` + p.lang + `"/>`)
	case r.Lang != "":
		b.WriteString(`<w:lang w:val="` + escaped(oneLine(r.Lang)) + `"/>`)
	}
	if b.Len() > 0 {
		m.raw(`<w:rPr>` + b.String() + `</w:rPr>`)
	}
}

// text writes text with its line breaks and tabs.
func (m *markup) text(s string) {
	for s != "" {
		at := strings.IndexAny(s, "\n\t")
		if at < 0 {
			at = len(s)
		}
		if at > 0 {
			m.raw(`<w:t xml:space="preserve">` + escaped(s[:at]) + `</w:t>`)
		}
		if at == len(s) {
			return
		}
		if s[at] == '\n' {
			m.raw(`<w:br/>`)
		} else {
			m.raw(`<w:tab/>`)
		}
		s = s[at+1:]
	}
}

// field writes a field that Word works out for itself, such as PAGE.
func (m *markup) field(code string) {
	m.raw(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + code +
		` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
}

// grid begins a table of fixed columns.
func (m *markup) grid(style string, widths []int) {
	if m.newPage { // a table cannot itself ask for a new page
		m.paragraph(setting{style: "Gap"})
	}
	total := 0
	for _, w := range widths {
		total += w
	}
	m.rawf(`<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/>`, style, total)
	if m.left > 0 {
		m.rawf(`<w:tblInd w:w="%d" w:type="dxa"/>`, m.left)
	}
	m.raw(`<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		m.rawf(`<w:gridCol w:w="%d"/>`, w)
	}
	m.raw(`</w:tblGrid>`)
}

// cell writes one cell: what fill writes, with the cell's own breadth and no indents. It ends with a paragraph, as
// every cell must.
func (m *markup) cell(width int, fill func()) {
	m.rawf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
	left, right, breadth := m.left, m.right, m.width
	m.left, m.right, m.width = 0, 0, width
	fill()
	m.left, m.right, m.width = left, right, breadth
	if !bytes.HasSuffix(m.Bytes(), []byte(`</w:p>`)) {
		m.raw(`<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>`)
	}
	m.raw(`</w:tc>`)
}
