package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAButtonIsPressedWithEnterSpaceAndATap(t *testing.T) {
	inTheme(t, Light, 100)
	pressed := 0
	b := NewButton("Record", func() { pressed++ })
	w := onShow(t, b, 200, 60)
	w.Canvas().Focus(b)
	key(w, fyne.KeyReturn)
	key(w, fyne.KeySpace)
	letters(w, " ") // the rune of the same space
	test.Tap(b)
	if pressed != 3 {
		t.Errorf("pressed %d times", pressed)
	}
	b.SetEnabled(false)
	key(w, fyne.KeyReturn)
	test.Tap(b)
	if pressed != 3 {
		t.Error("it was pressed while it could not be")
	}
}

func TestTheFocusRingIsThereOnlyWithTheFocus(t *testing.T) {
	inTheme(t, Light, 100)
	b, f := NewButton("Record", nil), NewField("")
	w := onShow(t, Column(8, b, f), 200, 120)
	w.Canvas().Focus(b)
	if !b.ring.Visible() || f.ring.Visible() {
		t.Error("the ring is not about the button alone")
	}
	w.Canvas().Focus(f)
	if b.ring.Visible() || !f.ring.Visible() {
		t.Error("the ring is not about the field alone")
	}
}

func TestSegmentsAreChosenWithTheArrows(t *testing.T) {
	inTheme(t, Light, 100)
	told := -1
	s := NewTabs([]string{"Present 16", "Apologies 5", "Guests 2"}, func(i int) { told = i })
	w := onShow(t, s, 400, 60)
	w.Canvas().Focus(s)
	key(w, fyne.KeyRight)
	key(w, fyne.KeyRight)
	key(w, fyne.KeyRight)
	if s.Chosen() != 2 || told != 2 {
		t.Errorf("chosen %d, told %d", s.Chosen(), told)
	}
	key(w, fyne.KeyHome)
	test.Tap(s.cells[1])
	if s.Chosen() != 1 || s.AccessibilityLabel() != "Apologies 5, chosen" {
		t.Errorf("chosen %d, says %q", s.Chosen(), s.AccessibilityLabel())
	}
}

func TestAChoiceIsMadeWithArrowsAndLetters(t *testing.T) {
	inTheme(t, Light, 100)
	c := NewChoice([]string{"Annual general meeting", "Executive", "Ordinary meeting", "Open meeting"}, "Kind", nil)
	w := onShow(t, c, 300, 60)
	w.Canvas().Focus(c)
	key(w, fyne.KeyDown)
	if c.Value() != "Annual general meeting" {
		t.Errorf("Down chose %q", c.Value())
	}
	letters(w, "op")
	if c.Value() != "Open meeting" {
		t.Errorf("op chose %q", c.Value())
	}
	key(w, fyne.KeyHome)
	letters(w, "oo")
	if c.Value() != "Open meeting" {
		t.Errorf("o twice chose %q", c.Value())
	}
	c.SetOptions([]string{"Open meeting", "Executive"})
	if c.Chosen() != 0 {
		t.Errorf("after other options %d is chosen", c.Chosen())
	}
	c.ChooseValue("Nothing of the kind")
	if c.Chosen() != -1 || c.Value() != "" {
		t.Errorf("chosen %d, %q", c.Chosen(), c.Value())
	}
}

func TestChecksAndSwitchesTellOfTheSecretaryAlone(t *testing.T) {
	inTheme(t, Light, 100)
	told := 0
	c, s := NewColumnCheck("Email", true, func(bool) { told++ }), NewSwitch("Warn", "Off", func(bool) { told++ })
	w := onShow(t, Column(4, c, s), 200, 100)
	c.SetChecked(true)
	s.SetOn(true)
	if told != 0 {
		t.Error("they told of what the program did")
	}
	w.Canvas().Focus(c)
	key(w, fyne.KeySpace)
	test.Tap(s)
	if told != 2 || c.Checked() || s.On() {
		t.Errorf("told %d times", told)
	}
	if s.AccessibilityLabel() != "Off" || c.AccessibilityLabel() != "Email, not ticked" {
		t.Errorf("they say %q and %q", s.AccessibilityLabel(), c.AccessibilityLabel())
	}
}

// door is a check-in field that knows three people.
func door(t *testing.T) (*NameField, fyne.Window, *[]string) {
	t.Helper()
	inTheme(t, Light, 100)
	var came []string
	n := NewNameField("Name or first letters", func(typed string) []Candidate {
		if typed == "oka" {
			return []Candidate{{ID: "1", Name: "Emeka Okafor", Note: "can vote"}, {ID: "2", Name: "Zoë Okafor", Note: "in since 7.21pm"}}
		}
		return nil
	}, func(c Candidate) { came = append(came, c.ID) })
	w := onShow(t, Column(0, n, Body("below")), 300, 300)
	w.Canvas().Focus(n.Field())
	return n, w, &came
}

func TestAMemberIsCheckedInWithThreeLettersAndEnter(t *testing.T) {
	n, w, came := door(t)
	letters(w, "oka")
	key(w, fyne.KeyReturn)
	if len(*came) != 1 || (*came)[0] != "1" || n.Text() != "" || n.list.Visible() || !n.Field().HasFocus() {
		t.Errorf("came %v, field %q", *came, n.Text())
	}
}

func TestTheSecondMatchIsTakenWithDown(t *testing.T) {
	n, w, came := door(t)
	n.Keep = true
	letters(w, "oka")
	key(w, fyne.KeyDown)
	key(w, fyne.KeyDown)
	key(w, fyne.KeyReturn)
	if len(*came) != 1 || (*came)[0] != "2" || n.Text() != "Zoë Okafor" {
		t.Errorf("came %v, field %q", *came, n.Text())
	}
}

func TestEscapePutsTheMatchesAwayAndThenGoesOn(t *testing.T) {
	n, w, _ := door(t)
	keys := heard(w)
	letters(w, "oka")
	key(w, fyne.KeyEscape)
	if n.list.Visible() || len(*keys) != 0 {
		t.Error("the first Escape did not just put the matches away")
	}
	key(w, fyne.KeyEscape)
	if len(*keys) != 1 {
		t.Error("the second Escape was kept")
	}
}

func TestSomeoneNotOnTheListIsTakenAsTyped(t *testing.T) {
	n, w, came := door(t)
	var guest string
	n.OnFree = func(words string) { guest = words }
	letters(w, "Ruth Gallagher ")
	key(w, fyne.KeyReturn)
	if guest != "Ruth Gallagher" || len(*came) != 0 {
		t.Errorf("guest %q, came %v", guest, *came)
	}
}

func TestMatchesPushWhatIsBelowDown(t *testing.T) {
	n, w, _ := door(t)
	below := w.Content().(*fyne.Container).Objects[1]
	before := below.Position().Y
	letters(w, "oka")
	if below.Position().Y < before+60 {
		t.Errorf("what is below went from %v to %v", before, below.Position().Y)
	}
	if runs := matched("Zoë Okafor", "oka"); len(runs) != 3 || !runs[1].Bold || runs[1].Text != "Oka" {
		t.Errorf("the letters are marked as %v", runs)
	}
	if n.rows[0].Size().Height < 30 {
		t.Errorf("a match is %v high", n.rows[0].Size().Height)
	}
}

func TestAModalTakesTheCaretAndGivesItBack(t *testing.T) {
	inTheme(t, Light, 100)
	behind, inside := NewField(""), NewField("")
	w := onShow(t, behind, 800, 600)
	w.Canvas().Focus(behind)
	closed := 0
	m := ShowModal(w.Canvas(), ModalLook{Title: "Close the meeting?", Closed: func() { closed++ }},
		Column(8, Body("The register is kept."), inside, Buttons(NewButton("Cancel", nil), NewButton("Close", nil).Primary())), nil)
	if w.Canvas().Focused() != fyne.Focusable(inside) {
		t.Fatalf("the caret is in %T", w.Canvas().Focused())
	}
	m.Close()
	m.Close()
	if closed != 1 || m.IsOpen() || w.Canvas().Focused() != fyne.Focusable(behind) {
		t.Errorf("closed %d times, focus on %T", closed, w.Canvas().Focused())
	}
}

func TestAModalFitsTheSmallestWindow(t *testing.T) {
	inTheme(t, Light, 200)
	w := onShow(t, Body(""), 1024, 600)
	m := ShowModal(w.Canvas(), ModalLook{Title: endless}, Column(8, NewScroller(Body(endless).Wrapped(0)), NewButton("Close", nil)), nil)
	if s := m.card.Size(); s.Width > 1024 || s.Height > 600 {
		t.Errorf("the card is %v", s)
	}
}

func TestThePaletteTakesTheLineThatIsLit(t *testing.T) {
	inTheme(t, Light, 100)
	taken := ""
	p := NewPalette([]string{"Everything", "Motions"}, func(words string, kind int) ([]Found, string) {
		if kind == 1 {
			return []Found{{ID: "m1", Runs: []Run{{Text: "M-2026-04"}}}}, "1 line"
		}
		return []Found{{ID: "a"}, {ID: "b"}}, "2 lines"
	}, func(id string) { taken = id })
	w := onShow(t, p, 760, 500)
	w.Canvas().Focus(p.Field())
	letters(w, "lib")
	key(w, fyne.KeyDown)
	key(w, fyne.KeyReturn)
	if taken != "b" {
		t.Errorf("it took %q", taken)
	}
	key(w, fyne.KeyTab)
	key(w, fyne.KeyReturn)
	if taken != "m1" {
		t.Errorf("among motions it took %q", taken)
	}
}
