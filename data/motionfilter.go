package data

import (
	"cmp"
	"slices"
	"strings"
)

// A MotionFilter narrows the register. The zero filter keeps every motion.
type MotionFilter struct {
	// Outcomes keeps those that came to one of them; Undecided among them keeps those that are open.
	Outcomes []Outcome
	// Year keeps those of a year: of the meeting, else of the day received. 0 is any.
	Year int
	// Mover keeps what somebody moved; Tag what is tagged so, whatever the capitals.
	Mover PersonID
	Tag   string
	// AwaitingReply keeps those of which a copy waits for an answer.
	AwaitingReply bool
	// Words keeps those in which each of these begins a word: reference, title, texts and tags.
	Words string
}

// Matches says whether the filter keeps a motion. of are the copies of it that were sent on.
func (f MotionFilter) Matches(m Motion, meeting Meeting, of []Forwarding, today Date) bool {
	year := cmp.Or(meeting.Date.Year(), m.Received.Year())
	switch {
	case len(f.Outcomes) > 0 && !slices.Contains(f.Outcomes, m.Outcome),
		f.Year != 0 && f.Year != year,
		f.Mover != "" && f.Mover != m.Mover,
		f.Tag != "" && !slices.ContainsFunc(m.Tags, func(t string) bool { return Fold(t) == Fold(f.Tag) }),
		f.AwaitingReply && !slices.ContainsFunc(of, func(x Forwarding) bool { return x.State(today).AwaitsReply() }):
		return false
	}
	return f.Words == "" || m.SearchText().Has(strings.Fields(Fold(f.Words)))
}

// SearchText returns what the motion is found by: its reference, title, texts and tags.
func (m Motion) SearchText() SearchText {
	return SearchTextOf(strings.Join(append([]string{m.Ref, m.Title, m.Text, m.Submitted}, m.Tags...), " "))
}

// MotionSort is what the register is put in order by.
type MotionSort string

// The orders of the register. Newest is by reference, the last first.
const (
	Newest    MotionSort = ""
	ByTitle   MotionSort = "title"
	ByOutcome MotionSort = "outcome"
	ByMeeting MotionSort = "meeting"
)

// SortMotions puts motions in order; what is left open is settled by the reference, the newest first.
func SortMotions(all []Motion, by MotionSort, meetings map[MeetingID]Meeting) []Motion {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b Motion) int {
		first := 0
		switch by {
		case ByTitle:
			first = strings.Compare(Fold(a.Title), Fold(b.Title))
		case ByOutcome:
			first = cmp.Compare(slices.Index(AllEndings(), a.Outcome), slices.Index(AllEndings(), b.Outcome))
		case ByMeeting:
			first = meetings[b.Meeting].Date.Compare(meetings[a.Meeting].Date)
		}
		return cmp.Or(first, strings.Compare(b.Ref, a.Ref), strings.Compare(string(b.ID), string(a.ID)))
	})
	return out
}
