package vault

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

const (
	lockFile   = "lock"
	holderFile = "holder"
)

// Held says which process has a book open, and since when. It is in clear, and no secret.
type Held struct {
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

// Holder says who has the book open. It is false when nobody has.
func Holder(dir string) (Held, bool) {
	if _, err := os.Stat(filepath.Join(dir, lockFile)); err != nil {
		return Held{}, false
	}
	lock := flock.New(filepath.Join(dir, lockFile))
	free, err := lock.TryLock()
	if free {
		_ = lock.Unlock()
	}
	if free || err != nil {
		return Held{}, false
	}
	var h Held
	b, err := readFile(disk{}, filepath.Join(dir, holderFile), maxKeyFile)
	if err == nil {
		err = json.Unmarshal(b, &h)
	}
	return h, err == nil && h.PID != 0
}

// hold takes the book's lock and says so in a file of its own, since Windows lets nobody read a locked one.
func hold(dir string, opt Options) (*flock.Flock, error) {
	lock := flock.New(filepath.Join(dir, lockFile), flock.SetPermissions(0o600))
	got, err := lock.TryLock()
	if err != nil {
		return nil, failure(err, Failed, lockFile)
	}
	if !got {
		return nil, &Error{Code: AlreadyOpen, File: lockFile}
	}
	b, err := json.Marshal(Held{PID: os.Getpid(), Since: opt.Now().UTC().Truncate(time.Second)})
	if err == nil {
		err = writeFile(opt.Files, filepath.Join(dir, holderFile), b)
	}
	if err != nil {
		return nil, errors.Join(failure(err, Failed, holderFile), lock.Unlock())
	}
	return lock, nil
}

func release(dir string, lock *flock.Flock, files Files) error {
	err := files.Remove(filepath.Join(dir, holderFile))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(failure(err, Failed, holderFile), failure(lock.Unlock(), Failed, lockFile))
}
