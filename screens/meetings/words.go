package meetings

import (
	"fmt"
	"strings"

	"branchbook/data"
)

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
		return data.NumberOf(h, "hour", "hours")
	}
	return fmt.Sprintf("%d h %d min", h, m)
}
