package data

import (
	"fmt"
	"strings"
)

// An AttendanceLetterInput is what the letter about somebody's attendance is worked out from.
type AttendanceLetterInput struct {
	Branch Branch
	Person Person
	Period Period
	// Meetings are all of the branch, in order of their dates, and Registers those of the meetings in the period.
	Meetings  []Meeting
	Registers map[MeetingID]Register
	// LastList is the newest membership list; nil for none.
	LastList  *ListImport
	Secretary string // who signs; "" when not known
	AsAt      Date
}

// tallied is what the registers say of one person in a period.
type tallied struct {
	held, came, sorry int // meetings held while they were a member, and of those
	rows              [][]string
	apologies         []string
	unknown           []string // meetings whose register names nobody
	executive, before int      // attended, and not counted: the executive's, and while not a member
}

// AttendanceLetter works out the letter: how many meetings somebody attended of how many were held while they were a
// member, on which dates and as what, with apologies apart. Meetings at which no names were taken are named and not
// counted. Meetings of the executive, which are not open to all, are counted apart. The error is a *Problem for a period
// that is none.
func AttendanceLetter(in AttendanceLetterInput) (Report, error) {
	if err := in.Period.Validate(); err != nil {
		return Report{}, err
	}
	t := in.tally()
	r := Report{
		Kind: LetterPaper, Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Title: "Attendance of " + in.Person.Name(),
		Lines: []string{in.Branch.CLP, fullDay(in.AsAt)}, AsAt: in.AsAt, People: 1, Facts: in.facts(), Signer: "Secretary",
		Certificate: "This is what the registers of the branch say.",
	}
	main := ReportSection{Sentences: in.sentences(t)}
	if len(t.rows) > 0 {
		main.Tables = []ReportTable{{Title: "Meetings attended", Rows: t.rows, Columns: []ReportColumn{
			{Title: "Date", Share: 3}, {Title: "Meeting", Share: 4}, {Title: "Attended as", Share: 4},
		}}}
	}
	r.Sections = append(r.Sections, main)
	if len(t.apologies) > 0 {
		r.Sections = append(r.Sections, ReportSection{Heading: "Apologies", Sentences: []string{"Sent for " + listed(t.apologies) + "."}})
	}
	r.Small = in.small(t)
	if in.Secretary != "" {
		r.Certificate += " " + in.Secretary + ", branch secretary."
	}
	return r, nil
}

// memberOn says whether somebody was a member on a day, as far as the book knows.
func (p Person) memberOn(on Date) bool {
	m := Eligibility{ArrearsVote: true}.of(p, on)
	return m == canVote || m == tooNew
}

func (in AttendanceLetterInput) tally() tallied {
	var t tallied
	for _, m := range in.Meetings {
		if m.Status != Closed || !in.Period.Has(m.Date) {
			continue
		}
		register, member := in.Registers[m.ID], in.Person.memberOn(m.Date)
		if m.CountOnly != nil || len(register) == 0 {
			if member && m.Kind != Executive {
				t.unknown = append(t.unknown, fullDay(m.Date))
			}
			continue
		}
		t.add(m, register, in.Person.ID, member)
	}
	return t
}

func (t *tallied) add(m Meeting, register Register, who PersonID, member bool) {
	counted := member && m.Kind != Executive
	t.held += b2i(counted)
	for _, a := range register.Attendance() {
		if a.Person != who {
			continue
		}
		if a.Apologies {
			t.sorry += b2i(counted)
			t.apologies = append(t.apologies, fullDay(m.Date))
			continue
		}
		t.came += b2i(counted)
		t.executive += b2i(m.Kind == Executive)
		t.before += b2i(!member && m.Kind != Executive)
		as := a.Capacity.words()
		if a.Online {
			as += ", online"
		}
		t.rows = append(t.rows, []string{m.Date.String(), m.Kind.String(), as})
	}
}

func (in AttendanceLetterInput) facts() []Fact {
	facts := []Fact{{"Member", in.Person.Name()}, {"Period", in.Period.String()}}
	if !in.Person.Joined.IsZero() {
		facts = append(facts, Fact{"Joined", fullDay(in.Person.Joined)})
	}
	switch p := in.Person; {
	case p.Status == Left && !p.LeftOn.IsZero():
		facts = append(facts, Fact{"Membership", "not on the list of " + fullDay(p.LeftOn)})
	case p.Status == Left:
		facts = append(facts, Fact{"Membership", "left the list"})
	case p.Status != Member:
		facts = append(facts, Fact{"Membership", "not a member of this branch"})
	case in.LastList != nil && in.Person.LastSeen == in.LastList.AsAt:
		facts = append(facts, Fact{"Membership", "on the membership list as at " + fullDay(in.LastList.AsAt)})
	}
	return facts
}

// sentences are the count and what it leaves out: "Zoë Okafor attended 9 of the 11 meetings of the branch that were held in
// this period while they were a member."
func (in AttendanceLetterInput) sentences(t tallied) []string {
	name := in.Person.Name()
	first := fmt.Sprintf("%s attended %d of the %s of the branch held in this period while they were a member", name, t.came, NumberOf(t.held, "meeting", "meetings"))
	switch t.held {
	case 1:
		first = fmt.Sprintf("%s %s the only meeting of the branch held in this period while they were a member", name, map[bool]string{true: "attended", false: "did not attend"}[t.came == 1])
	case 0:
		first = fmt.Sprintf("No meeting of the branch with a register of names was held in this period while %s was a member", name)
	}
	if t.sorry > 0 {
		first += ", and sent apologies"
		if t.held > 1 {
			first += fmt.Sprintf(" for %d", t.sorry)
		}
	}
	out := []string{first + "."}
	if t.executive > 0 {
		out = append(out, fmt.Sprintf("They also attended %s, which %s not open to every member and %s not counted.",
			NumberOf(t.executive, "meeting of the executive", "meetings of the executive"), isOrAre(t.executive), isOrAre(t.executive)))
	}
	if t.before > 0 {
		out = append(out, fmt.Sprintf("They also attended %s while not a member, which %s not counted.", NumberOf(t.before, "meeting", "meetings"), isOrAre(t.before)))
	}
	return out
}

// small says what the registers cannot say.
func (in AttendanceLetterInput) small(t tallied) string {
	var out []string
	if in.Person.Joined.IsZero() && in.Person.Status == Member {
		out = append(out, "The day of joining is not known, so every meeting of the period is counted.")
	}
	if len(t.unknown) > 0 {
		out = append(out, fmt.Sprintf("No names were taken at %s, held on %s, so %s not counted.",
			NumberOf(len(t.unknown), "meeting", "meetings"), listed(t.unknown), map[bool]string{true: "it is", false: "they are"}[len(t.unknown) == 1]))
	}
	return strings.Join(out, " ")
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
