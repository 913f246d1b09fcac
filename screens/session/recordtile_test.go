package session

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
)

// card puts the caret on the card that says some words, as Tab does.
func (d *desk) card(words string) *recordTile {
	d.t.Helper()
	for _, o := range d.place.minutes.column.Objects {
		if t, ok := o.(*recordTile); ok && strings.Contains(t.name, words) {
			d.Focus(t)
			return t
		}
	}
	d.t.Fatalf("no card says %q", words)
	return nil
}

// presses goes on with Tab to what has that name, and presses Enter.
func (d *desk) presses(name string) *desk {
	d.t.Helper()
	for range 60 {
		if a, ok := d.win.Canvas().Focused().(fyne.Accessible); ok && a.AccessibilityLabel() == name {
			return d.press(fyne.KeyReturn)
		}
		d.tabs(1)
	}
	d.t.Fatalf("Tab does not lead to %q", name)
	return d
}

// clear empties the field that has the caret.
func (d *desk) clear() *desk {
	f := d.win.Canvas().Focused().(interface{ Typed() (int, int, int) })
	for n, _, _ := f.Typed(); n > 0; n-- {
		d.press(fyne.KeyBackspace)
	}
	return d
}

func TestADecisionIsCorrectedFromItsCardWithKeysAlone(t *testing.T) {
	h := inSession(t)
	h.do(h.Settle(DecisionDraft{Text: "pay the hire, £45", How: "resolved", Amount: 4500}))
	d := newLaptop(t, h)
	d.card("pay the hire")
	d.press(fyne.KeyReturn).clear().types("pay the hall, £54").press(fyne.KeyReturn)
	if dec := d.held.decisions[0]; dec.Text != "pay the hall, £54" || dec.Amount != 5400 || dec.How != "resolved" {
		t.Errorf("corrected to %+v", dec)
	}
	want(t, d.said(), "Decision D-2026-01 corrected.")
	d.nothingWrong()
}

func TestAnActionIsCorrectedFromItsCardAndKeepsItsOwner(t *testing.T) {
	h := inSession(t)
	h.do(h.Act(ActionDraft{Text: "book hall", Owner: h.find("zoe"), Due: data.MustDate(2026, 6, 3)}))
	d := newLaptop(t, h)
	d.card("book hall")
	d.press(fyne.KeyReturn).clear().types("book the big hall").press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	if a := d.held.actions[0]; a.Text != "book the big hall" || a.Owner != d.find("zoe") || a.Due != data.MustDate(2026, 6, 3) || a.Ref != "A-2026-01" {
		t.Errorf("corrected to %+v", a)
	}
	d.nothingWrong()
}

func TestALetterAndCampaignFiguresAreCorrected(t *testing.T) {
	h := inSession(t)
	h.do(h.Correspond(data.Letter{Way: data.WentAway, With: "the council", Date: may14, Subject: "the library", Medium: "email", Asks: "their view"}))
	h.do(h.Campaigned(data.Canvass{Place: "Mill Lane", Doors: 40, Contacts: 10}))
	d := newLaptop(t, h)
	d.card("Sent by email to the council").open()
	d.tabs(1).clear().types("the county council")
	d.presses("Correct")
	d.card("Campaign session, Mill Lane").open()
	d.tabs(4).clear().types("20")
	d.presses("Correct")
	l, c := d.held.letters[0], d.held.canvasses[0]
	if l.With != "the county council" || l.Way != data.WentAway || l.Asks != "their view" || c.Contacts != 20 || c.Doors != 40 {
		t.Errorf("corrected to %+v and %+v", l, c)
	}
	if len(d.held.letters) != 1 || len(d.held.canvasses) != 1 {
		t.Error("correcting made another record")
	}
	d.nothingWrong()
}

func TestDeleteOnACardTakesTheRecordOutAndUndoBringsItBack(t *testing.T) {
	h := inSession(t)
	h.write("The report was heard.\nAGREED: pay the hire")
	last := h.Blocks[len(h.Blocks)-1]
	if _, was, err := h.MinuteLine(last.ID, last.Text, len(last.Text)); !was || err != nil {
		t.Fatal(was, err)
	}
	h.write("Members thanked the treasurer.")
	before := h.story()
	d := newLaptop(t, h)
	d.card("pay the hire")
	d.press(fyne.KeyDelete)
	want(t, d.story(), "The report was heard.\nMembers thanked the treasurer.")
	if len(d.held.decisions) != 0 {
		t.Errorf("still in the book: %+v", d.held.decisions)
	}
	if _, err := d.hall.book.Undo(); err != nil {
		t.Fatal(err)
	}
	d.place.Refresh()
	want(t, d.story(), before)
	if len(d.held.decisions) != 1 {
		t.Error("Undo brings no decision back")
	}
	d.nothingWrong()
}

func TestWhatALaterMeetingHasDealtWithStaysInTheMinutes(t *testing.T) {
	h := inSession(t)
	h.do(h.Decide("pay the hire"))
	h.do(h.Act(ActionDraft{Text: "book hall"}))
	err := h.book.Change("go on", func(tx *book.Tx) error {
		dec, act := h.held.decisions[0], h.held.actions[0]
		dec.Pressing, dec.Ratified, dec.RatifiedAs = true, h.meetingID, "agreed"
		act.Status = data.Done
		if err := tx.Decisions.Put(dec); err != nil {
			return err
		}
		return tx.Actions.Put(act)
	})
	if err != nil || h.Load() != nil {
		t.Fatal(err)
	}
	for _, b := range h.held.blocks {
		if b.Kind == data.BlockText {
			continue
		}
		if _, err := h.TakeOut(b.ID); err == nil || !strings.Contains(data.Say(err), "stays in the") && !strings.Contains(data.Say(err), "stays in these") {
			t.Errorf("%s was taken out: %v", b.Kind, err)
		}
	}
}

func TestTheArrowsGoOnFromACardIntoTheTexts(t *testing.T) {
	h := inSession(t)
	h.write("Before.")
	h.do(h.Decide("pay the hire"))
	h.write("Behind.")
	d := newLaptop(t, h)
	label := d.card("pay the hire").AccessibilityLabel()
	want(t, label, "AGREED: pay the hire. Enter edits it, Delete takes it out of the minutes")
	d.press(fyne.KeyUp)
	want(t, d.place.minutes.current.Text, "Before.")
	d.card("pay the hire")
	d.press(fyne.KeyDown)
	want(t, d.place.minutes.current.Text, "Behind.")
}
