package vault

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func backupOf(t testing.TB, v *Vault) []byte {
	t.Helper()
	var b bytes.Buffer
	_, err := v.Backup(&b)
	must(t, err)
	return b.Bytes()
}

func prove(b []byte, secret string) (Counts, error) {
	return Prove(bytes.NewReader(b), int64(len(b)), secret)
}

func TestABackupRestoresIntoANewGeneration(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 12)
	mustPut(t, v, "raw/1", "\xff\x00\xfe")
	want["raw/1"] = "\xff\x00\xfe"
	b := backupOf(t, v)
	counts, err := prove(b, passphrase)
	must(t, err)
	if counts.Records != 13 || counts.Changes != 13 || counts.Last != 13 || counts.ByKind["item"] != 12 || counts.ByKind["raw"] != 1 {
		t.Fatalf("it holds %+v", counts)
	}
	for _, secret := range []string{passphrase, v.RecoveryCode()} {
		dir := filepath.Join(t.TempDir(), "book-2")
		again, err := Restore(bytes.NewReader(b), int64(len(b)), secret, dir, quick())
		must(t, err)
		wantContents(t, again, want)
		if again.BookID() != v.BookID() || again.Generation() == v.Generation() || again.Seal() != v.Seal() {
			t.Fatal("want the same book and seal in another generation")
		}
		if c := mustPut(t, again, "item/new", "x"); c.Number != 14 {
			t.Fatalf("the next Change is %d, want 14", c.Number)
		}
		must(t, again.Close())
		must(t, os.RemoveAll(filepath.Join(dir, storeDir)))
		again, err = Open(dir, passphrase, quick())
		must(t, err)
		if again.Last() != 14 || len(contents(t, again)) != 14 {
			t.Fatalf("after another opening it is at %d", again.Last())
		}
		must(t, again.Close())
	}
}

func TestASuccessorGetsABookThatThePredecessorCannotOpen(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 4)
	b := backupOf(t, v)
	dir := filepath.Join(t.TempDir(), "theirs")
	theirs, err := HandOver(bytes.NewReader(b), int64(len(b)), passphrase, dir, "successor's own", quick())
	must(t, err)
	wantContents(t, theirs, want)
	code := theirs.RecoveryCode()
	must(t, theirs.Close())
	for _, old := range []string{passphrase, v.RecoveryCode()} {
		_, err := Open(dir, old, quick())
		wantCode(t, err, WrongSecret)
	}
	for _, own := range []string{"successor's own", code} {
		again, err := Open(dir, own, quick())
		must(t, err)
		must(t, again.Close())
	}
}

func TestADamagedBackupIsNeverAPartialSuccess(t *testing.T) {
	v := newBook(t, quick())
	evening(t, v, 12)
	b := backupOf(t, v)
	whole, err := prove(b, passphrase)
	must(t, err)
	code := v.RecoveryCode()
	dir := filepath.Join(t.TempDir(), "book-2")
	attempt := func(name string, damaged []byte) {
		t.Helper()
		counts, err := prove(damaged, code)
		if err == nil && (counts.Hash != whole.Hash || counts.Changes != whole.Changes) {
			t.Fatalf("%s: proved as %+v", name, counts)
		}
		again, restoreErr := Restore(bytes.NewReader(damaged), int64(len(damaged)), code, dir, quick())
		if (err == nil) != (restoreErr == nil) {
			t.Fatalf("%s: proved %v, restored %v", name, err, restoreErr)
		}
		if again != nil {
			must(t, again.Close())
			must(t, os.RemoveAll(dir))
		}
		for _, left := range []string{dir, dir + partialSuffix} {
			if _, err := os.Stat(left); err == nil {
				t.Fatalf("%s: %s was left", name, left)
			}
		}
	}
	for cut := 0; cut < len(b); cut += 97 {
		attempt(fmt.Sprint("cut at ", cut), b[:cut])
		if _, err := prove(b[:cut], code); err == nil {
			t.Fatalf("cut at %d of %d: taken as whole", cut, len(b))
		}
	}
	for at := 0; at < len(b); at += 41 {
		turned := bytes.Clone(b)
		turned[at] ^= 0x20
		attempt(fmt.Sprint("byte turned at ", at), turned)
	}
	rubbish := make([]byte, 3000)
	_, err = rand.Read(rubbish)
	must(t, err)
	_, err = prove(rubbish, passphrase)
	wantCode(t, err, NotABook)
	_, err = prove(nil, passphrase)
	wantCode(t, err, NotABook)
	_, err = prove(b, "not it")
	wantCode(t, err, WrongSecret)
	other := newBook(t, quick())
	_, err = prove(b, other.RecoveryCode())
	wantCode(t, err, WrongSecret)
}

func TestClosingMakesABackupOnlyWhenThereWereChanges(t *testing.T) {
	v := newBook(t, quick())
	evening(t, v, 2)
	for want := 1; want <= 2; want++ {
		for range 2 {
			must(t, v.Close())
			found, err := v.backups()
			must(t, err)
			if len(found) != 1 || found[0].number != uint64(want+1) {
				t.Fatalf("backups %+v; want one, of Change %d", found, want+1)
			}
			v = reopen(t, v.Dir(), quick())
		}
		mustPut(t, v, "item/000", fmt.Sprint(want))
	}
}

func TestBackupsAreThinnedToDaysWeeksAndMonths(t *testing.T) {
	var list []backup
	day := time.Date(2026, time.May, 14, 21, 0, 0, 0, time.UTC)
	for i := range 500 {
		for _, hour := range []int{0, 2} {
			when := day.AddDate(0, 0, -i).Add(-time.Duration(hour) * time.Hour)
			list = append(list, backup{name: backupName(when, uint64(1000-i)), when: when})
		}
	}
	gone := map[string]bool{}
	for _, b := range spare(list) {
		gone[b.name] = true
	}
	var kept []string
	for _, b := range list {
		if !gone[b.name] {
			kept = append(kept, b.when.Format("2 Jan 06 15h"))
		}
	}
	want := "14 May 26 21h, 13 May 26 21h, 12 May 26 21h, 11 May 26 21h, 10 May 26 21h, 9 May 26 21h, 8 May 26 21h, " +
		"3 May 26 21h, 30 Apr 26 21h, 26 Apr 26 21h, 31 Mar 26 21h, 28 Feb 26 21h, 31 Jan 26 21h, 31 Dec 25 21h, 30 Nov 25 21h, " +
		"31 Oct 25 21h, 30 Sep 25 21h, 31 Aug 25 21h, 31 Jul 25 21h, 30 Jun 25 21h"
	if got := strings.Join(kept, ", "); got != want {
		t.Fatalf("kept\n%s\nwant\n%s", got, want)
	}
}
