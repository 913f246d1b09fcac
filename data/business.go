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

// MotionStatus is where a motion is as a piece of business; its Outcome is another question.
type MotionStatus string

// The business states of a motion, as far as this version works them.
const (
	Received   MotionStatus = "received"
	OnAgenda   MotionStatus = "on the agenda"
	Moved      MotionStatus = "moved"
	Seconded   MotionStatus = "seconded" // in debate
	DisposedOf MotionStatus = "disposed of"
)

// Outcome is what a vote, or the meeting without one, made of a motion. "" is undecided.
type Outcome string

// The outcomes. A carried motion is a resolution.
const (
	Undecided      Outcome = ""
	Carried        Outcome = "carried"
	Lost           Outcome = "lost"
	Tied           Outcome = "tied" // equal votes and no casting vote: not carried
	Remitted       Outcome = "remitted"
	Withdrawn      Outcome = "withdrawn"
	FellNoSeconder Outcome = "fell for want of a seconder"
	NotReached     Outcome = "not reached"
	Deferred       Outcome = "deferred"
)

// A Motion is a proposal put to the branch.
type Motion struct {
	ID       MotionID `json:"id"`
	Revision int      `json:"rev"`
	Ref      string   `json:"ref"` // M-2026-04; never used again once it is on a paper
	Title    string   `json:"title"`
	// Submitted is the text as it was handed in, kept unchanged; Text is as it now stands.
	Submitted string       `json:"submitted,omitempty"`
	Text      string       `json:"text,omitempty"`
	Mover     PersonID     `json:"mover,omitempty"`
	Seconder  PersonID     `json:"seconder,omitempty"`
	Received  Date         `json:"received,omitzero"`
	Meeting   MeetingID    `json:"meeting,omitempty"` // where it is, or was, taken
	Item      ItemID       `json:"item,omitempty"`
	At        Time         `json:"at,omitzero"`
	Status    MotionStatus `json:"status"`
	Outcome   Outcome      `json:"outcome,omitempty"`
	// Vote is the vote that decided it; "" when none did.
	Vote VoteID `json:"vote,omitempty"`
	// OutcomeNote completes an outcome: to whom it was remitted, until when deferred.
	OutcomeNote string `json:"outcomeNote,omitempty"`
}

// Validate says what keeps the motion from being stored.
func (m Motion) Validate() error {
	switch {
	case strings.TrimSpace(m.Title) == "":
		return NewProblem("A motion needs a title: a few words to find it by.", nil)
	case m.Mover != "" && m.Mover == m.Seconder:
		return NewProblem("A motion is moved by one person and seconded by another. Change one of the two.", nil)
	case (m.Outcome != Undecided) != (m.Status == DisposedOf):
		return NewProblem("A motion that has an outcome is disposed of, and only then.", fmt.Errorf("motion status %q, outcome %q", m.Status, m.Outcome))
	}
	return nil
}

// NumberedRef returns the reference of the n-th record of a year: NumberedRef("M", 2026, 4) is "M-2026-04".
func NumberedRef(letter string, year, n int) string {
	return fmt.Sprintf("%s-%d-%02d", letter, year, n)
}
