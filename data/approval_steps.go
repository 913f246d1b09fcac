package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A MinutesState is how far the minutes of a meeting have got.
type MinutesState string

// The states of minutes, in order.
const (
	MinutesDraft      MinutesState = "draft"
	MinutesCirculated MinutesState = "circulated"
	MinutesPresented  MinutesState = "presented"
	MinutesHeldOver   MinutesState = "held over"
	MinutesApproved   MinutesState = "approved"
	MinutesSigned     MinutesState = "signed"
)

// State returns how far the minutes have got.
func (a Approval) State() MinutesState {
	held := HoldOver{At: a.PresentedAt, On: a.PresentedOn}
	if n := len(a.HeldOver); n > 0 {
		held.Why = a.HeldOver[n-1].Why
	}
	switch {
	case a.Locked():
		return MinutesSigned
	case !a.Approved.IsZero():
		return MinutesApproved
	case len(a.HeldOver) > 0 && a.HeldOver[len(a.HeldOver)-1] == held:
		return MinutesHeldOver
	case !a.PresentedOn.IsZero():
		return MinutesPresented
	case len(a.Circulated) > 0:
		return MinutesCirculated
	}
	return MinutesDraft
}

// Draft says that the draft was finished on a day.
func (a Approval) Draft(on Date) (Approval, error) {
	if err := a.open(on); err != nil {
		return a, err
	}
	a.Drafted = on
	return a, nil
}

// Circulate says that the draft was sent round; it may be sent again. Nothing is sent by the program.
func (a Approval) Circulate(c Circulation) (Approval, error) {
	if err := a.open(c.On); err != nil {
		return a, err
	}
	c.To = strings.TrimSpace(c.To)
	a.Circulated = append(slices.Clip(a.Circulated), c)
	return a, nil
}

// Present says that the minutes came to a meeting, which is "" when it is not in the book.
func (a Approval) Present(at MeetingID, on Date) (Approval, error) {
	if err := a.open(on); err != nil {
		return a, err
	}
	a.PresentedAt, a.PresentedOn = at, on
	return a, nil
}

// HoldOver says that the minutes were presented and not approved, and why. They may be presented again.
func (a Approval) HoldOver(h HoldOver) (Approval, error) {
	a, err := a.Present(h.At, h.On)
	if err != nil {
		return a, err
	}
	h.Why = strings.TrimSpace(h.Why)
	a.HeldOver = append(slices.Clip(a.HeldOver), h)
	return a, nil
}

// Approve says that a meeting agreed the minutes, and keeps their text as it was agreed. Minutes that nobody has said
// were presented are presented by it.
func (a Approval) Approve(text Minutes, amended bool, at MeetingID, on Date) (Approval, error) {
	a, err := a.Present(at, on)
	if err != nil {
		return a, err
	}
	a.Approved, a.ApprovedAt, a.AsAmended, a.Text = on, at, amended, &text
	return a, nil
}

// Sign says that the chair signed the approved minutes, which locks them.
func (a Approval) Sign(by PersonID, on Date) (Approval, error) {
	switch {
	case a.Locked():
		return a, a.lockedProblem()
	case a.Approved.IsZero():
		return a, NewProblem("Minutes are signed when they have been approved. Approve them first.", nil)
	case on.IsZero():
		return a, noDay()
	case by == "":
		return a, NewProblem("Choose who signed the minutes.", nil)
	case on.Before(a.Approved):
		return a, NewProblem("The minutes were approved on "+fullDay(a.Approved)+". They were signed then or later.", nil)
	}
	a.Signed, a.SignedBy = on, by
	return a, nil
}

// Note says that a meeting of another body received and noted the minutes. That approves nothing, and may happen at any
// time before they are signed or after.
func (a Approval) Note(at MeetingID, on Date) (Approval, error) {
	if on.IsZero() {
		return a, noDay()
	}
	a.Noted = append(slices.Clip(a.Noted), Noting{At: at, On: on})
	return a, nil
}

// open refuses a step that may not follow once the minutes are approved.
func (a Approval) open(on Date) error {
	switch {
	case a.Locked():
		return a.lockedProblem()
	case !a.Approved.IsZero():
		return NewProblem("These minutes were approved on "+fullDay(a.Approved)+". Undo takes that back while nothing has followed.", nil)
	case on.IsZero():
		return noDay()
	}
	return nil
}

func noDay() error { return NewProblem("Type the day on which it was done.", nil) }

// lockedProblem is what a secretary reads who would change minutes that are signed.
func (a Approval) lockedProblem() error {
	return NewProblem(a.LockWords()+" A mistake is put right by a numbered correction agreed at a later meeting.", ErrMinutesLocked)
}

// LockWords says since when the minutes are locked: "These minutes were signed on 9 July 2026 and are locked."
func (a Approval) LockWords() string {
	return "These minutes were signed on " + fullDay(a.Signed) + " and are locked."
}

// RefuseLocked returns the *Problem of a change to minutes that are signed, which wraps ErrMinutesLocked; nil when they
// are not.
func (a Approval) RefuseLocked() error {
	if !a.Locked() {
		return nil
	}
	return a.lockedProblem()
}

// A Rung is one step of the ladder that minutes climb, in words.
type Rung struct {
	Title string // "Circulated"
	When  string // "7 May, 188 emails, 26 posted"; "" when there is nothing to say
	Text  string // why they were held over; "" for nothing
	Done  bool
	Now   bool // the next thing to do
}

// Ladder returns the steps of the minutes of a meeting held on a day, in order. at names the meeting they came to; it
// may be nil. pending is how many corrections were asked for.
func (a Approval) Ladder(held Date, names Names, at func(MeetingID) string, pending int) []Rung {
	day := func(d Date) string { return dayNear(d, held) }
	came := day(a.PresentedOn)
	if at != nil {
		came = joined(came, at(a.PresentedAt))
	}
	state := a.State()
	reached := slices.Index(minutesOrder, state)
	rungs := []Rung{
		{Title: "Draft", When: day(a.Drafted), Done: !a.Drafted.IsZero() || reached > 0},
		{Title: "Circulated", Done: len(a.Circulated) > 0},
		{Title: "Presented", When: came, Done: !a.PresentedOn.IsZero()},
		{Title: a.approvedWords(pending), When: day(a.Approved), Done: !a.Approved.IsZero()},
		{Title: "Signed by the chair", When: "then locked", Done: a.Locked()},
	}
	if n := len(a.Circulated); n > 0 {
		rungs[1].When = a.Circulated[n-1].words(held)
	}
	if state == MinutesHeldOver {
		rungs[2].Title, rungs[2].Text = "Held over", a.HeldOver[len(a.HeldOver)-1].Why
	}
	if a.Locked() {
		rungs[4].When = joined(names.Name(a.SignedBy), day(a.Signed))
	}
	next := 0 // behind the last that was done: a step may have been passed over
	for i, r := range rungs {
		if r.Done {
			next = i + 1
		}
	}
	if next < len(rungs) {
		rungs[next].Now = true
	}
	if next > 1 && !rungs[1].Done {
		rungs[1].When = "not recorded"
	}
	return rungs
}

var minutesOrder = []MinutesState{MinutesDraft, MinutesCirculated, MinutesPresented, MinutesHeldOver, MinutesApproved, MinutesSigned}

// approvedWords is how the minutes were approved, or would be now.
func (a Approval) approvedWords(pending int) string {
	if a.AsAmended || a.Approved.IsZero() && pending > 0 {
		return "Approved as amended"
	}
	return "Approved as a true record"
}

// words is when they were sent round and to whom: "7 May, all members, 188 emails, 26 posted".
func (c Circulation) words(near Date) string {
	parts := []string{dayNear(c.On, near), c.To}
	if c.Emails > 0 {
		parts = append(parts, NumberOf(c.Emails, "email", "emails"))
	}
	if c.Posted > 0 {
		parts = append(parts, fmt.Sprintf("%d posted", c.Posted))
	}
	return joined(parts...)
}

// AgreedWords is what the meeting that approved the minutes records: "The minutes of the meeting held on 11 June 2026
// were agreed as a true record", with the corrections behind it where there were some.
func AgreedWords(of Meeting, corrections []string) string {
	words := "The minutes of the " + of.minuted() + " held on " + fullDay(of.Date) + " were agreed as a true record"
	if len(corrections) == 0 {
		return words
	}
	said := make([]string, len(corrections))
	for i, c := range corrections {
		said[i] = strings.TrimSuffix(c, ".")
	}
	return fmt.Sprintf("%s with %s: %s", words, NumberOf(len(said), "correction", "corrections"), strings.Join(said, "; "))
}

// NotedWords is what a meeting of another body records: "The minutes of the executive meeting held on 4 June 2026 were
// received and noted".
func NotedWords(of Meeting) string {
	return "The minutes of the " + of.minuted() + " held on " + fullDay(of.Date) + " were received and noted"
}

// HeldOverWords is what the meeting records that did not approve the minutes.
func HeldOverWords(of Meeting, why string) string {
	words := "The minutes of the " + of.minuted() + " held on " + fullDay(of.Date) + " were held over"
	return cmp.Or(strings.TrimRight(words+labelled(": ", why), ". "), words)
}

// minuted is what a sentence about the minutes calls the meeting: an ordinary one is just a meeting.
func (m Meeting) minuted() string {
	if m.Kind == Ordinary || m.Kind == "" {
		return "meeting"
	}
	return uncapital(m.Kind.String())
}

// fullDay is a date in a sentence that will be read in other years: "9 July 2026".
func fullDay(d Date) string { return d.format("2 January 2006") }
