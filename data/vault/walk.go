package vault

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// parse opens every authentic record in the bytes of one file, in order. It passes over what is damaged:
// whether something is missing between two of them is for the chain to say.
func (s *sealer) parse(b []byte) []entry {
	var found []entry
	for at := 0; at <= len(b)-overhead; {
		e, err := s.open(b[at:])
		if err != nil {
			at = s.resume(b, at+1)
			continue
		}
		e.offset, e.end = int64(at), int64(at)+e.end
		found = append(found, e)
		at = int(e.end)
	}
	return found
}

// resume returns the first offset from at on where a record could start.
func (s *sealer) resume(b []byte, at int) int {
	for ; at <= len(b)-overhead; at++ {
		length := binary.BigEndian.Uint32(b[at:])
		number := binary.BigEndian.Uint64(b[at+4:])
		if length >= overhead-headSize && int64(length) <= int64(len(b)-at-headSize) && number < 1<<40 {
			return at
		}
	}
	return len(b)
}

// walk goes through the journal's chain.
type walk struct {
	journal *journal
	start   int   // index of the first file to read
	after   *seal // begin behind this entry, wherever it stands, instead of at the generation's beginning
	trust   bool  // take the first entry met as following on something good

	entry    func(segment, entry) error
	hole     func(Damage) error      // nil: a hole ends the walk with a Damaged error
	progress func(done, total int64) // may be nil
}

// reached is where a walk came to its end.
type reached struct {
	number uint64 // of the last entry
	entry  seal
	last   segment   // the file in which the last entry stands
	whole  int64     // how much of it is whole
	void   []segment // files behind it that hold no entry at all
	found  bool      // something was met that follows on what the walk began with
}

// run calls entry for each entry in order.
func (w *walk) run() (reached, error) {
	var r reached
	list, err := w.journal.segments()
	if err != nil {
		return r, failure(err, Failed, w.journal.dir)
	}
	var total, done int64
	for _, s := range list {
		total += s.size
	}
	for i, s := range list {
		done += s.size
		if i < w.start {
			continue
		}
		if err := w.file(&r, s, list[i+1:]); err != nil {
			return r, err
		}
		if w.progress != nil {
			w.progress(done, total)
		}
	}
	return r, nil
}

func (w *walk) file(r *reached, s segment, later []segment) error {
	b, err := w.journal.read(s.name)
	if err != nil {
		return failure(err, Failed, filepath.Join("journal", s.name))
	}
	entries := w.journal.sealer.parse(b)
	if len(entries) == 0 {
		r.void = append(r.void, s)
		return nil
	}
	entries = w.standing(r, entries, later)
	for _, e := range entries {
		if !r.found && !w.begins(r, e) {
			if r.found {
				r.last, r.whole, r.void = s, e.end, nil
			}
			continue
		}
		if e.prev != r.entry {
			if err := w.broken(s, e); err != nil {
				return err
			}
		}
		if err := w.entry(s, e); err != nil {
			return err
		}
		r.number, r.entry = e.number, e.seal
		r.last, r.whole, r.void = s, e.end, nil
	}
	return nil
}

// begins reports whether e is the first entry that the walk is about.
func (w *walk) begins(r *reached, e entry) bool {
	switch {
	case w.after != nil && e.seal == *w.after:
		// What follows is wanted, and this itself is not.
		r.found, r.entry, r.number = true, e.seal, e.number
		return false
	case w.after != nil:
		r.found, r.entry = e.prev == *w.after, *w.after
	case w.trust || e.kind == kindBegin:
		r.found, r.entry = true, e.prev
	default:
		// The beginning is missing: nothing can have this seal, so that the chain breaks here.
		r.found, r.entry = true, lostBeginning
	}
	return r.found
}

// lostBeginning is no entry's seal: it only has to differ from what the next entry claims.
var lostBeginning = seal{0xff}

// standing drops what the next file does not follow on: it was never acknowledged, and was given up when that file was begun.
func (w *walk) standing(r *reached, entries []entry, later []segment) []entry {
	for _, next := range later {
		head, err := w.journal.head(next.name)
		if err != nil {
			continue
		}
		for i, e := range entries {
			if e.seal == head.prev {
				return entries[:i+1]
			}
		}
		if head.prev == r.entry && r.found {
			return nil
		}
		return entries
	}
	return entries
}

func (w *walk) broken(s segment, e entry) error {
	d := Damage{
		Code:   Damaged,
		File:   filepath.Join("journal", s.name),
		Detail: fmt.Sprintf("at byte %d: the entry of Change %d does not follow on what is before it", e.offset, e.number),
	}
	if w.hole != nil {
		return w.hole(d)
	}
	return &Error{Code: Damaged, File: d.File, Err: errors.New(d.Detail)}
}

// head opens the first entry of a file, which is always a small one.
func (j *journal) head(name string) (entry, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	f, err := j.files.OpenFile(filepath.Join(j.dir, name), os.O_RDONLY, 0)
	if err != nil {
		return entry{}, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 4<<10))
	if err != nil {
		return entry{}, err
	}
	return j.sealer.open(b)
}

// holding returns the index of the file to begin at when the Change of that number is looked for.
func (j *journal) holding(number uint64, list []segment) int {
	at := 0
	for i, s := range list {
		first, known := j.firstOf(s)
		if known && first >= number {
			break
		}
		if known {
			at = i
		}
	}
	return at
}

// firstOf returns the number of the last Change before the file, which never changes once the file is there.
func (j *journal) firstOf(s segment) (uint64, bool) {
	j.mu.Lock()
	first, ok := j.first[s.name]
	j.mu.Unlock()
	if ok {
		return first, true
	}
	head, err := j.head(s.name)
	if err != nil {
		return 0, false
	}
	j.mu.Lock()
	j.first[s.name] = head.number
	j.mu.Unlock()
	return head.number, true
}
