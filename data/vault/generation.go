package vault

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"time"

	"filippo.io/age"
)

const (
	partialSuffix = ".partial"
	baseChunk     = 1 << 20 // bytes of records in one entry of the base
)

// origin is what a generation begins with.
type origin struct {
	keys     *keyring
	identity []byte   // the passphrase file
	parent   *lineage // nil for a new book
	// feed hands over the records in key order, and the history, oldest first; nil for a new book.
	feed func(record func(key string, value []byte) error, past func(Change) error) error
}

// newGeneration makes the keys of a generation of that book.
func newGeneration(book id, identity *age.X25519Identity, opt Options) (*keyring, error) {
	k := &keyring{identity: identity, book: book}
	var err error
	if k.generation, err = newID(opt.Random); err == nil {
		_, err = io.ReadFull(opt.Random, k.data[:])
	}
	return k, failure(err, Failed, "")
}

// begin makes a book at dir, complete or not at all: it is built beside and renamed.
func begin(dir string, o origin, opt Options) error {
	if err := mustBeEmpty(dir, opt.Files); err != nil {
		return err
	}
	partial := filepath.Clean(dir) + partialSuffix
	if err := clearPartial(partial, opt.Files); err != nil {
		return err
	}
	err := build(partial, o, opt)
	if err == nil {
		// Only an empty folder can be removed so, and Windows renames onto none.
		if err = opt.Files.Remove(dir); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	if err == nil {
		err = opt.Files.Rename(partial, dir)
	}
	if err != nil {
		return errors.Join(failure(err, Failed, ""), failure(opt.Files.RemoveAll(partial), Failed, ""))
	}
	return failure(opt.Files.SyncDir(filepath.Dir(dir)), Failed, "")
}

// clearPartial removes what an attempt that was cut short left, and nothing that could be someone's own.
func clearPartial(dir string, files Files) error {
	found, err := files.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return failure(err, Failed, "")
	}
	for _, d := range found {
		switch d.Name() {
		case keysDir, journalDir, backupsDir, bookFile, bookFile + partSuffix:
		default:
			return &Error{Code: NotEmpty, File: filepath.Base(dir)}
		}
	}
	return failure(files.RemoveAll(dir), Failed, "")
}

func mustBeEmpty(dir string, files Files) error {
	// Asked first: reading a file as if it were a folder finds nothing in it on some systems.
	info, err := files.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return failure(err, Failed, "")
	case !info.IsDir():
		return &Error{Code: NotEmpty, Err: errors.New("a file stands there")}
	}
	found, err := files.ReadDir(dir)
	switch {
	case err != nil:
		return failure(err, Failed, "")
	case len(found) > 0:
		return &Error{Code: NotEmpty}
	}
	return nil
}

func build(dir string, o origin, opt Options) error {
	for _, d := range []string{"", keysDir, journalDir, backupsDir} {
		if err := opt.Files.Mkdir(filepath.Join(dir, d), 0o700); err != nil {
			return err
		}
	}
	data, err := sealDataKey(o.keys)
	if err != nil {
		return err
	}
	if err := writeBoth(opt.Files, filepath.Join(dir, keysDir), dataKeyFile, data); err != nil {
		return err
	}
	if err := writeBoth(opt.Files, filepath.Join(dir, keysDir), identityFile, o.identity); err != nil {
		return err
	}
	if err := buildJournal(filepath.Join(dir, journalDir), o, opt); err != nil {
		return err
	}
	mark, err := json.Marshal(bookMark{format, o.keys.book})
	if err != nil {
		return err
	}
	if err := writeFile(opt.Files, filepath.Join(dir, bookFile), mark); err != nil {
		return err
	}
	return opt.Files.SyncDir(dir)
}

// buildJournal writes the beginning, the base, the history and the line under them.
func buildJournal(dir string, o origin, opt Options) (err error) {
	sealer, err := newSealer(o.keys, opt.Random)
	if err != nil {
		return err
	}
	j := &journal{files: opt.Files, dir: dir, sealer: sealer, limit: opt.Segment, lazy: true, first: map[string]uint64{}}
	defer func() { err = errors.Join(err, j.close()) }()
	opening := beginning{
		Format: format, Generation: o.keys.generation, Parent: o.parent, When: opt.Now().UTC().Truncate(time.Millisecond),
	}
	var last uint64
	if o.parent != nil {
		j.entry, last = seal(o.parent.Seal), o.parent.Number
	}
	body, err := json.Marshal(opening)
	if err != nil {
		return err
	}
	if _, err := j.append(kindBegin, 0, func(texts) []byte { return body }); err != nil {
		return err
	}
	if o.feed != nil {
		if err := j.inherit(o.feed); err != nil {
			return err
		}
	}
	_, err = j.append(kindBegun, last, func(texts) []byte { return nil })
	return err
}

// inherit writes what the generation was given.
func (j *journal) inherit(feed func(record func(string, []byte) error, past func(Change) error) error) error {
	var chunk []byte
	flush := func() error {
		if len(chunk) == 0 {
			return nil
		}
		full := chunk
		chunk = nil
		_, err := j.append(kindBase, 0, func(texts) []byte { return full })
		return err
	}
	err := feed(func(key string, value []byte) error {
		chunk = appendBytes(appendBytes(chunk, []byte(key)), value)
		if len(chunk) < baseChunk {
			return nil
		}
		return flush()
	}, func(c Change) error {
		if err := flush(); err != nil {
			return err
		}
		_, err := j.append(kindPast, c.Number, func(t texts) []byte {
			b := append(c.Seal[:len(c.Seal):len(c.Seal)], encodeChange(c, t)...)
			t.remember(c)
			return b
		})
		return err
	})
	if err != nil {
		return err
	}
	return flush()
}
