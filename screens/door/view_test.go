package door

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
)

// window shows a door, joined to the keys as the program joins it.
func window(t *testing.T, d Deps, scheme parts.Scheme, percent int) (*Place, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(scheme, percent))
	d.Where = "The book is kept in your local application data on this computer, and nowhere else."
	if d.Runner == nil {
		d.Runner = place.Inline{}
	}
	p := New(d)
	w := test.NewTempWindow(t, parts.Layers(parts.NewPlate(parts.ColorPaper), p.View()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1366, 660))
	keys := &place.Keys{}
	keys.Place(p)
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys.TypedKey(ev) })
	p.Refresh()
	w.Canvas().Focus(p.FirstFocus())
	return p, w
}

func typed(w fyne.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

func key(w fyne.Window, name fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func tab(w fyne.Window) { w.Canvas().FocusNext() }

func command(t *testing.T, p *Place, name string) {
	t.Helper()
	for _, c := range p.Commands() {
		if c.Name == name {
			if !c.Do() {
				t.Errorf("%q is not allowed", name)
			}
			return
		}
	}
	t.Fatalf("there is no command %q", name)
}

func TestABookIsBegunByKeyboardAlone(t *testing.T) {
	s := newShelf(t)
	p, w := window(t, Deps{Books: s}, parts.Light, 100)
	typed(w, "Millbrook & Canalside")
	key(w, fyne.KeyReturn)
	typed(w, "Northgate CLP")
	tab(w)
	typed(w, "Millbrook, Canalside")
	tab(w)
	typed(w, "Nadia Benkhelifa")
	tab(w)
	key(w, fyne.KeyRight)
	tab(w)
	typed(w, phrase)
	tab(w)
	typed(w, phrase)
	key(w, fyne.KeyReturn)
	want(t, p.model.Page, codePage)
	key(w, fyne.KeySpace)
	tab(w)
	typed(w, last(s.code))
	key(w, fyne.KeyReturn)
	branch := branchOf(t, s.entered)
	want(t, branch.Name+" "+branch.CLP+" "+string(branch.Structure), "Millbrook & Canalside Northgate CLP all members")
	want(t, strings.Join(branch.Wards, "|"), "Millbrook|Canalside")
}

func TestTheCaretGoesToWhatIsWrongInTheForm(t *testing.T) {
	p, w := window(t, Deps{Books: newShelf(t)}, parts.Light, 100)
	f := p.view.screens[welcomePage].(*welcome).forms[createWay].(*createForm)
	test.Tap(f.make)
	want(t, f.branchRow.Error(), "The book needs the name of your branch.")
	want(t, w.Canvas().Focused(), fyne.Focusable(f.branch))
	typed(w, "Lock Road")
	test.Tap(f.make)
	want(t, f.branchRow.Error(), "")
	want(t, w.Canvas().Focused(), fyne.Focusable(f.phrases.phrase))
}

func TestAWrongPassphraseStaysAndIsTypedOver(t *testing.T) {
	s := begun(t)
	_, w := window(t, Deps{Books: s}, parts.Light, 100)
	typed(w, "kettle on the stairs")
	key(w, fyne.KeyReturn)
	field := w.Canvas().Focused().(*parts.PasswordField)
	want(t, field.Text, "kettle on the stairs")
	want(t, field.SelectedText(), "kettle on the stairs")
	typed(w, phrase)
	key(w, fyne.KeyReturn)
	want(t, s.entered != nil, true)
}

func TestThePassphraseIsShownAndHidden(t *testing.T) {
	p, _ := window(t, Deps{Books: begun(t)}, parts.Light, 100)
	field := p.view.screen().secrets()[0]
	want(t, field.Shown(), false)
	command(t, p, "Show or hide the passphrase")
	want(t, field.Shown(), true)
	command(t, p, "Show or hide the passphrase")
	want(t, field.Shown(), false)
}

func TestEscapeGoesBackToUnlocking(t *testing.T) {
	p, w := window(t, Deps{Books: begun(t)}, parts.Light, 100)
	command(t, p, "Restore a backup")
	want(t, p.model.Page, welcomePage)
	key(w, fyne.KeyEscape)
	want(t, p.model.Page, unlockPage)
	want(t, p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}), false)
}

func TestTheWaysAreChosenByTheirKeys(t *testing.T) {
	p, w := window(t, Deps{Books: newShelf(t)}, parts.Light, 100)
	for _, c := range p.Commands()[:3] {
		c.Do()
		if w.Canvas().Focused() == nil {
			t.Errorf("after %s the caret is nowhere", c.Name)
		}
	}
	want(t, p.model.Way, restoreWay)
	s := p.view.screen().(*welcome)
	w.Canvas().Focus(s.cards[exampleWay].pressed)
	key(w, fyne.KeySpace)
	want(t, p.model.Way, exampleWay)
}

func TestAPassphraseDoesNotOutliveItsPage(t *testing.T) {
	p, w := window(t, Deps{Books: begun(t)}, parts.Light, 100)
	typed(w, phrase)
	command(t, p, "Create a book")
	key(w, fyne.KeyEscape)
	want(t, p.view.screen().secrets()[0].Text, "")
}

func TestTheDoorFitsALaptopAtEverySizeOfText(t *testing.T) {
	for _, percent := range []int{100, 150, 200} {
		p, w := window(t, Deps{Books: begun(t)}, parts.Light, percent)
		for _, size := range []fyne.Size{{Width: 1366, Height: 660}, {Width: 1024, Height: 610}} {
			w.Resize(size)
			for at := range p.view.screens {
				p.model.Page = at
				p.Refresh()
				if least := p.View().MinSize(); least.Width > size.Width || least.Height > size.Height {
					t.Errorf("at %d%% page %d wants %v of %v", percent, at, least, size)
				}
				if least := p.view.room.Objects[0].MinSize(); least.Width > size.Width {
					t.Errorf("at %d%% page %d is %v wide in %v", percent, at, least.Width, size.Width)
				}
			}
		}
	}
}

// TestTheDoorIsDrawnInEveryLook draws each page. With BRANCHBOOK_LOOK set to a folder it leaves the pictures there for
// people to look at.
func TestTheDoorIsDrawnInEveryLook(t *testing.T) {
	for _, look := range []struct {
		name    string
		scheme  parts.Scheme
		percent int
	}{{"light", parts.Light, 100}, {"dark", parts.Dark, 100}, {"contrast", parts.Contrast, 100}, {"light-150", parts.Light, 150}, {"light-200", parts.Light, 200}} {
		s := begun(t)
		s.names = append(s.names, "book-2")
		p, w := window(t, Deps{Books: s, Why: "Locked at 10.52pm. Everything was saved."}, look.scheme, look.percent)
		typed(w, "kettle")
		key(w, fyne.KeyReturn)
		picture(t, w, "unlock-"+look.name)
		for i, c := range p.Commands()[:3] {
			c.Do()
			picture(t, w, []string{"create-", "example-", "restore-"}[i]+look.name)
		}
		s.names = s.names[:1]
		p.model.Create(millbrook())
		picture(t, w, "code-"+look.name)
		p.model.Leave()
		p.model.Page = passphrasePage
		p.Refresh()
		picture(t, w, "passphrase-"+look.name)
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
	f, err := os.Create(filepath.Join(folder, "door-"+name+".png"))
	must(t, err)
	defer f.Close()
	must(t, png.Encode(f, drawn))
}
