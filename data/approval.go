package data

import (
	"errors"
	"fmt"
	"strings"
)

// An Approval is how far the minutes of one meeting have got: drafted, circulated, presented, approved, signed. The
// minutes of a meeting without one are a draft.
type Approval struct {
	ID       ApprovalID `json:"id"`
	Revision int        `json:"rev"`
	Meeting  MeetingID  `json:"meeting"` // whose minutes they are
	// Drafted is when the draft was finished.
	Drafted Date `json:"drafted,omitzero"`
	// Circulated is each time they were sent round, in order.
	Circulated []Circulation `json:"circulated,omitempty"`
	// HeldOver is each time they were presented and not approved, in order.
	HeldOver []HoldOver `json:"heldOver,omitempty"`
	// PresentedAt is the meeting they came to last, and PresentedOn its date.
	PresentedAt MeetingID `json:"presentedAt,omitempty"`
	PresentedOn Date      `json:"presentedOn,omitzero"`
	// Approved is when they were approved, at the meeting ApprovedAt; AsAmended says that there were corrections.
	Approved   Date      `json:"approved,omitzero"`
	ApprovedAt MeetingID `json:"approvedAt,omitempty"`
	AsAmended  bool      `json:"asAmended,omitempty"`
	// Signed is when the chair of that meeting, SignedBy, signed them. From then on they are locked.
	Signed   Date     `json:"signed,omitzero"`
	SignedBy PersonID `json:"signedBy,omitempty"`
	// SignedIn is the number of the Change that signed them, whose seal they print.
	SignedIn uint64 `json:"signedIn,omitempty"`
	// Noted is each meeting of another body that received and noted them, in order.
	Noted []Noting `json:"noted,omitempty"`
	// Text is what was approved, word for word, kept for good.
	Text *Minutes `json:"text,omitempty"`
}

// ErrMinutesLocked is below the *Problem of a change to minutes that are signed.
var ErrMinutesLocked = errors.New("minutes are locked")

// A Noting is one meeting of another body that received and noted minutes.
type Noting struct {
	At MeetingID `json:"at,omitempty"`
	On Date      `json:"on"`
}

// A Circulation is one sending round of minutes.
type Circulation struct {
	On     Date   `json:"on"`
	To     string `json:"to,omitempty"` // "all members", "the executive"
	Emails int    `json:"emails,omitempty"`
	Posted int    `json:"posted,omitempty"`
}

// A HoldOver is why minutes that were presented were not approved.
type HoldOver struct {
	At  MeetingID `json:"at,omitempty"`
	On  Date      `json:"on"`
	Why string    `json:"why,omitempty"`
}

// Locked says whether the minutes may not be changed any more: a later mistake gets an addendum.
func (a Approval) Locked() bool { return !a.Signed.IsZero() }

// Validate says what keeps the approval from being stored.
func (a Approval) Validate() error {
	switch {
	case a.Meeting == "":
		return NewProblem("Minutes are of a meeting. Choose one.", nil)
	case !a.Signed.IsZero() && a.Approved.IsZero():
		return NewProblem("Minutes are signed when they have been approved. Approve them first.", nil)
	case !a.Approved.IsZero() && a.Text == nil:
		return NewProblem("The text that was approved is missing. Approve the minutes again.", fmt.Errorf("approval without text"))
	}
	return nil
}

// CorrectionKind is what a correction changes.
type CorrectionKind string

// The kinds of correction.
const (
	CorrectText      CorrectionKind = "text"      // words of a text
	CorrectApologies CorrectionKind = "apologies" // people who sent them
	CorrectPresent   CorrectionKind = "present"   // people who were there
	CorrectOther     CorrectionKind = "other"     // in words alone
)

// A Correction is one thing that a meeting put right in the minutes of an earlier one. Of minutes that are locked it is
// an addendum, printed after them.
type Correction struct {
	ID       CorrectionID   `json:"id"`
	Revision int            `json:"rev"`
	Meeting  MeetingID      `json:"meeting"` // whose minutes are corrected
	Number   int            `json:"number"`  // from 1, corrections and addenda each
	Kind     CorrectionKind `json:"kind"`
	// Block is the text that is corrected, Was the words in it, and Becomes what stands there instead.
	Block   BlockID `json:"block,omitempty"`
	Item    ItemID  `json:"item,omitempty"`
	Was     string  `json:"was,omitempty"`
	Becomes string  `json:"becomes,omitempty"`
	// People are those added to the apologies, or to those present; Removed those taken from there.
	People  []PersonID `json:"people,omitempty"`
	Removed []PersonID `json:"removed,omitempty"`
	// Words are the correction in a sentence, where the rest does not say it.
	Words string `json:"words,omitempty"`
	// MadeAt is the meeting that asked for it, On its date. Agreed says that that meeting agreed it.
	MadeAt   MeetingID `json:"madeAt,omitempty"`
	On       Date      `json:"on,omitzero"`
	Agreed   bool      `json:"agreed,omitempty"`
	Addendum bool      `json:"addendum,omitempty"`
}

// Validate says what keeps the correction from being stored.
func (c Correction) Validate() error {
	says := strings.TrimSpace(c.Was+c.Becomes+c.Words) != "" || len(c.People)+len(c.Removed) > 0
	switch {
	case c.Meeting == "":
		return NewProblem("A correction is to the minutes of a meeting. Choose one.", nil)
	case !says:
		return NewProblem("Type what is to be put right.", nil)
	case c.Kind == CorrectText && c.Block == "" && !c.Addendum:
		return NewProblem("Choose the words in the minutes that are to be put right.", nil)
	}
	return nil
}
