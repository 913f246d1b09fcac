package actions

import "strings"

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
