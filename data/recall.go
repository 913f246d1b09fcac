package data

import "fmt"

// RecallWords says how a meeting's calling changed last: "Suspended by the NEC: national election; was Thu 11 Jun 2026",
// "moved from Thu 11 Jun 2026: the hall was flooded". It is "" for a meeting that stands as it was called.
func (m Meeting) RecallWords() string {
	if len(m.Moves) == 0 {
		return ""
	}
	last := m.Moves[len(m.Moves)-1]
	by, why := labelled(" by ", last.By), labelled(": ", last.Why)
	switch {
	case m.Off():
		return fmt.Sprintf("%s%s%s; was %s", Capital(string(m.Status)), by, why, last.Was)
	case last.Was == m.Date:
		return "to be held after all" + why
	}
	return "moved from " + last.Was.String() + by + why
}

// Called returns the meeting with its calling changed and the change kept: as Planned, on another date or, after it was
// off, on the old one; as Postponed, Cancelled or Suspended, when its date stays until it has another. A notice that
// went out for another day no longer counts. The error is a *Problem: a meeting that has begun, or no date.
func (m Meeting) Called(r Recall, date Date) (Meeting, error) {
	switch {
	case m.Status != Planned && !m.Off():
		return m, NewProblem("This meeting has begun. Adjourn or close it there.", nil)
	case r.As == Planned && date.IsZero():
		return m, NewProblem("Type the new date, as 14 May 2026, or choose postponed where there is none yet.", nil)
	case r.As == Planned && date == m.Date && !m.Off():
		return m, NewProblem("That is the date it has. Type another one.", nil)
	}
	r.Was = m.Date
	m.Moves = append(append([]Recall(nil), m.Moves...), r)
	m.Status = r.As
	if r.As == Planned && date != m.Date {
		m.Date, m.NoticeSent = date, Date{}
	}
	return m, nil
}
