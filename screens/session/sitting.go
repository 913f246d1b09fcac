package session

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// changeMeeting makes a Change of the meeting's own record.
func (m *Model) changeMeeting(what string, f func(*data.Meeting)) error {
	return m.change(what, func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(m.meeting)
		if err != nil {
			return err
		}
		f(&meeting)
		return tx.Meetings.Put(meeting)
	})
}

// notInSession says what only a meeting that is going on can do; nil when this one is.
func (m *Model) notInSession(what string) error {
	if m.held.Status == data.InSession {
		return nil
	}
	return data.NewProblem("Only a meeting in session can "+what+". Start it first.", nil)
}

// at puts a time behind words, where it is known: " at 8.20pm".
func at(t data.Time) string {
	if t.IsZero() {
		return ""
	}
	return " at " + t.String()
}

// IsAdjourned says whether the meeting is adjourned for a while.
func (m *Model) IsAdjourned() bool {
	_, is := m.held.Adjourned()
	return is && m.held.Status == data.InSession
}

// Adjourn adjourns the meeting for a while, stamped where times are; why may be "".
func (m *Model) Adjourn(why string) (string, error) {
	if err := m.notInSession("adjourn"); err != nil {
		return "", err
	}
	if m.IsAdjourned() {
		return "", data.NewProblem("The meeting is adjourned already. Resume it first.", nil)
	}
	from := m.moment()
	err := m.changeMeeting("adjourn the meeting", func(me *data.Meeting) {
		me.Pauses = append(me.Pauses[:len(me.Pauses):len(me.Pauses)], data.Pause{From: from, Why: strings.TrimSpace(why)})
	})
	return "The meeting is adjourned" + at(from) + ".", err
}

// Resume goes on after an adjournment, stamped where times are.
func (m *Model) Resume() (string, error) {
	if !m.IsAdjourned() {
		return "", data.NewProblem("The meeting is not adjourned.", nil)
	}
	until := m.moment()
	err := m.changeMeeting("resume the meeting", func(me *data.Meeting) {
		me.Pauses = append([]data.Pause(nil), me.Pauses...)
		last := &me.Pauses[len(me.Pauses)-1]
		last.Until, last.Ended = until, true
	})
	return "The meeting has resumed" + at(until) + ".", err
}

// NewExtension begins the vote on going on until a time: two thirds of those present, unless the rules say otherwise.
func (m *Model) NewExtension(until data.Time) Voting {
	v := m.Vote("")
	v.Title = "Go on past the time"
	v.Question = data.Extension{Until: m.held.OfEvening(until)}.Question()
	if needs := m.held.rules.Majority.Extension; needs != "" {
		v.Needs = needs
	}
	return v
}

// Extend records the vote on going on until a time at the item on show. When it was carried, that is the new guillotine;
// when it was lost, the vote stands and nothing else changes.
func (m *Model) Extend(until data.Time, v Voting) (string, error) {
	if err := m.notInSession("be extended"); err != nil {
		return "", err
	}
	if until.IsZero() {
		return "", data.NewProblem("Type until when the meeting would go on, like 9.45pm.", nil)
	}
	until = m.held.OfEvening(until)
	if ends := m.held.guillotine(); !ends.IsZero() && !until.After(ends) {
		return "", data.NewProblem("The meeting may go on until "+ends.String()+" as it is. Type a later time.", nil)
	}
	v.Question = data.Extension{Until: until}.Question()
	if !v.Verdict().Ready {
		return "", data.NewProblem("There is nothing to record yet. "+v.Verdict().Title+".", nil)
	}
	vote := v.vote()
	err := m.record("record the vote on going on until "+until.String(), data.BlockVote, nil, func(tx *book.Tx) (data.ID, error) {
		vote.ID, vote.Meeting, vote.Item = data.VoteID(tx.NewID()), m.meeting, m.item
		if err := tx.Votes.Put(vote); err != nil || vote.Outcome != data.Carried {
			return data.ID(vote.ID), err
		}
		meeting, err := tx.Meetings.Get(m.meeting)
		if err != nil {
			return "", err
		}
		extension := data.Extension{Until: until, At: vote.At, Vote: vote.ID}
		meeting.Extensions = append(meeting.Extensions[:len(meeting.Extensions):len(meeting.Extensions)], extension)
		return data.ID(vote.ID), tx.Meetings.Put(meeting)
	})
	if vote.Outcome == data.Carried {
		words, _ := data.Extension{Until: until}.Words(vote)
		return words + ".", err
	}
	return "The meeting did not agree to go on until " + until.String() + ": " + vote.Words() + ".", err
}

// SetWithoutQuorum settles how a meeting to which no quorum came goes on: with no business, with pressing business alone,
// or NotSettled again. It is stamped where times are.
func (m *Model) SetWithoutQuorum(as data.WithoutQuorum) (string, error) {
	if m.held.Status == data.Closed {
		return "", data.NewProblem("The meeting is closed. Take its closing back first.", nil)
	}
	when := m.moment()
	what := "record that there was no quorum: " + string(as)
	if as == data.NotSettled {
		what, when = "record that the quorum is not settled", data.Time{}
	}
	err := m.changeMeeting(what, func(me *data.Meeting) { me.Without, me.WithoutAt = as, when })
	if err != nil || as == data.NotSettled {
		return "How the meeting goes on without a quorum is not settled.", err
	}
	return data.Capital(string(as)) + at(when) + ".", nil
}

// lacksQuorum says whether the meeting had no quorum at a time, as far as its register can say; the zero Time is now. One
// whose names were not taken lacks it only where that was settled.
func (m *Model) lacksQuorum(when data.Time) bool {
	e := m.held
	if e.CountOnly != nil || len(e.register) == 0 {
		return e.Without != data.NotSettled
	}
	q := e.quorum
	if !when.IsZero() {
		q = e.rules.Quorum.Judge(e.register.At(when), e.eligible, e.members)
	}
	if e.Status == data.Closed && q.Found {
		return false // people go home: that is no quorum lost
	}
	return q.Needed > 0 && !q.Quorate
}

// AdjournTo closes this sitting and plans another on a day, which goes on with the items that were not done and the motions
// that were not taken. It is one Change. venue "" is where this one met.
func (m *Model) AdjournTo(day data.Date, starts data.Time, venue string) (string, data.MeetingID, error) {
	if err := m.notInSession("be adjourned to another day"); err != nil {
		return "", "", err
	}
	if !day.After(m.held.Date) {
		return "", "", data.NewProblem("Choose a day after "+m.held.Date.String()+".", nil)
	}
	var next data.MeetingID
	when := m.clock()
	err := m.change("adjourn the meeting to "+day.String(), func(tx *book.Tx) error {
		next = data.MeetingID(tx.NewID())
		if venue = strings.TrimSpace(venue); venue == "" {
			venue = m.held.Venue
		}
		later := data.Meeting{
			ID: next, Kind: m.held.Kind, Date: day, Starts: starts, Venue: venue, Status: data.Planned, Continues: m.meeting, With: m.held.With,
		}
		if err := tx.Meetings.Put(later); err != nil {
			return err
		}
		if err := m.carryOver(tx, next); err != nil {
			return err
		}
		return m.closeIn(tx, when)
	})
	return "The meeting was adjourned to " + day.String() + ".", next, err
}

// carryOver moves to another meeting the items that this one did not come to, with the motions under them.
func (m *Model) carryOver(tx *book.Tx, to data.MeetingID) error {
	moved := map[data.ItemID]bool{}
	for _, item := range m.held.items {
		if item.Done {
			continue
		}
		written, err := m.isWritten(tx, item.ID)
		if err != nil {
			return err
		}
		if written || item.ID == m.held.Current && m.hasParts(item.ID) {
			continue
		}
		if err := clearTexts(tx, item.ID); err != nil {
			return err
		}
		if item, err = tx.Items.Get(item.ID); err != nil {
			return err
		}
		if item.Under != "" && !moved[item.Under] {
			item.Under = ""
		}
		item.Meeting, item.Began, item.Ended = to, data.Time{}, data.Time{}
		if err := tx.Items.Put(item); err != nil {
			return err
		}
		moved[item.ID] = true
	}
	for _, mo := range m.held.motions {
		if mo.Outcome == data.Undecided && !inDebate(mo) {
			mo.Meeting = to
			if !moved[mo.Item] {
				mo.Item = ""
			}
			if err := tx.Motions.Put(mo); err != nil {
				return err
			}
		}
	}
	for _, c := range m.contestsFor(to, moved) {
		if err := tx.Contests.Put(c); err != nil {
			return err
		}
	}
	return nil
}

// clearTexts takes away the empty texts of an item that nothing was written under.
func clearTexts(tx *book.Tx, item data.ItemID) error {
	blocks, err := tx.Blocks.Of(item)
	if err != nil {
		return err
	}
	for _, b := range blocks {
		if err := tx.Blocks.Delete(b.ID); err != nil {
			return err
		}
	}
	i, err := tx.Items.Get(item)
	if err != nil {
		return err
	}
	i.Blocks = nil
	return tx.Items.Put(i)
}
