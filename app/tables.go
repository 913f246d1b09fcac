package app

import (
	"errors"
	"path/filepath"

	"branchbook/data/intake"
	"branchbook/screens/motions"
)

var _ motions.Lists = lists{}

// ChooseTable asks for a file and reads its rows as text, in their places, so that a row's number is the file's.
func (l lists) ChooseTable(title string, then func(name string, rows [][]string, err error)) {
	l.files.open(title, tableFiles, func(path string) {
		rows, err := readRows(path)
		then(filepath.Base(path), rows, err)
	})
}

// readRows reads the rows of a table, headings among them. Blank rows and those above the headings are empty.
func readRows(path string) ([][]string, error) {
	content, err := readFile(path, listLimit)
	if err != nil {
		return nil, err
	}
	table, err := intake.ReadTable(content, intake.Choice{})
	if err != nil && !errors.Is(err, intake.ErrNoHeading) {
		return nil, err
	}
	var rows [][]string
	put := func(number int, cells []string) {
		for len(rows) < number {
			rows = append(rows, nil)
		}
		if number > 0 {
			rows[number-1] = cells
		}
	}
	put(table.HeadingRow, table.Headings)
	for _, r := range table.Rows {
		put(r.Number, r.Cells)
	}
	return rows, nil
}
