package meetings

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// step is the room left between the places of two items, so that another fits in without moving the rest.
const step = 10

// putStandingAgenda writes the usual business of the meeting's kind.
func putStandingAgenda(tx *book.Tx, meeting data.Meeting) error {
	for i, s := range data.StandingAgenda(meeting.Kind) {
		err := tx.Items.Put(data.AgendaItem{
			ID: data.ItemID(tx.NewID()), Meeting: meeting.ID, Place: (i + 1) * step,
			Kind: s.Kind, Heading: s.Heading, Minutes: s.Minutes,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// isStanding says whether an agenda is the usual one of a kind, with nothing of the secretary's own in it. What wrote itself
// into it from the book is not the secretary's, and the line for minutes is the usual one whichever minutes it names.
func isStanding(items []data.AgendaItem, kind data.MeetingKind) bool {
	usual := data.StandingAgenda(kind)
	var left []data.AgendaItem
	named := false
	for _, item := range items {
		minutes := !item.IsOwn() && item.From.Kind == data.FromMinutes && item.Under == "" && !named
		if item.IsOwn() || minutes || len(item.Blocks) > 0 {
			left = append(left, item)
		}
		named = named || minutes
	}
	return slices.EqualFunc(left, usual, func(a data.AgendaItem, s data.StandingItem) bool {
		heading := a.Heading == s.Heading || !a.IsOwn() && s.Kind == data.ItemMinutes
		return a.Kind == s.Kind && heading && a.Minutes == s.Minutes && len(a.Blocks) == 0 && a.Began.IsZero()
	})
}

// AddItem puts a new item behind another, or before the end of the agenda when after is "", and returns its id.
func (m *Model) AddItem(after data.ItemID) (data.ItemID, error) {
	var id data.ItemID
	err := m.book.Change("add an item to the agenda of "+m.Plan.Date.String(), func(tx *book.Tx) error {
		items, err := inOrder(tx, m.Open)
		if err != nil {
			return err
		}
		id = data.ItemID(tx.NewID())
		item := data.AgendaItem{ID: id, Meeting: m.Open, Kind: data.ItemOther, Heading: "New item", Minutes: 5}
		at := behind(items, after)
		if at > 0 && items[at-1].ID == after {
			item.Under = items[at-1].Under
			at = blockEnd(items, at-1)
		}
		return setOrder(tx, slices.Insert(items, at, item))
	})
	return id, err
}

// behind returns where an item goes that follows another. With none to follow it goes before any other business.
func behind(items []data.AgendaItem, after data.ItemID) int {
	for i, item := range items {
		if item.ID == after {
			return i + 1
		}
	}
	for i, item := range items {
		if item.Kind == data.ItemAOB || item.Kind == data.ItemNext {
			return i
		}
	}
	return len(items)
}

// setOrder stores the order of the items. Those that keep their place are not written again.
func setOrder(tx *book.Tx, items []data.AgendaItem) error {
	for _, item := range data.PlaceItems(items) {
		if err := tx.Items.Put(item); err != nil {
			return err
		}
	}
	return nil
}

// RemoveItem takes an item off the agenda. Its parts move up, motions under it stay received, and what wrote itself does
// not come back. An item with minutes stays, and so does the
// one that the meeting is at.
func (m *Model) RemoveItem(id data.ItemID) error {
	return m.editItem(id, "take “%s” off the agenda of %s", func(tx *book.Tx, item data.AgendaItem) error {
		meeting, err := tx.Meetings.Get(item.Meeting)
		if err != nil {
			return err
		}
		if meeting.Status == data.InSession && meeting.Current == id {
			return data.NewProblem("The meeting is at this item. Go on to the next one first, and then remove it.", nil)
		}
		written, err := hasMinutes(tx, id)
		if err != nil {
			return err
		}
		if written {
			return data.NewProblem("There are minutes under this item already. Take them out in the meeting first, or rename the item.", nil)
		}
		motions, err := tx.Motions.Of(item.Meeting)
		if err != nil {
			return err
		}
		for _, mo := range motions {
			if mo.Item == id {
				if err := takeOff(tx, mo); err != nil {
					return err
				}
			}
		}
		if err := leaveOut(tx, meeting, item); err != nil {
			return err
		}
		return tx.Items.Delete(id)
	})
}

func hasMinutes(tx *book.Tx, id data.ItemID) (bool, error) {
	blocks, err := tx.Blocks.Of(id)
	return slices.ContainsFunc(blocks, func(b data.Block) bool {
		return b.Kind != data.BlockText || strings.TrimSpace(b.Text) != ""
	}), err
}

// RenameItem gives an item another heading. An item needs one: Validate's sentence comes back for none.
func (m *Model) RenameItem(id data.ItemID, heading string) error {
	return m.editItem(id, "rename “%s” on the agenda of %s", func(tx *book.Tx, item data.AgendaItem) error {
		item.Heading = strings.TrimSpace(heading)
		return tx.Items.Put(item)
	})
}

// SetItemMinutes plans how long an item takes; 0 for not planned.
func (m *Model) SetItemMinutes(id data.ItemID, minutes int) error {
	return m.editItem(id, "change the time of “%s” on %s", func(tx *book.Tx, item data.AgendaItem) error {
		const most = 24 * 60
		if minutes > most {
			return data.NewProblem("An item cannot take longer than a day. Type its minutes, such as 15.", nil)
		}
		item.Minutes = minutes
		return tx.Items.Put(item)
	})
}

// editItem makes a Change about one item; what has room for its heading and the date.
func (m *Model) editItem(id data.ItemID, what string, f func(*book.Tx, data.AgendaItem) error) error {
	return m.book.Change(fmt.Sprintf(what, m.Plan.heading(id), m.Plan.Date), func(tx *book.Tx) error {
		item, err := tx.Items.Get(id)
		if err != nil {
			return err
		}
		return f(tx, item)
	})
}

// PutOnAgenda puts a motion that was received under the item for motions; one is made if the agenda has none.
func (m *Model) PutOnAgenda(id data.MotionID) error {
	return m.book.Change(fmt.Sprintf("put %s on the agenda of %s", m.Plan.ref(id), m.Plan.Date), func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(id)
		if err != nil {
			return err
		}
		mo.Meeting, mo.Status = m.Open, data.OnAgenda
		mo.Item, err = m.motionsItem(tx)
		if err != nil {
			return err
		}
		return tx.Motions.Put(mo)
	})
}

func (m *Model) motionsItem(tx *book.Tx) (data.ItemID, error) {
	items, err := inOrder(tx, m.Open)
	if err != nil {
		return "", err
	}
	for _, item := range items {
		if item.Kind == data.ItemMotions {
			return item.ID, nil
		}
	}
	item := data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: m.Open, Kind: data.ItemMotions, Heading: "Motions", Minutes: 25}
	return item.ID, setOrder(tx, slices.Insert(items, behind(items, ""), item))
}

// TakeOffAgenda holds a motion over: it is received, and on no agenda.
func (m *Model) TakeOffAgenda(id data.MotionID) error {
	return m.book.Change(fmt.Sprintf("take %s off the agenda of %s", m.Plan.ref(id), m.Plan.Date), func(tx *book.Tx) error {
		mo, err := tx.Motions.Get(id)
		if err != nil {
			return err
		}
		return takeOff(tx, mo)
	})
}

// takeOff leaves a motion that was moved already where it is: that is no longer the agenda's to say.
func takeOff(tx *book.Tx, mo data.Motion) error {
	if mo.Status != data.OnAgenda && mo.Status != data.Received {
		return nil
	}
	mo.Meeting, mo.Item, mo.Status = "", "", data.Received
	return tx.Motions.Put(mo)
}
