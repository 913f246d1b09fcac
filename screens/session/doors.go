package session

import (
	"slices"

	"branchbook/data"
	"branchbook/data/book"
)

// A DoorsMoment is a moment of a nomination or selection meeting, at which nobody votes who came too late.
type DoorsMoment string

// The moments, in order; then the doors opened again, where they had been closed by mistake.
const (
	StatementsRead  DoorsMoment = "statements"
	DoorsClosed     DoorsMoment = "closed"
	DiscussionEnded DoorsMoment = "discussed"
	DoorsOpened     DoorsMoment = "open"
)

// words say it in the line at the bottom.
func (d DoorsMoment) words() string {
	switch d {
	case StatementsRead:
		return "The statements are read"
	case DiscussionEnded:
		return "The discussion has ended"
	case DoorsOpened:
		return "The doors are open to voters again"
	}
	return "The doors are closed to voters"
}

// behindDoors are the contests that are decided by those who were let in, and are not decided yet.
func (m *Model) behindDoors() []data.Contest {
	return slices.DeleteFunc(slices.Clone(m.held.contests), func(c data.Contest) bool {
		return c.Meeting != m.meeting || c.Over() || m.held.Kind != data.Nomination && c.Doors == nil && c.Kind != data.Selects
	})
}

// Doors records a moment of a nomination meeting, at a time: the zero Time is now. It counts for every contest of the meeting
// that is undecided.
func (m *Model) Doors(moment DoorsMoment, at data.Time) (string, error) {
	if at.IsZero() {
		at = m.moment()
	}
	contests := m.behindDoors()
	switch {
	case len(contests) == 0:
		return "", data.NewProblem("No nomination is in hand. Type nom, what for, a colon and the nominees first.", nil)
	case at.IsZero() && moment != DoorsOpened:
		return "", data.NewProblem("Type when that was, as doors 7.55pm: the meeting is not dated today.", nil)
	}
	err := m.change(uncapital(moment.words()), func(tx *book.Tx) error {
		for _, c := range contests {
			d, err := m.doorsOf(tx, c)
			if err != nil {
				return err
			}
			switch moment {
			case StatementsRead:
				d.Statements = at
			case DiscussionEnded:
				d.Discussed = at
			case DoorsOpened:
				d.ClosedAt = data.Time{}
			default:
				d.ClosedAt = at
			}
			c.Doors = &d
			if err := tx.Contests.Put(c); err != nil {
				return err
			}
		}
		return nil
	})
	if moment == DoorsOpened {
		at = data.Time{}
	}
	return moment.words() + atWords(at) + ".", err
}

// doorsOf returns a copy of a contest's doors, which begin with how many could vote on its frozen list.
func (m *Model) doorsOf(tx *book.Tx, c data.Contest) (data.Doors, error) {
	if c.Doors != nil {
		d := *c.Doors
		d.Refused = slices.Clone(d.Refused)
		return d, nil
	}
	people, err := tx.People.All()
	if err != nil {
		return data.Doors{}, err
	}
	eligible, _ := m.held.rules.Eligibility.Count(people, c.JudgedOn(m.held.Date))
	return data.Doors{Eligible: eligible}, nil
}

// closedDoors says since when nobody is let in to vote.
func (m *Model) closedDoors() (since data.Time, closed bool) {
	for _, c := range m.held.contests {
		if c.Meeting == m.meeting && !c.Over() && c.Doors != nil && !c.Doors.ClosedAt.IsZero() {
			return c.Doors.ClosedAt, true
		}
	}
	return data.Time{}, false
}

// judgedOn is the day on which it is judged who can vote: at a nomination meeting that of the frozen list.
func (m *Model) judgedOn() data.Date {
	if m.held.Kind == data.Nomination {
		for _, c := range m.held.contests {
			if c.Meeting == m.meeting && !c.FreezeDate.IsZero() {
				return c.FreezeDate
			}
		}
	}
	return m.held.Date
}

// tooLate says whether somebody who would come in to vote comes after the doors were closed, and since when they are. Who was
// in before may come back; and who is let in as a voter by name, is.
func (m *Model) tooLate(p data.Person, c Coming) (since data.Time, late bool) {
	since, closed := m.closedDoors()
	if !closed || c.As == data.Voter || !c.At.IsZero() && c.At.Before(since) {
		return since, false
	}
	a, _ := m.attendance(string(p.ID))
	capacity, _ := m.capacity(p)
	return since, capacity == data.Voter && !a.Attended
}

// refuse notes that somebody came too late to vote. They are not in the room, unless they are let in as an observer.
func (m *Model) refuse(tx *book.Tx, who data.PersonID, at data.Time) error {
	for _, c := range m.held.contests {
		if c.Meeting != m.meeting || c.Over() || c.Doors == nil || c.Doors.ClosedAt.IsZero() ||
			slices.ContainsFunc(c.Doors.Refused, func(r data.Refused) bool { return r.Person == who }) {
			continue
		}
		d, err := m.doorsOf(tx, c)
		if err != nil {
			return err
		}
		d.Refused = append(d.Refused, data.Refused{Person: who, At: at})
		c.Doors = &d
		if err := tx.Contests.Put(c); err != nil {
			return err
		}
	}
	return nil
}

// refuseVoter is what happens to a voter who comes after the doors were closed.
func (m *Model) refuseVoter(p data.Person, at, since data.Time) (string, error) {
	err := m.change("note that "+p.Name()+" came too late to vote", func(tx *book.Tx) error { return m.refuse(tx, p.ID, at) })
	return p.Name() + " came too late to vote: the doors were closed at " + since.String() + ". Noted; “, observer” behind the name lets them in.", err
}

func (m *Model) readDoors(o Order) Reading {
	moment := DoorsMoment(o.Title)
	at := o.At
	if at.IsZero() {
		at = m.moment()
	}
	switch {
	case len(m.behindDoors()) == 0:
		return missing("No nomination is in hand: type nom, what for, a colon and the nominees")
	case at.IsZero() && moment != DoorsOpened:
		return missing("Then when that was: doors 7.55pm")
	case moment == DoorsOpened:
		at = data.Time{}
	}
	return ready(moment.words()+atWords(at), "", func() (string, error) { return m.Doors(moment, o.At) })
}
