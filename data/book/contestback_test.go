package book

import (
	"strings"
	"testing"
	"time"

	"branchbook/data"
)

// A result that is taken back leaves the posts and seats as they were, to the last field; that it was ended for another
// reason on the same day stays so.
func TestAResultThatIsTakenBackRestoresExactly(t *testing.T) {
	h := newHall(t)
	okafor := h.delegation()
	dunne := h.person("Margaret", "Dunne", "L7")
	agm := data.MustDate(2026, time.June, 11)
	h.change("call the meeting, and end a term the day before", func(tx *Tx) error {
		must(t, tx.Meetings.Put(data.Meeting{ID: "agm", Kind: data.AGM, Date: agm, Status: data.Planned}))
		must(t, tx.Terms.Put(data.Term{ID: "x", Post: "chair", Person: dunne.ID, From: data.MustDate(2025, time.June, 12), To: agm.AddDays(-1), Why: "resigned", Shared: true}))
		must(t, tx.Seats.Put(data.Seat{ID: "v", Body: "gc", Number: 2, Person: dunne.ID, Elected: data.MustDate(2025, time.June, 12), Ends: agm.AddDays(-1), Why: "moved away"}))
		for _, c := range []data.Contest{{ID: "c", Post: "chair", Title: "Chair"}, {ID: "d", Body: "gc", Title: "Delegates", Class: data.OpenSeat}, {ID: "e", Body: "gc", Title: "Youth", Class: data.YouthSeat}} {
			c.Meeting, c.Kind, c.Places, c.Status = "agm", data.Elects, 1, data.NominationsClosed
			c.Nominees = []data.Nominee{{Person: dunne.ID}}
			must(t, tx.Contests.Put(c))
		}
		return nil
	})
	stood := func() string {
		t.Helper()
		var lines []string
		for _, x := range read(h, func(r *Reading) ([]data.Term, error) { return r.Terms.All() }) {
			lines = append(lines, strings.Join([]string{string(x.ID), x.To.String(), x.Why, string(x.EndedBy)}, " "))
		}
		for _, x := range read(h, func(r *Reading) ([]data.Seat, error) { return r.Seats.All() }) {
			lines = append(lines, strings.Join([]string{string(x.ID), x.Ends.String(), x.Why, string(x.EndedBy)}, " "))
		}
		return strings.Join(lines, "\n")
	}
	declare := func(id data.ContestID) {
		t.Helper()
		h.change("declare", func(tx *Tx) error { return tx.Declare(id, data.Time{}, data.Finding{}) })
	}
	takeBack := func(id data.ContestID) {
		t.Helper()
		h.change("take back", func(tx *Tx) error { return tx.TakeBack(id) })
	}
	before := stood()
	declare("c")
	want(t, read(h, func(r *Reading) (data.Term, error) { return r.Terms.Get("t") }).To, agm.AddDays(-1))
	takeBack("c")
	want(t, stood(), before)

	declare("d")
	declare("e")
	want(t, len(read(h, func(r *Reading) ([]data.Seat, error) { return r.Seats.On("gc", agm) })), 3) // two elected, and Unite's
	takeBack("d")
	want(t, read(h, func(r *Reading) (data.Seat, error) { return r.Seats.Get("s") }).EndedBy, "e")
	takeBack("e")
	want(t, stood(), before)
	_ = okafor
}
