package session

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// indexIn finds an item among some.
func (m *Model) indexIn(items []data.AgendaItem, item data.ItemID) int {
	return slices.IndexFunc(items, func(i data.AgendaItem) bool { return i.ID == item })
}

// hasParts says whether an item has parts.
func (m *Model) hasParts(item data.ItemID) bool {
	return slices.ContainsFunc(m.held.items, func(i data.AgendaItem) bool { return i.Under == item })
}

// ItemKinds are the kinds of item that are added on the night, the ordinary one first.
func ItemKinds() []data.ItemKind {
	return []data.ItemKind{data.ItemOther, data.ItemReport, data.ItemSpeaker, data.ItemBreakout, data.ItemCondolences}
}

// AddItem puts an item on the agenda behind the one on show and its parts; beside it, where it is a part itself.
func (m *Model) AddItem(heading string) (string, error) { return m.AddItemOf(data.ItemOther, heading) }

// AddItemOf is AddItem for business of a kind, which has a heading of its own where none is typed.
func (m *Model) AddItemOf(kind data.ItemKind, heading string) (string, error) {
	usual := data.ItemDefault(kind)
	if heading = strings.TrimSpace(heading); heading == "" {
		heading = usual.Heading
	}
	added := data.AgendaItem{Kind: kind, Heading: heading}
	if kind != data.ItemOther {
		added.Minutes = usual.Minutes
	}
	if i := m.indexOf(m.item); i >= 0 {
		added.Under = m.held.items[i].Under
	}
	return m.addBehind(added)
}

// AddPart puts a part under the item on show, behind those it has.
func (m *Model) AddPart(heading string) (string, error) {
	if m.indexOf(m.item) < 0 {
		return "", data.NewProblem("The agenda is empty. Add an item first, and its parts under it.", nil)
	}
	return m.addBehind(data.AgendaItem{Kind: data.ItemOther, Heading: strings.TrimSpace(heading), Under: m.item})
}

// addBehind puts an item behind the one on show and all its parts.
func (m *Model) addBehind(added data.AgendaItem) (string, error) {
	if m.held.Status == data.Closed {
		added.Done = true // it was taken, or nobody would write it down now
	}
	err := m.change("add the item "+added.Heading, func(tx *book.Tx) error {
		items, err := m.agendaIn(tx)
		if err != nil {
			return err
		}
		added.ID, added.Meeting = data.ItemID(tx.NewID()), m.meeting
		return lay(tx, slices.Insert(items, m.behind(items, m.item), added), items)
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("“%s” is on the agenda as item %s.", added.Heading, m.held.numbers[added.ID]), nil
}

// behind is the place behind an item and all its parts; the end where there is no such item.
func (m *Model) behind(items []data.AgendaItem, item data.ItemID) int {
	i, within := m.indexIn(items, item), data.PartsOf(items, item)
	if i < 0 {
		return len(items)
	}
	for i++; i < len(items) && within[items[i].ID]; i++ {
	}
	return i
}

func (m *Model) agendaIn(tx *book.Tx) ([]data.AgendaItem, error) {
	items, err := tx.Items.Of(m.meeting)
	return data.OrderItems(items), err
}

// itemGap is how far apart the places of items are, so that one can be put between two.
const itemGap = 10

// lay gives the items places in this order, and stores those that have no place of their own yet, or not that one.
func lay(tx *book.Tx, items, before []data.AgendaItem) error {
	old := map[data.ItemID]bool{}
	for _, i := range before {
		old[i.ID] = true
	}
	last := 0
	for n, item := range items {
		if !old[item.ID] || item.Place <= last {
			item.Place = last + itemGap
			if next := n + 1; next < len(items) && items[next].Place-last > 1 {
				item.Place = last + min((items[next].Place-last)/2, itemGap)
			}
			if err := tx.Items.Put(item); err != nil {
				return err
			}
		}
		last = item.Place
	}
	return nil
}

// MoveItem moves the item on show, with its parts, before the one above it on the same level, or behind the one below it.
func (m *Model) MoveItem(by int) (string, error) {
	i := m.indexOf(m.item)
	if i < 0 {
		return "", nil
	}
	item := m.held.items[i]
	var level []data.ItemID
	for _, other := range m.held.items {
		if other.Under == item.Under {
			level = append(level, other.ID)
		}
	}
	to := slices.Index(level, item.ID) + by
	if to < 0 || to >= len(level) {
		return "The item is at the end of its list already.", nil
	}
	way := map[bool]string{true: "down", false: "up"}[by > 0]
	err := m.change("move the item "+item.Heading+" "+way, func(tx *book.Tx) error {
		items, err := m.agendaIn(tx)
		if err != nil {
			return err
		}
		within := data.PartsOf(items, item.ID)
		var moved, rest []data.AgendaItem
		for _, other := range items {
			if within[other.ID] {
				moved = append(moved, other)
			} else {
				rest = append(rest, other)
			}
		}
		place := m.indexIn(rest, level[to])
		if by > 0 {
			place = m.behind(rest, level[to])
		}
		return relay(tx, slices.Insert(rest, place, moved...))
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("“%s” is item %s now.", item.Heading, m.held.numbers[item.ID]), nil
}

// relay numbers the places of the items afresh.
func relay(tx *book.Tx, items []data.AgendaItem) error {
	for n, item := range items {
		item.Place = (n + 1) * itemGap
		if err := tx.Items.Put(item); err != nil {
			return err
		}
	}
	return nil
}

// LetterParts says whether the parts of the item on show are lettered, 4(a), or numbered, 4.1, and turns that round. For a
// part it is the item that it is under.
func (m *Model) LetterParts() (string, error) {
	i := m.indexOf(m.item)
	if i < 0 {
		return "", nil
	}
	item := m.held.items[i].ID
	if up := m.held.items[i].Under; up != "" && !m.hasParts(item) {
		item = up
	}
	lettered := false
	err := m.change("letter or number the parts of an item", func(tx *book.Tx) error {
		of, err := tx.Items.Get(item)
		if err != nil {
			return err
		}
		of.Lettered = !of.Lettered
		lettered = of.Lettered
		return tx.Items.Put(of)
	})
	if lettered {
		return "The parts of item " + m.held.numbers[item] + " are lettered: " + m.held.numbers[item] + "(a).", err
	}
	return "The parts of item " + m.held.numbers[item] + " are numbered: " + m.held.numbers[item] + ".1.", err
}

// RemoveItem takes the item on show off the agenda, if nothing stands under it: what was minuted is not thrown away.
func (m *Model) RemoveItem() (string, error) {
	i := m.indexOf(m.item)
	if i < 0 {
		return "", nil
	}
	item := m.held.items[i]
	switch {
	case item.ID == m.held.Current && m.held.Status == data.InSession:
		return "", data.NewProblem("The meeting is at this item. Take up another first, then remove this one.", nil)
	case m.hasParts(item.ID):
		return "", data.NewProblem("This item has parts. Remove those first.", nil)
	}
	err := m.change("remove the item "+item.Heading, func(tx *book.Tx) error {
		written, err := m.isWritten(tx, item.ID)
		if err != nil {
			return err
		}
		if written {
			return data.NewProblem("Something was minuted under this item, so it stays. Take that out of the minutes first.", nil)
		}
		return tx.Items.Delete(item.ID)
	})
	return "“" + item.Heading + "” is off the agenda.", err
}

// isWritten says whether anything stands under an item: words, a record, or a motion to be taken there.
func (m *Model) isWritten(tx *book.Tx, item data.ItemID) (bool, error) {
	blocks, err := tx.Blocks.Of(item)
	if err != nil {
		return false, err
	}
	for _, b := range blocks {
		if b.Kind != data.BlockText || strings.TrimSpace(b.Text) != "" {
			return true, nil
		}
	}
	return slices.ContainsFunc(m.held.motions, func(mo data.Motion) bool { return mo.Item == item && (inDebate(mo) || mo.Outcome != data.Undecided) }), nil
}

// WriteUsual writes the usual words at the end of the item on show, to be completed.
func (m *Model) WriteUsual() (string, error) {
	i := m.indexOf(m.item)
	if i < 0 {
		return "", nil
	}
	words := m.held.items[i].UsualWords()
	if words == "" {
		return "", data.NewProblem("There are no usual words for this kind of item.", nil)
	}
	return m.AddNote(words)
}
