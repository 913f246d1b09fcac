package motions

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"branchbook/data"
	"branchbook/data/book"
)

func on(month time.Month, day int) data.Date { return data.MustDate(2026, month, day) }

// at lets the clock of the model stand at another day.
func (h *hall) at(day data.Date) {
	h.t.Helper()
	h.now = func() time.Time { return day.Midnight().Add(10 * time.Hour) }
	must(h.t, h.Refresh())
}

// does is a step of the secretary. Undoing it must give the book as it was before, exactly; it is then done again.
func (h *hall) does(said string, step func() (string, error)) {
	h.t.Helper()
	before := h.records()
	line, err := step()
	must(h.t, err)
	want(h.t, line, said)
	after := h.records()
	_, err = h.book.Undo()
	must(h.t, err)
	if diff := cmp.Diff(before, h.records()); diff != "" {
		h.t.Errorf("undo of %q: %s", said, diff)
	}
	_, err = h.book.Redo()
	must(h.t, err)
	if diff := cmp.Diff(after, h.records()); diff != "" {
		h.t.Errorf("redo of %q: %s", said, diff)
	}
	must(h.t, h.Refresh())
}

// records are the book as it stands in the dump, but for the revisions, and the counters of references: a number that was
// taken is not given again.
func (h *hall) records() map[string]any {
	h.t.Helper()
	var b bytes.Buffer
	must(h.t, h.book.Dump(&b))
	var all map[string]any
	must(h.t, json.Unmarshal(b.Bytes(), &all))
	out := map[string]any{}
	for key, value := range all {
		if key != "history" && key != "made" && key != "counters" {
			out[key] = plain(value)
		}
	}
	return out
}

func plain(v any) any {
	switch x := v.(type) {
	case map[string]any:
		delete(x, "rev")
		for k := range x {
			x[k] = plain(x[k])
		}
	case []any:
		for i := range x {
			x[i] = plain(x[i])
		}
	}
	return v
}

func (h *hall) plan(id data.MeetingID, kind data.MeetingKind, day data.Date) {
	h.t.Helper()
	h.change("plan a meeting", func(tx *book.Tx) error {
		return tx.Meetings.Put(data.Meeting{ID: id, Kind: kind, Date: day, Status: data.Planned})
	})
}

// votes lets the meeting decide the motion that is chosen.
func (h *hall) votes(outcome data.Outcome, hands data.Vote) {
	h.t.Helper()
	h.change("record the vote", func(tx *book.Tx) error {
		x, err := tx.Motions.Get(h.chosen)
		if err != nil {
			return err
		}
		hands.ID, hands.Meeting, hands.Motion, hands.Outcome = data.VoteID(tx.NewID()), x.Meeting, x.ID, outcome
		x.Vote, x.Outcome, x.Status = hands.ID, outcome, data.DisposedOf
		if err := tx.Votes.Put(hands); err != nil {
			return err
		}
		return tx.Motions.Put(x)
	})
}

func TestScenario8ALateMotionIsHeldOverPastTheAGMAndTheMoverIsTold(t *testing.T) {
	h := newHall(t)
	h.plan("june", data.AGM, on(time.June, 11))
	h.plan("july", data.Ordinary, on(time.July, 9))
	d := h.crossings()
	d.Received = on(time.May, 1)
	p, ok := h.Place(d)
	want(t, ok, true)
	want(t, p.Words, "One day late for Thu 14 May 2026: held over to Thu 9 Jul 2026. Thu 11 Jun 2026 is the annual general meeting, which does not take it.")
	var id data.MotionID
	h.does("Motion logged as M-2026-01.", func() (line string, err error) {
		id, line, err = h.Log(d)
		return line, err
	})
	h.Choose(id)
	x, _ := h.motion(id)
	want(t, x.Status, data.HeldOver)
	want(t, x.Meeting, data.MeetingID("july"))
	note := h.NoteFor(d, id)
	for _, words := range []string{"Dear Zoë Okafor,", "one day too late", "Thursday 9 July 2026", "annual general meeting"} {
		if !strings.Contains(note, words) {
			t.Errorf("the note does not say %q:\n%s", words, note)
		}
	}
	h.does("Motion M-2026-01 is on the agenda of Thu 9 Jul 2026.", h.PutOnAgenda)
}

func TestScenario9RemittedThenResubmittedAndFoundFromEitherEnd(t *testing.T) {
	h := newHall(t)
	h.plan("july", data.Ordinary, on(time.July, 9))
	first := h.log(h.crossings())
	h.does("Motion M-2026-01 recorded as remitted.", func() (string, error) {
		return h.Settle(Settlement{Outcome: data.Remitted, Note: "the executive"})
	})
	h.at(on(time.June, 1))
	d, ok := h.Resubmission()
	want(t, ok, true)
	d.Text = "This branch asks the council for two crossings."
	again := h.log(d)
	want(t, again.Meeting, data.MeetingID("july"))
	h.votes(data.Carried, data.Vote{For: 10, Abstained: 2, Voters: 12})
	want(t, h.Card.Chain[0].ID, first.ID)
	h.Choose(first.ID)
	want(t, h.Card.Chain[0].Text, "M-2026-02, resubmission of M-2026-01")
	for _, ref := range []string{"M-2026-01", "M-2026-02"} {
		h.Search(ref)
		want(t, len(h.Rows), 2)
	}
}

func TestScenario10AMotionIsFollowedUntilItIsClosed(t *testing.T) {
	h := newHall(t)
	h.plan("july", data.Ordinary, on(time.July, 9))
	h.log(h.crossings())
	h.votes(data.Carried, data.Vote{For: 13, Against: 1, Abstained: 1, Voters: 15})
	h.at(on(time.May, 16))
	h.does("M-2026-01 sent to CLP secretary and MP.", func() (string, error) {
		s := h.NewSending()
		want(t, s.Chase, on(time.May, 30))
		s.To, s.Chase = []string{"CLP secretary", "MP"}, on(time.June, 30)
		return h.SendOn(s)
	})
	clp, mp := h.copyTo("CLP secretary"), h.copyTo("MP")
	h.at(on(time.May, 20))
	h.does("M-2026-01 to CLP secretary acknowledged.", func() (string, error) { return h.Acknowledge(clp, on(time.May, 20), "Ruth Gallagher") })
	h.does("M-2026-01 to CLP secretary: their result entered, carried 41-23.", func() (string, error) {
		return h.Answer(clp, on(time.May, 26), "carried 41-23")
	})
	h.at(on(time.July, 2))
	h.Narrow(AwaitingReply)
	want(t, len(h.Rows), 1)
	want(t, h.Filters()[AwaitingReply], "Awaiting reply 1")
	want(t, h.Rows[0].Cells[sentColumn].Text, "CLP, MP")
	want(t, h.Rows[0].Cells[sentColumn].Sub, "Reply overdue")
	h.does("M-2026-01 to MP: they were asked.", func() (string, error) { return h.Chase(mp, on(time.July, 2), on(time.September, 1)) })
	h.at(on(time.July, 9))
	h.does("M-2026-01 to CLP secretary reported back on Thu 9 Jul 2026.", func() (string, error) { return h.ReportBack(clp, "july") })
	h.at(on(time.October, 8))
	if _, err := h.CloseCopy(mp, on(time.October, 8), ""); err == nil {
		t.Error("closed without a reason")
	}
	h.does("M-2026-01 to MP closed.", func() (string, error) {
		return h.CloseCopy(mp, on(time.October, 8), "no reply after two chasers")
	})
	want(t, h.Filters()[AwaitingReply], "Awaiting reply 0")
}

func (h *hall) copyTo(to string) data.ForwardingID {
	for _, c := range h.Card.Copies {
		if c.To == to {
			return c.ID
		}
	}
	h.t.Fatalf("nothing went to %s", to)
	return ""
}

func TestWhatAMeetingPutOffIsKeptWhenTheMotionIsTakenUpAgain(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	h.does("Motion M-2026-01 recorded as not reached.", func() (string, error) { return h.Settle(Settlement{Outcome: data.NotReached}) })
	h.does("Motion M-2026-01 is open again.", h.TakeAgain)
	x, _ := h.motion(h.chosen)
	want(t, len(x.Earlier), 1)
	want(t, x.Earlier[0].Outcome, data.NotReached)
}

func TestACompositeTakesTheMotionsItWasMadeOf(t *testing.T) {
	h := newHall(t)
	a := h.log(h.crossings())
	b := h.log(Draft{Title: "Slower lorries", Text: "Lorries go slower.", Received: on(time.April, 25), Meeting: h.may})
	d, err := h.Composite([]data.MotionID{a.ID, b.ID})
	must(t, err)
	d.Title = "Composite 1: Mill Lane"
	d.Received = on(time.April, 28)
	h.does("Motion logged as M-2026-03.", func() (line string, err error) { _, line, err = h.Log(d); return line, err })
	a, _ = h.motion(a.ID)
	want(t, a.Outcome, data.Composited)
	want(t, a.OutcomeNote, "into M-2026-03")
	if _, err := h.Composite([]data.MotionID{a.ID}); err == nil {
		t.Error("a composite of one motion was made")
	}
}

func TestTheRegisterLeavesAndComesBackTheSame(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	h.votes(data.Carried, data.Vote{For: 12, Against: 2, Abstained: 1, Voters: 15, Method: data.Hands})
	s := h.NewSending()
	s.To = []string{"CLP secretary", "MP"}
	_, err := h.SendOn(s)
	must(t, err)
	must(t, h.Refresh())
	h.log(Draft{Title: "Strike fund", Text: "Give £50.", Kind: data.Donation, Amount: "£50", Tags: "money, unions", Received: on(time.April, 20), Meeting: h.may})
	there := newHall(t)
	rows := h.table()
	b, err := there.ReadTable("motions.xlsx", rows)
	must(t, err)
	want(t, b.Words(), "motions.xlsx: 2 new, 0 already there, 0 replies, 0 rows refused.")
	there.does("Brought in from motions.xlsx: 2 motions.", func() (string, error) { return there.BringIn(b) })
	if diff := cmp.Diff(rows, there.table()); diff != "" {
		t.Errorf("the register that came back differs: %s", diff)
	}
	b, err = there.ReadTable("motions.xlsx", rows)
	must(t, err)
	want(t, b.What(), "")
	for i, cell := range rows[0] {
		if cell == "Their result" {
			rows[1][i] = "carried 41-23"
		}
	}
	b, err = there.ReadTable("reply.xlsx", rows)
	must(t, err)
	want(t, b.What(), "bring in 1 reply")
	there.does("Brought in from reply.xlsx: 1 reply.", func() (string, error) { return there.BringIn(b) })
}

// table is the register as it is exported.
func (h *hall) table() [][]string {
	h.t.Helper()
	var rows [][]string
	must(h.t, h.book.Read(func(r *book.Reading) error {
		doc, err := r.MotionsRegister(may14, false)
		rows = doc.Table()
		return err
	}))
	return rows
}

func TestAReferenceThatIsTakenIsReplaced(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	b, err := h.ReadTable("old.csv", [][]string{{"Ref", "Title", "Mover"}, {"M-2026-01", "Another thing", "Nobody Known"}})
	must(t, err)
	want(t, b.Lines()[0], "Row 2: Nobody Known is not one person of the book. The name is kept in the note.")
	h.does("Brought in from old.csv: 1 motion.", func() (string, error) { return h.BringIn(b) })
	x := h.motions[1]
	want(t, x.Ref, "M-2026-02")
	want(t, x.Note, "Mover in the file: Nobody Known.\nNumber in the file: M-2026-01.")
}

func TestTextPastedFromWordKeepsItsParagraphs(t *testing.T) {
	h := newHall(t)
	d := h.crossings()
	d.Text = "This branch notes:\r\n\r\n\r\n1. The lane.\v2. The lorries.\r\n\r\nIt resolves to write."
	want(t, h.log(d).Submitted, "This branch notes:\n\n1. The lane.\n2. The lorries.\n\nIt resolves to write.")
}

func TestTheRegisterIsPutInOrderByAColumn(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	h.log(Draft{Title: "Keep the 41 bus", Received: on(time.April, 25)})
	want(t, h.Rows[0].Words, "Keep the 41 bus")
	h.SortBy(titleColumn)
	want(t, h.Foot, "2 of 2 shown, by title")
	h.SortBy(titleColumn)
	want(t, h.Rows[0].Words, "Safer crossings on Mill Lane")
	h.SortBy(refColumn)
	h.SortBy(refColumn)
	want(t, h.Foot, "2 of 2 shown, oldest first")
	want(t, h.Rows[0].Words, "Safer crossings on Mill Lane")
}
