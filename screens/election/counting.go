package election

import (
	"fmt"
	"slices"

	"branchbook/screens/parts"
)

// counting is the table of a count in rounds or stages: a row for each nominee and one for what is not transferable, with
// the figure at the end of each. It is empty where one ballot decided.
func (m *Model) counting() (heads []string, rows [][]parts.Cell) {
	t := m.held.tally
	columns := m.columns()
	if len(columns) < 2 {
		return nil, nil
	}
	var lost []parts.Cell
	anyLost := false
	for _, col := range columns {
		heads = append(heads, col.head)
		lost = append(lost, parts.Cell{Text: col.lost, Tone: parts.Quiet})
		anyLost = anyLost || col.lost != ""
	}
	order := slices.Clone(t.Rounds[0].Standing)
	slices.SortStableFunc(order, func(a, b int) int { return t.Rounds[0].Votes[b] - t.Rounds[0].Votes[a] })
	for _, i := range order {
		row := []parts.Cell{{Text: m.called(i), Bold: slices.Contains(t.Elected, i)}}
		for _, col := range columns {
			row = append(row, parts.Cell{Text: col.figures[i], Bold: slices.Contains(col.elected, i)})
		}
		rows = append(rows, row)
	}
	if anyLost {
		rows = append(rows, append([]parts.Cell{{Text: "Not transferable", Tone: parts.Quiet}}, lost...))
	}
	return heads, rows
}

// A countColumn is a round, or a stage of one.
type countColumn struct {
	head    string
	figures map[int]string
	elected []int
	lost    string
}

func (m *Model) columns() []countColumn {
	c, t := m.held.contest, m.held.tally
	var all []countColumn
	for k, r := range t.Rounds {
		if len(r.Stages) < 2 {
			col := countColumn{head: roundName(c, k), figures: map[int]string{}, elected: r.Elected}
			for _, i := range r.Standing {
				col.figures[i] = fmt.Sprint(r.Votes[i])
			}
			all = append(all, col)
			continue
		}
		for _, s := range r.Stages {
			col := countColumn{head: fmt.Sprintf("Stage %d", s.Number), figures: map[int]string{}}
			for place, i := range r.Standing {
				if s.Votes[place] != 0 {
					col.figures[i] = s.Votes[place].String()
				}
			}
			for _, place := range s.Elected {
				col.elected = append(col.elected, r.Standing[place])
			}
			if s.Lost != 0 {
				col.lost = s.Lost.String()
			}
			all = append(all, col)
		}
	}
	return all
}
