//go:build journeys

package journeys

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const wetBoots = "three wet winter boots"

// startsABook begins the book of Millbrook at the door of an empty desk, and ends at Today.
func (d *desk) startsABook() {
	d.t.Helper()
	d.open()
	d.hears("door")
	d.settles()
	for _, typed := range []string{"Millbrook", "Tarn Valley CLP", "Canal, Castle", "Zoë Okafor"} {
		d.write(typed)
		d.press("Tab")
	}
	d.press("Tab") // the constituency party meets as delegates, as most do
	d.write(wetBoots)
	d.press("Tab")
	d.write(wetBoots)
	d.settles()
	d.shot("1-new-book")
	d.press("Return")
	d.hears("recovery ends ")
	last := d.rest()
	d.hears("finished Making the book")
	d.settles()
	d.shot("2-recovery-code")
	d.press("space", "Tab")
	d.write(strings.ToLower(last))
	d.press("Return")
	d.hears("place today")
	d.settles()
}

// pastesNames brings in a list of names, one to a line.
func (d *desk) pastesNames(names ...string) {
	d.t.Helper()
	d.press("ctrl+i")
	d.hears("place members")
	d.settles()
	d.press("Tab")
	for _, name := range names {
		d.write(name)
		d.press("Return")
	}
	d.press("Tab", "Return")
	d.hears("finished Comparing the list with the book")
	d.settles()
	d.shot("3-names")
	d.press("Return")
	d.hears("notify Brought in 3 new")
}

// checksIn types letters of a name at the door.
func (d *desk) checksIn(letters, name string) {
	d.t.Helper()
	d.write(letters)
	d.press("Return")
	d.hears("notify " + name + " is in")
}

func TestFirstRunToFirstMeeting(t *testing.T) {
	d := newDesk(t)
	d.startsABook()
	d.pastesNames("Zoë Okafor", "Władek Sobieski", "Renée Moll")
	d.press("ctrl+1")
	d.hears("place today")
	d.press("ctrl+m")
	d.hears("place session")
	d.checksIn("wla", "Władek Sobieski")
	d.checksIn("mol", "Renée Moll")
	d.press("ctrl+m")
	d.hears("notify The meeting was opened at ")
	d.write("The secretary welcomed everybody.")
	d.press("F5")
	d.settles()
	d.write("pay the hire of the hall")
	d.press("Return")
	d.hears("notify Decision D-")
	d.settles()
	d.shot("4-decision")
	d.press("Escape")
	d.write("x")
	d.press("Return")
	d.hears("panel Close the meeting: loose ends")
	d.press("Return")
	d.hears("notify The meeting was closed at ")
	t.Logf("from nothing to a first meeting: %d keys", d.keys)
	d.quits()

	b := d.reads(wetBoots)
	want(t, "branch", b.Branch.Name, "Millbrook")
	want(t, "CLP", b.Branch.CLP, "Tarn Valley CLP")
	want(t, "wards", b.Branch.Wards, []string{"Canal", "Castle"})
	want(t, "secretary", b.Branch.Secretary, "Zoë Okafor")
	want(t, "members", b.names(), []string{"Renée Moll", "Władek Sobieski", "Zoë Okafor"})
	if len(b.Meetings) != 1 {
		t.Fatalf("the book has %d meetings", len(b.Meetings))
	}
	m := b.Meetings[0]
	want(t, "status", m.Status, "closed")
	want(t, "who came", b.came(m.ID), []string{"Władek Sobieski", "Renée Moll"})
	want(t, "minutes", b.written(m.ID), "The secretary welcomed everybody.")
	want(t, "decisions", len(b.Decisions), 1)
	want(t, "decision", b.Decisions[0].Text, "pay the hire of the hall")
	want(t, "quorum", strings.HasPrefix(m.Quorum.Verdict, "quorate"), true)

	minutes := filepath.Join(d.home, "minutes.docx")
	d.ask(wetBoots, "export", "minutes", "--out", minutes)
	word, err := zip.OpenReader(minutes)
	if err != nil {
		t.Fatalf("the minutes are no Word document: %v", err)
	}
	defer word.Close()
	if _, err := word.Open("word/document.xml"); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(d.book()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the book's folder can be read by others: %v, %v", info.Mode(), err)
	}
}
