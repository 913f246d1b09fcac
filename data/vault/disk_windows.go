package vault

import (
	"errors"
	"time"

	"golang.org/x/sys/windows"
)

// Windows cannot flush a directory; NTFS journals its own entries.
func syncDir(string) error { return nil }

func freeSpace(name string) (uint64, error) {
	p, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(p, &free, nil, nil); err != nil {
		return 0, err
	}
	return free, nil
}

func isNoSpace(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// patiently tries again while a virus scanner, or a synchronising program, has the file open.
func patiently(f func() error) error {
	wait := 20 * time.Millisecond
	for range 5 {
		err := f()
		if !errors.Is(err, windows.ERROR_SHARING_VIOLATION) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return f()
}
