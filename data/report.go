package data

import (
	"fmt"
	"strconv"
)

// A Report is a paper in sections that people read: the letter about somebody's attendance, the report of a year, the
// summary for whoever takes over. Every string is as it stands on the paper.
type Report struct {
	Kind        PaperKind
	Branch, CLP string
	Title       string
	// Lines are the rest of the heading: the period, and as at when.
	Lines    []string
	Facts    []Fact
	Sections []ReportSection
	// Signer is who signs it, and Certificate what for; "" for a paper that nobody signs.
	Certificate, Signer string
	// Small is said about the paper in small type at its end.
	Small string
	AsAt  Date
	// People is how many people it names.
	People int
}

// A ReportSection is a part under a heading of its own, which may be "".
type ReportSection struct {
	Heading   string
	Sentences []string
	// Tables follow the sentences; one without rows is left out, and Sentences say why.
	Tables []ReportTable
	// Small is in small type under it all: where the figures come from.
	Small string
}

// A ReportTable is rows under columns. Where Draw is set, the numbers of the column Value are drawn as bars over it.
type ReportTable struct {
	Title   string
	Columns []ReportColumn
	Rows    [][]string // a cell for each column
	Draw    bool
	Value   int // the column that is drawn, from 0; the labels are those of the first
}

// A ReportColumn is a column of a ReportTable.
type ReportColumn struct {
	Title string
	Share int  // of the breadth, in proportion to the others
	Right bool // figures
}

// A Period is a stretch of days, both of them in it.
type Period struct{ From, To Date }

// Has says whether a day is in the period.
func (p Period) Has(d Date) bool { return !d.IsZero() && !d.Before(p.From) && !d.After(p.To) }

// String returns the period as papers name it: "12 June 2025 to 10 June 2026".
func (p Period) String() string { return fullDay(p.From) + " to " + fullDay(p.To) }

// Validate says why there is no such period.
func (p Period) Validate() error {
	switch {
	case p.From.IsZero() || p.To.IsZero():
		return NewProblem("Type the first day and the last day, each like 12 June 2025.", nil)
	case p.To.Before(p.From):
		return NewProblem(fmt.Sprintf("The period would end on %s, before it begins on %s. Correct one of the two.", fullDay(p.To), fullDay(p.From)), nil)
	}
	return nil
}

// Years returns the years of the branch, the latest first: from one annual general meeting to the day before the next, and
// from the last one to today. Without such a meeting it is the twelve months to today.
func Years(meetings []Meeting, today Date) []Period {
	var years []Period
	end := today
	for i := len(meetings) - 1; i >= 0; i-- {
		m := meetings[i]
		if m.Kind != AGM || m.Status != Closed || m.Date.After(today) || m.Date.After(end) {
			continue
		}
		years = append(years, Period{m.Date, end})
		end = m.Date.AddDays(-1)
	}
	if len(years) == 0 {
		return []Period{LastYear(today)}
	}
	return years
}

// LastYear is the twelve months that end on a day.
func LastYear(today Date) Period { return Period{today.AddYears(-1).AddDays(1), today} }

// mean returns a sum over so many, to one place: "15.7", "16"; "" over nothing.
func mean(sum, n int) string {
	if n == 0 {
		return ""
	}
	tenths := (20*sum + n) / (2 * n)
	if tenths%10 == 0 {
		return strconv.Itoa(tenths / 10)
	}
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}
