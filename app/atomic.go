package app

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"branchbook/data"
)

// writeFile writes a file whole or not at all: into a temporary file beside it, synced, then renamed over it. When
// anything fails the old file is as it was. It returns the SHA-256 of what was written, in hexadecimal.
func writeFile(path string, write func(io.Writer) error) (hash string, err error) {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".branchbook-*")
	if err != nil {
		return "", fileProblem(path, err)
	}
	defer func() {
		if err != nil {
			temporary.Close()
			os.Remove(temporary.Name())
		}
	}()
	sum := sha256.New()
	if err := write(io.MultiWriter(temporary, sum)); err != nil {
		return "", fileProblem(path, err)
	}
	if err := temporary.Sync(); err != nil {
		return "", fileProblem(path, err)
	}
	if err := temporary.Close(); err != nil {
		return "", fileProblem(path, err)
	}
	if err := os.Rename(temporary.Name(), path); err != nil {
		return "", fileProblem(path, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// fileProblem says in words why a file could not be written. An error that has a sentence already keeps it.
func fileProblem(path string, err error) error {
	var problem *data.Problem
	if errors.As(err, &problem) {
		return err
	}
	name := filepath.Base(path)
	say := fmt.Sprintf("%s could not be written. Choose another place and try again.", name)
	switch {
	case isFull(err):
		say = fmt.Sprintf("The disk is full, so %s was not written. Free some space or choose another place, then try again.", name)
	case errors.Is(err, fs.ErrPermission) || isHeld(err):
		say = fmt.Sprintf("%s may not be written there. Choose another folder, or close the program that has it open.", name)
	case errors.Is(err, fs.ErrNotExist):
		say = fmt.Sprintf("There is no folder for %s to go into. Choose another place and try again.", name)
	}
	return data.NewProblem(say, err)
}
