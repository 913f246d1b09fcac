package app

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/data"
)

func TestAFailedExportLeavesTheOldFileAsItWas(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "minutes.docx")
	if err := os.WriteFile(path, []byte("last month's"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("cancelled half way")
	_, err := writeFile(path, func(w io.Writer) error {
		io.WriteString(w, "half of this")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("the cause was lost: %v", err)
	}
	got, _ := os.ReadFile(path)
	if string(got) != "last month's" {
		t.Errorf("the old file became %q", got)
	}
	left, _ := os.ReadDir(dir)
	if len(left) != 1 {
		t.Errorf("%d files are left where 1 was", len(left))
	}
}

func TestAnExportReplacesTheOldFileWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "return.xlsx")
	for _, content := range []string{"the first, which is longer", "the second"} {
		hash, err := writeFile(path, func(w io.Writer) error {
			_, err := io.WriteString(w, content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(hash) != 64 {
			t.Errorf("the hash is %q", hash)
		}
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("the file holds %q, want %q", got, content)
		}
	}
}

func TestAFolderThatIsNotThereIsSaidInWords(t *testing.T) {
	_, err := writeFile(filepath.Join(t.TempDir(), "gone", "x.xlsx"), func(io.Writer) error { return nil })
	if got := data.Say(err); !strings.Contains(got, "no folder") {
		t.Errorf("the secretary reads %q", got)
	}
}
