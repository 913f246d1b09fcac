package book

import (
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"sync"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

// Options are what the program, or a test, hands in. The zero value is right for the program.
type Options struct {
	Now        func() time.Time        // local time; nil: time.Now
	Random     io.Reader               // nil: crypto/rand
	Log        *slog.Logger            // nil: discards; it is told no names and nothing that was written
	WorkFactor int                     // scrypt, as log2 N; 0: about a second on an old laptop
	Progress   func(done, total int64) // while opening has to mend something; may be nil
	// Later calls f once after d, unless it was stopped before. nil: time.AfterFunc.
	Later func(d time.Duration, f func()) (stop func())
	Files vault.Files // nil: the real disk
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	o.Random = &sharedReader{from: o.Random}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Later == nil {
		o.Later = func(d time.Duration, f func()) func() {
			t := time.AfterFunc(d, f)
			return func() { t.Stop() }
		}
	}
	return o
}

func (o Options) vault() vault.Options {
	return vault.Options{
		Now: o.Now, Random: o.Random, Log: o.Log, WorkFactor: o.WorkFactor, Progress: o.Progress, Files: o.Files,
	}
}

// sharedReader lets ids and nonces draw on one source from several goroutines.
type sharedReader struct {
	mu   sync.Mutex
	from io.Reader
}

func (r *sharedReader) Read(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.from.Read(p)
}

// Book is one open minute book. Its methods may be called from several goroutines. Change, Undo, Redo, Retry, Flush
// and Close must not be called from inside the function given to Change.
type Book struct {
	vault *vault.Vault
	o     Options
	ids   *data.IDs
	bell  bell

	writing sync.Mutex // held through a Change, and whatever else commits; taken before mu

	mu     sync.RWMutex // guards what follows
	closed bool
	typing typing
	queue  queue
	steps  steps
	saved  time.Time
	lists  map[string]*shelf
	seals  map[uint64]string // of the Changes that signed minutes, for print; filled as they are asked for

	finder finder
}

// Create makes the book of a branch in dir, which must not exist or be empty, and opens it. The recovery code opens the
// book when the passphrase is forgotten; it is to be shown once and is nowhere kept. Every error is a *data.Problem.
func Create(dir, passphrase string, branch data.Branch, o Options) (*Book, string, error) {
	if err := branch.Validate(); err != nil {
		return nil, "", err
	}
	o = o.filled()
	v, err := vault.Create(dir, passphrase, o.vault())
	if err != nil {
		return nil, "", Sentence(err)
	}
	b := newBook(v, o)
	err = b.Change("begin the book", func(tx *Tx) error {
		if err := tx.makeRescueKey(); err != nil {
			return err
		}
		return tx.PutBranch(branch)
	})
	if err == nil {
		err = b.Flush()
	}
	if err != nil {
		return nil, "", errors.Join(err, v.Close())
	}
	b.forgetSteps()
	return b, v.RecoveryCode(), nil
}

// Open opens a book with its passphrase or its recovery code. Opened then says whether anything had to be mended.
// Every error is a *data.Problem that says what to do; vault.CodeOf tells them apart.
func Open(dir, secret string, o Options) (*Book, error) {
	o = o.filled()
	v, err := vault.Open(dir, secret, o.vault())
	if err != nil {
		return nil, openProblem(dir, err)
	}
	return newBook(v, o), nil
}

// Restore makes a book in newDir from a backup and opens it. newDir, which must not exist or be empty, is complete
// afterwards or as it was. Every error is a *data.Problem.
func Restore(backup io.ReaderAt, size int64, secret, newDir string, o Options) (*Book, error) {
	o = o.filled()
	v, err := vault.Restore(backup, size, secret, newDir, o.vault())
	if err != nil {
		return nil, Sentence(err)
	}
	return newBook(v, o), nil
}

func newBook(v *vault.Vault, o Options) *Book {
	return &Book{
		vault: v, o: o, ids: data.NewIDs(o.Now, o.Random),
		typing: typing{texts: map[data.BlockID]*typed{}},
		lists:  map[string]*shelf{},
	}
}

// Dir is the book's folder.
func (b *Book) Dir() string { return b.vault.Dir() }

// ID names the book through restoring and handing over, in 32 hexadecimal digits.
func (b *Book) ID() string { return b.vault.BookID() }

// Seal is the seal of the last Change in a form for print: "3f2a 91c0 77de 0b14".
func (b *Book) Seal() string { return b.vault.Seal() }

// ChangePassphrase locks the book with another passphrase; old may be the recovery code. Copies made before keep the
// old one. Every error is a *data.Problem.
func (b *Book) ChangePassphrase(old, new string) error {
	return Sentence(b.vault.ChangePassphrase(old, new))
}

// Close saves what is typed, makes a dated backup if there were Changes, and lets go of the book. It refuses with a
// *data.Problem, and the book stays open, while something is unsaved that Rescue has not written elsewhere. After any
// other error the book is closed all the same, and every Change is in it. A second Close does nothing.
func (b *Book) Close() error {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	if b.isClosed() {
		return nil
	}
	b.saveTyping()
	if b.hasUnsaved() {
		// Once more: a disk that was full may have room again.
		if err := b.retry(); err != nil && !b.isRescued() {
			return data.NewProblem("The book is not closed, because something in it is not saved yet. "+data.Say(err)+
				" Or write the unsaved changes to another place first.", err)
		}
	}
	b.mu.Lock()
	b.closed = true
	b.typing.stopTimers()
	b.queue.stopTimer()
	b.mu.Unlock()
	return Sentence(b.vault.Close())
}

func (b *Book) isClosed() bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.closed
}
