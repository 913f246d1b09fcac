package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An AnnualInput is what the report of a year is worked out from.
type AnnualInput struct {
	Branch Branch
	Period Period
	AsAt   Date
	// Meetings are all in the book, in order of their dates, and Registers those of every meeting up to the end of the period:
	// who came for the first time is told from the earlier ones.
	Meetings  []Meeting
	Registers map[MeetingID]Register
	People    Names
	Lists     []ListImport // in order of their dates
	Motions   []Motion
	// Forwardings are where motions and decisions were sent.
	Forwardings []Forwarding
	Posts       []Post
	Terms       []Term
	Bodies      []Body
	Seats       []Seat
	Actions     []Action
}

// NewAnnualReport works out the report of a year, from the figures that branches give their annual general meeting. It
// names officers, delegates and who has an action that is still open, and nobody else. The error is a *Problem for a period that is none.
func NewAnnualReport(in AnnualInput) (Report, error) {
	if err := in.Period.Validate(); err != nil {
		return Report{}, err
	}
	if in.Branch.Style.Minutes.Initials {
		in.People = in.People.Initialled()
	}
	y := year{AnnualInput: in, named: map[PersonID]bool{}}
	r := Report{
		Kind: AnnualReport, Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Title: "Annual report, " + in.Period.String(),
		Lines: filledLines(in.Branch.CLP, "Made on "+fullDay(in.AsAt)), AsAt: in.AsAt,
	}
	r.Sections = []ReportSection{y.meetings(), y.membership(), y.motions(), y.sentOn(), y.officers(), y.delegates(), y.actions()}
	r.Small = "Worked out from the minutes, the registers and the membership lists in the branch's book."
	r.People = len(y.named)
	return r, nil
}

func filledLines(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// A year is a report being made; it notes whom it names.
type year struct {
	AnnualInput
	named map[PersonID]bool
}

// name returns a name, and counts it.
func (y year) name(id PersonID) string {
	if id != "" {
		y.named[id] = true
	}
	return y.People.Name(id)
}

// held are the closed meetings of the period that were open to members, and how many the executive held.
func (y year) held() (branch []Meeting, executive int) {
	for _, m := range y.Meetings {
		switch {
		case m.Status != Closed || !y.Period.Has(m.Date):
		case m.Kind == Executive:
			executive++
		default:
			branch = append(branch, m)
		}
	}
	return branch, executive
}

// A yearsTurnout is who came in the year.
type yearsTurnout struct {
	total, counted         int // attendances, and the meetings they are of
	came                   map[PersonID]bool
	unnamed, bare, unknown int // people without a name, meetings where names were not taken, and those without any count
}

func (y year) meetings() ReportSection {
	branch, executive := y.held()
	s := ReportSection{Heading: "Meetings", Small: "A meeting's figure counts everyone who came in any capacity, whether or not they stayed."}
	table := ReportTable{Title: "Who came to each meeting", Draw: true, Value: 1, Columns: []ReportColumn{
		{Title: "Meeting", Share: 6}, {Title: "Attended", Share: 2, Right: true}, {Title: "Of whom voters", Share: 2, Right: true}, {Title: "Apologies", Share: 2, Right: true}, {Title: "Quorum", Share: 4},
	}}
	t := yearsTurnout{came: map[PersonID]bool{}}
	for _, m := range branch {
		table.Rows = append(table.Rows, t.add(m, y.Registers[m.ID]))
	}
	s.Sentences = append(s.Sentences, y.meetingWords(len(branch), executive, t)...)
	if len(branch) > 0 {
		s.Tables = []ReportTable{table}
	}
	return s
}

// add counts one meeting, and returns its row.
func (t *yearsTurnout) add(m Meeting, r Register) []string {
	label := m.Date.Short()
	if m.Kind != Ordinary {
		label += ", " + m.Kind.short()
	}
	quorum := Capital(m.Quorum.Verdict)
	if m.CountOnly != nil {
		t.total, t.counted, t.bare = t.total+*m.CountOnly, t.counted+1, t.bare+1
		return []string{label, strconv.Itoa(*m.CountOnly), "", "", quorum}
	}
	if len(r) == 0 {
		t.unknown++
		return []string{label, "", "", "", quorum}
	}
	came, voters, sorry := 0, 0, 0
	for _, a := range r.Attendance() {
		came += b2i(a.Attended)
		voters += b2i(a.Attended && a.Capacity == Voter)
		sorry += b2i(a.Apologies)
		switch {
		case a.Attended && a.Person != "":
			t.came[a.Person] = true
		case a.Attended:
			t.unnamed++
		}
	}
	t.total, t.counted = t.total+came, t.counted+1
	return []string{label, strconv.Itoa(came), strconv.Itoa(voters), strconv.Itoa(sorry), quorum}
}

// short is the kind as a table has it.
func (k MeetingKind) short() string {
	if k == AGM {
		return "AGM"
	}
	return string(k)
}

func (y year) meetingWords(branch, executive int, t yearsTurnout) []string {
	first := "The branch held " + NumberOf(branch, "meeting", "meetings")
	if executive > 0 {
		first += ", and its executive " + strconv.Itoa(executive)
	}
	out := []string{first + "."}
	if t.counted > 0 {
		out = append(out, fmt.Sprintf("Attendances came to %d in all: %d ÷ %d = %s a meeting on average.", t.total, t.total, t.counted, mean(t.total, t.counted)))
	}
	if len(t.came) > 0 {
		out = append(out, y.attenderWords(t))
	}
	if t.bare > 0 {
		out = append(out, fmt.Sprintf("At %s names were not taken: those who came are in the attendances, and not among the different people.", NumberOf(t.bare, "meeting", "meetings")))
	}
	if t.unknown > 0 {
		out = append(out, fmt.Sprintf("Of %s nobody noted who came.", NumberOf(t.unknown, "meeting", "meetings")))
	}
	return out
}

// attenderWords count the people: "42 different people came, 9 of them for the first time; 20 women, 17 men, 5 not stated."
func (y year) attenderWords(t yearsTurnout) string {
	earlier, known := map[PersonID]bool{}, false
	for _, m := range y.Meetings {
		if !m.Date.Before(y.Period.From) {
			continue
		}
		for _, a := range y.Registers[m.ID].Attendance() {
			known = true
			if a.Attended {
				earlier[a.Person] = true
			}
		}
	}
	fresh, women, men, other, unstated := 0, 0, 0, 0, 0
	for id := range t.came {
		fresh += b2i(!earlier[id])
		switch y.People[id].Gender {
		case Woman:
			women++
		case Man:
			men++
		case OtherGender:
			other++
		default:
			unstated++
		}
	}
	words := NumberOf(len(t.came), "different person", "different people") + " came"
	if known {
		words += fmt.Sprintf(", %d of them for the first time as far as the registers go back", fresh)
	} else {
		words += "; the book has no earlier registers to tell who was new"
	}
	words += ". Of these, " + counted([]countOf{{women, "woman", "women"}, {men, "man", "men"}, {other, "of another gender", "of another gender"}, {unstated, "not stated", "not stated"}})
	if t.unnamed > 0 {
		words += ". " + NumberOf(t.unnamed, "attendance was", "attendances were") + " by people whose names were not recorded"
	}
	return words + "."
}

// A countOf is a number with its noun.
type countOf struct {
	n         int
	one, many string
}

// counted joins the numbers that are not nothing: "20 women and 17 men".
func counted(all []countOf) string {
	var words []string
	for _, c := range all {
		if c.n > 0 {
			words = append(words, NumberOf(c.n, c.one, c.many))
		}
	}
	return listed(words)
}

// membership tells the members at the start and the end, with the lists that say so.
func (y year) membership() ReportSection {
	s := ReportSection{Heading: "Membership", Small: "Each figure is from the membership list of that date."}
	var start, end *ListImport
	var shown []ListImport
	for i, l := range y.Lists {
		switch {
		case !l.AsAt.After(y.Period.From):
			start, shown = &y.Lists[i], []ListImport{l}
		case l.AsAt.After(y.Period.To):
			continue
		default:
			shown = append(shown, l)
		}
		end = &y.Lists[i]
	}
	switch {
	case end == nil:
		s.Sentences, s.Small = []string{"The book has no membership list up to the end of this period."}, ""
		return s
	case start == nil:
		s.Sentences = []string{fmt.Sprintf("There were %s on the list of %s. The book has no list from the start of the period.", NumberOf(end.Counts.Members, "member", "members"), fullDay(end.AsAt))}
	default:
		s.Sentences = []string{fmt.Sprintf("There were %s on the list of %s, and %d on the list of %s: %s.",
			NumberOf(start.Counts.Members, "member", "members"), fullDay(start.AsAt), end.Counts.Members, fullDay(end.AsAt), moreOrFewer(end.Counts.Members-start.Counts.Members))}
	}
	t := ReportTable{Title: "Members on each list", Draw: true, Value: 1, Columns: []ReportColumn{
		{Title: "List of", Share: 4}, {Title: "Members", Share: 2, Right: true}, {Title: "Women", Share: 2, Right: true}, {Title: "Men", Share: 2, Right: true}, {Title: "Not stated", Share: 2, Right: true}, {Title: "Under 27", Share: 2, Right: true},
	}}
	for _, l := range shown {
		c := l.Counts
		t.Rows = append(t.Rows, []string{l.AsAt.Short(), strconv.Itoa(c.Members), strconv.Itoa(c.Women), strconv.Itoa(c.Men), strconv.Itoa(c.NotStated + c.Other), strconv.Itoa(c.Young)})
	}
	s.Tables = []ReportTable{t}
	return s
}

func moreOrFewer(n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("%d more", n)
	case n < 0:
		return fmt.Sprintf("%d fewer", -n)
	}
	return "as many"
}
