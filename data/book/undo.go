package book

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/vault"
)

// ErrNothing is below the *data.Problem of an Undo or a Redo when there is nothing to take or bring back.
var ErrNothing = errors.New("book: nothing to undo")

// ErrChangedSince is below the *data.Problem of an Undo or a Redo of records that were changed since.
var ErrChangedSince = errors.New("book: changed since")

// steps are what Undo and Redo work on: the Changes made since the book was opened.
type steps struct {
	done   []step  // what Undo can take back, the latest last
	undone []step  // what Redo can bring back, the next one last
	traces []trace // every Change, so that one that is in the way can be named
}

// A step is a Change that can be taken back. Typing is none.
type step struct {
	what   string
	number uint64 // of the Change itself
	last   uint64 // of the Change that last took it back or brought it back
	when   time.Time
	edits  []vault.Edit // nil when they are many; the journal has them
}

// A trace says which records a Change touched.
type trace struct {
	notice Notice
	keys   []string
}

// manyBytes is how much of a Change Undo holds in memory; a larger one is read from the journal.
const manyBytes = 1 << 20

func (b *Book) remember(s step) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.queue.drafts) == 0 && sizeOf(s.edits) > manyBytes {
		s.edits = nil
	}
	b.steps.done = append(b.steps.done, s)
	b.steps.undone = nil
}

func sizeOf(edits []vault.Edit) (bytes int) {
	for _, e := range edits {
		bytes += len(e.Before) + len(e.After)
	}
	return bytes
}

// forgetSteps makes what was done so far no business of Undo.
func (b *Book) forgetSteps() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.steps = steps{}
}

func (b *Book) trace(n Notice, edits []vault.Edit) {
	keys := make([]string, len(edits))
	for i, e := range edits {
		keys[i] = e.Key
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.steps.traces = append(b.steps.traces, trace{n, keys})
}

func (b *Book) untrace(number uint64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.steps.traces = slices.DeleteFunc(b.steps.traces, func(t trace) bool { return t.notice.Number == number })
}

// Undoable says what Undo would take back, and when it was done; not ok when there is nothing.
func (b *Book) Undoable() (what string, when time.Time, ok bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return latest(b.steps.done)
}

// Redoable says what Redo would bring back, and when it was done; not ok when there is nothing.
func (b *Book) Redoable() (what string, when time.Time, ok bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return latest(b.steps.undone)
}

func latest(list []step) (string, time.Time, bool) {
	if len(list) == 0 {
		return "", time.Time{}, false
	}
	s := list[len(list)-1]
	return s.what, s.when, true
}

// Undo takes back the last Change since opening that was not typing, by a Change that does the opposite; every record
// is then exactly as it was. A number that was given to a motion is not given again. When a record that it touched was
// changed since, it refuses with a *data.Problem that names those Changes, and nothing happens; but text typed since in
// minutes that the Change made or split is kept, and joined to the text before it.
func (b *Book) Undo() (Notice, error) {
	return b.turn("taken back", &b.steps.done, &b.steps.undone, func(s step) vault.Draft {
		return vault.Draft{What: "take back: " + s.what, Undoes: s.number}
	}, opposite)
}

// Redo brings back what Undo last took back, unless another Change was made since. It refuses as Undo does.
func (b *Book) Redo() (Notice, error) {
	return b.turn("brought back", &b.steps.undone, &b.steps.done, func(s step) vault.Draft {
		return vault.Draft{What: "bring back: " + s.what, Redoes: s.number}
	}, func(e vault.Edit) vault.Edit { return e })
}

func opposite(e vault.Edit) vault.Edit {
	return vault.Edit{Key: e.Key, Before: e.After, After: e.Before}
}

// turn takes the latest step from one list, commits what turned makes of its edits, and puts it on the other list.
func (b *Book) turn(verb string, from, to *[]step, draft func(step) vault.Draft, turned func(vault.Edit) vault.Edit) (Notice, error) {
	b.writing.Lock()
	defer b.bell.ring()
	defer b.writing.Unlock()
	if err := b.mayWrite(); err != nil {
		return Notice{}, err
	}
	b.saveTyping()
	b.endVisit()
	b.mu.RLock()
	list := *from
	b.mu.RUnlock()
	if len(list) == 0 {
		return Notice{}, data.NewProblem("There is nothing to be "+verb+" since the book was unlocked.", ErrNothing)
	}
	s := list[len(list)-1]
	edits, err := b.editsOf(s)
	if err != nil {
		return Notice{}, err
	}
	d := draft(s)
	d.Edits, s.edits, err = b.turnedEdits(s, verb, edits, turned, d.Undoes != 0)
	if err != nil {
		return Notice{}, err
	}
	n, err := b.commit(d)
	if err != nil {
		return Notice{}, err
	}
	s.last = n.Number
	b.mu.Lock()
	*from, *to = list[:len(list)-1], append(*to, s)
	b.mu.Unlock()
	b.announce(n)
	return n, nil
}

// editsOf returns what a step altered, from the journal where there was too much to remember.
func (b *Book) editsOf(s step) ([]vault.Edit, error) {
	if s.edits != nil {
		return s.edits, nil
	}
	c, err := b.vault.ChangeAt(s.number)
	return c.Edits, Sentence(err)
}

// turnedEdits returns what turns a step, and what the step then consists of. It refuses when something is no longer as
// the step left it, but for text that was typed when the step is taken back. Counters stay as they are.
func (b *Book) turnedEdits(s step, verb string, edits []vault.Edit, turned func(vault.Edit) vault.Edit, back bool) (out, as []vault.Edit, err error) {
	view := b.snapshot()
	defer view.close()
	inTheWay := map[string]bool{}
	for _, e := range edits {
		if strings.HasPrefix(e.Key, counterPrefix) {
			continue
		}
		t := turned(e)
		held, err := view.before(t.Key)
		if err != nil {
			return nil, nil, err
		}
		if (held == nil) != (t.Before == nil) || !bytes.Equal(held, t.Before) {
			inTheWay[t.Key] = true
		}
		out = append(out, t)
	}
	if len(inTheWay) == 0 {
		return out, s.edits, nil
	}
	if back {
		out, ok, err := b.keepTyped(view, s, edits, inTheWay)
		if err != nil {
			return nil, nil, err
		}
		if ok {
			for _, e := range out {
				as = append(as, opposite(e))
			}
			return out, as, nil
		}
	}
	return nil, nil, b.changedSince(s, verb, inTheWay)
}

func (b *Book) changedSince(s step, verb string, keys map[string]bool) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	var names []string
	for _, t := range b.steps.traces {
		if t.notice.Number <= s.last || !slices.ContainsFunc(t.keys, func(k string) bool { return keys[k] }) {
			continue
		}
		// Of a run of typing the latest is enough.
		name := fmt.Sprintf("%s, at %s", t.notice.What, data.TimeOf(t.notice.When))
		if n := len(names); n > 0 && strings.HasPrefix(names[n-1], t.notice.What+", at ") {
			names[n-1] = name
			continue
		}
		names = append(names, name)
	}
	say := fmt.Sprintf("“%s” cannot be %s, because what it touched was changed since: %s. Correct it by hand instead.",
		s.what, verb, inWords(names))
	return data.NewProblem(say, fmt.Errorf("%w: %d records", ErrChangedSince, len(keys)))
}

// inWords lists names, the latest three of them.
func inWords(names []string) string {
	more := ""
	if len(names) > 3 {
		more = fmt.Sprintf("%d more, and ", len(names)-3)
		names = names[len(names)-3:]
	}
	return more + strings.Join(names, "; ")
}
