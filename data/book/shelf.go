package book

import (
	"bytes"
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"branchbook/data/vault"
)

// A shelf keeps the decoded records of one kind as they were after one Change, and which of them have been touched
// since, so that the next reader decodes those alone.
type shelf struct {
	list      any // a *sorted[T] of the kind's records; nil before the first reading
	number    uint64
	touched   []touch
	forgotten uint64 // touches up to this Change are no longer known
}

type touch struct {
	number uint64
	key    string
}

// manyTouched is how many touches are worth remembering; beyond it the next reader decodes everything.
const manyTouched = 50_000

// shelved are the kinds read whole. Registers and minutes are read by meeting and item, and grow without end.
var shelved = map[string]bool{
	KindRules: true, KindPerson: true, KindImport: true, KindMeeting: true, KindDecision: true, KindAction: true,
	KindMotion: true, KindVote: true, KindPost: true, KindTerm: true, KindBody: true, KindSeat: true, KindPaper: true,
	KindLetter: true, KindCanvass: true, KindApproval: true, KindCorrection: true, KindAmendment: true, KindForwarding: true,
	KindContest: true, KindLayout: true,
}

// touch notes that the Change of this number is about to alter these records. It comes before the commit, so that no
// reader can see the Change without the note; a note about a Change that then fails does no harm.
func (b *Book) touch(number uint64, edits []vault.Edit) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range edits {
		name := kindOf(e.Key)
		if !shelved[name] {
			continue
		}
		s := b.lists[name]
		if s == nil {
			s = &shelf{}
			b.lists[name] = s
		}
		s.touched = append(s.touched, touch{number, e.Key})
		if len(s.touched) > manyTouched {
			*s = shelf{forgotten: number}
		}
	}
}

func kindOf(key string) string {
	name, _, _ := strings.Cut(key, "/")
	return name
}

// A sorted is an immutable list of records with what they are sorted by.
type sorted[T any] struct {
	records []T
	by      []place
}

type place struct{ order, id string }

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.order, q.order), cmp.Compare(p.id, q.id))
}

// sort puts records in the kind's order.
func (k *kind[T, I]) sort(records []T) *sorted[T] {
	by := make([]place, len(records))
	at := make([]int, len(records))
	for i, r := range records {
		by[i], at[i] = place{k.order(r), string(k.id(r))}, i
	}
	slices.SortFunc(at, func(i, j int) int { return by[i].compare(by[j]) })
	out := &sorted[T]{make([]T, len(records)), make([]place, len(records))}
	for i, j := range at {
		out.records[i], out.by[i] = records[j], by[j]
	}
	return out
}

// patch returns the list with some records replaced; nil takes one away.
func (k *kind[T, I]) patch(list *sorted[T], with map[string]*T) *sorted[T] {
	var fresh []T
	for _, r := range with {
		if r != nil {
			fresh = append(fresh, *r)
		}
	}
	added := k.sort(fresh)
	out := &sorted[T]{make([]T, 0, len(list.records)+len(fresh)), make([]place, 0, len(list.records)+len(fresh))}
	take := func(from *sorted[T], i int) {
		out.records, out.by = append(out.records, from.records[i]), append(out.by, from.by[i])
	}
	next := 0
	for i := range list.records {
		if _, replaced := with[list.by[i].id]; replaced {
			continue
		}
		for ; next < len(fresh) && added.by[next].compare(list.by[i]) < 0; next++ {
			take(added, next)
		}
		take(list, i)
	}
	for ; next < len(fresh); next++ {
		take(added, next)
	}
	return out
}

// all returns the records of the kind in a snapshot. The list must not be altered.
func (k *kind[T, I]) all(s *snapshot) (*sorted[T], error) {
	list, err := k.saved(s)
	if err != nil {
		return nil, err
	}
	over := s.laid(k.prefix())
	if len(over) == 0 {
		return list, nil
	}
	return k.patched(list, over)
}

func (k *kind[T, I]) patched(list *sorted[T], values map[string][]byte) (*sorted[T], error) {
	with := make(map[string]*T, len(values))
	for key, value := range values {
		id := key[strings.LastIndexByte(key, '/')+1:]
		with[id] = nil
		if value == nil {
			continue
		}
		r, err := k.decode(value)
		if err != nil {
			return nil, err
		}
		with[id] = &r
	}
	return k.patch(list, with), nil
}

// saved returns those that are on the disk, as the snapshot's view has them.
func (k *kind[T, I]) saved(s *snapshot) (*sorted[T], error) {
	number := s.view.Number()
	list, changed, ok := k.shelf(s.book, number)
	if ok && len(changed) == 0 {
		return list, nil
	}
	var err error
	if ok {
		values := make(map[string][]byte, len(changed))
		for _, key := range changed {
			if values[key], err = s.view.Get(key); err != nil {
				return nil, Sentence(err)
			}
		}
		list, err = k.patched(list, values)
	} else {
		list, err = k.read(s.view)
	}
	if err != nil {
		return nil, err
	}
	putOnShelf(s.book, k.name, list, number)
	return list, nil
}

func (k *kind[T, I]) read(view *vault.View) (*sorted[T], error) {
	var values [][]byte
	err := view.Range(k.prefix(), func(_ string, value []byte) error {
		values = append(values, bytes.Clone(value))
		return nil
	})
	if err != nil {
		return nil, Sentence(err)
	}
	records, err := k.decodeAll(values)
	if err != nil {
		return nil, err
	}
	return k.sort(records), nil
}

// decodeAll decodes on every core: of all that reading a large branch takes, this takes longest.
func (k *kind[T, I]) decodeAll(values [][]byte) ([]T, error) {
	records := make([]T, len(values))
	parts := runtime.GOMAXPROCS(0)
	errs := make([]error, parts)
	var decoding sync.WaitGroup
	for part := range parts {
		from, to := part*len(values)/parts, (part+1)*len(values)/parts
		decoding.Go(func() {
			for i := from; i < to && errs[part] == nil; i++ {
				records[i], errs[part] = k.decode(values[i])
			}
		})
	}
	decoding.Wait()
	return records, cmp.Or(errs...)
}

// shelf returns what was kept for the kind and the keys that a reader of this Change has to read again. It is not ok
// when nothing was kept, or only what is newer.
func (k *kind[T, I]) shelf(b *Book, number uint64) (list *sorted[T], changed []string, ok bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	s := b.lists[k.name]
	if s == nil || s.list == nil || s.number > number {
		return nil, nil, false
	}
	for _, t := range s.touched {
		if t.number > s.number && t.number <= number {
			changed = append(changed, t.key)
		}
	}
	return s.list.(*sorted[T]), changed, true
}

func putOnShelf[T any](b *Book, name string, list *sorted[T], number uint64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.lists[name]
	if s == nil {
		s = &shelf{}
		b.lists[name] = s
	}
	if number < s.forgotten || s.list != nil && number < s.number {
		return
	}
	s.list, s.number = list, number
	s.touched = slices.DeleteFunc(s.touched, func(t touch) bool { return t.number <= number })
}
