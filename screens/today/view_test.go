package today

import (
	"image/png"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

// hall is the window that the place stands in.
type hall struct {
	placetest.Shell
	desk    *desk
	place   *Place
	window  fyne.Window
	fails   error
	planned int
}

func (h *hall) StartNow() (data.MeetingID, error) { return "now", h.fails }

func (h *hall) PlanNext() (data.MeetingID, error) {
	h.planned++
	return "next", h.fails
}

func (d *desk) stand(scheme parts.Scheme, percent int) *hall {
	d.t.Helper()
	test.NewTempApp(d.t).Settings().SetTheme(parts.NewTheme(scheme, percent))
	h := &hall{desk: d}
	h.place = New(Deps{Book: d.book, Shell: h, Planner: h, Copies: d.copies, Now: d.m.now})
	h.place.Refresh()
	h.window = test.NewTempWindow(d.t, parts.Layers(parts.NewPlate(parts.ColorPaper), h.place.View()))
	h.window.SetPadded(false)
	h.window.Resize(fyne.NewSize(1162, 620))
	return h
}

// picture writes the window to a PNG when BRANCHBOOK_PICTURES names a folder.
func (h *hall) picture(name string) {
	dir := os.Getenv("BRANCHBOOK_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(dir + "/" + name + ".png")
	if err == nil {
		err = png.Encode(f, h.window.Canvas().Capture())
		f.Close()
	}
	h.desk.must(err)
}

// busy is a desk where much waits, under the longest of names.
func busy(t *testing.T) *desk {
	d := newDesk(t)
	d.members(199)
	d.meeting(day(2026, 4, 9), closed)
	d.meeting(day(2026, 5, 14), func(m *data.Meeting) { m.Venue = strings.Repeat("Canalside Community Hall, Lock Road ", 5) })
	d.action(strings.Repeat("ask the council about the leaflets and the library ", 4), day(2026, 5, 1))
	d.action("hall key", day(2026, 5, 2))
	d.change(func(tx *book.Tx) error {
		return tx.Bodies.Put(data.Body{ID: data.BodyID(tx.NewID()), Name: data.GeneralCommittee})
	})
	d.copies.made = at(2026, 5, 1, 21, 12)
	return d
}

func TestThePageFitsTheLaptopAtEveryTextSize(t *testing.T) {
	for name, d := range map[string]*desk{"today": busy(t), "first": newDesk(t)} {
		for _, percent := range []int{100, 150, 200} {
			h := d.stand(parts.Light, percent)
			if least := h.place.View().MinSize(); least.Width > 1100 || least.Height > 620 {
				t.Errorf("%s at %d%% needs %v", name, percent, least)
			}
			h.picture(name + map[int]string{100: "", 150: "-150", 200: "-200"}[percent])
		}
	}
	busy(t).stand(parts.Dark, 100).picture("today-dark")
}

func (h *hall) do(name string) {
	h.desk.t.Helper()
	for _, c := range h.place.Commands() {
		if c.Name == name {
			c.Do()
			return
		}
	}
	h.desk.t.Fatalf("no command %q", name)
}

func TestAMeetingIsStartedOrPlannedWithOneKey(t *testing.T) {
	h := busy(t).stand(parts.Light, 100)
	h.do("Start a meeting now")
	want(t, h.Went[0], place.Route{Place: "session", ID: "now"})
	h.do("Plan the next meeting")
	want(t, h.Went[1], place.Route{Place: "meetings", ID: "next"})
	h.fails = data.NewProblem("The disk is full.", nil)
	h.do("Start a meeting now")
	want(t, len(h.Problems), 1)
	want(t, len(h.Went), 2)
}

// press goes through everything that Tab reaches, and presses each with this label.
func (h *hall) press(label string) {
	h.desk.t.Helper()
	h.window.Canvas().Focus(h.place.FirstFocus())
	for range 40 {
		b, ok := h.window.Canvas().Focused().(*parts.Button)
		if ok && b.Label() == label {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			return
		}
		h.window.Canvas().FocusNext()
	}
	h.desk.t.Fatalf("Tab reaches no %q", label)
}

func TestEveryDutyLeadsSomewhereByKeyboard(t *testing.T) {
	d := busy(t)
	h := d.stand(parts.Light, 100)
	for _, x := range d.load().Duties {
		before := len(h.Went)
		h.press(x.Do.Label)
		if len(h.Went) == before {
			t.Errorf("%q leads nowhere", x.Title)
		}
	}
	h.press("Back up now")
	want(t, d.copies.asked, 1)
	h.press("Elections and ballots")
	want(t, h.Went[len(h.Went)-1], place.Route{Place: "election"})
}

func TestTheFirstStepsLeadWhereTheyAreDone(t *testing.T) {
	h := newDesk(t).stand(parts.Light, 100)
	h.press("Choose the list")
	want(t, h.Went[0], place.Route{Place: "members", Tab: "import"})
	h.press("Plan a meeting")
	want(t, h.planned, 1)
	h.press("Look at the rules")
	want(t, h.Went[2], place.Route{Place: "settings", Tab: "rules"})
	h.press("Start now")
	want(t, h.Went[3], place.Route{Place: "session", ID: "now"})
}

func TestThePageOfAnEmptyBookGivesWayOnceItIsInUse(t *testing.T) {
	d := newDesk(t)
	h := d.stand(parts.Light, 100)
	want(t, h.place.desk.view.Visible(), false)
	d.members(3)
	d.meeting(day(2026, 5, 14), nil)
	h.place.Refresh()
	want(t, h.place.welcome.view.Visible(), false)
	want(t, h.place.desk.title.Text(), "Ordinary meeting, Thursday 14 May, 7.30pm")
}
