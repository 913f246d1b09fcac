package session

import (
	"cmp"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// Offer records at the caret that a motion was offered as an emergency: it waits for the chair's ruling. A motion that is on
// the agenda keeps its reference; a new one gets the next.
func (m *Model) Offer(d MotionDraft) (string, error) {
	ref := ""
	err := m.recordMotion("record the emergency motion "+shorten(d.Title), d.ID, func(tx *book.Tx) (data.ID, error) {
		mo, err := m.motionFor(tx, d)
		if err != nil {
			return "", err
		}
		d.fill(&mo)
		if mo, _, err = mo.AskChair(); err != nil {
			return "", err
		}
		mo.Meeting, mo.Item = m.meeting, m.item
		ref = mo.Ref
		return data.ID(mo.ID), tx.Motions.Put(mo)
	})
	return "Motion " + ref + " waits for the chair's ruling: is it an emergency?", err
}

// recordMotion sets a motion into the minutes at the caret, or changes it alone where it stands in them already.
func (m *Model) recordMotion(what string, id data.MotionID, put func(*book.Tx) (data.ID, error)) error {
	there := false
	if id != "" {
		err := m.book.Read(func(r *book.Reading) (err error) {
			there, err = m.minuted(r, id)
			return err
		})
		if err != nil {
			return err
		}
	}
	if !there {
		return m.record(what, data.BlockMotion, nil, put)
	}
	return m.change(what, func(tx *book.Tx) error {
		_, err := put(tx)
		return err
	})
}

// RuleOn records what the chair ruled about a motion: of one that waits for it, whether it is an emergency; of any other,
// whether it is in order. ground is why, or why not. by is who ruled; "" for whoever is in the chair.
func (m *Model) RuleOn(motion data.MotionID, allows bool, ground string, by data.PersonID) (string, error) {
	mo, _ := m.motion(motion)
	emergency := mo.Status == data.AwaitsChair
	err := m.change("record the chair's ruling on "+mo.Ref, func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(motion)
		if err != nil {
			return err
		}
		mo, _, err = mo.Rule(data.Ruling{By: cmp.Or(by, m.chairNow()), Allows: allows, Ground: ground, At: m.moment()})
		if err != nil {
			return err
		}
		return tx.Motions.Put(mo)
	})
	said := "The chair rules " + mo.Ref + " out of order. That can be challenged."
	switch {
	case emergency && allows:
		said = "The chair takes " + mo.Ref + " as an emergency. The meeting is still to agree."
	case emergency:
		said = "The chair does not take " + mo.Ref + " as an emergency. That can be challenged."
	case allows:
		said = "The chair rules " + mo.Ref + " in order."
	}
	return said, err
}

// VoteToTake begins the vote by which the meeting takes an emergency motion that the chair accepted, or does not.
func (m *Model) VoteToTake(motion data.MotionID) Voting {
	mo, _ := m.motion(motion)
	v := m.Vote("")
	v.Title, v.Question = "Take "+mo.Ref+" as an emergency?", "That "+mo.Ref+" be taken as an emergency"
	v.Heading, v.Text = mo.Title, mo.CurrentText()
	v.Needs = data.SimpleMajority
	v.decides = func(vote data.Vote) (string, error) { return m.confirm(motion, vote) }
	return v
}

func (m *Model) confirm(motion data.MotionID, vote data.Vote) (string, error) {
	mo, _ := m.motion(motion)
	err := m.change("record the vote on taking "+mo.Ref, func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(motion)
		if err != nil {
			return err
		}
		vote.ID, vote.Meeting, vote.Item, vote.Motion = data.VoteID(tx.NewID()), m.meeting, m.item, motion
		if mo, _, err = mo.Confirm(vote, false); err != nil {
			return err
		}
		if err := tx.Votes.Put(vote); err != nil {
			return err
		}
		return tx.Motions.Put(mo)
	})
	if !vote.Outcome.IsCarried() {
		return "The meeting does not take " + mo.Ref + ": " + vote.Words() + ".", err
	}
	return "The meeting takes " + mo.Ref + ": " + vote.Words() + ". It can be moved.", err
}

// Supporting says whether enough members support a challenge to the chair's ruling for it to be put.
func (m *Model) Supporting(supporters int) data.Finding {
	return m.held.rules.Majority.Supporting(supporters)
}

// ChallengeUnsupported records a challenge to the ruling on a motion that was not put to the vote: the ruling stands.
func (m *Model) ChallengeUnsupported(motion data.MotionID, supporters int) (string, error) {
	return m.challenge(motion, supporters, data.Vote{})
}

// VoteOnRuling begins the vote on a challenge to the chair's ruling. Carried, by as many as the rules want, two thirds of
// those present in the model, the ruling is overturned.
func (m *Model) VoteOnRuling(motion data.MotionID, supporters int) Voting {
	mo, _ := m.motion(motion)
	v := m.Vote("")
	v.Title, v.Question = "Challenge to the ruling on "+mo.Ref, "That the chair's ruling on "+mo.Ref+" be overturned"
	v.Heading, v.Needs = mo.Title, cmp.Or(m.held.rules.Majority.Challenge, data.TwoThirdsPresent)
	v.decides = func(vote data.Vote) (string, error) { return m.challenge(motion, supporters, vote) }
	return v
}

func (m *Model) challenge(motion data.MotionID, supporters int, vote data.Vote) (string, error) {
	mo, _ := m.motion(motion)
	put, overturned := vote.Question != "", false
	if put {
		overturned, vote.Finding = m.held.rules.Majority.DecideChallenge(vote)
	}
	err := m.change("record the challenge to the ruling on "+mo.Ref, func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(motion)
		if err != nil {
			return err
		}
		if put {
			vote.ID, vote.Meeting, vote.Item, vote.Motion = data.VoteID(tx.NewID()), m.meeting, m.item, motion
			if err := tx.Votes.Put(vote); err != nil {
				return err
			}
		}
		if mo, _, err = mo.Challenge(supporters, vote, overturned); err != nil {
			return err
		}
		return tx.Motions.Put(mo)
	})
	switch {
	case !put:
		return "The challenge was not put. The ruling on " + mo.Ref + " stands.", err
	case overturned:
		return "The ruling on " + mo.Ref + " is overturned: " + vote.Finding.Sum + ".", err
	}
	return "The ruling on " + mo.Ref + " stands: " + vote.Finding.Sum + ".", err
}

// takes says whether a step can be recorded next of a motion.
func takes(mo data.Motion, step data.MotionStep) bool {
	return slices.Contains(mo.NextSteps(), step)
}

// fill copies what was typed into the motion.
func (d MotionDraft) fill(mo *data.Motion) {
	mo.Title, mo.Text = strings.TrimSpace(d.Title), strings.TrimSpace(d.Text)
	mo.Submitted = cmp.Or(mo.Submitted, mo.Text)
	mo.Mover, mo.Seconder, mo.AlsoSeconded = d.Mover, d.Seconder, d.Also
	mo.Amount = d.Amount
	if d.Kind != "" || mo.Kind == "" {
		mo.Kind = d.Kind
	}
}

// ToRuleOn is the motion that a ruling is wanted on, and which step that is: one that waits for the chair, for the meeting, or
// for a challenge; else the one in debate. It is "" for none.
func (m *Model) ToRuleOn() (data.MotionID, StepKind) {
	var found data.MotionID
	what := StepRule
	for _, mo := range m.held.motions {
		switch {
		case mo.Status == data.AwaitsChair:
			return mo.ID, StepRule
		case mo.Status == data.Accepted:
			found, what = mo.ID, StepTake
		case mo.Outcome != data.Undecided && takes(mo, data.StepChallenge):
			found, what = mo.ID, StepChallenge
		}
	}
	if found == "" {
		mo, _ := m.Debated()
		found = mo.ID
	}
	return found, what
}
