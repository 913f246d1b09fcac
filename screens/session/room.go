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
		slices.SortStableFunc(rows, func(a, b RoomRow) int { return cmp.Compare(a.Words, b.Words) })
	}
	v.Tabs = []string{fmt.Sprintf("Present %d", voters+without), fmt.Sprintf("Apologies %d", len(v.Apologies)), fmt.Sprintf("Guests %d", guests)}
	v.Foot = fmt.Sprintf("%d with a vote, %d without", voters, without+guests)
	return v
}

func (m *Model) roomRow(a data.Attendance) RoomRow {
	row := RoomRow{ID: string(a.Person), Name: m.name(a.Person), In: shortTime(a.In), Why: a.Reason, Icon: parts.IconCheck, Tone: parts.Green}
	if a.Person == "" {
		row.ID, row.Name = string(a.Unnamed), notRecorded
	}
	row.Words = data.Fold(m.names[a.Person].Last + " " + m.names[a.Person].First)
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

// guestID begins the candidate that is no person in the book yet: the words that were typed follow it.
const guestID, otherID = "guest:", "other"

// Door returns whom the typed letters may mean, the best first, each with what Enter would do. A person who is in is
// offered out.
func (m *Model) Door(typed string) []parts.Candidate {
	if m.door == nil {
		return nil
	}
	if o := unnamed.FindStringSubmatch(strings.ToLower(strings.TrimSpace(typed))); o != nil {
		return []parts.Candidate{{ID: otherID, Name: "One other (name not recorded)", Note: "a guest"}}
	}
	in := m.present()
	var out []parts.Candidate
	for _, p := range m.door.find(typed, shownMatches, func(id data.PersonID) bool { return in[id] }) {
		out = append(out, m.candidate(p, in[p.ID]))
	}
	if words := strings.TrimSpace(typed); len([]rune(words)) > 1 && !strings.ContainsAny(words, "0123456789") {
		out = append(out, parts.Candidate{ID: guestID + words, Name: "Add “" + words + "” as a guest", Tone: parts.Quiet})
	}
	return out
}

func (m *Model) candidate(p data.Person, in bool) parts.Candidate {
	c := parts.Candidate{ID: string(p.ID), Name: p.Name()}
	if in {
		a, _ := m.attendance(string(p.ID))
		c.Note, c.Tone = strings.TrimSpace("in "+a.In.String())+": out?", parts.Green
		return c
	}
	capacity, why := m.capacity(p)
	switch capacity {
	case data.Voter:
		c.Note, c.Tone = "can vote", parts.Quiet
	case data.NoVote:
		c.Note, c.Tone = why, parts.Amber
	default:
		c.Note, c.Tone = string(capacity), parts.Quiet
	}
	return c
}

// Members returns whom the typed letters may mean where somebody in the room is wanted: a mover, the owner of an action.
// Those who are in stand first.
func (m *Model) Members(typed string) []parts.Candidate {
	if m.door == nil {
		return nil
	}
	in := m.present()
	var out []parts.Candidate
	for _, p := range m.door.find(typed, shownMatches, func(id data.PersonID) bool { return !in[id] }) {
		c := parts.Candidate{ID: string(p.ID), Name: p.Name(), Note: "not in the room", Tone: parts.Quiet}
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
		c := parts.Candidate{ID: string(p.ID), Name: p.Name()}
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
	s := m.held.rules.Eligibility.Standing(p, m.held.Date)
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

// AtTheDoor does what Enter on a candidate offers: in, out, a new guest, or somebody without a name.
func (m *Model) AtTheDoor(c parts.Candidate) (string, error) {
	if words, ok := strings.CutPrefix(c.ID, guestID); ok {
		return m.AddGuest(words, m.moment())
	}
	if c.ID == otherID {
		return m.ComeUnnamed(1, m.moment())
	}
	return m.InOrOut(data.PersonID(c.ID))
}

// InOrOut checks somebody in; who is in already goes out.
func (m *Model) InOrOut(who data.PersonID) (string, error) {
	if m.present()[who] {
		return m.GoOut(string(who), m.moment())
	}
	return m.ComeIn(who, m.moment())
}

// ComeIn checks somebody in at a time, which may be zero. A member without a vote is let in with the reason.
func (m *Model) ComeIn(who data.PersonID, at data.Time) (string, error) {
	p, known := m.names[who]
	if !known {
		return "", data.NewProblem("This person is no longer in the book. Look again.", nil)
	}
	capacity, why := m.capacity(p)
	err := m.change("check in "+p.Name(), func(tx *book.Tx) error {
		return tx.Events.Put(data.Event{
			ID: data.EventID(tx.NewID()), Meeting: m.meeting, Person: who, Move: data.CameIn, At: at, Capacity: capacity, Reason: why,
		})
	})
	line := p.Name() + " is in" + atWords(at)
	if why != "" {
		line += " without a vote: " + why
	}
	return line + ".", err
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

// AddGuest puts somebody who is not on the list into the book as a guest, and checks them in. Words behind a comma say
// where they are from: "Amy Stone, Riverside branch".
func (m *Model) AddGuest(words string, at data.Time) (string, error) {
	name, from, _ := strings.Cut(words, ",")
	name, from = strings.TrimSpace(name), strings.TrimSpace(from)
	first, last := "", name
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		first, last = strings.TrimSpace(name[:i]), name[i+1:]
	}
	err := m.change("add "+name+" as a guest", func(tx *book.Tx) error {
		p := data.Person{ID: data.PersonID(tx.NewID()), First: first, Last: last, Status: data.Guest, Organisation: from}
		if err := tx.People.Put(p); err != nil {
			return err
		}
		return tx.Events.Put(data.Event{
			ID: data.EventID(tx.NewID()), Meeting: m.meeting, Person: p.ID, Move: data.CameIn, At: at, Capacity: data.Visitor,
		})
	})
	return name + " is in as a guest" + atWords(at) + ".", err
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

// Apologise records somebody's apologies, and who passed them on.
func (m *Model) Apologise(who data.PersonID, by string) (string, error) {
	name := m.name(who)
	if a, known := m.attendance(string(who)); known && a.Apologies && a.ReportedBy == strings.TrimSpace(by) {
		return "Apologies from " + name + " are noted already.", nil
	}
	err := m.change("note apologies from "+name, func(tx *book.Tx) error {
		return tx.Events.Put(data.Event{
			ID: data.EventID(tx.NewID()), Meeting: m.meeting, Person: who, Move: data.SentApologies, ReportedBy: strings.TrimSpace(by),
		})
	})
	return "Apologies from " + name + " noted.", err
}

func atWords(at data.Time) string {
	if at.IsZero() {
		return ""
	}
	return " at " + at.String()
}

// A Correction is somebody's evening as it should have been recorded. The zero Time is not known.
type Correction struct {
	Name    string
	In, Out data.Time
	Present bool // still in the room: Out is not asked
	As      data.Capacity
}

// Correctable returns somebody's evening to be corrected; false for one who only sent apologies.
func (m *Model) Correctable(who string) (Correction, bool) {
	a, known := m.attendance(who)
	if !known || !a.Attended {
		return Correction{}, false
	}
	return Correction{Name: cmp.Or(m.name(a.Person), notRecorded), In: a.In, Out: a.Out, Present: a.Present, As: a.Capacity}, true
}

// Correct changes when somebody first came in and last went out, and as what they came.
func (m *Model) Correct(who string, c Correction) (string, error) {
	a, known := m.attendance(who)
	if !known || !a.Attended {
		return "", data.NewProblem("This person is no longer in the register. Look again.", nil)
	}
	if !c.Present && !c.In.IsZero() && !c.Out.IsZero() && c.Out.Before(c.In) {
		return "", data.NewProblem(fmt.Sprintf("%s would have left at %s before coming in at %s. Correct one of the two times.", c.Name, c.Out, c.In), nil)
	}
	err := m.change("correct the times of "+c.Name, func(tx *book.Tx) error {
		register, err := tx.Events.Of(m.meeting)
		if err != nil {
			return err
		}
		return correctEvents(tx, register, a, c)
	})
	return "The register now has " + c.Name + " in" + atWords(c.In) + ".", err
}

func correctEvents(tx *book.Tx, register data.Register, a data.Attendance, c Correction) error {
	first, last := true, data.Event{}
	for _, e := range register {
		if e.Person != a.Person || e.Unnamed != a.Unnamed {
			continue
		}
		switch e.Move {
		case data.CameIn:
			if first {
				e.At = c.In
			}
			first = false
			if e.Capacity != c.As {
				e.Capacity, e.Reason = c.As, ""
			}
			if err := tx.Events.Put(e); err != nil {
				return err
			}
		case data.WentOut:
			last = e
		}
	}
	if c.Present || last.ID == "" {
		return nil
	}
	last.At = c.Out
	return tx.Events.Put(last)
}

// RoomAt counts who was in the room at a time; the zero Time is now.
func (m *Model) RoomAt(at data.Time) data.Room {
	if at.IsZero() {
		return m.held.register.Room()
	}
	return m.held.register.At(at).Room()
}

// voters returns who could vote at a time; the zero Time is now.
func (m *Model) voters(at data.Time) []data.PersonID {
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
