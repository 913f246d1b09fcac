package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/example"
	"branchbook/screens/door"
	"branchbook/screens/place"
)

// exampleFolder is where the example branch is kept: on the shelf, but among the books only for those who ask for it.
const exampleFolder = "example"

// doorBooks is what the door asks of the program: the books on the shelf.
type doorBooks struct{ w *window }

var _ door.Books = doorBooks{}

// Names are the books on the shelf, the one that was open last in front; or the one that --book named.
func (d doorBooks) Names() []string {
	w := d.w
	if w.program.bookDir != "" {
		if isDir(w.program.bookDir) {
			return []string{filepath.Base(w.program.bookDir)}
		}
		return nil
	}
	var names []string
	for _, b := range w.shelf.books() {
		name := filepath.Base(b)
		if name == w.prefs.lastBook() {
			names = append([]string{name}, names...)
			continue
		}
		names = append(names, name)
	}
	return names
}

// Create begins a book in the next free folder of the shelf, or where --book said.
func (d doorBooks) Create(ctx context.Context, branch data.Branch, passphrase string) (*book.Book, string, error) {
	dir, err := d.newFolder()
	if err != nil {
		return nil, "", err
	}
	b, code, err := book.Create(dir, passphrase, branch, d.options(nil))
	if err != nil {
		return nil, "", err
	}
	if ctx.Err() != nil {
		b.Close()
		os.RemoveAll(dir) // begun a moment ago, and nobody has the code of it
		return nil, "", ctx.Err()
	}
	// A journey has no paper to write the code on, and types its last group like everybody.
	d.w.narrate("recovery ends " + code[strings.LastIndexByte(code, ' ')+1:])
	return b, code, nil
}

// Example opens the example branch, and writes it first where there is none, or one that will not open.
func (d doorBooks) Example(ctx context.Context, report place.Report) (*book.Book, error) {
	dir := filepath.Join(string(d.w.shelf), exampleFolder)
	if isDir(dir) {
		b, err := book.Open(dir, examplePassphrase, d.options(report))
		if err == nil {
			return b, nil
		}
		if book.IsBook(dir) == nil {
			return nil, err
		}
		// A first writing that was cut short: nothing in it is anybody's.
		if err := os.RemoveAll(dir); err != nil {
			return nil, fileProblem(dir, err)
		}
	}
	return writeExample(dir, example.Default, d.options(report))
}

// Unlock opens a book.
func (d doorBooks) Unlock(_ context.Context, name, secret string, report place.Report) (*book.Book, error) {
	dir := filepath.Join(string(d.w.shelf), name)
	if d.w.program.bookDir != "" {
		dir = d.w.program.bookDir
	}
	return book.Open(dir, secret, d.options(report))
}

// ChooseBackup asks for the file of a backup.
func (d doorBooks) ChooseBackup(then func(door.Backup)) {
	d.w.files.open("Choose the backup", backupFiles, func(path string) { then(chosenBackup{d, path}) })
}

// Enter shows an open book.
func (d doorBooks) Enter(b *book.Book) { d.w.enter(b) }

func (d doorBooks) newFolder() (string, error) {
	if d.w.program.bookDir != "" {
		return d.w.program.bookDir, nil
	}
	return d.w.shelf.next()
}

func (d doorBooks) options(report place.Report) book.Options {
	o := d.w.program.options()
	o.Log = d.w.log
	o.Progress = report
	return o
}

// A chosenBackup is a file that the secretary pointed at.
type chosenBackup struct {
	books doorBooks
	path  string
}

// Name is the file's name without its folder.
func (c chosenBackup) Name() string { return filepath.Base(c.path) }

// Restore makes a new book on the shelf from it.
func (c chosenBackup) Restore(_ context.Context, secret string, report place.Report) (*book.Book, error) {
	f, size, err := openFile(c.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dir, err := c.books.newFolder()
	if err != nil {
		return nil, err
	}
	return book.Restore(f, size, secret, dir, c.books.options(report))
}

func (w *window) newDoor(why string) *door.Place {
	where := "Kept on this computer, in " + string(w.shelf) + "."
	if w.program.bookDir != "" {
		where = "Kept on this computer, in " + w.program.bookDir + "."
	}
	return door.New(door.Deps{
		Books: doorBooks{w}, Runner: w.telling(), Why: why, Where: where, Log: w.log,
	})
}
