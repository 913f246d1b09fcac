package book

import (
	"errors"
	"strings"
	"testing"
	"time"

	"branchbook/data"
)

func TestWhatIsTypedIsReadAtOnceAndSavedAfterAPause(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	last := h.vault.Last()
	h.Type(text, "The secretary rep")
	want(t, h.text(text), "The secretary rep")
	want(t, h.State().Typing, true)
	want(t, h.vault.Last(), last)
	h.timers.pass(time.Second)
	want(t, h.State().Typing, false)
	want(t, h.vault.Last(), last+1)
	want(t, h.text(text), "The secretary rep")
}

func TestWhoNeverPausesIsSavedEveryTwoSeconds(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	last := h.vault.Last()
	for i := range 20 { // a key every quarter of a second
		h.Type(text, strings.Repeat("x", i+1))
		h.timers.pass(250 * time.Millisecond)
	}
	if saved := h.vault.Last() - last; saved != 2 {
		t.Fatalf("saved %d times in 5 seconds", saved)
	}
}

func TestTypedTextOutlivesAKill(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	h.Type(text, "Aled Davies gave the treasurer's report.")
	h.timers.pass(time.Second)
	dir := h.copyOfBook()
	h.open2(dir, func(killed *hall) {
		want(t, killed.text(text), "Aled Davies gave the treasurer's report.")
		if killed.Opened() == "" {
			t.Fatal("nothing was said of a book that was not closed")
		}
	})
}

func TestATypingVisitIsOneEntryOfTheHistory(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	for _, typed := range []string{"The", "The secretary", "The secretary reported."} {
		h.Type(text, typed)
		h.timers.pass(2 * time.Second)
	}
	must(t, h.Flush())
	h.Type(text, "The secretary reported. Nothing else.")
	must(t, h.Flush())
	h.person("Zoë", "Okafor", "")
	entries, err := h.History(10, 0)
	must(t, err)
	var got []string
	for _, e := range entries {
		got = append(got, e.What)
	}
	want(t, strings.Join(got, "; "), "add Zoë Okafor; write under “Reports”; write under “Reports”; plan the meeting; begin the book")
	want(t, entries[2].Number-entries[2].First, uint64(2))
	want(t, entries[2].Typing, true)
}

func TestTheHistoryIsReadInPages(t *testing.T) {
	h := newHall(t)
	for range 7 {
		h.person("Zoë", "Okafor", "")
	}
	var all []Entry
	for before := uint64(0); ; {
		page, err := h.History(3, before)
		must(t, err)
		if len(page) == 0 {
			break
		}
		all = append(all, page...)
		before = page[len(page)-1].First
	}
	want(t, len(all), 8)
	for i, e := range all {
		want(t, e.Number, uint64(8-i))
	}
}

func TestAChangeFollowsWhatWasTypedBeforeIt(t *testing.T) {
	h := newHall(t)
	_, item, text := h.evening()
	h.Type(text, "It was agreed to write to the council.")
	var after data.BlockID
	h.change("record a decision", func(tx *Tx) (err error) {
		d := data.Decision{ID: data.DecisionID(tx.NewID()), Item: item.ID, Text: "Write to the council"}
		must(t, tx.Decisions.Put(d))
		after, err = tx.Record(item.ID, Caret{text, len("It was agreed")}, data.BlockDecision, data.ID(d.ID), data.Time{})
		return err
	})
	want(t, h.minutes(item.ID), "It was agreed|[decision]| to write to the council.")
	h.Type(after, " to write to the council at once.")
	must(t, h.Flush())
	h.reopen()
	want(t, h.minutes(item.ID), "It was agreed|[decision]| to write to the council at once.")
}

func TestStampingAnItemLeavesItsTextAlone(t *testing.T) {
	h := newHall(t)
	_, item, text := h.evening()
	h.Type(text, "half a sen")
	h.change("begin item 1", func(tx *Tx) error {
		got, err := tx.Items.Get(item.ID)
		must(t, err)
		got.Began = data.MustTime(19, 41)
		return tx.Items.Put(got)
	})
	h.Type(text, "half a sentence")
	must(t, h.Flush())
	want(t, h.text(text), "half a sentence")
}

func TestTextForABlockThatIsGoneIsKeptUntilItIsBack(t *testing.T) {
	h := newHall(t)
	_, item, _ := h.evening()
	var second data.BlockID
	h.change("record a decision", func(tx *Tx) (err error) {
		d := data.Decision{ID: data.DecisionID(tx.NewID()), Item: item.ID, Text: "Write"}
		must(t, tx.Decisions.Put(d))
		second, err = tx.Record(item.ID, Caret{}, data.BlockDecision, data.ID(d.ID), data.Time{})
		return err
	})
	_, err := h.Undo()
	must(t, err)
	h.Type(second, "typed just then")
	wantProblem(t, h.Flush(), "was taken away")
	want(t, h.State().Typing, true)
	wantProblem(t, h.Close(), "not closed")
	_, err = h.Redo()
	must(t, err)
	must(t, h.Flush())
	want(t, h.text(second), "typed just then")
}

func TestTextThatWasClearedWaitsForNoBlock(t *testing.T) {
	h := newHall(t)
	h.evening()
	h.Type("gone", "typed into nowhere")
	wantProblem(t, h.Flush(), "was taken away")
	h.Type("gone", "")
	must(t, h.Flush())
	want(t, h.State().Why, "")
}

func TestKeysThatComeWhileTheDiskIsBusyAreSavedNext(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	h.Type(text, "The secretary")
	h.disk.during = func() {
		h.disk.during = nil
		h.Type(text, "The secretary reported.")
	}
	h.timers.pass(time.Second)
	want(t, h.text(text), "The secretary reported.")
	want(t, h.State().Typing, true)
	h.timers.pass(2 * time.Second)
	want(t, h.State().Typing, false)
	h.reopen()
	want(t, h.text(text), "The secretary reported.")
}

func TestTextIsKeptAsItWasTyped(t *testing.T) {
	h := newHall(t)
	_, _, text := h.evening()
	for _, typed := range []string{"a <b> & \"c\"\n\ttwo", "Zoë £25 – Wiśniewski 👍", "bad \xff bytes", ""} {
		h.Type(text, typed)
		must(t, h.Flush())
		h.reopen()
		want(t, h.text(text), strings.ToValidUTF8(typed, "\uFFFD"))
	}
}

func TestARecordGoesWhereTheCaretIs(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		offset int
		want   string
	}{
		"at the beginning":      {"before", 0, "|[decision]|before"},
		"in the middle":         {"before", 3, "bef|[decision]|ore"},
		"at the end":            {"before", 6, "before|[decision]|"},
		"beyond the end":        {"before", 60, "before|[decision]|"},
		"before the beginning":  {"before", -2, "|[decision]|before"},
		"in an empty text":      {"", 0, "|[decision]|"},
		"in the middle of an ë": {"Zoë", 3, "Zo|[decision]|ë"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t)
			_, item, text := h.evening()
			h.Type(text, c.text)
			h.decide(item.ID, Caret{text, c.offset})
			want(t, h.minutes(item.ID), c.want)
		})
	}
}

func TestARecordGoesBehindTheRecordThatTheCaretIsIn(t *testing.T) {
	h := newHall(t)
	_, item, text := h.evening()
	h.Type(text, "one two")
	h.decide(item.ID, Caret{text, 3})
	first := read(h, func(r *Reading) ([]data.Block, error) { return r.Blocks.Of(item.ID) })[1]
	after := h.decide(item.ID, Caret{Block: first.ID})
	want(t, h.minutes(item.ID), "one|[decision]|[decision]| two")
	want(t, h.text(after), " two")
}

func TestARecordAtABlockThatIsGoneIsRefused(t *testing.T) {
	h := newHall(t)
	_, item, _ := h.evening()
	err := h.Change("record a decision", func(tx *Tx) error {
		_, err := tx.Record(item.ID, Caret{Block: "gone"}, data.BlockDecision, tx.NewID(), data.Time{})
		return err
	})
	wantProblem(t, err, "taken away")
}

func TestTakingARecordOutJoinsTheTexts(t *testing.T) {
	h := newHall(t)
	_, item, text := h.evening()
	h.Type(text, "one two")
	h.decide(item.ID, Caret{text, 3})
	record := read(h, func(r *Reading) ([]data.Block, error) { return r.Blocks.Of(item.ID) })[1]
	h.change("take the decision out", func(tx *Tx) error {
		caret, err := tx.TakeOut(record.ID)
		want(t, caret, Caret{text, 3})
		return err
	})
	want(t, h.minutes(item.ID), "one two")
}

func TestDeletingAnItemTakesItsMinutesAlongAndUndoBringsThemBack(t *testing.T) {
	h := newHall(t)
	meeting, _, text := h.evening()
	h.Type(text, "The secretary reported.")
	must(t, h.Flush())
	before := h.dump()
	h.change("remove the meeting", func(tx *Tx) error { return tx.Meetings.Delete(meeting.ID) })
	must(t, h.Read(func(r *Reading) error {
		_, err := r.Blocks.Get(text)
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("the minutes are still there: %v", err)
		}
		return nil
	}))
	_, err := h.Undo()
	must(t, err)
	want(t, h.dump(), before)
}

// decide records a decision at the caret and returns the text that follows.
func (h *hall) decide(item data.ItemID, at Caret) (after data.BlockID) {
	h.t.Helper()
	h.change("record a decision", func(tx *Tx) (err error) {
		d := data.Decision{ID: data.DecisionID(tx.NewID()), Item: item, Text: "Agreed"}
		must(h.t, tx.Decisions.Put(d))
		after, err = tx.Record(item, at, data.BlockDecision, data.ID(d.ID), data.Time{})
		return err
	})
	return after
}
