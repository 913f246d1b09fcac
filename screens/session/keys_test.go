package session

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

func TestAnEveningByKeysAlone(t *testing.T) {
	d := newLaptop(t, newHall(t).at("7.20pm"))
	if !d.place.room.door.Field().HasFocus() {
		t.Fatal("before the meeting the caret is not at the door")
	}
	for _, name := range regulars {
		d.types(strings.ToLower(data.Fold(name))).press(fyne.KeyReturn)
	}
	want(t, d.said(), "Okan Yıldız is in at 7.20pm.")
	want(t, d.place.room.tabs.AccessibilityLabel(), "Present 15, chosen")
	d.hall.at("7.34pm")
	d.command("Start the meeting")
	d.types("The chair welcomed everybody.")
	d.command("Next item")
	want(t, d.said(), "Item 2, Minutes of the last meeting.")
	d.types("They were read.").press(fyne.KeyReturn).types("AGREED: the minutes as a true record").press(fyne.KeyReturn)
	want(t, d.said(), "Decision D-2026-01 recorded.")
	d.types("The chair signed.")
	d.press(fyne.KeyF3).types("Bus cuts").press(fyne.KeyReturn).types("zoe").press(fyne.KeyReturn).types("mbek").press(fyne.KeyReturn).press(fyne.KeyReturn)
	want(t, d.said(), "Motion M-2026-01 is in debate.")
	d.types("Three spoke.")
	d.hall.at("8.09pm")
	d.press(fyne.KeyF4).types("12").press(fyne.KeyReturn).types("2").press(fyne.KeyReturn).types("1").press(fyne.KeyReturn)
	want(t, d.said(), "Motion M-2026-01 recorded: carried by 12 votes to 2 with 1 abstention.")
	d.press(fyne.KeyF6).types("book the hall").press(fyne.KeyReturn).types("zoe").press(fyne.KeyReturn).types("3 June").press(fyne.KeyReturn)
	want(t, d.said(), "Action A-2026-01 recorded.")
	d.types("That was all.")
	want(t, d.story(), "They were read. [AGREED: the minutes as a true record] The chair signed. [M-2026-01 Bus cuts] Three spoke. "+
		"[M-2026-01 carried by 12 votes to 2 with 1 abstention]  [ACTION: Zoë Okafor – book the hall – by 3 June] ")
	if err := d.Load(); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(d.story(), "] That was all.") {
		t.Error(d.story())
	}
	d.nothingWrong()
}

// command does what the menu item of that name does.
func (d *desk) command(name string) {
	d.t.Helper()
	for _, c := range d.place.Commands() {
		if c.Name == name {
			if !c.Do() {
				d.t.Fatalf("%s cannot be done now", name)
			}
			return
		}
	}
	d.t.Fatalf("no command is called %s", name)
}

func TestThePromptIsOneKeyAwayAndGivesTheCaretBack(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.types("Words.")
	d.line("i fraz")
	want(t, d.said(), "Callum Frazer is in at 7.58pm without a vote: in arrears.")
	want(t, d.place.prompt.field.Text, "")
	d.line("d to write").press(fyne.KeyEscape).types("More.")
	if err := d.Load(); err != nil {
		t.Fatal(err)
	}
	want(t, d.story(), "Words. [AGREED: to write] More.")
	d.press(fyne.KeyEscape, fyne.KeyUp, fyne.KeyUp)
	want(t, d.place.prompt.field.Text, "i fraz")
	d.nothingWrong()
}

func TestALineThatIsNotFinishedStaysInThePrompt(t *testing.T) {
	d := newLaptop(t, inSession(t)).line("v 12 2 1")
	want(t, d.place.prompt.field.Text, "v 12 2 1")
	want(t, d.said(), "")
	d.line("")
	want(t, d.place.prompt.text.Text(), "No motion is in debate. Say what the vote is on: v 12 2 1 on the question")
}

func TestTooManyVotesAskForANoteAndAreThenRecorded(t *testing.T) {
	d := newLaptop(t, busy(t))
	d.press(fyne.KeyF4).types("14").press(fyne.KeyReturn).types("2").press(fyne.KeyReturn).types("1").press(fyne.KeyReturn)
	if !d.place.form.isOpen() || d.said() != "" {
		t.Fatalf("recorded without a word: %s", d.said())
	}
	d.types("two arrived").press(fyne.KeyReturn)
	want(t, d.said(), "Motion M-2026-02 recorded: carried by 14 votes to 2 with 1 abstention.")
	want(t, d.held.votes[1].Note, "two arrived")
}

func (f *form) isOpen() bool { return f != nil }

func TestEscapeLeavesAFormAndLosesNothingThatWasWritten(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.types("Half a thought").press(fyne.KeyF5).types("never recorded").press(fyne.KeyEscape)
	if d.place.form != nil {
		t.Error("the form is still there")
	}
	d.types(" goes on")
	if err := d.Load(); err != nil {
		t.Fatal(err)
	}
	want(t, d.story(), "Half a thought goes on")
}

func TestEveryFunctionKeyReachesItsPlaceFromTheMinutes(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.press(fyne.KeyF2)
	if !d.place.room.door.Field().HasFocus() {
		t.Error("F2 is not at the door")
	}
	d.press(fyne.KeyF7).types("xxx150").press(fyne.KeyReturn)
	want(t, d.said(), "Apologies from Quiet Xxx150 noted.")
	d.press(fyne.KeyF1)
	if len(d.Opened) != 1 || d.Opened[0].Title != "Keys and letters of the meeting" {
		t.Errorf("F1 opened %d panels", len(d.Opened))
	}
}

func TestALineOfTheRegisterIsCorrectedWithEnter(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.Focus(d.place.room.list)
	d.press(fyne.KeyReturn)
	if len(d.Opened) != 1 {
		t.Fatal("Enter on a line opens nothing")
	}
	want(t, d.Opened[0].Title, "Adebayo Adeyemi")
}

func TestTheLockGivesItemBlockAndCaretBack(t *testing.T) {
	h := inSession(t)
	d := newLaptop(t, h)
	d.types("Members noted ")
	d.line("d to write").press(fyne.KeyEscape).types("the closing date").press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	kept := d.place.Caret()
	d.place.Leave()
	again := newDesk(t, h, fyne.NewSize(1162, 620), "light", 100)
	again.place.RestoreCaret(kept)
	again.types("old ")
	if err := again.Load(); err != nil {
		t.Fatal(err)
	}
	want(t, again.story(), "Members noted  [AGREED: to write] the closing old date")
}

func TestComingBackFindsItemAndCaretWhereTheyWere(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.types("One two")
	d.place.Leave()
	d.place.Visit(place.Route{Place: Name, ID: string(d.meetingID)})
	d.place.Refresh()
	d.Focus(d.place.FirstFocus())
	d.types(" three")
	if err := d.Load(); err != nil {
		t.Fatal(err)
	}
	want(t, d.story(), "One two three")
}

func TestSomebodyElsesChangeLeavesTheWordsBeingTypedAlone(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.types("Half a ")
	err := d.hall.book.Change("note", func(tx *book.Tx) error {
		return tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), Last: "New", Status: data.Guest})
	})
	if err != nil {
		t.Fatal(err)
	}
	d.place.Refresh()
	d.types("sentence")
	if err := d.Load(); err != nil {
		t.Fatal(err)
	}
	want(t, d.story(), "Half a sentence")
}

func TestUndoOfARecordJoinsTheTextAgainOnScreen(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.types("Words")
	d.line("d to write")
	if _, err := d.hall.book.Undo(); err != nil {
		t.Fatal(err)
	}
	d.place.Refresh()
	want(t, d.story(), "Words")
	if n := len(d.place.minutes.editors); n != 1 {
		t.Errorf("%d texts are shown", n)
	}
	d.nothingWrong()
}

func TestLooseEndsAreShownBeforeClosingAndNeverKeepItOpen(t *testing.T) {
	d := newLaptop(t, busy(t)).line("x")
	if len(d.Opened) != 1 || !strings.Contains(d.Opened[0].Title, "loose ends") {
		t.Fatal("nothing was shown")
	}
	d.Focus(d.Opened[0].First)
	d.Opened[0].First.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, d.said(), "The meeting was closed at 8.12pm.")
}

func TestTheAgendaIsWalkedWithKeys(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.Focus(d.place.agenda.list)
	d.press(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn)
	want(t, d.Item.Heading, "Minutes of the last meeting")
	want(t, d.place.agenda.list.AccessibilityLabel(), "Item 2, Minutes of the last meeting, since 7.58pm")
	if !d.atCurrent() {
		t.Error("Enter did not take the item up")
	}
	d.place.agenda.choose(4)
	if d.place.minutes.here.Hidden {
		t.Error("an item that was tapped cannot be taken up")
	}
}

func TestTheClockMovesWithoutReadingTheBook(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.hall.at("8.20pm")
	d.place.Tick()
	want(t, d.place.head.clock.Text(), "8.20pm")
	want(t, d.place.minutes.left.AccessibilityLabel(), "3 min left")
}
