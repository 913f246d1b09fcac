package today

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// desk is a secretary's desk: a book with the branch in it, and the page of today.
type desk struct {
	t      *testing.T
	book   *book.Book
	m      *Model
	now    time.Time
	copies *copies
}

// copies says when the last safe copy was made, and counts those that are asked for.
type copies struct {
	made  time.Time
	asked int
}

func (c *copies) Last() (time.Time, string, bool) {
	return c.made, "on the blue USB stick", !c.made.IsZero()
}
func (c *copies) BackUp() { c.asked++ }

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, now: at(2026, time.May, 4, 10, 24), copies: &copies{}}
	b, _, err := book.Create(t.TempDir()+"/book-1", "three short words", data.Branch{
		Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates, Secretary: "Jean Whitcombe",
	}, book.Options{WorkFactor: 2, Now: func() time.Time { return d.now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	d.book, d.m = b, NewModel(b, d.copies, func() time.Time { return d.now })
	return d
}

func at(year int, month time.Month, d, hour, minute int) time.Time {
	return time.Date(year, month, d, hour, minute, 0, 0, time.Local)
}

func day(year int, month time.Month, d int) data.Date { return data.MustDate(year, month, d) }

func want[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

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

func (d *desk) load() *Model {
	d.t.Helper()
	d.must(d.m.Load())
	return d.m
}

func (d *desk) members(n int) {
	d.change(func(tx *book.Tx) error {
		var err error
		for i := range n {
			err = errors.Join(err, tx.People.Put(data.Person{
				ID: data.PersonID(tx.NewID()), First: fmt.Sprintf("Member%03d", i), Last: "Okafor", Status: data.Member, Joined: day(2020, 1, 1),
			}))
		}
		return err
	})
}

// meeting puts a meeting in the book; change may alter it first.
func (d *desk) meeting(on data.Date, change func(*data.Meeting)) data.MeetingID {
	m := data.Meeting{Kind: data.Ordinary, Date: on, Status: data.Planned, Starts: data.MustTime(19, 30), Venue: "Canalside Community Hall"}
	if change != nil {
		change(&m)
	}
	d.change(func(tx *book.Tx) error {
		m.ID = data.MeetingID(tx.NewID())
		return tx.Meetings.Put(m)
	})
	return m.ID
}

func closed(m *data.Meeting) { m.Status = data.Closed }

func (d *desk) action(text string, due data.Date) {
	d.change(func(tx *book.Tx) error {
		return tx.Actions.Put(data.Action{
			ID: data.ActionID(tx.NewID()), Text: text, OwnerText: "Ben Carrick", Due: due, Status: data.Open,
		})
	})
}

// titles are the duties in their order.
func (d *desk) titles() string {
	var words []string
	for _, x := range d.load().Duties {
		words = append(words, x.Title)
	}
	return strings.Join(words, "; ")
}

func (d *desk) duty(part string) duty {
	d.t.Helper()
	for _, x := range d.load().Duties {
		if strings.Contains(x.Title, part) {
			return x
		}
	}
	d.t.Fatalf("nothing about %q waits: %s", part, d.titles())
	return duty{}
}

func TestTheGreetingGoesByTheClockAndTheSecretarysFirstName(t *testing.T) {
	d := newDesk(t)
	want(t, d.load().Greeting, "Good morning, Jean")
	want(t, d.m.Under, "Monday 4 May 2026  ·  Millbrook & Canalside Branch, Northgate CLP")
	want(t, greeting(12, "Jean"), "Good afternoon, Jean")
	want(t, greeting(18, ""), "Good evening")
}

func TestAnEmptyBookShowsItsFirstStepsAndMarksWhatIsDone(t *testing.T) {
	d := newDesk(t)
	want(t, d.load().New, true)
	want(t, d.m.Steps.Mark.Text, "0 of 3 done")
	want(t, strings.Join(d.m.Steps.Three[2].Points, "; "), "Quorum: 5% of eligible members; Notice: 7 days before; Voting: after 56 days, no arrears")
	d.members(3)
	want(t, d.load().New, true)
	want(t, d.m.Steps.Mark.Text+", "+d.m.Steps.Three[0].Said, "1 of 3 done, 3 members")
	d.meeting(day(2026, 5, 14), nil)
	want(t, d.load().New, false)
}

func TestANightWithoutMembersIsNoLongerAnEmptyBookOnceTheMeetingIsOpen(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2026, 5, 4), func(m *data.Meeting) { m.Status, m.Opened = data.InSession, data.MustTime(19, 34) })
	want(t, d.load().New, false)
	want(t, d.m.Next.Over+": "+d.m.Next.Second.Label, "In session: Go on with the meeting")
	want(t, strings.HasPrefix(d.titles(), "The ordinary meeting of 4 May is in session; "), true)
	want(t, d.duty("No members").Do.Go.Tab, "import")
}

func TestTheNextMeetingHasItsDatesFromTheRules(t *testing.T) {
	d := newDesk(t)
	d.members(199)
	id := d.meeting(day(2026, 5, 14), nil)
	d.change(func(tx *book.Tx) error {
		return errors.Join(
			tx.Motions.Put(data.Motion{ID: data.MotionID(tx.NewID()), Ref: "M-2026-04", Title: "Library", Received: day(2026, 4, 30), Status: data.Received}),
			tx.Motions.Put(data.Motion{ID: data.MotionID(tx.NewID()), Ref: "M-2026-05", Title: "Buses", Received: day(2026, 5, 1), Status: data.Received}),
			tx.Items.Put(data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: id, Heading: "Motions", Kind: data.ItemMotions}))
	})
	n := d.load().Next
	want(t, n.Title, "Ordinary meeting, Thursday 14 May, 7.30pm")
	want(t, n.Under, "Canalside Community Hall  ·  1 agenda item  ·  0 motions  ·  quorum: 10 needed")
	var line []string
	for _, m := range n.Moments {
		line = append(line, strings.Trim(m.Title+" "+m.Chip.Text, " "))
	}
	want(t, strings.Join(line, "; "), "Thu 30 Apr Passed, 1 received; Today; Thu 7 May Due in 3 days; Thu 14 May, 7.30pm In 10 days")
	want(t, n.Second.Label, "Prepare the notice")
}

func TestAMeetingOfTodayIsGoneToAndItsNoticeIsJudged(t *testing.T) {
	d := newDesk(t)
	id := d.meeting(day(2026, 5, 4), func(m *data.Meeting) { m.NoticeSent = day(2026, 4, 28) })
	n := d.load().Next
	want(t, n.Second, step{"Go to the meeting", sessionRoute(id)})
	want(t, n.Moments[1].Chip.Text, "Sent, one day short")
}

func TestAMeetingThatWasPlannedAndNeverMinutedWaitsToBeWrittenUp(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2026, time.May, 4), func(*data.Meeting) {})
	want(t, strings.Contains(d.titles(), "has no minutes yet"), false) // it is tonight
	id := d.meeting(day(2026, time.May, 3), func(*data.Meeting) {})
	got := d.duty("has no minutes yet")
	want(t, got.Title, "The ordinary meeting of 3 May has no minutes yet")
	want(t, got.Do.Go, sessionRoute(id))
}

func TestALateNoticeIsMoreUrgentThanPapers(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2026, 4, 9), closed)
	d.meeting(day(2026, 5, 8), nil)
	d.action("hall key", day(2026, 5, 1))
	want(t, strings.HasPrefix(d.titles(), "1 action is past its date; Notice of the meeting of 8 May; Minutes and attendance of 9 April not exported; "), true)
	want(t, d.duty("Notice").Mark.Text, "3 days late")
	want(t, d.duty("past its date").Text, "Ben Carrick, hall key")
}

func TestAnActionDueTodayIsNotPastItsDate(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2026, 4, 9), closed)
	d.action("hall key", day(2026, 5, 4))
	want(t, strings.Contains(d.titles(), "past"), false)
}

func TestOnlyThePapersThatAreMissingAreAskedForAndOnlyForAWhile(t *testing.T) {
	d := newDesk(t)
	d.meeting(day(2024, 4, 11), closed)
	id := d.meeting(day(2026, 4, 9), closed)
	d.change(func(tx *book.Tx) error {
		return tx.Papers.Put(data.Paper{ID: data.PaperID(tx.NewID()), Kind: data.MinutesPaper, Subject: data.ID(id), Version: 1, Made: d.now})
	})
	got := d.titles()
	want(t, strings.Contains(got, "Attendance of 9 April not exported"), true)
	want(t, strings.Contains(got, "11 April"), false)
}

func TestVacantPostsAreNamed(t *testing.T) {
	d := newDesk(t)
	d.change(func(tx *book.Tx) error {
		var err error
		for i, name := range []string{"Chair", "Treasurer", "Women's officer"} {
			err = errors.Join(err, tx.Posts.Put(data.Post{ID: data.PostID(tx.NewID()), Name: name, Place: i}))
		}
		posts, e := tx.Posts.All()
		if err = errors.Join(err, e); err != nil {
			return err
		}
		return tx.Terms.Put(data.Term{ID: data.TermID(tx.NewID()), Post: posts[0].ID, Person: "x", From: day(2025, 6, 12)})
	})
	vacant := d.duty("vacant")
	want(t, vacant.Title+": "+vacant.Text, "2 posts of the branch are vacant: Treasurer, Women's officer")
}

func TestAVacancySaysSinceWhenAndWhichMeetingFillsIt(t *testing.T) {
	d := newDesk(t)
	june := d.meeting(day(2026, 6, 11), func(m *data.Meeting) { m.Status = data.Planned })
	d.change(func(tx *book.Tx) error {
		who := data.Person{ID: data.PersonID(tx.NewID()), First: "Jean", Last: "Whitcombe", Status: data.Member}
		return errors.Join(tx.People.Put(who),
			tx.Posts.Put(data.Post{ID: "treasurer", Name: "Treasurer", Place: 1}), tx.Posts.Put(data.Post{ID: "auditor", Name: "Auditor", Place: 2}),
			tx.Terms.Put(data.Term{ID: "t1", Post: "treasurer", Person: "x", From: day(2025, 6, 12), To: day(2026, 4, 8), Why: "resigned"}),
			tx.Terms.Put(data.Term{ID: "t2", Post: "treasurer", Person: who.ID, From: day(2026, 4, 9), Acting: true}),
			tx.Items.Put(data.AgendaItem{ID: "i", Meeting: june, Kind: data.ItemElection, Heading: "Election of treasurer", From: data.Source{Kind: data.FromPost, Record: "treasurer"}}))
	})
	want(t, d.duty("vacant").Text, "Treasurer (since 9 April, Jean Whitcombe acting, elect on 11 June), Auditor. The meeting of 11 June could fill it.")
}

func TestTheDelegateReturnIsAskedForUntilItIsMadeAndAgainWhenSomeoneGoes(t *testing.T) {
	d := newDesk(t)
	d.members(30)
	d.meeting(day(2026, 4, 9), closed)
	var body data.BodyID
	d.change(func(tx *book.Tx) error {
		people, err := tx.People.All()
		if err != nil {
			return err
		}
		body = data.BodyID(tx.NewID())
		return errors.Join(
			tx.Bodies.Put(data.Body{ID: body, Name: data.GeneralCommittee}),
			tx.Imports.Put(data.ListImport{ID: data.ImportID(tx.NewID()), AsAt: day(2026, 5, 1), Counts: data.CountMembers(people, day(2026, 5, 1))}),
			tx.Seats.Put(data.Seat{ID: data.SeatID(tx.NewID()), Body: body, Number: 1, Person: people[0].ID, Elected: day(2025, 6, 12), How: data.ElectedHands}))
	})
	want(t, d.duty("Delegate return").Title, "Delegate return for the General Committee not made yet")
	want(t, d.duty("vacant on").Title, "1 of 2 seats vacant on the General Committee")
	want(t, d.duty("vacant on").Text, "30 members ÷ 15 = 2 seats")
	d.change(func(tx *book.Tx) error {
		return tx.Papers.Put(data.Paper{ID: data.PaperID(tx.NewID()), Kind: data.DelegateReturn, Subject: data.ID(body), Version: 1, Made: d.now})
	})
	want(t, strings.Contains(d.titles(), "Delegate return"), false)
	d.now = at(2026, 9, 2, 10, 0)
	d.change(func(tx *book.Tx) error {
		seats, err := tx.Seats.All()
		if err != nil {
			return err
		}
		seats[0].Ends = day(2026, 9, 1)
		return tx.Seats.Put(seats[0])
	})
	late := d.duty("Delegate return")
	want(t, late.Title, "Delegate return for the General Committee is out of date")
	want(t, strings.HasPrefix(late.Text, "1 change since version 1: Out: Member000 Okafor, seat 1"), true)
}

func TestABranchOfACLPWithoutDelegatesOwesNoReturn(t *testing.T) {
	d := newDesk(t)
	d.members(30)
	d.change(func(tx *book.Tx) error {
		branch, err := tx.Branch()
		branch.Structure = data.AllMembers
		return errors.Join(err, tx.PutBranch(branch), tx.Bodies.Put(data.Body{ID: data.BodyID(tx.NewID()), Name: data.GeneralCommittee}))
	})
	want(t, strings.Contains(d.titles(), "General Committee"), false)
}

func TestTheSafeCopyIsAsOldAsItIs(t *testing.T) {
	d := newDesk(t)
	want(t, d.load().Copy.Mark.Text, "None yet")
	d.copies.made = at(2026, 5, 1, 21, 12)
	want(t, d.load().Copy.Text, "Last backup Fri 1 May 2026, 9.12pm, on the blue USB stick.")
	want(t, d.m.Copy.Mark.Text, "3 days old")
}
