package meetings

import (
	"errors"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// withoutQuorum holds the meeting of 10 September: seven voters, no quorum, and hall hire to be ratified.
func (d *desk) withoutQuorum() data.DecisionID {
	var id data.DecisionID
	d.change(func(tx *book.Tx) error {
		m := data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.Ordinary, Date: day(2026, 9, 10), Status: data.Closed, Without: data.PressingAlone}
		id = data.DecisionID(tx.NewID())
		return errors.Join(tx.Meetings.Put(m), tx.Decisions.Put(data.Decision{
			ID: id, Ref: "D-2026-02", Meeting: m.ID, Text: "pay hall hire", Amount: 4500, How: "agreed", Pressing: true,
		}))
	})
	d.now = at(2026, 9, 14, 10, 0)
	return id
}

// october is planned after a meeting without a quorum.
func october(t *testing.T) (*desk, data.DecisionID) {
	d := newDesk(t, monday())
	decision := d.withoutQuorum()
	d.plan()
	return d, decision
}

func (d *desk) item(heading string) agendaRow {
	d.t.Helper()
	d.must(d.m.Load())
	for _, a := range d.m.Plan.Agenda {
		if a.heading == heading {
			return a
		}
	}
	d.t.Fatalf("no item %q on the agenda: %s", heading, d.headings())
	return agendaRow{}
}

func TestHallHireWithoutAQuorumIsOnTheNextAgendaToBeRatified(t *testing.T) {
	d, decision := october(t)
	want(t, d.m.Plan.Date, day(2026, 10, 8))
	row := d.item("Ratify: pay hall hire £45")
	want(t, row.number+" "+row.note, "3.1 from 10 September")
	want(t, row.wrote, true)
	want(t, d.item("Minutes of 10 September").wrote, true)
	d.change(func(tx *book.Tx) error {
		x, err := tx.Decisions.Get(decision)
		x.Ratified, x.RatifiedAs = d.m.Open, "agreed"
		return errors.Join(err, tx.Decisions.Put(x))
	})
	_, err := d.m.BringUpToDate()
	d.must(err)
	want(t, strings.Contains(d.headings(), "Ratify"), false)
}

func TestAVisitBringsTheAgendaUpToDateOnceAndAnUndoStands(t *testing.T) {
	d := newDesk(t, at(2026, 9, 1, 9, 0))
	id := d.plan()
	d.withoutQuorum()
	d.must(d.m.SetDate(day(2026, 10, 8)))
	h := d.stand(parts.Light, 100)
	h.open(id)
	want(t, strings.Contains(d.agendaOf(h), "Ratify: pay hall hire £45"), true)
	want(t, h.Said[len(h.Said)-1], "2 items wrote themselves onto the agenda, the first of them “Minutes of 10 September”.")
	changes, err := d.book.History(5, 0)
	d.must(err)
	h.open(id)
	again, err := d.book.History(5, 0)
	d.must(err)
	want(t, len(again), len(changes))
	_, err = d.book.Undo()
	d.must(err)
	h.open(id)
	want(t, strings.Contains(d.agendaOf(h), "Ratify"), false)
}

func TestWhatWasTakenOffTheAgendaDoesNotComeBack(t *testing.T) {
	d, _ := october(t)
	d.must(d.m.RemoveItem(d.item("Ratify: pay hall hire £45").id))
	news, err := d.m.BringUpToDate()
	d.must(err)
	want(t, news, "")
	want(t, strings.Contains(d.headings(), "Ratify"), false)
	want(t, strings.Contains(d.headings(), "Matters arising"), true)
}

func TestOpenActionsAreListedUnderMattersArisingUntilOneIsGivenAnItem(t *testing.T) {
	d := newDesk(t, monday())
	d.change(func(tx *book.Tx) error {
		return errors.Join(
			tx.Actions.Put(data.Action{ID: data.ActionID(tx.NewID()), Ref: "A-2026-01", Text: "book the hall", Status: data.Open}),
			tx.Actions.Put(data.Action{ID: "action", Ref: "A-2026-02", Text: "print leaflets", Status: data.Open}))
	})
	d.plan()
	matters := d.item("Matters arising")
	want(t, matters.about, "2 open actions")
	d.must(d.m.GiveItems(matters.id, data.Source{Kind: data.FromAction, Record: "action"}))
	want(t, d.item("Matters arising").about, "1 open action")
	want(t, d.item("A-2026-02 print leaflets").number, "3.1")
}

func TestAnItemIsMadeAPartMovedWithItsPartsAndBroughtOut(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	before := d.headings()
	d.must(d.m.Nest(d.item("Councillors' report").id))
	want(t, d.item("Councillors' report").number, "5.1")
	want(t, d.item("Motions").number, "6")
	d.must(d.m.MoveItem(d.item("Reports of officers and delegates").id, -1))
	want(t, d.item("Councillors' report").number, "4.1")
	want(t, d.item("Correspondence").number, "5")
	d.must(d.m.SetLettered(d.item("Reports of officers and delegates").id, true))
	want(t, d.item("Councillors' report").number, "4(a)")
	d.must(d.m.MoveItem(d.item("Reports of officers and delegates").id, 1))
	d.must(d.m.Unnest(d.item("Councillors' report").id))
	want(t, d.headings(), before)
	want(t, d.item("Councillors' report").number, "6")
	want(t, d.m.Plan.Length, "1 h 42 min")
}

func TestRemovingAnItemLeavesItsPartsOnTheAgenda(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.Nest(d.item("Councillors' report").id))
	d.must(d.m.RemoveItem(d.item("Reports of officers and delegates").id))
	want(t, d.item("Councillors' report").number, "5")
}

func TestAnAGMSuspendedNationallyIsHeldInNovemberWithItsAgenda(t *testing.T) {
	d := newDesk(t, monday())
	id := d.plan()
	d.must(d.m.SetKind(data.AGM))
	d.must(d.m.SetDate(day(2026, 6, 11)))
	d.must(d.m.MarkNoticeSent(day(2026, 5, 28)))
	d.open(id)
	d.must(d.m.PutOnAgenda(d.motion("M-2026-04", "Standing orders", day(2026, 4, 20))))
	before := d.headings()
	d.must(d.m.Call(data.Recall{As: data.Suspended, On: day(2026, 5, 30), By: "the NEC", Why: "national election"}, data.Date{}))
	d.must(d.m.Load())
	want(t, d.m.Plan.Recall, "Suspended by the NEC: national election; was Thu 11 Jun 2026")
	want(t, d.m.Plan.Off, true)
	d.must(d.book.Read(func(r *book.Reading) error {
		_, any, err := r.Meetings.Next(day(2026, 5, 30))
		want(t, any, false)
		return err
	}))
	d.must(d.m.Call(data.Recall{As: data.Planned, On: day(2026, 9, 1)}, day(2026, 11, 12)))
	d.must(d.m.Load())
	want(t, d.m.Open, id)
	want(t, d.m.Status, data.Planned)
	want(t, d.headings(), before)
	want(t, d.m.Plan.motionsOn(), 1)
	want(t, d.m.Plan.Notice.Sent, data.Date{})
	want(t, strings.Contains(d.m.Plan.Notice.Text, "This meeting is moved from Thu 11 Jun 2026."), true)
}

func TestTheListSaysThatAMeetingIsOffAndWhy(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.Call(data.Recall{As: data.Cancelled, Why: "the hall was flooded"}, data.Date{}))
	d.open("")
	row := d.m.Rows[0]
	want(t, row.status.Text+". "+row.minutesSub, "Cancelled. Cancelled: the hall was flooded; was Mon 18 May 2026")
	want(t, row.present, "")
	want(t, row.open, false)
}

func TestAMeetingThatHasBegunIsNotPostponed(t *testing.T) {
	_, err := data.Meeting{Status: data.InSession}.Called(data.Recall{As: data.Postponed}, data.Date{})
	want(t, data.Say(err), "This meeting has begun. Adjourn or close it there.")
	_, err = data.Meeting{Status: data.Planned}.Called(data.Recall{As: data.Planned}, data.Date{})
	want(t, data.Say(err), "Type the new date, as 14 May 2026, or choose postponed where there is none yet.")
}

func TestTheUsualAgendaOfAnotherKindKeepsWhatTheSecretaryChanged(t *testing.T) {
	d, _ := october(t)
	d.must(d.m.RenameItem(d.item("Campaigns").id, "Winter campaign"))
	d.must(d.m.SetKind(data.Joint))
	want(t, strings.Contains(d.headings(), "Councillors' report"), true)
	d.must(d.m.TakeTemplate())
	got := d.headings()
	want(t, strings.Contains(got, "Who votes, and for which branch"), true)
	want(t, strings.Contains(got, "Winter campaign; Any other business"), true)
	want(t, strings.Contains(got, "Councillors' report") || strings.Contains(got, "Ratify"), false)
	_, err := d.book.Undo()
	d.must(err)
	want(t, strings.Contains(d.headings(), "Ratify: pay hall hire £45"), true)
}

func TestTheNoticeNamesTheSpeakerTheThemeAndTheDeadlineAndNoContact(t *testing.T) {
	d := newDesk(t, monday())
	d.plan()
	d.must(d.m.SetTheme("Public transport"))
	d.must(d.m.SetWith("Hillside Branch"))
	d.must(d.m.SetSpeaker(d.item("Campaigns").id, &data.Speaker{Name: "Dr Amina Shah", From: "Millbrook Food Bank", Topic: "winter appeal", Contact: "07700 900123"}))
	d.must(d.m.SetSpeaker(d.item("Motions").id, nil))
	d.must(d.m.Load())
	text := d.m.Plan.Notice.Text
	for _, line := range []string{
		"Held together with Hillside Branch.", "Theme: Public transport.", "   Speaker: Dr Amina Shah, Millbrook Food Bank: winter appeal",
		"Motions must reach the secretary by Monday 4 May 2026.",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("the notice lacks %q:\n%s", line, text)
		}
	}
	want(t, strings.Contains(text, "07700"), false)
	want(t, d.item("Campaigns").about, "Dr Amina Shah, Millbrook Food Bank: winter appeal")
}

func TestAPlanIsShapedByKeys(t *testing.T) {
	d, _ := october(t)
	h := d.stand(parts.Light, 100)
	h.open(d.m.Open)
	h.place.plan.agenda.focus(d.item("Councillors' report").id)
	want(t, h.do("Make the item a part of the one above"), true)
	want(t, d.item("Councillors' report").part, true)
	want(t, h.do("Make the item a part of the one above"), false)
	want(t, h.do("Make the part an item of its own"), true)
	want(t, d.item("Councillors' report").part, false)
	h.do("Speaker of the item")
	h.do("Move the date, postpone or cancel")
	want(t, len(h.Opened), 2)
	want(t, h.place.Route(), place.Route{Place: "meetings", ID: string(d.m.Open)})
}
