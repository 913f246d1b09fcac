package election

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// countingTable is a count in rounds or stages: a column for each.
func countingTable(p *Page) fyne.CanvasObject {
	columns := []parts.RegisterColumn{{Title: "Nominee", Width: 140, Grow: 1}}
	for _, head := range p.Counting {
		columns = append(columns, parts.RegisterColumn{Title: head, Width: 84, Right: true})
	}
	table := parts.NewRegister(parts.OneLine, columns...)
	table.SetRows(parts.Rows{
		Len: len(p.Counted), ID: func(i int) string { return p.Counted[i][0].Text }, Cells: func(i int) []parts.Cell { return p.Counted[i] },
	})
	return table
}
