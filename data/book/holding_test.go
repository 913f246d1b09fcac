package book

import (
	"testing"
	"time"

	"branchbook/data"
)

// term puts somebody into a post or a seat of the General Committee since June 2025.
func (h *hall) delegation() (okafor data.Person) {
	okafor = h.person("Zoë", "Okafor", "L1")
	since := data.MustDate(2025, time.June, 12)
	h.change("elect the year before", func(tx *Tx) error {
		must(h.t, tx.Posts.Put(data.Post{ID: "chair", Name: "Chair"}))
		must(h.t, tx.Bodies.Put(data.Body{ID: "gc", Name: data.GeneralCommittee, Entitlement: data.Entitlement{Fixed: 3}}))
		must(h.t, tx.Terms.Put(data.Term{ID: "t", Post: "chair", Person: okafor.ID, From: since}))
		must(h.t, tx.Seats.Put(data.Seat{ID: "s", Body: "gc", Number: 1, Person: okafor.ID, Elected: since}))
		return tx.Seats.Put(data.Seat{ID: "u", Body: "gc", Number: 1, Person: okafor.ID, Elected: since, Representing: "Unite"})
	})
	return okafor
}

func TestAnAGMEndsTheTermsOfDelegatesInOneChange(t *testing.T) {
	h := newHall(t)
	h.delegation()
	agm := data.Meeting{ID: "agm", Kind: data.AGM, Date: day(14), Status: data.InSession}
	var words []string
	h.change("open the annual general meeting", func(tx *Tx) (err error) {
		must(t, tx.Meetings.Put(agm))
		words, err = tx.EndTerms("agm")
		return err
	})
	want(t, len(words), 1)
	want(t, words[0], "The terms of 1 delegate to the General Committee ended when the AGM began.")
	held := read(h, func(r *Reading) ([]data.Holding, error) { return r.HeldOn(day(14)) })
	want(t, len(held), 2)
	want(t, held[0].What, "Chair")
	want(t, held[1].What, "General Committee, for Unite")
	want(t, len(read(h, func(r *Reading) ([]data.Holding, error) { return r.HeldOn(day(13)) })), 3)
	h.change("again", func(tx *Tx) (err error) { words, err = tx.EndTerms("agm"); return err })
	want(t, len(words), 0)
}

func TestAReturnCountsTheBranchsOwnSeatsUnderTheBodysOwnRule(t *testing.T) {
	h := newHall(t)
	h.delegation()
	doc := read(h, func(r *Reading) (data.DelegateReturnDoc, error) { return r.DelegateReturn("gc", day(1), nil) })
	want(t, doc.Seats, 3)
	want(t, doc.Filled, 1)
	want(t, doc.Entitlement.Sum, "3 seats, fixed")
}
