package data

import (
	"strconv"

	"branchbook/data/count"
)

// A TableDoc is a spreadsheet that leaves the book: a page to read, and rows under columns. A screen previews exactly what
// is written, since both are made from this.
type TableDoc struct {
	Kind PaperKind
	// Subject is the body or meeting it is about; "" for the whole branch.
	Subject ID
	// Title heads the page: "Officers return". Summary is one line for all: "9 of 10 posts filled".
	Title, Summary string
	Branch, CLP    string
	// To is who it goes to, and "" when that is not known. Secretary is who sends it.
	To, Secretary string
	// For is what it is for, in a sentence: "for the General Committee"; "" for the whole branch.
	For     string
	AsAt    Date
	Version int

	// Page names the readable sheet, which is else called by the Title. About heads the facts, "The list" where it is empty.
	Page, About string
	// Facts are the first lines of the page, Sections what follows them.
	Facts    []Fact
	Sections []TableSection
	// Sheet names the sheet of the rows: "Officers".
	Sheet string
	// Offered are all columns that the table can have, in order, and Columns those that are on.
	Offered, Columns []ReturnColumn
	Rows             []TableRow
	// Totals stand under the rows, by the key of the column; nil for none.
	Totals map[string]any
	// Holds says what it tells about people where no personal column is on: "names, seats and how they were filled".
	Holds string

	// Declaration is what is signed, by whom Signers says; "" for a paper that nobody signs.
	Declaration string
	Signers     []string
	// Warnings are sentences for the secretary before it goes, Passed what was checked and is right. They are not printed.
	Warnings, Passed []string

	// Changes are what is different from version Since; Since is 0 for the first.
	Changes []TableChange
	Since   int
	// Gone says of what a row was about, by its key, how it went: "until Wed 2 Sep 2026".
	Gone map[ID]string
}

// A TableSection is a part of the readable page.
type TableSection struct {
	Title     string
	Sums      []TableSum
	Sentences []string
	Notes     []string // in small type
}

// A TableSum is a number with its label and its arithmetic in words, which may be "".
type TableSum struct {
	Label string
	N     int
	Words string
}

// A TableRow is one row. Cells holds a value under the key of every offered column: a string, an int, a Date, a Time, a Money
// or a count.Value; a missing one is an empty cell.
type TableRow struct {
	// Key tells rows apart from one version to the next: the ID of a person, a post, a motion.
	Key ID
	// Name says what the row is about, in a sentence about changes.
	Name string
	// Person is whom the personal columns are about; "" for nobody.
	Person PersonID
	Cells  map[string]any
	// Vacant marks a place that nobody has. It is a row, and no news in itself.
	Vacant bool
	// Came says how it came in, in a sentence about changes: "elected Thu 8 Oct 2026, show of hands".
	Came string
}

// Value returns what the row has under a column; nil for an empty cell.
func (r TableRow) Value(c ReturnColumn) any { return r.Cells[c.Key] }

// Total returns what stands under a column in the row of totals: "" for nothing.
func (d TableDoc) Total(c ReturnColumn) string { return TableRow{Cells: d.Totals}.Text(c) }

// Text returns the value as the spreadsheet shows it: dates as 11/06/2026, money as £45.00.
func (r TableRow) Text(c ReturnColumn) string {
	switch v := r.Cells[c.Key].(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case Date:
		if v.IsZero() {
			return ""
		}
		return v.format("02/01/2006")
	case Time:
		return v.String()
	case Money:
		return v.String()
	case count.Value:
		return v.String()
	}
	return ""
}

// A TableChange is one difference between two versions.
type TableChange struct {
	Kind ChangeKind
	Name string
	// What says it in words, and never repeats a contact detail: "elected Thu 8 Oct 2026, show of hands", "email changed".
	What string
}

// Words returns the change as a line: "In: Zoë Okafor: elected Thu 12 Mar 2026, ballot".
func (c TableChange) Words() string { return joinedBy(": ", c.Kind.String(), c.Name, c.What) }
