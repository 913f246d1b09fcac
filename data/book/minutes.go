package book

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"branchbook/data"
)

// A Caret is a place in the minutes: so many bytes into the text of a block. The zero Caret is the end of the item.
type Caret struct {
	Block  data.BlockID
	Offset int
}

// StartText returns the text block at the end of an item, and makes one if the item has none or ends in a record.
func (tx *Tx) StartText(item data.ItemID) (data.BlockID, error) {
	holder, minutes, err := tx.minutes(item)
	if err != nil {
		return "", err
	}
	if n := len(minutes); n > 0 && minutes[n-1].Kind == data.BlockText {
		return minutes[n-1].ID, nil
	}
	text := tx.newText(holder, "")
	return text.ID, tx.lay(holder, append(minutes, text), text)
}

// Record sets a record into the minutes of an item where the caret is, splitting the text there, and returns the text
// block that follows, where typing goes on. when is the zero Time when the clock is not to be stamped. A caret outside
// its text is taken to be at the nearest end; one in a record, to be behind it. The record itself is put by the caller.
func (tx *Tx) Record(item data.ItemID, at Caret, kind data.BlockKind, id data.ID, when data.Time) (after data.BlockID, err error) {
	holder, minutes, err := tx.minutes(item)
	if err != nil {
		return "", err
	}
	record := data.Block{
		ID: data.BlockID(tx.NewID()), Item: item, Meeting: holder.Meeting, Kind: kind, Record: id, At: when,
	}
	n := slices.IndexFunc(minutes, func(b data.Block) bool { return b.ID == at.Block })
	switch {
	case at.Block == "" || n < 0 && len(minutes) == 0:
		n = len(minutes) - 1
	case n < 0:
		return "", data.NewProblem("The place in the minutes where this was to go was taken away. Choose another place, and record it again.",
			fmt.Errorf("book: record at a block that the item has not: %w", ErrNotFound))
	}
	changed := []data.Block{record}
	rest := ""
	if n >= 0 && minutes[n].Kind == data.BlockText {
		before := minutes[n].Text
		cut := len(before)
		if at.Block != "" {
			cut = runeStart(before, at.Offset)
		}
		if rest = before[cut:]; rest != "" {
			minutes[n].Text = before[:cut]
			changed = append(changed, minutes[n])
		}
	}
	minutes = slices.Insert(minutes, n+1, record)
	if next := n + 2; rest == "" && next < len(minutes) && minutes[next].Kind == data.BlockText {
		return minutes[next].ID, tx.lay(holder, minutes, changed...)
	}
	text := tx.newText(holder, rest)
	minutes = slices.Insert(minutes, n+2, text)
	return text.ID, tx.lay(holder, minutes, append(changed, text)...)
}

// TakeOut removes a block from the minutes and joins the texts before and behind it. What a record block pointed at
// stays in the book. It returns where the caret belongs.
func (tx *Tx) TakeOut(block data.BlockID) (Caret, error) {
	out, err := tx.Blocks.Get(block)
	if err != nil {
		return Caret{}, err
	}
	holder, minutes, err := tx.minutes(out.Item)
	if err != nil {
		return Caret{}, err
	}
	n := slices.IndexFunc(minutes, func(b data.Block) bool { return b.ID == block })
	if err := tx.Blocks.Delete(block); err != nil {
		return Caret{}, err
	}
	minutes = slices.Delete(minutes, n, n+1)
	isText := func(i int) bool { return i >= 0 && i < len(minutes) && minutes[i].Kind == data.BlockText }
	switch {
	case isText(n-1) && isText(n):
		caret := Caret{minutes[n-1].ID, len(minutes[n-1].Text)}
		behind := minutes[n]
		minutes[n-1].Text += behind.Text
		joined := minutes[n-1]
		minutes = slices.Delete(minutes, n, n+1)
		if err := tx.Blocks.Delete(behind.ID); err != nil {
			return Caret{}, err
		}
		return caret, tx.lay(holder, minutes, joined)
	case isText(n - 1):
		return Caret{minutes[n-1].ID, len(minutes[n-1].Text)}, tx.lay(holder, minutes)
	case isText(n):
		return Caret{Block: minutes[n].ID}, tx.lay(holder, minutes)
	}
	return Caret{}, tx.lay(holder, minutes)
}

func (tx *Tx) minutes(item data.ItemID) (data.AgendaItem, []data.Block, error) {
	holder, err := tx.Items.Get(item)
	if err != nil {
		return holder, nil, err
	}
	minutes, err := tx.Blocks.Of(item)
	return holder, minutes, err
}

func (tx *Tx) newText(item data.AgendaItem, text string) data.Block {
	return data.Block{ID: data.BlockID(tx.NewID()), Item: item.ID, Meeting: item.Meeting, Kind: data.BlockText, Text: text}
}

// lay stores the order of an item's blocks, and those that are new or changed.
func (tx *Tx) lay(item data.AgendaItem, minutes []data.Block, changed ...data.Block) error {
	item.Blocks = make([]data.BlockID, len(minutes))
	for i, b := range minutes {
		item.Blocks[i] = b.ID
	}
	err := tx.Items.Put(item)
	for _, b := range changed {
		err = errors.Join(err, tx.Blocks.Put(b))
	}
	return err
}

// runeStart returns the nearest place in text, at or before offset, that does not cut a letter in two.
func runeStart(text string, offset int) int {
	offset = min(max(offset, 0), len(text))
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
