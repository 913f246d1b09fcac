package book

import (
	"testing"
	"time"

	"branchbook/data"
)

func TestAMeetingIsJudgedByTheRulesOfItsDate(t *testing.T) {
	h := newHall(t)
	h.change("adopt new standing orders", func(tx *Tx) error {
		old := data.DefaultRules()
		old.ID = data.RulesID(tx.NewID())
		if err := tx.AllRules.Put(old); err != nil {
			return err
		}
		fresh := data.DefaultRules()
		fresh.ID, fresh.From, fresh.Quorum.Fixed = data.RulesID(tx.NewID()), day(14), 7
		return tx.Keep(fresh)
	})
	h.reopen()
	for on, fixed := range map[int]int{13: 0, 14: 7, 15: 7} {
		got := read(h, func(r *Reading) (data.Rules, error) { return r.Rules(day(on)) })
		want(t, got.Quorum.Fixed, fixed)
		want(t, got.Quorum.Share.String(), "5%")
	}
}

func TestABookWithoutRulesHasTheDefaultOnes(t *testing.T) {
	h := newHall(t)
	got := read(h, func(r *Reading) (data.Rules, error) { return r.Rules(day(1)) })
	want(t, got.Notice.Days, 7)
}

func TestAnEveningIsGatheredWhole(t *testing.T) {
	h := newHall(t)
	m, item, text := h.evening()
	okafor := h.person("Zoë", "Okafor", "L1")
	var motion data.Motion
	h.change("plan the next and record the vote", func(tx *Tx) error {
		next := data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.Ordinary, Date: m.Date.AddDays(28), Status: data.Planned}
		must(t, tx.Meetings.Put(next))
		must(t, tx.Meetings.Put(data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.Executive, Date: m.Date.AddDays(7), Status: data.Planned}))
		must(t, tx.Imports.Put(data.ListImport{ID: data.ImportID(tx.NewID()), AsAt: day(1)}))
		must(t, tx.Imports.Put(data.ListImport{ID: data.ImportID(tx.NewID()), AsAt: day(31)}))
		must(t, tx.Events.Put(data.Event{ID: "e", Meeting: m.ID, Person: okafor.ID, Move: data.CameIn}))
		// The motion was deferred to the next meeting, and the vote on that was here.
		motion = data.Motion{ID: data.MotionID(tx.NewID()), Title: "Buses", Status: data.Received, Meeting: next.ID}
		must(t, tx.Motions.Put(motion))
		vote := data.Vote{ID: data.VoteID(tx.NewID()), Meeting: m.ID, Motion: motion.ID}
		must(t, tx.Votes.Put(vote))
		_, err := tx.Record(item.ID, Caret{Block: text}, data.BlockVote, data.ID(vote.ID), data.Time{})
		return err
	})
	e := read(h, func(r *Reading) (data.Evening, error) { return r.Evening(m.ID) })
	want(t, e.Branch.Name, "Millbrook & Canalside")
	want(t, len(e.Blocks[item.ID]), 3)
	want(t, e.Motions[motion.ID].Title, "Buses")
	want(t, len(e.Votes), 1)
	want(t, len(e.Register), 1)
	want(t, e.Next.Date, m.Date.AddDays(28))
	want(t, e.LastList.AsAt, day(1))
	want(t, e.People.Name(okafor.ID), "Zoë Okafor")
}

func TestADelegateReturnSaysWhatChangedSinceTheLast(t *testing.T) {
	h := newHall(t)
	okafor, davies := h.person("Zoë", "Okafor", "L1"), h.person("Aled", "Davies", "L2")
	chair := h.person("Margaret", "Dunne", "L3")
	body := data.Body{ID: "gc", Name: data.GeneralCommittee}
	first := data.Seat{ID: "s1", Body: "gc", Number: 1, Class: data.OpenSeat, Person: okafor.ID, Elected: day(1), How: data.ElectedHands}
	h.change("elect delegates", func(tx *Tx) error {
		must(t, tx.Bodies.Put(body))
		must(t, tx.Posts.Put(data.Post{ID: "chair", Name: "Chair"}))
		must(t, tx.Terms.Put(data.Term{ID: "t", Post: "chair", Person: chair.ID, From: day(1)}))
		return tx.Seats.Put(first)
	})
	doc := read(h, func(r *Reading) (data.DelegateReturnDoc, error) { return r.DelegateReturn("gc", day(14), nil) })
	want(t, doc.Version, 1)
	want(t, doc.Filled, 1)
	h.change("export the return", func(tx *Tx) error {
		return tx.Papers.Put(data.Paper{
			ID: "p", Kind: data.DelegateReturn, Subject: "gc", Version: 1, Made: time.Date(2026, time.May, 14, 20, 0, 0, 0, time.UTC),
		})
	})
	h.change("replace a delegate", func(tx *Tx) error {
		seat, err := tx.Seats.Get("s1")
		must(t, err)
		seat.Ends = day(20)
		must(t, tx.Seats.Put(seat))
		return tx.Seats.Put(data.Seat{ID: "s2", Body: "gc", Number: 1, Class: data.OpenSeat, Person: davies.ID, Elected: day(21), How: data.ElectedHands})
	})
	doc = read(h, func(r *Reading) (data.DelegateReturnDoc, error) { return r.DelegateReturn("gc", day(28), nil) })
	want(t, doc.Version, 2)
	want(t, doc.Since, 1)
	want(t, len(doc.Changes), 2)
	want(t, doc.Rows[0].Last, "Davies")
	found := false
	for _, f := range doc.Facts {
		found = found || f.Value == "Margaret Dunne"
	}
	want(t, found, true)
}
