package data

import (
	"cmp"
	"slices"
)

// A Course is a meeting with its elections, on which balance is judged as it goes along: each election after those before
// it, in the order in which they are taken.
type Course struct {
	Meeting Meeting
	Rules   Rules
	People  Names
	Posts   []Post
	Bodies  []Body // for a balance of their own; those that are not here fall under the rules
	Terms   []Term
	Seats   []Seat
	// Allotted are the branch's seats on each body by its rule; a body that is not here has those that are held and contested.
	Allotted map[BodyID]Allotment
	Contests []Contest
	Tallies  map[ContestID]Tally
}

// Rule returns the rule of balance that a contest falls under; ok is false for one that falls under none: a post outside
// the executive, or what is not the branch's own.
func (in Course) Rule(c Contest) (rule Balance, ok bool) {
	switch {
	case c.Kind != Elects:
		return Balance{}, false
	case c.Post != "":
		i := slices.IndexFunc(in.Posts, func(p Post) bool { return p.ID == c.Post })
		return in.Rules.Officers, i >= 0 && in.Posts[i].Sort() == ExecutiveOfficer
	}
	return in.body(c.Body).UnderRules(in.Rules).Delegation, c.Body != ""
}

// Before returns who fills the places of the officers, or of the body, when a contest is reached: those who stay, and those
// elected this evening before it.
func (in Course) Before(c Contest) Filling {
	if c.Post != "" {
		return in.officers(c)
	}
	return in.delegates(c)
}

// After returns the same with those whom the contest elects, as indexes of its nominees: they may be those it did, or all
// who stand. Who declined is not counted.
func (in Course) After(c Contest, elected []int) Filling {
	f := in.Before(c)
	for _, i := range elected {
		if n := c.Nominees[i]; !n.Declined {
			f = f.with(in.People, n.Person, n.Partner)
			if n.Person == "" {
				f = f.add(1, 0) // somebody who is not in the book counts as a person, and as no woman
			}
		}
	}
	return f
}

func (in Course) officers(c Contest) Filling {
	var f Filling
	for _, p := range in.Posts {
		if p.Sort() == ExecutiveOfficer {
			f.Places++
		}
	}
	for _, p := range in.Posts {
		if p.Sort() != ExecutiveOfficer {
			continue
		}
		x := slices.IndexFunc(in.Contests, func(x Contest) bool { return x.Post == p.ID && x.Kind == Elects && x.Status != Abandoned })
		if x < 0 {
			f = f.with(in.People, in.holders(p.ID)...)
			continue
		}
		f = in.elected(f, in.Contests[x], c)
	}
	return f
}

// elected adds whom an earlier contest of the evening elected.
func (in Course) elected(f Filling, x, before Contest) Filling {
	if x.ID == before.ID || x.Status != ResultDeclared || x.compare(before) >= 0 {
		return f
	}
	for _, i := range in.Tallies[x.ID].Elected {
		if n := x.Nominees[i]; !n.Declined {
			f = f.with(in.People, n.Person, n.Partner)
		}
	}
	return f
}

// compare orders contests as they are taken.
func (c Contest) compare(d Contest) int {
	return cmp.Or(cmp.Compare(c.Order, d.Order), cmp.Compare(c.ID, d.ID))
}

func (in Course) holders(post PostID) []PersonID {
	var who []PersonID
	for _, t := range in.Terms {
		if t.Post == post && t.HeldOn(in.Meeting.Date) {
			who = append(who, t.Person)
		}
	}
	return who
}

func (in Course) delegates(c Contest) Filling {
	f := Filling{Places: in.Allotted[c.Body].Total}
	for _, s := range in.Staying(c.Body) {
		f = f.with(in.People, s.Person)
	}
	contested := 0
	for _, x := range in.Contests {
		if x.Body == c.Body && x.Kind == Elects && x.Status != Abandoned {
			f = in.elected(f, x, c)
			contested += x.Places
		}
	}
	if in.Allotted[c.Body].Total == 0 {
		f.Places = max(f.Places, len(in.Staying(c.Body))+contested)
	}
	return f
}

// Staying returns the branch's seats on a body that stay held through the meeting: those that an annual general meeting ends
// are not among them, nor those that its elections filled.
func (in Course) Staying(body BodyID) []Seat {
	var held []Seat
	b, meeting := in.body(body), in.annual(body)
	for _, s := range in.Seats {
		ofTheEvening := slices.ContainsFunc(in.Contests, func(x Contest) bool { return x.ID == s.Contest })
		if s.Body == body && s.Own() && s.HeldOn(in.Meeting.Date) && !s.endsWithAGM(b, meeting) && !ofTheEvening {
			held = append(held, s)
		}
	}
	return held
}

// annual returns the meeting as the elections to a body take it; see Contest.annual.
func (in Course) annual(body BodyID) Meeting {
	m := in.Meeting
	for _, c := range in.Contests {
		if c.Body == body && c.Kind == Elects {
			m = c.annual(m)
		}
	}
	return m
}

// body returns a body by its id; one that the course does not hold has no rules of its own.
func (in Course) body(id BodyID) Body {
	if i := slices.IndexFunc(in.Bodies, func(b Body) bool { return b.ID == id }); i >= 0 {
		return in.Bodies[i]
	}
	return Body{ID: id}
}
