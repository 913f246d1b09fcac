package exports

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"branchbook/data"
	"branchbook/exports/sheet"
)

// WriteDelegateReturn writes a delegate return as a spreadsheet: a page to read and sign, the delegates as a table, and
// what changed where there was a return before. It returns ctx's error when that is cancelled, a *data.Problem when a
// text is longer than a cell holds, and the writer's error.
func WriteDelegateReturn(ctx context.Context, w io.Writer, d data.DelegateReturnDoc, house House) error {
	title := "Delegate return, " + d.AsAt.Short()
	book := house.workbook(ctx, w, title, d.Branch+": "+d.Body, d.Branch, strconv.Itoa(d.Version))
	returnPage(book.Page("Return"), d)
	for _, write := range []func(*sheet.Workbook, data.DelegateReturnDoc) error{delegates, changes} {
		if err := write(book, d); err != nil {
			return fmt.Errorf("exports: delegate return: %w", inWords(err))
		}
	}
	if err := book.Close(); err != nil {
		return fmt.Errorf("exports: delegate return: %w", inWords(err))
	}
	return nil
}

// returnPage is what the recipient reads first, and what is signed.
func returnPage(p *sheet.Page, d data.DelegateReturnDoc) {
	p.Title("Delegate return")
	p.Subtitle(d.Branch, d.Summary)
	p.Section("The return")
	facts(p, d.Facts)
	p.Section("Seats")
	if d.Seats > 0 {
		p.Sum("Entitlement", d.Seats, d.Entitlement.Sum)
	}
	p.Sum("Filled", d.Filled, "")
	p.Sum("Vacant", d.Vacant, "")
	if d.Entitlement.Source != "" {
		p.Note("Source: " + d.Entitlement.Source)
	}
	p.Section("Balance")
	p.Sum("Women", d.Women, "")
	p.Sum("Under 27", d.Young, "")
	finding(p, d.BalanceWords, d.Balance)
	for _, other := range d.Balance.Other {
		p.Note("On another reading: " + other.Sentence())
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
	p.Section("What this file shares")
	p.Sentence(d.PersonalWords() + " Use it for the business of the constituency party alone, and delete it when the next version comes.")
	p.Section("Declaration")
	p.Sentence("The delegates listed here were elected or appointed by the branch as stated.")
	p.Signature("Branch secretary")
	p.Signature("Branch chair")
}

// kinds are what the columns of a return hold, as a spreadsheet has it.
var kinds = map[data.ColumnKind]sheet.Kind{
	data.TextColumn: sheet.Text, data.CodeColumn: sheet.Code, data.NumberColumn: sheet.Number,
	data.VotesColumn: sheet.Figure, data.DateColumn: sheet.Date, data.ProseColumn: sheet.Wrap, data.MoneyColumn: sheet.Money, data.TimeColumn: sheet.Time,
}

// widths are for columns that may hold words where their kind expects a date.
var widths = map[string]int{"to": 25}

func delegates(book *sheet.Workbook, d data.DelegateReturnDoc) error {
	if len(d.Columns) == 0 {
		return nil
	}
	columns := make([]sheet.Column, len(d.Columns))
	for i, c := range d.Columns {
		columns[i] = sheet.Column{Title: c.Title, Kind: kinds[c.Kind], Width: widths[c.Key]}
	}
	return fill(book, "Delegates", columns, d.Columns, d.Rows)
}

// fill writes rows as a table, each with its value under every column.
func fill[C any, R interface{ Value(C) any }](book *sheet.Workbook, name string, heads []sheet.Column, columns []C, rows []R) error {
	t, err := book.Table(name, heads...)
	if err != nil {
		return err
	}
	cells := make([]sheet.Value, len(columns))
	for _, r := range rows {
		for i, c := range columns {
			cells[i] = r.Value(c)
		}
		if err := t.Row(cells...); err != nil {
			return err
		}
	}
	return nil
}

// changes lists what is different from the return before; there is no such sheet in the first.
func changes(book *sheet.Workbook, d data.DelegateReturnDoc) error {
	if d.Since == 0 {
		return nil
	}
	t, err := book.Table(fmt.Sprintf("Changes since v%d", d.Since),
		sheet.Column{Title: "Change"}, sheet.Column{Title: "Seat", Kind: sheet.Number},
		sheet.Column{Title: "Name"}, sheet.Column{Title: "What changed", Kind: sheet.Wrap})
	if err != nil {
		return err
	}
	for _, c := range d.Changes {
		var seat any
		if c.Seat > 0 {
			seat = c.Seat
		}
		if err := t.Row(c.Kind.String(), seat, c.Name, c.What); err != nil {
			return err
		}
	}
	return nil
}
