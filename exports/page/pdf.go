package page

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	letterform "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// ErrLetters is below the error of WritePDF for words that it has no letters for; Unprintable lists them.
var ErrLetters = errors.New("page: no letters for some of the words")

// unmade stands in the file for the time of a document that has none, until it is blanked out: fpdf would ask the clock.
var unmade = time.Date(1970, time.January, 1, 0, 0, 0, 0, time.UTC)

// WritePDF writes the document as a PDF file on A4, with its letters in it. The same document gives the same bytes.
// The error wraps ErrBlock when a block cannot be set and ErrLetters when Unprintable finds words, with nothing
// written; else it is the writer's own.
func WritePDF(out io.Writer, d Document) error {
	if err := check(d.Blocks, false); err != nil {
		return err
	}
	c, pages := composed(d)
	switch {
	case c.err != nil:
		return c.err
	case len(c.missing) > 0:
		return fmt.Errorf("%d words: %w", len(c.missing), ErrLetters)
	}
	p := newPainter(d, c)
	for i, strips := range pages {
		p.pdf.AddPage()
		for _, s := range append(strips, c.edges(d, i+1, len(pages))...) {
			for _, m := range s.marks {
				m.paint(p, sheetMargin+s.top)
			}
		}
	}
	var file bytes.Buffer
	if err := p.pdf.Output(&file); err != nil {
		return fmt.Errorf("page: making the PDF: %w", err)
	}
	whole := file.Bytes()
	if d.Created.IsZero() {
		whole = withoutDates(whole)
	}
	if _, err := out.Write(whole); err != nil {
		return fmt.Errorf("page: writing the PDF: %w", err)
	}
	return nil
}

// Unprintable lists the words of a document that WritePDF has no letters for, in their order: Chinese names, pictures.
// WriteWord takes them. A document with a bad block has none.
func Unprintable(d Document) []string {
	if check(d.Blocks, false) != nil {
		return nil
	}
	c, _ := composed(d)
	return c.missing
}

// composed sets a document out on pages.
func composed(d Document) (*composer, [][]placed) {
	c := newComposer(d.Blocks)
	c.blocks(d.Blocks)
	c.edges(d, 2, 2) // notes what the header and the footer lack
	return c, paginate(c.strips, pageRoom)
}

// edges sets the header and the footer of a page. The first page has its masthead in place of the document's title.
func (c *composer) edges(d Document, page, pages int) []placed {
	if d.Cut {
		return nil
	}
	const above, below = -30.0, pageRoom + 20
	mark, foot := Run{Text: oneLine(d.Mark), Bold: true}, oneLine(d.Foot)
	if mark.Text != "" && foot != "" {
		foot = "  " + foot
	}
	title := Run{}
	if page > 1 {
		title.Text = joined(" · ", oneLine(d.Unit), oneLine(d.Title))
	}
	return []placed{
		{c.ends([]Run{title}, []Run{mark}), above},
		{c.ends([]Run{mark, {Text: foot}}, []Run{{Text: fmt.Sprintf("Page %d of %d", page, pages)}}), below},
	}
}

// ends sets one line from the left and one to the right, each cut short behind an ellipsis where there is no room.
func (c *composer) ends(left, right []Run) strip {
	const size, between = 8.5, 12.0
	quiet := manner{upright, size, ink2}
	last := c.fitted(c.atoms(right, quiet), quiet, columnWidth*0.6)
	first := c.fitted(c.atoms(left, quiet), quiet, columnWidth-breadthOf(last)-between)
	marks := c.set(visual(first, false), sheetMargin, size)
	return strip{marks: append(marks, c.set(visual(last, false), sheetMargin+columnWidth-breadthOf(last), size)...)}
}

// fitted leaves out the end of a line that is broader than the room there is.
func (c *composer) fitted(line []atom, m manner, room float64) []atom {
	if breadthOf(line) <= room {
		return line
	}
	for len(line) > 1 && (breadthOf(line) > room-m.size || line[len(line)-1].space) {
		line = line[:len(line)-1]
	}
	return append(line[:len(line):len(line)], c.simple("…", c.face(m.face), m, Run{}))
}

// A painter puts marks onto the pages of a PDF.
type painter struct {
	pdf *fpdf.Fpdf
}

func newPainter(d Document, c *composer) *painter {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCatalogSort(true) // fonts in one order, so that the same document gives the same bytes
	f.SetAutoPageBreak(false, 0)
	f.SetTitle(oneLine(d.Title), true)
	f.SetSubject(oneLine(d.Subject), true)
	f.SetAuthor(oneLine(d.Author), true)
	f.SetCreator("Branchbook", true)
	f.SetProducer("Branchbook", true)
	f.SetLang(languageTag(d.Lang))
	made := d.Created
	if made.IsZero() {
		made = unmade
	}
	f.SetCreationDate(made)
	f.SetModificationDate(made)
	p := &painter{pdf: f}
	p.use(c.face(upright), 10) // a bookmark is written as the face in use is
	return p
}

// languageTag is what may stand in the file for a BCP 47 tag.
func languageTag(lang string) string {
	tag := strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, lang)
	if tag == "" {
		return "en-GB"
	}
	return tag
}

// withoutDates blanks the dates out; the length stays, since the file says where each of its parts begins.
func withoutDates(file []byte) []byte {
	for _, name := range []string{"/CreationDate", "/ModDate"} {
		said := []byte(name + " (D:" + unmade.Format("20060102150405") + ")")
		file = bytes.Replace(file, said, bytes.Repeat([]byte(" "), len(said)), 1)
	}
	return file
}

// use makes a face the one that is written in.
func (p *painter) use(f *face, size float64) {
	p.pdf.AddUTF8FontFromBytes(f.name, "", f.file) // once; it is known after that
	p.pdf.SetFont(f.name, "", size)
}

func (m bar) paint(p *painter, top float64) {
	p.pdf.SetFillColor(rgb(m.colour))
	p.pdf.Rect(m.x, top+m.y, m.width, m.height, "F")
}

func (m box) paint(p *painter, top float64) {
	p.pdf.SetDrawColor(rgb(m.colour))
	p.pdf.SetLineWidth(m.line)
	p.pdf.Rect(m.x, top+m.y, m.width, m.height, "D")
}

func (m inset) paint(p *painter, top float64) {
	options := fpdf.ImageOptions{ImageType: m.of.format}
	p.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(m.of.content)) // once; it is known after that
	p.pdf.ImageOptions("logo", m.x, top+m.y, m.width, m.height, false, options, 0, "")
}

func (m bookmark) paint(p *painter, top float64) { p.pdf.Bookmark(m.text, m.level, top) }

func (m lettering) paint(p *painter, top float64) {
	base := top + m.base
	p.use(m.face, m.size)
	p.pdf.SetTextColor(rgb(m.colour))
	if m.glyphs == nil {
		p.pdf.Text(m.x, base, m.text)
	} else {
		p.outlines(m, base)
	}
	thin := m.size / 16
	if m.struck {
		bar{m.x, m.base - m.size*0.27, m.breadth, thin, m.colour}.paint(p, top)
	}
	if m.added {
		bar{m.x, m.base + m.size*0.13, m.breadth, thin, m.colour}.paint(p, top)
	}
}

// outlines draws the letters as their script joins them, and lays the text over them unseen, so that it can be found
// and copied. Readers take text as it stands from left to right, so that of the other direction is laid in reverse.
func (p *painter) outlines(m lettering, base float64) {
	text := []rune(m.text)
	if m.right {
		for i, j := 0, len(text)-1; i < j; i, j = i+1, j-1 {
			text[i], text[j] = text[j], text[i]
		}
	}
	if plain := m.face.breadth(m.text) * m.size; plain > 0 && m.breadth > 0 {
		p.pdf.RawWriteStr(fmt.Sprintf("3 Tr %.2f Tz\n", 100*m.breadth/plain)) // unseen, and as broad as what is seen
		p.pdf.Text(m.x, base, string(text))
		p.pdf.RawWriteStr("0 Tr 100 Tz\n")
	}
	p.pdf.SetFillColor(rgb(m.colour))
	p.pdf.SetDrawColor(rgb(m.colour))
	p.pdf.SetLineWidth(m.size / 40)
	style := "F"
	if m.bold {
		style = "FD"
	}
	scale := m.size / m.face.em
	for _, g := range m.glyphs {
		x, y := m.x+g.x*m.size, base-g.y*m.size
		at := func(q letterform.SegmentPoint) (float64, float64) {
			return x + float64(q.X)*scale, y - float64(q.Y)*scale
		}
		p.outline(g.outline.Segments, at)
		if len(g.outline.Segments) > 0 {
			p.pdf.ClosePath()
			p.pdf.DrawPath(style)
		}
	}
}

// outline draws the path of one glyph.
func (p *painter) outline(path []letterform.Segment, at func(letterform.SegmentPoint) (float64, float64)) {
	var nowX, nowY float64
	for _, s := range path {
		x, y := at(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			p.pdf.MoveTo(x, y)
		case opentype.SegmentOpLineTo:
			p.pdf.LineTo(x, y)
		case opentype.SegmentOpQuadTo: // PDF has cubic curves only
			endX, endY := at(s.Args[1])
			p.pdf.CurveBezierCubicTo(nowX+(x-nowX)*2/3, nowY+(y-nowY)*2/3, endX+(x-endX)*2/3, endY+(y-endY)*2/3, endX, endY)
			x, y = endX, endY
		case opentype.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			endX, endY := at(s.Args[2])
			p.pdf.CurveBezierCubicTo(x, y, bx, by, endX, endY)
			x, y = endX, endY
		}
		nowX, nowY = x, y
	}
}

// rgb reads a colour of the house, such as "9E1B2B".
func rgb(colour string) (red, green, blue int) {
	v, err := strconv.ParseUint(colour, 16, 24)
	if err != nil {
		return 0, 0, 0
	}
	return int(v >> 16), int(v >> 8 & 0xff), int(v & 0xff)
}
