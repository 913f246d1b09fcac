package sheet_test

import (
	"context"
	"fmt"
	"io"
	"testing"

	"branchbook/exports/sheet"

	"github.com/xuri/excelize/v2"
)

const (
	manyRows    = 10_000
	manyColumns = 12
)

// manyCells are the same texts and numbers for both benchmarks.
func manyCells() [][]any {
	rows := make([][]any, manyRows)
	for i := range rows {
		rows[i] = make([]any, manyColumns)
		for j := range rows[i] {
			if j%3 == 0 {
				rows[i][j] = i * j
			} else {
				rows[i][j] = fmt.Sprintf("Siân Llewellyn %d", i+j)
			}
		}
	}
	return rows
}

func BenchmarkTable10000(b *testing.B) {
	rows := manyCells()
	columns := make([]sheet.Column, manyColumns)
	for j := range columns {
		columns[j] = sheet.Column{Title: fmt.Sprintf("Column %d", j)}
		if j%3 == 0 {
			columns[j].Kind = sheet.Number
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		w := sheet.New(context.Background(), io.Discard, properties())
		t := table(b, w, "Register", columns...)
		for _, r := range rows {
			row(b, t, r...)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBareStreamWriter10000(b *testing.B) {
	rows := manyCells()
	b.ReportAllocs()
	for b.Loop() {
		f := excelize.NewFile()
		style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "221D18"}})
		if err != nil {
			b.Fatal(err)
		}
		s, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		cells := make([]any, manyColumns)
		for i, r := range rows {
			for j, v := range r {
				cells[j] = excelize.Cell{StyleID: style, Value: v}
			}
			if err := s.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
				b.Fatal(err)
			}
		}
		if err := s.Flush(); err != nil {
			b.Fatal(err)
		}
		if err := f.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
