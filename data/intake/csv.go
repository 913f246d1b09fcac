package intake

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// splitter cuts text into rows and cells as spreadsheets do, and more kindly: a quote that is never closed, or that
// stands in the middle of a cell, costs that cell its quotes and not the file its remaining rows, which is what
// encoding/csv's LazyQuotes would let it swallow.
type splitter struct {
	text string
	at   int
	sep  string // "" for a file of one column
}

// A quoted cell longer than this was not meant to be one.
const (
	maxQuoted = 64 << 10
	maxLines  = 200
)

// split cuts text at sep (0 for none) into rows, each with its number. It returns what it has read and an ErrTooLarge
// when there are more rows or cells than the limits.
func split(text string, sep rune, rowLimit, cellLimit int) ([]Row, error) {
	s := splitter{text: strings.TrimPrefix(text, "\ufeff")}
	if sep != 0 {
		s.sep = string(sep)
	}
	var rows []Row
	cells := 0
	for number := 1; s.at < len(s.text); number++ {
		row := s.row(cellLimit - cells)
		cells += len(row)
		if len(rows) >= rowLimit || cells >= cellLimit {
			return rows, fmt.Errorf("row %d, %d cells: %w", number, cells, ErrTooLarge)
		}
		rows = append(rows, Row{Number: number, Cells: row})
	}
	return rows, nil
}

// row reads one row, and passes its line end.
func (s *splitter) row(limit int) []string {
	var cells []string
	for len(cells) < limit {
		cells = append(cells, s.cell())
		if s.sep == "" || !strings.HasPrefix(s.text[s.at:], s.sep) {
			break
		}
		s.at += len(s.sep)
	}
	switch rest := s.text[s.at:]; {
	case strings.HasPrefix(rest, "\r\n"):
		s.at += 2
	case rest != "" && (rest[0] == '\n' || rest[0] == '\r'):
		s.at++
	}
	return cells
}

// cell reads one cell, up to the separator or line end behind it.
func (s *splitter) cell() string {
	quoted := s.at
	for quoted < len(s.text) && s.text[quoted] == ' ' {
		quoted++
	}
	if quoted < len(s.text) && s.text[quoted] == '"' {
		if value, end, ok := s.quoted(quoted + 1); ok {
			s.at = end
			return value
		}
	}
	start := s.at
	for s.at < len(s.text) && !s.endsCell(s.at) {
		_, size := utf8.DecodeRuneInString(s.text[s.at:])
		s.at += size
	}
	return s.text[start:s.at]
}

// quoted reads a quoted cell from behind its first quote. A quote inside that is not doubled is kept as it is, as long
// as the cell closes on the same line.
func (s *splitter) quoted(start int) (value string, end int, ok bool) {
	var b strings.Builder
	lines, stray := 1, false
	limit := min(len(s.text), start+maxQuoted)
	for i := start; i < limit; i++ {
		switch c := s.text[i]; {
		case c == '\n' || c == '\r':
			if stray || lines > maxLines {
				return "", 0, false
			}
			lines++
			b.WriteByte(c)
		case c != '"':
			b.WriteByte(c)
		case i+1 < len(s.text) && s.text[i+1] == '"':
			b.WriteByte('"')
			i++
		default:
			after := i + 1
			for after < len(s.text) && s.text[after] == ' ' {
				after++
			}
			if after == len(s.text) || s.endsCell(after) {
				return b.String(), after, true
			}
			if lines > 1 {
				return "", 0, false
			}
			stray = true
			b.WriteByte('"')
		}
	}
	return "", 0, false
}

func (s *splitter) endsCell(at int) bool {
	return s.text[at] == '\n' || s.text[at] == '\r' || s.sep != "" && strings.HasPrefix(s.text[at:], s.sep)
}
