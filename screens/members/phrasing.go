package members

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"branchbook/data"
)

// fold makes what is typed and what is kept comparable: lower case, no accents or apostrophes, single spaces. ASCII,
// which most names are, takes the short way.
func fold(s string) string {
	s = strings.ToLower(s)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			s = norm.NFD.String(s)
			break
		}
	}
	var b strings.Builder
	b.Grow(len(s))
	space := true
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("'’‘`ʼ", r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteString(plainLetter(r))
			space = false
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// plainLetter is what people type for a letter that is not one with an accent.
func plainLetter(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'þ':
		return "th"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	}
	return string(r)
}

// dayNear prints a date without its year where that is the year of near.
func dayNear(d, near data.Date) string {
	if d.Year() == near.Year() {
		return d.DayMonth()
	}
	return d.Short()
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// weeks prints days as weeks where they are whole weeks.
func weeks(days int) string {
	if days%7 == 0 {
		return counted(days/7, "week", "weeks")
	}
	return counted(days, "day", "days")
}

// joined joins what there is of the parts.
func joined(sep string, parts ...string) string {
	there := parts[:0:0]
	for _, s := range parts {
		if s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, sep)
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
