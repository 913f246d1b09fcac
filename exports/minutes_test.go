package exports_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/exports"
)

func TestTheMinutesAsTheyAreRead(t *testing.T) {
	shows(t, seen(t, "minutes.docx", minutesOf(t, fourteenthOfMay(t).Minutes(data.MinutesStyle{}))),
		"Millbrook & Canalside Branch", "Minutes of the ordinary meeting, Thursday 14 May 2026, 7.30pm", "DRAFT", "subject to approval",
		"Canalside Community Hall", "Chair: Margaret Dunne. Minutes: Jean Whitcombe.",
		"Present (15): Margaret Dunne (chair), Jean Whitcombe (secretary), Adebayo Adeyemi", "Tŵm ŷr-Ŵyn",
		"Members without a vote (2): Aled Davies, Callum Frazer",
		"In attendance (2): Wilf Armitage (Eastgate Branch) and one other (name not recorded)",
		"Apologies (2): June Ashworth, Sunita Rao", "Quorate from 7.34pm", "5% of 199 eligible = 9.95, rounded up: 10",
		"The meeting opened at 7.34pm.", "AGREED: The minutes of 9 April are a true record.", "Matters arising (7.40pm)", "Last year it raised £212.40.",
		"ACTION: Zoë Okafor to book the hall for the jumble sale by 3 June.", "M-2026-04 Saturday opening at Canalside Library",
		"Moved Zoë Okafor, seconded Grace Mbeki", "CARRIED by 12 votes to 2 with 1 abstention", "CARRIED NEM CON", "A-2026-08",
		"The meeting closed at 9.14pm. Next meeting: Thursday 11 June 2026, 7.30pm", "Signed", "Page 1 of 2")
}

func TestNothingPrivateIsInTheMinutesFile(t *testing.T) {
	all := everything(t, minutesOf(t, fourteenthOfMay(t).Minutes(data.MinutesStyle{})))
	for _, private := range []string{"PRIVATE", "Private Street", "@example.org", "07700", "PR1 1VT", "arrears", "under 8 weeks", "0012"} {
		if strings.Contains(all, private) {
			t.Errorf("%q is in the minutes", private)
		}
	}
}

func TestMinutesOfAnEveningWithLittleInIt(t *testing.T) {
	e := data.Evening{Branch: data.Branch{Name: "Millbrook"}, Meeting: data.Meeting{Kind: data.Ordinary, Date: data.MustDate(2026, 5, 14)}}
	all := everything(t, minutesOf(t, e.Minutes(data.MinutesStyle{})))
	if !strings.Contains(all, "Minutes of the ordinary meeting, Thursday 14 May 2026") || strings.Contains(all, "Present") {
		t.Error("minutes of a meeting with no register are wrong")
	}
}

func TestTheSameMinutesAreTheSameFile(t *testing.T) {
	m := fourteenthOfMay(t).Minutes(data.MinutesStyle{})
	if !bytes.Equal(minutesOf(t, m), minutesOf(t, m)) {
		t.Error("two writings of the same minutes differ")
	}
}

func TestACancelledPaperIsNotReportedAsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var b bytes.Buffer
	e := fourteenthOfMay(t)
	for name, err := range map[string]error{
		"minutes":    exports.WriteMinutes(ctx, &b, e.Minutes(data.MinutesStyle{}), house),
		"PDF":        exports.WriteMinutesPDF(ctx, &b, e.Minutes(data.MinutesStyle{}), house),
		"attendance": exports.WriteTable(ctx, &b, e.Attendance().TableDoc(nil), house),
		"delegates":  exports.WriteTable(ctx, &b, data.NewDelegateReturn(delegation(t)).TableDoc(), house),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want that it was cancelled", name, err)
		}
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes of a cancelled paper were written", b.Len())
	}
}

// full is a disk with no room left.
type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsReported(t *testing.T) {
	e := fourteenthOfMay(t)
	for name, err := range map[string]error{
		"minutes":    exports.WriteMinutes(t.Context(), full{}, e.Minutes(data.MinutesStyle{}), house),
		"PDF":        exports.WriteMinutesPDF(t.Context(), full{}, e.Minutes(data.MinutesStyle{}), house),
		"attendance": exports.WriteTable(t.Context(), full{}, e.Attendance().TableDoc(nil), house),
		"delegates":  exports.WriteTable(t.Context(), full{}, data.NewDelegateReturn(delegation(t)).TableDoc(), house),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v, want that the disk is full", name, err)
		}
	}
}

func TestAFileIsNamedByWhatItIsAndWhen(t *testing.T) {
	may, june := data.MustDate(2026, 5, 14), data.MustDate(2026, 6, 18)
	for _, c := range []struct{ got, want string }{
		{exports.FileName(data.MinutesPaper, may, 0), "minutes-2026-05-14.docx"},
		{exports.FileName(data.AttendancePaper, may, 0), "attendance-2026-05-14.xlsx"},
		{exports.FileName(data.DelegateReturn, june, 1), "delegates-2026-06-18-v1.xlsx"},
		{exports.FileName(data.BackupPaper, may, 0), "backup-2026-05-14.zip"},
		{exports.FileName(data.DumpPaper, data.Date{}, 0), "dump.json"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestAPDFThatCannotShowANameSaysWhichAndWhatToDo(t *testing.T) {
	m := fourteenthOfMay(t).Minutes(data.MinutesStyle{})
	m.Closing = "Thanks to 王小明 for the hall."
	var out bytes.Buffer
	err := exports.WriteMinutesPDF(t.Context(), &out, m, house)
	var problem *data.Problem
	if !errors.As(err, &problem) || out.Len() > 0 {
		t.Fatalf("%v, with %d bytes written", err, out.Len())
	}
	if want := "A PDF cannot show these words: 王小明. Save the paper as a Word document (.docx) instead, which can."; problem.Say != want {
		t.Errorf("got %q, want %q", problem.Say, want)
	}
}
