package session

import (
	"cmp"
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Voting is a vote while it is being entered, on a motion or on any other question.
type Voting struct {
	Motion   data.MotionID // "" for another question
	Title    string        // "Vote on M-2026-05"
	Heading  string        // the motion's title
	Text     string
	Moved    string
	Received string // "in on Wed 29 April 2026"

	Question  string
	Method    data.Method
	Needs     data.Threshold
	Declared  data.Declared
	Casting   data.Casting
	Note      string
	For       int
	Against   int
	Abstained int
	Spoilt    int // ballots that could not be counted
	// AskedBy are those who asked for a secret ballot; Tellers counted; Dissent is minuted at their own request.
	AskedBy, Tellers, Dissent []data.PersonID
	// Calls are the answers to a roll call, everybody who could vote.
	Calls []data.Call
	// Kept says that the count before stays on record, with Why it was counted again.
	Kept bool
	Why  string
	// Typed says that some number was typed, so that 0 to 0 is not judged before anybody has counted.
	Typed bool

	voters []data.PersonID
	count  int
	heads  bool // counted, since names were not taken
	at     data.Time
	rules  data.Majority
	// decides records a vote that settles something else than a motion: an amendment, a ruling, next business. It is nil for
	// a motion and for any other question. about is the motion whose amendments are shown again afterwards; "" for none.
	decides func(data.Vote) (said string, err error)
	about   data.MotionID
	// again is the vote that is counted again, or corrected; "" for a new one.
	again data.VoteID
}

// A Verdict is what the numbers so far come to, for the panel and the prompt.
type Verdict struct {
	Total  string     // "= 15"
	Check  parts.Mark // "15 voters in the room", "15 present, 2 too many"
	Tone   parts.Tone
	Icon   parts.IconName
	Title  string // "Carried by 12 votes to 2 with 1 abstention"
	Sum    string // the sum as the finding has it
	Source string
	Tied   bool // equal votes: the chair may cast
	TooFar bool // more votes than voters: better counted again
	Ready  bool // can be recorded
	Button string
}

// Vote begins a vote on a motion, or on another question when motion is "".
func (m *Model) Vote(motion data.MotionID) Voting {
	at := m.moment()
	v := Voting{
		Title: "Vote on another question", Method: data.Hands, Needs: cmp.Or(m.held.rules.Majority.Needs, data.SimpleMajority),
		voters: m.voters(at), at: at, rules: m.held.rules.Majority,
	}
	v.count, v.heads = m.RoomAt(at).Voters, m.held.CountOnly != nil
	if mo, ok := m.motion(motion); ok {
		v.Motion, v.Title, v.Heading, v.Text = mo.ID, "Vote on "+mo.Ref, mo.Title, cmp.Or(mo.Text, mo.Submitted)
		v.Question, v.Moved = mo.Title, m.moved(mo)
		if !mo.Received.IsZero() && mo.Received.Before(m.held.Date) {
			v.Received = "in on " + mo.Received.String()
		}
	}
	return v
}

// vote is the record that it would become.
func (v Voting) vote() data.Vote {
	out := data.Vote{
		Motion: v.Motion, Question: strings.TrimSpace(v.Question), Method: v.Method, Needs: v.Needs, Declared: v.Declared,
		Voters: v.count, HeadCount: v.heads, Entitled: v.voters, At: v.at, Note: strings.TrimSpace(v.Note), Tellers: v.Tellers, Dissent: v.Dissent,
	}
	switch v.Method {
	case data.SecretBallot:
		out.AskedBy, out.Spoilt = v.AskedBy, v.Spoilt
	case data.Online:
		out.Spoilt = v.Spoilt
	case data.RollCall:
		out.Calls = v.Calls
	}
	if v.Declared != data.Counted {
		out.Spoilt, out.Calls = 0, nil
	} else {
		out.For, out.Against, out.Abstained = v.For, v.Against, v.Abstained
		if out.For == out.Against {
			out.Casting = v.Casting
		}
	}
	out.Outcome, out.Finding = v.rules.Decide(out)
	out.Check = data.CheckCount(out)
	return out
}

// Verdict judges what was entered so far.
func (v Voting) Verdict() Verdict {
	vote := v.vote()
	room := data.NumberOf(v.count, "voter", "voters") + " in the room"
	out := Verdict{
		Total: fmt.Sprintf("= %d", vote.Total()), Check: parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: room},
		Sum: vote.Finding.Workings(), Source: vote.Finding.Source,
	}
	if silent := vote.Silent(); silent > 0 && v.Typed {
		out.Check = parts.Mark{Tone: parts.Grey, Text: fmt.Sprintf("%s, %d did not vote", room, silent)}
	} else if vote.Total()+vote.Spoilt != v.count {
		out.Check = parts.Mark{Tone: parts.Grey, Text: room}
	}
	switch {
	case v.Motion == "" && strings.TrimSpace(v.Question) == "":
		out.Tone, out.Icon, out.Title, out.Sum = parts.Grey, parts.IconInfo, "What is the vote on?", "Type the question as the chair put it."
		return out
	case v.Declared == data.Counted && !v.Typed:
		out.Tone, out.Icon, out.Title = parts.Grey, parts.IconInfo, "Type the hands for, against and abstaining"
		out.Sum = fmt.Sprintf("Needs %s.", v.Needs)
		return out
	}
	out.Ready = true
	out.Title = data.Capital(vote.Words())
	out.Button = "Record as " + outcomeWord(vote.Outcome)
	out.Tone, out.Icon = verdictLook(vote)
	out.Tied = v.Declared == data.Counted && v.For == v.Against && v.Typed && v.Needs == data.SimpleMajority
	if vote.Check != "" {
		over := vote.Total() + vote.Spoilt - v.count
		out.TooFar, out.Tone, out.Icon, out.Title = true, parts.Amber, parts.IconWarning, vote.Check
		out.Check = parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: fmt.Sprintf("%d present, %d too many", v.count, over)}
		out.Sum = data.NumberOf(over, "more vote than voters", "more votes than voters") + ". Count again, or check in who is missing; or record it as it is, with a note."
		out.Button = "Record with the note"
	}
	return out
}

func verdictLook(v data.Vote) (parts.Tone, parts.IconName) {
	switch {
	case v.Finding.Warning:
		return parts.Amber, parts.IconWarning
	case v.Outcome == data.Carried:
		return parts.Green, parts.IconCheck
	}
	return parts.Red, parts.IconCross
}

// RecordVote records the vote at the caret, with who could vote at that moment, and what it made of its motion.
func (m *Model) RecordVote(v Voting) (string, error) {
	if !v.Verdict().Ready {
		return "", data.NewProblem("There is nothing to record yet. "+v.Verdict().Title+".", nil)
	}
	switch {
	case v.again != "":
		return m.recordAgain(v)
	case v.decides != nil:
		return v.decides(v.vote())
	}
	vote := v.vote()
	mo, _ := m.motion(v.Motion)
	var ended data.Ending
	what := "record the vote on " + cmp.Or(mo.Ref, shorten(v.Question))
	err := m.recordAnd(what, data.BlockVote, nil, func(tx *book.Tx) (data.ID, error) {
		vote.ID, vote.Meeting, vote.Item = data.VoteID(tx.NewID()), m.meeting, m.item
		if err := tx.Votes.Put(vote); err != nil || v.Motion == "" {
			return data.ID(vote.ID), err
		}
		mo, err := tx.Motions.Get(v.Motion)
		if err != nil {
			return "", err
		}
		ended = mo.Ended(vote, m.held.amendments[mo.ID])
		if mo, _, err = mo.End(ended); err != nil {
			return "", err
		}
		return data.ID(vote.ID), tx.Motions.Put(mo)
	}, func(tx *book.Tx, behind data.BlockID) (data.BlockID, error) {
		if v.Motion == "" || !m.lacksQuorum(v.at) {
			return behind, nil
		}
		return m.markPressing(tx, v.Motion, behind)
	})
	subject := "The vote on " + shorten(v.Question)
	if mo.Ref != "" {
		subject = "Motion " + mo.Ref
	}
	words := vote.Words()
	if ended.Outcome == data.CarriedAmended {
		words = strings.Replace(words, "carried", string(data.CarriedAmended), 1)
	}
	return subject + " recorded: " + words + ".", err
}

func (m *Model) voteCard(c *Card, v data.Vote) {
	c.Icon, c.Tone, c.Lead = parts.IconBallot, outcomeMark(v.Outcome, "").Tone, "VOTE:"
	c.Text = v.Question
	if mo, ok := m.motion(v.Motion); ok {
		// The motion's own card has the figures and the outcome.
		c.Lead, c.Text, c.Sub = mo.Ref, v.Words(), v.Finding.Workings()
	} else {
		c.Sub, c.Figures, c.Mark = data.Capital(v.Words()), figures(v), outcomeMark(v.Outcome, "")
	}
	for _, more := range append(v.Particulars(m.names, true), v.Check, v.Note) {
		if more != "" {
			c.Sub = strings.TrimSuffix(c.Sub, ".") + ". " + data.Capital(more)
		}
	}
}

// figures returns the count with dashes that do not look like minus: 12–2–1.
func figures(v data.Vote) string { return strings.ReplaceAll(v.Figures(), "-", "–") }
