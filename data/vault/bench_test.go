package vault

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

// What a person waits for when a vote is recorded: three records of about 300 bytes.
func vote(i int) []Edit {
	value := []byte(strings.Repeat("carried ", 38))
	return []Edit{
		{Key: fmt.Sprintf("motion/%09d", i), After: value},
		{Key: fmt.Sprintf("vote/%09d", i), After: value},
		{Key: fmt.Sprintf("item/%09d", i), After: value},
	}
}

func BenchmarkCommitSynced(b *testing.B) {
	v := newBook(b, quick())
	for i := 0; b.Loop(); i++ {
		_, err := v.Commit(Draft{What: "record the vote", Edits: vote(i)})
		must(b, err)
	}
}

func BenchmarkPlainBadgerSyncWrites(b *testing.B) {
	db, err := badger.Open(badger.DefaultOptions(b.TempDir()).WithSyncWrites(true).WithLogger(nil))
	must(b, err)
	defer db.Close()
	for i := 0; b.Loop(); i++ {
		must(b, db.Update(func(tx *badger.Txn) error {
			for _, e := range vote(i) {
				if err := tx.Set([]byte(e.Key), e.After); err != nil {
					return err
				}
			}
			return nil
		}))
	}
}

func BenchmarkWriteAndFsync(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "plain"))
	must(b, err)
	defer f.Close()
	bytes := encodeChange(Change{What: "record the vote", Edits: vote(0)}, texts{})
	for b.Loop() {
		_, err := f.Write(bytes)
		must(b, err)
		must(b, f.Sync())
	}
}

// BenchmarkOpen opens a branch of four years: 600 members, 20,000 Changes. Without scrypt's second.
func BenchmarkOpen(b *testing.B) {
	opt := quick()
	v := newBook(b, opt)
	must(b, v.journal.close())
	v.journal.lazy = true
	for i := range 20_000 {
		_, err := v.Commit(Draft{What: "record", Edits: vote(i)[:1]})
		must(b, err)
	}
	v.journal.lazy = false
	must(b, v.Close())
	for name, prepare := range map[string]func(){
		"clean":  func() {},
		"killed": func() { must(b, os.Remove(filepath.Join(v.Dir(), cleanListFile))) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				prepare()
				b.StartTimer()
				again, err := Open(v.Dir(), passphrase, quick())
				must(b, err)
				b.StopTimer()
				must(b, again.Close())
				b.StartTimer()
			}
		})
	}
}
