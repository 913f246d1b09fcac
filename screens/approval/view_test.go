package approval

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

// drawer remembers whose minutes were to be printed.
type drawer struct{ printed []data.MeetingID }

func (d *drawer) Minutes(meeting data.MeetingID, then func(data.Paper, error)) {
	d.printed = append(d.printed, meeting)
	then(data.Paper{File: "minutes.docx"}, nil)
}

// room is the place in a window, at the meeting of 9 July.
type room struct {
	*desk
	p      *Place
	shell  *placetest.Shell
	drawer *drawer
	win    fyne.Window
}

func newRoom(t *testing.T) *room {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	r := &room{desk: newDesk(t), shell: &placetest.Shell{}, drawer: &drawer{}}
	r.p = New(Deps{Book: r.book, Shell: r.shell, Papers: r.drawer, Now: r.desk.m.now})
	r.m = r.p.m
	r.win = test.NewWindow(r.p.View())
	r.win.SetPadded(false)
	r.win.Resize(fyne.NewSize(1162, 620))
	t.Cleanup(r.win.Close)
	r.p.Visit(place.Route{Place: Name, ID: string(r.agm), Tab: string(r.july)})
	return r
}

// press types a key, which must be a command that can be done now.
func (r *room) press(key place.Key) {
	r.t.Helper()
	for _, c := range r.p.Commands() {
		if c.Key == key {
			if !c.Do() {
				r.t.Fatalf("%s cannot be done: %s", key, c.Name)
			}
			return
		}
	}
	r.t.Fatalf("%s does nothing", key)
}

// panel is the form that is open.
func (r *room) panel() *place.Panel {
	r.t.Helper()
	if len(r.shell.Opened) != 1 {
		r.t.Fatalf("%d forms are open", len(r.shell.Opened))
	}
	return r.shell.Opened[0]
}

// find returns the first thing of a sort in a tree of widgets that is.
func find[T any](o fyne.CanvasObject, is func(T) bool) (found T, ok bool) {
	if x, right := o.(T); right && is(x) {
		return x, true
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, c := range inside {
		if found, ok = find(c, is); ok {
			return found, true
		}
	}
	return found, false
}

func (r *room) tap(in fyne.CanvasObject, label string) {
	r.t.Helper()
	b, ok := find(in, func(b *parts.Button) bool { return b.Label() == label })
	if !ok {
		r.t.Fatalf("no button %q", label)
	}
	test.Tap(b)
}

func (r *room) step(title string) parts.Step {
	r.t.Helper()
	for _, s := range r.m.Steps {
		if s.Title == title {
			return s
		}
	}
	r.t.Fatalf("no step %q in %v", title, r.m.Steps)
	return parts.Step{}
}

func TestEnterApprovesAtTheMeetingAndThenSigns(t *testing.T) {
	r := newRoom(t)
	want(t, r.step("Presented").When, "now")
	want(t, r.p.FirstFocus(), fyne.Focusable(r.p.view.next))
	want(t, r.p.view.next.Label(), "Approve as a true record")
	r.win.Canvas().Focus(r.p.view.next)
	r.p.view.next.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, strings.Join(r.shell.Said, ""), "The minutes of 11 June approved as a true record.")
	want(t, r.p.view.next.Label(), "Signed by the chair…")
	r.press(place.Alt(fyne.KeyS))
	want(t, r.panel().Title, "Signed by the chair")
	r.tap(r.panel().Content, "Sign and lock")
	want(t, r.m.State(), data.MinutesSigned)
	want(t, r.m.held.Approval.SignedBy, r.people["Dunne"])
	want(t, r.m.held.Approval.Signed, data.MustDate(2026, 7, 9))
	want(t, r.m.Mark.Text, "Signed and locked")
	want(t, r.p.view.next.Label(), "Add a correction")
}

func TestACorrectionIsMadeInItsForm(t *testing.T) {
	r := newRoom(t)
	r.press(place.Alt(fyne.KeyA))
	editor, ok := find(r.panel().Content, func(e *parts.Editor) bool { return strings.Contains(e.Text, "£1,561.16") })
	if !ok {
		t.Fatal("the text of the minutes is not offered")
	}
	editor.SetText("Balance £1,516.16. Received and noted.")
	r.tap(r.panel().Content, "Add the correction")
	want(t, len(r.shell.Opened), 0)
	want(t, r.m.Corrections[0].Text, "Item 2: £1,516.16 not £1,561.16")
	want(t, r.p.view.next.Label(), "Approve as amended")
	marked := false
	for _, l := range r.m.Page {
		for i, run := range l.Runs {
			marked = marked || i > 0 && run.Text == "£1,516.16" && run.Change == parts.Added
		}
	}
	want(t, marked, true)
	want(t, r.m.Stamp.String(), "DRAFT, subject to approval")
	out, ok := find(r.p.View(), func(b *parts.Button) bool { return b.AccessibilityLabel() == "Take out correction 1" })
	want(t, ok, true)
	test.Tap(out)
	want(t, len(r.m.Corrections), 0)
}

func TestAnEmptyCorrectionIsRefusedInItsForm(t *testing.T) {
	r := newRoom(t)
	r.press(place.Alt(fyne.KeyA))
	r.tap(r.panel().Content, "Add the correction")
	want(t, len(r.shell.Opened), 1)
	_, ok := find(r.panel().Content, func(x *parts.Text) bool { return strings.HasPrefix(x.Text(), "The text is as it was") })
	want(t, ok, true)
}

func TestTheDraftIsCirculatedAndHeldOver(t *testing.T) {
	r := newRoom(t)
	r.press(place.Alt(fyne.KeyC))
	number, _ := find(r.panel().Content, func(*parts.NumberField) bool { return true })
	number.SetText("188")
	r.tap(r.panel().Content, "Record as circulated")
	want(t, r.step("Circulated").When, "9 July, 188 emails")
	r.press(place.Alt(fyne.KeyH))
	why, _ := find(r.panel().Content, func(f *parts.Field) bool { return f.PlaceHolder == "Page 2 was missing" })
	why.SetText("page 2 was missing")
	r.tap(r.panel().Content, "Hold over")
	want(t, r.step("Held over").Text, "page 2 was missing")
	want(t, r.minutes(r.july).Items[1].Parts[0].Text, "The minutes of the annual general meeting held on 11 June 2026 were held over: page 2 was missing.")
}

func TestEscapeGoesBackToWhereTheMinutesCameUp(t *testing.T) {
	r := newRoom(t)
	r.p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	want(t, r.shell.Went[0], place.Route{Place: "session", ID: string(r.july)})
	r.p.Visit(place.Route{Place: Name, ID: string(r.agm)})
	r.p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	want(t, r.shell.Went[1], place.Route{Place: "meetings", ID: string(r.agm)})
}

func TestMinutesArePrintedFromHere(t *testing.T) {
	r := newRoom(t)
	r.press(place.Ctrl(fyne.KeyP))
	want(t, r.drawer.printed[0], r.agm)
}

func TestUndoBringsTheDraftBackWhole(t *testing.T) {
	r := newRoom(t)
	r.says(r.m.Replace(r.balance, "Balance £1,516.16. Received and noted."))
	before := r.minutes(r.july)
	r.says(r.m.Approve(r.m.Usual()))
	_, err := r.book.Undo()
	must(t, err)
	want(t, r.minutes(r.agm).Items[1].Parts[0].Text, "Balance £1,561.16. Received and noted.")
	want(t, len(r.minutes(r.july).Items[1].Parts), len(before.Items[1].Parts))
	must(t, r.m.Load())
	want(t, r.m.State(), data.MinutesDraft)
	want(t, len(r.m.Corrections), 1)
}

func TestARecordIsPutRightToo(t *testing.T) {
	r := newRoom(t)
	var block data.BlockID
	for _, x := range r.m.Texts() {
		if x.Text == "pay the hall £40" {
			block = x.Block
		}
	}
	r.says(r.m.Replace(block, "pay the hall £45"))("Correction 1 added to the minutes of 11 June.")
	r.says(r.m.Approve("", data.MustDate(2026, 7, 9)))
	want(t, r.evening(r.agm).Decisions[r.decision].Text, "pay the hall £45")
}

func TestAMeetingThatIsNotClosedHasNoMinutesToApprove(t *testing.T) {
	r := newRoom(t)
	must(t, r.m.Open(r.july, ""))
	_, err := r.m.Approve("", data.MustDate(2026, 7, 9))
	refused(t, err, "The meeting is not closed")
}

func TestThePlaceFitsWhatALaptopLeaves(t *testing.T) {
	r := newRoom(t)
	for _, percent := range []int{100, 150, 200} {
		fyne.CurrentApp().Settings().SetTheme(parts.NewTheme(parts.Light, percent))
		for _, size := range []fyne.Size{fyne.NewSize(1162, 620), fyne.NewSize(952, 570)} {
			r.win.Resize(size)
			if least := r.p.View().MinSize(); percent == 100 && (least.Width > size.Width || least.Height > size.Height) {
				t.Errorf("at %d%% it needs %v of %v", percent, least, size)
			}
		}
	}
}
