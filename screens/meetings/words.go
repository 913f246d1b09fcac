package meetings

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// counted returns a number with its noun: "1 meeting", "15 meetings".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// lower begins a heading in lower case, for the middle of a sentence.
func lower(heading string) string {
	if heading == "" {
		return ""
	}
	return strings.ToLower(heading[:1]) + heading[1:]
}

// joined joins what there is with a middle dot, as lines under headings have it.
func joined(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, "  ·  ")
}

// hours returns minutes as a plan has them: "1 h 42 min", "2 hours", "25 min".
func hours(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return counted(h, "hour", "hours")
	}
	return fmt.Sprintf("%d h %d min", h, m)
}

// fold makes text comparable: lower case, without accents, dashes and apostrophes of any kind.
func fold(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), runes.Remove(runes.Predicate(isJoiner)))
	folded, _, err := transform.String(t, s)
	if err != nil {
		folded = s
	}
	return strings.ToLower(folded)
}

func isJoiner(r rune) bool { return r == '\'' || r == '’' || r == '-' }
