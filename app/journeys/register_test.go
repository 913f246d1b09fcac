//go:build journeys

package journeys

import (
	"testing"
)

// theFifteen are letters that find fifteen voters of the example branch, whom they find, and when they come in.
var theFifteen = []struct{ at, letters, name string }{
	{"19:20", "dunn", "Margaret Dunne"}, {"19:21", "whitc", "Jean Whitcombe"}, {"19:22", "tok", "Halina Tokarczuk"},
	{"19:24", "adey", "Adebayo Adeyemi"}, {"19:25", "wisn", "Tomasz Wiśniewski"}, {"19:28", "carr", "Ben Carrick"},
	{"19:29", "mbek", "Grace Mbeki"}, {"19:30", "chandr", "Priya Chandrasekar"}, {"19:31", "carde", "José Cárdenas"},
	{"19:34", "zoe o", "Zoë Okafor"}, {"19:35", "sian", "Siân Llewellyn"}, {"19:36", "keogh", "Siobhán Keogh"},
	{"19:37", "benkh", "Nadia Benkhelifa"}, {"19:38", "emeka o", "Emeka Okafor"}, {"20:05", "sorens", "Lars Sørensen"},
}

// Scenario 3, with two motions and closed minutes: what an evening of fifteen voters costs in keys.
func TestTheRegisterOnTheNight(t *testing.T) {
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
	for _, who := range []string{"ashw", "prosser", "yildi", "bhri", "beg s", "pugh"} {
		d.says("ap "+who, "notify Apologies from ")
	}
	for _, v := range theFifteen[:10] {
		d.at("2026-05-14 " + v.at)
		d.says("i "+v.letters, "notify "+v.name+" is in at ")
	}
	d.says("s", "notify The meeting was opened at 7.34pm.")
	for _, v := range theFifteen[10:14] {
		d.at("2026-05-14 " + v.at)
		d.says("i "+v.letters, "notify "+v.name+" is in at ")
	}
	d.says("i davi", "notify Aled Davies is in at 7.38pm without a vote: in arrears")
	d.says("i frazer", "notify Callum Frazer is in at 7.38pm without a vote: joined 28 April: under 8 weeks.")
	d.says("i tansley", "notify Hugh Tansley is in at 7.38pm")
	d.says("i Amy Stone", "notify Amy Stone is in as a guest at 7.38pm.")
	d.settles()
	d.shot("1-register")
	d.at("2026-05-14 20:05")
	d.says("i sorens", "notify Lars Sørensen is in at 8.05pm.")
	d.says("m 4 / wisn / sian", "notify Motion M-2026-04 is in debate.")
	d.says("v 12 2 1", "notify Motion M-2026-04 recorded: carried by 12 votes to 2 with 1 abstention.")
	d.says("m 5 / tok / carr", "notify Motion M-2026-05 is in debate.")
	d.says("v 11 0 4", "notify Motion M-2026-05 recorded: carried nem con.")
	d.says("a zoe o: book the hall by 3 June", "notify Action A-2026-")
	d.at("2026-05-14 21:10")
	d.says("o carr", "notify Ben Carrick went out at 9.10pm.")
	d.at("2026-05-14 21:20")
	d.settles()
	d.shot("2-before-closing")
	d.says("x", "panel ")
	d.settles()
	d.shot("3-loose-ends")
	d.press("Return")
	d.hears("notify The meeting was closed at 9.20pm.")
	t.Logf("fifteen voters, four others, six apologies, two motions, one action, closed: %d keys", d.keys-before)
	d.settles()
	d.shot("4-closed")
	d.quits()

	b := d.reads(exampleBranch)
	evening := b.on(t, "2026-05-14")
	want(t, "quorum", evening.Quorum.Verdict, "quorate from 7.34pm")
	want(t, "sum", evening.Quorum.Sum, "5% of 199 eligible = 9.95, rounded up: 10")
	want(t, "in all", len(b.came(evening.ID)), 19)
	votes := b.votes(evening.ID)
	if len(votes) != 2 {
		t.Fatalf("%d votes, not 2", len(votes))
	}
	want(t, "voters at the first vote", votes[0].Voters, 15)
	want(t, "outcomes", []string{b.motion("M-2026-04").Outcome, b.motion("M-2026-05").Outcome}, []string{"carried", "carried"})
}
