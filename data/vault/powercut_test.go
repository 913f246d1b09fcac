package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// cutDisk knows what a power cut would leave: of each file what was synced, and only files whose folder was synced.
type cutDisk struct {
	Files
	synced map[string]int64
	named  map[string]bool
}

type cutFile struct {
	File
	name string
	disk *cutDisk
	size int64
}

func (d *cutDisk) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	f, err := d.Files.OpenFile(name, flag, perm)
	if err != nil || flag&(os.O_WRONLY|os.O_RDWR) == 0 {
		return f, err
	}
	return &cutFile{File: f, name: name, disk: d}, nil
}

func (d *cutDisk) SyncDir(name string) error {
	found, err := d.Files.ReadDir(name)
	for _, f := range found {
		d.named[filepath.Join(name, f.Name())] = true
	}
	return errors.Join(err, d.Files.SyncDir(name))
}

func (f *cutFile) Write(b []byte) (int, error) {
	n, err := f.File.Write(b)
	f.size += int64(n)
	return n, err
}

func (f *cutFile) Sync() error {
	f.disk.synced[f.name] = f.size
	return f.File.Sync()
}

func TestAPowerCutTakesNothingThatWasAcknowledged(t *testing.T) {
	opt := quick()
	opt.Segment = 700
	v := newBook(t, opt)
	must(t, v.Close())
	disk := &cutDisk{Files: Disk(), synced: map[string]int64{}, named: map[string]bool{}}
	opt.Files = disk
	v = reopen(t, v.Dir(), opt)
	want := map[string]string{}
	for i := range 25 {
		key := fmt.Sprintf("item/%02d", i)
		mustPut(t, v, key, "said")
		want[key] = "said"

		cut := copyBook(t, v.Dir())
		segments, err := v.journal.segments()
		must(t, err)
		for _, s := range segments[1:] { // the first was there before
			name := filepath.Join(v.journal.dir, s.name)
			if !disk.named[name] {
				must(t, os.Remove(filepath.Join(cut, journalDir, s.name)))
				continue
			}
			must(t, os.Truncate(filepath.Join(cut, journalDir, s.name), disk.synced[name]))
		}
		stored, err := os.ReadDir(filepath.Join(cut, storeDir))
		must(t, err)
		for _, f := range stored { // lengths without contents are what a power cut leaves of a memory map
			info, err := f.Info()
			must(t, err)
			path := filepath.Join(cut, storeDir, f.Name())
			must(t, os.Truncate(path, 0))
			must(t, os.Truncate(path, info.Size()))
		}
		again := reopen(t, cut, quick())
		wantContents(t, again, want)
		must(t, again.Close())
		must(t, os.RemoveAll(cut))
	}
}
