package sheet_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"branchbook/exports/sheet"
)

// supplied is a workbook as a constituency party might send it: a title, headings in row 3 with a border below them, so
// many blank rows, and a line to sign.
func supplied(t *testing.T, blank int, table bool) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	set := func(cell string, v any) {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	set("A1", "Northgate CLP: delegates")
	for i, h := range []string{"Surname", "CLP use", "Elected", "#"} {
		set(fmt.Sprintf("%c3", 'A'+i), h)
	}
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Italic: true}, Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "000000"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", "A4", fmt.Sprintf("D%d", 3+blank), style); err != nil {
		t.Fatal(err)
	}
	if table {
		if err := f.AddTable("Sheet1", &excelize.Table{Range: fmt.Sprintf("A3:D%d", 3+blank), Name: "Delegates"}); err != nil {
			t.Fatal(err)
		}
	}
	set(fmt.Sprintf("A%d", 4+blank), "Signed by the secretary")
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func formOf(content []byte) sheet.Form {
	return sheet.Form{Content: content, Sheet: "Sheet1", Row: 3, Columns: []sheet.FormColumn{{Filled: true}, {}, {Filled: true, Kind: sheet.Date}, {Filled: true, Kind: sheet.Number}}}
}

func filled(t *testing.T, form sheet.Form, rows int, password string) *excelize.File {
	t.Helper()
	var values [][]sheet.Value
	for i := range rows {
		values = append(values, []sheet.Value{fmt.Sprintf("=Delegate%02d", i+1), nil, day{2026, 6, 11}, i + 1})
	}
	var b bytes.Buffer
	if err := form.Fill(t.Context(), &b, values, password); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b, excelize.Options{Password: password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func cell(t *testing.T, f *excelize.File, at string) string {
	t.Helper()
	v, err := f.GetCellValue("Sheet1", at)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestAFormIsFilledBelowItsHeadingsAndKeepsTheRest(t *testing.T) {
	f := filled(t, formOf(supplied(t, 5, false)), 3, "")
	for at, want := range map[string]string{
		"A1": "Northgate CLP: delegates", "A3": "Surname", "A4": "=Delegate01", "A6": "=Delegate03", "B4": "", "C4": "11/06/2026", "D6": "3", "A7": "", "A9": "Signed by the secretary",
	} {
		if got := cell(t, f, at); got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
	if formula, err := f.GetCellFormula("Sheet1", "A4"); err != nil || formula != "" {
		t.Errorf("a name became the formula %q (%v)", formula, err)
	}
	id, err := f.GetCellStyle("Sheet1", "C4")
	if err != nil {
		t.Fatal(err)
	}
	if style, err := f.GetStyle(id); err != nil || !style.Font.Italic || len(style.Border) == 0 {
		t.Errorf("the date lost the look of the form: %+v (%v)", style, err)
	}
}

func TestAFormThatIsTooShortGrowsAndKeepsWhatStandsBelow(t *testing.T) {
	for _, table := range []bool{false, true} {
		f := filled(t, formOf(supplied(t, 4, table)), 15, "")
		if got := cell(t, f, "A18"); got != "=Delegate15" {
			t.Errorf("table %v: the last row is %q", table, got)
		}
		if got := cell(t, f, "A19"); got != "Signed by the secretary" {
			t.Errorf("table %v: below the rows stands %q", table, got)
		}
		if !table {
			continue
		}
		if tables, err := f.GetTables("Sheet1"); err != nil || len(tables) != 1 || tables[0].Range != "A3:D18" {
			t.Errorf("the table is %+v (%v)", tables, err)
		}
	}
}

func TestAFilledFormAsksForItsPassphrase(t *testing.T) {
	form := formOf(supplied(t, 4, false))
	filled(t, form, 2, "keep out")
	var b bytes.Buffer
	if err := form.Fill(t.Context(), &b, nil, "keep out"); err != nil {
		t.Fatal(err)
	}
	if _, err := excelize.OpenReader(&b); err == nil {
		t.Error("it opens without the passphrase")
	}
}

func TestAFormWithoutItsSheetIsRefused(t *testing.T) {
	form := formOf(supplied(t, 4, false))
	form.Sheet = "Delegates"
	var b bytes.Buffer
	if err := form.Fill(t.Context(), &b, nil, ""); !errors.Is(err, sheet.ErrForm) || b.Len() > 0 {
		t.Errorf("%v, %d bytes", err, b.Len())
	}
	if err := (sheet.Form{Content: []byte("PK no workbook")}).Fill(t.Context(), &b, nil, ""); !errors.Is(err, sheet.ErrForm) {
		t.Errorf("%v", err)
	}
}

func TestACancelledFormLeavesNothingBehind(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var b bytes.Buffer
	err := formOf(supplied(t, 4, false)).Fill(ctx, &b, [][]sheet.Value{{"a", nil, nil, 1}}, "")
	if !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("%v, %d bytes", err, b.Len())
	}
}
