package election

import (
	"testing"

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

func newDesk(t *testing.T, h *hall) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	d := &desk{hall: h, shell: &placetest.Shell{}}
	d.Place = New(Deps{Book: h.book, Shell: d.shell, Now: h.now})
	d.win = test.NewWindow(d.View())
	d.win.SetPadded(false)
	d.win.Resize(fyne.NewSize(1162, 620))
	t.Cleanup(d.win.Close)
	d.Visit(place.Route{Place: name, ID: string(h.Shown())})
	d.Refresh()
	return d
}

// do runs a command by its name.
func (d *desk) do(t *testing.T, name string) {
	t.Helper()
	for _, c := range d.Commands() {
		if c.Name == name {
			if !c.Do() {
				t.Fatalf("%s cannot be done now", name)
			}
			return
		}
	}
	t.Fatalf("there is no command %q", name)
}

func enter(f fyne.Focusable) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

func TestThePlaceFitsTheLaptopWithTheLongestNames(t *testing.T) {
	h := newHall(t)
	d := h.Suggest(h.subject("Something else"))
	d.Title, d.Kind = "Representative of the branch on the joint consultative committee for the canal corridor regeneration", data.Nominates
	h.does(h.Begin(d))
	n := h.New()
	n.Who, n.From = parts.Who{Name: "Alexandrina Bartholomew-Featherstonehaugh van der Westhuizen"}, "Northgate and Canalside East Constituency Labour Party"
	h.does(h.Nominate(n))
	desk := newDesk(t, h)
	for _, size := range []int{100, 150, 200} {
		fyne.CurrentApp().Settings().SetTheme(parts.NewTheme(parts.Light, size))
		for _, r := range []place.Route{{ID: string(h.Shown())}, {Tab: meetingTab}} {
			desk.Visit(r)
			desk.Refresh()
			if m := desk.View().MinSize(); m.Width > 1100 || m.Height > 620 {
				t.Errorf("at %d%% the place insists on %v", size, m)
			}
		}
	}
}

func TestEnterNominatesAndStaysForTheNext(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	d := newDesk(t, h)
	form := newNominateForm(d.Place, d.model.New())
	form.show("Nominate")
	for _, step := range []struct {
		field   *parts.PersonField
		letters string
	}{{form.who, "dunne"}, {form.proposer, "keogh"}, {form.seconder, "okafor"}} {
		test.Type(step.field.Field(), step.letters)
		enter(step.field.Field()) // takes the name
		enter(step.field.Field()) // goes on
	}
	want(t, "said", d.shell.Said[0], "Margaret Dunne is nominated.")
	want(t, "the form is ready", form.who.Text(), "")
	want(t, "consent is carried over", form.consent.Value(), "Agrees to stand")
	want(t, "still open", len(d.shell.Opened), 1)
	want(t, "backers", d.model.Page.Rows[0].Cells[3].Text, "Keogh, Okafor")
}

func TestFiguresAreTypedDownTheColumnAndKept(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByMostVotes))
	d := newDesk(t, h)
	d.do(t, "Go on with the election")
	want(t, "a ballot is being taken", d.model.Page.Voting, true)
	v := d.page.votes
	want(t, "the caret begins at the ballots issued", v.first(), fyne.Focusable(v.issued))
	d.win.Canvas().Focus(v.issued)
	test.Type(v.issued, "20")
	want(t, "when they are known, at those that cannot be counted", v.first(), fyne.Focusable(v.spoilt))
	enter(v.notCast)
	want(t, "Enter passes the button beside the figures", d.shell.Focused, fyne.Focusable(v.fields[0]))
	d.win.Canvas().Focus(v.fields[0])
	test.Type(v.fields[0], "11")
	d.win.Canvas().Focus(v.fields[1])
	r, _ := d.model.last()
	want(t, "issued is in the book", r.Issued, 20)
	want(t, "and the first votes", r.Votes[v.who[0]], 11)
	test.Type(v.fields[1], "30")
	want(t, "too many", v.wrong.Text(), "30 votes for one nominee are more than 20 valid ballots. Correct one of the two.")
	v.fields[1].SetText("9")
	want(t, "corrected", v.wrong.Hidden, true)
	want(t, "sum", d.model.Page.Ballots.Facts[0].Value, "20")
	enter(v.fields[1])
	want(t, "decided", d.model.Page.Step, StepRecord)
	want(t, "the caret is at the button", d.shell.Focused, fyne.Focusable(d.page.step))
	d.do(t, "Go on with the election")
	want(t, "declared", d.model.Page.Status.Text, "Declared")
}

func TestTheListOpensTheContestThatIsSelected(t *testing.T) {
	h := newHall(t)
	d := newDesk(t, h)
	d.Visit(place.Route{Place: name, Tab: meetingTab, ID: string(h.meeting)})
	d.Refresh()
	d.do(t, "All officers and delegates, in order")
	want(t, "contests", len(d.model.List.Rows), 6)
	d.list.register.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, "opened", d.shell.Went[0].ID, string(d.model.List.Rows[0].ID))
	first := d.model.List.Rows[0].Words
	d.do(t, "Move this election down")
	want(t, "moved", d.model.List.Rows[1].Words, first)
	want(t, "and still selected", d.list.chosen(), d.model.List.Rows[1].ID)
}

func TestTheFormThatBeginsAnElectionSuggestsTheFirstPost(t *testing.T) {
	h := newHall(t)
	d := newDesk(t, h)
	d.Visit(place.Route{Place: name, Tab: newTab})
	d.Refresh()
	want(t, "the form is open", len(d.shell.Opened), 1)
	want(t, "title", d.shell.Opened[0].Title, "Record an election")
	d.Refresh()
	want(t, "and opens once", len(d.shell.Opened), 1)
}

// printer remembers how many ballots it was asked for.
type printer struct {
	Papers
	copies int
}

func (p *printer) Ballots(_ data.ContestID, copies int, _ func(data.Paper, error)) { p.copies = copies }

func TestWhatIsTypedReplacesTheSuggestedNumberOfBallots(t *testing.T) {
	h := newHall(t)
	h.begin("Chair")
	h.nominate("Margaret Dunne", "Grace Mbeki")
	h.does(h.Close())
	h.does(h.ChooseRule(data.ByMostVotes))
	d, at := newDesk(t, h), &printer{}
	d.deps.Papers = at
	d.do(t, "Print the ballots…")
	copies := d.shell.Opened[0].First
	for _, digit := range "32" {
		copies.TypedRune(digit)
	}
	enter(copies)
	want(t, "ballots", at.copies, 32)
}
