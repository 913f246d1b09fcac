package data

import (
	"fmt"
	"strings"
)

// A Candidacy is who may stand for a post or a seat, beyond being able to vote. The zero Candidacy is every member who
// can vote.
type Candidacy struct {
	InForce
	// Days is how long somebody must have been a member, counted from the day of joining; 0 for as long as for a vote.
	Days int `json:"days,omitempty"`
	// Women and Young reserve it for women, and for those under 27 on the day.
	Women bool `json:"women,omitempty"`
	Young bool `json:"young,omitempty"`
	// Identifies is what a candidate must say of themselves: "BAME", "disabled". Nothing is held about it.
	Identifies string `json:"identifies,omitempty"`
	// Words is anything else that is asked: "a member of an affiliated union". Nobody is judged by it.
	Words string `json:"words,omitempty"`
}

// String returns what is asked of a candidate: "a woman, 183 days of membership"; "anyone who can vote" for nothing more.
func (c Candidacy) String() string {
	var asked []string
	if c.Women {
		asked = append(asked, "a woman")
	}
	if c.Young {
		asked = append(asked, "under 27")
	}
	if c.Identifies != "" {
		asked = append(asked, "self-identifies as "+c.Identifies)
	}
	if c.Days > 0 {
		asked = append(asked, NumberOf(c.Days, "day", "days")+" of membership")
	}
	if words := joined(append(asked, c.Words)...); words != "" {
		return words
	}
	return "anyone who can vote"
}

// Judge says whether somebody may stand on a day: who can vote can stand, where no more is asked. The Finding's Warning marks
// one who may not; its Verdict is short enough for a table ("8 weeks", "Joined 28 April: from 23 June"), and its Sum is the
// arithmetic. What the book does not know (a gender, a birthday, a day of joining), or holds nothing about, is said and keeps
// nobody off the paper.
func (c Candidacy) Judge(p Person, on Date, votes Eligibility) Finding {
	if c.Days > 0 {
		votes.Days = c.Days
	}
	f := votes.mayStand(p, on)
	if source := c.source(); source != "" {
		f.Source = source
	}
	if c.Women {
		f = f.and(womanOnly(p))
	}
	if c.Young {
		f = f.and(youngOn(p, on))
	}
	if c.Identifies != "" {
		f = f.and(Finding{Verdict: "Ask: self-identifies", Sum: "self-identifies as " + c.Identifies + ": the book holds nothing about that"})
	}
	if c.Words != "" {
		f = f.and(Finding{Verdict: "Ask: " + c.Words, Sum: "must be " + c.Words})
	}
	f.Warning = c.warn(f.Warning)
	return f
}

// of adds what a class of seat asks of whoever sits there.
func (c Candidacy) of(class SeatClass) Candidacy {
	c.Women = c.Women || class == WomensSeat
	c.Young = c.Young || class == YouthSeat
	return c
}

// Asks says whether anything has to be asked, or looked up, before it is known that somebody may stand.
func (f Finding) Asks() bool {
	return strings.HasPrefix(f.Verdict, "Ask") || f.Verdict == joiningNotKnown
}

const joiningNotKnown = "Joining not known"

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
		f.Verdict = joiningNotKnown
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

func (c Candidacy) validate() error {
	if !within(c.Days, 0, maxWaiting) {
		return NewProblem(fmt.Sprintf("Membership before standing: %d days cannot be right. Write a number of days from 0 to %d.", c.Days, maxWaiting), nil)
	}
	return nil
}
