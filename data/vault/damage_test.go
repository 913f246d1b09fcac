package vault

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harm is one way to spoil a file.
var harm = map[string]func(path string, b []byte) error{
	"deleted": func(p string, _ []byte) error { return os.Remove(p) },
	"emptied": func(p string, _ []byte) error { return os.WriteFile(p, nil, 0o600) },
	"halved":  func(p string, b []byte) error { return os.WriteFile(p, b[:len(b)/2], 0o600) },
	"zeroed":  func(p string, b []byte) error { return os.WriteFile(p, make([]byte, len(b)), 0o600) },
	"first byte turned": func(p string, b []byte) error {
		return os.WriteFile(p, append([]byte{b[0] ^ 1}, b[1:]...), 0o600)
	},
	"middle byte turned": func(p string, b []byte) error {
		c := bytes.Clone(b)
		c[len(c)/2] ^= 0x10
		return os.WriteFile(p, c, 0o600)
	},
	"last byte turned": func(p string, b []byte) error {
		c := bytes.Clone(b)
		c[len(c)-1] ^= 0x80
		return os.WriteFile(p, c, 0o600)
	},
	"grown": func(p string, b []byte) error { return os.WriteFile(p, append(bytes.Clone(b), 0), 0o600) },
}

func TestAStoreDamagedInAnyWayOpensWithAllData(t *testing.T) {
	for _, killed := range []bool{false, true} {
		v := newBook(t, quick())
		want := evening(t, v, 30)
		if killed {
			must(t, v.store.db.Sync())
			dir := copyBook(t, v.Dir()) // with the .mem and .vlog of a running store
			must(t, v.Close())
			v = &Vault{dir: dir}
		} else {
			must(t, v.Close())
		}
		files, err := os.ReadDir(filepath.Join(v.Dir(), storeDir))
		must(t, err)
		for _, f := range files {
			for name, do := range harm {
				dir := copyBook(t, v.Dir())
				path := filepath.Join(dir, storeDir, f.Name())
				b, err := os.ReadFile(path)
				must(t, err)
				if len(b) == 0 || f.Name() == "LOCK" {
					continue
				}
				must(t, do(path, b))
				if now, err := os.ReadFile(path); err == nil && bytes.Equal(now, b) {
					continue // it was all zeros before
				}
				again, err := Open(dir, passphrase, quick())
				if err != nil {
					t.Fatalf("%s %s: %v", f.Name(), name, err)
				}
				wantContents(t, again, want)
				if r := again.Opened(); !r.Rebuilt || r.SetAside == "" || r.ReadOnly != "" {
					t.Fatalf("%s %s: opened %+v; want rebuilt, with the damaged store kept", f.Name(), name, r)
				}
				must(t, again.Close())
			}
		}
		for _, gone := range []string{storeDir, cleanListFile} {
			dir := copyBook(t, v.Dir())
			must(t, os.RemoveAll(filepath.Join(dir, gone)))
			again, err := Open(dir, passphrase, quick())
			must(t, err)
			wantContents(t, again, want)
			must(t, again.Close())
		}
	}
}

func TestAStoreDoesNotGrowWithTheNumberOfSessions(t *testing.T) {
	sessions := 60
	if testing.Short() {
		sessions = 15
	}
	v := newBook(t, quick())
	want := map[string]string{}
	for i := range sessions {
		key := fmt.Sprintf("item/%03d", i)
		mustPut(t, v, key, "x")
		want[key] = "x"
		must(t, v.Close())
		v = reopen(t, v.Dir(), quick())
	}
	wantContents(t, v, want)
	tables, err := filepath.Glob(filepath.Join(v.Dir(), storeDir, "*.sst"))
	must(t, err)
	if len(tables) > 5 {
		t.Fatalf("%d tables after %d sessions", len(tables), sessions)
	}
}

func TestAnOlderStoreIsGivenWhatItLacks(t *testing.T) {
	v := newBook(t, quick())
	evening(t, v, 5)
	must(t, v.Close())
	older := copyBook(t, v.Dir())
	v = reopen(t, v.Dir(), quick())
	mustPut(t, v, "item/new", "x")
	_, err := v.Commit(Draft{Typing: true, Edits: []Edit{{Key: "item/new", Before: []byte("x"), After: []byte("xy")}}})
	must(t, err)
	_, err = v.Commit(Draft{Typing: true, Edits: []Edit{{Key: "item/new", Before: []byte("xy"), After: []byte("xyz")}}})
	must(t, err)
	want := contents(t, v)
	must(t, v.Close())
	for _, name := range []string{storeDir, cleanListFile} {
		must(t, os.RemoveAll(filepath.Join(v.Dir(), name)))
		must(t, os.Rename(filepath.Join(older, name), filepath.Join(v.Dir(), name)))
	}
	v = reopen(t, v.Dir(), quick())
	wantContents(t, v, want)
	if r := v.Opened(); r.Replayed != 3 || r.Rebuilt {
		t.Fatalf("opened %+v; want three Changes replayed", r)
	}
}

func TestEitherCopyOfAKeyFileIsEnoughAndTheOtherIsMended(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 3)
	code := v.RecoveryCode()
	must(t, v.Close())
	for _, file := range []string{identityFile, dataKeyFile} {
		for name, do := range harm {
			for _, suffix := range []string{"", copySuffix} {
				dir := copyBook(t, v.Dir())
				path := filepath.Join(dir, keysDir, file+suffix)
				b, err := os.ReadFile(path)
				must(t, err)
				must(t, do(path, b))
				_, err = Open(dir, "not it", quick())
				wantCode(t, err, WrongSecret)
				again, err := Open(dir, passphrase, quick())
				if err != nil {
					t.Fatalf("%s%s %s: %v", file, suffix, name, err)
				}
				wantContents(t, again, want)
				mended, err := os.ReadFile(path)
				if !again.Opened().KeysMended || err != nil || !bytes.Equal(mended, b) {
					t.Fatalf("%s%s %s: not mended: %v", file, suffix, name, err)
				}
				must(t, again.Close())
			}
		}
		dir := copyBook(t, v.Dir())
		for _, suffix := range []string{"", copySuffix} {
			must(t, os.Remove(filepath.Join(dir, keysDir, file+suffix)))
		}
		_, err := Open(dir, passphrase, quick())
		wantCode(t, err, KeyFileDamaged)
		if file == identityFile {
			again, err := Open(dir, code, quick())
			must(t, err)
			wantContents(t, again, want)
			if !again.Opened().NoPassphrase {
				t.Fatal("nobody is told that there is no passphrase any more")
			}
			must(t, again.ChangePassphrase(code, "new"))
			must(t, again.Close())
			again, err = Open(dir, "new", quick())
			must(t, err)
			must(t, again.Close())
		}
	}
}

func TestAKeyFileThatAsksForTooMuchWorkIsRefused(t *testing.T) {
	v := newBook(t, quick())
	must(t, v.Close())
	for _, suffix := range []string{"", copySuffix} {
		path := filepath.Join(v.Dir(), keysDir, identityFile+suffix)
		b, err := os.ReadFile(path)
		must(t, err)
		lines := bytes.SplitN(b, []byte("\n"), 3)
		fields := bytes.Fields(lines[1])
		fields[3] = []byte("30")
		lines[1] = bytes.Join(fields, []byte(" "))
		must(t, os.WriteFile(path, bytes.Join(lines, []byte("\n")), 0o600))
	}
	_, err := Open(v.Dir(), passphrase, quick())
	wantCode(t, err, HostileWorkFactor)
	opt := quick()
	opt.WorkFactor = maxWorkFactor + 1
	_, err = Create(filepath.Join(t.TempDir(), "b"), passphrase, opt)
	wantCode(t, err, HostileWorkFactor)
}

func TestAReadOnlyFolderIsSaidToBeOne(t *testing.T) {
	v := newBook(t, quick())
	must(t, v.Close())
	disk, opt := soundDisk(), quick()
	opt.Files, disk.readOnly = disk, true
	_, err := Open(v.Dir(), passphrase, opt)
	wantCode(t, err, ReadOnlyFolder)
	if _, ok := Holder(v.Dir()); ok {
		t.Fatal("the lock was kept")
	}
	if os.Geteuid() == 0 {
		return // root may write anywhere
	}
	must(t, os.Chmod(v.Dir(), 0o500))
	defer os.Chmod(v.Dir(), 0o700)
	must(t, os.Remove(filepath.Join(v.Dir(), lockFile)))
	_, err = Open(v.Dir(), passphrase, quick())
	wantCode(t, err, ReadOnlyFolder)
}

func TestNothingThatWasWrittenIsOnTheDiskInClear(t *testing.T) {
	const marker = "Gwenllian of Brynmawr"
	v := newBook(t, quick())
	for i := range 50 {
		_, err := v.Commit(Draft{
			What: marker, Group: marker,
			Edits: []Edit{{Key: fmt.Sprintf("%s/%d", marker, i), After: bytes.Repeat([]byte(marker), 100)}},
		})
		must(t, err)
	}
	scan := func(dir string) {
		t.Helper()
		files := 0
		must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := os.ReadFile(path)
			files++
			for _, secret := range []string{marker, passphrase, codePrefix} {
				if bytes.Contains(b, []byte(secret)) || strings.Contains(path, secret) {
					t.Errorf("%s has %q in clear", path, secret)
				}
			}
			return err
		}))
		if files < 8 {
			t.Fatalf("only %d files were looked at", files)
		}
	}
	scan(v.Dir())
	must(t, v.Close())
	scan(v.Dir())
	v = reopen(t, v.Dir(), quick())
	kill(t, v)
	reopen(t, v.Dir(), quick())
	scan(v.Dir())
}

func TestCheckFindsNothingInASoundBookAndDamageInADamagedOne(t *testing.T) {
	opt := quick()
	opt.Segment = 500
	v := newBook(t, opt)
	evening(t, v, 10)
	var last int64
	r, err := v.Check(context.Background(), func(done, total int64) { last = done })
	must(t, err)
	if !r.Sound() || r.Changes != 10 || r.Records != 10 || last == 0 {
		t.Fatalf("checked a sound book: %+v", r)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := v.Check(ctx, nil); err == nil {
		t.Fatal("a check that was called off came to its end")
	}

	second := filepath.Join(v.Dir(), journalDir, segmentName(2))
	b, err := os.ReadFile(second)
	must(t, err)
	b[len(b)/2] ^= 1
	must(t, os.WriteFile(second, b, 0o600))
	r, err = v.Check(context.Background(), nil)
	must(t, err)
	if r.Sound() || r.Damage[0].Code != Damaged || r.Records != 10 {
		t.Fatalf("a turned byte in the journal: %+v", r)
	}
	b[len(b)/2] ^= 1
	must(t, os.WriteFile(second, b, 0o600))

	// The store says something else than the journal.
	want, at := contents(t, v), v.at
	must(t, v.store.apply(Change{Edits: []Edit{{Key: "item/000", After: []byte("forged")}}}, at))
	must(t, os.Remove(filepath.Join(v.Dir(), keysDir, dataKeyFile)))
	r, err = v.Check(context.Background(), nil)
	must(t, err)
	if len(r.Damage) != 2 || r.Damage[0].Code != StoreDamaged || r.Damage[1].Code != KeyFileDamaged {
		t.Fatalf("a forged record and a lost key file: %+v", r)
	}
	must(t, v.Close())
	v = reopen(t, v.Dir(), opt)
	wantContents(t, v, want)
	if r := v.Opened(); !r.Rebuilt || !r.KeysMended {
		t.Fatalf("opened %+v; want the store made anew and the key file mended", r)
	}
}
