package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode returns the file's text, and the name of the encoding it was in. It never fails: what no encoding explains is
// read as Windows-1252, in which every British spreadsheet has written since 1993.
func decode(content []byte) (text, name string) {
	switch {
	case bytes.HasPrefix(content, []byte("\xef\xbb\xbf")):
		return decodeWith(unicode.UTF8, content[3:]), "UTF-8"
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), content[2:]), "UTF-16"
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), content[2:]), "UTF-16"
	}
	if order, ok := wide(content); ok {
		return decodeWith(unicode.UTF16(order, unicode.IgnoreBOM), content), "UTF-16"
	}
	if utf8.Valid(content) || cutShort(content) {
		return strings.ToValidUTF8(string(content), "\ufffd"), "UTF-8"
	}
	// Excel for Mac's "CSV (Macintosh)" is known by its line ends.
	if bytes.IndexByte(content, '\r') >= 0 && bytes.IndexByte(content, '\n') < 0 {
		return decodeWith(charmap.Macintosh, content), "Mac Roman"
	}
	return decodeWith(charmap.Windows1252, content), "Windows-1252"
}

func decodeWith(e encoding.Encoding, content []byte) string {
	out, err := e.NewDecoder().Bytes(content)
	if err != nil {
		return string(bytes.ToValidUTF8(content, []byte("\ufffd")))
	}
	return string(out)
}

// wide recognises UTF-16 without a mark: in text that is mostly Latin, every other byte is zero.
func wide(content []byte) (unicode.Endianness, bool) {
	head := content[:min(len(content), 2048)&^1]
	var even, odd int
	for i := 0; i+1 < len(head); i += 2 {
		if head[i] == 0 && head[i+1] != 0 {
			even++
		}
		if head[i] != 0 && head[i+1] == 0 {
			odd++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs >= 4 && odd*10 >= pairs*8 && even == 0:
		return unicode.LittleEndian, true
	case pairs >= 4 && even*10 >= pairs*8 && odd == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// cutShort says whether content is UTF-8 but for a last character that was cut in two.
func cutShort(content []byte) bool {
	for n := 1; n < utf8.UTFMax && n < len(content); n++ {
		head, tail := content[:len(content)-n], content[len(content)-n:]
		if utf8.RuneStart(tail[0]) {
			return tail[0] >= utf8.RuneSelf && !utf8.FullRune(tail) && !ascii(head) && utf8.Valid(head)
		}
	}
	return false
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// A separator stands between the cells of a line; 0 is a file of one column.
var separators = []struct {
	sep  rune
	name string
}{{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}, {0, "one column"}}

func readText(content []byte, choice Choice) (Table, error) {
	text, encodingName := decode(content)
	sep, separatorName := separatorOf(&text)
	rows, err := split(text, sep, maxRows, maxCells)
	if err != nil {
		return Table{}, tooLarge(err)
	}
	t, err := layOut(rows, choice)
	t.How = fmt.Sprintf("%s, %s", separatorName, encodingName)
	if err != nil && t.Rows == nil {
		t = Table{}
	}
	return t, err
}

// separatorOf finds out what separates the cells: the separator that gives the most headings that are known, else the
// one that cuts the most rows alike. It takes Excel's "sep=;" line off the text, which no spreadsheet shows as a row.
func separatorOf(text *string) (rune, string) {
	first, rest, _ := strings.Cut(strings.TrimPrefix(*text, "\ufeff"), "\n")
	if said, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, "\r")), "sep="); ok {
		for _, s := range separators {
			if said == string(s.sep) {
				*text = rest
				return s.sep, s.name
			}
		}
	}
	best, bestScore := separators[len(separators)-1], 0
	for _, s := range separators {
		// The limits are far above a sample's needs; a sample that exceeds them is judged on what was read.
		rows, _ := split(sample(*text), s.sep, 200, 50_000)
		if score := likeness(rows, s.sep == 0); score > bestScore {
			best, bestScore = s, score
		}
	}
	return best.sep, best.name
}

// sample returns the start of the text, enough to judge it by.
func sample(text string) string {
	const enough = 64 << 10
	if len(text) <= enough {
		return text
	}
	return text[:enough]
}

// likeness scores how much a way of cutting the rows makes a table of them.
func likeness(rows []Row, oneColumn bool) int {
	for i := range rows {
		rows[i].Cells = trimRight(rows[i].Cells)
	}
	rows = filled(rows)
	at, known := findHeadings(rows)
	if at >= 0 {
		// A single heading with a separator below it ("Name", then "Smith, Jane") is a file of one column.
		if len(rows[at].Cells) == 1 && !oneColumn {
			return 0
		}
		return 1000*known + 1
	}
	widths := map[int]int{}
	for _, r := range rows {
		widths[len(r.Cells)]++
	}
	most := 0
	for width, n := range widths {
		if width > 1 && n*2 > len(rows) {
			most = max(most, 100*n/len(rows))
		}
	}
	return most
}
