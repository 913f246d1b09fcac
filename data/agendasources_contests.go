package data

import (
	"fmt"
	"slices"
)

// contestsHeldOver are elections and nominations that a meeting put off or did not come to, with the nominations they have;
// and those of a general meeting that was cancelled, for the next one.
func contestsHeldOver(in AgendaInput) []Written {
	var out []Written
	for _, c := range in.Contests {
		if !in.takesUp(c) {
			continue
		}
		note := in.heldOver(c)
		if n := len(c.Standing()); n > 0 {
			note = fmt.Sprintf("%s; %d nominated", note, n)
		}
		out = append(out, Written{From: Source{FromContest, ID(c.ID)}, Kind: ItemElection, Under: ItemElection, Heading: c.Heading(), Note: note, Minutes: 5})
	}
	return out
}

// takesUp says whether a contest comes onto this agenda from another meeting, or has come onto it already.
func (in AgendaInput) takesUp(c Contest) bool {
	m, known := in.meeting(c.Meeting)
	if c.Over() || !known || !in.sameBody(m) {
		return false
	}
	switch {
	case m.ID == in.Meeting.ID:
		return len(c.HeldOver) > 0
	case m.Status == Cancelled:
		return (m.Kind == AGM) == (in.Meeting.Kind == AGM)
	case m.Status == Planned || m.Status == Postponed || m.Status == Suspended:
		// It had been put onto a later agenda, and now this meeting comes first.
		return len(c.HeldOver) > 0 && m.Date.After(in.Meeting.Date)
	}
	return in.before(m)
}

// heldOver says from where a contest comes: "held over from 11 June".
func (in AgendaInput) heldOver(c Contest) string {
	m, _ := in.meeting(c.Meeting)
	switch n := len(c.HeldOver); {
	case n > 0:
		last := c.HeldOver[n-1]
		return joined("held over from "+in.on(last.On), last.Why)
	case m.Status == Cancelled:
		return in.on(m.Date) + " was cancelled"
	}
	return "not decided on " + in.on(m.Date)
}

// comesBack says whether a contest of this meeting, or one that is held over to it, is such a one.
func (in AgendaInput) comesBack(is func(Contest) bool) bool {
	return slices.ContainsFunc(in.Contests, func(c Contest) bool { return is(c) && c.Kind == Elects && in.takesUp(c) })
}

// TakeOver returns a contest as one of this meeting, at an item of its agenda. A meeting that left it undecided, and did not
// say so, is kept as one that put it off.
func (in AgendaInput) TakeOver(c Contest, item ItemID) Contest {
	if m, known := in.meeting(c.Meeting); known && m.ID != in.Meeting.ID && m.Status != Planned && !slices.ContainsFunc(c.HeldOver, func(h HeldContest) bool { return h.Meeting == m.ID }) {
		why := ""
		if m.Off() {
			why = string(m.Status)
		}
		if held, err := c.HoldOver(m, why); err == nil {
			c = held
		}
	}
	c.Meeting, c.Item = in.Meeting.ID, item
	return c
}

// Heading names the contest on an agenda: "Election of chair", "Nomination for CLP treasurer".
func (c Contest) Heading() string {
	switch c.Kind {
	case Nominates:
		return "Nomination for " + c.Title
	case Supports:
		return "Supporting nomination for " + c.Title
	case Selects:
		return "Selection: " + c.Title
	case Triggers:
		return "Trigger ballot: " + c.Title
	}
	return "Election of " + uncapital(c.Title)
}
