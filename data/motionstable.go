package data

import "fmt"

// motionTableColumns are the columns of the register of motions as every spreadsheet has them.
func motionTableColumns() []ReturnColumn {
	var columns []ReturnColumn
	for _, c := range MotionColumns() {
		columns = append(columns, c.tableColumn())
	}
	return columns
}

func (c MotionColumn) tableColumn() ReturnColumn {
	return ReturnColumn{Key: c.Key, Title: c.Title, Kind: c.Kind, Default: !c.Aside, Aside: c.Aside}
}

// TableDoc returns the register as a spreadsheet has it. Columns are the keys of those wanted; nil for those that a page
// has room for. Only with all of them, TableKind.Keys, can it be read back whole.
func (d MotionsRegisterDoc) TableDoc(columns []string) TableDoc {
	t := TableDoc{
		Kind: MotionsPaper, Title: "Register of motions", Page: "Register", About: "The register", Sheet: "Motions", Summary: d.Summary, Branch: d.Branch, AsAt: d.AsAt,
		Facts: present([]Fact{{"As at", d.AsAt.Long()}}), Rows: make([]TableRow, 0, len(d.Rows)),
	}
	for _, c := range d.Columns {
		t.Offered = append(t.Offered, c.tableColumn())
	}
	t.Columns = columnsOn(t.Offered, columns)
	for _, r := range d.Rows {
		row := TableRow{Key: ID(fmt.Sprintf("%s/%d", r.Motion.ID, r.Copy)), Name: r.Motion.Ref, Cells: make(map[string]any, len(d.Columns))}
		for _, c := range d.Columns {
			if v := r.Value(c); v != nil {
				row.Cells[c.Key] = v
			}
		}
		t.Rows = append(t.Rows, row)
	}
	recipient := TableSection{Title: "For the recipient", Sentences: []string{
		"Fill in Acknowledged, Their meeting and Their result beside the motions that came to you, and send the file back: the branch reads your answers from it."}}
	if d.Public {
		recipient.Notes = []string{"The names of movers and seconders are left out."}
	}
	t.Sections = []TableSection{recipient}
	return t
}
