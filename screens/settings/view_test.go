package settings

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// window shows the settings where the program would, joined to the keys as the program joins them.
func window(t *testing.T, d *desk, scheme parts.Scheme, percent int) (*Place, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(scheme, percent))
	deps := d.deps()
	shell := &focusing{Shell: d.shell}
	deps.Shell = shell
	p := New(deps)
	w := test.NewTempWindow(t, parts.Layers(parts.NewPlate(parts.ColorPaper), p.View()))
	shell.canvas = w.Canvas()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1162, 620))
	keys := &place.Keys{}
	keys.Place(p)
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys.TypedKey(ev) })
	p.Refresh()
	w.Canvas().Focus(p.FirstFocus())
	return p, w
}

// focusing moves the caret, as the window does.
type focusing struct {
	place.Shell
	canvas fyne.Canvas
}

func (f *focusing) Focus(o fyne.Focusable) { f.canvas.Focus(o) }

func typed(w fyne.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

func key(w fyne.Window, name fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func (p *Place) line(key string) *ruleLine {
	for _, l := range p.view.rules.lines {
		if l.row.key == key {
			return l
		}
	}
	return nil
}

func (p *Place) to(tab string) {
	p.Visit(place.Route{Place: Name, Tab: tab})
	p.Refresh()
}

func TestARuleIsChangedInPlaceByKeyboard(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	p.to(rulesTab)
	w.Canvas().Focus(p.line("quorum").change)
	key(w, fyne.KeyReturn)
	field := w.Canvas().Focused().(*parts.Field)
	want(t, field.Text, "5% of eligible members")
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	typed(w, "10 voters")
	want(t, p.view.rules.editor.effect.Text(), "Quorum for 4 May: 10 instead of not known yet")
	want(t, p.line("quorum").value.Text(), "5% of eligible members")
	key(w, fyne.KeyReturn)
	want(t, p.line("quorum").value.Text(), "10 voters")
	want(t, w.Canvas().Focused(), fyne.Focusable(p.line("quorum").change))
	want(t, d.shell.Said[0], "Quorum of a meeting is 10 voters from Mon 4 May 2026.")
}

func TestEscapeLeavesARuleAsItWas(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	p.to(rulesTab)
	w.Canvas().Focus(p.line("majority").change)
	key(w, fyne.KeySpace)
	key(w, fyne.KeyDown)
	key(w, fyne.KeyEscape)
	want(t, p.line("majority").value.Text(), "more for than against")
	want(t, w.Canvas().Focused(), fyne.Focusable(p.line("majority").change))
	want(t, p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}), false)
}

func TestAnAbsurdValueCannotBeKept(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	p.to(rulesTab)
	test.Tap(p.line("notice").change)
	typed(w, "9999")
	want(t, p.view.rules.editor.keep.Disabled(), true)
	key(w, fyne.KeyReturn)
	want(t, p.model.Editing.Key, "notice")
	want(t, len(d.shell.Problems), 0)
}

func TestASwitchOfAWarningIsAChangeOfTheBook(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	p.to(rulesTab)
	line := p.line("notice")
	w.Canvas().Focus(line.warn)
	key(w, fyne.KeySpace)
	want(t, d.shell.Said[0], "Notice of an ordinary meeting: the warning is off.")
	want(t, w.Canvas().Focused(), fyne.Focusable(line.warn))
	_, err := d.book.Undo()
	must(t, err)
	p.Refresh()
	want(t, line.warn.On(), true)
}

func TestWhatWasTypedAboutTheBranchIsKeptOnLeaving(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	w.Canvas().Focus(p.view.branch.venue)
	typed(w, "Canalside Hall")
	p.Refresh()
	want(t, p.view.branch.venue.Text, "Canalside Hall")
	p.Leave()
	must(t, d.Load())
	want(t, d.Branch.Venue, "Canalside Hall")
}

func TestLooksAreAppliedAtOnce(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	p.to(lookTab)
	v := p.view.section().(*lookView)
	w.Canvas().Focus(v.scheme)
	key(w, fyne.KeyRight)
	want(t, d.look.scheme, "dark")
	w.Canvas().Focus(v.size)
	key(w, fyne.KeyEnd)
	want(t, d.look.size, 200)
	w.Canvas().Focus(v.lock)
	key(w, fyne.KeyEnd)
	want(t, d.look.lock, 0)
}

func TestACopyIsMadeAndProvedFromTheSafetySection(t *testing.T) {
	d := newDesk(t)
	p, w := window(t, d, parts.Light, 100)
	p.to(safetyTab)
	v := p.view.safety
	v.deps.Copies.BackUp(func(error) { v.reload() })
	want(t, len(p.model.Safety.Copies), 1)
	v.deps.Copies.Choose(v.chose)
	want(t, w.Canvas().Focused(), fyne.Focusable(v.secret))
	typed(w, phrase)
	key(w, fyne.KeyReturn)
	want(t, p.model.Safety.Proof.Title, "Proved: this copy opens and matches")
	p.Leave()
	want(t, v.secret.Text, "")
}

func TestTheRouteComesBackToTheSection(t *testing.T) {
	p, _ := window(t, newDesk(t), parts.Light, 100)
	p.to(safetyTab)
	p.Visit(place.Route{Place: Name})
	want(t, p.Route().Tab, safetyTab)
}

func TestTheSettingsFitALaptopAtEverySizeOfText(t *testing.T) {
	for _, percent := range []int{100, 150, 200} {
		d := newDesk(t)
		p, w := window(t, d, parts.Light, percent)
		rail := map[int]float32{100: 204, 150: 108, 200: 144}[percent]
		w.Resize(fyne.NewSize(1366-rail, 620))
		for _, s := range tabs {
			p.to(s.tab)
			if s.tab == rulesTab {
				test.Tap(p.line("seats").change)
			}
			if least := p.view.room.Objects[0].MinSize(); least.Width > 1366-rail-2*24*float32(percent)/100 {
				t.Errorf("at %d%% %s is %v wide", percent, s.tab, least.Width)
			}
		}
	}
}

// TestTheSettingsAreDrawnInEveryLook draws each section. With BRANCHBOOK_LOOK set to a folder it leaves the pictures
// there for people to look at.
func TestTheSettingsAreDrawnInEveryLook(t *testing.T) {
	for _, look := range []struct {
		name    string
		scheme  parts.Scheme
		percent int
		size    fyne.Size
	}{
		{"light", parts.Light, 100, fyne.NewSize(1162, 620)}, {"dark", parts.Dark, 100, fyne.NewSize(1162, 620)},
		{"light-150", parts.Light, 150, fyne.NewSize(1258, 600)}, {"light-200", parts.Light, 200, fyne.NewSize(1222, 600)},
	} {
		d := newDesk(t)
		d.members(201)
		d.set("seats", "1 per 15, or part", day(2026, 5, 1), "Letter from the CLP, 9 April")
		d.shelf.BackUp(func(error) {})
		p, w := window(t, d, look.scheme, look.percent)
		w.Resize(look.size)
		for _, s := range tabs {
			p.to(s.tab)
			switch s.tab {
			case rulesTab:
				test.Tap(p.line("quorum").change)
				p.view.rules.editor.typed.SetText("5% of all members")
				parts.Reveal(p.view.rules.editor.keep)
			case safetyTab:
				p.view.safety.deps.Copies.Choose(p.view.safety.chose)
				typed(w, phrase)
				key(w, fyne.KeyReturn)
				test.Tap(p.view.safety.check)
			}
			picture(t, w, s.tab+"-"+look.name)
		}
	}
}

func picture(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	drawn := w.Canvas().Capture()
	if drawn.Bounds().Dx() < 1000 {
		t.Fatalf("%s is %v wide", name, drawn.Bounds().Dx())
	}
	folder := os.Getenv("BRANCHBOOK_LOOK")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, "settings-"+name+".png"))
	must(t, err)
	defer f.Close()
	must(t, png.Encode(f, drawn))
}
