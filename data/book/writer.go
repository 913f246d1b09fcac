package book

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"branchbook/data"
)

// A Writer stores the records of one kind, as part of a Change.
type Writer[T any, I ~string] struct {
	tx      *Tx
	kind    *kind[T, I]
	prepare func(before, after *T) error // what else a Put or a Delete alters; nil for nothing
}

func writer[T any, I ~string](tx *Tx, k *kind[T, I]) Writer[T, I] {
	return Writer[T, I]{tx: tx, kind: k}
}

// Stale is below the *data.Problem of a Put whose record was changed since it was read. Theirs is the record as it is
// now, of the same type as Mine; nil when it was taken away.
type Stale struct{ Mine, Theirs any }

func (s *Stale) Error() string { return fmt.Sprintf("book: stale %T", s.Mine) }

func stale(kind string, mine, theirs any) error {
	say := "This was changed elsewhere while you had it open, and nothing of yours was stored. Look at it as it is now, and make your change again."
	if theirs == nil {
		say = "This was taken away elsewhere while you had it open, so your change was not stored. Ctrl+U brings it back."
	}
	return data.NewProblem(say, &Stale{mine, theirs})
}

// Put stores a record, new or changed, and gives it a revision. A new one has an id from NewID and no place in the book
// yet. The error is a *data.Problem: what Validate says, or *Stale when the record was changed since it was read.
// A second Put of one record in the same Change may have the revision that it was read with.
func (w Writer[T, I]) Put(record T) error {
	key, from, held, err := w.place(record)
	if err != nil {
		return err
	}
	if v, ok := any(record).(interface{ Validate() error }); ok {
		if err := v.Validate(); err != nil {
			return err
		}
	}
	if err := w.current(from, record, held); err != nil {
		return err
	}
	id, revision := w.kind.marks(&record)
	if held != nil {
		*revision = w.kind.revision(*held)
		if same, err := w.same(key, record); err != nil || same {
			return err
		}
	}
	*revision = int(w.tx.number)
	value, err := w.kind.encode(record)
	if err != nil {
		return err
	}
	if w.prepare != nil {
		if err := w.prepare(held, &record); err != nil {
			return err
		}
	}
	if w.kind.under != nil {
		w.tx.set(w.kind.indexKey(*id), []byte(w.kind.under(record)))
	}
	if w.kind.ref != nil {
		if err := w.tx.raiseCounter(w.kind.ref(record)); err != nil {
			return err
		}
	}
	if from != key {
		w.tx.set(from, nil)
	}
	w.tx.set(key, value)
	return nil
}

// place returns the key of a record, the key at which it is now, and the record that is there; nil for a new one.
func (w Writer[T, I]) place(record T) (key, from string, held *T, err error) {
	id, under := w.kind.id(record), ""
	if w.kind.under != nil {
		under = w.kind.under(record)
		if !goodID(under) {
			return "", "", nil, badID(w.kind.name, "holder")
		}
	}
	if !goodID(string(id)) {
		return "", "", nil, badID(w.kind.name, "id")
	}
	key = w.kind.key(under, id)
	from, err = Records[T, I]{w.tx.s, w.kind}.keyOf(id)
	if errors.Is(err, ErrNotFound) {
		return key, key, nil, nil
	}
	if err != nil {
		return "", "", nil, err
	}
	value, err := w.tx.s.get(from)
	if err != nil || value == nil {
		return key, key, nil, err
	}
	was, err := w.kind.decode(value)
	return key, from, &was, err
}

// current refuses a record that was changed since it was read.
func (w Writer[T, I]) current(key string, record T, held *T) error {
	revision := w.kind.revision(record)
	if held == nil {
		if revision != 0 {
			return stale(w.kind.name, record, nil)
		}
		return nil
	}
	if revision == w.kind.revision(*held) {
		return nil
	}
	if _, own := w.tx.s.own[key]; own {
		before, err := w.tx.s.before(key)
		if err != nil {
			return err
		}
		if before == nil {
			if revision == 0 {
				return nil
			}
		} else if was, err := w.kind.decode(before); err != nil {
			return err
		} else if revision == w.kind.revision(was) {
			return nil
		}
	}
	return stale(w.kind.name, record, *held)
}

// same says whether the record is stored already, just as it is.
func (w Writer[T, I]) same(key string, record T) (bool, error) {
	value, err := w.kind.encode(record)
	if err != nil {
		return false, err
	}
	held, err := w.tx.s.get(key)
	return bytes.Equal(value, held), err
}

// Delete takes a record away: with a meeting its agenda and register, with an agenda item its minutes. What other
// records say of it stays. When there is none of that id, the error wraps ErrNotFound.
func (w Writer[T, I]) Delete(id I) error {
	c := Records[T, I]{w.tx.s, w.kind}
	held, err := c.Get(id)
	if err != nil {
		return err
	}
	key, err := c.keyOf(id)
	if err != nil {
		return err
	}
	if w.prepare != nil {
		if err := w.prepare(&held, nil); err != nil {
			return err
		}
	}
	if w.kind.under != nil {
		w.tx.set(w.kind.indexKey(id), nil)
	}
	w.tx.set(key, nil)
	return nil
}

func goodID(id string) bool {
	return id != "" && len(id) <= 64 && !strings.ContainsFunc(id, func(r rune) bool { return r == '/' || r < ' ' })
}

func badID(kind, which string) error {
	return data.NewProblem("Branchbook could not find a place in the book for this. Please report it; nothing was changed.",
		fmt.Errorf("book: a %s whose %s names nothing", kind, which))
}

// An EventWriter is the registers, and stores their lines as part of a Change.
type EventWriter struct {
	Events
	tx *Tx
}

// Put stores one line of a register, new or corrected. A line has no revision: it says one thing.
func (w EventWriter) Put(e data.Event) error {
	if !goodID(string(e.ID)) || !goodID(string(e.Meeting)) {
		return badID(KindEvent, "id or meeting")
	}
	if err := e.Validate(); err != nil {
		return err
	}
	value, err := packEvent(e)
	if err == nil {
		w.tx.set(events.key(string(e.Meeting), e.ID), value)
	}
	return err
}

// Delete takes one line out of a register. When there is none of that id, the error wraps ErrNotFound.
func (w EventWriter) Delete(meeting data.MeetingID, id data.EventID) error {
	if _, err := w.Get(meeting, id); err != nil {
		return err
	}
	w.tx.set(events.key(string(meeting), id), nil)
	return nil
}
