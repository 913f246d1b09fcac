package book

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/data"
)

func TestANewBookKnowsItsBranch(t *testing.T) {
	h := newHall(t)
	h.reopen()
	got := read(h, func(r *Reading) (data.Branch, error) { return r.Branch() })
	want(t, got.Name, "Millbrook & Canalside")
	want(t, h.Opened(), "")
}

func TestABookNeedsABranchWithAName(t *testing.T) {
	_, _, err := Create(filepath.Join(t.TempDir(), "book-1"), passphrase, data.Branch{}, Options{WorkFactor: 1})
	wantProblem(t, err, "name of your branch")
}

func TestAChangeIsThereAfterReopening(t *testing.T) {
	h := newHall(t)
	okafor := h.person("Zoë", "Okafor", "L0123456")
	h.reopen()
	want(t, h.findPerson(okafor.ID).Name(), "Zoë Okafor")
}

func TestAChangeThatFailsDoesNothing(t *testing.T) {
	h := newHall(t)
	before, last := h.dump(), h.vault.Last()
	broken := errors.New("the hall is on fire")
	err := h.Change("bring in the list", func(tx *Tx) error {
		must(t, tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), Last: "Okafor", Status: data.Member}))
		return broken
	})
	want(t, err, broken)
	want(t, h.dump(), before)
	want(t, h.vault.Last(), last)
}

func TestAChangeOfNothingIsNoChange(t *testing.T) {
	h := newHall(t)
	p := h.person("Zoë", "Okafor", "")
	last := h.vault.Last()
	h.change("edit Zoë Okafor", func(tx *Tx) error { return tx.People.Put(p) })
	want(t, h.vault.Last(), last)
}

func TestAChangeSeesWhatItHasWritten(t *testing.T) {
	h := newHall(t)
	h.person("Aled", "Davies", "")
	h.change("add Zoë Okafor", func(tx *Tx) error {
		p := data.Person{ID: data.PersonID(tx.NewID()), Last: "Adeyemi", Status: data.Member, Number: "L1"}
		must(t, tx.People.Put(p))
		p.First = "Adebayo"
		must(t, tx.People.Put(p))
		all, err := tx.People.All()
		must(t, err)
		want(t, len(all), 2)
		want(t, all[0].Name(), "Adebayo Adeyemi")
		found, err := tx.People.ByNumber("l 1")
		must(t, err)
		want(t, found.Name(), "Adebayo Adeyemi")
		return nil
	})
}

func TestAnInvalidRecordIsRefused(t *testing.T) {
	h := newHall(t)
	err := h.Change("add somebody", func(tx *Tx) error {
		return tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), Status: data.Member})
	})
	wantProblem(t, err, "needs a name")
}

func TestARecordWithoutAnIDIsRefused(t *testing.T) {
	h := newHall(t)
	for _, id := range []data.PersonID{"", "a/b", "a\nb"} {
		err := h.Change("add somebody", func(tx *Tx) error {
			return tx.People.Put(data.Person{ID: id, Last: "Okafor", Status: data.Member})
		})
		wantProblem(t, err, "nothing was changed")
	}
}

func TestAStaleEditIsRefusedWithBothVersions(t *testing.T) {
	h := newHall(t)
	mine := h.person("Zoe", "Okafor", "")
	theirs := mine
	theirs.First = "Zoë"
	h.change("correct the name", func(tx *Tx) error { return tx.People.Put(theirs) })
	mine.Ward = "Canalside"
	err := h.Change("set the ward", func(tx *Tx) error { return tx.People.Put(mine) })
	wantProblem(t, err, "make your change again")
	var s *Stale
	if !errors.As(err, &s) {
		t.Fatalf("no *Stale in %v", err)
	}
	want(t, s.Mine.(data.Person).Ward, "Canalside")
	want(t, s.Theirs.(data.Person).First, "Zoë")
}

func TestAnEditOfWhatUndoTookAwayIsStale(t *testing.T) {
	h := newHall(t)
	p := h.person("Zoe", "Okafor", "")
	p.First = "Zoë"
	h.change("correct the name", func(tx *Tx) error { return tx.People.Put(p) })
	seen := h.findPerson(p.ID)
	_, err := h.Undo()
	must(t, err)
	other := h.findPerson(p.ID)
	other.First = "Zoé"
	h.change("correct it otherwise", func(tx *Tx) error { return tx.People.Put(other) })
	seen.Ward = "Canalside"
	err = h.Change("set the ward", func(tx *Tx) error { return tx.People.Put(seen) })
	var s *Stale
	if !errors.As(err, &s) {
		t.Fatalf("an edit of what was never there again was stored: %v", err)
	}
}

func TestAnEditOfWhatWasTakenAwayIsRefused(t *testing.T) {
	h := newHall(t)
	p := h.person("Zoë", "Okafor", "L1")
	_, err := h.Undo()
	must(t, err)
	p.Ward = "Canalside"
	err = h.Change("set the ward", func(tx *Tx) error { return tx.People.Put(p) })
	wantProblem(t, err, "taken away")
	var s *Stale
	if !errors.As(err, &s) || s.Theirs != nil {
		t.Fatalf("the cause is %v", s)
	}
	// Her number is free again.
	h.person("Aled", "Davies", "L1")
}

func TestTheBranchIsEditedLikeAnyRecord(t *testing.T) {
	h := newHall(t)
	mine := read(h, func(r *Reading) (data.Branch, error) { return r.Branch() })
	theirs := mine
	theirs.Venue = "Canalside Community Hall"
	h.change("set the venue", func(tx *Tx) error { return tx.PutBranch(theirs) })
	mine.Name = "Millbrook"
	err := h.Change("rename the branch", func(tx *Tx) error { return tx.Keep(mine) })
	wantProblem(t, err, "make your change again")
	wantProblem(t, h.Change("keep a number", func(tx *Tx) error { return tx.Keep(7) }), "nothing was changed")
}

func TestNobodySharesAMembershipNumber(t *testing.T) {
	h := newHall(t)
	h.person("Siân", "Llewellyn", "L0123456")
	err := h.Change("add Aled Davies", func(tx *Tx) error {
		return tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), Last: "Davies", Status: data.Member, Number: " l0123 456 "})
	})
	wantProblem(t, err, "is already the membership number of Siân Llewellyn")
	if !errors.Is(err, ErrNumberTaken) {
		t.Fatal("the cause does not say so")
	}
}

func TestTwoMembersSwapTheirNumbersInOneChange(t *testing.T) {
	h := newHall(t)
	a, b := h.person("Aled", "Davies", "L1"), h.person("Zoë", "Okafor", "L2")
	h.change("swap the numbers", func(tx *Tx) error {
		a.Number, b.Number = "L2", "L1"
		return errors.Join(tx.People.Put(a), tx.People.Put(b))
	})
	got := read(h, func(r *Reading) (data.Person, error) { return r.People.ByNumber("L2") })
	want(t, got.Last, "Davies")
	got = read(h, func(r *Reading) (data.Person, error) { return r.People.ByNumber("L1") })
	want(t, got.Last, "Okafor")
}

func TestANumberThatIsGivenUpIsFree(t *testing.T) {
	h := newHall(t)
	p := h.person("Aled", "Davies", "L1")
	p.Number = ""
	h.change("clear the number", func(tx *Tx) error { return tx.People.Put(p) })
	h.person("Zoë", "Okafor", "L1")
}

func TestARecordThatIsNotThereIsNotFound(t *testing.T) {
	h := newHall(t)
	must(t, h.Read(func(r *Reading) error {
		_, err := r.Motions.Get("01J")
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("a motion: %v", err)
		}
		_, err = r.Items.Get("01J")
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("an item: %v", err)
		}
		_, err = r.People.ByNumber("")
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("a number: %v", err)
		}
		return nil
	}))
}

func TestPeopleAreInOrderOfTheirNamesWhateverTheAccents(t *testing.T) {
	h := newHall(t)
	for _, n := range [][2]string{{"Zoë", "Okafor"}, {"Lars", "Sørensen"}, {"Róisín", "O'Hare"}, {"Tomasz", "Wiśniewski"}, {"José", "Cárdenas"}, {"Ben", "Carrick"}, {"Émile", "Okafor"}} {
		h.person(n[0], n[1], "")
	}
	var got []string
	for _, p := range read(h, func(r *Reading) ([]data.Person, error) { return r.People.All() }) {
		got = append(got, p.Name())
	}
	want(t, strings.Join(got, ", "), "José Cárdenas, Ben Carrick, Róisín O'Hare, Émile Okafor, Zoë Okafor, Lars Sørensen, Tomasz Wiśniewski")
}

func TestTwoBooksKnowNothingOfEachOther(t *testing.T) {
	a, b := newHall(t), newHall(t)
	a.person("Zoë", "Okafor", "L1")
	want(t, len(read(b, func(r *Reading) ([]data.Person, error) { return r.People.All() })), 0)
	if a.ID() == "" || a.Dir() == b.Dir() {
		t.Fatal("the books are one")
	}
}
