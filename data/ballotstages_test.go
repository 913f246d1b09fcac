package data

import (
	"fmt"
	"testing"
	"time"
)

func TestTheStagesOfACountAddUpToItsBallots(t *testing.T) {
	c, people := hustings(Elects, 1, ByPreference, "Dunne", "Mbeki", "Carrick", "Frazer")
	c.Nominees[3].Withdrew = true
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1, 2}, Valid: 27, Closed: true, Votes: map[int]int{0: 11, 1: 9, 2: 7},
		Transfers: []Transfer{{Out: 2, Votes: map[int]int{0: 15, 1: 11}, Exhausted: 1}}}}
	in := ContestPaperInput{Contest: c, Tally: tally(t, c), People: people, Meeting: Meeting{Kind: AGM, Date: MustDate(2026, time.June, 11)}}
	d, err := NewBallotStages(in)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range d.Rows {
		for _, col := range d.Columns {
			got += r.Text(col) + "|"
		}
		got += "\n"
	}
	const want = "Dunne|11|15|Elected|\nMbeki|9|11|Not elected|\nCarrick|7|0|Out|\nNot transferable|0|1||\nTogether|27|27||\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if titles := fmt.Sprint(d.Columns[1].Title, ", ", d.Columns[2].Title); titles != "Stage 1, Stage 2" {
		t.Error(titles)
	}
	in.Tally = Tally{}
	if _, err := NewBallotStages(in); err == nil {
		t.Error("stages of no ballot")
	}
}
