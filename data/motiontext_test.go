package data

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParagraphsStandBetweenBlankLinesOrUnderNumbers(t *testing.T) {
	ps := MotionParagraphs("This branch notes:\n1. the cuts;\n2) the fares\nand the buses.\n\n1978 was better.\n\nThis branch resolves:\n1. to write;")
	var lines []string
	for _, p := range ps {
		lines = append(lines, strings.ReplaceAll(p.Text, "\n", "/"))
	}
	want(t, "paragraphs", strings.Join(lines, "|"), "This branch notes:|the cuts;|the fares/and the buses.|1978 was better.|This branch resolves:|to write;")
	want(t, "number", ps[2].Number, 2)
}

func TestAParagraphIsCalledByItsNumber(t *testing.T) {
	text := "This branch notes:\n1. the cuts;\n2. the fares.\n\nThis branch resolves:\n1. to write."
	for place, name := range map[int]string{1: "1 (unnumbered)", 2: "notes 1", 3: "2", 5: "resolves 1"} {
		want(t, "name", ParagraphName(text, place), name)
		want(t, "place of "+name, ParagraphCalled(text, name), place)
	}
	want(t, "no such paragraph", ParagraphCalled(text, "9"), 0)
	want(t, "without numbers", ParagraphName("One.\n\nTwo.", 2), "2")
}

func TestTheSectionsOfAMotion(t *testing.T) {
	for _, c := range []struct{ text, kinds string }{
		{"This branch notes that.\n\nMore.\n\nThis branch further notes it.\n\nThis branch believes so.\n\nThis branch therefore resolves to act.\n\nThis branch mandates its delegates.", "notes 1-3, believes 4-4, resolves 5-5, mandates 6-6"},
		{"Notes:\n1. one\n2. two\n\nResolves:\n1. three", "notes 1-3, resolves 4-5"},
		{"Millbrook & Canalside Branch notes the cuts.", "notes 1-1"},
		{"We want a bus.\n\nThe councillor notes that none came.", " 1-2"},
		{"", ""},
	} {
		var kinds []string
		for _, s := range Sections(c.text) {
			kinds = append(kinds, string(s.Kind)+" "+NumberOf(s.First, "", "")[:1]+"-"+NumberOf(s.Last, "", "")[:1])
		}
		want(t, "sections", strings.Join(kinds, ", "), c.kinds)
	}
}

func TestAContemporaryMotionHas250Words(t *testing.T) {
	m := Motion{Kind: ContemporaryMotion, Text: "1. " + strings.Repeat("word ", 250) + "–"}
	want(t, "250", m.JudgeLength().Sentence(), "250 words: at most 250 in a contemporary motion")
	want(t, "250 is no warning", m.JudgeLength().Warning, false)
	m.Text += " more"
	want(t, "251", m.JudgeLength().Sentence(), "251 words: at most 250 in a contemporary motion, one too many")
	m.Kind = OrdinaryMotion
	want(t, "an ordinary one", m.JudgeLength().Sentence(), "251 words")
}

// Splitting a text and joining it again changes nothing that anybody could read.
func TestParagraphsJoinToTheSameText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom([]string{"This branch notes", "the cuts", "1. one", "2. two", "3) three", ""})
		text := strings.Join(rapid.SliceOfN(line, 0, 12).Draw(t, "lines"), "\n")
		once := textOf(MotionParagraphs(text))
		if again := textOf(MotionParagraphs(once)); again != once {
			t.Fatalf("%q became %q and then %q", text, once, again)
		}
		if strings.Join(strings.Fields(once), " ") != strings.Join(strings.Fields(text), " ") {
			t.Fatalf("%q became %q", text, once)
		}
	})
}

func TestTheRegisterIsNarrowedAndSorted(t *testing.T) {
	today := MustDate(2026, 7, 2)
	bus := Motion{Ref: "M-2026-04", Title: "Bus cuts", Outcome: CarriedAmended, Mover: "z", Tags: []string{"Transport"}, Received: MustDate(2026, 4, 25)}
	sent := []Forwarding{{To: "MP", Sent: MustDate(2026, 5, 16)}}
	for _, c := range []struct {
		name string
		f    MotionFilter
		kept bool
	}{
		{"all", MotionFilter{}, true},
		{"carried", MotionFilter{Outcomes: []Outcome{Carried, CarriedAmended}}, true},
		{"lost", MotionFilter{Outcomes: []Outcome{Lost}}, false},
		{"year", MotionFilter{Year: 2026}, true},
		{"other year", MotionFilter{Year: 2025}, false},
		{"mover", MotionFilter{Mover: "y"}, false},
		{"tag", MotionFilter{Tag: "transport"}, true},
		{"awaiting", MotionFilter{AwaitingReply: true}, true},
		{"words", MotionFilter{Words: "bus tran"}, true},
		{"other words", MotionFilter{Words: "library"}, false},
	} {
		want(t, c.name, c.f.Matches(bus, Meeting{}, sent, today), c.kept)
	}
	all := []Motion{bus, {Ref: "M-2026-05", Title: "Zebra"}, {Ref: "M-2026-06", Title: "Air"}}
	want(t, "newest", SortMotions(all, Newest, nil)[0].Ref, "M-2026-06")
	want(t, "title", SortMotions(all, ByTitle, nil)[0].Title, "Air")
}
