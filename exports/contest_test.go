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
		{"Margaret Dunne", "11", "15", "Elected"}, {"Grace Mbeki", "9", "11", "Not elected"}, {"Ben Carrick", "7", "0", "Out"},
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
