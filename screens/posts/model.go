package posts

import (
	"fmt"
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
	Delegation

	book   minuteBook
	now    func() time.Time
	people parts.People
	names  data.Names
	seats  []data.Seat // held today
}

// NewModel returns the posts and delegates of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model { return &Model{book: b, now: now} }

// Today is the day on which posts and seats are shown as held.
func (m *Model) Today() data.Date { return data.DateOf(m.now()) }

// everybody is whom the name fields can find, with what they hold beside them: "chair".
func (m *Model) everybody() parts.People { return m.people }

// Refresh reads the book again.
func (m *Model) Refresh() error {
	return m.book.Read(func(r *book.Reading) error {
		people, err := r.People.All()
		if err != nil {
			return err
		}
		posts, err := r.Posts.All()
		if err != nil {
			return err
		}
		terms, err := r.Terms.All()
		if err != nil {
			return err
		}
		m.names = data.NamesOf(people)
		m.Officers = officersOf(posts, terms, m.names, m.Today())
		m.Filled = filledWords(m.Officers)
		if err := m.readDelegation(r, people); err != nil {
			return err
		}
		m.people = parts.PeopleOf(people, holdings(posts, terms, m.seats, m.Today()))
		return nil
	})
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
			held[s.Person] = fmt.Sprintf("seat %d", s.Number)
		}
	}
	return held
}
