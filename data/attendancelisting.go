package data

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A ListedAttendance is one row of somebody's table of who came, read but not yet in the book.
type ListedAttendance struct {
	Row          int // as a spreadsheet counts, from 1
	Name, Number string
	// Capacity is as what they came; "" where the table does not say, so that the rules do.
	Capacity      Capacity
	Arrived, Left Time // zero where the table does not say
	// Came says that they came at all, and Apologies that they sent apologies; with neither they are only on the list.
	Came, Apologies bool
	Online          bool
	Reason          string // why there was no vote, or was one after all
	Away            []Absence
}

// An Absence is when somebody went out and when they came back; either is zero where it is not known.
type Absence struct{ Out, In Time }

// attendanceHeadings are the headings by which the columns of a register are known, folded.
var attendanceHeadings = map[string]string{
	"name": "name, full name, member, attendee", "first": "first name, forename", "last": "last name, surname",
	"number": "membership no, membership number, member no, number", "capacity": "capacity, as", "voter": "voter, can vote",
	"arrived": "arrived, time in, in, arrival", "left": "left, time out, out", "apologies": "apologies, apologies sent", "notes": "notes, note",
	"came": "present, attended, here, signed, signature",
}

// ReadAttendance reads who came from the rows of a table: the attendance of a meeting as it was exported, or a sheet that
// somebody filled in at the door. A row that says neither that somebody came nor that they sent apologies is left out. The
// error is a *Problem: there are no headings to go by.
func ReadAttendance(rows [][]string) (listed []ListedAttendance, refused []Refusal, err error) {
	head, column := attendanceHead(rows)
	if head < 0 {
		return nil, nil, NewProblem("No column of this table is headed Name. Put a row of headings above the names, such as Name, Membership no., Arrived and Left.", nil)
	}
	for i, cells := range rows[head+1:] {
		cell := func(key string) string {
			if at, ok := column[key]; ok && at < len(cells) {
				return strings.TrimSpace(cells[at])
			}
			return ""
		}
		l := ListedAttendance{Row: head + 2 + i, Name: joined(cell("name")), Number: cell("number")}
		if last := cell("last"); l.Name == "" && last != "" {
			l.Name = strings.TrimSpace(cell("first") + " " + last)
		}
		if l.Name == "" || Fold(l.Name) == Fold(inAll) {
			continue
		}
		if reason := l.read(cell); reason != "" {
			refused = append(refused, Refusal{Row: l.Row, Name: l.Name, Number: l.Number, Reason: reason})
			continue
		}
		if l.Came || l.Apologies {
			listed = append(listed, l)
		}
	}
	return listed, refused, nil
}

// inAll stands before the totals of a table.
const inAll = "In all"

// attendanceHead finds the row of headings, and which column is which.
func attendanceHead(rows [][]string) (int, map[string]int) {
	const preamble = 40
	for i, cells := range rows[:min(len(rows), preamble)] {
		column := map[string]int{}
		for at, heading := range cells {
			for key, known := range attendanceHeadings {
				if _, taken := column[key]; !taken && slices.Contains(strings.Split(known, ", "), Fold(heading)) {
					column[key] = at
				}
			}
		}
		_, full := column["name"]
		_, last := column["last"]
		if (full || last) && len(column) > 1 {
			return i, column
		}
	}
	return -1, nil
}

// read takes in what a row says beside the name, and returns why it cannot be trusted.
func (l *ListedAttendance) read(cell func(string) string) (reason string) {
	for _, key := range []string{"arrived", "left"} {
		t, err := ParseTime(cell(key), true)
		if err != nil {
			return fmt.Sprintf("%q is not a time. Write it like 7.34pm.", cell(key))
		}
		if key == "left" {
			l.Left = t
		} else {
			l.Arrived = t
		}
	}
	if words := cell("capacity"); words != "" {
		capacity, known := CapacityFrom(words)
		if !known {
			return fmt.Sprintf("%q is no capacity in which people come. Write voter, no vote, guest, observer, delegate or officer.", words)
		}
		l.Capacity = capacity
	}
	if l.Capacity == "" && saysNo(cell("voter")) {
		l.Capacity = NoVote
	}
	signed := cell("came")
	l.Came = l.Capacity != "" && cell("capacity") != "" || !l.Arrived.IsZero() || !l.Left.IsZero() || signed != "" && !saysNo(signed)
	l.Apologies = !l.Came && cell("apologies") != "" && !saysNo(cell("apologies"))
	l.readNotes(cell("notes"))
	return ""
}

func saysNo(s string) bool { return slices.Contains([]string{"n", "no", "0", "false"}, Fold(s)) }

var wentOut = regexp.MustCompile(`^out (\S+) to (\S+)$`)

// readNotes reads what a register's own notes say; any other note stays in the table.
func (l *ListedAttendance) readNotes(notes string) {
	for note := range strings.SplitSeq(notes, "; ") {
		out := wentOut.FindStringSubmatch(note)
		reason, isReason := strings.CutPrefix(note, "no vote: ")
		switch {
		case out != nil:
			from, _ := ParseTime(out[1], true)
			to, _ := ParseTime(out[2], true)
			l.Away = append(l.Away, Absence{from, to})
		case note == "went out and came back":
			l.Away = append(l.Away, Absence{})
		case note == "online":
			l.Online = true
		case isReason:
			l.Reason = reason
		case l.Capacity == Voter:
			l.Reason = note
		}
	}
}

// An AttendanceInput is what a list of who came is compared with.
type AttendanceInput struct {
	Meeting  Meeting
	Register Register // as it is
	People   []Person
	Rules    Rules // in force on the day
}

// Enter returns the lines that a list adds to the register of a meeting, with IDs from ids, and how many of its people
// are in the register already, who stay as they are. Somebody is found by number, else by a name that nobody else has;
// who cannot be found is refused, with the reason. Nothing has been changed yet.
func (in AttendanceInput) Enter(listed []ListedAttendance, ids func() EventID) (events []Event, already int, refused []Refusal) {
	there := map[PersonID]bool{}
	for _, e := range in.Register {
		there[e.Person] = e.Person != ""
	}
	for _, l := range listed {
		p, reason := in.meant(l)
		switch {
		case reason != "":
			refused = append(refused, Refusal{Row: l.Row, Name: l.Name, Number: l.Number, Reason: reason})
		case there[p.ID]:
			already++
		default:
			there[p.ID] = p.ID != ""
			events = append(events, in.events(l, p, ids)...)
		}
	}
	return events, already, refused
}

// meant finds who a row is about; nobody for one whose name was not recorded.
func (in AttendanceInput) meant(l ListedAttendance) (Person, string) {
	if l.Name == NameNotRecorded {
		return Person{}, ""
	}
	first, last := "", l.Name
	if surname, forename, comma := strings.Cut(l.Name, ","); comma {
		first, last = strings.TrimSpace(forename), strings.TrimSpace(surname)
	}
	wanted := Fold(first + " " + last)
	var named []Person
	for _, p := range in.People {
		if l.Number != "" && FoldNumber(p.Number) == FoldNumber(l.Number) {
			return p, ""
		}
		if Fold(p.Name()) == wanted {
			named = append(named, p)
		}
	}
	switch len(named) {
	case 0:
		return Person{}, "Nobody in the book has this name. Add them first, or correct the name in the file."
	case 1:
		return named[0], ""
	}
	return Person{}, NumberOf(len(named), "person", "people") + " in the book have this name. Write the membership number beside it."
}

func (in AttendanceInput) events(l ListedAttendance, p Person, ids func() EventID) []Event {
	var unnamed EventID
	event := func(move Move, at Time) Event {
		e := Event{ID: ids(), Meeting: in.Meeting.ID, Person: p.ID, Move: move, At: at}
		if p.ID == "" && unnamed == "" {
			unnamed = e.ID
		}
		e.Unnamed = unnamed
		return e
	}
	if l.Apologies {
		return []Event{event(SentApologies, Time{})}
	}
	capacity, why := in.capacity(l, p)
	came := func(at Time) Event {
		e := event(CameIn, at)
		e.Capacity, e.Reason, e.Online = capacity, why, l.Online
		return e
	}
	events := []Event{came(l.Arrived)}
	for _, away := range l.Away {
		events = append(events, event(WentOut, away.Out), came(away.In))
	}
	if !l.Left.IsZero() {
		events = append(events, event(WentOut, l.Left))
	}
	return events
}

// capacity is what the list says, and what the rules say where it does not.
func (in AttendanceInput) capacity(l ListedAttendance, p Person) (Capacity, string) {
	if l.Capacity != "" {
		return l.Capacity, l.Reason
	}
	standing := in.Rules.Eligibility.Standing(p, in.Meeting.Date)
	switch {
	case standing.CanVote:
		return Voter, l.Reason
	case p.Status == Member:
		return NoVote, standing.Reason
	}
	return Visitor, l.Reason
}
