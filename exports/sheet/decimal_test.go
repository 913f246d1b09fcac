package sheet_test

import (
	"testing"

	"branchbook/exports/sheet"

	"github.com/xuri/excelize/v2"
)

func TestTransferredVotesAreNumbersWithTheirDecimals(t *testing.T) {
	f := read(t, book(t, properties(), func(w *sheet.Workbook) {
		tab := table(t, w, "Stages", sheet.Column{Title: "Votes", Kind: sheet.Figure})
		row(t, tab, sheet.Decimal{Units: 657_142, Per: 100_000})
		row(t, tab, sheet.Decimal{Units: 7, Per: 1})
	}))
	for cell, want := range map[string]string{"A2": "6.57142", "A3": "7"} {
		raw, err := f.GetCellValue("Stages", cell, excelize.Options{RawCellValue: true})
		if err != nil || raw != want {
			t.Errorf("%s is %q, %v; want the number %s", cell, raw, err, want)
		}
		if kind, _ := f.GetCellType("Stages", cell); kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
			t.Errorf("%s is text", cell)
		}
	}
}
