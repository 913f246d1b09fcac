package intake

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"branchbook/data"

	"golang.org/x/text/unicode/norm"
)

// A Table is what a file holds once it has been read: headings, and rows of plain text under them.
type Table struct {
	// Sheet is the sheet that was read, and Sheets are all that can be; both empty unless the file is a workbook.
	Sheet  string
	Sheets []string
	// Headings are as the file has them. HeadingRow is the number of their row; 0 where the file had none and they were
	// inferred.
	Headings   []string
	HeadingRow int
	// Rows are the rows below the headings that hold anything.
	Rows []Row
	// How says how the file was read: "semicolons, Windows-1252".
	How string
}

// A Row is one row of a Table.
type Row struct {
	// Number is the row's number as a spreadsheet shows it, from 1. Blank rows and what stands above the headings count.
	Number int
	// Cells are trimmed. There are at least as many as there are headings; a row that ran over has more.
	Cells []string
}

// Choice is what the secretary has chosen, where ReadTable would otherwise find it out. The zero Choice leaves it all
// to ReadTable.
type Choice struct {
	Sheet      string // one of Table.Sheets
	HeadingRow int    // the number of the row that holds the headings
}

// What lies below the Problems that this package returns.
var (
	ErrEmpty     = errors.New("intake: nothing in the file")
	ErrKind      = errors.New("intake: not a list of text or an xlsx workbook")
	ErrPassword  = errors.New("intake: the workbook is protected with a password")
	ErrDamaged   = errors.New("intake: the workbook cannot be read")
	ErrTooLarge  = errors.New("intake: more than a membership list could be")
	ErrNoHeading = errors.New("intake: no row of headings")
	ErrNoName    = errors.New("intake: no column for the name")
	ErrNoSheet   = errors.New("intake: no such sheet")
)

// A constituency has a few thousand members; these limits leave room for ten times the largest.
const (
	maxBytes    = 20 << 20 // of the file as it comes
	maxUnzipped = 64 << 20 // of a workbook's parts together
	maxRows     = 100_000
	maxCells    = 4_000_000 // blank ones that a spreadsheet implies among them
)

// ReadTable reads a file: text with separators in any usual encoding, or an xlsx workbook. It goes by the content, not
// by the file's name. Lines above the headings are passed over, and of several sheets the one that looks most like a
// membership list is taken, unless the choice says otherwise.
//
// When no row looks like headings, the error is ErrNoHeading and the Table holds every row and no headings, so that the
// secretary can be shown them and point at one. With any other error the Table is empty.
func ReadTable(content []byte, choice Choice) (Table, error) {
	if len(content) > maxBytes {
		return Table{}, tooLarge(fmt.Errorf("%d bytes: %w", len(content), ErrTooLarge))
	}
	switch k := kindOf(content); k {
	case kindEmpty:
		return Table{}, data.NewProblem("The file is empty. Export the list again, and look at it before you bring it in.", ErrEmpty)
	case kindText:
		return readText(content, choice)
	case kindWorkbook:
		return readWorkbook(content, choice)
	case kindLocked:
		return Table{}, data.NewProblem("The spreadsheet is protected with a password. Open it, save a copy without the password, and bring in the copy.", ErrPassword)
	default:
		return Table{}, data.NewProblem(k.say(), fmt.Errorf("%s: %w", k, ErrKind))
	}
}

func tooLarge(cause error) error {
	return data.NewProblem("The file is far larger than a membership list could be. Check that it is the right file; if it is, save only the sheet with the members as CSV.", cause)
}

// layOut makes a Table of the rows of a file: it finds the headings, and drops what stands above them and what is blank.
func layOut(rows []Row, choice Choice) (Table, error) {
	for i := range rows {
		for j, c := range rows[i].Cells {
			rows[i].Cells[j] = clean(c)
		}
		rows[i].Cells = trimRight(rows[i].Cells)
	}
	t := Table{Rows: filled(rows)}
	if len(t.Rows) == 0 {
		return Table{}, data.NewProblem("The file has nothing in it but blank rows. Export the list again, and look at it before you bring it in.", ErrEmpty)
	}
	at := -1
	if choice.HeadingRow == 0 {
		at, _ = findHeadings(t.Rows)
	} else {
		for i, r := range t.Rows {
			if r.Number == choice.HeadingRow {
				at = i
			}
		}
	}
	if at < 0 {
		return t, data.NewProblem("No row of headings was found, such as Membership number, First name, Surname. Choose the row that holds them, or add one at the top of the file.", ErrNoHeading)
	}
	t.HeadingRow, t.Headings, t.Rows = t.Rows[at].Number, t.Rows[at].Cells, t.Rows[at+1:]
	t.pad()
	return t, nil
}

// pad gives every row a cell for each heading.
func (t *Table) pad() {
	for i, r := range t.Rows {
		for len(r.Cells) < len(t.Headings) {
			r.Cells = append(r.Cells, "")
		}
		t.Rows[i] = r
	}
}

func filled(rows []Row) []Row {
	out := make([]Row, 0, len(rows))
	for _, r := range rows {
		if len(r.Cells) > 0 {
			out = append(out, r)
		}
	}
	return out
}

func trimRight(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// clean takes from a cell what nobody typed: spaces around it, invisible marks, and the ="0123" with which some systems
// keep a spreadsheet from touching a number.
func clean(s string) string {
	if plain(s) {
		return strings.TrimSpace(s)
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200d':
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	s = strings.TrimSpace(norm.NFC.String(s))
	if inner, ok := strings.CutPrefix(s, `="`); ok && strings.HasSuffix(inner, `"`) {
		s = strings.TrimSpace(strings.TrimSuffix(inner, `"`))
	}
	return s
}

// plain says whether a cell is printable ASCII, and so needs no more than trimming.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == '=' {
			return false
		}
	}
	return true
}
