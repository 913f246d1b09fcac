package data

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func marked(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString([]string{"", "[+", "[-"}[r.Kind] + r.Text + []string{"", "]", "]"}[r.Kind])
	}
	return b.String()
}

func TestChangesAreMarkedByWords(t *testing.T) {
	for _, c := range []struct{ before, after, marks string }{
		{"It asks the CLP to write to the cabinet member.", "It asks the CLP to bring a deputation to full council, with our councillors, before 12 June.",
			"It asks the CLP to [-write to the cabinet member. ][+bring a deputation to full council, with our councillors, before 12 June.]"},
		{"One.\n\nTwo.", "One.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\n[+Three.]"},
		{"One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One.\n\n[-Two.\n\n]Three."},
		{"open on Saturdays", "open on weekends", "open on [-Saturdays ][+weekends]"},
		{"the same", "the  same", "the  same"},
		{"", "new", "[+new]"},
		{"gone", "", "[-gone]"},
	} {
		want(t, "marks", marked(MarkChanges(c.before, c.after)), c.marks)
	}
}

func TestTheMarkedRunsAreTheTwoTexts(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "the", "library", "bus.\n\n", "\n"}), 0, 30).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		var was, is strings.Builder
		for _, r := range MarkChanges(before, after) {
			if r.Kind != Added {
				was.WriteString(r.Text)
			}
			if r.Kind != Removed {
				is.WriteString(r.Text)
			}
		}
		same := func(a, b string) bool {
			return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
		}
		if !same(was.String(), before) || strings.TrimSpace(is.String()) != strings.TrimSpace(after) {
			t.Fatalf("%q and %q are marked as %q", before, after, marked(MarkChanges(before, after)))
		}
	})
}

func BenchmarkMarkChangesOfALongMotion(b *testing.B) {
	before := strings.Repeat("This branch notes that the council plans to close the library on Saturdays. ", 100) // 1,300 words
	after := strings.ReplaceAll(before, "close the library", "sell both libraries")
	for b.Loop() {
		MarkChanges(before, after)
	}
}
