package data

import (
	"strings"
	"unicode"
)

// MarkCorrection is MarkChanges for a correction of a few letters or figures: commas, brackets and full stops beside what
// changes stay unmarked.
func MarkCorrection(was, becomes string) []Run {
	before, after := words(was), words(becomes)
	head, tail := shared(before, after)
	var out marks
	out.add(Kept, strings.Join(before[:head], ""))
	from, to := strings.Join(before[head:len(before)-tail], ""), strings.Join(after[head:len(after)-tail], "")
	edged := strings.TrimSpace(from) != from || strings.TrimSpace(to) != to
	if edged || from == "" || to == "" {
		out.add(Removed, from)
		out.add(Added, to)
	} else {
		for _, r := range MarkChanges(from, to) {
			out.add(r.Kind, r.Text)
		}
	}
	out.add(Kept, strings.Join(before[len(before)-tail:], ""))
	return out
}

// marks are runs as they are put together.
type marks []Run

func (m *marks) add(as RunKind, text string) {
	switch n := len(*m); {
	case text == "":
	case n > 0 && (*m)[n-1].Kind == as:
		(*m)[n-1].Text += text
	default:
		*m = append(*m, Run{text, as})
	}
}

// NarrowChange returns the words of a text that a change of it alters, and what stands there instead: as few as say it
// once in the text. Both are "" when nothing changes.
func NarrowChange(was, becomes string) (from, to string) {
	if was == becomes {
		return "", ""
	}
	before, after := words(was), words(becomes)
	head, tail := shared(before, after)
	for left := true; head > 0 || tail > 0; left = !left {
		from = strings.Join(before[head:len(before)-tail], "")
		if strings.TrimSpace(from) != "" && strings.Count(was, from) == 1 {
			break
		}
		if left && head > 0 || tail == 0 {
			head--
		} else {
			tail--
		}
	}
	return strings.Join(before[head:len(before)-tail], ""), strings.Join(after[head:len(after)-tail], "")
}

// shared counts the words that two texts begin and end with alike.
func shared(a, b []string) (head, tail int) {
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

// words cuts a text into words, the spaces between them, and the marks that end a sentence or clause; joined again they
// are the text.
func words(s string) []string {
	var out []string
	start, last := 0, -1
	for i, r := range s {
		class := 0
		switch {
		case unicode.IsSpace(r):
			class = 1
		case strings.ContainsRune(".,;:!?()“”\"", r) && !inNumber(s, i):
			class = 2
		}
		if i > 0 && (class != last || class == 2) {
			out = append(out, s[start:i])
			start = i
		}
		last = class
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// inNumber says whether the mark at i stands between figures, as in £1,516.16 and 7.30pm.
func inNumber(s string, i int) bool {
	figure := func(at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }
	return figure(i-1) && figure(i+1)
}
