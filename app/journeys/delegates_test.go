//go:build journeys

package journeys

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// theSixteen are letters that find who stands for the open seats, in the order of the ballot, with their votes.
var theSixteen = []struct {
	letters string
	votes   int
}{
	{"adey", 23}, {"benkh", 27}, {"carde", 17}, {"carr", 18}, {"chandr", 21}, {"dunn", 26}, {"siobhan k", 19}, {"sian", 11}, {"mbek", 25},
	{"bhri", 14}, {"zoe o", 24}, {"prosser", 9}, {"sorens", 20}, {"tok", 22}, {"wisn", 25}, {"yildi", 14},
}

// Scenario 12, and the first half of 13: sixteen stand for thirteen places, the last of which is tied and run off; the return
// goes to the constituency party the same night.
func TestTheDelegatesAreElectedAndReturned(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	d.at("2026-05-29 19:00")
	d.open()
	d.unlocks(exampleBranch, "today")
	before := d.keys
	d.press("ctrl+n")
	d.hears("notify A meeting is planned")
	d.settles()
	d.press("Down")
	d.hears("notify It is now Annual general meeting.")
	d.at("2026-06-11 19:15")
	d.press("ctrl+m")
	d.hears("place session")
	d.settles()
	d.press("Escape")
	d.says("i +29", "notify ")
	d.at("2026-06-11 19:34")
	d.says("s", "notify The meeting was opened at 7.34pm.")
	d.says("won secretary: whitc / mbek / carr", "notify Secretary: Jean Whitcombe")
	d.says("won gc ex officio: whitc", "notify Delegates to the General Committee, ex officio seat: Jean Whitcombe")
	d.says("won gc youth 1: emeka o", "notify Delegates to the General Committee, youth seat")
	var letters []string
	for _, n := range theSixteen {
		letters = append(letters, n.letters)
	}
	d.says("el gc open 13: "+strings.Join(letters, ", "), "16 stand for 13 places: a ballot.")
	d.says("tell ashw, davi", "notify The tellers are ")
	d.says("el", "place election")
	d.settles()
	d.shot("1-nominated")
	d.press("ctrl+Return")
	d.hears("notify Nominations closed: 16 stand for 13 places: a ballot.")
	d.settles()
	d.press("ctrl+Return", "Down") // the rule: by most votes
	d.hears("notify Rule chosen: ")
	d.settles()
	d.press("ctrl+Return")
	d.hears("notify ")
	d.settles()
	d.figures(29, 28, 1, 0)
	for _, n := range theSixteen {
		d.figures(n.votes)
	}
	d.hears("tie for 1 place.")
	d.settles()
	d.shot("2-tied")
	d.press("ctrl+Return")
	d.hears("notify ")
	d.settles()
	d.figures(1, 0, 13, 15) // as many ballots as before; the caret is at those that are spoilt
	d.hears("Record the result when the chair has declared it.")
	d.settles()
	d.shot("3-run-off")
	d.press("ctrl+Return")
	d.hears("notify Delegates to the General Committee, open seats: ")
	d.settles()
	d.shot("4-recorded")
	t.Logf("a secretary, two seats, sixteen nominees, a tie, a run-off: %d keys", d.keys-before)
	d.quits()

	b := d.reads(exampleBranch)
	evening := b.inSession(t)
	declared := 0
	for _, c := range b.Contests {
		if c.Meeting == evening.ID && c.Status == "declared" {
			declared++
		}
	}
	want(t, "elections declared", declared, 4)
	d.isReturned(t)
}

// figures types numbers down a column, each with Enter.
func (d *desk) figures(numbers ...int) {
	d.t.Helper()
	for _, n := range numbers {
		d.write(fmt.Sprint(n))
		d.press("Return")
	}
}

// isReturned writes the delegate return and reads it back as the constituency secretary does.
func (d *desk) isReturned(t *testing.T) {
	t.Helper()
	out := filepath.Join(d.home, "delegates.xlsx")
	said := d.ask(exampleBranch, "export", "delegates", "--meeting", "2026-06-11", "--out", out)
	want(t, "the return", strings.HasSuffix(said, "the delegate return, version 1, 15 delegates.\n"), true)
	f, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	summary, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	want(t, "summary", slices.ContainsFunc(summary, func(row []string) bool {
		return len(row) > 0 && row[0] == "15 seats, 8 women, 1 under 27"
	}), true)
	rows, err := f.GetRows("Delegates")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "rows under the heads", len(rows), 16)
	want(t, "first seat", strings.Join(rows[1][1:], ", "), "Ex officio, Jean, Whitcombe, 11/06/2026, Ex officio")
	want(t, "won by the run-off", strings.Join(rows[15][1:], ", "), "Open, Okan, Yıldız, 11/06/2026, Ballot")
}
