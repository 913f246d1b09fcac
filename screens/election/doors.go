package election

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// Doors are how a nomination or selection meeting lets voters in, as typed. Times are zero where they are not known.
type Doors struct {
	Eligible                        int
	Statements, ClosedAt, Discussed data.Time
}

// Doors returns what is recorded, and how many are eligible on the frozen list where nobody typed another number.
func (m *Model) Doors() Doors {
	c := m.held.contest
	d := Doors{}
	if c.Doors != nil {
		d = Doors{c.Doors.Eligible, c.Doors.Statements, c.Doors.ClosedAt, c.Doors.Discussed}
	}
	if d.Eligible == 0 {
		d.Eligible, _ = m.Eligible()
	}
	return d
}

// Eligible returns how many members can vote, on the day that standing is judged on, with the sum.
func (m *Model) Eligible() (int, data.Finding) {
	h := &m.held
	return h.Rules.Eligibility.Count(h.everyone, h.contest.JudgedOn(h.Meeting.Date))
}

// Now is the time for a field that is filled by a key: zero when the meeting is not today.
func (m *Model) Now() data.Time { return m.moment() }

// SetDoors records how the doors were kept.
func (m *Model) SetDoors(d Doors) (string, error) {
	err := m.change("record the doors of "+m.held.contest.Title, func(_ *book.Tx, c *data.Contest) error {
		doors := data.Doors{}
		if c.Doors != nil {
			doors = *c.Doors
		}
		doors.Eligible, doors.Statements, doors.ClosedAt, doors.Discussed = d.Eligible, d.Statements, d.ClosedAt, d.Discussed
		c.Doors = &doors
		return nil
	})
	return "The doors are recorded.", err
}

// Refuse records somebody who came after the doors were closed to voters.
func (m *Model) Refuse(who parts.Who, at data.Time) (string, error) {
	if who.IsZero() {
		return "", data.NewProblem("Type who came too late, by name.", nil)
	}
	name := m.held.find.NameOf(who)
	err := m.change("record that "+name+" came too late to vote", func(_ *book.Tx, c *data.Contest) error {
		doors := data.Doors{}
		if c.Doors != nil {
			doors = *c.Doors
		}
		late := data.Refused{Person: who.ID, At: at}
		if who.ID == "" {
			late.Name = strings.Join(strings.Fields(who.Name), " ")
		}
		doors.Refused = append(slices.Clone(doors.Refused), late)
		c.Doors = &doors
		return nil
	})
	return name + " came too late to vote.", err
}

// doorFacts says how a nomination or selection meeting let voters in.
func (m *Model) doorFacts() []Fact {
	c := m.held.contest
	if c.Kind == data.Elects && c.Doors == nil {
		return nil
	}
	eligible, f := m.Eligible()
	facts := []Fact{{"Can vote", fmt.Sprintf("%d on %s", eligible, c.JudgedOn(m.held.Meeting.Date).Short())}}
	if c.Doors == nil {
		return append(facts, Fact{"Sum", f.Sum})
	}
	d := c.Doors
	if d.Eligible > 0 && d.Eligible != eligible {
		facts[0].Value = fmt.Sprintf("%d on the frozen list", d.Eligible)
	}
	for _, at := range []struct {
		name string
		at   data.Time
	}{{"Statements from", d.Statements}, {"Doors closed", d.ClosedAt}, {"Discussion ended", d.Discussed}} {
		if !at.at.IsZero() {
			facts = append(facts, Fact{at.name, at.at.String()})
		}
	}
	for _, r := range d.Refused {
		name := cmp.Or(m.name(r.Person), r.Name)
		if !r.At.IsZero() {
			name += ", " + r.At.String()
		}
		facts = append(facts, Fact{"Too late", name})
	}
	return facts
}
