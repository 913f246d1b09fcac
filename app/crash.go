package app

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
)

const (
	crashName = "crash.txt"
	logName   = "branchbook.log"
	logLimit  = 1 << 20 // bytes; the log before is kept once
)

// catchCrashes has a crash written to the shelf, and says whether the run before left one. The file is taken away by
// clean, which is called only when the program ends as it should.
func catchCrashes(s shelf) (crashed bool, clean func()) {
	path := filepath.Join(string(s), crashName)
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		crashed = true
		// Kept for whoever helps; the next one must not write over it.
		if err := os.Rename(path, filepath.Join(string(s), "crash-before.txt")); err != nil {
			slog.Warn("the crash file could not be put aside", "cause", err)
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return crashed, func() {}
	}
	err = debug.SetCrashOutput(f, debug.CrashOptions{})
	f.Close()
	if err != nil {
		return crashed, func() { os.Remove(path) }
	}
	return crashed, func() {
		if err := debug.SetCrashOutput(nil, debug.CrashOptions{}); err == nil {
			os.Remove(path)
		}
	}
}

// openLog opens the log on the shelf for appending; one that has grown past its limit is put aside first. The log
// holds no names of people. Where it cannot be written the program goes on without.
func openLog(s shelf) (*slog.Logger, io.Closer) {
	path := filepath.Join(string(s), logName)
	if info, err := os.Stat(path); err == nil && info.Size() > logLimit {
		os.Rename(path, path+".before")
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.DiscardHandler), io.NopCloser(nil)
	}
	return slog.New(slog.NewTextHandler(f, nil)), f
}
