package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"

	"branchbook/exports/sheet"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// entry returns one file of the workbook as text.
func entry(t testing.TB, b []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(s)
}

// oneColumn writes texts under one heading and reads them back.
func oneColumn(t testing.TB, kind sheet.Kind, values ...sheet.Value) []string {
	t.Helper()
	f := read(t, book(t, properties(), func(w *sheet.Workbook) {
		tab := table(t, w, "Notes", sheet.Column{Title: "Note", Kind: kind})
		for _, v := range values {
			row(t, tab, v)
		}
	}))
	rows, err := f.GetRows("Notes")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows[1:] {
		got = append(got, strings.Join(r, "|"))
	}
	return got
}

func TestWhatSomebodyTypedIsNeverAFormula(t *testing.T) {
	typed := []string{`=HYPERLINK("http://example.org","agenda")`, "+44 7700 900123", "-2+3", "@SUM(A1:A9)", "=1+1"}
	b := book(t, properties(), func(w *sheet.Workbook) {
		cover := w.Page("Return")
		tab := table(t, w, "Notes", sheet.Column{Title: "=Note"}, sheet.Column{Title: "Phone", Kind: sheet.Code})
		for _, s := range typed {
			cover.Fact("=label", s)
			cover.Sentence(s)
			row(t, tab, s, s)
		}
	})
	f := read(t, b)
	for i, s := range typed {
		cell, err := f.GetCellValue("Notes", "A"+string(rune('2'+i)))
		if err != nil {
			t.Fatal(err)
		}
		want(t, "text as typed", cell, s)
	}
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		if strings.Contains(entry(t, b, name), "<f") {
			t.Errorf("%s holds a formula", name)
		}
	}
}

func TestControlCharactersAreLeftOut(t *testing.T) {
	got := oneColumn(t, sheet.Text, "Okan\x00 Yıl\x1bdız\ufffe", "bad \xff bytes", "two\r\nlines\tand a tab")
	want(t, "name", got[0], "Okan Yıldız")
	want(t, "bytes that are not text", got[1], "bad  bytes")
	want(t, "one line", got[2], "two lines and a tab")
	want(t, "wrapped text keeps its lines", oneColumn(t, sheet.Wrap, "two\r\nlines")[0], "two\nlines")
}

func TestEveryTextComesBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom(nil, asRanges()...)).Draw(r, "text") + "."
		got := oneColumn(t, sheet.Wrap, s)
		if len(got) != 1 || got[0] != s {
			r.Fatalf("wrote %q, read %q", s, got)
		}
	})
}

func TestEscapesOfTheFormatStayText(t *testing.T) {
	for _, s := range []string{"_x000D_", "_x0041_B", "<b>&amp;</b>", " spaces kept "} {
		want(t, "text", oneColumn(t, sheet.Text, s)[0], s)
	}
}

func TestATextTooLongForACellIsRefusedAndSaysWhere(t *testing.T) {
	var out bytes.Buffer
	w := sheet.New(context.Background(), &out, properties())
	tab := table(t, w, "Minutes", sheet.Column{Title: "No.", Kind: sheet.Number}, sheet.Column{Title: "Text", Kind: sheet.Wrap})
	row(t, tab, 1, strings.Repeat("ŵ", 32767)) // as much as a cell holds
	err := tab.Row(2, strings.Repeat("x", 32768))
	var long *sheet.LongText
	if !errors.As(err, &long) {
		t.Fatalf("got %v, want a LongText", err)
	}
	want(t, "where", *long, sheet.LongText{Sheet: "Minutes", Column: "Text", Row: 3, Units: 32768})
	if err := w.Close(); !errors.As(err, &long) {
		t.Errorf("Close said %v after a row was refused", err)
	}
	want(t, "bytes written", out.Len(), 0)
}

func TestALongSentenceGoesOnBelow(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("Members asked when the repairs would be done. ", 1500))
	f := read(t, book(t, properties(), func(w *sheet.Workbook) { w.Page("Return").Sentence(text) }))
	rows, err := f.GetRows("Return")
	if err != nil {
		t.Fatal(err)
	}
	var pieces []string
	for _, r := range rows {
		pieces = append(pieces, strings.Join(r, ""))
	}
	want(t, "the whole text", strings.Join(pieces, " ") == text, true)
}

func TestADateBefore1900IsText(t *testing.T) {
	got := oneColumn(t, sheet.Date, day{1899, 12, 31}, day{1900, 2, 28}, day{1900, 3, 1}, day{}, "not known")
	want(t, "before 1900", got[0], "31/12/1899")
	want(t, "where programs disagree", got[1], "28/02/1900")
	want(t, "a real date", got[2], "01/03/1900")
	want(t, "no date", got[3], "")
	want(t, "a word instead", got[4], "not known")
}

func TestColumnsThatCannotHeadATableAreRefused(t *testing.T) {
	for name, columns := range map[string][]sheet.Column{
		"twice":              {{Title: "Votes"}, {Title: "Name"}, {Title: "votes "}},
		"twice but controls": {{Title: "Votes"}, {Title: "Vo\x01tes"}},
		"no title":           {{Title: " "}},
		"none":               nil,
		"too wide":           {{Title: "A", Width: 256}},
		"printed on":         {{Title: "A"}, {Title: "B", Aside: true}, {Title: "C"}},
	} {
		w := sheet.New(context.Background(), io.Discard, properties())
		w.Page("Return").Title("Return")
		if _, err := w.Table("T", columns...); !errors.Is(err, sheet.ErrColumns) {
			t.Errorf("%s: got %v", name, err)
		}
		if err := w.Close(); !errors.Is(err, sheet.ErrColumns) {
			t.Errorf("%s: Close said %v", name, err)
		}
	}
}

func TestARowThatDoesNotMatchIsRefused(t *testing.T) {
	begin := func() *sheet.Table {
		w := sheet.New(context.Background(), io.Discard, properties())
		return table(t, w, "T", sheet.Column{Title: "A"}, sheet.Column{Title: "B", Kind: sheet.Money})
	}
	for name, values := range map[string][]sheet.Value{
		"too few": {"x"}, "too many": {"x", nil, nil}, "a float": {1.5, nil}, "pounds as a number": {"x", 12}, "a slice": {[]string{"x"}, nil},
	} {
		if err := begin().Row(values...); !errors.Is(err, sheet.ErrRow) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	tab := begin()
	if err := tab.Total("Total", sheet.Pence(1)); err != nil {
		t.Fatal(err)
	}
	if err := tab.Row("x", nil); !errors.Is(err, sheet.ErrRow) {
		t.Errorf("after the total: got %v", err)
	}
}

func TestSheetNamesAreMadeLegalAndUnique(t *testing.T) {
	f := read(t, book(t, properties(), func(w *sheet.Workbook) {
		for _, name := range []string{"Round 1/2: result?", "Delegates to the Northfield and Canalside CLP", "Delegates to the Northfield and canalside CLP", "History", "", "'quoted'", "Réunion’s 2026"} {
			row(t, table(t, w, name, sheet.Column{Title: "A"}), "x")
		}
	}))
	want(t, "names", strings.Join(f.GetSheetList(), "; "),
		"Round 1-2- result-; Delegates to the Northfield and; Delegates to the Northfield (2); History of the branch; Sheet; quoted; Réunion’s 2026")
}

func TestACancelledExportWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	w := sheet.New(ctx, &out, properties())
	tab := table(t, w, "T", sheet.Column{Title: "A"})
	row(t, tab, "x")
	cancel()
	if err := tab.Row("y"); !errors.Is(err, context.Canceled) {
		t.Errorf("Row said %v", err)
	}
	if err := w.Close(); !errors.Is(err, context.Canceled) {
		t.Errorf("Close said %v", err)
	}
	want(t, "bytes written", out.Len(), 0)
}

func TestNothingIsWrittenBeforeCloseAndNothingAfter(t *testing.T) {
	var out bytes.Buffer
	w := sheet.New(context.Background(), &out, properties())
	tab := table(t, w, "T", sheet.Column{Title: "A"})
	for range 3000 {
		row(t, tab, "x")
	}
	want(t, "bytes before Close", out.Len(), 0)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); !errors.Is(err, sheet.ErrClosed) {
		t.Errorf("second Close said %v", err)
	}
	if err := tab.Row("y"); !errors.Is(err, sheet.ErrClosed) {
		t.Errorf("Row after Close said %v", err)
	}
	rows, err := read(t, out.Bytes()).GetRows("T")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "rows", len(rows), 3001)
}

// watcher notes what lies in a folder while the workbook is being written.
type watcher struct {
	folder string
	seen   []string
}

func (w *watcher) Write(b []byte) (int, error) {
	files, err := os.ReadDir(w.folder)
	for _, f := range files {
		w.seen = append(w.seen, f.Name())
	}
	return len(b), err
}

func TestNamesNeverTouchTheDiskOnTheirWay(t *testing.T) {
	out := &watcher{folder: t.TempDir()}
	for _, variable := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(variable, out.folder)
	}
	w := sheet.New(context.Background(), out, properties())
	tab := table(t, w, "Minutes", sheet.Column{Title: "Text", Kind: sheet.Wrap})
	minute := strings.Repeat("Okan Yıldız asked. ", 1500)
	for range 800 { // more than what excelize keeps in memory by itself
		row(t, tab, minute)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	want(t, "temporary files", strings.Join(out.seen, " "), "")
}

// full is a disk with no room left.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsReported(t *testing.T) {
	w := sheet.New(context.Background(), full{}, properties())
	row(t, table(t, w, "T", sheet.Column{Title: "A"}), "x")
	if err := w.Close(); !errors.Is(err, errFull) {
		t.Errorf("Close said %v", err)
	}
}

func TestAPasswordIsAskedFor(t *testing.T) {
	p := properties()
	p.Password = "canal side"
	b := book(t, p, func(w *sheet.Workbook) { delegateReturn(t, w, 2) })
	if _, err := excelize.OpenReader(bytes.NewReader(b)); err == nil {
		t.Error("opened without the password")
	}
	name, err := read(t, b, excelize.Options{Password: "canal side"}).GetCellValue("Delegates", "C2")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "first name", name, "Siân")
}

func TestATableWithoutRowsIsStillATable(t *testing.T) {
	f := read(t, book(t, properties(), func(w *sheet.Workbook) {
		if err := table(t, w, "T", sheet.Column{Title: "A"}, sheet.Column{Title: "B"}).Total("Total", 0); err != nil {
			t.Fatal(err)
		}
	}))
	tables, err := f.GetTables("T")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "range", tables[0].Range, "A1:B2")
	total, err := f.GetCellValue("T", "A3")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "total, below the empty row", total, "Total")
}

func TestEveryPartIsWellFormed(t *testing.T) {
	b := book(t, properties(), func(w *sheet.Workbook) { delegateReturn(t, w, 8) })
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		d := xml.NewDecoder(strings.NewReader(entry(t, b, f.Name)))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", f.Name, err)
				break
			}
		}
	}
}

// asRanges are scripts that members' names are written in, and the signs around them.
func asRanges() []*unicode.RangeTable {
	return []*unicode.RangeTable{unicode.Latin, unicode.Arabic, unicode.Bengali, unicode.Nd, unicode.Sc, unicode.Po, unicode.Han}
}
