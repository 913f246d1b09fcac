package meetings

import (
	"cmp"
	"fmt"
	"slices"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// row is one meeting as the list shows it.
type row struct {
	id                             data.MeetingID
	date, kind, venue              string
	status                         parts.Mark
	present, voters                string
	quorum, quorumSum              string
	quorumTone                     parts.Tone
	minutes, minutesSub, startTime string
	open                           bool   // not closed yet
	search                         string // folded once, matched often
}

// cells are the row under the list's columns.
func (r row) cells() []parts.Cell {
	return []parts.Cell{
		{Text: r.date, Sub: r.startTime, Bold: true},
		{Text: r.kind, Sub: r.venue},
		{Chip: r.status},
		{Text: r.present, Sub: r.voters},
		{Text: r.quorum, Sub: r.quorumSum, Tone: r.quorumTone},
		{Text: r.minutes, Sub: r.minutesSub},
	}
}

// slimCells are the row where there is room for three columns.
func (r row) slimCells() []parts.Cell {
	return []parts.Cell{
		{Text: r.date, Sub: r.kind, Bold: true},
		{Chip: r.status},
		{Text: cmp.Or(r.present, r.minutesSub), Sub: r.quorum},
	}
}

// rowsOf returns the meetings as rows, newest first.
func rowsOf(r *book.Reading, meetings []data.Meeting) ([]row, error) {
	people, err := r.People.Names()
	if err != nil {
		return nil, err
	}
	papers, err := r.Papers.All()
	if err != nil {
		return nil, err
	}
	rows := make([]row, 0, len(meetings))
	for _, m := range slices.Backward(meetings) {
		e := data.Evening{Meeting: m, People: people}
		if e.Rules, err = r.Rules(m.Date); err != nil {
			return nil, err
		}
		if m.Status != data.Planned && !m.Off() {
			if e.Register, err = r.Events.Of(m.ID); err != nil {
				return nil, err
			}
		}
		rows = append(rows, rowOf(e, lastPaper(papers, data.MinutesPaper, m.ID)))
	}
	return rows, nil
}

func rowOf(e data.Evening, paper data.Paper) row {
	m := e.Meeting
	r := row{
		id: m.ID, date: m.Date.String(), startTime: m.Starts.String(), kind: m.Kind.String(), venue: m.Venue, status: statusMark(m.Status),
		open: m.Status != data.Closed && !m.Off(),
	}
	if m.Status != data.Planned && !m.Off() {
		sheet := e.Attendance()
		r.present = fmt.Sprintf("%d present", sheet.Attended())
		if sheet.CountOnly < 0 {
			r.voters = data.NumberOf(sheet.Voters, "voter", "voters")
		}
		r.quorum, r.quorumSum = sheet.Quorum.Verdict, sheet.Quorum.Sum
		if sheet.Quorum.Warning {
			r.quorumTone = parts.Amber
		}
	}
	switch m.Status {
	case data.InSession:
		r.minutes = "Being written"
	case data.Closed:
		r.minutes, r.minutesSub = "Draft", "not exported"
		if paper.Version > 0 {
			r.minutesSub = fmt.Sprintf("version %d, %s", paper.Version, data.DateOf(paper.Made.Local()).Short())
		}
	}
	if words := m.RecallWords(); words != "" && m.Status != data.Closed {
		r.minutes, r.minutesSub = "", words
	}
	r.search = data.Fold(joined(m.Date.Long(), r.date, r.kind, r.venue, r.status.Text, r.quorum, r.minutes, r.minutesSub))
	return r
}

func statusMark(s data.MeetingStatus) parts.Mark {
	switch s {
	case data.InSession:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "In session"}
	case data.Closed:
		return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Closed"}
	}
	if s == data.Postponed || s == data.Cancelled || s == data.Suspended {
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconCross, Text: data.Capital(string(s))}
	}
	return parts.Mark{Tone: parts.Blue, Icon: parts.IconCalendar, Text: "Planned"}
}

// lastPaper returns the newest paper of a kind about a meeting; the zero Paper when there is none.
func lastPaper(papers []data.Paper, kind data.PaperKind, meeting data.MeetingID) data.Paper {
	for _, p := range slices.Backward(papers) {
		if p.Kind == kind && p.Subject == data.ID(meeting) {
			return p
		}
	}
	return data.Paper{}
}
