package session

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// An Ending is something that can become of a motion without a vote on it, as a panel offers it.
type Ending struct {
	Outcome data.Outcome
	Key     rune   // the letter that chooses it
	Words   string // "Falls, no seconder"
	Ask     string // what is asked besides: "To whom"; "" for nothing
	Hint    string // an example of that
	Usual   bool   // from where the motion stands
}

// endings are all that the panel knows, in its order.
var endings = []Ending{
	{Outcome: data.FellNoSeconder, Key: 'f', Words: "Falls, no seconder"},
	{Outcome: data.NotMoved, Key: 'n', Words: "Not moved"},
	{Outcome: data.Withdrawn, Key: 'w', Words: "Withdrawn"},
	{Outcome: data.OutOfOrder, Key: 'o', Words: "Ruled out of order", Ask: "On what ground", Hint: "not competent business"},
	{Outcome: data.Remitted, Key: 'r', Words: "Remitted", Ask: "To whom", Hint: "the executive"},
	{Outcome: data.ReferredBack, Key: 'b', Words: "Referred back", Ask: "To whom, if it was said", Hint: "to the policy officer"},
	{Outcome: data.Deferred, Key: 'd', Words: "Deferred", Ask: "Until when, if to no meeting of the list", Hint: "until the county has answered"},
	{Outcome: data.NextBusiness, Key: 'x', Words: "Next business (vote)"},
	{Outcome: data.PreviousVoted, Key: 'p', Words: "Previous question (vote)"},
	{Outcome: data.NotReached, Key: 'u', Words: "Not reached"},
	{Outcome: data.Composited, Key: 'c', Words: "Composited", Ask: "Into which, if it is not in the list", Hint: "into the composite on buses"},
	{Outcome: data.Lapsed, Key: 'l', Words: "Lapsed", Ask: "Why, if it was said", Hint: "the consultation has closed"},
}

// Endings lists what can become of a motion without a vote on it, what is usual from where it stands first.
func (m *Model) Endings(motion data.MotionID) []Ending {
	mo, _ := m.motion(motion)
	usual := mo.Endings()
	out := slices.Clone(endings)
	for i := range out {
		out[i].Usual = slices.Contains(usual, out[i].Outcome)
	}
	slices.SortStableFunc(out, func(a, b Ending) int { return one(b.Usual) - one(a.Usual) })
	return out
}

// DecidedByVote says whether the ending is itself voted on: next business, and the previous question.
func (e Ending) DecidedByVote() bool {
	return e.Outcome == data.NextBusiness || e.Outcome == data.PreviousVoted
}

// End records what became of a motion without a vote on the motion itself.
func (m *Model) End(motion data.MotionID, e data.Ending) (string, error) {
	mo, _ := m.motion(motion)
	err := m.change(fmt.Sprintf("record %s as %s", mo.Ref, e.Outcome), func(tx *book.Tx) (err error) {
		mo, err = m.end(tx, motion, e)
		return err
	})
	return "Motion " + mo.Ref + " recorded as " + uncapital(mo.OutcomeWords()) + ".", err
}

// end disposes of a motion within a Change. A motion of another meeting is not this one's to end.
func (m *Model) end(tx *book.Tx, motion data.MotionID, e data.Ending) (data.Motion, error) {
	mo, err := tx.Motions.Get(motion)
	if err != nil {
		return mo, err
	}
	if mo, _, err = mo.End(e); err != nil {
		return mo, err
	}
	if e.Outcome == data.OutOfOrder {
		r := *mo.Ruling
		r.By, r.At = m.chairNow(), m.moment()
		mo.Ruling = &r
	}
	return mo, tx.Motions.Put(mo)
}

// chairNow is who is in the chair: the last who took it, "" when that is not recorded.
func (m *Model) chairNow() data.PersonID {
	spells := m.held.Served(data.InTheChair)
	if len(spells) == 0 || len(spells[len(spells)-1].People) == 0 {
		return m.held.Chair
	}
	who := spells[len(spells)-1].People
	return who[len(who)-1]
}

// VoteToPassOn begins the vote by which the meeting passes to next business, or carries the previous question. Carried, it
// ends the motion without a vote on it; lost, the debate goes on, and the vote stands in the minutes by itself.
func (m *Model) VoteToPassOn(motion data.MotionID, as data.Outcome) Voting {
	mo, _ := m.motion(motion)
	v := m.Vote("")
	v.Title, v.Question = "Next business, on "+mo.Ref, "That the meeting pass to next business from "+mo.Ref
	if as == data.PreviousVoted {
		v.Title, v.Question = "Previous question, on "+mo.Ref, "That the question on "+mo.Ref+" be not now put"
	}
	v.Heading = mo.Title
	v.decides = func(vote data.Vote) (string, error) { return m.passOn(motion, as, vote) }
	return v
}

func (m *Model) passOn(motion data.MotionID, as data.Outcome, vote data.Vote) (string, error) {
	mo, _ := m.motion(motion)
	if !vote.Outcome.IsCarried() {
		err := m.record("record the vote on "+string(as)+", lost", data.BlockVote, nil, func(tx *book.Tx) (data.ID, error) {
			vote.ID, vote.Meeting, vote.Item = data.VoteID(tx.NewID()), m.meeting, m.item
			return data.ID(vote.ID), tx.Votes.Put(vote)
		})
		return data.Capital(string(as)) + ": " + vote.Words() + ". The debate on " + mo.Ref + " goes on.", err
	}
	err := m.change(fmt.Sprintf("record %s as %s", mo.Ref, as), func(tx *book.Tx) error {
		vote.ID, vote.Meeting, vote.Item, vote.Motion = data.VoteID(tx.NewID()), m.meeting, m.item, motion
		if err := tx.Votes.Put(vote); err != nil {
			return err
		}
		_, err := m.end(tx, motion, data.Ending{Outcome: as, Vote: vote})
		return err
	})
	return "Motion " + mo.Ref + ": " + string(as) + ", " + vote.Words() + ".", err
}

// PutOffTo lists the meetings that a motion can be deferred to: those planned after this one, the next first.
func (m *Model) PutOffTo() ([]data.Meeting, error) {
	var out []data.Meeting
	err := m.book.Read(func(r *book.Reading) (err error) {
		out, err = r.Meetings.Where(func(me data.Meeting) bool {
			return me.ID != m.meeting && me.Status == data.Planned && me.Date.After(m.held.Date) && !me.Off()
		})
		return err
	})
	return out, err
}

// Composites lists the motions that another could have gone into: the composites that are not decided.
func (m *Model) Composites(but data.MotionID) ([]data.Motion, error) {
	var out []data.Motion
	err := m.book.Read(func(r *book.Reading) (err error) {
		out, err = r.Motions.Where(func(mo data.Motion) bool {
			return mo.ID != but && mo.Kind == data.Composite && mo.Outcome == data.Undecided
		})
		return err
	})
	return out, err
}

// TakeUpAgain opens a motion once more that was put off, at this meeting. What became of it before is kept.
func (m *Model) TakeUpAgain(motion data.MotionID) (string, error) {
	ref := ""
	mo, _ := m.motion(motion)
	err := m.change("take up "+mo.Ref+" again", func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(motion)
		if err != nil {
			return err
		}
		if mo, _, err = mo.Reopen(); err != nil {
			return err
		}
		if mo, _, err = mo.PutOn(m.held.Meeting, m.item); err != nil {
			return err
		}
		ref = mo.Ref
		return tx.Motions.Put(mo)
	})
	return "Motion " + ref + " is taken up again.", err
}

// minuted says whether a motion has its place in the minutes of this meeting.
func (m *Model) minuted(r *book.Reading, motion data.MotionID) (bool, error) {
	for _, item := range m.held.items {
		blocks, err := r.Blocks.Of(item.ID)
		if err != nil {
			return false, err
		}
		if slices.ContainsFunc(blocks, func(b data.Block) bool { return b.Kind == data.BlockMotion && b.Record == data.ID(motion) }) {
			return true, nil
		}
	}
	return false, nil
}

// oddly is what is odd about an ending from where the motion stands, to be said with it; "" for nothing.
func (m *Model) oddly(mo data.Motion, as data.Outcome) string {
	f := mo.JudgeEnding(as, m.held.amendments[mo.ID])
	return strings.TrimSpace(f.Sentence())
}
