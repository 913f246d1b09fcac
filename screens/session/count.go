package session

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// Counted returns how many were present where names were not taken; false where they were.
func (m *Model) Counted() (int, bool) {
	if m.held.CountOnly == nil {
		return 0, false
	}
	return *m.held.CountOnly, true
}

// CountOnly records how many were present where names were not taken. Names that are in the register stay there, but
// papers give the count, and quorum and votes go by it.
func (m *Model) CountOnly(present int) (string, error) {
	if present < 0 {
		return "", data.NewProblem("Type how many were present, as a number.", nil)
	}
	err := m.setCount(fmt.Sprintf("record a count of %d, names not taken", present), &present)
	return fmt.Sprintf("%d were counted; names were not taken. Quorum and votes now go by the count.", present), err
}

// NamesTaken takes the count back: quorum and votes go by the register again.
func (m *Model) NamesTaken() (string, error) {
	err := m.setCount("go by the names in the register", nil)
	return "Quorum and votes go by the names in the register again.", err
}

func (m *Model) setCount(what string, count *int) error {
	return m.revise(what, func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(m.meeting)
		if err != nil {
			return err
		}
		meeting.CountOnly = count
		return tx.Meetings.Put(meeting)
	})
}

// Venue is where the meeting is.
func (m *Model) Venue() string { return m.held.Venue }

// MoveVenue records that the meeting takes place somewhere else than it was called for.
func (m *Model) MoveVenue(to string) (string, error) {
	to = strings.TrimSpace(to)
	was := m.held.Venue
	switch {
	case to == "":
		return "", data.NewProblem("Type where the meeting has moved to.", nil)
	case to == was:
		return "The meeting is at " + to + " already.", nil
	}
	err := m.revise("move the meeting to "+to, func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(m.meeting)
		if err != nil {
			return err
		}
		meeting.Venue = to
		return tx.Meetings.Put(meeting)
	})
	line := "The meeting is at " + to
	if was != "" {
		line += "; it was called for " + was
	}
	return line + ".", err
}

// A MomentView is who was in the room at one time.
type MomentView struct {
	Words  string // "At 8.05pm 16 voters and 4 others were in the room."
	Quorum string // "Quorate from 7.34pm: 5% of 199 eligible = 9.95, rounded up: 10"
	Rows   []RoomRow
}

// InTheRoomAt answers who was in the room at a time, of a meeting that is planned, in session or closed; the zero Time
// is the end of the register.
func (m *Model) InTheRoomAt(at data.Time) MomentView {
	if m.held.CountOnly != nil {
		return MomentView{Words: m.Room.Count + ": who was in the room cannot be said.", Quorum: data.Capital(m.held.quorum.Finding.Sentence())}
	}
	moment := m.held.rules.Quorum.Moment(m.held.register, at, m.held.eligible, m.held.members)
	v := MomentView{Words: moment.Words(), Quorum: data.Capital(moment.Quorum.Finding.Sentence())}
	for _, a := range moment.In {
		v.Rows = append(v.Rows, m.roomRow(a))
	}
	sortRows(v.Rows)
	return v
}
