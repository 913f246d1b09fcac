package exports

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"branchbook/data"
	"branchbook/exports/page"
)

// LabelSheets names the sheets of labels that can be printed on: "21 to a sheet".
func LabelSheets() []string {
	var names []string
	for _, s := range page.LabelSheets() {
		names = append(names, s.Name)
	}
	return names
}

// WriteLabels writes the address labels of those who get a notice by post as a Word document, on sheets that LabelSheets
// names. The error is a *data.Problem, with nothing written, for another sheet and for no labels; else it is ctx's when that
// is cancelled, or the writer's.
func WriteLabels(ctx context.Context, w io.Writer, m data.Mailing, sheetName string, house House) error {
	return labels(ctx, w, page.WriteLabelsWord, m, sheetName, house)
}

// WriteLabelsPDF writes the same labels as a PDF file. The error is a *data.Problem too for words that a PDF has no letters
// for; else as WriteLabels'.
func WriteLabelsPDF(ctx context.Context, w io.Writer, m data.Mailing, sheetName string, house House) error {
	return labels(ctx, w, page.WriteLabels, m, sheetName, house)
}

func labels(ctx context.Context, w io.Writer, write func(io.Writer, page.Labels) error, m data.Mailing, sheetName string, house House) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	l := page.Labels{Document: page.Document{Title: "Address labels, " + m.On.Short(), Unit: m.Name, Author: m.Name, Created: house.Made}}
	for _, s := range page.LabelSheets() {
		if s.Name == sheetName {
			l.Sheet = s
		}
	}
	switch {
	case l.Sheet.Name == "":
		return data.NewProblem("There is no sheet of labels called "+sheetName+". Choose "+strings.Join(LabelSheets(), " or ")+".", nil)
	case len(m.Post) == 0:
		return data.NewProblem("Nobody is to be written to by post, so there are no labels.", nil)
	}
	for _, label := range m.Post {
		l.Each = append(l.Each, label)
	}
	err := write(w, l)
	switch {
	case errors.Is(err, page.ErrLetters):
		return data.NewProblem(fmt.Sprintf("A PDF cannot show these words: %s. Save the labels as a Word document (.docx) instead, which can.",
			strings.Join(page.UnprintableLabels(l), " ")), err)
	case err != nil:
		return fmt.Errorf("exports: labels: %w", err)
	}
	return ctx.Err()
}
