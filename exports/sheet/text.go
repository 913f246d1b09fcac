package sheet

import (
	"strings"
	"unicode/utf8"
)

// clean returns s without what a spreadsheet cannot hold: control characters, bytes that are not UTF-8, and the two
// noncharacters that XML forbids. Line breaks become "\n" where lines may be kept, else spaces; tabs become spaces.
func clean(s string, lines bool) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			if lines {
				return '\n'
			}
			return ' '
		case r == '\t':
			return ' '
		case r < ' ' || r >= 0x7f && r <= 0x9f || r == utf8.RuneError || r == '\ufffe' || r == '\uffff':
			return -1
		}
		return r
	}, s)
}

// plain says that s is printable ASCII, as most cells are, so that they cost no second look.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
