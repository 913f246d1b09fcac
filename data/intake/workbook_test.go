package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook is a workbook that a test writes cell by cell.
type workbook struct {
	*excelize.File
	t *testing.T
}

func newWorkbook(t *testing.T) workbook {
	f := excelize.NewFile()
	t.Cleanup(func() { f.Close() })
	return workbook{f, t}
}

func (w workbook) row(sheet, at string, cells ...any) {
	w.t.Helper()
	if err := w.SetSheetRow(sheet, at, &cells); err != nil {
		w.t.Fatal(err)
	}
}

func (w workbook) format(cell, code string) {
	w.t.Helper()
	style, err := w.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		w.t.Fatal(err)
	}
	if err := w.SetCellStyle("Sheet1", cell, cell, style); err != nil {
		w.t.Fatal(err)
	}
}

func (w workbook) bytes(options ...excelize.Options) []byte {
	w.t.Helper()
	var b bytes.Buffer
	if err := w.Write(&b, options...); err != nil {
		w.t.Fatal(err)
	}
	return b.Bytes()
}

func TestAWorkbookReadsAsTheSecretarySeesIt(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Millbrook & Canalside")
	w.row("Sheet1", "A3", "Membership No", "Forename", "Surname", "Joined", "Mobile")
	w.row("Sheet1", "A4", "L0123456", "Zoë", "O'Hare", time.Date(2026, 5, 14, 0, 0, 0, 0, time.UTC), "07700 900001")
	w.row("Sheet1", "A6", 123456, "Jo", "Lee", time.Date(2026, 6, 5, 0, 0, 0, 0, time.UTC), 7700900123)
	w.format("A6", "0000000")
	w.format("D4", "dd/mm/yyyy")
	w.format("D6", "mm-dd-yy")
	w.format("E6", "0.00E+00")
	table := readTable(t, w.bytes())
	wantRows(t, table, "L0123456|Zoë|O'Hare|2026-05-14|07700 900001", "0123456|Jo|Lee|2026-06-05|7700900123")
	if table.HeadingRow != 3 || table.Rows[1].Number != 6 || table.How != "sheet Sheet1" {
		t.Errorf("headings on row %d, Jo Lee on row %d, %q", table.HeadingRow, table.Rows[1].Number, table.How)
	}
}

func TestDatesInEveryFormatAreTheSameDay(t *testing.T) {
	for _, code := range []string{"dd/mm/yyyy", "mm/dd/yyyy", "d mmm yy", "ddd d mmmm yyyy", "yyyy-mm-dd", "dd.mm.yy", "d-mmm", "dd/mm/yyyy hh:mm"} {
		t.Run(code, func(t *testing.T) {
			w := newWorkbook(t)
			w.row("Sheet1", "A1", "Surname", "Joined")
			w.row("Sheet1", "A2", "Lee", 46087) // 6 March 2026
			w.format("B2", code)
			wantRows(t, readTable(t, w.bytes()), "Lee|2026-03-06")
		})
	}
}

func TestANumberThatIsNoDateStaysANumber(t *testing.T) {
	cases := []struct {
		n    any
		code string
		want string
	}{
		{46087, "0", "46087"},
		{46087, "00-000", "46-087"},
		{46087.5, "0.0", "46087.5"},
		{12345678901, "0.00E+00", "12345678901"},
		{12300000, "0.00E+00", "1.23E+07"},         // shortened before it came: for Read to doubt
		{1234567890123456, "0.00E+00", "1.23E+15"}, // a spreadsheet keeps fifteen digits
	}
	for _, c := range cases {
		w := newWorkbook(t)
		w.row("Sheet1", "A1", "Surname", "Membership no")
		w.row("Sheet1", "A2", "Lee", c.n)
		w.format("B2", c.code)
		wantRows(t, readTable(t, w.bytes()), "Lee|"+c.want)
	}
}

func TestTheSheetWithTheMembersIsFound(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Notes", "for the secretary")
	for _, sheet := range []string{"Members", "Guests", "Secret"} {
		if _, err := w.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	w.row("Members", "A1", "Membership No", "Surname", "Ward")
	w.row("Members", "A2", "L1", "Lee", "Millbrook")
	w.row("Guests", "A1", "Surname", "Forename")
	w.row("Guests", "A2", "Rao", "Sunita")
	w.row("Secret", "A1", "Membership No", "Surname", "Ward", "Email")
	if err := w.SetSheetVisible("Secret", false); err != nil {
		t.Fatal(err)
	}
	file := w.bytes()
	table := readTable(t, file)
	if table.Sheet != "Members" || strings.Join(table.Sheets, " ") != "Sheet1 Members Guests" {
		t.Errorf("read %q of %q", table.Sheet, table.Sheets)
	}
	table, err := ReadTable(file, Choice{Sheet: "Guests"})
	if err != nil {
		t.Fatal(err)
	}
	wantRows(t, table, "Rao|Sunita")

	_, err = ReadTable(file, Choice{Sheet: "Nowhere"})
	wantProblem(t, err, ErrNoSheet, "no sheet of that name")
}

func TestAWorkbookWithoutHeadingsIsShown(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "alpha", "beta")
	w.row("Sheet1", "A2", "Lee", "Jo")
	table, err := ReadTable(w.bytes(), Choice{})
	wantProblem(t, err, ErrNoHeading, "Choose the row")
	wantRows(t, table, "alpha|beta", "Lee|Jo")
	if len(table.Sheets) != 1 {
		t.Errorf("sheets %q", table.Sheets)
	}
}

func TestAnEmptyWorkbookIsSaidToBeEmpty(t *testing.T) {
	_, err := ReadTable(newWorkbook(t).bytes(), Choice{})
	wantProblem(t, err, ErrEmpty, "Export the list again")
}

func TestAProtectedWorkbookAsksForACopyWithoutPassword(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Surname", "Forename")
	_, err := ReadTable(w.bytes(excelize.Options{Password: "canal"}), Choice{})
	wantProblem(t, err, ErrPassword, "protected with a password")
}

func TestADamagedWorkbookIsSaidToBeDamaged(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Surname", "Forename")
	whole := w.bytes()
	_, err := ReadTable(whole[:len(whole)/2], Choice{})
	wantProblem(t, err, ErrDamaged, "damaged, or not whole")
	_, err = ReadTable(zipOf(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "no xml"), Choice{})
	wantProblem(t, err, ErrDamaged, "damaged, or not whole")
}

func TestAZipBombIsRefused(t *testing.T) {
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Surname", "Forename")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	whole := w.bytes()
	r, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		if err := z.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	bomb, err := z.Create("xl/media/picture.bin")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range maxUnzipped>>20 + 1 {
		if _, err := bomb.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 1<<20 {
		t.Fatalf("the bomb is %d bytes, and so no bomb", b.Len())
	}
	_, err = ReadTable(b.Bytes(), Choice{})
	wantProblem(t, err, ErrTooLarge, "far larger")
}

func TestCellsThatASheetOnlyImpliesAreLimited(t *testing.T) {
	var sheet strings.Builder
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for range 2 * maxCells / 16384 {
		sheet.WriteString(`<row><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>`)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	w := newWorkbook(t)
	w.Pkg.Store("xl/worksheets/sheet1.xml", []byte(sheet.String()))
	w.Sheet.Delete("xl/worksheets/sheet1.xml")
	_, err := ReadTable(w.bytes(), Choice{})
	wantProblem(t, err, ErrTooLarge, "far larger")
}

func TestAFileIsReadByItsContentAndNotItsName(t *testing.T) {
	// ReadTable is never told a name: a CSV that was named .xlsx, and a workbook named .csv, are what they are.
	wantRows(t, readTable(t, []byte("Surname,Forename\nLee,Jo\n")), "Lee|Jo")
	w := newWorkbook(t)
	w.row("Sheet1", "A1", "Surname", "Forename")
	w.row("Sheet1", "A2", "Lee", "Jo")
	wantRows(t, readTable(t, w.bytes()), "Lee|Jo")
}
