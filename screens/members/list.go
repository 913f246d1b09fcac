package members

import "branchbook/data"

// Lists reads other people's membership lists. The program satisfies it with the system's file window and with
// data/intake, which a place may not import.
type Lists interface {
	// Choose asks the secretary for a file and reads it. It returns at once; then is called in the window's goroutine with
	// the file, or with a *data.Problem that says why it cannot be read. A list in which no headings were found comes
	// without a problem: its Check says so. It is not called when they changed their mind.
	Choose(then func(ListFile, error))
	// Paste reads names that were copied from somewhere, one to a line, with or without headings and further columns.
	Paste(text string) (ListFile, error)
}

// A ListFile is a list that was read into a table, with what each of its columns is taken for. Its verbs return another
// ListFile and leave this one as it is.
type ListFile interface {
	Facts() ListFacts
	// SetColumn says what a column holds: one of Facts().Fields. Another column that had the field gives it up where only
	// one can hold it.
	SetColumn(column int, field string) ListFile
	// SetMonthFirst says whether a column's dates are written month first.
	SetMonthFirst(column int, monthFirst bool) ListFile
	// SetSheet reads another sheet of a workbook.
	SetSheet(name string) (ListFile, error)
	// SetHeadingRow reads the list with its headings on another row, one of Facts().HeadingRows.
	SetHeadingRow(row int) (ListFile, error)
	// Check returns a *data.Problem that says what keeps the columns from being used: no surname, or no headings.
	Check() error
	// Read makes members of the rows as at a date. It may be called away from the window's goroutine.
	Read(asAt data.Date) ([]data.ListedMember, []data.Refusal)
	// Remember keeps what the columns hold, for the next list with the same headings.
	Remember()
}

// ListFacts is what a ListFile shows of itself.
type ListFacts struct {
	Name string // of the file, without its folder; "" for what was pasted
	How  string // "semicolons, Windows-1252"
	Rows int    // below the headings
	// Sheets are those of a workbook, and Sheet is the one that was read; both empty for a text.
	Sheets []string
	Sheet  string
	// Columns are in the order of the file. There are none when no row of headings was found.
	Columns []Column
	// Fields are what a column can hold, by the names that a screen shows, in order. LeftOut is the one for nothing.
	Fields  []string
	LeftOut string
	// HeadingRows are the first rows of a list in which no headings were found, for the secretary to point at one.
	HeadingRows []HeadingRow
}

// A Column is one column of a list.
type Column struct {
	Heading string
	Field   string // one of Fields
	Sample  string // the first thing in it; "" when it is blank throughout
	Doubt   string // a sentence; "" for none
	Confirm bool   // the guess needs the secretary's eye
	// Dates says that the column holds dates, and MonthFirst how they are read.
	Dates, MonthFirst bool
}

// A HeadingRow is a row that may hold the headings.
type HeadingRow struct {
	Row  int // as a spreadsheet shows it, from 1
	Text string
}

// Copies makes the safe copy that is taken before a list is brought in. The program satisfies it with the book's dated
// backups.
type Copies interface {
	BeforeImport() error
}
