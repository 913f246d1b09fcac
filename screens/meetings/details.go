package meetings

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// edit makes a Change about the meeting that is open.
func (m *Model) edit(what string, f func(*book.Tx, *data.Meeting) error) error {
	return m.book.Change(fmt.Sprintf(what, m.Plan.Date), func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(m.Open)
		if err != nil {
			return err
		}
		if err := f(tx, &meeting); err != nil {
			return err
		}
		return tx.Meetings.Put(meeting)
	})
}

// SetKind makes it another kind of meeting. An agenda that is still the usual one of the old kind becomes the usual one
// of the new, and the book writes itself into it again.
func (m *Model) SetKind(kind data.MeetingKind) error {
	return m.edit("change the kind of the meeting of %s to "+lower(kind.String()), func(tx *book.Tx, meeting *data.Meeting) error {
		items, err := tx.Items.Of(meeting.ID)
		if err != nil {
			return err
		}
		was := meeting.Kind
		meeting.Kind = kind
		if !isStanding(items, was) || kind == was {
			return nil
		}
		for _, item := range items {
			if err := tx.Items.Delete(item.ID); err != nil {
				return err
			}
		}
		if err := putStandingAgenda(tx, *meeting); err != nil {
			return err
		}
		if err := m.rehang(tx); err != nil {
			return err
		}
		if err := tx.Meetings.Put(*meeting); err != nil {
			return err
		}
		_, err = tx.WriteAgenda(meeting.ID)
		return err
	})
}

// rehang puts the motions of the meeting under the item that its new agenda has for them.
func (m *Model) rehang(tx *book.Tx) error {
	motions, err := tx.Motions.Of(m.Open)
	if err != nil {
		return err
	}
	for _, mo := range motions {
		if mo.Item, err = m.motionsItem(tx); err != nil {
			return err
		}
		if err := tx.Motions.Put(mo); err != nil {
			return err
		}
	}
	return nil
}

// SetDate moves the meeting to another day. A day that is past is as good as any: some write up afterwards.
func (m *Model) SetDate(on data.Date) error {
	return m.edit("move the meeting of %s to "+on.String(), func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.Date = on
		return nil
	})
}

// SetStarts changes the hour, and with it the guillotine, which keeps its distance: the rule's length where it had none.
func (m *Model) SetStarts(at data.Time) error {
	return m.edit("change the hour of the meeting of %s", func(tx *book.Tx, meeting *data.Meeting) error {
		length := meeting.EndsBy.Sub(meeting.Starts)
		if length <= 0 {
			rules, err := tx.Rules(meeting.Date)
			if err != nil {
				return err
			}
			length = rules.Length
		}
		meeting.Starts = at
		if length > 0 {
			meeting.EndsBy = at.Add(length)
		}
		return nil
	})
}

// SetEndsBy changes the time that the meeting may not go beyond; the zero Time for none.
func (m *Model) SetEndsBy(at data.Time) error {
	return m.edit("change the end of the meeting of %s", func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.EndsBy = at
		return nil
	})
}

// SetVenue changes where they meet.
func (m *Model) SetVenue(venue string) error {
	return m.edit("change the venue of the meeting of %s", func(tx *book.Tx, meeting *data.Meeting) error {
		was := meeting.Venue
		meeting.Venue = strings.TrimSpace(venue)
		return readdress(tx.Reading, meeting, was)
	})
}

// SetChair says who will take the chair; "" for nobody yet.
func (m *Model) SetChair(who data.PersonID) error {
	return m.edit("change the chair of the meeting of %s", func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.Chair = who
		return nil
	})
}

// SetMinuteTaker says who will take the minutes; "" for nobody yet.
func (m *Model) SetMinuteTaker(who data.PersonID) error {
	return m.edit("change the minute-taker of the meeting of %s", func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.MinuteTaker = who
		return nil
	})
}

// MarkNoticeSent records the day on which the notice went out; the zero Date takes that back. Nothing is sent.
func (m *Model) MarkNoticeSent(on data.Date) error {
	return m.edit("mark the notice of the meeting of %s as sent", func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.NoticeSent = on
		return nil
	})
}

// Remove takes a planned meeting away with its agenda. Its motions stay received.
func (m *Model) Remove() error {
	return m.book.Change("remove the meeting of "+m.Plan.Date.String(), func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(m.Open)
		if err != nil {
			return err
		}
		register, err := tx.Events.Of(m.Open)
		if err != nil {
			return err
		}
		if meeting.Status != data.Planned || len(register) > 0 {
			return data.NewProblem("This meeting has begun, or somebody is on its register, so it stays in the book.", nil)
		}
		motions, err := tx.Motions.Of(m.Open)
		if err != nil {
			return err
		}
		for _, mo := range motions {
			if err := takeOff(tx, mo); err != nil {
				return err
			}
		}
		return tx.Meetings.Delete(m.Open)
	})
}

// Reopen opens a closed meeting for corrections while its minutes are a draft. The sums are worked out again until it
// is closed again.
func (m *Model) Reopen() error {
	return m.book.Change("reopen the meeting of "+m.Minutes.Date.String(), func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(m.Open)
		if err != nil {
			return err
		}
		meeting.Status, meeting.Quorum = data.InSession, data.Finding{}
		return tx.Meetings.Put(meeting)
	})
}
