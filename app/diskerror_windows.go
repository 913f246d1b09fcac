package app

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isFull says whether the disk had no room.
func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// isHeld says whether the disk may only be read, or another program (a spreadsheet) has the file open.
func isHeld(err error) bool {
	return errors.Is(err, windows.ERROR_WRITE_PROTECT) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
}
