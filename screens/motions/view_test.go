package motions

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

// desk is the place in a window.
type desk struct {
	*Place
	hall  *hall
	shell *placetest.Shell
	win   fyne.Window
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	d := &desk{hall: newHall(t), shell: &placetest.Shell{}}
	d.Place = New(Deps{Book: d.hall.book, Keys: &place.Keys{}, Shell: d.shell, Now: now, Papers: &printer{}, Lists: tables{}})
	d.win = test.NewWindow(d.View())
	d.win.SetPadded(false)
	d.win.Resize(fyne.NewSize(1162, 620))
	t.Cleanup(d.win.Close)
	d.Refresh()
	return d
}

func TestThePlaceFitsTheLaptop(t *testing.T) {
	d := newDesk(t)
	long := d.hall.crossings()
	long.Title = strings.Repeat("An exceedingly long title of a motion ", 8)
	d.hall.log(long)
	d.Refresh()
	for _, size := range []int{100, 150, 200} {
		fyne.CurrentApp().Settings().SetTheme(parts.NewTheme(parts.Light, size))
		if m := d.View().MinSize(); m.Width > 1100 || m.Height > 620 {
			t.Errorf("at %d%% the place insists on %v", size, m)
		}
	}
}

func TestF3AndCtrlNLogAMotion(t *testing.T) {
	d := newDesk(t)
	want(t, place.Commands(d.Commands()).TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3}), true)
	want(t, d.shell.Opened[0].Title, "Log a motion")
	want(t, d.Commands()[0].Key, place.Ctrl(fyne.KeyN))
}

func TestAVisitShowsTheMotionWhateverWasFiltered(t *testing.T) {
	d := newDesk(t)
	x := d.hall.log(d.hall.crossings())
	d.model.Narrow(WasLost)
	d.Visit(place.Route{Place: name, ID: string(x.ID)})
	d.Refresh()
	want(t, d.reg.register.Selected(), string(x.ID))
	want(t, d.card.ref.Text(), "M-2026-01")
	want(t, d.Route().ID, string(x.ID))
}

func TestSearchingByKeyboardEndsInTheRegister(t *testing.T) {
	d := newDesk(t)
	x := d.hall.log(d.hall.crossings())
	d.Refresh()
	d.FocusSearch()
	want(t, d.shell.Focused, fyne.Focusable(d.reg.search))
	test.Type(d.reg.search, "mill")
	d.reg.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, d.shell.Focused, fyne.Focusable(d.reg.register))
	want(t, d.model.Chosen(), x.ID)
}

func TestTheButtonsAreThoseThatDoSomething(t *testing.T) {
	d := newDesk(t)
	d.hall.log(d.hall.crossings())
	d.Refresh()
	d.choose(d.hall.Chosen())
	want(t, d.offers("Without a vote"), true)
	want(t, d.offers("Take up again"), false)
	_, err := d.model.Settle(Settlement{Outcome: data.NotReached})
	must(t, err)
	d.Refresh()
	want(t, d.offers("Without a vote"), false)
	want(t, d.offers("Take up again"), true)
	d.takeAgain()
	want(t, d.shell.Said[0], "Motion M-2026-01 is open again.")
}

// offers says whether the card has a button on show.
func (d *desk) offers(label string) bool {
	for _, row := range d.card.bar.Objects {
		for _, o := range row.(*fyne.Container).Objects {
			if b, ok := o.(*parts.Button); ok && b.Label() == label {
				return true
			}
		}
	}
	return false
}

// printer remembers what it was asked to write.
type printer struct{ wrote []string }

func (p *printer) ExportMotions(public bool, done func(data.Paper, error)) {
	p.wrote = append(p.wrote, map[bool]string{true: "public register", false: "register"}[public])
	done(data.Paper{File: "motions.xlsx"}, nil)
}

func (p *printer) ExportMotion(motion data.MotionID, _ bool, done func(data.Paper, error)) {
	p.wrote = append(p.wrote, string(motion))
	done(data.Paper{ID: "paper", File: "motion.docx"}, nil)
}

// tables is a file that the secretary chose.
type tables struct{ rows [][]string }

func (t tables) ChooseTable(_ string, then func(string, [][]string, error)) {
	then("register.csv", t.rows, nil)
}

// press does the command with a key, as the window would.
func (d *desk) press(key place.Key) {
	for _, c := range d.Commands() {
		if c.Key == key {
			c.Do()
			return
		}
	}
}

func TestEachStepAfterTheVoteHasAKeyOnceThereIsACopy(t *testing.T) {
	d := newDesk(t)
	d.hall.log(d.hall.crossings())
	d.Refresh()
	d.choose(d.hall.Chosen())
	keys := []fyne.KeyName{fyne.KeyA, fyne.KeyR, fyne.KeyB, fyne.KeyC, fyne.KeyX}
	for _, k := range keys {
		d.press(place.Alt(k))
	}
	want(t, len(d.shell.Opened), 0)
	s := d.model.NewSending()
	s.To = []string{"MP"}
	_, err := d.model.SendOn(s)
	must(t, err)
	d.Refresh()
	for i, k := range append(keys, fyne.KeyS) {
		d.press(place.Alt(k))
		want(t, len(d.shell.Opened), i+1)
	}
	want(t, d.offers("Their result"), true)
	want(t, d.offers("Acknowledged"), true)
}

func TestTheFormSaysAtOnceThatAMotionIsLate(t *testing.T) {
	d := newDesk(t)
	d.hall.plan("july", data.Ordinary, data.MustDate(2026, time.July, 9))
	d.Refresh()
	draft := d.model.NewDraft() // on 2 May, for 14 May
	v := &receiveForm{of: d.Place, draft: draft}
	v.fields()
	v.whoAndWhen()
	v.rows = parts.Column(0, v.words, v.follows, v.anyway)
	v.show()
	want(t, v.follows.Text(), "Two days late for Thu 14 May 2026: held over to Thu 9 Jul 2026.")
	want(t, v.anyway.Visible(), true)
	v.text.SetText("This branch asks the council for a crossing.")
	want(t, v.words.Text(), "8 words")
	v.received.PutDate(data.MustDate(2026, time.April, 30))
	v.show()
	want(t, v.anyway.Visible(), false)
}

func TestTheCardTurnsBetweenTheTexts(t *testing.T) {
	d := newDesk(t)
	d.hall.log(d.hall.crossings())
	d.Refresh()
	d.choose(d.hall.Chosen())
	want(t, d.card.which.Visible(), false)
	draft, _ := d.model.Draft()
	draft.Text = "This branch asks the council for two crossings."
	_, _, err := d.model.Log(draft)
	must(t, err)
	d.Refresh()
	want(t, d.card.which.Visible(), true)
	d.press(place.Alt(fyne.KeyT))
	want(t, d.card.changes.AccessibilityLabel(), "This branch asks the council for [removed: a crossing. ][added: two crossings.]")
	d.press(place.Alt(fyne.KeyT))
	want(t, d.card.text.Text(), "This branch asks the council for a crossing.")
}

func TestTheRegisterAndAMotionArePrinted(t *testing.T) {
	d := newDesk(t)
	x := d.hall.log(d.hall.crossings())
	d.Refresh()
	d.choose(x.ID)
	d.press(place.Ctrl(fyne.KeyS))
	d.press(place.Alt(fyne.KeyY))
	d.press(place.Ctrl(fyne.KeyP))
	want(t, strings.Join(d.deps.Papers.(*printer).wrote, ", "), "register, public register, "+string(x.ID))
	want(t, d.shell.Said[2], "Written to motion.docx. It is in the sharing log.")
}

func TestThePaperThatWentIsLinkedWithTheCopies(t *testing.T) {
	d := newDesk(t)
	d.hall.log(d.hall.crossings())
	d.Refresh()
	d.choose(d.hall.Chosen())
	s := d.model.NewSending()
	s.To = []string{"MP", "Councillors"}
	_, err := d.model.SendOn(s)
	must(t, err)
	d.exportFor([]string{"MP"})
	for _, f := range d.model.copies[d.model.Chosen()] {
		want(t, f.Paper, map[string]data.PaperID{"MP": "paper"}[f.To])
	}
}

func TestAFileIsShownBeforeItIsBroughtIn(t *testing.T) {
	d := newDesk(t)
	d.deps.Lists = tables{[][]string{{"Title"}, {"Keep the 41 bus"}}}
	d.press(place.Ctrl(fyne.KeyO))
	want(t, d.shell.Opened[0].Title, "What this file brings")
	want(t, len(d.model.Rows), 0)
	test.Tap(d.shell.Opened[0].First.(*parts.Button))
	want(t, d.shell.Said[0], "Brought in from register.csv: 1 motion.")
	want(t, len(d.model.Rows), 1)
}
