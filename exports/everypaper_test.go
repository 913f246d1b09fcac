package exports_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"branchbook/data"
	"branchbook/exports"
)

// A paper in both of its forms.
type paper struct {
	name      string
	word, pdf func(context.Context, io.Writer) error
}

func of[T any](name string, d T, word, pdf func(context.Context, io.Writer, T, exports.House) error) paper {
	return paper{name,
		func(ctx context.Context, w io.Writer) error { return word(ctx, w, d, house) },
		func(ctx context.Context, w io.Writer) error { return pdf(ctx, w, d, house) }}
}

// everyPaper makes each paper that is for reading, about one person and in words that are handed in.
func everyPaper(t *testing.T, name, words string) []paper {
	t.Helper()
	first, last, _ := strings.Cut(name, " ")
	who := member("p90", name)
	who.First, who.Last, who.Email = first, last, ""
	calling := mayCalling(t)
	calling.People = []data.Person{who}
	calling.Meeting.Chair, calling.Meeting.Theme = who.ID, words
	calling.Items = append(slices.Clone(calling.Items), data.AgendaItem{
		ID: "guest", Meeting: calling.Meeting.ID, Place: 99, Kind: data.ItemSpeaker, Heading: words, Speaker: &data.Speaker{Name: name, Topic: words},
	})
	evening := fourteenthOfMay(t)
	evening.People[who.ID] = who
	evening.Register = data.NewRegister(append(slices.Clone(evening.Register), data.Event{ID: "z", Meeting: "may", Person: who.ID, Move: data.CameIn, Capacity: data.Voter, At: at(t, "7.40pm")}))
	evening.Blocks["i2"] = append(evening.Blocks["i2"], data.Block{Kind: data.BlockText, Text: words + "\n\n" + name + " spoke."})
	extract, err := evening.Extract("i2")
	if err != nil {
		t.Fatal(err)
	}
	contest := chairContest()
	contest.People["Dunne"], contest.Contest.Objections = who, words
	before := contest
	before.Contest.Rounds, before.Tally, before.Contest.Status = nil, data.Tally{}, data.NominationsClosed
	ballots, err := data.NewBallotPaper(before, 3)
	if err != nil {
		t.Fatal(err)
	}
	motion := data.NewMotionPaper(data.MotionPaperInput{
		Branch: evening.Branch, Names: true, AsAt: data.MustDate(2026, 5, 16), People: data.Names{who.ID: who}, Secretary: name,
		Motion: data.Motion{ID: "m", Ref: "M-2026-04", Title: words, Submitted: words, Mover: who.ID, Received: data.MustDate(2026, 4, 22), Status: data.Received},
	})
	report := data.Report{
		Kind: data.HandoverPaper, Branch: evening.Branch.Name, Title: "Handover summary", Facts: []data.Fact{{Label: "Secretary", Value: name}},
		Sections: []data.ReportSection{{Heading: words, Tables: []data.ReportTable{{Columns: []data.ReportColumn{{Title: "Who", Share: 1}}, Rows: [][]string{{name}}}}}},
	}
	labels := func(write func(context.Context, io.Writer, data.Mailing, string, exports.House) error) func(context.Context, io.Writer) error {
		return func(ctx context.Context, w io.Writer) error {
			return write(ctx, w, data.NewMailing(calling), exports.LabelSheets()[0], house)
		}
	}
	return []paper{
		of("notice", data.NewNotice(calling), exports.WriteNotice, exports.WriteNoticePDF),
		of("agenda", data.NewAgenda(calling), exports.WriteAgenda, exports.WriteAgendaPDF),
		of("sign-in sheet", data.NewSignIn(calling, true), exports.WriteSignIn, exports.WriteSignInPDF),
		{"labels", labels(exports.WriteLabels), labels(exports.WriteLabelsPDF)},
		of("minutes", evening.Minutes(data.MinutesStyle{}), exports.WriteMinutes, exports.WriteMinutesPDF),
		of("extract", extract, exports.WriteMinutes, exports.WriteMinutesPDF),
		of("motion paper", motion, exports.WriteMotionPaper, exports.WriteMotionPaperPDF),
		of("ballots", ballots, exports.WriteBallots, exports.WriteBallotsPDF),
		of("tellers' sheet", data.NewTellersSheet(before), exports.WriteContestSheet, exports.WriteContestSheetPDF),
		of("result", data.NewContestResult(contest), exports.WriteContestSheet, exports.WriteContestSheetPDF),
		of("report", report, exports.WriteReport, exports.WriteReportPDF),
	}
}

func written(t *testing.T, write func(context.Context, io.Writer) error) ([]byte, error) {
	t.Helper()
	var out bytes.Buffer
	err := write(t.Context(), &out)
	if err != nil && out.Len() > 0 {
		t.Errorf("%d bytes of a paper that could not be written", out.Len())
	}
	return out.Bytes(), err
}

// letters is a text without its spaces, as its letters are whatever marks stand for themselves.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
}

func TestANameInAnyLettersPrintsOnEveryPaperOrIsNamed(t *testing.T) {
	for language, c := range map[string]struct {
		name  string
		inPDF bool
	}{
		"Welsh": {"Siân Llŷr-Ŵyn", true}, "Polish": {"Łucja Żółć", true}, "Yoruba": {"Ọládélé Adéyẹmí", true}, "Turkish": {"İpek Yıldızoğlu", true},
		"Vietnamese": {"Nguyễn Phượng", true}, "Arabic": {"ليلى حسن", true}, "Bengali": {"রাহেলা বেগম", true}, "Chinese": {"小明 王", false},
	} {
		for _, p := range everyPaper(t, c.name, "The hall") {
			word, err := written(t, p.word)
			if err != nil {
				t.Fatalf("%s, %s: %v", language, p.name, err)
			}
			for _, part := range strings.Fields(c.name) {
				if !strings.Contains(everything(t, word), part) {
					t.Errorf("%s, %s in Word: %s is not there", language, p.name, part)
				}
			}
			pdf, err := written(t, p.pdf)
			var problem *data.Problem
			switch {
			case c.inPDF && err != nil:
				t.Errorf("%s, %s as PDF: %v", language, p.name, err)
			case !c.inPDF && (!errors.As(err, &problem) || !strings.Contains(problem.Say, strings.Fields(c.name)[0])):
				t.Errorf("%s, %s as PDF: %v, want that it names who cannot be printed", language, p.name, err)
			case c.inPDF:
				text := letters(printed(t, pdf))
				for _, part := range strings.Fields(c.name) {
					if !strings.Contains(text, letters(part)) {
						t.Errorf("%s, %s as PDF: %s cannot be found", language, p.name, part)
					}
				}
			}
		}
	}
}

func TestNoPaperBreaksOnWhatIsTypedIntoIt(t *testing.T) {
	for what, words := range map[string]string{
		"nothing":            "",
		"control characters": "The\x00 hall\x0b is\x1b[31m cold\x7f\ufffe]]> & <b>\"warm\"</b>",
		"200 letters":        strings.Repeat("Konstantinopolitanischer", 9)[:200],
		"1,200 words":        strings.TrimSpace(strings.Repeat("This branch notes the state of the hall. ", 150)),
		"broken UTF-8":       "The h\xc3ll \xff",
		"fields of Word":     "{{body}} { PAGE } w:t {{title}}",
	} {
		name := "Annabel Featherstonehaugh"
		if what == "200 letters" {
			name = strings.Repeat("Wolfeschlegel", 8)[:100] + " " + strings.Repeat("steinhausen", 10)[:100]
		}
		for _, p := range everyPaper(t, name, words) {
			word, err := written(t, p.word)
			if err != nil {
				t.Errorf("%s in the %s: %v", what, p.name, err)
				continue
			}
			wellFormed(t, what+" in the "+p.name, word)
			pdf, err := written(t, p.pdf)
			if err != nil {
				t.Errorf("%s in the %s as PDF: %v", what, p.name, err)
				continue
			}
			if _, last, _ := strings.Cut(name, " "); !strings.Contains(letters(printed(t, pdf)), last[:10]) {
				t.Errorf("%s in the %s: the name is not there", what, p.name)
			}
		}
	}
}

func TestFourHundredCanAttend(t *testing.T) {
	e := fourteenthOfMay(t)
	for i := range 400 {
		p := member(fmt.Sprintf("q%03d", i), fmt.Sprintf("Member Number%03d", i))
		e.People[p.ID] = p
		e.Register = append(e.Register, data.Event{ID: data.EventID(p.ID), Meeting: "may", Person: p.ID, Move: data.CameIn, Capacity: data.Voter, At: at(t, "7.20pm")})
	}
	e.Register = data.NewRegister(e.Register)
	m := e.Minutes(data.MinutesStyle{})
	pdf, err := written(t, func(ctx context.Context, w io.Writer) error { return exports.WriteMinutesPDF(ctx, w, m, house) })
	if err != nil {
		t.Fatal(err)
	}
	text := printed(t, pdf)
	shows(t, text, "Present (415):")
	for i := range 400 {
		if !strings.Contains(letters(text), fmt.Sprintf("MemberNumber%03d", i)) {
			t.Errorf("member %d is not named", i)
		}
	}
}

func TestPapersOfACancelledMeetingSaySoAndAskNobodyToCome(t *testing.T) {
	in := mayCalling(t)
	in.Meeting.Opened, in.Meeting.Eligible = data.Time{}, 0
	off, err := in.Meeting.Called(data.Recall{As: data.Cancelled, Why: "the hall is flooded", On: data.MustDate(2026, time.May, 12)}, data.Date{})
	if err != nil {
		t.Fatal(err)
	}
	in.Meeting = off
	evening := data.Evening{Branch: in.Branch, Meeting: off, Items: in.Items}
	for _, p := range []paper{
		of("notice", data.NewNotice(in), exports.WriteNotice, exports.WriteNoticePDF),
		of("agenda", data.NewAgenda(in), exports.WriteAgenda, exports.WriteAgendaPDF),
		of("minutes", evening.Minutes(data.MinutesStyle{}), exports.WriteMinutes, exports.WriteMinutesPDF),
	} {
		pdf, err := written(t, p.pdf)
		if err != nil {
			t.Fatal(err)
		}
		text := printed(t, pdf)
		shows(t, text, "CANCELLED", "the hall is flooded")
		for _, s := range []string{"must reach", "To vote you need", "Signed", "subject to approval", "meeting not closed"} {
			if strings.Contains(text, s) {
				t.Errorf("the %s of a cancelled meeting says %q:\n%s", p.name, s, text)
			}
		}
	}
	if text := data.NewNotice(in).Text(); strings.Contains(text, "Business:") || !strings.Contains(text, "Cancelled: the hall is flooded") {
		t.Errorf("the message says:\n%s", text)
	}
}

func TestAColumnInWhichNothingStandsIsLeftOut(t *testing.T) {
	table := data.ReportTable{
		Columns: []data.ReportColumn{{Title: "Post", Share: 3}, {Title: "Held by", Share: 3}, {Title: "Until", Share: 2}},
		Rows:    [][]string{{"Chair", "Margaret Dunne", ""}, {"Secretary", "Jean Whitcombe", ""}},
	}
	r := data.Report{Kind: data.HandoverPaper, Branch: "Millbrook", Title: "Handover summary", Sections: []data.ReportSection{{Heading: "Posts", Tables: []data.ReportTable{table}}}}
	all := everything(t, reportOf(t, r, house))
	if strings.Contains(all, "Until") || !strings.Contains(all, "Held by") {
		t.Error("a column without a word in it is on the paper")
	}
}
