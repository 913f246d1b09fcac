package exports

import (
	"context"
	"fmt"
	"io"

	"branchbook/data"
	"branchbook/exports/sheet"
)

// attendanceKinds are what data.AttendanceColumns hold.
var attendanceKinds = [...]sheet.Kind{sheet.Text, sheet.Code, sheet.Text, sheet.Text, sheet.Text, sheet.Time, sheet.Time, sheet.Text, sheet.Wrap}

// WriteAttendance writes who came to a meeting as a spreadsheet: a page to read, and the register as a table. It returns
// ctx's error when that is cancelled, a *data.Problem when a note is longer than a cell holds, and the writer's error.
func WriteAttendance(ctx context.Context, w io.Writer, s data.AttendanceSheet, house House) error {
	book := house.workbook(ctx, w, "Attendance, "+s.Meeting, s.Branch, s.Branch, "")
	attendancePage(book.Page("Attendance"), s)
	if err := attendanceTable(book, s); err != nil {
		return fmt.Errorf("exports: attendance: %w", inWords(err))
	}
	if err := book.Close(); err != nil {
		return fmt.Errorf("exports: attendance: %w", inWords(err))
	}
	return nil
}

func attendancePage(p *sheet.Page, s data.AttendanceSheet) {
	p.Title("Attendance")
	p.Subtitle(s.Branch, s.Meeting)
	p.Section("The meeting")
	facts(p, s.Facts)
	p.Section("Who came")
	if s.CountOnly >= 0 {
		p.Sum("Present", s.CountOnly, "Names were not taken.")
	} else {
		p.Sum("Voters", s.Voters, "")
		p.Sum("Members without a vote", s.NoVote, "")
		p.Sum("Others", s.Others, "Guests, observers and officers in attendance.")
		p.Sum("Attended in all", s.Attended(), "")
		if s.Online > 0 {
			p.Sum("Of them online", s.Online, "By video or telephone; the notes say who.")
		}
	}
	p.Sum("Apologies", s.Apologies, "")
	if s.QuorumWords != "" {
		p.Section("Quorum")
		finding(p, s.QuorumWords, s.Quorum)
	}
}

func attendanceTable(book *sheet.Workbook, s data.AttendanceSheet) error {
	titles := data.AttendanceColumns()
	columns := make([]sheet.Column, len(titles))
	for i, title := range titles {
		columns[i] = sheet.Column{Title: title, Kind: attendanceKinds[i]}
	}
	t, err := book.Table("Register", columns...)
	if err != nil {
		return err
	}
	for _, r := range s.Rows {
		if err := t.Row(r.Cells()...); err != nil {
			return err
		}
	}
	if s.CountOnly >= 0 || len(s.Rows) == 0 {
		return nil
	}
	return t.Total("In all", nil, nil, fmt.Sprintf("%d attended", s.Attended()), fmt.Sprintf("%d voters", s.Voters), nil, nil, fmt.Sprintf("%d sent", s.Apologies), nil)
}
