package vault

import (
	"bytes"
	"encoding/binary"
	"errors"
	"log/slog"
	"sort"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// Keys inside Badger start with a byte that tells the book's records from our own.
const recordPrefix = 'r'

var seqKey = []byte("s") // written last of every Change: number and seals of what the store holds

// store is Badger, managed: the number of a Change is its timestamp. It is derived from the journal and may be lost.
type store struct {
	db    *badger.DB
	flush func(*badger.WriteBatch) error // a test lets it fail

	suspect atomic.Bool // something in it was not as it should be: no clean list is left for it

	mu    sync.Mutex
	idle  *sync.Cond
	busy  int // operations under way
	shut  bool
	views map[uint64]int // open views by their timestamp
}

func openStore(dir string, key []byte, log *slog.Logger) (*store, error) {
	// Sizes as measured for a branch: Windows allocates these files in full.
	o := badger.DefaultOptions(dir).
		WithMemTableSize(8 << 20).
		WithValueThreshold(1 << 20).
		WithValueLogFileSize(16 << 20).
		WithNumMemtables(2).
		// Without compactors an idle book costs no battery; tables are merged on closing, and none may wait for that.
		WithNumCompactors(0).WithNumLevelZeroTables(2).WithNumLevelZeroTablesStall(1 << 20).WithCompactL0OnClose(true).
		WithBlockCacheSize(16 << 20).
		WithIndexCacheSize(8 << 20).
		WithCompression(options.ZSTD).WithZSTDCompressionLevel(1).
		WithNumVersionsToKeep(1).
		WithDetectConflicts(false). // one writer, under the commit lock
		WithChecksumVerificationMode(options.OnTableAndBlockRead).
		WithVerifyValueChecksum(true).
		WithSyncWrites(false). // the journal is what lasts
		WithEncryptionKey(key).
		// Over about 56 years Badger 4.9.6 switches encryption off without a word.
		WithEncryptionKeyRotationDuration(20 * 365 * 24 * time.Hour).
		WithMetricsEnabled(false).
		WithLogger(badgerLog{log})
	db, err := badger.OpenManaged(o)
	if err != nil {
		return nil, &Error{Code: StoreDamaged, File: storeDir, Err: err}
	}
	s := &store{db: db, flush: (*badger.WriteBatch).Flush, views: map[uint64]int{}}
	s.idle = sync.NewCond(&s.mu)
	return s, nil
}

// badgerLog passes on what Badger warns of, but not of what: its arguments may hold keys. Errors are returned besides.
type badgerLog struct{ log *slog.Logger }

func (l badgerLog) Errorf(f string, _ ...any)   { l.log.Error("store", "badger", f) }
func (l badgerLog) Warningf(f string, _ ...any) { l.log.Warn("store", "badger", f) }
func (l badgerLog) Infof(string, ...any)        {}
func (l badgerLog) Debugf(string, ...any)       {}

// enter and leave keep Badger open under a reader. enter never waits, so that a reader inside a reader is safe.
func (s *store) enter() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shut {
		return &Error{Code: Closed}
	}
	s.busy++
	return nil
}

func (s *store) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.busy--; s.busy == 0 {
		s.idle.Broadcast()
	}
}

// close waits for what is under way. What comes later is told Closed.
func (s *store) close() error {
	s.mu.Lock()
	if s.shut {
		s.mu.Unlock()
		return nil
	}
	s.shut = true
	for s.busy > 0 {
		s.idle.Wait()
	}
	s.mu.Unlock()
	if err := s.db.Close(); err != nil {
		return &Error{Code: StoreDamaged, File: storeDir, Err: err}
	}
	return nil
}

// hold keeps what a view of that number can ask for, until drop.
func (s *store) hold(number uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.views[number]++
}

func (s *store) drop(number uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.views[number]--; s.views[number] <= 0 {
		delete(s.views, number)
	}
}

// advance lets Badger forget versions that no view can ask for, now that new views are of this number.
func (s *store) advance(number uint64) {
	s.mu.Lock()
	oldest := number
	for n := range s.views {
		oldest = min(oldest, n)
	}
	s.mu.Unlock()
	s.db.SetDiscardTs(oldest)
}

func (s *store) get(key string, number uint64) ([]byte, error) {
	txn := s.db.NewTransactionAt(number, false)
	defer txn.Discard()
	item, err := txn.Get(recordKey(key))
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, nil
	}
	var value []byte
	if err == nil {
		value, err = item.ValueCopy(nil)
	}
	if err != nil {
		s.suspect.Store(true)
		return nil, &Error{Code: StoreDamaged, File: storeDir, Err: err}
	}
	if value == nil {
		value = []byte{}
	}
	return value, nil
}

func recordKey(key string) []byte { return append([]byte{recordPrefix}, key...) }

// apply puts a Change into Badger, in as many pieces as it takes. The sequence key goes last: a Change of which
// only a part arrived leaves the store behind, not torn.
func (s *store) apply(c Change, at point) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	batch := s.db.NewWriteBatchAt(at.timestamp())
	defer batch.Cancel()
	for _, e := range c.Edits {
		var err error
		if e.After == nil {
			err = batch.Delete(recordKey(e.Key))
		} else {
			err = batch.Set(recordKey(e.Key), e.After)
		}
		if err != nil {
			return &Error{Code: StoreBehind, Err: err}
		}
	}
	return s.finish(batch, at)
}

// fill puts a whole book into an empty store.
func (s *store) fill(records map[string][]byte, at point) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	keys := make([]string, 0, len(records))
	for k := range records {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	batch := s.db.NewWriteBatchAt(at.timestamp())
	defer batch.Cancel()
	for _, k := range keys {
		if err := batch.Set(recordKey(k), records[k]); err != nil {
			return &Error{Code: StoreBehind, Err: err}
		}
	}
	return s.finish(batch, at)
}

// timestamp is the Change's number, but that Badger keeps 0 to itself.
func (p point) timestamp() uint64 { return max(p.number, 1) }

func (s *store) finish(batch *badger.WriteBatch, at point) error {
	seq := binary.BigEndian.AppendUint64(nil, at.number)
	seq = append(append(seq, at.change[:]...), at.entry[:]...)
	err := batch.Set(seqKey, seq)
	if err == nil {
		err = s.flush(batch)
	}
	if err != nil {
		return &Error{Code: StoreBehind, Err: err}
	}
	return nil
}

// holds reads what the store holds from its sequence key.
func (s *store) holds() (point, error) {
	var p point
	txn := s.db.NewTransactionAt(1<<63, false)
	defer txn.Discard()
	item, err := txn.Get(seqKey)
	if err != nil {
		return p, &Error{Code: StoreDamaged, File: storeDir, Err: err}
	}
	err = item.Value(func(b []byte) error {
		if len(b) != 8+16+16 {
			return errGarbled
		}
		p = point{binary.BigEndian.Uint64(b), seal(b[8:24]), seal(b[24:])}
		return nil
	})
	if err != nil {
		return p, &Error{Code: StoreDamaged, File: storeDir, Err: err}
	}
	return p, nil
}

// scan calls f for every record from start on whose key has the prefix, in key order or against it.
func (s *store) scan(number uint64, prefix, start string, reverse bool, f func(string, []byte) error) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	txn := s.db.NewTransactionAt(number, false)
	defer txn.Discard()
	o := badger.DefaultIteratorOptions
	o.Prefix, o.Reverse = recordKey(prefix), reverse
	it := txn.NewIterator(o)
	defer it.Close()
	seek := recordKey(start)
	if reverse && start == "" {
		seek = append(recordKey(prefix), 0xff) // no key has it: keys are UTF-8
	}
	for it.Seek(seek); it.ValidForPrefix(o.Prefix); it.Next() {
		item := it.Item()
		err := item.Value(func(value []byte) error {
			return f(string(bytes.TrimPrefix(item.Key(), []byte{recordPrefix})), value)
		})
		if errors.Is(err, ErrStop) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}
