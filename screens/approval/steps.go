package approval

import (
	"errors"
	"reflect"

	"branchbook/data"
	"branchbook/data/book"
)

// step alters how far the minutes have got, in a Change of its own; also, which may be nil, is done with it.
func (m *Model) step(what string, alter func(data.Approval) (data.Approval, error), also func(tx *book.Tx, e data.Evening) error) error {
	return m.change(what, func(tx *book.Tx) error {
		e, err := tx.Evening(m.meeting)
		if err != nil {
			return err
		}
		if also != nil {
			if err := also(tx, e); err != nil {
				return err
			}
		}
		return put(tx, e.Approval, m.meeting, alter)
	})
}

func put(tx *book.Tx, a data.Approval, of data.MeetingID, alter func(data.Approval) (data.Approval, error)) error {
	a, err := alter(a)
	if err != nil {
		return err
	}
	if a.ID == "" {
		a.ID, a.Meeting = data.ApprovalID(tx.NewID()), of
	}
	return tx.Approvals.Put(a)
}

// FinishDraft says that the draft was finished on a day.
func (m *Model) FinishDraft(on data.Date) (string, error) {
	err := m.step("finish the draft of", func(a data.Approval) (data.Approval, error) { return a.Draft(on) }, nil)
	return "The draft of " + m.called() + " is finished.", err
}

// Circulate records that the draft was sent round.
func (m *Model) Circulate(c data.Circulation) (string, error) {
	err := m.step("circulate", func(a data.Approval) (data.Approval, error) { return a.Circulate(c) }, nil)
	return data.Capital(m.called()) + " recorded as circulated on " + c.On.DayMonth() + ".", err
}

// Present records that the minutes came to a meeting.
func (m *Model) Present(at data.MeetingID, on data.Date) (string, error) {
	err := m.step("present", func(a data.Approval) (data.Approval, error) { return a.Present(at, on) }, nil)
	return data.Capital(m.called()) + " recorded as presented.", err
}

// HoldOver records that the minutes were presented and not approved, there and in the minutes of the meeting at.
func (m *Model) HoldOver(h data.HoldOver) (string, error) {
	err := m.step("hold over", func(a data.Approval) (data.Approval, error) { return a.HoldOver(h) }, func(tx *book.Tx, e data.Evening) error {
		return m.minute(tx, h.At, "", data.HeldOverWords(e.Meeting, h.Why))
	})
	return data.Capital(m.called()) + " recorded as held over.", err
}

// Note records that a meeting of another body received and noted the minutes, there and in its own minutes.
func (m *Model) Note(at data.MeetingID, on data.Date) (string, error) {
	err := m.step("receive and note", func(a data.Approval) (data.Approval, error) { return a.Note(at, on) }, func(tx *book.Tx, e data.Evening) error {
		return m.minute(tx, at, "noted", data.NotedWords(e.Meeting))
	})
	return data.Capital(m.called()) + " recorded as received and noted.", err
}

// Approve records that a meeting agreed the minutes: as a true record, or as amended where there are corrections, which
// are then made in the records of the evening. The text is kept as it was agreed, and the minutes of the meeting at say
// so. All of it is one Change.
func (m *Model) Approve(at data.MeetingID, on data.Date) (string, error) {
	how, amended := "as a true record", len(m.Corrections) > 0
	if amended {
		how = "as amended"
	}
	err := m.change("approve "+how, func(tx *book.Tx) error {
		e, err := tx.Evening(m.meeting)
		if err != nil {
			return err
		}
		if e.Meeting.Status != data.Closed {
			return data.NewProblem("The meeting is not closed, so its minutes may still change. Close it first, then approve them.", nil)
		}
		agreed, err := e.Corrected(tx.NewID)
		if err != nil {
			return err
		}
		text := agreed.HouseMinutes()
		approve := func(a data.Approval) (data.Approval, error) { return a.Approve(text, amended, at, on) }
		if err := put(tx, e.Approval, m.meeting, approve); err != nil {
			return err
		}
		words, _ := e.CorrectionWords()
		return errors.Join(correct(tx, e, agreed), agree(tx, e.Corrections, at, on), m.minute(tx, at, "agreed", data.AgreedWords(e.Meeting, words)))
	})
	return data.Capital(m.called()) + " approved " + how + ".", err
}

// correct stores what the corrections alter in the records of the evening.
func correct(tx *book.Tx, was, is data.Evening) error {
	var err error
	for item, blocks := range is.Blocks {
		for i, b := range blocks {
			if b.Text != was.Blocks[item][i].Text {
				err = errors.Join(err, tx.Blocks.Put(b))
			}
		}
	}
	for id, d := range is.Decisions {
		if d != was.Decisions[id] {
			err = errors.Join(err, tx.Decisions.Put(d))
		}
	}
	for id, a := range is.Actions {
		if a != was.Actions[id] {
			err = errors.Join(err, tx.Actions.Put(a))
		}
	}
	lines := map[data.EventID]data.Event{}
	for _, l := range was.Register {
		lines[l.ID] = l
	}
	for _, l := range is.Register {
		if !reflect.DeepEqual(lines[l.ID], l) {
			err = errors.Join(err, tx.Events.Put(l))
		}
		delete(lines, l.ID)
	}
	for id := range lines {
		err = errors.Join(err, tx.Events.Delete(is.Meeting.ID, id))
	}
	return err
}

// agree marks the corrections as agreed.
func agree(tx *book.Tx, corrections []data.Correction, at data.MeetingID, on data.Date) error {
	var err error
	for _, c := range corrections {
		if c.Addendum {
			continue
		}
		c.Agreed, c.MadeAt, c.On = true, at, on
		err = errors.Join(err, tx.Corrections.Put(c))
	}
	return err
}

// Sign records that the chair signed the approved minutes, which locks them.
func (m *Model) Sign(by data.PersonID, on data.Date) (string, error) {
	err := m.change("sign", func(tx *book.Tx) error {
		a, _, err := tx.Approvals.Of(m.meeting)
		if err != nil {
			return err
		}
		return put(tx, a, m.meeting, func(a data.Approval) (data.Approval, error) {
			a, err := a.Sign(by, on)
			a.SignedIn = tx.Number()
			return a, err
		})
	})
	return data.Capital(m.called()) + " signed by " + m.held.People.Name(by) + ". They are locked now.", err
}

// minute writes a decision into the minutes of the meeting where it was made; a meeting that is not in the book, or has
// no agenda, has none to write it into.
func (m *Model) minute(tx *book.Tx, at data.MeetingID, how, words string) error {
	if at == "" {
		return nil
	}
	meeting, err := tx.Meetings.Get(at)
	if err != nil {
		return err
	}
	agenda, err := tx.Items.Of(at)
	item := minutesItem(agenda, meeting.Current)
	if err != nil || item == "" {
		return err
	}
	ref, err := tx.NextRef("D", meeting.Date.Year())
	if err != nil {
		return err
	}
	var when data.Time
	if meeting.Status == data.InSession && meeting.Date == tx.Today() {
		when = data.TimeOf(tx.Now())
	}
	d := data.Decision{ID: data.DecisionID(tx.NewID()), Ref: ref, Meeting: at, Item: item, Text: words, How: how, At: when}
	if err := tx.Decisions.Put(d); err != nil {
		return err
	}
	_, err = tx.Record(item, book.Caret{}, data.BlockDecision, data.ID(d.ID), when)
	return err
}

// minutesItem is the item at which minutes are taken: the one the meeting is at if that is one, else the first of them,
// else the one the meeting is at.
func minutesItem(agenda []data.AgendaItem, current data.ItemID) data.ItemID {
	var first data.ItemID
	for _, i := range agenda {
		switch {
		case i.Kind == data.ItemMinutes && i.ID == current:
			return current
		case i.Kind == data.ItemMinutes && first == "":
			first = i.ID
		}
	}
	switch {
	case first != "":
		return first
	case current != "":
		return current
	case len(agenda) > 0:
		return agenda[0].ID
	}
	return ""
}
