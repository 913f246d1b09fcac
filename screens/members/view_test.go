package members

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

// desk is the place in a window of the size that a laptop leaves beside the rail.
type desk struct {
	*hall
	place   *Place
	shell   *placetest.Shell
	lists   *lists
	letters *letters
	window  fyne.Window
	app     fyne.App
}

func newDesk(t *testing.T, h *hall) *desk {
	t.Helper()
	d := &desk{hall: h, shell: &placetest.Shell{}, lists: &lists{}, letters: &letters{}, app: test.NewTempApp(t)}
	d.app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	d.place = New(Deps{Book: h.book, Keys: &place.Keys{}, Shell: d.shell, Now: h.now, Lists: d.lists, Copies: h.copies, Papers: d.letters})
	d.place.Refresh()
	d.window = test.NewTempWindow(t, parts.Layers(parts.NewPlate(parts.ColorPaper), d.place.View()))
	d.window.SetPadded(false)
	d.window.Resize(fyne.NewSize(1162, 620))
	return d
}

// look keeps a picture in the folder named by BRANCHBOOK_LOOK, for people to look at.
func (d *desk) look(name string) {
	d.t.Helper()
	picture := d.window.Canvas().Capture()
	folder := os.Getenv("BRANCHBOOK_LOOK")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, "members-"+name+".png"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, picture); err != nil {
		d.t.Fatal(err)
	}
}

// fits says whether the place asks for no more room than there is.
func (d *desk) fits(width, height float32) {
	d.t.Helper()
	d.window.Resize(fyne.NewSize(width, height))
	if least := d.place.View().MinSize(); least.Width > width || least.Height > height {
		d.t.Errorf("in %v x %v it insists on %v", width, height, least)
	}
}

func (d *desk) zoom(scheme parts.Scheme, percent int) {
	d.app.Settings().SetTheme(parts.NewTheme(scheme, percent))
	d.place.View().Refresh()
}

// halina is a member with a history and the longest of everything.
func halina(h *hall) {
	h.keeps(
		data.Person{
			ID: "halina", First: "Halina Maria Konstancja", Last: "Tokarczuk-Wiśniewska-Featherstonehaugh", Number: "A1058831", Status: data.Member,
			Ward: "Canalside and Wharf Road North", Joined: data.MustDate(2019, 2, 3), Email: "h.tokarczuk@mail.example", Phones: []string{"07700 900 188"},
			Address: []string{"22 Wharf Row", "Canalside"}, Postcode: "NG1 1AA", LastSeen: may1, Note: "Best phoned after 6pm. Has the spare key to the hall.",
		},
		data.Post{ID: "chair", Name: "Chair", Place: 1},
		data.Term{ID: "t1", Post: "chair", Person: "halina", From: data.MustDate(2025, 7, 10), How: data.ElectedBallot},
		data.Meeting{ID: "m1", Kind: data.Ordinary, Date: data.MustDate(2026, 4, 9), Status: data.Closed},
		data.Meeting{ID: "m2", Kind: data.Ordinary, Date: may14, Status: data.Planned},
		data.Event{ID: "e1", Meeting: "m1", Person: "halina", Move: data.CameIn, Capacity: data.Voter},
		data.Motion{ID: "mo1", Ref: "M-2026-05", Title: "Safer crossings on Mill Lane", Mover: "halina", Received: data.MustDate(2026, 4, 29), Status: data.Received},
	)
}

func TestTheRegisterIsDrawnInEveryLook(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	h.brings("members-may-2026.csv", listA(), may1)
	halina(h)
	d := newDesk(t, h)
	d.place.Visit(place.Route{Place: "members", ID: "halina"})
	d.place.Refresh()
	d.look("register")
	d.fits(1162, 620)
	d.fits(952, 560)
	d.look("register-952")
	d.place.reg.card.toggleContact()
	d.zoom(parts.Dark, 100)
	d.window.Resize(fyne.NewSize(1162, 620))
	d.look("register-dark")
	d.zoom(parts.Light, 150)
	d.fits(1258, 600)
	d.look("register-150")
	d.zoom(parts.Contrast, 200)
	d.fits(1222, 600)
	d.place.reg.open()
	d.look("register-200")
}

func TestTheFormIsDrawn(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	halina(h)
	d := newDesk(t, h)
	d.place.Visit(place.Route{Place: "members", ID: "halina"})
	d.place.Refresh()
	d.place.edit()
	d.look("form")
	d.fits(1162, 620)
}

func TestAnImportIsDrawnInEveryLook(t *testing.T) {
	h := newHall(t, june1)
	h.brings("members-may-2026.csv", listA(), may1)
	d := newDesk(t, h)
	d.place.Visit(place.Route{Place: "members", Tab: "import"})
	d.look("import-start")
	d.fits(1162, 620)
	rows := listB()
	rows[7][colJoined] = "31/02/2026"
	d.lists.file = openList(t, "members-june-2026.csv", asFile(t, rows))
	d.place.chooseList()
	d.look("import")
	d.fits(1162, 620)
	d.zoom(parts.Light, 150)
	d.fits(1258, 600)
	d.look("import-150")
	d.zoom(parts.Dark, 100)
	d.window.Resize(fyne.NewSize(1162, 620))
	d.look("import-dark")
	d.zoom(parts.Light, 100)
	d.place.imports.BringIn()
	d.look("result")
	d.fits(1162, 620)
}

// press does the command of that name, as its key does.
func (d *desk) press(name string) bool {
	d.t.Helper()
	for _, c := range d.place.Commands() {
		if c.Name == name {
			return c.Do()
		}
	}
	d.t.Fatalf("there is no command %s", name)
	return false
}

func (d *desk) escape() bool {
	return d.place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
}

func TestAListIsBroughtInByKeyboard(t *testing.T) {
	d := newDesk(t, newHall(t, june1))
	d.place.Visit(place.Route{Place: "members", Tab: "import"})
	want(t, d.place.FirstFocus(), fyne.Focusable(d.place.list.file))
	want(t, d.press("Bring in this list"), false)
	d.lists.file = openList(t, "members-may-2026.csv", asFile(t, listA()))
	d.press("Choose a list to bring in…")
	want(t, d.shell.Focused, fyne.Focusable(d.place.list.do))
	want(t, d.press("Bring in this list"), true)
	want(t, d.place.Route(), place.Route{Place: "members"})
	want(t, d.shell.Said[0], "Brought in 214 new. One Undo takes it all back.")
	want(t, d.copies.made, 1)
	want(t, *d.lists.file.(listFile).remembered, 1)
	want(t, d.place.model.Filter(), ThisImport)
	want(t, d.escape(), true)
	want(t, d.place.model.Filter(), Everyone)
}

// later is a runner whose work ends when the test says so, as a real one's does.
type later struct{ task place.Task }

func (l *later) Run(task place.Task) func() {
	l.task = task
	return func() {}
}

func TestEnterBringsInPastedNamesOnceTheyAreCompared(t *testing.T) {
	d := newDesk(t, newHall(t, june1))
	runner := &later{}
	d.place.imports.runner = func() place.Runner { return runner }
	d.place.Visit(place.Route{Place: "members", Tab: "import"})
	d.place.take(openList(t, "names.csv", asFile(t, listA())))
	want(t, d.shell.Focused, nil)
	place.Inline{}.Run(runner.task)
	want(t, d.shell.Focused, fyne.Focusable(d.place.list.do))
}

func TestAFileThatCannotBeReadSaysWhy(t *testing.T) {
	d := newDesk(t, newHall(t, june1))
	d.lists.err = data.NewProblem("The file is empty.", nil)
	d.press("Choose a list to bring in…")
	want(t, len(d.shell.Problems), 1)
	want(t, d.place.imports.HasList(), false)
	want(t, d.escape(), true)
	want(t, d.place.Route(), place.Route{Place: "members"})
	want(t, d.escape(), false)
}

func TestAnImportIsGivenUpWithoutATrace(t *testing.T) {
	d := newDesk(t, newHall(t, june1))
	d.lists.file = openList(t, "members-may-2026.csv", asFile(t, listA()))
	d.press("Choose a list to bring in…")
	want(t, d.escape(), true)
	want(t, d.place.imports.HasList(), false)
	want(t, len(d.everyone()), 0)
	want(t, d.copies.made, 0)
}

func TestContactDetailsAreHiddenUntilAskedForAndWhenThePlaceIsLeft(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	halina(h)
	d := newDesk(t, h)
	want(t, d.press("Show or hide contact details"), false)
	d.place.Visit(place.Route{Place: "members", ID: "halina"})
	d.place.Refresh()
	want(t, len(d.place.reg.card.contact.Objects), 1)
	want(t, d.press("Show or hide contact details"), true)
	want(t, len(d.place.reg.card.contact.Objects), 3)
	d.place.Leave()
	want(t, len(d.place.reg.card.contact.Objects), 1)
}

func TestAPrivateNoteIsKeptWhenThePlaceIsLeft(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	halina(h)
	d := newDesk(t, h)
	d.place.Visit(place.Route{Place: "members", ID: "halina"})
	d.place.Refresh()
	note := d.place.reg.card.note
	d.window.Canvas().Focus(note)
	note.SetText("Has moved to Lock Road.")
	d.place.Refresh()
	want(t, note.Text, "Has moved to Lock Road.")
	d.place.Leave()
	card, _, _ := d.place.model.Card()
	want(t, card.Note, "Has moved to Lock Road.")
	want(t, d.shell.Said[0], "The private note on Halina Maria Konstancja Tokarczuk-Wiśniewska-Featherstonehaugh is kept.")
}

func TestSomebodyIsAddedInTheForm(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	halina(h)
	d := newDesk(t, h)
	d.press("Add a person")
	form := d.place.reg.form
	want(t, d.shell.Focused, form.first())
	test.Type(form.first_, "Ann")
	form.save()
	want(t, form.rows["last"].Error(), "Type at least a surname.")
	test.Type(form.last, "Prior")
	test.Type(form.number, "A1058831")
	form.save()
	if form.rows["number"].Error() == "" || form.rows["last"].Error() != "" {
		t.Errorf("beside the number: %q, beside the name: %q", form.rows["number"].Error(), form.rows["last"].Error())
	}
	form.number.SetText("")
	test.Type(form.joined, "31/2/2026")
	form.save()
	want(t, form.rows["joined"].Error(), "Write the date like 14 May 2026.")
	form.joined.SetText("3 Feb 2019")
	form.save()
	want(t, d.place.reg.form == nil, true)
	want(t, d.place.model.row("Ann Prior"), "3 Feb 2019")
}

// row is when somebody who is shown joined.
func (m *Model) row(name string) string {
	for _, r := range m.Rows {
		if r.Name == name {
			return r.Joined
		}
	}
	return ""
}

func TestEveryNameIsReachedFromTheSearchByKeyboard(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	d := newDesk(t, h)
	d.window.Canvas().Focus(d.place.reg.search)
	test.Type(d.place.reg.search, "fraz")
	d.place.reg.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, d.shell.Focused, fyne.Focusable(d.place.reg.register))
	want(t, d.place.Route(), place.Route{Place: "members", ID: "callum"})
	want(t, d.place.reg.card.name.Text(), "Callum Frazer")
}
