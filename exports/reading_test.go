package exports_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"branchbook/data"
	"branchbook/exports"
)

func minutesOf(t testing.TB, m data.Minutes) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exports.WriteMinutes(t.Context(), &b, m, house); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func attendanceOf(t testing.TB, s data.AttendanceSheet) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exports.WriteTable(t.Context(), &b, s.TableDoc(nil), house); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func returnOf(t testing.TB, d data.DelegateReturnDoc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exports.WriteTable(t.Context(), &b, d.TableDoc(), house); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// everything is all that stands in any part of a file, so that a test can say what does not.
func everything(t testing.TB, paper []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(paper), int64(len(paper)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return all.String()
}

// wellFormed fails where a part of a Word document cannot be read as XML, which Word refuses.
func wellFormed(t *testing.T, what string, file []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		for err == nil {
			_, err = d.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: %s: %v", what, f.Name, err)
		}
		r.Close()
	}
}

func workbook(t testing.TB, paper []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(paper))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// rows are a sheet's cells as a reader sees them.
func rows(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	all, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		for i := range r {
			r[i] = strings.TrimSpace(r[i]) // the format of numbers keeps clear of the column's edge
		}
	}
	return all
}

// seen is the paper as LibreOffice prints it, in plain text.
func seen(t *testing.T, name string, paper []byte) string {
	t.Helper()
	for _, program := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("this test opens a paper as its recipient would, and needs %s (packages libreoffice-calc-nogui, libreoffice-writer-nogui and poppler-utils): %v", program, err)
		}
	}
	folder := t.TempDir()
	file := filepath.Join(folder, name)
	if err := os.WriteFile(file, paper, 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("BRANCHBOOK_KEEP_PAPERS"); keep != "" { // a folder to look at what the tests wrote
		if err := os.WriteFile(filepath.Join(keep, t.Name()+filepath.Ext(name)), paper, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	office := exec.CommandContext(ctx, "soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless", "--convert-to", "pdf", "--outdir", folder, file)
	if out, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	pdf := strings.TrimSuffix(file, filepath.Ext(file)) + ".pdf"
	text, err := exec.CommandContext(ctx, "pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return string(text)
}

// shows fails for each text that is not to be seen; runs of spaces, which laying out makes, count as one.
func shows(t *testing.T, paper string, texts ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(paper), " ")
	for _, s := range texts {
		if !strings.Contains(flat, s) {
			t.Errorf("%q is not to be seen in:\n%s", s, paper)
		}
	}
}
