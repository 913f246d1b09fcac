package meetings

import (
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/parts/partstest"
)

func (d *desk) evening(id data.MeetingID) (e data.Evening) {
	d.t.Helper()
	d.must(d.book.Read(func(r *book.Reading) (err error) {
		e, err = r.Evening(id)
		return err
	}))
	return e
}

func TestAnItemIsKeptOutOfPublicMinutesBeforeTheyAreWritten(t *testing.T) {
	d := newDesk(t, monday())
	d.open(d.hold())
	before, err := d.m.PublicCopy()
	d.must(err)
	item := before.Items[3]
	line, err := d.m.KeepConfidential(item.id, true)
	d.must(err)
	want(t, line, "The item is confidential: public minutes leave it out.")
	after, err := d.m.PublicCopy()
	d.must(err)
	want(t, after.Items[3], publicItem{item.id, item.label, true})
	if strings.Contains(before.LeftOut, "confidential item") || !strings.Contains(after.LeftOut, "1 confidential item") {
		t.Errorf("it said %q, and now %q", before.LeftOut, after.LeftOut)
	}
	for _, p := range d.evening(d.m.Open).PublicMinutes().Items[3].Parts {
		t.Errorf("public minutes still say %+v", p)
	}
	want(t, after.Differs, "")
}

func TestAConfidentialItemIsMarkedOnThePlan(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	h := d.stand(parts.Light, 100)
	h.open(d.m.Open)
	row := h.place.m.Plan.Agenda[2]
	h.place.plan.agenda.choose(row.id)
	want(t, h.do("Confidential item, or not"), true)
	if now := h.place.m.Plan.row(row.id); !now.confidential || !strings.HasPrefix(now.about, "Confidential: public minutes leave it out") {
		t.Errorf("the plan shows %+v", now)
	}
	want(t, h.do("Confidential item, or not"), true)
	want(t, h.place.m.Plan.row(row.id).confidential, false)
}

func TestTheVariantsOfTheMinutesAreExportedFromTheirPanels(t *testing.T) {
	d := newDesk(t, monday())
	held := d.hold()
	h := d.stand(parts.Light, 100)
	h.paper = data.Paper{File: "paper.docx"}
	h.open(held)
	for _, c := range []struct{ command, button, wrote string }{
		{"Public minutes…", "Export the public minutes", "public"},
		{"Extract from the minutes…", "Export the extract", "extract of "},
		{"Annual report…", "Export the report", "report "},
	} {
		want(t, h.do(c.command), true)
		panel := h.Opened[len(h.Opened)-1]
		if panel.First == nil {
			t.Errorf("%s: nothing in the panel has the caret", c.command)
		}
		partstest.Press(t, panel.Content, c.button)
		if n := len(h.wrote); n == 0 || !strings.HasPrefix(h.wrote[n-1], c.wrote) {
			t.Errorf("%s wrote %q", c.command, h.wrote)
		}
		want(t, len(h.Opened), 0)
	}
	want(t, len(h.wrote), 3)
	if !strings.HasPrefix(h.Said[len(h.Said)-1], "paper.docx is written.") {
		t.Errorf("it said %q", h.Said)
	}
}

func TestYearsAreOfferedInWords(t *testing.T) {
	d := newDesk(t, monday())
	years, words, err := d.m.Years()
	d.must(err)
	want(t, len(years), 1)
	want(t, words[0], "5 May 2025 to 4 May 2026, up to today")
}
