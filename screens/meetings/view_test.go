package meetings

import (
	"fmt"
	"image/png"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

// hall is the window that the place stands in: it follows routes within the place, and moves the caret.
type hall struct {
	placetest.Shell
	desk      *desk
	place     *Place
	window    fyne.Window
	copied    string
	wrote     []string
	paper     data.Paper
	paperFail error
}

func (h *hall) Go(r place.Route) {
	h.Shell.Go(r)
	if r.Place == "meetings" {
		h.place.Leave()
		h.place.Visit(r)
		h.place.Refresh()
	}
}

func (h *hall) Focus(f fyne.Focusable) { h.window.Canvas().Focus(f) }

func (h *hall) SetContent(s string) { h.copied = s }

func (h *hall) Minutes(_ data.MeetingID, then func(data.Paper, error)) { h.write("minutes", then) }

func (h *hall) Attendance(_ data.MeetingID, then func(data.Paper, error)) {
	h.write("attendance", then)
}

func (h *hall) Notice(_ data.MeetingID, then func(data.Paper, error))   { h.write("notice", then) }
func (h *hall) Agenda(_ data.MeetingID, then func(data.Paper, error))   { h.write("agenda", then) }
func (h *hall) Mail(_ data.MeetingID, then func(data.Paper, error))     { h.write("e-mail", then) }
func (h *hall) Calendar(_ data.MeetingID, then func(data.Paper, error)) { h.write("calendar", then) }

func (h *hall) SignIn(_ data.MeetingID, numbers bool, then func(data.Paper, error)) {
	h.write(fmt.Sprintf("sign-in sheet, numbers %t", numbers), then)
}

func (h *hall) Labels(_ data.MeetingID, sheet string, then func(data.Paper, error)) {
	h.write("labels, "+sheet, then)
}

func (h *hall) LabelSheets() []string { return []string{"21 to a sheet", "14 to a sheet"} }

func (h *hall) PublicMinutes(_ data.MeetingID, then func(data.Paper, error)) { h.write("public", then) }

func (h *hall) Extract(_ data.MeetingID, of data.ID, then func(data.Paper, error)) {
	h.write("extract of "+string(of), then)
}

func (h *hall) AnnualReport(p data.Period, then func(data.Paper, error)) {
	h.write("report "+p.String(), then)
}

func (h *hall) write(kind string, then func(data.Paper, error)) {
	h.wrote = append(h.wrote, kind)
	then(h.paper, h.paperFail)
}

// stand puts the place into a window as wide and high as the laptop leaves it.
func (d *desk) stand(scheme parts.Scheme, percent int) *hall {
	d.t.Helper()
	app := test.NewTempApp(d.t)
	app.Settings().SetTheme(parts.NewTheme(scheme, percent))
	h := &hall{desk: d}
	h.place = New(Deps{Book: d.book, Shell: h, Papers: h, Clipboard: h, Now: d.m.now})
	h.place.Refresh()
	h.window = test.NewTempWindow(d.t, parts.Layers(parts.NewPlate(parts.ColorPaper), h.place.View()))
	h.window.SetPadded(false)
	h.window.Resize(fyne.NewSize(1162, 620))
	return h
}

func (h *hall) open(id data.MeetingID) { h.Go(place.Route{Place: "meetings", ID: string(id)}) }

// do runs a command of the menu.
func (h *hall) do(name string) bool {
	h.desk.t.Helper()
	for _, c := range h.place.Commands() {
		if c.Name == name {
			return c.Do()
		}
	}
	h.desk.t.Fatalf("no command %q", name)
	return false
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

// full is a desk with a meeting held, one planned, and motions of all sorts under the longest of names.
func full(t *testing.T) (d *desk, held, planned data.MeetingID) {
	d = newDesk(t, monday())
	held = d.hold()
	planned = d.plan()
	d.motion("M-2026-05", strings.Repeat("Safer crossings on Mill Lane and everywhere else ", 4), day(2026, 5, 20))
	d.must(d.m.PutOnAgenda(d.motion("M-2026-04", "Saturday opening, library", day(2026, 5, 20))))
	d.must(d.m.SetVenue(strings.Repeat("Canalside Community Hall, Lock Road ", 6)))
	d.must(d.m.RenameItem(d.m.Plan.Agenda[3].id, strings.Repeat("Correspondence with the council ", 6)))
	return d, held, planned
}

func TestThePlaceFitsTheLaptopAtEveryTextSize(t *testing.T) {
	d, held, planned := full(t)
	for _, percent := range []int{100, 150, 200} {
		h := d.stand(parts.Light, percent)
		for name, id := range map[string]data.MeetingID{"list": "", "plan": planned, "minutes": held} {
			h.open(id)
			h.window.Resize(fyne.NewSize(1162, 620))
			least := h.place.View().MinSize()
			if least.Width > 1162 || least.Height > 620 {
				t.Errorf("the %s at %d%% needs %v", name, percent, least)
			}
			h.picture(name + map[int]string{100: "", 150: "-150", 200: "-200"}[percent])
		}
	}
	h := d.stand(parts.Dark, 100)
	h.open(planned)
	h.picture("plan-dark")
}

func TestAMeetingIsPlannedFromTheEmptyListByKeyboard(t *testing.T) {
	d := newDesk(t, monday())
	h := d.stand(parts.Light, 100)
	h.picture("empty")
	want(t, h.do("New meeting, or new item of the agenda"), true)
	want(t, h.place.Route().ID != "", true)
	h.do("New meeting, or new item of the agenda")
	focused, ok := h.window.Canvas().Focused().(*parts.Field)
	if !ok {
		t.Fatal("the caret is not in the heading of the new item")
	}
	want(t, focused.Text, "New item")
	focused.SetText("")
	test.Type(focused, "Guest speaker")
	h.do("Move the item up")
	want(t, strings.Contains(d.agendaOf(h), "Guest speaker; Any other business"), false)
	want(t, strings.Contains(d.agendaOf(h), "Guest speaker; Campaigns"), true)
	want(t, h.window.Canvas().Focused() == fyne.Focusable(focused), true)
	h.do("Remove the item")
	want(t, strings.Contains(d.agendaOf(h), "Guest speaker"), false)
	want(t, len(h.Problems), 0)
}

func (d *desk) agendaOf(h *hall) string {
	d.m.Open = h.place.m.Open
	return d.headings()
}

func TestADateIsStoredWhenTheCaretLeavesAndANonsenseOneIsSaidBesideTheField(t *testing.T) {
	d, _, planned := full(t)
	h := d.stand(parts.Light, 100)
	h.open(planned)
	date := h.place.plan.details.entries[0].field
	h.window.Canvas().Focus(h.place.plan.details.date.Field().(fyne.Focusable))
	date.SetText("31 June 2026")
	h.window.Canvas().Unfocus()
	want(t, h.place.plan.details.date.Error(), "This is no date. Type it as 14 May 2026.")
	h.place.Refresh()
	want(t, date.Text, "31 June 2026")
	h.window.Canvas().Focus(h.place.plan.details.date.Field().(fyne.Focusable))
	date.SetText("18/6/26")
	h.window.Canvas().Unfocus()
	want(t, h.place.plan.details.date.Error(), "")
	want(t, h.place.m.Plan.Date, day(2026, 6, 18))
	want(t, date.Text, "Thu 18 Jun 2026")
}

func TestWhatIsTypedIsKeptWhenTheSecretaryGoesElsewhere(t *testing.T) {
	d, _, planned := full(t)
	h := d.stand(parts.Light, 100)
	h.open(planned)
	venue := h.place.plan.details.entries[3].field
	h.window.Canvas().Focus(venue)
	venue.SetText("The Boathouse")
	h.Go(place.Route{Place: "meetings"})
	h.open(planned)
	want(t, h.place.m.Plan.Venue, "The Boathouse")
}

func TestAChairIsFoundByAFewLettersWithoutAccents(t *testing.T) {
	d, _, planned := full(t)
	h := d.stand(parts.Light, 100)
	h.open(planned)
	found := h.place.m.Match("okaf member12")
	want(t, len(found) > 0, true)
	chair := h.place.plan.details.entries[4].field
	h.window.Canvas().Focus(chair)
	chair.SetText("Nobody Atall")
	h.window.Canvas().Unfocus()
	want(t, h.place.m.Plan.Chair, "")
	chair.SetText(found[0].Name)
	h.window.Canvas().Focus(chair)
	h.window.Canvas().Unfocus()
	want(t, h.place.m.Plan.Chair, found[0].Name)
}

func TestTheNoticeIsCopiedAndMarkedAsSentToday(t *testing.T) {
	d, _, planned := full(t)
	h := d.stand(parts.Light, 100)
	h.open(planned)
	h.do("Copy the notice")
	want(t, strings.HasPrefix(h.copied, "Notice of ordinary meeting\nMillbrook & Canalside Branch"), true)
	h.do("Mark the notice as sent")
	want(t, h.place.m.Plan.Notice.Sent, day(2026, 5, 16))
	want(t, h.place.plan.notice.marked.Disabled(), true)
}

func TestTheMeetingIsStartedFromItsPlanAndFromTheList(t *testing.T) {
	d, held, planned := full(t)
	h := d.stand(parts.Light, 100)
	h.open(held)
	want(t, h.do("Go to the meeting"), false)
	h.open(planned)
	want(t, h.do("Go to the meeting"), true)
	want(t, h.Went[len(h.Went)-1], place.Route{Place: "session", ID: string(planned)})
	h.open("")
	want(t, h.place.list.register.Selected(), string(planned))
	want(t, h.do("Go to the meeting"), true)
	h.place.list.register.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	want(t, h.do("Go to the meeting"), false)
	h.place.list.register.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, h.place.Route().ID, string(held))
}

func TestPapersOfAClosedMeetingAreAskedForAndTheirProblemsShown(t *testing.T) {
	d, held, _ := full(t)
	h := d.stand(parts.Light, 100)
	h.open(held)
	h.paper = data.Paper{File: "minutes 2026-05-14.docx"}
	h.do("Export the minutes")
	want(t, h.Said[len(h.Said)-1], "minutes 2026-05-14.docx is written. It is entered in the sharing log.")
	h.paperFail = data.NewProblem("The stick is full.", nil)
	h.do("Export the attendance")
	want(t, len(h.Problems), 1)
	want(t, strings.Join(h.wrote, " "), "minutes attendance")
	h.do("Reopen for corrections")
	want(t, h.Went[len(h.Went)-1], place.Route{Place: "session", ID: string(held)})
}

func TestEveryFieldOfThePlanIsReachedByTab(t *testing.T) {
	d, _, planned := full(t)
	h := d.stand(parts.Light, 100)
	h.open(planned)
	h.window.Canvas().Focus(h.place.FirstFocus())
	seen := map[fyne.Focusable]bool{}
	for range 80 {
		seen[h.window.Canvas().Focused()] = true
		h.window.Canvas().FocusNext()
	}
	for _, r := range h.place.plan.agenda.rows {
		want(t, seen[r.heading.field], true)
	}
	want(t, seen[h.place.plan.notice.sentOn], true)
	want(t, seen[h.place.plan.start], true)
}

func TestANarrowWindowShowsOneColumnAtATimeAndLosesNothingTyped(t *testing.T) {
	d, _, planned := full(t)
	h := d.stand(parts.Light, 150)
	h.open(planned)
	v := h.place.plan
	want(t, v.tabs.Visible(), true)
	want(t, v.agenda.view.Visible(), true)
	want(t, v.notice.view.Visible() || v.details.view.Visible(), false)
	v.agenda.rows[0].heading.field.SetText("Welcome")
	v.tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	want(t, v.details.view.Visible(), true)
	want(t, v.agenda.view.Visible(), false)
	h.window.Resize(fyne.NewSize(1800, 900))
	want(t, v.tabs.Visible(), false)
	want(t, v.agenda.view.Visible() && v.notice.view.Visible(), true)
	h.place.Leave()
	want(t, h.place.m.Plan.Agenda[0].heading, "Welcome")
}

func TestTheListIsNarrowedAndBroughtBackByKeyboard(t *testing.T) {
	d, held, _ := full(t)
	h := d.stand(parts.Light, 100)
	h.place.FocusSearch()
	test.Type(h.window.Canvas().Focused(), "closed")
	want(t, len(h.place.m.Rows), 1)
	h.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	h.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, h.place.Route().ID, string(held))
	h.place.FocusSearch()
	h.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	want(t, len(h.place.m.Rows), 2)
}

func TestAMeetingTakenBackWhileItIsOpenLeavesTheList(t *testing.T) {
	d := newDesk(t, monday())
	h := d.stand(parts.Light, 100)
	h.do("New meeting, or new item of the agenda")
	_, err := d.book.Undo()
	d.must(err)
	h.place.Refresh()
	want(t, h.place.Route(), place.Route{Place: "meetings"})
	want(t, h.place.list.view.Visible(), true)
	want(t, len(h.Problems), 0)
}
