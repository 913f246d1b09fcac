package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A MotionLife is a motion with all that happened to it, gathered from the book.
type MotionLife struct {
	Motion     Motion
	Amendments []Amendment
	// Votes are at least those that the motion and its amendments name, Meetings those where it was taken and reported.
	Votes       map[VoteID]Vote
	Meetings    map[MeetingID]Meeting
	Forwardings []Forwarding
	// All are the motions of the book: they tell of resubmissions.
	All    []Motion
	People Names
	// Rules are every dated profile.
	Rules []Rules
	Today Date
}

// StepState says whether a row of a timeline has happened, is to be done now, or comes later.
type StepState uint8

// The states of a row.
const (
	StepDone StepState = iota
	StepNow
	StepNext
)

// A LifeRow is one row of the timeline of a motion.
type LifeRow struct {
	Title string // "Carried 16-0-2", "Sent to the CLP secretary"
	Text  string // "By email, 5 days before the deadline"; may be ""
	On    Date   // zero when not known, or not yet
	State StepState
}

// Rows returns what happened to the motion, in order, and what is to be done next.
func (l MotionLife) Rows() []LifeRow {
	rows := []LifeRow{l.received()}
	meeting := l.Meetings[l.Motion.Meeting]
	for _, h := range l.Motion.Earlier {
		earlier := l
		earlier.Motion = l.Motion.As(h.Meeting)
		rows = append(rows, earlier.decided(l.Meetings[h.Meeting])...)
	}
	rows = append(rows, l.amended(meeting)...)
	rows = append(rows, l.rulingRow(meeting)...)
	rows = append(rows, l.decided(meeting)...)
	var next []LifeRow
	for _, f := range l.sorted() {
		for _, r := range l.forwarded(f) {
			if r.State == StepDone {
				rows = append(rows, r)
			} else {
				next = append(next, r)
			}
		}
	}
	if words := l.Motion.WhatFollowed(l.All); words != "" {
		rows = append(rows, LifeRow{Title: Capital(words)})
	}
	if l.Motion.Outcome.IsCarried() && len(l.Forwardings) == 0 {
		next = append(next, LifeRow{Title: "To be sent on", Text: "It has been sent to nobody yet.", State: StepNow})
	}
	return append(rows, next...)
}

func (l MotionLife) received() LifeRow {
	m := l.Motion
	if m.Status == Drafted {
		return LifeRow{Title: "Drafted", Text: "Not handed in yet.", State: StepNow}
	}
	r := LifeRow{Title: "Received", On: m.Received}
	how := m.How
	meeting, known := l.Meetings[m.Meeting]
	switch {
	case m.Received.IsZero():
		r.Text = sentence(joined(how, "the day was not recorded"))
		return r
	case known && !meeting.Date.IsZero():
		last, _ := RulesOn(l.Rules, meeting.Date).Motions.Latest(meeting.Date)
		days := last.Sub(m.Received)
		switch {
		case days > 0:
			how = joined(how, inWords(days, "day", "days")+" before the deadline")
		case days == 0:
			how = joined(how, "on the last day")
		default:
			how = joined(how, inWords(-days, "day", "days")+" late")
		}
	}
	r.Text = Capital(how)
	return r
}

// amended has a row for each amendment that took effect, and one for how many did not.
func (l MotionLife) amended(meeting Meeting) []LifeRow {
	var rows []LifeRow
	for _, a := range InEffect(l.Amendments) {
		how := string(a.Outcome)
		if v, ok := l.Votes[a.Vote]; ok && a.Vote != "" {
			how = strings.TrimSpace(how + " " + v.Figures())
		}
		rows = append(rows, LifeRow{
			Title: "Amended", Text: a.Label() + " " + joined(a.Does(l.Motion.BaseText(), l.Amendments), how),
			On: cmp.Or(l.Meetings[a.Meeting].Date, meeting.Date),
		})
	}
	left := 0
	for _, a := range l.Amendments {
		left += b2i(a.Outcome == ToBeTaken)
	}
	if left > 0 && l.Motion.Outcome == Undecided {
		rows = append(rows, LifeRow{Title: NumberOf(left, "amendment", "amendments") + " to be taken", On: meeting.Date, State: StepNow})
	}
	return rows
}

func (l MotionLife) rulingRow(meeting Meeting) []LifeRow {
	e := Evening{Meeting: meeting, People: l.People, Votes: l.Votes}
	if words := e.rulingBefore(l.Motion); words != "" && l.Motion.Outcome != OutOfOrder && l.Motion.Outcome != NotEmergency {
		return []LifeRow{{Title: "The chair ruled", Text: words, On: meeting.Date}}
	}
	return nil
}

// decided is what the meeting made of it, or what it waits for.
func (l MotionLife) decided(meeting Meeting) []LifeRow {
	m := l.Motion
	vote, voted := l.Votes[m.Vote]
	voted = voted && m.Vote != ""
	switch {
	case m.Outcome == Undecided && m.Status == Drafted:
		return nil
	case m.Outcome == Undecided:
		return []LifeRow{l.waiting(meeting)}
	case m.Outcome == OutOfOrder || m.Outcome == NotEmergency:
		_, words := Evening{Meeting: meeting, People: l.People, Votes: l.Votes}.endingWords(m)
		return []LifeRow{{Title: Capital(string(m.Outcome)), Text: sentence(words), On: meeting.Date}}
	case !voted:
		return []LifeRow{{Title: m.OutcomeWords(), Text: "Without a vote.", On: meeting.Date}}
	}
	figures := vote.Figures()
	r := LifeRow{Title: strings.TrimSpace(m.OutcomeWords() + " " + figures), On: cmp.Or(l.Meetings[vote.Meeting].Date, meeting.Date)}
	if vote.Outcome != m.Outcome && !m.Outcome.IsCarried() {
		r = LifeRow{Title: m.OutcomeWords(), Text: sentence("the vote was " + vote.Words()), On: r.On}
	} else if figures == "" {
		r.Text = sentence(vote.Words())
	}
	return []LifeRow{r}
}

func (l MotionLife) waiting(meeting Meeting) LifeRow {
	r := LifeRow{State: StepNow, On: meeting.Date}
	switch l.Motion.Status {
	case Received, Late:
		r.Title, r.Text = "To go to a meeting", "It is on no agenda yet."
	case HeldOver:
		r.Title = "Held over"
		if !meeting.Date.IsZero() {
			r.Title = "Held over to this meeting"
		}
	case AwaitsChair:
		r.Title, r.Text = "The chair is to rule", "Whether it is an emergency."
	case Accepted:
		r.Title, r.Text = "The meeting is to confirm", "The chair has accepted it as an emergency."
	case Moved:
		r.Title, r.Text = "Moved", "Not seconded yet."
	case Seconded:
		r.Title, r.Text = "In debate", "The vote is recorded in the meeting."
	default:
		r.Title, r.Text = "On the agenda", meeting.Kind.String()
	}
	return r
}

// forwarded are the rows of one copy: what happened, and what is to be done about it now.
func (l MotionLife) forwarded(f Forwarding) []LifeRow {
	to := f.To
	if first, _, _ := strings.Cut(to, " "); first == "CLP" || to == "MP" || strings.HasSuffix(to, "Committee") || to == "Councillors" || to == "Press" {
		to = "the " + to
	}
	var rows []LifeRow
	add := func(state StepState, on Date, title, text string) {
		rows = append(rows, LifeRow{Title: title, Text: sentence(text), On: on, State: state})
	}
	if !f.Sent.IsZero() {
		add(StepDone, f.Sent, "Sent to "+to, f.How)
	}
	for _, on := range f.Chased {
		add(StepDone, on, "Asked "+to, "")
	}
	if !f.Acknowledged.IsZero() {
		add(StepDone, f.Acknowledged, "Acknowledged", labelled("by ", cmp.Or(f.AcknowledgedBy, to)))
	}
	if f.TheirResult != "" {
		add(StepDone, f.TheirMeeting, f.To+" result: "+f.TheirResult, "")
	}
	if !f.ReportedBack.IsZero() {
		add(StepDone, f.ReportedBack, "Reported back", l.Meetings[f.ReportedAt].Kind.reportWords(f.ReportedAt))
	}
	if !f.Closed.IsZero() {
		add(StepDone, f.Closed, "Closed: "+f.To, f.ClosedWhy)
	}
	switch state := f.State(l.Today); state {
	case ToSend:
		add(StepNow, Date{}, "Send to "+to, "")
	case ResultIn:
		add(StepNow, Date{}, "Report back to the branch", "")
	case Overdue:
		add(StepNow, f.Chase, "Ask "+to, fmt.Sprintf("%s overdue", inWords(l.Today.Sub(f.Chase), "day", "days")))
	case WasSent, Acknowledged, OnTheirPaper:
		text := ""
		if !f.TheirMeeting.IsZero() {
			text = "on their agenda on " + f.TheirMeeting.String()
		}
		add(StepNext, f.Chase, "Awaiting reply from "+to, text)
	}
	return rows
}

func (k MeetingKind) reportWords(at MeetingID) string {
	if at == "" || k == "" {
		return ""
	}
	return "to the " + uncapital(k.String())
}

// sorted puts the copies in the order in which they were sent; those still to be sent come last.
func (l MotionLife) sorted() []Forwarding {
	out := slices.Clone(l.Forwardings)
	slices.SortStableFunc(out, func(a, b Forwarding) int {
		return cmp.Or(lastWhenZero(a.Sent).Compare(lastWhenZero(b.Sent)), strings.Compare(string(a.ID), string(b.ID)))
	})
	return out
}
