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
	columns, kept    []int // those that the wide one shows, and the slim one
	opened, selected func(string)
}

// newTable returns a table that shows these of the columns, and below so many of our pixels only those that are kept.
func newTable(high, below float32, shown, kept []int, columns ...parts.RegisterColumn) *table {
	t := &table{columns: shown, kept: kept}
	t.wide, t.slim = parts.NewRegister(high, pick(shown, columns)...), parts.NewRegister(high, pick(kept, columns)...)
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
	rows := parts.Rows{Len: n, ID: id, Cells: func(i int) []parts.Cell { return pick(t.columns, cells(i)) }, Words: words, Fill: tone}
	few := rows
	few.Cells = func(i int) []parts.Cell { return pick(t.kept, cells(i)) }
	selected := t.Selected()
	t.wide.SetRows(rows)
	t.slim.SetRows(few)
	t.wide.SetEmpty(empty)
	t.slim.SetEmpty(empty)
	if selected == "" && n > 0 {
		t.Select(id(0))
	}
}

// pick returns those of all that are at these places.
func pick[T any](places []int, all []T) []T {
	some := make([]T, len(places))
	for k, i := range places {
		some[k] = all[i]
	}
	return some
}
