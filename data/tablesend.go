package data

import (
	"fmt"
	"strings"
)

// ConfirmWords asks before a file with personal columns leaves: "This file says the email and phone of 12 people." It is ""
// where no such column is on, or where they are all blank.
func (d TableDoc) ConfirmWords() string {
	var titles []string
	for _, c := range d.Columns {
		if c.Personal {
			titles = append(titles, uncapital(c.Title))
		}
	}
	shared := d.Shared()
	if len(titles) == 0 || shared == 0 {
		return ""
	}
	return fmt.Sprintf("This file says the %s of %s.", listed(titles), NumberOf(shared, "person", "people"))
}

// Addressee is whom it goes to, and where: "Ruth Gallagher, Northgate CLP".
func (d TableDoc) Addressee() string {
	for _, f := range d.Facts {
		if f.Label == "To" {
			return f.Value
		}
	}
	return joined(d.To, d.CLP)
}

// ChangesInWords counts what changed, and leaves out what did not happen: "1 in, 2 out"; "" for nothing.
func ChangesInWords(changes []TableChange) string {
	var words []string
	for _, k := range []ChangeKind{CameOn, WentOff, Altered} {
		n := 0
		for _, c := range changes {
			n += b2i(c.Kind == k)
		}
		if n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, strings.ToLower(k.String())))
		}
	}
	return strings.Join(words, ", ")
}
