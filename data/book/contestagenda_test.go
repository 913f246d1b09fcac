package book

import (
	"errors"
	"testing"
	"time"

	"branchbook/data"
)

// An annual general meeting with its usual agenda, and a contest for the chair with one nomination.
func (h *hall) annual(on data.Date) (meeting data.MeetingID, contest data.ContestID) {
	h.t.Helper()
	dunne := h.person("Margaret", "Dunne", "L7")
	h.change("plan the annual general meeting", func(tx *Tx) error {
		meeting = data.MeetingID(tx.NewID())
		must(h.t, tx.Meetings.Put(data.Meeting{ID: meeting, Kind: data.AGM, Date: on, Status: data.Planned}))
		for i, s := range data.StandingAgenda(data.AGM) {
			must(h.t, tx.Items.Put(data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: meeting, Place: i + 1, Kind: s.Kind, Heading: s.Heading}))
		}
		post := data.Post{ID: data.PostID(tx.NewID()), Name: "Chair", Place: 1, Executive: true}
		must(h.t, tx.Posts.Put(post))
		contest = data.ContestID(tx.NewID())
		return tx.Contests.Put(data.Contest{
			ID: contest, Meeting: meeting, Kind: data.Elects, Post: post.ID, Title: "Chair", Places: 1, Status: data.NominationsClosed,
			CloseOn: on.AddDays(-7), Nominees: []data.Nominee{{Person: dunne.ID, Received: on.AddDays(-10)}},
		})
	})
	h.writes(meeting)
	return meeting, contest
}

func (h *hall) writes(meeting data.MeetingID) {
	h.t.Helper()
	h.change("write the agenda", func(tx *Tx) error { _, err := tx.WriteAgenda(meeting); return err })
}

// under returns the heading of the item that a contest hangs on.
func (h *hall) under(contest data.ContestID) string {
	h.t.Helper()
	c := read(h, func(r *Reading) (data.Contest, error) { return r.Contests.Get(contest) })
	if c.Item == "" {
		return ""
	}
	return read(h, func(r *Reading) (data.AgendaItem, error) { return r.Items.Get(c.Item) }).Heading
}

// The domain's edge: an AGM that a national suspension postponed, held in November with the same nominations.
func TestAPostponedAGMCarriesItsNominations(t *testing.T) {
	h := newHall(t)
	meeting, contest := h.annual(data.MustDate(2026, time.June, 11))
	want(t, h.under(contest), "Election of branch officers")
	for _, step := range []struct {
		as data.MeetingStatus
		to data.Date
	}{{data.Suspended, data.Date{}}, {data.Planned, data.MustDate(2026, time.November, 12)}} {
		h.change("call it otherwise", func(tx *Tx) error {
			m, err := tx.Meetings.Get(meeting)
			must(t, err)
			m, err = m.Called(data.Recall{As: step.as, By: "the NEC", Why: "national suspension"}, step.to)
			must(t, err)
			return tx.Meetings.Put(m)
		})
		h.writes(meeting)
	}
	c := read(h, func(r *Reading) (data.Contest, error) { return r.Contests.Get(contest) })
	want(t, len(c.Standing()), 1)
	want(t, c.Status, data.NominationsClosed)
	want(t, c.Meeting, meeting)
	want(t, h.under(contest), "Election of branch officers")
}

func TestTheContestsOfACancelledAGMGoToTheNextOne(t *testing.T) {
	h := newHall(t)
	june, contest := h.annual(data.MustDate(2026, time.June, 11))
	var ordinary, november data.MeetingID
	h.change("cancel it, and call another", func(tx *Tx) error {
		m, err := tx.Meetings.Get(june)
		must(t, err)
		m.Status = data.Cancelled
		must(t, tx.Meetings.Put(m))
		ordinary, november = data.MeetingID(tx.NewID()), data.MeetingID(tx.NewID())
		must(t, tx.Meetings.Put(data.Meeting{ID: ordinary, Kind: data.Ordinary, Date: data.MustDate(2026, time.July, 9), Status: data.Planned}))
		return tx.Meetings.Put(data.Meeting{ID: november, Kind: data.AGM, Date: data.MustDate(2026, time.November, 12), Status: data.Planned})
	})
	h.writes(ordinary)
	want(t, h.under(contest), "Election of branch officers") // the old one: an ordinary meeting does not take it
	h.change("close July", func(tx *Tx) error {
		m, err := tx.Meetings.Get(ordinary)
		must(t, err)
		m.Status = data.Closed
		return tx.Meetings.Put(m)
	})
	for range 2 {
		h.writes(november)
		want(t, h.under(contest), "Election of chair")
		c := read(h, func(r *Reading) (data.Contest, error) { return r.Contests.Get(contest) })
		want(t, c.Meeting, november)
		want(t, len(c.HeldOver), 1)
		want(t, c.HeldOver[0].Why, "cancelled")
	}
}

func TestASearchFindsANomineeWithTheContest(t *testing.T) {
	h := newHall(t)
	_, contest := h.annual(data.MustDate(2026, time.June, 11))
	found, err := h.Find("dunne chair", KindContest)
	must(t, err)
	if len(found) != 1 || found[0].ID != data.ID(contest) || found[0].Title != "Election of chair" {
		t.Errorf("found %+v", found)
	}
}

// What a signed meeting left undecided may go on to another; what it decided may not be touched.
func TestSignedMinutesKeepADecidedContestAndLetAnUndecidedOneGo(t *testing.T) {
	h := newHall(t)
	june, contest := h.annual(data.MustDate(2026, time.June, 11))
	sign := func(tx *Tx) error {
		return tx.Approvals.Put(data.Approval{ID: data.ApprovalID(tx.NewID()), Meeting: june, Approved: data.MustDate(2026, time.July, 9), Signed: data.MustDate(2026, time.July, 9), Text: &data.Minutes{}})
	}
	h.change("sign", sign)
	put := func(edit func(*data.Contest)) error {
		return h.Change("change the contest", func(tx *Tx) error {
			c, err := tx.Contests.Get(contest)
			must(t, err)
			edit(&c)
			return tx.Contests.Put(c)
		})
	}
	must(t, put(func(c *data.Contest) { c.Tellers = []data.PersonID{"x"} }))
	if err := put(func(c *data.Contest) { c.Status = data.ResultDeclared }); !errors.Is(err, data.ErrMinutesLocked) {
		t.Errorf("a result was written into signed minutes: %v", err)
	}
}
