package book

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

const passphrase = "a long walk to the hall"

// hall is a branch's evening: a book, the clock on the wall, the timers that run, and the disk.
type hall struct {
	*Book
	t      testing.TB
	clock  *wall
	timers *timers
	disk   *spoiled
	o      Options
}

// wall is a clock that moves a second whenever somebody looks.
type wall struct {
	mu  sync.Mutex
	now time.Time
}

func (w *wall) read() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = w.now.Add(time.Second)
	return w.now
}

// timers run when a test says that time has passed, never by themselves.
type timers struct {
	mu  sync.Mutex
	all []*timer
}

type timer struct {
	d       time.Duration
	f       func()
	stopped bool
}

func (x *timers) later(d time.Duration, f func()) func() {
	x.mu.Lock()
	defer x.mu.Unlock()
	one := &timer{d: d, f: f}
	x.all = append(x.all, one)
	return func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		one.stopped = true
	}
}

// pass runs the timers that are due when so much time has passed, those that were due first in front.
func (x *timers) pass(d time.Duration) {
	x.mu.Lock()
	var due []*timer
	for _, one := range x.all {
		if one.d -= d; one.d <= 0 {
			due = append(due, one)
		}
	}
	x.all = slices.DeleteFunc(x.all, func(one *timer) bool { return one.d <= 0 || one.stopped })
	x.mu.Unlock()
	slices.SortStableFunc(due, func(a, b *timer) int { return int(a.d - b.d) })
	for _, one := range due {
		x.mu.Lock()
		stopped := one.stopped
		x.mu.Unlock()
		if !stopped {
			one.f()
		}
	}
}

// spoiled is a disk on which writing can be made to fail.
type spoiled struct {
	vault.Files
	mu   sync.Mutex
	fail error // what a write to the journal answers; nil for none
	free uint64
	// during is called while the journal is being synced; nil for nothing.
	during func()
}

func (s *spoiled) set(fail error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = fail
}

func (s *spoiled) failing() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fail
}

func (s *spoiled) Free(string) (uint64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.free, nil
}

func (s *spoiled) OpenFile(name string, flag int, perm fs.FileMode) (vault.File, error) {
	f, err := s.Files.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	if filepath.Base(filepath.Dir(name)) == "journal" {
		return spoiledFile{f, s}, nil
	}
	return f, nil
}

type spoiledFile struct {
	vault.File
	disk *spoiled
}

func (f spoiledFile) Write(b []byte) (int, error) {
	if err := f.disk.failing(); err != nil {
		n, _ := f.File.Write(b[:len(b)/2])
		return n, err
	}
	return f.File.Write(b)
}

func (f spoiledFile) Sync() error {
	if f.disk.during != nil {
		f.disk.during()
	}
	if err := f.disk.failing(); err != nil {
		return err
	}
	return f.File.Sync()
}

var errFull = &fs.PathError{Op: "write", Path: "journal", Err: syscall.ENOSPC}

func millbrook() data.Branch {
	return data.Branch{Name: "Millbrook & Canalside", CLP: "Northgate", Structure: data.Delegates}
}

// newHall makes a book that closes itself when the test ends.
func newHall(t testing.TB) *hall {
	t.Helper()
	h := &hall{
		t:      t,
		clock:  &wall{now: time.Date(2026, time.May, 14, 19, 30, 0, 0, time.FixedZone("BST", 3600))},
		timers: &timers{},
		disk:   &spoiled{Files: vault.Disk(), free: 1 << 40},
	}
	h.o = Options{
		Now: h.clock.read, Random: rand.NewChaCha8([32]byte{1}), WorkFactor: 1, Later: h.timers.later, Files: h.disk,
	}
	b, recovery, err := Create(filepath.Join(t.TempDir(), "book-1"), passphrase, millbrook(), h.o)
	must(t, err)
	if recovery == "" {
		t.Fatal("no recovery code was given")
	}
	h.Book = b
	t.Cleanup(func() {
		h.disk.set(nil)
		must(t, h.Close())
	})
	return h
}

// reopen closes the book and opens it again.
func (h *hall) reopen() {
	h.t.Helper()
	must(h.t, h.Close())
	h.open(h.Dir())
}

func (h *hall) open(dir string) {
	h.t.Helper()
	b, err := Open(dir, passphrase, h.o)
	must(h.t, err)
	h.Book = b
}

func (h *hall) change(what string, f func(tx *Tx) error) {
	h.t.Helper()
	must(h.t, h.Change(what, f))
}

// person puts somebody into the book.
func (h *hall) person(first, last, number string) data.Person {
	h.t.Helper()
	var p data.Person
	h.change("add "+first+" "+last, func(tx *Tx) error {
		p = data.Person{ID: data.PersonID(tx.NewID()), First: first, Last: last, Number: number, Status: data.Member}
		return tx.People.Put(p)
	})
	return h.findPerson(p.ID)
}

func (h *hall) findPerson(id data.PersonID) data.Person {
	h.t.Helper()
	return read(h, func(r *Reading) (data.Person, error) { return r.People.Get(id) })
}

// evening puts a meeting with one item and one empty text into the book.
func (h *hall) evening() (data.Meeting, data.AgendaItem, data.BlockID) {
	h.t.Helper()
	var m data.Meeting
	var item data.AgendaItem
	var text data.BlockID
	h.change("plan the meeting", func(tx *Tx) (err error) {
		m = data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.Ordinary, Date: tx.Today(), Status: data.InSession}
		item = data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: m.ID, Place: 1, Kind: data.ItemReport, Heading: "Reports"}
		if err := errors.Join(tx.Meetings.Put(m), tx.Items.Put(item)); err != nil {
			return err
		}
		text, err = tx.StartText(item.ID)
		return err
	})
	return m, item, text
}

func (h *hall) text(block data.BlockID) string {
	h.t.Helper()
	return read(h, func(r *Reading) (data.Block, error) { return r.Blocks.Get(block) }).Text
}

// minutes tells an item's minutes in one line: texts as they are, records as [kind].
func (h *hall) minutes(item data.ItemID) string {
	h.t.Helper()
	blocks := read(h, func(r *Reading) ([]data.Block, error) { return r.Blocks.Of(item) })
	var parts []string
	for _, b := range blocks {
		if b.Kind == data.BlockText {
			parts = append(parts, b.Text)
		} else {
			parts = append(parts, "["+string(b.Kind)+"]")
		}
	}
	return strings.Join(parts, "|")
}

// dump is the whole book in the clear, without the counters, which Undo leaves alone.
func (h *hall) dump() string {
	h.t.Helper()
	var out bytes.Buffer
	must(h.t, h.Dump(&out))
	all, _, _ := strings.Cut(out.String(), "\"counters\"")
	return all
}

func read[T any](h *hall, f func(r *Reading) (T, error)) T {
	h.t.Helper()
	var got T
	must(h.t, h.Read(func(r *Reading) (err error) {
		got, err = f(r)
		return err
	}))
	return got
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v (%v)", err, errors.Unwrap(err))
	}
}

func want[T comparable](t testing.TB, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("got  %v\nwant %v", got, want)
	}
}

func wantProblem(t testing.TB, err error, says string) {
	t.Helper()
	var p *data.Problem
	if !errors.As(err, &p) {
		t.Fatalf("got %v, want a Problem that says %q", err, says)
	}
	if !strings.Contains(p.Say, says) {
		t.Fatalf("the Problem says %q, want %q in it", p.Say, says)
	}
}
