package election

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// A table is a register that leaves out columns where there is little room.
type table struct {
	*parts.Register  // the one on show
	view             *fyne.Container
	wide, slim       *parts.Register
	kept             []int // the columns that the slim one keeps
	opened, selected func(string)
}

// newTable returns a table; below so many of our pixels it keeps only some of its columns.
func newTable(high, below float32, kept []int, columns ...parts.RegisterColumn) *table {
	t := &table{kept: kept}
	var few []parts.RegisterColumn
	for _, k := range kept {
		few = append(few, columns[k])
	}
	t.wide, t.slim = parts.NewRegister(high, columns...), parts.NewRegister(high, few...)
	for _, r := range []*parts.Register{t.wide, t.slim} {
		r.OnOpen = func(id string) { t.opened(id) }
		r.OnSelected = func(id string) { t.selected(id) }
	}
	t.Register = t.wide
	t.view = parts.NewArranged(func(width float32) bool { return parts.Logical(width) < below }, func(slim bool) fyne.CanvasObject {
		to := t.wide
		if slim {
			to = t.slim
		}
		to.Select(t.Selected())
		t.Register = to
		return to
	})
	return t
}

// fill shows rows in both, and selects the first where nothing is.
func (t *table) fill(empty string, n int, id func(int) string, cells func(int) []parts.Cell, words func(int) string, tone func(int) (parts.Tone, bool)) {
	rows := parts.Rows{Len: n, ID: id, Cells: cells, Words: words, Fill: tone}
	few := rows
	few.Cells = func(i int) []parts.Cell {
		all := cells(i)
		some := make([]parts.Cell, len(t.kept))
		for k, column := range t.kept {
			some[k] = all[column]
		}
		return some
	}
	selected := t.Selected()
	t.wide.SetRows(rows)
	t.slim.SetRows(few)
	t.wide.SetEmpty(empty)
	t.slim.SetEmpty(empty)
	if selected == "" && n > 0 {
		t.Select(id(0))
	}
}
