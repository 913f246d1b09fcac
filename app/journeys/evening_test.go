//go:build journeys

package journeys

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const exampleBranch = "example branch"

// ownsTheExample puts the example branch on the desk as the first book.
func (d *desk) ownsTheExample() {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(d.book()), 0o700); err != nil {
		d.t.Fatal(err)
	}
	d.ask(exampleBranch, "example", d.book())
}

// goesTo14May opens the planned meeting of the example branch, which is not today's.
func (d *desk) goesTo14May() {
	d.t.Helper()
	d.press("ctrl+2")
	d.hears("place meetings")
	d.settles()
	d.press("Return")
	d.settles()
	d.press("ctrl+m")
	d.hears("place session")
	d.settles()
}

// says gives the line at the bottom of the meeting to Branchbook.
func (d *desk) says(line, answer string) {
	d.t.Helper()
	d.write(line)
	d.settles()
	d.press("Return")
	d.hears(answer)
}

// theTen are letters that find ten voters, and whom they find.
var theTen = [][2]string{
	{"dunn", "Margaret Dunne"}, {"whitc", "Jean Whitcombe"}, {"tok", "Halina Tokarczuk"}, {"adey", "Adebayo Adeyemi"},
	{"wisn", "Tomasz Wiśniewski"}, {"carr", "Ben Carrick"}, {"mbek", "Grace Mbeki"}, {"chandr", "Priya Chandrasekar"},
	{"carde", "José Cárdenas"}, {"zoë o", "Zoë Okafor"},
}

func TestCheckInAndVoteByKeyboardAlone(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	d.open()
	d.unlocks(exampleBranch, "today")
	d.goesTo14May()
	before := d.keys
	for _, voter := range theTen {
		d.checksIn(voter[0], voter[1])
	}
	d.settles()
	d.shot("1-quorate")
	d.press("ctrl+m")
	d.hears("notify The meeting is open. Times are typed or left blank")

	d.write("Renée sent a card from Białystok, for Zoë.")
	d.press("F2") // from inside the editor to the door
	d.checksIn("okan", "Okan Yıldız")
	d.press("Escape", "Escape") // to the line at the bottom, and back to the minutes
	d.write(" Read out.")
	d.press("Tab") // leaves the editor and writes nothing
	d.settles()
	d.shot("2-after-tab")

	d.press("ctrl+Down", "ctrl+Down", "ctrl+Down", "ctrl+Down")
	d.settles()
	d.press("Escape") // to the line at the bottom, where the caret stays
	d.says("m 4 / whitc / carr", "notify Motion M-2026-04 is in debate")
	d.settles()
	d.press("F4")
	d.settles()
	d.shot("3-vote")
	d.write("8")
	d.press("Tab")
	d.write("1")
	d.press("Tab")
	d.write("1")
	d.settles()
	d.shot("4-vote-8-1-1")
	d.press("Return")
	d.hears("notify Motion M-2026-04 recorded: carried by 8 votes to 1")
	d.settles()
	d.press("Escape")
	d.settles()
	d.says("m 5 / dunn / tok", "notify Motion M-2026-05 is in debate")
	d.says("v 7 2 1", "notify Motion M-2026-05 recorded: carried by 7 votes to 2")
	d.settles()
	d.shot("5-two-votes")
	d.press("ctrl+u")
	d.hears("notify Taken back: record the vote on M-2026-05")
	d.settles()
	d.shot("6-undone")
	d.press("ctrl+Down")
	d.says("x", "panel ")
	d.settles()
	d.shot("7-loose-ends")
	d.press("Return")
	d.hears("notify The meeting is closed.")
	t.Logf("eleven people, two motions, two votes, one taken back: %d keys", d.keys-before)
	d.quits()

	b := d.reads(exampleBranch)
	evening := ""
	for _, m := range b.Meetings {
		if m.Date == "2026-05-14" {
			evening = m.ID
			want(t, "status", m.Status, "closed")
			want(t, "quorum", strings.HasPrefix(m.Quorum.Verdict, "quorate"), true)
		}
	}
	want(t, "how many came", len(b.came(evening)), 11)
	for i, name := range b.came(evening)[:10] {
		want(t, "who came", name, theTen[i][1])
	}
	want(t, "minutes", b.written(evening), "Renée sent a card from Białystok, for Zoë. Read out.")
	votes := b.votes(evening)
	if len(votes) != 1 {
		t.Fatalf("the evening has %d votes, not the one that was left", len(votes))
	}
	v := votes[0]
	want(t, "count", []int{v.For, v.Against, v.Abstained}, []int{8, 1, 1})
	want(t, "outcome", v.Outcome, "carried")
	want(t, "entitled", len(v.Entitled), v.Voters)
	want(t, "finding", v.Finding.Verdict, "carried")
	want(t, "sum", v.Finding.Sum, "8 for, 1 against: more for than against. 1 abstention is not counted.")
	library, crossings := b.motion("M-2026-04"), b.motion("M-2026-05")
	want(t, "mover", b.name(library.Mover), "Jean Whitcombe")
	want(t, "seconder", b.name(library.Seconder), "Ben Carrick")
	want(t, "M-2026-04", library.Outcome, "carried")
	want(t, "M-2026-05 after Undo", crossings.Outcome, "")
	want(t, "mover of M-2026-05", b.name(crossings.Mover), "Margaret Dunne")
}
