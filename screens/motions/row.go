package motions

import (
	"cmp"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Row is one motion as the register shows it.
type Row struct {
	ID    data.MotionID
	Cells []parts.Cell
	Words string // found by the first letters: the title

	search data.SearchText
	in     [filters]bool
}

// A Filter narrows the register.
type Filter int

// The filters, in the order in which they stand.
const (
	All Filter = iota
	WasCarried
	WasLost
	WasRemitted
	AwaitingReply
	ThisYear
	StillOpen
	filters int = iota
)

var filterNames = [filters]string{"All", "Carried", "Lost", "Remitted", "Awaiting reply", "This year", "Open"}

// keeps is what a filter keeps on a day.
func (f Filter) keeps(today data.Date) data.MotionFilter {
	switch f {
	case WasCarried:
		return data.MotionFilter{Outcomes: []data.Outcome{data.Carried, data.CarriedAmended}}
	case WasLost:
		return data.MotionFilter{Outcomes: []data.Outcome{data.Lost, data.Tied}}
	case WasRemitted:
		return data.MotionFilter{Outcomes: []data.Outcome{data.Remitted}}
	case AwaitingReply:
		return data.MotionFilter{AwaitingReply: true}
	case ThisYear:
		return data.MotionFilter{Year: today.Year()}
	case StillOpen:
		return data.MotionFilter{Outcomes: []data.Outcome{data.Undecided}}
	}
	return data.MotionFilter{}
}

// The columns of the register.
const (
	refColumn = iota
	titleColumn
	voteColumn
	outcomeColumn
	sentColumn
)

// sorts are the orders that the head of a column gives; a tap again turns them round.
var sorts = map[int]data.MotionSort{refColumn: data.Newest, titleColumn: data.ByTitle, outcomeColumn: data.ByOutcome}

var sortWords = map[data.MotionSort][2]string{
	data.Newest: {"newest first", "oldest first"}, data.ByTitle: {"by title", "by title, backwards"},
	data.ByOutcome: {"by outcome", "by outcome, backwards"}, data.ByMeeting: {"by meeting, the last first", "by meeting, the first first"},
}

// markOf is the outcome as a chip.
func markOf(m data.Motion) parts.Mark {
	switch m.Outcome {
	case data.Undecided:
		return parts.Mark{Tone: parts.Blue, Icon: parts.IconClock, Text: data.Capital(string(cmp.Or(m.Status, data.Received)))}
	case data.Carried:
		return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Carried"}
	case data.CarriedAmended:
		return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "As amended"}
	case data.Lost:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconCross, Text: "Lost"}
	case data.Tied:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconCross, Text: "Tied, not carried"}
	case data.Remitted:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconChevronRight, Text: "Remitted"}
	case data.FellNoSeconder:
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "No seconder"}
	case data.OutOfOrder:
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "Out of order"}
	case data.NotEmergency:
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "No emergency"}
	}
	return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: data.Capital(string(m.Outcome))}
}

func (m *Model) rowOf(x data.Motion) Row {
	meeting, known := m.meetings[x.Meeting]
	when := x.Received
	if known {
		when = meeting.Date
	}
	vote, voted := m.votes[x.Vote]
	figures := ""
	if voted {
		figures = cmp.Or(vote.Figures(), "Not counted")
	}
	row := Row{
		ID: x.ID, Words: x.Title,
		search: data.SearchTextOf(strings.Join(append([]string{x.Ref, x.Title, x.Text, x.Submitted, m.names.Name(x.Mover), m.chainRefs(x)}, x.Tags...), " ")),
		Cells: []parts.Cell{
			{Text: x.Ref, Bold: true, Sub: when.ShortNear(m.today())},
			{Text: x.Title, Sub: cmp.Or(m.names.Name(x.Mover), "Mover not recorded")},
			{Text: cmp.Or(figures, "–"), Bold: voted},
			{Chip: markOf(x)},
			m.sentTo(x),
		},
	}
	for f := range row.in {
		row.in[f] = Filter(f).keeps(m.today()).Matches(x, meeting, m.copies[x.ID], m.today())
	}
	return row
}

// chainRefs are the references of the whole chain, so that a search for one of them shows them all.
func (m *Model) chainRefs(x data.Motion) string {
	var refs []string
	for _, l := range data.Chain(x.ID, m.motions) {
		refs = append(refs, l.Motion.Ref)
	}
	return strings.Join(refs, " ")
}
