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
	ID    string
	Cells []parts.Cell
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
	hash := p.Hash
	if len(hash) > 8 {
		hash = hash[:8]
	}
	return LogRow{ID: string(p.ID), Cells: []parts.Cell{
		{Text: data.Capital(string(p.Kind)), Sub: about, Bold: true},
		quiet(fmt.Sprintf("v%d", p.Version), ""),
		quiet(data.DateOf(made).Short(), data.TimeOf(made).String()),
		quiet(orDash(p.To), p.File),
		quiet(held, strings.Join(p.Columns, ", ")),
		quiet(people, ""), quiet(hash, ""),
	}}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// exportedWords say what was exported: "Delegate return, version 2, exported as return.xlsx. It is yours to send."
func exportedWords(p data.Paper) string {
	words := fmt.Sprintf("%s, version %d, exported", data.Capital(string(p.Kind)), p.Version)
	if p.File != "" {
		words += " as " + p.File
	}
	return words + ". It is yours to send."
}
