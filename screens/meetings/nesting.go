package meetings

import (
	"slices"

	"branchbook/data"
	"branchbook/data/book"
)

// inOrder returns the items of a meeting as they are read, each followed by its parts.
func inOrder(tx *book.Tx, meeting data.MeetingID) ([]data.AgendaItem, error) {
	items, err := tx.Items.Of(meeting)
	return data.OrderItems(items), err
}

func indexOf(items []data.AgendaItem, id data.ItemID) int {
	return slices.IndexFunc(items, func(a data.AgendaItem) bool { return a.ID == id })
}

// blockEnd is the place after an item and its parts.
func blockEnd(items []data.AgendaItem, i int) int {
	inside := map[data.ItemID]bool{items[i].ID: true}
	for i++; i < len(items) && inside[items[i].Under]; i++ {
		inside[items[i].ID] = true
	}
	return i
}

// reorder makes a Change to the order of the agenda. f is given where the item stands, and says false to leave all as it is.
func (m *Model) reorder(what string, id data.ItemID, f func(items []data.AgendaItem, at int) ([]data.AgendaItem, bool)) error {
	return m.book.Change(what+" of the agenda of "+m.Plan.Date.String(), func(tx *book.Tx) error {
		items, err := inOrder(tx, m.Open)
		at := indexOf(items, id)
		if err != nil || at < 0 {
			return err
		}
		if items, ok := f(items, at); ok {
			return setOrder(tx, items)
		}
		return nil
	})
}

// MoveItem moves an item with its parts up (-1) or down (1) past the one beside it. At the end of the agenda, or of what
// it is a part of, it stays where it is.
func (m *Model) MoveItem(id data.ItemID, by int) error {
	return m.reorder("move an item", id, func(items []data.AgendaItem, at int) ([]data.AgendaItem, bool) {
		first, last := at, blockEnd(items, at)
		if by < 0 {
			above := sibling(items, at)
			if above < 0 {
				return nil, false
			}
			return swapped(items, above, first, last), true
		}
		if last >= len(items) || items[last].Under != items[at].Under {
			return nil, false
		}
		return swapped(items, first, last, blockEnd(items, last)), true
	})
}

// sibling is the item before one that is a part of the same; -1 when it is the first.
func sibling(items []data.AgendaItem, at int) int {
	for i := at - 1; i >= 0; i-- {
		if items[i].Under == items[at].Under {
			return i
		}
	}
	return -1
}

// swapped exchanges the items from a to b with those from b to c.
func swapped(items []data.AgendaItem, a, b, c int) []data.AgendaItem {
	return slices.Concat(items[:a], items[b:c], items[a:b], items[c:])
}

// Nest makes an item a part of the one above it: 4 becomes 3.1. What was part of it is then part of the same. The first
// item, and one that is a part already, stays as it is.
func (m *Model) Nest(id data.ItemID) error {
	return m.reorder("make an item a part", id, func(items []data.AgendaItem, at int) ([]data.AgendaItem, bool) {
		above := sibling(items, at)
		if items[at].Under != "" || above < 0 {
			return nil, false
		}
		for i := at; i < blockEnd(items, at); i++ {
			if items[i].Under == id {
				items[i].Under = items[above].ID
			}
		}
		items[at].Under = items[above].ID
		return items, true
	})
}

// Unnest makes a part an item of its own, after the one that it was part of.
func (m *Model) Unnest(id data.ItemID) error {
	return m.reorder("bring out a part", id, func(items []data.AgendaItem, at int) ([]data.AgendaItem, bool) {
		if items[at].Under == "" {
			return nil, false
		}
		top := at
		for top > 0 && items[top].Under != "" {
			top--
		}
		end, last := blockEnd(items, top), blockEnd(items, at)
		items[at].Under = ""
		return swapped(items, at, last, end), true
	})
}

// SetLettered has the parts of an item lettered, 4(a), or numbered, 4.1.
func (m *Model) SetLettered(id data.ItemID, lettered bool) error {
	return m.editItem(id, "number the parts of “%s” on the agenda of %s", func(tx *book.Tx, item data.AgendaItem) error {
		item.Lettered = lettered
		return tx.Items.Put(item)
	})
}

// leaveOut remembers that what wrote itself was taken off, and moves the parts of the item up.
func leaveOut(tx *book.Tx, meeting data.Meeting, gone data.AgendaItem) error {
	items, err := tx.Items.Of(meeting.ID)
	if err != nil {
		return err
	}
	for _, item := range items {
		if item.Under == gone.ID {
			item.Under = gone.Under
			if err := tx.Items.Put(item); err != nil {
				return err
			}
		}
	}
	if gone.From.IsZero() || slices.Contains(meeting.LeftOut, gone.From) {
		return nil
	}
	meeting.LeftOut = append(slices.Clone(meeting.LeftOut), gone.From)
	return tx.Meetings.Put(meeting)
}
