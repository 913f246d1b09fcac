package page

import (
	"bytes"
	"embed"
	"fmt"
	"unicode"

	"github.com/go-text/typesetting/di"
	letterform "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// The typefaces a PDF is set in, all under the SIL Open Font License (fonts/OFL.txt).
//
//go:embed fonts/*.ttf
var typefaces embed.FS

const (
	upright  = "NotoSans-Regular"
	heavy    = "NotoSans-Bold"
	sloping  = "NotoSans-Italic"
	headline = "NotoSerif-Bold"
)

// otherScripts are tried in turn for a letter that the European typefaces do not have. Each has only an upright cut.
var otherScripts = []string{
	"NotoNaskhArabic-Regular", "NotoSansBengali-Regular", "NotoSansDevanagari-Regular", "NotoSansGurmukhi-Regular",
	"NotoSansGujarati-Regular", "NotoSansTamil-Regular", "NotoSansHebrew-Regular",
}

// A face is one typeface, read.
type face struct {
	name  string
	file  []byte
	outer *letterform.Face
	em    float64
}

func (f *face) has(r rune) bool {
	_, ok := f.outer.NominalGlyph(r)
	return ok
}

// ratio is how much larger a face is set, to look as large as its neighbours: Arabic letters are small in their square.
func (f *face) ratio() float64 {
	if f.name == otherScripts[0] {
		return 1.25
	}
	return 1
}

// breadth is the breadth of text at one point, letter by letter.
func (f *face) breadth(s string) float64 {
	var sum float64
	for _, r := range s {
		if g, ok := f.outer.NominalGlyph(r); ok {
			sum += float64(f.outer.HorizontalAdvance(g))
		}
	}
	return sum / f.em
}

// A typecase holds the faces that a document has used so far.
type typecase struct {
	faces  map[string]*face
	shaper shaping.HarfbuzzShaper
	err    error // the first face that could not be read
}

func (c *typecase) face(name string) *face {
	if f := c.faces[name]; f != nil {
		return f
	}
	f := &face{name: name}
	var err error
	if f.file, err = typefaces.ReadFile("fonts/" + name + ".ttf"); err == nil {
		f.outer, err = letterform.ParseTTF(bytes.NewReader(f.file))
	}
	if err != nil {
		c.err = fmt.Errorf("page: the typeface %s: %w", name, err)
		if name != upright {
			return c.face(upright)
		}
		panic(c.err) // the program was built without its letters
	}
	f.em = float64(f.outer.Upem())
	if c.faces == nil {
		c.faces = make(map[string]*face)
	}
	c.faces[name] = f
	return f
}

// faceFor returns the face for a letter: the one wanted, else the one in use, else the first of the others that has it.
func (c *typecase) faceFor(r rune, wanted, now *face) *face {
	if wanted.has(r) {
		if now != nil && now != wanted && now.has(r) && !unicode.IsLetter(r) {
			return now // a digit or a sign within a word of another script
		}
		return wanted
	}
	if now != nil && now.has(r) {
		return now
	}
	if r < 0x0590 { // below Hebrew: no other face has what the European ones lack
		return nil
	}
	for _, name := range otherScripts {
		if f := c.face(name); f.has(r) {
			return f
		}
	}
	return nil
}

// A glyph is an outline at its place, for one point of size, from the left end of its word's line.
type glyph struct {
	x, y    float64
	outline letterform.GlyphOutline
}

// shaped joins and places the letters of a word as its script asks, and returns its breadth at one point.
func (c *typecase) shaped(word string, f *face, right bool) ([]glyph, float64) {
	letters := []rune(word)
	in := shaping.Input{
		Text: letters, RunEnd: len(letters), Face: f.outer, Size: 1000 << 6, Script: scriptIn(letters), Language: "und",
		Direction: di.DirectionLTR,
	}
	if right {
		in.Direction = di.DirectionRTL
	}
	var out []glyph
	var pen float64
	for _, g := range c.shaper.Shape(in).Glyphs {
		if o, ok := f.outer.GlyphData(g.GlyphID).(letterform.GlyphOutline); ok {
			out = append(out, glyph{x: pen + points(g.XOffset), y: points(g.YOffset), outline: o})
		}
		pen += points(g.Advance)
	}
	return out, pen
}

// points turns the shaper's measure, in 64ths for a size of 1000, into that for one point.
func points[T ~int32](v T) float64 { return float64(v) / 64 / 1000 }

func scriptIn(letters []rune) language.Script {
	for _, r := range letters {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited {
			return s
		}
	}
	return language.Latin
}

// silent says whether a letter shows nothing of itself: joiners, direction marks, soft hyphens, variation selectors.
func silent(r rune) bool {
	return r == '\u00ad' || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
