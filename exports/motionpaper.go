package exports

import (
	"context"
	"io"
	"strings"

	"branchbook/data"
	"branchbook/exports/page"
)

// WriteMotionPaper writes one motion as a Word document of a page, to be sent on. It returns ctx's error when that is
// cancelled, and the writer's.
func WriteMotionPaper(ctx context.Context, w io.Writer, d data.MotionPaperDoc, house House) error {
	return set(ctx, w, page.WriteWord, "motion paper", motionDocument(d, house))
}

// WriteMotionPaperPDF writes the same paper as a PDF file. Its errors are WriteMinutesPDF's.
func WriteMotionPaperPDF(ctx context.Context, w io.Writer, d data.MotionPaperDoc, house House) error {
	return set(ctx, w, page.WritePDF, "motion paper", motionDocument(d, house))
}

func motionDocument(d data.MotionPaperDoc, house House) page.Document {
	doc := page.Document{
		Title: d.Heading + " " + d.Ref, Unit: d.Branch, Subject: d.Title, Author: d.Branch,
		Blocks: []page.Block{page.Masthead{Unit: d.Branch, Title: d.Heading + " " + d.Ref + ": " + d.Title, Lines: filled(d.CLP, d.AsAt.Long())}},
	}
	for _, f := range d.Facts {
		doc.Blocks = append(doc.Blocks, page.Labelled{Label: f.Label + ":", Runs: page.Plain(f.Value)})
	}
	text := "Text"
	if d.Heading == "Resolution" {
		text = "Text as agreed"
	}
	doc.Blocks = append(doc.Blocks, page.Heading{Level: 2, Text: text})
	doc.Blocks = append(doc.Blocks, paragraphs(d.Text)...)
	if d.Result != "" {
		doc.Blocks = append(doc.Blocks, page.Paragraph{Runs: []page.Run{{Text: d.Result, Bold: true}}})
	}
	switch {
	case len(d.Marked) > 0:
		doc.Blocks = append(doc.Blocks, page.Heading{Level: 2, Text: "What the amendments changed"})
		doc.Blocks = append(doc.Blocks, markedParagraphs(d.Marked)...)
	case len(d.Submitted) > 0:
		doc.Blocks = append(doc.Blocks, page.Heading{Level: 2, Text: "Text as submitted"})
		doc.Blocks = append(doc.Blocks, paragraphs(d.Submitted)...)
	}
	if d.Secretary != "" {
		doc.Blocks = append(doc.Blocks, page.Paragraph{Runs: page.Plain("Sent by " + d.Secretary + ", branch secretary.")})
	}
	return house.paper(doc)
}

func filled(lines ...string) []string {
	var out []string
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func paragraphs(text []string) []page.Block {
	var out []page.Block
	for _, t := range text {
		out = append(out, prose(t)...)
	}
	return out
}

// markedParagraphs sets words that were put in underlined and words that were taken out struck, a paragraph each.
func markedParagraphs(runs []data.Run) []page.Block {
	var out []page.Block
	var line []page.Run
	end := func() {
		if len(line) > 0 {
			out = append(out, page.Paragraph{Runs: line})
			line = nil
		}
	}
	for _, r := range runs {
		for i, part := range strings.Split(r.Text, "\n") {
			if i > 0 {
				end()
			}
			if part != "" {
				line = append(line, page.Run{Text: part, Added: r.Kind == data.Added, Struck: r.Kind == data.Removed})
			}
		}
	}
	end()
	return out
}
