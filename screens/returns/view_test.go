package returns

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

// drawer remembers what was to be exported, and says that it was.
type drawer struct {
	wrote  []string
	order  Order
	sheets []data.TemplateSheet // of the template that is chosen
	err    error
	text   Text
	lacks  string // what a PDF cannot show
}

func (d *drawer) ExportTable(o Order, done func(data.Paper, error)) {
	d.order = o
	d.write(string(o.Kind), data.Paper{Kind: o.Kind, Version: 2, File: "return.xlsx"}, done)
}

func (d *drawer) ChooseTemplate(then func(string, []byte, []data.TemplateSheet, error)) {
	then("form.xlsx", []byte("PK"), d.sheets, d.err)
}

func (d *drawer) ExportText(t Text, done func(data.Paper, error)) {
	d.text = t
	d.write(string(t.Kind)+" "+string(t.Meeting), data.Paper{Kind: t.Kind, Version: 1}, done)
}

func (d *drawer) Unprintable(Text) string { return d.lacks }

func (d *drawer) write(what string, p data.Paper, done func(data.Paper, error)) {
	d.wrote = append(d.wrote, what)
	done(p, d.err)
}

// pad is a clipboard.
type pad struct{ text string }

func (p *pad) SetContent(s string) { p.text = s }

// desk is the place in a window.
type desk struct {
	*Place
	hall   *hall
	shell  *placetest.Shell
	drawer *drawer
	pad    *pad
	win    fyne.Window
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	d := &desk{hall: newHall(t, data.Delegates), shell: &placetest.Shell{}, drawer: &drawer{}, pad: &pad{}}
	d.Place = New(Deps{Book: d.hall.book, Keys: &place.Keys{}, Shell: d.shell, Now: d.hall.now, Papers: d.drawer, Clipboard: d.pad})
	d.win = test.NewWindow(d.View())
	d.win.SetPadded(false)
	d.win.Resize(fyne.NewSize(1162, 620))
	t.Cleanup(d.win.Close)
	d.Refresh()
	return d
}

func (d *desk) press(key place.Key) bool {
	for _, c := range d.Commands() {
		if c.Key == key {
			return c.Do()
		}
	}
	return false
}

var ctrlS = place.Key{Name: fyne.KeyS, Mod: fyne.KeyModifierShortcutDefault}

func TestCtrlSExportsWhatIsShown(t *testing.T) {
	d := newDesk(t)
	want(t, d.press(ctrlS), false)
	d.hall.delegates(2)
	d.hall.meeting()
	d.Refresh()
	want(t, d.press(ctrlS), true)
	d.Visit(place.Route{Place: name, Tab: "minutes"})
	d.Refresh()
	want(t, d.press(ctrlS), true)
	want(t, strings.Join(d.drawer.wrote, ", "), "delegate return, minutes "+string(d.hall.held))
	want(t, d.shell.Said[0], "Delegate return, version 2, exported as return.xlsx. It is yours to send.")
}

func TestAColumnThatIsTickedIsExportedWithTheRest(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(2)
	d.Refresh()
	d.view.checks["email"].Tapped(nil)
	want(t, d.press(ctrlS), true)
	want(t, strings.Join(d.model.Preview.doc.Keys(), " "), "no class first last email elected how notes")
	want(t, d.drawer.order.Table.Body, d.hall.body)
	want(t, d.view.lock.Visible(), true)
}

func TestAnExportThatFailsIsAProblem(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(1)
	d.Refresh()
	d.drawer.err = data.NewProblem("The disk is full.", nil)
	d.press(ctrlS)
	want(t, len(d.shell.Problems), 1)
	want(t, len(d.shell.Said), 0)
}

func TestTheCoveringNoteIsCopied(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(1)
	d.Refresh()
	d.view.note.Tapped(nil)
	want(t, strings.HasPrefix(d.pad.text, "Dear Ruth Gallagher,"), true)
}

func TestACardIsShownByATapOrItsButton(t *testing.T) {
	d := newDesk(t)
	d.hall.meeting()
	d.Refresh()
	d.view.cards[AttendanceReturn].Tapped(nil)
	want(t, d.model.Kind(), AttendanceReturn)
	d.view.cards[SharingLog].button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, d.Route(), place.Route{Place: name, Tab: "log"})
	want(t, d.view.log.Visible(), true)
}

func TestThePlaceFitsTheLaptop(t *testing.T) {
	d := newDesk(t)
	d.hall.delegates(3)
	d.Refresh()
	for _, size := range []int{100, 150, 200} {
		fyne.CurrentApp().Settings().SetTheme(parts.NewTheme(parts.Light, size))
		if m := d.View().MinSize(); m.Width > 1100 || m.Height > 620 {
			t.Errorf("at %d%% the place insists on %v", size, m)
		}
	}
}
