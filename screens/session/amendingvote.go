package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// VoteOnAmendment begins a vote on an amendment. RecordVote then settles it: carried, or lost where the votes are equal.
func (m *Model) VoteOnAmendment(id data.AmendmentID) Voting {
	a, _ := m.amendment(id)
	mo, _ := m.motion(a.Motion)
	v := m.Vote("")
	v.Title = fmt.Sprintf("Vote on amendment %s to %s", a.Label(), mo.Ref)
	v.Question = fmt.Sprintf("Amendment %s to %s", a.Label(), mo.Ref)
	v.Heading, v.Text = data.Capital(a.Does(mo.BaseText(), m.held.amendments[mo.ID])), a.Text
	v.Moved, v.about = m.moved(data.Motion{Mover: a.Mover, Seconder: a.Seconder}), mo.ID
	v.decides = func(vote data.Vote) (string, error) {
		return m.settle(id, data.AmendmentOutcomeOf(vote), vote, "")
	}
	return v
}

// SettleAmendment records what became of an amendment without a vote: accepted by the mover, consequential, fell,
// withdrawn, out of order. note is on what ground, or of which it is a consequence.
func (m *Model) SettleAmendment(id data.AmendmentID, as data.AmendmentOutcome, note string) (string, error) {
	if as == data.AmendmentCarried || as == data.AmendmentLost {
		return "", data.NewProblem("That is decided by a vote. Type the hands for and against.", nil)
	}
	return m.settle(id, as, data.Vote{}, note)
}

// settle makes one Change of the amendment, the motion's text, the other amendments and the vote that decided it.
func (m *Model) settle(id data.AmendmentID, as data.AmendmentOutcome, vote data.Vote, note string) (string, error) {
	a, ok := m.amendment(id)
	if !ok {
		return "", data.NewProblem("There is no such amendment. Choose one of the list.", nil)
	}
	mo, _ := m.motion(a.Motion)
	said := ""
	what := fmt.Sprintf("record amendment %s to %s as %s", a.Label(), mo.Ref, as)
	err := m.change(what, func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(a.Motion)
		if err != nil {
			return err
		}
		all, err := tx.Amendments.Of(mo.ID)
		if err != nil {
			return err
		}
		now, _ := byID(all, func(o data.Amendment) bool { return o.ID == id })
		now.Note, now.Meeting, now.At = cmp.Or(strings.TrimSpace(note), now.Note), m.meeting, m.moment()
		voted := as == data.AmendmentCarried || as == data.AmendmentLost
		if voted {
			vote.ID, vote.Meeting, vote.Item, vote.Motion = data.VoteID(tx.NewID()), m.meeting, m.item, mo.ID
			if err := tx.Votes.Put(vote); err != nil {
				return err
			}
		}
		s, err := mo.SettleAmendment(now, as, vote, all)
		if err != nil {
			return err
		}
		said = s.Line
		if s.Motion.CurrentText() != mo.CurrentText() || s.Motion.Outcome != mo.Outcome {
			if err := tx.Motions.Put(s.Motion); err != nil {
				return err
			}
		}
		return putSettled(tx, all, s)
	})
	return said, err
}

// putSettled keeps what an amendment changed, with those that were dealt with in front, in the order in which they were:
// the chair may take one out of turn.
func putSettled(tx *book.Tx, all []data.Amendment, s data.Settled) error {
	changed := []data.AmendmentID{s.Amendment.ID}
	after := slices.Clone(all)
	for _, c := range append(slices.Clone(s.Others), s.Amendment) {
		changed = append(changed, c.ID)
		for i := range after {
			if after[i].ID == c.ID {
				after[i] = c
			}
		}
	}
	rank := func(a data.Amendment) int {
		was, _ := byID(all, func(b data.Amendment) bool { return b.ID == a.ID })
		switch {
		case was.Outcome != data.ToBeTaken:
			return 0
		case a.ID == s.Amendment.ID:
			return 1
		case a.Outcome != data.ToBeTaken:
			return 2
		}
		return 3
	}
	after = data.InOrder(after)
	slices.SortStableFunc(after, func(a, b data.Amendment) int { return rank(a) - rank(b) })
	for i := range after {
		after[i].Order = i + 1
	}
	return putOrdered(tx, all, after, changed...)
}
