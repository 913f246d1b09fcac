package today

import (
	"fmt"
	"strings"

	"branchbook/data"
)

// some is counted, but nothing for none.
func some(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return data.NumberOf(n, one, many)
}

// joined joins what there is with a middle dot; commas does so with commas.
func joined(parts ...string) string { return there(parts, "  ·  ") }

func commas(parts ...string) string { return there(parts, ", ") }

func there(parts []string, by string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, by)
}

// dayShort is a date whose year is plain: "Thu 14 May".
func dayShort(d data.Date) string {
	return strings.TrimSuffix(d.String(), fmt.Sprintf(" %d", d.Year()))
}

// lower begins a heading in lower case, for the middle of a sentence.
func lower(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToLower(s[:1]) + s[1:]
}
