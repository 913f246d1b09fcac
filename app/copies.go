package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
	"branchbook/screens/settings"
)

// safeCopies are the copies of the book: the dated ones beside it, and those that go where the secretary chooses.
type safeCopies struct{ h *house }

var _ settings.Copies = safeCopies{}

// Folder is where the dated copies are.
func (c safeCopies) Folder() string { return filepath.Join(c.h.book.Dir(), "backups") }

// Dated are the dated copies, the newest first.
func (c safeCopies) Dated() ([]settings.DatedCopy, error) {
	entries, err := os.ReadDir(c.Folder())
	if err != nil {
		return nil, data.NewProblem("The folder of the dated copies could not be read. Make a copy on a USB stick with Ctrl+B.", err)
	}
	var dated []settings.DatedCopy
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || e.IsDir() || !strings.HasSuffix(e.Name(), ".zip") {
			continue
		}
		dated = append(dated, settings.DatedCopy{Copy: copyFile(filepath.Join(c.Folder(), e.Name())), Made: info.ModTime(), Size: info.Size()})
	}
	slices.SortFunc(dated, func(a, b settings.DatedCopy) int { return b.Made.Compare(a.Made) })
	return dated, nil
}

// Last says when the newest copy was made, and where it is: beside the book, or where the secretary put it.
func (c safeCopies) Last() (made time.Time, where string, ok bool) {
	if dated, err := c.Dated(); err == nil && len(dated) > 0 {
		made, where, ok = dated[0].Made, "beside the book, on this computer", true
	}
	err := c.h.book.Read(func(r *book.Reading) error {
		papers, err := r.Papers.Of(data.BackupPaper, "")
		if n := len(papers); n > 0 && papers[n-1].Made.After(made) {
			made, where, ok = papers[n-1].Made, "in the file "+papers[n-1].File, true
		}
		return err
	})
	return made.In(c.h.w.program.now().Location()), where, ok && err == nil
}

// BeforeImport makes a dated copy before a list is brought in.
func (c safeCopies) BeforeImport() error {
	_, err := c.h.book.DatedBackup()
	return err
}

// BackUp asks where a copy goes, writes it there and proves it.
func (c safeCopies) BackUp(then func(error)) { c.h.backUpThen(then) }

// Choose asks for the file of a copy.
func (c safeCopies) Choose(then func(settings.Copy)) {
	c.h.w.files.open("Choose a copy of the book", backupFiles, func(path string) { then(copyFile(path)) })
}

// SecondPlace is where a rescue file goes when the disk fails.
func (c safeCopies) SecondPlace() string { return c.h.w.prefs.rescueFolder() }

// ChooseSecondPlace asks for that folder.
func (c safeCopies) ChooseSecondPlace(then func()) {
	c.h.w.files.chooseFolder("Choose the second place", func(dir string) {
		c.h.w.prefs.setRescueFolder(dir)
		then()
	})
}

// ForgetSecondPlace sets none.
func (c safeCopies) ForgetSecondPlace() { c.h.w.prefs.setRescueFolder("") }

// todayCopies is what the page of today asks of the copies.
type todayCopies struct{ safeCopies }

// BackUp asks where a copy goes; how it went is said in the undo line.
func (c todayCopies) BackUp() { c.h.backUp() }

// A copyFile is the file of a copy of the book.
type copyFile string

// Name is the file's name without its folder.
func (f copyFile) Name() string { return filepath.Base(string(f)) }

// Prove opens the copy and reads it to its end.
func (f copyFile) Prove(_ context.Context, secret string, _ place.Report) (book.Counts, error) {
	return prove(string(f), secret)
}
