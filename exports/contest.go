package exports

import (
	"context"
	"io"

	"branchbook/data"
	"branchbook/exports/page"
)

// WriteBallots writes the ballots of a round as a Word document, as many as are given out, with lines to cut along. It
// returns ctx's error when that is cancelled, and the writer's.
func WriteBallots(ctx context.Context, w io.Writer, d data.BallotPaperDoc, house House) error {
	return set(ctx, w, page.WriteWord, "ballots", ballotsDocument(d, house))
}

// WriteBallotsPDF writes the same ballots as a PDF file. Its errors are WriteMinutesPDF's.
func WriteBallotsPDF(ctx context.Context, w io.Writer, d data.BallotPaperDoc, house House) error {
	return set(ctx, w, page.WritePDF, "ballots", ballotsDocument(d, house))
}

func ballotsDocument(d data.BallotPaperDoc, house House) page.Document {
	slip := page.Slip{Unit: d.Branch, Title: d.Title, Lines: []string{d.When, d.Instruction}}
	for _, c := range d.Choices {
		slip.Choices = append(slip.Choices, page.Choice{Number: c.Number, Name: c.Name, From: c.From})
	}
	doc := page.Document{Title: "Ballots: " + d.Title, Unit: d.Branch, Subject: d.Title, Author: d.Branch, Created: house.Made, Cut: true}
	for range d.Copies {
		doc.Blocks = append(doc.Blocks, slip)
	}
	return doc
}

// WriteContestSheet writes a tellers' sheet or the result of a contest as a Word document. It returns ctx's error when that
// is cancelled, and the writer's.
func WriteContestSheet(ctx context.Context, w io.Writer, d data.ContestSheetDoc, house House) error {
	return set(ctx, w, page.WriteWord, "sheet of a contest", contestDocument(d, house))
}

// WriteContestSheetPDF writes the same sheet as a PDF file. Its errors are WriteMinutesPDF's.
func WriteContestSheetPDF(ctx context.Context, w io.Writer, d data.ContestSheetDoc, house House) error {
	return set(ctx, w, page.WritePDF, "sheet of a contest", contestDocument(d, house))
}

func contestDocument(d data.ContestSheetDoc, house House) page.Document {
	doc := page.Document{
		Title: d.Heading + ": " + d.Title, Unit: d.Branch, Subject: d.Title, Author: d.Branch,
		Blocks: []page.Block{page.Masthead{Unit: d.Branch, Title: d.Heading + ": " + d.Title, Lines: filled(d.CLP, d.When)}},
	}
	for _, f := range d.Facts {
		doc.Blocks = append(doc.Blocks, page.Labelled{Label: f.Label + ":", Runs: page.Plain(f.Value)})
	}
	if d.Outcome != "" {
		doc.Blocks = append(doc.Blocks, page.Paragraph{Runs: []page.Run{{Text: d.Outcome, Bold: true}}})
	}
	for _, g := range d.Grids {
		doc.Blocks = append(doc.Blocks, contestTable(g))
	}
	for _, s := range append(d.Sentences, d.Notes...) {
		doc.Blocks = append(doc.Blocks, prose(s)...)
	}
	for _, role := range d.Signers {
		doc.Blocks = append(doc.Blocks, page.Signature{Role: role})
	}
	return house.paper(doc)
}

// room makes a row of a sheet that is filled in by hand tall enough to write in.
const room = "\n\u00a0"

// contestTable sets a grid out: names are broad, figures stand at the right, and a column to count in is the broadest.
func contestTable(g data.ContestGrid) page.Table {
	t := page.Table{Caption: g.Caption}
	last := len(g.Columns) - 1
	for i, title := range g.Columns {
		column := page.Column{Title: title, Share: 2}
		switch {
		case g.Tally && i == last-1:
			column.Share = 7
		case g.Tally && i == last:
			column.Right = true
		case title == "No.":
			column.Share = 1
		case i == 0 || g.Tally:
			column.Share = 6
		case i == last:
			column.Share = 4
		default:
			column.Right = true
		}
		t.Columns = append(t.Columns, column)
	}
	for _, row := range g.Rows {
		if g.Tally {
			row = append([]string(nil), row...)
			row[last-1] += room
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
