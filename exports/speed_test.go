package exports_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"branchbook/data"
	"branchbook/exports"
)

const manyRows = 10_000

// crowd is an attendance larger than any branch's, to see what the house style costs.
func crowd() data.AttendanceSheet {
	s := data.AttendanceSheet{Branch: "Millbrook", Meeting: "Ordinary meeting", CountOnly: -1, Voters: manyRows}
	for i := range manyRows {
		s.Rows = append(s.Rows, data.AttendanceRow{
			Person: data.PersonID(fmt.Sprint(i)), Name: fmt.Sprintf("Okafor, Zoë %d", i), Number: fmt.Sprintf("L%07d", i), Ward: "Canalside",
			Capacity: data.Voter, Voter: true, Arrived: data.MustTime(19, i%60), Notes: "out 8.10pm to 8.40pm",
		})
	}
	return s
}

func BenchmarkAttendance10000(b *testing.B) {
	s := crowd()
	b.ReportAllocs()
	for b.Loop() {
		if err := exports.WriteAttendance(b.Context(), io.Discard, s, house); err != nil {
			b.Fatal(err)
		}
	}
}

// The same cells with no house style: what the spreadsheet library alone takes.
func BenchmarkBareStreamWriter10000(b *testing.B) {
	s := crowd()
	b.ReportAllocs()
	for b.Loop() {
		if err := bare(s); err != nil {
			b.Fatal(err)
		}
	}
}

func bare(s data.AttendanceSheet) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for i, r := range s.Rows {
		cells := r.Cells()
		for j, c := range cells {
			cells[j] = fmt.Sprint(c)
		}
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := w.SetRow(cell, cells); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Write(io.Discard)
}
