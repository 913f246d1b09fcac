package data

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func dayNear(d, near Date) string {
	if d.IsZero() || d.Year() == near.Year() {
		return d.DayMonth()
	}
	return d.format("2 January 2006")
}

// NumberOf returns a number with its noun: "1 voter", "15 voters".
func NumberOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// InWords joins words as a sentence does: "a", "a and b", "a, b and c".
func InWords(words []string) string { return listed(words) }

func listed(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// sentence begins a text with a capital and ends it with a full stop; "" stays empty.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	s = Capital(s)
	if strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// Capital begins a text with a capital letter.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// uncapital begins a name of a post in lower case, but leaves an abbreviation (CLP delegate) alone.
func uncapital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// labelled puts a label before a text, where there is one.
func labelled(label, text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return ""
	}
	return label + text
}

// joined joins what there is with commas.
func joined(parts ...string) string {
	var there []string
	for _, s := range parts {
		if s = strings.TrimSpace(s); s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, ", ")
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
