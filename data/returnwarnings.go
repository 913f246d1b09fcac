package data

import (
	"fmt"
	"slices"
)

func electionDates(rows []DelegateRow) []Date {
	var dates []Date
	for _, r := range rows {
		if !r.Elected.IsZero() && !slices.Contains(dates, r.Elected) {
			dates = append(dates, r.Elected)
		}
	}
	slices.SortFunc(dates, Date.Compare)
	return dates
}

func are(n int, one, many string) string {
	if n == 1 {
		return "1 " + one + " is"
	}
	return NumberOf(n, one, many) + " are"
}

// twice finds one person in two seats, and two people in one.
func twice(rows []DelegateRow) []string {
	var out []string
	first, holder := map[PersonID]DelegateRow{}, map[int]DelegateRow{}
	for _, r := range rows {
		if r.Vacant {
			continue
		}
		if was, again := first[r.Person]; again {
			out = append(out, fmt.Sprintf("%s is on the delegation twice, in seats %d and %d. A person can hold one of them.", r.Name(), was.Seat, r.Seat))
			continue
		}
		first[r.Person] = r
		if was, again := holder[r.Seat]; again && r.Seat > 0 {
			out = append(out, fmt.Sprintf("%s and %s both have seat %d. Give one of them another number.", was.Name(), r.Name(), r.Seat))
		}
		holder[r.Seat] = r
	}
	return out
}

// withoutContact names, for each contact column that is on, who has nothing in it, and who did not agree to share.
func (d DelegateReturnDoc) withoutContact() []string {
	var out, withheld []string
	for _, c := range d.Columns {
		if !c.Contact {
			continue
		}
		var missing []string
		for _, r := range d.Rows {
			if !r.Vacant && r.Consent && r.Text(c) == "" {
				missing = append(missing, r.Name())
			}
		}
		if len(missing) > 0 {
			out = append(out, fmt.Sprintf("No %s is recorded for %s.", uncapital(c.Title), listed(missing)))
		}
	}
	for _, r := range d.Rows {
		if len(r.Notes) > 0 {
			withheld = append(withheld, r.Name())
		}
	}
	if len(withheld) > 0 {
		out = append(out, fmt.Sprintf("Contact details are left blank for %s: no consent to share them is recorded.", listed(withheld)))
	}
	return out
}
