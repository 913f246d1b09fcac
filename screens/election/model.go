package election

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
	Change(what string, f func(*book.Tx) error) error
}

// Model is the contests of a meeting, and one of them, without a window. The view copies from List and Page and calls the
// verbs.
type Model struct {
	List List
	Page *Page // the contest that is open; nil while the list is shown

	book    minuteBook
	now     func() time.Time
	meeting data.MeetingID // whose list is shown; "" for the meeting that is in session, or else the next
	contest data.ContestID // the one that is open; "" for the list
	held    held
}

// held is what the book says of the meeting and of the contest that is open.
type held struct {
	data.Course
	everyone []data.Person
	items    []data.AgendaItem
	meetings []data.Meeting
	waiting  []data.Contest // held over by other meetings, and not taken up yet
	find     parts.People
	contest  data.Contest
	tally    data.Tally
	typed    []data.Ballot
	follow   data.Following
	wrong    error // what is the matter with the figures of the contest that is open
}

// NewModel returns the contests of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model { return &Model{book: b, now: now} }

// Today is the day by the clock.
func (m *Model) Today() data.Date { return data.DateOf(m.now()) }

// Show opens a contest; "" shows the list.
func (m *Model) Show(c data.ContestID) { m.contest = c }

// ShowMeeting shows the list of a meeting; "" is the one in session, or else the next.
func (m *Model) ShowMeeting(id data.MeetingID) { m.contest, m.meeting = "", id }

// Shown returns the contest that is open; "" while the list is shown.
func (m *Model) Shown() data.ContestID { return m.contest }

// Meeting returns the meeting whose contests are shown; its ID is "" while the book has none.
func (m *Model) Meeting() data.Meeting { return m.held.Meeting }

// everybody is whom the fields for names find.
func (m *Model) everybody() parts.People { return m.held.find }

// moment is now by the clock, for a meeting that is today; any other never stamps it.
func (m *Model) moment() data.Time {
	if m.held.Meeting.Date != m.Today() {
		return data.Time{}
	}
	return data.TimeOf(m.now())
}

// Refresh reads the book again.
func (m *Model) Refresh() error {
	return m.book.Read(func(r *book.Reading) error {
		m.held = held{}
		if err := m.readContest(r); err != nil {
			return err
		}
		if err := m.readMeeting(r); err != nil {
			return err
		}
		if err := m.readCourse(r); err != nil {
			return err
		}
		if err := m.readTally(r); err != nil {
			return err
		}
		m.held.find = parts.PeopleOf(m.held.everyone, m.holdings())
		m.List = m.list()
		m.Page = nil
		if m.contest != "" {
			m.Page = m.page()
		}
		return nil
	})
}

// readContest reads the contest that is open. One that is gone (its beginning was taken back) leaves the list.
func (m *Model) readContest(r *book.Reading) error {
	if m.contest == "" {
		return nil
	}
	has, err := r.Contests.Has(m.contest)
	if err != nil {
		return err
	}
	if !has {
		m.contest = ""
		return nil
	}
	c, err := r.Contests.Get(m.contest)
	m.held.contest, m.meeting = c, c.Meeting
	return err
}

func (m *Model) readMeeting(r *book.Reading) error {
	all, err := r.Meetings.All()
	if err != nil {
		return err
	}
	m.held.meetings = slices.DeleteFunc(all, func(x data.Meeting) bool { return x.Off() })
	id := m.meeting
	if id == "" {
		id = m.usual()
	}
	i := slices.IndexFunc(all, func(x data.Meeting) bool { return x.ID == id })
	if i < 0 {
		return nil
	}
	m.held.Meeting = all[i]
	m.held.items, err = r.Items.Of(id)
	return err
}

// usual is the meeting in session, else the next, else the last.
func (m *Model) usual() data.MeetingID {
	var next, last data.Meeting
	for _, x := range m.held.meetings {
		switch {
		case x.Status == data.InSession:
			return x.ID
		case x.Status == data.Planned && !x.Date.Before(m.Today()):
			if next.ID == "" || x.Date.Before(next.Date) {
				next = x
			}
		case last.ID == "" || last.Date.Before(x.Date):
			last = x
		}
	}
	return cmp.Or(next.ID, last.ID)
}

// readCourse reads the contests of the meeting, with all that they are judged on.
func (m *Model) readCourse(r *book.Reading) error {
	h, err := &m.held, error(nil)
	meeting := h.Meeting
	if h.Course, err = r.Course(meeting.ID, m.Today()); err != nil {
		return err
	}
	if h.everyone, err = r.People.All(); err != nil {
		return err
	}
	return m.readWaiting(r)
}

// readTally reads what the contest that is open comes to.
func (m *Model) readTally(r *book.Reading) (err error) {
	h := &m.held
	if m.contest == "" {
		return nil
	}
	h.tally, h.wrong = r.Tally(h.contest)
	if slices.ContainsFunc(h.contest.Rounds, func(x data.Round) bool { return x.FromBallots }) {
		if h.typed, err = r.Ballots.Of(m.contest); err != nil {
			return err
		}
	}
	if h.tally.Done {
		h.follow, err = r.Following(h.contest)
	}
	return err
}

// readWaiting reads what earlier meetings held over, for a meeting that is still to decide something.
func (m *Model) readWaiting(r *book.Reading) error {
	h := &m.held
	if h.Meeting.ID == "" || h.Meeting.Status == data.Closed {
		return nil
	}
	var err error
	h.waiting, err = r.Contests.Where(func(c data.Contest) bool {
		_, held := c.HeldOverBy(c.Meeting)
		return held && !c.Over() && c.Meeting != h.Meeting.ID
	})
	return err
}

// holdings says in a word or two what everybody holds, or that they are nominated already.
func (m *Model) holdings() map[data.PersonID]string {
	h, held := &m.held, map[data.PersonID]string{}
	on := cmp.Or(h.Meeting.Date, m.Today())
	for _, n := range h.contest.Nominees {
		held[n.Person] = "nominated"
	}
	for _, p := range h.Posts {
		for _, t := range h.Terms {
			if t.Post == p.ID && t.HeldOn(on) && held[t.Person] == "" {
				held[t.Person] = strings.ToLower(p.Name)
			}
		}
	}
	return held
}

// name returns a person's name.
func (m *Model) name(id data.PersonID) string { return m.held.People.Name(id) }

// called returns a nominee's name.
func (m *Model) called(i int) string { return m.held.contest.Nominees[i].Called(m.held.People) }

// change makes one Change of the contest that is open.
func (m *Model) change(what string, f func(tx *book.Tx, c *data.Contest) error) error {
	id := m.contest
	return m.book.Change(what, func(tx *book.Tx) error {
		c, err := tx.Contests.Get(id)
		if err != nil {
			return err
		}
		if err := f(tx, &c); err != nil {
			return err
		}
		return tx.Contests.Put(c)
	})
}

// undecided refuses what may not change any more once a result was declared.
func undecided(c *data.Contest) error {
	if c.Over() {
		return data.NewProblem("This election is over. Take the result back with Undo first, if it was recorded by mistake.", nil)
	}
	return nil
}
