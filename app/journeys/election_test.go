//go:build journeys

package journeys

import (
	"strings"
	"testing"
)

// Scenario 11: the chair is elected by preference among three, in the line at the bottom, with the secretary's hands on the
// keyboard.
func TestTheChairIsElectedByKeyboardAlone(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	d.at("2026-05-14 19:15")
	d.open()
	d.unlocks(exampleBranch, "today")
	d.press("ctrl+m")
	d.hears("place session")
	d.settles()
	d.press("Escape")
	for _, voter := range theTen {
		d.says("i "+voter[0], "notify "+voter[1]+" is in at ")
	}
	d.at("2026-05-14 19:34")
	d.says("s", "notify The meeting was opened at 7.34pm.")
	before := d.keys
	d.says("+ Election of chair", "notify “Election of chair” is on the agenda as item 2.")
	d.says("n", "notify ")
	d.says("el chair: dunn / mbek / zoe o", "notify Chair: Margaret Dunne stands for 1 place: unopposed.")
	d.says("el mbek, carr", "notify Chair: Ben Carrick, Margaret Dunne and Grace Mbeki stand for 1 place: a ballot.")
	d.says("tell whitc, tok", "notify The tellers are Jean Whitcombe and Halina Tokarczuk.")
	d.says("el pref", "notify Chair: preferential")
	d.shot("1-nominated")
	d.says("el 2 5 3", "notify Chair: Ben Carrick goes out. Next the totals of Margaret Dunne and Grace Mbeki.")
	d.write("el 6 3")
	d.settles()
	d.shot("2-before-enter")
	d.press("Return")
	d.hears("notify Chair: Margaret Dunne (6) elected.")
	d.settles()
	d.shot("3-elected")
	t.Logf("three nominated, two tellers, two stages, elected: %d keys", d.keys-before)
	d.press("Escape", "ctrl+e")
	d.settles()
	d.shot("4-panel")
	d.press("Escape", "Escape")
	d.quits()

	b := d.reads(exampleBranch)
	evening := b.inSession(t)
	if len(b.Contests) == 0 {
		t.Fatal("the book has no election")
	}
	c := b.Contests[len(b.Contests)-1]
	want(t, "contest", c.Title+", "+c.Status, "Chair, declared")
	want(t, "where", c.Meeting, evening.ID)
	var holders []string
	for _, term := range b.Terms {
		if term.Contest == c.ID {
			holders = append(holders, b.name(term.Person)+" from "+term.From)
		}
	}
	want(t, "in the post", strings.Join(holders, ", "), "Margaret Dunne from 2026-05-14")
}
