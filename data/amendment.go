package data

import (
	"fmt"
	"strings"
)

// An Operation is what an amendment does to the text.
type Operation string

// The operations of an amendment.
const (
	Insert  Operation = "insert"  // a paragraph before paragraph Place
	Add     Operation = "add"     // a paragraph at the end
	Replace Operation = "replace" // words, or paragraph Place where Was is ""
	Delete  Operation = "delete"  // words, or paragraph Place where Was is ""
)

// An AmendmentOutcome is what became of an amendment. "" is still to be taken.
type AmendmentOutcome string

// What can become of an amendment. Those that the text takes up are accepted, carried and consequential.
const (
	ToBeTaken           AmendmentOutcome = ""
	AmendmentAccepted   AmendmentOutcome = "accepted by the mover"
	AmendmentCarried    AmendmentOutcome = "carried"
	AmendmentFollows    AmendmentOutcome = "consequential"
	AmendmentLost       AmendmentOutcome = "lost"
	AmendmentFell       AmendmentOutcome = "fell for want of a seconder"
	AmendmentFallen     AmendmentOutcome = "fell" // because of another that was carried
	AmendmentWithdrawn  AmendmentOutcome = "withdrawn"
	AmendmentOutOfOrder AmendmentOutcome = "out of order"
)

// TakesEffect says whether the text of the motion has changed by it.
func (o AmendmentOutcome) TakesEffect() bool {
	return o == AmendmentAccepted || o == AmendmentCarried || o == AmendmentFollows
}

// An Amendment is a proposal to change the text of a motion, or of another amendment.
type Amendment struct {
	ID       AmendmentID `json:"id"`
	Revision int         `json:"rev"`
	Motion   MotionID    `json:"motion"`
	// To is the amendment that it would amend; "" for the motion itself.
	To AmendmentID `json:"to,omitempty"`
	// Number is its name for good, from 1: A1. Order is where it stands in the order to be taken.
	Number int `json:"number"`
	Order  int `json:"order"`

	Op Operation `json:"op"`
	// Place is the paragraph meant, from 1 in the text as it stood once Since amendments had taken effect: 0 of them for
	// the text as submitted. It is 0 for Add. Placed finds it in the text as it stands.
	Place int `json:"place,omitempty"`
	Since int `json:"since,omitempty"`
	// Was are the words to be replaced or deleted; "" for the whole paragraph. Text is what stands there instead.
	Was  string `json:"was,omitempty"`
	Text string `json:"text,omitempty"`

	Mover    PersonID         `json:"mover,omitempty"`
	Seconder PersonID         `json:"seconder,omitempty"`
	Meeting  MeetingID        `json:"meeting,omitempty"`
	At       Time             `json:"at,omitzero"`
	Vote     VoteID           `json:"vote,omitempty"` // that decided it; "" when none did
	Outcome  AmendmentOutcome `json:"outcome,omitempty"`
	// Effect counts the amendments to the motion's text that took effect, from 1 in the order in which they did; 0 where
	// this one did not. Result is the whole text then; for an amendment to an amendment, the words of that one.
	Effect int    `json:"effect,omitempty"`
	Result string `json:"result,omitempty"`
	Note   string `json:"note,omitempty"` // on what ground it was out of order, of which it is a consequence
}

// Label is what the amendment is called: "A1".
func (a Amendment) Label() string { return fmt.Sprintf("A%d", a.Number) }

// Validate says what keeps the amendment from being stored.
func (a Amendment) Validate() error {
	switch {
	case a.Motion == "":
		return NewProblem("An amendment is to a motion. Choose one.", nil)
	case a.Op != Insert && a.Op != Add && a.Op != Replace && a.Op != Delete:
		return NewProblem("An amendment inserts, adds, replaces or deletes. Choose one of the four.", fmt.Errorf("amendment with operation %q", a.Op))
	case a.Op != Delete && strings.TrimSpace(a.Text) == "":
		return NewProblem("Type the words that the amendment would put in.", nil)
	case a.Op != Add && a.Place < 1:
		return NewProblem("Say which paragraph the amendment is to.", nil)
	case a.Mover != "" && a.Mover == a.Seconder:
		return NewProblem("An amendment is moved by one person and seconded by another. Change one of the two.", nil)
	case a.ID != "" && a.To == a.ID:
		return NewProblem("An amendment cannot amend itself.", nil)
	}
	return nil
}
