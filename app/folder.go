package app

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"branchbook/data"
)

// shelf is the folder that holds a user's books, the log and the crash file: in local application data, which no
// synchronised folder takes along.
type shelf string

// findShelf returns the user's shelf. It need not exist yet.
func findShelf(getenv func(string) string) (shelf, error) {
	home, err := os.UserHomeDir()
	if err != nil && getenv("LOCALAPPDATA") == "" && getenv("XDG_DATA_HOME") == "" {
		return "", data.NewProblem("Branchbook cannot find your home folder to keep the book in. Name a folder with --book.", err)
	}
	switch runtime.GOOS {
	case "windows":
		if local := getenv("LOCALAPPDATA"); local != "" {
			return shelf(filepath.Join(local, "Branchbook")), nil
		}
		return shelf(filepath.Join(home, "AppData", "Local", "Branchbook")), nil
	case "darwin":
		return shelf(filepath.Join(home, "Library", "Application Support", "Branchbook")), nil
	default:
		if local := getenv("XDG_DATA_HOME"); filepath.IsAbs(local) {
			return shelf(filepath.Join(local, "branchbook")), nil
		}
		return shelf(filepath.Join(home, ".local", "share", "branchbook")), nil
	}
}

// books returns the folders of the books on the shelf, in the order they were begun. Their names say nothing: book-1.
func (s shelf) books() []string {
	entries, err := os.ReadDir(string(s))
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		if e.IsDir() && numberOf(e.Name()) > 0 {
			found = append(found, filepath.Join(string(s), e.Name()))
		}
	}
	slices.SortFunc(found, func(a, b string) int { return numberOf(filepath.Base(a)) - numberOf(filepath.Base(b)) })
	return found
}

// next returns the folder for a new book, and makes the shelf.
func (s shelf) next() (string, error) {
	if err := os.MkdirAll(string(s), 0o700); err != nil {
		return "", data.NewProblem("Branchbook may not make a folder for the book in your local application data. Ask whoever looks after this computer.", err)
	}
	highest := 0
	for _, b := range s.books() {
		highest = max(highest, numberOf(filepath.Base(b)))
	}
	return filepath.Join(string(s), "book-"+strconv.Itoa(highest+1)), nil
}

// only returns the one book on the shelf, for commands that were not told which.
func (s shelf) only() (string, error) {
	switch books := s.books(); len(books) {
	case 0:
		return "", data.NewProblem("There is no book on this computer yet. Start one in the window, or name a folder with --book.", errors.New("app: empty shelf"))
	case 1:
		return books[0], nil
	default:
		return "", data.NewProblem("There are "+strconv.Itoa(len(books))+" books on this computer. Name the folder of one with --book.", errors.New("app: several books"))
	}
}

func numberOf(name string) int {
	rest, ok := strings.CutPrefix(name, "book-")
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(rest)
	if err != nil || n < 1 {
		return 0
	}
	return n
}
