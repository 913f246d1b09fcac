package data

import (
	"fmt"
	"slices"
	"strings"
)

// MayStand judges whether a person may stand in the contest, on the day that JudgedOn gives. Its Warning marks one who may
// not; its Verdict is short enough for a table ("8 weeks", "Joined 28 April: from 23 June"), and its Sum is the arithmetic.
// What the book does not know (a gender, a birthday, a day of joining) is said and keeps nobody off the paper.
func (c Contest) MayStand(p Person, rule Eligibility, on Date) Finding {
	return c.MayStandUnder(Candidacy{}, p, rule, on)
}

// MayStandUnder judges the same where the post or the body asks more of a candidate than of a voter.
func (c Contest) MayStandUnder(asks Candidacy, p Person, rule Eligibility, on Date) Finding {
	if asks.Days > 0 {
		rule.Days = asks.Days
	}
	f := rule.mayStand(p, on)
	if source := asks.source(); source != "" {
		f.Source = source
	}
	if asks.Women || c.WomenOnly || c.Class == WomensSeat {
		f = f.and(womanOnly(p))
	}
	if asks.Young || c.Class == YouthSeat {
		f = f.and(youngOn(p, on))
	}
	if asks.Identifies != "" {
		f = f.and(Finding{Verdict: "Ask: self-identifies", Sum: "self-identifies as " + asks.Identifies + ": the book holds nothing about that"})
	}
	if asks.Words != "" {
		f = f.and(Finding{Verdict: "Ask: " + asks.Words, Sum: "must be " + asks.Words})
	}
	return f
}

// Asks returns what the contest's post or body asks of a candidate; the zero Candidacy where it asks nothing of its own.
func (c Contest) Asks(posts []Post, bodies []Body) Candidacy {
	if i := slices.IndexFunc(posts, func(p Post) bool { return p.ID == c.Post }); i >= 0 && c.Post != "" {
		return posts[i].Eligible
	}
	if i := slices.IndexFunc(bodies, func(b Body) bool { return b.ID == c.Body }); i >= 0 && c.Body != "" {
		return bodies[i].Eligible
	}
	return Candidacy{}
}

// mayStand is the part of it that everybody has to meet: who can vote can stand.
func (e Eligibility) mayStand(p Person, on Date) Finding {
	s := e.Standing(p, on)
	f := Finding{Sum: s.Finding.Sum, Source: e.source(), Warning: !s.CanVote}
	switch {
	case !s.From.IsZero():
		f.Verdict = fmt.Sprintf("Joined %s: from %s", dayNear(p.Joined, on), dayNear(s.From, on))
	case !s.CanVote:
		f.Verdict = s.Words
	case p.Joined.IsZero() && e.Days > 0:
		f.Verdict = "Joining not known"
	case e.Days == 0:
		f.Verdict = "Member"
	default:
		f.Verdict = span(e.Days)
	}
	return f
}

func womanOnly(p Person) Finding {
	switch p.Gender {
	case Woman:
		return Finding{}
	case Man:
		return Finding{Verdict: "For women", Sum: "for women; counts as a man", Warning: true}
	case OtherGender:
		return Finding{Verdict: "Ask: for women", Sum: "for women; counts as neither a woman nor a man"}
	}
	return Finding{Verdict: "Ask: gender not stated", Sum: "for women; gender not stated"}
}

func youngOn(p Person, on Date) Finding {
	switch {
	case p.Turns27.IsZero():
		return Finding{Verdict: "Ask: under 27?", Sum: "for members under 27; the 27th birthday is not known"}
	case p.YoungOn(on):
		return Finding{}
	}
	return Finding{
		Verdict: "27 on " + dayNear(p.Turns27, on), Warning: true,
		Sum: fmt.Sprintf("for members under 27; 27 on %s", p.Turns27.Short()),
	}
}

// and joins two findings about one person. Where one of them is why they may not stand, its words come first.
func (f Finding) and(g Finding) Finding {
	if g.Verdict == "" {
		return f
	}
	f.Sum = joinedBy("; ", f.Sum, g.Sum)
	switch {
	case f.Warning && g.Warning:
		f.Verdict += "; " + g.Verdict
	case g.Warning || !f.Warning:
		f.Verdict, f.Warning = g.Verdict, f.Warning || g.Warning
	}
	return f
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
