package session

import (
	"fmt"

	"branchbook/data"
	"branchbook/screens/parts"
)

// An Asking is what the line under the head waits for.
type Asking int

// What can be asked.
const (
	AsksNothing Asking = iota
	AsksQuorum         // how the meeting goes on without one
	AsksResume         // whether it goes on after an adjournment
	AsksRatify         // whether the decision is ratified
	AsksTime           // whether it goes on past its time
)

// A Notice is the line under the head about what the meeting stands in; its Text is "" when there is nothing to say.
type Notice struct {
	Tone parts.Tone
	Icon parts.IconName
	Text string
	Asks Asking
}

// Wait is how the meeting stands that has no quorum yet, on the clock where it has one.
func (m *Model) Wait() data.QuorumWait {
	starts := m.held.Starts
	if starts.IsZero() {
		starts = m.held.Opened
	}
	return m.held.rules.Quorum.Waiting(starts, m.clock(), m.held.quorum)
}

func (m *Model) notice() Notice {
	e := m.held
	amber := func(text string, asks Asking) Notice { return Notice{parts.Amber, parts.IconWarning, text, asks} }
	pause, adjourned := e.Adjourned()
	pressing, ratifies := m.ToRatify()
	switch {
	case e.ID == "" || e.Status == data.Closed && !ratifies:
		return Notice{}
	case e.Off():
		return amber(e.WhyOff()+" Give it a date again under Meetings.", AsksNothing)
	case adjourned && e.Status == data.InSession:
		text := pause.Words(false)
		if now := m.clock(); now.After(pause.From) && !pause.From.IsZero() {
			text += " That is " + minutesWords(now.Sub(pause.From)) + " ago."
		}
		return Notice{parts.Amber, parts.IconClock, text, AsksResume}
	case ratifies:
		return Notice{parts.Blue, parts.IconFlag, fmt.Sprintf("To be ratified: %s (%s, made without a quorum).", pressing.Text, pressing.Ref), AsksRatify}
	}
	if n := m.quorumNotice(); n.Text != "" {
		return n
	}
	if now, ends := m.clock(), e.guillotine(); e.Status == data.InSession && !now.IsZero() && !ends.IsZero() && now.After(ends) {
		return Notice{parts.Amber, parts.IconClock, "It is past " + ends.String() + ", when the meeting was to end.", AsksTime}
	}
	return Notice{}
}

// quorumNotice is what the line says of a meeting to which no quorum came in time.
func (m *Model) quorumNotice() Notice {
	e := m.held
	switch {
	case e.Without != data.NotSettled && e.quorum.Quorate && e.quorum.Found:
		from := ""
		if !e.quorum.Reached.IsZero() {
			from = " from " + e.quorum.Reached.String()
		}
		return Notice{parts.Green, parts.IconCheck, "A quorum came after all: quorate" + from + ". The meeting can do all its business.", AsksNothing}
	case e.Without == data.PressingAlone:
		return Notice{parts.Amber, parts.IconWarning, "Pressing business alone" + since(e.WithoutAt) + ": each decision waits to be ratified.", AsksNothing}
	case e.Without == data.NoBusiness:
		return Notice{parts.Amber, parts.IconWarning, "No quorum" + since(e.WithoutAt) + ": no business is done. Close the meeting.", AsksNothing}
	}
	wait := m.Wait()
	if wait.IsZero() || !wait.Over || len(e.register) == 0 || e.CountOnly != nil || e.Status == data.Planned && m.clock().IsZero() {
		return Notice{}
	}
	return Notice{parts.Amber, parts.IconWarning, "The meeting " + wait.Finding.Verdict + ": no business, or pressing business subject to ratification?", AsksQuorum}
}

func since(at data.Time) string {
	if at.IsZero() {
		return ""
	}
	return " since " + at.String()
}

// waitWords is the quorum's line of the head while the meeting still waits: "Quorum 10 · waits for its quorum until 8.00pm, 12
// min left"; "" when it does not.
func (m *Model) waitWords() string {
	now := m.clock()
	wait := m.Wait()
	if wait.IsZero() || wait.Over || !now.After(m.held.Starts) || m.held.Status == data.Closed || m.held.Off() {
		return ""
	}
	return fmt.Sprintf("Quorum %d  ·  %s", m.held.quorum.Needed, wait.Finding.Verdict)
}
