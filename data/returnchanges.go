package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// ChangesSince returns who came on, who went off and what else differs from the rows of an earlier return: first those
// who went, then those who came, then the rest, each by seat. Only what the columns of this return show is compared.
func (d DelegateReturnDoc) ChangesSince(previous []DelegateRow) []DelegateChange {
	before, now := rowsByPerson(previous), rowsByPerson(d.Rows)
	var out, in, altered []DelegateChange
	for _, old := range bySeat(before) {
		if _, stays := now[old.Person]; !stays {
			out = append(out, DelegateChange{WentOff, old.Seat, old.Name(), d.wentWords(old)})
		}
	}
	for _, r := range bySeat(now) {
		old, was := before[r.Person]
		if !was {
			in = append(in, DelegateChange{CameOn, r.Seat, r.Name(), joined("elected "+r.Elected.String(), string(r.How))})
			continue
		}
		if what := d.differences(old, r); what != "" {
			altered = append(altered, DelegateChange{Altered, r.Seat, r.Name(), what})
		}
	}
	return slices.Concat(out, in, altered)
}

// rowsByPerson leaves vacant seats out. Of somebody's two seats the first counts.
func rowsByPerson(rows []DelegateRow) map[PersonID]DelegateRow {
	m := make(map[PersonID]DelegateRow, len(rows))
	for _, r := range rows {
		if _, known := m[r.Person]; !known && !r.Vacant {
			m[r.Person] = r
		}
	}
	return m
}

func bySeat(rows map[PersonID]DelegateRow) []DelegateRow {
	sorted := make([]DelegateRow, 0, len(rows))
	for _, r := range rows {
		sorted = append(sorted, r)
	}
	slices.SortFunc(sorted, func(a, b DelegateRow) int {
		return cmp.Or(cmp.Compare(a.Seat, b.Seat), strings.Compare(string(a.Person), string(b.Person)))
	})
	return sorted
}

func (d DelegateReturnDoc) wentWords(old DelegateRow) string {
	if last, ok := d.Ended[old.Person]; ok {
		return "until " + last.String()
	}
	return "no longer on the delegation"
}

// differences names what changed between two rows of one person. It says that a personal detail changed, not to what.
func (d DelegateReturnDoc) differences(old, r DelegateRow) string {
	var words []string
	for _, c := range d.Columns {
		was, is := old.Text(c), r.Text(c)
		switch {
		case was == is || c.Key == "notes":
		case c.Personal:
			words = append(words, uncapital(c.Title)+" changed")
		default:
			words = append(words, fmt.Sprintf("%s %s, was %s", uncapital(c.Title), cmp.Or(is, "blank"), cmp.Or(was, "blank")))
		}
	}
	return strings.Join(words, "; ")
}
