package app

import (
	"os"
	"path/filepath"
	"time"

	"branchbook/data"
	"branchbook/screens/place"
)

const rescuePattern = "branchbook-rescue-*.age"

// rescueName is what a rescue file is called. It says when, and nothing of whom.
func rescueName(now time.Time) string {
	return "branchbook-rescue-" + now.Format("2006-01-02-1504") + ".age"
}

// rescueToSecondPlace writes what is not saved to the second place, where one is set, and says whether it did.
func (h *house) rescueToSecondPlace() bool {
	dir := h.w.prefs.rescueFolder()
	if dir == "" || !isDir(dir) {
		return false
	}
	_, err := writeFile(filepath.Join(dir, rescueName(h.w.program.now())), h.book.Rescue)
	if err != nil {
		h.w.log.Error("the second place failed too", "cause", err)
	}
	return err == nil
}

// offerRescue offers what a rescue file in the second place still holds, after the book was opened.
func (w *window) offerRescue() {
	dir := w.prefs.rescueFolder()
	if dir == "" {
		return
	}
	found, err := filepath.Glob(filepath.Join(dir, rescuePattern))
	if err != nil || len(found) == 0 {
		return
	}
	path := found[len(found)-1]
	w.ask(place.Question{
		Title: "Bring back what was rescued?",
		Text:  "When the disk failed, what could not be saved was put in " + filepath.Base(path) + ". It can be put into the book now, as changes that you can take back.",
		Yes:   "Bring it back", No: "Not now",
		Then: func() { w.house.bringBackRescued(path) },
	})
}

// bringBackRescued puts a rescue file into the book, and puts the file aside when all of it has gone in.
func (h *house) bringBackRescued(path string) {
	f, err := os.Open(path)
	if err != nil {
		h.Problem(fileProblem(path, err))
		return
	}
	defer f.Close()
	rescued, err := h.book.ReadRescue(f)
	if err != nil {
		h.Problem(err)
		return
	}
	made, left, err := h.book.Apply(rescued)
	if err != nil {
		h.Problem(err)
		return
	}
	if len(left) > 0 {
		h.Problem(data.NewProblem(data.NumberOf(len(left), "change", "changes")+" in the rescue file could not be put in, because the book has changed since. The file is kept.", nil))
		return
	}
	if err := os.Rename(path, path+".done"); err != nil {
		h.w.log.Warn("the rescue file was not put aside", "cause", err)
	}
	h.Notify(data.NumberOf(made, "change", "changes") + " brought back from the rescue file.")
}
