package exports

import (
	"context"
	"fmt"
	"io"

	"branchbook/data"
	"branchbook/exports/sheet"
)

// WriteMotionsRegister writes the register of motions as a spreadsheet: a page to read first, and the register as a table
// with a row for each copy that was sent on. The columns that a recipient fills in can be read back. It returns ctx's error
// when that is cancelled, a *data.Problem when a text is longer than a cell holds, and the writer's error.
func WriteMotionsRegister(ctx context.Context, w io.Writer, d data.MotionsRegisterDoc, house House) error {
	book := house.workbook(ctx, w, "Register of motions, "+d.AsAt.Short(), d.Branch, d.Branch, "")
	p := book.Page("Register")
	p.Title("Register of motions")
	p.Subtitle(d.Branch, "As at "+d.AsAt.Long())
	p.Sentence(d.Summary + ".")
	if d.Public {
		p.Note("The names of movers and seconders are left out.")
	}
	p.Section("For the recipient")
	p.Sentence("Fill in Acknowledged, Their meeting and Their result beside the motions that came to you, and send the file back: the branch reads your answers from it.")
	if err := motionRows(book, d); err != nil {
		return fmt.Errorf("exports: register of motions: %w", inWords(err))
	}
	if err := book.Close(); err != nil {
		return fmt.Errorf("exports: register of motions: %w", inWords(err))
	}
	return nil
}

func motionRows(book *sheet.Workbook, d data.MotionsRegisterDoc) error {
	columns := make([]sheet.Column, len(d.Columns))
	for i, c := range d.Columns {
		columns[i] = sheet.Column{Title: c.Title, Kind: kinds[c.Kind], Aside: c.Aside}
	}
	return fill(book, "Motions", columns, d.Columns, d.Rows)
}
