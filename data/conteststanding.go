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
	f := rule.mayStand(p, on)
	if c.WomenOnly || c.Class == WomensSeat {
		f = f.and(womanOnly(p))
	}
	if c.Class == YouthSeat {
		f = f.and(youngOn(p, on))
	}
	return f
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
	case NotStated:
		return Finding{Verdict: "Ask: gender not stated", Sum: "for women; gender not stated"}
	}
	return Finding{Verdict: "For women", Sum: "for women; counts as " + string(p.Gender), Warning: true}
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
