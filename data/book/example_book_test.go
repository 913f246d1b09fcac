package book

import (
	"testing"

	"branchbook/data"
	"branchbook/data/example"
)

func TestTheExampleBranchIsKeptAndReadBackWhole(t *testing.T) {
	h := newHall(t)
	kept := 0
	for step := range example.Steps(example.Default) {
		h.change(step.What, func(tx *Tx) error {
			for _, record := range step.Records {
				if err := tx.Keep(record); err != nil {
					return err
				}
				kept++
			}
			return nil
		})
	}
	h.reopen()
	meetings := read(h, func(r *Reading) ([]data.Meeting, error) { return r.Meetings.All() })
	if kept < 1000 || len(meetings) < 20 {
		t.Fatalf("%d records and %d meetings were kept", kept, len(meetings))
	}
	next := meetings[len(meetings)-1]
	want(t, next.Date, day(14))
	for _, m := range meetings {
		e := read(h, func(r *Reading) (data.Evening, error) { return r.Evening(m.ID) })
		if len(e.Items) == 0 {
			t.Fatalf("the meeting of %s has no agenda", m.Date)
		}
	}
	// The number of a motion goes on from the example's.
	h.change("log a motion", func(tx *Tx) error {
		ref, err := tx.NextRef("M", 2026)
		want(t, ref, "M-2026-06")
		return err
	})
}
