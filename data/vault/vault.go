// Package vault keeps a book: a journal of sealed records, which is the truth, and Badger, the store that is read
// and can be made anew from it. It knows keys, bytes and Changes; what they mean is for others to say.
//
// On the disk a book is a folder:
//
//	book.json    format version and book id
//	keys/        identity.age and data.age, each twice
//	journal/     numbered files of records, each synced before its Change is acknowledged; torn-N beside them
//	store/       Badger, encrypted
//	store.clean  the sealed list of the store's files, there only while the book is closed
//	backups/     dated snapshots
//	lock, holder who has it open
//
// A generation's journal is complete in itself: one that was restored begins with the records and the history it was
// restored from, sealed anew. A snapshot is needed only where the journal has a hole.
//
// After a commit that failed, Mend sets aside everything that was not acknowledged, even a record that looks whole:
// the caller still has that Change and commits it again. Opening, where nobody has it any more, keeps a whole record.
//
// Two things are otherwise than the design has them. store.clean is removed, its folder synced, before Badger is opened,
// not only before the first write: Badger writes when it opens, so that a store that was only looked at would no longer be
// the one on the list. And the work of a passphrase is the same on every computer (scrypt, 2^17), not measured: what a
// fast laptop chose, the old one at home would have to wait for.
package vault

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"sync"

	"filippo.io/age"
	"github.com/gofrs/flock"
)

const (
	bookFile   = "book.json"
	keysDir    = "keys"
	journalDir = "journal"
	storeDir   = "store"
	backupsDir = "backups"
	badPrefix  = "store-bad-"

	format = 1
)

// Vault is one open book. Its methods may be called from several goroutines.
type Vault struct {
	dir      string
	opt      Options
	keys     *keyring
	lock     *flock.Flock
	journal  *journal
	report   OpenReport
	recovery string

	writing sync.Mutex // held through a Commit, a Mend and a Close
	trouble Code       // WriteFailed or StoreBehind until mended
	closed  bool

	backing sync.Mutex // held while a dated backup is made

	shown sync.RWMutex // guards what readers are shown
	store *store
	at    point
}

// bookMark is book.json.
type bookMark struct {
	Format int `json:"format"`
	Book   id  `json:"book"`
}

// IsBook returns nil for a book that this version can read, else NotABook or NewerFormat.
func IsBook(dir string) error {
	_, err := readBookMark(disk{}, dir)
	return err
}

func readBookMark(files Files, dir string) (bookMark, error) {
	var m bookMark
	b, err := readFile(files, filepath.Join(dir, bookFile), maxKeyFile)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return m, failure(err, Failed, bookFile)
	case err != nil:
		return m, &Error{Code: NotABook, File: bookFile, Err: err}
	}
	// The version is read first and alone: a newer one may have changed the rest.
	var version struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(b, &version); err != nil || version.Format < 1 {
		return m, &Error{Code: NotABook, File: bookFile, Err: err}
	}
	if version.Format > format {
		return m, &Error{Code: NewerFormat, File: bookFile}
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, &Error{Code: NotABook, File: bookFile, Err: err}
	}
	return m, nil
}

// Create makes a new, empty book in dir, which must not exist or be empty, and opens it. RecoveryCode is then to be
// shown, once. It answers NotEmpty, EmptyPassphrase, NoSpace or ReadOnlyFolder.
func Create(dir, passphrase string, opt Options) (*Vault, error) {
	opt = opt.filled()
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, failure(err, Failed, "")
	}
	sealed, err := sealIdentity(identity, passphrase, opt.WorkFactor)
	if err != nil {
		return nil, failure(err, Failed, identityFile)
	}
	book, err := newID(opt.Random)
	if err != nil {
		return nil, failure(err, Failed, "")
	}
	keys, err := newGeneration(book, identity, opt)
	if err != nil {
		return nil, err
	}
	if err := begin(dir, origin{keys: keys, identity: sealed}, opt); err != nil {
		return nil, err
	}
	v, err := open(dir, opt, func() (unlocked, error) { return unlocked{keys: keys}, nil })
	if err != nil {
		return nil, err
	}
	v.beginClean()
	v.recovery = recoveryCode(identity)
	return v, nil
}

// beginClean forgets that the store of a generation made a moment ago had to be built: nothing was amiss.
func (v *Vault) beginClean() {
	v.note(func(r *OpenReport) { r.Clean, r.Rebuilt = true, false })
}

// Open opens a book with its passphrase or its recovery code, which may be in any grouping and case. Opened then
// tells what had to be done. It answers WrongSecret, MistypedCode, NotABook, NewerFormat, AlreadyOpen,
// ReadOnlyFolder, NoSpace, KeyFileDamaged or HostileWorkFactor.
func Open(dir, secret string, opt Options) (*Vault, error) {
	opt = opt.filled()
	return open(dir, opt, func() (unlocked, error) {
		return unlock(opt.Files, filepath.Join(dir, keysDir), secret)
	})
}

func open(dir string, opt Options, unlock func() (unlocked, error)) (*Vault, error) {
	mark, err := readBookMark(opt.Files, dir)
	if err != nil {
		return nil, err
	}
	lock, err := hold(dir, opt)
	if err != nil {
		return nil, err
	}
	v := &Vault{dir: dir, opt: opt, lock: lock}
	if err := v.unlockAndSettle(mark, unlock); err != nil {
		if v.store != nil {
			err = errors.Join(err, v.store.close())
		}
		return nil, errors.Join(err, release(dir, lock, opt.Files))
	}
	opt.Log.Info("vault opened", "last", v.at.number, "clean", v.report.Clean, "rebuilt", v.report.Rebuilt,
		"replayed", v.report.Replayed, "torn", len(v.report.Torn), "read-only", v.report.ReadOnly)
	return v, nil
}

func (v *Vault) unlockAndSettle(mark bookMark, unlock func() (unlocked, error)) error {
	u, err := unlock()
	if err != nil {
		return err
	}
	if u.keys.book != mark.Book {
		return &Error{Code: KeyFileDamaged, File: keysDir, Err: errors.New("the keys are another book's")}
	}
	v.keys = u.keys
	v.report.KeysMended, v.report.NoPassphrase = u.mended, u.noPassphrase
	sealer, err := newSealer(u.keys, v.opt.Random)
	if err != nil {
		return failure(err, Failed, "")
	}
	v.journal = &journal{
		files: v.opt.Files, dir: v.path(journalDir), sealer: sealer, limit: v.opt.Segment, first: map[string]uint64{},
	}
	return v.settle()
}

func (v *Vault) path(name string) string { return filepath.Join(v.dir, name) }

// RecoveryCode is what opens the book when the passphrase is forgotten, in groups. It is there only in a vault that
// Create or HandOver made; an open book does not give it away. It is also what the age tool takes, without the spaces.
func (v *Vault) RecoveryCode() string { return v.recovery }

// BookID names the book through all its generations, in 32 hexadecimal digits.
func (v *Vault) BookID() string { return v.keys.book.String() }

// Generation names this generation of it, in 32 hexadecimal digits.
func (v *Vault) Generation() string { return v.keys.generation.String() }

// Dir is the book's folder.
func (v *Vault) Dir() string { return v.dir }

// Opened tells what opening had to do.
func (v *Vault) Opened() OpenReport {
	v.shown.RLock()
	defer v.shown.RUnlock()
	return v.report
}

// note adds to the report; Mend may do so long after the opening.
func (v *Vault) note(f func(*OpenReport)) {
	v.shown.Lock()
	defer v.shown.Unlock()
	f(&v.report)
}

// ReadOnly reports whether Commit is refused for good; Opened says why.
func (v *Vault) ReadOnly() bool { return v.Opened().ReadOnly != "" }

// Last is the number of the last Change, 0 before the first.
func (v *Vault) Last() uint64 { return v.reached().number }

// Seal is the seal of the last Change in a form for print: "3f2a 91c0 77de 0b14".
func (v *Vault) Seal() string { return PrintSeal(v.reached().change) }

// PrintSeal gives the first 16 hexadecimal digits of a seal in groups of four.
func PrintSeal(s [16]byte) string {
	h := hex.EncodeToString(s[:8])
	return h[:4] + " " + h[4:8] + " " + h[8:12] + " " + h[12:]
}

func (v *Vault) reached() point {
	v.shown.RLock()
	defer v.shown.RUnlock()
	return v.at
}

// show lets new views see the book as it is at p.
func (v *Vault) show(p point) {
	v.shown.Lock()
	defer v.shown.Unlock()
	v.at = p
	v.store.advance(p.timestamp())
}

// ChangePassphrase wraps the identity anew. old may be the recovery code. Copies and backups made before keep the
// old passphrase. It answers WrongSecret, MistypedCode or EmptyPassphrase.
func (v *Vault) ChangePassphrase(old, new string) error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if v.closed {
		return &Error{Code: Closed}
	}
	if _, err := unlock(v.opt.Files, v.path(keysDir), old); err != nil {
		return err
	}
	sealed, err := sealIdentity(v.keys.identity, new, v.opt.WorkFactor)
	if err != nil {
		return failure(err, Failed, identityFile)
	}
	return writeBoth(v.opt.Files, v.path(keysDir), identityFile, sealed)
}
