package today

import (
	"errors"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// approval puts how far the minutes of a meeting have got in the book, and their paper.
func (d *desk) approval(meeting data.MeetingID, change func(*data.Approval)) {
	a := data.Approval{ID: data.ApprovalID("approval-" + meeting), Meeting: meeting}
	change(&a)
	d.change(func(tx *book.Tx) error {
		kept, err := tx.Approvals.Where(func(x data.Approval) bool { return x.ID == a.ID })
		if len(kept) > 0 {
			a.Revision = kept[0].Revision
		}
		return errors.Join(err, tx.Approvals.Put(a))
	})
}

func (d *desk) waits(part string) bool { return strings.Contains(d.titles(), part) }

func TestMinutesAreFollowedFromTheirExportUntilTheyAreSigned(t *testing.T) {
	d := newDesk(t)
	id := d.meeting(day(2026, 4, 9), closed)
	want(t, d.waits("Circulate"), false) // they are asked for as a paper
	d.change(func(tx *book.Tx) error {
		return tx.Papers.Put(data.Paper{ID: data.PaperID(tx.NewID()), Kind: data.MinutesPaper, Subject: data.ID(id), Version: 1, Made: d.now})
	})
	want(t, d.duty("Circulate the minutes of 9 April").Do.Go, place.Route{Place: "approval", ID: string(id)})
	d.approval(id, func(a *data.Approval) { a.Drafted = day(2026, 4, 11) })
	want(t, d.duty("Circulate the minutes").Text, "The draft was finished on 11 April.")
	sent := []data.Circulation{{On: day(2026, 4, 12), To: "all members"}}
	d.approval(id, func(a *data.Approval) { a.Circulated = sent })
	want(t, d.duty("Have the minutes of 9 April approved").Text, "Circulated on 12 April; they come to the next meeting.")
	d.approval(id, func(a *data.Approval) {
		a.Circulated, a.HeldOver = sent, []data.HoldOver{{On: day(2026, 5, 2), Why: "not read"}}
	})
	want(t, strings.HasPrefix(d.duty("approved").Text, "Presented on 2 May and held over. "), true)
	agreed := func(a *data.Approval) { a.Approved, a.Text = day(2026, 5, 3), &data.Minutes{} }
	d.approval(id, agreed)
	want(t, d.duty("Have the minutes of 9 April signed").Mark.Text, "To sign")
	d.approval(id, func(a *data.Approval) { agreed(a); a.Signed = day(2026, 5, 3) })
	want(t, d.waits("minutes of 9 April"), false)
}

func TestWhatAnInquorateMeetingDecidedWaitsUntilItIsRatified(t *testing.T) {
	d := newDesk(t)
	was := d.meeting(day(2026, 4, 9), closed)
	next := d.meeting(day(2026, 5, 14), nil)
	decision := data.Decision{ID: "d", Ref: "D-2026-01", Meeting: was, Text: "Pay the hall hire", Pressing: true}
	d.change(func(tx *book.Tx) error { return tx.Decisions.Put(decision) })
	got := d.duty("to be ratified")
	want(t, got.Title+": "+got.Text, "1 decision is to be ratified: Pay the hall hire  ·  It comes to the meeting of 14 May.")
	want(t, got.Do.Go, meetingRoute(next))
	d.change(func(tx *book.Tx) error {
		kept, err := tx.Decisions.Get("d")
		kept.Ratified, kept.RatifiedAs = next, "agreed"
		return errors.Join(err, tx.Decisions.Put(kept))
	})
	want(t, d.waits("ratified"), false)
}

func TestAPostponedMeetingAsksForANewDateAndACancelledOneDoesNot(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2026, 5, 14), func(m *data.Meeting) {
		m.Kind, m.Status = data.AGM, data.Postponed
		m.Moves = []data.Recall{{As: data.Postponed, Was: m.Date, Why: "the hall is flooded"}}
	})
	d.meeting(day(2026, 5, 21), func(m *data.Meeting) { m.Status = data.Suspended })
	d.meeting(day(2026, 5, 28), func(m *data.Meeting) { m.Status = data.Cancelled })
	want(t, d.duty("annual general meeting of 14 May a new date").Text, "It was postponed, the hall is flooded")
	want(t, d.waits("Give the ordinary meeting of 21 May a new date"), true)
	want(t, d.waits("28 May"), false)
}

func TestALateAnswerIsUrgentAndOneThatIsAwaitedIsNotAsked(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2026, 4, 9), closed)
	letter := func(id data.LetterID, way data.Way, with string, due data.Date) {
		d.change(func(tx *book.Tx) error {
			return tx.Letters.Put(data.Letter{ID: id, Way: way, Date: day(2026, 4, 20), With: with, Subject: "Hall hire", Asks: "A price", Due: due})
		})
	}
	letter("l1", data.WentAway, "The hall", day(2026, 5, 20))
	want(t, d.waits("letter"), false)
	letter("l2", data.CameHere, "The council", day(2026, 5, 20))
	got := d.duty("1 letter is to be answered")
	want(t, got.Text, "The council, Hall hire")
	want(t, got.Do.Go, place.Route{Place: "actions", Tab: "letters", ID: "l2"})
	letter("l3", data.WentAway, "The MP", day(2026, 5, 1))
	letter("l4", data.CameHere, "The union", day(2026, 5, 2))
	late := d.duty("2 letters' answers are overdue")
	want(t, late.Do.Go, place.Route{Place: "actions", Tab: "letters"})
	want(t, strings.HasPrefix(d.titles(), late.Title), true)
}

func TestAMotionThatWasSentOnIsFollowedUntilItIsReportedBack(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2026, 4, 9), closed)
	d.change(func(tx *book.Tx) error {
		return tx.Motions.Put(data.Motion{ID: "m", Ref: "M-2026-02", Title: "Buses", Status: data.Received})
	})
	forwarded := func(change func(*data.Forwarding)) {
		d.change(func(tx *book.Tx) error {
			f := data.Forwarding{ID: "f", Motion: "m", To: "CLP secretary"}
			kept, err := tx.Forwardings.Where(func(x data.Forwarding) bool { return x.ID == "f" })
			if len(kept) > 0 {
				f.Revision = kept[0].Revision
			}
			change(&f)
			return errors.Join(err, tx.Forwardings.Put(f))
		})
	}
	forwarded(func(*data.Forwarding) {})
	want(t, d.duty("1 motion is to be sent on").Text, "M-2026-02 CLP secretary: to be sent")
	sent := func(f *data.Forwarding) { f.Sent, f.Chase = day(2026, 4, 10), day(2026, 5, 8) }
	forwarded(sent)
	want(t, d.waits("motion"), false) // it is not yet the day to ask
	d.now = at(2026, 5, 11, 10, 0)
	late := d.duty("1 reply about a motion is overdue")
	want(t, late.Do.Go, place.Route{Place: "motions", ID: "m"})
	forwarded(func(f *data.Forwarding) { sent(f); f.TheirResult = "carried 41-23" })
	want(t, d.duty("1 result is to be reported back").Text, "M-2026-02 CLP secretary: carried 41-23, to be reported back")
	forwarded(func(f *data.Forwarding) { sent(f); f.TheirResult, f.ReportedBack = "carried 41-23", day(2026, 5, 11) })
	want(t, d.waits("reported back"), false)
}
