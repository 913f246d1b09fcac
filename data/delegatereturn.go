package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A DelegateReturnDoc is the return of a delegation to the constituency (CLP) secretary: what the screen previews and
// what the spreadsheet holds are this. Contact details of delegates who have not agreed to share them are not in it.
type DelegateReturnDoc struct {
	Branch, CLP, Body string
	Subject           ID // the body's
	// To is who it goes to: the CLP secretary's name, or "" when it is not known.
	To string
	// Secretary is who sends it; "" when not known.
	Secretary string
	AsAt      Date
	Version   int
	// Facts are the lines of the readable page: who sends it, membership, who elected. Summary is one line for all:
	// "15 seats, 8 women, 1 under 27".
	Facts   []Fact
	Summary string

	// Seats is how many the entitlement gives, and Entitlement its sum; 0 and zero where no rule gives any.
	Seats                        int
	Entitlement                  Finding
	Filled, Vacant, Women, Young int
	// Balance is the finding about women among the delegates; BalanceWords prints it.
	Balance      Finding
	BalanceWords string

	Columns []ReturnColumn
	// Rows are the seats in order of number, vacant ones among them.
	Rows []DelegateRow
	// Warnings are sentences for the secretary before it is sent, Passed what was checked and is right. They are not printed.
	Warnings, Passed []string
	// People is how many delegates it names; Shared is how many of them the personal columns say something about.
	People, Shared int

	// Ended is the last day of those who were on the delegation before.
	Ended map[PersonID]Date
	// Changes is what is different from version Since; Since is 0 for the first return.
	Changes []TableChange
	Since   int
}

// A DelegateRow is one seat of a return. A vacant one has only a number.
type DelegateRow struct {
	Seat   int // 0 when it was not numbered
	Vacant bool
	Person PersonID
	Class  SeatClass
	// First and Last are the name; a vacant row says so in Last.
	First, Last string
	Number      string // membership number, as text
	Gender      Gender
	Young       bool // under 27 on the day of the return
	Born        bool // whether that is known at all
	// The contact details are empty without Consent.
	Email, Phone, Address, Postcode string
	Body                            string
	Elected                         Date
	How                             HowElected
	Votes                           *int
	Ends                            Date // zero until the next annual general meeting begins
	Consent                         bool
	// Notes are short sentences for the recipient.
	Notes []string
}

// Name returns the delegate's name; "Vacant" for a vacant seat.
func (r DelegateRow) Name() string { return strings.TrimSpace(r.First + " " + r.Last) }

// ChangeKind says what became of a delegate between two returns.
type ChangeKind string

// What a comparison of two returns finds.
const (
	CameOn  ChangeKind = "in"
	WentOff ChangeKind = "out"
	Altered ChangeKind = "changed"
)

// String returns the change as papers print it: "In", "Out", "Changed".
func (k ChangeKind) String() string { return Capital(string(k)) }

// count fills in the figures. Somebody who holds two seats is one person.
func (d *DelegateReturnDoc) count() {
	slices.SortStableFunc(d.Rows, func(a, b DelegateRow) int {
		return cmp.Or(b2i(a.Seat <= 0)-b2i(b.Seat <= 0), cmp.Compare(a.Seat, b.Seat), strings.Compare(foldName(a.Last+" "+a.First), foldName(b.Last+" "+b.First)))
	})
	seen := map[PersonID]bool{}
	for _, r := range d.Rows {
		d.Filled++
		if seen[r.Person] {
			continue
		}
		seen[r.Person] = true
		d.People++
		d.Women += b2i(r.Gender == Woman)
		d.Young += b2i(r.Young)
	}
	d.Vacant = max(0, d.Seats-d.Filled)
	parts := []string{NumberOf(max(d.Seats, d.Filled), "seat", "seats")}
	if d.Vacant > 0 {
		parts = append(parts, fmt.Sprintf("%d filled", d.Filled))
	}
	parts = append(parts, NumberOf(d.Women, "woman", "women"), fmt.Sprintf("%d under 27", d.Young))
	d.Summary = strings.Join(parts, ", ")
}

// withhold takes out the contact details of those who have not agreed to share them, and counts whom the personal
// columns then say something about.
func (d *DelegateReturnDoc) withhold() {
	contact := slices.ContainsFunc(d.Columns, func(c ReturnColumn) bool { return c.Contact })
	shared := map[PersonID]bool{}
	noted := false
	for i := range d.Rows {
		r := &d.Rows[i]
		if !r.Consent {
			if contact && r.hasContact() {
				r.Notes = append(r.Notes, "Contact details not shared: no consent recorded")
				noted = true
			}
			r.Email, r.Phone, r.Address, r.Postcode = "", "", "", ""
		}
		if slices.ContainsFunc(d.Columns, func(c ReturnColumn) bool { return c.Personal && r.Text(c) != "" }) {
			shared[r.Person] = true
		}
	}
	d.Shared = len(shared)
	if noted && !slices.ContainsFunc(d.Columns, func(c ReturnColumn) bool { return c.Key == "notes" }) {
		// A blank without its reason would look like a mistake.
		d.Columns = append(d.Columns, chosenColumns([]string{"notes"})...)
	}
}

func (r DelegateRow) hasContact() bool { return r.Email+r.Phone+r.Address+r.Postcode != "" }

// addVacancies puts a row for each vacant seat under the lowest numbers that are free.
func (d *DelegateReturnDoc) addVacancies() {
	taken := map[int]bool{}
	for _, r := range d.Rows {
		taken[r.Seat] = true
	}
	for n, left := 1, d.Vacant; left > 0; n++ {
		if !taken[n] {
			d.Rows = append(d.Rows, DelegateRow{Seat: n, Vacant: true, Last: "Vacant", Body: d.Body})
			left--
		}
	}
	slices.SortStableFunc(d.Rows, func(a, b DelegateRow) int {
		return cmp.Or(b2i(a.Seat <= 0)-b2i(b.Seat <= 0), cmp.Compare(a.Seat, b.Seat))
	})
}
