package session

import (
	"errors"

	"branchbook/data"
	"branchbook/data/book"
)

// ToRatify returns the pressing decision that the item on show wrote itself from, and false when there is none, or when a
// meeting has dealt with it.
func (m *Model) ToRatify() (data.Decision, bool) {
	d := m.held.ratifying
	return d, d.ID != "" && d.Ratified == "" && m.held.Status != data.Planned
}

// readRatifying reads the decision that the item on show is to ratify. One that is gone leaves nothing to ratify.
func (m *Model) readRatifying(r *book.Reading, e *evening) error {
	i := m.indexIn(e.items, m.item)
	if i < 0 || e.items[i].From.Kind != data.FromDecision {
		return nil
	}
	var err error
	e.ratifying, err = r.Decisions.Get(data.DecisionID(e.items[i].From.Record))
	if errors.Is(err, book.ErrNotFound) {
		return nil
	}
	return err
}

// Ratify records at the caret that this meeting ratified, or did not ratify, the decision that the item on show wrote itself
// from, and says so on that decision: one Change. At a meeting without a quorum of its own it is to be ratified in turn.
func (m *Model) Ratify(agreed bool) (string, error) {
	pressing, there := m.ToRatify()
	if !there {
		return "", data.NewProblem("There is nothing to ratify under this item, or it was dealt with already.", nil)
	}
	ref, lacks := "", m.lacksQuorum(m.moment())
	made := pressing.Ratification(agreed)
	err := m.record("record: "+shorten(made.Text), data.BlockDecision, nil, func(tx *book.Tx) (id data.ID, err error) {
		if ref, err = tx.NextRef("D", m.held.Date.Year()); err != nil {
			return "", err
		}
		made.ID, made.Ref, made.Meeting, made.Item, made.At = data.DecisionID(tx.NewID()), ref, m.meeting, m.item, m.moment()
		made.Pressing = lacks
		if err := tx.Decisions.Put(made); err != nil {
			return "", err
		}
		old, err := tx.Decisions.Get(pressing.ID)
		if err != nil {
			return "", err
		}
		old.Ratified, old.RatifiedAs = m.meeting, data.RatifiedNot
		if agreed {
			old.RatifiedAs = data.RatifiedAgreed
		}
		return data.ID(made.ID), tx.Decisions.Put(old)
	})
	said := made.Text + ". Decision " + ref + " recorded."
	if lacks {
		said += " This meeting has no quorum either: it is to be ratified in turn."
	}
	return said, err
}

// markPressing records a decision that stands for a motion carried without a quorum, behind the vote that carried it, so that
// the next meeting with a quorum is asked to ratify it.
func (m *Model) markPressing(tx *book.Tx, motion data.MotionID, behind data.BlockID) (data.BlockID, error) {
	mo, err := tx.Motions.Get(motion)
	if err != nil || !mo.Outcome.IsCarried() {
		return behind, err
	}
	d := data.OfMotion(mo)
	if d.Ref, err = tx.NextRef("D", m.held.Date.Year()); err != nil {
		return behind, err
	}
	d.ID, d.Meeting, d.Item, d.At = data.DecisionID(tx.NewID()), m.meeting, m.item, m.moment()
	if err := tx.Decisions.Put(d); err != nil {
		return behind, err
	}
	return tx.Record(m.item, book.Caret{Block: behind}, data.BlockDecision, data.ID(d.ID), d.At)
}
