package members

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
	Change(what string, f func(*book.Tx) error) error
}

// A Filter narrows the register.
type Filter int

// The filters, in the order in which they stand. ThisImport is there only after a list has been brought in.
const (
	Everyone Filter = iota
	CanVote
	InArrears
	NewMembers
	Under27
	LeftList
	Guests
	ThisImport
	filters int = iota
)

// Model is the register without a window. The view copies from its fields and calls its verbs.
type Model struct {
	Rows   []Row  // those that the filter and the search leave, in the order of the sorting
	Head   string // "214 people on the list of 1 May · 112 women, 99 men, 3 not stated"
	Foot   string // "15 of 214 shown, by surname"
	CutOff string // "8 weeks back from 14 May is 19 March"
	OnHead string // "Standing on 14 May"
	On     data.Date
	Empty  string // what stands in place of no rows
	// Result is the list that was just brought in; nil when there is none, or when it was taken back.
	Result *Result

	filter Filter
	words  []string
	sorted int
	down   bool
	chosen data.PersonID
	typed  data.Date // what On was set to by the secretary; zero for the date of the next meeting

	book    minuteBook
	now     func() time.Time
	all     []Row
	known   map[data.PersonID]Row
	judged  judged
	counts  [filters]int
	members int
}

// judged is what the standing of everyone was worked out for.
type judged struct {
	on   data.Date
	rule data.Eligibility
}

// NewModel returns the register of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model {
	return &Model{book: b, now: now, known: map[data.PersonID]Row{}}
}

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Refresh reads the register again. Rows of people who have not changed are kept as they are.
func (m *Model) Refresh() error {
	return m.book.Read(func(r *book.Reading) error {
		people, err := r.People.All()
		if err != nil {
			return err
		}
		if m.On, err = m.countDate(r); err != nil {
			return err
		}
		rules, err := r.Rules(m.On)
		if err != nil {
			return err
		}
		lists, err := r.Imports.All()
		if err != nil {
			return err
		}
		m.read(people, rules.Eligibility)
		m.keepResult(lists, people, rules)
		m.Head = heading(people, lists, m.On, m.today())
		m.CutOff = cutOff(rules.Eligibility, m.On)
		m.narrow()
		return nil
	})
}

// countDate is the day for which standing is worked out: as typed, or the day of the next meeting, or today.
func (m *Model) countDate(r *book.Reading) (data.Date, error) {
	if !m.typed.IsZero() {
		return m.typed, nil
	}
	next, ok, err := r.Meetings.Next(m.today())
	if err != nil || !ok {
		return m.today(), err
	}
	return next.Date, nil
}

func (m *Model) read(people []data.Person, rule data.Eligibility) {
	if now := (judged{m.On, rule}); now != m.judged {
		m.judged, m.known = now, make(map[data.PersonID]Row, len(people))
	}
	m.all, m.members, m.counts = make([]Row, 0, len(people)), 0, [filters]int{}
	for _, p := range people {
		row, ok := m.known[p.ID]
		if !ok || row.revision != p.Revision {
			row = rowOf(p, rule, m.On)
			m.known[p.ID] = row
		}
		m.all = append(m.all, row)
		for f := range Filter(filters) {
			m.counts[f] += b2i(row.in.has(f))
		}
	}
	m.members = m.counts[Everyone]
}

// Narrow shows those in a filter only.
func (m *Model) Narrow(f Filter) {
	m.filter = f
	m.narrow()
}

// Filter returns the filter that is on.
func (m *Model) Filter() Filter { return m.filter }

// Search shows those only for whom every word begins a part of the name, the number or the address. Accents and
// capitals do not matter.
func (m *Model) Search(words string) {
	m.words = strings.Fields(data.Fold(words))
	m.narrow()
}

// SortBy sorts by a column of the register; the same column again turns the order round.
func (m *Model) SortBy(column int) {
	m.down = column == m.sorted && !m.down
	m.sorted = column
	m.narrow()
}

// Sorted returns the column by which the rows are sorted, and whether the last comes first.
func (m *Model) Sorted() (column int, down bool) { return m.sorted, m.down }

// SetOn works out standing for another day; the zero Date is the day of the next meeting, or today.
func (m *Model) SetOn(on data.Date) error {
	m.typed = on
	return m.Refresh()
}

// Filters returns the filters that can be chosen now, with what stands on each.
func (m *Model) Filters() (which []Filter, names []string) {
	which = []Filter{Everyone, CanVote, InArrears, NewMembers, Under27, LeftList, Guests}
	if m.Result != nil {
		which = []Filter{ThisImport, Everyone, CanVote, InArrears, NewMembers, LeftList}
	}
	for _, f := range which {
		n := m.counts[f]
		if f == ThisImport {
			n = len(m.Result.cells)
		}
		names = append(names, fmt.Sprintf("%s %d", filterNames[f], n))
	}
	return which, names
}

var filterNames = [filters]string{"All", "Can vote", "In arrears", "New", "Under 27", "Left the list", "Guests", "This import"}

func (m *Model) narrow() {
	m.Rows = m.Rows[:0:0]
	for _, row := range m.all {
		if m.filter == ThisImport {
			cell, ok := m.Result.cell(row.ID)
			if !ok {
				continue
			}
			row.Standing = cell
		} else if !row.in.has(m.filter) {
			continue
		}
		if row.search.Has(m.words) {
			m.Rows = append(m.Rows, row)
		}
	}
	m.sort()
	m.OnHead = "Standing on " + m.On.ShortNear(m.today())
	if m.filter == ThisImport {
		m.OnHead = "What changed"
	}
	m.Empty = m.whyEmpty()
	m.Foot = m.shown()
}

// sort leaves the book's order, which is by surname, where rows are equal.
func (m *Model) sort() {
	key := func(r Row) string { return "" }
	switch m.sorted {
	case columnNumber:
		key = func(r Row) string { return r.Number }
	case columnWard:
		key = func(r Row) string { return r.Ward }
	case columnJoined:
		key = func(r Row) string { return r.joinedISO }
	case columnStanding:
		key = func(r Row) string { return r.Standing.Text }
	}
	slices.SortStableFunc(m.Rows, func(a, b Row) int { return cmp.Compare(key(a), key(b)) })
	if m.down {
		slices.Reverse(m.Rows)
	}
	if m.filter == ThisImport && m.sorted == columnName && !m.down {
		slices.SortStableFunc(m.Rows, func(a, b Row) int { return m.Result.order[a.ID] - m.Result.order[b.ID] })
	}
}

func (m *Model) whyEmpty() string {
	switch {
	case len(m.all) == 0:
		return "Nobody is in the book yet. Bring in the membership list with Ctrl+I, or add people one by one."
	case len(m.words) > 0:
		return "Nobody here matches. Try fewer letters, or another filter."
	}
	return "Nobody is in this filter."
}

func (m *Model) shown() string {
	if m.filter == ThisImport {
		return data.NumberOf(len(m.Rows), "person", "people") + " from this import"
	}
	by := [...]string{"by surname", "by number", "by ward", "by join date", "by standing"}[m.sorted]
	return fmt.Sprintf("%d of %d shown, %s", len(m.Rows), m.counts[m.filter], by)
}

// Choose makes somebody the person whose card is shown; "" for nobody.
func (m *Model) Choose(id data.PersonID) { m.chosen = id }

// Chosen returns whose card is shown; "" for nobody's.
func (m *Model) Chosen() data.PersonID { return m.chosen }

// heading says who is on the list.
func heading(people []data.Person, lists []data.ListImport, on, today data.Date) string {
	c := data.CountMembers(people, on)
	where := "in the book"
	if len(lists) > 0 {
		where = "on the list of " + lists[len(lists)-1].AsAt.ShortNear(today)
	}
	if c.Members == 0 {
		return "No members in the book yet"
	}
	sexes := []string{data.NumberOf(c.Women, "woman", "women"), data.NumberOf(c.Men, "man", "men")}
	if c.Other > 0 {
		sexes = append(sexes, fmt.Sprintf("%d other", c.Other))
	}
	sexes = append(sexes, fmt.Sprintf("%d not stated", c.NotStated))
	return fmt.Sprintf("%s %s · %s", data.NumberOf(c.Members, "person", "people"), where, strings.Join(sexes, ", "))
}

func cutOff(rule data.Eligibility, on data.Date) string {
	if rule.Days <= 0 {
		return "Everyone may vote from the day of joining"
	}
	return fmt.Sprintf("%s back from %s is %s", weeks(rule.Days), on.DayMonth(), rule.CutOff(on).ShortNear(on))
}
