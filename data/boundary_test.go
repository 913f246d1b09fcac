package data

import (
	"fmt"
	"strings"
	"testing"
)

// A boundary change moves forty members to another branch: they leave the list, and the minutes of before keep their names.
func TestFortyMembersWhoMovedAwayStayInOldMinutes(t *testing.T) {
	may, june := MustDate(2026, 5, 14), MustDate(2026, 6, 1)
	e := Evening{Meeting: Meeting{ID: "may", Kind: Ordinary, Date: may, Status: Closed, Eligible: 60, Members: 60}, People: Names{}}
	var before, after []Person
	for i := range 60 {
		p := Person{ID: PersonID(fmt.Sprint(i)), First: "Member", Last: fmt.Sprintf("Number%02d", i), Status: Member, Joined: MustDate(2020, 1, 1)}
		before = append(before, p)
		if i < 40 {
			p.Status, p.LeftOn = Left, june
		}
		after = append(after, p)
		e.People[p.ID] = p
		e.Register = append(e.Register, Event{ID: EventID(fmt.Sprintf("e%02d", i)), Meeting: "may", Person: p.ID, Move: CameIn, Capacity: Voter})
	}
	e.Register = NewRegister(e.Register)
	present := e.Minutes(MinutesStyle{}).Present
	if present.Count != 60 || !strings.Contains(present.Words(), "Member Number00") || !strings.Contains(present.Words(), "Member Number39") {
		t.Errorf("the minutes of May now name %d: %s", present.Count, present.Words())
	}
	rules := DefaultRules()
	for day, want := range map[Date]int{may: 60, MustDate(2026, 6, 11): 20} {
		if got, _ := rules.Eligibility.Count(after, day); got != want {
			t.Errorf("%d can vote on %s, not %d", got, day, want)
		}
	}
	if got, _ := rules.Eligibility.Count(before, MustDate(2026, 6, 11)); got != 60 {
		t.Errorf("before the change %d could vote", got)
	}
}
