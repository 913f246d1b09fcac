package exports_test

import (
	"bytes"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"branchbook/data"
	"branchbook/data/example"
	"branchbook/exports"
)

// mayCalling is the meeting of 14 May of the example branch as its notice finds it.
func mayCalling(t *testing.T) data.CallingInput {
	t.Helper()
	in := data.CallingInput{Branch: example.Branch(), Today: data.MustDate(2026, time.May, 4), Rules: data.DefaultRules(), Notes: map[data.Source]string{}}
	made := example.Make(example.Default)
	in.People = made.People
	for _, m := range made.Meetings {
		if m.Status == data.Planned {
			in.Meeting = m
		}
	}
	for _, i := range made.Items {
		if i.Meeting == in.Meeting.ID {
			in.Items = append(in.Items, i)
		}
	}
	for _, m := range made.Motions {
		if m.Meeting == in.Meeting.ID {
			in.Motions = append(in.Motions, m)
		}
	}
	return in
}

// printed is the text of a PDF as a reader finds it.
func printed(t *testing.T, pdf []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("this test reads the pages as a recipient would, and needs pdftotext (package poppler-utils): %v", err)
	}
	return norm.NFC.String(string(text))
}

func TestTheNoticeOfTheExampleIsOnePageInWordAndInPDF(t *testing.T) {
	doc := data.NewNotice(mayCalling(t))
	var word, pdf bytes.Buffer
	if err := exports.WriteNotice(t.Context(), &word, doc, house); err != nil {
		t.Fatal(err)
	}
	if err := exports.WriteNoticePDF(t.Context(), &pdf, doc, house); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{seen(t, "notice.docx", word.Bytes()), printed(t, pdf.Bytes())} {
		shows(t, text, "Notice of ordinary meeting", "Thursday 14 May 2026, 7.30pm, Canalside Community Hall.",
			"Welcome and apologies", "M-2026-04", "Quorum 10.", "5% of 199 eligible = 9.95, rounded up: 10", "Jean Whitcombe, branch secretary", "Page 1 of 1")
	}
}

func TestTheTextOfTheNoticeSaysWhatThePaperSays(t *testing.T) {
	doc := data.NewNotice(mayCalling(t))
	var text, word bytes.Buffer
	if err := exports.WriteNoticeText(t.Context(), &text, doc); err != nil {
		t.Fatal(err)
	}
	if err := exports.WriteNotice(t.Context(), &word, doc, house); err != nil {
		t.Fatal(err)
	}
	paper := seen(t, "notice.docx", word.Bytes())
	for _, line := range strings.Split(text.String(), "\n") {
		line = strings.TrimSpace(line)
		if number, heading, is := strings.Cut(line, ". "); is && len(number) <= 2 {
			line = heading
		}
		if line != "" && line != "Business:" && !strings.Contains(paper, line) {
			t.Errorf("the paper lacks %q", line)
		}
	}
}

func TestTheAgendaHasTheTextsOfItsMotions(t *testing.T) {
	doc := data.NewAgenda(mayCalling(t))
	var word, pdf bytes.Buffer
	if err := exports.WriteAgenda(t.Context(), &word, doc, house); err != nil {
		t.Fatal(err)
	}
	if err := exports.WriteAgendaPDF(t.Context(), &pdf, doc, house); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{seen(t, "agenda.docx", word.Bytes()), printed(t, pdf.Bytes())} {
		shows(t, text, "Agenda of the ordinary meeting", "7.30pm", "5 min", "Texts of the motions", "Moved")
	}
}

func TestTheSheetAtTheDoorListsEveryMemberAndHasRoomForGuests(t *testing.T) {
	doc := data.NewSignIn(mayCalling(t), true)
	if doc.People != 214 {
		t.Errorf("it lists %d", doc.People)
	}
	var pdf bytes.Buffer
	if err := exports.WriteSignInPDF(t.Context(), &pdf, doc, house); err != nil {
		t.Fatal(err)
	}
	text := printed(t, pdf.Bytes())
	shows(t, text, "Sign-in sheet", "Quorum 10", "Adeleke, Ikenna", "A3045311 Millbrook No", "Guests and others", "Private: destroy this sheet")
	if strings.Contains(text, "arrears") {
		t.Error("a sheet that everybody signs says who owes money")
	}
	if n := strings.Count(text, "Signature"); n < 10 {
		t.Errorf("the header row stands on %d pages", n)
	}
}

// message reads a draft back as a mail program does.
func message(t *testing.T, m data.Mailing) (*mail.Message, string) {
	t.Helper()
	var b bytes.Buffer
	if err := exports.WriteMail(t.Context(), &b, m, house); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\r\n") {
		if len(line) > 78 || strings.Contains(line, "\n") {
			t.Errorf("a line of %d letters, or with a bare line feed: %q", len(line), line)
		}
	}
	read, err := mail.ReadMessage(&b)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(read.Body))
	if err != nil {
		t.Fatal(err)
	}
	return read, strings.ReplaceAll(string(body), "\r\n", "\n")
}

func TestTheDraftHasEveryAddressInTheBlindCopyAlone(t *testing.T) {
	m := data.NewMailing(mayCalling(t))
	read, body := message(t, m)
	bcc, err := read.Header.AddressList("Bcc")
	if err != nil || len(bcc) != 188 || len(m.Post) != 26 {
		t.Errorf("%d in the blind copy, %d by post: %v", len(bcc), len(m.Post), err)
	}
	to, err := read.Header.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Address != "secretary@example.org" || to[0].Name != "Millbrook & Canalside Branch" {
		t.Errorf("it is to %v: %v", to, err)
	}
	if read.Header.Get("X-Unsent") != "1" || read.Header.Get("Cc") != "" {
		t.Errorf("%v", read.Header)
	}
	if body != m.Body+"\n" {
		t.Errorf("the body is %q", body)
	}
}

func TestANameCannotPutAHeaderIntoTheDraft(t *testing.T) {
	in := mayCalling(t)
	in.Branch.Name = "Millbrook\r\nBcc: everyone@example.net\r\n\r\nŁódź"
	in.Meeting.Venue = "Hall\r\nX-Evil: 1"
	in.People = []data.Person{
		{ID: "1", Last: "O", Status: data.Member, Email: "a@example.org\r\nBcc: b@example.net"},
		{ID: "2", Last: "P", Status: data.Member, Email: "p@example.org"},
	}
	m := data.NewMailing(in)
	m.Subject = "Notice\r\nBcc: c@example.net – Łódź " + strings.Repeat("ż", 60)
	read, _ := message(t, m)
	if got := read.Header["Bcc"]; len(got) != 1 || got[0] != "p@example.org" {
		t.Errorf("the blind copy is %q", got)
	}
	var names []string
	for name := range read.Header {
		names = append(names, name)
	}
	if len(names) != 9 || read.Header.Get("X-Evil") != "" {
		t.Errorf("the headers are %q", names)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(read.Header.Get("Subject"))
	if want := "Notice Bcc: c@example.net – Łódź " + strings.Repeat("ż", 60); err != nil || subject != want {
		t.Errorf("the subject is %q: %v", subject, err)
	}
}

func TestABranchWithoutAnAddressStillHasADraft(t *testing.T) {
	in := mayCalling(t)
	in.Branch.Email = "not an address"
	read, _ := message(t, data.NewMailing(in))
	if got := read.Header.Get("To"); got != "undisclosed-recipients:;" {
		t.Errorf("it is to %q", got)
	}
}

func TestLabelsArePrintedForThoseWithoutEmail(t *testing.T) {
	m := data.NewMailing(mayCalling(t))
	for _, sheet := range exports.LabelSheets() {
		var pdf, word bytes.Buffer
		if err := exports.WriteLabelsPDF(t.Context(), &pdf, m, sheet, house); err != nil {
			t.Fatal(err)
		}
		if err := exports.WriteLabels(t.Context(), &word, m, sheet, house); err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{seen(t, "labels.docx", word.Bytes()), printed(t, pdf.Bytes())} {
			shows(t, text, "Dorothy Archer", "8 Spindle Street", "NX1 4EU", "Ama Größl")
		}
	}
	for name, err := range map[string]error{
		"an unknown sheet": exports.WriteLabels(t.Context(), io.Discard, m, "65 to a sheet", house),
		"no labels":        exports.WriteLabels(t.Context(), io.Discard, data.Mailing{}, exports.LabelSheets()[0], house),
	} {
		if data.Say(err) == "" || err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// properties unfolds a calendar file and reads its lines, as RFC 5545 has it.
func properties(t *testing.T, file []byte) map[string][]string {
	t.Helper()
	text := string(file)
	if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Error("a line ends with a line feed alone")
	}
	var open []string
	found := map[string][]string{}
	for _, raw := range strings.Split(text, "\r\n") {
		if len(raw) > 75 {
			t.Errorf("%d octets in %q", len(raw), raw)
		}
	}
	for _, line := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		quoted := false
		at := strings.IndexFunc(line, func(r rune) bool {
			quoted = quoted != (r == '"')
			return r == ':' && !quoted
		})
		if at < 0 {
			t.Fatalf("no property: %q", line)
		}
		name, value := line[:at], line[at+1:]
		switch name {
		case "BEGIN":
			open = append(open, value)
		case "END":
			if open[len(open)-1] != value {
				t.Fatalf("%s ends inside %s", value, open[len(open)-1])
			}
			open = open[:len(open)-1]
		default:
			found[strings.Join(open, "/")+"/"+name] = append(found[strings.Join(open, "/")+"/"+name], value)
		}
	}
	if len(open) > 0 {
		t.Errorf("%q never end", open)
	}
	return found
}

func calendarOf(t *testing.T, in data.CallingInput, made time.Time) map[string][]string {
	t.Helper()
	var b bytes.Buffer
	if err := exports.WriteCalendar(t.Context(), &b, data.NewCalendarEntry(in), exports.House{Made: made}); err != nil {
		t.Fatal(err)
	}
	return properties(t, b.Bytes())
}

const event = "VCALENDAR/VEVENT/"

func TestTheCalendarEntrySaysWhenAndWhere(t *testing.T) {
	in := mayCalling(t)
	in.Branch.Name = "Łódź; \"Mill\", \\ & Canal\nBranch"
	got := calendarOf(t, in, house.Made)
	want := map[string]string{
		"VCALENDAR/VERSION": "2.0", event + "DTSTART;TZID=Europe/London": "20260514T193000", event + "DTEND;TZID=Europe/London": "20260514T213000",
		event + "STATUS": "CONFIRMED", event + "LOCATION": "Canalside Community Hall",
		event + "SUMMARY": `Łódź\; "Mill"\, \\ & Canal\nBranch: ordinary meeting`,
		"VCALENDAR/VTIMEZONE/STANDARD/TZOFFSETFROM":             "+0100",
		event + `ORGANIZER;CN="Łódź; 'Mill', \ & Canal Branch"`: "mailto:secretary@example.org",
	}
	for name, value := range want {
		if diff := cmp.Diff([]string{value}, got[name]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAMeetingThatMovesReplacesItsEntryAndACancelledOneSaysSo(t *testing.T) {
	in := mayCalling(t)
	first := calendarOf(t, in, house.Made)
	moved, err := in.Meeting.Called(data.Recall{As: data.Cancelled, Why: "flood"}, data.Date{})
	if err != nil {
		t.Fatal(err)
	}
	was := in.Meeting
	in.Meeting = moved
	after := calendarOf(t, in, house.Made.Add(time.Hour))
	in.Meeting = was // Undo
	again := calendarOf(t, in, house.Made.Add(2*time.Hour))
	for _, pair := range [][2]map[string][]string{{first, after}, {after, again}} {
		one, two := pair[0], pair[1]
		if one[event+"UID"][0] != two[event+"UID"][0] || number(t, one[event+"SEQUENCE"]) >= number(t, two[event+"SEQUENCE"]) {
			t.Errorf("%v, then %v", one[event+"SEQUENCE"], two[event+"SEQUENCE"])
		}
	}
	if after[event+"STATUS"][0] != "CANCELLED" {
		t.Errorf("it is %v", after[event+"STATUS"])
	}
}

func number(t *testing.T, values []string) int32 {
	t.Helper()
	n, err := strconv.ParseInt(values[0], 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	return int32(n)
}

func TestAMeetingWithoutAnHourIsADaysEntry(t *testing.T) {
	in := mayCalling(t)
	in.Meeting.Starts, in.Meeting.EndsBy = data.Time{}, data.Time{}
	got := calendarOf(t, in, house.Made)
	if got[event+"DTSTART;VALUE=DATE"][0] != "20260514" || got[event+"DTEND;VALUE=DATE"][0] != "20260515" {
		t.Errorf("%v", got)
	}
}

func TestAMeetingPastMidnightEndsTheNextDay(t *testing.T) {
	in := mayCalling(t)
	in.Meeting.EndsBy = in.Meeting.Starts.Add(5 * 60)
	if got := calendarOf(t, in, house.Made)[event+"DTEND;TZID=Europe/London"]; len(got) != 1 || got[0] != "20260515T003000" {
		t.Errorf("it ends %v", got)
	}
}
