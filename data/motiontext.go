package data

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A MotionParagraph is one paragraph of a motion: what stands between blank lines, or under a number of its own.
type MotionParagraph struct {
	// Place counts the paragraphs of the text from 1.
	Place int
	// Number is the number that was typed before it; 0 for none.
	Number int
	Text   string // without the number

	mark   string // what follows the number: "." or ")"
	tight  bool   // no blank line stood before it
	begins bool   // a list begins with it
}

// typedNumber is a number at the beginning of a line: "1. ", "2) ", "(3) ".
var typedNumber = regexp.MustCompile(`^\s*\(?(\d{1,3})([.)])\s+`)

// MotionParagraphs splits a text at its blank lines, and at lines that begin with the next number of a list. Lists may
// begin again at 1, as those of notes and resolves do. Other line breaks are kept.
func MotionParagraphs(text string) []MotionParagraph {
	var out []MotionParagraph
	number := 0
	for _, block := range Paragraphs(text) {
		fresh := true // no line of this block has been taken yet
		for line := range strings.SplitSeq(block, "\n") {
			n, mark, rest := leadingNumber(line)
			listed := n > 0 && (n == number+1 || n == 1)
			switch {
			case listed:
				number = n
				out = append(out, MotionParagraph{Number: n, Text: rest, mark: mark, tight: !fresh, begins: n == 1})
			case fresh:
				out = append(out, MotionParagraph{Text: line})
			default:
				out[len(out)-1].Text += "\n" + line
			}
			fresh = false
		}
	}
	for i := range out {
		out[i].Place = i + 1
	}
	return out
}

func leadingNumber(line string) (n int, mark, rest string) {
	found := typedNumber.FindStringSubmatch(line)
	if found == nil {
		return 0, "", line
	}
	n, _ = strconv.Atoi(found[1])
	return n, found[2], line[len(found[0]):]
}

// textOf joins paragraphs as MotionParagraphs split them, with the lists numbered anew.
func textOf(ps []MotionParagraph) string {
	var b strings.Builder
	last := 0
	for i, p := range ps {
		switch {
		case i == 0:
		case p.tight:
			b.WriteByte('\n')
		default:
			b.WriteString("\n\n")
		}
		if p.Number > 0 {
			if p.begins {
				last = 0
			}
			last++
			fmt.Fprintf(&b, "%d%s ", last, p.mark)
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// ParagraphName returns what people call the paragraph at a place: by the number that was typed before it, with its
// section where two lists have that number ("resolves 1"); else its place.
func ParagraphName(text string, place int) string {
	ps := MotionParagraphs(text)
	if place < 1 || place > len(ps) || !slices.ContainsFunc(ps, func(p MotionParagraph) bool { return p.Number > 0 }) {
		return strconv.Itoa(place)
	}
	p := ps[place-1]
	if p.Number == 0 {
		return strconv.Itoa(place) + " (unnumbered)"
	}
	name := strconv.Itoa(p.Number)
	same := 0
	for _, q := range ps {
		same += b2i(q.Number == p.Number)
	}
	if same == 1 {
		return name
	}
	for _, s := range Sections(text) {
		if s.Kind != FreeSection && place >= s.First && place <= s.Last {
			return string(s.Kind) + " " + name
		}
	}
	return strconv.Itoa(place) + " of the text"
}

// ParagraphCalled returns the place of the paragraph that somebody calls by a number or by ParagraphName's words.
// It is 0 when no paragraph is called so.
func ParagraphCalled(text, name string) int {
	ps := MotionParagraphs(text)
	wanted := Fold(name)
	for _, p := range ps {
		if Fold(ParagraphName(text, p.Place)) == wanted {
			return p.Place
		}
	}
	n, err := strconv.Atoi(wanted)
	if err != nil || n < 1 || n > len(ps) {
		return 0
	}
	for _, p := range ps {
		if p.Number == n {
			return p.Place
		}
	}
	return n
}

// SectionKind is which part of a motion a section is.
type SectionKind string

// The parts that motions are written in. FreeSection is text before the first of them, or without any.
const (
	FreeSection     SectionKind = ""
	NotesSection    SectionKind = "notes"
	BelievesSection SectionKind = "believes"
	ResolvesSection SectionKind = "resolves"
	MandatesSection SectionKind = "mandates"
)

// A Section is a run of paragraphs of a motion.
type Section struct {
	Kind SectionKind
	// First and Last are the places of its paragraphs.
	First, Last int
	Text        string
}

// sectionHead is how a paragraph begins a section: "This branch notes that", "Conference further resolves:", "Notes".
var sectionHead = regexp.MustCompile(`(?i)^\s*(?:and\s+)?(?:(?:this|the|that\s+this)\s+)?(?:[\w&'’-]+\s+){0,4}?(?:further|also|therefore|accordingly|hereby)?\s*\b(notes?|noting|believes?|believing|resolves?|resolving|mandates?|mandating)\b`)

// whose is what can stand before the verb of a section; a sentence such as "Our councillor notes" begins none.
var whose = regexp.MustCompile(`(?i)\b(branch|party|clp|gc|meeting|conference|union|committee|association|council|body|society|agm)\b`)

func sectionOf(paragraph string) SectionKind {
	found := sectionHead.FindStringSubmatchIndex(paragraph)
	if found == nil {
		return FreeSection
	}
	before := strings.TrimSpace(paragraph[:found[2]])
	first := strings.TrimSpace(paragraph[found[3]:])
	alone := before == "" && (first == "" || strings.HasPrefix(first, ":") || strings.HasPrefix(first, "that") || strings.HasPrefix(first, "to "))
	if !alone && !whose.MatchString(before) {
		return FreeSection
	}
	switch strings.ToLower(paragraph[found[2] : found[2]+3]) {
	case "not":
		return NotesSection
	case "bel":
		return BelievesSection
	case "res":
		return ResolvesSection
	}
	return MandatesSection
}

// Sections returns the parts of a motion's text, in order: a paragraph that begins "This branch notes", "Conference
// believes", "Resolves:" or "mandates" begins a part, which lasts until the next.
func Sections(text string) []Section {
	var out []Section
	for _, p := range MotionParagraphs(text) {
		kind := sectionOf(p.Text)
		if len(out) == 0 || kind != FreeSection && kind != out[len(out)-1].Kind {
			out = append(out, Section{Kind: kind, First: p.Place, Last: p.Place, Text: p.Text})
			continue
		}
		s := &out[len(out)-1]
		s.Last, s.Text = p.Place, s.Text+"\n\n"+p.Text
	}
	return out
}

// WordCount returns how many words a text has. The numbers of its paragraphs are not words, nor are dashes.
func WordCount(text string) int {
	n := 0
	for _, p := range MotionParagraphs(text) {
		for word := range strings.FieldsSeq(p.Text) {
			n += b2i(strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }))
		}
	}
	return n
}

// ContemporaryWords is how many words a contemporary motion to conference may have.
const ContemporaryWords = 250

// JudgeLength says how long a motion is, and whether that is too long for a contemporary motion to conference: "251
// words: at most 250 in a contemporary motion, one too many".
func (m Motion) JudgeLength() Finding {
	n := WordCount(m.CurrentText())
	f := Finding{Verdict: NumberOf(n, "word", "words")}
	if m.Kind != ContemporaryMotion {
		return f
	}
	f.Sum = fmt.Sprintf("at most %d in a contemporary motion", ContemporaryWords)
	f.Source = "Conference arrangements as published. Confirm with this year's."
	if over := n - ContemporaryWords; over > 0 {
		f.Sum += ", " + inWords(over, "", "")
		f.Sum = strings.TrimSpace(f.Sum) + " too many"
		f.Warning = true
	}
	return f
}
