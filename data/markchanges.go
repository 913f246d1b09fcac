package data

import (
	"strings"
	"unicode"
)

// RunKind says what happened to a run of words between two texts.
type RunKind uint8

// The kinds of run.
const (
	Kept RunKind = iota
	Added
	Removed
)

// A Run is some words of a text that were all kept, all added or all taken out.
type Run struct {
	Text string
	Kind RunKind
}

// maxComparison bounds the table of MarkChanges: some 4,000 words against as many, which no motion has.
const maxComparison = 16 << 20

// aWord is a word of a text with the space behind it. Two are the same when their words are.
type aWord struct{ word, space string }

func wordsOf(text string) []aWord {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	var out []aWord
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			return append(out, aWord{word: text})
		}
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		out = append(out, aWord{text[:end], text[end : len(text)-len(rest)]})
		text = rest
	}
	return out
}

// MarkChanges returns a text with what was added to it and taken out of it since an earlier one, word by word. The
// kept and the added runs together are the later text; the kept and the removed, the words of the earlier. Where both
// happened, what was taken out comes first. One or two words that stayed between longer changes are marked with them,
// since a sentence that is mended in shreds cannot be read.
func MarkChanges(before, after string) []Run {
	a, b := wordsOf(before), wordsOf(after)
	start := 0
	for start < len(a) && start < len(b) && a[start].word == b[start].word {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end].word == b[len(b)-1-end].word {
		end++
	}
	changes := changesBetween(a[start:len(a)-end], b[start:len(b)-end])
	stretches := append([]stretch{{kept: pairs(a[:start], b[:start])}}, changes...)
	stretches = append(stretches, stretch{kept: pairs(a[len(a)-end:], b[len(b)-end:])})
	return runs(smooth(joinStretches(stretches)))
}

// A stretch is words that were kept, or words taken out with those that came instead.
type stretch struct {
	kept           [][2]aWord
	removed, added []aWord
}

func (s stretch) changed() int { return max(len(s.removed), len(s.added)) }

func pairs(a, b []aWord) [][2]aWord {
	out := make([][2]aWord, len(a))
	for i := range a {
		out[i] = [2]aWord{a[i], b[i]}
	}
	return out
}

// changesBetween compares by the longest common sequence of words.
func changesBetween(a, b []aWord) []stretch {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > maxComparison {
		return []stretch{{removed: a, added: b}}
	}
	width := len(b) + 1
	longest := make([]uint16, (len(a)+1)*width) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].word == b[j].word {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	var out []stretch
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].word == b[j].word:
			out = append(out, stretch{kept: [][2]aWord{{a[i], b[j]}}})
			i, j = i+1, j+1
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			out = append(out, stretch{removed: a[i : i+1]})
			i++
		default:
			out = append(out, stretch{added: b[j : j+1]})
			j++
		}
	}
	return append(out, stretch{removed: a[i:], added: b[j:]})
}

// joinStretches joins neighbours of one kind and drops what is empty.
func joinStretches(all []stretch) []stretch {
	var out []stretch
	for _, s := range all {
		if len(s.kept) == 0 && s.changed() == 0 {
			continue
		}
		if n := len(out); n > 0 && (len(out[n-1].kept) > 0) == (len(s.kept) > 0) {
			last := &out[n-1]
			last.kept = append(last.kept[:len(last.kept):len(last.kept)], s.kept...)
			last.removed = append(last.removed[:len(last.removed):len(last.removed)], s.removed...)
			last.added = append(last.added[:len(last.added):len(last.added)], s.added...)
			continue
		}
		out = append(out, s)
	}
	return out
}

// smooth marks one or two kept words with the changes on both sides, where those are longer and in the same paragraph.
func smooth(all []stretch) []stretch {
	for i := 1; i+1 < len(all); i++ {
		k := all[i].kept
		if len(k) == 0 || len(k) > 2 || len(k) >= all[i-1].changed() || len(k) >= all[i+1].changed() || breaks(k) || breaksWords(all[i-1]) {
			continue
		}
		for _, pair := range k {
			all[i].removed, all[i].added = append(all[i].removed, pair[0]), append(all[i].added, pair[1])
		}
		all[i].kept = nil
	}
	return joinStretches(all)
}

func breaks(kept [][2]aWord) bool {
	for _, p := range kept {
		if strings.Contains(p[0].space+p[1].space, "\n") {
			return true
		}
	}
	return false
}

// breaksWords says whether a paragraph ends with the change.
func breaksWords(s stretch) bool {
	ends := func(w []aWord) bool { return len(w) > 0 && strings.Contains(w[len(w)-1].space, "\n") }
	return ends(s.removed) || ends(s.added)
}

func runs(all []stretch) []Run {
	var out []Run
	put := func(kind RunKind, text string) {
		if text != "" {
			out = append(out, Run{text, kind})
		}
	}
	for _, s := range all {
		var kept strings.Builder
		for _, p := range s.kept {
			space := p[1].space
			if space == "" { // the later text ends here; what was taken out behind it must not stick to it
				space = p[0].space
			}
			kept.WriteString(p[1].word + space)
		}
		put(Kept, kept.String())
		removed := written(s.removed)
		if removed != "" && len(s.added) > 0 && s.removed[len(s.removed)-1].space == "" {
			removed += " "
		}
		put(Removed, removed)
		put(Added, written(s.added))
	}
	return out
}

func written(words []aWord) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.word + w.space)
	}
	return b.String()
}
