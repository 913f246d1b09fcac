package exports_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"branchbook/data"
	"branchbook/exports"
)

// aList has every kind of cell, and what people may type into them.
func aList() data.TableDoc {
	columns := []data.ReturnColumn{
		{Key: "name", Title: "Name", Default: true},
		{Key: "phone", Title: "Phone", Kind: data.CodeColumn, Personal: true, Contact: true},
		{Key: "votes", Title: "Votes", Kind: data.NumberColumn},
		{Key: "on", Title: "Date", Kind: data.DateColumn},
		{Key: "at", Title: "Arrived", Kind: data.TimeColumn},
		{Key: "sum", Title: "Amount", Kind: data.MoneyColumn},
		{Key: "note", Title: "Note", Kind: data.ProseColumn},
	}
	return data.TableDoc{
		Kind: "officers return", Title: "Officers return", Summary: "1 of 2 posts filled", Branch: "Millbrook", Page: "Return",
		AsAt: data.MustDate(2026, time.June, 18), Version: 2, Since: 1, Sheet: "Officers",
		Facts:    []data.Fact{{Label: "To", Value: "Ruth Gallagher"}},
		Sections: []data.TableSection{{Title: "Posts", Sums: []data.TableSum{{Label: "Filled", N: 1, Words: "of 2"}}, Sentences: []string{"=1+1"}, Notes: []string{"Source: rule 4"}}},
		Offered:  columns, Columns: columns,
		Rows: []data.TableRow{
			{Key: "a", Name: "Zoë Okafor", Person: "a", Cells: map[string]any{
				"name": "=HYPERLINK(\"http://example.org\")", "phone": "07700 900123", "votes": 14, "on": data.MustDate(2026, time.June, 11),
				"at": data.MustTime(19, 31), "sum": data.Money(45_50), "note": "two\nlines\x00\x07",
			}},
			{Key: "b", Name: "Vacant", Cells: map[string]any{"name": "@vacant", "phone": "+44 7700 900124", "on": "until the next AGM begins"}},
		},
		Totals:      map[string]any{"name": "In all", "votes": 14, "sum": data.Money(45_50)},
		Declaration: "As stated.", Signers: []string{"Branch secretary"},
		Changes: []data.TableChange{{Kind: data.CameOn, Name: "Zoë Okafor", What: "elected Thu 11 Jun 2026"}},
	}
}

func tableOf(t testing.TB, d data.TableDoc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exports.WriteTable(t.Context(), &b, d, house); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAListAsItIsRead(t *testing.T) {
	shows(t, seen(t, "list.xlsx", tableOf(t, aList())),
		"Officers return", "Millbrook", "1 of 2 posts filled", "To Ruth Gallagher", "Filled 1 of 2", "=1+1", "Source: rule 4",
		"Since version 1", "In: Zoë Okafor: elected Thu 11 Jun 2026", "Personal data: phone of 1 person.", "Declaration", "Branch secretary", "Date",
		"07700 900123", "11/06/2026", "7.31pm", "£45.50", "until the next AGM begins", "In all", "Page 1 of 3")
}

func TestAListHasRealDatesAndMoneyAndNothingThatCalculates(t *testing.T) {
	f := workbook(t, tableOf(t, aList()))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Return", "Officers", "Changes since v1"}) {
		t.Fatalf("sheets %q", got)
	}
	for cell, want := range map[string]excelize.CellType{
		"A2": excelize.CellTypeInlineString, "B2": excelize.CellTypeInlineString, "B3": excelize.CellTypeInlineString,
		"C2": excelize.CellTypeUnset, "D2": excelize.CellTypeUnset, "D3": excelize.CellTypeInlineString, "F2": excelize.CellTypeUnset,
	} {
		got, err := f.GetCellType("Officers", cell)
		if err != nil {
			t.Fatal(err)
		}
		if got == excelize.CellTypeNumber { // the type of a number is left out by default
			got = excelize.CellTypeUnset
		}
		if got != want {
			t.Errorf("%s is of type %d, want %d", cell, got, want)
		}
	}
	all := rows(t, f, "Officers")
	if got := all[1]; !slices.Equal(got, []string{"=HYPERLINK(\"http://example.org\")", "07700 900123", "14", "11/06/2026", "7.31pm", "£45.50", "two\nlines"}) {
		t.Errorf("the row reads %q", got)
	}
	for _, s := range f.GetSheetList() {
		for r, row := range rows(t, f, s) {
			for c := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				if formula, err := f.GetCellFormula(s, cell); err != nil || formula != "" {
					t.Errorf("%s %s has the formula %q (%v)", s, cell, formula, err)
				}
			}
		}
	}
}

func TestAListIsATableThatPrintsOnA4(t *testing.T) {
	f := workbook(t, tableOf(t, aList()))
	tables, err := f.GetTables("Officers")
	if err != nil || len(tables) != 1 || tables[0].Range != "A1:G3" {
		t.Errorf("tables %v (%v); the totals are not part of it", tables, err)
	}
	panes, err := f.GetPanes("Officers")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v (%v)", panes, err)
	}
	layout, err := f.GetPageLayout("Officers")
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 {
		t.Errorf("layout %+v (%v)", layout, err)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Title != "Officers return, 18 Jun 2026" || props.Version != "2" || props.Creator != "Millbrook" {
		t.Errorf("properties %+v (%v)", props, err)
	}
}

func TestAListOfTheFirstVersionHasNoChanges(t *testing.T) {
	d := aList()
	d.Since, d.Changes, d.Page = 0, nil, ""
	if got := workbook(t, tableOf(t, d)).GetSheetList(); !slices.Equal(got, []string{"Officers return", "Officers"}) {
		t.Errorf("sheets %q", got)
	}
}

func TestACancelledListLeavesNothingBehind(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var b bytes.Buffer
	if err := exports.WriteTable(ctx, &b, aList(), house); !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("%v, %d bytes", err, b.Len())
	}
}

func TestAColumnThatIsOffIsNowhereInTheFile(t *testing.T) {
	d := aList()
	d.Columns = slices.DeleteFunc(slices.Clone(d.Columns), func(c data.ReturnColumn) bool { return c.Contact })
	if strings.Contains(everything(t, tableOf(t, d)), "07700") {
		t.Error("the telephone number is in the file")
	}
}
