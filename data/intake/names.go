package intake

import (
	"fmt"
	"regexp"
	"strings"

	"branchbook/data"
)

// titles stand before a name and are not part of it.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "dr": true, "prof": true, "professor": true, "cllr": true, "councillor": true,
	"rev": true, "revd": true, "reverend": true, "sir": true, "dame": true, "lord": true, "lady": true, "baroness": true, "hon": true, "fr": true,
}

// particles begin a surname of more than one word: van der Merwe, de Souza, ap Gwilym.
var particles = map[string]bool{
	"van": true, "von": true, "de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "della": true, "di": true, "du": true,
	"la": true, "le": true, "der": true, "den": true, "ter": true, "ten": true, "bin": true, "bint": true, "ibn": true, "al": true, "el": true,
	"ap": true, "ab": true, "ferch": true, "mac": true, "st": true, "saint": true, "san": true, "a": true,
}

// SplitName takes a name apart, whether it is written "Forename Surname" or "Surname, Forename", with or without a title.
// A single word is a surname. What it cannot know, as with a double surname without a hyphen, it takes for a forename.
func SplitName(name string) (title, first, last string) {
	last, first, comma := strings.Cut(oneLine(name), ",")
	if comma {
		title, first = cutTitle(strings.Fields(first))
		if before, rest := cutTitle(strings.Fields(last)); before != "" && rest != "" {
			title, last = before, rest
		}
		return title, first, strings.TrimSpace(last)
	}
	title, rest := cutTitle(strings.Fields(last))
	words := strings.Fields(rest)
	if len(words) == 0 {
		return "", "", title
	}
	at := len(words) - 1
	for at > 1 && particles[strings.ToLower(words[at-1])] {
		at--
	}
	return title, strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

func cutTitle(words []string) (title, rest string) {
	n := 0
	for n < len(words) && titles[strings.ToLower(strings.TrimRight(words[n], "."))] {
		n++
	}
	return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// listMark is what stands before a name in a list that was copied: "1.", "(2)", "-".
var listMark = regexp.MustCompile(`^(?:\(?\d{1,3}[.)]\s+|[-*•·–]\s+)`)

// Paste reads names that were copied from somewhere, one to a line, with or without headings; further columns are
// separated by tabs, as they come from a spreadsheet. Where there are no headings they are inferred. The error is
// ErrEmpty or ErrTooLarge.
func Paste(text string) (Table, error) {
	if len(text) > maxBytes {
		return Table{}, tooLarge(fmt.Errorf("%d bytes: %w", len(text), ErrTooLarge))
	}
	sep, how := rune(0), "pasted, one column"
	if strings.Contains(text, "\t") {
		sep, how = '\t', "pasted, tabs"
	}
	rows, err := split(text, sep, maxRows, maxCells)
	if err != nil {
		return Table{}, tooLarge(err)
	}
	for _, r := range rows {
		r.Cells[0] = listMark.ReplaceAllString(strings.TrimSpace(r.Cells[0]), "")
	}
	t, err := layOut(rows, Choice{})
	if t.Rows == nil && t.Headings == nil {
		return Table{}, data.NewProblem("There is nothing to paste. Copy the names first.", ErrEmpty)
	}
	t.How = how
	if err != nil {
		t.Headings = inferred(t)
		t.pad()
	}
	return t, nil
}

// inferred returns headings for a table that has none: what a column's form tells, and for the rest the name.
func inferred(t Table) []string {
	width := 0
	for _, r := range t.Rows {
		width = max(width, len(r.Cells))
	}
	headings := make([]string, width)
	var words []int
	for i := range headings {
		values := valuesOf(t, i)
		switch f := byContent(values); {
		case f != LeftOut:
			headings[i] = f.String()
		case share(values, phoneNumber.MatchString) >= 80:
			headings[i] = "Phone"
		case share(values, membershipNumber.MatchString) >= 80:
			headings[i] = "Membership number"
		case share(values, hasDigit) < 20 && len(values) > 0:
			words = append(words, i)
		}
	}
	switch {
	case len(words) == 0:
	case len(words) == 1 || share(valuesOf(t, words[0]), func(s string) bool { return strings.Contains(s, " ") }) > 50:
		headings[words[0]] = "Name"
	default:
		headings[words[0]], headings[words[1]] = "First name", "Last name"
	}
	return headings
}

var (
	membershipNumber = regexp.MustCompile(`^[A-Za-z]{0,3}\d{4,9}$`)
	phoneNumber      = regexp.MustCompile(`^(?:\+44|0)[\d ()-]{9,14}$`)
)
