package data

import (
	"fmt"
	"slices"
)

// A Following is what a declared result changes by itself: who takes up a post or seat, whose time in it ends, and what
// waits. Records that are new have no ID yet.
type Following struct {
	Terms []Term // begun, and ended
	Seats []Seat
	// Words say it, a line each: "Terms: from 11 June 2026 until the next AGM begins".
	Words []string
}

// A FollowInput is what a result meets in the book.
type FollowInput struct {
	On     Date   // the day of the meeting
	AGM    bool   // it is an annual general meeting, at which the seats of the year before end
	Terms  []Term // of the contest's post
	Seats  []Seat // of the contest's body
	People Names
	Tally  Tally
}

// Follow works out what follows from the result of an election: those elected take up their post or seat on the day of the
// meeting, and whoever held the post until then goes out the day before. A nomination changes nothing here: the upper body
// elects.
func (c Contest) Follow(in FollowInput) Following {
	var f Following
	winners := c.Winners(in.Tally)
	switch {
	case c.Kind != Elects:
		f.Words = append(f.Words, "Nothing changes in the book: another body decides.")
		return f
	case c.Post != "":
		f.posts(c, in, winners)
	case c.Body != "":
		f.seats(c, in, winners)
	}
	if vacant := c.Places - len(winners); vacant > 0 {
		f.Words = append(f.Words, Capital(are(vacant, "place", "places"))+" vacant: it waits on Today.")
	}
	return f
}

// how is how the winners came to it.
func (c Contest) how(t Tally) HowElected {
	switch {
	case c.Class == ExOfficioSeat:
		return ExOfficio
	case len(t.Rounds) == 0:
		return ElectedUnopposed
	case c.Method == Hands:
		return ElectedHands
	}
	return ElectedBallot
}

func (f *Following) posts(c Contest, in FollowInput, winners []int) {
	var elected []PersonID
	for _, i := range winners {
		n := c.Nominees[i]
		elected = append(elected, n.Person)
		if n.Partner != "" {
			elected = append(elected, n.Partner)
		}
	}
	for _, t := range in.Terms {
		if t.Post != c.Post || !t.HeldOn(in.On) || t.From == in.On {
			continue
		}
		t.To = in.On.AddDays(-1)
		f.Terms = append(f.Terms, t)
		if !slices.Contains(elected, t.Person) {
			f.Words = append(f.Words, fmt.Sprintf("%s goes out of the post on %s.", in.People.Name(t.Person), t.To))
		}
	}
	for _, who := range elected {
		if who == "" {
			continue
		}
		f.Terms = append(f.Terms, Term{Post: c.Post, Person: who, From: in.On, How: c.how(in.Tally), Contest: c.ID})
		f.Words = append(f.Words, fmt.Sprintf("%s takes up the post on %s.", in.People.Name(who), in.On))
	}
}

func (f *Following) seats(c Contest, in FollowInput, winners []int) {
	held := map[int]bool{}
	for _, s := range in.Seats {
		switch {
		case s.Body != c.Body || !s.HeldOn(in.On):
		case in.AGM && s.Elected.Before(in.On) && s.Ends.IsZero():
			s.Ends = in.On.AddDays(-1)
			f.Seats = append(f.Seats, s)
		default:
			held[s.Number] = true
		}
	}
	number, begun := 0, 0
	for _, i := range winners {
		n := c.Nominees[i]
		if n.Person == "" {
			continue
		}
		for number++; held[number]; number++ {
		}
		s := Seat{Body: c.Body, Number: number, Class: c.Class, Person: n.Person, Elected: in.On, How: c.how(in.Tally), Contest: c.ID}
		if s.Class == "" {
			s.Class = OpenSeat
		}
		if votes, ok := in.Tally.votesOf(i); ok && s.How != ElectedUnopposed {
			s.Votes = &votes
		}
		f.Seats = append(f.Seats, s)
		begun++
	}
	if begun > 0 {
		f.Words = append(f.Words, fmt.Sprintf("%s from %s until the next AGM begins.", NumberOf(begun, "delegate", "delegates"), in.On))
	}
}

// votesOf is what somebody received on the first ballot: first preferences under a ranked rule.
func (t Tally) votesOf(i int) (int, bool) {
	if len(t.Rounds) == 0 {
		return 0, false
	}
	n, ok := t.Rounds[0].Votes[i]
	return n, ok || slices.Contains(t.Rounds[0].Standing, i)
}
