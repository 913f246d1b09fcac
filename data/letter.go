package data

import (
	"fmt"
	"strings"
)

// A Way is whether a letter came or went.
type Way string

// The ways of a letter.
const (
	CameHere Way = "in"
	WentAway Way = "out"
)

// A Letter is a piece of correspondence, by whatever medium, until it is answered.
type Letter struct {
	ID       LetterID `json:"id"`
	Revision int      `json:"rev"`
	Way      Way      `json:"way"`
	Date     Date     `json:"date"`
	// With is from whom it came or to whom it went.
	With    string `json:"with"`
	Medium  string `json:"medium,omitempty"` // email, post, by hand
	Subject string `json:"subject"`
	// Asks is what was asked of whoever got it; "" for nothing.
	Asks string `json:"asks,omitempty"`
	// Due is when a reply is due, or was asked for; zero where none is awaited. Answered is when it came or went.
	Due      Date `json:"due,omitzero"`
	Answered Date `json:"answered,omitzero"`
	// Closed is when it was given up or needed nothing more, without an answer, and Note says why, or what was answered.
	Closed Date   `json:"closed,omitzero"`
	Note   string `json:"note,omitempty"`
	// Meeting and Item are where it was reported; "" until then.
	Meeting MeetingID `json:"meeting,omitempty"`
	Item    ItemID    `json:"item,omitempty"`
}

// Waits says whether somebody still owes an answer to it.
func (l Letter) Waits() bool {
	return (l.Asks != "" || !l.Due.IsZero()) && l.Answered.IsZero() && l.Closed.IsZero()
}

// OverdueOn says whether an answer is owed and its date has passed.
func (l Letter) OverdueOn(today Date) bool {
	return l.Waits() && !l.Due.IsZero() && l.Due.Before(today)
}

// Validate says what keeps the letter from being stored.
func (l Letter) Validate() error {
	switch {
	case l.Way != CameHere && l.Way != WentAway:
		return NewProblem("A letter came in or went out. Choose one of the two.", fmt.Errorf("letter with way %q", l.Way))
	case l.Date.IsZero():
		return NewProblem("A letter needs its date. Type it as 14 May 2026.", nil)
	case strings.TrimSpace(l.With) == "":
		return NewProblem("Type whom the letter is from, or whom it went to.", nil)
	case strings.TrimSpace(l.Subject) == "":
		return NewProblem("Type what the letter is about.", nil)
	}
	return nil
}
