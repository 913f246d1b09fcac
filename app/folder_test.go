package app

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"branchbook/data"
)

func TestBooksAreFoundInTheOrderTheyWereBegun(t *testing.T) {
	s := shelf(t.TempDir())
	for _, name := range []string{"book-10", "book-2", "book-1", "notes", "book-x"} {
		if err := os.Mkdir(filepath.Join(string(s), name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	for _, b := range s.books() {
		names = append(names, filepath.Base(b))
	}
	if got := strings.Join(names, " "); got != "book-1 book-2 book-10" {
		t.Errorf("found %s", got)
	}
	next, err := s.next()
	if err != nil || filepath.Base(next) != "book-11" {
		t.Errorf("the next book is %s, %v", next, err)
	}
}

func TestACommandAsksWhichOfSeveralBooks(t *testing.T) {
	s := shelf(t.TempDir())
	if _, err := s.only(); !strings.Contains(data.Say(err), "no book on this computer yet") {
		t.Errorf("an empty shelf says %q", data.Say(err))
	}
	os.Mkdir(filepath.Join(string(s), "book-1"), 0o700)
	if got, err := s.only(); err != nil || filepath.Base(got) != "book-1" {
		t.Errorf("one book: %s, %v", got, err)
	}
	os.Mkdir(filepath.Join(string(s), "book-2"), 0o700)
	if _, err := s.only(); !strings.Contains(data.Say(err), "--book") {
		t.Errorf("two books say %q", data.Say(err))
	}
}

func TestTheShelfIsInLocalApplicationData(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // the folder of this system is chosen by its own variables
	}
	got, err := findShelf(func(name string) string {
		return map[string]string{"XDG_DATA_HOME": "/home/jean/.local/share"}[name]
	})
	if err != nil || string(got) != "/home/jean/.local/share/branchbook" {
		t.Errorf("the shelf is %s, %v", got, err)
	}
}
