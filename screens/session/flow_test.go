package session

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// sevenVoters is a meeting that starts at 7.30pm with seven of the ten voters it needs.
func sevenVoters(t *testing.T) *hall {
	h := newHall(t).at("7.25pm")
	for _, name := range regulars[:7] {
		h.comesIn(name)
	}
	return h
}

// minutes are the minutes as the book would print them now.
func (h *hall) minutes() (m data.Minutes) {
	h.t.Helper()
	err := h.book.Read(func(r *book.Reading) error {
		e, err := r.Evening(h.Meeting())
		m = e.Minutes(data.MinutesStyle{})
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return m
}

// printed is everything that stands under the items.
func (h *hall) printed() string {
	var words []string
	for _, item := range h.minutes().Items {
		for _, p := range item.Parts {
			words = append(words, item.Number+" "+strings.TrimSpace(p.Lead+" "+p.Text+" "+p.Note))
		}
	}
	return strings.Join(words, "\n")
}

func (h *hall) wantPrinted(wanted string) {
	h.t.Helper()
	if got := h.printed(); !strings.Contains(got, wanted) {
		h.t.Errorf("the minutes do not have %q:\n%s", wanted, got)
	}
}

func (h *hall) notDone(said string, err error) {
	h.t.Helper()
	if err == nil {
		h.t.Errorf("it was done: %s", said)
	}
}

func TestAMeetingWaitsForItsQuorumThenAsksHowToGoOn(t *testing.T) {
	h := sevenVoters(t).at("7.48pm")
	h.do(h.Start())
	want(t, h.Head.Quorum, "Quorum 10  ·  waits for its quorum until 8.00pm, 12 min left")
	want(t, h.Notice.Text, "")
	h.at("8.00pm").show()
	want(t, h.Notice.Text, "The meeting had no quorum by 8.00pm: no business, or pressing business subject to ratification?")
	want(t, h.Head.Quorum, "Quorum 10  ·  not quorate: 7 of 10")
	want(t, h.do(h.SetWithoutQuorum(data.PressingAlone)), "Pressing business subject to ratification at 8.00pm.")
	want(t, h.Notice.Text, "Pressing business alone since 8.00pm: each decision waits to be ratified.")
	h.undo()
	want(t, h.Notice.Text, "The meeting had no quorum by 8.00pm: no business, or pressing business subject to ratification?")
	h.do(h.SetWithoutQuorum(data.PressingAlone))
	h.at("8.20pm")
	for _, name := range regulars[7:10] {
		h.comesIn(name)
	}
	want(t, h.Notice.Text, "A quorum came after all: quorate from 8.20pm. The meeting can do all its business.")
	want(t, strings.Join(h.minutes().Course, "|"),
		"The meeting was not quorate: 7 of the 10 voters needed were present at 8.00pm. Pressing business alone was done, subject to ratification. There was a quorum from 8.20pm.")
}

// ratifying plans a meeting whose one item wrote itself from a pressing decision.
func (h *hall) ratifying(on data.Date, d data.Decision) data.MeetingID {
	h.t.Helper()
	id := h.another(on)
	err := h.book.Change("put it on the agenda", func(tx *book.Tx) error {
		return tx.Items.Put(data.AgendaItem{
			ID: data.ItemID(tx.NewID()), Meeting: id, Place: 0, Kind: data.ItemRatify, Heading: "Ratify: " + d.Text,
			From: data.Source{Kind: data.FromDecision, Record: data.ID(d.ID)},
		})
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return id
}

func (h *hall) toRatify() []data.Decision {
	h.t.Helper()
	var all []data.Decision
	err := h.book.Read(func(r *book.Reading) (err error) { all, err = r.Decisions.All(); return })
	if err != nil {
		h.t.Fatal(err)
	}
	return data.ToRatify(all)
}

func TestPressingBusinessIsRatifiedAtTheNextMeeting(t *testing.T) {
	h := sevenVoters(t).at("8.00pm")
	h.do(h.Start())
	h.do(h.SetWithoutQuorum(data.PressingAlone))
	h.do(h.Decide("pay hall hire £45"))
	h.wantPrinted("AGREED Pay hall hire £45. Made without a quorum, subject to ratification.")
	h.do(h.Close())
	waiting := h.toRatify()
	if len(waiting) != 1 || waiting[0].Text != "pay hall hire £45" {
		t.Fatalf("to be ratified: %+v", waiting)
	}

	october := data.MustDate(2026, 10, 8)
	next := h.ratifying(october, waiting[0])
	h.date = october
	h.at("7.20pm")
	if err := h.Open(next); err != nil {
		t.Fatal(err)
	}
	for _, name := range regulars {
		h.comesIn(name)
	}
	h.at("7.30pm")
	h.do(h.Start())
	want(t, h.Notice.Text, "To be ratified: pay hall hire £45 ("+waiting[0].Ref+", made without a quorum).")
	h.do(h.Ratify(true))
	h.wantPrinted("1 AGREED Ratified: pay hall hire £45.")
	if left := h.toRatify(); len(left) != 0 {
		t.Errorf("still to be ratified: %+v", left)
	}
	h.notDone(h.Ratify(true))
	h.undo()
	if left := h.toRatify(); len(left) != 1 {
		t.Errorf("undo took back half of it: %+v", left)
	}
	h.do(h.Ratify(false))
	h.wantPrinted("1 DECIDED Not ratified: pay hall hire £45.")
}

func TestAMotionCarriedWithoutAQuorumIsToBeRatified(t *testing.T) {
	h := sevenVoters(t).at("8.00pm")
	h.do(h.Start())
	h.do(h.SetWithoutQuorum(data.PressingAlone))
	h.do(h.Move(MotionDraft{Title: "Pay the printer", Mover: h.find("okafor"), Seconder: h.find("mbeki")}))
	v := h.Vote(h.debated())
	v.For, v.Typed = 7, true
	h.do(h.RecordVote(v))
	waiting := h.toRatify()
	if len(waiting) != 1 || waiting[0].Text != "M-2026-01 Pay the printer" {
		t.Fatalf("to be ratified: %+v", waiting)
	}
	h.wantPrinted("CARRIED M-2026-01 Pay the printer. Made without a quorum, subject to ratification.")
}

func TestNothingIsPressingWithAQuorum(t *testing.T) {
	h := inSession(t)
	h.do(h.Decide("pay hall hire £45"))
	if waiting := h.toRatify(); len(waiting) != 0 {
		t.Errorf("to be ratified: %+v", waiting)
	}
}

func TestTwoChairsAndAMinuteTakerWhoIsNotTheSecretary(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.30pm")
	h.do(h.TakeOver(data.InTheChair, h.find("dunne"), Instead, data.Time{}))
	h.do(h.TakeOver(data.TakingMinutes, h.find("carrick"), Instead, data.Time{}))
	h.do(h.Start())
	h.at("8.10pm")
	want(t, h.do(h.TakeOver(data.InTheChair, h.find("mbeki"), Instead, data.Time{})), "Grace Mbeki is in the chair from 8.10pm.")
	want(t, h.Officiating(), "Chair: Margaret Dunne; Grace Mbeki from 8.10pm  ·  Minutes: Ben Carrick")
	want(t, strings.Join(h.minutes().Lines, "|"), "Canalside Community Hall|Chair: Margaret Dunne; Grace Mbeki from 8.10pm. Minutes: Ben Carrick.")
	h.undo()
	h.do(h.TakeOver(data.InTheChair, h.find("mbeki"), Beside, data.MustTime(19, 30)))
	want(t, h.Officiating(), "Chair: Margaret Dunne and Grace Mbeki  ·  Minutes: Ben Carrick")
}

func TestAMeetingAdjournsAndResumes(t *testing.T) {
	h := inSession(t).at("8.20pm")
	h.show()
	want(t, h.Item.Left.Text, "3 min left")
	want(t, h.do(h.Adjourn("fire alarm")), "The meeting is adjourned at 8.20pm.")
	want(t, h.Head.State.Text, "Adjourned since 8.20pm")
	h.notDone(h.Adjourn(""))
	h.at("8.35pm")
	h.do(h.Resume())
	want(t, h.Item.Left.Text, "3 min left")
	want(t, strings.Join(h.minutes().Course, "|"), "The meeting adjourned at 8.20pm (fire alarm) and resumed at 8.35pm.")
	h.notDone(h.Resume())
}

func (h *hall) extends(until data.Time, for_, against int) string {
	v := h.NewExtension(until)
	v.For, v.Against, v.Typed = for_, against, true
	return h.do(h.Extend(until, v))
}

func TestTwoThirdsOfThosePresentExtendTheMeeting(t *testing.T) {
	h := inSession(t).at("9.25pm")
	want(t, h.extends(data.MustTime(21, 45), 9, 6), "The meeting did not agree to go on until 9.45pm: lost on 9 votes to 6: it needed two thirds of those present.")
	want(t, h.Head.Ends, "guillotine 9.30pm")
	want(t, h.extends(data.MustTime(21, 45), 12, 2), "Agreed to go on until 9.45pm: 12 votes to 2 (needed 10: two thirds of 15 present).")
	want(t, h.Head.Left+", "+h.Head.Ends, "20 min left, guillotine 9.45pm")
	h.wantPrinted("7 Agreed to go on until 9.45pm: 12 votes to 2 (needed 10: two thirds of 15 present).")
	h.wantPrinted("7 That the meeting go on until 9.45pm LOST")
	h.extends(data.MustTime(0, 30), 15, 0)
	want(t, h.Head.Ends, "guillotine 12.30am")
	h.clock = h.date.Midnight().Add(24*time.Hour + 10*time.Minute)
	h.show()
	want(t, h.Head.Left, "20 min left")
	h.do(h.Adjourn(""))
	want(t, h.minutes().Course[0], "The meeting adjourned at 12.10am.")
}

func TestPartsAreNumberedMovedAndRemoved(t *testing.T) {
	h := inSession(t)
	want(t, h.do(h.AddPart("Library")), "“Library” is on the agenda as item 7.1.")
	want(t, h.do(h.AddPart("Crossings")), "“Crossings” is on the agenda as item 7.2.")
	want(t, h.do(h.LetterParts()), "The parts of item 7 are lettered: 7(a).")
	want(t, h.Agenda[8].Number+" "+h.Agenda[8].Heading, "7(b) Crossings")
	h.do("", h.Show(h.Agenda[8].ID))
	want(t, h.do(h.MoveItem(-1)), "“Crossings” is item 7(a) now.")
	want(t, h.do(h.AddItem("Buses")), "“Buses” is on the agenda as item 7(b).")
	h.do(h.RemoveItem())
	want(t, h.Agenda[8].Heading, "Library")
	h.undo()
	want(t, h.Agenda[7].Heading+" "+h.Agenda[8].Heading, "Crossings Buses")
}

func TestAnItemWithPartsMovesWithThem(t *testing.T) {
	h := inSession(t)
	h.do(h.AddPart("Library"))
	want(t, h.do(h.MoveItem(+1)), "“Motions” is item 8 now.")
	want(t, h.Agenda[6].Heading+", "+h.Agenda[8].Number+" "+h.Agenda[8].Heading, "Campaigns, 8.1 Library")
	h.do(h.MoveItem(-1))
	want(t, h.Agenda[7].Number+" "+h.Agenda[7].Heading, "7.1 Library")
}

func TestWhatWasMinutedIsNotRemoved(t *testing.T) {
	h := inSession(t)
	h.do("", h.Show(h.Agenda[8].ID))
	h.do(h.AddNote("Nobody had any."))
	h.notDone(h.RemoveItem())
	h.do("", h.Show(h.Agenda[6].ID))
	h.notDone(h.RemoveItem()) // the meeting is at it
}

func TestItemsTakenOutOfOrderAreNotTakenTwice(t *testing.T) {
	h := newHall(t).fifteenVoters().at("7.30pm")
	h.do(h.Start())
	h.do(h.TakeUp(h.Agenda[2].ID))
	h.do(h.TakeUp(h.Agenda[1].ID))
	want(t, h.do(h.Next()), "Item 4, Correspondence.")
	want(t, h.do(h.TakeUp(h.Agenda[2].ID)), "Item 3, Matters arising.")
}

func TestAnItemThatWasNotReachedSaysSo(t *testing.T) {
	h := inSession(t).at("9.00pm")
	h.do(h.Close())
	h.wantPrinted("8 Not reached.")
	if strings.Contains(h.printed(), "1 Not reached") || strings.Contains(h.printed(), "7 Not reached") {
		t.Errorf("an item that was taken is said not to have been reached:\n%s", h.printed())
	}
}

func TestAMeetingAdjournsToAnotherDayWithWhatIsLeft(t *testing.T) {
	h := inSession(t).at("9.30pm")
	h.do(h.AddNote("The debate began."))
	first := h.Meeting()
	said, next, err := h.AdjournTo(data.MustDate(2026, 5, 21), data.MustTime(19, 0), "")
	want(t, h.do(said, err), "The meeting was adjourned to Thu 21 May 2026.")
	want(t, h.minutes().Closing, "The meeting adjourned at 9.30pm, to go on on Thursday 21 May 2026.")
	if err := h.Open(next); err != nil {
		t.Fatal(err)
	}
	want(t, h.Agenda[0].Number+" "+h.Agenda[0].Heading, "1 Minutes of the last meeting")
	if h.held.Continues != first {
		t.Errorf("it goes on with %q", h.held.Continues)
	}
	if _, err := h.book.Undo(); err != nil {
		t.Fatal(err)
	}
	if err := h.Open(first); err != nil {
		t.Fatal(err)
	}
	if len(h.Agenda) != 10 || h.Status() != data.InSession {
		t.Errorf("undo left %d items, %s", len(h.Agenda), h.Status())
	}
}

func TestAMeetingThatIsOffIsNotStarted(t *testing.T) {
	h := newHall(t)
	err := h.changeMeeting("suspend it", func(m *data.Meeting) {
		m.Status = data.Suspended
		m.Moves = []data.Recall{{As: data.Suspended, Was: m.Date, By: "the national executive", Why: "pending inquiry"}}
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.Start()
	want(t, data.Say(err), "This meeting was suspended by the national executive (pending inquiry). Give it a date again under Meetings before it is started.")
	want(t, h.Head.State.Text, "Suspended")
}

func TestAMeetingWrittenUpLaterStampsNothingOfItsCourse(t *testing.T) {
	h := sevenVoters(t)
	h.clock = h.clock.Add(48 * time.Hour)
	h.do(h.Start())
	h.do(h.SetWithoutQuorum(data.NoBusiness))
	h.do(h.Adjourn("tea"))
	h.do(h.Resume())
	h.do(h.TakeOver(data.InTheChair, h.find("dunne"), Instead, data.Time{}))
	h.do(h.TakeOver(data.InTheChair, h.find("mbeki"), Instead, data.Time{}))
	want(t, strings.Join(h.minutes().Course, "|"), "The meeting was not quorate: 7 of the 10 voters needed were present. No business was done.|The meeting adjourned (tea) and resumed.")
	want(t, h.Officiating(), "Chair: Margaret Dunne; then Grace Mbeki")
}

func TestCondolencesHaveTheirUsualWords(t *testing.T) {
	h := inSession(t)
	h.do(h.AddItemOf(data.ItemCondolences, "Condolences: Alf Brown"))
	h.do("", h.Show(h.Agenda[7].ID))
	h.do(h.WriteUsual())
	h.wantPrinted("8 The meeting heard with sadness of the death of Alf Brown, and stood in silence.")
	want(t, h.do(h.AddItemOf(data.ItemBreakout, "")), "“Break-out groups” is on the agenda as item 9.")
}

func TestEveryCommandOfTheMeetingsCourseCanBeTyped(t *testing.T) {
	d := newLaptop(t, inSession(t))
	run := func(name string) {
		t.Helper()
		for _, c := range d.place.Commands() {
			if c.Name == name {
				if !c.Do() {
					t.Fatalf("%s is not allowed", name)
				}
				if n := len(d.Opened); n > 0 && d.Opened[n-1].First != nil {
					d.Focus(d.Opened[n-1].First)
				}
				return
			}
		}
		t.Fatalf("there is no command %s", name)
	}
	panelWin := func() {
		if n := len(d.Opened); n > 0 {
			d.win.SetContent(d.Opened[n-1].Content)
			d.Focus(d.Opened[n-1].First)
		}
	}
	run("Adjourn for a while…")
	panelWin()
	d.types("tea").press(fyne.KeyReturn)
	want(t, d.said(), "The meeting is adjourned at 7.58pm.")
	run("Resume")
	run("Go on past the time…")
	panelWin()
	d.press(fyne.KeyReturn).types("12").press(fyne.KeyReturn).types("2").press(fyne.KeyReturn).types("1").press(fyne.KeyReturn)
	want(t, d.said(), "Agreed to go on until 9.45pm: 12 votes to 2 with 1 abstention (needed 10: two thirds of 15 present).")
	run("Change of chair…")
	panelWin()
	d.types("dunne").press(fyne.KeyReturn, fyne.KeyReturn)
	want(t, d.said(), "Margaret Dunne is in the chair from the opening.")
	d.nothingWrong()
}

func TestTheCourseOfAMeetingLooksRight(t *testing.T) {
	for _, look := range []struct {
		name    string
		size    fyne.Size
		scheme  parts.Scheme
		percent int
	}{
		{"light", fyne.NewSize(1162, 620), parts.Light, 100}, {"dark150", fyne.NewSize(1258, 588), parts.Dark, 150},
		{"200", fyne.NewSize(1222, 560), parts.Light, 200}, {"small", fyne.NewSize(820, 540), parts.Light, 100},
	} {
		t.Run(look.name, func(t *testing.T) {
			h := sevenVoters(t).at("7.48pm")
			h.do(h.Start())
			d := newDesk(t, h, look.size, look.scheme, look.percent)
			d.picture("flow-" + look.name + "-wait")
			d.at("8.01pm")
			d.place.Tick()
			d.picture("flow-" + look.name + "-quorum")
			if !d.place.notice.view.Visible() || !d.place.frame.notice.Visible() {
				t.Error("the question is not on show")
			}
			d.do(d.AddPart("Library"))
			d.do(d.AddPart("A part with quite a long heading indeed"))
			d.do(d.Adjourn("fire alarm"))
			d.place.show()
			d.picture("flow-" + look.name + "-adjourned")
			d.place.turnForm(data.InTheChair)
			d.win.SetContent(d.Opened[len(d.Opened)-1].Content)
			d.picture("flow-" + look.name + "-turn")
			d.place.extendForm()
			d.win.SetContent(d.Opened[len(d.Opened)-1].Content)
			d.picture("flow-" + look.name + "-extend")
			d.nothingWrong()
		})
	}
}
