package vault

import "errors"

// Keep says what of a book goes on into a new generation. A nil function keeps all.
type Keep struct {
	// Record returns the value to keep, changed or not, or nil to leave the record out. It may not keep the slice.
	Record func(key string, value []byte) ([]byte, error)
	// Change returns the Change to keep, with edits taken out or not, or false to leave it out of the history.
	Change func(Change) (Change, bool)
}

// Renew makes in newDir a new generation of the book without what Keep leaves out: for erasing someone, for thinning
// the history, and for a new version's form of the records. Passphrase and recovery code stay. The old book, and
// its backups, are as they were: to remove them is the caller's part. newDir is complete afterwards or as it was.
// Changes keep their numbers and seals, but a seal proves only what stands in the generation where it was made.
func (v *Vault) Renew(newDir string, keep Keep) (*Vault, error) {
	passFile, err := v.passphraseFile()
	if err != nil {
		return nil, err
	}
	view, at := v.viewAt()
	defer view.Close()
	keys, err := newGeneration(v.keys.book, v.keys.identity, v.opt)
	if err != nil {
		return nil, err
	}
	t := newTally()
	o := origin{keys: keys, identity: passFile, parent: &lineage{v.keys.generation, at.number, id(at.change)}}
	o.feed = func(record func(string, []byte) error, past func(Change) error) error {
		err := view.Range("", func(key string, value []byte) error {
			kept, err := keep.record(key, value)
			if kept == nil || err != nil {
				return err
			}
			return errors.Join(t.record(key, kept), record(key, kept))
		})
		if err != nil {
			return err
		}
		return v.history(1, at.number, nil, func(c Change) error {
			if kept, ok := keep.change(c); ok {
				return past(kept)
			}
			return nil
		})
	}
	if err := begin(newDir, o, v.opt); err != nil {
		return nil, err
	}
	renewed, err := open(newDir, v.opt, func() (unlocked, error) {
		return unlocked{keys: keys, noPassphrase: len(passFile) == 0}, nil
	})
	if err != nil {
		return nil, err
	}
	want := t.done()
	want.Last = at.number
	if err := renewed.mustHold(want); err != nil {
		return nil, errors.Join(err, renewed.Close())
	}
	renewed.beginClean()
	return renewed, nil
}

func (k Keep) record(key string, value []byte) ([]byte, error) {
	if k.Record == nil {
		return value, nil
	}
	return k.Record(key, value)
}

func (k Keep) change(c Change) (Change, bool) {
	if k.Change == nil {
		return c, true
	}
	return k.Change(c)
}
