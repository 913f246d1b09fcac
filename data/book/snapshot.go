package book

import (
	"maps"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/vault"
)

// A snapshot is the book at one moment: what is on the disk, over it the Changes that are not saved yet, over those
// what the Change being made has written so far, and the text that is being typed. A nil value means taken away.
type snapshot struct {
	book   *Book
	view   *vault.View
	queued map[string][]byte       // never altered once made
	own    map[string][]byte       // nil while only reading
	typed  map[data.BlockID]string // text that is not on the disk yet
}

// snapshot takes one. The caller closes its view.
func (b *Book) snapshot() *snapshot {
	b.mu.RLock()
	defer b.mu.RUnlock()
	// The view is taken under mu: a Change leaves the queue only after it can be read from the disk.
	return &snapshot{book: b, view: b.vault.View(), queued: b.queue.laid, typed: b.typing.now()}
}

func (s *snapshot) close() { s.view.Close() }

// get returns a record's value, or nil.
func (s *snapshot) get(key string) ([]byte, error) {
	if value, ok := s.own[key]; ok {
		return value, nil
	}
	return s.before(key)
}

// before is get without what the Change being made has written.
func (s *snapshot) before(key string) ([]byte, error) {
	if value, ok := s.queued[key]; ok {
		return value, nil
	}
	value, err := s.view.Get(key)
	return value, Sentence(err)
}

// laid returns the keys with the prefix that are laid over the disk, and what lies there.
func (s *snapshot) laid(prefix string) map[string][]byte {
	var over map[string][]byte
	for _, layer := range []map[string][]byte{s.queued, s.own} {
		for key, value := range layer {
			if strings.HasPrefix(key, prefix) {
				if over == nil {
					over = map[string][]byte{}
				}
				over[key] = value
			}
		}
	}
	return over
}

// scan calls f for every record whose key has the prefix, in key order. The value is good only during the call.
func (s *snapshot) scan(prefix string, f func(key string, value []byte) error) error {
	over := s.laid(prefix)
	if len(over) == 0 {
		return Sentence(s.view.Range(prefix, f))
	}
	waiting := slices.Sorted(maps.Keys(over))
	give := func(until string, all bool) error {
		for len(waiting) > 0 && (all || waiting[0] <= until) {
			key := waiting[0]
			waiting = waiting[1:]
			if over[key] == nil {
				continue
			}
			if err := f(key, over[key]); err != nil {
				return err
			}
		}
		return nil
	}
	err := s.view.Range(prefix, func(key string, value []byte) error {
		if err := give(key, false); err != nil {
			return err
		}
		if _, replaced := over[key]; replaced {
			return nil
		}
		return f(key, value)
	})
	if err == nil {
		err = give("", true)
	}
	return Sentence(err)
}
