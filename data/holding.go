package data

import (
	"cmp"
	"fmt"
	"slices"
)

// A Holding is something that somebody held on a day: a post, or a seat.
type Holding struct {
	Person PersonID
	Post   PostID // "" for a seat
	Body   BodyID // "" for a post
	// What says it: "Chair", "Treasurer (acting)", "General Committee, seat 4", "General Committee, for Unite".
	What     string
	From, To Date // To is the last day, and zero while it runs; From is zero where it is not known
}

// Held is what there is in a book of who held what.
type Held struct {
	Posts  []Post
	Terms  []Term
	Bodies []Body
	Seats  []Seat
}

// On returns who held what on a day: the posts in their order, then the seats of each body. A shared post and a seat for an
// affiliate say so.
func (h Held) On(day Date) []Holding {
	var out []Holding
	for _, p := range h.Posts {
		for _, t := range h.Terms {
			if t.Post == p.ID && t.HeldOn(day) {
				out = append(out, Holding{Person: t.Person, Post: p.ID, What: p.Name + t.note(), From: t.From, To: t.To})
			}
		}
	}
	for _, b := range h.Bodies {
		seats := slices.DeleteFunc(slices.Clone(h.Seats), func(s Seat) bool { return s.Body != b.ID || !s.HeldOn(day) })
		slices.SortStableFunc(seats, func(x, y Seat) int {
			return cmp.Or(cmp.Compare(x.Representing, y.Representing), cmp.Compare(x.Number, y.Number))
		})
		for _, s := range seats {
			out = append(out, Holding{Person: s.Person, Body: b.ID, What: b.Name + ", " + s.Title(), From: s.Elected, To: s.Ends})
		}
	}
	return out
}

// note says what is particular about a term: " (acting)", " (shared)".
func (t Term) note() string {
	switch {
	case t.Acting && t.Shared:
		return " (acting, shared)"
	case t.Acting:
		return " (acting)"
	case t.Shared:
		return " (shared)"
	}
	return ""
}

// Title names a seat within its body: "seat 4", "for Unite", "substitute for seat 4".
func (s Seat) Title() string {
	switch {
	case s.Representing != "":
		return "for " + s.Representing
	case s.SubstituteFor != "":
		return fmt.Sprintf("substitute in seat %d", s.Number)
	}
	return fmt.Sprintf("seat %d", s.Number)
}

// SatTwice finds those who have two seats on a body on a day, an affiliate's among them: "Margaret Dunne sits twice on the
// General Committee: seat 6 and for Unite". Somebody who was entered twice is found by their name, and asked about. A
// substitute has no seat.
func (b Body) SatTwice(seats []Seat, people Names, day Date) []Finding {
	var held []Seat
	for _, s := range seats {
		if s.Body == b.ID && s.HeldOn(day) && s.SubstituteFor == "" {
			held = append(held, s)
		}
	}
	var out []Finding
	for i, s := range held {
		for _, o := range held[i+1:] {
			name := people.Name(s.Person)
			both := fmt.Sprintf("%s and %s", s.Title(), o.Title())
			switch {
			case s.Person == o.Person:
				out = append(out, Finding{Verdict: name + " sits twice on the " + b.Name, Sum: both, Warning: true})
			case Fold(name) == Fold(people.Name(o.Person)):
				out = append(out, Finding{Verdict: "two people called " + name + " sit on the " + b.Name, Sum: both + "; are they one?", Warning: true})
			}
		}
	}
	return out
}
