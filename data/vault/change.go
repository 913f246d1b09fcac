package vault

import "time"

// Limits that keep every value inside Badger's tables and every Change inside memory.
const (
	MaxKey    = 512       // bytes in a key
	MaxValue  = 1<<20 - 1 // bytes in a value
	MaxChange = 256 << 20 // bytes in a Change, both sides of every edit counted
)

// An Edit is what became of one record. Nil means absent; an empty value is present.
type Edit struct {
	Key           string
	Before, After []byte
}

// A Draft is a Change that has not been committed.
type Draft struct {
	What           string // as Undo and the history will say it: "record the vote on M-2026-04"
	Group          string // of typing; "" otherwise
	Typing         bool   // journalled as splices
	Undoes, Redoes uint64 // the number of the Change that it takes back or brings back; 0 for none
	Edits          []Edit // each key once, in any order
}

// A Change is one durable transaction.
type Change struct {
	Number         uint64    // from 1, one after the other, through the generations too
	When           time.Time // UTC, to the millisecond
	What, Group    string
	Typing         bool
	Undoes, Redoes uint64
	Edits          []Edit
	Seal           [16]byte // of the journal's record, and through it of everything before
}
