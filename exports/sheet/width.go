package sheet

import (
	"strings"
	"unicode"
)

// breadth estimates how broad a line of text is in Calibri 11, in the unit that spreadsheets use for column widths:
// the breadth of the digit 0. It leans to the generous side. It takes the longest line of s.
func breadth(s string) float64 {
	longest, line := 0.0, 0.0
	for _, r := range s {
		if r == '\n' {
			longest, line = max(longest, line), 0
			continue
		}
		line += runeBreadth(r)
	}
	return max(longest, line)
}

// broadest is the most that runeBreadth gives for each byte of a text.
const broadest = 1.7

func runeBreadth(r rune) float64 {
	switch {
	case r < 0x80:
		return asciiBreadth(r)
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
		return 2
	case unicode.IsUpper(r):
		return 1.3
	}
	return 1.1
}

func asciiBreadth(r rune) float64 {
	switch r {
	case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '\'', '|', '!', '(', ')', '[', ']', ' ', '-':
		return 0.6
	case 'm', 'w', 'M', 'W', '@', '%':
		return broadest
	case 'c', 'f', 'r', 's', 't':
		return 0.85
	}
	if r >= 'A' && r <= 'Z' {
		return 1.2
	}
	return 1
}

// lineCount estimates how many lines a text needs when it is wrapped into a column of that width.
func lineCount(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		room := width
		for _, word := range strings.SplitAfter(line, " ") {
			need := breadth(word)
			if need > room && room < width {
				n++
				room = width
			}
			for need > width { // a word broader than the column is broken
				n++
				need -= width
			}
			room -= need
		}
	}
	return n
}

// longestWord returns the breadth of the broadest word in s, which is the least a wrapped column can be.
func longestWord(s string) float64 {
	longest := 0.0
	for _, word := range strings.Fields(s) {
		longest = max(longest, breadth(word))
	}
	return longest
}
