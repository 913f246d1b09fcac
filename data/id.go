package data

import (
	"io"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

// An ID names one record for ever. It is a ULID: 26 letters and digits that sort by the time they were made.
// The zero ID is "" and names nothing.
type ID string

// Typed IDs, so that a motion's is never handed where a meeting's is wanted.
type (
	PersonID     ID
	ImportID     ID
	MeetingID    ID
	ItemID       ID
	BlockID      ID
	EventID      ID
	DecisionID   ID
	ActionID     ID
	MotionID     ID
	VoteID       ID
	PostID       ID
	TermID       ID
	BodyID       ID
	SeatID       ID
	PaperID      ID
	RulesID      ID
	LetterID     ID
	CanvassID    ID
	ApprovalID   ID
	CorrectionID ID
	AmendmentID  ID
	ForwardingID ID
	ContestID    ID
	BallotID     ID
	FileID       ID
	LayoutID     ID
)

// IDs makes new IDs, each greater than the last, from a clock and a source of randomness that are handed in.
// It may be used from several goroutines.
type IDs struct {
	mu      sync.Mutex
	now     func() time.Time
	entropy *ulid.MonotonicEntropy
	last    ulid.ULID
}

// NewIDs returns a maker of IDs. A test hands in a fixed clock and a seeded source, and gets the same IDs each time.
func NewIDs(now func() time.Time, random io.Reader) *IDs {
	return &IDs{now: now, entropy: ulid.Monotonic(random, 0)}
}

// New returns the next ID. It never returns one that sorts before an earlier one, even when the clock is set back.
func (g *IDs) New() ID {
	g.mu.Lock()
	defer g.mu.Unlock()
	// A laptop with a flat battery may think that it is before 1970, which a ULID cannot say.
	at := max(g.last.Time(), uint64(max(g.now().UnixMilli(), 0)))
	id, err := ulid.New(min(at, ulid.MaxTime()), g.entropy)
	if err != nil || id.Compare(g.last) <= 0 {
		// The random part ran over, or there was no randomness: the next number is still new to this book.
		id = following(g.last, at)
	}
	g.last = id
	return ID(id.String())
}

// following returns the number after id, at the time at where that is later.
func following(id ulid.ULID, at uint64) ulid.ULID {
	if id.Time() < at && id.SetTime(at) == nil {
		return id
	}
	for i := len(id) - 1; i >= 0; i-- {
		id[i]++
		if id[i] != 0 {
			break
		}
	}
	return id
}

// ValidID says whether s has the form of an ID.
func ValidID(s string) bool {
	_, err := ulid.ParseStrict(s)
	return err == nil
}
