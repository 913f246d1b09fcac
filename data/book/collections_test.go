package book

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"branchbook/data"
)

func day(n int) data.Date { return data.MustDate(2026, time.May, n) }

func TestMeetingsAreInOrderOfTheirDates(t *testing.T) {
	h := newHall(t)
	h.change("plan", func(tx *Tx) error {
		for _, m := range []data.Meeting{
			{Date: day(28), Status: data.Planned}, {Date: day(14), Status: data.Closed},
			{Date: day(7), Status: data.Closed}, {Date: day(21), Status: data.Planned},
		} {
			m.ID, m.Kind = data.MeetingID(tx.NewID()), data.Ordinary
			if err := tx.Meetings.Put(m); err != nil {
				return err
			}
		}
		return nil
	})
	must(t, h.Read(func(r *Reading) error {
		all, err := r.Meetings.All()
		must(t, err)
		want(t, fmt.Sprint(all[0].Date.Day(), all[1].Date.Day(), all[2].Date.Day(), all[3].Date.Day()), "7 14 21 28")
		last, ok, err := r.Meetings.Last()
		must(t, err)
		want(t, ok, true)
		want(t, last.Date, day(14))
		next, ok, err := r.Meetings.Next(day(22))
		must(t, err)
		want(t, ok, true)
		want(t, next.Date, day(28))
		_, ok, err = r.Meetings.Next(day(29))
		must(t, err)
		want(t, ok, false)
		_, ok, err = r.Meetings.InSession()
		must(t, err)
		want(t, ok, false)
		return nil
	}))
}

func TestMotionsAreInOrderOfTheirNumbers(t *testing.T) {
	h := newHall(t)
	h.change("log", func(tx *Tx) error {
		for _, ref := range []string{"M-2026-100", "M-2025-07", "M-2026-99", "", "M-2026-04"} {
			if err := tx.Motions.Put(data.Motion{ID: data.MotionID(tx.NewID()), Ref: ref, Title: "Buses", Status: data.Received}); err != nil {
				return err
			}
		}
		return nil
	})
	var refs []string
	for _, m := range read(h, func(r *Reading) ([]data.Motion, error) { return r.Motions.All() }) {
		refs = append(refs, m.Ref)
	}
	want(t, strings.Join(refs, " "), "M-2025-07 M-2026-04 M-2026-99 M-2026-100 ")
}

func TestOpenActionsAreThoseDueFirst(t *testing.T) {
	h := newHall(t)
	h.change("make actions", func(tx *Tx) error {
		for i, a := range []data.Action{
			{Text: "no date", Status: data.Open}, {Text: "later", Due: day(20), Status: data.Open},
			{Text: "done", Due: day(1), Status: data.Done}, {Text: "sooner", Due: day(3), Status: data.Open},
		} {
			a.ID, a.Ref = data.ActionID(tx.NewID()), data.NumberedRef("A", 2026, i+1)
			if err := tx.Actions.Put(a); err != nil {
				return err
			}
		}
		return nil
	})
	var texts []string
	for _, a := range read(h, func(r *Reading) ([]data.Action, error) { return r.Actions.Open() }) {
		texts = append(texts, a.Text)
	}
	want(t, strings.Join(texts, ", "), "sooner, later, no date")
}

func TestWhatBelongsToAMeetingIsFoundByIt(t *testing.T) {
	h := newHall(t)
	m, item, _ := h.evening()
	other, _, _ := h.evening()
	h.change("record", func(tx *Tx) error {
		for _, in := range []data.MeetingID{m.ID, other.ID} {
			must(t, tx.Votes.Put(data.Vote{ID: data.VoteID(tx.NewID()), Meeting: in}))
			must(t, tx.Decisions.Put(data.Decision{ID: data.DecisionID(tx.NewID()), Meeting: in, Text: "Agreed"}))
			must(t, tx.Actions.Put(data.Action{ID: data.ActionID(tx.NewID()), Meeting: in, Text: "Write", Status: data.Open}))
			must(t, tx.Motions.Put(data.Motion{ID: data.MotionID(tx.NewID()), Meeting: in, Title: "Buses", Status: data.Received}))
			must(t, tx.Events.Put(data.Event{ID: data.EventID(tx.NewID()), Meeting: in, Person: "p", Move: data.CameIn}))
		}
		return tx.Items.Put(data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: m.ID, Place: -1, Heading: "Welcome"})
	})
	must(t, h.Read(func(r *Reading) error {
		votes, err := r.Votes.Of(m.ID)
		must(t, err)
		decisions, err := r.Decisions.Of(m.ID)
		must(t, err)
		actions, err := r.Actions.Of(m.ID)
		must(t, err)
		motions, err := r.Motions.Of(m.ID)
		must(t, err)
		register, err := r.Events.Of(m.ID)
		must(t, err)
		items, err := r.Items.Of(m.ID)
		must(t, err)
		want(t, fmt.Sprint(len(votes), len(decisions), len(actions), len(motions), len(register), len(items)), "1 1 1 1 1 2")
		want(t, items[0].Heading, "Welcome")
		want(t, items[1].ID, item.ID)
		return nil
	}))
}

func TestAnItemThatIsMovedToAnotherMeetingIsThereOnly(t *testing.T) {
	h := newHall(t)
	m, item, _ := h.evening()
	other, _, _ := h.evening()
	before := h.dump()
	h.change("move the item", func(tx *Tx) error {
		got, err := tx.Items.Get(item.ID)
		must(t, err)
		got.Meeting = other.ID
		return tx.Items.Put(got)
	})
	must(t, h.Read(func(r *Reading) error {
		here, err := r.Items.Of(m.ID)
		must(t, err)
		there, err := r.Items.Of(other.ID)
		must(t, err)
		want(t, fmt.Sprint(len(here), len(there)), "0 2")
		return nil
	}))
	_, err := h.Undo()
	must(t, err)
	want(t, h.dump(), before)
}

func TestALineOfTheRegisterCanBeCorrectedAndTakenOut(t *testing.T) {
	h := newHall(t)
	m, _, _ := h.evening()
	e := data.Event{ID: "e1", Meeting: m.ID, Person: "p", Move: data.CameIn, At: data.MustTime(19, 34), Capacity: data.Voter}
	h.change("Okafor came in", func(tx *Tx) error { return tx.Events.Put(e) })
	e.At = data.MustTime(19, 31)
	h.change("correct the time", func(tx *Tx) error { return tx.Events.Put(e) })
	want(t, read(h, func(r *Reading) (data.Event, error) { return r.Events.Get(m.ID, "e1") }), e)
	h.change("take the line out", func(tx *Tx) error { return tx.Events.Delete(m.ID, "e1") })
	want(t, len(read(h, func(r *Reading) (data.Register, error) { return r.Events.Of(m.ID) })), 0)
	wantProblem(t, h.Change("take it out again", func(tx *Tx) error { return tx.Events.Delete(m.ID, "e1") }), "no longer")
}

// TestTheKeptListsAreWhatTheStoreHolds lets readers come between Changes at any time, and compares what they are shown
// with what a book that was just opened shows.
func TestTheKeptListsAreWhatTheStoreHolds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := newHall(t)
		var ids []data.PersonID
		held := map[data.PersonID]string{}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			name := rapid.SampledFrom([]string{"Okafor", "Davies", "Ökafor", "Adeyemi", ""}).Draw(rt, "name")
			switch rapid.IntRange(0, 5).Draw(rt, "step") {
			case 0, 1:
				if name != "" {
					p := h.person("", name, "")
					ids, held[p.ID] = append(ids, p.ID), name
				}
			case 2:
				if len(ids) > 0 {
					p := read(h, func(r *Reading) (data.Person, error) { return r.People.Get(ids[0]) })
					p.Last = name + "-Smith"
					h.change("rename", func(tx *Tx) error { return tx.People.Put(p) })
					held[p.ID] = p.Last
				}
			case 3:
				if len(ids) > 0 {
					h.change("remove", func(tx *Tx) error { return tx.People.Delete(ids[0]) })
					delete(held, ids[0])
					ids = ids[1:]
				}
			case 4:
				h.disk.set(errFull)
			case 5:
				h.disk.set(nil)
				must(t, h.Retry())
			}
			if rapid.Bool().Draw(rt, "read") {
				compare(rt, h, held)
			}
		}
		compare(rt, h, held)
		h.disk.set(nil)
		must(t, h.Retry())
		kept := fmt.Sprint(read(h, func(r *Reading) ([]data.Person, error) { return r.People.All() }))
		h.reopen()
		want(t, fmt.Sprint(read(h, func(r *Reading) ([]data.Person, error) { return r.People.All() })), kept)
		must(t, h.Close())
	})
}

func compare(t *rapid.T, h *hall, held map[data.PersonID]string) {
	all := read(h, func(r *Reading) ([]data.Person, error) { return r.People.All() })
	if len(all) != len(held) {
		t.Fatalf("%d people are shown, %d are held", len(all), len(held))
	}
	for i, p := range all {
		if held[p.ID] != p.Last {
			t.Fatalf("%q is shown for %q", p.Last, held[p.ID])
		}
		if i > 0 && all[i-1].SortKey() > p.SortKey() {
			t.Fatalf("%q is before %q", all[i-1].Last, p.Last)
		}
	}
}
