//go:build journeys

package journeys

import (
	"archive/zip"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// plansNext plans the next meeting on the branch's usual day, on a morning before it, and closes the book.
func (d *desk) plansNext(morning string) {
	d.t.Helper()
	d.at(morning)
	d.comesBack()
	d.press("ctrl+2")
	d.hears("place meetings")
	d.settles()
	d.press("ctrl+n")
	d.hears("notify A meeting is planned, on the usual day")
	d.settles()
	d.quits()
}

// meets opens the book at the hour of a meeting, and goes to the line at the bottom of it.
func (d *desk) meets(evening string) {
	d.t.Helper()
	d.at(evening)
	d.comesBack()
	d.press("ctrl+m")
	d.hears("place session")
	d.settles()
	d.press("Escape")
}

// comesBack opens the book on another day: a book that stayed open until then would have locked by itself.
func (d *desk) comesBack() {
	d.t.Helper()
	d.said += "-again"
	d.heard = 0
	d.open()
	d.unlocks(exampleBranch, "today")
}

// closes the meeting from the line at the bottom, whatever is loose.
func (d *desk) closes(said string) {
	d.t.Helper()
	d.says("x", "panel ")
	d.settles()
	d.press("Return")
	d.hears(said)
}

// lists says whether an item whose heading begins so is on the agenda of a meeting.
func (b minuteBook) lists(meeting, heading string) bool {
	return slices.ContainsFunc(b.Items, func(i item) bool { return i.Meeting == meeting && strings.HasPrefix(i.Heading, heading) })
}

// papered exports the minutes of a meeting and returns their words.
func (d *desk) papered(passphrase, day string) string {
	d.t.Helper()
	file := filepath.Join(d.home, day+".docx")
	d.ask(passphrase, "export", "minutes", "--meeting", day, "--out", file)
	z, err := zip.OpenReader(file)
	if err != nil {
		d.t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("word/document.xml")
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	xml, err := io.ReadAll(f)
	if err != nil {
		d.t.Fatal(err)
	}
	return regexp.MustCompile("<[^>]*>").ReplaceAllString(string(xml), "")
}

// Scenario 4: seven voters come, pressing business alone is done, and the next meeting ratifies it.
func TestAMeetingWithoutAQuorum(t *testing.T) {
	d := newDesk(t)
	d.ownsTheExample()
	before := d.keys
	d.plansNext("2026-08-20 10:00")
	d.meets("2026-09-10 19:35")
	for _, voter := range theTen[:7] {
		d.says("i "+voter[0], "notify "+voter[1]+" is in at ")
	}
	d.at("2026-09-10 19:40")
	d.says("s", "notify The meeting was opened at 7.40pm.")
	d.at("2026-09-10 20:00")
	d.settles()
	d.shot("1-no-quorum")
	d.says("nq pressing", "notify Pressing business subject to ratification at 8.00pm.")
	d.says("d pay hall hire GBP 45", "D-2026-")
	d.settles()
	d.shot("2-pressing")
	d.closes("notify The meeting was closed at 8.00pm.")
	t.Logf("planned, seven voters, pressing business, closed: %d keys", d.keys-before)
	d.quits()
	before = d.keys
	d.plansNext("2026-09-20 10:00")

	b := d.reads(exampleBranch)
	september, october := b.on(t, "2026-09-10"), b.on(t, "2026-10-08")
	if !strings.Contains(september.Quorum.Verdict, "not quorate") {
		t.Errorf("quorum in September: %+v", september.Quorum)
	}
	if !b.lists(october.ID, "Ratify: pay hall hire GBP 45") {
		t.Fatal("the agenda of October does not hold the ratification")
	}

	d.meets("2026-10-08 19:20")
	for _, v := range slices.Concat(theFifteen[:11], theFifteen[12:13]) {
		d.says("i "+v.letters, "notify "+v.name+" is in at ")
	}
	d.at("2026-10-08 19:30")
	d.says("s", "notify The meeting was opened at 7.30pm.")
	d.says("go 4.1", "notify Item 4.1, Ratify: pay hall hire GBP 45.") // under matters arising
	d.settles()
	d.shot("3-to-ratify")
	d.press("alt+y")
	d.hears("notify Ratified: pay hall hire GBP 45.")
	d.settles()
	d.shot("4-ratified")
	d.press("Escape")
	d.closes("notify The meeting was closed at 7.30pm.")
	t.Logf("planned, twelve voters, ratified, closed: %d keys", d.keys-before)
	d.quits()

	b = d.reads(exampleBranch)
	pressing := 0
	for _, made := range b.Decisions {
		if made.Pressing && made.Meeting == september.ID {
			pressing++
			want(t, "where it was ratified", made.Ratified, october.ID)
		}
	}
	want(t, "pressing decisions", pressing, 1)
	for day, words := range map[string]string{
		"2026-09-10": "Made without a quorum, subject to ratification.",
		"2026-10-08": "Ratified: pay hall hire GBP 45",
	} {
		if paper := d.papered(exampleBranch, day); !strings.Contains(paper, words) {
			t.Errorf("the minutes of %s do not say %q:\n%s", day, words, paper)
		}
	}
}
