package vault

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"

	"filippo.io/age"
)

// snapshot is a backup that has been opened.
type snapshot struct {
	zip      *zip.Reader
	passFile []byte
	identity *age.X25519Identity
}

// openSnapshot answers NotABook for what is no backup at all.
func openSnapshot(r io.ReaderAt, size int64) (*snapshot, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		first := make([]byte, 4)
		if _, readErr := r.ReadAt(first, 0); readErr == nil && bytes.Equal(first, []byte("PK\x03\x04")) {
			return nil, &Error{Code: SnapshotDamaged, Err: err}
		}
		return nil, &Error{Code: NotABook, Err: err}
	}
	s := &snapshot{zip: z}
	found := false
	for _, f := range z.File {
		found = found || f.Name == snapshotBook
		if f.Name != identityFile {
			continue
		}
		in, err := f.Open()
		if err == nil {
			s.passFile, err = io.ReadAll(io.LimitReader(in, maxKeyFile))
		}
		if err != nil {
			s.passFile = nil // the recovery code opens it without
		}
	}
	if !found {
		return nil, &Error{Code: NotABook, Err: errors.New("a zip file with no book in it")}
	}
	return s, nil
}

// unlock takes the passphrase or the recovery code.
func (s *snapshot) unlock(secret string) error {
	identity, err := parseRecoveryCode(secret)
	if err == nil && identity == nil {
		identity, err = openIdentity(s.passFile, secret)
		if CodeOf(err) == KeyFileDamaged {
			err = &Error{Code: SnapshotDamaged, File: identityFile, Err: err}
		}
	}
	s.identity = identity
	return err
}

// read goes through all of it. Only when it returns without an error was anything of what it handed over good.
func (s *snapshot) read(record func(string, []byte) error, past func(Change) error) (headLine, Counts, error) {
	head, counts, err := s.readLines(record, past)
	var none *age.NoIdentityMatchError
	var coded *Error
	switch {
	case errors.As(err, &none):
		err = &Error{Code: WrongSecret, File: snapshotBook, Err: errors.New("the secret is another book's")}
	case err != nil && !errors.As(err, &coded):
		err = &Error{Code: SnapshotDamaged, File: snapshotBook, Err: err}
	}
	return head, counts, err
}

func (s *snapshot) readLines(record func(string, []byte) error, past func(Change) error) (headLine, Counts, error) {
	sealed, err := s.zip.Open(snapshotBook)
	if err != nil {
		return headLine{}, Counts{}, err
	}
	defer sealed.Close()
	packed, err := age.Decrypt(sealed, s.identity)
	if err != nil {
		return headLine{}, Counts{}, err
	}
	plain, err := gzip.NewReader(packed)
	if err != nil {
		return headLine{}, Counts{}, err
	}
	lines := json.NewDecoder(bufio.NewReaderSize(plain, 64<<10))
	r := snapshotReader{tally: newTally(), told: texts{}, record: record, past: past}
	for !r.ended {
		var l line
		if err := lines.Decode(&l); err != nil {
			return r.head, Counts{}, noEOF(err)
		}
		if err := r.take(l); err != nil {
			return r.head, Counts{}, err
		}
	}
	if err := lines.Decode(&line{}); !errors.Is(err, io.EOF) {
		return r.head, Counts{}, errors.Join(errors.New("something follows the end"), err)
	}
	// Both layers check their own end only when it is read.
	for _, layer := range []io.Reader{packed, sealed} {
		if n, err := io.Copy(io.Discard, layer); err != nil || n > 0 {
			return r.head, Counts{}, errors.Join(errors.New("something follows the end"), err)
		}
	}
	return r.head, r.counts, nil
}

func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

type snapshotReader struct {
	head   headLine
	counts Counts
	ended  bool
	tally  *tally
	told   texts
	record func(string, []byte) error
	past   func(Change) error
}

func (r *snapshotReader) take(l line) error {
	if (r.head.Format == 0) != (l.Head != nil) {
		return errors.New("the head is missing, or there twice")
	}
	switch {
	case l.Head != nil:
		if l.Head.Format > format {
			return &Error{Code: NewerFormat, File: snapshotBook}
		}
		r.head = *l.Head
		return nil
	case l.Record != nil:
		if err := r.tally.record(l.Record.Key, l.Record.Value); err != nil {
			return err
		}
		return r.record(l.Record.Key, l.Record.Value)
	case l.Change != nil:
		c, err := l.Change.change(r.told)
		if err != nil {
			return err
		}
		r.told.remember(c)
		r.tally.counts.Changes++
		return r.past(c)
	case l.End != nil:
		r.ended = true
		r.counts = r.tally.done()
		r.counts.Last, r.counts.When = r.head.Number, r.head.When
		if l.End.Hash != r.counts.Hash || l.End.Records != r.counts.Records || l.End.Changes != r.counts.Changes ||
			!maps.Equal(l.End.ByKind, r.counts.ByKind) {
			return fmt.Errorf("the counts at the end do not agree: %d records and %d changes were read", r.counts.Records, r.counts.Changes)
		}
		return nil
	}
	return errors.New("a line that says nothing")
}

// Prove reads a snapshot from end to end, and answers what it holds. It answers NotABook, WrongSecret, MistypedCode,
// HostileWorkFactor, NewerFormat or SnapshotDamaged.
func Prove(r io.ReaderAt, size int64, secret string) (Counts, error) {
	s, err := openSnapshot(r, size)
	if err != nil {
		return Counts{}, err
	}
	if err := s.unlock(secret); err != nil {
		return Counts{}, err
	}
	_, counts, err := s.read(noRecord, noChange)
	return counts, err
}

func noRecord(string, []byte) error { return nil }
func noChange(Change) error         { return nil }

func (l changeLine) change(told texts) (Change, error) {
	c := Change{
		Number: l.Number, When: l.When, What: l.What, Group: l.Group, Typing: l.Typing,
		Undoes: l.Undoes, Redoes: l.Redoes, Seal: l.Seal, Edits: make([]Edit, 0, len(l.Edits)),
	}
	for _, e := range l.Edits {
		edit := Edit{Key: e.Key}
		if e.Splice != nil {
			held := told.held(e.Key)
			s := splice{e.Splice.At, e.Splice.Tail, e.Splice.Removed, e.Splice.Added}
			after, err := s.on(held)
			if err != nil || held == nil {
				return c, errGarbled
			}
			edit.Before, edit.After = held, after
		} else {
			edit.Before, edit.After = e.Before.bytes(), e.After.bytes()
		}
		c.Edits = append(c.Edits, edit)
	}
	return c, nil
}
