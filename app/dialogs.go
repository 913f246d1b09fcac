package app

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
	"github.com/ncruces/zenity"

	"branchbook/data"
	"branchbook/screens/place"
)

// fileKind is a kind of file that a dialog offers: its name in words and its endings, without the dot.
type fileKind struct {
	name    string
	endings []string
}

var (
	listFiles   = fileKind{"Member lists", []string{"csv", "txt", "tsv", "xlsx", "xlsm"}}
	tableFiles  = fileKind{"Tables", []string{"csv", "txt", "tsv", "xlsx", "xlsm"}}
	ballotFile  = fileKind{"Ballots", []string{"blt", "txt"}}
	backupFiles = fileKind{"Branchbook backups", []string{"zip"}}
)

// files asks the secretary where a file is or is to go, in the system's own dialog where there is one and in Fyne's
// otherwise. Each method returns at once; then is called in the window's goroutine, and not at all when the secretary
// changed their mind.
type files struct {
	window fyne.Window
	keys   *place.Keys
	do     func(func())
	fail   func(error)
	// system says whether the system has a dialog of its own.
	system func() bool
	// folder is where the last file came from or went.
	folder string
}

// open asks for a file to read.
func (f *files) open(title string, kind fileKind, then func(path string)) {
	if f.system() {
		f.native(then, func() (string, error) {
			return zenity.SelectFile(zenity.Title(title), zenity.Filename(f.folder+string(filepath.Separator)),
				zenity.FileFilters{{Name: kind.name, Patterns: patterns(kind), CaseFold: true}})
		})
		return
	}
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			f.fail(err)
			return
		}
		path := r.URI().Path()
		r.Close()
		f.went(path, then)
	}, f.window)
	d.SetTitleText(title)
	d.SetFilter(storage.NewExtensionFileFilter(endings(kind)))
	f.show(d, func() {})
}

// save asks where a file of that name is to go. Whether it may replace another is asked by the dialog.
func (f *files) save(title, name string, then func(path string)) {
	if f.system() {
		f.native(then, func() (string, error) {
			return zenity.SelectFileSave(zenity.Title(title), zenity.Filename(filepath.Join(f.folder, name)), zenity.ConfirmOverwrite())
		})
		return
	}
	// Fyne's own save dialog empties the file before anything is written, so it is asked for the folder alone and the
	// file is written whole beside what is there.
	d := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
		if err != nil || l == nil {
			f.fail(err)
			return
		}
		f.went(freeName(filepath.Join(l.Path(), name)), then)
	}, f.window)
	d.SetTitleText(title + ": choose a folder")
	d.SetConfirmText("Save here")
	f.show(d, f.confirm)
}

// chooseFolder asks for a folder.
func (f *files) chooseFolder(title string, then func(path string)) {
	if f.system() {
		f.native(then, func() (string, error) { return zenity.SelectFile(zenity.Title(title), zenity.Directory()) })
		return
	}
	d := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
		if err != nil || l == nil {
			f.fail(err)
			return
		}
		then(l.Path())
	}, f.window)
	d.SetTitleText(title)
	f.show(d, f.confirm)
}

// show shows a Fyne dialog. Until it closes the keys of the window behind it are held: Escape leaves, and Enter does what
// enter says, where the caret is in nothing that takes keys itself.
func (f *files) show(d *dialog.FileDialog, enter func()) {
	if uri, err := storage.ListerForURI(storage.NewFileURI(f.folder)); err == nil {
		d.SetLocation(uri)
	}
	d.SetOnClosed(f.keys.Open(place.KeyTakerFunc(func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			d.Dismiss()
		case fyne.KeyReturn, fyne.KeyEnter:
			enter()
		}
		return true
	})))
	// Shown first: a Fyne file dialog that is given a size before that falls over.
	d.Show()
	d.Resize(f.window.Canvas().Size())
}

// confirm presses the last button of a dialog that asks for a folder. Fyne has no other way to it.
func (f *files) confirm() {
	f.window.Canvas().FocusPrevious()
	if last, ok := f.window.Canvas().Focused().(*widget.Button); ok {
		last.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
}

// native shows a system dialog from a goroutine of its own, since it waits for its answer.
func (f *files) native(then func(string), ask func() (string, error)) {
	go func() {
		path, err := ask()
		f.do(func() {
			switch {
			case errors.Is(err, zenity.ErrCanceled) || err == nil && path == "":
			case err != nil:
				f.fail(data.NewProblem("The system's file window did not open. Try again, or start Branchbook afresh.", err))
			default:
				f.went(path, then)
			}
		})
	}()
}

func (f *files) went(path string, then func(string)) {
	f.folder = filepath.Dir(path)
	then(path)
}

func patterns(kind fileKind) []string {
	out := make([]string, len(kind.endings))
	for i, e := range kind.endings {
		out[i] = "*." + e
	}
	return out
}

func endings(kind fileKind) []string {
	out := make([]string, len(kind.endings))
	for i, e := range kind.endings {
		out[i] = "." + e
	}
	return out
}

// freeName returns path, or path with a number before its ending when something has that name already.
func freeName(path string) string {
	ending := filepath.Ext(path)
	stem := path[:len(path)-len(ending)]
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path
		}
		path = stem + " (" + strconv.Itoa(n) + ")" + ending
	}
}
