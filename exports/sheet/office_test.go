package sheet_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/exports/sheet"
)

// opened is what a recipient sees: the workbook printed by LibreOffice, as text, page by page.
func opened(t *testing.T, b []byte) []string {
	t.Helper()
	for _, program := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("this test opens the workbook as a recipient would, and needs %s (packages libreoffice-calc-nogui and poppler-utils): %v", program, err)
		}
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "return.xlsx")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("BRANCHBOOK_KEEP_PAPERS"); keep != "" { // a folder to look at what the tests wrote
		if err := os.WriteFile(filepath.Join(keep, t.Name()+".xlsx"), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	office := exec.CommandContext(ctx, "soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"),
		"--headless", "--convert-to", "pdf", "--outdir", folder, file)
	if out, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	text, err := exec.CommandContext(ctx, "pdftotext", "-layout", filepath.Join(folder, "return.pdf"), "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

func TestLibreOfficeShowsTheReturn(t *testing.T) {
	pages := opened(t, book(t, properties(), func(w *sheet.Workbook) { delegateReturn(t, w, 80) }))
	if len(pages) < 3 {
		t.Fatalf("%d pages for a cover and 80 delegates", len(pages))
	}
	see := func(page int, texts ...string) {
		t.Helper()
		for _, s := range texts {
			if !strings.Contains(pages[page], s) {
				t.Errorf("page %d does not show %q:\n%s", page+1, s, pages[page])
			}
		}
	}
	see(0, "Delegate return 2026", "Millbrook & Canalside Branch", "14/05/2026", "07700 900123", "£1,516.16",
		"given seven clear days’", "Branch secretary", "Page 1 of ")
	see(1, "Membership", "until the end of June.", "Ŵynne-Llewellyn", "Wójcik-Dąbrowski", "Yıldız", "Ní Bhriain", "00041207", "14/05/2026", "7.34pm", "Page 2 of ")
	see(2, "Membership", "Delegate return 2026", "Page 3 of ") // the header row comes again
	for i, page := range pages {
		if strings.Contains(page, "###") {
			t.Errorf("page %d has a column too narrow for its numbers", i+1)
		}
	}
}
