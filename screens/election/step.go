package election

import (
	"fmt"
	"strings"

	"branchbook/data"
)

// Step is what comes next in the life of a contest: the one button that goes on.
type Step string

// The steps.
const (
	StepClose  Step = "Close nominations"
	StepRule   Step = "Choose the rule"
	StepBegin  Step = "Begin the voting"
	StepType   Step = "Type the ballots"
	StepCount  Step = "Count"
	StepStage  Step = "Record the next stage"
	StepTie    Step = "Settle the tie"
	StepNext   Step = "Begin the next round"
	StepRecord Step = "Record the result"
	StepDone   Step = "To the other elections"
	StepTakeUp Step = "Take it up"
)

// step says what comes next.
func (m *Model) step() Step {
	c, t := m.held.contest, m.held.tally
	last, begun := m.last()
	_, stage := m.Wanted()
	switch {
	case c.Over():
		return StepDone
	case isHeldOver(c):
		return StepTakeUp
	case c.Status == data.NominationsOpen && c.Kind != data.Triggers:
		return StepClose
	case t.Done:
		return StepRecord
	case !begun && c.Rule == "":
		return StepRule
	case !begun:
		return StepBegin
	case begun && !last.Closed && last.FromBallots:
		return StepType
	case begun && !last.Closed, m.held.wrong != nil:
		return StepCount
	case stage:
		return StepStage
	case t.Asks != nil:
		return StepTie
	case len(t.Next) > 0:
		return StepNext
	}
	return StepCount
}

// stepLabel is what the button that goes on says.
func (m *Model) stepLabel(s Step) string {
	c, t := m.held.contest, m.held.tally
	switch s {
	case StepTakeUp:
		if to, ok := m.takesUp(); ok {
			return "Take it up on " + to.Date.String()
		}
		return "Take it up at the next meeting"
	case StepBegin:
		if c.Method == data.Hands {
			return "Begin the show of hands"
		}
		return "Begin the ballot"
	case StepCount:
		if name := strings.ToLower(m.lastName()); !strings.HasPrefix(name, "round") {
			return "Count the " + name
		}
		return "Count " + strings.ToLower(m.lastName())
	case StepStage:
		w, _ := m.Wanted()
		return fmt.Sprintf("Record stage %d", w.Number)
	case StepTie, StepNext:
		next, ok := c.NextRound(t)
		switch {
		case !ok:
			return "Draw a lot…"
		case next.Kind == data.Repeated:
			return "Take the round again"
		case next.RunsOff():
			return "Begin the run-off"
		}
		return fmt.Sprintf("Begin round %d", len(c.Rounds)+1)
	}
	return string(s)
}
