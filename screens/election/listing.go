package election

import (
	"fmt"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A List is the contests of a meeting in the order in which they are taken.
type List struct {
	Title, Under string
	Rows         []ListRow
	Missing      int    // how many contests of officers and delegates an annual general meeting has besides
	Empty        string // what stands there when there are none
}

// A ListRow is one contest.
type ListRow struct {
	ID    data.ContestID
	Cells []parts.Cell
	Words string
}

func (m *Model) list() List {
	h := &m.held
	l := List{Title: "Elections", Under: "In the order in which they are taken, since balance is applied as it goes along"}
	if h.Meeting.ID == "" {
		l.Empty = "No meeting is planned yet. Plan one under Meetings: an election belongs to the meeting that decides it."
		return l
	}
	l.Under = h.Meeting.Heading() + "  ·  " + l.Under
	l.Missing = len(m.Drafts())
	l.Empty = "No election at this meeting yet."
	for _, c := range h.Contests {
		l.Rows = append(l.Rows, m.listRow(c))
	}
	for _, c := range h.waiting {
		l.Rows = append(l.Rows, m.waitingRow(c))
	}
	return l
}

// waitingRow is a contest that another meeting held over, and that this one can take up.
func (m *Model) waitingRow(c data.Contest) ListRow {
	held, _ := c.HeldOverBy(c.Meeting)
	return ListRow{ID: c.ID, Words: c.Title, Cells: []parts.Cell{
		{Text: "–", Tone: parts.Quiet}, {Text: c.Title, Sub: "from " + held.On.String()}, {Chip: statusMark(c, data.Tally{})},
		{Text: data.NumberOf(len(c.Standing()), "nomination kept", "nominations kept"), Tone: parts.Quiet}, {Text: "–", Tone: parts.Quiet},
	}}
}

func (m *Model) listRow(c data.Contest) ListRow {
	h := &m.held
	t := h.Tallies[c.ID]
	words := data.Capital(c.FieldWords())
	switch {
	case t.Done && len(c.Winners(t)) > 2:
		words = fmt.Sprintf("%d of %d places filled", len(c.Winners(t)), c.Places)
	case c.Over() || t.Done && len(t.Rounds) > 0:
		words = c.Result(t, h.People).Outcome
	case len(c.Rounds) > 0:
		words = data.NumberOf(len(c.Rounds), "round", "rounds") + " taken"
	case len(c.Nominees) == 0:
		words = "Nobody nominated yet"
	}
	what := data.Capital(string(c.Kind))
	if c.Body != "" && c.Class != "" && c.Class != data.OpenSeat {
		what = data.Capital(seats(c.Class)) // the end of a long title has no room
	}
	return ListRow{ID: c.ID, Words: c.Title, Cells: []parts.Cell{
		{Text: fmt.Sprint(c.Order), Tone: parts.Quiet},
		{Text: c.Title, Sub: what + ", " + data.NumberOf(c.Places, "place", "places")},
		{Chip: statusMark(c, t)},
		{Text: words, Tone: parts.Quiet},
		m.afterCell(c),
	}}
}
