package exports_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/exports"
)

// chairContest is scenario 11: three stand for the chair, counted by preference.
func chairContest() data.ContestPaperInput {
	people := data.Names{}
	c := data.Contest{ID: "c", Kind: data.Elects, Title: "Chair", Places: 1, Rule: data.ByPreference, Method: data.SecretBallot, Status: data.ResultDeclared,
		Tellers: []data.PersonID{"Ashworth", "Mensah"}}
	for i, name := range []string{"Margaret Dunne", "Grace Mbeki", "Ben Carrick"} {
		first, last, _ := strings.Cut(name, " ")
		people[data.PersonID(last)] = data.Person{ID: data.PersonID(last), First: first, Last: last, Status: data.Member}
		c.Nominees = append(c.Nominees, data.Nominee{Person: data.PersonID(last), Number: i + 1})
	}
	people["Ashworth"], people["Mensah"] = data.Person{First: "June", Last: "Ashworth"}, data.Person{First: "Kofi", Last: "Mensah"}
	c.Rounds = []data.Round{{
		Places: 1, Standing: []int{0, 1, 2}, Issued: 29, Valid: 27, Spoilt: []data.Spoilt{{Reason: "blank", N: 1}}, NotCast: 1, Closed: true,
		Votes: map[int]int{0: 11, 1: 9, 2: 7}, Transfers: []data.Transfer{{Out: 2, Votes: map[int]int{0: 15, 1: 11}, Exhausted: 1}},
	}}
	t, err := c.Tally(nil)
	if err != nil {
		panic(err)
	}
	return data.ContestPaperInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch"}, Contest: c, Tally: t, People: people,
		Meeting: data.Meeting{Kind: data.AGM, Date: data.MustDate(2026, time.June, 11)},
	}
}

func TestTheResultSheetHasEveryFigureOfEveryStage(t *testing.T) {
	var word bytes.Buffer
	doc := data.NewContestResult(chairContest())
	if err := exports.WriteContestSheet(context.Background(), &word, doc, exports.House{}); err != nil {
		t.Fatal(err)
	}
	shows(t, seen(t, "result.docx", word.Bytes()), "Margaret Dunne (15) elected.", "Grace Mbeki 9 11 Not elected", "Teller, date")
	g := doc.Grids[0]
	got := fmt.Sprintln(g.Columns, g.Rows)
	want := fmt.Sprintln([]string{"Nominee", "Stage 1", "Stage 2", "Result"}, [][]string{
		{"Margaret Dunne", "11", "15", "Elected"}, {"Grace Mbeki", "9", "11", "Not elected"}, {"Ben Carrick", "7", "–", "Out"},
		{"Not transferable", "0", "1", ""}, {"Together", "27", "27", "27 valid + 1 spoilt + 1 not cast = 29 issued"},
	})
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
	if doc.Outcome != "Margaret Dunne (15) elected." || !strings.Contains(strings.Join(doc.Notes, " "), "Tellers: June Ashworth and Kofi Mensah.") {
		t.Errorf("%q, %q", doc.Outcome, doc.Notes)
	}
}

func TestAsManyBallotsArePrintedAsAreGivenOut(t *testing.T) {
	in := chairContest()
	in.Contest.Rounds, in.Tally = nil, data.Tally{}
	in.Contest.Status = data.NominationsClosed
	d, err := data.NewBallotPaper(in, 29)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Choices) != 3 || d.Choices[2].Name != "Ben Carrick" || !strings.HasPrefix(d.Instruction, "Put 1 beside") {
		t.Errorf("%+v", d)
	}
	var word bytes.Buffer
	if err := exports.WriteBallots(context.Background(), &word, d, exports.House{}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(everything(t, word.Bytes()), ">Margaret Dunne<"); n != 29 {
		t.Errorf("%d ballots in the Word file", n)
	}
	for _, copies := range []int{0, -1, data.MostCopies + 1} {
		if _, err := data.NewBallotPaper(in, copies); err == nil {
			t.Errorf("%d ballots were taken", copies)
		}
	}
	shows(t, seen(t, "ballots.docx", word.Bytes()), "Put 1 beside your first choice", "3 Ben Carrick")
}

// manyStages is a count of twelve for three places, by ballots that were typed.
func manyStages(t *testing.T) data.ContestPaperInput {
	t.Helper()
	in := chairContest()
	in.Contest = data.Contest{ID: "gc", Kind: data.Elects, Title: "Delegates to the General Committee", Places: 3, Rule: data.BySTV, Method: data.SecretBallot, Status: data.ResultDeclared}
	round := data.Round{Places: 3, FromBallots: true, Closed: true}
	var ballots []data.Ballot
	for i, first := range []int{22, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 0} {
		id := data.PersonID(fmt.Sprintf("n%02d", i))
		in.People[id] = data.Person{ID: id, First: "Nominee", Last: fmt.Sprintf("%02d", i+1), Status: data.Member}
		in.Contest.Nominees = append(in.Contest.Nominees, data.Nominee{Person: id, Number: i + 1})
		round.Standing = append(round.Standing, i)
		for n := range first {
			m := data.Marking{Marks: []int{i + 1, (i+n)%12 + 1, (i+2*n+5)%12 + 1}}
			if m.Marks[1] == m.Marks[2] || m.Marks[2] == m.Marks[0] || m.Marks[1] == m.Marks[0] {
				m.Marks = m.Marks[:1]
			}
			ballots = append(ballots, data.Ballot{ID: data.BallotID(fmt.Sprint(len(ballots))), Contest: "gc", Number: len(ballots) + 1, First: &m})
		}
	}
	round.Issued = len(ballots)
	in.Contest.Rounds = []data.Round{round}
	var err error
	if in.Tally, err = in.Contest.Tally(ballots); err != nil {
		t.Fatal(err)
	}
	return in
}

func TestACountOfManyStagesIsReadInTablesThatFitAPage(t *testing.T) {
	in := manyStages(t)
	doc := data.NewContestResult(in)
	if stages := len(in.Tally.Rounds[0].Stages); len(doc.Grids) != 2 || stages < 6 {
		t.Fatalf("%d tables of %d stages", len(doc.Grids), stages)
	}
	for _, g := range doc.Grids {
		if len(g.Columns) > 7 {
			t.Errorf("%q is %d columns wide", g.Caption, len(g.Columns))
		}
	}
	var second []string
	for _, row := range doc.Grids[1].Rows {
		second = append(second, row[0])
	}
	if names := strings.Join(second, ", "); strings.Contains(names, "Nominee 12") || !strings.Contains(names, "Nominee 01") {
		t.Errorf("the second table has %s: those who went out long before are not in it", names)
	}
	told := strings.Join(doc.Sentences, "\n")
	if !strings.Contains(told, "Stage 1: First preferences: 87 valid votes. Quota: 87 divided by 4 = 21.75. Elected: Nominee 01.") || strings.Contains(told, "Nominee 02 11") {
		t.Errorf("below the tables stands what they do not say:\n%s", told)
	}
	var word bytes.Buffer
	if err := exports.WriteContestSheet(t.Context(), &word, doc, house); err != nil {
		t.Fatal(err)
	}
	shows(t, seen(t, "stages.docx", word.Bytes()), "Annual general meeting, Thursday 11 June 2026", "Nominee 01 22 22 22 22 22 Elected", "Together 87 87.00", "Ballot, continued")
}

func TestAContestWithoutABallotIsSignedByTheChairAlone(t *testing.T) {
	in := chairContest()
	in.Contest.Nominees, in.Contest.Rounds, in.Contest.Tellers = in.Contest.Nominees[:1], nil, nil
	var err error
	if in.Tally, err = in.Contest.Tally(nil); err != nil {
		t.Fatal(err)
	}
	if d := data.NewContestResult(in); len(d.Signers) != 1 || d.Outcome != "Margaret Dunne elected unopposed." || d.Facts[0] != (data.Fact{Label: "To be filled", Value: "1 place"}) {
		t.Errorf("%+v", d)
	}
}

func TestACountThatIsNotDecidedIsNotCalledAResult(t *testing.T) {
	in := chairContest()
	in.Contest.Rule, in.Contest.Status = data.ByMostVotes, data.Voting
	in.Contest.Rounds = []data.Round{{Places: 1, Standing: []int{0, 1, 2}, Issued: 22, Valid: 22, Votes: map[int]int{0: 9, 1: 9, 2: 4}, Closed: true}}
	var err error
	if in.Tally, err = in.Contest.Tally(nil); err != nil {
		t.Fatal(err)
	}
	d := data.NewContestResult(in)
	if d.Heading != "Election, not yet decided" || !strings.Contains(strings.Join(d.Sentences, " "), "Margaret Dunne and Grace Mbeki tied, which is still to be settled.") {
		t.Errorf("%q: %q", d.Heading, d.Sentences)
	}
}

func TestTheResultOfANominationMeetingSaysWhoCouldVoteAndWhoCameTooLate(t *testing.T) {
	in := chairContest()
	in.Contest.Kind, in.Contest.Title, in.Voters = data.Supports, "Leader of the party", 28
	in.Contest.FreezeDate = data.MustDate(2026, time.March, 1)
	in.Contest.Doors = &data.Doors{Eligible: 199, ClosedAt: at(t, "7.55pm"), Refused: []data.Refused{{Person: "Mensah", At: at(t, "8.01pm")}}}
	var pdf bytes.Buffer
	if err := exports.WriteContestSheetPDF(t.Context(), &pdf, data.NewContestResult(in), house); err != nil {
		t.Fatal(err)
	}
	shows(t, printed(t, pdf.Bytes()), "Result of the supporting nomination: Leader of the party", "Voters present: 28", "Eligibility judged on: Sunday 1 March 2026",
		"199 eligible on the frozen list; doors closed to voters at 7.55pm; came too late to vote: Kofi Mensah (8.01pm).", "Margaret Dunne (15) received the supporting nomination.")
}

func TestABallotThatIsCutOutHasNothingOnItThatOthersLack(t *testing.T) {
	in := chairContest()
	in.Contest.Rounds, in.Tally, in.Contest.Status = nil, data.Tally{}, data.NominationsClosed
	d, err := data.NewBallotPaper(in, 29)
	if err != nil {
		t.Fatal(err)
	}
	var word, pdf bytes.Buffer
	if err := exports.WriteBallots(t.Context(), &word, d, house); err != nil {
		t.Fatal(err)
	}
	if err := exports.WriteBallotsPDF(t.Context(), &pdf, d, house); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"Word": seen(t, "ballots.docx", word.Bytes()), "PDF": printed(t, pdf.Bytes())} {
		if strings.Contains(text, "Page ") || strings.Contains(text, "Ballots:") {
			t.Errorf("%s: a header or a number of the page would mark the slips that it falls on", name)
		}
	}
}
