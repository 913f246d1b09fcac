package book

import (
	"errors"
	"strings"
	"testing"

	"branchbook/data"
)

func TestUndoLeavesTheBookExactlyAsItWas(t *testing.T) {
	h := newHall(t)
	meeting, item, text := h.evening()
	h.Type(text, "The secretary reported.")
	must(t, h.Flush())
	p := h.person("Zoë", "Okafor", "L1")
	before := h.dump()
	h.change("record the evening", func(tx *Tx) error {
		ref, err := tx.NextRef("M", 2026)
		must(t, err)
		motion := data.Motion{ID: data.MotionID(tx.NewID()), Ref: ref, Title: "Saturday opening", Status: data.Received, Meeting: meeting.ID}
		p.Number = "L2"
		_, err = tx.Record(item.ID, Caret{text, 3}, data.BlockMotion, data.ID(motion.ID), data.Time{})
		return errors.Join(err, tx.Motions.Put(motion), tx.People.Put(p),
			tx.Events.Put(data.Event{ID: data.EventID(tx.NewID()), Meeting: meeting.ID, Person: p.ID, Move: data.CameIn}))
	})
	after := h.dump()
	n, err := h.Undo()
	must(t, err)
	want(t, n.Undone, true)
	want(t, h.dump(), before)
	_, err = h.Redo()
	must(t, err)
	want(t, h.dump(), after)
	_, err = h.Undo()
	must(t, err)
	h.reopen()
	want(t, h.dump(), before)
}

func TestANumberIsNeverGivenTwiceEvenAfterUndo(t *testing.T) {
	h := newHall(t)
	log := func() (ref string) {
		h.change("log a motion", func(tx *Tx) (err error) {
			ref, err = tx.NextRef("M", 2026)
			return errors.Join(err, tx.Motions.Put(data.Motion{
				ID: data.MotionID(tx.NewID()), Ref: ref, Title: "Buses", Status: data.Received,
			}))
		})
		return ref
	}
	want(t, log(), "M-2026-01")
	_, err := h.Undo()
	must(t, err)
	want(t, log(), "M-2026-02")
	h.reopen()
	want(t, log(), "M-2026-03")
	h.change("log a numbered motion", func(tx *Tx) error {
		return tx.Motions.Put(data.Motion{ID: data.MotionID(tx.NewID()), Ref: "M-2026-40", Title: "Trams", Status: data.Received})
	})
	want(t, log(), "M-2026-41")
}

func TestUndoNamesWhatIsInTheWay(t *testing.T) {
	h := newHall(t)
	p := h.person("Zoe", "Okafor", "")
	p.First = "Zoë"
	h.change("correct the name", func(tx *Tx) error { return tx.People.Put(p) })
	want(t, undoable(h), "correct the name")

	// What is typed is no step of Undo, but can be in the way of one.
	_, item, text := h.evening()
	h.Type(text, "Zoë reported.")
	before := h.vault.Last()
	_, err := h.Undo()
	wantProblem(t, err, "“plan the meeting” cannot be taken back")
	wantProblem(t, err, "write under “Reports”, at 7.3")
	if !errors.Is(err, ErrChangedSince) {
		t.Fatal("the cause does not say so")
	}
	want(t, h.vault.Last(), before+1) // the typing
	want(t, h.minutes(item.ID), "Zoë reported.")
}

func TestUndoGoesBackStepByStep(t *testing.T) {
	h := newHall(t)
	p := h.person("Zoe", "Okafor", "")
	for _, name := range []string{"Zoé", "Zoë"} {
		p = h.findPerson(p.ID)
		p.First = name
		h.change("call her "+name, func(tx *Tx) error { return tx.People.Put(p) })
	}
	for _, name := range []string{"Zoé", "Zoe"} {
		_, err := h.Undo()
		must(t, err)
		want(t, h.findPerson(p.ID).First, name)
	}
	what, _, ok := h.Redoable()
	want(t, ok, true)
	want(t, what, "call her Zoé")
	for _, name := range []string{"Zoé", "Zoë"} {
		_, err := h.Redo()
		must(t, err)
		want(t, h.findPerson(p.ID).First, name)
	}
	_, err := h.Redo()
	if !errors.Is(err, ErrNothing) {
		t.Fatalf("a third Redo: %v", err)
	}
}

func TestANewChangeLeavesNothingToBringBack(t *testing.T) {
	h := newHall(t)
	h.person("Zoë", "Okafor", "")
	_, err := h.Undo()
	must(t, err)
	h.person("Aled", "Davies", "")
	_, _, ok := h.Redoable()
	want(t, ok, false)
}

func TestUndoReachesBackToTheUnlockingOnly(t *testing.T) {
	h := newHall(t)
	_, _, ok := h.Undoable()
	want(t, ok, false) // not the beginning of the book
	h.person("Zoë", "Okafor", "")
	h.reopen()
	_, err := h.Undo()
	wantProblem(t, err, "nothing to be taken back")
}

func TestALargeImportIsTakenBackFromTheJournal(t *testing.T) {
	h := newHall(t)
	before := h.dump()
	h.change("bring in the list of 1 May 2026", func(tx *Tx) error {
		for range 300 {
			err := tx.People.Put(data.Person{
				ID: data.PersonID(tx.NewID()), Last: "Okafor", Status: data.Member, Note: strings.Repeat("note ", 1000),
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if h.steps.done[0].edits != nil {
		t.Fatal("so much should not be held in memory")
	}
	_, err := h.Undo()
	must(t, err)
	want(t, h.dump(), before)
	_, err = h.Redo()
	must(t, err)
	want(t, len(read(h, func(r *Reading) ([]data.Person, error) { return r.People.All() })), 300)
}

func undoable(h *hall) string {
	what, _, _ := h.Undoable()
	return what
}

func TestTakingARecordBackKeepsWhatWasTypedAfterIt(t *testing.T) {
	for name, c := range map[string]struct {
		text          string
		caret         int
		before, after string // typed since in the texts around the record
		want          string
	}{
		"behind the record, which was at the end": {"one", 3, "", "two", "one\ntwo"},
		"behind the record, which split the text": {"one two", 3, "", " two three", "one two three"},
		"before the record":                       {"one two", 3, "one and a half", "", "one and a half two"},
		"on both sides":                           {"one two", 3, "one, ", "two, three", "one, two, three"},
		"into an empty text":                      {"", 0, "", "two", "two"},
		"and removed again":                       {"one", 3, "", "", "one"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t)
			_, item, text := h.evening()
			h.Type(text, c.text)
			after := h.decide(item.ID, Caret{text, c.caret})
			if c.before != "" {
				h.Type(text, c.before)
			}
			if c.after != "" || name == "and removed again" {
				h.Type(after, c.after+"x")
				must(t, h.Flush())
				h.Type(after, c.after)
			}
			must(t, h.Flush())
			typed := h.minutes(item.ID)
			_, err := h.Undo()
			must(t, err)
			want(t, h.minutes(item.ID), c.want)
			want(t, len(read(h, func(r *Reading) ([]data.Decision, error) { return r.Decisions.All() })), 0)
			_, err = h.Redo()
			must(t, err)
			want(t, h.minutes(item.ID), typed)
			_, err = h.Undo()
			must(t, err)
			want(t, h.minutes(item.ID), c.want)
			h.reopen()
			want(t, h.minutes(item.ID), c.want)
		})
	}
}

func TestTypingInABlockThatWasChangedOtherwiseToIsInTheWay(t *testing.T) {
	h := newHall(t)
	_, item, text := h.evening()
	h.Type(text, "one two")
	h.decide(item.ID, Caret{text, 3})
	h.Type(text, "one and")
	h.change("tidy up", func(tx *Tx) error {
		block, err := tx.Blocks.Get(text)
		must(t, err)
		block.Text = "One and"
		return tx.Blocks.Put(block)
	})
	h.steps.done = h.steps.done[:len(h.steps.done)-1] // as if the latter could not be taken back
	_, err := h.Undo()
	wantProblem(t, err, "tidy up, at ")
	want(t, h.minutes(item.ID), "One and|[decision]| two")
}
