package meetings

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// desk is a secretary's desk: a book with the branch in it, and the model of its meetings.
type desk struct {
	t    *testing.T
	book *book.Book
	m    *Model
	now  time.Time
}

func newDesk(t *testing.T, now time.Time) *desk {
	t.Helper()
	d := &desk{t: t, now: now}
	b, _, err := book.Create(t.TempDir()+"/book-1", "three short words", data.Branch{
		Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates,
		Venue: "Canalside Community Hall", Starts: data.MustTime(19, 30), Secretary: "Jean Whitcombe", Email: "secretary@millbrook.example",
	}, book.Options{WorkFactor: 2, Now: func() time.Time { return d.now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	d.book, d.m = b, NewModel(b, func() time.Time { return d.now })
	return d
}

func at(year int, month time.Month, d, hour, minute int) time.Time {
	return time.Date(year, month, d, hour, minute, 0, 0, time.Local)
}

func monday() time.Time { return at(2026, time.May, 4, 10, 31) }

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) change(f func(*book.Tx) error) {
	d.t.Helper()
	d.must(d.book.Change("set the scene", f))
}

// plan makes the next meeting and opens it.
func (d *desk) plan() data.MeetingID {
	d.t.Helper()
	id, err := d.m.PlanNext()
	d.must(err)
	d.open(id)
	return id
}

func (d *desk) open(id data.MeetingID) {
	d.t.Helper()
	d.m.Open = id
	d.must(d.m.Load())
}

// members puts so many members in the book, of whom some are in arrears and some joined lately.
func (d *desk) members(n, arrears, fresh int) {
	d.change(func(tx *book.Tx) error {
		for i := range n {
			p := data.Person{
				ID: data.PersonID(tx.NewID()), First: fmt.Sprintf("Member%d", i), Last: "Okafor", Status: data.Member,
				Joined: day(2020, 1, 1), Email: "m@example.org",
			}
			p.Arrears = i < arrears
			if i >= n-fresh {
				p.Joined = day(2026, 4, 28)
				p.Email = ""
			}
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *desk) motion(ref, title string, received data.Date) data.MotionID {
	var id data.MotionID
	d.change(func(tx *book.Tx) error {
		id = data.MotionID(tx.NewID())
		return tx.Motions.Put(data.Motion{ID: id, Ref: ref, Title: title, Received: received, Status: data.Received})
	})
	return id
}

func (d *desk) headings() string {
	d.must(d.m.Load())
	var words []string
	for _, a := range d.m.Plan.Agenda {
		words = append(words, a.heading)
	}
	return strings.Join(words, "; ")
}

func want[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestAPlannedMeetingHasItsHoursItsVenueAndTheStandingAgenda(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	p := d.m.Plan
	want(t, p.Date, day(2026, 5, 18))
	want(t, p.Starts.String()+" to "+p.Ends.String(), "7.30pm to 9.30pm")
	want(t, p.Venue, "Canalside Community Hall")
	want(t, len(p.Agenda), 10)
	want(t, p.Agenda[2].number+" "+p.Agenda[2].heading+" "+p.Agenda[2].starts, "3 Matters arising 7.40pm")
	want(t, p.Length+", "+p.EndsAt+", "+p.Fits.Text, "1 h 42 min, ends about 9.12pm, 18 min inside the 2 hours")
}

func TestTheQuorumIsShownWithItsSumAndItsOtherReading(t *testing.T) {
	d := newDesk(t, monday())
	d.members(214, 9, 6)
	d.plan()
	d.must(d.m.SetDate(day(2026, 5, 14)))
	d.must(d.m.Load())
	q := d.m.Plan.Quorum
	want(t, q.Title, "Quorum on 14 May")
	want(t, q.Needed, "10 needed")
	want(t, q.Sum, "5% of 199 eligible = 9.95, rounded up: 10")
	want(t, q.People, "214 members, less 9 in arrears, less 6 new = 199")
	want(t, strings.HasPrefix(q.Other, "11 if counted on all 214"), true)
	want(t, d.m.Plan.Notice.Reach, "208 members with an email, 6 without")
}

func TestTheNoticeSaysWhatMembersNeedAndNothingPrivate(t *testing.T) {
	d := newDesk(t, monday())
	d.members(214, 9, 6)
	d.plan()
	d.must(d.m.SetDate(day(2026, 5, 14)))
	d.must(d.m.PutOnAgenda(d.motion("M-2026-04", "Saturday opening, library", day(2026, 4, 20))))
	d.must(d.m.Load())
	n := d.m.Plan.Notice
	want(t, n.Latest, "Thu 7 May 2026")
	want(t, n.Sum, "7 days before Thu 14 May 2026 = Thu 7 May 2026")
	want(t, n.Mark.Text, "3 days left")
	for _, line := range []string{
		"Notice of ordinary meeting", "Thursday 14 May 2026, 7.30pm, Canalside Community Hall.", "7. Motions",
		"M-2026-04 Saturday opening, library", "To vote you need 8 weeks' membership and no arrears. Quorum 10.",
		"Jean Whitcombe, branch secretary", "secretary@millbrook.example",
	} {
		if !strings.Contains(n.Text, line) {
			t.Errorf("the notice lacks %q:\n%s", line, n.Text)
		}
	}
	if strings.Contains(n.Text, "m@example.org") {
		t.Error("a member's address is in the notice")
	}
}

func TestMarkingTheNoticeRecordsADateAndWhetherItWasInTime(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.SetDate(day(2026, 5, 14)))
	d.must(d.m.MarkNoticeSent(day(2026, 5, 7)))
	d.must(d.m.Load())
	want(t, d.m.Plan.Notice.Mark.Text+", "+d.m.Plan.Notice.Verdict, "Sent, sent in time")
	d.must(d.m.MarkNoticeSent(day(2026, 5, 8)))
	d.must(d.m.Load())
	want(t, d.m.Plan.Notice.Mark.Text, "Sent, one day short")
	want(t, d.m.Plan.Notice.Mark.Tone, parts.Amber)
}

func TestALateMotionIsMarkedAndIsNotOnTheAgendaUntilItIsPutThere(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.SetDate(day(2026, 5, 14)))
	late := d.motion("M-2026-06", "Bins", day(2026, 5, 1))
	d.must(d.m.Load())
	under := d.m.Plan.Agenda[6]
	want(t, under.heading, "Motions")
	want(t, len(under.motions), 1)
	want(t, under.motions[0].arrived.Text, "one day late")
	want(t, under.motions[0].on, false)
	d.must(d.m.PutOnAgenda(late))
	d.must(d.m.Load())
	want(t, d.m.Plan.Agenda[6].motions[0].on, true)
	d.must(d.m.TakeOffAgenda(late))
	d.must(d.m.Load())
	want(t, d.m.Plan.Agenda[6].motions[0].on, false)
}

func TestTheAgendaIsRenamedAddedToMovedAndCutAndUndoBringsItBack(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	before := d.headings()
	items := d.m.Plan.Agenda
	id, err := d.m.AddItem(items[0].id)
	d.must(err)
	d.must(d.m.RenameItem(id, "  Guest speaker "))
	d.must(d.m.SetItemMinutes(id, 20))
	d.must(d.m.MoveItem(id, -1))
	want(t, strings.HasPrefix(d.headings(), "Guest speaker; Welcome and apologies; Minutes"), true)
	want(t, d.m.Plan.Agenda[1].starts, "7.50pm")
	want(t, d.m.Plan.Fits.Text, "2 min over the 2 hours")
	d.must(d.m.MoveItem(id, -1))
	d.must(d.m.RemoveItem(id))
	want(t, d.headings(), before)
	undone, err := d.book.Undo()
	d.must(err)
	want(t, strings.TrimPrefix(undone.What, "take back: "), "take “Guest speaker” off the agenda of Mon 18 May 2026")
	want(t, strings.HasPrefix(d.headings(), "Guest speaker; "), true)
}

func TestAnItemWithoutAHeadingIsRefusedWithASentence(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	err := d.m.RenameItem(d.m.Plan.Agenda[0].id, " ")
	want(t, data.Say(err), "An agenda item needs a heading.")
	want(t, strings.HasPrefix(d.headings(), "Welcome and apologies"), true)
}

func TestAnItemWithMinutesStaysOnTheAgenda(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	item := d.m.Plan.Agenda[0].id
	d.change(func(tx *book.Tx) error {
		block, err := tx.StartText(item)
		if err != nil {
			return err
		}
		text, err := tx.Blocks.Get(block)
		if err != nil {
			return err
		}
		text.Text = "The chair welcomed everyone."
		return tx.Blocks.Put(text)
	})
	if err := d.m.RemoveItem(item); err == nil {
		t.Fatal("an item with minutes was removed")
	}
	want(t, strings.HasPrefix(d.headings(), "Welcome and apologies"), true)
}

func TestAnotherKindBringsItsOwnAgendaUnlessTheSecretaryHasChangedIt(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	mo := d.motion("M-2026-04", "Buses", day(2026, 4, 1))
	d.must(d.m.PutOnAgenda(mo))
	d.must(d.m.SetKind(data.AGM))
	want(t, strings.Contains(d.headings(), "Election of branch officers"), true)
	want(t, d.m.Plan.motionsOn(), 1)
	d.must(d.m.RenameItem(d.m.Plan.Agenda[0].id, "Welcome"))
	d.must(d.m.SetKind(data.Ordinary))
	want(t, strings.HasPrefix(d.headings(), "Welcome; "), true)
	want(t, strings.Contains(d.headings(), "Election of branch officers"), true)
}

func TestAnotherKindBringsItsAgendaThoughTheBookWroteItselfIntoTheOld(t *testing.T) {
	d := newDesk(t, monday())
	d.change(func(tx *book.Tx) error {
		last := data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.Ordinary, Date: day(2026, 4, 9), Status: data.Closed}
		return errors.Join(tx.Meetings.Put(last), tx.Posts.Put(data.Post{ID: data.PostID(tx.NewID()), Name: "Treasurer", Place: 1}))
	})
	d.plan()
	want(t, strings.Contains(d.headings(), "Minutes of 9 April"), true)
	d.must(d.m.SetKind(data.AGM))
	want(t, strings.Contains(d.headings(), "Election of branch officers"), true)
	d.must(d.m.SetKind(data.Ordinary))
	want(t, strings.Contains(d.headings(), "Minutes of 9 April"), true)
	want(t, strings.Contains(d.headings(), "Election of branch officers"), false)
}

func TestTheOfficersTakeTheChairAndTheMinutes(t *testing.T) {
	d := newDesk(t, monday())
	d.change(func(tx *book.Tx) error {
		var errs []error
		for i, post := range []string{"Chair", "Secretary"} {
			p := data.Post{ID: data.PostID(tx.NewID()), Name: post, Place: i + 1}
			who := data.Person{ID: data.PersonID(tx.NewID()), First: post, Last: "Dunne", Status: data.Member}
			errs = append(errs, tx.Posts.Put(p), tx.People.Put(who), tx.Terms.Put(data.Term{
				ID: data.TermID(tx.NewID()), Post: p.ID, Person: who.ID, From: day(2025, 6, 12),
			}))
		}
		return errors.Join(errs...)
	})
	d.plan()
	want(t, d.m.Plan.Chair+", "+d.m.Plan.MinuteTaker, "Chair Dunne, Secretary Dunne")
}

func TestMovingTheHourKeepsTheLength(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.SetStarts(data.MustTime(18, 0)))
	d.must(d.m.Load())
	want(t, d.m.Plan.Ends.String(), "8.00pm")
	err := d.m.SetEndsBy(data.MustTime(17, 0))
	want(t, data.Say(err), "The meeting would end before it starts. Correct one of the two times.")
}

func TestAMeetingWrittenUpTheNextDayIsAMeeting(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.SetDate(day(2026, 5, 3)))
	d.must(d.m.Load())
	want(t, d.m.Plan.Under, "Sun 3 May 2026  ·  10 items  ·  0 motions  ·  1 day ago")
}

func TestStartingNowMakesOneMeetingForToday(t *testing.T) {
	d := newDesk(t, monday())
	first, err := d.m.StartNow()
	d.must(err)
	again, err := d.m.StartNow()
	d.must(err)
	want(t, first, again)
	d.open(first)
	want(t, d.m.Plan.Date, day(2026, 5, 4))
	want(t, len(d.m.Plan.Agenda), 10)
}

func TestAPlanIsRemovedAndItsMotionsStayReceived(t *testing.T) {
	d := newDesk(t, monday())
	id := d.plan()
	mo := d.motion("M-2026-04", "Buses", day(2026, 4, 1))
	d.must(d.m.PutOnAgenda(mo))
	d.must(d.m.Remove())
	d.must(d.m.Load())
	want(t, d.m.Open, "")
	d.must(d.book.Read(func(r *book.Reading) error {
		kept, err := r.Motions.Get(mo)
		want(t, kept.Status, data.Received)
		want(t, kept.Meeting, "")
		return err
	}))
	_, err := d.book.Undo()
	d.must(err)
	d.open(id)
	want(t, d.m.Plan.motionsOn(), 1)
}
