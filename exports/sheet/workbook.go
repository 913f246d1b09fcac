// Package sheet is the house style for spreadsheets: a readable page first, then tables that a constituency (CLP)
// secretary can filter, sort and print. It is an encoder over an io.Writer and knows no paths.
//
// What it promises a recipient: real dates (shown dd/mm/yyyy) and real numbers; membership and telephone numbers as
// text, with their leading zeros; a frozen header with filters; A4 pages with a repeating header row and "Page x of y".
// A workbook holds no formulas and no macros at all, so nothing that somebody typed can ever be calculated.
package sheet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// Properties says what a workbook is. They show in the file's properties and in the header of every printed page.
type Properties struct {
	Title   string    // "Delegate return 2026"; also printed at the top of each table's pages
	Subject string    // what it is about, such as the branch and the meeting
	Author  string    // who sends it; may be empty
	Version string    // "2"; may be empty
	Created time.Time // when it was made, in the secretary's own zone; the zero time leaves it out

	// Password, when not empty, makes the program that opens the file ask for it. It is the spreadsheet format's own
	// encryption (AES-128, no integrity check): a courtesy for an attachment, not protection for membership data.
	Password string
}

var (
	// ErrClosed comes back from anything done to a workbook that is already closed.
	ErrClosed = errors.New("sheet: the workbook is closed")
	// ErrColumns is below the error for a table with no columns, a column without a title, or two titles that a
	// spreadsheet would take for the same.
	ErrColumns = errors.New("sheet: bad columns")
	// ErrRow is below the error for a row whose cells do not match the columns, or that follows the total.
	ErrRow = errors.New("sheet: bad row")
)

// A LongText is the error for a text that does not fit into one cell: 32,767 UTF-16 units. A cut cell would be a lost
// record, so the row is refused; the caller knows which document the whole text belongs in.
type LongText struct {
	Sheet, Column string
	Row           int // as the spreadsheet numbers it; the header is row 1
	Units         int // UTF-16 units in the text
}

// Error says where the text is and how long, without quoting it.
func (e *LongText) Error() string {
	return fmt.Sprintf("sheet: the text in %s, row %d, column %s is too long for a cell: %d of at most %d units",
		e.Sheet, e.Row, e.Column, e.Units, excelize.TotalCellChars)
}

// A Workbook is written sheet by sheet, in the order they are asked for, and is finished by Close.
// It is not for use by several goroutines at once.
type Workbook struct {
	ctx    context.Context
	out    io.Writer
	props  Properties
	file   *excelize.File
	styles styles
	names  map[string]bool // sheet names in use, folded
	parts  []part
	err    error // the first error; everything after it is refused with it
	closed bool
}

// part is one sheet, which writes what it still holds when the workbook closes.
type part interface{ finish() error }

// noSpill is a folder that no system can have. excelize moves big sheets into a plain temporary file; members' names
// may not touch the disk unencrypted, so it is left without a place to put one and keeps them in memory.
const noSpill = "\x00"

// New begins a workbook. Nothing reaches out before Close. Once ctx is cancelled every call answers with its error.
func New(ctx context.Context, out io.Writer, props Properties) *Workbook {
	w := &Workbook{ctx: ctx, out: out, props: props, names: make(map[string]bool),
		file: excelize.NewFile(excelize.Options{TmpDir: noSpill})}
	w.styles = styles{file: w.file, made: make(map[look]int)}
	return w
}

// Page begins a readable sheet on portrait A4. The name is made legal and unique where need be.
func (w *Workbook) Page(name string) *Page {
	p := &Page{book: w}
	p.name = w.add(name, p)
	return p
}

// Table begins a sheet with one table on landscape A4. The name is made legal and unique where need be. The error
// wraps ErrColumns when the titles cannot head a table; the workbook can then not be finished.
func (w *Workbook) Table(name string, columns ...Column) (*Table, error) {
	if err := w.ready(); err != nil {
		return nil, err
	}
	columns, err := headed(columns)
	if err != nil {
		return nil, w.fail(err)
	}
	t := newTable(w, columns)
	t.name = w.add(name, t)
	t.number = len(w.parts)
	if w.err != nil {
		return nil, w.err
	}
	return t, nil
}

// Close finishes the workbook and writes it. When anything failed before, it returns that error and writes nothing.
// After an error from Close what has reached the writer is no workbook. A second Close answers ErrClosed.
func (w *Workbook) Close() error {
	if w.closed {
		return ErrClosed
	}
	defer w.file.Close()
	err := w.ready()
	w.closed = true
	if err != nil {
		return err
	}
	if len(w.parts) == 0 {
		return w.fail(errors.New("sheet: a workbook needs at least one sheet"))
	}
	for _, p := range w.parts {
		if err := p.finish(); err != nil {
			return w.fail(err)
		}
	}
	if err := w.describe(); err != nil {
		return w.fail(err)
	}
	var options []excelize.Options
	if w.props.Password != "" {
		options = append(options, excelize.Options{Password: w.props.Password})
	}
	if err := w.file.Write(cancelled{w.ctx, w.out}, options...); err != nil {
		return w.fail(fmt.Errorf("sheet: writing the workbook: %w", err))
	}
	return nil
}

// ready returns the error that stops everything from here on, if there is one.
func (w *Workbook) ready() error {
	switch {
	case w.closed:
		return ErrClosed
	case w.err != nil:
		return w.err
	}
	if err := w.ctx.Err(); err != nil {
		return w.fail(err)
	}
	return nil
}

// fail keeps the first error, so that Close cannot report success after it, and returns the one given, which may be nil.
func (w *Workbook) fail(err error) error {
	if w.err == nil {
		w.err = err
	}
	return err
}

// add makes a sheet for p and returns the name it got.
func (w *Workbook) add(name string, p part) string {
	name = legalName(name, w.names)
	var err error
	if len(w.parts) == 0 {
		err = w.file.SetSheetName("Sheet1", name) // a new excelize file has one sheet
	} else {
		_, err = w.file.NewSheet(name)
	}
	if err != nil {
		w.fail(fmt.Errorf("sheet: adding %q: %w", name, err))
	}
	w.parts = append(w.parts, p)
	return name
}

// describe writes the document properties.
func (w *Workbook) describe() error {
	made := ""
	if !w.props.Created.IsZero() {
		made = w.props.Created.UTC().Format(time.RFC3339)
	}
	err := w.file.SetDocProps(&excelize.DocProperties{
		Title:          clean(w.props.Title, false),
		Subject:        clean(w.props.Subject, false),
		Creator:        clean(w.props.Author, false),
		LastModifiedBy: clean(w.props.Author, false),
		Version:        clean(w.props.Version, false),
		Created:        made,
		Modified:       made,
		Language:       "en-GB",
	})
	if err != nil {
		return fmt.Errorf("sheet: document properties: %w", err)
	}
	return w.file.SetAppProps(&excelize.AppProperties{Application: "Branchbook"})
}

// cancelled is a writer that stops when its context does.
type cancelled struct {
	ctx context.Context
	out io.Writer
}

func (c cancelled) Write(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.out.Write(b)
}
