package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// rolls fills in who was there and who sent apologies.
func (e Evening) rolls(m *Minutes, style MinutesStyle) {
	m.Present = e.roll("Present", style, func(a Attendance) bool { return a.Attended && a.Capacity == Voter })
	m.NoVote = e.roll("Members without a vote", style, func(a Attendance) bool { return a.Attended && a.Capacity == NoVote })
	m.InAttendance = e.roll("In attendance", style, func(a Attendance) bool {
		return a.Attended && a.Capacity != Voter && a.Capacity != NoVote
	})
	m.Apologies = e.roll("Apologies", style, func(a Attendance) bool { return a.Apologies })
	if n := e.Meeting.CountOnly; n != nil {
		m.Present = Roll{Label: "Present", Count: *n, Instead: fmt.Sprintf("%d (names were not taken)", *n)}
		m.NoVote, m.InAttendance = Roll{}, Roll{}
	}
}

// roll lists those of the register that belong: officers first in the order of their posts, then by surname.
func (e Evening) roll(label string, style MinutesStyle, belongs func(Attendance) bool) Roll {
	r := Roll{Label: label}
	var named []Attendance
	for _, a := range e.Register.Attendance() {
		switch {
		case !belongs(a):
			continue
		case a.Person == "":
			r.Unnamed++
		default:
			named = append(named, a)
		}
		r.Count++
	}
	if style.CountOnly {
		return Roll{Label: label, Count: r.Count, Instead: fmt.Sprint(r.Count)}
	}
	slices.SortStableFunc(named, func(a, b Attendance) int {
		return cmp.Or(cmp.Compare(e.rank(a.Person), e.rank(b.Person)), e.byName(a.Person, b.Person))
	})
	for _, a := range named {
		r.Names = append(r.Names, e.onRoll(a, style))
	}
	return r
}

// noPost is a rank behind every post.
const noPost = 1 << 30

// rank is the place of the first post that somebody held; those with none come last.
func (e Evening) rank(who PersonID) int {
	if held := e.heldPosts(who); len(held) > 0 {
		return held[0].Place
	}
	return noPost
}

// onRoll returns a name with what belongs in brackets behind it: posts, where a guest is from, when they came and went.
func (e Evening) onRoll(a Attendance, style MinutesStyle) string {
	var with []string
	for _, p := range e.heldPosts(a.Person) {
		with = append(with, uncapital(p.Name))
	}
	if from, chaired := e.Meeting.servedFrom(InTheChair, a.Person); chaired && a.Attended && !slices.Contains(with, "chair") {
		with = append(with, "in the chair"+timed(" from ", from))
	}
	if p := e.People[a.Person]; p.Status != Member && p.Status != Left {
		if from := strings.TrimSpace(p.Organisation); from != "" {
			with = append(with, from)
		}
	}
	if a.Attended && a.Online {
		with = append(with, "online")
	}
	if style.ComingAndGoing && a.Attended {
		with = append(with, e.stay(a)...)
	}
	name := e.People.Name(a.Person)
	if len(with) == 0 {
		return name
	}
	return name + " (" + strings.Join(with, ", ") + ")"
}

// stay returns when somebody came, if that was after the start, and when they went, if that was before the end.
func (e Evening) stay(a Attendance) []string {
	var words []string
	start := cmp.Or(e.Meeting.Opened, e.Meeting.Starts)
	if !start.IsZero() && a.In.After(start) {
		words = append(words, "from "+a.In.String())
	}
	if end := e.Meeting.ClosedAt; !a.Out.IsZero() && (end.IsZero() || a.Out.Before(end)) {
		words = append(words, "until "+a.Out.String())
	}
	return words
}
