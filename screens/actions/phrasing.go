package actions

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"branchbook/data"
)

// fold makes what is typed and what is kept comparable: lower case, no accents or apostrophes, single spaces.
func fold(s string) string {
	var b strings.Builder
	space := true
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("'’‘`ʼ", r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if plain, ok := plainLetters[r]; ok {
				b.WriteString(plain)
			} else {
				b.WriteRune(r)
			}
			space = false
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// plainLetters is what people type for letters that are not ones with an accent.
var plainLetters = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ı': "i", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe",
}

// dayNear prints a date without its year where that is the year of near; "" for the zero Date.
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

// joined joins what there is of the parts.
func joined(sep string, parts ...string) string {
	there := make([]string, 0, len(parts))
	for _, s := range parts {
		if s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, sep)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shortened keeps the first words of a text, for the name of a Change.
func shortened(s string) string {
	letters := []rune(s)
	if len(letters) <= 40 {
		return s
	}
	return strings.TrimSpace(string(letters[:40])) + "…"
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
