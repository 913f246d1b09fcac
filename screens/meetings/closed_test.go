package meetings

import (
	"errors"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

// hold plans the meeting of 14 May and holds it: eleven voters, the tenth at 7.34pm, one decision, closed at 9.10pm.
func (d *desk) hold() data.MeetingID {
	d.t.Helper()
	d.members(214, 9, 6)
	id := d.plan()
	d.must(d.m.SetDate(day(2026, 5, 14)))
	d.change(func(tx *book.Tx) error {
		people, err := tx.People.All()
		if err != nil {
			return err
		}
		voters := 0
		for _, p := range people {
			if p.Arrears || p.Joined.Year() == 2026 || voters == 11 {
				continue
			}
			err = errors.Join(err, tx.Events.Put(data.Event{
				ID: data.EventID(tx.NewID()), Meeting: id, Person: p.ID, Move: data.CameIn, Capacity: data.Voter, At: data.MustTime(19, 25+voters),
			}))
			voters++
		}
		items, e := tx.Items.Of(id)
		if err = errors.Join(err, e); err != nil {
			return err
		}
		decision := data.Decision{ID: data.DecisionID(tx.NewID()), Ref: "D-2026-01", Meeting: id, Item: items[3].ID, Text: "Write to the council", How: "agreed"}
		err = tx.Decisions.Put(decision)
		_, e = tx.Record(items[3].ID, book.Caret{}, data.BlockDecision, data.ID(decision.ID), data.MustTime(20, 0))
		meeting, e2 := tx.Meetings.Get(id)
		meeting.Status, meeting.Opened, meeting.ClosedAt = data.Closed, data.MustTime(19, 34), data.MustTime(21, 10)
		return errors.Join(err, e, e2, tx.Meetings.Put(meeting))
	})
	d.now = at(2026, 5, 16, 9, 0)
	return id
}

func (m minutes) text() string {
	var lines []string
	for _, p := range m.Page {
		lines = append(lines, strings.TrimSpace(p.Lead+" "+p.Text))
	}
	return strings.Join(lines, "\n")
}

func TestAClosedMeetingReadsAsItWillPrint(t *testing.T) {
	d := newDesk(t, monday())
	d.open(d.hold())
	want(t, d.m.Status, data.Closed)
	got := d.m.Minutes
	want(t, got.Stamp, "DRAFT, subject to approval")
	want(t, got.Attendance, "11 voters, 0 members without a vote, 0 others, 0 apologies")
	want(t, got.Quorum, "Quorate from 7.34pm (11 voters attended): 5% of 199 eligible = 9.95, rounded up: 10.")
	want(t, got.MinutesPaper, "Not exported yet")
	for _, line := range []string{
		"Minutes of the ordinary meeting, Thursday 14 May 2026, 7.30pm", "4. Correspondence", "AGREED Write to the council.",
		"The meeting closed at 9.10pm.",
	} {
		if !strings.Contains(got.text(), line) {
			t.Errorf("the page lacks %q:\n%s", line, got.text())
		}
	}
}

func TestReopeningIsOneChangeThatUndoTakesBack(t *testing.T) {
	d := newDesk(t, monday())
	id := d.hold()
	d.open(id)
	d.must(d.m.Reopen())
	d.must(d.m.Load())
	want(t, d.m.Status, data.InSession)
	want(t, d.m.Plan.Go, "Go on with the meeting")
	undone, err := d.book.Undo()
	d.must(err)
	want(t, strings.TrimPrefix(undone.What, "take back: "), "reopen the meeting of Thu 14 May 2026")
	d.open(id)
	want(t, d.m.Status, data.Closed)
}

func TestTheListSaysHowEachMeetingStands(t *testing.T) {
	d := newDesk(t, monday())
	held := d.hold()
	next := d.plan()
	d.m.Open = ""
	d.must(d.m.Load())
	want(t, len(d.m.Rows), 2)
	want(t, d.m.Under, "2 meetings  ·  usually the 2nd Thursday")
	want(t, d.m.Rows[0].id, next)
	want(t, d.m.Rows[0].date+", "+d.m.Rows[0].status.Text+d.m.Rows[0].present, "Thu 11 Jun 2026, Planned")
	past := d.m.Rows[1]
	want(t, past.id, held)
	want(t, past.status.Text+", "+past.present+", "+past.voters, "Closed, 11 present, 11 voters")
	want(t, past.quorum, "quorate from 7.34pm")
	want(t, past.minutes+", "+past.minutesSub, "Draft, not exported")
}

func TestTheListIsNarrowedByAnyWords(t *testing.T) {
	d := newDesk(t, monday())
	d.hold()
	d.plan()
	d.m.Open = ""
	d.must(d.m.Load())
	d.m.Narrow("CANALSIDE draft")
	want(t, len(d.m.Rows), 1)
	d.m.Narrow("june")
	want(t, len(d.m.Rows), 1)
	want(t, d.m.Rows[0].status.Text, "Planned")
	d.m.Narrow("november")
	want(t, len(d.m.Rows), 0)
}

func TestAMeetingWithSomebodyOnItsRegisterIsNotRemoved(t *testing.T) {
	d := newDesk(t, monday())
	d.open(d.hold())
	if err := d.m.Remove(); err == nil {
		t.Fatal("a meeting that was held is gone")
	}
}

func TestTheItemThatTheMeetingIsAtStays(t *testing.T) {
	d := newDesk(t, monday())
	id := d.plan()
	at := d.m.Plan.Agenda[1].id
	d.change(func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(id)
		meeting.Status, meeting.Current = data.InSession, at
		return errors.Join(err, tx.Meetings.Put(meeting))
	})
	want(t, data.Say(d.m.RemoveItem(at)), "The meeting is at this item. Go on to the next one first, and then remove it.")
	d.must(d.m.RemoveItem(d.m.Plan.Agenda[2].id))
}
