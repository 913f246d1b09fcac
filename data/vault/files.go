package vault

import (
	"io"
	"io/fs"
	"os"
)

// Files is the disk, as far as the vault writes to it itself. Badger writes its own files past it.
// A test hands in one that is full, that writes short, or whose sync fails.
type Files interface {
	OpenFile(name string, flag int, perm fs.FileMode) (File, error)
	Mkdir(name string, perm fs.FileMode) error
	ReadDir(name string) ([]fs.DirEntry, error)
	Stat(name string) (fs.FileInfo, error)
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	SyncDir(name string) error        // makes creations, renames and removals in it durable
	Free(name string) (uint64, error) // bytes that this user may still write
}

// File is one open file of Files.
type File interface {
	io.Reader
	io.ReaderAt
	io.Writer
	io.Closer
	Truncate(size int64) error
	Sync() error
}

// Disk is the real one; a test may embed it and spoil a part.
func Disk() Files { return disk{} }

type disk struct{}

func (disk) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err // never a non-nil File around a nil *os.File
	}
	return f, nil
}

func (disk) Mkdir(name string, perm fs.FileMode) error  { return os.Mkdir(name, perm) }
func (disk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (disk) Stat(name string) (fs.FileInfo, error)      { return os.Stat(name) }
func (disk) Rename(from, to string) error {
	return patiently(func() error { return os.Rename(from, to) })
}
func (disk) Remove(name string) error { return patiently(func() error { return os.Remove(name) }) }
func (disk) RemoveAll(name string) error {
	return patiently(func() error { return os.RemoveAll(name) })
}
func (disk) SyncDir(name string) error        { return syncDir(name) }
func (disk) Free(name string) (uint64, error) { return freeSpace(name) }
