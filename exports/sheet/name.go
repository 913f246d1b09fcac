package sheet

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// longestName is what a spreadsheet allows for a sheet's name, in UTF-16 units.
const longestName = 31

// legalName returns name as a sheet may be called, and unlike the names in use (case apart), and notes it as used.
func legalName(name string, used map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		return r
	}, clean(name, false))
	name = strings.Trim(cut(name, longestName), "' ")
	if name == "" {
		name = "Sheet"
	}
	if strings.EqualFold(name, "History") { // Excel keeps this name for itself
		name = "History of the branch"
	}
	unique := name
	for n := 2; used[strings.ToLower(unique)]; n++ {
		suffix := fmt.Sprintf(" (%d)", n)
		unique = strings.TrimRight(cut(name, longestName-len(suffix)), "' ") + suffix
	}
	used[strings.ToLower(unique)] = true
	return unique
}

// tableName returns a name for the table itself, which programs and screen readers show: plain letters, the number
// last, so that it can neither clash with another nor read as a cell's address.
func tableName(sheet string, number int) string {
	letters := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, sheet)
	if letters == "" {
		letters = "Table"
	}
	return fmt.Sprintf("%s_%d", letters, number)
}

// units counts a text as spreadsheets do, in UTF-16 units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// cut returns the longest beginning of s that has at most so many UTF-16 units.
func cut(s string, most int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return s[:i]
		}
	}
	return s
}
