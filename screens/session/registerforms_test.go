package session

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/screens/parts"
)

// panel returns what the panel holds that is open, with the caret where the panel wants it.
func (d *desk) panel(title string) fyne.CanvasObject {
	d.t.Helper()
	if len(d.Opened) == 0 {
		d.t.Fatalf("no panel is open: %s is wanted", title)
	}
	p := d.Opened[len(d.Opened)-1]
	want(d.t, p.Title, title)
	d.win.SetContent(parts.Layers(parts.NewPlate(parts.ColorSurface), p.Content))
	d.win.Resize(fyne.NewSize(512, 560))
	d.win.Canvas().Focus(p.First)
	return p.Content
}

// shut wants every panel closed, and goes back to the place.
func (d *desk) shut() {
	d.t.Helper()
	if len(d.Opened) != 0 {
		d.t.Errorf("%s is still open", d.Opened[0].Title)
	}
	d.win.SetContent(d.place.View())
}

// tabs goes on so many fields.
func (d *desk) tabs(n int) *desk {
	for range n {
		d.win.Canvas().FocusNext()
	}
	return d
}

func (d *desk) run(command string) {
	d.t.Helper()
	for _, c := range d.place.Commands() {
		if c.Name != command {
			continue
		}
		if c.Enabled != nil && !c.Enabled() {
			d.t.Fatalf("%s cannot be asked for now", command)
		}
		c.Run()
		return
	}
	d.t.Fatalf("there is no command %s", command)
}

func TestTheOneNotRecordedIsNamedWithKeysAlone(t *testing.T) {
	h := inSession(t)
	h.comesIn("+")
	d := newLaptop(t, h)
	d.run("Name the one not recorded…")
	d.panel(notRecorded)
	d.types("xxx150").press(fyne.KeyReturn)
	want(t, d.said(), "The one not recorded was Quiet Xxx150, in at 7.58pm.")
	d.shut()
	if len(d.place.model.Unnamed()) != 0 {
		t.Error("still without a name")
	}
	d.nothingWrong()
}

func TestOfSeveralNotRecordedOneIsChosenFirst(t *testing.T) {
	h := inSession(t)
	h.do(h.ComeUnnamed(2, h.moment()))
	d := newLaptop(t, h)
	d.run("Name the one not recorded…")
	d.panel("Which one was it?")
	d.press(fyne.KeyReturn)
	d.panel(notRecorded)
	d.types("Amy Stone, Riverside branch").press(fyne.KeyReturn)
	want(t, d.said(), "The one not recorded was Amy Stone, in at 7.58pm.")
	d.shut()
}

func TestWhatIsRefusedStandsOnThePanel(t *testing.T) {
	h := inSession(t)
	h.comesIn("+")
	d := newLaptop(t, h)
	d.run("Name the one not recorded…")
	d.panel(notRecorded)
	d.types("zoe oka").press(fyne.KeyReturn)
	if len(d.Opened) != 1 || len(d.Said) != 0 {
		t.Errorf("the panel did not stay: %v", d.Said)
	}
}

func TestAnEveningIsCorrectedWithKeysAlone(t *testing.T) {
	h := inSession(t).at("8.10pm")
	h.comesIn("whit")
	h.at("8.40pm")
	h.comesIn("whit")
	d := newLaptop(t, h)
	jean := string(d.find("whit"))
	d.place.correct(jean)
	d.panel("Jean Whitcombe")
	f, ok := d.win.Canvas().Focused().(*parts.TimeField)
	if !ok {
		t.Fatalf("the caret is in %T", d.win.Canvas().Focused())
	}
	f.Put("7.45pm")
	d.tabs(2)
	d.win.Canvas().Focused().(*parts.TimeField).Put("8.00pm")
	d.pressButton("Correct")
	want(t, d.said(), "The register now has Jean Whitcombe in at 7.45pm.")
	d.shut()
	want(t, h.sheetRow("Whitcombe, Jean").Notes, "out 8.00pm to 8.40pm")
	d.place.correct(jean)
	d.panel("Jean Whitcombe")
	d.pressButton("Take off the register")
	want(t, d.said(), "Jean Whitcombe is off the register. Undo brings the lines back.")
	d.shut()
	d.nothingWrong()
}

// pressButton goes from field to field until the button of that name has the caret, and presses it.
func (d *desk) pressButton(name string) {
	d.t.Helper()
	for range 30 {
		if b, ok := d.win.Canvas().Focused().(*parts.Button); ok && strings.HasPrefix(b.AccessibilityLabel(), name) {
			d.press(fyne.KeyReturn)
			return
		}
		d.tabs(1)
	}
	d.t.Fatalf("Tab never reaches %s", name)
}

func TestWhoWasInTheRoomIsAskedByTypingATime(t *testing.T) {
	h := inSession(t).at("8.05pm")
	h.comesIn("xxx150")
	d := newLaptop(t, h)
	d.run("Who was in the room…")
	content := d.panel("Who was in the room")
	if !holds(content, "At 8.05pm 16 voters were in the room.") {
		t.Error("it does not begin with now")
	}
	f := d.win.Canvas().Focused().(*parts.TimeField)
	f.Put("")
	d.types("7.20pm").tabs(1)
	if !holds(content, "At 7.20pm 15 voters were in the room.") {
		t.Error("it does not say who was there at 7.20pm")
	}
}

// holds says whether some text on show reads so.
func holds(o fyne.CanvasObject, words string) bool {
	if text, ok := o.(*parts.Text); ok && text.Text() == words {
		return true
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	return slices.ContainsFunc(children, func(child fyne.CanvasObject) bool { return holds(child, words) })
}

func TestACountAndTheVenueAreTypedOnPanels(t *testing.T) {
	d := newLaptop(t, inSession(t))
	d.run("Count only, names not taken…")
	d.panel("Count only")
	d.types("22").press(fyne.KeyReturn)
	want(t, d.place.model.Head.Voters, "22 counted, names not taken")
	d.shut()
	d.run("Count only, names not taken…")
	d.panel("Count only")
	d.pressButton("Names were taken")
	want(t, d.place.model.Head.Voters, "15 voters in the room")
	d.shut()
	d.run("Move the venue…")
	d.panel("Move the venue")
	d.win.Canvas().Focused().(*parts.Field).Put("Library annexe")
	d.press(fyne.KeyReturn)
	want(t, d.said(), "The meeting is at Library annexe; it was called for Canalside Community Hall.")
	d.shut()
	d.nothingWrong()
}

func TestApologiesAreOpenedFromTheirRow(t *testing.T) {
	h := newHall(t)
	zoe := h.find("zoe oka")
	h.do(h.Apologise(zoe, "Ben Carrick"))
	d := newLaptop(t, h)
	d.place.correct(string(zoe))
	d.panel("Apologies from Zoë Okafor")
	d.win.Canvas().Focused().(*parts.Field).Put("Jean Whitcombe")
	d.press(fyne.KeyReturn)
	want(t, d.place.model.Room.Apologies[0].Why, "Jean Whitcombe")
	d.shut()
	d.place.correct(string(zoe))
	d.panel("Apologies from Zoë Okafor")
	d.pressButton("Take them back")
	if len(d.place.model.Room.Apologies) != 0 {
		t.Error("they are still noted")
	}
}

func TestThePanelsOfTheRegisterFitAtEveryTextSize(t *testing.T) {
	for percent, size := range map[int]fyne.Size{100: fyne.NewSize(1162, 620), 150: fyne.NewSize(1258, 588), 200: fyne.NewSize(1222, 560)} {
		h := inSession(t)
		h.do(h.ComeUnnamed(2, h.moment()))
		d := newDesk(t, h, size, parts.Light, percent)
		for name, open := range map[string]func(){
			"correction": func() { d.place.correct(string(h.find("zoe oka"))) }, "unnamed": func() { d.place.correct(h.Unnamed()[0].ID) },
			"room": d.place.roomPanel, "count": d.place.countPanel, "venue": d.place.venuePanel, "which": d.place.nameUnnamed,
		} {
			open()
			least := d.Opened[0].Content.MinSize()
			if least.Width > size.Width-32 || least.Height > size.Height-32 {
				t.Errorf("at %d%% the panel %s wants %v of %v", percent, name, least, size)
			}
			d.Opened = nil
		}
	}
}
