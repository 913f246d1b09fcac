package intake

import (
	"errors"
	"os"
	"strings"
	"testing"

	"branchbook/data"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func encode(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

// wantRows compares a table's rows with lines of cells joined by "|".
func wantRows(t *testing.T, table Table, want ...string) {
	t.Helper()
	var got []string
	for _, r := range table.Rows {
		got = append(got, strings.Join(r.Cells, "|"))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func wantProblem(t *testing.T, err error, below error, says string) {
	t.Helper()
	var p *data.Problem
	if !errors.As(err, &p) || !errors.Is(err, below) {
		t.Fatalf("got %v, want a Problem with %v below it", err, below)
	}
	if !strings.Contains(p.Say, says) {
		t.Errorf("says %q, want something of %q", p.Say, says)
	}
}

func TestEveryUsualEncodingKeepsTheAccents(t *testing.T) {
	const list = "Forename,Surname\r\nZoë,O’Hare\r\nSiân,Núñez\r\n"
	cases := map[string]struct {
		file []byte
		how  string
	}{
		"UTF-8":                    {[]byte(list), "commas, UTF-8"},
		"UTF-8 with a mark":        {encode(t, unicode.UTF8BOM, list), "commas, UTF-8"},
		"UTF-16 little end":        {encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), list), "commas, UTF-16"},
		"UTF-16 big end":           {encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), list), "commas, UTF-16"},
		"UTF-16 without a mark":    {encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), list), "commas, UTF-16"},
		"UTF-16 big, without mark": {encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), list), "commas, UTF-16"},
		"Windows-1252":             {encode(t, charmap.Windows1252, list), "commas, Windows-1252"},
		"Excel for Mac":            {encode(t, charmap.Macintosh, strings.ReplaceAll(list, "\r\n", "\r")), "commas, Mac Roman"},
		"UTF-8 cut in a character": {append([]byte(list), 0xc3), "commas, UTF-8"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			table := readTable(t, c.file)
			if table.How != c.how {
				t.Errorf("read as %q, want %q", table.How, c.how)
			}
			table.Rows = table.Rows[:2]
			wantRows(t, table, "Zoë|O’Hare", "Siân|Núñez")
		})
	}
}

func TestAccentsThatAreTwoCharactersBecomeOne(t *testing.T) {
	table := readTable(t, []byte("Forename,Surname\nZoe\u0308,O'Hare\n"))
	wantRows(t, table, "Zoë|O'Hare")
}

func TestTheSeparatorIsFoundOut(t *testing.T) {
	cases := map[string]struct{ file, how string }{
		"commas":     {"First name,Last name,Address\nJo,Lee,4 Lock Road\n", "commas"},
		"semicolons": {"First name;Last name;Address\nJo;Lee;4 Lock Road, Flat 2, Northgate\n", "semicolons"},
		"tabs":       {"First name\tLast name\tAddress\nJo\tLee\t4 Lock Road, Flat 2; the back\n", "tabs"},
		"said":       {"sep=;\r\nFirst name;Last name;Address\r\nJo;Lee;4 Lock Road\r\n", "semicolons"},
		"one column": {"Name\nLee, Jo\nRao, Sunita\n", "one column"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			table := readTable(t, []byte(c.file))
			if got, _, _ := strings.Cut(table.How, ","); got != c.how {
				t.Errorf("separated by %q, want %q", got, c.how)
			}
			if want := 1 + strings.Count(c.file, "\n") - len(table.Rows) - 1; table.HeadingRow != 1 || want < 1 {
				t.Errorf("headings on row %d, %d rows below", table.HeadingRow, len(table.Rows))
			}
		})
	}
}

func TestQuotedCellsKeepTheirLinesAndQuotes(t *testing.T) {
	table := readTable(t, []byte("Name,Address,Ward\n\"Lee, Jo\",\"4 Lock Road\nNorthgate\",Millbrook\n\"Jo \"\"Mick\"\" Lee\",\"\",Canalside\n"))
	wantRows(t, table, "Lee, Jo|4 Lock Road\nNorthgate|Millbrook", `Jo "Mick" Lee||Canalside`)
	if got := table.Rows[1].Number; got != 3 {
		t.Errorf("the row after a cell of two lines is row %d, want 3 as a spreadsheet counts", got)
	}
}

func TestAStrayQuoteNeverSwallowsTheRowsBelow(t *testing.T) {
	cases := map[string]struct {
		line string
		want string
	}{
		"never closed":          {`"Lee,Jo,Millbrook`, `"Lee|Jo|Millbrook`},
		"nickname at the start": {`"Mick" Lee,Jo,Millbrook`, `"Mick" Lee|Jo|Millbrook`},
		"inches":                {`Lee,12" Jo,Millbrook`, `Lee|12" Jo|Millbrook`},
		"not doubled":           {`"Lee "Mick" B",Jo,Millbrook`, `Lee "Mick" B|Jo|Millbrook`},
		"spaces about":          {` "Lee, B" ,Jo,Millbrook`, `Lee, B|Jo|Millbrook`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			table := readTable(t, []byte("Surname,Forename,Ward\n"+c.line+"\nRao,Sunita,Canalside\nNowak,Kasia,Canalside\n"))
			wantRows(t, table, c.want, "Rao|Sunita|Canalside", "Nowak|Kasia|Canalside")
		})
	}
}

func TestAStrayQuoteDoesNotPairWithOneFurtherDown(t *testing.T) {
	table := readTable(t, []byte("Surname,Forename,Ward\n\"Lee,Jo,Millbrook\nRao,\"Sunita \"Big\" R\",Canalside\n"))
	wantRows(t, table, `"Lee|Jo|Millbrook`, `Rao|Sunita "Big" R|Canalside`)
}

func TestRaggedRowsArePaddedAndBlankOnesPassedOver(t *testing.T) {
	table := readTable(t, []byte("Surname,Forename,Ward\nLee\n,,\n\nRao,Sunita,Canalside,,\n"))
	wantRows(t, table, "Lee||", "Rao|Sunita|Canalside")
	if table.Rows[1].Number != 5 {
		t.Errorf("the last row is row %d, want 5", table.Rows[1].Number)
	}
}

func TestLinesAboveTheHeadingsArePassedOver(t *testing.T) {
	table := readTable(t, []byte("Northgate CLP,,\nMembers as at,01/05/2026,\n,,\nMembership no,Forename,Surname\nL1,Jo,Lee\n"))
	if table.HeadingRow != 4 || table.Headings[0] != "Membership no" {
		t.Errorf("headings %q on row %d", table.Headings, table.HeadingRow)
	}
	wantRows(t, table, "L1|Jo|Lee")
}

func TestNumbersGuardedAgainstSpreadsheetsAreFreed(t *testing.T) {
	table := readTable(t, []byte("Membership no,Surname\n=\"0012345\",Lee\n\"=\"\"0012346\"\"\",\u200bRao\u00a0\n"))
	wantRows(t, table, "0012345|Lee", "0012346|Rao")
}

func TestAFileWithoutHeadingsIsShownForTheSecretaryToPointAtTheRow(t *testing.T) {
	file := []byte("alpha,beta\nJo,Lee\nSunita,Rao\n")
	table, err := ReadTable(file, Choice{})
	wantProblem(t, err, ErrNoHeading, "No row of headings was found")
	wantRows(t, table, "alpha|beta", "Jo|Lee", "Sunita|Rao")

	table, err = ReadTable(file, Choice{HeadingRow: 1})
	if err != nil {
		t.Fatal(err)
	}
	wantRows(t, table, "Jo|Lee", "Sunita|Rao")
	if diff := cmp.Diff([]string{"alpha", "beta"}, table.Headings); diff != "" {
		t.Error(diff)
	}
}

func TestFilesOfOtherSystemsLoadWithoutHelp(t *testing.T) {
	read := func(name string) []data.ListedMember {
		file, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		members, refused := bringIn(t, file, may1)
		if len(refused) != 0 {
			t.Errorf("%s: refused %v", name, refused)
		}
		return members
	}
	openSlides := read("members-openslides-en.csv")
	if len(openSlides) != 40 {
		t.Errorf("%d members in the OpenSlides example, want 40", len(openSlides))
	}
	if got := openSlides[3]; got.Title != "Dr." || got.Name() != "Max Mustermann" || got.Ward != "Germany" {
		t.Errorf("row %d is %+v", got.Row, got)
	}
	names := read("members-openslides-usernames.csv")
	if len(names) != 5 || names[0].Name() != "John Doe" || names[0].Email != "john.doe@example.com" || names[4].Name() != "Charlie Wilson" {
		t.Errorf("usernames: %+v", names)
	}
}

func TestAnEmptyFileIsSaidToBeEmpty(t *testing.T) {
	for name, file := range map[string]string{"nothing": "", "spaces": " \r\n\t\r\n", "only a mark": "\xef\xbb\xbf", "separators": ";;;\n;;;\n"} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadTable([]byte(file), Choice{})
			wantProblem(t, err, ErrEmpty, "Export the list again")
		})
	}
}

func TestAFileTooLargeToBeAListIsRefused(t *testing.T) {
	cases := map[string]string{
		"bytes": "Name\n" + strings.Repeat("Jo Lee, of Millbrook and Canalside\n", maxBytes/34+10),
		"rows":  "Surname,Forename\n" + strings.Repeat("Lee,Jo\n", maxRows+1),
		"cells": "Surname,Forename\n" + strings.Repeat(",", maxCells+1) + "x\n",
	}
	for name, file := range cases {
		t.Run(name, func(t *testing.T) {
			table, err := ReadTable([]byte(file), Choice{})
			wantProblem(t, err, ErrTooLarge, "far larger than a membership list")
			if table.Rows != nil {
				t.Error("something of the table was kept")
			}
		})
	}
}
