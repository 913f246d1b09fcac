package page

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A manner is how letters look on a PDF page. Sizes are in points.
type manner struct {
	face   string
	size   float64
	colour string
}

// An atom is a word, a part of one, or a space, in one face and one direction.
type atom struct {
	text          string
	face          *face
	size, breadth float64
	colour        string
	glyphs        []glyph // where the letters must be joined or stacked; else empty
	right         bool    // written from right to left
	space, ends   bool    // ends: a line break
	struck, added bool
	bold          bool // thickened, where the face has no bold cut
}

// like says whether two neighbours may be set as one.
func (a atom) like(b atom) bool {
	return a.glyphs == nil && b.glyphs == nil && a.face == b.face && a.size == b.size && a.colour == b.colour &&
		a.struck == b.struck && a.added == b.added && !a.right && !b.right
}

// atoms splits runs into what lines are made of, and notes the words that there are no letters for.
func (c *composer) atoms(runs []Run, m manner) []atom {
	var out []atom
	for _, r := range runs {
		look := m
		switch {
		case m.face != upright:
		case r.Bold:
			look.face = heavy
		case r.Italic:
			look.face = sloping
		}
		text := norm.NFC.String(clean(r.Text))
		for text != "" {
			at := strings.IndexFunc(text, breaks)
			switch {
			case at < 0:
				at = len(text)
				fallthrough
			case at > 0:
				out = append(out, c.word(text[:at], look, r)...)
				text = text[at:]
				continue
			}
			if text[0] == '\n' {
				out = append(out, atom{ends: true})
			} else {
				out = append(out, c.simple(" ", c.face(look.face), look, r))
			}
			text = text[1:]
		}
	}
	return out
}

// breaks says whether a line may be broken at r. A no-break space is part of its word.
func breaks(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// simple is text set letter by letter.
func (c *composer) simple(text string, f *face, m manner, r Run) atom {
	return atom{
		text: text, face: f, size: m.size, colour: m.colour, breadth: f.breadth(text) * m.size, space: text == " ",
		struck: r.Struck, added: r.Added,
	}
}

// word splits a word where its face or its direction changes.
func (c *composer) word(word string, m manner, r Run) []atom {
	var out []atom
	wanted := c.face(m.face)
	var part strings.Builder
	var now *face
	right, stacked := false, false
	end := func() {
		if part.Len() == 0 {
			return
		}
		look := m
		look.size *= now.ratio()
		a := c.simple(part.String(), now, look, r)
		if stacked || now != wanted {
			a.glyphs, a.breadth = c.shaped(a.text, now, right)
			a.breadth *= look.size
			a.bold = now != wanted && m.face != upright && m.face != sloping
		}
		a.right = right
		out = append(out, a)
		part.Reset()
		stacked = false
	}
	for _, l := range word {
		if silent(l) && (now == nil || now == wanted || !now.has(l)) {
			continue
		}
		f := c.faceFor(l, wanted, now)
		if f == nil {
			c.lacking(word)
			continue
		}
		leftward, _, strong := scriptOf(l)
		switch {
		case !strong && right && wanted.has(l) && !unicode.IsDigit(l):
			f = wanted // a comma after a name is the text's around it
		case !strong && f != wanted:
			leftward = right
		}
		if f != now || leftward != right {
			end()
			now, right = f, leftward
		}
		stacked = stacked || unicode.Is(unicode.Mn, l) || l > 0xffff
		part.WriteRune(l)
	}
	end()
	return out
}

// lacking notes a word that cannot be printed, once.
func (c *composer) lacking(word string) {
	if !c.noted[word] {
		c.noted[word] = true
		c.missing = append(c.missing, word)
	}
}

// rows breaks atoms into lines no broader than width. There is always one.
func (c *composer) rows(in []atom, width float64) [][]atom {
	var out [][]atom
	var row []atom
	used := 0.0
	end := func() {
		for len(row) > 0 && row[len(row)-1].space {
			row = row[:len(row)-1]
		}
		out, row, used = append(out, row), nil, 0
	}
	for i := 0; i < len(in); {
		if in[i].ends {
			end()
			i++
			continue
		}
		j, breadth := i+1, in[i].breadth
		for ; !in[i].space && j < len(in) && !in[j].space && !in[j].ends; j++ {
			breadth += in[j].breadth
		}
		word := in[i:j]
		i = j
		if used+breadth > width && !word[0].space && used > 0 {
			end()
		}
		if breadth > width {
			word = c.cut(word, width, func(part []atom) {
				row = part
				end()
			})
			breadth = breadthOf(word)
		}
		if word == nil || word[0].space && used == 0 && len(out) > 0 {
			continue // a line does not begin with a space
		}
		row, used = append(row, word...), used+breadth
	}
	end()
	return out
}

// cut breaks a word that is broader than a line between its letters, hands out the full lines and returns the rest.
func (c *composer) cut(word []atom, width float64, full func([]atom)) []atom {
	var row []atom
	used := 0.0
	for _, a := range word {
		for _, letter := range letters(a.text) {
			m := manner{face: a.face.name, size: a.size, colour: a.colour}
			for _, b := range c.word(letter, m, Run{Struck: a.struck, Added: a.added}) {
				b.bold = a.bold
				if used+b.breadth > width && used > 0 {
					full(row)
					row, used = nil, 0
				}
				row, used = append(row, b), used+b.breadth
			}
		}
	}
	return row
}

// letters splits text into letters with the marks upon them.
func letters(s string) []string {
	var out []string
	for _, r := range s {
		if unicode.Is(unicode.M, r) && len(out) > 0 {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
	}
	return out
}

func breadthOf(row []atom) float64 {
	var sum float64
	for _, a := range row {
		sum += a.breadth
	}
	return sum
}

// visual puts a line's atoms in the order in which they stand from left to right: what runs the other way than the
// paragraph is turned round, with the spaces inside it.
func visual(row []atom, rightward bool) []atom {
	out := make([]atom, 0, len(row))
	for i := 0; i < len(row); {
		if row[i].right == rightward || row[i].space {
			out = append(out, row[i])
			i++
			continue
		}
		last := i // the last atom that runs the other way
		for j := i; j < len(row) && (row[j].right != rightward || row[j].space); j++ {
			if !row[j].space {
				last = j
			}
		}
		for k := last; k >= i; k-- {
			out = append(out, row[k])
		}
		i = last + 1
	}
	if rightward {
		for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
			out[i], out[j] = out[j], out[i]
		}
	}
	return out
}
