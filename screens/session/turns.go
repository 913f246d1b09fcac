package session

import (
	"slices"

	"branchbook/data"
)

// Taking is how somebody takes up a duty.
type Taking int

// The ways of taking up a duty.
const (
	Instead     Taking = iota // of those who had it
	Beside                    // those who have it
	FromOpening               // as the first who had it
)

// TakeOver records who took the chair, or the minutes. when is the zero Time to stamp it, or, at a meeting that is not dated
// today, to leave it blank. A meeting that had nobody has them from the opening.
func (m *Model) TakeOver(duty data.Duty, who data.PersonID, how Taking, when data.Time) (string, error) {
	if who == "" {
		return "", data.NewProblem("Choose who it is.", nil)
	}
	if m.held.Status == data.Planned || len(m.held.Served(duty)) == 0 {
		how = FromOpening
	}
	if when = m.held.OfEvening(when); when.IsZero() {
		when = m.moment()
	}
	what, words := "change of chair", " is in the chair"
	if duty == data.TakingMinutes {
		what, words = "change of minute-taker", " takes the minutes"
	}
	err := m.changeMeeting("record the "+what, func(me *data.Meeting) {
		switch {
		case how != FromOpening:
			turn := data.Turn{Duty: duty, Person: who, At: when, Beside: how == Beside}
			me.Turns = append(me.Turns[:len(me.Turns):len(me.Turns)], turn)
			slices.SortStableFunc(me.Turns, func(a, b data.Turn) int {
				if a.At.IsZero() || b.At.IsZero() {
					return 0
				}
				return a.At.Minutes() - b.At.Minutes()
			})
		case duty == data.TakingMinutes:
			me.MinuteTaker = who
		default:
			me.Chair = who
		}
	})
	switch how {
	case FromOpening:
		return m.name(who) + words + " from the opening.", err
	case Beside:
		words += " as well"
	}
	if !when.IsZero() {
		words += " from " + when.String()
	}
	return m.name(who) + words + ".", err
}

// Officiating says who chairs and who takes the minutes, for the head: "Chair: Margaret Dunne; Grace Mbeki from 8.10pm".
func (m *Model) Officiating() string {
	words := ""
	for _, d := range []struct {
		duty  data.Duty
		label string
	}{{data.InTheChair, "Chair: "}, {data.TakingMinutes, "Minutes: "}} {
		if who := m.held.ServedWords(d.duty, m.names); who != "" {
			if words != "" {
				words += "  ·  "
			}
			words += d.label + who
		}
	}
	return words
}
