package session

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
)

// end finds the loose end that says some words.
func (h *hall) end(words string) LooseEnd {
	h.t.Helper()
	for _, e := range h.LooseEnds() {
		if strings.Contains(e.Text, words) {
			return e
		}
	}
	h.t.Fatalf("no loose end says %q", words)
	return LooseEnd{}
}

// settle settles the loose end that says some words by its letter.
func (h *hall) settle(words string, key rune, a Answer) string {
	h.t.Helper()
	for _, w := range h.end(words).Ways {
		if w.Key == key {
			said := h.do(w.Settle(a))
			for _, e := range h.LooseEnds() {
				if strings.Contains(e.Text, words) {
					h.t.Errorf("%q is still loose after %c", e.Text, key)
				}
			}
			return said
		}
	}
	h.t.Fatalf("%q cannot be settled with %c", words, key)
	return ""
}

func TestAMotionThatWasMovedIsSettledBeforeTheMeetingCloses(t *testing.T) {
	h := inSession(t)
	zoe, ben := h.find("zoe"), h.find("carri")
	for _, title := range []string{"Bus cuts", "Repairs", "Crossings"} {
		h.do(h.Move(MotionDraft{Title: title, Mover: zoe}))
	}
	want(t, h.settle("Bus cuts was moved; it has no seconder", 's', Answer{Person: ben}), "Motion M-2026-01 is seconded and in debate.")
	want(t, h.settle("Bus cuts was moved and has no outcome", 'd', Answer{}), "Motion M-2026-01 recorded as deferred.")
	want(t, h.settle("Repairs", 'f', Answer{}), "Motion M-2026-02 recorded as fell for want of a seconder.")
	want(t, h.settle("Crossings", 'w', Answer{}), "Motion M-2026-03 recorded as withdrawn.")
	if _, err := h.nameSeconder(h.held.motions[0].ID, zoe); err == nil {
		t.Error("the mover seconds their own motion")
	}
}

func TestASeconderIsNamedAfterTheVoteAndTheMotionStaysCarried(t *testing.T) {
	h := inSession(t)
	h.do(h.Move(MotionDraft{Title: "Bus cuts", Mover: h.find("zoe")}))
	v := h.Vote(h.debated())
	v.Declared = data.Agreed
	h.do(h.RecordVote(v))
	want(t, h.settle("nobody is named as seconder", 's', Answer{Person: h.find("carri")}), "M-2026-01 was seconded by Ben Carrick.")
	if mo := h.held.motions[0]; mo.Outcome != data.Carried || mo.Status != data.DisposedOf {
		t.Errorf("the motion is %s, %s", mo.Status, mo.Outcome)
	}
}

func TestWhatWasMinutedHalfIsCompletedBeforeTheMeetingCloses(t *testing.T) {
	h := inSession(t)
	h.do(h.Act(ActionDraft{Text: "book the hall"}))
	h.do(h.Act(ActionDraft{Text: "write to the council"}))
	want(t, h.settle("Nobody has the action A-2026-01", 'o', Answer{Words: "Zoë Okafor", Person: h.find("zoe")}), "Action A-2026-01 corrected.")
	want(t, h.settle("Nobody has the action A-2026-02", 'o', Answer{Words: "the executive"}), "Action A-2026-02 corrected.")
	june3 := data.MustDate(2026, 6, 3)
	h.settle("A-2026-01 has no date", 'b', Answer{Date: june3})
	if a := h.held.actions[0]; a.Owner == "" || a.Due != june3 || a.OwnerText != "" {
		t.Errorf("the action is %+v", a)
	}
	v := h.Vote("")
	v.Question, v.For, v.Against, v.Typed = "the standing order", 20, 2, true
	h.do(h.RecordVote(v))
	want(t, h.settle("does not tie", 'n', Answer{Words: "two came back for the vote"}), "The note is kept with the vote.")
	want(t, h.held.votes[0].Note, "two came back for the vote")
}

func TestSomebodyWithoutANameIsNamedOrLeft(t *testing.T) {
	h := inSession(t)
	h.do(h.ComeUnnamed(2, h.moment()))
	first := h.end("has no name in the register")
	h.do(first.Ways[0].Settle(Answer{Words: "Amy Stone, Riverside branch"}))
	h.do(h.Leave(h.end("has no name in the register")))
	for _, e := range h.LooseEnds() {
		if strings.Contains(e.Text, "no name") {
			t.Errorf("still there: %s", e.Text)
		}
	}
	if n := len(h.Unnamed()); n != 1 {
		t.Errorf("%d have no name", n)
	}
}

func TestAnItemThatWasNotTakenIsMarkedOrComesBack(t *testing.T) {
	h := inSession(t)
	want(t, h.settle("Campaigns, was not taken", 't', Answer{}), "Item 8 was taken.")
	h.settle("Any other business", 'n', Answer{})
	for _, i := range h.held.items {
		if i.Heading == "Campaigns" != i.Done && (i.Heading == "Campaigns" || i.Heading == "Any other business") {
			t.Errorf("%s: done %v", i.Heading, i.Done)
		}
	}
}

func TestAGuestIsThankedBeforeTheMeetingCloses(t *testing.T) {
	h := inSession(t)
	h.do(h.SetSpeaker(data.Speaker{Name: "Rosa Lind", Topic: "rents"}))
	usual := h.end("Rosa Lind was thanked").Ways[0].Usual
	want(t, usual, "The chair thanked Rosa Lind for speaking on rents.")
	h.settle("Rosa Lind was thanked", 't', Answer{Words: usual})
	want(t, h.shown().Speaker.Thanks, usual)
}

func TestNoThanksAreMissedThatWereWritten(t *testing.T) {
	h := inSession(t)
	h.do(h.SetSpeaker(data.Speaker{Name: "Rosa Lind"}))
	h.write("The meeting thanked Rosa Lind.")
	if err := h.book.Flush(); err != nil {
		t.Fatal(err)
	}
	for _, e := range h.LooseEnds() {
		if strings.Contains(e.Text, "Rosa Lind") {
			t.Error(e.Text)
		}
	}
}

func TestAMeetingThatNeverHadAQuorumSaysHowItWentOn(t *testing.T) {
	h := newHall(t).at("7.34pm")
	h.do(h.ComeIn(h.find("zoe"), h.moment()))
	h.do(h.Start())
	want(t, h.settle("never a quorum", 'p', Answer{}), "Pressing business subject to ratification at 7.34pm.")
	h.do(h.Decide("pay the hall hire"))
	if e := h.end("made without a quorum"); len(e.Ways) != 0 {
		t.Errorf("a decision to be ratified is settled tonight: %+v", e.Ways)
	}
}

// ends opens the panel of loose ends with its own keys.
func (d *desk) ends() *desk {
	d.t.Helper()
	d.run("Close the meeting…")
	d.panel("Close the meeting: loose ends")
	p := d.Opened[len(d.Opened)-1]
	d.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { p.Keys.TypedKey(ev) })
	return d
}

func TestLooseEndsAreSettledWithKeysAloneAndTheListShrinks(t *testing.T) {
	h := inSession(t)
	h.do(h.Move(MotionDraft{Title: "Bus cuts", Mover: h.find("zoe"), Seconder: h.find("mbek")}))
	h.do(h.Act(ActionDraft{Text: "book the hall"}))
	d := newLaptop(t, h).ends()
	before := len(d.LooseEnds())
	d.press(fyne.KeyDown).types("w")
	want(t, d.said(), "Motion M-2026-01 recorded as withdrawn.")
	d.types("o").types("oka").press(fyne.KeyReturn)
	want(t, d.said(), "Action A-2026-01 corrected.")
	d.types("b").types("3 June").press(fyne.KeyReturn)
	if a := d.held.actions[0]; a.Due.IsZero() || a.Owner == "" {
		t.Errorf("the action is %+v", a)
	}
	if now := len(d.LooseEnds()); now != before-2 {
		t.Errorf("%d loose ends, then %d", before, now)
	}
	for range d.LooseEnds() {
		d.types("l")
	}
	d.press(fyne.KeyReturn) // on the button, where the caret went
	want(t, d.Head.State.Text, "Closed 7.58pm")
	d.nothingWrong()
}

func TestEscapeLeavesAnAnswerAndThePanelStays(t *testing.T) {
	h := inSession(t)
	h.do(h.Act(ActionDraft{Text: "book the hall"}))
	d := newLaptop(t, h).ends()
	d.press(fyne.KeyDown).types("o").types("oka").press(fyne.KeyEscape, fyne.KeyEscape)
	if len(d.Opened) != 1 {
		t.Fatal("the panel is shut")
	}
	label := d.win.Canvas().Focused().(fyne.Accessible).AccessibilityLabel()
	if !strings.HasPrefix(label, "1 of ") || !strings.Contains(label, "o, Who has it.") {
		t.Errorf("the caret is at %q", label)
	}
	d.press(fyne.KeyDown).types("g")
	if len(d.Opened) != 0 || d.Item.Heading != "Minutes of the last meeting" {
		t.Errorf("g leads to %s", d.Item.Heading)
	}
}
