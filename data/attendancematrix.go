package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A MatrixInput is what the attendance of a year is worked out from.
type MatrixInput struct {
	Branch Branch
	// Meetings are any of the branch's: those held from From to To are in it, the executive's apart. Registers are who
	// came to each.
	Meetings  []Meeting
	Registers map[MeetingID]Register
	People    Names
	From, To  Date
	Columns   []string // keys; nil for the default ones
}

// The marks of a matrix. A cell of a meeting at which names were not taken is empty.
const (
	markVoter     = "V"
	markNoVote    = "N"
	markGuest     = "G"
	markApologies = "A"
	markAbsent    = "–"
)

// printedMeetings is how many columns of meetings a page has room for; those after them are in the spreadsheet only.
const printedMeetings = 18

// MeetingsOfTheYear returns those meetings of the branch that were held from one day to another, in order; the executive's
// are not among them, since few could have come to them.
func MeetingsOfTheYear(meetings []Meeting, from, to Date) []Meeting {
	held := slices.DeleteFunc(slices.Clone(meetings), func(m Meeting) bool {
		return !m.held() || m.Kind == Executive || m.Date.Before(from) || m.Date.After(to)
	})
	slices.SortStableFunc(held, func(a, b Meeting) int { return a.Date.Compare(b.Date) })
	return held
}

// YearBegan returns the day from which a year of the branch is counted: the one that was typed, or else the last annual
// general meeting before the day asked about; without either, a year before it.
func YearBegan(meetings []Meeting, typed, asAt Date) Date {
	if !typed.IsZero() {
		return typed
	}
	if m := lastAGM(meetings, asAt.AddDays(-1)); m.ID != "" {
		return m.Date
	}
	return asAt.AddYears(-1)
}

// NewAttendanceMatrix lists everybody who came to a meeting, or sent apologies, with a column for each meeting and the
// totals of each person and of each meeting.
func NewAttendanceMatrix(in MatrixInput) TableDoc {
	meetings := MeetingsOfTheYear(in.Meetings, in.From, in.To)
	m := matrix{MatrixInput: in, meetings: meetings, marks: map[PersonID][]string{}, counts: make([]turnout, len(meetings))}
	for i, meeting := range meetings {
		m.take(i, meeting)
	}
	d := TableDoc{
		Kind: MatrixPaper, Title: "Attendance of the year", Page: "Summary", About: "The year", Sheet: "Attendance", Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, AsAt: in.To,
		Offered: m.columns(), Holds: "names, and the meetings to which each came",
	}
	d.Columns = m.chosen(d.Offered)
	for _, who := range m.order() {
		d.Rows = append(d.Rows, m.row(who))
	}
	m.sum(&d)
	return d
}

type matrix struct {
	MatrixInput
	meetings []Meeting
	marks    map[PersonID][]string // a mark for each meeting
	counts   []turnout
}

// A turnout is how many came to one meeting.
type turnout struct {
	voters, noVote, others, apologies int
	unnamed                           int // of them, without a name
	countOnly                         bool
}

func (t turnout) attended() int { return t.voters + t.noVote + t.others }

func (m *matrix) take(i int, meeting Meeting) {
	c := &m.counts[i]
	for _, a := range m.Registers[meeting.ID].Attendance() {
		if !a.Attended && !a.Apologies {
			continue
		}
		mark, tally := markGuest, &c.others
		switch a.group() {
		case groupVoters:
			mark, tally = markVoter, &c.voters
		case groupNoVote:
			mark, tally = markNoVote, &c.noVote
		case groupApologies:
			mark, tally = markApologies, &c.apologies
		}
		*tally++
		if a.Person == "" {
			c.unnamed += b2i(a.Attended)
			continue
		}
		if m.marks[a.Person] == nil {
			m.marks[a.Person] = make([]string, len(m.meetings))
		}
		m.marks[a.Person][i] = mark
	}
	if meeting.CountOnly != nil {
		*c = turnout{others: *meeting.CountOnly, apologies: c.apologies, countOnly: true}
	}
}

// key is that of a meeting's column: its day, with a letter for the second meeting of a day.
func (m *matrix) key(i int) string {
	on, nth := m.meetings[i].Date, 0
	for j := i - 1; j >= 0 && m.meetings[j].Date == on; j-- {
		nth++
	}
	if nth == 0 {
		return on.ISO()
	}
	return on.ISO() + letter(nth)
}

// matrixColumns stand before the meetings, so that the totals stay in sight however many meetings there were.
func matrixColumns() []ReturnColumn {
	return []ReturnColumn{
		{Key: "name", Title: "Name", Default: true},
		{Key: "number", Title: "Membership no.", Kind: CodeColumn, Personal: true},
		{Key: "ward", Title: "Ward"},
		{Key: "attended", Title: "Attended", Kind: NumberColumn, Default: true},
		{Key: "voter", Title: "As a voter", Kind: NumberColumn, Default: true},
		{Key: "apologies", Title: "Apologies", Kind: NumberColumn, Default: true},
	}
}

func (m *matrix) columns() []ReturnColumn {
	columns := matrixColumns()
	titles := m.titles()
	for i := range m.meetings {
		columns = append(columns, ReturnColumn{Key: m.key(i), Title: titles[i], Kind: MarkColumn, Default: true, Aside: i >= printedMeetings})
	}
	return columns
}

// titles names the meetings by their days: "14 May", with the year where the period has more than one such day, and with
// a letter for the second meeting of a day.
func (m *matrix) titles() []string {
	titles := make([]string, len(m.meetings))
	taken := map[string]int{}
	long := m.To.Sub(m.From) > 366
	for i, meeting := range m.meetings {
		titles[i] = meeting.Date.format("2 Jan")
		if long {
			titles[i] = meeting.Date.Short()
		}
		if n := taken[titles[i]]; n > 0 {
			taken[titles[i]]++
			titles[i] += " (" + letter(n) + ")"
			continue
		}
		taken[titles[i]] = 1
	}
	return titles
}

// chosen has every meeting, whatever else is chosen.
func (m *matrix) chosen(offered []ReturnColumn) []ReturnColumn {
	if m.Columns == nil {
		return columnsOn(offered, nil)
	}
	keys := slices.Clone(m.Columns)
	for i := range m.meetings {
		keys = append(keys, m.key(i))
	}
	return columnsOn(offered, keys)
}

// order is by surname; those who are no longer in the book come last.
func (m *matrix) order() []PersonID {
	keys := make(map[PersonID]string, len(m.marks))
	people := make([]PersonID, 0, len(m.marks))
	for who := range m.marks {
		people = append(people, who)
		keys[who] = "\uffff"
		if p, known := m.People[who]; known {
			keys[who] = p.SortKey()
		}
	}
	slices.SortFunc(people, func(a, b PersonID) int { return cmp.Or(strings.Compare(keys[a], keys[b]), cmp.Compare(a, b)) })
	return people
}

func (m *matrix) row(who PersonID) TableRow {
	p, known := m.People[who]
	name := m.People.Name(who)
	if known {
		name = p.SortName()
	}
	r := TableRow{Key: ID(who), Name: name, Person: who, Cells: make(map[string]any, len(m.meetings)+6)}
	var attended, voter, apologies int
	for i, mark := range m.marks[who] {
		switch {
		case m.counts[i].countOnly && mark != markApologies:
			continue // nobody knows who came
		case mark == "":
			mark = markAbsent
		case mark == markApologies:
			apologies++
		default:
			attended++
			voter += b2i(mark == markVoter)
		}
		r.Cells[m.key(i)] = mark
	}
	r.Cells["name"], r.Cells["number"], r.Cells["ward"] = name, p.Number, p.Ward
	r.Cells["attended"], r.Cells["voter"], r.Cells["apologies"] = attended, voter, apologies
	return r
}

// sum fills in the totals and the page to read.
func (m *matrix) sum(d *TableDoc) {
	d.Totals = map[string]any{"name": "Attended in all"}
	turnouts := TableSection{Title: "Meetings"}
	var all, unnamed, headCounts int
	for i, c := range m.counts {
		all += c.attended()
		unnamed += c.unnamed
		headCounts += b2i(c.countOnly)
		// As text: a mark column is one, and the figure stays below the marks.
		d.Totals[m.key(i)] = fmt.Sprint(c.attended())
		turnouts.Sums = append(turnouts.Sums, TableSum{Label: m.meetings[i].Date.String(), N: c.attended(), Words: c.words(m.meetings[i])})
	}
	came := 0
	for _, r := range d.Rows {
		came += b2i(r.Cells["attended"] != 0)
	}
	d.Summary = fmt.Sprintf("%s, %s", NumberOf(len(m.meetings), "meeting", "meetings"), NumberOf(came, "person came", "different people came"))
	d.Facts = present([]Fact{{"From", m.From.String()}, {"To", m.To.String()}})
	figures := TableSection{Title: "In figures", Sums: []TableSum{{Label: "Meetings held", N: len(m.meetings)}, {Label: "Different people who came", N: came}}}
	if n := len(m.meetings); n > 0 {
		tenths := (all*10 + n/2) / n
		figures.Sums = append(figures.Sums, TableSum{Label: "Attendances", N: all, Words: fmt.Sprintf("%d at %s: %d.%d on average", all, NumberOf(n, "meeting", "meetings"), tenths/10, tenths%10)})
	}
	if unnamed > 0 {
		figures.Notes = append(figures.Notes, fmt.Sprintf("%s without a name in the register; counted above, not among the names.", Capital(NumberOf(unnamed, "attendance", "attendances"))))
	}
	if headCounts > 0 {
		figures.Notes = append(figures.Notes, fmt.Sprintf("Names were not taken at %s: the column is empty there, but for apologies.", NumberOf(headCounts, "meeting", "meetings")))
	}
	legend := TableSection{Title: "How to read the table", Sentences: []string{
		"V: came as a voter. N: a member without a vote. G: a guest, an observer or an officer in attendance. A: sent apologies. – : did not come."}}
	d.Sections = []TableSection{figures, turnouts, legend}
}

// words is "Ordinary meeting: 15 voters, 2 members without a vote, 6 apologies".
func (t turnout) words(m Meeting) string {
	var parts []string
	say := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, NumberOf(n, one, many))
		}
	}
	if t.countOnly {
		parts = append(parts, "names were not taken")
	} else {
		say(t.voters, "voter", "voters")
		say(t.noVote, "member without a vote", "members without a vote")
		say(t.others, "other", "others")
	}
	say(t.apologies, "apology", "apologies")
	return joinedBy(": ", m.Kind.String(), strings.Join(parts, ", "))
}
