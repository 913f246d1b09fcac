package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Column of a table.
type Column struct {
	Title string // heads the column; no two may be alike, case and outer spaces apart
	Kind  Kind
	Width int // in digits of Calibri 11, up to 255; 0 to fit what the column holds, within bounds
	// Aside is for a column that is in the table but not printed, since the page is full; only columns to its right that are
	// aside too may follow it.
	Aside bool
}

const (
	// measured is how many rows are held back to fit the columns to them. The format wants the widths before the first
	// row, and a branch's lists are shorter than this; what comes later is wrapped or runs on, never lost.
	measured = 1000

	mostWide     = 255
	lineHeight   = 15 // points, for Calibri 11
	padding      = 2
	filterArrow  = 3
	indent       = 2 // of what is set to the right: clear of the filter's arrow and of the next column
	tallestTitle = 4 // lines
)

// bounds says between which widths a column of each kind is fitted.
var bounds = [...]struct{ least, most float64 }{
	Text: {6, 42}, Wrap: {18, 48}, Code: {8, 34}, Number: {6, 18}, Money: {9, 18}, Date: {11.5, 18}, Time: {8, 18}, Figure: {8, 18},
}

// A Table is a sheet of rows under one header, which can be filtered and sorted.
type Table struct {
	book    *Workbook
	name    string
	number  int // among the workbook's sheets
	columns []Column
	stream  *excelize.StreamWriter // nil until the columns have been measured
	held    [][]excelize.Cell
	widest  []float64 // of what each column holds
	widths  []float64 // that the columns got
	wraps   bool      // some cell has needed more than one line
	cells   []excelize.Cell
	row     []any // pointers into cells, so that a row costs excelize no boxing
	next    int   // the row to be written next, counted from 1
	rows    int
	totals  []excelize.Cell
	looks   map[look]int
}

func newTable(w *Workbook, columns []Column) *Table {
	t := &Table{book: w, columns: columns, next: 1, looks: make(map[look]int),
		widest: make([]float64, len(columns)), widths: make([]float64, len(columns)), cells: make([]excelize.Cell, len(columns)), row: make([]any, len(columns))}
	for i := range t.cells {
		t.row[i] = &t.cells[i]
	}
	return t
}

// headed returns the columns with clean titles, or why they cannot head a table: Excel calls a workbook damaged when
// two columns of a table have the same name.
func headed(columns []Column) ([]Column, error) {
	if len(columns) == 0 {
		return nil, fmt.Errorf("a table without columns: %w", ErrColumns)
	}
	columns = slices.Clone(columns)
	first := make(map[string]int, len(columns))
	for i := range columns {
		c := &columns[i]
		c.Title = strings.Join(strings.Fields(clean(c.Title, false)), " ")
		folded := strings.ToLower(c.Title)
		switch before, twice := first[folded]; {
		case c.Title == "":
			return nil, fmt.Errorf("column %d has no title: %w", i+1, ErrColumns)
		case units(c.Title) > mostWide:
			return nil, fmt.Errorf("the title of column %d is longer than %d units: %w", i+1, mostWide, ErrColumns)
		case twice:
			return nil, fmt.Errorf("columns %d and %d are both called %q: %w", before, i+1, c.Title, ErrColumns)
		case int(c.Kind) >= len(bounds):
			return nil, fmt.Errorf("column %q is of no known kind: %w", c.Title, ErrColumns)
		case i > 0 && columns[i-1].Aside && !c.Aside:
			return nil, fmt.Errorf("column %q is printed beside one that is not: %w", c.Title, ErrColumns)
		case c.Width < 0 || c.Width > mostWide:
			return nil, fmt.Errorf("column %q: width %d is not within 0 to %d: %w", c.Title, c.Width, mostWide, ErrColumns)
		}
		first[folded] = i + 1
	}
	return columns, nil
}

// Row adds a row, one value for each column; see Value for what one may be. The error is the context's own when it is
// cancelled, a *LongText, or wraps ErrRow; after any of them the workbook can not be finished.
func (t *Table) Row(values ...Value) error {
	if err := t.book.ready(); err != nil {
		return err
	}
	if t.totals != nil {
		return t.book.fail(fmt.Errorf("sheet: %s: a row after the total: %w", t.name, ErrRow))
	}
	if err := t.fill(values, body); err != nil {
		return t.book.fail(err)
	}
	t.rows++
	if t.stream != nil {
		return t.book.fail(t.write(t.row, t.tall()))
	}
	t.held = append(t.held, slices.Clone(t.cells))
	if len(t.held) < measured {
		return nil
	}
	return t.book.fail(t.begin())
}

// Total sets the one row under the table that filtering and sorting leave alone, in bold under a rule. The values are
// the caller's sums, so that the sheet says what the screen says. The errors are those of Row.
func (t *Table) Total(values ...Value) error {
	if err := t.book.ready(); err != nil {
		return err
	}
	if t.totals != nil {
		return t.book.fail(fmt.Errorf("sheet: %s: a second total: %w", t.name, ErrRow))
	}
	if err := t.fill(values, total); err != nil {
		return t.book.fail(err)
	}
	t.totals = slices.Clone(t.cells)
	return nil
}

// fill turns values into t.cells and measures them.
func (t *Table) fill(values []Value, p place) error {
	row := t.rows + 2 // under the header
	if len(values) != len(t.columns) {
		return fmt.Errorf("sheet: %s, row %d: %d values for %d columns: %w", t.name, row, len(values), len(t.columns), ErrRow)
	}
	for i, v := range values {
		column := &t.columns[i]
		value, kind, err := cellOf(v, column.Kind)
		if err != nil {
			return fmt.Errorf("sheet: %s, row %d, column %s: %w", t.name, row, column.Title, err)
		}
		if n := tooLong(value); n > 0 {
			return &LongText{Sheet: t.name, Column: column.Title, Row: row, Units: n}
		}
		if kind = t.measure(i, value, kind); kind == Wrap {
			t.wraps = true
		}
		t.cells[i].Value = value
		if t.cells[i].StyleID, err = t.look(kind, p); err != nil {
			return err
		}
	}
	return nil
}

// measure notes how broad a cell is while the columns can still be fitted to it, and returns Wrap for a text that is
// broader than its column will be: it would be cut off wherever the cell to its right is not empty.
func (t *Table) measure(i int, value any, kind Kind) Kind {
	column := t.columns[i]
	most := column.limit()
	if t.stream != nil {
		most = t.widths[i] - padding/2
	}
	s, isText := value.(string)
	if t.stream != nil && (!isText || float64(len(s))*broadest <= most) {
		return kind
	}
	wide := breadth(shown(value, kind))
	t.widest[i] = max(t.widest[i], wide)
	if isText && wide > most {
		return Wrap
	}
	return kind
}

// look keeps this table's looks at hand.
func (t *Table) look(k Kind, p place) (int, error) {
	id, ok := t.looks[look{k, p}]
	if ok {
		return id, nil
	}
	id, err := t.book.styles.of(k, p)
	t.looks[look{k, p}] = id
	return id, err
}

// begin opens the stream with widths that fit, and writes the header and the rows held back.
func (t *Table) begin() (err error) {
	file := t.book.file
	fit, tab := true, headFill
	if err := file.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit, TabColorRGB: &tab}); err != nil {
		return err
	}
	// A new sheet says that it holds one cell, and some readers believe it; without a word they look for themselves.
	if err := file.SetSheetDimension(t.name, ""); err != nil {
		return err
	}
	if t.stream, err = file.NewStreamWriter(t.name); err != nil {
		return err
	}
	tallest := 1
	// excelize 2.11.0 writes columns in the reverse order of these calls, and Excel wants them ascending.
	for i := len(t.columns) - 1; i >= 0; i-- {
		width := t.columns[i].fitted(t.widest[i])
		t.widths[i] = width
		if err := t.stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
		tallest = max(tallest, lineCount(t.columns[i].Title, width-filterArrow))
	}
	if err := t.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := t.header(min(tallest, tallestTitle)); err != nil {
		return err
	}
	for _, cells := range t.held {
		copy(t.cells, cells)
		if err := t.write(t.row, t.tall()); err != nil {
			return err
		}
	}
	t.held = nil
	return nil
}

// limit is how broad a column's content can be before it is wrapped.
func (c Column) limit() float64 {
	if c.Width > 0 {
		return float64(c.Width) - padding/2
	}
	return bounds[c.Kind].most - padding
}

// fitted returns the width for a column whose broadest content is that broad.
func (c Column) fitted(widest float64) float64 {
	if c.Width > 0 {
		return float64(c.Width)
	}
	b := bounds[c.Kind]
	title := max(longestWord(c.Title), breadth(c.Title)/3) + filterArrow
	if c.Kind.right() {
		title += indent
	}
	if c.Kind.right() {
		widest += indent
	}
	width := max(min(widest+padding, b.most), b.least, title)
	return math.Ceil(min(width, mostWide)*4) / 4
}

// tall gives the row in t.cells the height that its wrapped texts need; those that are not printed make no row taller. LibreOffice, and Excel on some systems, do not
// fit the height of a row that they have only read.
func (t *Table) tall() excelize.RowOpts {
	lines := 1
	for i := range t.cells {
		if s, ok := t.cells[i].Value.(string); ok && t.wraps && !t.columns[i].Aside {
			if room := t.widths[i] - padding/2; float64(len(s))*broadest > room || strings.Contains(s, "\n") {
				lines = max(lines, lineCount(s, room))
			}
		}
	}
	if lines == 1 {
		return excelize.RowOpts{}
	}
	return excelize.RowOpts{Height: min(float64(lines*lineHeight+1), excelize.MaxRowHeight)}
}

func (t *Table) header(lines int) error {
	titles := make([]any, len(t.columns))
	for i, c := range t.columns {
		id, err := t.look(c.Kind, head)
		if err != nil {
			return err
		}
		titles[i] = excelize.Cell{StyleID: id, Value: c.Title}
	}
	// A header without its own height is cut off when it wraps.
	return t.write(titles, excelize.RowOpts{Height: float64(lines*lineHeight + 8)})
}

func (t *Table) write(row []any, options ...excelize.RowOpts) error {
	cell, err := excelize.CoordinatesToCellName(1, t.next)
	if err != nil {
		return err
	}
	t.next++
	if err := t.stream.SetRow(cell, row, options...); err != nil {
		return fmt.Errorf("sheet: %s, row %d: %w", t.name, t.next-1, err)
	}
	return nil
}

// finish writes what is held back, the total, and all that surrounds the rows; excelize drops what is set after Flush.
func (t *Table) finish() error {
	if t.stream == nil {
		if err := t.begin(); err != nil {
			return err
		}
	}
	if t.rows == 0 {
		t.next++ // a table has at least one row, if an empty one
	}
	last := t.next - 1
	if t.totals != nil {
		copy(t.cells, t.totals)
		if err := t.write(t.row, t.tall()); err != nil {
			return err
		}
	}
	if err := t.surround(last); err != nil {
		return fmt.Errorf("sheet: %s: %w", t.name, err)
	}
	return t.stream.Flush()
}

// surround sets the table over the rows down to last, the marks against green triangles, and the printing.
func (t *Table) surround(last int) error {
	end, err := excelize.CoordinatesToCellName(len(t.columns), last)
	if err != nil {
		return err
	}
	stripes := false
	err = t.stream.AddTable(&excelize.Table{Range: "A1:" + end, Name: tableName(t.name, t.number), ShowRowStripes: &stripes})
	if err != nil {
		return err
	}
	var codes []string
	for i, c := range t.columns {
		if c.Kind == Code {
			name, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				return err
			}
			codes = append(codes, fmt.Sprintf("%s2:%s%d", name, name, last))
		}
	}
	if len(codes) > 0 {
		err := t.book.file.AddIgnoredErrors(t.name, strings.Join(codes, " "), excelize.IgnoredErrorsNumberStoredAsText)
		if err != nil {
			return err
		}
	}
	if err := t.book.printed(t.name, "landscape"); err != nil {
		return err
	}
	if err := t.define("_xlnm.Print_Titles", "$1:$1"); err != nil {
		return err
	}
	if printed := slices.IndexFunc(t.columns, func(c Column) bool { return c.Aside }); printed > 0 {
		name, err := excelize.ColumnNumberToName(printed)
		if err != nil {
			return err
		}
		if t.totals != nil {
			last++
		}
		return t.define("_xlnm.Print_Area", fmt.Sprintf("$A$1:$%s$%d", name, last))
	}
	return nil
}

// define names a part of the sheet, as Excel wants what belongs to printing.
func (t *Table) define(name, cells string) error {
	return t.book.file.SetDefinedName(&excelize.DefinedName{
		Name: name, RefersTo: "'" + strings.ReplaceAll(t.name, "'", "''") + "'!" + cells, Scope: t.name,
	})
}
