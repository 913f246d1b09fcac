package motions

import (
	"cmp"
	"fmt"
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

// Model is the register without a window. The view copies from its fields and calls its verbs.
type Model struct {
	Rows  []Row  // those that the filter and the search leave, newest first
	Foot  string // "9 of 14 shown, newest first"
	Empty string // what stands in place of no rows
	Card  Card   // of the motion that is chosen

	filter Filter
	words  []string
	chosen data.MotionID

	book         minuteBook
	now          func() time.Time
	motions      []data.Motion
	all          []Row
	counts       [filters]int
	sorted       data.MotionSort
	turned       bool // the order is turned round
	branch       data.Branch
	people       parts.People
	names        data.Names
	meetings     map[data.MeetingID]data.Meeting
	coming       []data.Meeting // that are not closed, in order of date
	everyMeeting []data.Meeting
	votes        map[data.VoteID]data.Vote
	rules        []data.Rules
	amendments   map[data.MotionID][]data.Amendment
	copies       map[data.MotionID][]data.Forwarding
}

// NewModel returns the register of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model { return &Model{book: b, now: now} }

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// everybody is whom the name fields can find.
func (m *Model) everybody() parts.People { return m.people }

// Refresh reads the book again.
func (m *Model) Refresh() error {
	err := m.book.Read(func(r *book.Reading) error {
		people, err := r.People.All()
		if err != nil {
			return err
		}
		m.people, m.names = parts.PeopleOf(people, nil), data.NamesOf(people)
		if err := m.readMeetings(r); err != nil {
			return err
		}
		votes, err := r.Votes.All()
		if err != nil {
			return err
		}
		m.votes = make(map[data.VoteID]data.Vote, len(votes))
		for _, v := range votes {
			m.votes[v.ID] = v
		}
		if m.rules, err = r.AllRules.All(); err != nil {
			return err
		}
		if m.motions, err = r.Motions.All(); err != nil {
			return err
		}
		return m.readAfter(r)
	})
	if err != nil {
		return err
	}
	m.order()
	m.narrow()
	m.Choose(m.chosen)
	return nil
}

func (m *Model) readMeetings(r *book.Reading) error {
	all, err := r.Meetings.All()
	if err != nil {
		return err
	}
	m.everyMeeting = all
	m.meetings, m.coming = make(map[data.MeetingID]data.Meeting, len(all)), nil
	for _, x := range all {
		m.meetings[x.ID] = x
		if x.Status != data.Closed {
			m.coming = append(m.coming, x)
		}
	}
	return nil
}

// readAfter reads what was amended in the motions, and where they were sent.
func (m *Model) readAfter(r *book.Reading) error {
	amendments, err := r.Amendments.All()
	if err != nil {
		return err
	}
	m.amendments = map[data.MotionID][]data.Amendment{}
	for _, a := range amendments {
		m.amendments[a.Motion] = append(m.amendments[a.Motion], a)
	}
	copies, err := r.Forwardings.All()
	if err != nil {
		return err
	}
	m.copies = map[data.MotionID][]data.Forwarding{}
	for _, f := range copies {
		m.copies[f.Motion] = append(m.copies[f.Motion], f)
	}
	m.branch, err = r.Branch()
	return err
}

// order makes the rows anew, in the order that was chosen.
func (m *Model) order() {
	m.all, m.counts = m.all[:0:0], [filters]int{}
	motions := data.SortMotions(m.motions, m.sorted, m.meetings)
	if m.turned {
		slices.Reverse(motions)
	}
	for _, x := range motions {
		row := m.rowOf(x)
		m.all = append(m.all, row)
		for f, in := range row.in {
			if in {
				m.counts[f]++
			}
		}
	}
}

// SortBy puts the register in the order of a column, or turns that order round.
func (m *Model) SortBy(column int) {
	by, ok := sorts[column]
	if !ok {
		return
	}
	m.turned = by == m.sorted && !m.turned
	m.sorted = by
	m.order()
	m.narrow()
}

// Sorted returns by which column the register is in order, and whether it goes down.
func (m *Model) Sorted() (column int, down bool) {
	for column, by := range sorts {
		if by == m.sorted {
			return column, (by == data.Newest) != m.turned
		}
	}
	return -1, false
}

// Narrow shows those in a filter only.
func (m *Model) Narrow(f Filter) {
	m.filter = f
	m.narrow()
}

// Search shows those only of whose reference, title, text or mover every word begins a part.
func (m *Model) Search(words string) {
	m.words = strings.Fields(data.Fold(words))
	m.narrow()
}

// Filters returns what stands on each filter: "Carried 11".
func (m *Model) Filters() []string {
	var names []string
	for i, n := range filterNames {
		names = append(names, fmt.Sprintf("%s %d", n, m.counts[i]))
	}
	return names
}

func (m *Model) narrow() {
	m.Rows = m.Rows[:0:0]
	for _, row := range m.all {
		if row.in[m.filter] && row.search.Has(m.words) {
			m.Rows = append(m.Rows, row)
		}
	}
	m.Foot = fmt.Sprintf("%d of %d shown, %s", len(m.Rows), len(m.all), sortWords[m.sorted][b2i(m.turned)])
	switch {
	case len(m.all) == 0:
		m.Empty = "No motions yet. Log one with F3 as it comes in, or paste those that are open."
	case len(m.words) > 0:
		m.Empty = "No motion matches. Try fewer letters, or another filter."
	default:
		m.Empty = "No motion is in this filter."
	}
}

// Choose shows the card of a motion; of none when it is not there.
func (m *Model) Choose(id data.MotionID) {
	m.chosen, m.Card = "", Card{}
	if x, ok := m.motion(id); ok {
		m.chosen, m.Card = id, m.cardOf(x)
	}
}

// Chosen returns the motion whose card is shown; "" for none.
func (m *Model) Chosen() data.MotionID { return m.chosen }

func (m *Model) motion(id data.MotionID) (data.Motion, bool) {
	i := slices.IndexFunc(m.motions, func(x data.Motion) bool { return x.ID == id })
	if i < 0 {
		return data.Motion{}, false
	}
	return m.motions[i], true
}

// Heading says since when there are motions: "Every motion since January 2025, and where each one has got to".
func (m *Model) Heading() string {
	var first data.Date
	for _, x := range m.motions {
		when := x.Received
		if meeting, ok := m.meetings[x.Meeting]; ok {
			when = cmp.Or(when, meeting.Date)
		}
		if !when.IsZero() && (first.IsZero() || when.Before(first)) {
			first = when
		}
	}
	if first.IsZero() {
		return "Every motion, and where each one has got to"
	}
	return fmt.Sprintf("Every motion since %s %d, and where each one has got to", first.Month(), first.Year())
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
