package page_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/exports/page"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// pdf is the document as a PDF file.
func pdf(t testing.TB, d page.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := page.WritePDF(&out, d); err != nil {
		t.Fatalf("writing: %v", err)
	}
	return out.Bytes()
}

// told is what a program of poppler-utils says of the document.
func told(t testing.TB, d page.Document, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Fatalf("this test reads the pages as a recipient would, and needs %s (package poppler-utils): %v", program, err)
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	whole := pdf(t, d)
	if err := os.WriteFile(file, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("BRANCHBOOK_KEEP_PAPERS"); keep != "" { // a folder to look at what the tests wrote
		if err := os.WriteFile(filepath.Join(keep, strings.ReplaceAll(t.Name(), "/", "-")+".pdf"), whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said, err := exec.CommandContext(t.Context(), program, append(args, file, "-")...).Output()
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return string(said)
}

// readBack is the text of each page.
func readBack(t testing.TB, d page.Document) []string {
	t.Helper()
	text := strings.ReplaceAll(told(t, d, "pdftotext", "-layout"), "\u00a0", " ")
	return strings.Split(strings.TrimSuffix(norm.NFC.String(text), "\f"), "\f")
}

func TestThePDFShowsTheMinutes(t *testing.T) {
	pages := readBack(t, minutes())
	last := len(pages)
	if last < 3 {
		t.Fatalf("%d pages for the minutes and 50 actions", last)
	}
	for i, p := range pages {
		for _, s := range []string{fmt.Sprintf("Page %d of %d", i+1, last), "Version 2"} {
			if !strings.Contains(p, s) {
				t.Errorf("page %d does not show %q:\n%s", i+1, s, p)
			}
		}
		if strings.Count(p, "DRAFT subject to approval") < 2 {
			t.Errorf("page %d has no mark at its head or foot:\n%s", i+1, p)
		}
	}
	for _, s := range []string{
		"Millbrook & Canalside Branch", "Ŵynne-Llewellyn", "Stanisław", "Yıldız", "Treasurer’s report", "ACTION: Lars Sørensen to pay hall hire by 17 April",
		"CARRIED NEM CON, 16 votes", "Amendment A (add “each month”)", "The council, on the depot", "محمد", "حسن",
	} {
		if !strings.Contains(strings.Join(pages, ""), s) {
			t.Errorf("%q is missing:\n%s", s, pages[0])
		}
	}
	if !strings.Contains(pages[1], "Millbrook & Canalside Branch · Minutes of the ordinary meeting, Thu 9 April 2026") {
		t.Errorf("page 2 does not say what it is of:\n%s", pages[1])
	}
	if !strings.Contains(pages[last-1], "Who") || !strings.Contains(pages[last-1], "By") {
		t.Errorf("the header row does not come again:\n%s", pages[last-1])
	}
	if !strings.Contains(pages[0], "Chair, date ....") {
		t.Errorf("there is nowhere to sign:\n%s", pages[0])
	}
}

func TestNamesPrintWithTheirAccentsInEveryFace(t *testing.T) {
	names := []string{
		"Siân Ŵynne-Llŷr", "Stanisław Żółć", "Bùkọ́lá Ṣọlá-Ẹ̀kìtì", "Okan Yıldız İğdır Şahin", "Nguyễn Thị Phượng", "Zoë Kováčiková",
		"Ελένη Παπαδοπούλου", "Олександр Їжак",
	}
	var blocks []page.Block
	for _, n := range names {
		blocks = append(blocks, page.Heading{Level: 1, Text: n},
			page.Paragraph{Runs: []page.Run{{Text: n + "; "}, {Text: n + "; ", Bold: true}, {Text: n, Italic: true}}})
	}
	text := strings.Join(readBack(t, page.Document{Blocks: blocks}), "")
	for _, n := range names {
		if got := strings.Count(text, norm.NFC.String(n)); got != 4 {
			t.Errorf("%s stands %d times, not 4:\n%s", n, got, text)
		}
	}
}

func TestNamesInOtherScriptsPrint(t *testing.T) {
	d := page.Document{Blocks: []page.Block{
		page.Paragraph{Runs: page.Plain("Present: محمد حسن, রাহেলা বেগম, सुनीता राव, ਹਰਪ੍ਰੀਤ ਕੌਰ, હર્ષદ પટેલ, கண்ணன், דוד כהן and Ann.")},
		page.Paragraph{Runs: []page.Run{{Text: "رحمت", Bold: true}, {Text: " অঞ্জলি", Bold: true}}},
	}}
	if missing := page.Unprintable(d); missing != nil {
		t.Fatalf("no letters for %q", missing)
	}
	text := strings.Join(readBack(t, d), "")
	for _, n := range []string{"محمد", "حسن", "রাহেলা", "सुनीता", "ਹਰਪ੍ਰੀਤ", "હર્ષદ", "கண்ணன்", "رحمت", "and Ann."} {
		if !strings.Contains(text, n) {
			t.Errorf("%s cannot be found:\n%s", n, text)
		}
	}
}

func TestWordsWithoutLettersAreNamedAndNeverPrintedAsBoxes(t *testing.T) {
	d := minutes()
	d.Foot = "Kept by 陳"
	d.Blocks = append(d.Blocks, page.Paragraph{Runs: page.Plain("Welcomed 王小明 and 王小明, with a 👍.")})
	if diff := cmp.Diff([]string{"王小明", "王小明,", "👍.", "陳"}, page.Unprintable(d)); diff != "" {
		t.Error(diff)
	}
	var out bytes.Buffer
	if err := page.WritePDF(&out, d); !errors.Is(err, page.ErrLetters) || out.Len() > 0 {
		t.Errorf("%v, with %d bytes written", err, out.Len())
	}
}

func TestTheSameDocumentGivesTheSamePDF(t *testing.T) {
	d := minutes()
	if !bytes.Equal(pdf(t, d), pdf(t, d)) {
		t.Error("two files differ")
	}
	d.Created = time.Time{}
	if whole := pdf(t, d); !bytes.Equal(whole, pdf(t, d)) || bytes.Contains(whole, []byte("Date (")) {
		t.Error("a document without a time of making has one")
	}
}

func TestThePDFSaysWhatItIs(t *testing.T) {
	d := minutes()
	d.Lang = "cy-GB) /Evil ("
	whole := string(pdf(t, d))
	for _, s := range []string{"/Lang (cy-GBEvil)", "/PageMode /UseOutlines", "/CreationDate (D:20260412201500)"} {
		if !strings.Contains(whole, s) {
			t.Errorf("the file does not say %s", s)
		}
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.CommandContext(t.Context(), "pdfinfo", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Title:           " + d.Title, "Author:          " + d.Author, "(A4)"} {
		if !strings.Contains(string(said), s) {
			t.Errorf("pdfinfo does not show %q:\n%s", s, said)
		}
	}
}

func TestALongTableRepeatsItsHeadAndCutsNoRow(t *testing.T) {
	table := page.Table{Caption: "Everyone", Columns: []page.Column{{Title: "Number heading", Share: 1, Right: true}, {Title: "Words", Share: 4}}}
	for i := range 120 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i), fmt.Sprintf("first%d %s last%d", i, strings.Repeat("word ", 16), i)})
	}
	pages := readBack(t, page.Document{Blocks: []page.Block{table}})
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if strings.Count(p, "Number heading") != 1 {
			t.Errorf("page %d has not one header row:\n%s", i+1, p)
		}
		if strings.Count(p, "first") != strings.Count(p, " last") {
			t.Errorf("page %d cuts a row:\n%s", i+1, p)
		}
	}
}

func TestALongMotionRunsOverPages(t *testing.T) {
	var words []string
	for i := range 1200 {
		words = append(words, fmt.Sprintf("w%d", i))
	}
	pages := readBack(t, page.Document{Blocks: []page.Block{page.Motion{Ref: "M1", Title: "Everything", Text: []string{strings.Join(words, " ")}, Movers: "Moved A", Result: "Carried"},
		page.Motion{Text: []string{strings.Repeat("more ", 900)}}, page.Signature{Role: "Chair"}}})
	text := strings.Fields(strings.Join(pages, " "))
	seen := make(map[string]bool)
	for _, w := range text {
		seen[w] = true
	}
	for _, w := range words {
		if !seen[w] {
			t.Errorf("%s is lost", w)
		}
	}
	if len(pages) < 2 {
		t.Errorf("%d pages", len(pages))
	}
}

func TestAWordBroaderThanThePageIsBroken(t *testing.T) {
	word := strings.Repeat("abcdefghij", 40)
	table := page.Table{Columns: []page.Column{{Title: "A", Share: 1}, {Title: "B", Share: 40}}, Rows: [][]string{{word, strings.Repeat(word+" ", 20)}}}
	pages := readBack(t, page.Document{Blocks: []page.Block{page.Paragraph{Runs: page.Plain("See " + word + "\n\nend")}, table}})
	text := strings.Join(strings.Fields(pages[0]), "")
	if !strings.Contains(text, "See"+word+"end") {
		t.Errorf("letters are lost:\n%s", pages[0])
	}
}

func TestTheSignatureStandsWithWhatIsSigned(t *testing.T) {
	for n := 30; n < 60; n++ {
		var blocks []page.Block
		for range n {
			blocks = append(blocks, page.Paragraph{Runs: page.Plain("A line.")})
		}
		blocks = append(blocks, page.Paragraph{Runs: page.Plain("Closed.")}, page.Signature{Role: "Chair"})
		var last string
		for _, p := range readBack(t, page.Document{Blocks: blocks}) {
			last = p
		}
		if !strings.Contains(last, "Closed.") || !strings.Contains(last, "Signed") {
			t.Fatalf("after %d lines the last page holds:\n%s", n, last)
		}
	}
}

func TestAnEmptyDocumentIsAPage(t *testing.T) {
	for name, d := range map[string]page.Document{
		"nothing": {}, "blank parts": {Blocks: []page.Block{page.Masthead{}, page.Heading{Level: 3}, page.Paragraph{}, page.Item{}, page.Motion{}, page.Bullets{Items: [][]page.Run{nil}},
			page.Table{Columns: []page.Column{{Share: 1}}}, page.Signature{}, page.Labelled{}}},
	} {
		pages := readBack(t, d)
		if len(pages) != 1 || !strings.Contains(pages[0], "Page 1 of 1") {
			t.Errorf("%s: %q", name, pages)
		}
	}
}

func TestTwoHundredItemsAreAllThere(t *testing.T) {
	var blocks []page.Block
	for i := range 200 {
		blocks = append(blocks, page.Item{Number: fmt.Sprintf("%d.1", i), Title: "Item", Depth: i % 9, Body: []page.Block{page.Paragraph{Runs: page.Plain(fmt.Sprintf("body%d.", i))}, page.Paragraph{Runs: page.Plain(strings.Repeat("much to do ", 12))}}})
	}
	text := strings.Join(readBack(t, page.Document{Blocks: blocks}), "\n")
	for i := range 200 {
		for _, s := range []string{fmt.Sprintf("%d.1 ", i), fmt.Sprintf("body%d.", i)} {
			if !strings.Contains(text, s) {
				t.Errorf("%q is missing", s)
			}
		}
	}
}

func TestControlCharactersDoNotReachThePDF(t *testing.T) {
	text := strings.Join(readBack(t, page.Document{Blocks: []page.Block{page.Paragraph{Runs: page.Plain("A\x00 plain\x1b\uffff\u200b \xff (word) \\ here\u00ad")}}}), "")
	if !strings.Contains(text, "A plain (word) \\ here") {
		t.Errorf("%q", text)
	}
}

func BenchmarkMinutesOfALongEveningAsPDF(b *testing.B) {
	d := minutes()
	for range 3 {
		d.Blocks = append(d.Blocks, d.Blocks[3:]...)
	}
	for b.Loop() {
		pdf(b, d)
	}
}
