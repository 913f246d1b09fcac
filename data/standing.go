package data

import (
	"fmt"
	"strings"
)

// Eligibility is who of the members can vote.
type Eligibility struct {
	InForce
	// Days is how long somebody must have been a member, counted from the day of joining: after 56 days they can vote.
	Days int `json:"days"`
	// ArrearsVote says that members in arrears can vote all the same.
	ArrearsVote bool `json:"arrearsVote,omitempty"`
}

// A Standing is whether somebody can vote on a date, in words for a list, a register and a card.
type Standing struct {
	CanVote bool
	// Words are for a list: "Can vote", "In arrears since 1 April 2026", "New: votes from 23 June 2026",
	// "Left the list", "Not a member".
	Words string
	// Reason says why not, for the register: "joined 28 April: under 8 weeks". "" where there is nothing to say.
	Reason string
	// From is the first day with a vote, for somebody new; else zero.
	From    Date
	Finding Finding
}

// A membership is the part of a person's standing that is counted.
type membership uint8

const (
	notMember membership = iota
	hasLeft
	notYetJoined
	inArrears
	tooNew
	canVote
)

// of says how a person stands on a date. Somebody who left later was a member then, and somebody who joined later was
// not. Who is both in arrears and new is in arrears.
func (e Eligibility) of(p Person, on Date) membership {
	switch {
	case p.Status == Left && (p.LeftOn.IsZero() || !on.Before(p.LeftOn)):
		return hasLeft
	case p.Status != Member && p.Status != Left:
		return notMember
	case p.Joined.After(on):
		return notYetJoined
	case !e.ArrearsVote && owes(p, on):
		return inArrears
	case e.isNew(p, on):
		return tooNew
	}
	return canVote
}

func owes(p Person, on Date) bool { return p.Arrears && !p.ArrearsSince.After(on) }

func (e Eligibility) isNew(p Person, on Date) bool { return p.Joined.After(e.CutOff(on)) }

// CutOff returns the last day of joining that gives a vote on the date: Thu 19 March 2026 for Thu 14 May 2026.
func (e Eligibility) CutOff(on Date) Date { return on.AddDays(-e.Days) }

// Standing returns whether the person can vote on the date. Somebody whose join date is not known can vote, with a
// warning that says so: most members joined long ago, and the meeting decides.
func (e Eligibility) Standing(p Person, on Date) Standing {
	s := Standing{Finding: Finding{Verdict: "cannot vote on " + on.String(), Source: e.source(), Warning: e.warn(true)}}
	f := &s.Finding
	switch e.of(p, on) {
	case notMember:
		s.Words, s.Reason, f.Sum = "Not a member", "not a member", "not on the membership list"
		f.Warning = false
	case hasLeft:
		s.Words, s.Reason, f.Sum = "Left the list", "no longer on the membership list", "left the list"
		if !p.LeftOn.IsZero() {
			f.Sum = "not on the list of " + p.LeftOn.Short()
		}
	case inArrears:
		s.Words, s.Reason = "In arrears", "in arrears"
		if !p.ArrearsSince.IsZero() {
			s.Words, s.Reason = "In arrears since "+p.ArrearsSince.format("2 January 2006"), "in arrears since "+dayNear(p.ArrearsSince, on)
		}
		f.Sum = uncapital(s.Words)
		if e.isNew(p, on) {
			s.Reason += fmt.Sprintf(", and joined %s: under %s", dayNear(p.Joined, on), span(e.Days))
			f.Sum += "; " + e.wait(p)
		}
	case tooNew, notYetJoined:
		s.From = p.Joined.AddDays(e.Days)
		s.Words = "New: votes from " + s.From.format("2 January 2006")
		s.Reason = fmt.Sprintf("joined %s: under %s", dayNear(p.Joined, on), span(e.Days))
		if p.Joined.After(on) {
			s.Reason = fmt.Sprintf("joined %s: after the meeting", dayNear(p.Joined, on))
		}
		f.Sum = e.wait(p)
	case canVote:
		e.voter(&s, p, on)
	}
	return s
}

// wait is the sum for somebody new: "joined 28 Apr 2026 + 56 days = 23 Jun 2026".
func (e Eligibility) wait(p Person) string {
	return fmt.Sprintf("joined %s + %s = %s", p.Joined.Short(), NumberOf(e.Days, "day", "days"), p.Joined.AddDays(e.Days).Short())
}

func (e Eligibility) voter(s *Standing, p Person, on Date) {
	s.CanVote, s.Words = true, "Can vote"
	arrears := "not in arrears"
	if owes(p, on) {
		arrears = "in arrears, which costs no vote here"
	}
	s.Finding.Verdict = "can vote on " + on.String()
	s.Finding.Sum = fmt.Sprintf("joined %s, %s", p.Joined.Short(), arrears)
	s.Finding.Warning = false
	if p.Joined.IsZero() {
		s.Finding.Sum = "the day of joining is not known; " + arrears
		s.Reason, s.Finding.Warning = "day of joining not known", e.warn(e.Days > 0)
	}
}

// Count returns how many of the people can vote on the date: "214 members, less 9 in arrears, less 6 new = 199".
// Somebody who is both in arrears and new is taken off once. Those whose day of joining is not known are counted, with
// a warning.
func (e Eligibility) Count(people []Person, on Date) (eligible int, f Finding) {
	var members, arrears, fresh, undated int
	for _, p := range people {
		switch e.of(p, on) {
		case inArrears:
			members, arrears = members+1, arrears+1
		case tooNew:
			members, fresh = members+1, fresh+1
		case canVote:
			members, eligible = members+1, eligible+1
			undated += b2i(p.Joined.IsZero())
		}
	}
	var sum strings.Builder
	sum.WriteString(NumberOf(members, "member", "members"))
	if arrears > 0 {
		fmt.Fprintf(&sum, ", less %d in arrears", arrears)
	}
	if fresh > 0 {
		fmt.Fprintf(&sum, ", less %d new", fresh)
	}
	if arrears+fresh > 0 {
		fmt.Fprintf(&sum, " = %d", eligible)
	}
	f = Finding{Verdict: fmt.Sprintf("%d can vote on %s", eligible, on), Source: e.source()}
	if undated > 0 && e.Days > 0 {
		fmt.Fprintf(&sum, "; %d counted whose day of joining is not known", undated)
		f.Warning = e.warn(true)
	}
	f.Sum = sum.String()
	return eligible, f
}
