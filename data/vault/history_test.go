package vault

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestHistoryGivesBothSidesOfEveryEdit(t *testing.T) {
	opt := quick()
	opt.Segment = 600 // several files
	v := newBook(t, opt)
	var want []Change
	text := ""
	for i := range 40 {
		d := Draft{What: "type", Group: "g1", Typing: true, Edits: []Edit{{Key: "block/1", Before: []byte(text), After: []byte(text + "wörd ")}}}
		if i == 0 {
			d.Edits[0].Before = nil
		}
		if i%7 == 6 {
			d = Draft{What: "decide", Undoes: uint64(i), Redoes: 2, Edits: []Edit{{Key: fmt.Sprint("vote/", i), After: []byte("carried")}}}
		} else {
			text += "wörd "
		}
		c, err := v.Commit(d)
		must(t, err)
		want = append(want, c)
	}
	check := func(v *Vault) {
		t.Helper()
		for _, from := range []int{0, 1, 13, 40, 41} {
			var got []Change
			must(t, v.Changes(uint64(from), func(c Change) error {
				got = append(got, c)
				return nil
			}))
			if !slices.EqualFunc(got, want[max(from-1, 0):], sameChange) {
				t.Fatalf("from %d on: %d Changes, not what was committed", from, len(got))
			}
		}
		for i, c := range want {
			got, err := v.ChangeAt(uint64(i + 1))
			must(t, err)
			if !sameChange(got, c) {
				t.Fatalf("Change %d is %+v, want %+v", i+1, got, c)
			}
		}
		_, err := v.ChangeAt(41)
		wantCode(t, err, NoSuchChange)
	}
	check(v)
	kill(t, v)
	v = reopen(t, v.Dir(), opt)
	check(v)
	var b bytes.Buffer
	_, err := v.Backup(&b)
	must(t, err)
	again, err := Restore(bytes.NewReader(b.Bytes()), int64(b.Len()), passphrase, filepath.Join(t.TempDir(), "book-2"), opt)
	must(t, err)
	defer again.Close()
	check(again)
}

func sameChange(a, b Change) bool {
	return a.Number == b.Number && a.When.Equal(b.When) && a.What == b.What && a.Group == b.Group && a.Typing == b.Typing &&
		a.Undoes == b.Undoes && a.Redoes == b.Redoes && a.Seal == b.Seal &&
		slices.EqualFunc(a.Edits, b.Edits, func(a, b Edit) bool {
			return a.Key == b.Key && bytes.Equal(a.Before, b.Before) && bytes.Equal(a.After, b.After) &&
				(a.Before == nil) == (b.Before == nil) && (a.After == nil) == (b.After == nil)
		})
}

func TestTypingIsJournalledAsSplices(t *testing.T) {
	v := newBook(t, quick())
	text := []byte(strings.Repeat("the meeting noted the report. ", 300))
	_, err := v.Commit(Draft{Edits: []Edit{{Key: "block/1", After: text}}})
	must(t, err)
	sizes := []int64{}
	for range 3 {
		after := append(bytes.Clone(text), '.')
		_, err := v.Commit(Draft{Typing: true, Edits: []Edit{{Key: "block/1", Before: text, After: after}}})
		must(t, err)
		text = after
		sizes = append(sizes, v.journal.size)
	}
	if grew := sizes[2] - sizes[1]; grew > 400 {
		t.Fatalf("a full stop typed into %d bytes took %d bytes of journal", len(text), grew)
	}
}
