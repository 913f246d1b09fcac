package data

import (
	"fmt"
	"slices"
)

// Of returns what the register says of one person, or of one without a name.
func (r Register) Of(who ID) Register {
	return slices.DeleteFunc(slices.Clone(r), func(e Event) bool { return e.who() != who })
}

// Who returns whose evening it is: the person's id, or that of one without a name.
func (a Attendance) Who() ID { return a.who() }

// InRoom returns those who are in the room at the end of the events, in the order they were first recorded.
func (r Register) InRoom() []Attendance {
	return slices.DeleteFunc(r.Attendance(), func(a Attendance) bool { return !a.Present })
}

// Together says whether both were in the room at once, so that the two cannot be one and the same.
func (r Register) Together(a, b ID) bool {
	in := map[ID]bool{}
	for _, e := range r {
		if e.Move != SentApologies {
			in[e.who()] = e.Move == CameIn
		}
		if in[a] && in[b] {
			return true
		}
	}
	return false
}

// CheckOrder says what is wrong in the comings and goings of one person, which it takes in the order they stand: a time
// before an earlier one, two goings with no coming between them, or two comings alike with no going between them. A
// second coming in another capacity, or from online into the room, is a change and no mistake. Nil is nothing wrong; the
// error is a *Problem.
func (r Register) CheckOrder(name string) error {
	var last Event
	for _, e := range r {
		if e.Move == SentApologies {
			continue
		}
		if err := e.follows(last, name); err != nil {
			return err
		}
		if e.At.IsZero() {
			e.At = last.At // the next known time is held against the last one
		}
		last = e
	}
	return nil
}

func (e Event) follows(last Event, name string) error {
	switch {
	case !e.At.IsZero() && !last.At.IsZero() && e.At.Before(last.At):
		if e.Move == WentOut {
			return NewProblem(fmt.Sprintf("%s would have left at %s before coming in at %s. Correct one of the two times.", name, e.At, last.At), nil)
		}
		return NewProblem(fmt.Sprintf("%s would have come in at %s before what happened at %s. Correct one of the two times.", name, e.At, last.At), nil)
	case e.Move == WentOut && last.Move == WentOut:
		return NewProblem(name+" would have gone out twice without coming back. Take one of the two goings out of the register as well.", nil)
	case e.Move == CameIn && last.Move == CameIn && e.Capacity == last.Capacity && e.Online == last.Online && e.Reason == last.Reason:
		return NewProblem(name+" would have come in twice without going out. Take one of the two comings out of the register as well.", nil)
	}
	return nil
}

// A Moment is who was in the room at one time, and how the meeting stood to its quorum then.
type Moment struct {
	At     Time
	Room   Room
	In     []Attendance // those in the room; nobody where names were not taken
	Quorum QuorumState
	// Undated is how many comings and goings have no time: they are taken to have happened before.
	Undated int
}

// Moment answers who was in the room at a time: everything up to and including that minute has happened. The zero Time
// is the end of the register.
func (q Quorum) Moment(reg Register, at Time, eligible, members int) Moment {
	m := Moment{At: at}
	if !at.IsZero() {
		reg = reg.At(at)
		for _, e := range reg {
			m.Undated += b2i(e.At.IsZero() && e.Move != SentApologies)
		}
	}
	m.Room, m.In, m.Quorum = reg.Room(), reg.InRoom(), q.Judge(reg, eligible, members)
	return m
}

// Words says it in a sentence: "At 8.05pm 16 voters and 4 others were in the room, 6 of the 20 online."
func (m Moment) Words() string {
	words := NumberOf(m.Room.Voters, "voter", "voters")
	if m.Room.Others > 0 {
		words += " and " + NumberOf(m.Room.Others, "other", "others")
	}
	was := "were"
	if m.Room.Present() == 1 {
		was = "was"
	}
	words += " " + was + " in the room"
	if m.Room.Online > 0 {
		words += fmt.Sprintf(", %d of the %d online", m.Room.Online, m.Room.Present())
	}
	if m.At.IsZero() {
		return "At the end " + words + "."
	}
	words = "At " + m.At.String() + " " + words + "."
	if m.Undated > 0 {
		words += " " + Capital(NumberOf(m.Undated, "coming or going", "comings and goings")) + " without a time counted as earlier."
	}
	return words
}

// Split says how many of those present are in the hall and how many online: "9 in the room, 6 online"; "" when nobody
// is online.
func (r Room) Split() string {
	if r.Online == 0 {
		return ""
	}
	return fmt.Sprintf("%d in the room, %d online", r.Present()-r.Online, r.Online)
}

// CapacityFrom reads a capacity as people type it behind a name at the door: "observer", "officer", "no vote".
func CapacityFrom(words string) (Capacity, bool) {
	switch Fold(words) {
	case "voter", "voting", "voting member", "vote":
		return Voter, true
	case "no vote", "non voting", "without a vote", "member without a vote":
		return NoVote, true
	case "delegate":
		return Delegate, true
	case "observer", "observing":
		return Observer, true
	case "guest", "visitor":
		return Visitor, true
	case "officer", "officer in attendance", "in attendance":
		return InOffice, true
	}
	return "", false
}

// SaysOnline says whether words typed behind a name mean that somebody is there by video or telephone.
func SaysOnline(words string) bool {
	switch Fold(words) {
	case "online", "video", "zoom", "teams", "phone", "telephone", "by phone", "by telephone", "by video":
		return true
	}
	return false
}
