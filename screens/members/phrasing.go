package members

import (
	"strings"

	"branchbook/data"
)

// weeks prints days as weeks where they are whole weeks.
func weeks(days int) string {
	if days%7 == 0 {
		return data.NumberOf(days/7, "week", "weeks")
	}
	return data.NumberOf(days, "day", "days")
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

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
