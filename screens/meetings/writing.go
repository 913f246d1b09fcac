package meetings

import (
	"slices"

	"branchbook/data"
	"branchbook/data/book"
)

// BringUpToDate writes into the agenda of the open meeting what the book has for it, and takes out what is settled. It
// returns what was put in, in a sentence; "" for nothing. What the secretary has just taken back stays away.
func (m *Model) BringUpToDate() (news string, err error) {
	if m.Open == "" {
		return "", nil
	}
	var meeting data.Meeting
	err = m.book.Read(func(r *book.Reading) error {
		meeting, err = r.Meetings.Get(m.Open)
		return err
	})
	what := "bring the agenda of " + meeting.Date.String() + " up to date"
	if undone, _, ok := m.book.Redoable(); err != nil || meeting.Status != data.Planned || ok && undone == what {
		return "", err
	}
	err = m.book.Change(what, func(tx *book.Tx) error {
		news, err = tx.WriteAgenda(m.Open)
		return err
	})
	return news, err
}

// GiveItems makes parts of an item of what is listed under it, so that each has a heading in the minutes. What is
// settled by then needs none.
func (m *Model) GiveItems(under data.ItemID, from ...data.Source) error {
	return m.editItem(under, "give what is listed under “%s” on %s its own items", func(tx *book.Tx, above data.AgendaItem) error {
		in, err := tx.AgendaInput(m.Open, m.today())
		if err != nil {
			return err
		}
		items, err := inOrder(tx, m.Open)
		if err != nil {
			return err
		}
		for _, w := range data.WriteAgenda(in) {
			if !w.Listed || !slices.Contains(from, w.From) || slices.ContainsFunc(items, func(a data.AgendaItem) bool { return a.From == w.From }) {
				continue
			}
			items = slices.Insert(items, blockEnd(items, indexOf(items, above.ID)), data.AgendaItem{
				ID: data.ItemID(tx.NewID()), Meeting: m.Open, Under: above.ID, Kind: w.Kind, Heading: w.Heading, Wrote: w.Heading, From: w.From,
			})
		}
		return setOrder(tx, items)
	})
}

// TakeTemplate takes the usual agenda of the meeting's kind for the items that the secretary has not changed. What is
// theirs stays, in its order, before any other business.
func (m *Model) TakeTemplate() error {
	return m.edit("take the usual agenda for the meeting of %s", func(tx *book.Tx, meeting *data.Meeting) error {
		return m.takeTemplate(tx, *meeting)
	})
}

func (m *Model) takeTemplate(tx *book.Tx, meeting data.Meeting) error {
	items, err := inOrder(tx, meeting.ID)
	if err != nil {
		return err
	}
	var agenda []data.AgendaItem
	for _, s := range data.StandingAgenda(meeting.Kind) {
		i := slices.IndexFunc(items, func(a data.AgendaItem) bool { return a.Kind == s.Kind && a.Heading == s.Heading && a.From.IsZero() })
		item := data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: meeting.ID, Kind: s.Kind, Heading: s.Heading, Minutes: s.Minutes}
		if i >= 0 {
			item = items[i]
			item.Under = ""
		}
		agenda = append(agenda, item)
	}
	at := behind(agenda, "")
	for _, item := range items {
		switch {
		case indexOf(agenda, item.ID) >= 0:
		case untouched(item):
			if err := tx.Items.Delete(item.ID); err != nil {
				return err
			}
		default:
			agenda = slices.Insert(agenda, at, item)
			at++
		}
	}
	if err := setOrder(tx, agenda); err != nil {
		return err
	}
	if _, err := tx.WriteAgenda(meeting.ID); err != nil {
		return err
	}
	return m.rehang(tx)
}

// untouched says whether an item is as the book or some usual agenda has it.
func untouched(item data.AgendaItem) bool {
	if !item.From.IsZero() {
		return !item.IsOwn()
	}
	if len(item.Blocks) > 0 || !item.Began.IsZero() || item.Done || item.Speaker != nil || item.Private != "" {
		return false
	}
	for _, kind := range data.MeetingKinds() {
		if slices.ContainsFunc(data.StandingAgenda(kind), func(s data.StandingItem) bool {
			return s.Kind == item.Kind && s.Heading == item.Heading && s.Minutes == item.Minutes
		}) {
			return true
		}
	}
	return false
}

// SetSpeaker says who speaks under an item; nil for nobody.
func (m *Model) SetSpeaker(id data.ItemID, who *data.Speaker) error {
	return m.editItem(id, "change the speaker of “%s” on %s", func(tx *book.Tx, item data.AgendaItem) error {
		item.Speaker = who
		return tx.Items.Put(item)
	})
}

// SetTheme says what the meeting is about, where that is chosen ahead.
func (m *Model) SetTheme(theme string) error {
	return m.edit("change the theme of the meeting of %s", func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.Theme = plain(theme)
		return nil
	})
}

// SetWith names the other branches of a joint meeting.
func (m *Model) SetWith(branches string) error {
	return m.edit("change who joins the meeting of %s", func(_ *book.Tx, meeting *data.Meeting) error {
		meeting.With = plain(branches)
		return nil
	})
}
