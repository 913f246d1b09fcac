package meetings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// letters gives one member a postal address and no e-mail, and one neither.
func (d *desk) letters() {
	d.change(func(tx *book.Tx) error {
		for _, p := range []data.Person{
			{ID: data.PersonID(tx.NewID()), First: "Dorothy", Last: "Archer", Status: data.Member, Joined: day(2020, 1, 2), Address: []string{"8 Spindle Street"}},
			{ID: data.PersonID(tx.NewID()), First: "Derek", Last: "Barlow", Status: data.Member, Joined: day(2020, 1, 2), Email: "derek at example"},
		} {
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestBeforeAPaperIsWrittenItSaysWhomItNames(t *testing.T) {
	d := newDesk(t, monday())
	d.letters()
	d.plan()
	card, err := d.m.PapersBefore()
	d.must(err)
	want(t, card.SignIn, "Lists 2 members by name, with who can vote: private.")
	want(t, card.Mail, "0 addresses in BCC, 1 letter by post.")
	want(t, card.Post, "By post: Dorothy Archer.")
	want(t, card.Labels, "1 label for those without an e-mail address.")
	want(t, strings.Join(card.Warnings, " "), "Neither e-mail nor address: Derek Barlow. E-mail address cannot be right: Derek Barlow.")
	want(t, card.Agenda, "10 items.")
}

func TestHowToGetInIsKnownForAHallThatWasUsedBefore(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.SetAccess(" ring the\nside bell "))
	first := d.m.Open
	d.plan()
	d.must(d.m.Load())
	want(t, d.m.Open != first, true)
	want(t, d.m.Plan.Access, "ring the side bell")
	want(t, strings.Contains(d.m.Plan.Notice.Text, "Getting in: ring the side bell."), true)
	d.must(d.m.SetVenue("The Boathouse"))
	d.must(d.m.Load())
	want(t, d.m.Plan.Access, "")
	d.must(d.m.SetVenue("canalside community hall"))
	d.must(d.m.Load())
	want(t, d.m.Plan.Access, "ring the side bell")
}

func TestHowToGetInStaysWhenTheNameOfTheHallIsCorrected(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.SetAccess("ring the side bell"))
	d.must(d.m.SetVenue("Canalside Community Centre"))
	d.must(d.m.Load())
	want(t, d.m.Plan.Access, "ring the side bell")
}

func TestEachPaperHasItsButtonInThePanel(t *testing.T) {
	d := newDesk(t, monday())
	d.letters()
	planned := d.plan()
	h := d.stand(parts.Light, 100)
	h.open(planned)
	for _, name := range []string{"Notice", "Agenda", "Sign-in sheet", "E-mail", "Calendar", "Labels"} {
		want(t, h.do("Papers before the meeting…"), true)
		pressed(t, h, name)
	}
	want(t, strings.Join(h.wrote, "; "), "notice; agenda; sign-in sheet, numbers true; e-mail; calendar; labels, 21 to a sheet")
	for _, name := range []string{"Export the notice", "Export the agenda", "Export the calendar entry"} {
		want(t, h.do(name), true)
	}
	want(t, len(h.wrote), 9)
}

// pressed taps the button of that label in the panel that was opened last.
func pressed(t *testing.T, h *hall, label string) {
	t.Helper()
	b := buttonIn(h.Opened[len(h.Opened)-1].Content, label)
	if b == nil {
		t.Fatalf("no button %q in the panel", label)
	}
	test.Tap(b)
}

func buttonIn(o fyne.CanvasObject, label string) *parts.Button {
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *parts.Button:
		if o.Label() == label {
			return o
		}
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, c := range inside {
		if b := buttonIn(c, label); b != nil {
			return b
		}
	}
	return nil
}
