package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// MotionKind is what sort of motion it is.
type MotionKind string

// The kinds of motion. "" is ordinary.
const (
	OrdinaryMotion     MotionKind = ""
	EmergencyMotion    MotionKind = "emergency"
	ContemporaryMotion MotionKind = "contemporary"
	RuleChange         MotionKind = "rule change"
	Procedural         MotionKind = "procedural"
	Donation           MotionKind = "donation"
	Affiliation        MotionKind = "affiliation"
	Composite          MotionKind = "composite"
)

// MotionStatus is where a motion is as a piece of business; its Outcome is another question.
type MotionStatus string

// The business states of a motion, in the order in which it goes through them.
const (
	Drafted     MotionStatus = "drafted"
	Received    MotionStatus = "received"
	Late        MotionStatus = "late"
	HeldOver    MotionStatus = "held over"
	AwaitsChair MotionStatus = "awaiting the chair's ruling" // an emergency motion
	Accepted    MotionStatus = "accepted as an emergency"    // the meeting is still to confirm
	OnAgenda    MotionStatus = "on the agenda"
	Moved       MotionStatus = "moved"
	Seconded    MotionStatus = "seconded" // in debate
	DisposedOf  MotionStatus = "disposed of"
)

// Outcome is what a vote, or the meeting without one, made of a motion. "" is undecided.
type Outcome string

// The outcomes. A carried motion is a resolution.
const (
	Undecided      Outcome = ""
	Carried        Outcome = "carried"
	CarriedAmended Outcome = "carried as amended"
	Lost           Outcome = "lost"
	Tied           Outcome = "tied" // equal votes and no casting vote: not carried
	Remitted       Outcome = "remitted"
	ReferredBack   Outcome = "referred back"
	Deferred       Outcome = "deferred"
	Withdrawn      Outcome = "withdrawn"
	NextBusiness   Outcome = "next business" // the meeting passed to it without a vote on the motion
	PreviousVoted  Outcome = "previous question"
	FellNoSeconder Outcome = "fell for want of a seconder"
	NotMoved       Outcome = "not moved"
	NotReached     Outcome = "not reached"
	OutOfOrder     Outcome = "ruled out of order"
	NotEmergency   Outcome = "not accepted as an emergency"
	Composited     Outcome = "composited"
	Lapsed         Outcome = "lapsed"
)

// IsCarried says whether the motion became a resolution.
func (o Outcome) IsCarried() bool { return o == Carried || o == CarriedAmended }

// A Motion is a proposal put to the branch.
type Motion struct {
	ID       MotionID   `json:"id"`
	Revision int        `json:"rev"`
	Ref      string     `json:"ref"` // M-2026-04; never used again once it is on a paper
	Kind     MotionKind `json:"kind,omitempty"`
	Title    string     `json:"title"`
	// Submitted is the text as it was handed in, kept unchanged; Text is as it now stands.
	// AsPut is the text before the first amendment took effect, where that is no longer Submitted.
	Submitted string `json:"submitted,omitempty"`
	Text      string `json:"text,omitempty"`
	AsPut     string `json:"asPut,omitempty"`
	// Amount is the money that a donation or an affiliation would cost; 0 for none.
	Amount   Money    `json:"amount,omitempty"`
	Mover    PersonID `json:"mover,omitempty"`
	Seconder PersonID `json:"seconder,omitempty"`
	// AlsoSeconded are further seconders.
	AlsoSeconded []PersonID   `json:"alsoSeconded,omitempty"`
	Received     Date         `json:"received,omitzero"`
	How          string       `json:"how,omitempty"`     // by email, on paper, from the floor
	Meeting      MeetingID    `json:"meeting,omitempty"` // where it is, or was, taken
	Item         ItemID       `json:"item,omitempty"`
	At           Time         `json:"at,omitzero"`
	Status       MotionStatus `json:"status"`
	Outcome      Outcome      `json:"outcome,omitempty"`
	// Vote is the vote that decided it; "" when none did.
	Vote VoteID `json:"vote,omitempty"`
	// OutcomeNote completes an outcome: to whom it was remitted, until when deferred.
	OutcomeNote string `json:"outcomeNote,omitempty"`
	// Ruling is what the chair ruled about it; nil for nothing.
	Ruling *Ruling `json:"ruling,omitempty"`
	// Earlier is what came of it at meetings before, from which it was put off.
	Earlier []Hearing `json:"earlier,omitempty"`
	// ResubmissionOf, Rescinds and Supersedes are the motion before it; CompositeOf those it was made of; InComposite the
	// one that it went into.
	ResubmissionOf MotionID   `json:"resubmissionOf,omitempty"`
	Rescinds       MotionID   `json:"rescinds,omitempty"`
	Supersedes     MotionID   `json:"supersedes,omitempty"`
	CompositeOf    []MotionID `json:"compositeOf,omitempty"`
	InComposite    MotionID   `json:"inComposite,omitempty"`
	Tags           []string   `json:"tags,omitempty"`
	// Note is the secretary's, about the motion as a whole. It is in no paper.
	Note string `json:"note,omitempty"`
}

// A Hearing is what a meeting made of a motion that was put off and taken up again.
type Hearing struct {
	Meeting MeetingID `json:"meeting"`
	Item    ItemID    `json:"item,omitempty"`
	At      Time      `json:"at,omitzero"`
	Outcome Outcome   `json:"outcome"`
	Note    string    `json:"note,omitempty"`
	Vote    VoteID    `json:"vote,omitempty"`
	Ruling  *Ruling   `json:"ruling,omitempty"`
}

// As returns the motion as a meeting left it, where that put it off and it was taken up again; else as it is.
func (m Motion) As(left MeetingID) Motion {
	for _, h := range m.Earlier {
		if h.Meeting == left && m.Meeting != left {
			m.Meeting, m.Item, m.At, m.Status = h.Meeting, h.Item, h.At, DisposedOf
			m.Outcome, m.OutcomeNote, m.Vote, m.Ruling = h.Outcome, h.Note, h.Vote, h.Ruling
		}
	}
	return m
}

// A Ruling is what the chair ruled about a motion, and what the meeting made of that.
type Ruling struct {
	By PersonID `json:"by,omitempty"`
	// Allows says that the chair took the motion: as an emergency, or as in order. Ground is why, or why not.
	Allows bool   `json:"allows,omitempty"`
	Ground string `json:"ground,omitempty"`
	At     Time   `json:"at,omitzero"`
	// Confirmed is the vote by which the meeting took an emergency motion, or did not.
	Confirmed VoteID `json:"confirmed,omitempty"`
	// Supporters is how many supported a challenge; 0 for none. Challenge is the vote on it, and Overturned what came of it.
	Supporters int    `json:"supporters,omitempty"`
	Challenge  VoteID `json:"challenge,omitempty"`
	Overturned bool   `json:"overturned,omitempty"`
	// Was is where the motion was as a piece of business when the chair ruled.
	Was MotionStatus `json:"was,omitempty"`
}

// CurrentText returns the text as it now stands.
func (m Motion) CurrentText() string { return cmp.Or(m.Text, m.Submitted) }

// BaseText returns the text as it stood before any amendment took effect.
func (m Motion) BaseText() string { return cmp.Or(m.AsPut, m.Submitted, m.Text) }

// Validate says what keeps the motion from being stored.
func (m Motion) Validate() error {
	switch {
	case strings.TrimSpace(m.Title) == "":
		return NewProblem("A motion needs a title: a few words to find it by.", nil)
	case m.Mover != "" && (m.Mover == m.Seconder || slices.Contains(m.AlsoSeconded, m.Mover)):
		return NewProblem("A motion is moved by one person and seconded by another. Change one of the two.", nil)
	case (m.Outcome != Undecided) != (m.Status == DisposedOf):
		return NewProblem("A motion that has an outcome is disposed of, and only then.", fmt.Errorf("motion status %q, outcome %q", m.Status, m.Outcome))
	case m.Amount < 0 || m.Amount > MaxMoney:
		return NewProblem("The sum of money cannot be right. Write it like £25.", nil)
	case m.ID != "" && (m.ResubmissionOf == m.ID || m.Rescinds == m.ID || m.Supersedes == m.ID || slices.Contains(m.CompositeOf, m.ID)):
		return NewProblem("A motion cannot follow itself. Choose the motion that came before it.", nil)
	}
	return nil
}
