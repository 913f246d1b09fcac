package data_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"time"

	"branchbook/data"

	"github.com/google/go-cmp/cmp"
)

func monthOf(n int) time.Month { return time.Month(n) }

// register is the register of scenarios 7, 9 and 10.
func register(t *testing.T) data.RegisterInput {
	n, id := scenario7(t)
	clp, mp := scenario10(t)
	n.Meeting.ID = "meeting"
	m := n.Motions[id]
	m.Received, m.How, m.Tags, m.Amount = data.MustDate(2026, 5, 1), "by email", []string{"transport"}, 2500
	old := data.Motion{ID: "m3", Ref: "M-2026-03", Title: "Repairs", Submitted: "Ask.", Text: "Ask.", Status: data.DisposedOf, Outcome: data.Remitted, OutcomeNote: "to the executive", Meeting: n.Meeting.ID}
	again := data.Motion{ID: "m7", Ref: "M-2026-07", Title: "Repairs again", Kind: data.Donation, Status: data.OnAgenda, ResubmissionOf: "m3"}
	return data.RegisterInput{
		Branch: n.Branch, Motions: []data.Motion{again, m, old}, Amendments: n.Amendments, Votes: n.Votes, People: n.People, Forwardings: []data.Forwarding{clp, mp},
		Meetings: map[data.MeetingID]data.Meeting{n.Meeting.ID: n.Meeting}, AsAt: data.MustDate(2026, 7, 1), Items: map[data.ItemID]string{m.Item: "1"},
	}
}

func TestTheRegisterHasARowForEachCopy(t *testing.T) {
	d := data.MotionsRegister(register(t))
	table := d.Table()
	if len(table) != 5 {
		t.Fatalf("%d rows", len(table))
	}
	got := map[string]string{}
	for i, title := range table[0] {
		got[title] = table[2][i]
	}
	for title, wanted := range map[string]string{
		"Ref": "M-2026-04", "Meeting date": "14/05/2026", "Kind": "Ordinary", "Mover": "Zoë Okafor", "On time": "One day late", "Amendments": "3, 1 carried",
		"For": "13", "Against": "1", "Abst": "1", "Outcome": "Carried as amended", "Sent to": "CLP secretary", "Date sent": "16/05/2026",
		"Acknowledged": "20/05/2026", "Their meeting": "26/05/2026", "Their result": "carried 41-23", "Reported back": "", "Amount": "£25",
		"Minute ref": "14 May 2026, item 1", "Method": "show of hands",
	} {
		wantWords(t, title, got[title], wanted)
	}
	wantWords(t, "summary", d.Summary, "3 motions: 1 open, 1 carried as amended, 1 remitted")
}

func TestThePublicRegisterNamesNobody(t *testing.T) {
	in := register(t)
	in.Public = true
	for _, row := range data.MotionsRegister(in).Table() {
		for _, cell := range row {
			if strings.Contains(cell, "Okafor") || strings.Contains(cell, "Mbeki") || cell == "Mover" {
				t.Errorf("it has %q", cell)
			}
		}
	}
}

func TestTheRegisterReadsBackAsTheSameMotions(t *testing.T) {
	in := register(t)
	listing, err := data.ReadMotions(data.MotionsRegister(in).Table())
	if err != nil || len(listing.Refused) > 0 || len(listing.LeftOut) > 0 {
		t.Fatal(err, listing.Refused, listing.LeftOut)
	}
	ids := map[string]data.MotionID{"M-2026-03": "m3", "M-2026-07": "m7", "M-2026-04": in.Motions[1].ID}
	var motions []data.Motion
	for _, l := range listing.Motions {
		if len(l.Doubts) > 0 {
			t.Errorf("doubts: %v", l.Doubts)
		}
		l.Motion.ID = ids[l.Motion.Ref]
		motions = append(motions, l.Motion)
	}
	if doubts := listing.Link(motions, nil); len(doubts) > 0 {
		t.Errorf("links: %v", doubts)
	}
	want := map[data.MotionID]data.Motion{}
	for _, m := range in.Motions { // what a table of words cannot say
		m.Mover, m.Seconder, m.Meeting, m.Item, m.Vote, m.AsPut = "", "", "", "", "", ""
		want[m.ID] = m
	}
	for _, m := range motions {
		if diff := cmp.Diff(want[m.ID], m, cmp.AllowUnexported(data.Date{}, data.Time{})); diff != "" {
			t.Errorf("%s: %s", m.Ref, diff)
		}
	}
	bus := listing.Motions[1]
	wantWords(t, "names", bus.Mover+", "+bus.Seconder, "Zoë Okafor, Grace Mbeki")
	wantWords(t, "vote", bus.Vote.Figures()+" "+string(bus.Vote.Outcome), "13-1-1 carried")
	wantWords(t, "meeting", bus.Meeting.String(), "Thu 14 May 2026")
	if len(bus.Copies) != 2 || bus.Copies[0].Forwarding.TheirResult != "carried 41-23" {
		t.Errorf("copies: %+v", bus.Copies)
	}
}

func TestTheCLPsReplyIsReadIntoTheCopy(t *testing.T) {
	in := register(t)
	sent := data.Forwarding{ID: "f1", Motion: in.Motions[1].ID, To: "CLP secretary", Sent: data.MustDate(2026, 5, 16)}
	table := [][]string{
		{"Motions sent to the CLP"},
		{"Ref", "Title", "Sent to", "Date acknowledged", "GC date", "GC result"},
		{"M-2026-04", "Bus cuts", "CLP Secretary", "20/05/2026", "26/05/2026", "carried 41-23"},
		{"M-2026-09", "Other", "CLP Secretary", "20/05/2026", "", ""},
		{"M-2026-04", "Bus cuts", "MP", "", "", "noted"},
	}
	listing, err := data.ReadMotions(table)
	if err != nil {
		t.Fatal(err)
	}
	replies, refused := listing.ReadReplies(in.Motions, []data.Forwarding{sent})
	if len(replies) != 1 || len(replies[0].Fields) != 3 || replies[0].Row != 3 {
		t.Fatalf("replies: %+v", replies)
	}
	f := replies[0].After
	wantWords(t, "reply", f.Acknowledged.String()+" "+f.TheirMeeting.String()+" "+f.TheirResult, "Wed 20 May 2026 Tue 26 May 2026 carried 41-23")
	if len(refused) != 2 || refused[0].Row != 5 || refused[1].Row != 4 {
		t.Errorf("refused: %+v", refused)
	}
	if again, _ := listing.ReadReplies(in.Motions, []data.Forwarding{f}); len(again) != 0 {
		t.Error("what is in the book already is a change")
	}
}

func TestAnotherProgramsMotionsAreRead(t *testing.T) {
	file, err := os.Open("testdata/motions-elsewhere.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	listing, err := data.ReadMotions(table)
	if err != nil || len(listing.Motions) != 3 {
		t.Fatal(err, len(listing.Motions))
	}
	m := listing.Motions[0]
	wantWords(t, "text", m.Motion.Submitted, "This branch notes that the lamps are out.\n\nEnd.")
	wantWords(t, "note", m.Motion.Note, "Number in the file: B 1.\nReason given: Because:\n\n1. it is dark.\n2. people fall.")
	wantWords(t, "mover", m.Mover, "Halina Tokarczuk")
	wantWords(t, "tags", strings.Join(m.Motion.Tags, ","), "Canal")
	wantWords(t, "no reference of ours", m.Motion.Ref, "")
	wantWords(t, "entities", listing.Motions[1].Motion.Submitted, "This branch notes fish & chips.")
}

func TestATableWithoutMotionsIsRefused(t *testing.T) {
	if _, err := data.ReadMotions([][]string{{"Colour", "Size"}, {"red", "9"}}); data.Say(err) == "" {
		t.Error("it was read")
	}
	listing, err := data.ReadMotions([][]string{{"Title", "Received", "For"}, {"A", "31/02/2026", "many"}, {"", "1/5/2026", ""}})
	if err != nil || len(listing.Motions) != 1 || len(listing.Motions[0].Doubts) != 2 || len(listing.Refused) != 1 {
		t.Errorf("%v %+v", err, listing)
	}
}

func TestThePaperOfAMotionSaysHowItWasCarried(t *testing.T) {
	n, id := scenario7(t)
	in := data.MotionPaperInput{
		Branch: n.Branch, Motion: n.Motions[id], Amendments: n.Amendments[id], Meeting: n.Meeting, Quorum: data.Finding{Verdict: "quorate from 7.34pm"},
		Vote: n.Votes[n.Motions[id].Vote], People: n.People,
	}
	d := data.NewMotionPaper(in)
	wantWords(t, "result", d.Result, "Carried as amended at a quorate meeting of Millbrook & Canalside Branch on Thursday 14 May 2026 by 13 votes to 1 with 1 abstention.")
	wantWords(t, "heading", d.Heading, "Resolution")
	if len(d.Submitted) != 3 || len(d.Text) != 3 || len(d.Marked) == 0 {
		t.Errorf("%+v", d)
	}
	if len(d.Facts) != 0 {
		t.Errorf("it names %v", d.Facts)
	}
	in.Motion.Outcome = data.Carried
	in.Vote.For, in.Vote.Against = 14, 2
	wantWords(t, "carried", data.NewMotionPaper(in).Result, "Carried at a quorate meeting of Millbrook & Canalside Branch on Thursday 14 May 2026 by 14 votes to 2 with 1 abstention.")
}
