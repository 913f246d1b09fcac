package exports

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/exports/page"
)

// WriteMinutes writes the minutes as a Word document. It returns ctx's error when that is cancelled, and the writer's.
//
// Where the house has a template they are set into it.
func WriteMinutes(ctx context.Context, w io.Writer, m data.Minutes, house House) error {
	if !house.Template.IsZero() {
		return set(ctx, w, func(w io.Writer, d page.Document) error {
			return page.WriteInto(w, house.Template, stamped(d, m, house.Template), m.Fields(house.CLP))
		}, "minutes", minutesDocument(m, house))
	}
	return set(ctx, w, page.WriteWord, "minutes", minutesDocument(m, house))
}

// stamped begins the body with what standing the minutes have, where the template does not say it: a draft must never look
// approved.
func stamped(d page.Document, m data.Minutes, t page.Template) page.Document {
	if m.Stamp == (data.Stamp{}) || slices.Contains(t.Fields(), "stamp") {
		return d
	}
	mark := page.Paragraph{Runs: []page.Run{{Text: m.Stamp.String(), Bold: true}}}
	d.Blocks = append([]page.Block{mark}, d.Blocks...)
	return d
}

// WriteMinutesPDF writes the same minutes as a PDF file. The error is a *data.Problem, with nothing written, when they
// hold words that a PDF has no letters for; else as WriteMinutes'.
func WriteMinutesPDF(ctx context.Context, w io.Writer, m data.Minutes, house House) error {
	return set(ctx, w, page.WritePDF, "minutes", minutesDocument(m, house))
}

// minutesDocument sets the minutes out in blocks.
func minutesDocument(m data.Minutes, house House) page.Document {
	called := "Minutes, "
	switch {
	case m.Certificate != "":
		called = "Extract from the minutes, "
	case m.LeftOut != "":
		called = "Public minutes, "
	}
	d := page.Document{
		Title: called + m.Date.Short(), Unit: m.Branch, Subject: m.Branch, Author: m.Branch, Mark: m.Stamp.String(),
		Blocks: []page.Block{page.Masthead{
			Unit: m.Branch, Title: m.Title, Lines: m.Lines, Stamp: page.Stamp(m.Stamp),
		}},
	}
	for _, r := range []data.Roll{m.Present, m.NoVote, m.InAttendance, m.Apologies} {
		if !r.IsZero() {
			d.Blocks = append(d.Blocks, page.Labelled{Label: r.Heading() + ":", Runs: page.Plain(r.Words())})
		}
	}
	if m.QuorumWords != "" {
		d.Blocks = append(d.Blocks, page.Labelled{Label: "Quorum:", Runs: page.Plain(m.QuorumWords)})
	}
	d.Blocks = append(d.Blocks, prose(m.Opening)...)
	for _, words := range m.Course {
		d.Blocks = append(d.Blocks, prose(words)...)
	}
	for _, item := range m.Items {
		d.Blocks = append(d.Blocks, minutedItem(item))
	}
	d.Blocks = append(d.Blocks, actionSummary(m.Actions)...)
	d.Blocks = append(d.Blocks, prose(strings.TrimSpace(m.Closing+" "+m.Next))...)
	d.Blocks = append(d.Blocks, corrected(m)...)
	if m.Seal != "" {
		d.Foot = "Seal " + m.Seal
	}
	d.Blocks = append(d.Blocks, prose(m.Certificate)...)
	if m.Signer != "" {
		d.Blocks = append(d.Blocks, page.Signature{Role: m.Signer})
	}
	return house.paper(withSmallPrint(d, m.LeftOut))
}

// corrected says what became of the minutes: what was put right in them, who approved and signed them, and the addenda
// agreed since.
func corrected(m data.Minutes) []page.Block {
	var out []page.Block
	if len(m.Corrections) > 0 {
		out = append(out, page.Heading{Level: 2, Text: "Corrections"})
		for i, c := range m.Corrections {
			out = append(out, page.Labelled{Label: fmt.Sprintf("%d.", i+1), Runs: page.Plain(c)})
		}
	}
	for _, s := range m.Standing {
		out = append(out, prose(s)...)
	}
	for _, s := range m.Addenda {
		head, words, _ := strings.Cut(s, ": ")
		out = append(out, page.Labelled{Label: head + ":", Runs: page.Plain(words)})
	}
	return out
}

// withSmallPrint ends a document with what is said about it, where there is something.
func withSmallPrint(d page.Document, text string) page.Document {
	if text != "" {
		d.Blocks = append(d.Blocks, page.Paragraph{Runs: page.Plain(text), Small: true})
	}
	return d
}

// prose is a paragraph where there is text for one.
func prose(text string) []page.Block {
	if text == "" {
		return nil
	}
	return []page.Block{page.Paragraph{Runs: page.Plain(text)}}
}

func minutedItem(item data.MinutedItem) page.Item {
	out := page.Item{Number: item.Number, Title: item.Heading, Depth: item.Depth}
	if !item.Began.IsZero() {
		out.Title += " (" + item.Began.String() + ")"
	}
	for _, p := range item.Parts {
		out.Body = append(out.Body, minutedPart(p)...)
	}
	return out
}

func minutedPart(p data.MinutedPart) []page.Block {
	switch p.Kind {
	case data.BlockMotion:
		return append([]page.Block{page.Motion{
			Ref: p.Motion.Ref, Title: p.Motion.Title, Text: p.Motion.Paragraphs, Movers: p.Motion.Moved,
			Amendments: p.Motion.Steps(), Result: p.Motion.Result, Count: p.Motion.Count,
		}}, sums(p.Motion.Sum, p.Motion.Note)...)
	case data.BlockText:
		return append(prose(p.Text), sums(p.Sum, p.Note)...)
	}
	lead := page.Run{Text: p.Lead + ": ", Bold: true}
	said := []page.Block{page.Paragraph{Runs: []page.Run{lead, {Text: p.Text}}}}
	if p.Grid != nil {
		return append(append(said, contestTable(p.Grid.ContestGrid)), sums(p.Grid.Sum, p.Note)...)
	}
	return append(said, sums(p.Sum, p.Note)...)
}

// sums sets the arithmetic of a vote under its result, for anyone who wants to check it.
func sums(sum, note string) []page.Block {
	text := strings.TrimSpace(sum + "\n" + note)
	if text == "" {
		return nil
	}
	return []page.Block{page.Paragraph{Runs: []page.Run{{Text: text, Italic: true}}}}
}

// actionSummary lists every action of the evening in one table.
func actionSummary(actions []data.MinutedAction) []page.Block {
	if len(actions) == 0 {
		return nil
	}
	t := page.Table{Columns: []page.Column{
		{Title: "Ref", Share: 5}, {Title: "Who", Share: 8}, {Title: "Action", Share: 17}, {Title: "By", Share: 6}, {Title: "Item", Share: 3, Right: true},
	}}
	for _, a := range actions {
		t.Rows = append(t.Rows, []string{a.Ref, a.Owner, a.Text, a.Due, a.Item})
	}
	return []page.Block{page.Heading{Level: 2, Text: "Actions"}, withoutEmpty(t)}
}
