//go:build !windows

package app

import (
	"errors"
	"syscall"
)

// isFull says whether the disk had no room.
func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// isHeld says whether the file or the disk may only be read.
func isHeld(err error) bool { return errors.Is(err, syscall.EROFS) }
