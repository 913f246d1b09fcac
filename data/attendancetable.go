package data

import "fmt"

// attendanceColumns are those of the register of a meeting.
func attendanceColumns() []ReturnColumn {
	return allOn([]ReturnColumn{
		{Key: "name", Title: "Name"},
		{Key: "number", Title: "Membership no.", Kind: CodeColumn, Personal: true},
		{Key: "ward", Title: "Ward"},
		{Key: "capacity", Title: "Capacity"},
		{Key: "voter", Title: "Voter"},
		{Key: "arrived", Title: "Arrived", Kind: TimeColumn},
		{Key: "left", Title: "Left", Kind: TimeColumn},
		{Key: "apologies", Title: "Apologies"},
		{Key: "notes", Title: "Notes", Kind: ProseColumn},
	})
}

// TableDoc returns the attendance as a spreadsheet has it. Columns are the keys of those wanted; nil for all.
func (s AttendanceSheet) TableDoc(columns []string) TableDoc {
	d := TableDoc{
		Kind: AttendancePaper, Title: "Attendance", Summary: s.Meeting, Page: "Attendance", About: "The meeting", Sheet: "Register", Branch: s.Branch, CLP: s.CLP,
		AsAt: s.Date, Facts: s.Facts, Offered: attendanceColumns(), Rows: make([]TableRow, 0, len(s.Rows)), Holds: "names, and how each attended",
	}
	d.Columns = columnsOn(d.Offered, columns)
	d.Sections = append(d.Sections, s.counts())
	if s.QuorumWords != "" {
		quorum := TableSection{Title: "Quorum", Sentences: []string{s.QuorumWords}}
		if s.Quorum.Source != "" {
			quorum.Notes = []string{"Source: " + s.Quorum.Source}
		}
		d.Sections = append(d.Sections, quorum)
	}
	for i, r := range s.Rows {
		d.Rows = append(d.Rows, r.tableRow(i))
	}
	if s.CountOnly < 0 {
		d.Totals = map[string]any{
			"name": inAll, "capacity": fmt.Sprintf("%d attended", s.Attended()), "voter": NumberOf(s.Voters, "voter", "voters"), "apologies": fmt.Sprintf("%d sent", s.Apologies),
		}
	}
	return d
}

func (s AttendanceSheet) counts() TableSection {
	who := TableSection{Title: "Who came"}
	if s.CountOnly >= 0 {
		who.Sums = []TableSum{{Label: "Present", N: s.CountOnly, Words: "Names were not taken."}}
	} else {
		who.Sums = []TableSum{
			{Label: "Voters", N: s.Voters}, {Label: "Members without a vote", N: s.NoVote},
			{Label: "Others", N: s.Others, Words: "Guests, observers and officers in attendance."}, {Label: "Attended in all", N: s.Attended()},
		}
		if s.Online > 0 {
			who.Sums = append(who.Sums, TableSum{Label: "Of them online", N: s.Online, Words: "By video or telephone; the notes say who."})
		}
	}
	who.Sums = append(who.Sums, TableSum{Label: "Apologies", N: s.Apologies})
	return who
}

// tableRow is the row with the number i of a sheet, which tells those without a name apart.
func (r AttendanceRow) tableRow(i int) TableRow {
	row := TableRow{Key: ID(r.Person), Name: r.Name, Person: r.Person}
	if r.Person == "" {
		row.Key = ID(fmt.Sprintf("unnamed/%d", i))
	}
	cells := r.Cells()
	row.Cells = make(map[string]any, len(cells))
	for i, c := range attendanceKeys {
		if cells[i] != "" {
			row.Cells[c] = cells[i]
		}
	}
	return row
}

// attendanceKeys are the keys of attendanceColumns, in the order of a row's Cells.
var attendanceKeys = [...]string{"name", "number", "ward", "capacity", "voter", "arrived", "left", "apologies", "notes"}
