package page

import (
	"fmt"
	"io"
	"strings"
)

// WriteText writes the document as plain text, for the body of an e-mail or a post: blank lines between blocks, no line
// breaks within a paragraph. Corrections read as corrected: what was struck out is left out. The errors are WriteWord's.
func WriteText(out io.Writer, d Document) error {
	if err := check(d.Blocks, false); err != nil {
		return err
	}
	var t text
	if d.Mark != "" {
		t.lines(oneLine(d.Mark))
	}
	t.blocks(d.Blocks)
	if _, err := io.WriteString(out, strings.TrimLeft(t.String(), "\n")); err != nil {
		return fmt.Errorf("page: writing the text: %w", err)
	}
	return nil
}

// text gathers lines.
type text struct {
	strings.Builder
}

// lines writes what belongs together, after a blank line. Empty ones are left out.
func (t *text) lines(lines ...string) {
	t.WriteString("\n")
	for _, l := range lines {
		if l != "" {
			t.WriteString(l + "\n")
		}
	}
}

func (t *text) blocks(blocks []Block) {
	for _, b := range blocks {
		t.block(b)
	}
}

func (t *text) block(b Block) {
	switch b := b.(type) {
	case Masthead:
		lines := []string{oneLine(b.Unit), oneLine(b.Title)}
		for _, l := range b.Lines {
			lines = append(lines, oneLine(l))
		}
		t.lines(lines...)
	case Heading:
		t.lines(oneLine(b.Text))
	case Paragraph:
		t.lines(spoken(b.Runs))
	case Labelled:
		t.lines(oneLine(b.Label) + " " + spoken(b.Runs))
	case Item:
		t.lines(strings.TrimSpace(oneLine(b.Number) + "  " + oneLine(b.Title)))
		t.blocks(b.Body)
		for _, a := range b.Actions {
			t.lines("Action: " + joined(", ", oneLine(a.Who), oneLine(a.What), oneLine(a.Due)))
		}
	case Motion:
		t.motion(b)
	case Bullets:
		var lines []string
		for _, runs := range b.Items {
			lines = append(lines, "- "+spoken(runs))
		}
		t.lines(lines...)
	case Table:
		t.table(b)
	case Chart:
		t.lines(oneLine(b.Title))
		if !b.Bare {
			t.table(b.Numbers)
		}
	case Signature:
		t.lines("Signed ______________________ " + oneLine(b.Role) + ", date ______________")
	case Slip:
		t.slip(b)
	case PageBreak:
	}
}

func (t *text) motion(b Motion) {
	t.lines(joined(" ", oneLine(b.Ref), oneLine(b.Title)))
	for _, p := range b.Text {
		t.lines(clean(p))
	}
	lines := []string{oneLine(b.Movers)}
	for _, a := range b.Amendments {
		lines = append(lines, oneLine(a))
	}
	t.lines(append(lines, b.decided())...)
}

// table writes a row as a line of "Title: cell", which survives any mail program, unlike columns.
func (t *text) table(b Table) {
	t.lines(oneLine(b.Caption))
	for _, row := range b.Rows {
		var cells []string
		for i, cell := range row {
			if cell = oneLine(cell); cell != "" {
				cells = append(cells, oneLine(b.Columns[i].Title)+": "+cell)
			}
		}
		t.lines(strings.Join(cells, "; "))
	}
}

// spoken is the text of runs as it stands after corrections.
func spoken(runs []Run) string {
	said := ""
	for i, r := range runs {
		if r.Struck {
			continue
		}
		next := clean(r.Text)
		if i > 0 && runs[i-1].Struck && strings.HasSuffix(said, " ") { // one space was for what is struck out
			next = strings.TrimPrefix(next, " ")
		}
		said += next
	}
	return said
}

// joined puts a separator between those that are not empty.
func joined(separator string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, separator)
}
