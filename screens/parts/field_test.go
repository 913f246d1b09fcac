package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
)

// key types a key where the caret is.
func key(w fyne.Window, name fyne.KeyName) {
	if f := w.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func letters(w fyne.Window, s string) {
	for _, r := range s {
		w.Canvas().Focused().TypedRune(r)
	}
}

// heard joins a window to a dispatcher and returns what it hears.
func heard(w fyne.Window) *[]fyne.KeyName {
	var keys []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	return &keys
}

func TestBareKeysReachTheWindowFromEveryWidgetThatCanHaveTheFocus(t *testing.T) {
	inTheme(t, Light, 100)
	today := data.MustDate(2026, 5, 4)
	name := NewNameField("", nil, nil)
	widgets := []fyne.CanvasObject{
		NewField(""), NewPasswordField(""), NewNumberField(), NewDigits(), NewDateField(today), NewTimeField(true),
		NewEditor("", 2), NewPrompt(""), name.Field(), NewButton("Record", nil), NewCheck("Name", nil), NewSwitch("Warn", "Off", nil),
		NewSegments([]string{"All", "Lost"}, nil), NewChoice([]string{"a"}, "", nil), sampleRegister(),
	}
	for _, o := range widgets {
		w := onShow(t, o, 400, 300)
		keys := heard(w)
		w.Canvas().Focus(o.(fyne.Focusable))
		for _, name := range []fyne.KeyName{fyne.KeyF2, fyne.KeyF8, fyne.KeyEscape} {
			key(w, name)
		}
		if len(*keys) != 3 {
			t.Errorf("from %T the window heard %v", o, *keys)
		}
	}
}

func TestEnterGoesOnToTheNextField(t *testing.T) {
	inTheme(t, Light, 100)
	first, second := NewField("first"), NewField("second")
	w := onShow(t, Column(4, first, second), 300, 100)
	w.Canvas().Focus(first)
	key(w, fyne.KeyReturn)
	if !second.HasFocus() || first.HasFocus() {
		t.Error("the caret is not in the second field")
	}
}

func TestEnterRecordsWhereThereIsSomethingToRecord(t *testing.T) {
	inTheme(t, Light, 100)
	f := NewField("")
	var recorded string
	f.OnSubmitted = func(s string) { recorded = s }
	w := onShow(t, f, 300, 100)
	w.Canvas().Focus(f)
	letters(w, "v 12 2 1")
	key(w, fyne.KeyEnter)
	if recorded != "v 12 2 1" {
		t.Errorf("it recorded %q", recorded)
	}
}

func TestTabLeavesTheEditor(t *testing.T) {
	inTheme(t, Light, 100)
	editor, next := NewEditor("", 3), NewButton("Vote", nil)
	var _ fyne.Tabbable = editor
	w := onShow(t, Column(4, editor, next), 400, 300)
	w.Canvas().Focus(editor)
	if editor.AcceptsTab() {
		t.Fatal("the editor keeps Tab")
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(next) {
		t.Errorf("after Tab the focus is on %T", w.Canvas().Focused())
	}
}

func TestTheEditorSplitsItsTextAtTheCaret(t *testing.T) {
	inTheme(t, Light, 100)
	e := NewEditor("", 3)
	w := onShow(t, e, 400, 200)
	w.Canvas().Focus(e)
	letters(w, "Moved.Seconded.")
	for range len("Seconded.") {
		key(w, fyne.KeyLeft)
	}
	before, after := e.Split()
	if before != "Moved." || after != "Seconded." {
		t.Errorf("it split into %q and %q", before, after)
	}
	key(w, fyne.KeyReturn)
	if e.Text != "Moved.\nSeconded." {
		t.Errorf("after Enter it reads %q", e.Text)
	}
}

func TestWhatIsPastedFitsTheField(t *testing.T) {
	inTheme(t, Light, 100)
	clip := test.NewClipboard()
	clip.SetContent("Smith, Jane\r\nJones,\tBob\r\n")
	f, e := NewField(""), NewEditor("", 2)
	w := onShow(t, Column(4, f, e), 400, 300)
	w.Canvas().Focus(f)
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if f.Text != "Smith, Jane Jones, Bob" {
		t.Errorf("the field reads %q", f.Text)
	}
	w.Canvas().Focus(e)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if e.Text != "Smith, Jane\nJones, Bob\n" {
		t.Errorf("the editor reads %q", e.Text)
	}
}

func TestPutIsSilentAndLeavesTheCaretAtTheEnd(t *testing.T) {
	inTheme(t, Light, 100)
	f := NewField("")
	told := 0
	f.OnChanged = func(string) { told++ }
	w := onShow(t, f, 300, 60)
	w.Canvas().Focus(f)
	f.Put("Oka")
	if told != 0 {
		t.Error("it told of what the program wrote")
	}
	letters(w, "for")
	if f.Text != "Okafor" || told != 3 {
		t.Errorf("it reads %q and told %d times", f.Text, told)
	}
}

func TestADateIsEchoedInFullAndSettlesWhenTheCaretLeaves(t *testing.T) {
	inTheme(t, Light, 100)
	d := NewDateField(data.MustDate(2026, 5, 4))
	var got data.Date
	var wrong error
	d.OnDate = func(on data.Date, err error) { got, wrong = on, err }
	row := NewFormRow("Date", d)
	w := onShow(t, row, 300, 100)
	w.Canvas().Focus(d)
	letters(w, "14/5")
	if d.Echo().Text() != "Thu 14 May 2026" || got != data.MustDate(2026, 5, 14) || wrong != nil {
		t.Errorf("echo %q, date %v, %v", d.Echo().Text(), got, wrong)
	}
	w.Canvas().Unfocus()
	if d.Text != "Thu 14 May 2026" {
		t.Errorf("it settled as %q", d.Text)
	}
	if on, err := d.Date(); err != nil || on != got {
		t.Errorf("what it shows is read as %v, %v", on, err)
	}
}

func TestADayThatIsNotThereIsSaidAndKeptAsTyped(t *testing.T) {
	inTheme(t, Light, 100)
	d := NewDateField(data.MustDate(2026, 5, 4))
	w := onShow(t, d, 300, 100)
	w.Canvas().Focus(d)
	letters(w, "31/02/2026")
	if got := d.Echo().Text(); got != "31/02/2026 is not a real date" {
		t.Errorf("it says %q", got)
	}
	w.Canvas().Unfocus()
	if d.Text != "31/02/2026" {
		t.Errorf("it became %q", d.Text)
	}
}

func TestATimeSettlesTheWayPapersPrintIt(t *testing.T) {
	inTheme(t, Light, 100)
	at := NewTimeField(true)
	w := onShow(t, at, 300, 100)
	w.Canvas().Focus(at)
	letters(w, "1934")
	w.Canvas().Unfocus()
	if at.Text != "7.34pm" {
		t.Errorf("it settled as %q", at.Text)
	}
}

func TestANumberFieldHandsLettersOn(t *testing.T) {
	inTheme(t, Light, 100)
	n := NewDigits()
	w := onShow(t, n, 200, 100)
	var passed []rune
	w.Canvas().SetOnTypedRune(func(r rune) { passed = append(passed, r) })
	w.Canvas().Focus(n)
	letters(w, "1b2")
	if got, ok := n.Number(); !ok || got != 12 {
		t.Errorf("it holds %d, %v", got, ok)
	}
	if string(passed) != "b" {
		t.Errorf("it handed on %q", string(passed))
	}
	n.Put("twelve")
	if _, ok := n.Number(); ok {
		t.Error("twelve is a number")
	}
}

func TestAPassphraseIsShownWithAltS(t *testing.T) {
	inTheme(t, Light, 100)
	p := NewPasswordField("")
	onShow(t, p, 300, 60)
	altS := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierAlt}
	p.TypedShortcut(altS)
	if !p.Shown() {
		t.Error("it is not shown")
	}
	p.TypedShortcut(altS)
	if p.Shown() {
		t.Error("it is still shown")
	}
	p.Put("correct horse battery staple")
	if label := p.AccessibilityLabel(); label == p.Text {
		t.Error("a screen reader would say the passphrase")
	}
}

func TestALongerPassphraseIsStronger(t *testing.T) {
	last := 0
	for _, phrase := range []string{"", "canal", "canalside", "canal lock hut", "canal lock hut green"} {
		bars, _ := Strength(phrase)
		if bars < last {
			t.Errorf("%q has %d bars, a shorter one %d", phrase, bars, last)
		}
		last = bars
	}
	if last != 4 {
		t.Errorf("four words have %d bars", last)
	}
}

func TestTheFieldWithTheCaretIsScrolledIntoView(t *testing.T) {
	inTheme(t, Light, 100)
	var rows []fyne.CanvasObject
	var last *Field
	for range 20 {
		last = NewField("")
		rows = append(rows, NewFormRow("Name", last))
	}
	s := NewScroll(Column(8, rows...))
	w := onShow(t, s, 300, 200)
	w.Canvas().Focus(last)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if s.Offset() == 0 || top < 0 || top+last.Size().Height > 200 {
		t.Errorf("the last field stands at %v in a window 200 high, scrolled by %v", top, s.Offset())
	}
}

func TestAHeldKeyAloneIsNobodysBusiness(t *testing.T) {
	inTheme(t, Light, 100)
	f := NewField("")
	w := onShow(t, f, 300, 60)
	keys := heard(w)
	w.Canvas().Focus(f)
	key(w, desktop.KeyShiftLeft)
	key(w, fyne.KeyName(""))
	if len(*keys) != 0 {
		t.Errorf("the window heard %v", *keys)
	}
}
