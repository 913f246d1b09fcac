package exports_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"branchbook/data"
)

var contact = []string{"no", "class", "first", "last", "number", "email", "phone", "address", "postcode", "elected", "how", "votes", "to"}

func TestTheSecondReturnAsItIsRead(t *testing.T) {
	d := data.NewDelegateReturn(replaced(t, contact...))
	shows(t, seen(t, "return.xlsx", returnOf(t, d)),
		"Delegate return", "Millbrook & Canalside Branch", "15 seats, 8 women, 1 under 27", "To Ruth Gallagher, Northgate CLP", "Delegates to General Committee",
		"As at Fri 9 Oct 2026", "Version 2, in place of version 1 as at Thu 18 Jun 2026", "Entitlement 15 "+d.Entitlement.Sum, "Women 8", "Vacant 0",
		"Elected Thu 11 Jun 2026, 14 seats, annual general meeting: quorate from 7.31pm", "Out: Tomasz Wiśniewski, seat 6: until Wed 2 Sep 2026",
		"In: Róisín O'Hare, seat 6: elected Thu 8 Oct 2026, show of hands", "of 15 people. Use it", "Declaration", "Branch secretary", "Date",
		"p10@example.org", "07700 900110", "11/06/2026 Ballot", "Contact details not shared: no consent recorded", "Page 1 of 3")
}

func TestDatesAndNumbersAreRealAndCodesAreText(t *testing.T) {
	f := workbook(t, returnOf(t, data.NewDelegateReturn(delegation(t, contact...))))
	all := rows(t, f, "Delegates")
	for title, want := range map[string]excelize.CellType{
		"No.": excelize.CellTypeNumber, "Date elected": excelize.CellTypeNumber, "Votes": excelize.CellTypeNumber,
		"Membership no.": excelize.CellTypeInlineString, "Phone": excelize.CellTypeInlineString,
	} {
		cell, err := excelize.CoordinatesToCellName(slices.Index(all[0], title)+1, 4)
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.GetCellType("Delegates", cell)
		if err != nil {
			t.Fatal(err)
		}
		if got == excelize.CellTypeUnset { // a number's type is left out by default
			got = excelize.CellTypeNumber
		}
		if got != want {
			t.Errorf("%s is of type %d, want %d", title, got, want)
		}
	}
	if got := all[3][slices.Index(all[0], "Membership no.")]; got != "001212" {
		t.Errorf("membership number %q lost its zeros", got)
	}
}

func TestTheFirstReturnHasNoSheetOfChanges(t *testing.T) {
	if got := workbook(t, returnOf(t, data.NewDelegateReturn(delegation(t)))).GetSheetList(); !slices.Equal(got, []string{"Return", "Delegates"}) {
		t.Errorf("sheets %q", got)
	}
	f := workbook(t, returnOf(t, data.NewDelegateReturn(replaced(t))))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Return", "Delegates", "Changes since v1"}) {
		t.Errorf("sheets %q", got)
	}
	if all := rows(t, f, "Changes since v1"); len(all) != 3 || all[1][0] != "Out" || all[2][0] != "In" {
		t.Errorf("changes %q", all)
	}
}

func TestWhatIsNotWantedIsNowhereInTheFile(t *testing.T) {
	for _, c := range []struct {
		name    string
		columns []string
		never   []string
	}{
		{"default columns", nil, []string{"@example.org", "07700", "Private Street", "PR1 1VT", "0012", "PRIVATE", "Woman"}},
		{"every column", contact, []string{"p13@example.org", "07700 900113", "PRIVATE"}}, // the fourth did not agree
	} {
		t.Run(c.name, func(t *testing.T) {
			all := everything(t, returnOf(t, data.NewDelegateReturn(delegation(t, c.columns...))))
			for _, private := range c.never {
				if strings.Contains(all, private) {
					t.Errorf("%q is in the file", private)
				}
			}
		})
	}
}

func TestAReturnCanBeWrittenBeforeAnyoneIsElected(t *testing.T) {
	in := delegation(t)
	in.Seats = nil
	all := rows(t, workbook(t, returnOf(t, data.NewDelegateReturn(in))), "Delegates")
	if len(all) != 16 || !slices.Contains(all[1], "Vacant") {
		t.Errorf("%d rows, the first %q", len(all), all[1])
	}
}

func TestThePreviewIsWhatIsWritten(t *testing.T) {
	d := data.NewDelegateReturn(delegation(t, contact...))
	all := rows(t, workbook(t, returnOf(t, d)), "Delegates")
	for i, r := range d.Rows {
		for j, c := range d.Columns {
			got := ""
			if j < len(all[i+1]) {
				got = all[i+1][j]
			}
			if want := r.Text(c); got != want {
				t.Errorf("row %d, %s: the file shows %q, the preview %q", i+1, c.Title, got, want)
			}
		}
	}
}
