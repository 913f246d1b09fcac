package book

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

// copyOfBook is the book's folder as a killed process would leave it.
func (h *hall) copyOfBook() string {
	h.t.Helper()
	to := filepath.Join(h.t.TempDir(), "copy")
	must(h.t, os.CopyFS(to, os.DirFS(h.Dir())))
	return to
}

// open2 opens another folder beside the hall's book.
func (h *hall) open2(dir string, f func(*hall)) {
	h.t.Helper()
	other := *h
	other.open(dir)
	f(&other)
	must(h.t, other.Close())
}

func TestWhatTheDiskDoesNotTakeIsReadAsUnsavedAndSavedInOrder(t *testing.T) {
	for name, fail := range map[string]error{"full": errFull, "broken": syscall.EIO} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t)
			_, item, text := h.evening()
			saved := h.State().Saved
			h.disk.set(fail)
			okafor := h.person("Zoë", "Okafor", "L1")
			h.Type(text, "three words typed")
			want(t, data.Say(h.Flush()), h.State().Why)
			h.decide(item.ID, Caret{text, 5})

			state := h.State()
			want(t, len(state.Unsaved), 3)
			want(t, state.Unsaved[0].What, "add Zoë Okafor")
			want(t, state.Unsaved[1].Words, 3)
			want(t, state.Unsaved[2].What, "record a decision")
			want(t, state.Saved, saved)
			if state.Why == "" {
				t.Fatal("nobody is told why")
			}
			want(t, h.findPerson(okafor.ID).Name(), "Zoë Okafor")
			want(t, h.minutes(item.ID), "three|[decision]| words typed")
			laid := h.dump()
			if h.Retry() == nil {
				t.Fatal("the disk still fails")
			}

			h.disk.set(nil)
			must(t, h.Retry())
			state = h.State()
			want(t, len(state.Unsaved), 0)
			want(t, state.Why, "")
			if !state.Saved.After(saved) {
				t.Fatal("it is not said to be saved")
			}
			want(t, h.dump(), laid)
			h.reopen()
			want(t, h.dump(), laid)
			entries, err := h.History(3, 0)
			must(t, err)
			want(t, entries[0].What+"; "+entries[1].What+"; "+entries[2].What, "record a decision; write under “Reports”; add Zoë Okafor")
		})
	}
}

func TestAnUnsavedChangeHasTheNumberThatItWillHave(t *testing.T) {
	h := newHall(t)
	var told []uint64
	defer h.Subscribe(func(n Notice) { told = append(told, n.Number) })()
	h.disk.set(errFull)
	h.person("Zoë", "Okafor", "")
	h.person("Aled", "Davies", "")
	h.disk.set(nil)
	must(t, h.Retry())
	h.person("Siân", "Llewellyn", "")
	want(t, len(told), 3)
	for i, n := range told {
		want(t, n, uint64(i+2))
	}
	want(t, h.vault.Last(), 4)
}

func TestTheBookTriesAgainByItself(t *testing.T) {
	h := newHall(t)
	h.disk.set(errFull)
	h.person("Zoë", "Okafor", "")
	h.timers.pass(time.Minute)
	want(t, len(h.State().Unsaved), 1)
	h.disk.set(nil)
	h.timers.pass(time.Minute)
	want(t, len(h.State().Unsaved), 0)
}

func TestAnUnsavedChangeCanBeTakenBack(t *testing.T) {
	h := newHall(t)
	before := h.dump()
	h.disk.set(errFull)
	h.person("Zoë", "Okafor", "L1")
	_, err := h.Undo()
	must(t, err)
	want(t, h.dump(), before)
	want(t, len(h.State().Unsaved), 2)
	h.disk.set(nil)
	must(t, h.Retry())
	want(t, h.dump(), before)
}

func TestADiskThatIsNearlyFullIsFoundOutBeforeItIsFull(t *testing.T) {
	h := newHall(t)
	h.disk.mu.Lock()
	h.disk.free = 1 << 20
	h.disk.mu.Unlock()
	h.person("Zoë", "Okafor", "")
	if why := h.State().Why; !strings.Contains(why, "disk is full, or nearly") {
		t.Fatalf("it says %q", why)
	}
	h.disk.mu.Lock()
	h.disk.free = 1 << 40
	h.disk.mu.Unlock()
	must(t, h.Retry())
}

func TestTheBookIsNotClosedWhileSomethingIsUnsaved(t *testing.T) {
	h := newHall(t)
	h.disk.set(errFull)
	h.person("Zoë", "Okafor", "")
	wantProblem(t, h.Close(), "not saved yet")
	want(t, len(read(h, func(r *Reading) ([]data.Person, error) { return r.People.All() })), 1)
}

func TestARescueFileBringsBackWhatTheDiskNeverTook(t *testing.T) {
	h := newHall(t)
	_, item, text := h.evening()
	h.disk.set(errFull)
	okafor := h.person("Zoë", "Okafor", "L1")
	h.Type(text, "It was agreed to write.")
	if h.Flush() == nil {
		t.Fatal("the disk is full")
	}
	var file bytes.Buffer
	must(t, h.Rescue(&file))
	want(t, h.State().Rescued, true)
	if bytes.Contains(file.Bytes(), []byte("agreed")) {
		t.Fatal("the rescue file is in the clear")
	}
	h.person("Aled", "Davies", "")
	want(t, h.State().Rescued, false)
	wantProblem(t, h.Close(), "not saved yet")

	var again bytes.Buffer
	must(t, h.Rescue(&again))
	must(t, h.Close()) // rescued: it may be left
	h.disk.set(nil)
	h.open(h.Dir())
	want(t, h.minutes(item.ID), "")
	rescued, err := h.ReadRescue(&again)
	must(t, err)
	want(t, len(rescued.Changes), 3)
	made, left, err := h.Apply(rescued)
	must(t, err)
	want(t, made, 3)
	want(t, len(left), 0)
	want(t, h.minutes(item.ID), "It was agreed to write.")
	want(t, h.findPerson(okafor.ID).Name(), "Zoë Okafor")

	made, left, err = h.Apply(rescued)
	must(t, err)
	want(t, made+len(left), 0) // it is all there
}

func TestARescuedChangeOfWhatWasChangedSinceIsLeft(t *testing.T) {
	h := newHall(t)
	p := h.person("Zoe", "Okafor", "")
	h.disk.set(errFull)
	p.First = "Zoë"
	h.change("correct the name", func(tx *Tx) error { return tx.People.Put(p) })
	var file bytes.Buffer
	must(t, h.Rescue(&file))
	must(t, h.Close())
	h.disk.set(nil)
	h.open(h.Dir())
	p = h.findPerson(p.ID)
	p.Ward = "Canalside"
	h.change("set the ward", func(tx *Tx) error { return tx.People.Put(p) })
	rescued, err := h.ReadRescue(&file)
	must(t, err)
	made, left, err := h.Apply(rescued)
	must(t, err)
	want(t, made, 0)
	want(t, strings.Join(left, ""), "correct the name")
	want(t, h.findPerson(p.ID).First, "Zoe")
}

func TestARescueFileOfAnotherBookOrADamagedOneIsRefused(t *testing.T) {
	h, other := newHall(t), newHall(t)
	h.disk.set(errFull)
	h.person("Zoë", "Okafor", "")
	var file bytes.Buffer
	must(t, h.Rescue(&file))
	_, err := other.ReadRescue(bytes.NewReader(file.Bytes()))
	wantProblem(t, err, "not a rescue file of this book")
	for cut := range file.Len() {
		if _, err := h.ReadRescue(bytes.NewReader(file.Bytes()[:cut])); err == nil {
			t.Fatalf("%d bytes of %d were taken for a whole file", cut, file.Len())
		}
	}
}

func TestARefusedChangeIsNotQueued(t *testing.T) {
	h := newHall(t)
	err := h.Change("write too much", func(tx *Tx) error {
		return tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), Last: "Okafor", Status: data.Member, Note: strings.Repeat("x", 2<<20)})
	})
	wantProblem(t, err, "too long")
	want(t, vault.CodeOf(err), vault.TooLarge)
	want(t, len(h.State().Unsaved), 0)
	_, _, ok := h.Undoable()
	want(t, ok, false)
}

func TestEverythingAfterClosingIsRefused(t *testing.T) {
	h := newHall(t)
	must(t, h.Close())
	must(t, h.Close())
	wantProblem(t, h.Change("add", func(*Tx) error { return nil }), "closed")
	_, err := h.Undo()
	wantProblem(t, err, "closed")
	err = h.Read(func(r *Reading) error {
		_, err := r.People.All()
		return err
	})
	wantProblem(t, err, "closed")
	h.Type("x", "y")
	want(t, h.State().Typing, false)
	must(t, errors.Join(h.Flush(), h.Retry()))
}

func TestAChangeThatTheJournalHasIsNotMadeTwice(t *testing.T) {
	h := newHall(t)
	// As when the store fails after the journal has taken the Change.
	d := vault.Draft{What: "name a post", Edits: []vault.Edit{{Key: "post/chair", After: []byte(`{"v":1,"id":"chair","rev":2,"name":"Chair","place":1}`)}}}
	n := Notice{What: d.What, Number: h.nextNumber()}
	c, err := h.vault.Commit(d)
	must(t, err)
	h.enqueue(d, n, c.Number)
	must(t, h.Retry())
	want(t, h.vault.Last(), c.Number)
	want(t, len(h.State().Unsaved), 0)
}
