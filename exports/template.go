package exports

import (
	"context"
	"errors"
	"fmt"
	"io"

	"branchbook/data"
	"branchbook/exports/sheet"
)

// FillTemplate writes a copy of the spreadsheet that a recipient supplied, with the rows of a table below its headings.
// The table's readable page and its changes are no part of it; vacant places are. It returns ctx's error when that is
// cancelled, a *data.Problem when the template cannot be filled, and the writer's error.
func FillTemplate(ctx context.Context, w io.Writer, d data.TableDoc, t data.Template, house House) error {
	columns := map[string]data.ReturnColumn{}
	for _, c := range data.TemplateColumns(d.Offered) {
		columns[c.Key] = c
	}
	form := sheet.Form{Content: t.Content, Sheet: t.Sheet, Row: t.Row, Columns: make([]sheet.FormColumn, len(t.Keys))}
	for i, key := range t.Keys {
		c, there := columns[key]
		form.Columns[i] = sheet.FormColumn{Filled: there, Kind: kinds[c.Kind]}
	}
	rows := make([][]sheet.Value, len(d.Rows))
	for i, r := range d.Rows {
		rows[i] = make([]sheet.Value, len(t.Keys))
		for j, key := range t.Keys {
			if c, there := columns[key]; there {
				rows[i][j] = cellValue(r.Value(c))
			}
		}
	}
	err := form.Fill(ctx, w, rows, house.Password)
	switch {
	case errors.Is(err, sheet.ErrForm):
		return data.NewProblem(t.File+" cannot be filled: it is damaged, or its sheet is gone. Choose the template again.", err)
	case err != nil:
		return fmt.Errorf("exports: %s: %w", d.Kind, inWords(err))
	}
	return nil
}
