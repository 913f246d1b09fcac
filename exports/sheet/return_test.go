package sheet_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"branchbook/exports/sheet"

	"github.com/xuri/excelize/v2"
)

// day is a civil date as the book has them.
type day struct{ year, month, date int }

func (d day) IsZero() bool { return d == day{} }
func (d day) Midnight() time.Time {
	return time.Date(d.year, time.Month(d.month), d.date, 0, 0, 0, 0, time.UTC)
}
func (d day) String() string { return "a date as words" }

// clock is a time of day as the book has them.
type clock string

func (c clock) String() string { return string(c) }

// class is a text type of the book's own.
type class string

var made = time.Date(2026, time.May, 14, 21, 40, 0, 0, time.UTC)

func properties() sheet.Properties {
	return sheet.Properties{
		Title:   "Delegate return 2026",
		Subject: "Millbrook & Canalside Branch, annual meeting of Thu 14 May 2026",
		Author:  "Siân Llewellyn",
		Version: "2",
		Created: made,
	}
}

// book writes a workbook and gives its bytes.
func book(t testing.TB, p sheet.Properties, write func(*sheet.Workbook)) []byte {
	t.Helper()
	var out bytes.Buffer
	w := sheet.New(context.Background(), &out, p)
	write(w)
	if err := w.Close(); err != nil {
		t.Fatalf("closing the workbook: %v", err)
	}
	return out.Bytes()
}

func read(t testing.TB, b []byte, options ...excelize.Options) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b), options...)
	if err != nil {
		t.Fatalf("reading the workbook back: %v", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func table(t testing.TB, w *sheet.Workbook, name string, columns ...sheet.Column) *sheet.Table {
	t.Helper()
	tab, err := w.Table(name, columns...)
	if err != nil {
		t.Fatalf("beginning the table %s: %v", name, err)
	}
	return tab
}

func row(t testing.TB, tab *sheet.Table, values ...sheet.Value) {
	t.Helper()
	if err := tab.Row(values...); err != nil {
		t.Fatalf("row: %v", err)
	}
}

func want[T comparable](t testing.TB, what string, got, wanted T) {
	t.Helper()
	if got != wanted {
		t.Errorf("%s: got %v, want %v", what, got, wanted)
	}
}

var delegates = []sheet.Column{
	{Title: "No.", Kind: sheet.Number}, {Title: "Class", Kind: sheet.Text}, {Title: "First name"}, {Title: "Last name"},
	{Title: "Membership no.", Kind: sheet.Code}, {Title: "Phone", Kind: sheet.Code}, {Title: "Date elected", Kind: sheet.Date},
	{Title: "Arrived", Kind: sheet.Time}, {Title: "How elected"}, {Title: "Votes", Kind: sheet.Number},
	{Title: "Fare", Kind: sheet.Money}, {Title: "Notes", Kind: sheet.Wrap},
}

var people = [][2]string{{"Siân", "Ŵynne-Llewellyn"}, {"Stanisław", "Wójcik-Dąbrowski"}, {"Okan", "Yıldız"}, {"Zoë", "Okafor"},
	{"Lars", "Sørensen"}, {"Aoife", "Ní Bhriain"}, {"María José", "Cárdenas"}, {"Nadia", "Benkhelifa"}}

// delegateReturn writes what a branch would really send.
func delegateReturn(t testing.TB, w *sheet.Workbook, seats int) {
	cover := w.Page("Return")
	cover.Title("Delegate return 2026")
	cover.Subtitle("Millbrook & Canalside Branch to Northfield and Canalside CLP", "Version 2, sent Thu 14 May 2026")
	cover.Section("The meeting")
	cover.Fact("Elected at", "Annual meeting, Canalside Community Hall, 7.30pm; reconvened after the fire alarm at 8.12pm in the library next door")
	cover.Fact("Date", day{2026, 5, 14})
	cover.Fact("Members at that date", 412)
	cover.Code("Secretary’s telephone", "07700 900123")
	cover.Section("Balance")
	cover.Sum("Delegates", 8, "412 members: one for each 50 or part = 8.24, rounded up, less one vacant. Rule book, chapter 11, from 1 Jan 2026")
	cover.Sum("Women", 4, "at least half of 8 = 4: met")
	cover.Sum("Under 27", "not counted", "Nobody was asked for a date of birth")
	cover.Sum("Affiliation fee", sheet.Pence(151616), "412 at £3.68")
	cover.Section("Declaration")
	cover.Sentence("The delegates on the next sheet were elected at a quorate meeting of the branch, of which every eligible member was given seven clear days’ notice, and each has agreed that the details shown may be passed on.")
	cover.Signature("Branch secretary")
	cover.Signature("Branch chair")
	cover.Note("Dates are real dates and membership numbers are text, so that the tables can be sorted.")
	tab := table(t, w, "Delegates", delegates...)
	for i := range seats {
		p := people[i%len(people)]
		notes := ""
		if i%5 == 2 {
			notes = "Reserve for the seat above. Can come only after 8pm, being on the late shift at the depot until the end of June."
		}
		row(t, tab, i+1, class("Open"), p[0], p[1], fmt.Sprintf("%08d", 41207+i*37), "07700 900"+fmt.Sprint(100+i),
			day{2026, 5, 14}, clock("7.34pm"), "Ballot", 14+i, sheet.Pence(1250*i), notes)
	}
	if err := tab.Total(nil, "Total", nil, nil, nil, nil, nil, nil, nil, 140, sheet.Pence(35000), nil); err != nil {
		t.Fatal(err)
	}
}

func TestARecipientFindsRealDatesAndNumbers(t *testing.T) {
	f := read(t, book(t, properties(), func(w *sheet.Workbook) { delegateReturn(t, w, 8) }))
	raw := func(cell string) string {
		s, err := f.GetCellValue("Delegates", cell, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	shown := func(cell string) string {
		s, err := f.GetCellValue("Delegates", cell)
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(s) // figures are shown with a gutter
	}
	want(t, "date as stored", raw("G2"), "46156") // 14 May 2026, counted from 30 December 1899
	want(t, "date as shown", shown("G2"), "14/05/2026")
	want(t, "votes as stored", raw("J2"), "14")
	want(t, "money as stored", raw("K3"), "12.5")
	want(t, "money as shown", shown("K3"), "£12.50")
	want(t, "time", shown("H2"), "7.34pm")
	want(t, "class", shown("B2"), "Open")
	want(t, "total", shown("K10"), "£350.00")
}

func TestMembershipNumbersKeepTheirLeadingZeros(t *testing.T) {
	b := book(t, properties(), func(w *sheet.Workbook) { delegateReturn(t, w, 3) })
	f := read(t, b)
	number, err := f.GetCellValue("Delegates", "E2")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "membership number", number, "00041207")
	kind, err := f.GetCellType("Delegates", "E2")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "type of the cell", kind, excelize.CellTypeInlineString)
	style, err := f.GetCellStyle("Delegates", "E2")
	if err != nil {
		t.Fatal(err)
	}
	look, err := f.GetStyle(style)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "number format (text)", look.NumFmt, 49)
	if xml := entry(t, b, "xl/worksheets/sheet2.xml"); !strings.Contains(xml, `numberStoredAsText="true" sqref="E2:E4 F2:F4"`) && !strings.Contains(xml, `sqref="E2:E4 F2:F4" numberStoredAsText="true"`) {
		t.Error("Excel would put green triangles on the membership numbers")
	}
}

func TestTheTableCanBeFilteredScrolledAndPrinted(t *testing.T) {
	f := read(t, book(t, properties(), func(w *sheet.Workbook) { delegateReturn(t, w, 8) }))
	tables, err := f.GetTables("Delegates")
	if err != nil || len(tables) != 1 {
		t.Fatalf("tables: %v, %v", tables, err)
	}
	want(t, "range of the table, without its total", tables[0].Range, "A1:L9")
	panes, err := f.GetPanes("Delegates")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "frozen rows", panes.YSplit, 1)
	want(t, "frozen", panes.Freeze, true)
	layout, err := f.GetPageLayout("Delegates")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "paper", *layout.Size, 9)
	want(t, "orientation", *layout.Orientation, "landscape")
	want(t, "pages wide", *layout.FitToWidth, 1)
	want(t, "pages tall, as many as it needs", *layout.FitToHeight, 0)
	names := f.GetDefinedName()
	if len(names) != 1 || names[0].Name != "_xlnm.Print_Titles" || names[0].RefersTo != "'Delegates'!$1:$1" {
		t.Errorf("repeating header row: %+v", names)
	}
	foot, err := f.GetHeaderFooter("Delegates")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(foot.OddFooter, "Page &P of &N") || !strings.Contains(foot.OddFooter, "Millbrook && Canalside") {
		t.Errorf("footer: %q", foot.OddFooter)
	}
	cover, err := f.GetPageLayout("Return")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "orientation of the first sheet", *cover.Orientation, "portrait")
}

func TestTheFileSaysWhatItIs(t *testing.T) {
	f := read(t, book(t, properties(), func(w *sheet.Workbook) { delegateReturn(t, w, 1) }))
	p, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	want(t, "title", p.Title, "Delegate return 2026")
	want(t, "author", p.Creator, "Siân Llewellyn")
	want(t, "created", p.Created, "2026-05-14T21:40:00Z")
	want(t, "language", p.Language, "en-GB")
	want(t, "sheets", strings.Join(f.GetSheetList(), ", "), "Return, Delegates")
}

func TestColumnsFitWhatTheyHold(t *testing.T) {
	f := read(t, book(t, properties(), func(w *sheet.Workbook) {
		tab := table(t, w, "Motions", sheet.Column{Title: "Ref", Kind: sheet.Code}, sheet.Column{Title: "Title"},
			sheet.Column{Title: "Text", Kind: sheet.Wrap}, sheet.Column{Title: "Set", Width: 30})
		row(t, tab, "M-2026-04", "Keep the 41 bus on Sundays", strings.Repeat("This branch notes. ", 40), "x")
	}))
	width := func(column string) float64 {
		w, err := f.GetColWidth("Motions", column)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	if w := width("B"); w < 22 || w > 32 {
		t.Errorf("a title of 26 letters got a column %.2f wide", w)
	}
	want(t, "the widest a wrapped column gets", width("C"), 48)
	want(t, "a width that was asked for", width("D"), 30)
}

func TestALongTextIsWrappedAndItsRowIsHighEnough(t *testing.T) {
	title := "That this branch calls on the council to keep the 41 bus on Sundays and bank holidays"
	f := read(t, book(t, properties(), func(w *sheet.Workbook) {
		tab := table(t, w, "Motions", sheet.Column{Title: "Title"}, sheet.Column{Title: "Votes", Kind: sheet.Number})
		row(t, tab, "Short", 1)
		row(t, tab, title, "not counted")
		for range 2000 { // past those that the columns are fitted to
			row(t, tab, "Short", 1)
		}
		row(t, tab, title+"\n", 2)
	}))
	for _, r := range []int{3, 2004} {
		height, err := f.GetRowHeight("Motions", r)
		if err != nil {
			t.Fatal(err)
		}
		if height < 30 {
			t.Errorf("row %d is %.0f points high for two lines or more", r, height)
		}
		style, err := f.GetCellStyle("Motions", fmt.Sprintf("A%d", r))
		if err != nil {
			t.Fatal(err)
		}
		look, err := f.GetStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		want(t, fmt.Sprintf("row %d is wrapped", r), look.Alignment.WrapText, true)
	}
}

func TestNoSheetClaimsToHoldOneCell(t *testing.T) {
	b := book(t, properties(), func(w *sheet.Workbook) { delegateReturn(t, w, 8) })
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		if strings.Contains(entry(t, b, name), `<dimension ref="A1">`) {
			t.Errorf("%s: a reader that believes this finds an empty sheet", name)
		}
	}
}
