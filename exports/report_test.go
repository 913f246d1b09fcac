package exports_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/example"
	"branchbook/exports"
	"branchbook/exports/page"
)

// rose is a logo.
func rose(t testing.TB) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, 120, 120))
	for i := range 120 {
		p.Set(i, i, color.RGBA{200, 16, 46, 255})
	}
	var out bytes.Buffer
	if err := png.Encode(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// exampleYear is the report of the example branch up to 10 May 2026.
func exampleYear(t testing.TB) data.Report {
	t.Helper()
	b := example.Make(example.Default)
	in := data.AnnualInput{
		Branch: b.Branch, Period: data.Period{From: data.MustDate(2025, 6, 12), To: data.MustDate(2026, 5, 10)}, AsAt: data.MustDate(2026, 5, 10),
		Meetings: b.Meetings, Registers: map[data.MeetingID]data.Register{}, People: data.NamesOf(b.People), Lists: b.Imports, Motions: b.Motions, Forwardings: b.Forwardings,
		Posts: b.Posts, Terms: b.Terms, Bodies: b.Bodies, Seats: b.Seats, Actions: b.Actions,
	}
	events := map[data.MeetingID][]data.Event{}
	for _, e := range b.Events {
		events[e.Meeting] = append(events[e.Meeting], e)
	}
	for id, all := range events {
		in.Registers[id] = data.NewRegister(all)
	}
	r, err := data.NewAnnualReport(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func reportOf(t testing.TB, r data.Report, house exports.House) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exports.WriteReport(t.Context(), &b, r, house); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheAnnualReportAsItIsRead(t *testing.T) {
	shows(t, seen(t, "report.docx", reportOf(t, exampleYear(t), house)),
		"Millbrook & Canalside Branch", "Annual report, 12 June 2025 to 10 May 2026", "The branch held 10 meetings.", "174 ÷ 10 = 17.4 a meeting on average",
		"Who came to each meeting", "12 Jun 2025, AGM", "There were 213 members on the list of 1 May 2025, and 214 on the list of 1 May 2026: 1 more.",
		"8 motions were dealt with, of which 6 were carried.", "Remitted to the executive", "Officers on 10 May 2026", "Margaret Dunne", "Delegates on 10 May 2026", "Page 1 of")
}

func TestThePDFOfTheAnnualReportHasTheSameFigures(t *testing.T) {
	var out bytes.Buffer
	if err := exports.WriteReportPDF(t.Context(), &out, exampleYear(t), house); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("this test reads the pages as a recipient would, and needs pdftotext (package poppler-utils): %v", err)
	}
	shows(t, string(text), "174 ÷ 10 = 17.4", "12 Jun 2025, AGM", "Members on each list", "Motions by what became of them")
}

func TestTheLogoStandsAtTheHeadOfEveryPaper(t *testing.T) {
	logo, err := exports.Logo(rose(t), "A rose")
	if err != nil {
		t.Fatal(err)
	}
	styled := house
	styled.Logo = logo
	e := fourteenthOfMay(t)
	var minutes, motion bytes.Buffer
	if err := exports.WriteMinutes(t.Context(), &minutes, e.HouseMinutes(), styled); err != nil {
		t.Fatal(err)
	}
	if err := exports.WriteMotionPaper(t.Context(), &motion, data.MotionPaperDoc{Branch: "Millbrook", Ref: "M-1", Title: "Bus", Heading: "Motion"}, styled); err != nil {
		t.Fatal(err)
	}
	for name, paper := range map[string][]byte{"minutes": minutes.Bytes(), "motion": motion.Bytes(), "report": reportOf(t, exampleYear(t), styled)} {
		if !strings.Contains(everything(t, paper), `descr="A rose"`) {
			t.Errorf("the %s has no logo", name)
		}
	}
}

func TestAFileThatIsNoLogoIsRefusedInASentence(t *testing.T) {
	for says, file := range map[string][]byte{
		"This file is no PNG or JPEG picture that can be read. Save the logo as one of the two, and choose that file.":                         []byte("%PDF-1.7"),
		"The logo is too large: a picture may have at most 512 KB, and 2000 pixels a side. Save a smaller version of it, and choose that one.": make([]byte, data.MaxFile+1),
	} {
		if _, err := exports.TidyLogo(file); data.Say(err) != says {
			t.Errorf("got %q, want %q", data.Say(err), says)
		}
	}
}

func TestPublicMinutesAreReadWithoutWhatTheyLeaveOut(t *testing.T) {
	e := fourteenthOfMay(t)
	e.Items[1].Confidential = true
	paper := minutesOf(t, e.PublicMinutes())
	shows(t, seen(t, "public.docx", paper), "Public copy", "Present (15): Margaret Dunne (chair), Jean Whitcombe (secretary) and 13 others (not named)",
		"Confidential item", "Public minutes leave out membership numbers", "1 confidential item")
	all := everything(t, paper)
	for _, private := range []string{"Okafor", "jumble", "Aled", "A-2026-07", "PRIVATE", "0012"} {
		if strings.Contains(all, private) {
			t.Errorf("%q is in some part of the public minutes", private)
		}
	}
}

func TestAnExtractIsCertifiedOnOnePage(t *testing.T) {
	x, err := fourteenthOfMay(t).Extract("m4")
	if err != nil {
		t.Fatal(err)
	}
	shows(t, seen(t, "extract.docx", minutesOf(t, x)), "Extract from the minutes of the ordinary meeting", "DRAFT", "Quorate from 7.34pm", "M-2026-04",
		"CARRIED by 12 votes to 2", "I certify that this is a true extract", "Secretary, date", "Page 1 of 1")
}

func TestPapersOfTheYearAreNamedByWhatTheyAre(t *testing.T) {
	may := data.MustDate(2026, 5, 14)
	for kind, want := range map[data.PaperKind]string{
		data.PublicMinutesPaper: "public-minutes-2026-05-14.docx", data.ExtractPaper: "extract-2026-05-14.docx", data.LetterPaper: "attendance-letter-2026-05-14.docx",
		data.AnnualReport: "annual-report-2026-05-14.docx", data.HandoverPaper: "handover-2026-05-14.docx",
	} {
		if got := exports.FileName(kind, may, 0); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// letterhead is a template for minutes with these words beside the body.
func letterhead(t testing.TB, words string) page.Template {
	t.Helper()
	var file bytes.Buffer
	blocks := []page.Block{page.Paragraph{Runs: page.Plain(words)}, page.Paragraph{Runs: page.Plain("{{body}}")}}
	if err := page.WriteWord(&file, page.Document{Blocks: blocks}); err != nil {
		t.Fatal(err)
	}
	template, err := exports.Template(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return template
}

func TestMinutesInATemplateOfTheBranchStillSayThatTheyAreADraft(t *testing.T) {
	for words, times := range map[string]int{"{{branch}}, {{clp}}: {{meeting}}": 1, "{{branch}}, {{clp}}: {{meeting}} {{stamp}}": 1} {
		styled := house
		styled.Template, styled.CLP = letterhead(t, words), "Northgate CLP"
		var out bytes.Buffer
		if err := exports.WriteMinutes(t.Context(), &out, fourteenthOfMay(t).HouseMinutes(), styled); err != nil {
			t.Fatal(err)
		}
		text := seen(t, "minutes.docx", out.Bytes())
		shows(t, text, "Millbrook & Canalside Branch, Northgate CLP: Canalside Community Hall", "Present (15)", "CARRIED by 12 votes to 2")
		if n := strings.Count(text, "DRAFT, subject to approval"); n != times {
			t.Errorf("with %q the draft says so %d times", words, n)
		}
	}
}

func TestATemplateIsRefusedInASentence(t *testing.T) {
	var bare bytes.Buffer
	if err := page.WriteWord(&bare, page.Document{Blocks: []page.Block{page.Paragraph{Runs: page.Plain("No field")}}}); err != nil {
		t.Fatal(err)
	}
	for says, file := range map[string][]byte{
		"The template must have {{body}} once, on a line of its own, where the minutes are to stand. Write it there, and choose the file again.": bare.Bytes(),
		"This file is no Word document that can be a template. Save it as a Word document (.docx), and choose that file.":                        []byte("PK"),
		"The template is too large: a page with fields needs no more than 512 KB. Take pictures out of it, and choose it again.":                 make([]byte, data.MaxFile+1),
	} {
		if _, err := exports.Template(file); data.Say(err) != says {
			t.Errorf("got %q, want %q", data.Say(err), says)
		}
	}
}
