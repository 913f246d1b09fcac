package page_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/exports/page"
)

// opened is what a recipient sees: the document printed by LibreOffice, as text, page by page.
func opened(t *testing.T, d page.Document) []string {
	t.Helper()
	for _, program := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("this test opens the document as a recipient would, and needs %s (packages libreoffice-writer-nogui and poppler-utils): %v", program, err)
		}
	}
	var out bytes.Buffer
	if err := page.WriteWord(&out, d); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "minutes.docx")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("BRANCHBOOK_KEEP_PAPERS"); keep != "" { // a folder to look at what the tests wrote
		if err := os.WriteFile(filepath.Join(keep, t.Name()+".docx"), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	office := exec.CommandContext(ctx, "soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"),
		"--headless", "--convert-to", "pdf", "--outdir", folder, file)
	if said, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	text, err := exec.CommandContext(ctx, "pdftotext", "-layout", filepath.Join(folder, "minutes.pdf"), "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	plain := strings.ReplaceAll(string(text), "\u00a0", " ")
	return strings.Split(strings.TrimSuffix(plain, "\f"), "\f")
}

func TestLibreOfficeShowsTheMinutes(t *testing.T) {
	pages := opened(t, minutes())
	last := len(pages)
	if last < 3 {
		t.Fatalf("%d pages for the minutes and 50 actions", last)
	}
	see := func(number int, texts ...string) {
		t.Helper()
		for _, s := range append(texts, fmt.Sprintf("Page %d of %d", number, last), "DRAFT subject to approval") {
			if !strings.Contains(pages[number-1], s) {
				t.Errorf("page %d does not show %q:\n%s", number, s, pages[number-1])
			}
		}
	}
	see(1, "Millbrook & Canalside Branch", "Ŵynne-Llewellyn", "Stanisław", "Yıldız", "Treasurer’s report", "to pay hall hire by 17 April",
		"CARRIED NEM CON, 16 votes")
	see(2, "Minutes of the ordinary meeting, Thu 9 April 2026")
	see(last, "Who", "What", "By") // the header row comes again
	if !strings.Contains(strings.Join(pages, ""), "Signed ....") || !strings.Contains(strings.Join(pages, ""), "Chair, date ....") {
		t.Error("there is nowhere to sign")
	}
	if strings.Contains(pages[0], "Thu 9 April 2026") {
		t.Error("the first page has the running header as well as its masthead")
	}
	for i, p := range pages {
		if strings.Count(p, "\n") < 8 {
			t.Errorf("page %d is as good as empty:\n%s", i+1, p)
		}
	}
}
