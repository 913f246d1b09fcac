// Package search is an inverted index over what was written: in memory, folded, and kept up as things change. It writes
// nothing to the disk, where a list of words would tell what an encrypted book holds.
package search

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// An Index finds documents by their words. Its zero value is empty and ready. It is not safe for several goroutines.
type Index struct {
	postings map[string]map[string]int // word -> document -> how often
	texts    map[string]string         // document -> its folded text, for phrases
	words    []string                  // every word in order, for prefixes; nil when it has to be made anew
}

// Len returns how many documents there are.
func (x *Index) Len() int { return len(x.texts) }

// Put adds a document, or replaces the one of that name.
func (x *Index) Put(name, text string) {
	x.Remove(name)
	if x.texts == nil {
		x.postings, x.texts = map[string]map[string]int{}, map[string]string{}
	}
	words := Words(text)
	x.texts[name] = " " + strings.Join(words, " ") + " "
	for _, w := range words {
		in, known := x.postings[w]
		if !known {
			in = map[string]int{}
			x.postings[w] = in
			x.words = nil
		}
		in[name]++
	}
}

// Remove takes a document out. One that is not there is no error.
func (x *Index) Remove(name string) {
	text, ok := x.texts[name]
	if !ok {
		return
	}
	delete(x.texts, name)
	for _, w := range strings.Fields(text) {
		in := x.postings[w]
		delete(in, name)
		if len(in) == 0 {
			delete(x.postings, w)
			x.words = nil
		}
	}
}

// Find returns the names of the documents that have every word of the query, the one that has them most often first,
// and in order of name where that is equal. The last word may be the beginning of one, since it may still be typed;
// words in quotes must stand together. A query without a word finds nothing.
func (x *Index) Find(query string) []string {
	loose, phrases := parse(query)
	var found map[string]int
	for i, w := range loose {
		last := i == len(loose)-1 && !strings.HasSuffix(strings.TrimSpace(query), `"`)
		found = both(found, x.having(w, last))
	}
	for _, phrase := range phrases {
		for _, w := range strings.Fields(phrase) {
			found = both(found, x.having(w, false))
		}
		for name := range found {
			if !strings.Contains(x.texts[name], " "+phrase+" ") {
				delete(found, name)
			}
		}
	}
	names := make([]string, 0, len(found))
	for name := range found {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if found[a] != found[b] {
			return found[b] - found[a]
		}
		return strings.Compare(a, b)
	})
	return names
}

// having returns the documents with a word, or with a word that begins so, and how often.
func (x *Index) having(word string, beginning bool) map[string]int {
	count := map[string]int{}
	for name, n := range x.postings[word] {
		count[name] += n
	}
	if !beginning {
		return count
	}
	if x.words == nil {
		x.words = make([]string, 0, len(x.postings))
		for w := range x.postings {
			x.words = append(x.words, w)
		}
		slices.Sort(x.words)
	}
	from, _ := slices.BinarySearch(x.words, word)
	for _, w := range x.words[from:] {
		if !strings.HasPrefix(w, word) {
			break
		}
		if w == word {
			continue
		}
		for name, n := range x.postings[w] {
			count[name] += n
		}
	}
	return count
}

// both keeps the documents that are in each, with their counts added. A nil first is every document.
func both(a, b map[string]int) map[string]int {
	if a == nil {
		return b
	}
	kept := map[string]int{}
	for name, n := range a {
		if m, ok := b[name]; ok {
			kept[name] = n + m
		}
	}
	return kept
}

// parse splits a query into its words and its phrases in quotes, folded.
func parse(query string) (loose, phrases []string) {
	for i, piece := range strings.Split(query, `"`) {
		words := Words(piece)
		if i%2 == 1 && len(words) > 0 {
			phrases = append(phrases, strings.Join(words, " "))
			continue
		}
		loose = append(loose, words...)
	}
	return loose, phrases
}

// Words returns the words of a text in order, folded: "Siân's M-2026-04" is sians, m, 2026, 04.
func Words(text string) []string {
	return strings.FieldsFunc(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Fold makes writings of the same word the same: no case, no accents, no apostrophes. ø, ł, đ, ı and ß, which are letters
// of their own and not accented ones, become what people without them type.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch r {
		case '\'', '’', '‘', '`', 'ʼ':
		case 'ø':
			b.WriteByte('o')
		case 'ł':
			b.WriteByte('l')
		case 'đ', 'ð':
			b.WriteByte('d')
		case 'ı':
			b.WriteByte('i')
		case 'ß':
			b.WriteString("ss")
		case 'æ':
			b.WriteString("ae")
		case 'œ':
			b.WriteString("oe")
		default:
			if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
