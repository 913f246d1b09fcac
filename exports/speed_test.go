package exports_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

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
		if err := exports.WriteTable(b.Context(), io.Discard, s.TableDoc(nil), house); err != nil {
			b.Fatal(err)
		}
	}
}

// The same cells with no house style: what the spreadsheet library alone takes.
func BenchmarkBareStreamWriter10000(b *testing.B) {
	s := crowd()
	b.ReportAllocs()
	for b.Loop() {
		err := bare(func(row func([]any) error) error {
			for _, r := range s.Rows {
				cells := r.Cells()
				for j, c := range cells {
					cells[j] = fmt.Sprint(c)
				}
				if err := row(cells); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// throng is a year of monthly meetings to which ten thousand people came.
func throng() data.MatrixInput {
	in := data.MatrixInput{
		Branch: data.Branch{Name: "Millbrook"}, Registers: map[data.MeetingID]data.Register{}, People: data.Names{},
		From: data.MustDate(2025, time.June, 12), To: data.MustDate(2026, time.May, 14),
	}
	for i := range manyRows {
		id := data.PersonID(fmt.Sprint(i))
		in.People[id] = data.Person{ID: id, First: "Zoë", Last: fmt.Sprintf("Okafor %d", i), Status: data.Member}
	}
	for m := range 11 {
		id := data.MeetingID(fmt.Sprint(m))
		in.Meetings = append(in.Meetings, data.Meeting{ID: id, Kind: data.Ordinary, Date: in.From.AddDays(30 * m), Status: data.Closed})
		for i := range manyRows {
			if (i+m)%3 > 0 {
				in.Registers[id] = append(in.Registers[id], data.Event{Meeting: id, Person: data.PersonID(fmt.Sprint(i)), Move: data.CameIn, Capacity: data.Voter})
			}
		}
	}
	return in
}

func BenchmarkMatrix10000(b *testing.B) {
	d := data.NewAttendanceMatrix(throng())
	b.ReportAllocs()
	for b.Loop() {
		if err := exports.WriteTable(b.Context(), io.Discard, d, house); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBareMatrix10000(b *testing.B) {
	d := data.NewAttendanceMatrix(throng())
	b.ReportAllocs()
	for b.Loop() {
		err := bare(func(row func([]any) error) error {
			for _, r := range d.Rows {
				cells := make([]any, len(d.Columns))
				for j, c := range d.Columns {
					cells[j] = r.Value(c)
				}
				if err := row(cells); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// What the sums behind the matrix take, before anything is written.
func BenchmarkMatrixWorkedOut10000(b *testing.B) {
	in := throng()
	b.ReportAllocs()
	for b.Loop() {
		data.NewAttendanceMatrix(in)
	}
}

const (
	manyYears      = 30
	motionsAYear   = 40
	wordsOfAMotion = 180
)

// thirtyYears is a register of motions as long as a branch could have kept one, most of it sent on.
func thirtyYears() data.MotionsRegisterDoc {
	text := strings.Repeat("This branch resolves to keep the 41 bus. ", wordsOfAMotion/8)
	in := data.RegisterInput{
		Branch: data.Branch{Name: "Millbrook"}, Votes: map[data.VoteID]data.Vote{}, Meetings: map[data.MeetingID]data.Meeting{}, People: data.Names{}, AsAt: data.MustDate(2026, time.May, 14),
		Amendments: map[data.MotionID][]data.Amendment{},
	}
	for year := range manyYears {
		for n := range motionsAYear {
			id := fmt.Sprintf("%02d-%02d", year, n)
			on := data.MustDate(1996+year, time.Month(1+n%12), 9)
			in.Meetings[data.MeetingID(id)] = data.Meeting{ID: data.MeetingID(id), Kind: data.Ordinary, Date: on, Status: data.Closed}
			in.Votes[data.VoteID(id)] = data.Vote{ID: data.VoteID(id), Method: data.Hands, For: 12, Against: 2, Abstained: 1}
			in.Motions = append(in.Motions, data.Motion{
				ID: data.MotionID(id), Ref: data.NumberedRef("M", 1996+year, n+1), Title: "Keep the 41 bus", Text: text, Meeting: data.MeetingID(id), Vote: data.VoteID(id),
				Outcome: data.Carried, Received: on.AddDays(-20),
			})
			in.Forwardings = append(in.Forwardings, data.Forwarding{ID: data.ForwardingID(id), Motion: data.MotionID(id), To: "CLP secretary", Sent: on.AddDays(2)})
		}
	}
	return data.MotionsRegister(in)
}

func BenchmarkMotionsOf30Years(b *testing.B) {
	d := thirtyYears()
	b.ReportAllocs()
	for b.Loop() {
		if err := exports.WriteTable(b.Context(), io.Discard, registered(d), house); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBareMotionsOf30Years(b *testing.B) {
	d := thirtyYears()
	b.ReportAllocs()
	for b.Loop() {
		err := bare(func(row func([]any) error) error {
			for _, r := range d.Rows {
				cells := make([]any, len(d.Columns))
				for j, c := range d.Columns {
					cells[j] = r.Text(c)
				}
				if err := row(cells); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// bare writes rows with the spreadsheet library alone.
func bare(rows func(row func([]any) error) error) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	n := 0
	err = rows(func(cells []any) error {
		n++
		cell, err := excelize.CoordinatesToCellName(1, n)
		if err != nil {
			return err
		}
		return w.SetRow(cell, cells)
	})
	if err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Write(io.Discard)
}
