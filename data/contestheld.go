package data

import (
	"fmt"
	"slices"
	"strings"
)

// A HeldContest is one meeting that put a contest off.
type HeldContest struct {
	Meeting MeetingID `json:"meeting"`
	On      Date      `json:"on"`
	Why     string    `json:"why,omitempty"` // "not reached", "no quorum"; "" when it was not said
	// AGM says that it was an annual general meeting, so that the contest ends what that would have ended.
	AGM bool `json:"agm,omitempty"`
	// Stood are those who stood then, as indexes of the contest's nominees.
	Stood []int `json:"stood,omitempty"`
}

// HoldOver returns the contest put off by a meeting. Its nominations stay as they are, and the next agenda has it again. The
// error is a *Problem: it is decided already.
func (c Contest) HoldOver(m Meeting, why string) (Contest, error) {
	if c.Over() {
		return c, NewProblem(c.Title+" is decided already. Take the result back first.", fmt.Errorf("hold over a contest that is %s", c.Status))
	}
	c.HeldOver = append(c.TakenUp(m.ID).HeldOver, HeldContest{Meeting: m.ID, On: m.Date, AGM: m.Kind == AGM, Why: strings.TrimSpace(why), Stood: c.Standing()})
	return c, nil
}

// HeldOverBy says whether a meeting put the contest off, and how it said so. A meeting that takes it up again after all, the
// same evening, is the one that decides it.
func (c Contest) HeldOverBy(m MeetingID) (HeldContest, bool) {
	for _, h := range c.HeldOver {
		if h.Meeting == m && (c.Meeting != m || !c.Over()) {
			return h, true
		}
	}
	return HeldContest{}, false
}

// annual returns the meeting as the contest takes it: as an annual general meeting, where it is one or where one put the
// contest off, so that a delegation is elected anew and not beside that of the year before.
func (c Contest) annual(m Meeting) Meeting {
	if slices.ContainsFunc(c.HeldOver, func(h HeldContest) bool { return h.AGM }) {
		m.Kind = AGM
	}
	return m
}

// TakenUp returns the contest as one that the meeting goes on with after all.
func (c Contest) TakenUp(m MeetingID) Contest {
	c.HeldOver = slices.DeleteFunc(slices.Clone(c.HeldOver), func(h HeldContest) bool { return h.Meeting == m })
	return c
}

// Abandon returns the contest as one that comes to nothing, and why. The error is a *Problem: it is decided already.
func (c Contest) Abandon(why string) (Contest, error) {
	if c.Over() {
		return c, NewProblem(c.Title+" is decided already. Take the result back first.", fmt.Errorf("abandon a contest that is %s", c.Status))
	}
	c.Status, c.Why = Abandoned, strings.TrimSpace(why)
	return c, nil
}

// Words says that a contest was put off, and why: "Held over to the next meeting: not reached."
func (h HeldContest) Words() string {
	return sentence(joinedBy(": ", "Held over to the next meeting", h.Why))
}

// heldWords is what the minutes of a meeting say that put it off: whose nominations it takes with it, and why.
func (c Contest) heldWords(h HeldContest, people Names) string {
	words := h.Words()
	if len(h.Stood) > 0 {
		words = sentence("nominated: "+c.names(h.Stood, people)) + " " + words
	}
	return words
}

// DelegatesTitle is what an election of delegates is called: "Delegates to the General Committee, youth seat". Class "" is all
// of them.
func DelegatesTitle(body string, class SeatClass) string {
	title := "Delegates to the " + body
	switch class {
	case OpenSeat:
		return title + ", open seats"
	case WomensSeat:
		return title + ", seats for women"
	case YouthSeat, ExOfficioSeat:
		return title + ", " + string(class) + " seat"
	}
	return title
}
