package vault

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"sync"
)

const (
	segmentSuffix = ".journal"
	tornPrefix    = "torn-"
	maxSegment    = 1 << 31 // a file of the journal that is larger was not written by us
)

// point is a place in the chain: the last Change, and the last entry, which need not be that Change.
type point struct {
	number uint64
	change seal // of the last Change
	entry  seal // of the last entry
}

// journal writes the sealed records of one generation. Every file of it can be read by itself.
type journal struct {
	files  Files
	dir    string
	sealer *sealer
	limit  int64 // bytes after which a new file is begun
	lazy   bool  // while a generation is made: synced when a file is full, and at the end

	mu     sync.Mutex
	number uint64 // of the last Change
	entry  seal   // of the last entry, which need not be that Change
	file   File   // nil: the next append begins a new one
	name   string
	size   int64 // of the named file, up to the last record acknowledged
	stated texts
	broken bool // a write or a sync failed; nothing more is written before mend
	first  map[string]uint64
}

// segment is one file of the journal.
type segment struct {
	name    string
	ordinal int
	size    int64
}

func segmentName(ordinal int) string { return fmt.Sprintf("%06d%s", ordinal, segmentSuffix) }

// segments lists the journal's files in the order in which they were begun.
func (j *journal) segments() ([]segment, error) {
	found, err := j.files.ReadDir(j.dir)
	if err != nil {
		return nil, ignoreAbsent(err) // a journal that is gone altogether is one with nothing in it
	}
	var list []segment
	for _, d := range found {
		stem, ok := strings.CutSuffix(d.Name(), segmentSuffix)
		n, err := strconv.Atoi(stem)
		if !ok || err != nil || n <= 0 || d.Name() != segmentName(n) {
			continue // a torn end, or something that a synchronising program left
		}
		info, err := d.Info()
		if err != nil {
			return nil, err
		}
		list = append(list, segment{name: d.Name(), ordinal: n, size: info.Size()})
	}
	sort.Slice(list, func(a, b int) bool { return list[a].ordinal < list[b].ordinal })
	return list, nil
}

// append writes one record, and returns when it is durable. body is given what may be spliced upon in the file
// that the record will stand in, and is told by stated when it is there.
func (j *journal) append(k kind, number uint64, body func(texts) []byte) (seal, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.broken {
		return seal{}, &Error{Code: WriteFailed, File: j.name, Err: errors.New("an earlier write failed and has not been mended")}
	}
	if j.file == nil || j.size >= j.limit {
		if err := j.begin(k == kindBegin); err != nil {
			return seal{}, j.fail(err)
		}
	}
	s, err := j.write(k, number, body(j.stated))
	if err != nil {
		return seal{}, j.fail(err)
	}
	j.number = number
	return s, nil
}

// begin makes a new file. Every one but the generation's first starts with an entry that ties it to the chain.
func (j *journal) begin(generation bool) error {
	if err := j.finish(); err != nil {
		return err
	}
	list, err := j.segments()
	if err != nil {
		return err
	}
	next := 1
	if len(list) > 0 {
		next = list[len(list)-1].ordinal + 1
	}
	name := segmentName(next)
	f, err := j.files.OpenFile(filepath.Join(j.dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	j.file, j.name, j.size, j.stated = f, name, 0, texts{}
	if err := j.files.SyncDir(j.dir); err != nil {
		return err
	}
	if generation {
		return nil
	}
	_, err = j.write(kindSegment, j.number, nil)
	return err
}

func (j *journal) write(k kind, number uint64, body []byte) (seal, error) {
	b, s, err := j.sealer.seal(k, number, j.entry, body)
	if err != nil {
		return seal{}, err
	}
	n, err := j.file.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	if err == nil && !j.lazy {
		err = j.file.Sync()
	}
	if err != nil {
		return seal{}, err
	}
	j.size += int64(len(b))
	j.entry = s
	return s, nil
}

// finish makes the current file durable and lets go of it.
func (j *journal) finish() error {
	if j.file == nil {
		return nil
	}
	err := j.file.Sync()
	err = errors.Join(err, j.file.Close())
	j.file = nil
	return err
}

// fail lets go of the handle: what a failed sync left in the system's cache cannot be trusted again through it.
func (j *journal) fail(err error) error {
	j.broken = true
	if j.file != nil {
		_ = j.file.Close()
		j.file = nil
	}
	return failure(err, WriteFailed, j.name)
}

// mend moves what was never acknowledged out of the way and goes on in a new file.
func (j *journal) mend() (torn []string, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if !j.broken {
		return nil, nil
	}
	list, err := j.segments()
	if err != nil {
		return nil, failure(err, WriteFailed, j.dir)
	}
	for _, s := range list {
		keep := s.size
		switch {
		case s.name == j.name:
			keep = j.size
		case s.name > j.name:
			keep = 0
		}
		if keep == s.size && s.size > 0 {
			continue
		}
		to, err := setAside(j.files, j.dir, s, keep)
		if err != nil {
			return torn, failure(err, WriteFailed, s.name)
		}
		torn = append(torn, to)
	}
	if err := j.begin(false); err != nil {
		return torn, j.fail(err)
	}
	j.broken = false
	return torn, nil
}

// setAside moves what stands in a file of the journal from byte keep on to a torn file, and deletes nothing.
func setAside(files Files, dir string, s segment, keep int64) (string, error) {
	to, err := nextTorn(files, dir)
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, s.name)
	if keep == 0 {
		if err := files.Rename(path, filepath.Join(dir, to)); err != nil {
			return "", err
		}
		return to, files.SyncDir(dir)
	}
	if keep >= s.size {
		return "", nil
	}
	f, err := files.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return "", err
	}
	defer f.Close()
	tail := make([]byte, s.size-keep)
	if _, err := f.ReadAt(tail, keep); err != nil {
		return "", err
	}
	if err := writeFile(files, filepath.Join(dir, to), tail); err != nil {
		return "", err
	}
	if err := f.Truncate(keep); err != nil {
		return "", err
	}
	return to, f.Sync()
}

func nextTorn(files Files, dir string) (string, error) {
	found, err := files.ReadDir(dir)
	if err != nil {
		return "", err
	}
	next := 1
	for _, d := range found {
		if n, err := strconv.Atoi(strings.TrimPrefix(d.Name(), tornPrefix)); err == nil && n >= next {
			next = n + 1
		}
	}
	return tornPrefix + strconv.Itoa(next), nil
}

// read returns the bytes of one file, never in the middle of a write.
func (j *journal) read(name string) ([]byte, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return readFile(j.files, filepath.Join(j.dir, name), maxSegment)
}

func (j *journal) close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return failure(j.finish(), WriteFailed, j.name)
}
