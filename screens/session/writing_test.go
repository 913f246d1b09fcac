package session

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
)

func TestALineForThePromptIsToldFromProse(t *testing.T) {
	h := inSession(t)
	h.do(h.Move(MotionDraft{Title: "Bus cuts", Mover: h.find("zoe"), Seconder: h.find("mbek")}))
	for _, line := range []string{"i fraz", "o oka", "v 12 2 1", "a oka: book the hall by 3 June", "d pay the hire", "n"} {
		if _, is := h.PromptLine("The report was heard.\n"+line, len("The report was heard.\n"+line)); !is {
			t.Errorf("%q is taken for prose", line)
		}
	}
	for _, line := range []string{
		"", "I spoke for the motion", "a motion was moved", "2 members of the branch left", "in the end it was left", "V 12 2 1 was the figure",
		"members noted the report", "t some words", "+ the boiler", "do we know", "no votes were against",
	} {
		if r, is := h.PromptLine(line, len(line)); is {
			t.Errorf("%q is taken for a line of the prompt: %s", line, r.Text)
		}
	}
}

func TestALineTypedInTheMinutesIsCarriedOutAndLeavesTheText(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.types("The report was heard.").press(fyne.KeyReturn).types("d pay the hir")
	if !d.place.minutes.hint.view.Visible() || d.place.minutes.buttons.Visible() {
		t.Fatal("nothing says that the line belongs in the prompt")
	}
	d.types("e")
	d.run("Carry out this line")
	want(t, d.story(), "The report was heard. [AGREED: pay the hire] ")
	if d.place.minutes.hint.view.Visible() || !d.place.minutes.buttons.Visible() {
		t.Error("the hint stays")
	}
	d.types("More.")
	want(t, d.place.minutes.current.Text, "More.")
	d.nothingWrong()
}

func TestALineInTheMiddleOfATextIsCarriedOutWhereItStands(t *testing.T) {
	h := inSession(t)
	text := "Before.\nd pay the hire\nBehind."
	id := h.write(text)
	said, err := h.CarryLine(id, text, len("Before.\nd pay"))
	want(t, h.do(said, err), "Decision D-2026-01 recorded.")
	if got := strings.Join(strings.Fields(h.story()), " "); got != "Before. [AGREED: pay the hire] Behind." {
		t.Errorf("the minutes are %q", got)
	}
}

func TestALineThatCannotBeCarriedOutStays(t *testing.T) {
	h := inSession(t)
	text := "o xxx nobody"
	id := h.write(text)
	if said, err := h.CarryLine(id, text, len(text)); said != "" || err != nil {
		t.Errorf("carried out: %q, %v", said, err)
	}
	want(t, h.story(), text)
}

func TestAPhraseIsTakenBackAsTyping(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.types("First. ")
	d.place.phrase(0)
	want(t, d.place.minutes.current.Text, "First. "+d.Phrases()[0])
	d.place.minutes.current.TypedShortcut(&fyne.ShortcutUndo{})
	want(t, d.place.minutes.current.Text, "First. ")
	if err := d.hall.book.Flush(); err != nil {
		t.Fatal(err)
	}
	d.place.Refresh()
	want(t, d.story(), "First. ")
	d.nothingWrong()
}

func TestAPhraseIsKeptWhenAnotherItemIsShown(t *testing.T) {
	d := newLaptop(t, inSession(t))
	first := d.item
	d.place.phrase(0)
	text := d.place.minutes.current.Text
	d.place.next()
	d.place.phrase(0)
	if d.item == first {
		t.Fatal("still at the same item")
	}
	d.place.previous()
	want(t, strings.TrimSpace(d.story()), text)
	d.nothingWrong()
}

func TestNoPhraseIsWrittenIntoSignedMinutes(t *testing.T) {
	h := inSession(t)
	h.do(h.Close())
	err := h.book.Change("sign", func(tx *book.Tx) error {
		return tx.Approvals.Put(data.Approval{
			ID: data.ApprovalID(tx.NewID()), Meeting: h.meetingID, Drafted: may14, Approved: may14, ApprovedAt: h.meetingID, Signed: may14, SignedBy: h.find("zoe"),
			Text: &data.Minutes{Title: "Minutes"},
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	d := newLaptop(t, h)
	d.place.phrase(0)
	want(t, d.story(), "")
	if len(d.Problems) != 1 || !strings.Contains(data.Say(d.Problems[0]), "signed") {
		t.Errorf("nothing says why: %v", d.Problems)
	}
}

func TestThePhraseAboutTheLastMinutesIsOfTheSameBody(t *testing.T) {
	h := inSession(t)
	err := h.book.Change("hold others", func(tx *book.Tx) error {
		for _, m := range []data.Meeting{
			{Kind: data.Ordinary, Date: data.MustDate(2026, 4, 9)}, {Kind: data.Executive, Date: data.MustDate(2026, 5, 7)},
		} {
			m.ID, m.Status = data.MeetingID(tx.NewID()), data.Closed
			if err := tx.Meetings.Put(m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || h.Load() != nil {
		t.Fatal(err)
	}
	if all := strings.Join(h.Phrases(), "\n"); !strings.Contains(all, "held on 9 April") || strings.Contains(all, "7 May") {
		t.Errorf("the phrases are\n%s", all)
	}
}

func TestThePrivateNoteIsUnfoldedTypedAndKept(t *testing.T) {
	d := newLaptop(t, inSession(t))
	item := d.item
	d.run("Private note")
	if d.place.minutes.note.view.Hidden {
		t.Fatal("the note is folded away")
	}
	want(t, d.place.minutes.note.field.AccessibilityLabel(), "Private note: not in any paper")
	d.types("never again").press(fyne.KeyEscape)
	if !d.place.minutes.note.view.Hidden || d.place.minutes.current == nil {
		t.Error("Escape does not lead back to the minutes")
	}
	want(t, d.shown().Private, "never again")
	d.run("Private note")
	d.types("!")
	d.place.next()
	want(t, d.place.minutes.note.field.Text, "")
	i, _ := byID(d.held.items, func(i data.AgendaItem) bool { return i.ID == item })
	want(t, i.Private, "never again!")
	d.nothingWrong()
}

func TestWhoeverReportedIsFoundByTheirPost(t *testing.T) {
	h := inSession(t)
	err := h.book.Change("elect", func(tx *book.Tx) error {
		post := data.Post{ID: data.PostID(tx.NewID()), Name: "Treasurer", Place: 1}
		if err := tx.Posts.Put(post); err != nil {
			return err
		}
		return tx.Terms.Put(data.Term{ID: data.TermID(tx.NewID()), Post: post.ID, Person: h.find("zoe"), From: data.MustDate(2025, 6, 12)})
	})
	if err != nil {
		t.Fatal(err)
	}
	d := newLaptop(t, h)
	d.run("Reported by…")
	d.types("treas").press(fyne.KeyReturn)
	want(t, d.story(), "Reported by Zoë Okafor (Treasurer).")
	d.run("Reported by…")
	d.types("Cllr Stone").press(fyne.KeyReturn)
	want(t, d.story(), "Reported by Zoë Okafor (Treasurer).\nReported by Cllr Stone.")
	d.nothingWrong()
}
