package actions

import (
	"cmp"
	"errors"
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

// A Filter narrows the list.
type Filter int

// The filters, in the order in which they stand.
const (
	Open Filter = iota
	Overdue
	Done
	All
	filters int = iota
)

// A Row is one action as the list shows it.
type Row struct {
	ID                          data.ActionID
	Ref, Text, Owner, Due, From string
	Note                        string
	Status                      parts.Cell
	IsOpen                      bool
	Meeting                     data.MeetingID

	in     [filters]bool
	search data.SearchText
	due    data.Date
	closed data.Date
}

// Model is the list without a window. The view copies from its fields and calls its verbs.
type Model struct {
	Rows  []Row  // those that the filter and the search leave: open first, by when they are due
	Head  string // "6 open, 2 of them overdue"
	Empty string // what stands in place of no rows

	book   minuteBook
	now    func() time.Time
	all    []Row
	names  []name
	filter Filter
	words  []string
	chosen data.ActionID
	counts [filters]int
}

// NewModel returns the list of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model { return &Model{book: b, now: now} }

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Refresh reads the list again.
func (m *Model) Refresh() error {
	return m.book.Read(func(r *book.Reading) error {
		kept, err := r.Actions.All()
		if err != nil {
			return err
		}
		people, err := r.People.All()
		if err != nil {
			return err
		}
		m.all, m.counts = m.all[:0:0], [filters]int{}
		names := data.NamesOf(people)
		for _, a := range kept {
			from, err := origin(r, a, m.today())
			if err != nil {
				return err
			}
			row := rowOf(a, names, from, m.today())
			m.all = append(m.all, row)
			for f, in := range row.in {
				m.counts[f] += b2i(in)
			}
		}
		slices.SortStableFunc(m.all, inOrder)
		m.names = namesOf(people)
		m.Head = m.heading()
		m.narrow()
		return nil
	})
}

// origin says where an action was made: "14 May, Matters arising".
func origin(r *book.Reading, a data.Action, today data.Date) (string, error) {
	if a.Meeting == "" {
		return "Between meetings", nil
	}
	meeting, err := r.Meetings.Get(a.Meeting)
	if err != nil {
		return "", ignoreGone(err)
	}
	item, err := r.Items.Get(a.Item)
	return joined(", ", meeting.Date.ShortNear(today), item.Heading), ignoreGone(err)
}

// ignoreGone lets an action outlive the meeting or the item that made it.
func ignoreGone(err error) error {
	if errors.Is(err, book.ErrNotFound) {
		return nil
	}
	return err
}

func rowOf(a data.Action, names data.Names, from string, today data.Date) Row {
	row := Row{
		ID: a.ID, Ref: a.Ref, Text: a.Text, Owner: ownerOf(a, names), Due: a.Due.ShortNear(today), From: from, Note: a.Note,
		Status: statusOf(a, today), IsOpen: a.Status == data.Open, Meeting: a.Meeting, due: a.Due, closed: a.Closed,
	}
	row.in = [filters]bool{Open: row.IsOpen, Overdue: a.OverdueOn(today), Done: a.Status == data.Done, All: true}
	row.search = data.SearchTextOf(joined(" ", a.Ref, a.Text, row.Owner, from, a.Note))
	return row
}

func ownerOf(a data.Action, names data.Names) string {
	if a.Owner != "" {
		return names.Name(a.Owner)
	}
	return a.OwnerText
}

// statusOf says in words how far an action has got; colour comes on top of them.
func statusOf(a data.Action, today data.Date) parts.Cell {
	switch {
	case a.Status == data.Done:
		return parts.Cell{Text: joined(" ", "Done", a.Closed.ShortNear(today)), Tone: parts.Green, Icon: parts.IconCheck}
	case a.Status == data.Dropped:
		return parts.Cell{Text: joined(" ", "Dropped", a.Closed.ShortNear(today)), Tone: parts.Grey, Icon: parts.IconMinus}
	case a.OverdueOn(today):
		return parts.Cell{Text: "Overdue by " + data.NumberOf(today.Sub(a.Due), "day", "days"), Tone: parts.Red, Icon: parts.IconWarning}
	case a.Due == today:
		return parts.Cell{Text: "Due today", Tone: parts.Amber, Icon: parts.IconClock}
	}
	return parts.Cell{Text: "Open", Tone: parts.Grey, Icon: parts.IconCircle}
}

// inOrder puts the open in front, those due first before the others; then the closed, the latest first.
func inOrder(a, b Row) int {
	switch {
	case a.IsOpen != b.IsOpen:
		return b2i(b.IsOpen) - b2i(a.IsOpen)
	case !a.IsOpen:
		return b.closed.Compare(a.closed)
	case a.due.IsZero() != b.due.IsZero():
		return b2i(a.due.IsZero()) - b2i(b.due.IsZero())
	}
	return a.due.Compare(b.due)
}

// Cells returns the row as the columns show it.
func (r Row) Cells() []parts.Cell {
	return []parts.Cell{
		{Text: r.Ref, Tone: parts.Quiet}, {Text: r.Text}, {Text: r.Owner}, {Text: r.Due, Tone: parts.Quiet},
		{Text: r.From, Tone: parts.Quiet}, r.Status,
	}
}

// Narrow shows those in a filter only.
func (m *Model) Narrow(f Filter) {
	m.filter = f
	m.narrow()
}

// Filter returns the filter that is on.
func (m *Model) Filter() Filter { return m.filter }

// Filters returns what stands on the filters.
func (m *Model) Filters() []string {
	names := []string{"Open", "Overdue", "Done", "All"}
	for i := range names {
		names[i] = fmt.Sprintf("%s %d", names[i], m.counts[i])
	}
	return names
}

// Search shows those only in which every word begins a word. Accents and capitals do not matter.
func (m *Model) Search(words string) {
	m.words = strings.Fields(data.Fold(words))
	m.narrow()
}

func (m *Model) narrow() {
	m.Rows = m.Rows[:0:0]
	for _, row := range m.all {
		if row.in[m.filter] && row.search.Has(m.words) {
			m.Rows = append(m.Rows, row)
		}
	}
	switch {
	case len(m.all) == 0:
		m.Empty = "No actions yet. They come from the minutes (F6 in a meeting), or add one here."
	case len(m.words) > 0:
		m.Empty = "No action here matches. Try fewer letters, or another filter."
	case m.filter == Open:
		m.Empty = "Nothing is open."
	default:
		m.Empty = "No action is in this filter."
	}
}

func (m *Model) heading() string {
	switch open, late := m.counts[Open], m.counts[Overdue]; {
	case open == 0:
		return "Nothing is open"
	case late == 0:
		return fmt.Sprintf("%d open, none overdue", open)
	default:
		return fmt.Sprintf("%d open, %d of them overdue", open, late)
	}
}

// Choose makes an action the one whose card is shown; "" for none.
func (m *Model) Choose(id data.ActionID) { m.chosen = id }

// Chosen returns the action whose card is shown; ok is false when none is, or it is gone.
func (m *Model) Chosen() (Row, bool) {
	i := slices.IndexFunc(m.all, func(r Row) bool { return r.ID == m.chosen })
	if i < 0 {
		return Row{}, false
	}
	return m.all[i], true
}

// Waiting returns how many actions are open.
func (m *Model) Waiting() (n int, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		open, err := r.Actions.Open()
		n = len(open)
		return err
	})
	return n, err
}

// A name is somebody who can be an owner.
type name struct {
	id     data.PersonID
	words  string
	note   string
	search data.SearchText
}

// namesOf puts the members in front of those who have left and of guests.
func namesOf(people []data.Person) []name {
	out := make([]name, 0, len(people))
	for _, p := range people {
		note := p.Ward
		if p.Status != data.Member {
			note = string(p.Status)
		}
		out = append(out, name{p.ID, p.Name(), note, data.SearchTextOf(p.Name())})
	}
	rank := make(map[data.PersonID]int, len(people))
	for _, p := range people {
		rank[p.ID] = b2i(p.Status != data.Member)
	}
	slices.SortStableFunc(out, func(a, b name) int { return cmp.Compare(rank[a.id], rank[b.id]) })
	return out
}

// mostNames is how many names are offered for a few letters.
const mostNames = 6

// Match returns who can be meant by a few letters.
func (m *Model) Match(typed string) []parts.Candidate {
	var found []parts.Candidate
	words := strings.Fields(data.Fold(typed))
	for _, n := range m.names {
		if len(words) == 0 || !n.search.Has(words) {
			continue
		}
		found = append(found, parts.Candidate{ID: string(n.id), Name: n.words, Note: n.note, Tone: parts.Quiet})
		if len(found) == mostNames {
			break
		}
	}
	return found
}
