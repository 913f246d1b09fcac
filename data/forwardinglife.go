package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Recipients lists those to whom a branch usually sends a motion, in the order that a choice shows them. Any other name
// can be typed.
func Recipients() []string {
	return []string{
		"CLP secretary", "General Committee", "Executive Committee", "MP", "Councillors", "Local Government Committee", "Regional office",
		"Annual Conference", "Union body", "Press",
	}
}

// ForwardingState is how far something that was sent on has got.
type ForwardingState string

// The states of a forwarding, in the order in which it goes through them.
const (
	ToSend       ForwardingState = "to send"
	WasSent      ForwardingState = "awaiting reply"
	Overdue      ForwardingState = "overdue" // a reply: the chase date has passed
	Acknowledged ForwardingState = "acknowledged"
	OnTheirPaper ForwardingState = "on their agenda"
	ResultIn     ForwardingState = "result in" // to be reported back to the branch
	ReportedBack ForwardingState = "reported back"
	WasClosed    ForwardingState = "closed"
)

// State says how far the forwarding has got on a day. Overdue takes the place of every state in which a reply is awaited.
func (f Forwarding) State(today Date) ForwardingState {
	late := !f.Chase.IsZero() && f.Chase.Before(today)
	switch {
	case !f.Closed.IsZero():
		return WasClosed
	case !f.ReportedBack.IsZero():
		return ReportedBack
	case strings.TrimSpace(f.TheirResult) != "":
		return ResultIn
	case f.Sent.IsZero():
		return ToSend
	case late:
		return Overdue
	case !f.TheirMeeting.IsZero():
		return OnTheirPaper
	case !f.Acknowledged.IsZero():
		return Acknowledged
	}
	return WasSent
}

// Waits says whether something is still to be done: it is neither closed nor reported back.
func (s ForwardingState) Waits() bool { return s != WasClosed && s != ReportedBack }

// AwaitsReply says whether the next step is theirs.
func (s ForwardingState) AwaitsReply() bool {
	return s == WasSent || s == Overdue || s == Acknowledged || s == OnTheirPaper
}

// Awaiting returns the forwardings that still wait for something, the most pressing first: overdue ones, results to be
// reported, those to be sent, then the others by when to ask.
func Awaiting(all []Forwarding, today Date) []Forwarding {
	rank := map[ForwardingState]int{Overdue: 0, ResultIn: 1, ToSend: 2}
	of := func(f Forwarding) int {
		if r, ok := rank[f.State(today)]; ok {
			return r
		}
		return len(rank)
	}
	out := slices.DeleteFunc(slices.Clone(all), func(f Forwarding) bool { return !f.State(today).Waits() })
	slices.SortStableFunc(out, func(a, b Forwarding) int {
		return cmp.Or(cmp.Compare(of(a), of(b)), lastWhenZero(a.Chase).Compare(lastWhenZero(b.Chase)), a.Sent.Compare(b.Sent), strings.Compare(string(a.ID), string(b.ID)))
	})
	return out
}

func lastWhenZero(d Date) Date {
	if d.IsZero() {
		return latest
	}
	return d
}

// Words says how the forwarding stands, in a sentence for a list: "MP: sent 16 May, no reply; asked on 2 July".
func (f Forwarding) Words(today Date) string {
	on := func(d Date) string { return dayNear(d, today) }
	words := f.To + ": "
	switch f.State(today) {
	case ToSend:
		return words + "to be sent"
	case WasClosed:
		return words + "closed " + on(f.Closed) + ", " + f.ClosedWhy
	case ReportedBack:
		return words + strings.TrimSpace(f.TheirResult+", reported back "+on(f.ReportedBack))
	case ResultIn:
		return words + f.TheirResult + ", to be reported back"
	}
	words += "sent " + on(f.Sent)
	switch {
	case !f.TheirMeeting.IsZero():
		words += ", on their agenda " + on(f.TheirMeeting)
	case !f.Acknowledged.IsZero():
		words += ", acknowledged " + on(f.Acknowledged)
	default:
		words += ", no reply"
	}
	if n := len(f.Chased); n > 0 {
		words += ", asked " + on(f.Chased[n-1])
	}
	if f.State(today) == Overdue {
		words += fmt.Sprintf("; due %s, %s overdue", on(f.Chase), inWords(today.Sub(f.Chase), "day", "days"))
	} else if !f.Chase.IsZero() {
		words += "; to ask " + on(f.Chase)
	}
	return words
}

// open refuses a step on a forwarding that is closed.
func (f Forwarding) open() error {
	if f.Closed.IsZero() {
		return nil
	}
	return NewProblem(fmt.Sprintf("The copy to %s was closed on %s. Take that back first if it goes on.", f.To, f.Closed), nil)
}

// Send records that it went, by what and with which paper, and when to ask what became of it (zero for never). ref is what
// the motion or decision is called. Like every verb here, it returns the sentence for Undo, and its error is a Problem.
func (f Forwarding) Send(ref string, on Date, how string, paper PaperID, chase Date) (Forwarding, string, error) {
	if err := f.open(); err != nil {
		return f, "", err
	}
	if on.IsZero() {
		return f, "", NewProblem("Type the day on which it was sent.", nil)
	}
	f.Sent, f.How, f.Chase = on, strings.TrimSpace(how), chase
	if paper != "" {
		f.Paper = paper
	}
	return f, fmt.Sprintf("mark %s as sent to %s", ref, f.To), f.Validate()
}

// Ask records that they were asked what became of it, and when to ask again.
func (f Forwarding) Ask(ref string, on, again Date) (Forwarding, string, error) {
	if err := f.open(); err != nil {
		return f, "", err
	}
	f.Chased, f.Chase = append(slices.Clone(f.Chased), on), again
	return f, fmt.Sprintf("record that %s was asked about %s", f.To, ref), nil
}

// Acknowledge records that they said they have it; by may be "".
func (f Forwarding) Acknowledge(ref string, on Date, by string) (Forwarding, string, error) {
	if err := f.open(); err != nil {
		return f, "", err
	}
	f.Acknowledged, f.AcknowledgedBy = on, strings.TrimSpace(by)
	return f, fmt.Sprintf("record that %s acknowledged %s", f.To, ref), nil
}

// Answer records at which meeting they take it, and their result in words and figures; either may be left out.
func (f Forwarding) Answer(ref string, meeting Date, result string) (Forwarding, string, error) {
	if err := f.open(); err != nil {
		return f, "", err
	}
	result = strings.TrimSpace(result)
	if meeting.IsZero() && result == "" {
		return f, "", NewProblem("Type when they take it, or what they made of it.", nil)
	}
	f.TheirMeeting, f.TheirResult = cmp.Or(meeting, f.TheirMeeting), result
	if result == "" {
		return f, fmt.Sprintf("record that %s takes %s", f.To, ref), nil
	}
	return f, fmt.Sprintf("record the result of %s at %s", ref, f.To), nil
}

// ReportBack records that the branch was told, at a meeting.
func (f Forwarding) ReportBack(ref string, at Meeting) (Forwarding, string, error) {
	if err := f.open(); err != nil {
		return f, "", err
	}
	f.ReportedBack, f.ReportedAt = at.Date, at.ID
	return f, "mark " + ref + " as reported back", nil
}

// Close records that nothing more is to be done, and why: "no reply after two chasers".
func (f Forwarding) Close(ref string, on Date, why string) (Forwarding, string, error) {
	if err := f.open(); err != nil {
		return f, "", err
	}
	f.Closed, f.ClosedWhy = on, strings.TrimSpace(why)
	return f, fmt.Sprintf("close the copy of %s to %s", ref, f.To), f.Validate()
}

// FollowedUp says how a motion stands after it was carried, over all its copies, in two or three words for the register:
// the state of whichever waits most; "" where it was sent to nobody.
func FollowedUp(of []Forwarding, today Date) ForwardingState {
	if waiting := Awaiting(of, today); len(waiting) > 0 {
		return waiting[0].State(today)
	}
	state := ForwardingState("")
	for _, f := range of {
		if s := f.State(today); state == "" || s == ReportedBack {
			state = s
		}
	}
	return state
}
