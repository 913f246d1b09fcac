package parts

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

// ellipsis returns s cut so that it fits the width, with … where something is missing. A width of nothing, which a
// widget has before it is laid out, cuts nothing.
func ellipsis(s string, width, size float32, style fyne.TextStyle) string {
	const slack = 0.5 // widths are rounded on their way through a layout
	if width <= 0 || s == "" || fyne.MeasureText(s, size, style).Width <= width+slack {
		return s
	}
	letters := []rune(s)
	fits := func(n int) bool {
		return fyne.MeasureText(strings.TrimRight(string(letters[:n]), " ")+"…", size, style).Width <= width+slack
	}
	n := sort.Search(len(letters), func(n int) bool { return !fits(n + 1) })
	return strings.TrimRight(string(letters[:n]), " ") + "…"
}

// wrapText breaks s into lines that fit the width, at its line breaks and between words; a word that is longer than a
// line is broken. With most above 0 the last line that is allowed ends in an ellipsis when there was more.
func wrapText(s string, width, size float32, style fyne.TextStyle, most int) []string {
	if width <= 0 {
		return strings.Split(s, "\n")
	}
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		lines = append(lines, wrapParagraph(paragraph, width, size, style)...)
	}
	if most > 0 && len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1:most-1], ellipsis(rest, width, size, style))
	}
	return lines
}

func wrapParagraph(s string, width, size float32, style fyne.TextStyle) []string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return []string{""}
	}
	var lines []string
	line := ""
	for _, word := range words {
		for fyne.MeasureText(word, size, style).Width > width && len([]rune(word)) > 1 {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			n := lettersThatFit(word, width, size, style)
			lines = append(lines, string([]rune(word)[:n]))
			word = string([]rune(word)[n:])
		}
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && fyne.MeasureText(longer, size, style).Width > width+0.5 {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// lettersThatFit returns how many letters of a word fit; always at least one.
func lettersThatFit(word string, width, size float32, style fyne.TextStyle) int {
	letters := []rune(word)
	n := sort.Search(len(letters), func(n int) bool {
		return fyne.MeasureText(string(letters[:n+1]), size, style).Width > width
	})
	return max(n, 1)
}
