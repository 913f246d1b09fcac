package book

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/vault"
)

func TestARestoredBookHoldsTheSame(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	h.person("Zoë", "Okafor", "L1")
	h.Type(text, "typed just before the backup")
	var copied bytes.Buffer
	counts, err := h.Backup(&copied)
	must(t, err)
	proved, err := Prove(bytes.NewReader(copied.Bytes()), int64(copied.Len()), passphrase)
	must(t, err)
	want(t, proved.Hash, counts.Hash)

	_, err = Restore(bytes.NewReader(copied.Bytes()), int64(copied.Len()), "wrong", filepath.Join(t.TempDir(), "x"), h.o)
	wantProblem(t, err, "not the passphrase")
	b, err := Restore(bytes.NewReader(copied.Bytes()), int64(copied.Len()), passphrase, filepath.Join(t.TempDir(), "new"), h.o)
	must(t, err)
	defer b.Close()
	var here, there bytes.Buffer
	must(t, h.Dump(&here))
	must(t, b.Dump(&there))
	want(t, there.String(), here.String())
	want(t, b.ID(), h.ID())
	entries, err := b.History(2, 0)
	must(t, err)
	want(t, entries[1].What, "add Zoë Okafor")
}

func TestAHandedOverBookHasAPassphraseOfItsOwn(t *testing.T) {
	h := newHall(t)
	h.person("Zoë", "Okafor", "L1")
	var copied bytes.Buffer
	_, err := h.Backup(&copied)
	must(t, err)
	dir := filepath.Join(t.TempDir(), "new")
	b, recovery, err := HandOver(bytes.NewReader(copied.Bytes()), int64(copied.Len()), passphrase, dir, "the successor's own", h.o)
	must(t, err)
	must(t, b.Close())
	_, err = Open(dir, passphrase, h.o)
	wantProblem(t, err, "not the passphrase")
	b, err = Open(dir, recovery, h.o)
	must(t, err)
	must(t, b.Close())
}

func TestTheSameBookIsTheSameDump(t *testing.T) {
	h := newHall(t)
	m, item, text := h.evening()
	h.person("Zoë", "O'Hare & <Sons>", "L1")
	h.Type(text, "typed and not yet saved")
	h.change("come in", func(tx *Tx) error {
		ref, err := tx.NextRef("D", 2026)
		return errors.Join(err, tx.Events.Put(data.Event{ID: "e", Meeting: m.ID, Person: "p", Move: data.CameIn}),
			tx.Decisions.Put(data.Decision{ID: "d", Ref: ref, Text: "Agreed", Item: item.ID}))
	})
	h.Type(text, "typed and not yet saved, and more")
	var first, second bytes.Buffer
	must(t, h.Dump(&first))
	must(t, h.Flush())
	h.reopen()
	must(t, h.Dump(&second))
	// Saving gave the block a revision, and nothing else.
	want(t, strings.Count(first.String(), "\n"), strings.Count(second.String(), "\n"))
	var third bytes.Buffer
	must(t, h.Dump(&third))
	want(t, third.String(), second.String())

	var all map[string]any
	must(t, json.Unmarshal(second.Bytes(), &all))
	want(t, len(all["event"].([]any)), 1)
	want(t, all["branch"].(map[string]any)["name"].(string), "Millbrook & Canalside")
	want(t, all["counters"].(map[string]any)["D/2026"].(float64), 1)
	for _, inside := range []string{"and more", "O'Hare & <Sons>", `"D-2026-01"`} {
		if !strings.Contains(second.String(), inside) {
			t.Errorf("%q is not in the dump", inside)
		}
	}
	if strings.Contains(second.String(), "AGE-SECRET-KEY") {
		t.Fatal("a key is in the dump")
	}
}

type fullWriter struct{ room int }

func (w *fullWriter) Write(b []byte) (int, error) {
	if w.room -= len(b); w.room < 0 {
		return 0, errors.New("the stick is full")
	}
	return len(b), nil
}

func TestADumpThatCannotBeWrittenSaysSo(t *testing.T) {
	h := newHall(t)
	h.person("Zoë", "Okafor", "L1")
	var whole bytes.Buffer
	must(t, h.Dump(&whole))
	for room := range whole.Len() {
		if h.Dump(&fullWriter{room}) == nil {
			t.Fatalf("%d bytes of %d were taken for a whole dump", room, whole.Len())
		}
	}
}

func TestASoundBookIsFoundSound(t *testing.T) {
	h := newHall(t)
	h.person("Zoë", "Okafor", "L1")
	r, err := h.Check(context.Background(), nil)
	must(t, err)
	want(t, r.Sound, true)
	want(t, r.Sentences[len(r.Sentences)-1], "Everything is as it was written.")
}

func TestARecordThatCannotBeReadIsFound(t *testing.T) {
	h := newHall(t)
	_, err := h.vault.Commit(vault.Draft{What: "from later", Edits: []vault.Edit{{Key: "motion/x", After: []byte(`{"v":2,"id":"x"}`)}}})
	must(t, err)
	r, err := h.Check(context.Background(), nil)
	must(t, err)
	want(t, r.Sound, false)
	want(t, r.Sentences[1], "1 record cannot be read by this version of Branchbook.")
	err = h.Read(func(r *Reading) error {
		_, err := r.Motions.Get("x")
		return err
	})
	wantProblem(t, err, "A later version of Branchbook")
}

func TestTheRecoveryCodeOpensTheBookAndAPassphraseCanBeChanged(t *testing.T) {
	o := Options{WorkFactor: 1}
	dir := filepath.Join(t.TempDir(), "book-1")
	b, recovery, err := Create(dir, passphrase, millbrook(), o)
	must(t, err)
	wantProblem(t, b.ChangePassphrase("wrong", "another one"), "not the passphrase")
	must(t, b.ChangePassphrase(recovery, "another one"))
	must(t, b.Close())
	_, err = Open(dir, passphrase, o)
	wantProblem(t, err, "not the passphrase")
	for _, secret := range []string{"another one", strings.ToLower(recovery)} {
		b, err = Open(dir, secret, o)
		must(t, err)
		must(t, b.Close())
	}
}

func TestEveryWayThatOpeningFailsSaysWhatToDo(t *testing.T) {
	h := newHall(t)
	_, err := Open(h.Dir(), passphrase, h.o)
	wantProblem(t, err, "open in another window since ")
	_, err = Open(t.TempDir(), passphrase, h.o)
	wantProblem(t, err, "no Branchbook book here")
	_, _, err = Create(h.Dir(), passphrase, millbrook(), h.o)
	wantProblem(t, err, "something in that folder already")
	_, _, err = Create(filepath.Join(t.TempDir(), "x"), "", millbrook(), h.o)
	wantProblem(t, err, "needs a passphrase")
	must(t, IsBook(h.Dir()))
	later := filepath.Join(t.TempDir(), "later")
	must(t, os.Mkdir(later, 0o700))
	must(t, os.WriteFile(filepath.Join(later, "book.json"), []byte(`{"format":99}`), 0o600))
	wantProblem(t, IsBook(later), "later version")
}

func TestEveryCodeOfTheVaultHasItsSentence(t *testing.T) {
	for code := range sentences {
		err := Sentence(&vault.Error{Code: code, File: "journal/000001"})
		var p *data.Problem
		if !errors.As(err, &p) {
			t.Fatalf("%s has no sentence", code)
		}
		if strings.Contains(p.Say, "vault") || strings.Contains(p.Say, "journal/") || !strings.HasSuffix(p.Say, ".") {
			t.Errorf("%s says %q", code, p.Say)
		}
		want(t, vault.CodeOf(err), code)
	}
	if Sentence(nil) != nil {
		t.Error("no error has a sentence")
	}
	unknown := Sentence(&vault.Error{Code: "not thought of"})
	if data.Say(unknown) == "" {
		t.Error("a code that nobody thought of says nothing")
	}
}

func TestABookWhoseJournalIsLostIsReadOnly(t *testing.T) {
	h := newHall(t)
	okafor := h.person("Zoë", "Okafor", "")
	must(t, h.Close())
	found, err := filepath.Glob(filepath.Join(h.Dir(), "journal", "*"))
	must(t, err)
	for _, name := range found {
		must(t, os.Remove(name))
	}
	b, err := Open(h.Dir(), passphrase, h.o)
	must(t, err)
	lost := &hall{Book: b, t: t}
	want(t, lost.findPerson(okafor.ID).Last, "Okafor")
	want(t, b.State().ReadOnly, true)
	if !strings.Contains(b.State().Why, "reading only") || !strings.Contains(b.Opened(), "reading only") {
		t.Fatalf("it says %q and %q", b.State().Why, b.Opened())
	}
	wantProblem(t, b.Change("add", func(*Tx) error { return nil }), "reading only")
	must(t, b.Close())
}
