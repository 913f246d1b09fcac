package posts

import (
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

func newDesk(t *testing.T, structure data.Structure, members int) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(parts.NewTheme(parts.Light, 100))
	h := newHall(t, structure)
	if members > 0 {
		h.listed(members)
	}
	d := &desk{hall: h, shell: &placetest.Shell{}}
	d.Place = New(Deps{Book: h.book, Keys: &place.Keys{}, Shell: d.shell, Now: func() time.Time { return agm.Midnight() }})
	d.win = test.NewWindow(d.View())
	d.win.SetPadded(false)
	d.win.Resize(fyne.NewSize(1162, 620))
	t.Cleanup(d.win.Close)
	d.Refresh()
	return d
}

func TestThePlaceFitsTheLaptopWithTheLongestNames(t *testing.T) {
	d := newDesk(t, data.Delegates, 216)
	d.hall.elect("Alexandrina Bartholomew-Featherstonehaugh van der Westhuizen")
	d.Refresh()
	for _, size := range []int{100, 150, 200} {
		fyne.CurrentApp().Settings().SetTheme(parts.NewTheme(parts.Light, size))
		if m := d.View().MinSize(); m.Width > 1100 || m.Height > 620 {
			t.Errorf("at %d%% the place insists on %v", size, m)
		}
	}
}

func TestEnterRecordsADelegateAndStaysForTheNext(t *testing.T) {
	d := newDesk(t, data.Delegates, 216)
	form := newSeatForm(d.Place, Draft{Class: data.OpenSeat, Elected: agm})
	form.show("Add a delegate")
	test.Type(form.who.Field(), "number001")
	form.who.Field().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, form.who.Text(), "Member Number001")
	form.how.ChooseValue("Ballot")
	form.who.Field().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want(t, d.shell.Said[0], "Member Number001 recorded in seat 1.")
	want(t, form.who.Text(), "")
	want(t, form.how.Value(), "Ballot")
	want(t, len(d.shell.Opened), 1)
	want(t, d.model.Rows[0].Cells[1].Text, "Member Number001")
}

func TestTheOfficersAreTypedByTabAndRecordedTogether(t *testing.T) {
	d := newDesk(t, data.Delegates, 0)
	want(t, d.FirstFocus(), fyne.Focusable(d.officers.fill))
	d.officers.startSheet()
	want(t, len(d.shell.Opened), 1)
	want(t, d.shell.Opened[0].Title, "Officers now in post")
}

func TestUnderAllMembersTheCardSaysSo(t *testing.T) {
	d := newDesk(t, data.AllMembers, 20)
	want(t, d.seats.nobody.Visible(), true)
	want(t, d.seats.register.Visible(), false)
	d.seats.beginLiaison()
	want(t, d.seats.nobody.Visible(), false)
	want(t, d.seats.register.Visible(), true)
}

func TestAVisitSelectsTheSeat(t *testing.T) {
	d := newDesk(t, data.Delegates, 30)
	d.hall.elect("Member Number002")
	id := d.hall.Rows[0].ID
	d.Visit(place.Route{Place: name, Tab: delegatesTab, ID: string(id)})
	d.Refresh()
	want(t, d.seats.chosen(), id)
	want(t, d.Route(), place.Route{Place: name, Tab: delegatesTab})
}

func TestADelegateOfAnAffiliateIsRecordedByKeys(t *testing.T) {
	d := newDesk(t, data.Delegates, 30)
	d.seats.startAffiliate()
	want(t, d.shell.Opened[0].Title, "Add an affiliate's delegate")
	form := newSeatForm(d.Place, Draft{Class: data.OpenSeat, Elected: agm, Affiliate: true})
	form.show("Add an affiliate's delegate")
	test.Type(form.who.Field(), "Delroy Bright")
	form.sender.Put("Unite")
	form.record()
	want(t, d.shell.Said[0], "Delroy Bright recorded for Unite.")
	want(t, form.sender.Text, "Unite")
	want(t, d.model.Rows[2].Words, "Delroy Bright")
}

func TestAnotherDayIsShownAndTodayComesBack(t *testing.T) {
	d := newDesk(t, data.Delegates, 30)
	d.hall.elect("Member Number001")
	d.Refresh()
	want(t, d.model.Rows[0].Vacant, false)
	d.showOn(agm.AddDays(-1), nil)
	want(t, d.under.Text(), "As on Wed 10 Jun 2026: who held what then")
	want(t, d.model.Rows[0].Vacant, true)
	d.showOn(data.Date{}, nil)
	want(t, d.under.Text(), whatItIs)
	want(t, d.model.Rows[0].Vacant, false)
}

func TestTheNextBodyIsShownByAKey(t *testing.T) {
	d := newDesk(t, data.Delegates, 30)
	must(t, d.model.AddBody("Trades council"))
	must(t, d.model.ShowBody(0))
	d.Refresh()
	want(t, d.seats.heading.Visible(), false)
	want(t, d.seats.bodies.Value(), "General Committee")
	d.seats.nextBody()
	want(t, d.seats.bodies.Value(), "Trades council")
	want(t, d.seats.returned.Visible(), false)
	d.seats.nextBody()
	want(t, d.seats.bodies.Value(), "General Committee")
}

func TestATermEndsWithAReasonAndAnotherBegins(t *testing.T) {
	d := newDesk(t, data.Delegates, 0)
	d.hall.inPost()
	d.Refresh()
	d.officers.register.Select(string(d.hall.officer("Treasurer").Post))
	form := newTermForm(d.Place, d.model.Officer(d.officers.chosen()))
	form.Open(d.shell, "Treasurer", form.who.Field())
	test.Type(form.who.Field(), "Jean Whitcombe")
	form.acting.SetChecked(true)
	form.record()
	want(t, d.shell.Said[0], "Jean Whitcombe recorded as acting treasurer.")
	want(t, d.model.Officer(d.officers.chosen()).Holder, "Sørensen and Whitcombe acting")
	d.officers.startEnding()
	want(t, d.shell.Opened[len(d.shell.Opened)-1].Title, "End a term as Treasurer")
}

func TestTheRulesOfABodySayWhatTheyComeToAsTheyAreTyped(t *testing.T) {
	d := newDesk(t, data.Delegates, 216)
	form := newBodyForm(d.Place)
	form.Open(d.shell, "Rules", form.seats)
	test.Type(form.seats, "1 per 20, or part")
	form.record()
	want(t, d.shell.Said[0], "The rules of the General Committee are kept.")
	want(t, d.model.Seats, "11 seats")
	d.seats.startRules()
	want(t, d.shell.Opened[len(d.shell.Opened)-1].Title, "Rules of the General Committee")
}
