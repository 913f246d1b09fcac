package vault

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"
)

// lineage names the Change that a generation goes on from.
type lineage struct {
	Generation id     `json:"generation"`
	Number     uint64 `json:"number"`
	Seal       id     `json:"seal"`
}

// beginning is the first entry of a generation.
type beginning struct {
	Format     int       `json:"format"`
	Generation id        `json:"generation"`
	Parent     *lineage  `json:"parent,omitempty"`
	When       time.Time `json:"when"`
}

// ledger is the book as the journal tells it.
type ledger struct {
	records map[string][]byte
	at      point
	changes uint64 // Changes met, those of earlier generations too
	begun   bool
}

// take adds one entry.
func (l *ledger) take(s segment, e entry) error {
	if err := l.add(e); err != nil {
		return &Error{Code: Damaged, File: filepath.Join("journal", s.name), Err: fmt.Errorf("Change %d: %w", e.number, err)}
	}
	l.at.number, l.at.entry = e.number, e.seal
	return nil
}

func (l *ledger) add(e entry) error {
	switch e.kind {
	case kindBegin:
		var b beginning
		if err := json.Unmarshal(e.body, &b); err != nil {
			return errGarbled
		}
		if b.Parent != nil {
			l.at.change = seal(b.Parent.Seal)
		}
	case kindBase:
		return readBase(e.body, func(key string, value []byte) error {
			l.records[key] = value
			return nil
		})
	case kindPast:
		l.changes++
	case kindBegun:
		l.begun = true
	case kindChange:
		return l.change(e)
	}
	return nil
}

func (l *ledger) change(e entry) error {
	if e.number != l.at.number+1 || !l.begun {
		return errors.New("out of order")
	}
	c, err := decodeChange(e.body, func(key string) []byte { return l.records[key] })
	if err != nil {
		return err
	}
	for _, edit := range c.Edits {
		if edit.After == nil {
			delete(l.records, edit.Key)
		} else {
			l.records[edit.Key] = edit.After
		}
	}
	l.changes++
	l.at.change = e.seal
	return nil
}

// readBase takes a chunk of records apart.
func readBase(body []byte, f func(key string, value []byte) error) error {
	r := reader{b: body}
	for len(r.b) > 0 {
		key, value := r.bytes(), r.bytes()
		if r.bad {
			return errGarbled
		}
		if err := f(string(key), value); err != nil {
			return err
		}
	}
	return nil
}

// recital reads the journal as a history: Changes with both sides of every edit.
type recital struct {
	file  string
	texts texts
}

// change returns the Change in an entry, and false for an entry of another kind.
func (r *recital) change(s segment, e entry) (Change, bool, error) {
	if r.file != s.name {
		r.file, r.texts = s.name, texts{}
	}
	body, own := e.body, e.seal
	switch e.kind {
	case kindChange:
	case kindPast:
		if len(body) < len(own) {
			return Change{}, false, errGarbled
		}
		own, body = seal(body[:len(own)]), body[len(own):]
	default:
		return Change{}, false, nil
	}
	c, err := decodeChange(body, r.texts.held)
	if err != nil {
		return Change{}, false, &Error{Code: Damaged, File: filepath.Join("journal", s.name), Err: fmt.Errorf("Change %d: %w", e.number, err)}
	}
	c.Number, c.Seal = e.number, own
	r.texts.remember(c)
	return c, true, nil
}

// Changes calls f for each Change from that number on, oldest first, those of earlier generations included.
// It goes as far as the last Change when it was called, or until f returns ErrStop. A hole in the journal ends it with
// a Damaged error.
func (v *Vault) Changes(from uint64, f func(Change) error) error {
	return v.history(from, v.Last(), nil, f)
}

func (v *Vault) history(from, to uint64, hole func(Damage) error, f func(Change) error) error {
	list, err := v.journal.segments()
	if err != nil {
		return failure(err, Failed, "journal")
	}
	var r recital
	w := walk{journal: v.journal, hole: hole, start: v.journal.holding(from, list)}
	w.trust = w.start > 0
	w.entry = func(s segment, e entry) error {
		if e.number > to {
			return ErrStop
		}
		c, is, err := r.change(s, e)
		if err != nil && hole != nil {
			return hole(Damage{Code: Damaged, File: filepath.Join("journal", s.name), Detail: err.Error()})
		}
		if err != nil || !is || c.Number < from {
			return err
		}
		return f(c)
	}
	if _, err = w.run(); errors.Is(err, ErrStop) {
		return nil
	}
	return err
}

// ChangeAt returns one Change, or NoSuchChange.
func (v *Vault) ChangeAt(number uint64) (Change, error) {
	var found Change
	err := v.history(number, number, nil, func(c Change) error {
		found = c
		return ErrStop
	})
	if err == nil && found.Number == 0 {
		err = &Error{Code: NoSuchChange, Err: fmt.Errorf("%d", number)}
	}
	return found, err
}
