package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// fyneFiles asks in Fyne's dialogs, as where the system has none, and fails the test with every problem.
func fyneFiles(t *testing.T) (*files, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel("The book"))
	w.Resize(fyne.NewSize(1366, 690))
	return &files{
		window: w, folder: t.TempDir(), system: func() bool { return false },
		do: func(do func()) { do() }, fail: func(err error) { t.Errorf("a problem: %v", err) },
	}, w
}

func TestWithoutASystemDialogAFileIsSavedBySpaceAlone(t *testing.T) {
	f, w := fyneFiles(t)
	want := filepath.Join(f.folder, "ballots (2).pdf")
	if err := os.WriteFile(filepath.Join(f.folder, "ballots.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	got := ""
	f.save("Save the ballots", "ballots.pdf", func(path string) { got = path })
	if at, ok := w.Canvas().Focused().(*widget.Button); !ok || at.Text != "Save here" {
		t.Fatalf("the caret is at %T, not at Save here", w.Canvas().Focused())
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got != want {
		t.Errorf("goes to %q, want %q", got, want)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
}

func TestWithoutASystemDialogFilesAndFoldersAreAskedFor(t *testing.T) {
	f, w := fyneFiles(t)
	for name, ask := range map[string]func(){
		"a file":   func() { f.open("Choose a list", listFiles, func(string) {}) },
		"a folder": func() { f.chooseFolder("Where backups go", func(string) {}) },
	} {
		before := len(w.Canvas().Overlays().List())
		ask()
		if len(w.Canvas().Overlays().List()) != before+1 {
			t.Errorf("%s is not asked for", name)
		}
	}
}
