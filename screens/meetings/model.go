package meetings

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
	Change(what string, f func(*book.Tx) error) error
	Redoable() (what string, when time.Time, ok bool)
}

// A Model is the meetings without a window: the list, and the one that is open.
type Model struct {
	// Rows are the meetings that Find leaves, newest first, and Under says how many there are and when the branch meets.
	Rows  []row
	Under string
	// Find is what the secretary looks for in the list.
	Find string
	// Open is the meeting that is shown; "" for the list. Plan or Minutes is about it, as its status has it.
	Open    data.MeetingID
	Status  data.MeetingStatus
	Plan    plan
	Minutes minutes

	book minuteBook
	now  func() time.Time
	all  []row
}

// NewModel returns a model of the book that shows the list. Nothing is read before Load.
func NewModel(b minuteBook, now func() time.Time) *Model { return &Model{book: b, now: now} }

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Load reads the book again. When the meeting that was open is no longer there, the list is shown.
func (m *Model) Load() error {
	return m.book.Read(func(r *book.Reading) error {
		if m.Open != "" {
			err := m.loadOpen(r)
			if !errors.Is(err, book.ErrNotFound) {
				return err
			}
			m.Open, m.Status = "", ""
		}
		return m.loadList(r)
	})
}

func (m *Model) loadOpen(r *book.Reading) error {
	meeting, err := r.Meetings.Get(m.Open)
	if err != nil {
		return err
	}
	m.Status = meeting.Status
	if meeting.Status == data.Closed {
		m.Minutes, err = minutesOf(r, meeting)
		return err
	}
	m.Plan, err = planOf(r, meeting, m.today())
	return err
}

func (m *Model) loadList(r *book.Reading) error {
	meetings, err := r.Meetings.All()
	if err != nil {
		return err
	}
	m.all, err = rowsOf(r, meetings)
	m.Under = data.NumberOf(len(meetings), "meeting", "meetings")
	if usual, ok := habit(meetings); ok {
		m.Under += "  ·  usually the " + usual.String()
	}
	m.Narrow(m.Find)
	return err
}

// Narrow leaves the rows that have every word of find: a place, a year, a kind, how it stands.
func (m *Model) Narrow(find string) {
	m.Find, m.Rows = find, nil
	for _, r := range m.all {
		if hasEvery(r.search, find) {
			m.Rows = append(m.Rows, r)
		}
	}
}

func hasEvery(text, words string) bool {
	for _, w := range strings.Fields(data.Fold(words)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// PlanNext makes the next meeting: on the day the branch usually meets, with the standing agenda. It returns its id.
func (m *Model) PlanNext() (data.MeetingID, error) {
	var on data.Date
	err := m.book.Read(func(r *book.Reading) error {
		meetings, err := r.Meetings.All()
		if err != nil {
			return err
		}
		rules, err := r.Rules(m.today())
		on = suggest(meetings, rules, m.today())
		return err
	})
	if err != nil {
		return "", err
	}
	return m.make(data.Ordinary, on, data.Time{})
}

// StartNow returns the meeting to go on with at once: the one in session, else one that is planned for today, else a
// new ordinary meeting dated today with the standing agenda.
func (m *Model) StartNow() (data.MeetingID, error) {
	var there data.MeetingID
	err := m.book.Read(func(r *book.Reading) error {
		open, going, err := r.Meetings.InSession()
		if err != nil || going {
			there = open.ID
			return err
		}
		next, planned, err := r.Meetings.Next(m.today())
		if planned && next.Date == m.today() {
			there = next.ID
		}
		return err
	})
	if err != nil || there != "" {
		return there, err
	}
	return m.make(data.Ordinary, m.today(), data.TimeOf(m.now()))
}

// make plans a meeting with the agenda of its kind; starts is for a branch that has no usual hour.
func (m *Model) make(kind data.MeetingKind, on data.Date, starts data.Time) (data.MeetingID, error) {
	var id data.MeetingID
	what := fmt.Sprintf("plan the %s of %s", lower(kind.String()), on)
	err := m.book.Change(what, func(tx *book.Tx) error {
		meeting, err := newMeeting(tx, kind, on, starts)
		if err != nil {
			return err
		}
		id = meeting.ID
		if err := tx.Meetings.Put(meeting); err != nil {
			return err
		}
		if err := putStandingAgenda(tx, meeting); err != nil {
			return err
		}
		_, err = tx.WriteAgenda(meeting.ID)
		return err
	})
	return id, err
}

// newMeeting fills in what a branch's meetings have in common.
func newMeeting(tx *book.Tx, kind data.MeetingKind, on data.Date, starts data.Time) (data.Meeting, error) {
	meeting := data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: kind, Date: on, Status: data.Planned, Starts: starts}
	branch, err := tx.Branch()
	if err != nil {
		return meeting, err
	}
	rules, err := tx.Rules(on)
	if err != nil {
		return meeting, err
	}
	meeting.Venue = branch.Venue
	if meeting.Access, err = accessTo(tx.Reading, meeting); err != nil {
		return meeting, err
	}
	if !branch.Starts.IsZero() {
		meeting.Starts = branch.Starts
	}
	if rules.Length > 0 {
		meeting.EndsBy = meeting.Starts.Add(rules.Length)
	}
	meeting.Chair, meeting.MinuteTaker, err = officers(tx.Reading, on)
	return meeting, err
}

// officers returns who holds the posts of chair and of secretary on a date; "" where nobody does.
func officers(r *book.Reading, on data.Date) (chair, secretary data.PersonID, err error) {
	posts, err := r.Posts.All()
	if err != nil {
		return "", "", err
	}
	terms, err := r.Terms.On(on)
	for _, p := range posts {
		for _, t := range terms {
			switch {
			case t.Post != p.ID:
			case strings.EqualFold(p.Name, "chair"):
				chair = t.Person
			case strings.EqualFold(p.Name, "secretary"):
				secretary = t.Person
			}
		}
	}
	return chair, secretary, err
}
