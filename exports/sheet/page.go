package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Page is a sheet to be read and signed: a title, facts, sums and sentences, on portrait A4. It is laid out when the
// workbook closes, and what goes wrong comes back from Close.
type Page struct {
	book  *Workbook
	name  string
	lines []line
}

// line is one row of a page: up to three cells, of which the last written one reaches to the right edge.
type line struct {
	cells  [3]cell
	count  int
	height float64 // at least, in points
	blank  float64 // points left empty above
}

type cell struct {
	value Value
	kind  Kind
	place place
}

// pageWidths are the three columns of a page, which together fill the breadth of portrait A4 at Calibri 11.
var pageWidths = [3]float64{28, 20, 42}

// Title sets the page's title, over the accent rule.
func (p *Page) Title(title string) {
	p.add(line{cells: [3]cell{{title, Text, pageTitle}}, count: 1, height: 36})
}

// Subtitle sets lines under the title: the branch, the meeting, the version.
func (p *Page) Subtitle(lines ...string) {
	for _, s := range lines {
		p.add(line{cells: [3]cell{{s, Wrap, pageSubtitle}}, count: 1})
	}
}

// Section begins a part of the page under its own heading.
func (p *Page) Section(title string) {
	p.add(line{cells: [3]cell{{title, Text, pageSection}}, count: 1, height: 22, blank: 10})
}

// Fact sets a value beside its label. A string is wrapped; other values are those of Value, set to the left.
func (p *Page) Fact(label string, value Value) { p.facts(label, value, Wrap) }

// Code sets a number that is text beside its label: a telephone or membership number, with its leading zeros.
func (p *Page) Code(label, number string) { p.facts(label, number, Code) }

func (p *Page) facts(label string, value Value, kind Kind) {
	p.add(line{cells: [3]cell{{label, Wrap, pageLabel}, {value, kind, pageValue}}, count: 2})
}

// Sum sets a figure beside its label, with the arithmetic and its source in words: a Finding, as the screen has it.
func (p *Page) Sum(label string, value Value, words string) {
	kind := Number
	if _, ok := value.(Pence); ok {
		kind = Money
	}
	p.add(line{cells: [3]cell{{label, Wrap, pageLabel}, {value, kind, pageSum}, {words, Wrap, pageSentence}}, count: 3})
}

// Sentence sets a paragraph over the whole breadth. A text too long for one cell goes on in the row below.
func (p *Page) Sentence(text string) { p.prose(text, pageSentence) }

// Note sets a paragraph in small italics: a source, or how to read the tables.
func (p *Page) Note(text string) { p.prose(text, pageNote) }

// mostProse is how much of a long text goes into one row: a row is at most 409 points high.
const mostProse = 1500

func (p *Page) prose(text string, as place) {
	text, blank := clean(text, true), 4.0
	for text != "" {
		piece := cut(text, mostProse)
		if len(piece) < len(text) {
			if at := strings.LastIndexAny(piece, " \n"); at > 0 {
				piece = piece[:at+1]
			}
		}
		text = text[len(piece):]
		p.add(line{cells: [3]cell{{strings.TrimRight(piece, " \n"), Wrap, as}}, count: 1, blank: blank})
		blank = 0
	}
}

// Signature sets a rule for somebody to sign over and one for the date, after the role of who signs.
func (p *Page) Signature(role string) {
	p.add(line{cells: [3]cell{{role, Text, pageSigner}, {"", Text, pageRule}, {"Date", Text, pageRule}}, count: 3, height: 26, blank: 14})
}

func (p *Page) add(l line) { p.lines = append(p.lines, l) }

// finish lays the page out.
func (p *Page) finish() error {
	if err := p.setUp(); err != nil {
		return fmt.Errorf("sheet: %s: %w", p.name, err)
	}
	row := 1
	for _, l := range p.lines {
		if l.blank > 0 && row > 1 {
			if err := p.book.file.SetRowHeight(p.name, row, l.blank); err != nil {
				return err
			}
			row++
		}
		if err := p.lay(l, row); err != nil {
			return fmt.Errorf("sheet: %s, row %d: %w", p.name, row, err)
		}
		row++
	}
	figures := fmt.Sprintf("B1:B%d", row) // numbers that are text, such as a telephone's
	return p.book.file.AddIgnoredErrors(p.name, figures, excelize.IgnoredErrorsNumberStoredAsText)
}

func (p *Page) setUp() error {
	if err := p.book.file.SetSheetDimension(p.name, ""); err != nil { // see Table.begin
		return err
	}
	file, fit, grid, tab := p.book.file, true, false, ink
	if err := file.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit, TabColorRGB: &tab}); err != nil {
		return err
	}
	if err := file.SetSheetView(p.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}); err != nil {
		return err
	}
	for i, width := range pageWidths {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := file.SetColWidth(p.name, name, name, width); err != nil {
			return err
		}
	}
	return p.book.printed(p.name, "portrait")
}

// lay writes one line into a row, joins the cells to the right of the last, and makes the row high enough: programs
// fit the height of a row by themselves, but not where cells are joined.
func (p *Page) lay(l line, row int) error {
	height := l.height
	for i := range pageWidths {
		c := l.cells[min(i, l.count-1)]
		if i >= l.count {
			c.value = nil // the joined part, which carries the style on to the edge
		}
		text, err := p.set(c, i, row)
		if err != nil {
			return err
		}
		width := pageWidths[i]
		if i == l.count-1 {
			for _, more := range pageWidths[l.count:] {
				width += more
			}
		}
		height = max(height, c.place.height(text, width))
	}
	if err := p.book.file.SetRowHeight(p.name, row, min(height, excelize.MaxRowHeight)); err != nil {
		return err
	}
	return p.join(l.count, row)
}

// set writes one cell and returns what a reader sees in it.
func (p *Page) set(c cell, i, row int) (string, error) {
	value, kind, err := cellOf(c.value, c.kind)
	if err != nil {
		return "", err
	}
	if n := tooLong(value); n > 0 {
		return "", &LongText{Sheet: p.name, Column: string(rune('A' + i)), Row: row, Units: n}
	}
	id, err := p.book.styles.of(kind, c.place)
	if err != nil {
		return "", err
	}
	name, err := excelize.CoordinatesToCellName(i+1, row)
	if err != nil {
		return "", err
	}
	if err := p.book.file.SetCellStyle(p.name, name, name, id); err != nil {
		return "", err
	}
	if value == nil {
		return "", nil
	}
	return shown(value, kind), p.book.file.SetCellValue(p.name, name, value)
}

// join merges the cell in the given column, counted from 1, with those to its right.
func (p *Page) join(column, row int) error {
	if column == len(pageWidths) {
		return nil
	}
	first, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(pageWidths), row)
	if err != nil {
		return err
	}
	return p.book.file.MergeCell(p.name, first, last)
}

// height returns the points that a text needs when it is wrapped into a width, in the place's size of type.
func (pl place) height(text string, width float64) float64 {
	size := pl.size()
	lines := lineCount(text, (width-padding)*houseSize/size)
	return float64(lines)*size*1.36 + 3
}
