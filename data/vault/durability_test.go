package vault

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

// spoiled is a disk on which writing can be made to fail.
type spoiled struct {
	Files
	room     int64 // bytes that may still be written to the journal; negative: no limit
	noSync   bool
	sync     int // syncs asked for
	readOnly bool
	free     uint64
}

func soundDisk() *spoiled { return &spoiled{Files: Disk(), room: -1, free: 1 << 40} }

func (s *spoiled) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	if s.readOnly && flag&(os.O_WRONLY|os.O_RDWR|os.O_CREATE) != 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	f, err := s.Files.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return spoiledFile{f, s}, nil
}

func (s *spoiled) Free(string) (uint64, error) { return s.free, nil }

type spoiledFile struct {
	File
	disk *spoiled
}

func (f spoiledFile) Write(b []byte) (int, error) {
	if f.disk.room < 0 {
		return f.File.Write(b)
	}
	fits := min(int64(len(b)), f.disk.room)
	n, err := f.File.Write(b[:fits])
	f.disk.room -= int64(n)
	if err == nil && n < len(b) {
		err = &fs.PathError{Op: "write", Err: syscall.ENOSPC}
	}
	return n, err
}

func (f spoiledFile) Sync() error {
	f.disk.sync++
	if f.disk.noSync {
		return errors.New("input/output error")
	}
	return f.File.Sync()
}

// lastSegment is the path of the newest file of the journal.
func lastSegment(t testing.TB, dir string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, journalDir, "*"+segmentSuffix))
	must(t, err)
	if len(found) == 0 {
		t.Fatal("there is no journal")
	}
	return found[len(found)-1]
}

// copyBook puts a copy of a book that nobody has open into a new folder.
func copyBook(t testing.TB, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	must(t, os.CopyFS(to, os.DirFS(dir)))
	return to
}

func TestAFullDiskInTheMiddleOfARecordLosesNothingAcknowledged(t *testing.T) {
	for _, room := range []int64{0, 1, 30, 100, 150} {
		t.Run(fmt.Sprint(room), func(t *testing.T) {
			disk, opt := soundDisk(), quick()
			opt.Files = disk
			v := newBook(t, opt)
			want := evening(t, v, 5)
			disk.room = room
			_, err := put(v, "item/full", strings.Repeat("x", 200))
			wantCode(t, err, NoSpace)
			_, err = put(v, "item/full", "short")
			wantCode(t, err, WriteFailed)
			if room == 0 {
				wantCode(t, v.Mend(), NoSpace)
			}
			wantContents(t, v, want)
			lost := copyBook(t, v.Dir())

			disk.room = -1
			must(t, v.Mend())
			mustPut(t, v, "item/full", "room again")
			want["item/full"] = "room again"
			wantContents(t, v, want)
			kill(t, v)
			wantContents(t, reopen(t, v.Dir(), quick()), want)

			// The program was killed with the disk still full.
			delete(want, "item/full")
			again := reopen(t, lost, quick())
			wantContents(t, again, want)
			if torn := again.Opened().Torn; room > 0 && len(torn) != 1 {
				t.Fatalf("set aside %v; want what was left of the record", torn)
			}
			mustPut(t, again, "item/full", "next day")
		})
	}
}

func TestANearlyFullDiskIsNoticedBeforeAnythingIsWritten(t *testing.T) {
	disk, opt := soundDisk(), quick()
	opt.Files, opt.MinFree = disk, 1<<20
	v := newBook(t, opt)
	disk.free = 1 << 20
	_, err := put(v, "item/1", "x")
	wantCode(t, err, NoSpace)
	must(t, v.Mend())
	disk.free = 1 << 21
	mustPut(t, v, "item/1", "x")
}

func TestAFailedSyncIsNotAcknowledgedAndCanBeRepeated(t *testing.T) {
	disk, opt := soundDisk(), quick()
	opt.Files = disk
	v := newBook(t, opt)
	want := evening(t, v, 5)
	disk.noSync = true
	_, err := put(v, "item/x", "once")
	wantCode(t, err, WriteFailed)
	wantCode(t, v.Mend(), WriteFailed)
	disk.noSync = false
	must(t, v.Mend())
	wantContents(t, v, want)
	c := mustPut(t, v, "item/x", "once")
	if c.Number != 6 {
		t.Fatalf("it is Change %d, want 6", c.Number)
	}
	want["item/x"] = "once"
	kill(t, v)
	v = reopen(t, v.Dir(), quick())
	wantContents(t, v, want)
	n := 0
	must(t, v.Changes(1, func(Change) error { n++; return nil }))
	if n != 6 {
		t.Fatalf("the history has %d Changes, want 6", n)
	}
}

func TestEveryChangeIsSyncedBeforeItIsAcknowledged(t *testing.T) {
	disk, opt := soundDisk(), quick()
	opt.Files = disk
	v := newBook(t, opt)
	mustPut(t, v, "item/1", "x")
	for i := range 3 {
		before := disk.sync
		mustPut(t, v, "item/1", fmt.Sprint(i))
		if disk.sync != before+1 {
			t.Fatalf("a Change took %d syncs, want 1", disk.sync-before)
		}
	}
}

// TestATornTail cuts the last file of a killed book's journal at every byte.
func TestATornTailTakesNothingButTheUnfinishedRecord(t *testing.T) {
	v := newBook(t, quick())
	ends := map[int64]map[string]string{}
	want := map[string]string{}
	mustPut(t, v, "item/0", "0")
	want["item/0"] = "0"
	first := v.journal.size
	ends[first] = maps.Clone(want)
	for i := 1; i < 4; i++ {
		mustPut(t, v, fmt.Sprint("item/", i), fmt.Sprint(i))
		want[fmt.Sprint("item/", i)] = fmt.Sprint(i)
		ends[v.journal.size] = maps.Clone(want)
	}
	kill(t, v)
	whole, err := os.ReadFile(lastSegment(t, v.Dir()))
	must(t, err)
	must(t, os.RemoveAll(filepath.Join(v.Dir(), storeDir)))
	expected := map[string]string{}
	for cut := first - 20; cut <= int64(len(whole)); cut++ {
		if cut < first {
			expected = map[string]string{}
		} else if at, ok := ends[cut]; ok {
			expected = at
		}
		l, end, err := journalOf(t, v, whole[:cut])
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if !maps.EqualFunc(l.records, expected, func(a []byte, b string) bool { return string(a) == b }) {
			t.Fatalf("cut at %d: %v, want %v", cut, l.records, expected)
		}
		if ends[end.whole] == nil && len(expected) > 0 {
			t.Fatalf("cut at %d: whole up to %d, which is no record's end", cut, end.whole)
		}
	}
}

// journalOf reads the journal of a book that is not open, with other bytes in its last file.
func journalOf(t testing.TB, v *Vault, last []byte) (*ledger, reached, error) {
	t.Helper()
	must(t, os.WriteFile(lastSegment(t, v.Dir()), last, 0o600))
	return v.readJournal()
}

func TestZerosAndRubbishBehindTheJournalAreSetAside(t *testing.T) {
	for name, tail := range map[string][]byte{
		"zeros":     make([]byte, 4096),
		"few zeros": make([]byte, 7),
		"rubbish":   bytes.Repeat([]byte{0xa5, 0, 0, 0, 90, 0, 0}, 500),
	} {
		t.Run(name, func(t *testing.T) {
			v := newBook(t, quick())
			want := evening(t, v, 5)
			kill(t, v)
			f, err := os.OpenFile(lastSegment(t, v.Dir()), os.O_APPEND|os.O_WRONLY, 0)
			must(t, err)
			_, err = f.Write(tail)
			must(t, errors.Join(err, f.Close()))
			v = reopen(t, v.Dir(), quick())
			wantContents(t, v, want)
			torn := v.Opened().Torn
			if len(torn) != 1 || v.ReadOnly() {
				t.Fatalf("opened %+v; want one torn end", v.Opened())
			}
			kept, err := os.ReadFile(filepath.Join(v.Dir(), torn[0]))
			if err != nil || !bytes.Equal(kept, tail) {
				t.Fatalf("the torn end was not kept as it was: %d bytes, %v", len(kept), err)
			}
			mustPut(t, v, "item/000", "after")
			want["item/000"] = "after"
			kill(t, v)
			wantContents(t, reopen(t, v.Dir(), quick()), want)
		})
	}
}

// A byte that turned in what was acknowledged is never taken for the end of the journal.
func TestATurnedByteInTheJournalNeverLosesAnAcknowledgedChangeInSilence(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 6)
	starts := []int64{}
	must(t, v.eachEntry(func(e entry) { starts = append(starts, e.offset, e.end) }))
	must(t, v.Close())
	whole, err := os.ReadFile(lastSegment(t, v.Dir()))
	must(t, err)
	backups := filepath.Join(v.Dir(), backupsDir)
	for _, clean := range []bool{true, false} {
		for _, withBackup := range []bool{true, false} {
			for at := 0; at < len(whole); at += 37 {
				dir := copyBook(t, v.Dir())
				if !clean {
					must(t, os.Remove(filepath.Join(dir, cleanListFile)))
				}
				if !withBackup {
					must(t, os.RemoveAll(filepath.Join(dir, filepath.Base(backups))))
				}
				turned := bytes.Clone(whole)
				turned[at] ^= 0x40
				must(t, os.WriteFile(lastSegment(t, dir), turned, 0o600))
				again, err := Open(dir, passphrase, quick())
				must(t, err)
				r := again.Opened()
				switch got := contents(t, again); {
				case maps.Equal(got, want):
				case !clean && !withBackup && r.ReadOnly == Damaged:
				case !clean && !withBackup && again.Last() == 5 && len(r.Torn) == 1:
					// The last record of all cannot be told from one that was never finished.
				default:
					t.Fatalf("byte %d turned, clean %v, backup %v: %d of %d records and nothing said: %+v", at, clean, withBackup, len(got), len(want), r)
				}
				if now, err := os.ReadFile(lastSegment(t, dir)); r.ReadOnly != "" && (err != nil || !bytes.Equal(now, turned)) {
					t.Fatalf("byte %d turned: a book that is only read was written to", at)
				}
				must(t, again.Close())
			}
		}
	}
	if len(starts) == 0 {
		t.Fatal("there was nothing to damage")
	}
}

func (v *Vault) eachEntry(f func(entry)) error {
	w := walk{journal: v.journal, entry: func(_ segment, e entry) error { f(e); return nil }}
	_, err := w.run()
	return err
}

func TestALostJournalIsNoticedAndTheBookOpensForReading(t *testing.T) {
	for name, lose := range map[string]func(t *testing.T, dir string){
		"last file":  func(t *testing.T, dir string) { must(t, os.Remove(lastSegment(t, dir))) },
		"all of it":  func(t *testing.T, dir string) { must(t, os.RemoveAll(filepath.Join(dir, journalDir))) },
		"first file": func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, journalDir, segmentName(1)))) },
	} {
		for _, clean := range []bool{true, false} {
			t.Run(fmt.Sprint(name, clean), func(t *testing.T) {
				opt := quick()
				opt.Segment = 500
				v := newBook(t, opt)
				want := evening(t, v, 10)
				must(t, v.Close())
				lose(t, v.Dir())
				if !clean {
					must(t, os.Remove(filepath.Join(v.Dir(), cleanListFile)))
				}
				v = reopen(t, v.Dir(), opt)
				wantContents(t, v, want)
				if name == "first file" {
					return // a backup, or a clean store that the journal still leads to, goes over the hole
				}
				if !v.ReadOnly() {
					t.Fatalf("opened %+v; want read only", v.Opened())
				}
				_, err := put(v, "item/x", "x")
				wantCode(t, err, ReadOnlyBook)
				var b bytes.Buffer
				_, err = v.Backup(&b)
				must(t, err)
				forward, err := Restore(bytes.NewReader(b.Bytes()), int64(b.Len()), passphrase, filepath.Join(t.TempDir(), "f"), quick())
				must(t, err)
				defer forward.Close()
				wantContents(t, forward, want)
				mustPut(t, forward, "item/x", "x")
				must(t, v.Close())
				v = reopen(t, v.Dir(), opt)
				wantContents(t, v, want)
				if !v.ReadOnly() {
					t.Fatal("the second opening forgot that the journal was lost")
				}
			})
		}
	}
}

func TestAStoreThatBadgerGaveUpIsMadeAnewByMend(t *testing.T) {
	v := newBook(t, quick())
	want := evening(t, v, 5)
	v.store.flush = func(*badger.WriteBatch) error { return errors.New("no more writes") }
	c, err := v.Commit(Draft{What: "behind", Edits: []Edit{{Key: "item/new", After: []byte("x")}}})
	wantCode(t, err, StoreBehind)
	if c.Number != 6 {
		t.Fatalf("the Change that is in the journal has number %d, want 6", c.Number)
	}
	_, err = v.Commit(Draft{What: "next", Edits: []Edit{{Key: "item/next", After: []byte("x")}}})
	wantCode(t, err, StoreBehind)
	must(t, v.Mend())
	want["item/new"] = "x"
	wantContents(t, v, want)
	mustPut(t, v, "item/next", "y")
	want["item/next"] = "y"
	must(t, v.Close())
	wantContents(t, reopen(t, v.Dir(), quick()), want)
}
