package door

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// A page is one of the screens of the door.
type page int

const (
	welcomePage    page = iota // the three ways to a book
	unlockPage                 // the passphrase of a book that is there
	codePage                   // the recovery code of a new book
	passphrasePage             // a new passphrase, after the recovery code
)

// A way is how to come to a book.
type way int

const (
	createWay way = iota
	exampleWay
	restoreWay
)

// working is what is being done; the zero value is nothing.
type working struct {
	Name        string
	Done, Total int64
	Stopping    bool // it was cancelled and has not ended yet
}

// A Model is the door without a window. Its verbs are called in the window's goroutine.
type Model struct {
	Page page
	Way  way
	// Books are the neutral names of the books on this computer, and Book the one that is unlocked.
	Books []string
	Book  string
	// Why says that the book was locked, and when; "" when Branchbook has just been started.
	Why string
	// ByCode is whether the recovery code is asked for instead of the passphrase.
	ByCode bool
	// Wrong is what went wrong last, for the page that is shown; Faults, what is wrong with its fields.
	Wrong  string
	Faults faults
	// Backup is the name of the backup that was chosen; "" for none.
	Backup  string
	Working working
	Code    recovery

	books   Books
	runner  place.Runner
	log     *slog.Logger
	changed func() // what is shown is to be copied again
	refused func() // the same, and a secret was wrong

	backup Backup
	cancel func()
	opened *book.Book // open and not yet entered
	secret string     // what opened it, until the new passphrase is set
}

// newModel returns the door as it is found: unlocking, where there is a book, else the first run.
func newModel(d Deps) *Model {
	m := &Model{
		Books: d.Books.Names(), Why: d.Why, books: d.Books, runner: d.Runner, log: d.Log,
		changed: func() {}, refused: func() {},
	}
	if m.log == nil {
		m.log = slog.New(slog.DiscardHandler)
	}
	if len(m.Books) > 0 {
		m.Page, m.Book = unlockPage, m.Books[0]
	}
	return m
}

// Choose shows one of the three ways to a book.
func (m *Model) Choose(w way) {
	if !m.MayChoose() {
		return
	}
	m.Page, m.Way, m.ByCode = welcomePage, w, false
	m.clear()
	m.changed()
}

// MayChoose is false while something is being done and while a new book's code or passphrase is settled.
func (m *Model) MayChoose() bool {
	return m.Working.Name == "" && (m.Page == welcomePage || m.Page == unlockPage)
}

// CanGoBack says whether Back does anything.
func (m *Model) CanGoBack() bool {
	if m.Working.Name != "" {
		return !m.Working.Stopping
	}
	return m.Page == passphrasePage || m.Page == welcomePage && len(m.Books) > 0 || m.Page == unlockPage && m.ByCode
}

// Back stops what is being done, or goes from a page to the one before it.
func (m *Model) Back() {
	switch {
	case !m.CanGoBack():
		return
	case m.Working.Name != "":
		m.Stop()
		return
	case m.Page == passphrasePage:
		m.Leave()
		m.Books = m.books.Names()
	}
	m.Page, m.ByCode = welcomePage, false
	if len(m.Books) > 0 {
		m.Page = unlockPage
	}
	m.clear()
	m.changed()
}

// UseCode asks for the recovery code, or for the passphrase again.
func (m *Model) UseCode(code bool) {
	m.ByCode = code
	m.clear()
	m.changed()
}

// Select chooses which book to unlock.
func (m *Model) Select(name string) {
	if slices.Contains(m.Books, name) {
		m.Book = name
		m.clear()
		m.changed()
	}
}

// Create begins a book. What is wrong with what was typed is then in Faults, and nothing was made.
func (m *Model) Create(n newBook) {
	m.clear()
	if m.Faults = n.faults(); m.Faults != (faults{}) {
		m.changed()
		return
	}
	code := ""
	m.open("Making the book", func(ctx context.Context, _ place.Report) (b *book.Book, err error) {
		b, code, err = m.books.Create(ctx, n.branch(), n.Passphrase)
		return b, err
	}, func() { m.Page, m.Code = codePage, newRecovery(code) })
}

// Written says that the recovery code was written down, and shows the new book if its last group was typed right.
func (m *Model) Written(written bool, typed string) {
	m.Wrong = m.Code.fault(written, typed)
	if m.Wrong == "" {
		m.Code = recovery{}
		m.enter()
	}
	m.changed()
}

// Example opens the example branch.
func (m *Model) Example() {
	m.clear()
	m.open("Opening the example branch", m.books.Example, m.enter)
}

// Unlock opens the book with its passphrase, or with its recovery code, after which a new passphrase is asked for.
func (m *Model) Unlock(secret string) {
	name := m.Book
	m.openWith(secret, "Opening the book", func(ctx context.Context, report place.Report) (*book.Book, error) {
		return m.books.Unlock(ctx, name, secret, report)
	})
}

// ChooseBackup asks which backup to restore.
func (m *Model) ChooseBackup() {
	m.books.ChooseBackup(func(b Backup) {
		m.clear()
		m.backup, m.Backup = b, b.Name()
		m.changed()
	})
}

// Restore makes a book from the backup that was chosen.
func (m *Model) Restore(secret string) {
	if m.backup == nil {
		m.Wrong = "Choose the file of the backup first. It ends in .zip."
		m.changed()
		return
	}
	backup := m.backup
	m.openWith(secret, "Restoring the backup", func(ctx context.Context, report place.Report) (*book.Book, error) {
		return backup.Restore(ctx, secret, report)
	})
}

func (m *Model) openWith(secret, name string, work func(context.Context, place.Report) (*book.Book, error)) {
	m.clear()
	if secret == "" {
		m.Wrong = "Type the passphrase of the book."
		if m.ByCode {
			m.Wrong = "Type the recovery code, group by group, from what you wrote down."
		}
		m.changed()
		m.refused()
		return
	}
	m.open(name, work, func() {
		if !m.ByCode && !m.opened.NeedsPassphrase() {
			m.enter()
			return
		}
		m.Page, m.secret = passphrasePage, secret
	})
}

// SetPassphrase gives the book that the recovery code opened a new passphrase, and shows it.
func (m *Model) SetPassphrase(first, again string) {
	m.clear()
	m.Faults.Passphrase, m.Faults.Again = passphraseFaults(first, again)
	if m.Faults != (faults{}) {
		m.changed()
		return
	}
	b, secret := m.opened, m.secret
	m.run("Setting the passphrase", func(context.Context, place.Report) (func(), error) {
		return m.enter, b.ChangePassphrase(secret, first)
	}, func() {})
}

// Stop cancels what is being done. It ends in its own time; until then nothing else is begun.
func (m *Model) Stop() {
	if m.Working.Name == "" || m.Working.Stopping {
		return
	}
	m.Working.Stopping = true
	if m.cancel != nil {
		m.cancel()
	}
	m.changed()
}

// Leave closes a book that was opened and not yet entered.
func (m *Model) Leave() {
	b := m.opened
	m.opened, m.secret, m.Code = nil, "", recovery{}
	m.closeUnseen(b)
}

func (m *Model) closeUnseen(b *book.Book) {
	if b == nil {
		return
	}
	if err := b.Close(); err != nil {
		m.log.Error("closing a book at the door", "err", cause(err))
	}
}

func (m *Model) enter() {
	b := m.opened
	m.opened, m.secret = nil, ""
	m.books.Enter(b)
}

func (m *Model) clear() { m.Wrong, m.Faults = "", faults{} }

// open opens a book and then does what follows. A book that comes after Stop is closed again.
func (m *Model) open(name string, work func(context.Context, place.Report) (*book.Book, error), then func()) {
	var b *book.Book
	m.run(name, func(ctx context.Context, report place.Report) (func(), error) {
		var err error
		b, err = work(ctx, report)
		return func() {
			m.opened = b
			then()
		}, err
	}, func() { m.closeUnseen(b) })
}

// run does one thing at a time. stopped is called when it was cancelled.
func (m *Model) run(name string, work func(context.Context, place.Report) (func(), error), stopped func()) {
	if m.Working.Name != "" {
		return
	}
	m.Working = working{Name: name}
	m.changed()
	m.cancel = m.runner.Run(place.Task{
		Name: name, Work: work,
		Progress: func(done, total int64) {
			m.Working.Done, m.Working.Total = done, total
			m.changed()
		},
		Finished: func(err error) {
			m.Working = working{}
			switch {
			case errors.Is(err, context.Canceled):
				stopped()
			case err != nil:
				m.log.Error("at the door", "task", name, "err", cause(err))
				m.Wrong = data.Say(err)
			}
			m.changed()
			if m.Wrong != "" {
				m.refused()
			}
		},
	})
}

// cause returns what the log wants of an error.
func cause(err error) error {
	var p *data.Problem
	if errors.As(err, &p) && p.Cause != nil {
		return p.Cause
	}
	return err
}
