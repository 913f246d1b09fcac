package session

import (
	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// Unnamed returns those whose names were not recorded, as the register shows them.
func (m *Model) Unnamed() []RoomRow {
	var rows []RoomRow
	for _, a := range m.held.register.Attendance() {
		if a.Person == "" {
			rows = append(rows, m.roomRow(a))
		}
	}
	return rows
}

// Unknown returns whom the typed letters may mean where somebody without a name is to get one. Those who are in the
// register already stand last.
func (m *Model) Unknown(typed string) []parts.Candidate {
	if m.door == nil {
		return nil
	}
	came := map[data.PersonID]bool{}
	for _, a := range m.held.register.Attendance() {
		came[a.Person] = a.Attended
	}
	var out []parts.Candidate
	for _, p := range m.door.find(typed, shownMatches, func(id data.PersonID) bool { return came[id] }) {
		c := m.candidate(p, false, Coming{})
		if came[p.ID] {
			c.Note, c.Tone = "in the register already", parts.Amber
		}
		out = append(out, c)
	}
	return out
}

// Identify gives somebody whose name was not recorded the name of a person, during the meeting or afterwards, with the
// capacity that the rules give. It is refused when that person was in the room at the same time.
func (m *Model) Identify(unnamed data.EventID, who data.PersonID) (string, error) {
	p, known := m.names[who]
	if !known {
		return "", data.NewProblem("This person is no longer in the book. Look again.", nil)
	}
	return m.identify(unnamed, p)
}

// IdentifyGuest names somebody whose name was not recorded and who is not in the book: "Amy Stone, Riverside branch".
func (m *Model) IdentifyGuest(unnamed data.EventID, words string) (string, error) {
	p := newGuest(words)
	if p.Name() == "" {
		return "", data.NewProblem("Type the name of the one who was not recorded.", nil)
	}
	return m.identify(unnamed, p)
}

func (m *Model) identify(unnamed data.EventID, p data.Person) (string, error) {
	a, known := m.attendance(string(unnamed))
	if !known {
		return "", data.NewProblem("There is no longer anybody without a name here. Look again.", nil)
	}
	capacity, why := m.capacity(p)
	err := m.revise("name "+p.Name()+", who was not recorded", func(tx *book.Tx) error {
		register, err := tx.Events.Of(m.meeting)
		if err != nil {
			return err
		}
		if p.ID == "" {
			p.ID = data.PersonID(tx.NewID())
			if err := tx.People.Put(p); err != nil {
				return err
			}
		} else if register.Together(data.ID(p.ID), data.ID(unnamed)) {
			return data.NewProblem(p.Name()+" was in the room at the same time, under their own name. Choose somebody else, or take one of the two off the register.", nil)
		}
		for _, e := range register.Of(data.ID(unnamed)) {
			e.Person = p.ID // Unnamed stays, to show that the name came later
			if e.Move == data.CameIn && (capacity != data.Visitor || e.Capacity == "") {
				e.Capacity, e.Reason = capacity, why
			}
			if err := tx.Events.Put(e); err != nil {
				return err
			}
		}
		return nil
	})
	line := "The one not recorded was " + p.Name()
	if !a.In.IsZero() {
		line += ", in" + atWords(a.In)
	}
	if why != "" {
		line += " without a vote: " + why
	}
	return line + ".", err
}
