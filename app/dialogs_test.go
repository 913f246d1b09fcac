package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/place"
)

// fyneFiles asks in Fyne's dialogs, as where the system has none, and fails the test with every problem.
func fyneFiles(t *testing.T) (*files, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel("The book"))
	w.Resize(fyne.NewSize(1366, 690))
	return &files{
		window: w, keys: &place.Keys{}, folder: t.TempDir(), system: func() bool { return false },
		do: func(do func()) { do() },
		fail: func(err error) {
			if err != nil { // nobody has a problem who changed their mind
				t.Errorf("a problem: %v", err)
			}
		},
	}, w
}

func TestWithoutASystemDialogEnterSavesWhereTheLastFileWent(t *testing.T) {
	f, w := fyneFiles(t)
	want := filepath.Join(f.folder, "ballots (2).pdf")
	if err := os.WriteFile(filepath.Join(f.folder, "ballots.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	got := ""
	f.save("Save the ballots", "ballots.pdf", func(path string) { got = path })
	f.keys.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got != want {
		t.Errorf("goes to %q, want %q", got, want)
	}
	if w.Canvas().Overlays().Top() != nil || f.keys.IsModal() {
		t.Error("the dialog stays")
	}
}

func TestWithoutASystemDialogFilesAndFoldersAreAskedFor(t *testing.T) {
	f, w := fyneFiles(t)
	for name, ask := range map[string]func(){
		"a file":   func() { f.open("Choose a list", listFiles, func(path string) { t.Errorf("%s is read", path) }) },
		"a folder": func() { f.chooseFolder("Where backups go", func(path string) { t.Errorf("%s is chosen", path) }) },
		"a place": func() {
			f.save("Save the ballots", "ballots.pdf", func(path string) { t.Errorf("%s is written", path) })
		},
	} {
		ask()
		if w.Canvas().Overlays().Top() == nil {
			t.Errorf("%s is not asked for", name)
		}
		if !f.keys.IsModal() {
			t.Errorf("while %s is asked for, the keys reach the page behind", name)
		}
		f.keys.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.Canvas().Overlays().Top() != nil || f.keys.IsModal() {
			t.Errorf("Escape does not leave the dialog for %s", name)
		}
	}
}
