package returns

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A LogRow is one paper of the sharing log.
type LogRow struct {
	ID     string
	Cells  []parts.Cell
	Hash   string // of the file, whole
	Detail string // what it held, in a sentence

	search string // folded
}

// logRows sets out the papers, newest first.
func logRows(r *book.Reading, papers []data.Paper, zone *time.Location) ([]LogRow, error) {
	meetings, err := r.Meetings.All()
	if err != nil {
		return nil, err
	}
	about := map[data.ID]string{}
	for _, m := range meetings {
		about[data.ID(m.ID)] = m.Heading()
	}
	bodies, err := r.Bodies.All()
	for _, b := range bodies {
		about[data.ID(b.ID)] = b.Name
	}
	var rows []LogRow
	for _, p := range slices.Backward(papers) {
		rows = append(rows, logRow(p, about[p.Subject], zone))
	}
	return rows, err
}

func logRow(p data.Paper, about string, zone *time.Location) LogRow {
	made := p.Made.In(zone)
	quiet := func(text, sub string) parts.Cell { return parts.Cell{Text: text, Sub: sub, Tone: parts.Quiet} }
	held, people := "–", "–"
	if p.People > 0 {
		people = fmt.Sprint(p.People)
	}
	if len(p.Columns) > 0 {
		held = data.NumberOf(len(p.Columns), "column", "columns")
	}
	row := LogRow{ID: string(p.ID), Hash: p.Hash, Detail: logDetail(p), Cells: []parts.Cell{
		{Text: data.Capital(string(p.Kind)), Sub: about, Bold: true},
		quiet(fmt.Sprintf("v%d", p.Version), ""),
		quiet(data.DateOf(made).Short(), data.TimeOf(made).String()),
		quiet(orElse(p.To, "–"), p.File),
		quiet(held, strings.Join(p.Columns, ", ")),
		quiet(people, ""), quiet(p.Hash[:min(len(p.Hash), 8)], ""),
	}}
	words := []string{p.Hash, data.DateOf(made).String(), row.Detail}
	for _, c := range row.Cells {
		words = append(words, c.Text, c.Sub)
	}
	row.search = data.Fold(strings.Join(words, " "))
	return row
}

// logDetail is "15 rows about 15 people, with no, class, first, last. The file asks for a passphrase."
func logDetail(p data.Paper) string {
	words := data.NumberOf(p.Rows, "row", "rows")
	if p.People > 0 {
		words += " about " + data.NumberOf(p.People, "person", "people")
	}
	if len(p.Columns) > 0 {
		words += ", with " + strings.Join(p.Columns, ", ")
	}
	words += "."
	if p.Locked {
		words += " The file asks for a passphrase."
	}
	return words
}

// Narrow leaves those papers in the log that have all of the words somewhere: in what it was, when, to whom, the file's
// name, its columns or its hash.
func (m *Model) Narrow(words string) {
	m.LogWords = words
	m.narrow()
}

func (m *Model) narrow() {
	wanted := strings.Fields(data.Fold(m.LogWords))
	m.Log = nil
	for _, row := range m.log {
		if !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(row.search, w) }) {
			m.Log = append(m.Log, row)
		}
	}
}

// LogRow returns the paper of that id, and false where the log does not show it.
func (m *Model) LogRow(id string) (LogRow, bool) {
	i := slices.IndexFunc(m.Log, func(r LogRow) bool { return r.ID == id })
	if i < 0 {
		return LogRow{}, false
	}
	return m.Log[i], true
}

// exportedWords say what was exported: "Delegate return, version 2, exported as return.xlsx. It is yours to send."
func exportedWords(p data.Paper) string {
	words := fmt.Sprintf("%s, version %d, exported", data.Capital(string(p.Kind)), p.Version)
	if p.File != "" {
		words += " as " + p.File
	}
	return words + ". It is yours to send."
}
