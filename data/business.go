package data

import (
	"fmt"
	"strings"
)

// A Decision is what the meeting settled without a motion: agreed, noted, received.
type Decision struct {
	ID       DecisionID `json:"id"`
	Revision int        `json:"rev"`
	Ref      string     `json:"ref"` // D-2026-014
	Meeting  MeetingID  `json:"meeting"`
	Item     ItemID     `json:"item"`
	Text     string     `json:"text"`
	// How is how it was settled: "agreed", "noted", "received".
	How string `json:"how,omitempty"`
	At  Time   `json:"at,omitzero"`
	// Amount is the money that was agreed; 0 for none.
	Amount Money `json:"amount,omitempty"`
	// Pressing says that it was made without a quorum, subject to ratification; Ratified is the meeting that dealt with
	// that, and RatifiedAs how: "agreed" or "not agreed".
	Pressing   bool      `json:"pressing,omitempty"`
	Ratified   MeetingID `json:"ratified,omitempty"`
	RatifiedAs string    `json:"ratifiedAs,omitempty"`
	// Review is when it is to be looked at again.
	Review Date `json:"review,omitzero"`
}

// Validate says what keeps the decision from being stored.
func (d Decision) Validate() error {
	if strings.TrimSpace(d.Text) == "" {
		return NewProblem("Type what was decided.", nil)
	}
	return nil
}

// ActionStatus is how far an action has got.
type ActionStatus string

// The states of an action. Whether it is overdue follows from its date.
const (
	Open    ActionStatus = "open"
	Done    ActionStatus = "done"
	Dropped ActionStatus = "dropped"
)

// An Action is something that somebody said they would do.
type Action struct {
	ID       ActionID `json:"id"`
	Revision int      `json:"rev"`
	Ref      string   `json:"ref"` // A-2026-07
	Text     string   `json:"text"`
	// Owner is who; OwnerText is used when it is a post or a group, or a name that is not in the book.
	Owner     PersonID     `json:"owner,omitempty"`
	OwnerText string       `json:"ownerText,omitempty"`
	Due       Date         `json:"due,omitzero"`
	Status    ActionStatus `json:"status"`
	// Meeting and Item are where it was made; "" for one added between meetings.
	Meeting MeetingID `json:"meeting,omitempty"`
	Item    ItemID    `json:"item,omitempty"`
	At      Time      `json:"at,omitzero"`
	Made    Date      `json:"made,omitzero"`
	Closed  Date      `json:"closed,omitzero"`
	Note    string    `json:"note,omitempty"`
}

// OverdueOn says whether the action is open and its date has passed.
func (a Action) OverdueOn(today Date) bool {
	return a.Status == Open && !a.Due.IsZero() && a.Due.Before(today)
}

// Validate says what keeps the action from being stored.
func (a Action) Validate() error {
	switch {
	case strings.TrimSpace(a.Text) == "":
		return NewProblem("Type what is to be done.", nil)
	case a.Status == "":
		return NewProblem("An action is open, done or dropped.", fmt.Errorf("action status %q", a.Status))
	}
	return nil
}

// NumberedRef returns the reference of the n-th record of a year: NumberedRef("M", 2026, 4) is "M-2026-04".
func NumberedRef(letter string, year, n int) string {
	return fmt.Sprintf("%s-%d-%02d", letter, year, n)
}
