package session

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

// desk is the place in a window of the test driver, with its keys joined as the program joins them.
type desk struct {
	*hall
	*placetest.Shell
	place *Place
	win   fyne.Window
}

// Focus moves the caret for real.
func (d *desk) Focus(f fyne.Focusable) {
	d.Shell.Focus(f)
	if d.win != nil && f != nil {
		d.win.Canvas().Focus(f)
	}
}

// Go, Open and the rest are the test shell's; said is the last line of the undo bar.
func (d *desk) said() string {
	if len(d.Said) == 0 {
		return ""
	}
	return d.Said[len(d.Said)-1]
}

func newDesk(t *testing.T, h *hall, size fyne.Size, scheme parts.Scheme, percent int) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(scheme, percent))
	d := &desk{hall: h, Shell: &placetest.Shell{}}
	d.place = New(Deps{Book: h.book, Shell: d, Now: h.now})
	d.hall.Model = d.place.model
	d.place.Visit(place.Route{Place: Name, ID: string(h.meetingID)})
	d.win = test.NewTempWindow(t, d.place.View())
	d.win.SetPadded(false)
	d.win.Resize(size)
	var keys place.Keys
	commands := place.Commands(d.place.Commands())
	keys.Place(place.KeyTakerFunc(func(ev *fyne.KeyEvent) bool { return d.place.TypedKey(ev) || commands.TypedKey(ev) }))
	d.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys.TypedKey(ev) })
	d.Focus(d.place.FirstFocus())
	return d
}

// desktop is what a laptop of 1366 leaves beside the rail.
func newLaptop(t *testing.T, h *hall) *desk {
	return newDesk(t, h, fyne.NewSize(1162, 620), parts.Light, 100)
}

// types types letters where the caret is.
func (d *desk) types(text string) *desk {
	for _, r := range text {
		d.win.Canvas().Focused().TypedRune(r)
	}
	return d
}

func (d *desk) press(names ...fyne.KeyName) *desk {
	for _, name := range names {
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
	return d
}

// line types a line into the prompt from wherever the caret is, and Enter.
func (d *desk) line(text string) *desk {
	d.t.Helper()
	if !d.place.prompt.field.HasFocus() {
		d.press(fyne.KeyEscape)
	}
	if !d.place.prompt.field.HasFocus() {
		d.t.Fatalf("Escape does not reach the prompt: the caret is in %T", d.win.Canvas().Focused())
	}
	return d.types(text).press(fyne.KeyReturn)
}

func (d *desk) nothingWrong() {
	d.t.Helper()
	for _, err := range d.Problems {
		d.t.Errorf("problem: %v", err)
	}
}

// picture leaves the window as a PNG in the folder that BRANCHBOOK_LOOK names, for people to look at.
func (d *desk) picture(name string) {
	d.t.Helper()
	folder := os.Getenv("BRANCHBOOK_LOOK")
	if folder == "" {
		return // drawing it takes a second, and proves nothing that a person does not see
	}
	image := d.win.Canvas().Capture()
	f, err := os.Create(filepath.Join(folder, "session-"+name+".png"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image); err != nil {
		d.t.Fatal(err)
	}
}

// busy is an evening with something of everything.
func busy(t *testing.T) *hall {
	h := inSession(t).at("8.00pm")
	h.do(h.ComeIn(h.find("fraz"), h.moment()))
	h.do(h.AddGuest("Cllr Amy Stone, Riverside branch", h.moment()))
	if _, err := h.Write(h.Blocks[0].ID, "Tomasz Wiśniewski moved a motion on the library, asking the council to keep Canalside Library open on Saturdays. Members noted that the consultation closes on 12 June and that the friends’ group can staff the desk from 10am to 1pm."); err != nil {
		t.Fatal(err)
	}
	tom, sian := h.find("tomasz"), h.find("llew")
	h.do(h.Move(MotionDraft{Title: "Saturday opening at Canalside Library", Text: "This branch asks the council to keep Canalside Library open on Saturdays.", Mover: tom, Seconder: sian}))
	v := h.Vote(h.debated())
	v.For, v.Against, v.Abstained, v.Typed = 13, 1, 1, true
	h.at("8.09pm")
	h.do(h.RecordVote(v))
	h.do(h.Decide("public meeting on the library, week of 8 June"))
	h.do(h.Act(ActionDraft{Text: "book hall", Owner: h.find("zoe")}))
	h.do(h.Move(MotionDraft{Title: "Safer crossings on Mill Lane", Text: "This branch notes two collisions at the Mill Lane junction since January. It asks the city council to install a signalled crossing there, and to extend the 20 mph zone along Canal Street before September 2026.", Mover: h.find("tokar"), Seconder: h.find("carri")}))
	h.at("8.12pm")
	if err := h.Load(); err != nil {
		t.Fatal(err)
	}
	return h
}

func TestTheMeetingLooksAsItWasDrawn(t *testing.T) {
	for _, look := range []struct {
		name    string
		size    fyne.Size
		scheme  parts.Scheme
		percent int
	}{
		{"light", fyne.NewSize(1162, 620), parts.Light, 100}, {"dark", fyne.NewSize(1162, 620), parts.Dark, 100},
		{"150", fyne.NewSize(1258, 588), parts.Light, 150}, {"200", fyne.NewSize(1222, 560), parts.Light, 200},
		{"contrast", fyne.NewSize(1162, 620), parts.Contrast, 100}, {"small", fyne.NewSize(820, 540), parts.Light, 100},
	} {
		t.Run(look.name, func(t *testing.T) {
			d := newDesk(t, busy(t), look.size, look.scheme, look.percent)
			if least := d.place.View().MinSize(); least.Width > 1100 || least.Height > 620 {
				t.Errorf("it insists on %v", least)
			}
			d.picture(look.name)
			d.press(fyne.KeyEscape).types("v 12 2 1").picture(look.name + "-prompt")
			d.press(fyne.KeyEscape, fyne.KeyF2).types("oka").picture(look.name + "-door")
			d.press(fyne.KeyEscape, fyne.KeyF4).types("14").press(fyne.KeyReturn).types("2").press(fyne.KeyReturn).types("1").picture(look.name + "-vote")
			d.press(fyne.KeyEscape, fyne.KeyF3).picture(look.name + "-motion")
			d.press(fyne.KeyEscape, fyne.KeyF7).picture(look.name + "-apologies")
			d.nothingWrong()
			if strings.Contains(d.said(), "recorded") {
				t.Errorf("something was recorded by looking: %s", d.said())
			}
		})
	}
}
