//go:build journeys

package journeys

import (
	"strings"
	"testing"
)

// Scenario 14 in the middle of the business: a vote has just been recorded, and the next line is half typed.
func TestKilledRightAfterAVote(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	d.at("2026-05-14 19:15")
	d.open()
	d.unlocks(exampleBranch, "today")
	before := d.keys
	d.press("ctrl+m")
	d.hears("place session")
	d.settles()
	d.press("Escape")
	for _, voter := range theTen {
		d.says("i "+voter[0], "notify "+voter[1]+" is in at ")
	}
	d.at("2026-05-14 19:34")
	d.says("s", "notify The meeting was opened at 7.34pm.")
	d.says("m 4 / whitc / carr", "notify Motion M-2026-04 is in debate.")
	d.says("v 8 1 1", "notify Motion M-2026-04 recorded: carried by 8 votes to 1 with 1 abstention.")
	d.write("a zoe o: book the ha")
	d.kill()
	t.Logf("ten voters, a motion, a vote, half an action: %d keys", d.keys-before)

	if said := d.ask(exampleBranch, "check"); !strings.Contains(said, "Everything is as it was written.") {
		t.Errorf("check says: %s", said)
	}
	b := d.reads(exampleBranch)
	evening := b.inSession(t)
	want(t, "day", evening.Date, "2026-05-14")
	want(t, "how many are in", len(b.came(evening.ID)), len(theTen))
	votes := b.votes(evening.ID)
	if len(votes) != 1 {
		t.Fatalf("%d votes, not the one that was recorded", len(votes))
	}
	want(t, "count", []int{votes[0].For, votes[0].Against, votes[0].Abstained}, []int{8, 1, 1})
	want(t, "outcome", b.motion("M-2026-04").Outcome, "carried")

	d.said += "-again"
	d.heard = 0
	d.open()
	d.unlocks(exampleBranch, "today")
	d.press("ctrl+m")
	d.hears("place session")
	d.settles()
	d.shot("after")
	d.press("Escape")
	d.says("a zoe o: book the hall by 3 June", "notify Action A-2026-")
	d.quits()
}
