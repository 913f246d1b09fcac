package page

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// BodyField is where a template has the document itself.
const BodyField = "body"

// How much a template may unpack to. A real one of a page with a logo is a hundredth of it.
const (
	mostParts    = 300
	mostUnpacked = 16 << 20
)

// The reasons why a template is not taken.
var (
	ErrNotTemplate = errors.New("page: not a Word document that can be a template")
	ErrMacros      = errors.New("page: the template has macros, or parts that run or load something")
	ErrTooLarge    = errors.New("page: the template unpacks to too much")
	ErrNoBody      = errors.New("page: the template has no {{body}} in a paragraph of its own")
)

// A Template is a Word document with named fields, such as {{branch}}, that a document is set into at {{body}}. The zero
// Template is none.
type Template struct {
	parts []templatePart
	names []string // of the fields, {{body}} apart
	width int      // of the text, in twentieths of a point
}

type templatePart struct {
	name    string
	content []byte
}

// IsZero says whether there is no template.
func (t Template) IsZero() bool { return t.parts == nil }

// Fields are the names of the fields in the template, in order of the alphabet, {{body}} apart.
func (t Template) Fields() []string { return slices.Clone(t.names) }

// ReadTemplate reads a .docx file. The error wraps one of ErrNotTemplate, ErrMacros, ErrTooLarge and ErrNoBody. A template
// that holds macros, embedded objects or links that load something from elsewhere is refused: papers hold none.
func ReadTemplate(file []byte) (Template, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return Template{}, fmt.Errorf("%w: %w", ErrNotTemplate, err)
	}
	if len(z.File) > mostParts {
		return Template{}, ErrTooLarge
	}
	var t Template
	room := int64(mostUnpacked)
	for _, f := range z.File {
		content, err := unpacked(f, room)
		if err != nil {
			return Template{}, err
		}
		room -= int64(len(content))
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if slices.ContainsFunc(t.parts, func(p templatePart) bool { return p.name == f.Name }) {
			return Template{}, fmt.Errorf("two parts called %s: %w", f.Name, ErrNotTemplate)
		}
		t.parts = append(t.parts, templatePart{f.Name, content})
	}
	if err := t.safe(); err != nil {
		return Template{}, err
	}
	return t, t.survey()
}

// unpacked reads a part, and no more of it than there is room for, whatever it says of its own size.
func unpacked(f *zip.File, room int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotTemplate, err)
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, room+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrNotTemplate, err)
	case int64(len(content)) > room:
		return nil, ErrTooLarge
	}
	return content, nil
}

func (t Template) part(name string) []byte {
	for _, p := range t.parts {
		if p.name == name {
			return p.content
		}
	}
	return nil
}

// safe refuses what runs or loads something: macros, embedded objects, and pictures or templates from elsewhere. A link
// that somebody may click is none of these.
func (t Template) safe() error {
	types := string(t.part("[Content_Types].xml"))
	switch {
	case types == "" || t.part("word/document.xml") == nil || t.part("word/styles.xml") == nil:
		return ErrNotTemplate
	case strings.Contains(types, "macroEnabled"):
		return ErrMacros
	}
	for _, p := range t.parts {
		name := strings.ToLower(p.name)
		if strings.Contains(name, "vba") || strings.Contains(name, "activex/") || strings.Contains(name, "embeddings/") {
			return ErrMacros
		}
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		var relations struct {
			All []struct {
				Type string `xml:"Type,attr"`
				Mode string `xml:"TargetMode,attr"`
			} `xml:"Relationship"`
		}
		if err := xml.Unmarshal(p.content, &relations); err != nil {
			return fmt.Errorf("%s: %w: %w", p.name, ErrNotTemplate, err)
		}
		for _, r := range relations.All {
			if strings.EqualFold(r.Mode, "External") && !strings.HasSuffix(r.Type, "/hyperlink") {
				return ErrMacros
			}
		}
	}
	return nil
}

// survey finds the fields and the breadth of the text, and that there is one place for the body.
func (t *Template) survey() error {
	bodies := 0
	seen := map[string]bool{}
	for _, p := range t.parts {
		if !t.hasFields(p.name) {
			continue
		}
		paragraphs, err := paragraphsIn(p.content)
		if err != nil {
			return fmt.Errorf("%s: %w: %w", p.name, ErrNotTemplate, err)
		}
		for _, para := range paragraphs {
			if para.isBody() {
				if p.name != "word/document.xml" || bytes.Contains(p.content[para.from:para.to], []byte("<w:sectPr")) {
					return ErrNoBody
				}
				bodies++
				continue
			}
			for _, f := range para.fields() {
				if f.name == BodyField {
					return ErrNoBody // with other words beside it
				}
				seen[f.name] = true
			}
		}
	}
	if bodies != 1 {
		return ErrNoBody
	}
	for name := range seen {
		t.names = append(t.names, name)
	}
	slices.Sort(t.names)
	if !strings.Contains(string(t.part("word/styles.xml")), "</w:styles>") {
		return ErrNotTemplate
	}
	t.width = breadthOfText(t.part("word/document.xml"))
	return nil
}

// hasFields says whether a part is one that people read.
func (t Template) hasFields(name string) bool {
	within, is := strings.CutPrefix(name, "word/")
	return is && strings.HasSuffix(within, ".xml") &&
		(within == "document.xml" || strings.HasPrefix(within, "header") || strings.HasPrefix(within, "footer"))
}

var (
	pageSize   = regexp.MustCompile(`<w:pgSz\b[^>]*\bw:w="(\d{1,6})"`)
	leftEdge   = regexp.MustCompile(`<w:pgMar\b[^>]*\bw:left="(\d{1,6})"`)
	rightEdge  = regexp.MustCompile(`<w:pgMar\b[^>]*\bw:right="(\d{1,6})"`)
	namedField = regexp.MustCompile(`\{\{\s*([^{}]*?)\s*\}\}`)
)

// breadthOfText is how broad the text is between the margins of the last section; the house's own where it does not say.
func breadthOfText(document []byte) int {
	last := func(r *regexp.Regexp) int {
		all := r.FindAllSubmatch(document, -1)
		if len(all) == 0 {
			return 0
		}
		n, _ := strconv.Atoi(string(all[len(all)-1][1])) // digits alone
		return n
	}
	breadth := last(pageSize) - last(leftEdge) - last(rightEdge)
	if breadth < textWidth/3 || breadth > 3*textWidth {
		return textWidth
	}
	return breadth
}

// WriteInto writes the document into the template as a .docx file: the blocks at {{body}}, without a Masthead, and values in
// place of the other fields; a field without a value is left empty. Styles that the template has keep its look, and those
// that it lacks are added. The errors are WriteWord's; a Chart cannot be set into a template.
func WriteInto(out io.Writer, t Template, d Document, values map[string]string) error {
	d.Blocks = slices.DeleteFunc(slices.Clone(d.Blocks), func(b Block) bool { _, is := b.(Masthead); return is })
	if err := check(d.Blocks, false); err != nil {
		return err
	}
	lang := oneLine(d.Lang)
	if lang == "" {
		lang = "en-GB"
	}
	s, own := newSetter(d.Blocks), t.styles()
	s.whole, s.width, s.plainBullets = t.width, t.width, own.as["ListBullet"] == ""
	s.blocks(d.Blocks)
	if len(s.attached) > 0 {
		return fmt.Errorf("page: a chart set into a template: %w", ErrBlock)
	}
	var parts []part
	for _, p := range t.parts {
		content := string(p.content)
		switch {
		case t.hasFields(p.name):
			content = filledIn(p.content, values, own.called(s.String()))
		case p.name == "word/styles.xml":
			content = own.completed(content)
		case p.name == "docProps/core.xml":
			content = core(d, lang) // the template's names who made it
		case p.name == "[Content_Types].xml":
			content = strings.ReplaceAll(content, "wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml")
		}
		parts = append(parts, part{p.name, content})
	}
	return pack(out, parts, d.Created)
}
