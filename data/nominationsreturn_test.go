package data

import (
	"testing"
	"time"
)

func TestTheNominationsReturnSaysWhoWasNominatedAndHow(t *testing.T) {
	c, people := hustings(Nominates, 1, ByRounds, "Dunne", "Mbeki")
	c.Title, c.Status, c.Meeting = "CLP treasurer", ResultDeclared, "agm"
	c.Nominees[1].Consent = Consents
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1}, Valid: 20, Votes: map[int]int{0: 8, 1: 12}, Closed: true}}
	chair, _ := hustings(Elects, 1, ByRounds, "Dunne")
	chair.Status, chair.Meeting = ResultDeclared, "agm"
	on := MustDate(2026, time.June, 11)
	d := NewNominationsReturn(NominationsInput{
		Branch: Branch{Name: "Millbrook & Canalside"}, Contests: []Contest{c, chair}, Tallies: map[ContestID]Tally{c.ID: tally(t, c)},
		Meetings: map[MeetingID]Meeting{"agm": {ID: "agm", Date: on}}, People: people, AsAt: on.AddDays(7),
	})
	if len(d.Rows) != 1 || len(d.Warnings) != 0 || d.Summary != "1 contest, 1 nomination" {
		t.Fatalf("%+v", d)
	}
	var got []string
	for _, col := range d.Columns {
		got = append(got, d.Rows[0].Text(col))
	}
	want := []string{"CLP treasurer", "Mbeki", "Millbrook & Canalside", "12", "20", "Ballot", "11/06/2026", "Yes"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s: %q, want %q", d.Columns[i].Title, got[i], want[i])
		}
	}
}
