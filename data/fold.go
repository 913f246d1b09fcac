package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes writings of the same words the same, so that what is typed finds what is kept: lower case, no accents, no
// apostrophes, and one space for whatever stands between words, hyphens and stops too. Letters that are not accented
// ones but have a usual plain spelling get it: ø is o, ł is l, đ and ð are d, ħ is h, ı is i, þ is th, ß is ss, æ is ae,
// œ is oe. "Siân O’Neill-Łoś" is "sian oneill los". It is for comparing, never for showing.
func Fold(s string) string {
	if !isASCII(s) { // most names are, and have nothing to take apart
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := true
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("'’‘`ʼ", r):
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mc, r): // Mc: the vowels of Indian scripts
			if plain, ok := plainLetters[r]; ok {
				b.WriteString(plain)
			} else {
				b.WriteRune(r)
			}
			space = false
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// plainLetters is what people type for letters that Unicode does not take apart.
var plainLetters = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe",
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// A SearchText is a text made ready once, to be searched at every letter that is typed.
type SearchText string

// SearchTextOf returns what can be found by the words of a text.
func SearchTextOf(text string) SearchText { return SearchText(" " + Fold(text)) }

// Has says whether each of the words, folded, begins a word of the text.
func (t SearchText) Has(words []string) bool {
	for _, w := range words {
		if !strings.Contains(string(t), " "+w) {
			return false
		}
	}
	return true
}

// FoldNumber makes two ways of writing a membership number one: l012 3456 is L0123456.
func FoldNumber(number string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '-' {
			return -1
		}
		return r
	}, number))
}
