package book

import (
	"errors"
	"strings"
	"testing"

	"branchbook/data"
)

// signed is a hall whose meeting has minutes, a decision and an action, signed by the chair on 9 July.
type signed struct {
	*hall
	meeting  data.Meeting
	item     data.AgendaItem
	text     data.BlockID
	line     data.Event
	vote     data.Vote
	decision data.Decision
	action   data.Action
	chair    data.Person
}

func newSigned(t *testing.T) *signed {
	t.Helper()
	h := newHall(t)
	s := &signed{hall: h, chair: h.person("Margaret", "Dunne", "")}
	s.meeting, s.item, s.text = h.evening()
	h.Type(s.text, "Balance £1,516.16.")
	h.change("hold the meeting", func(tx *Tx) error {
		s.line = data.Event{ID: data.EventID(tx.NewID()), Meeting: s.meeting.ID, Person: s.chair.ID, Move: data.CameIn, Capacity: data.Voter}
		s.vote = data.Vote{ID: data.VoteID(tx.NewID()), Meeting: s.meeting.ID, Item: s.item.ID, For: 9}
		s.decision = data.Decision{ID: data.DecisionID(tx.NewID()), Ref: "D-2026-01", Meeting: s.meeting.ID, Item: s.item.ID, Text: "pay the hire"}
		s.action = data.Action{ID: data.ActionID(tx.NewID()), Ref: "A-2026-01", Text: "pay it", Status: data.Open, Meeting: s.meeting.ID}
		return errors.Join(tx.Events.Put(s.line), tx.Votes.Put(s.vote), tx.Decisions.Put(s.decision), tx.Actions.Put(s.action))
	})
	h.change("approve the minutes", func(tx *Tx) error {
		e, err := tx.Evening(s.meeting.ID)
		if err != nil {
			return err
		}
		a, err := e.Approval.Approve(e.Minutes(data.MinutesStyle{}), false, "", data.MustDate(2026, 7, 9))
		a.ID = data.ApprovalID(tx.NewID())
		return errors.Join(err, tx.Approvals.Put(a))
	})
	h.change("sign the minutes", func(tx *Tx) error {
		a, _, err := tx.Approvals.Of(s.meeting.ID)
		if err != nil {
			return err
		}
		a, err = a.Sign(s.chair.ID, data.MustDate(2026, 7, 9))
		a.SignedIn = tx.Number()
		return errors.Join(err, tx.Approvals.Put(a))
	})
	return s
}

const lockedSentence = "These minutes were signed on 9 July 2026 and are locked. A mistake is put right by a numbered correction agreed at a later meeting."

func TestSignedMinutesRefuseEveryChangeOfWhatTheySay(t *testing.T) {
	s := newSigned(t)
	now := func(tx *Tx) data.Meeting {
		m, err := tx.Meetings.Get(s.meeting.ID)
		must(t, err)
		return m
	}
	meeting := func(alter func(*data.Meeting)) func(*Tx) error {
		return func(tx *Tx) error {
			m := now(tx)
			alter(&m)
			return tx.Meetings.Put(m)
		}
	}
	approval := func(alter func(*data.Approval)) func(*Tx) error {
		return func(tx *Tx) error {
			a, _, err := tx.Approvals.Of(s.meeting.ID)
			must(t, err)
			alter(&a)
			return tx.Approvals.Put(a)
		}
	}
	for name, f := range map[string]func(tx *Tx) error{
		"the date":    meeting(func(m *data.Meeting) { m.Date = m.Date.AddDays(1) }),
		"the chair":   meeting(func(m *data.Meeting) { m.Chair = s.chair.ID }),
		"the venue":   meeting(func(m *data.Meeting) { m.Venue = "elsewhere" }),
		"opened":      meeting(func(m *data.Meeting) { m.Opened = data.MustTime(19, 0) }),
		"closed":      meeting(func(m *data.Meeting) { m.ClosedAt = data.MustTime(21, 0) }),
		"the quorum":  meeting(func(m *data.Meeting) { m.Quorum.Verdict = "quorate" }),
		"reopening":   meeting(func(m *data.Meeting) { m.Status = data.Planned }),
		"the meeting": func(tx *Tx) error { return tx.Meetings.Delete(s.meeting.ID) },
		"an item":     func(tx *Tx) error { return tx.Items.Delete(s.item.ID) },
		"another item": func(tx *Tx) error {
			return tx.Items.Put(data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: s.meeting.ID, Heading: "More"})
		},
		"a text": func(tx *Tx) error { return tx.Blocks.Delete(s.text) },
		"a record": func(tx *Tx) error {
			_, err := tx.Record(s.item.ID, Caret{}, data.BlockVote, "x", data.Time{})
			return err
		},
		"the register":   func(tx *Tx) error { return tx.Events.Delete(s.meeting.ID, s.line.ID) },
		"another voter":  func(tx *Tx) error { l := s.line; l.ID = data.EventID(tx.NewID()); return tx.Events.Put(l) },
		"a vote":         func(tx *Tx) error { return tx.Votes.Delete(s.vote.ID) },
		"a decision":     func(tx *Tx) error { return tx.Decisions.Delete(s.decision.ID) },
		"another action": func(tx *Tx) error { a := s.action; a.ID = data.ActionID(tx.NewID()); return tx.Actions.Put(a) },
		"the signature":  approval(func(a *data.Approval) { a.Signed, a.SignedBy = data.Date{}, "" }),
		"the text kept":  approval(func(a *data.Approval) { a.Text = &data.Minutes{} }),
		"the approval": func(tx *Tx) error {
			a, _, err := tx.Approvals.Of(s.meeting.ID)
			return errors.Join(err, tx.Approvals.Delete(a.ID))
		},
		"a correction that is no addendum": func(tx *Tx) error {
			return tx.Corrections.Put(data.Correction{ID: data.CorrectionID(tx.NewID()), Meeting: s.meeting.ID, Number: 1, Kind: data.CorrectOther, Words: "x"})
		},
	} {
		before := s.dump()
		err := s.Change("change "+name, f)
		if !errors.Is(err, data.ErrMinutesLocked) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want(t, data.Say(err), lockedSentence)
		if s.dump() != before {
			t.Errorf("%s was refused and changed the book", name)
		}
	}
}

func TestWhatCameOfSignedMinutesStillChanges(t *testing.T) {
	s := newSigned(t)
	s.change("ratify the decision", func(tx *Tx) error {
		d, err := tx.Decisions.Get(s.decision.ID)
		d.Ratified, d.RatifiedAs = s.meeting.ID, "agreed"
		return errors.Join(err, tx.Decisions.Put(d))
	})
	s.change("do the action", func(tx *Tx) error {
		a, err := tx.Actions.Get(s.action.ID)
		a.Status, a.Closed, a.Note = data.Done, data.MustDate(2026, 7, 20), "paid"
		return errors.Join(err, tx.Actions.Put(a))
	})
	s.change("note the minutes", func(tx *Tx) error {
		a, _, err := tx.Approvals.Of(s.meeting.ID)
		must(t, err)
		a, err = a.Note("", data.MustDate(2026, 8, 1))
		return errors.Join(err, tx.Approvals.Put(a))
	})
	add := data.Correction{Meeting: s.meeting.ID, Number: 1, Kind: data.CorrectOther, Words: "The hire was £40.", Addendum: true}
	s.change("add an addendum", func(tx *Tx) error {
		add.ID = data.CorrectionID(tx.NewID())
		return tx.Corrections.Put(add)
	})
	agree := func(tx *Tx) error {
		c, err := tx.Corrections.Get(add.ID)
		c.Agreed, c.On = true, data.MustDate(2026, 10, 8)
		return errors.Join(err, tx.Corrections.Put(c))
	}
	s.change("agree the addendum", agree)
	err := s.Change("change the addendum", func(tx *Tx) error {
		c, err := tx.Corrections.Get(add.ID)
		c.Words = "The hire was £50."
		return errors.Join(err, tx.Corrections.Put(c))
	})
	wantProblem(t, err, "signed on 9 July 2026")
}

func TestUndoTakesTheSigningBackWhileNothingFollowed(t *testing.T) {
	s := newSigned(t)
	n, err := s.Undo()
	must(t, err)
	want(t, n.What, "take back: sign the minutes")
	s.change("correct the venue", func(tx *Tx) error {
		m, err := tx.Meetings.Get(s.meeting.ID)
		m.Venue = "Mill Lane"
		return errors.Join(err, tx.Meetings.Put(m))
	})
}

func TestWhatIsTypedIntoSignedMinutesIsRefusedAndKept(t *testing.T) {
	s := newSigned(t)
	s.Type(s.text, "Balance £9.")
	err := s.Flush()
	wantProblem(t, err, "What you typed in them is kept here but not saved")
	want(t, s.written(), "Balance £9.")
	want(t, s.State().Why, data.Say(err))
	s.Type(s.text, "Balance £1,516.16.")
	must(t, s.Flush())
	s.reopen()
	want(t, s.written(), "Balance £1,516.16.")
}

func (s *signed) written() string { return s.hall.text(s.text) }

func TestSignedMinutesPrintTheSealOfTheirSigning(t *testing.T) {
	s := newSigned(t)
	entries, err := s.History(1, 0)
	must(t, err)
	e := read(s.hall, func(r *Reading) (data.Evening, error) { return r.Evening(s.meeting.ID) })
	got := e.Minutes(data.MinutesStyle{}).Seal
	if got == "" || got != entries[0].Seal || !strings.HasPrefix(entries[0].What, "sign") {
		t.Errorf("the minutes print %q, the history has %q", got, entries[0].Seal)
	}
	s.reopen()
	e = read(s.hall, func(r *Reading) (data.Evening, error) { return r.Evening(s.meeting.ID) })
	want(t, e.Minutes(data.MinutesStyle{}).Seal, got)
}
