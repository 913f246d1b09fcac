package intake

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"branchbook/data"

	"golang.org/x/text/encoding/charmap"
)

// The branch of the scenarios: Millbrook & Canalside, 214 members on 1 May 2026.

var (
	may1  = data.MustDate(2026, 5, 1)
	june1 = data.MustDate(2026, 6, 1)
)

// headings are those of the file that the scenario describes.
var headings = []string{"Membership No", "Forename", "Surname", "E-mail", "Mobile", "Address 1", "Town", "Postcode", "Ward", "Join Date", "Pay Status", "Gender", "Date of birth"}

// One name for each heading, so that a test can say which cell it changes.
const (
	colNumber = iota
	colFirst
	colLast
	colEmail
	colMobile
	colAddress
	colTown
	colPostcode
	colWard
	colJoined
	colStatus
	colGender
	colBirth
)

var (
	women    = []string{"Zoë", "Siân", "June", "Grace", "Sunita", "Kasia", "Ifeoma", "Brónagh", "Margaret", "Aoife", "Priya"}
	men      = []string{"Aled", "Okan", "Peter", "Craig", "Mo", "Dewi", "Tom", "Seán", "Raj", "Björn"}
	surnames = []string{"O'Hare", "Llewellyn", "Ashworth", "Mbeki", "Rao", "Nowak", "Balogun", "Müller", "Davies", "Tennant", "Lomax", "Begum", "Smith-Jones", "Núñez", "Griffiths", "Hussain", "Pettifer"}
	lateJoin = []string{"25/03/2026", "02/04/2026", "10/04/2026", "20/04/2026", "24/04/2026", "28/04/2026"}
)

// memberRow is the nth member's row, from 0. Its sums are those of the scenarios: 112 women, 99 men, 3 not stated; 131
// in Millbrook; 9 in arrears; 26 with no email; 19 under 27; six who joined too late to vote on 14 May.
func memberRow(n int) []string {
	first, gender := women[n%len(women)], "F"
	switch {
	case n >= 211:
		gender = "Prefer not to say"
	case n >= 112:
		first, gender = men[n%len(men)], "M"
	}
	ward, status, email := "Canalside", "Current", fmt.Sprintf("member%d@example.org", n)
	if n%214 < 131 {
		ward = "Millbrook"
	}
	if n%23 == 5 && n < 206 {
		status = "Arrears"
	}
	if n%8 == 3 && n < 208 {
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
		fmt.Sprintf("L%07d", 120_000+n*37), first, surnames[n%len(surnames)] + strings.Repeat("e", n/187), email, fmt.Sprintf("07700 900%03d", n),
		fmt.Sprintf("%d Lock Road, Flat %d", 1+n%90, 1+n%3), "Northgate", fmt.Sprintf("NG%d %dAB", 1+n%9, 1+n%8), ward, joined, status, gender, born,
	}
}

func memberRows(from, to int) [][]string {
	var rows [][]string
	for n := from; n < to; n++ {
		rows = append(rows, memberRow(n))
	}
	return rows
}

// listA is the list of 1 May: 217 rows, of which three are bad. They stand on rows 92, 150 and 203 of the file.
func listA() [][]string {
	rows := memberRows(0, 214)
	repeated, nameless, noSuchDay := memberRow(300), memberRow(301), memberRow(302)
	repeated[colNumber] = rows[12][colNumber]
	nameless[colLast] = ""
	noSuchDay[colJoined] = "31/02/2026"
	rows = slices.Insert(rows, 90, repeated)
	rows = slices.Insert(rows, 148, nameless)
	return slices.Insert(rows, 201, noSuchDay)
}

// listB is the list of 1 June: the 214 without three, with five new, and four changed.
func listB() [][]string {
	rows := memberRows(0, 219)
	rows[30][colAddress] = "31 Weir Close"
	rows[31][colAddress] = "7 Weir Close"
	rows[32][colEmail] = "another@example.org"
	rows[28][colStatus] = "Current"
	for _, gone := range []int{200, 121, 40} {
		rows = slices.Delete(rows, gone, gone+1)
	}
	for i := range rows {
		if n := len(rows) - i; n <= 5 {
			rows[i][colJoined] = fmt.Sprintf("%02d/05/2026", 10+n)
		}
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

// bringIn reads a file as a secretary does who accepts every guess.
func bringIn(t *testing.T, file []byte, asAt data.Date) ([]data.ListedMember, []data.Refusal) {
	t.Helper()
	table := readTable(t, file)
	m := Guess(table)
	if err := m.Check(); err != nil {
		t.Fatal(err)
	}
	return Read(table, m, asAt)
}

func readTable(t *testing.T, file []byte) Table {
	t.Helper()
	table, err := ReadTable(file, Choice{})
	if err != nil {
		t.Fatalf("%v (%v)", err, errorsBelow(err))
	}
	return table
}
