package posts

import (
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

// Model is the officers and the delegation without a window. The view copies from its fields and calls its verbs.
type Model struct {
	Officers []Officer
	Filled   string // "9 of 10 filled"; "" while there are no posts
	// OfficersBalance is the verdict on how many executive officers are women, and its other reading; "" while nobody is
	// in post or no rule is set.
	OfficersBalance parts.Mark
	BalanceReading  string
	// Bodies are those that delegates are sent to; Chosen is the index of the one that is shown.
	Bodies []string
	Chosen int
	// AsOn says that the place shows another day than today: "As on Thu 9 Apr 2026"; "" for today.
	AsOn string
	Delegation

	book   minuteBook
	now    func() time.Time
	on     data.Date // the day that is shown; zero for today
	people parts.People
	names  data.Names
	posts  []data.Post
	terms  []data.Term
	bodies []data.Body // those of the Bodies, in their order; one that is not stored yet has no ID
	body   data.Body   // the one that is shown
	wanted data.BodyID // the one to show, when it is there
	seats  []data.Seat // of the body, held on the day
	rules  []data.Rules
}

// NewModel returns the posts and delegates of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model { return &Model{book: b, now: now} }

// Today is today's date.
func (m *Model) Today() data.Date { return data.DateOf(m.now()) }

// Day is the day on which posts and seats are shown as held.
func (m *Model) Day() data.Date {
	if m.on.IsZero() {
		return m.Today()
	}
	return m.on
}

// ShowOn shows who held what on a day; the zero Date goes back to today.
func (m *Model) ShowOn(day data.Date) error {
	if m.on = day; day == m.Today() {
		m.on = data.Date{}
	}
	return m.Refresh()
}

// ShowBody shows another of the Bodies.
func (m *Model) ShowBody(i int) error {
	if i >= 0 && i < len(m.bodies) {
		m.wanted = m.bodies[i].ID
	}
	return m.Refresh()
}

// everybody is whom the name fields can find, with what they hold beside them: "chair".
func (m *Model) everybody() parts.People { return m.people }

// Refresh reads the book again.
func (m *Model) Refresh() error {
	m.AsOn = ""
	if !m.on.IsZero() {
		m.AsOn = "As on " + m.on.String()
	}
	return m.book.Read(func(r *book.Reading) error {
		people, err := r.People.All()
		if err != nil {
			return err
		}
		if m.posts, err = r.Posts.All(); err != nil {
			return err
		}
		if m.terms, err = r.Terms.All(); err != nil {
			return err
		}
		if m.rules, err = r.AllRules.All(); err != nil {
			return err
		}
		m.names = data.NamesOf(people)
		m.readOfficers()
		if err := m.readBodies(r); err != nil {
			return err
		}
		if err := m.readDelegation(r, people); err != nil {
			return err
		}
		m.people = parts.PeopleOf(people, holdings(m.posts, m.terms, m.seats, m.Day()))
		return nil
	})
}

// rulesOn are the standing orders of a day.
func (m *Model) rulesOn(day data.Date) data.Rules { return data.RulesOn(m.rules, day) }

// readBodies lists the bodies. The one that the constituency party has in any case comes first, stored or not.
func (m *Model) readBodies(r *book.Reading) error {
	branch, err := r.Branch()
	if err != nil {
		return err
	}
	usual, err := bodyIn(r, branch)
	if err != nil {
		return err
	}
	if m.bodies, err = r.Bodies.All(); err != nil {
		return err
	}
	m.bodies = slices.DeleteFunc(m.bodies, func(b data.Body) bool { return b.ID == usual.ID })
	m.bodies = slices.Insert(m.bodies, 0, usual)
	m.Bodies, m.Chosen, m.body = nil, 0, usual
	for i, b := range m.bodies {
		m.Bodies = append(m.Bodies, b.Name)
		if b.ID == m.wanted && b.ID != "" {
			m.Chosen, m.body = i, b
		}
	}
	return nil
}

// holdings says in a word or two what everybody holds.
func holdings(posts []data.Post, terms []data.Term, seats []data.Seat, today data.Date) map[data.PersonID]string {
	held := map[data.PersonID]string{}
	for _, p := range posts {
		for _, t := range terms {
			if t.Post == p.ID && t.HeldOn(today) && held[t.Person] == "" {
				held[t.Person] = strings.ToLower(p.Name)
			}
		}
	}
	for _, s := range seats {
		if held[s.Person] == "" {
			held[s.Person] = s.Title()
		}
	}
	return held
}
