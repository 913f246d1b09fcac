package vault

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestASpliceMakesTheOneTextIntoTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{"a", "aa", "é", "ŵ", "the ", "\xff", ""})
		draw := func(name string) []byte {
			var b []byte
			for _, w := range rapid.SliceOfN(words, 0, 12).Draw(t, name) {
				b = append(b, w...)
			}
			return b
		}
		before, after := draw("before"), draw("after")
		got, err := spliceOf(before, after).on(before)
		if err != nil || !bytes.Equal(got, after) {
			t.Fatalf("%q to %q gives %q, %v", before, after, got, err)
		}
	})
}

func TestAChangeReadsBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.OneOf(rapid.Just([]byte(nil)), rapid.SliceOf(rapid.Byte()))
		written, read := texts{}, texts{}
		held := map[string][]byte{}
		for n := range rapid.IntRange(1, 6).Draw(t, "changes") {
			c := Change{
				Number: uint64(n), When: time.UnixMilli(rapid.Int64Range(-1<<40, 1<<42).Draw(t, "when")).UTC(),
				What: rapid.String().Draw(t, "what"), Typing: rapid.Bool().Draw(t, "typing"), Undoes: rapid.Uint64().Draw(t, "undoes"),
			}
			for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c"}), 1, 3, rapid.ID[string]).Draw(t, "keys") {
				e := Edit{Key: key, Before: held[key], After: side.Draw(t, "after")}
				held[key] = e.After
				c.Edits = append(c.Edits, e)
			}
			b := encodeChange(c, written)
			written.remember(c)
			got, err := decodeChange(b, read.held)
			if err != nil {
				t.Fatal(err)
			}
			got.Number = c.Number
			read.remember(got)
			if !sameChange(got, c) {
				t.Fatalf("got %+v, want %+v", got, c)
			}
		}
	})
}

func TestATextGoesThroughJSONUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := text(rapid.OneOf(rapid.SliceOf(rapid.Byte()), rapid.Map(rapid.String(), func(s string) []byte { return []byte(s) })).Draw(t, "value"))
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got text
		if err := json.Unmarshal(b, &got); err != nil || !bytes.Equal(got, want) || got == nil {
			t.Fatalf("%q became %q, %v", want, got, err)
		}
	})
}

func FuzzARecordThatIsNotOursIsRefusedQuietly(f *testing.F) {
	f.Add([]byte{changeVersion, 0, 0, 0, 0, 0, 0, 1, isSplice, 1, 'a', 0, 0, 0, 0})
	f.Add(encodeChange(Change{What: "x", Edits: []Edit{{Key: "a", Before: []byte("b"), After: []byte("c")}}}, texts{}))
	f.Fuzz(func(t *testing.T, b []byte) {
		prior := func(string) []byte { return []byte("prior") }
		if c, err := decodeChange(b, prior); err == nil {
			if _, err := decodeChange(encodeChange(c, texts{}), prior); err != nil {
				t.Fatalf("what was read cannot be written: %v", err)
			}
		}
		_ = readBase(b, func(string, []byte) error { return nil })
		_, _ = workFactor(b)
		_, _ = prove(b, passphrase)
		if i, _ := parseRecoveryCode(string(b)); i != nil {
			t.Fatal("a recovery code was guessed")
		}
	})
}

func TestTheFirstWriteOfASessionMayFailToo(t *testing.T) {
	for _, spoil := range []func(*spoiled){
		func(d *spoiled) { d.room = 0 },
		func(d *spoiled) { d.room = 80 },
		func(d *spoiled) { d.noSync = true },
		func(d *spoiled) { d.readOnly = true },
	} {
		v := newBook(t, quick())
		want := evening(t, v, 5)
		must(t, v.Close())
		disk, opt := soundDisk(), quick()
		opt.Files = disk
		v = reopen(t, v.Dir(), opt)
		spoil(disk)
		for range 2 {
			if _, err := put(v, "item/x", "x"); err == nil {
				t.Fatal("it was acknowledged")
			}
			if v.Mend() == nil {
				t.Fatal("it was mended while the disk was still bad")
			}
		}
		disk.room, disk.noSync, disk.readOnly = -1, false, false
		must(t, v.Mend())
		mustPut(t, v, "item/x", "x")
		want["item/x"] = "x"
		kill(t, v)
		v = reopen(t, v.Dir(), quick())
		wantContents(t, v, want)
		if v.Last() != 6 || v.ReadOnly() {
			t.Fatalf("at %d, opened %+v", v.Last(), v.Opened())
		}
	}
}

func TestWhatIsErasedIsNotInTheNewGeneration(t *testing.T) {
	opt := quick()
	opt.Segment = 2000
	v := newBook(t, opt)
	for i := range 20 {
		mustPut(t, v, fmt.Sprintf("person/%02d", i), fmt.Sprint("someone ", i))
	}
	erased := "person/07"
	dir := filepath.Join(t.TempDir(), "book-2")
	renewed, err := v.Renew(dir, Keep{
		Record: func(key string, value []byte) ([]byte, error) {
			if key == erased {
				return nil, nil
			}
			return value, nil
		},
		Change: func(c Change) (Change, bool) { return c, c.Edits[0].Key != erased },
	})
	must(t, err)
	defer renewed.Close()
	want := contents(t, v)
	delete(want, erased)
	wantContents(t, renewed, want)
	n := 0
	must(t, renewed.Changes(1, func(c Change) error {
		n++
		if c.Edits[0].Key == erased {
			t.Error("the history still has it")
		}
		return nil
	}))
	if n != 19 || renewed.Last() != 20 {
		t.Fatalf("%d Changes, the last %d; want 19 and 20", n, renewed.Last())
	}
	if c := mustPut(t, renewed, erased, "someone else"); c.Number != 21 {
		t.Fatalf("the next Change is %d", c.Number)
	}
}

func TestAHalfMadeBookIsClearedAwayAndNobodysOwnFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "book-1")
	must(t, os.MkdirAll(filepath.Join(dir+partialSuffix, keysDir), 0o700))
	v, err := Create(dir, passphrase, quick())
	must(t, err)
	must(t, v.Close())
	other := filepath.Join(t.TempDir(), "book-1")
	must(t, os.MkdirAll(filepath.Join(other+partialSuffix, "photographs"), 0o700))
	_, err = Create(other, passphrase, quick())
	wantCode(t, err, NotEmpty)
}
