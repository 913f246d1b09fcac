package data

import (
	"cmp"
	"slices"
	"strings"
)

// Capacity is as what somebody is in the room.
type Capacity string

// The capacities in which people attend. Only a Voter counts towards the quorum.
const (
	Voter    Capacity = "voter"
	NoVote   Capacity = "no vote" // a member who cannot vote, with the reason
	Delegate Capacity = "delegate"
	Observer Capacity = "observer"
	Visitor  Capacity = "guest"
	InOffice Capacity = "officer in attendance"
)

// Moves are what an Event says happened.
type Move string

// What an Event can say.
const (
	CameIn        Move = "in"
	WentOut       Move = "out"
	SentApologies Move = "apologies"
)

// An Event is one line of the register: somebody came in, went out, or sent apologies. Presence is worked out from
// events, so that who could vote on item 7 is always answerable.
type Event struct {
	ID      EventID   `json:"id"`
	Meeting MeetingID `json:"meeting"`
	// Person is who; "" for someone whose name was not recorded.
	Person PersonID `json:"person,omitempty"`
	// Unnamed tells people without a name apart; the first event of each has its own ID here.
	Unnamed  EventID  `json:"unnamed,omitempty"`
	Move     Move     `json:"move"`
	At       Time     `json:"at,omitzero"` // zero when not known
	Capacity Capacity `json:"capacity,omitempty"`
	// Reason says why a member has no vote: "joined 28 April: under 8 weeks".
	Reason string `json:"reason,omitempty"`
	// ReportedBy says who passed apologies on, in words; optional.
	ReportedBy string `json:"reportedBy,omitempty"`
	// Online says that somebody came in by video or telephone.
	Online bool `json:"online,omitempty"`
}

// Validate says what keeps the event from being stored.
func (e Event) Validate() error {
	if e.Person == "" && e.Unnamed == "" {
		return NewProblem("A line of the register is about nobody. Type a name, or add one person not named.", nil)
	}
	return nil
}

// who names the one that an event is about.
func (e Event) who() ID {
	if e.Person != "" {
		return ID(e.Person)
	}
	return ID(e.Unnamed)
}

// A Register is everything the events of one meeting say, in the order they happened.
type Register []Event

// NewRegister orders events by time, and by when they were recorded where the times are equal. One whose time is not
// known stays behind the one that was recorded before it, but never changes places with another of the same person's.
func NewRegister(events []Event) Register {
	r := slices.Clone(events)
	slices.SortStableFunc(r, func(a, b Event) int { return strings.Compare(string(a.ID), string(b.ID)) })
	type placed struct {
		event  Event
		minute int
	}
	line := make([]placed, len(r))
	next := map[ID]int{} // the time of the same person's next event
	for i, e := range slices.Backward(r) {
		minute, known := next[e.who()]
		switch {
		case !e.At.IsZero():
			minute = e.At.Minutes()
		case !known:
			minute = lastMinute
		}
		line[i], next[e.who()] = placed{e, minute}, minute
	}
	last, own := -1, map[ID]int{}
	for i := range line {
		p := &line[i]
		if !p.event.At.IsZero() {
			last = p.minute
		} else {
			before, known := own[p.event.who()]
			p.minute = min(p.minute, last)
			if known {
				p.minute = max(p.minute, before)
			}
		}
		own[p.event.who()] = p.minute
	}
	slices.SortStableFunc(line, func(a, b placed) int { return cmp.Compare(a.minute, b.minute) })
	for i, p := range line {
		r[i] = p.event
	}
	return r
}

// lastMinute is later than every time of day.
const lastMinute = 48 * 60

// An Attendance is one person's evening: when they came and went, and as what.
type Attendance struct {
	Person     PersonID
	Unnamed    EventID
	Capacity   Capacity
	Reason     string
	In         Time // first came in; zero when not known
	Out        Time // last went out; zero while present or not known
	Present    bool // in the room at the end of the events
	Attended   bool // came at all
	Apologies  bool // sent apologies and did not come
	Online     bool // by video or telephone, when last they came in
	ReportedBy string
}

// Attendance returns one line for each who came or sent apologies, in the order they were first recorded.
func (r Register) Attendance() []Attendance {
	var out []Attendance
	at := map[ID]int{}
	for _, e := range r {
		i, known := at[e.who()]
		if !known {
			i = len(out)
			at[e.who()] = i
			out = append(out, Attendance{Person: e.Person, Unnamed: e.Unnamed})
		}
		out[i].record(e)
	}
	return out
}

func (a *Attendance) record(e Event) {
	switch e.Move {
	case CameIn:
		if !a.Attended {
			a.In = e.At
		}
		a.Attended, a.Present, a.Apologies, a.Out = true, true, false, Time{}
		a.Capacity, a.Reason, a.Online = e.Capacity, e.Reason, e.Online
	case WentOut:
		// Who went out was there, even if nobody noted when they came.
		if !a.Attended {
			a.Capacity, a.Reason = e.Capacity, e.Reason
		}
		a.Attended, a.Present, a.Apologies, a.Out = true, false, false, e.At
	case SentApologies:
		a.Apologies = !a.Attended
		a.ReportedBy = e.ReportedBy
	}
}

// At returns the register as it stood at a time: every event up to and including that minute, and those whose time
// is not known.
func (r Register) At(t Time) Register {
	return slices.DeleteFunc(slices.Clone(r), func(e Event) bool { return e.At.After(t) })
}

// Room counts who is in the room at the end of the events.
type Room struct {
	Voters int // can vote
	Others int // members without a vote, guests, observers and the rest
	Online int // of both, those there by video or telephone
}

// Present is everyone in the room.
func (r Room) Present() int { return r.Voters + r.Others }

// Room returns who is in the room at the end of the events.
func (r Register) Room() Room {
	var room Room
	for _, a := range r.Attendance() {
		room.Online += b2i(a.Present && a.Online)
		switch {
		case !a.Present:
		case a.Capacity == Voter:
			room.Voters++
		default:
			room.Others++
		}
	}
	return room
}
