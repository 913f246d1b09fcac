package exports_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/example"
	"branchbook/exports"

	"golang.org/x/text/unicode/norm"
)

func TestEveryNameOfTheExampleCanBeFoundInThePDF(t *testing.T) {
	m := fourteenthOfMay(t).Minutes(data.MinutesStyle{})
	var names []string
	for _, p := range example.Make(example.Default).People {
		names = append(names, p.Name())
	}
	m.Closing = strings.Join(names, "\n")
	var out bytes.Buffer
	if err := exports.WriteMinutesPDF(t.Context(), &out, m, house); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "minutes.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("this test reads the pages as a recipient would, and needs pdftotext (package poppler-utils): %v", err)
	}
	found := norm.NFC.String(string(text))
	for _, n := range names {
		if !strings.Contains(found, norm.NFC.String(n)) {
			t.Errorf("%s is not in the PDF", n)
		}
	}
}
