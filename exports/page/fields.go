package page

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// A fieldParagraph is a paragraph of a template: where it stands in its part, and its texts, over which Word may have
// spread a field.
type fieldParagraph struct {
	from, to int
	texts    []fieldText
}

// A fieldText is one text of a paragraph: where its letters stand in the part, and what they say.
type fieldText struct {
	from, to int
	says     string
}

// A namedSpan is a field in the words of a paragraph.
type namedSpan struct {
	from, to int // in the words
	name     string
}

var errPrefix = errors.New("page: the document is not in the usual form of Word")

// paragraphsIn finds the paragraphs of a part, those in text boxes before the ones around them.
func paragraphsIn(content []byte) ([]fieldParagraph, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	var open, done []fieldParagraph
	depth := 0 // inside a w:t
	for {
		before := int(d.InputOffset())
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := usual(token); err != nil {
				return nil, err
			}
			switch {
			case is(token.Name, "p"):
				open = append(open, fieldParagraph{from: before})
			case is(token.Name, "t"):
				depth++
			}
		case xml.EndElement:
			switch {
			case is(token.Name, "t"):
				depth--
			case is(token.Name, "p") && len(open) > 0:
				last := open[len(open)-1]
				last.to = int(d.InputOffset())
				open, done = open[:len(open)-1], append(done, last)
			}
		case xml.CharData:
			if depth > 0 && len(open) > 0 {
				p := &open[len(open)-1]
				p.texts = append(p.texts, fieldText{before, int(d.InputOffset()), string(token)})
			}
		case xml.Directive:
			return nil, errPrefix // Word writes no document type
		}
	}
	if len(open) > 0 || depth != 0 {
		return nil, io.ErrUnexpectedEOF
	}
	return done, nil
}

func is(n xml.Name, local string) bool { return n.Space == wordNamespace && n.Local == local }

// usual refuses a part that calls Word's elements by another prefix, since what is set into it calls them w.
func usual(e xml.StartElement) error {
	for _, a := range e.Attr {
		if a.Name.Space == "xmlns" && (a.Name.Local == "w") != (a.Value == wordNamespace) {
			return errPrefix
		}
	}
	return nil
}

// words is what the paragraph says.
func (p fieldParagraph) words() string {
	var b strings.Builder
	for _, t := range p.texts {
		b.WriteString(t.says)
	}
	return b.String()
}

// fields are the fields in the words of the paragraph.
func (p fieldParagraph) fields() []namedSpan {
	words := p.words()
	var out []namedSpan
	for _, at := range namedField.FindAllStringSubmatchIndex(words, -1) {
		out = append(out, namedSpan{at[0], at[1], strings.ToLower(words[at[2]:at[3]])})
	}
	return out
}

// isBody says whether the paragraph is the place of the body, and nothing else.
func (p fieldParagraph) isBody() bool {
	f := p.fields()
	return len(f) == 1 && f[0].name == BodyField && strings.TrimSpace(p.words()[:f[0].from]+p.words()[f[0].to:]) == ""
}

// An edit puts other markup in place of some of a part.
type edit struct {
	from, to int
	with     string
}

// filledIn puts values in place of fields, and the body in place of its paragraph.
func filledIn(content []byte, values map[string]string, body string) string {
	paragraphs, err := paragraphsIn(content)
	if err != nil {
		return string(content) // it was read before
	}
	var edits []edit
	for _, p := range paragraphs {
		if p.isBody() {
			edits = append(edits, edit{p.from, p.to, body})
			continue
		}
		edits = append(edits, p.edits(values)...)
	}
	return edited(string(content), edits)
}

// edits puts the value of each field where it begins, and takes the rest of it out of the texts that it is spread over.
func (p fieldParagraph) edits(values map[string]string) []edit {
	fields := p.fields()
	if len(fields) == 0 {
		return nil
	}
	var out []edit
	at := 0
	for _, t := range p.texts {
		end := at + len(t.says)
		said, changed, from := "", false, at
		for _, f := range fields {
			if f.to <= at || f.from >= end {
				continue
			}
			changed = true
			if f.from >= at {
				said += t.says[from-at:f.from-at] + clean(values[f.name])
			}
			from = min(f.to, end)
		}
		if changed {
			out = append(out, edit{t.from, t.to, lineBroken(said + t.says[from-at:])})
		}
		at = end
	}
	return out
}

// lineBroken escapes the text of a w:t, in one of its own that keeps the spaces at its ends; a line break in a value becomes
// Word's.
func lineBroken(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = escaped(l)
	}
	return `</w:t><w:t xml:space="preserve">` + strings.Join(lines, `</w:t><w:br/><w:t xml:space="preserve">`)
}

// edited makes edits that do not overlap.
func edited(content string, edits []edit) string {
	var b strings.Builder
	at := 0
	slices.SortFunc(edits, func(a, b edit) int { return a.from - b.from })
	for _, e := range edits {
		if e.from < at {
			continue // inside one that was made
		}
		b.WriteString(content[at:e.from] + e.with)
		at = e.to
	}
	return b.String() + content[at:]
}
