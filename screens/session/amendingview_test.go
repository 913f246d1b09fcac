package session

import (
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// back shows the place again after a panel, with the caret where it left it.
func (d *desk) back() *desk {
	d.shut()
	d.win.Resize(fyne.NewSize(1162, 620))
	if d.Focused != nil {
		d.win.Canvas().Focus(d.Focused)
	}
	return d
}

func TestAnAmendmentIsAddedTakenAndRecordedByKeysAlone(t *testing.T) {
	h, id := amending(t)
	d := newLaptop(t, h)
	d.run("Amendments")
	d.run("Amendments") // on the page the same key adds one
	d.panel("Amendment to M-2026-04")
	d.types("3").tabs(1).types("operator").tabs(1).types("company").tabs(1)
	d.types("mbek").press(fyne.KeyReturn).types("zoe").press(fyne.KeyReturn).press(fyne.KeyReturn)
	want(t, d.said(), "Amendment A1 to M-2026-04 is recorded. It is still to be taken.")
	d.back().types("8").press(fyne.KeyReturn).types("6").press(fyne.KeyReturn).types("1").press(fyne.KeyReturn)
	want(t, d.said(), "Amendment A1 recorded: carried by 8 votes to 6 with 1 abstention.")
	want(t, h.stored(id).Text, "This branch notes the cuts to the buses.\n\nIt asks for a meeting.\n\nIt asks the CLP to write to the company.")
	d.press(fyne.KeyReturn) // none is left, and the caret is on the vote
	d.types("13").press(fyne.KeyReturn).types("1").press(fyne.KeyReturn).types("1").press(fyne.KeyReturn)
	want(t, d.said(), "Motion M-2026-04 recorded: carried as amended by 13 votes to 1 with 1 abstention.")
	card := h.lastCard()
	want(t, card.Mark.Text+" "+card.Figures, "Carried as amended 13–1–1")
	want(t, card.Lines[0], "A1 in 3, “operator” becomes “company”: carried 8–6–1")
	d.nothingWrong()
}

func TestWhatWasTypedForAnAmendmentIsThereAgainAfterTheDoor(t *testing.T) {
	h, id := amending(t)
	h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Add, Text: "It asks for Sunday buses."})
	d := newLaptop(t, h)
	d.run("Amendments")
	d.types("8").press(fyne.KeyReturn).types("6").press(fyne.KeyF2)
	if !d.place.room.door.Field().HasFocus() || d.place.frame.room.Hidden {
		t.Fatal("F2 does not reach the door")
	}
	d.types("fraz").press(fyne.KeyReturn)
	d.run("Amendments")
	want(t, d.place.amends.taking.numbers[1].Text, "6")
	d.press(fyne.KeyEscape)
	if d.place.form != nil {
		t.Error("Escape does not go back to the minutes")
	}
	d.nothingWrong()
}

func TestMoreHandsThanVotersAskForANoteOnTheAmendmentToo(t *testing.T) {
	h, id := amending(t)
	h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Add, Text: "It asks for Sunday buses."})
	d := newLaptop(t, h)
	d.run("Amendments")
	d.types("9").press(fyne.KeyReturn).types("8").press(fyne.KeyReturn).types("1").press(fyne.KeyReturn)
	want(t, d.said(), "")
	d.types("two arrived").press(fyne.KeyReturn)
	want(t, d.said(), "Amendment A1 recorded: carried by 9 votes to 8 with 1 abstention.")
	want(t, d.held.votes[0].Note, "two arrived")
	want(t, d.held.votes[0].Question, "Amendment A1 to M-2026-04")
}

func TestAnAmendmentIsTakenOutOfTurnAndTheOrderSaysSo(t *testing.T) {
	h, id := amending(t)
	h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Replace, Paragraph: "1", Text: "It notes the cuts."})
	second := h.amends(id, "lars", "", AmendmentDraft{Op: data.Add, Text: "It asks for Sunday buses."})
	h.do(h.SettleAmendment(second.ID, data.AmendmentFell, ""))
	page := h.Amending(id, "")
	want(t, page.Rows[0].Label+" "+page.Rows[0].Mark.Text, "A2 No seconder")
	want(t, page.After, "After A1")
	want(t, page.Then, "Then the vote on the motion")
}

func TestALetterEndsAMotionAndUndoTakesItBack(t *testing.T) {
	h, id := amending(t)
	d := newLaptop(t, h)
	before := h.dump()
	d.run("A motion ends without a vote…")
	d.panel("What became of M-2026-04?")
	d.panelKey(fyne.KeyR)
	d.win.Canvas().Focus(d.Focused)
	d.types("the executive").press(fyne.KeyReturn)
	want(t, d.said(), "Motion M-2026-04 recorded as remitted to the executive.")
	d.shut()
	h.undo()
	want(t, h.dump(), before)
	d.run("A motion ends without a vote…")
	d.panel("What became of M-2026-04?")
	d.panelKey(fyne.KeyU)
	want(t, d.said(), "Motion M-2026-04 recorded as not reached.")
	if h.stored(id).Outcome != data.NotReached {
		t.Error(h.stored(id).Outcome)
	}
	d.nothingWrong()
}

// panelKey types a letter that no field of the open panel takes.
func (d *desk) panelKey(name fyne.KeyName) {
	d.t.Helper()
	if !d.Opened[len(d.Opened)-1].Keys.TypedKey(&fyne.KeyEvent{Name: name}) {
		d.t.Fatalf("the panel does not know %s", name)
	}
}

func TestADonationWithTwoSecondersAndAnEmergencyAreEnteredInTheForm(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.press(fyne.KeyF3).types("Food bank").press(fyne.KeyReturn).types("zoe").press(fyne.KeyReturn).types("mbek").press(fyne.KeyReturn)
	f := d.place.form
	if f == nil {
		t.Fatal("the form is gone")
	}
	d.win.Canvas().FocusPrevious() // the kind stands before the button
	d.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	d.tabs(1).types("25").tabs(1).press(fyne.KeyReturn)
	want(t, d.lastCard().Text, "Food bank, £25")
	d.press(fyne.KeyF3).types("Depot fire").press(fyne.KeyReturn).types("zoe").press(fyne.KeyReturn).types("mbek").press(fyne.KeyReturn)
	d.win.Canvas().FocusPrevious()
	d.press(fyne.KeyRight).tabs(1).press(fyne.KeyReturn)
	want(t, d.said(), "Motion M-2026-02 waits for the chair's ruling: is it an emergency?")
	d.run("The chair's ruling…")
	d.panel("Is M-2026-02 an emergency?")
	d.types("it arose on Tuesday").press(fyne.KeyReturn)
	d.win.Canvas().Focus(d.Focused)
	d.press(fyne.KeyReturn)
	want(t, d.said(), "The chair takes M-2026-02 as an emergency. The meeting is still to agree.")
	d.nothingWrong()
}

func TestTheAmendmentsFitAtEveryTextSize(t *testing.T) {
	for _, look := range []struct {
		name    string
		size    fyne.Size
		scheme  parts.Scheme
		percent int
	}{
		{"light", fyne.NewSize(1162, 620), parts.Light, 100}, {"dark", fyne.NewSize(1162, 620), parts.Dark, 100},
		{"150", fyne.NewSize(1258, 588), parts.Light, 150}, {"200", fyne.NewSize(1222, 560), parts.Light, 200}, {"small", fyne.NewSize(820, 540), parts.Light, 100},
	} {
		t.Run(look.name, func(t *testing.T) {
			h, id := amending(t)
			h.amends(id, "mbek", "zoe", AmendmentDraft{Op: data.Replace, Paragraph: "3", Text: "It asks for Sunday buses."})
			h.amends(id, "lars", "", AmendmentDraft{Op: data.Add, Text: "It asks for no cuts on Sundays."})
			d := newDesk(t, h, look.size, look.scheme, look.percent)
			d.run("Amendments")
			d.types("8").press(fyne.KeyReturn).types("6").press(fyne.KeyReturn).types("1")
			if least := d.place.View().MinSize(); least.Width > 1100 || least.Height > 620 {
				t.Errorf("it insists on %v", least)
			}
			if !d.place.amends.beside {
				for _, c := range []*fyne.Container{d.place.amends.stands, d.place.amends.after} {
					if !c.Hidden {
						t.Error("two columns lie over one another")
					}
				}
			}
			d.picture(look.name + "-amendments")
		})
	}
}

// lastCard is the last motion among the records of the item on show.
func (h *hall) lastCard() (last Card) {
	for _, b := range h.Blocks {
		if b.Card != nil && b.Card.Kind == data.BlockMotion {
			last = *b.Card
		}
	}
	return last
}
