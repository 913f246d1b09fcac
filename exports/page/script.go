package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// complexScripts are those that Word proofs and shapes in the language of its "complex script" tag.
var complexScripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Arabic, "ar-SA"}, {unicode.Hebrew, "he-IL"}, {unicode.Bengali, "bn-BD"}, {unicode.Devanagari, "hi-IN"},
	{unicode.Gurmukhi, "pa-IN"}, {unicode.Gujarati, "gu-IN"}, {unicode.Tamil, "ta-IN"}, {unicode.Thai, "th-TH"},
	{unicode.Sinhala, "si-LK"}, {unicode.Telugu, "te-IN"}, {unicode.Malayalam, "ml-IN"},
}

// A piece is part of a run that Word must be told the direction and the script of.
type piece struct {
	text  string
	right bool   // written from right to left
	lang  string // for a complex script; else empty
}

// pieces splits a text where its script changes. Spaces, digits and signs stay with what stands before them, but those
// that trail a right-to-left piece at its end go back to the text around it.
func pieces(s string) []piece {
	if ascii(s) {
		return []piece{{text: s}}
	}
	var out []piece
	start, now := 0, piece{}
	for i, r := range s {
		right, lang, strong := scriptOf(r)
		if !strong || right == now.right && lang == now.lang {
			continue
		}
		if i > start {
			now.text = s[start:i]
			out = append(out, now)
		}
		start, now = i, piece{right: right, lang: lang}
	}
	now.text = s[start:]
	out = append(out, now)
	return outward(out)
}

// outward moves the spaces and signs at the end of each right-to-left piece out of it, where what follows is not so.
func outward(in []piece) []piece {
	var out []piece
	for _, p := range in {
		if !p.right {
			out = append(out, p)
			continue
		}
		inner := strings.TrimRightFunc(p.text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",.;:()", r) })
		tail := p.text[len(inner):]
		p.text = inner
		out = append(out, p)
		if tail != "" {
			out = append(out, piece{text: tail})
		}
	}
	return out
}

// scriptOf returns how r is written; strong is false for what takes its manner from the text around it.
func scriptOf(r rune) (right bool, lang string, strong bool) {
	properties, _ := bidi.LookupRune(r)
	class := properties.Class()
	right = class == bidi.R || class == bidi.AL
	if !right && class != bidi.L {
		return false, "", false
	}
	if r < 0x0590 { // below Hebrew: the European scripts
		return right, "", true
	}
	for _, c := range complexScripts {
		if unicode.Is(c.table, r) {
			return right, c.lang, true
		}
	}
	return right, "", true
}

// rightToLeft says whether a paragraph runs from right to left: its first letter decides.
func rightToLeft(runs []Run) bool {
	for _, run := range runs {
		for _, r := range run.Text {
			if right, _, strong := scriptOf(r); strong {
				return right
			}
		}
	}
	return false
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// clean returns s without what XML cannot hold: control characters, bytes that are not UTF-8, two noncharacters.
// Every way of breaking a line becomes "\n"; tabs stay.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\v' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r >= 0x7f && r <= 0x9f || r == utf8.RuneError || r == '\ufffe' || r == '\uffff':
			return -1
		}
		return r
	}, s)
}

// oneLine is clean for places that have only one line.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// joined puts a separator between those that are not empty.
func joined(separator string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, separator)
}
