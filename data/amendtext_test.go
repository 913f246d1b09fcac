package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// library is the motion of the target picture: an opening paragraph, then three that are numbered.
const library = `This branch notes that the council plans to close Canalside Library on Saturdays from 1 July.

1. It asks the city council to keep the library open on Saturdays.
2. It thanks the friends’ group, who can staff the desk from 10am to 1pm.
3. It asks the CLP to write to the cabinet member.`

func replace(n, place int, text string) Amendment {
	return Amendment{ID: AmendmentID(fmt.Sprint("a", n)), Motion: "m", Number: n, Op: Replace, Place: place, Text: text}
}

func apply(t *testing.T, a Amendment, text string) string {
	t.Helper()
	out, err := a.Apply(text)
	if err != nil {
		t.Fatalf("%s: %v", a.Label(), err)
	}
	return out
}

func TestAnAmendmentChangesTheTextAtItsPlace(t *testing.T) {
	three := ParagraphCalled(library, "3")
	want(t, "paragraph 3 is the fourth of the text", three, 4)
	for _, c := range []struct {
		name  string
		a     Amendment
		last  string // the last paragraphs then
		count int
	}{
		{"replace", replace(1, three, "It asks for a deputation."), "3. It asks for a deputation.", 4},
		{"words", Amendment{Op: Replace, Place: three, Was: "write", Text: "write again"}, "3. It asks the CLP to write again to the cabinet member.", 4},
		{"words in other quotation marks", Amendment{Op: Replace, Place: 3, Was: "friends' group", Text: "friends"}, "3. It asks the CLP to write to the cabinet member.", 4},
		{"delete words", Amendment{Op: Delete, Place: three, Was: "to the cabinet member"}, "3. It asks the CLP to write.", 4},
		{"add", Amendment{Op: Add, Text: "It asks for Sundays."}, "4. It asks for Sundays.", 5},
		{"insert", Amendment{Op: Insert, Place: 2, Text: "It is glad."}, "4. It asks the CLP to write to the cabinet member.", 5},
		{"delete", Amendment{Op: Delete, Place: 2}, "2. It asks the CLP to write to the cabinet member.", 3},
		{"delete the last", Amendment{Op: Delete, Place: three}, "2. It thanks the friends’ group, who can staff the desk from 10am to 1pm.", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := apply(t, c.a, library)
			want(t, "paragraphs", len(MotionParagraphs(text)), c.count)
			if !strings.HasSuffix(text, c.last) {
				t.Errorf("the text ends %q", text)
			}
		})
	}
}

func TestAnAmendmentThatDoesNotFitSaysWhat(t *testing.T) {
	for _, c := range []struct {
		a    Amendment
		says string
	}{
		{Amendment{Number: 4, Op: Replace, Place: 9, Text: "x"}, "A4 is to paragraph 9, but the text has 4 paragraphs. Say again where it goes."},
		{Amendment{Number: 4, Op: Delete, Place: 4, Was: "telephone"}, "A4 changes the words “telephone”, which are not in paragraph 3 as it stands. Say again where A4 goes."},
		{Amendment{Number: 4, Op: Delete, Place: 4, Was: "to"}, "The words “to” are in paragraph 3 2 times. Type a few of the words around them too, so that it is clear which A4 means."},
		{Amendment{Number: 4, Op: Delete, Place: 2, Was: "It asks the city council to keep the library open on Saturdays."}, "A4 would leave nothing of paragraph 1. Record it as deleting the paragraph."},
	} {
		_, err := c.a.Apply(library)
		want(t, "says", Say(err), c.says)
	}
}

func TestAnAmendmentCannotTakeOutTheWholeMotion(t *testing.T) {
	_, err := Amendment{Number: 1, Op: Delete, Place: 1}.Apply("One paragraph.")
	want(t, "says", Say(err), "A1 would leave nothing of the motion. Who wants that votes against the motion.")
}

func TestAWordIsNotFoundWithinAnother(t *testing.T) {
	text := apply(t, Amendment{Op: Replace, Place: 1, Was: "art", Text: "music"}, "The party is art.")
	want(t, "text", text, "The party is music.")
}

func TestAnAmendmentFindsItsParagraphAfterEarlierOnes(t *testing.T) {
	effective := func(a Amendment, n int) Amendment {
		a.Effect, a.Outcome = n, AmendmentCarried
		return a
	}
	inserted := effective(Amendment{ID: "i", Number: 1, Op: Insert, Place: 2, Text: "One.\n\nTwo."}, 1)
	deleted := effective(Amendment{ID: "d", Number: 2, Op: Delete, Place: 1}, 2)
	a := replace(4, 3, "x")
	placed, err := a.Placed([]Amendment{inserted, deleted})
	want(t, "fits", err, nil)
	want(t, "place", placed.Place, 4)
	want(t, "since", placed.Since, 2)

	again := effective(replace(1, 3, "All new."), 1)
	_, err = a.Placed([]Amendment{again})
	want(t, "says", Say(err), "A1 replaced paragraph 3: say again where A4 goes.")
	words := Amendment{Number: 4, Op: Replace, Place: 3, Was: "new", Text: "old"}
	_, err = words.Placed([]Amendment{again})
	want(t, "words that are there still", err, nil)
}

func TestAnAmendmentToAnAmendmentChangesItsWords(t *testing.T) {
	first := replace(1, 4, "It asks for a deputation.")
	second := Amendment{ID: "a2", Motion: "m", To: "a1", Number: 2, Op: Replace, Place: 1, Was: "deputation", Text: "delegation"}
	m := Motion{ID: "m", Ref: "M-2026-04", Submitted: library}
	s, err := m.SettleAmendment(second, AmendmentCarried, Vote{}, []Amendment{first, second})
	want(t, "settled", err, nil)
	want(t, "text", s.Others[0].Text, "It asks for a delegation.")
	want(t, "motion", s.Motion.CurrentText(), library)

	s, err = m.SettleAmendment(first, AmendmentLost, Vote{}, []Amendment{first, second})
	want(t, "settled", err, nil)
	want(t, "the one to it", s.Others[0].Outcome, AmendmentFallen)
}

func TestTheOrderToBeTaken(t *testing.T) {
	all := []Amendment{
		{ID: "1", Number: 1, Op: Add, Text: "At the end."},
		{ID: "2", Number: 2, Op: Replace, Place: 3, Text: "Third."},
		{ID: "3", Number: 3, Op: Replace, Place: 3, Was: "desk", Text: "counter"},
		{ID: "4", Number: 4, Op: Insert, Place: 2, Text: "Before."},
		{ID: "5", Number: 5, To: "2", Op: Replace, Was: "Third", Text: "Number three"},
		{ID: "6", Number: 6, Op: Delete, Place: 1, Outcome: AmendmentLost, Order: 1},
	}
	var labels []string
	for _, a := range TakingOrder(all, library) {
		labels = append(labels, a.Label())
	}
	want(t, "order", strings.Join(labels, " "), "A6 A4 A3 A5 A2 A1")
}

func TestARingOfAmendmentsIsHarmless(t *testing.T) {
	ring := []Amendment{{ID: "1", Number: 1, To: "2", Op: Replace, Text: "a"}, {ID: "2", Number: 2, To: "1", Op: Replace, Text: "b"}}
	want(t, "order", len(TakingOrder(ring, library)), 2)
	if _, err := (Motion{Submitted: library}).IfCarried(ring[0], ring); err == nil {
		t.Error("a ring has a text")
	}
}

func TestOverlapsAreNoticed(t *testing.T) {
	sundays := Amendment{ID: "3", Number: 3, Op: Add, Text: "It asks for the reading room to open on Sundays."}
	for _, c := range []struct {
		b    Amendment
		says string
	}{
		{Amendment{ID: "4", Number: 4, Op: Replace, Place: 2, Was: "Saturdays", Text: "Saturdays and Sundays"}, "A3 and A4 both touch Sundays"},
		{Amendment{ID: "4", Number: 4, Op: Replace, Place: 2, Was: "Saturdays", Text: "weekends"}, ""},
	} {
		f, _ := Overlap(sundays, c.b, nil, library)
		want(t, "verdict", f.Verdict, c.says)
	}
	a, b := replace(1, 4, "All new."), Amendment{ID: "b", Number: 2, Op: Replace, Place: 4, Was: "write", Text: "ring"}
	f, both := Overlap(a, b, nil, library)
	want(t, "both", both, true)
	want(t, "verdict", f.Verdict, "A1 and A2 both change paragraph 3")
	want(t, "sum", f.Sum, "If A1 is carried, the chair says whether A2 is still needed.")
}

func TestAnAmendmentThatMerelyNegates(t *testing.T) {
	want(t, "not", Amendment{Number: 1, Op: Replace, Was: "supports", Text: "does not support"}.JudgeNegation().Warning, false)
	want(t, "not", Amendment{Number: 1, Op: Replace, Was: "support", Text: "not support"}.JudgeNegation().Warning, true)
	want(t, "more", Amendment{Number: 1, Op: Replace, Was: "support", Text: "not support alone"}.JudgeNegation().Warning, false)
}

func TestWhatAnAmendmentDoesInWords(t *testing.T) {
	for _, c := range []struct {
		a    Amendment
		says string
	}{
		{replace(1, 4, "x"), "replace paragraph 3"},
		{Amendment{Op: Replace, Place: 4, Was: "write", Text: "write again"}, "in 3, “write” becomes “write again”"},
		{Amendment{Op: Add, Text: "x"}, "add paragraph 4"},
		{Amendment{Op: Insert, Place: 2, Text: "x"}, "insert before paragraph 1"},
		{Amendment{Op: Delete, Place: 2}, "delete paragraph 1"},
		{Amendment{Op: Delete, Place: 2, Was: "city"}, "in 1, delete “city”"},
		{Amendment{To: "a1", Op: Replace, Place: 1, Was: "a", Text: "b"}, "to A1: “a” becomes “b”"},
	} {
		want(t, "does", c.a.Does(library, []Amendment{replace(1, 4, "x")}), c.says)
	}
}

// Whatever is amended, the amendments that took effect, made one after the other to the text as it was put, give the text
// as agreed; and without the last of them the text is what it was before.
func TestTheCarriedAmendmentsGiveTheTextAsAgreed(t *testing.T) {
	words := rapid.SampledFrom(strings.Fields("library bus council asks branch Saturdays open keep Sundays again promptly housing"))
	rapid.Check(t, func(t *rapid.T) {
		paragraph := func(label string) string { return strings.Join(rapid.SliceOfN(words, 1, 8).Draw(t, label), " ") }
		var lines []string
		for i := range rapid.IntRange(1, 6).Draw(t, "paragraphs") {
			lines = append(lines, paragraph(fmt.Sprint("paragraph ", i)))
			if rapid.Bool().Draw(t, "numbered") {
				lines[i] = fmt.Sprintf("%d. %s", i+1, lines[i])
			}
		}
		m := Motion{ID: "m", Ref: "M-2026-04", Submitted: strings.Join(lines, "\n\n")}
		var all []Amendment
		for n := range rapid.IntRange(1, 7).Draw(t, "amendments") {
			a := Amendment{
				ID: AmendmentID(fmt.Sprint(n)), Motion: "m", Number: n + 1, Text: paragraph("text"),
				Op:    rapid.SampledFrom([]Operation{Insert, Add, Replace, Delete}).Draw(t, "op"),
				Place: rapid.IntRange(1, 6).Draw(t, "place"), Since: rapid.IntRange(0, len(InEffect(all))).Draw(t, "since"),
			}
			if rapid.Bool().Draw(t, "words") && a.Op != Insert && a.Op != Add {
				a.Was = words.Draw(t, "was")
			}
			all = append(all, a)
		}
		for i, a := range slices.Clone(all) {
			as := rapid.SampledFrom([]AmendmentOutcome{AmendmentCarried, AmendmentLost, AmendmentAccepted, AmendmentFell}).Draw(t, "as")
			before := m.CurrentText()
			offered, fits := m.IfCarried(a, all)
			s, err := m.SettleAmendment(a, as, Vote{}, all)
			switch {
			case err != nil && fits == nil:
				t.Fatalf("it fits, but cannot be settled: %v", err)
			case err != nil:
				continue
			case as.TakesEffect() && s.Motion.Text != offered:
				t.Fatalf("the text offered was %q, not %q", offered, s.Motion.Text)
			case !as.TakesEffect() && s.Motion.CurrentText() != before:
				t.Fatalf("%s changed the text", as)
			}
			all[i], m = s.Amendment, s.Motion
			if agreed, err := TextAsAmended(m.BaseText(), all); err != nil || len(InEffect(all)) > 0 && agreed != m.Text {
				t.Fatalf("the amendments give %q (%v), the text as agreed is %q", agreed, err, m.Text)
			}
			if _, err := m.SettleAmendment(all[i], AmendmentCarried, Vote{}, all); err == nil {
				t.Fatal("an amendment was settled twice")
			}
		}
	})
}
