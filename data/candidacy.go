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

// Judge says whether somebody may stand on a day, with the reason: "joined 28 April: may stand from 23 June". The
// Finding's Warning marks one who may not. What the book does not hold, or holds nothing about, is said as to be
// confirmed, and is no warning.
func (c Candidacy) Judge(p Person, on Date, votes Eligibility) Finding {
	v := candidate{p: p, on: on}
	v.membership(c, votes)
	if c.Women {
		v.woman()
	}
	if c.Young {
		v.young()
	}
	if c.Identifies != "" {
		v.ask("self-identifies as " + c.Identifies + ": the book holds nothing about that")
	}
	if c.Words != "" {
		v.ask("must be " + c.Words)
	}
	source := c.source()
	if source == "" {
		source = votes.source()
	}
	f := Finding{Verdict: "may stand on " + on.String(), Source: source}
	switch {
	case len(v.against) > 0:
		f.Verdict, f.Warning = "may not stand on "+on.String(), c.warn(true)
		f.Sum = strings.Join(v.against, "; ")
	case len(v.open) > 0:
		f.Verdict += ", to be confirmed"
		f.Sum = strings.Join(v.open, "; ")
	default:
		f.Sum = v.known
	}
	return f
}

// A candidate gathers what stands against somebody, and what is not known.
type candidate struct {
	p             Person
	on            Date
	against, open []string
	known         string // what was found of their membership
}

func (v *candidate) no(why string)  { v.against = append(v.against, why) }
func (v *candidate) ask(why string) { v.open = append(v.open, why) }

// membership judges whether they have been a member for long enough, and are not in arrears.
func (v *candidate) membership(c Candidacy, votes Eligibility) {
	days := votes.Days
	if c.Days > 0 {
		days = c.Days
	}
	switch (Eligibility{ArrearsVote: votes.ArrearsVote, Days: days}).of(v.p, v.on) {
	case notMember:
		v.no("not on the membership list")
		return
	case hasLeft:
		v.no("no longer on the membership list")
		return
	case inArrears:
		why := "in arrears"
		if !v.p.ArrearsSince.IsZero() {
			why += " since " + dayNear(v.p.ArrearsSince, v.on)
		}
		v.no(why)
	}
	switch may := v.p.Joined.AddDays(days); {
	case v.p.Joined.IsZero() && days > 0:
		v.ask("the day of joining is not known")
	case v.p.Joined.IsZero():
	case may.After(v.on):
		v.no(fmt.Sprintf("joined %s: may stand from %s", dayNear(v.p.Joined, v.on), dayNear(may, v.on)))
	default:
		v.known = fmt.Sprintf("joined %s, %s or more ago", v.p.Joined.Short(), NumberOf(days, "day", "days"))
	}
}

func (v *candidate) woman() {
	switch v.p.Gender {
	case Woman:
	case Man:
		v.no("counts as a man")
	case OtherGender:
		v.ask("counts as neither a woman nor a man")
	default:
		v.ask("not stated whether they count as a woman")
	}
}

func (v *candidate) young() {
	switch {
	case v.p.Turns27.IsZero():
		v.ask("not known whether they are under 27")
	case !v.p.YoungOn(v.on):
		v.no("not under 27 on " + dayNear(v.on, v.on))
	}
}

func (c Candidacy) validate() error {
	if !within(c.Days, 0, maxWaiting) {
		return NewProblem(fmt.Sprintf("Membership before standing: %d days cannot be right. Write a number of days from 0 to %d.", c.Days, maxWaiting), nil)
	}
	return nil
}
