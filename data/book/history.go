package book

import (
	"errors"
	"slices"
	"time"

	"branchbook/data/vault"
)

// An Entry is one line of the history: a Change, or a run of typing in one place.
type Entry struct {
	What   string
	When   time.Time // local time; of a run of typing, when it ended
	Number uint64    // the number of the Change; of a run of typing, the last one
	First  uint64    // of a run of typing, the first one; else Number
	Typing bool
	Undoes uint64 // the number of the Change that it took back; 0 for none
	Redoes uint64 // the number of the Change that it brought back; 0 for none
	Seal   string // in a form for print

	group string
}

// historyPage is how many Changes are read from the journal at a time.
const historyPage = 256

// History returns up to limit entries, newest first, of Changes with numbers below before; 0 is from the newest. The
// First of the last entry is the before of the next page. Changes that are not saved are not in it; see State.
func (b *Book) History(limit int, before uint64) ([]Entry, error) {
	limit = max(limit, 0)
	if before == 0 {
		before = b.vault.Last() + 1
	}
	var found []Entry
	for to := before; to > 1 && len(found) <= limit; {
		from := uint64(1)
		if to > historyPage {
			from = to - historyPage
		}
		page, err := b.changes(from, to)
		if err != nil {
			return nil, err
		}
		for _, c := range slices.Backward(page) {
			found = b.enter(found, c)
		}
		to = from
	}
	return found[:min(limit, len(found))], nil
}

// changes reads those with numbers from from to below to.
func (b *Book) changes(from, to uint64) ([]vault.Change, error) {
	var page []vault.Change
	enough := errors.New("enough")
	err := b.vault.Changes(from, func(c vault.Change) error {
		if c.Number >= to {
			return enough
		}
		c.Edits = nil
		page = append(page, c)
		return nil
	})
	if errors.Is(err, enough) {
		err = nil
	}
	return page, Sentence(err)
}

// enter adds a Change that is older than those that were found.
func (b *Book) enter(found []Entry, c vault.Change) []Entry {
	if n := len(found); n > 0 && c.Typing && c.Group != "" && found[n-1].group == c.Group {
		found[n-1].First = c.Number
		return found
	}
	return append(found, Entry{
		What: c.What, When: c.When.In(b.o.Now().Location()), Number: c.Number, First: c.Number,
		Typing: c.Typing, Undoes: c.Undoes, Redoes: c.Redoes, Seal: vault.PrintSeal(c.Seal), group: c.Group,
	})
}
