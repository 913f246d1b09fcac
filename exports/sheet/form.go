package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Form is a workbook that somebody else laid out, to be filled below its row of headings.
type Form struct {
	// Content is the workbook as it was supplied; it is copied, never altered.
	Content []byte
	Sheet   string
	Row     int // of the headings, from 1
	// Columns are what stands below each cell of that row.
	Columns []FormColumn
}

// A FormColumn is what goes under one heading.
type FormColumn struct {
	Filled bool // else the column is left as it is
	Kind   Kind
}

// ErrForm is below the error for a form that has no such sheet, or is no workbook.
var ErrForm = errors.New("sheet: bad form")

// unzipped is how large a form may become in memory, in bytes.
const unzipped = 64 << 20

// Fill writes a copy of the form with rows below its headings, one value for each of Columns. The cells look as the first
// row below the headings looks in the form, and dates are real ones. What stands further down is moved down where there is
// no room, and a table of the form grows with its rows. Nothing that was typed is ever calculated. The errors are those of
// a Table, or wrap ErrForm. password is that of Properties.
func (f Form) Fill(ctx context.Context, out io.Writer, rows [][]Value, password string) error {
	// As in New, nothing may spill into a plain file.
	file, err := excelize.OpenReader(bytes.NewReader(f.Content), excelize.Options{TmpDir: noSpill, UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: unzipped})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrForm, err)
	}
	defer file.Close()
	if i, err := file.GetSheetIndex(f.Sheet); err != nil || i < 0 {
		return fmt.Errorf("no sheet of that name: %w", ErrForm)
	}
	b := filling{Form: f, file: file, dated: map[int]int{}, looks: make([]int, len(f.Columns))}
	if err := b.makeRoom(len(rows)); err != nil {
		return fmt.Errorf("sheet: making room in the form: %w", err)
	}
	for i, values := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.fill(f.Row+1+i, values); err != nil {
			return err
		}
	}
	var options []excelize.Options
	if password != "" {
		options = append(options, excelize.Options{Password: password})
	}
	if err := file.Write(cancelled{ctx, out}, options...); err != nil {
		return fmt.Errorf("sheet: writing the form: %w", err)
	}
	return ctx.Err()
}

// A filling is a form being filled.
type filling struct {
	Form
	file  *excelize.File
	looks []int       // the style of each column below the headings
	dated map[int]int // a style, and the same with dates shown dd/mm/yyyy
}

func cellAt(column, row int) (string, error) { return excelize.CoordinatesToCellName(column+1, row) }

// makeRoom notes how the first row looks, and pushes down what stands below where the rows would not fit.
func (b *filling) makeRoom(rows int) error {
	for i := range b.Columns {
		cell, err := cellAt(i, b.Row+1)
		if err != nil {
			return err
		}
		if b.looks[i], err = b.file.GetCellStyle(b.Sheet, cell); err != nil {
			return err
		}
	}
	free, err := b.free(rows)
	if err != nil || free >= rows {
		return err
	}
	// Before the last free row, so that a table or a border around them grows.
	at := b.Row + max(free, 1)
	height, err := b.file.GetRowHeight(b.Sheet, b.Row+1)
	if err != nil {
		return err
	}
	if err := b.file.InsertRows(b.Sheet, at, rows-free); err != nil {
		return err
	}
	for r := at; r < at+rows-free; r++ {
		if err := b.file.SetRowHeight(b.Sheet, r, height); err != nil {
			return err
		}
		if err := b.dress(r); err != nil {
			return err
		}
	}
	return nil
}

// dress gives a row that was pushed in the look of the others, where nothing is put too.
func (b *filling) dress(row int) error {
	for i, style := range b.looks {
		cell, err := cellAt(i, row)
		if err != nil {
			return err
		}
		if err := b.file.SetCellStyle(b.Sheet, cell, cell, style); err != nil {
			return err
		}
	}
	return nil
}

// free counts the rows below the headings that are blank where something is to go; a number that is there already counts
// the rows of the form. It is no more than are wanted, and, where the headings head a table, than the table has.
func (b *filling) free(wanted int) (int, error) {
	most := wanted
	tables, err := b.file.GetTables(b.Sheet)
	if err != nil {
		return 0, err
	}
	below := excelize.TotalRows
	for _, t := range tables {
		from, to, _ := strings.Cut(t.Range, ":")
		_, first, err := excelize.CellNameToCoordinates(from)
		if err != nil {
			return 0, err
		}
		_, last, err := excelize.CellNameToCoordinates(to)
		if err != nil {
			return 0, err
		}
		if first == b.Row {
			most, below = min(most, last-first), last
		}
	}
	for n := range most {
		blank, err := b.blank(b.Row + 1 + n)
		if err != nil || !blank {
			return n, err
		}
	}
	if below < excelize.TotalRows || most < wanted {
		return most, nil
	}
	return wanted, nil
}

func (b *filling) blank(row int) (bool, error) {
	for i, c := range b.Columns {
		if !c.Filled {
			continue
		}
		cell, err := cellAt(i, row)
		if err != nil {
			return false, err
		}
		text, err := b.file.GetCellValue(b.Sheet, cell)
		if err != nil {
			return false, err
		}
		counted := c.Kind == Number && strings.Trim(text, "0123456789. ") == ""
		if strings.TrimSpace(text) != "" && !counted {
			return false, nil
		}
	}
	return true, nil
}

// fill writes one row.
func (b *filling) fill(row int, values []Value) error {
	for i, c := range b.Columns {
		if !c.Filled {
			continue
		}
		value, kind, err := cellOf(values[i], c.Kind)
		if err != nil {
			return fmt.Errorf("sheet: the form, row %d: %w", row, err)
		}
		if n := tooLong(value); n > 0 {
			name, _ := excelize.ColumnNumberToName(i + 1)
			return &LongText{Sheet: b.Sheet, Column: name, Row: row, Units: n}
		}
		cell, err := cellAt(i, row)
		if err != nil {
			return err
		}
		if err := b.put(cell, value, kind, b.looks[i]); err != nil {
			return fmt.Errorf("sheet: the form, row %d: %w", row, err)
		}
	}
	return nil
}

func (b *filling) put(cell string, value any, kind Kind, style int) error {
	if kind == Date && value != nil {
		var err error
		if style, err = b.dateStyle(style); err != nil {
			return err
		}
	}
	if err := b.file.SetCellStyle(b.Sheet, cell, cell, style); err != nil {
		return err
	}
	if s, is := value.(string); is {
		return b.file.SetCellStr(b.Sheet, cell, s) // never a formula, whatever it begins with
	}
	return b.file.SetCellValue(b.Sheet, cell, value)
}

// dateStyle is a look of the form with dates shown as dd/mm/yyyy, unless it shows dates already.
func (b *filling) dateStyle(id int) (int, error) {
	if made, ok := b.dated[id]; ok {
		return made, nil
	}
	style, err := b.file.GetStyle(id)
	if err != nil {
		return 0, err
	}
	made := id
	if !showsDates(style) {
		format := "dd/mm/yyyy"
		style.NumFmt, style.CustomNumFmt = 0, &format
		if made, err = b.file.NewStyle(style); err != nil {
			return 0, err
		}
	}
	b.dated[id] = made
	return made, nil
}

func showsDates(s *excelize.Style) bool {
	if s.CustomNumFmt != nil {
		return strings.ContainsAny(strings.ToLower(*s.CustomNumFmt), "dy")
	}
	return s.NumFmt >= 14 && s.NumFmt <= 17 || s.NumFmt == 22
}
