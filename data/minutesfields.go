package data

import (
	"slices"
	"strings"
)

// MinutesFields are the names of the fields that a template for minutes can have, beside the body, in the order that a
// screen lists them.
func MinutesFields() []string {
	return []string{"branch", "clp", "title", "date", "meeting", "stamp", "seal"}
}

// Fields are the values of MinutesFields in these minutes. clp is the constituency party.
func (m Minutes) Fields(clp string) map[string]string {
	return map[string]string{
		"branch": m.Branch, "clp": clp, "title": m.Title, "date": m.Date.Long(), "meeting": strings.Join(m.Lines, "\n"),
		"stamp": m.Stamp.String(), "seal": m.Seal,
	}
}

// UnknownFields says in a sentence which fields of a template will stay empty, since minutes have none of that name; "" for
// none.
func UnknownFields(of []string) string {
	var unknown []string
	for _, name := range of {
		if !slices.Contains(MinutesFields(), name) {
			unknown = append(unknown, "{{"+name+"}}")
		}
	}
	if len(unknown) == 0 {
		return ""
	}
	stays := " stay empty: minutes have no such fields."
	if len(unknown) == 1 {
		stays = " stays empty: minutes have no such field."
	}
	return listed(unknown) + stays
}
