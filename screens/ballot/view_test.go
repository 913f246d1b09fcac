package ballot

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/data/count"
	"branchbook/screens/parts"
	"branchbook/screens/place"
	"branchbook/screens/place/placetest"
)

// drawer holds one file of ballots, and remembers what was written.
type drawer struct {
	file    count.Election
	written []string
}

func (d *drawer) OpenBallots(then func(count.Election, error)) { then(d.file, nil) }

func (d *drawer) SaveBallots(_ data.ContestID, then func(data.Paper, error)) {
	d.written = append(d.written, "ballots")
	then(data.Paper{File: "ballots.blt"}, nil)
}

func (d *drawer) Result(_ data.ContestID, then func(data.Paper, error)) {
	d.written = append(d.written, "result")
	then(data.Paper{File: "result.docx"}, nil)
}

// room is the place in a window, with the keyboard alone.
type room struct {
	*table
	p      *Place
	shell  *placetest.Shell
	drawer *drawer
	win    fyne.Window
}

func newRoom(t testing.TB, s *table) *room {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	r := &room{table: s, shell: &placetest.Shell{}, drawer: &drawer{}}
	r.p = New(Deps{Book: s.book, Shell: r.shell, Files: r.drawer})
	r.win = test.NewWindow(r.p.View())
	r.win.SetPadded(false)
	r.win.Resize(fyne.NewSize(1162, 620))
	t.Cleanup(r.win.Close)
	r.p.Visit(place.Route{Place: Name, ID: "c1"})
	r.Model = r.p.model
	r.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if !r.p.TypedKey(ev) {
			place.Commands(r.p.Commands()).TypedKey(ev)
		}
	})
	r.win.Canvas().Focus(r.p.FirstFocus())
	return r
}

// lines types each line with Enter behind it.
func (r *room) lines(lines ...string) {
	r.t.Helper()
	for _, l := range lines {
		test.Type(r.p.entry.field, l)
		r.key(fyne.KeyReturn)
	}
}

// key types a bare key at the field.
func (r *room) key(name fyne.KeyName) {
	r.p.entry.field.TypedKey(&fyne.KeyEvent{Name: name})
}

func (r *room) does(name string) {
	r.t.Helper()
	for _, c := range r.p.Commands() {
		if c.Name == name {
			if !c.Do() {
				r.t.Fatalf("%s cannot be done", name)
			}
			return
		}
	}
	r.t.Fatalf("there is no %s", name)
}

func TestThePileIsTypedByKeysAlone(t *testing.T) {
	r := newRoom(t, delegates(t))
	r.lines("3 1 2", "3 4")
	r.key(fyne.KeyF8)
	r.key(fyne.KeyF9)
	if !r.Spoiling() || r.p.entry.lines[1].view == nil || r.p.entry.laid[1].Name != "Too many marks" {
		t.Fatalf("F9 asks for no reason: %+v", r.p.entry.laid)
	}
	test.Type(r.p.entry.field, "2") // the digit is enough
	r.lines("4")
	r.key(fyne.KeyPageUp)
	r.lines("s 3")
	const want = "1 3 1 2||Typed once; 2 3 4||Typed once; 3 spoilt: blank||Typed once; 4 spoilt: too many marks||Typed once; 5 spoilt: intention not clear||Typed once"
	if got := r.states(); got != want {
		t.Error(got)
	}
	if r.p.entry.field.Text != "" || r.shell.Focused != fyne.Focusable(r.p.entry.field) {
		t.Error("the caret does not wait for the next ballot")
	}
	if got := r.shell.Said[len(r.shell.Said)-1]; got != "Ballot 5: spoilt: intention not clear." {
		t.Error(got)
	}
	if got := r.p.count.shown.Balance; got != "2 valid + 3 spoilt = 5 of 15 issued" {
		t.Errorf("the count stands at %q", got)
	}
}

func TestAWrongLineStaysWithWhatIsWrong(t *testing.T) {
	r := newRoom(t, delegates(t))
	r.lines("3 9")
	if r.p.entry.field.Text != "3 9" || r.p.entry.says.Text() != "There is no 9 on this ballot." || r.Rows() != 0 {
		t.Errorf("%q: %q", r.p.entry.field.Text, r.p.entry.says.Text())
	}
	test.Type(r.p.entry.field, " ")
	if strings.Contains(r.p.entry.says.Text(), "no 9") {
		t.Error("it stays wrong while it is put right")
	}
}

func TestEscapeLeavesACorrectionBeforeThePage(t *testing.T) {
	r := newRoom(t, delegates(t))
	r.lines("3", "4")
	r.key(fyne.KeyPageUp)
	if r.p.entry.heading.Text() != "Correct ballot 2" {
		t.Fatal(r.p.entry.heading.Text())
	}
	r.key(fyne.KeyEscape)
	if len(r.shell.Went) != 0 || r.p.entry.heading.Text() != "Ballot 3 of 15" {
		t.Fatalf("went %v, %s", r.shell.Went, r.p.entry.heading.Text())
	}
	r.key(fyne.KeyEscape)
	if len(r.shell.Went) != 1 || r.shell.Went[0] != (place.Route{Place: "election", ID: "c1"}) {
		t.Errorf("went %v", r.shell.Went)
	}
}

func TestClosingAsksWhyWhereSomethingIsMissing(t *testing.T) {
	r := newRoom(t, delegates(t))
	r.lines("3", "4")
	r.does("Close the round…")
	if len(r.shell.Opened) != 1 || r.current().Closed {
		t.Fatal("nothing is asked")
	}
	if err := r.EnterAs(true); err != nil {
		t.Fatal(err)
	}
	r.p.show()
	r.lines("3", "4")
	if _, err := r.PutHanded(Handed{Issued: 3, NotCast: 1}); err != nil {
		t.Fatal(err)
	}
	r.does("Close the round…")
	if !r.current().Closed || len(r.shell.Went) != 1 {
		t.Errorf("closed %v, went %v, missing %v", r.current().Closed, r.shell.Went, r.Missing())
	}
	if !r.p.entry.typing.Hidden || r.p.entry.begin.Label() != "Open it again" {
		t.Errorf("the field is there still, and the button says %q", r.p.entry.begin.Label())
	}
}

func TestBallotsComeInAndGoOutAsAFile(t *testing.T) {
	r := newRoom(t, delegates(t))
	r.drawer.file = count.Election{Candidates: []string{"Siân Llewellyn", "Aoife Bhriain", "Zoë Okafor", "Halina Tokarczuk"}, Places: 2,
		Ballots: []count.Ballot{{Slips: 2, Marks: []int{2, 0}}, {Slips: 1, Marks: []int{3}}}}
	r.does("Bring in ballots (.blt)…")
	if r.Rows() != 3 || r.Row(0).First != "3 1" {
		t.Error(r.states())
	}
	r.does("Write the ballots to a file (.blt)…")
	r.does("Print the count")
	if got := strings.Join(r.drawer.written, " "); got != "ballots result" {
		t.Error(got)
	}
	r.drawer.file.Candidates[0] = "Somebody Else"
	r.does("Bring in ballots (.blt)…")
	if len(r.shell.Problems) != 1 {
		t.Errorf("problems %v", r.shell.Problems)
	}
}

// Nothing pushes the window off a laptop's screen, however long the names and however many stand.
func TestThePageFitsTheSmallestWindow(t *testing.T) {
	long := []string{"Nwachukwu-Featherstonehaugh Oluwadamilola", "A B", "C D", "E F", "G H", "I J", "K L", "M N", "O P", "Q R", "S T", "U V", "W X", "Y Z"}
	s := sit(t, data.Contest{Title: strings.Repeat("Delegates to the General Committee ", 4), Places: 3, Rule: data.BySTV}, long...)
	s.begin(29)
	r := newRoom(t, s)
	r.lines("1 2 3 4 5 6 7", "2 1", "3 4", "5 6 7 8 9 10 11 12 13 14")
	for _, percent := range []int{100, 150, 200} {
		fyne.CurrentApp().Settings().SetTheme(parts.NewTheme(parts.Light, percent))
		if min := r.p.View().MinSize(); min.Width > 1100 || min.Height > 620 {
			t.Errorf("at %d%% the page wants %v", percent, min)
		}
	}
}

func TestEveryStageOfALongCountCanBeSeen(t *testing.T) {
	r := newRoom(t, sit(t, data.Contest{Title: "Chair", Places: 1, Rule: data.ByPreference},
		"A Dunne", "B Mbeki", "C Carrick", "D Okafor", "E Adeyemi"))
	r.begin(15)
	r.p.Visit(place.Route{Place: Name, ID: "c1"})
	r.lines("1", "1", "1", "1", "1", "2", "2", "2", "2", "3 2", "3 2", "3 2", "4 3", "4 3", "5 4")
	v := r.p.count
	if len(v.shown.Stages) != 5 || v.paged.Hidden || strings.Join(v.named, ", ") != "1–3, 4–5" {
		t.Fatalf("%d stages, offered as %q", len(v.shown.Stages), v.named)
	}
	if v.pages.Chosen() != 1 || v.from != 3 {
		t.Errorf("the last stage is not shown first: page %d from %d", v.pages.Chosen(), v.from)
	}
	v.pages.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if v.from != 0 {
		t.Errorf("stages are shown from %d", v.from)
	}
}

func TestThePageSaysByWhichKeyThePileGoesOn(t *testing.T) {
	r := newRoom(t, sit(t, data.Contest{Title: "Chair", Places: 1, Rule: data.ByPreference}, "A Dunne", "B Mbeki"))
	if _, err := r.Begin(); err != nil {
		t.Fatal(err)
	}
	r.p.show()
	if !r.p.list.again.Hidden || r.p.count.issued.Hidden {
		t.Error("before the first ballot there is nothing to type again, and how many were issued can be said")
	}
	r.lines("1 2", "2 1")
	if r.p.list.again.Hidden {
		t.Error("nothing says how the second entry begins")
	}
	r.does("Second entry")
	r.lines("1 2", "2")
	if !r.p.list.again.Hidden || r.p.entry.next.Hidden {
		t.Error("the ballots that differ are next")
	}
	r.key(fyne.KeyReturn)
	if got := r.Card(); got.Heading != "Settle ballot 2" || got.Like != "" {
		t.Errorf("after the last ballot Enter goes to %+v", got)
	}
	r.lines("2 1")
	if !r.p.entry.next.Hidden {
		t.Error("a button goes on to nothing")
	}
}

func TestTheOtherRulesFitThePanel(t *testing.T) {
	newRoom(t, delegates(t))
	for rules := 1; rules <= 5; rules++ {
		table := parts.NewRegister(parts.OneLine, ruleColumns(rules)...)
		if got := parts.Logical(table.MinSize().Width); got > 470 {
			t.Errorf("%d rules want %.0f pixels", rules, got)
		}
	}
}

func TestTheOtherRulesStandSideBySide(t *testing.T) {
	r := newRoom(t, delegates(t))
	r.lines(fifteen...)
	r.does("The same ballots under another rule")
	if len(r.shell.Opened) != 1 {
		t.Fatal("no panel is open")
	}
	rows := sideBySide(append([]Other{{Rule: r.Rule(), Count: r.Count()}}, r.Others()...))
	if len(rows) != 4 || len(rows[0]) != 3 || !strings.HasSuffix(rows[0][1].Text, "Elected") {
		t.Errorf("%+v", rows)
	}
}
