package session

import (
	"errors"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// earlier puts a closed meeting of the day into the book.
func (h *hall) earlier(kind data.MeetingKind, on data.Date) data.MeetingID {
	h.t.Helper()
	m := data.Meeting{Kind: kind, Date: on, Status: data.Closed}
	must(h.t, h.book.Change("hold a meeting", func(tx *book.Tx) error {
		m.ID = data.MeetingID(tx.NewID())
		return tx.Meetings.Put(m)
	}))
	return m.ID
}

// approve approves the minutes of a meeting, and signs them where somebody is named.
func (h *hall) approve(of data.MeetingID, signed data.PersonID) {
	h.t.Helper()
	must(h.t, h.book.Change("approve the minutes", func(tx *book.Tx) error {
		a, err := data.Approval{ID: data.ApprovalID(tx.NewID()), Meeting: of}.Approve(data.Minutes{}, false, h.meetingID, h.date)
		if err == nil && signed != "" {
			a, err = a.Sign(signed, h.date)
		}
		return errors.Join(err, tx.Approvals.Put(a))
	}))
}

// toMinutes shows the item at which minutes are taken.
func (d *desk) toMinutes() {
	d.t.Helper()
	for _, i := range d.held.items {
		if i.Kind == data.ItemMinutes {
			must(d.t, d.Show(i.ID))
		}
	}
	d.place.show()
}

func TestTheMinutesThatComeUpAreOneKeyAwayAtTheirItem(t *testing.T) {
	h := newHall(t)
	h.earlier(data.Ordinary, may14.AddDays(-400))
	march := h.earlier(data.Ordinary, may14.AddDays(-63))
	h.earlier(data.Executive, may14.AddDays(-7))
	april := h.earlier(data.Ordinary, may14.AddDays(-35))
	d := newLaptop(t, h)
	must(d.t, d.Load())
	d.place.show()
	if !d.place.minutes.approve.Hidden {
		t.Error("minutes are offered at the welcome")
	}
	due := func(wanted data.MeetingID, when string) {
		t.Helper()
		if got, ok := d.EarlierMinutes(); !ok || got != wanted {
			t.Errorf("%s the minutes of another meeting come up", when)
		}
	}
	d.toMinutes()
	due(april, "first")
	if d.place.minutes.approve.Hidden {
		t.Error("the button is not at the item")
	}
	d.command("Approve the minutes")
	if got := d.Went[len(d.Went)-1]; got != (place.Route{Place: "approval", ID: string(april), Tab: string(h.meetingID)}) {
		t.Errorf("it leads to %+v", got)
	}
	h.approve(april, "")
	must(d.t, d.Load())
	due(march, "after April")
	h.approve(march, "")
	must(d.t, d.Load())
	due(april, "with nothing left to approve")
}

func TestSignedMinutesAreReadAndNotTypedIn(t *testing.T) {
	h := newHall(t)
	h.do(h.Start())
	h.write("The chair welcomed members.")
	h.do(h.Close())
	d := newLaptop(t, h)
	if d.place.minutes.editors[0].Disabled() {
		t.Error("minutes that nobody signed cannot be typed in")
	}
	h.approve(h.meetingID, "chair")
	d.place.Refresh()
	if !d.Locked() || !d.place.minutes.editors[0].Disabled() {
		t.Error("signed minutes can be typed in")
	}
}
