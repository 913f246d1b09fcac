package vault

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode"
	"unicode/utf8"
)

// Commit makes one Change durable and shows it to new views. It answers:
//
//   - Stale, with the Key, when a record is no longer what its edit says it was before;
//   - BadDraft or TooLarge for what can never be committed;
//   - NoSpace before anything is written when the disk is nearly full, after which the same Draft may simply be tried again;
//   - NoSpace, ReadOnlyFolder or WriteFailed when the journal could not be written: nothing was committed, and
//     Mend must succeed before the next Commit;
//   - StoreBehind with a Change whose Number is not 0 when the Change is committed but cannot be read yet: do not
//     commit it again, call Mend;
//   - ReadOnlyBook or Closed.
func (v *Vault) Commit(d Draft) (Change, error) {
	if err := checkDraft(d); err != nil {
		return Change{}, err
	}
	v.writing.Lock()
	defer v.writing.Unlock()
	if err := v.mayWrite(d); err != nil {
		return Change{}, err
	}
	if err := v.current(d); err != nil {
		return Change{}, err
	}
	c := Change{
		Number: v.at.number + 1, When: v.opt.Now().UTC().Truncate(time.Millisecond),
		What: d.What, Group: d.Group, Typing: d.Typing, Undoes: d.Undoes, Redoes: d.Redoes,
		Edits: make([]Edit, len(d.Edits)),
	}
	for i, e := range d.Edits {
		c.Edits[i] = Edit{Key: e.Key, Before: bytes.Clone(e.Before), After: bytes.Clone(e.After)}
	}
	s, err := v.journal.append(kindChange, c.Number, func(t texts) []byte {
		b := encodeChange(c, t)
		// If the append fails the file is given up, and this memory with it.
		t.remember(c)
		return b
	})
	if err != nil {
		v.trouble = WriteFailed
		return Change{}, err
	}
	c.Seal = s
	at := point{number: c.Number, change: s, entry: s}
	if err := v.store.apply(c, at); err != nil {
		v.trouble = StoreBehind
		v.opt.Log.Error("store behind", "change", c.Number, "err", err)
		return c, &Error{Code: StoreBehind, Err: err}
	}
	v.show(at)
	return c, nil
}

func (v *Vault) mayWrite(d Draft) error {
	switch {
	case v.closed:
		return &Error{Code: Closed}
	case v.ReadOnly():
		return &Error{Code: ReadOnlyBook, Err: errors.New(string(v.report.ReadOnly))}
	case v.trouble != "":
		return &Error{Code: v.trouble, Err: errors.New("not mended yet")}
	}
	size := 0
	for _, e := range d.Edits {
		size += len(e.Key) + len(e.Before) + len(e.After)
	}
	return v.roomFor(int64(size))
}

// roomFor answers NoSpace while the disk still has some: Badger's memory map would end the process on a full one.
func (v *Vault) roomFor(bytes int64) error { return v.room(v.opt.MinFree, bytes) }

// roomToOpen asks for half as much, so that a book can still be opened where it can no longer be written to.
func (v *Vault) roomToOpen(bytes int64) error { return v.room(v.opt.MinFree/2, bytes) }

func (v *Vault) room(least, bytes int64) error {
	if v.opt.MinFree < 0 {
		return nil
	}
	free, err := v.opt.Files.Free(v.dir)
	if err != nil {
		v.opt.Log.Warn("free space unknown", "err", err)
		return nil // a disk that will not say is not a full one
	}
	// Once in the journal, and twice in the store: its log and its table.
	if need := uint64(least) + 3*uint64(bytes); free < need {
		return &Error{Code: NoSpace, Err: fmt.Errorf("%d MiB free, %d MiB needed", free>>20, need>>20)}
	}
	return nil
}

// current compares every edit with what the store holds.
func (v *Vault) current(d Draft) error {
	if err := v.store.enter(); err != nil {
		return err
	}
	defer v.store.leave()
	for _, e := range d.Edits {
		held, err := v.store.get(e.Key, v.at.timestamp())
		if err != nil {
			return err
		}
		if (held == nil) != (e.Before == nil) || !bytes.Equal(held, e.Before) {
			return &Error{Code: Stale, Key: e.Key}
		}
	}
	return nil
}

func checkDraft(d Draft) error {
	if len(d.Edits) == 0 {
		return &Error{Code: BadDraft, Err: errors.New("nothing is changed")}
	}
	seen := make(map[string]bool, len(d.Edits))
	size := 0
	for _, e := range d.Edits {
		switch {
		case !goodKey(e.Key):
			return &Error{Code: BadDraft, Key: fmt.Sprintf("%.40q", e.Key), Err: errors.New("not a key")}
		case seen[e.Key]:
			return &Error{Code: BadDraft, Key: e.Key, Err: errors.New("edited twice")}
		case len(e.Before) > MaxValue || len(e.After) > MaxValue:
			return &Error{Code: TooLarge, Key: e.Key, Err: fmt.Errorf("%d bytes", max(len(e.Before), len(e.After)))}
		}
		seen[e.Key] = true
		size += len(e.Key) + len(e.Before) + len(e.After)
	}
	if size > MaxChange {
		return &Error{Code: TooLarge, Err: fmt.Errorf("%d bytes in one Change", size)}
	}
	return nil
}

func goodKey(key string) bool {
	return key != "" && len(key) <= MaxKey && utf8.ValidString(key) && !slices.ContainsFunc([]rune(key), unicode.IsControl)
}

// Mend brings the vault back after a Commit that failed. What the journal never acknowledged is set aside in
// journal/torn-N and is not in the book; the journal goes on in a new file. A store that is behind is given what it
// lacks, or made anew, after which views opened before answer Closed. With nothing to mend it does nothing.
// Like Close it waits for readers, so it must not be called from inside a Range.
// While the cause lasts it answers NoSpace, ReadOnlyFolder, WriteFailed or StoreBehind, and may be tried again.
func (v *Vault) Mend() error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if v.closed {
		return &Error{Code: Closed}
	}
	switch v.trouble {
	case "":
		return nil
	case WriteFailed:
		if err := v.roomFor(0); err != nil {
			return err
		}
		torn, err := v.journal.mend()
		v.opt.Log.Warn("journal mended", "torn", torn, "err", err)
		if err != nil {
			return err
		}
	case StoreBehind:
		if err := v.catchUp(); err != nil {
			return err
		}
	}
	v.trouble = ""
	return nil
}

// catchUp gives the store what the journal has beyond it, or makes it anew when it will not take that.
func (v *Vault) catchUp() error {
	_, err := v.replay(v.at)
	if err == nil {
		return nil
	}
	v.opt.Log.Error("store will not take the journal; making it anew", "err", err)
	if err := v.store.close(); err != nil {
		v.opt.Log.Error("store would not close", "err", err)
	}
	l, _, err := v.readJournal()
	if err != nil {
		return err
	}
	return v.rebuild(l, true)
}
