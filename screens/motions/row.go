package motions

import (
	"cmp"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Row is one motion as the register shows it.
type Row struct {
	ID    data.MotionID
	Cells []parts.Cell
	Words string // found by the first letters: the title

	search data.SearchText
	filter Filter
}

// A Filter narrows the register.
type Filter int

// The filters, in the order in which they stand.
const (
	All Filter = iota
	WasCarried
	WasLost
	WasRemitted
	StillOpen
	filters   int = iota
	otherwise     = Filter(filters) // settled in another way
)

var filterNames = [filters]string{"All", "Carried", "Lost", "Remitted", "Open"}

// filterOf is the narrow filter that a motion is in, or otherwise.
func filterOf(m data.Motion) Filter {
	switch m.Outcome {
	case data.Undecided:
		return StillOpen
	case data.Carried:
		return WasCarried
	case data.Lost, data.Tied:
		return WasLost
	case data.Remitted:
		return WasRemitted
	}
	return otherwise
}

// markOf is the outcome as a chip.
func markOf(m data.Motion) parts.Mark {
	switch m.Outcome {
	case data.Undecided:
		return parts.Mark{Tone: parts.Blue, Icon: parts.IconClock, Text: data.Capital(string(cmp.Or(m.Status, data.Received)))}
	case data.Carried:
		return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Carried"}
	case data.Lost:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconCross, Text: "Lost"}
	case data.Tied:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconCross, Text: "Tied, not carried"}
	case data.Remitted:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconChevronRight, Text: "Remitted"}
	case data.FellNoSeconder:
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "No seconder"}
	}
	return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: data.Capital(string(m.Outcome))}
}

func (m *Model) rowOf(x data.Motion) Row {
	meeting, known := m.meetings[x.Meeting]
	when, where := x.Received, "–"
	if known {
		when, where = meeting.Date, string(meeting.Kind)
		if meeting.Kind == data.AGM {
			where = "AGM"
		}
	}
	taken := "No meeting yet"
	if known {
		taken = meeting.Date.ShortNear(m.today())
	}
	vote, voted := m.votes[x.Vote]
	figures := ""
	if voted {
		figures = cmp.Or(vote.Figures(), "Not counted")
	}
	return Row{
		ID: x.ID, Words: x.Title, filter: filterOf(x),
		search: data.SearchTextOf(x.Ref + " " + x.Title + " " + x.Text + " " + x.Submitted + " " + m.names.Name(x.Mover)),
		Cells: []parts.Cell{
			{Text: x.Ref, Bold: true, Sub: when.ShortNear(m.today())},
			{Text: x.Title, Sub: cmp.Or(m.names.Name(x.Mover), "Mover not recorded")},
			{Text: cmp.Or(figures, "–"), Bold: voted},
			{Chip: markOf(x)},
			{Text: taken, Sub: data.Capital(where), Tone: parts.Quiet},
		},
	}
}
