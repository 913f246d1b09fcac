package exports

import (
	"context"
	"fmt"
	"io"
	"strings"

	"branchbook/data"
	"branchbook/exports/page"
)

// WriteNotice writes the notice of a meeting as a Word document. It returns ctx's error when that is cancelled, and the
// writer's.
func WriteNotice(ctx context.Context, w io.Writer, d data.NoticeDoc, house House) error {
	return set(ctx, w, page.WriteWord, "notice", noticeDocument(d, house))
}

// WriteNoticePDF writes the same notice as a PDF file. Its errors are WriteMinutesPDF's.
func WriteNoticePDF(ctx context.Context, w io.Writer, d data.NoticeDoc, house House) error {
	return set(ctx, w, page.WritePDF, "notice", noticeDocument(d, house))
}

// WriteNoticeText writes the same notice as plain text, as it is copied into a message. Its errors are WriteNotice's.
func WriteNoticeText(ctx context.Context, w io.Writer, d data.NoticeDoc) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := io.WriteString(w, d.Text()+"\n"); err != nil {
		return fmt.Errorf("exports: notice: %w", err)
	}
	return ctx.Err()
}

func noticeDocument(d data.NoticeDoc, house House) page.Document {
	doc := page.Document{
		Title: d.Title + ", " + d.On.Short(), Unit: d.Branch, Subject: d.Name, Author: d.Branch, Created: house.Made,
		Blocks: []page.Block{
			page.Masthead{Unit: d.Branch, Title: d.Title, Lines: filled(d.CLP), Stamp: page.Stamp(d.Stamp)},
			page.Paragraph{Runs: []page.Run{{Text: d.Where, Bold: true}}},
		},
	}
	add := func(blocks ...page.Block) { doc.Blocks = append(doc.Blocks, blocks...) }
	for _, line := range d.Calling {
		add(prose(line)...)
	}
	business := page.Table{Columns: []page.Column{{Title: "No.", Share: 3}, {Title: "Business", Share: 30}}}
	for _, b := range d.Business {
		business.Rows = append(business.Rows, []string{b.Number, strings.Join(append([]string{b.Heading}, b.Under...), "\n")})
	}
	if len(business.Rows) > 0 {
		add(business)
	}
	if len(d.Nominations) > 0 {
		add(page.Heading{Level: 2, Text: "Nominations wanted"}, bullets(d.Nominations))
		add(prose(d.NominationsTo)...)
	}
	if d.Deadline != "" {
		add(page.Heading{Level: 2, Text: "Motions"})
		add(prose(d.Deadline)...)
	}
	if d.Voting != "" {
		add(page.Heading{Level: 2, Text: "Voting and quorum"})
	}
	for _, s := range append([]string{d.Voting}, d.Workings...) {
		add(prose(s)...)
	}
	if d.Reckoned != "" {
		add(page.Paragraph{Runs: []page.Run{{Text: d.Reckoned, Italic: true}}})
	}
	if d.Late != "" {
		add(page.Paragraph{Runs: []page.Run{{Text: d.Late, Bold: true}}})
	}
	add(page.Paragraph{Runs: page.Plain("\n" + strings.Join(d.Signed, "\n"))})
	return house.paper(doc)
}

func bullets(lines []string) page.Bullets {
	var b page.Bullets
	for _, l := range lines {
		b.Items = append(b.Items, page.Plain(l))
	}
	return b
}

// WriteAgenda writes the agenda of a meeting as a Word document. It returns ctx's error when that is cancelled, and the
// writer's.
func WriteAgenda(ctx context.Context, w io.Writer, d data.AgendaDoc, house House) error {
	return set(ctx, w, page.WriteWord, "agenda", agendaDocument(d, house))
}

// WriteAgendaPDF writes the same agenda as a PDF file. Its errors are WriteMinutesPDF's.
func WriteAgendaPDF(ctx context.Context, w io.Writer, d data.AgendaDoc, house House) error {
	return set(ctx, w, page.WritePDF, "agenda", agendaDocument(d, house))
}

// agendaDocument sets the hours and the planned minutes of the items in a column at the right, so that a chair can see
// at a glance where the evening should be.
func agendaDocument(d data.AgendaDoc, house House) page.Document {
	doc := page.Document{
		Title: d.Title + ", " + d.On.Short(), Unit: d.Branch, Subject: d.Title, Author: d.Branch, Created: house.Made,
		Blocks: []page.Block{page.Masthead{Unit: d.Branch, Title: d.Title, Lines: filled(d.Lines...), Stamp: page.Stamp(d.Stamp)}},
		Mark:   d.Stamp.String(),
	}
	t := page.Table{Columns: []page.Column{
		{Title: "No.", Share: 3}, {Title: "Business", Share: 22}, {Title: "From", Share: 4, Right: true}, {Title: "Planned", Share: 4, Right: true},
	}}
	for _, i := range d.Items {
		t.Rows = append(t.Rows, []string{i.Number, agendaWords(i), i.Starts, i.Minutes})
	}
	if len(t.Rows) > 0 {
		doc.Blocks = append(doc.Blocks, t)
	}
	doc.Blocks = append(doc.Blocks, prose(d.Length)...)
	if len(d.Motions) > 0 {
		doc.Blocks = append(doc.Blocks, page.Heading{Level: 1, Text: "Texts of the motions"})
	}
	for _, m := range d.Motions {
		doc.Blocks = append(doc.Blocks, page.Motion{Ref: m.Ref, Title: m.Title, Text: m.Text, Movers: m.Moved})
	}
	return house.paper(doc)
}

// agendaWords is the heading of an item with what stands under it, a line each.
func agendaWords(i data.AgendaLine) string {
	words := i.Heading
	if i.Note != "" {
		words += " (" + i.Note + ")"
	}
	return strings.Join(append([]string{words}, i.Under...), "\n")
}
