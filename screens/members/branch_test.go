package members

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/intake"
	"branchbook/screens/place"
)

// The branch of the scenarios: Millbrook & Canalside, 214 members on 1 May 2026.
var (
	may1  = data.MustDate(2026, 5, 1)
	may14 = data.MustDate(2026, 5, 14)
	june1 = data.MustDate(2026, 6, 1)
)

var headings = []string{"Membership No", "Forename", "Surname", "E-mail", "Mobile", "Address 1", "Postcode", "Ward", "Join Date", "Pay Status", "Gender", "Date of birth"}

const (
	colNumber = iota
	colFirst
	colLast
	colEmail
	_
	colAddress
	_
	_
	colJoined
	colStatus
	_
	_
)

var (
	forenames = []string{"Zoë", "Siân", "June", "Grace", "Sunita", "Kasia", "Ifeoma", "Margaret", "Priya"}
	surnames  = []string{"O'Hare", "Llewellyn", "Ashworth", "Mbeki", "Rao", "Nowak", "Balogun", "Müller", "Tokarczuk"}
	lateJoin  = []string{"25/03/2026", "02/04/2026", "10/04/2026", "20/04/2026", "24/04/2026", "28/04/2026"}
)

// memberRow is the nth member's row, from 0: 112 women, 99 men, 3 not stated; 9 in arrears; 26 with no email; 19 under
// 27; and six who joined too late to vote on 14 May.
func memberRow(n int) []string {
	gender, ward, status, email := "F", "Canalside", "Current", fmt.Sprintf("member%d@example.org", n)
	switch {
	case n >= 211:
		gender = "Prefer not to say"
	case n >= 112:
		gender = "M"
	}
	if n < 131 {
		ward = "Millbrook"
	}
	if n >= 20 && n < 29 {
		status = "Arrears"
	}
	if n >= 40 && n < 66 {
		email = ""
	}
	joined, born := fmt.Sprintf("%02d/%02d/%d", 1+n%28, 1+n%12, 2001+n%24), fmt.Sprintf("%02d/%02d/%d", 1+n%28, 1+n%12, 1940+n%55)
	if n < 6 {
		joined = lateJoin[n]
	}
	if n >= 100 && n < 119 {
		born = fmt.Sprintf("%02d/%02d/%d", 1+n%28, 1+n%12, 2002+n%5)
	}
	return []string{
		fmt.Sprintf("L%07d", 120_000+n*37), forenames[n%len(forenames)], surnames[n/len(forenames)%len(surnames)] + strings.Repeat("e", n/81),
		email, fmt.Sprintf("07700 900%03d", n), fmt.Sprintf("%d Lock Road", 1+n), fmt.Sprintf("NG%d %dAB", 1+n%9, 1+n%8),
		ward, joined, status, gender, born,
	}
}

func memberRows(from, to int) (rows [][]string) {
	for n := from; n < to; n++ {
		rows = append(rows, memberRow(n))
	}
	return rows
}

// listA is the list of 1 May: 217 rows, of which those on rows 92, 150 and 203 of the file are bad.
func listA() [][]string {
	rows := memberRows(0, 214)
	repeated, nameless, noSuchDay := memberRow(220), memberRow(221), memberRow(222)
	repeated[colNumber], nameless[colLast], noSuchDay[colJoined] = rows[12][colNumber], "", "31/02/2026"
	rows = slices.Insert(rows, 90, repeated)
	rows = slices.Insert(rows, 148, nameless)
	return slices.Insert(rows, 201, noSuchDay)
}

// listB is the list of 1 June: the 214 without three, with five new, and four changed.
func listB() [][]string {
	rows := memberRows(0, 219)
	rows[30][colAddress], rows[31][colAddress] = "31 Weir Close", "7 Weir Close"
	rows[40][colEmail] = "another@example.org"
	rows[20][colStatus] = "Current"
	for i := 214; i < 219; i++ {
		rows[i][colJoined] = fmt.Sprintf("%02d/05/2026", i-200)
	}
	for _, gone := range []int{200, 121, 50} {
		rows = slices.Delete(rows, gone, gone+1)
	}
	return rows
}

// asFile writes rows as a party's system does: semicolons, CRLF, Windows-1252.
func asFile(t testing.TB, rows [][]string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, r := range append([][]string{headings}, rows...) {
		b.WriteString(strings.Join(r, ";") + "\r\n")
	}
	out, err := charmap.Windows1252.NewEncoder().Bytes(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// listFile is a ListFile over data/intake, as the program has one.
type listFile struct {
	name       string
	content    []byte
	table      intake.Table
	columns    intake.Mapping
	remembered *int
}

func openList(t testing.TB, name string, content []byte) listFile {
	t.Helper()
	table, err := intake.ReadTable(content, intake.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	return listFile{name, content, table, intake.Guess(table), new(int)}
}

func (l listFile) Facts() ListFacts {
	f := ListFacts{Name: l.name, How: l.table.How, Rows: len(l.table.Rows), Sheets: l.table.Sheets, Sheet: l.table.Sheet, LeftOut: intake.LeftOut.String()}
	for _, c := range l.columns.Columns {
		f.Columns = append(f.Columns, Column{
			Heading: c.Heading, Field: c.Field.String(), Sample: c.Sample, Doubt: c.Doubt, Confirm: c.Certainty == intake.Confirm,
			Dates: c.Field == intake.Joined || c.Field == intake.BirthDate, MonthFirst: c.MonthFirst,
		})
	}
	for _, field := range intake.Fields() {
		f.Fields = append(f.Fields, field.String())
	}
	return f
}

func (l listFile) SetColumn(column int, words string) ListFile {
	for _, f := range intake.Fields() {
		if f.String() == words {
			l.columns = l.columns.Set(column, f)
		}
	}
	return l
}

func (l listFile) SetMonthFirst(column int, monthFirst bool) ListFile {
	l.columns = l.columns.SetMonthFirst(column, monthFirst)
	return l
}

func (l listFile) SetSheet(name string) (ListFile, error) { return l.again(intake.Choice{Sheet: name}) }

func (l listFile) SetHeadingRow(row int) (ListFile, error) {
	return l.again(intake.Choice{Sheet: l.table.Sheet, HeadingRow: row})
}

func (l listFile) again(c intake.Choice) (ListFile, error) {
	table, err := intake.ReadTable(l.content, c)
	l.table, l.columns = table, intake.Guess(table)
	return l, err
}

func (l listFile) Check() error { return l.columns.Check() }

func (l listFile) Read(asAt data.Date) ([]data.ListedMember, []data.Refusal) {
	return intake.Read(l.table, l.columns, asAt)
}

func (l listFile) Remember() { *l.remembered++ }

// lists hands out one file, and pastes through data/intake.
type lists struct {
	file ListFile
	err  error
}

func (l *lists) Choose(then func(ListFile, error)) { then(l.file, l.err) }

func (l *lists) Paste(text string) (ListFile, error) {
	table, err := intake.Paste(text)
	return listFile{"", nil, table, intake.Guess(table), new(int)}, err
}

// copies counts the safe copies, and fails when it is told to.
type copies struct {
	made int
	fail error
}

func (c *copies) BeforeImport() error {
	if c.fail == nil {
		c.made++
	}
	return c.fail
}

// hall is a secretary's laptop on a day: a book, the register, and an import.
type hall struct {
	*Model
	t       testing.TB
	book    *book.Book
	imports *Import
	copies  *copies
	day     time.Time
	failed  []error
}

func newHall(t testing.TB, day data.Date) *hall {
	t.Helper()
	h := &hall{t: t, day: day.Midnight().Add(20 * time.Hour), copies: &copies{}}
	branch := data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Wards: []string{"Millbrook", "Canalside"}, Structure: data.Delegates}
	b, _, err := book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{WorkFactor: 1, Now: h.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	h.book = b
	h.Model = NewModel(b, h.now)
	h.imports = NewImport(b, h.copies, func() place.Runner { return place.Inline{} }, h.now)
	h.imports.Fail = func(err error) { h.failed = append(h.failed, err) }
	h.imports.Done = func(r *Result) {
		h.ShowResult(r)
		h.look()
	}
	h.look()
	return h
}

func (h *hall) now() time.Time { return h.day }

func (h *hall) look() {
	h.t.Helper()
	if err := h.Refresh(); err != nil {
		h.t.Fatal(err)
	}
}

// brings brings in a list, accepting every guess.
func (h *hall) brings(name string, rows [][]string, asAt data.Date) {
	h.t.Helper()
	h.imports.Take(openList(h.t, name, asFile(h.t, rows)))
	h.imports.SetAsAt(asAt)
	h.imports.BringIn()
	h.works()
}

func (h *hall) works() {
	h.t.Helper()
	for _, err := range h.failed {
		h.t.Fatalf("%v: %v", err, data.Say(err))
	}
}

// keeps puts records into the book.
func (h *hall) keeps(records ...any) {
	h.t.Helper()
	err := h.book.Change("set the scene", func(tx *book.Tx) error {
		for _, r := range records {
			if err := tx.Keep(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	h.look()
}

func (h *hall) everyone() []data.Person {
	h.t.Helper()
	people, err := h.imports.everyone()
	if err != nil {
		h.t.Fatal(err)
	}
	return people
}

func (h *hall) row(name string) Row {
	h.t.Helper()
	for _, r := range h.Rows {
		if r.Name == name {
			return r
		}
	}
	h.t.Fatalf("%q is not shown", name)
	return Row{}
}

func (h *hall) filters() string {
	_, names := h.Filters()
	return strings.Join(names, ", ")
}

func want[T comparable](t testing.TB, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
