package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An Ending is what became of a motion at a meeting.
type Ending struct {
	Outcome Outcome
	// Note completes it: to whom it was remitted, on what ground.
	Note string
	// Vote decided it; the zero Vote where none did.
	Vote Vote
	// Until is the meeting that it was deferred to; the zero Meeting where none was named.
	Until Meeting
	// Into is the composite that it went into.
	Into Motion
	// Leave says that the meeting gave leave for a withdrawal.
	Leave bool
}

// AllEndings lists every outcome, in the order that a choice shows them.
func AllEndings() []Outcome {
	return []Outcome{
		Carried, CarriedAmended, Lost, Tied, Remitted, ReferredBack, Deferred, Withdrawn, NextBusiness, PreviousVoted, FellNoSeconder,
		NotMoved, NotReached, OutOfOrder, NotEmergency, Composited, Lapsed,
	}
}

// Endings returns the outcomes that the motion can usually come to from where it stands, in the order of AllEndings. It is
// what a screen offers; End takes any.
func (m Motion) Endings() []Outcome {
	if m.Status == DisposedOf {
		return nil
	}
	var not []Outcome
	voted := []Outcome{Carried, CarriedAmended, Lost, Tied}
	if m.Kind != EmergencyMotion {
		not = append(not, NotEmergency)
	}
	switch m.Status {
	case Seconded:
		not = append(not, FellNoSeconder, NotMoved, NotEmergency, Lapsed)
	case Moved:
		not = append(append(not, voted...), NotMoved, NotEmergency, Lapsed, PreviousVoted)
	case OnAgenda:
		not = append(append(not, voted...), FellNoSeconder, NotEmergency, PreviousVoted)
	case AwaitsChair, Accepted:
		not = append(append(not, voted...), FellNoSeconder, PreviousVoted, NextBusiness, ReferredBack, Remitted, NotMoved)
	default:
		not = append(append(not, voted...), FellNoSeconder, NotEmergency, PreviousVoted, NextBusiness, ReferredBack, NotMoved, NotReached, Remitted)
	}
	return slices.DeleteFunc(AllEndings(), func(o Outcome) bool { return slices.Contains(not, o) })
}

// End disposes of the motion, once: a motion with an outcome is refused. It returns the sentence for Undo. The error is a
// Problem, also where what completes the outcome is missing: to whom it was remitted, into which composite it went.
func (m Motion) End(e Ending) (Motion, string, error) {
	if err := m.open(); err != nil {
		return m, "", err
	}
	note := strings.TrimSpace(e.Note)
	switch e.Outcome {
	case Undecided:
		return m, "", NewProblem("Choose what became of "+m.called()+".", nil)
	case Remitted:
		if note == "" {
			return m, "", NewProblem("Type to whom it was remitted, such as the executive.", nil)
		}
	case Deferred:
		if note == "" && !e.Until.Date.IsZero() {
			note = "to the meeting on " + e.Until.Date.String()
		}
	case Withdrawn:
		if note == "" && e.Leave {
			note = "with leave of the meeting"
		}
	case OutOfOrder:
		// The ground belongs to the ruling, which can be challenged.
		m.Ruling, note = &Ruling{Ground: note, Was: m.Status}, ""
	case Composited:
		if e.Into.ID == "" && note == "" || e.Into.ID == m.ID && m.ID != "" {
			return m, "", NewProblem("Choose the composite that it went into.", nil)
		}
		m.InComposite = e.Into.ID
		note = cmp.Or(note, "into "+e.Into.Ref)
	}
	m.Status, m.Outcome, m.OutcomeNote, m.Vote = DisposedOf, e.Outcome, note, e.Vote.ID
	return m, m.undo(fmt.Sprintf("record %% as %s", e.Outcome)), nil
}

// Ended returns what a vote makes of the motion: carried as amended where an amendment has taken effect.
func (m Motion) Ended(v Vote, amendments []Amendment) Ending {
	e := Ending{Outcome: v.Outcome, Vote: v}
	if v.Outcome == Carried && len(InEffect(amendments)) > 0 {
		e.Outcome = CarriedAmended
	}
	return e
}

// JudgeEnding says what is odd about an outcome from where the motion stands: put without a seconder, or with amendments
// still to be taken. It is the zero Finding where nothing is; what the meeting did is recorded all the same.
func (m Motion) JudgeEnding(o Outcome, amendments []Amendment) Finding {
	voted := o.IsCarried() || o == Lost || o == Tied
	switch {
	case voted && !Substantive(amendments):
		n := 0
		for _, a := range amendments {
			n += b2i(a.Outcome == ToBeTaken)
		}
		return Finding{Verdict: are(n, "amendment", "amendments") + " still to be taken", Sum: "they come before the motion itself", Warning: true}
	case voted && m.Seconder == "":
		return Finding{Verdict: "no seconder is recorded", Sum: "a motion that nobody seconds falls", Warning: true}
	case o == Withdrawn && m.Status == Seconded && m.OutcomeNote == "":
		return Finding{Verdict: "it was seconded", Sum: "a withdrawal then needs the leave of the meeting", Warning: true}
	}
	return Finding{}
}

// Reopen opens a motion once more that was put off: deferred, remitted, referred back, not reached or not moved. What
// that meeting made of it is kept among Earlier. The error is a Problem.
func (m Motion) Reopen() (Motion, string, error) {
	if !m.Outcome.PutsOff() {
		return m, "", NewProblem("Only a motion that was put off can be taken up again: deferred, remitted, referred back, not reached or not moved. Log a resubmission in place of one that was decided.", nil)
	}
	if m.Meeting != "" {
		m.Earlier = append(slices.Clone(m.Earlier), Hearing{m.Meeting, m.Item, m.At, m.Outcome, m.OutcomeNote, m.Vote, m.Ruling})
	}
	m.Status, m.Outcome, m.OutcomeNote, m.Vote, m.Ruling = Received, Undecided, "", "", nil
	m.Meeting, m.Item, m.At = "", "", Time{}
	return m, m.undo("take up % again"), nil
}

// OutcomeWords returns what became of the motion in a few words, for a chip or a column: "Carried as amended", "Remitted
// to the executive", "Not carried (tied)", "Composited into M-2026-08"; "" while it is open.
func (m Motion) OutcomeWords() string {
	words := Capital(string(m.Outcome))
	note := strings.TrimSpace(m.OutcomeNote)
	if m.Ruling != nil && !m.Ruling.Allows && (m.Outcome == OutOfOrder || m.Outcome == NotEmergency) {
		note = cmp.Or(note, m.Ruling.Ground)
	}
	switch {
	case m.Outcome == Tied:
		words = "Not carried (tied)"
	case m.Outcome == PreviousVoted:
		words = "Previous question carried"
	case m.Outcome == Undecided || note == "":
	case m.Outcome == Remitted && !strings.HasPrefix(note, "to "):
		return words + " to " + note
	}
	if note == "" || m.Outcome == Undecided {
		return words
	}
	for _, begins := range []string{"to ", "until ", "by ", "at ", "into ", "with "} {
		if strings.HasPrefix(note, begins) {
			return words + " " + note
		}
	}
	return words + ": " + note
}
