package actions

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A LetterFilter narrows the list of letters.
type LetterFilter int

// The filters of letters, in the order in which they stand.
const (
	AllLetters LetterFilter = iota
	WaitingLetters
	OverdueLetters
	LettersIn
	LettersOut
	letterFilters int = iota
)

// The columns by which letters are sorted.
const (
	byDate = iota
	byWay
	byWith
	bySubject
	byDue
	byState
)

// A LetterRow is one letter as the list and its card show it.
type LetterRow struct {
	ID                         data.LetterID
	Date, Way, With, Subject   string
	Medium, Asks, Due          string
	Reported, Note, Heading    string
	State                      parts.Cell
	Waits, Settled, IsReported bool
	Meeting                    data.MeetingID

	letter data.Letter
	in     [letterFilters]bool
	search data.SearchText
}

// Letters is the correspondence without a window. The view copies from its fields and calls its verbs.
type Letters struct {
	Rows  []LetterRow // those that the filter and the search leave
	Head  string      // "3 wait for an answer, 1 of them overdue"
	Empty string      // what stands in place of no rows
	// Sorted is the column by which the rows are sorted, and Down whether the last comes first.
	Sorted int
	Down   bool

	book   minuteBook
	now    func() time.Time
	all    []LetterRow
	filter LetterFilter
	words  []string
	chosen data.LetterID
	counts [letterFilters]int
}

// NewLetters returns the correspondence of a book, the latest first. Refresh reads it.
func NewLetters(b minuteBook, now func() time.Time) *Letters {
	return &Letters{book: b, now: now, Sorted: byDate, Down: true}
}

func (m *Letters) today() data.Date { return data.DateOf(m.now()) }

// Refresh reads the letters again.
func (m *Letters) Refresh() error {
	return m.book.Read(func(r *book.Reading) error {
		kept, err := r.Letters.All()
		if err != nil {
			return err
		}
		m.all, m.counts = m.all[:0:0], [letterFilters]int{}
		for _, l := range kept {
			meeting, err := r.Meetings.Get(l.Meeting)
			if err := ignoreGone(err); err != nil {
				return err
			}
			row := letterRowOf(l, meeting, m.today())
			m.all = append(m.all, row)
			for f, in := range row.in {
				m.counts[f] += b2i(in)
			}
		}
		m.Head = m.heading()
		m.narrow()
		return nil
	})
}

func letterRowOf(l data.Letter, at data.Meeting, today data.Date) LetterRow {
	row := LetterRow{
		ID: l.ID, Date: l.Date.ShortNear(today), Way: wayWord(l.Way), With: l.With, Subject: l.Subject, Medium: l.Medium,
		Asks: l.Asks, Due: l.Due.ShortNear(today), Note: l.Note, Heading: l.Heading(), Reported: "Not reported yet",
		State: letterState(l, today), Waits: l.Waits(), Settled: !l.Answered.IsZero() || !l.Closed.IsZero(), Meeting: at.ID, letter: l,
	}
	if l.Meeting != "" {
		row.IsReported = true
		row.Reported = joined(" ", "Reported", at.Date.ShortNear(today))
	}
	row.in = [letterFilters]bool{
		AllLetters: true, WaitingLetters: row.Waits, OverdueLetters: l.OverdueOn(today),
		LettersIn: l.Way == data.CameHere, LettersOut: l.Way == data.WentAway,
	}
	row.search = data.SearchTextOf(joined(" ", l.With, l.Subject, l.Asks, l.Medium, l.Note))
	return row
}

func wayWord(w data.Way) string {
	if w == data.CameHere {
		return "In"
	}
	return "Out"
}

// letterState gives the words of data a colour and an icon.
func letterState(l data.Letter, today data.Date) parts.Cell {
	cell := parts.Cell{Text: l.Words(today), Tone: parts.Amber, Icon: parts.IconClock}
	switch l.State(today) {
	case data.LetterOverdue:
		cell.Tone, cell.Icon = parts.Red, parts.IconWarning
	case data.LetterAnswered:
		cell.Tone, cell.Icon = parts.Green, parts.IconCheck
	case data.LetterClosed:
		cell.Tone, cell.Icon = parts.Grey, parts.IconMinus
	case data.LetterNoted:
		cell.Tone, cell.Icon = parts.Grey, parts.IconCircle
	}
	return cell
}

// Cells returns the row as the columns show it, in two lines: what is asked under the subject, where it was reported
// under its state.
func (r LetterRow) Cells() []parts.Cell {
	state := r.State
	state.Sub = r.Reported
	if !r.IsReported {
		state.SubTone, state.SubIcon = parts.Amber, parts.IconFlag
	}
	return []parts.Cell{
		{Text: r.Date, Tone: parts.Quiet}, {Text: r.Way, Tone: parts.Quiet}, {Text: r.With, Sub: r.Medium},
		{Text: r.Subject, Sub: r.Asks}, {Text: r.Due, Tone: parts.Quiet}, state,
	}
}

// Narrow shows those in a filter only.
func (m *Letters) Narrow(f LetterFilter) {
	m.filter = f
	m.narrow()
}

// Filter returns the filter that is on.
func (m *Letters) Filter() LetterFilter { return m.filter }

// Filters returns what stands on the filters.
func (m *Letters) Filters() []string {
	names := []string{"All", "Waiting", "Overdue", "In", "Out"}
	for i := range names {
		names[i] = fmt.Sprintf("%s %d", names[i], m.counts[i])
	}
	return names
}

// Search shows those only in which every word begins a word. Accents and capitals do not matter.
func (m *Letters) Search(words string) {
	m.words = strings.Fields(data.Fold(words))
	m.narrow()
}

// SortBy sorts by a column; the same column again turns the order round.
func (m *Letters) SortBy(column int) {
	m.Down = column == m.Sorted && !m.Down
	m.Sorted = column
	m.narrow()
}

func (m *Letters) narrow() {
	m.Rows = m.Rows[:0:0]
	for _, row := range m.all {
		if row.in[m.filter] && row.search.Has(m.words) {
			m.Rows = append(m.Rows, row)
		}
	}
	slices.SortStableFunc(m.Rows, func(a, b LetterRow) int {
		c := cmp.Or(compareLetters(a.letter, b.letter, m.Sorted, m.today()), a.letter.Date.Compare(b.letter.Date))
		if m.Down {
			return -c
		}
		return c
	})
	switch {
	case len(m.all) == 0:
		m.Empty = "No letters yet. Add one that came or went (Ctrl+N), and what it asks."
	case len(m.words) > 0:
		m.Empty = "No letter here matches. Try fewer letters of a word, or another filter."
	case m.filter == WaitingLetters || m.filter == OverdueLetters:
		m.Empty = "Nothing waits for an answer here."
	default:
		m.Empty = "No letter is in this filter."
	}
}

// letterUrgency is the order of the states, the most urgent first.
var letterUrgency = []data.LetterState{
	data.LetterOverdue, data.LetterToAnswer, data.LetterAwaits, data.LetterNoted, data.LetterAnswered, data.LetterClosed,
}

func compareLetters(a, b data.Letter, column int, today data.Date) int {
	switch column {
	case byWay:
		return cmp.Compare(a.Way, b.Way)
	case byWith:
		return cmp.Compare(data.Fold(a.With), data.Fold(b.With))
	case bySubject:
		return cmp.Compare(data.Fold(a.Subject), data.Fold(b.Subject))
	case byDue:
		return cmp.Or(b2i(a.Due.IsZero())-b2i(b.Due.IsZero()), a.Due.Compare(b.Due))
	case byState:
		return slices.Index(letterUrgency, a.State(today)) - slices.Index(letterUrgency, b.State(today))
	}
	return a.Date.Compare(b.Date)
}

func (m *Letters) heading() string {
	switch waiting, late := m.counts[WaitingLetters], m.counts[OverdueLetters]; {
	case waiting == 0:
		return "No letter waits for an answer"
	case late == 0:
		return data.NumberOf(waiting, "letter waits", "letters wait") + " for an answer"
	default:
		return fmt.Sprintf("%s for an answer, %d overdue", data.NumberOf(waiting, "letter waits", "letters wait"), late)
	}
}

// Choose makes a letter the one whose card is shown; "" for none.
func (m *Letters) Choose(id data.LetterID) { m.chosen = id }

// Chosen returns the letter whose card is shown; ok is false when none is, or it is gone.
func (m *Letters) Chosen() (LetterRow, bool) {
	i := slices.IndexFunc(m.all, func(r LetterRow) bool { return r.ID == m.chosen })
	if i < 0 {
		return LetterRow{}, false
	}
	return m.all[i], true
}
