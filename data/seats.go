package data

import (
	"cmp"
	"fmt"
	"slices"
)

// SeatClass is what sort of seat a delegate holds.
type SeatClass string

// The classes of seat.
const (
	OpenSeat      SeatClass = "open"
	WomensSeat    SeatClass = "women"
	YouthSeat     SeatClass = "youth"
	ExOfficioSeat SeatClass = "ex officio"
)

// SeatClasses lists every class in the order that a choice shows them.
func SeatClasses() []SeatClass { return []SeatClass{OpenSeat, WomensSeat, YouthSeat, ExOfficioSeat} }

// A Seat is somebody on a delegation.
type Seat struct {
	ID       SeatID     `json:"id"`
	Revision int        `json:"rev"`
	Body     BodyID     `json:"body"`
	Number   int        `json:"number"` // as listed, from 1
	Class    SeatClass  `json:"class"`
	Person   PersonID   `json:"person"`
	Elected  Date       `json:"elected"`
	How      HowElected `json:"how"`
	// Votes is what the delegate received, of BallotTotal ballots that counted; nil and 0 where there was no count.
	Votes       *int `json:"votes,omitempty"`
	BallotTotal int  `json:"ballotTotal,omitempty"`
	// Ends is the last day; zero until the next annual general meeting begins.
	Ends Date `json:"ends,omitzero"`
	// Consent says that the delegate agreed to their contact details going to the CLP secretary.
	Consent bool `json:"consent,omitempty"`
	// Contest is the election that it came from; "" for one typed in.
	Contest ContestID `json:"contest,omitempty"`
	// Why says why it ended, in the secretary's words: "moved away"; "" where there is nothing to say.
	Why string `json:"why,omitempty"`
	// Representing names the affiliate that sends the delegate; "" for the branch. An affiliate's seat is listed apart, and
	// is none of the branch's.
	Representing string `json:"representing,omitempty"`
	// SubstituteFor is the seat whose holder this one stands in for; "" for a seat of one's own.
	SubstituteFor SeatID `json:"substituteFor,omitempty"`
	// Instruction is what the branch asked of the delegate. Whether it binds is disputed, so that it is only kept.
	Instruction string `json:"instruction,omitempty"`
	// Attended is to how many of the body's Meetings the delegate went; 0 of 0 where it is not recorded.
	Attended int `json:"attended,omitempty"`
	Meetings int `json:"meetings,omitempty"`
	// EndedBy is the election whose result ended it, so that it goes on again if that result is taken back; "" for none.
	EndedBy ContestID `json:"endedBy,omitempty"`
}

// Own says whether it is one of the branch's own seats: not an affiliate's, and not a substitute's.
func (s Seat) Own() bool { return s.Representing == "" && s.SubstituteFor == "" }

// OwnSeats returns those of the seats that are the branch's own.
func OwnSeats(seats []Seat) []Seat {
	return slices.DeleteFunc(slices.Clone(seats), func(s Seat) bool { return !s.Own() })
}

// For returns whom the delegate represents: "the branch", "Unite".
func (s Seat) For() string { return cmp.Or(s.Representing, "the branch") }

// HeldOn says whether the seat is held on the date.
func (s Seat) HeldOn(on Date) bool {
	return !on.Before(s.Elected) && (s.Ends.IsZero() || !on.After(s.Ends))
}

// Validate says what keeps the seat from being stored.
func (s Seat) Validate() error {
	switch {
	case s.Person == "":
		return NewProblem("Choose who holds the seat.", nil)
	case s.Elected.IsZero():
		return NewProblem("Type the date of the election, as 11 June 2026.", nil)
	case !s.Ends.IsZero() && s.Ends.Before(s.Elected):
		return NewProblem("The seat would end before it began. Correct one of the two dates.", nil)
	case s.Attended < 0 || s.Attended > s.Meetings || s.Meetings > maxPeople:
		return NewProblem(fmt.Sprintf("%d of %d meetings cannot be right. Type how many there were, and to how many the delegate went.", s.Attended, s.Meetings), nil)
	case s.BallotTotal < 0 || s.BallotTotal > MaxVotes:
		return NewProblem(fmt.Sprintf("%d cannot be a number of ballots. Type how many counted, from 0.", s.BallotTotal), nil)
	}
	return nil
}
