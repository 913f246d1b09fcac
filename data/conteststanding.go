package data

import (
	"fmt"
	"slices"
	"strings"
)

// MayStand judges whether somebody may stand in a contest of the evening, on the day that counts for it: see Candidacy.Judge.
// Who sits on the body already, for the branch or for an affiliate, is to be asked which of the two they keep.
func (in Course) MayStand(c Contest, p Person) Finding {
	f := c.Asks(in.Posts, in.Bodies).Judge(p, c.JudgedOn(in.Meeting.Date), in.Rules.Eligibility)
	if s, sits := in.sitsAlready(c, p.ID); sits {
		where := fmt.Sprintf("seat %d", s.Number)
		if s.Representing != "" {
			where = "a seat for " + s.Representing
		}
		f = f.and(Finding{Verdict: "Ask: has " + where, Sum: "has " + where + " on that body already; a person can hold one of them"})
	}
	return f
}

// sitsAlready finds a seat on the contest's body that somebody holds whatever the contest decides.
func (in Course) sitsAlready(c Contest, who PersonID) (Seat, bool) {
	body, meeting := in.body(c.Body), in.annual(c.Body)
	i := slices.IndexFunc(in.Seats, func(s Seat) bool {
		return s.Body == c.Body && s.Person == who && s.SubstituteFor == "" && s.Contest != c.ID && s.HeldOn(in.Meeting.Date) && !s.endsWithAGM(body, meeting)
	})
	if i < 0 || c.Body == "" || c.Kind != Elects {
		return Seat{}, false
	}
	return in.Seats[i], true
}

// Asks returns what is asked of a candidate: by the contest's post or body, by the class of seat, and where the contest is for
// women alone. The zero Candidacy is for one that asks nothing of its own.
func (c Contest) Asks(posts []Post, bodies []Body) Candidacy {
	var asks Candidacy
	if i := slices.IndexFunc(posts, func(p Post) bool { return p.ID == c.Post }); i >= 0 && c.Post != "" {
		asks = posts[i].Eligible
	}
	if i := slices.IndexFunc(bodies, func(b Body) bool { return b.ID == c.Body }); i >= 0 && c.Body != "" {
		asks = bodies[i].Eligible
	}
	asks.Women = asks.Women || c.WomenOnly
	return asks.of(c.Class)
}

// NumberNominees gives the nominees on the paper their numbers on the ballot, in order of surname. Who has a number keeps
// it, so that slips already printed or typed stay true; who is put on the paper later goes behind. Where places are kept for
// women it notes who is one, since a count knows nobody.
func (c *Contest) NumberNominees(people Names) {
	last := 0
	for i, n := range c.Nominees {
		last = max(last, n.Number)
		c.Nominees[i].Woman = c.Women > 0 && people[n.Person].Gender == Woman
	}
	for _, i := range c.BySurname(people) {
		if n := &c.Nominees[i]; n.Number == 0 && n.Stands() {
			last++
			n.Number = last
		}
	}
}

// BySurname returns the nominees, as indexes, in the order of a ballot.
func (c Contest) BySurname(people Names) []int {
	who := make([]int, len(c.Nominees))
	for i := range who {
		who[i] = i
	}
	keys := make([]string, len(who))
	for i, n := range c.Nominees {
		keys[i] = n.SortKey(people)
	}
	slices.SortStableFunc(who, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
	return who
}

// OnBallot returns those on the paper in the order of their numbers.
func (c Contest) OnBallot() []int {
	who := c.Standing()
	slices.SortStableFunc(who, func(a, b int) int { return c.Nominees[a].Number - c.Nominees[b].Number })
	return who
}
