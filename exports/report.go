package exports

import (
	"context"
	"io"
	"slices"

	"branchbook/data"
	"branchbook/exports/page"
)

// WriteReport writes a report as a Word document: the letter about somebody's attendance, the report of a year, the
// handover summary. It returns ctx's error when that is cancelled, and the writer's.
func WriteReport(ctx context.Context, w io.Writer, r data.Report, house House) error {
	return set(ctx, w, page.WriteWord, string(r.Kind), reportDocument(r, house))
}

// WriteReportPDF writes the same report as a PDF file. Its errors are WriteMinutesPDF's.
func WriteReportPDF(ctx context.Context, w io.Writer, r data.Report, house House) error {
	return set(ctx, w, page.WritePDF, string(r.Kind), reportDocument(r, house))
}

func reportDocument(r data.Report, house House) page.Document {
	d := page.Document{
		Title: r.Title, Unit: r.Branch, Subject: r.Branch, Author: r.Branch,
		Blocks: []page.Block{page.Masthead{Unit: r.Branch, Title: r.Title, Lines: filled(r.Lines...)}},
	}
	for _, f := range r.Facts {
		d.Blocks = append(d.Blocks, page.Labelled{Label: f.Label + ":", Runs: page.Plain(f.Value)})
	}
	for _, s := range r.Sections {
		d.Blocks = append(d.Blocks, reportSection(s)...)
	}
	d.Blocks = append(d.Blocks, prose(r.Certificate)...)
	if r.Signer != "" {
		d.Blocks = append(d.Blocks, page.Signature{Role: r.Signer})
	}
	return house.paper(withSmallPrint(d, r.Small))
}

func reportSection(s data.ReportSection) []page.Block {
	var out []page.Block
	if s.Heading != "" {
		out = append(out, page.Heading{Level: 1, Text: s.Heading})
	}
	out = append(out, paragraphs(s.Sentences)...)
	for _, t := range s.Tables {
		if len(t.Rows) > 0 {
			out = append(out, reportTable(t))
		}
	}
	if s.Small != "" {
		out = append(out, page.Paragraph{Runs: page.Plain(s.Small), Small: true})
	}
	return out
}

// reportTable sets a table, under its bars where it is drawn.
func reportTable(t data.ReportTable) page.Block {
	table := page.Table{Rows: t.Rows}
	for _, c := range t.Columns {
		table.Columns = append(table.Columns, page.Column{Title: c.Title, Share: c.Share, Right: c.Right})
	}
	if t.Draw {
		return page.Chart{Title: t.Title, Numbers: table, Value: t.Value}
	}
	table.Caption = t.Title
	return withoutEmpty(table)
}

// withoutEmpty leaves out the columns of a table in which nothing stands.
func withoutEmpty(t page.Table) page.Table {
	out := page.Table{Caption: t.Caption, Rows: make([][]string, len(t.Rows))}
	for i, c := range t.Columns {
		if !slices.ContainsFunc(t.Rows, func(row []string) bool { return row[i] != "" }) {
			continue
		}
		out.Columns = append(out.Columns, c)
		for r, row := range t.Rows {
			out.Rows[r] = append(out.Rows[r], row[i])
		}
	}
	return out
}
