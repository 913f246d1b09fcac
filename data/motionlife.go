package data

import (
	"fmt"
	"slices"
	"strings"
)

// A MotionStep is something that can happen next to a motion as a piece of business.
type MotionStep string

// The steps of a motion. Ending is any Outcome of Endings.
const (
	StepReceive   MotionStep = "receive"
	StepLate      MotionStep = "mark as late"
	StepHoldOver  MotionStep = "hold over"
	StepAgenda    MotionStep = "put on the agenda"
	StepAskChair  MotionStep = "ask the chair"
	StepRule      MotionStep = "record the chair's ruling"
	StepConfirm   MotionStep = "record whether the meeting takes it"
	StepChallenge MotionStep = "record a challenge to the ruling"
	StepMove      MotionStep = "move"
	StepSecond    MotionStep = "second"
	StepEnd       MotionStep = "record what became of it"
	StepReopen    MotionStep = "take up again"
)

// NextSteps returns what usually happens next to the motion as it stands, the likeliest first. It is what a screen
// offers; the verbs themselves refuse only what cannot be, such as a second outcome.
func (m Motion) NextSteps() []MotionStep {
	var steps []MotionStep
	switch m.Status {
	case Drafted, "":
		steps = []MotionStep{StepReceive}
	case Received, Late, HeldOver:
		steps = []MotionStep{StepAgenda, StepLate, StepHoldOver, StepAskChair}
	case AwaitsChair:
		steps = []MotionStep{StepRule}
	case Accepted:
		steps = []MotionStep{StepConfirm}
	case OnAgenda:
		steps = []MotionStep{StepMove, StepRule, StepHoldOver}
	case Moved:
		steps = []MotionStep{StepSecond, StepRule}
	case Seconded:
		return m.withChallenge([]MotionStep{StepEnd, StepRule})
	case DisposedOf:
		return m.withChallenge(slices.DeleteFunc([]MotionStep{StepReopen}, func(MotionStep) bool { return !m.Outcome.PutsOff() }))
	}
	if m.Status == Late || m.Kind == EmergencyMotion && m.Status != OnAgenda {
		steps = slices.DeleteFunc(steps, func(s MotionStep) bool { return s == StepLate })
	}
	if m.Kind == EmergencyMotion && slices.Contains(steps, StepAskChair) {
		steps = []MotionStep{StepAskChair, StepAgenda, StepHoldOver}
	}
	if m.Status == HeldOver {
		steps = slices.DeleteFunc(steps, func(s MotionStep) bool { return s == StepHoldOver })
	}
	return m.withChallenge(append(steps, StepEnd))
}

func (m Motion) withChallenge(steps []MotionStep) []MotionStep {
	if m.challengeable() {
		steps = append(steps, StepChallenge)
	}
	return steps
}

// challengeable says whether the chair's ruling can still be challenged: once, while what it led to stands.
func (m Motion) challengeable() bool {
	r := m.Ruling
	return r != nil && r.Challenge == "" && !r.Overturned && (m.Outcome == Undecided || !r.Allows && (m.Outcome == OutOfOrder || m.Outcome == NotEmergency))
}

// PutsOff says whether a motion may come back as itself after the outcome.
func (o Outcome) PutsOff() bool {
	switch o {
	case NotReached, Deferred, Remitted, ReferredBack, NotMoved, PreviousVoted:
		return true
	}
	return false
}

// open refuses a step on a motion that has its outcome already.
func (m Motion) open() error {
	if m.Outcome == Undecided && m.Status != DisposedOf {
		return nil
	}
	return NewProblem(fmt.Sprintf("%s is disposed of: %s. Take that back, or take the motion up again, before you go on.", m.called(), m.Outcome),
		fmt.Errorf("motion status %q, outcome %q", m.Status, m.Outcome))
}

func (m Motion) called() string {
	if m.Ref == "" {
		return "The motion"
	}
	return m.Ref
}

func (m Motion) undo(words string) string {
	ref := m.Ref
	if ref == "" {
		ref = "the motion"
	}
	return strings.ReplaceAll(words, "%", ref)
}

// Receive records when and how the motion came in. It returns the sentence for Undo, as the other verbs do; every error
// is a Problem.
func (m Motion) Receive(on Date, how string) (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	if m.Status == Drafted || m.Status == "" {
		m.Status = Received
	}
	if m.Submitted == "" {
		m.Submitted = m.Text
	}
	m.Received, m.How = on, strings.TrimSpace(how)
	return m, m.undo("receive %"), nil
}

// PutOn puts the motion on the agenda of a meeting, under an item of it; "" for none yet. An emergency motion waits for
// the chair's ruling there. One that was moved already stays so.
func (m Motion) PutOn(meeting Meeting, item ItemID) (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	m.Meeting, m.Item = meeting.ID, item
	switch {
	case m.Status == Moved, m.Status == Seconded, m.Status == Accepted:
	case m.Kind == EmergencyMotion && (m.Ruling == nil || m.Status == AwaitsChair):
		m.Status = AwaitsChair
	default:
		m.Status = OnAgenda
	}
	return m, m.undo("put % on the agenda of " + meeting.Date.String()), nil
}

// MarkLate records that the motion missed its deadline, without saying yet what follows.
func (m Motion) MarkLate() (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	m.Status = Late
	return m, m.undo("mark % as late"), nil
}

// HoldOver keeps the motion for a later meeting; the zero Meeting when that is not planned yet.
func (m Motion) HoldOver(until Meeting) (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	m.Status, m.Meeting, m.Item = HeldOver, until.ID, ""
	words := "hold % over"
	if !until.Date.IsZero() {
		words += " to " + until.Date.String()
	}
	return m, m.undo(words), nil
}

// AskChair has the motion wait for the chair's ruling as an emergency motion.
func (m Motion) AskChair() (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	m.Kind, m.Status, m.Ruling = EmergencyMotion, AwaitsChair, nil
	return m, m.undo("offer % as an emergency motion"), nil
}

// Rule records what the chair ruled. Of an emergency motion that waits for it, that it is accepted, and the meeting is
// still to confirm, or not; of any other, that it is in order, and goes on as it was, or out of order.
func (m Motion) Rule(r Ruling) (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	emergency := m.Status == AwaitsChair
	r.Was, r.Ground = m.Status, strings.TrimSpace(r.Ground)
	m.Ruling = &r
	switch {
	case emergency && r.Allows:
		m.Status = Accepted
		return m, m.undo("record that the chair accepts % as an emergency"), nil
	case r.Allows:
		return m, m.undo("record that % is in order"), nil
	case emergency:
		m.Status, m.Outcome = DisposedOf, NotEmergency
		return m, m.undo("record that the chair does not accept % as an emergency"), nil
	}
	m.Status, m.Outcome = DisposedOf, OutOfOrder
	return m, m.undo("rule % out of order"), nil
}

// Confirm records whether the meeting takes an emergency motion that the chair accepted. The zero Vote is for a meeting
// that agreed without one; agreed says so.
func (m Motion) Confirm(v Vote, agreed bool) (Motion, string, error) {
	if m.Status != Accepted || m.Ruling == nil {
		return m, "", NewProblem(m.called()+" does not wait for the meeting. Record first that the chair accepts it as an emergency.", nil)
	}
	r := *m.Ruling
	r.Confirmed = v.ID
	m.Ruling = &r
	if v.ID != "" {
		agreed = v.Outcome.IsCarried()
	}
	if !agreed {
		m.Status, m.Outcome = DisposedOf, NotEmergency
		return m, m.undo("record that the meeting does not take %"), nil
	}
	m.Status = OnAgenda
	return m, m.undo("record that the meeting takes %"), nil
}

// Challenge records a challenge to the chair's ruling: how many supported it, the vote on it (the zero Vote where it was
// not put) and whether the ruling was overturned, which Majority.DecideChallenge says. A motion whose refusal is
// overturned goes on from where it was; one whose acceptance is overturned is out of order, or no emergency.
func (m Motion) Challenge(supporters int, v Vote, overturned bool) (Motion, string, error) {
	if !m.challengeable() {
		return m, "", NewProblem("There is no ruling on "+m.called()+" that can still be challenged. Record what the chair ruled first.", nil)
	}
	r := *m.Ruling
	r.Supporters, r.Challenge, r.Overturned = max(supporters, 0), v.ID, overturned && v.ID != ""
	m.Ruling = &r
	if !r.Overturned {
		return m, m.undo("record that the ruling on % stands"), nil
	}
	emergency := r.Was == AwaitsChair
	switch {
	case !r.Allows && emergency:
		m.Status, m.Outcome = Accepted, Undecided
	case !r.Allows:
		m.Status, m.Outcome = r.Was, Undecided
	case emergency:
		m.Status, m.Outcome = DisposedOf, NotEmergency
	default:
		m.Status, m.Outcome = DisposedOf, OutOfOrder
	}
	m.OutcomeNote = ""
	return m, m.undo("record that the ruling on % is overturned"), nil
}

// Move records that the motion was moved; who and when may be left out where they are known already, or not at all.
func (m Motion) Move(who PersonID, at Time) (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	if who != "" {
		m.Mover = who
	}
	if !at.IsZero() {
		m.At = at
	}
	if m.Status != Seconded {
		m.Status = Moved
	}
	return m, m.undo("record % as moved"), m.Validate()
}

// Second records that the motion was seconded, and so is in debate. A further seconder stands beside the first.
func (m Motion) Second(who PersonID) (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	switch {
	case who == "", who == m.Seconder, slices.Contains(m.AlsoSeconded, who):
	case m.Status == Seconded && m.Seconder != "":
		m.AlsoSeconded = append(slices.Clone(m.AlsoSeconded), who)
	default:
		m.Seconder = who
	}
	m.Status = Seconded
	return m, m.undo("record % as seconded"), m.Validate()
}
