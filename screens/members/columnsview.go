package members

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// columnsView is the strip that says what each column of the list is taken for.
type columnsView struct {
	of     *Import
	view   *fyne.Container
	rows   *fyne.Container
	wanted *parts.Chip
	mark   parts.Mark    // that wanted shows
	cells  []*columnCell // in the order of the file
	order  []int         // in which they stand
	narrow bool
}

// columnCell is one column: its heading in the file, what it is taken for, a sample, and how sure that is.
type columnCell struct {
	view    *fyne.Container
	heading *parts.Text
	field   *parts.Choice
	sample  *parts.Text
	sure    *fyne.Container
	icon    *parts.Icon
	word    *parts.Text
	confirm *parts.Button
	months  *parts.Check
	shown   Column
}

func newColumnsView(of *Import) *columnsView {
	v := &columnsView{of: of, rows: parts.Column(10), wanted: parts.NewChip(parts.Amber, parts.IconWarning, "")}
	head := parts.Row(10, parts.CardHeading("Columns in the file"),
		parts.Grow(parts.Secondary("Guessed from the headings. Bringing in confirms them, and they are remembered."), 1), v.wanted)
	v.view = parts.Sheet(parts.Column(0, parts.AtLeast(parts.PadXY(head, 15, 5), 0, 38), parts.Rule(),
		parts.AtLeast(parts.NewScroll(parts.PadXY(v.rows, 12, 10)), 0, 146)))
	return v
}

// show copies the columns. The cells stay while the file has the same ones, so that the focus does.
func (v *columnsView) show(f ListFacts) {
	confirm := 0
	for _, c := range f.Columns {
		confirm += b2i(c.Confirm)
	}
	mark := parts.Mark{}
	if confirm > 0 {
		mark = parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: fmt.Sprintf("%d to confirm", confirm)}
	}
	if mark != v.mark {
		v.mark = mark
		v.wanted.Set(mark)
	}
	same := func(cell *columnCell, c Column) bool { return cell.heading.Text() == c.Heading }
	if !slices.EqualFunc(v.cells, f.Columns, same) {
		v.cells = nil
		for i := range f.Columns {
			// Shown before they stand in the window: each word that changes there lays out the page again.
			cell := newColumnCell(v.of, i, f.Columns[i].Heading, f.Fields)
			cell.show(f.Columns[i])
			v.cells = append(v.cells, cell)
		}
		v.order = inOrder(f)
		v.lay()
		return
	}
	for i, c := range f.Columns {
		v.cells[i].show(c)
	}
}

// inOrder puts the columns that want an eye in front and those left out last, so that the first row has what matters.
func inOrder(f ListFacts) []int {
	rank := func(i int) int {
		switch c := f.Columns[i]; {
		case c.Confirm:
			return 0
		case c.Field != f.LeftOut:
			return 1
		}
		return 2
	}
	order := make([]int, len(f.Columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rank(a) - rank(b) })
	return order
}

// arrange sets so many columns side by side as there is room for.
func (v *columnsView) arrange(narrow bool) {
	v.narrow = narrow
	v.lay()
}

func (v *columnsView) lay() {
	across := 8
	if v.narrow {
		across = 4
	}
	var rows []fyne.CanvasObject
	for some := range slices.Chunk(v.order, across) {
		var row []fyne.CanvasObject
		for _, column := range some {
			row = append(row, parts.Grow(v.cells[column].view, 1))
		}
		for len(row) < across {
			row = append(row, parts.Gap())
		}
		rows = append(rows, parts.RowTop(8, row...))
	}
	parts.Refill(v.rows, rows)
}

func newColumnCell(of *Import, column int, heading string, fields []string) *columnCell {
	c := &columnCell{
		heading: parts.Caption(heading), sample: parts.Caption(""), icon: parts.NewIcon(parts.IconCheck, parts.Green, 14), word: parts.Label(""),
	}
	c.field = parts.NewChoice(fields, "Left out", func(i int) { of.SetColumn(column, fields[i]) })
	c.confirm = parts.NewButton("Confirm", func() { of.Confirm(column) }).Small().WithIcon(parts.IconWarning)
	c.months = parts.NewCheck("Month first", func(first bool) { of.SetMonthFirst(column, first) })
	c.sure = parts.Row(4, c.icon, c.word)
	c.view = parts.Column(4, parts.Layers(parts.NewPlate(parts.ColorSunken), parts.PadXY(c.heading, 8, 4)), c.field, c.sample, c.sure, c.confirm, c.months)
	return c
}

func (c *columnCell) show(column Column) {
	if c.shown == column {
		return
	}
	c.shown = column
	c.field.ChooseValue(column.Field)
	sample := column.Sample
	if column.Doubt != "" {
		sample = column.Doubt
	}
	c.sample.SetText(sample)
	c.sample.Wrapped(map[bool]int{true: 4, false: 1}[column.Doubt != ""])
	c.word.SetText("Sure")
	c.word.In(parts.Green)
	c.sure.Hidden, c.confirm.Hidden = column.Confirm, !column.Confirm
	c.months.SetChecked(column.MonthFirst)
	c.months.Hidden = !column.Dates || column.Doubt == "" && !column.MonthFirst
	parts.Settle(c.view)
	c.view.Refresh()
}
