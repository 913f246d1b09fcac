package data

import "slices"

// An AgendaInput is what the book knows that can belong on a meeting's agenda.
type AgendaInput struct {
	Meeting Meeting
	// Today is the day on which the agenda is written: what is late is late on that day.
	Today  Date
	Branch Branch
	// Rules are those in force on the meeting's date.
	Rules Rules
	// Meetings are all of the branch's in order of date, this one too, and Items the agendas of all of them.
	Meetings    []Meeting
	Items       []AgendaItem
	Decisions   []Decision
	Actions     []Action
	Motions     []Motion
	Forwardings []Forwarding
	Letters     []Letter
	Approvals   []Approval
	Corrections []Correction
	Posts       []Post
	Terms       []Term
	Bodies      []Body
	Seats       []Seat
	Contests    []Contest
	People      Names
	// Members counts the branch as at MembersAsAt, for the delegates it is entitled to; 0 where it is not known.
	Members     int
	MembersAsAt Date
}

// A Written is something that the book puts on an agenda by itself.
type Written struct {
	// From is the record that it comes from. It tells whether it is there already.
	From Source
	Kind ItemKind
	// Under is the kind of item that it is a part of; where the agenda has none it is an item of its own.
	Under   ItemKind
	Heading string
	// Note says in a few words where it comes from or how it stands: "from 10 September", "overdue".
	Note    string
	Minutes int
	// Listed says that it stands in small print under that item, and is none itself unless the secretary makes it one.
	Listed bool
}

// WriteAgenda returns what the meeting's agenda must hold because of what is in the book: minutes to be approved,
// decisions to be ratified, addenda to be agreed, what was held over or not reached, delegates' reports that are owed,
// vacancies to be filled; and, listed, open actions, letters and motions of which something is still to be heard. It
// is for the next meeting that takes ordinary business; for all others, and once a meeting has begun, it is nothing.
func WriteAgenda(in AgendaInput) []Written {
	if !in.isNext() {
		return nil
	}
	var out []Written
	for _, source := range []func(AgendaInput) []Written{
		minutesToApprove, decisionsToRatify, addendaToAgree, openActions, whatWasSentOn, lettersWaiting,
		delegatesReports, motionsHeldOver, itemsNotReached, contestsHeldOver, vacantPosts, vacantSeats,
	} {
		out = append(out, source(in)...)
	}
	return out
}

// takesBusiness says whether a kind of meeting goes on with the business of the last one. Others deal only with what
// they were called for.
func takesBusiness(kind MeetingKind) bool {
	return kind == Ordinary || kind == AGM || kind == Executive
}

// isNext says whether no other meeting of the same body comes first that would take the business.
func (in AgendaInput) isNext() bool {
	if in.Meeting.Status != Planned || !takesBusiness(in.Meeting.Kind) {
		return false
	}
	return !slices.ContainsFunc(in.Meetings, func(o Meeting) bool {
		going := o.Status == InSession || o.Status == Planned && !o.Date.Before(in.Today)
		return o.ID != in.Meeting.ID && going && in.sameBody(o) && takesBusiness(o.Kind) && o.Date.Before(in.Meeting.Date)
	})
}

// sameBody says whether the same people meet: the executive is one body, the branch the other.
func (in AgendaInput) sameBody(o Meeting) bool {
	return (o.Kind == Executive) == (in.Meeting.Kind == Executive)
}

func (in AgendaInput) meeting(id MeetingID) (Meeting, bool) {
	for _, m := range in.Meetings {
		if m.ID == id {
			return m, true
		}
	}
	return Meeting{}, false
}

// before says whether a meeting of the same body was held before this one.
func (in AgendaInput) before(o Meeting) bool {
	return o.Status == Closed && o.ID != in.Meeting.ID && in.sameBody(o) && !o.Date.After(in.Meeting.Date)
}

// ours says whether something made at a meeting is this body's to go on with. What was made at none is the branch's.
func (in AgendaInput) ours(made MeetingID) bool {
	if m, known := in.meeting(made); known {
		return in.before(m)
	}
	return in.isBranch()
}

func (in AgendaInput) isBranch() bool { return in.Meeting.Kind != Executive }

// on names a day as this agenda does: 10 September, with the year only where it is another.
func (in AgendaInput) on(d Date) string { return dayNear(d, in.Meeting.Date) }

// from names the meeting that something comes from: "from 10 September"; "" where it is not known.
func (in AgendaInput) from(id MeetingID) string {
	if m, known := in.meeting(id); known {
		return "from " + in.on(m.Date)
	}
	return ""
}

func (in AgendaInput) approval(id MeetingID) Approval {
	for _, a := range in.Approvals {
		if a.Meeting == id {
			return a
		}
	}
	return Approval{Meeting: id}
}
