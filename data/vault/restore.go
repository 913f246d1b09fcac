package vault

import (
	"errors"
	"io"

	"filippo.io/age"
)

// Restore makes a book in newDir from a snapshot, and opens it. It is a new generation: the same book, passphrase and
// recovery code, with a data key of its own. newDir, which must not exist or be empty, is complete afterwards or as it
// was. It answers what Prove and Create answer.
func Restore(r io.ReaderAt, size int64, secret, newDir string, opt Options) (*Vault, error) {
	s, err := openSnapshot(r, size)
	if err != nil {
		return nil, err
	}
	if err := s.unlock(secret); err != nil {
		return nil, err
	}
	return restore(s, newDir, s.identity, s.passFile, opt.filled())
}

// HandOver is Restore for a successor: the new generation has an identity of its own under the new passphrase, since
// the predecessor knows the old one. RecoveryCode is then to be shown, once.
func HandOver(r io.ReaderAt, size int64, secret, newDir, passphrase string, opt Options) (*Vault, error) {
	opt = opt.filled()
	s, err := openSnapshot(r, size)
	if err != nil {
		return nil, err
	}
	if err := s.unlock(secret); err != nil {
		return nil, err
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, failure(err, Failed, "")
	}
	sealed, err := sealIdentity(identity, passphrase, opt.WorkFactor)
	if err != nil {
		return nil, failure(err, Failed, identityFile)
	}
	v, err := restore(s, newDir, identity, sealed, opt)
	if err != nil {
		return nil, err
	}
	v.recovery = recoveryCode(identity)
	return v, nil
}

// restore reads the snapshot twice: nothing is written before all of it is known to be good.
func restore(s *snapshot, dir string, identity *age.X25519Identity, passFile []byte, opt Options) (*Vault, error) {
	head, counts, err := s.read(noRecord, noChange)
	if err != nil {
		return nil, err
	}
	keys, err := newGeneration(head.Book, identity, opt)
	if err != nil {
		return nil, err
	}
	o := origin{keys: keys, identity: passFile, parent: &lineage{head.Generation, head.Number, head.Seal}}
	o.feed = func(record func(string, []byte) error, past func(Change) error) error {
		_, _, err := s.read(record, past)
		return err
	}
	if err := begin(dir, o, opt); err != nil {
		return nil, err
	}
	v, err := open(dir, opt, func() (unlocked, error) {
		return unlocked{keys: keys, noPassphrase: len(passFile) == 0}, nil
	})
	if err != nil {
		return nil, err
	}
	if err := v.mustHold(counts); err != nil {
		return nil, errors.Join(err, v.Close())
	}
	v.beginClean()
	return v, nil
}

// mustHold compares the open book with what the snapshot held.
func (v *Vault) mustHold(want Counts) error {
	view := v.View()
	defer view.Close()
	t := newTally()
	if err := view.Range("", t.record); err != nil {
		return err
	}
	if got := t.done(); got.Hash != want.Hash || view.Number() != want.Last {
		return &Error{Code: Damaged, Err: errors.New("the restored book does not hold what the snapshot held")}
	}
	return nil
}
