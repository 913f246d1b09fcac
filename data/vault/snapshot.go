package vault

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"filippo.io/age"
)

const (
	snapshotBook = "book.age"
	readmeFile   = "README.txt"
)

const readme = `This is a backup of a Branchbook minute book.

Branchbook opens it: choose "Restore a backup" and give the passphrase of the book, or its recovery code.

Without Branchbook, the free program "age" (https://age-encryption.org) opens it:

    age --decrypt --output key.txt identity.age       asks for the passphrase
    age --decrypt --identity key.txt --output book.gz book.age
    gunzip --to-stdout book.gz > book.jsonl           any unzipping program that knows .gz will do

With the recovery code instead of the passphrase, put the code without its spaces into key.txt and leave out the
first step. Delete key.txt and the opened book when you are done: they are not protected.

book.jsonl is text. Each line is one record, or one change, oldest first; the last line has the counts.
`

// A snapshot's text is lines of JSON: a head, the records in key order, the history, and an end with the counts.
type line struct {
	Head   *headLine   `json:"book,omitempty"`
	Record *recordLine `json:"record,omitempty"`
	Change *changeLine `json:"change,omitempty"`
	End    *endLine    `json:"end,omitempty"`
}

type headLine struct {
	Format     int       `json:"format"`
	Book       id        `json:"book"`
	Generation id        `json:"generation"`
	Number     uint64    `json:"number"`
	Seal       id        `json:"seal"`  // of the last Change
	Entry      id        `json:"entry"` // of the journal's last entry
	When       time.Time `json:"when"`
}

type recordLine struct {
	Key   string `json:"key"`
	Value text   `json:"value"`
}

type changeLine struct {
	Number uint64     `json:"number"`
	When   time.Time  `json:"when"`
	What   string     `json:"what"`
	Group  string     `json:"group,omitempty"`
	Typing bool       `json:"typing,omitempty"`
	Undoes uint64     `json:"undoes,omitempty"`
	Redoes uint64     `json:"redoes,omitempty"`
	Seal   id         `json:"seal"`
	Edits  []editLine `json:"edits"`
}

// editLine is whole, or a splice on what the record was when it was last stated in this file.
type editLine struct {
	Key    string      `json:"key"`
	Before *text       `json:"before,omitempty"`
	After  *text       `json:"after,omitempty"`
	Splice *spliceLine `json:"splice,omitempty"`
}

type spliceLine struct {
	At      int  `json:"at"`   // bytes kept from the start
	Tail    int  `json:"tail"` // bytes kept at the end
	Removed text `json:"removed"`
	Added   text `json:"added"`
}

type endLine struct {
	Records uint64         `json:"records"`
	Changes uint64         `json:"changes"`
	ByKind  map[string]int `json:"byKind"`
	Hash    string         `json:"hash"`
}

// text is a value as a JSON string when it is one, and otherwise as base64.
type text []byte

type encoded struct {
	Base64 []byte `json:"base64"`
}

func (t text) MarshalJSON() ([]byte, error) {
	if !utf8.Valid(t) {
		return json.Marshal(encoded{t})
	}
	return json.Marshal(string(t))
}

func (t *text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '{' {
		var e encoded
		err := json.Unmarshal(b, &e)
		*t = append(text{}, e.Base64...)
		return err
	}
	var s string
	err := json.Unmarshal(b, &s)
	*t = text(s)
	return err
}

func textOf(b []byte) *text {
	if b == nil {
		return nil
	}
	t := text(b)
	return &t
}

// tally counts records as they pass in key order.
type tally struct {
	counts Counts
	sum    hash.Hash
	last   string
}

func newTally() *tally {
	return &tally{counts: Counts{ByKind: map[string]int{}}, sum: sha256.New()}
}

func (t *tally) record(key string, value []byte) error {
	if key <= t.last {
		return errors.New("records out of order")
	}
	t.last = key
	t.counts.Records++
	t.counts.ByKind[kindOf(key)]++
	t.sum.Write(appendBytes(appendBytes(nil, []byte(key)), value))
	return nil
}

func (t *tally) done() Counts {
	t.counts.Hash = hex.EncodeToString(t.sum.Sum(nil))
	return t.counts
}

func kindOf(key string) string {
	if at := strings.IndexAny(key, "/|"); at >= 0 {
		return key[:at]
	}
	return key
}

// Backup writes a snapshot of the book to w: a zip that the age tool opens too. Nothing is finished before it
// returns without an error. The book may be written to meanwhile. In a damaged book the history is what can be read.
func (v *Vault) Backup(w io.Writer) (Counts, error) {
	identity, err := v.passphraseFile()
	if err != nil {
		return Counts{}, err
	}
	z := zip.NewWriter(w)
	for _, f := range []struct {
		name string
		body []byte
	}{{readmeFile, []byte(readme)}, {identityFile, identity}} {
		part, err := z.CreateHeader(v.zipHeader(f.name))
		if err == nil {
			_, err = part.Write(f.body)
		}
		if err != nil {
			return Counts{}, failure(err, WriteFailed, f.name)
		}
	}
	part, err := z.CreateHeader(v.zipHeader(snapshotBook))
	if err != nil {
		return Counts{}, failure(err, WriteFailed, snapshotBook)
	}
	counts, err := v.writeSnapshot(part)
	if err == nil {
		err = z.Close()
	}
	return counts, failure(err, WriteFailed, snapshotBook)
}

func (v *Vault) zipHeader(name string) *zip.FileHeader {
	return &zip.FileHeader{Name: name, Method: zip.Store, Modified: v.opt.Now()}
}

func (v *Vault) passphraseFile() ([]byte, error) {
	for _, name := range []string{identityFile, identityFile + copySuffix} {
		b, err := readFile(v.opt.Files, v.path(filepath.Join(keysDir, name)), maxKeyFile)
		if err != nil {
			continue
		}
		if _, err := workFactor(b); err == nil {
			return b, nil
		}
	}
	// The recovery code opens the backup all the same.
	return []byte{}, nil
}

func (v *Vault) writeSnapshot(w io.Writer) (Counts, error) {
	sealed, err := age.Encrypt(w, v.keys.identity.Recipient())
	if err != nil {
		return Counts{}, err
	}
	packed := gzip.NewWriter(sealed)
	buffered := bufio.NewWriterSize(packed, 64<<10)
	counts, err := v.writeLines(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = packed.Close()
	}
	if err == nil {
		err = sealed.Close()
	}
	return counts, err
}

func (v *Vault) writeLines(w io.Writer) (Counts, error) {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	view, at := v.viewAt()
	defer view.Close()
	head := headLine{
		Format: format, Book: v.keys.book, Generation: v.keys.generation, Number: at.number,
		Seal: id(at.change), Entry: id(at.entry), When: v.opt.Now().UTC().Truncate(time.Second),
	}
	if err := lines.Encode(line{Head: &head}); err != nil {
		return Counts{}, err
	}
	t := newTally()
	err := view.Range("", func(key string, value []byte) error {
		if err := t.record(key, value); err != nil {
			return err
		}
		return lines.Encode(line{Record: &recordLine{key, value}})
	})
	if err != nil {
		return Counts{}, err
	}
	told := texts{}
	pass := func(Damage) error { return nil }
	err = v.history(1, at.number, pass, func(c Change) error {
		t.counts.Changes++
		l := lineOf(c, told)
		told.remember(c)
		return lines.Encode(line{Change: &l})
	})
	if err != nil {
		return Counts{}, err
	}
	counts := t.done()
	counts.Last, counts.When = head.Number, head.When
	return counts, lines.Encode(line{End: &endLine{counts.Records, counts.Changes, counts.ByKind, counts.Hash}})
}

func lineOf(c Change, told texts) changeLine {
	l := changeLine{
		Number: c.Number, When: c.When, What: c.What, Group: c.Group, Typing: c.Typing,
		Undoes: c.Undoes, Redoes: c.Redoes, Seal: id(c.Seal), Edits: make([]editLine, 0, len(c.Edits)),
	}
	for _, e := range c.Edits {
		if told.spliceable(c.Typing, e) {
			s := spliceOf(e.Before, e.After)
			l.Edits = append(l.Edits, editLine{Key: e.Key, Splice: &spliceLine{s.at, s.tail, s.removed, s.added}})
			continue
		}
		l.Edits = append(l.Edits, editLine{Key: e.Key, Before: textOf(e.Before), After: textOf(e.After)})
	}
	return l
}

func (t *text) bytes() []byte {
	if t == nil {
		return nil
	}
	return *t
}
