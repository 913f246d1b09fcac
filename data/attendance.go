package data

import "fmt"

// An AttendanceSheet is who came to a meeting, when and as what: the rows that the screen previews and the spreadsheet
// holds. It has no contact details, no private notes and no reasons for apologies.
type AttendanceSheet struct {
	Branch, CLP string
	// Meeting is "Ordinary meeting, Thu 14 May 2026".
	Meeting string
	Date    Date
	// Facts are the heading's lines in order: venue, times, chair, minute-taker; what is not known is left out.
	Facts []Fact
	Rows  []AttendanceRow
	// Voters, NoVote and Others attended; Apologies sent them and did not come. CountOnly is how many were present
	// where names were not taken, else -1.
	Voters, NoVote, Others, Apologies, CountOnly int
	// Online is how many of those who attended were there by video or telephone.
	Online      int
	Quorum      Finding
	QuorumWords string
}

// A Fact is a value under its label, as a paper's first page lists it.
type Fact struct{ Label, Value string }

// An AttendanceRow is one person's evening.
type AttendanceRow struct {
	Person    PersonID // "" for someone whose name was not recorded
	Name      string   // surname first: Llewellyn, Siân
	Number    string   // membership number, as text
	Ward      string
	Capacity  Capacity // "" for apologies
	Voter     bool
	Arrived   Time // zero when not known
	Left      Time // zero for those who stayed, and when not known
	Apologies bool
	Notes     string
}

// NameNotRecorded stands in papers for somebody without a name.
const NameNotRecorded = "Name not recorded"

// AttendanceColumns returns the titles of the columns, in the order of a row's Cells.
func AttendanceColumns() []string {
	return []string{"Name", "Membership no.", "Ward", "Capacity", "Voter", "Arrived", "Left", "Apologies", "Notes"}
}

// Cells returns the row under AttendanceColumns: strings, times and yes or no, each as its type.
func (r AttendanceRow) Cells() []any {
	apologies := ""
	if r.Apologies {
		apologies = "Yes"
	}
	voter := "No"
	if r.Voter {
		voter = "Yes"
	}
	if r.Apologies {
		voter = ""
	}
	return []any{r.Name, r.Number, r.Ward, r.Capacity.words(), voter, r.Arrived, r.Left, apologies, r.Notes}
}

// The groups of a register, in order.
const (
	groupVoters = iota
	groupNoVote
	groupOthers
	groupApologies
)

func (a Attendance) group() int {
	switch {
	case !a.Attended:
		return groupApologies
	case a.Capacity == Voter:
		return groupVoters
	case a.Capacity == NoVote:
		return groupNoVote
	}
	return groupOthers
}

func (a Attendance) who() ID { return Event{Person: a.Person, Unnamed: a.Unnamed}.who() }

func (s *AttendanceSheet) tally(group int) *int {
	return [...]*int{&s.Voters, &s.NoVote, &s.Others, &s.Apologies}[group]
}

// Attended is how many came at all, in any capacity.
func (s AttendanceSheet) Attended() int {
	if s.CountOnly >= 0 {
		return s.CountOnly
	}
	return s.Voters + s.NoVote + s.Others
}

// Total returns the totals in a sentence: "15 voters, 2 members without a vote, 2 others, 6 apologies".
func (s AttendanceSheet) Total() string {
	if s.CountOnly >= 0 {
		return fmt.Sprintf("%d present (names were not taken), %s", s.CountOnly, NumberOf(s.Apologies, "apology", "apologies"))
	}
	return fmt.Sprintf("%s, %s, %s, %s", NumberOf(s.Voters, "voter", "voters"), NumberOf(s.NoVote, "member without a vote", "members without a vote"),
		NumberOf(s.Others, "other", "others"), NumberOf(s.Apologies, "apology", "apologies"))
}

// People is how many people the sheet names.
func (s AttendanceSheet) People() int {
	n := 0
	for _, r := range s.Rows {
		n += b2i(r.Person != "")
	}
	return n
}

// words returns the capacity as papers print it: "Voter", "Member without a vote"; "" for none.
func (c Capacity) words() string {
	switch c {
	case "":
		return ""
	case NoVote:
		return "Member without a vote"
	case InOffice:
		return "Officer in attendance"
	}
	return Capital(string(c))
}
