package app

import (
	"go/build"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "branchbook"

// rooms says which of our own packages each may import directly, and why the others are forbidden.
// A room stands for itself and the packages below it, the most specific one counting.
var rooms = map[string]struct {
	may []string
	why string
}{
	"":                        {[]string{"app"}, "main hands the command line to app and does nothing else"},
	"app":                     {[]string{"app", "screens", "exports", "data"}, ""},
	"screens":                 {[]string{"screens/place", "screens/parts", "data/book", "data", "data/count"}, "a place shows and records; it never imports another place, a file format or a path"},
	"screens/place":           {[]string{"data"}, "the contract of a place knows no place"},
	"screens/place/placetest": {[]string{"screens/place"}, "the Shell of tests knows no place"},
	"screens/parts/partstest": {[]string{"screens/parts"}, "what presses parts in tests knows no place"},
	"screens/parts":           {[]string{"screens/place", "data"}, "a widget knows no book"},
	"exports":                 {[]string{"exports/sheet", "exports/page", "data", "data/count"}, "a paper is made from data; it never reads the book"},
	"exports/sheet":           {nil, "the house style knows no branch"},
	"exports/page":            {nil, "the house style knows no branch"},
	"data":                    {[]string{"data/count"}, "types and rules are pure: no book, no store, no screen"},
	"data/book":               {[]string{"data/vault", "data/search", "data"}, "the book keeps; it does not show or export"},
	"data/vault":              {nil, "the vault knows bytes, and nothing of branches"},
	"data/count":              {nil, "counting is arithmetic"},
	"data/search":             {nil, "the index knows words, and nothing of branches"},
	"data/intake":             {[]string{"data"}, "intake reads other people's files into plain tables"},
	"data/example":            {[]string{"data"}, "the example is made of records; whoever wants it keeps them"},
}

// engines are the libraries that only one room may touch, so that they can be changed there.
var engines = []struct {
	prefix string
	may    []string
	why    string
}{
	{"github.com/dgraph-io/badger", []string{"data/vault"}, "the store can be changed in one place"},
	{"github.com/xuri/excelize", []string{"exports/sheet", "data/intake"}, "one house style writes spreadsheets, one reader reads them"},
	{"fyne.io/", []string{"app", "screens"}, "rules and papers are made without a window"},
	{"net/http", nil, "there is no network code"},
	{"net", nil, "there is no network code"},
}

func TestEveryRoomImportsOnlyWhatItMay(t *testing.T) {
	seen := 0
	for dir, pkg := range packages(t) {
		room := roomOf(dir)
		rule, ok := rooms[room]
		if !ok {
			t.Errorf("%s is no room of the house: give it a line in this test, or move it", dir)
			continue
		}
		for _, imported := range pkg.Imports {
			seen++
			if own, isOurs := strings.CutPrefix(imported, module+"/"); isOurs {
				if !allowed(dir, own, rule.may) {
					t.Errorf("%s imports %s, which is forbidden: %s", dir, own, rule.why)
				}
				continue
			}
			for _, e := range engines {
				exact := !strings.Contains(e.prefix, ".")
				if exact && imported != e.prefix || !exact && !strings.HasPrefix(imported, e.prefix) {
					continue
				}
				if !slices.ContainsFunc(e.may, func(r string) bool { return dir == r || strings.HasPrefix(dir, r+"/") }) {
					t.Errorf("%s imports %s, which is forbidden: %s", dir, imported, e.why)
				}
			}
		}
	}
	if seen < 50 {
		t.Fatalf("only %d imports were read: the test looks in the wrong place", seen)
	}
}

// packages finds every package of the module and reads its imports, tests left out.
func packages(t *testing.T) map[string]*build.Package {
	t.Helper()
	top, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]*build.Package{}
	err = filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); p != top && (strings.HasPrefix(name, ".") || name == "testdata" || name == "build") {
			return fs.SkipDir
		}
		context := build.Default
		context.BuildTags = []string{"journeys"}
		pkg, err := context.ImportDir(p, 0)
		if err == nil {
			rel, _ := filepath.Rel(top, p)
			found[strings.TrimPrefix(filepath.ToSlash(rel), ".")] = pkg
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// roomOf returns the most specific room that dir lies in.
func roomOf(dir string) string {
	for r := dir; r != "." && r != ""; r = path.Dir(r) { // the most specific first
		if _, ok := rooms[r]; ok {
			return r
		}
	}
	if dir == "" {
		return ""
	}
	return "?"
}

// allowed says whether dir may import own. A room that lists "app", "screens", "exports" or "data" with its own
// sub-rooms lists them one by one, except app, which may import everything.
func allowed(dir, own string, may []string) bool {
	if strings.HasPrefix(dir, "app") {
		return own != "app" || dir != "app"
	}
	return slices.Contains(may, own)
}

func TestTheTopLevelHoldsTheFourRoomsAlone(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	house := []string{"go.mod", "go.sum", "main.go", "main_test.go", "app", "screens", "data", "exports", "README.md", "LICENSE", "Makefile", "FyneApp.toml"}
	made := []string{"build", "gallery"} // by make, and ignored by git
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains(house, name) && !slices.Contains(made, name) {
			t.Errorf("%s is no room of the house", name)
		}
	}
}
