package session

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

func TestANotedLineBecomesADecisionWithItsMoney(t *testing.T) {
	h := inSession(t)
	line := "NOTED: the hire costs £45"
	id := h.write(line)
	_, was, err := h.MinuteLine(id, line, len(line))
	if err != nil || !was {
		t.Fatal(was, err)
	}
	if d := h.held.decisions[0]; d.How != "noted" || d.Amount != 4500 {
		t.Errorf("recorded: %+v", d)
	}
	want(t, strings.TrimSpace(h.story()), "[NOTED: the hire costs £45]")
}

func TestALetterAndCampaignFiguresStandInTheMinutesUntilTheyAreTakenOut(t *testing.T) {
	h := inSession(t)
	l := data.Letter{Way: data.CameHere, With: "the council", Date: may14, Subject: "the library"}
	h.do(h.Correspond(l))
	h.do(h.Campaigned(data.Canvass{Place: "Mill Lane", Doors: 4, Contacts: 1}))
	want(t, strings.Join(strings.Fields(h.story()), " "),
		"[Received from the council, 14 May: the library] [Campaign session, Mill Lane: contact rate 1 of 4 doors = 25%]")
	var block data.BlockID
	for _, b := range h.held.blocks {
		if b.Kind == data.BlockLetter {
			block = b.ID
		}
	}
	h.do(h.TakeOut(block))
	left, err := h.Unreported()
	if err != nil || len(left) != 1 {
		t.Fatalf("%d letters wait to be reported: %v", len(left), err)
	}
	h.do(h.Correspond(left[0]))
	if left, _ = h.Unreported(); len(left) != 0 {
		t.Errorf("still unreported: %+v", left)
	}
}

func TestTheSpeakerShowsInTheHeadAndThePrivateNoteIsKeptApart(t *testing.T) {
	h := inSession(t)
	h.do(h.SetSpeaker(data.Speaker{Name: "Rosa Lind", Topic: "rents", Contact: "07700 900123"}))
	h.do(h.NotePrivately("never again"))
	want(t, h.Item.Speaker, "Speaker: Rosa Lind on rents")
	if h.shown().Private != "never again" {
		t.Errorf("kept: %+v", h.shown())
	}
}

func TestAPhraseIsWrittenAtTheCaretAndKept(t *testing.T) {
	h := inSession(t)
	d := newDesk(t, h, fyne.NewSize(1162, 620), parts.Light, 100)
	d.place.focusMinutes()
	d.place.phrase(0)
	text := d.place.minutes.current.Text
	want(t, text, h.Phrases()[0])
	if err := h.book.Flush(); err != nil {
		t.Fatal(err)
	}
	err := h.book.Read(func(r *book.Reading) error {
		b, err := r.Blocks.Get(d.place.minutes.current.id)
		want(t, b.Text, text)
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
