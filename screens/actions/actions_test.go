package actions

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

var june1 = data.MustDate(2026, 6, 1)

// desk is a secretary's laptop on Mon 1 June 2026, with four actions in the book.
type desk struct {
	*Model
	t    *testing.T
	book *book.Book
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	now := func() time.Time { return june1.Midnight().Add(20 * time.Hour) }
	branch := data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates}
	b, _, err := book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{WorkFactor: 1, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	d := &desk{NewModel(b, now), t, b}
	err = b.Change("set the scene", func(tx *book.Tx) error {
		for _, r := range []any{
			data.Person{ID: "sian", First: "Siân", Last: "Llewellyn", Status: data.Member, Ward: "Millbrook"},
			data.Meeting{ID: "m1", Kind: data.Ordinary, Date: data.MustDate(2026, 5, 14), Status: data.Closed},
			data.AgendaItem{ID: "i1", Meeting: "m1", Kind: data.ItemMatters, Heading: "Matters arising", Place: 1},
			data.Action{ID: "a1", Ref: "A-2026-01", Text: "Write to the council about the crossing", Owner: "sian", Due: data.MustDate(2026, 5, 29), Status: data.Open, Meeting: "m1", Item: "i1"},
			data.Action{ID: "a2", Ref: "A-2026-02", Text: "Book the hall for October", OwnerText: "The officers", Status: data.Open},
			data.Action{ID: "a3", Ref: "A-2026-03", Text: "Thank the speaker", Owner: "sian", Due: june1, Status: data.Open, Meeting: "m1"},
			data.Action{ID: "a4", Ref: "A-2026-04", Text: "Order leaflets", Status: data.Done, Closed: data.MustDate(2026, 5, 20)},
		} {
			if err := tx.Keep(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	d.look()
	return d
}

func (d *desk) look() {
	d.t.Helper()
	if err := d.Refresh(); err != nil {
		d.t.Fatal(err)
	}
}

// shown is the list as it reads.
func (d *desk) shown() string {
	var lines []string
	for _, r := range d.Rows {
		lines = append(lines, r.Ref+" "+r.Status.Text)
	}
	return strings.Join(lines, "; ")
}

// does carries out a verb on an action.
func (d *desk) does(id data.ActionID, verb func() (string, error)) string {
	d.t.Helper()
	d.Choose(id)
	said, err := verb()
	if err != nil {
		d.t.Fatal(err)
	}
	d.look()
	return said
}

func want[T comparable](t testing.TB, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheOpenStandFirstAndTheOverdueIsSaidInWords(t *testing.T) {
	d := newDesk(t)
	want(t, d.shown(), "A-2026-01 Overdue by 3 days; A-2026-03 Due today; A-2026-02 Open")
	want(t, d.Head, "3 open, 1 of them overdue")
	want(t, strings.Join(d.Filters(), ", "), "Open 3, Overdue 1, Done 1, All 4")
	want(t, d.Rows[0].From, "14 May, Matters arising")
	want(t, d.Rows[0].Owner, "Siân Llewellyn")
	want(t, d.Rows[2].From, "Between meetings")
	d.Narrow(All)
	want(t, d.Rows[3].Status.Text, "Done 20 May")
}

func TestAnActionIsMarkedAsDoneAndUndoOpensIt(t *testing.T) {
	d := newDesk(t)
	want(t, d.does("a1", d.MarkDone), "A-2026-01 is done.")
	want(t, d.Head, "2 open, none overdue")
	d.Narrow(Done)
	want(t, d.shown(), "A-2026-01 Done 1 June; A-2026-04 Done 20 May")
	n, err := d.book.Undo()
	if err != nil {
		t.Fatal(err)
	}
	want(t, n.What, "take back: mark A-2026-01 as done")
	d.look()
	want(t, d.Head, "3 open, 1 of them overdue")
}

func TestADroppedActionCanBeOpenedAgain(t *testing.T) {
	d := newDesk(t)
	want(t, d.does("a2", d.Drop), "A-2026-02 is dropped.")
	row, _ := d.Chosen()
	want(t, row.Status.Text, "Dropped 1 June")
	want(t, d.does("a2", d.Reopen), "A-2026-02 is open again.")
	row, _ = d.Chosen()
	want(t, row.Status.Text, "Open")
	waiting, err := d.Waiting()
	if err != nil {
		t.Fatal(err)
	}
	want(t, waiting, 3)
}

func TestAnActionIsAddedWithTheNextReference(t *testing.T) {
	d := newDesk(t)
	draft := d.NewDraft()
	draft.Text, draft.OwnerText, draft.Due = " Chase the  reply ", "Women's officer", data.MustDate(2026, 7, 9)
	want(t, d.does("", func() (string, error) { return d.Save(draft) }), "A-2026-05 added.")
	row, ok := d.Chosen()
	want(t, ok, true)
	want(t, row.Text, "Chase the reply")
	want(t, row.Owner, "Women's officer")
	if _, err := d.Save(d.NewDraft()); data.Say(err) != "Type what is to be done." {
		t.Errorf("an action without words: %v", err)
	}
}

func TestAnActionIsCorrected(t *testing.T) {
	d := newDesk(t)
	d.Choose("a1")
	draft, err := d.Draft()
	if err != nil {
		t.Fatal(err)
	}
	want(t, draft.OwnerText, "Siân Llewellyn")
	draft.Owner, draft.OwnerText, draft.Due = "", "The chair", data.Date{}
	want(t, d.does("a1", func() (string, error) { return d.Save(draft) }), "A-2026-01 corrected.")
	row, _ := d.Chosen()
	want(t, row.Owner+row.Due+row.Status.Text, "The chairOpen")
}

func TestAnActionIsFoundWithoutItsAccents(t *testing.T) {
	d := newDesk(t)
	d.Search("sian cros")
	want(t, d.shown(), "A-2026-01 Overdue by 3 days")
	want(t, d.Match("llew")[0].Name, "Siân Llewellyn")
	d.Search("nothing like it")
	want(t, d.Empty, "No action here matches. Try fewer letters, or another filter.")
}

// window is the place in a window of that size.
func window(t *testing.T, d *desk, scheme parts.Scheme, percent int, width, height float32) (*Place, *placetest.Shell, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(parts.NewTheme(scheme, percent))
	shell := &placetest.Shell{}
	p := New(Deps{Book: d.book, Keys: &place.Keys{}, Shell: shell, Now: d.now})
	p.Visit(place.Route{Place: "actions", ID: "a1"})
	p.Refresh()
	w := test.NewTempWindow(t, parts.Layers(parts.NewPlate(parts.ColorPaper), p.View()))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return p, shell, w
}

func TestTheListIsDrawnInEveryLook(t *testing.T) {
	d := newDesk(t)
	for _, look := range []struct {
		name          string
		scheme        parts.Scheme
		percent       int
		width, height float32
	}{{"light", parts.Light, 100, 1162, 620}, {"small", parts.Light, 100, 952, 560}, {"dark-150", parts.Dark, 150, 1258, 600}, {"contrast-200", parts.Contrast, 200, 1222, 600}} {
		t.Run(look.name, func(t *testing.T) {
			p, _, w := window(t, d, look.scheme, look.percent, look.width, look.height)
			if least := p.View().MinSize(); least.Width > look.width || least.Height > look.height {
				t.Errorf("it insists on %v", least)
			}
			picture := w.Canvas().Capture()
			if folder := os.Getenv("BRANCHBOOK_LOOK"); folder != "" {
				f, err := os.Create(filepath.Join(folder, "actions-"+look.name+".png"))
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				if err := png.Encode(f, picture); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// press does the command of that name, as its key does.
func press(t *testing.T, p *Place, name string) {
	t.Helper()
	for _, c := range p.Commands() {
		if c.Name == name {
			if !c.Do() {
				t.Fatalf("%s is not allowed now", name)
			}
			return
		}
	}
	t.Fatalf("there is no command %s", name)
}

func TestAnActionIsAddedAndDoneByKeyboard(t *testing.T) {
	d := newDesk(t)
	p, shell, w := window(t, d, parts.Light, 100, 1162, 620)
	press(t, p, "Add an action")
	if shell.Focused != fyne.Focusable(p.view.form.text) {
		t.Error("the caret is not in the form")
	}
	w.Canvas().Focus(p.view.form.text)
	test.Type(p.view.form.text, "Ring the printer")
	test.Type(p.view.form.owner.Field(), "lle")
	p.view.form.owner.Field().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(p.view.form.due, "9 July")
	p.view.form.save()
	row, _ := p.model.Chosen()
	want(t, row.Ref+" "+row.Text+" "+row.Owner+" "+row.Due, "A-2026-05 Ring the printer Siân Llewellyn 9 July")
	press(t, p, "Mark as done")
	want(t, strings.Join(shell.Said, " "), "A-2026-05 added. A-2026-05 is done.")
	want(t, p.Waiting(), 3)
}

func TestEscapeLeavesTheFormAndChangesNothing(t *testing.T) {
	d := newDesk(t)
	p, _, _ := window(t, d, parts.Light, 100, 1162, 620)
	press(t, p, "Edit this one")
	p.view.form.text.Put("Something else")
	want(t, p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}), true)
	want(t, p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}), false)
	row, _ := p.model.Chosen()
	want(t, row.Text, "Write to the council about the crossing")
}
