package data

import (
	"cmp"
	"fmt"
	"strings"
)

// TableDoc returns the return as a spreadsheet has it.
func (d DelegateReturnDoc) TableDoc() TableDoc {
	t := TableDoc{
		Kind: DelegateReturn, Subject: d.Subject, Title: "Delegate return", Summary: d.Summary, Page: "Return", About: "The return", Sheet: "Delegates",
		Branch: d.Branch, CLP: d.CLP, To: d.To, Secretary: d.Secretary, AsAt: d.AsAt, Version: d.Version, Facts: d.Facts, Sections: d.sections(),
		Offered: ReturnColumns(), Columns: d.Columns, Rows: make([]TableRow, 0, len(d.Rows)), Holds: "names, seats and how they were filled",
		Declaration: "The delegates listed here were elected or appointed by the branch as stated.", Signers: []string{"Branch secretary", "Branch chair"},
		Warnings: d.Warnings, Passed: d.Passed, Changes: d.Changes, Since: d.Since, Gone: map[ID]string{},
	}
	if d.Body != "" {
		t.For = "for the " + d.Body
	}
	for person, last := range d.Ended {
		t.Gone[ID(person)] = "until " + last.String()
	}
	for _, r := range d.Rows {
		t.Rows = append(t.Rows, r.tableRow())
	}
	return t
}

// tableRow is known by the person, so that somebody who is given another seat has changed, and has not gone and come.
func (r DelegateRow) tableRow() TableRow {
	row := TableRow{Key: ID(r.Person), Name: r.Name(), Person: r.Person, Vacant: r.Vacant, Cells: map[string]any{}}
	if r.Vacant {
		row.Key = ID(fmt.Sprintf("vacant/%d", r.Seat))
	}
	if r.Seat > 0 {
		row.Name += fmt.Sprintf(", seat %d", r.Seat)
	}
	if !r.Elected.IsZero() {
		row.Came = joined("elected "+r.Elected.String(), string(r.How))
	}
	for _, c := range ReturnColumns() {
		if v := r.Value(c); v != nil {
			row.Cells[c.Key] = v
		}
	}
	row.Cells["name"] = r.Name() // for templates that have one column for it
	return row
}

func (d DelegateReturnDoc) sections() []TableSection {
	seats := TableSection{Title: "Seats"}
	if d.Seats > 0 {
		seats.Sums = append(seats.Sums, TableSum{Label: "Entitlement", N: d.Seats, Words: d.Entitlement.Sum})
	}
	seats.Sums = append(seats.Sums, TableSum{Label: "Filled", N: d.Filled}, TableSum{Label: "Vacant", N: d.Vacant})
	if d.Entitlement.Source != "" {
		seats.Notes = []string{"Source: " + d.Entitlement.Source}
	}
	balance := TableSection{Title: "Balance", Sums: []TableSum{{Label: "Women", N: d.Women}, {Label: "Under 27", N: d.Young}}}
	if d.BalanceWords != "" {
		balance.judged(d.Balance)
	}
	return []TableSection{seats, balance}
}

// passed says what of the return was checked and is right, each with its sum.
func (in DelegateInput) passed(d DelegateReturnDoc) []string {
	var out []string
	if d.Seats > 0 && d.Filled <= d.Seats {
		out = append(out, fmt.Sprintf("%d filled and %d vacant make the %s of the entitlement.", d.Filled, d.Vacant, NumberOf(d.Seats, "seat", "seats")))
	}
	unknown, left := 0, 0
	for _, r := range d.Rows {
		p, known := in.People[r.Person]
		unknown += b2i(!r.Vacant && !known)
		left += b2i(known && p.Status == Left)
	}
	if d.Filled > 0 && unknown+left == 0 {
		out = append(out, "Every name is that of somebody in the book who has not left the list.")
	}
	if d.Filled > 0 && len(twice(d.Rows)) == 0 {
		out = append(out, "Nobody has two seats, and no seat has two people.")
	}
	return out
}

// blanks names, for each column that is on, whose cell is empty. Contact details have their own sentences; votes are
// blank where there was no count, and an end of term never is.
func (d DelegateReturnDoc) blanks() []string {
	var out []string
	for _, c := range d.Columns {
		if c.Contact || c.Remark || c.Key == "votes" {
			continue
		}
		var missing []string
		for _, r := range d.Rows {
			if !r.Vacant && r.Text(c) == "" {
				missing = append(missing, cmp.Or(strings.TrimSpace(r.Name()), "a delegate without a name"))
			}
		}
		if len(missing) > 0 {
			out = append(out, fmt.Sprintf("%s is blank for %s.", c.Title, listed(missing)))
		}
	}
	return out
}
