package motions

import (
	"cmp"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Card is a motion with its text and its life.
type Card struct {
	ID      data.MotionID
	Ref     string
	Title   string
	Mark    parts.Mark
	Text    string
	Movers  string // "Zoë Okafor, seconded Grace Mbeki"
	Steps   []parts.Step
	Open    bool           // it may still be edited, and settled
	Again   bool           // it was put off, and may be taken up again
	Meeting data.MeetingID // where it is, or was, taken; "" for none
}

func (m *Model) cardOf(x data.Motion) Card {
	c := Card{
		ID: x.ID, Ref: x.Ref, Title: x.Title, Mark: markOf(x), Text: cmp.Or(x.Text, x.Submitted, "No text was recorded."),
		Movers: m.movers(x), Open: x.Outcome == data.Undecided, Again: takenAgain(x.Outcome),
	}
	if _, known := m.meetings[x.Meeting]; known {
		c.Meeting = x.Meeting
	}
	c.Steps = m.life(x)
	return c
}

func (m *Model) movers(x data.Motion) string {
	mover, seconder := m.names.Name(x.Mover), m.names.Name(x.Seconder)
	switch {
	case mover != "" && seconder != "":
		return mover + ", seconded " + seconder
	case mover != "":
		return mover + ", not seconded yet"
	case seconder != "":
		return "Seconded " + seconder
	}
	return "Mover not recorded"
}

// life is what happened to a motion, in order, and what comes next.
func (m *Model) life(x data.Motion) []parts.Step {
	meeting, known := m.meetings[x.Meeting]
	steps := []parts.Step{m.received(x, meeting, known)}
	if known {
		steps = append(steps, parts.Step{
			Title: "On the agenda", Text: joined(meeting.Kind.String(), m.items[x.Item]), When: meeting.Date.ShortNear(m.today()), Done: true,
		})
	}
	vote, voted := m.votes[x.Vote]
	if x.Status == data.Moved || x.Status == data.Seconded || voted {
		steps = append(steps, parts.Step{Title: "Moved", Text: m.movers(x), When: x.At.String(), Done: true})
	}
	if voted {
		steps = append(steps, voteStep(vote))
	}
	switch {
	case x.Outcome == data.Undecided && known:
		return append(steps, parts.Step{Title: "To be decided", Text: "The vote is recorded in the meeting.", Now: true})
	case x.Outcome == data.Undecided:
		return append(steps, parts.Step{Title: "To go to a meeting", Text: "Edit the motion to put it on an agenda.", Now: true})
	case !voted:
		steps = append(steps, parts.Step{Title: outcomeTitle(x), Text: "Without a vote.", Done: true})
	case x.OutcomeNote != "":
		steps = append(steps, parts.Step{Title: outcomeTitle(x), Done: true})
	}
	return steps
}

// voteStep is the vote that decided a motion, short and in full.
func voteStep(v data.Vote) parts.Step {
	step := parts.Step{Title: data.Capital(v.Words()), Text: joined(v.Finding.Sum, v.Check), When: v.At.String(), Done: true}
	if figures := v.Figures(); figures != "" {
		step.Title, step.Text = strings.TrimSpace(data.Capital(string(v.Outcome))+" "+figures), joined(data.Capital(v.Words()), step.Text)
	}
	return step
}

// received says when it came in, and whether that was in time for its meeting.
func (m *Model) received(x data.Motion, meeting data.Meeting, known bool) parts.Step {
	step := parts.Step{Title: "Received", When: x.Received.ShortNear(m.today()), Done: true}
	switch {
	case x.Received.IsZero():
		step.Text = "The day was not recorded."
	case known:
		f := data.RulesOn(m.rules, meeting.Date).Motions.Judge(x.Received, meeting.Date)
		step.Text = data.Capital(f.Sentence()) + "."
	}
	return step
}

// outcomeTitle is an outcome in words: "Remitted to the executive".
func outcomeTitle(x data.Motion) string {
	words := data.Capital(string(x.Outcome))
	switch {
	case x.OutcomeNote == "":
		return words
	case x.Outcome == data.Remitted:
		return words + " to " + x.OutcomeNote
	}
	return words + ": " + x.OutcomeNote
}

func joined(parts ...string) string {
	var there []string
	for _, s := range parts {
		if s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, ", ")
}
