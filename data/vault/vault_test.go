package vault

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

const passphrase = "a long walk to the hall"

// clock ticks a second each time it is read.
func clock() func() time.Time {
	now := time.Date(2026, time.May, 14, 18, 30, 0, 0, time.UTC)
	var one sync.Mutex
	return func() time.Time {
		one.Lock()
		defer one.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func quick() Options {
	return Options{Now: clock(), WorkFactor: 1, MinFree: -1}
}

// newBook makes a book that closes itself when the test ends.
func newBook(t testing.TB, opt Options) *Vault {
	t.Helper()
	v, err := Create(filepath.Join(t.TempDir(), "book-1"), passphrase, opt)
	must(t, err)
	t.Cleanup(func() { v.Close() })
	return v
}

func reopen(t testing.TB, dir string, opt Options) *Vault {
	t.Helper()
	v, err := Open(dir, passphrase, opt)
	must(t, err)
	t.Cleanup(func() { v.Close() })
	return v
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantCode(t testing.TB, err error, want Code) {
	t.Helper()
	if got := CodeOf(err); got != want {
		t.Fatalf("got code %q (%v), want %q", got, err, want)
	}
}

// put commits one record as it is to be, whatever it is now.
func put(v *Vault, key, value string) (Change, error) {
	w := v.View()
	defer w.Close()
	before, err := w.Get(key)
	if err != nil {
		return Change{}, err
	}
	return v.Commit(Draft{What: "write " + key, Edits: []Edit{{Key: key, Before: before, After: []byte(value)}}})
}

func mustPut(t testing.TB, v *Vault, key, value string) Change {
	t.Helper()
	c, err := put(v, key, value)
	must(t, err)
	return c
}

// contents reads the whole book.
func contents(t testing.TB, v *Vault) map[string]string {
	t.Helper()
	w := v.View()
	defer w.Close()
	all := map[string]string{}
	must(t, w.Range("", func(key string, value []byte) error {
		all[key] = string(value)
		return nil
	}))
	return all
}

func wantContents(t testing.TB, v *Vault, want map[string]string) {
	t.Helper()
	if got := contents(t, v); !maps.Equal(got, want) {
		t.Fatalf("the book holds %d records, want %d\n got %.300v\nwant %.300v", len(got), len(want), got, want)
	}
}

// kill lets go of the book without closing it properly: what the disk has is what a killed process leaves.
func kill(t testing.TB, v *Vault) {
	t.Helper()
	v.writing.Lock()
	defer v.writing.Unlock()
	if v.closed {
		return
	}
	v.closed = true
	must(t, v.journal.close())
	must(t, v.store.close())
	must(t, v.lock.Unlock())
}

// evening writes a meeting's worth of records and says what the book must hold.
func evening(t testing.TB, v *Vault, n int) map[string]string {
	t.Helper()
	want := contents(t, v)
	for i := range n {
		key, value := fmt.Sprintf("item/%03d", i), fmt.Sprintf(`{"text":"what was said about %d"}`, i)
		mustPut(t, v, key, value)
		want[key] = value
	}
	return want
}

func TestWhatWasCommittedIsThereAfterReopening(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 20)
	seal := v.Seal()
	must(t, v.Close())
	v = reopen(t, v.Dir(), quick())
	wantContents(t, v, want)
	if !v.Opened().Clean || v.Last() != 20 || v.Seal() != seal {
		t.Fatalf("opened %+v at %d, seal %s; want clean at 20, seal %s", v.Opened(), v.Last(), v.Seal(), seal)
	}
	mustPut(t, v, "item/000", "again")
	want["item/000"] = "again"
	must(t, v.Close())
	wantContents(t, reopen(t, v.Dir(), quick()), want)
}

func TestAKilledBookIsRebuiltFromTheJournal(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 20)
	kill(t, v)
	v = reopen(t, v.Dir(), quick())
	wantContents(t, v, want)
	r := v.Opened()
	if r.Clean || !r.Rebuilt || r.SetAside == "" || r.ReadOnly != "" {
		t.Fatalf("opened %+v; want rebuilt with the old store set aside", r)
	}
	must(t, v.Close())
	if _, err := os.Stat(filepath.Join(v.Dir(), r.SetAside)); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("the store that was set aside is still there after a good close")
	}
	if v = reopen(t, v.Dir(), quick()); !v.Opened().Clean {
		t.Fatalf("the opening after that was %+v; want clean", v.Opened())
	}
}

func TestTheRecoveryCodeOpensTheBookInAnyGroupingAndCase(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 3)
	code := v.RecoveryCode()
	must(t, v.Close())
	for _, written := range []string{
		code,
		strings.ToLower(code),
		strings.ReplaceAll(code, " ", ""),
		strings.ReplaceAll(strings.TrimPrefix(code, codePrefix+" "), " ", "-"),
		"  " + strings.ReplaceAll(code, " ", "\n"),
	} {
		v, err := Open(v.Dir(), written, quick())
		must(t, err)
		wantContents(t, v, want)
		if v.RecoveryCode() != "" {
			t.Fatal("an open book gives its recovery code away")
		}
		must(t, v.Close())
	}
	mistyped := []byte(strings.ToLower(code))
	mistyped[len(mistyped)-1] ^= 1
	_, err := Open(v.Dir(), string(mistyped), quick())
	wantCode(t, err, MistypedCode)
}

func TestAWrongSecretIsRefused(t *testing.T) {
	v, other := newBook(t, quick()), newBook(t, quick())
	must(t, v.Close())
	_, err := Open(v.Dir(), "not it", quick())
	wantCode(t, err, WrongSecret)
	_, err = Open(v.Dir(), other.RecoveryCode(), quick())
	wantCode(t, err, WrongSecret)
	_, err = Create(filepath.Join(t.TempDir(), "book"), "", quick())
	wantCode(t, err, EmptyPassphrase)
}

func TestThePassphraseCanBeChangedWithTheOldOneOrTheRecoveryCode(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 3)
	wantCode(t, v.ChangePassphrase("not it", "second"), WrongSecret)
	must(t, v.ChangePassphrase(passphrase, "second"))
	must(t, v.ChangePassphrase(v.RecoveryCode(), "third"))
	must(t, v.Close())
	for _, old := range []string{passphrase, "second"} {
		_, err := Open(v.Dir(), old, quick())
		wantCode(t, err, WrongSecret)
	}
	again, err := Open(v.Dir(), "third", quick())
	must(t, err)
	defer again.Close()
	wantContents(t, again, want)
}

func TestABookIsCreatedOnlyWhereNothingIs(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "letter.txt"), nil, 0o600))
	_, err := Create(dir, passphrase, quick())
	wantCode(t, err, NotEmpty)
	_, err = Create(filepath.Join(dir, "letter.txt"), passphrase, quick())
	wantCode(t, err, NotEmpty)
	empty := t.TempDir()
	v, err := Create(empty, passphrase, quick())
	must(t, err)
	must(t, v.Close())
}

func TestOnlyABookOfThisVersionIsOpened(t *testing.T) {
	wantCode(t, IsBook(t.TempDir()), NotABook)
	v := newBook(t, quick())
	must(t, v.Close())
	must(t, IsBook(v.Dir()))
	mark := filepath.Join(v.Dir(), bookFile)
	for content, want := range map[string]Code{
		`{"format":2,"book":{"new":"shape"}}`: NewerFormat,
		`{"format":0}`:                        NotABook,
		`PNG`:                                 NotABook,
		``:                                    NotABook,
	} {
		must(t, os.WriteFile(mark, []byte(content), 0o600))
		wantCode(t, IsBook(v.Dir()), want)
		_, err := Open(v.Dir(), passphrase, quick())
		wantCode(t, err, want)
	}
}

func TestASecondOpeningIsToldWhoHasTheBook(t *testing.T) {
	v := newBook(t, quick())
	_, err := Open(v.Dir(), passphrase, quick())
	wantCode(t, err, AlreadyOpen)
	if held, ok := Holder(v.Dir()); !ok || held.PID != os.Getpid() || held.Since.Year() != 2026 {
		t.Fatalf("held by %+v, %v", held, ok)
	}
	must(t, v.Close())
	if held, ok := Holder(v.Dir()); ok {
		t.Fatalf("still held by %+v after closing", held)
	}
}

func TestAViewSeesOneMomentWhateverIsCommitted(t *testing.T) {
	v := newBook(t, quick())
	mustPut(t, v, "item/1", "first")
	w := v.View()
	defer w.Close()
	mustPut(t, v, "item/1", "second")
	mustPut(t, v, "item/2", "new")
	got, err := w.Get("item/1")
	must(t, err)
	if string(got) != "first" || w.Number() != 1 {
		t.Fatalf("the view of Change %d reads %q", w.Number(), got)
	}
	if got, err := w.Get("item/2"); err != nil || got != nil {
		t.Fatalf("the view reads what came later: %q, %v", got, err)
	}
	wantContents(t, v, map[string]string{"item/1": "second", "item/2": "new"})
}

func TestRangesGoInKeyOrderAndNeverBeyondTheirPrefix(t *testing.T) {
	v := newBook(t, quick())
	for _, k := range []string{"motion/2", "motion/10", "motion", "motions/1", "person/é", "motion/1"} {
		mustPut(t, v, k, "x")
	}
	w := v.View()
	defer w.Close()
	collect := func(do func(func(string, []byte) error) error) string {
		var keys []string
		must(t, do(func(key string, _ []byte) error {
			keys = append(keys, key)
			return nil
		}))
		return strings.Join(keys, " ")
	}
	for _, c := range []struct{ name, got, want string }{
		{"Range", collect(func(f func(string, []byte) error) error { return w.Range("motion/", f) }), "motion/1 motion/10 motion/2"},
		{"Range of all", collect(func(f func(string, []byte) error) error { return w.Range("", f) }), "motion motion/1 motion/10 motion/2 motions/1 person/é"},
		{"RangeFrom", collect(func(f func(string, []byte) error) error { return w.RangeFrom("motion/", "motion/10", f) }), "motion/10 motion/2"},
		{"RangeFrom between", collect(func(f func(string, []byte) error) error { return w.RangeFrom("motion/", "motion/11", f) }), "motion/2"},
		{"RangeFrom before", collect(func(f func(string, []byte) error) error { return w.RangeFrom("motion/", "a", f) }), "motion/1 motion/10 motion/2"},
		{"RangeReverse", collect(func(f func(string, []byte) error) error { return w.RangeReverse("motion/", f) }), "motion/2 motion/10 motion/1"},
		{"RangeReverse of all", collect(func(f func(string, []byte) error) error { return w.RangeReverse("", f) }), "person/é motions/1 motion/2 motion/10 motion/1 motion"},
	} {
		if c.got != c.want {
			t.Errorf("%s gives %q, want %q", c.name, c.got, c.want)
		}
	}
	n := 0
	must(t, w.Range("", func(string, []byte) error { n++; return ErrStop }))
	if n != 1 {
		t.Fatalf("a range that was stopped went on to %d records", n)
	}
}

func TestAStaleEditIsRefusedAndNamed(t *testing.T) {
	v := newBook(t, quick())
	mustPut(t, v, "item/1", "first")
	for _, e := range []Edit{
		{Key: "item/1", Before: []byte("other"), After: []byte("x")},
		{Key: "item/1", After: []byte("x")},
		{Key: "item/2", Before: []byte(""), After: []byte("x")},
	} {
		_, err := v.Commit(Draft{What: "stale", Edits: []Edit{{Key: "item/9", After: []byte("y")}, e}})
		wantCode(t, err, Stale)
		var coded *Error
		if !errors.As(err, &coded) || coded.Key != e.Key {
			t.Fatalf("the error names %q, want %q", coded.Key, e.Key)
		}
	}
	wantContents(t, v, map[string]string{"item/1": "first"})
}

func TestADraftThatCanNeverBeCommittedIsRefused(t *testing.T) {
	v := newBook(t, quick())
	x := []byte("x")
	for name, c := range map[string]struct {
		draft Draft
		want  Code
	}{
		"nothing":       {Draft{}, BadDraft},
		"no key":        {Draft{Edits: []Edit{{After: x}}}, BadDraft},
		"control":       {Draft{Edits: []Edit{{Key: "a\x00b", After: x}}}, BadDraft},
		"not text":      {Draft{Edits: []Edit{{Key: "\xff", After: x}}}, BadDraft},
		"long key":      {Draft{Edits: []Edit{{Key: strings.Repeat("k", MaxKey+1), After: x}}}, BadDraft},
		"twice":         {Draft{Edits: []Edit{{Key: "a", After: x}, {Key: "a", After: x}}}, BadDraft},
		"value too big": {Draft{Edits: []Edit{{Key: "a", After: make([]byte, MaxValue+1)}}}, TooLarge},
	} {
		_, err := v.Commit(c.draft)
		if CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	big := bytes.Repeat([]byte("0123456789abcdef"), MaxValue/16)
	if _, err := v.Commit(Draft{Edits: []Edit{{Key: "big", After: big}}}); err != nil {
		t.Fatalf("a value of %d bytes: %v", len(big), err)
	}
}

func TestAnEmptyValueIsNotAnAbsentOne(t *testing.T) {
	v := newBook(t, quick())
	mustPut(t, v, "item/empty", "")
	w := v.View()
	got, err := w.Get("item/empty")
	w.Close()
	if err != nil || got == nil || len(got) != 0 {
		t.Fatalf("got %v, %v", got, err)
	}
	_, err = v.Commit(Draft{Edits: []Edit{{Key: "item/empty", Before: []byte{}}}})
	must(t, err)
	wantContents(t, v, map[string]string{})
}

func TestAnImportOfTwentyThousandMembersIsOneChange(t *testing.T) {
	v := newBook(t, quick())
	d := Draft{What: "bring in the members"}
	want := map[string]string{}
	for i := range 20_000 {
		key, value := fmt.Sprintf("person/%05d", i), fmt.Sprintf(`{"number":"L%07d","name":%q}`, i, strings.Repeat("x", i%200))
		d.Edits = append(d.Edits, Edit{Key: key, After: []byte(value)})
		want[key] = value
	}
	c, err := v.Commit(d)
	must(t, err)
	if c.Number != 1 || v.Last() != 1 {
		t.Fatalf("it is Change %d, and the last is %d", c.Number, v.Last())
	}
	wantContents(t, v, want)
	kill(t, v)
	wantContents(t, reopen(t, v.Dir(), quick()), want)
}

func TestNothingIsReadAfterClosing(t *testing.T) {
	v := newBook(t, quick())
	mustPut(t, v, "item/1", "x")
	w := v.View()
	must(t, v.Close())
	_, err := w.Get("item/1")
	wantCode(t, err, Closed)
	wantCode(t, w.Range("", func(string, []byte) error { return nil }), Closed)
	_, err = v.Commit(Draft{Edits: []Edit{{Key: "a", After: []byte("b")}}})
	wantCode(t, err, Closed)
	wantCode(t, v.Mend(), Closed)
	w.Close()
	_, err = v.View().Get("item/1")
	wantCode(t, err, Closed)
	must(t, v.Close())
}
