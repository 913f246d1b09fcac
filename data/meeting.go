package data

import (
	"fmt"
	"strings"
)

// MeetingKind is what sort of meeting it is.
type MeetingKind string

// The kinds of meeting a branch holds.
const (
	Ordinary   MeetingKind = "ordinary"
	AGM        MeetingKind = "agm"
	Special    MeetingKind = "special"
	Inaugural  MeetingKind = "inaugural"
	Executive  MeetingKind = "executive"
	Nomination MeetingKind = "nomination"
	Joint      MeetingKind = "joint"
)

// MeetingKinds lists every kind in the order that a choice shows them.
func MeetingKinds() []MeetingKind {
	return []MeetingKind{Ordinary, AGM, Special, Inaugural, Executive, Nomination, Joint}
}

// String returns the kind as a heading has it: "Ordinary meeting", "Annual general meeting".
func (k MeetingKind) String() string {
	if k == AGM {
		return "Annual general meeting"
	}
	if k == "" {
		return "Meeting"
	}
	return strings.ToUpper(string(k[:1])) + string(k[1:]) + " meeting"
}

// MeetingStatus is how far a meeting has got.
type MeetingStatus string

// The states of a meeting, in order; then those of one that does not take place as called.
const (
	Planned   MeetingStatus = "planned"
	InSession MeetingStatus = "in session"
	Closed    MeetingStatus = "closed"

	Postponed MeetingStatus = "postponed" // until it is given a new date, when it is planned again
	Cancelled MeetingStatus = "cancelled"
	Suspended MeetingStatus = "suspended" // by a higher body
)

// A Meeting is one sitting of the branch, from its planning to its closed minutes.
type Meeting struct {
	ID       MeetingID     `json:"id"`
	Revision int           `json:"rev"`
	Kind     MeetingKind   `json:"kind"`
	Date     Date          `json:"date"`
	Starts   Time          `json:"starts,omitzero"` // as advertised
	EndsBy   Time          `json:"endsBy,omitzero"` // the guillotine
	Venue    string        `json:"venue,omitempty"`
	Status   MeetingStatus `json:"status"`
	// Access is how to get in, or to join from afar: "ring the side bell; step-free". It is in the notice, never in the minutes.
	Access string `json:"access,omitempty"`
	// Opened and ClosedAt are when the chair opened and closed it; zero when it was written up later and not known.
	Opened   Time `json:"opened,omitzero"`
	ClosedAt Time `json:"closedAt,omitzero"`
	// Theme is what it is about, where that was chosen ahead.
	Theme string `json:"theme,omitempty"`
	// With names the other branches of a joint meeting.
	With string `json:"with,omitempty"`
	// Continues is the meeting whose unfinished business this one goes on with, as an adjourned sitting.
	Continues MeetingID `json:"continues,omitempty"`
	// Chair and MinuteTaker are those at the opening, who may be people without a vote; "" until known. Turns are who
	// took over from them, or sat beside them, in order.
	Chair       PersonID `json:"chair,omitempty"`
	MinuteTaker PersonID `json:"minuteTaker,omitempty"`
	Turns       []Turn   `json:"turns,omitempty"`
	// Pauses are when it was adjourned and resumed the same evening, and Extensions how it went on past EndsBy.
	Pauses     []Pause     `json:"pauses,omitempty"`
	Extensions []Extension `json:"extensions,omitempty"`
	// LeftOut are the records that the secretary took off its agenda, so that they do not write themselves there again.
	LeftOut []Source `json:"leftOut,omitempty"`
	// Moves are how its calling changed: postponed, suspended, given another date.
	Moves []Recall `json:"moves,omitempty"`
	// Without is how it went on when no quorum came, and WithoutAt when that was settled.
	Without   WithoutQuorum `json:"without,omitempty"`
	WithoutAt Time          `json:"withoutAt,omitzero"`
	// NoticeSent is the day the notice went out; nothing is sent by the program.
	NoticeSent Date `json:"noticeSent,omitzero"`
	// Current is the item the meeting is at while it is in session.
	Current ItemID `json:"current,omitempty"`
	// Eligible is how many members could have voted on its date, frozen when it opened.
	Eligible int `json:"eligible,omitempty"`
	// Members is how many there were in all, frozen with Eligible.
	Members int `json:"members,omitempty"`
	// Quorum is what the rule concluded, kept when the meeting closed.
	Quorum Finding `json:"quorum,omitzero"`
	// CountOnly is how many were present when names were not taken; nil when they were.
	CountOnly *int `json:"countOnly,omitempty"`
}

// Heading returns what the meeting is called on papers: "Ordinary meeting, Thu 14 May 2026".
func (m Meeting) Heading() string { return fmt.Sprintf("%s, %s", m.Kind, m.Date) }

// Validate says what keeps the meeting from being stored.
func (m Meeting) Validate() error {
	switch {
	case m.Date.IsZero():
		return NewProblem("A meeting needs a date. Type it as 14 May 2026.", nil)
	case m.Kind == "":
		return NewProblem("Choose what kind of meeting it is.", nil)
	case !m.Starts.IsZero() && m.EndsBy.Before(m.Starts) && !m.EndsBy.IsZero():
		return NewProblem("The meeting would end before it starts. Correct one of the two times.", nil)
	}
	return nil
}

// ItemKind is what sort of business an agenda item is.
type ItemKind string

// The kinds of agenda item that the program knows something about. Any other business is ItemOther.
const (
	ItemWelcome        ItemKind = "welcome"
	ItemApologies      ItemKind = "apologies"
	ItemMinutes        ItemKind = "minutes"
	ItemMatters        ItemKind = "matters arising"
	ItemCorrespondence ItemKind = "correspondence"
	ItemReport         ItemKind = "report"
	ItemMotions        ItemKind = "motions"
	ItemElection       ItemKind = "election"
	ItemSpeaker        ItemKind = "speaker"
	ItemCampaigns      ItemKind = "campaigns"
	ItemAOB            ItemKind = "aob"
	ItemNext           ItemKind = "next meeting"
	ItemRatify         ItemKind = "ratification"
	ItemCondolences    ItemKind = "condolences"
	ItemBreakout       ItemKind = "break-out"
	ItemOther          ItemKind = "other"
)

// An AgendaItem is one piece of business. The agenda becomes the minutes: what is written under the item, and the
// records made there, are its Blocks.
type AgendaItem struct {
	ID       ItemID    `json:"id"`
	Revision int       `json:"rev"`
	Meeting  MeetingID `json:"meeting"`
	// Place orders the items of a meeting; numbers may be sparse.
	Place   int      `json:"place"`
	Kind    ItemKind `json:"kind"`
	Heading string   `json:"heading"`
	// Under is the item that this one is a part of; "" for one of its own. Lettered says that the parts of this item are
	// lettered, 4(a), and not numbered, 4.1.
	Under    ItemID `json:"under,omitempty"`
	Lettered bool   `json:"lettered,omitempty"`
	// From is the record that it wrote itself from; zero for one that was typed. Wrote is the heading that it had then:
	// with another one the item is the secretary's own, and is not written again.
	From  Source `json:"from,omitzero"`
	Wrote string `json:"wrote,omitempty"`
	// Speaker is the guest who speaks; nil for none.
	Speaker *Speaker `json:"speaker,omitempty"`
	// Confidential keeps the item and all that is under it out of public minutes.
	Confidential bool `json:"confidential,omitempty"`
	// Private is a note for the secretary alone: it is in no paper.
	Private string `json:"private,omitempty"`
	// Minutes is how long it is planned to take; 0 when not planned.
	Minutes int `json:"minutes,omitempty"`
	// Began and Ended are when it was taken; zero until then, or when not known.
	Began Time `json:"began,omitzero"`
	Ended Time `json:"ended,omitzero"`
	Done  bool `json:"done,omitempty"`
	// Blocks is the order of the item's blocks.
	Blocks []BlockID `json:"blocks,omitempty"`
}

// Validate says what keeps the item from being stored.
func (a AgendaItem) Validate() error {
	if strings.TrimSpace(a.Heading) == "" {
		return NewProblem("An agenda item needs a heading.", nil)
	}
	return nil
}

// BlockKind is what a block of the minutes holds.
type BlockKind string

// The kinds of block. All but BlockText point at a record, set where it was made.
const (
	BlockText     BlockKind = "text"
	BlockDecision BlockKind = "decision"
	BlockMotion   BlockKind = "motion"
	BlockVote     BlockKind = "vote"
	BlockAction   BlockKind = "action"
	BlockLetter   BlockKind = "letter"
	BlockCanvass  BlockKind = "canvass"
	BlockContest  BlockKind = "contest"
)

// SpeakerLine is the kind of the line of the minutes that names an item's guest. No Block has it: the item does.
const SpeakerLine BlockKind = "speaker"

// A Block is one piece of an item's minutes: a text, or a record. Recording splits the text at the caret, so that
// no text grows long and stamping an item never makes its text stale.
type Block struct {
	ID       BlockID   `json:"id"`
	Revision int       `json:"rev"`
	Item     ItemID    `json:"item"`
	Meeting  MeetingID `json:"meeting"`
	Kind     BlockKind `json:"kind"`
	Text     string    `json:"text,omitempty"`
	// Record is the ID of the decision, motion, vote or action.
	Record ID   `json:"record,omitempty"`
	At     Time `json:"at,omitzero"` // when it was made; zero for text, and when not known
}

// Validate says what keeps the block from being stored.
func (b Block) Validate() error {
	if (b.Kind == BlockText) != (b.Record == "") {
		return NewProblem("A piece of the minutes points at nothing.", fmt.Errorf("block of kind %q with record %q", b.Kind, b.Record))
	}
	return nil
}
