package session

import (
	"cmp"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A Correction is somebody's evening as it should have been recorded. The zero Time is not known.
type Correction struct {
	Name    string
	Unnamed bool    // the name was not recorded
	Present bool    // in the room at the end
	Goings  []Going // every coming and going, in order
	// As, Reason and Online are what they are now; a coming in as something else before stays as it was.
	As     data.Capacity
	Reason string // for the attendance sheet, never the minutes
	Online bool
	// AlsoOut and AlsoBack are a going and a coming back that nobody noted; zero for none.
	AlsoOut, AlsoBack data.Time
}

// A Going is one coming or going of a Correction.
type Going struct {
	Event data.EventID
	Words string // "Came in", "Went out", "Voter from"
	At    data.Time
	Slip  bool // it never happened: to be taken out
}

// Correctable returns somebody's evening to be corrected; false for one who only sent apologies.
func (m *Model) Correctable(who string) (Correction, bool) {
	a, known := m.attendance(who)
	if !known || !a.Attended {
		return Correction{}, false
	}
	c := Correction{
		Name: cmp.Or(m.name(a.Person), notRecorded), Unnamed: a.Person == "", Present: a.Present, As: a.Capacity, Reason: a.Reason, Online: a.Online,
	}
	inside := data.Event{}
	for _, e := range m.held.register.Of(a.Who()) {
		g := Going{Event: e.ID, Words: "Came in", At: e.At}
		switch {
		case e.Move == data.SentApologies:
			continue
		case e.Move == data.WentOut:
			g.Words = "Went out"
		case inside.Move == data.CameIn && inside.Capacity != e.Capacity:
			g.Words = data.Capital(string(e.Capacity)) + " from"
		case inside.Move == data.CameIn && e.Online:
			g.Words = "Online from"
		case inside.Move == data.CameIn:
			g.Words = "In the room from"
		}
		c.Goings, inside = append(c.Goings, g), e
	}
	return c, true
}

// Correct puts somebody's evening right: the time of every coming and going, those that were slips, those that nobody
// noted, and as what they came.
func (m *Model) Correct(who string, c Correction) (string, error) {
	a, known := m.attendance(who)
	if !known || !a.Attended {
		return "", data.NewProblem("This person is no longer in the register. Look again.", nil)
	}
	err := m.revise("correct the times of "+c.Name, func(tx *book.Tx) error {
		register, err := tx.Events.Of(m.meeting)
		if err != nil {
			return err
		}
		own := register.Of(a.Who())
		kept := c.corrected(own, a)
		if len(kept) == 0 {
			return data.NewProblem("Nothing would be left of "+c.Name+"’s evening. Take them off the register instead.", nil)
		}
		if err := kept.CheckOrder(c.Name); err != nil {
			return err
		}
		also := c.also(tx, m.meeting, a)
		if err := data.NewRegister(slices.Concat(kept, also)).CheckOrder(c.Name); err != nil {
			return err
		}
		return putInstead(tx, own, slices.Concat(kept, also))
	})
	in := c.firstIn()
	return "The register now has " + c.Name + " in" + atWords(in) + ".", err
}

// corrected returns the events as they should be, without the slips and without apologies.
func (c Correction) corrected(own data.Register, a data.Attendance) data.Register {
	var kept data.Register
	for _, e := range own {
		i := slices.IndexFunc(c.Goings, func(g Going) bool { return g.Event == e.ID })
		if e.Move == data.SentApologies || i < 0 || c.Goings[i].Slip {
			continue
		}
		e.At = c.Goings[i].At
		if e.Move == data.CameIn && e.Capacity == a.Capacity && e.Online == a.Online && e.Reason == a.Reason {
			e.Capacity, e.Online, e.Reason = c.As, c.Online, c.reason(a)
		}
		kept = append(kept, e)
	}
	return kept
}

// reason is what was typed; a reason that the rules gave for another capacity does not outlive it.
func (c Correction) reason(a data.Attendance) string {
	typed := strings.TrimSpace(c.Reason)
	if c.As != a.Capacity && typed == a.Reason {
		return ""
	}
	return typed
}

// also returns the going and the coming back that nobody noted.
func (c Correction) also(tx *book.Tx, meeting data.MeetingID, a data.Attendance) []data.Event {
	var out []data.Event
	one := data.Event{Meeting: meeting, Person: a.Person, Unnamed: a.Unnamed}
	if !c.AlsoOut.IsZero() {
		e := one
		e.ID, e.Move, e.At = data.EventID(tx.NewID()), data.WentOut, c.AlsoOut
		out = append(out, e)
	}
	if !c.AlsoBack.IsZero() {
		e := one
		e.ID, e.Move, e.At = data.EventID(tx.NewID()), data.CameIn, c.AlsoBack
		e.Capacity, e.Reason, e.Online = c.As, c.reason(a), c.Online
		out = append(out, e)
	}
	return out
}

// putInstead stores events in place of somebody's own, but for their apologies.
func putInstead(tx *book.Tx, own data.Register, events []data.Event) error {
	for _, e := range own {
		if e.Move != data.SentApologies && !slices.ContainsFunc(events, func(k data.Event) bool { return k.ID == e.ID }) {
			if err := tx.Events.Delete(e.Meeting, e.ID); err != nil {
				return err
			}
		}
	}
	for _, e := range events {
		if slices.Contains(own, e) {
			continue // as it was
		}
		if err := tx.Events.Put(e); err != nil {
			return err
		}
	}
	return nil
}

func (c Correction) firstIn() data.Time {
	for _, g := range c.Goings {
		if !g.Slip {
			return g.At
		}
	}
	return data.Time{}
}

// TakeOff takes somebody who was put down by mistake off the register altogether; who is a person, or one without a name.
func (m *Model) TakeOff(who string) (string, error) {
	a, known := m.attendance(who)
	if !known {
		return "", data.NewProblem("This person is no longer in the register. Look again.", nil)
	}
	name := cmp.Or(m.name(a.Person), notRecorded)
	err := m.revise("take "+name+" off the register", func(tx *book.Tx) error {
		register, err := tx.Events.Of(m.meeting)
		if err != nil {
			return err
		}
		for _, e := range register.Of(a.Who()) {
			if err := tx.Events.Delete(m.meeting, e.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return name + " is off the register. Undo brings the lines back.", err
}

// revise changes what the register says of what has happened already. It is refused once the minutes are locked; at a
// meeting that is closed the quorum is judged again, since it rests on the register.
func (m *Model) revise(what string, f func(tx *book.Tx) error) error {
	return m.change(what, func(tx *book.Tx) error {
		approval, kept, err := tx.Approvals.Of(m.meeting)
		if err != nil {
			return err
		}
		if kept && approval.Locked() {
			return data.NewProblem("The minutes of this meeting are signed and locked. What is wrong in them is put right by a correction that a later meeting agrees.", nil)
		}
		if err := f(tx); err != nil {
			return err
		}
		return m.judgeAgain(tx)
	})
}

func (m *Model) judgeAgain(tx *book.Tx) error {
	meeting, err := tx.Meetings.Get(m.meeting)
	if err != nil || meeting.Status != data.Closed {
		return err
	}
	register, err := tx.Events.Of(m.meeting)
	if err != nil {
		return err
	}
	e := m.held
	e.Meeting = meeting
	meeting.Quorum = e.judge(register).Finding
	return tx.Meetings.Put(meeting)
}

// judge says how the meeting stands to its quorum: by the register, or by the count where names were not taken.
func (e evening) judge(register data.Register) data.QuorumState {
	if n := e.CountOnly; n != nil {
		return e.rules.Quorum.JudgeCount(*n, e.eligible, e.members)
	}
	return e.rules.Quorum.Judge(register, e.eligible, e.members)
}
