package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A RoomView is who came, who sent apologies, and who else is there.
type RoomView struct {
	Present   []RoomRow // members, those who left too
	Apologies []RoomRow
	Guests    []RoomRow // everyone who is no member of the branch
	Tabs      []string  // "Present 16", "Apologies 5", "Guests 2"
	Foot      string    // "15 with a vote, 1 without"
	Split     string    // "9 in the room, 6 online"; "" when nobody is online
	Count     string    // "22 counted, names not taken"; "" where they were
	Stamps    bool      // the clock writes the times; else they are typed
}

// A RoomRow is one line of the register.
type RoomRow struct {
	ID    string // of the person, or of one without a name
	Name  string
	In    string // "7.24", the evening being plain; "" when not known
	Vote  string // "no vote", "out 9.10"; "" for a voter
	Tone  parts.Tone
	Icon  parts.IconName
	Why   string // the reason why there is no vote; who passed the apologies on; where a guest is from
	Words string // what letters find in the list
}

// notRecorded is what somebody without a name is called.
const notRecorded = "Name not recorded"

func (m *Model) roomView() RoomView {
	v := RoomView{Stamps: m.stamps()}
	var voters, without, guests int
	for _, a := range m.held.register.Attendance() {
		row := m.roomRow(a)
		switch {
		case !a.Attended:
			v.Apologies = append(v.Apologies, row)
		case a.Capacity == data.Voter || a.Capacity == data.NoVote:
			v.Present = append(v.Present, row)
			voters += one(a.Present && a.Capacity == data.Voter)
			without += one(a.Present && a.Capacity == data.NoVote)
		default:
			v.Guests = append(v.Guests, row)
			guests += one(a.Present)
		}
	}
	for _, rows := range [][]RoomRow{v.Present, v.Apologies, v.Guests} {
		sortRows(rows)
	}
	v.Tabs = []string{fmt.Sprintf("Present %d", voters+without), fmt.Sprintf("Apologies %d", len(v.Apologies)), fmt.Sprintf("Guests %d", guests)}
	v.Foot = fmt.Sprintf("%d with a vote, %d without", voters, without+guests)
	v.Split = m.held.register.Room().Split()
	if n := m.held.CountOnly; n != nil {
		v.Count = fmt.Sprintf("%d counted, names not taken", *n)
	}
	return v
}

// sortRows orders people by surname.
func sortRows(rows []RoomRow) {
	slices.SortStableFunc(rows, func(a, b RoomRow) int { return cmp.Compare(a.Words, b.Words) })
}

func (m *Model) roomRow(a data.Attendance) RoomRow {
	row := RoomRow{ID: string(a.Person), Name: m.name(a.Person), In: shortTime(a.In), Why: a.Reason, Icon: parts.IconCheck, Tone: parts.Green}
	if a.Person == "" {
		row.ID, row.Name = string(a.Unnamed), notRecorded
	}
	if with := m.apart(m.names[a.Person]); with != "" {
		row.Name += " (" + with + ")"
	}
	row.Words = data.Fold(notRecorded)
	if a.Person != "" {
		row.Words = data.Fold(m.names[a.Person].Last + " " + m.names[a.Person].First)
	}
	switch {
	case !a.Attended:
		row.Icon, row.Tone, row.Why = "", parts.Quiet, a.ReportedBy
	case !a.Present:
		row.Icon, row.Tone, row.Vote = "", parts.Quiet, strings.TrimSpace("out "+shortTime(a.Out))
	case a.Capacity == data.NoVote:
		row.Icon, row.Tone, row.Vote = "", parts.Amber, "no vote"
	case a.Capacity != data.Voter:
		row.Icon, row.Tone, row.Vote = "", parts.Quiet, string(a.Capacity)
		row.Why = cmp.Or(row.Why, m.names[a.Person].Organisation)
	case a.Online:
		row.Vote = "online"
	}
	if a.Online && a.Present && a.Capacity != data.Voter {
		row.Name += ", online"
	}
	return row
}

// shortTime returns a time for a narrow column, where everybody came the same evening: 7.24.
func shortTime(at data.Time) string { return strings.TrimRight(at.String(), "apm") }

// attendance finds somebody's evening; false when they neither came nor sent apologies.
func (m *Model) attendance(who string) (data.Attendance, bool) {
	for _, a := range m.held.register.Attendance() {
		if string(a.Person) == who && who != "" || a.Person == "" && string(a.Unnamed) == who {
			return a, true
		}
	}
	return data.Attendance{}, false
}

func (m *Model) present() map[data.PersonID]bool {
	in := map[data.PersonID]bool{}
	for _, a := range m.held.register.Attendance() {
		if a.Present && a.Person != "" {
			in[a.Person] = true
		}
	}
	return in
}

// shownMatches is how many people the field at the door offers, besides a guest.
const shownMatches = 5

// Members returns whom the typed letters may mean where somebody in the room is wanted: a mover, the owner of an action.
// Those who are in stand first.
func (m *Model) Members(typed string) []parts.Candidate {
	if m.door == nil {
		return nil
	}
	in := m.present()
	var out []parts.Candidate
	for _, p := range m.door.find(typed, shownMatches, func(id data.PersonID) bool { return !in[id] }) {
		c := parts.Candidate{ID: string(p.ID), Name: m.toldApart(p), Note: "not in the room", Tone: parts.Quiet}
		if in[p.ID] {
			c.Note, c.Tone = "in the room", parts.Green
		}
		out = append(out, c)
	}
	return out
}

// Absent returns whom the typed letters may mean where somebody is away.
func (m *Model) Absent(typed string) []parts.Candidate {
	if m.door == nil {
		return nil
	}
	in := m.present()
	var out []parts.Candidate
	for _, p := range m.door.find(typed, shownMatches, func(id data.PersonID) bool { return in[id] }) {
		c := parts.Candidate{ID: string(p.ID), Name: m.toldApart(p)}
		switch a, known := m.attendance(string(p.ID)); {
		case known && a.Apologies:
			c.Note, c.Tone = "apologies noted", parts.Green
		case known && a.Attended:
			c.Note, c.Tone = "came to the meeting", parts.Amber
		}
		out = append(out, c)
	}
	return out
}

// capacity says as what somebody comes in, and why without a vote.
func (m *Model) capacity(p data.Person) (data.Capacity, string) {
	s := m.held.rules.Eligibility.Standing(p, m.judgedOn())
	switch {
	case s.CanVote:
		return data.Voter, ""
	case p.Status == data.Member:
		return data.NoVote, s.Reason
	case p.Status == data.Affiliate:
		return data.Delegate, ""
	case p.Status == data.Left:
		return data.Visitor, s.Reason
	}
	return data.Visitor, ""
}

// GoOut checks somebody out; who is a person, or one without a name.
func (m *Model) GoOut(who string, at data.Time) (string, error) {
	a, known := m.attendance(who)
	if !known || !a.Present {
		return "", data.NewProblem("This person is not in the room.", nil)
	}
	name := cmp.Or(m.name(a.Person), notRecorded)
	err := m.change("check out "+name, func(tx *book.Tx) error {
		return tx.Events.Put(data.Event{
			ID: data.EventID(tx.NewID()), Meeting: m.meeting, Person: a.Person, Unnamed: a.Unnamed, Move: data.WentOut, At: at,
		})
	})
	return name + " went out" + atWords(at) + ".", err
}

// ComeUnnamed checks in so many people whose names were not recorded, as guests.
func (m *Model) ComeUnnamed(n int, at data.Time) (string, error) {
	what := data.NumberOf(n, "other", "others") + " (name not recorded)"
	err := m.change("check in "+what, func(tx *book.Tx) error {
		for range n {
			id := data.EventID(tx.NewID())
			if err := tx.Events.Put(data.Event{ID: id, Unnamed: id, Meeting: m.meeting, Move: data.CameIn, At: at, Capacity: data.Visitor}); err != nil {
				return err
			}
		}
		return nil
	})
	return data.NumberOf(n, "other is in", "others are in") + atWords(at) + ", name not recorded.", err
}

func atWords(at data.Time) string {
	if at.IsZero() {
		return ""
	}
	return " at " + at.String()
}

// RoomAt counts who was in the room at a time; the zero Time is now. Where names were not taken everybody counted is
// taken for a voter.
func (m *Model) RoomAt(at data.Time) data.Room {
	if n := m.held.CountOnly; n != nil {
		return data.Room{Voters: *n}
	}
	if at.IsZero() {
		return m.held.register.Room()
	}
	return m.held.register.At(at).Room()
}

// voters returns who could vote at a time; the zero Time is now. It is nobody by name where names were not taken.
func (m *Model) voters(at data.Time) []data.PersonID {
	if m.held.CountOnly != nil {
		return nil
	}
	register := m.held.register
	if !at.IsZero() {
		register = register.At(at)
	}
	var out []data.PersonID
	for _, a := range register.Attendance() {
		if a.Present && a.Capacity == data.Voter && a.Person != "" {
			out = append(out, a.Person)
		}
	}
	return out
}
