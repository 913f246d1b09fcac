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
	// Words say it, a line each; most begin with what it is about: "Terms: 13 delegates from Thu 11 Jun 2026 until the next
	// AGM begins."
	Words []string
}

// A FollowInput is what a result meets in the book.
type FollowInput struct {
	Meeting Meeting
	Post    Post   // the contest's post, with its Terms
	Terms   []Term // ended and running
	Body    Body   // the contest's body, with its Seats
	Seats   []Seat
	// Returned is the last delegate return of the body that went; the zero Paper for none.
	Returned Paper
	People   Names
	Tally    Tally
}

// Follow works out what follows from the result of an election: those elected take up their post or seat on the day of the
// meeting. Whoever held the post goes out the day before, unless the election filled a place that was free beside them: see
// goingOut. What an annual general meeting ends by itself is ended here too where nobody opened that meeting in the book; see
// TermsEnding. A nomination changes nothing here: the upper body elects.
func (c Contest) Follow(in FollowInput) Following {
	var f Following
	winners := c.Winners(in.Tally)
	in.Meeting = c.annual(in.Meeting)
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
		waits := "it waits"
		if vacant > 1 {
			waits = "they wait"
		}
		f.say("%s vacant: %s on Today.", Capital(are(vacant, "place", "places")), waits)
	}
	return f
}

func (f *Following) say(format string, of ...any) {
	f.Words = append(f.Words, fmt.Sprintf(format, of...))
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
	var begun []Term
	var elected []PersonID
	for _, i := range winners {
		n := c.Nominees[i]
		for _, who := range []PersonID{n.Person, n.Partner} {
			if who == "" {
				continue
			}
			elected = append(elected, who)
			begun = append(begun, Term{Post: c.Post, Person: who, From: in.Meeting.Date, How: c.how(in.Tally), Contest: c.ID, Shared: n.Partner != ""})
		}
	}
	if len(begun) == 0 {
		return // nobody is replaced: who holds it holds on
	}
	out, beside := c.goingOut(in, elected)
	for _, t := range out {
		t.To, t.EndedBy = in.Meeting.Date.AddDays(-1), c.ID
		f.Terms = append(f.Terms, t)
		if !slices.Contains(elected, t.Person) {
			f.say("Goes out: %s, on %s.", in.People.Name(t.Person), t.To)
		}
	}
	if beside && len(begun) == 1 {
		begun[0].Shared = true
	}
	f.Terms = append(f.Terms, begun...)
	if len(elected) < 4 {
		f.say("Terms: %s from %s until the post is next elected to.", listed(namesOf(elected, in.People)), in.Meeting.Date)
	} else {
		f.say("Terms: %s from %s until the post is next elected to.", NumberOf(len(elected), "person", "people"), in.Meeting.Date)
	}
	if n := c.holdersAfter(in, f.Terms); n > in.Post.Wanted() {
		f.say("Too many: %d hold a post of %d. End a term under Posts & delegates.", n, in.Post.Wanted())
	}
}

func namesOf(who []PersonID, people Names) []string {
	names := make([]string, len(who))
	for i, id := range who {
		names[i] = people.Name(id)
	}
	return names
}

// goingOut returns the terms that a result ends. At an annual general meeting, and where the contest fills every place of
// the post, those are all of them. Where it fills some places alone (a vacancy among the auditors), whoever else was elected
// stays; so does who is left of a job share, beside whom the new holder then shares the post. Who is acting always goes, and
// who is elected again begins anew.
func (c Contest) goingOut(in FollowInput, elected []PersonID) (out []Term, beside bool) {
	var held []Term
	for _, t := range in.Terms {
		if t.Post == c.Post && t.HeldOn(in.Meeting.Date) && t.From.Before(in.Meeting.Date) {
			held = append(held, t)
		}
	}
	standing := slices.DeleteFunc(slices.Clone(held), func(t Term) bool { return t.Acting || slices.Contains(elected, t.Person) })
	beside = in.Meeting.Kind != AGM && len(elected) == 1 && len(standing) == 1 && standing[0].Shared && in.Post.Wanted() == 1
	whole := in.Meeting.Kind == AGM || c.Places >= in.Post.Wanted()
	for _, t := range held {
		stays := slices.ContainsFunc(standing, func(s Term) bool { return s.ID == t.ID })
		if !stays || whole && !beside {
			out = append(out, t)
		}
	}
	return out, beside
}

// holdersAfter counts who holds the post once terms begin and end; those who share it count as one.
func (c Contest) holdersAfter(in FollowInput, changed []Term) int {
	terms := slices.Clone(changed)
	for _, t := range in.Terms {
		if t.Contest != c.ID && !slices.ContainsFunc(changed, func(o Term) bool { return o.ID == t.ID }) {
			terms = append(terms, t)
		}
	}
	n, shared := 0, 0
	for _, t := range terms {
		if t.Post == in.Post.ID && t.HeldOn(in.Meeting.Date) && !t.Acting {
			n += b2i(!t.Shared)
			shared += b2i(t.Shared)
		}
	}
	return n + (shared+JobSharers-1)/JobSharers
}

func (f *Following) seats(c Contest, in FollowInput, winners []int) {
	taken, rows := map[int]bool{}, 0
	for _, s := range in.Seats {
		switch {
		case s.Body != c.Body || !s.HeldOn(in.Meeting.Date):
		case s.endsWithAGM(in.Body, in.Meeting):
			s.Ends, s.Why, s.EndedBy = in.Meeting.Date.AddDays(-1), whenAGMBegan, c.ID
			f.Seats = append(f.Seats, s)
		case s.Own():
			taken[s.Number] = true
			rows += b2i(s.Contest != c.ID)
		}
	}
	number, begun := 0, 0
	for _, i := range winners {
		n := c.Nominees[i]
		if n.Person == "" {
			continue
		}
		for number++; taken[number]; number++ {
		}
		s := Seat{
			Body: c.Body, Number: number, Class: c.Class, Person: n.Person, Elected: in.Meeting.Date, How: c.how(in.Tally),
			Ends: in.Body.Term.Fixed(in.Meeting.Date), Contest: c.ID,
		}
		if s.Class == "" {
			s.Class = OpenSeat
		}
		if votes, ok := in.Tally.votesOf(i); ok && s.How != ElectedUnopposed {
			s.Votes, s.BallotTotal = &votes, in.Tally.Rounds[0].Valid
		}
		f.Seats = append(f.Seats, s)
		begun++
	}
	if begun > 0 {
		_, until := TermEnds(in.Body.Term, in.Meeting.Date, nil)
		f.say("Terms: %s from %s %s.", NumberOf(begun, "delegate", "delegates"), in.Meeting.Date, until)
	}
	if returned := in.Returned; begun > 0 && (returned.Version == 0 || returned.AsAt.Before(in.Meeting.Date)) {
		f.say("Delegate return: version %d becomes due, %s.", returned.Version+1, NumberOf(rows+begun, "row", "rows"))
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
