package session

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Step is something that can be recorded next of a motion, from its card.
type Step struct {
	Does  StepKind
	Label string
	Key   string // "Alt+A"; "" for none
}

// A StepKind is what a step does.
type StepKind int

// The steps of a motion at a meeting.
const (
	StepAmend     StepKind = iota // the page of its amendments
	StepEnd                       // what became of it without a vote
	StepRule                      // what the chair ruled
	StepTake                      // whether the meeting takes an emergency
	StepChallenge                 // a challenge to the ruling
	StepMove                      // it is moved
	StepAgain                     // it is taken up again
)

// motionSteps are what a card offers, the likeliest first.
func (m *Model) motionSteps(mo data.Motion) []Step {
	if m.held.Status == data.Planned || mo.Meeting != m.meeting {
		return nil
	}
	var out []Step
	put := func(does bool, k StepKind, label, key string) {
		if does {
			out = append(out, Step{k, label, key})
		}
	}
	open := mo.Outcome == data.Undecided
	put(mo.Status == data.AwaitsChair, StepRule, "The chair rules…", "Alt+U")
	put(mo.Status == data.Accepted, StepTake, "Does the meeting take it?", "F4")
	put(open && mo.Status == data.OnAgenda, StepMove, "Move it", "F3")
	put(inDebate(mo), StepAmend, "Amendments", "Alt+A")
	put(open, StepEnd, "Without a vote…", "Alt+O")
	put(takes(mo, data.StepChallenge), StepChallenge, "Challenge the ruling…", "Alt+U")
	put(takes(mo, data.StepReopen), StepAgain, "Take up again", "")
	return out
}

// amendmentLines are the amendments that were dealt with, a line each under the motion: "A1 replace paragraph 3: carried
// 8–6–1".
func (m *Model) amendmentLines(mo data.Motion) []string {
	all := m.held.amendments[mo.ID]
	var out, left []string
	for _, a := range all {
		if a.Outcome == data.ToBeTaken {
			left = append(left, a.Label())
			continue
		}
		if a.Meeting != "" && a.Meeting != m.meeting {
			continue
		}
		line := a.Label() + " " + a.Does(mo.BaseText(), all) + ": " + amendmentWord(a.Outcome)
		if v, ok := byID(m.held.votes, func(v data.Vote) bool { return v.ID == a.Vote && a.Vote != "" }); ok {
			line = strings.TrimSpace(line + " " + figures(v))
		}
		out = append(out, line)
	}
	if len(left) > 0 {
		out = append(out, "Still to be taken: "+strings.Join(left, ", "))
	}
	return out
}

func amendmentWord(o data.AmendmentOutcome) string {
	switch o {
	case data.AmendmentFell:
		return "fell, no seconder"
	}
	return string(o)
}

// rulingLine is what the chair ruled about a motion, for its card; "" for nothing.
func (m *Model) rulingLine(mo data.Motion) string {
	r := mo.Ruling
	if r == nil {
		return ""
	}
	words := "Ruled out of order"
	switch emergency := r.Was == data.AwaitsChair; {
	case emergency && r.Allows:
		words = "The chair takes it as an emergency"
	case emergency:
		words = "The chair does not take it as an emergency"
	case r.Allows:
		words = "Ruled in order"
	}
	if r.Ground != "" {
		words += ": " + r.Ground
	}
	if r.Supporters > 0 {
		words += fmt.Sprintf("; challenged by %d", r.Supporters)
	}
	for _, x := range []struct {
		vote data.VoteID
		what string
	}{{r.Confirmed, "; the meeting: "}, {r.Challenge, "; the challenge: "}} {
		if v, ok := byID(m.held.votes, func(v data.Vote) bool { return v.ID == x.vote && x.vote != "" }); ok {
			words += x.what + v.Words()
		}
	}
	if r.Overturned {
		words += "; overturned"
	}
	return words
}

// openMark is the chip of a motion that is not decided and not in debate.
func openMark(mo data.Motion) parts.Mark {
	switch mo.Status {
	case data.AwaitsChair:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: "Waits for the chair"}
	case data.Accepted:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: "Waits for the meeting"}
	case data.OnAgenda:
		return parts.Mark{Tone: parts.Grey, Text: "To be moved"}
	}
	return parts.Mark{Tone: parts.Grey, Text: data.Capital(string(mo.Status))}
}

// withMoney puts what a donation would cost behind a motion's title.
func withMoney(mo data.Motion) string {
	if mo.Amount == 0 {
		return mo.Title
	}
	return mo.Title + ", " + mo.Amount.String()
}
