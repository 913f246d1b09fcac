package book

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
)

// MinuteContest sets a contest into the minutes of its meeting, where it is not there yet: at its item, else at the item of
// the agenda for elections, else at the item the meeting is at. A meeting without an agenda is given an item for it. when is
// the zero Time when the clock is not to be stamped.
func (tx *Tx) MinuteContest(id data.ContestID, when data.Time) error {
	c, err := tx.Contests.Get(id)
	if err != nil {
		return err
	}
	blocks, err := tx.Blocks.Where(func(b data.Block) bool { return b.Meeting == c.Meeting && b.Kind == data.BlockContest })
	if err != nil || slices.ContainsFunc(blocks, func(b data.Block) bool { return data.ContestID(b.Record) == id }) {
		return err
	}
	item, err := tx.itemFor(c)
	if err != nil {
		return err
	}
	if c.Item != item {
		c.Item = item
		if err := tx.Contests.Put(c); err != nil {
			return err
		}
	}
	_, err = tx.Record(item, Caret{}, data.BlockContest, data.ID(id), when)
	return err
}

// itemFor is where a contest belongs in the minutes of its meeting.
func (tx *Tx) itemFor(c data.Contest) (data.ItemID, error) {
	items, err := tx.Items.Of(c.Meeting)
	if err != nil {
		return "", err
	}
	if at := ContestItem(c, items); at != "" {
		return at, nil
	}
	m, err := tx.Meetings.Get(c.Meeting)
	if err != nil || m.Current != "" {
		return m.Current, err
	}
	item := data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: c.Meeting, Kind: data.ItemElection, Heading: "Elections"}
	for _, i := range items {
		item.Place = max(item.Place, i.Place+1)
	}
	if err := tx.Items.Put(item); err != nil {
		return "", fmt.Errorf("book: an item for a contest: %w", err)
	}
	return item.ID, nil
}

// ContestItem returns the item of an agenda that a contest belongs to: the one it was given, the one that wrote itself from
// its post or body, the one whose heading names that, or the first for elections; "" for none.
func ContestItem(c data.Contest, items []data.AgendaItem) data.ItemID {
	var words []string
	switch {
	case c.Kind == data.Nominates || c.Kind == data.Supports:
		words = []string{"nomination", "ballot"}
	case c.Body != "":
		words = []string{"delegate", "representative"}
	case c.Post != "":
		words = []string{"officer"}
	}
	title := data.Fold(c.Title)
	for _, fits := range []func(data.AgendaItem) bool{
		func(i data.AgendaItem) bool { return c.Item != "" && i.ID == c.Item },
		func(i data.AgendaItem) bool {
			return c.Post != "" && i.From == data.Source{Kind: data.FromPost, Record: data.ID(c.Post)} ||
				c.Body != "" && i.From == data.Source{Kind: data.FromBody, Record: data.ID(c.Body)}
		},
		func(i data.AgendaItem) bool {
			heading := data.Fold(i.Heading)
			return i.Kind == data.ItemElection && strings.Contains(heading, title) && !strings.Contains(heading, "for the meeting")
		},
		func(i data.AgendaItem) bool {
			return i.Kind == data.ItemElection && slices.ContainsFunc(words, func(w string) bool { return strings.Contains(data.Fold(i.Heading), w) })
		},
		func(i data.AgendaItem) bool { return i.Kind == data.ItemElection },
	} {
		if n := slices.IndexFunc(items, fits); n >= 0 {
			return items[n].ID
		}
	}
	return ""
}
