package data

import (
	"cmp"
	"slices"
	"strings"
)

// Attendance works out who came, in the order of a register: voters, members without a vote, all others, apologies;
// by surname within each, those without a name last.
func (e Evening) Attendance() AttendanceSheet {
	s := AttendanceSheet{
		Branch: e.Branch.PaperName(), CLP: e.Branch.CLP, Meeting: e.Meeting.Heading(), Date: e.Meeting.Date, Facts: e.meetingFacts(),
		CountOnly: -1, Quorum: e.Quorum(), QuorumWords: e.quorumWords(),
	}
	if e.Meeting.CountOnly != nil {
		s.CountOnly = *e.Meeting.CountOnly
	}
	evening := e.Register.Attendance()
	away := e.Register.absences()
	slices.SortStableFunc(evening, func(a, b Attendance) int {
		return cmp.Or(cmp.Compare(a.group(), b.group()), b2i(a.Person == "")-b2i(b.Person == ""), e.byName(a.Person, b.Person))
	})
	for _, a := range evening {
		if !a.Attended && !a.Apologies {
			continue
		}
		*s.tally(a.group())++
		s.Online += b2i(a.Attended && a.Online)
		s.Rows = append(s.Rows, e.attendanceRow(a, away[a.who()]))
	}
	return s
}

func (e Evening) attendanceRow(a Attendance, away []string) AttendanceRow {
	r := AttendanceRow{Person: a.Person, Name: NameNotRecorded, Apologies: a.Apologies}
	if a.Person != "" {
		p := e.People[a.Person]
		r.Name, r.Number, r.Ward = e.sortName(a.Person), p.Number, p.Ward
	}
	if !a.Attended {
		return r
	}
	r.Capacity, r.Voter, r.Arrived, r.Left = a.Capacity, a.Capacity == Voter, a.In, a.Out
	r.Notes = strings.Join(append(e.standingNotes(a), away...), "; ")
	return r
}

// standingNotes are where somebody is from, that they were online, and why they had no vote, or had one after all.
func (e Evening) standingNotes(a Attendance) []string {
	var notes []string
	if from := strings.TrimSpace(e.People[a.Person].Organisation); from != "" && a.Capacity != Voter {
		notes = append(notes, from)
	}
	if a.Online {
		notes = append(notes, "online")
	}
	switch {
	case a.Reason == "":
	case a.Capacity == NoVote:
		notes = append(notes, "no vote: "+a.Reason)
	default:
		notes = append(notes, a.Reason)
	}
	return notes
}

// absences returns, for each who went out and came back, when that was: "out 8.10pm to 8.40pm".
func (r Register) absences() map[ID][]string {
	type going struct {
		at  Time
		out bool
	}
	last, away := map[ID]going{}, map[ID][]string{}
	for _, ev := range r {
		was := last[ev.who()]
		switch {
		case ev.Move == WentOut:
			last[ev.who()] = going{ev.At, true}
		case ev.Move == CameIn && was.out:
			words := "went out and came back"
			if !was.at.IsZero() && !ev.At.IsZero() {
				words = "out " + was.at.String() + " to " + ev.At.String()
			}
			away[ev.who()] = append(away[ev.who()], words)
			last[ev.who()] = going{}
		}
	}
	return away
}

// meetingFacts are the lines that head a paper about the meeting.
func (e Evening) meetingFacts() []Fact {
	m := e.Meeting
	var facts []Fact
	for _, f := range []Fact{
		{"Venue", m.Venue},
		{"Advertised for", m.Starts.String()},
		{"Opened", m.Opened.String()},
		{"Closed", m.ClosedAt.String()},
		{"Chair", e.People.Name(m.Chair)},
		{"Minutes", e.People.Name(m.MinuteTaker)},
		{"Membership list", e.listWords()},
	} {
		if f.Value != "" {
			facts = append(facts, f)
		}
	}
	return facts
}

// listWords says which list the names and the quorum rest on: "as at Fri 1 May 2026, 214 members".
func (e Evening) listWords() string {
	if e.LastList == nil {
		return ""
	}
	return "as at " + e.LastList.AsAt.String() + ", " + NumberOf(e.LastList.Counts.Members, "member", "members")
}
