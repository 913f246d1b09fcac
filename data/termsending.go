package data

import (
	"fmt"
	"slices"
)

// Endings is what an annual general meeting ends by itself: the records as they are to be stored.
type Endings struct {
	Terms []Term
	Seats []Seat
	// Words say it, a sentence each: "The terms of 13 delegates to the General Committee ended when the AGM began."
	Words []string
}

// IsZero says whether nothing is to be stored.
func (e Endings) IsZero() bool { return len(e.Terms) == 0 && len(e.Seats) == 0 }

// Why a term or a seat ended, where a meeting ended it.
const (
	whenAGMBegan  = "the AGM began"
	whenAGMClosed = "the AGM closed"
)

// TermsEnding works out what an annual general meeting ends by itself, as it stands: open, closed, or without a quorum. It
// may be asked as often as one likes; what it ended already it leaves. Of any other meeting it says nothing.
//
// A delegate's term lasts until the next AGM begins, so that the branch's seats with that rule end the day before, once it
// is in session. An officer goes out when a successor is elected, which the election itself records; whoever was not
// replaced goes out on the day of the AGM, once it is closed. Only an AGM that elected somebody to a post does that: where
// no election was recorded the officers hold over, as they do when it is adjourned. An AGM without a quorum has not begun,
// and the seats that its opening ended run on.
func TermsEnding(m Meeting, terms []Term, seats []Seat, posts []Post, bodies []Body) Endings {
	var e Endings
	if m.Kind != AGM || m.Status != InSession && m.Status != Closed {
		return e
	}
	if m.Without != NotSettled {
		e.goOn(m, seats)
		return e
	}
	e.endSeats(m, seats, bodies)
	if m.Status == Closed {
		e.endTerms(m, terms, posts)
	}
	return e
}

func (e *Endings) endSeats(m Meeting, seats []Seat, bodies []Body) {
	last := m.Date.AddDays(-1)
	for _, b := range bodies {
		ended := 0
		for _, s := range seats {
			if !s.endsWithAGM(b, m) {
				continue
			}
			s.Ends, s.Why = last, whenAGMBegan
			e.Seats = append(e.Seats, s)
			ended++
		}
		if ended > 0 {
			e.say(fmt.Sprintf("the terms of %s to the %s ended when the AGM began", NumberOf(ended, "delegate", "delegates"), b.Name))
		}
	}
}

// endsWithAGM says whether a seat of the body ends because the meeting begins: the branch's own, and those who stand in for
// them, where the body's term lasts until an annual general meeting. Who was elected at that meeting sits on.
func (s Seat) endsWithAGM(b Body, m Meeting) bool {
	return m.Kind == AGM && s.Body == b.ID && b.Term.Kind == UntilAGM && s.Representing == "" && s.Ends.IsZero() && s.Elected.Before(m.Date)
}

// goOn gives back the seats that the opening of an AGM without a quorum had ended, unless somebody sits there since.
func (e *Endings) goOn(m Meeting, seats []Seat) {
	last := m.Date.AddDays(-1)
	for _, s := range seats {
		taken := slices.ContainsFunc(seats, func(o Seat) bool {
			return o.Body == s.Body && o.Number == s.Number && o.ID != s.ID && o.Elected.After(last)
		})
		if s.Ends == last && s.Why == whenAGMBegan && !taken {
			s.Ends, s.Why, s.EndedBy = Date{}, "", ""
			e.Seats = append(e.Seats, s)
		}
	}
	if len(e.Seats) > 0 {
		e.say(fmt.Sprintf("the AGM had no quorum, so that %s sit on", NumberOf(len(e.Seats), "delegate", "delegates")))
	}
}

func (e *Endings) endTerms(m Meeting, terms []Term, posts []Post) {
	of := make(map[PostID]string, len(posts))
	for _, p := range posts {
		of[p.ID] = uncapital(p.Name)
	}
	elected := slices.ContainsFunc(terms, func(t Term) bool { return t.From == m.Date && !t.Acting })
	var out []string
	for _, t := range terms {
		if !t.To.IsZero() || !t.From.Before(m.Date) || of[t.Post] == "" {
			continue
		}
		if !elected {
			e.say("nobody was elected to a post at this AGM: the officers hold theirs until somebody is")
			return
		}
		t.To, t.Why = m.Date, whenAGMClosed
		e.Terms = append(e.Terms, t)
		if !slices.Contains(out, of[t.Post]) {
			out = append(out, of[t.Post])
		}
	}
	if len(out) > 0 {
		e.say("nobody was elected as " + listed(out) + ": the term ended when the AGM closed")
	}
}

func (e *Endings) say(words string) { e.Words = append(e.Words, sentence(words)) }
