package vault

import "time"

// Damage is one thing found that is not as it was written.
type Damage struct {
	Code   Code
	File   string // inside the book's folder
	Detail string // for the log; no names of anyone
}

// Counts say what a snapshot, or the book, holds. Two that are equal hold the same records.
type Counts struct {
	Records, Changes uint64
	ByKind           map[string]int // by the key up to its first "/" or "|"
	Hash             string         // SHA-256 in hex of every key and value, in key order
	Last             uint64         // number of the last Change
	When             time.Time      // of the snapshot
}

// A Report is what Check found.
type Report struct {
	Changes, Records uint64
	Bytes            int64 // of journal read
	Damage           []Damage
}

// Sound reports whether nothing was found.
func (r Report) Sound() bool { return len(r.Damage) == 0 }

// An OpenReport is what opening had to do.
type OpenReport struct {
	Clean        bool     // the last close was clean and nothing had to be done
	Replayed     uint64   // Changes that the store had not, put in from the journal
	Rebuilt      bool     // the store was made anew
	FromBackup   string   // the backup that helped over a hole in the journal; usually empty
	SetAside     string   // where the old store went, until the next good close
	Torn         []string // where unfinished ends of the journal went; nothing of them was ever acknowledged
	KeysMended   bool     // one of two copies of a key file was damaged and written again
	NoPassphrase bool     // opened by recovery code, and no passphrase file is left: ask for a new passphrase
	ReadOnly     Code     // why it was opened for reading only; "" when it was not
	Damage       []Damage
}
