package exports

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"branchbook/data"
	"branchbook/data/count"
	"branchbook/exports/sheet"
)

// WriteTable writes a return or a list as a spreadsheet: a page to read and sign, the rows as a table, and what changed
// where there was a version before. It returns ctx's error when that is cancelled, a *data.Problem when a text is longer
// than a cell holds, and the writer's error.
func WriteTable(ctx context.Context, w io.Writer, d data.TableDoc, house House) error {
	version := ""
	if d.Version > 0 {
		version = strconv.Itoa(d.Version)
	}
	book := house.workbook(ctx, w, d.Name(), d.Branch, d.Branch, version)
	name := d.Page
	if name == "" {
		name = d.Title
	}
	tablePage(book.Page(name), d)
	if err := errors.Join(tableRows(book, d, house), tableChanges(book, d)); err != nil {
		return fmt.Errorf("exports: %s: %w", d.Kind, inWords(err))
	}
	if err := book.Close(); err != nil {
		return fmt.Errorf("exports: %s: %w", d.Kind, inWords(err))
	}
	return nil
}

// tablePage is what the recipient reads first, and what is signed.
func tablePage(p *sheet.Page, d data.TableDoc) {
	p.Title(d.Title)
	p.Subtitle(d.Branch, d.Summary)
	if len(d.Facts) > 0 {
		about := d.About
		if about == "" {
			about = "The list"
		}
		p.Section(about)
		facts(p, d.Facts)
	}
	for _, s := range d.Sections {
		tableSection(p, s)
	}
	if d.Since > 0 {
		p.Section(fmt.Sprintf("Since version %d", d.Since))
		if len(d.Changes) == 0 {
			p.Sentence("Nothing has changed.")
		}
		for _, c := range d.Changes {
			p.Sentence(c.Words())
		}
	}
	if words := d.ShareWords(); words != "" {
		p.Section("What this file shares")
		p.Sentence(words)
	}
	if d.Declaration != "" {
		p.Section("Declaration")
		p.Sentence(d.Declaration)
		for _, signer := range d.Signers {
			p.Signature(signer)
		}
	}
}

func tableSection(p *sheet.Page, s data.TableSection) {
	p.Section(s.Title)
	for _, sum := range s.Sums {
		p.Sum(sum.Label, sum.N, sum.Words)
	}
	for _, words := range s.Sentences {
		p.Sentence(words)
	}
	for _, note := range s.Notes {
		p.Note(note)
	}
}

const (
	wordsForDate = 25 // the width of a column of dates in which some cells hold a sentence instead
	widthOfMark  = 9  // of a column of marks under a day and month
)

func tableRows(book *sheet.Workbook, d data.TableDoc, house House) error {
	if len(d.Columns) == 0 {
		return nil
	}
	heads := make([]sheet.Column, len(d.Columns))
	for i, c := range d.Columns {
		heads[i] = sheet.Column{Title: c.Title, Kind: kinds[c.Kind], Aside: c.Aside}
		switch {
		case c.Kind == data.MarkColumn:
			heads[i].Width = widthOfMark
		case c.Kind == data.DateColumn && anyWords(d.Rows, c):
			heads[i].Width = wordsForDate
		}
	}
	t, err := book.Table(d.Sheet, heads...)
	if err != nil {
		return err
	}
	cells := make([]sheet.Value, len(d.Columns))
	for i, r := range d.Rows {
		if err := t.Row(tableCells(cells, r, d.Columns)...); err != nil {
			return err
		}
		house.tell(i+1, len(d.Rows))
	}
	if d.Totals == nil || len(d.Rows) == 0 {
		return nil
	}
	return t.Total(tableCells(cells, data.TableRow{Cells: d.Totals}, d.Columns)...)
}

// tableCells lays a row into cells, with money and transferred votes as spreadsheets count them.
func tableCells(cells []sheet.Value, r data.TableRow, columns []data.ReturnColumn) []sheet.Value {
	for i, c := range columns {
		cells[i] = cellValue(r.Value(c))
	}
	return cells
}

func cellValue(v any) sheet.Value {
	switch v := v.(type) {
	case data.Money:
		return sheet.Pence(v)
	case count.Value:
		return sheet.Decimal{Units: int64(v), Per: int64(count.Vote)}
	case data.Time:
		if v.IsZero() {
			return nil
		}
	}
	return v
}

func anyWords(rows []data.TableRow, c data.ReturnColumn) bool {
	for _, r := range rows {
		if s, is := r.Value(c).(string); is && s != "" {
			return true
		}
	}
	return false
}

// tableChanges lists what is different from the version before; there is no such sheet in the first.
func tableChanges(book *sheet.Workbook, d data.TableDoc) error {
	if d.Since == 0 {
		return nil
	}
	t, err := book.Table(fmt.Sprintf("Changes since v%d", d.Since),
		sheet.Column{Title: "Change"}, sheet.Column{Title: "Name"}, sheet.Column{Title: "What changed", Kind: sheet.Wrap})
	if err != nil {
		return err
	}
	for _, c := range d.Changes {
		if err := t.Row(c.Kind.String(), c.Name, c.What); err != nil {
			return err
		}
	}
	return nil
}

// kinds are what the columns of a return hold, as a spreadsheet has it.
var kinds = map[data.ColumnKind]sheet.Kind{
	data.TextColumn: sheet.Text, data.CodeColumn: sheet.Code, data.NumberColumn: sheet.Number,
	data.VotesColumn: sheet.Figure, data.DateColumn: sheet.Date, data.ProseColumn: sheet.Wrap, data.MoneyColumn: sheet.Money, data.TimeColumn: sheet.Time,
}
