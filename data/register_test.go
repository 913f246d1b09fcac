package data

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestVotersAtAnyMomentOfTheEvening(t *testing.T) {
	e := (&evening{t: t}).room(13, "7.30pm")
	e.comes("Okafor", "7.34pm")
	e.comes("Keogh", "8.05pm")
	e.comesAs(NoVote, "Davies", "7.31pm")
	e.comesAs(NoVote, "Frazer", "7.31pm")
	e.comesAs(Observer, "councillor", "7.40pm")
	e.comesAs(Visitor, "speaker", "7.45pm")
	e.leaves("voter 4", "9.10pm")
	for at, voters := range map[string]int{"7.29pm": 0, "7.30pm": 13, "7.34pm": 14, "8.04pm": 14, "8.05pm": 15, "9.09pm": 15, "9.10pm": 14, "10pm": 14} {
		want(t, "voters at "+at, e.votersAt(at), voters)
	}
	room := e.register().At(clock(t, "8.30pm")).Room()
	want(t, "present at 8.30pm", room.Present(), 19)
	want(t, "others at 8.30pm", room.Others, 4)
}

func TestLateEntryOfAnEarlierArrivalIsPutInItsPlace(t *testing.T) {
	e := (&evening{t: t}).room(1, "7.30pm")
	e.leaves("voter 1", "9pm")
	e.comes("Okafor", "7.40pm")
	want(t, "at 8pm", e.votersAt("8pm"), 2)
	want(t, "first line", e.register()[1].Person, "Okafor")
}

func TestComingsAndGoingsOfOnePersonKeepTheirOrder(t *testing.T) {
	e := &evening{t: t}
	e.comes("Keogh", "9.10pm")
	e.comes("Okafor", "") // nobody noted when
	e.comes("Davies", "7.35pm")
	e.leaves("Okafor", "")
	want(t, "with neither time", e.register().Room().Voters, 2)
	e.comes("Mbeki", "9.20pm")
	e.comes("Frazer", "") // written down after Mbeki came
	e.leaves("Frazer", "8.30pm")
	want(t, "with one time", e.register().Room().Voters, 3)
}

func TestApologiesGiveWayToComing(t *testing.T) {
	e := &evening{t: t}
	e.sendsApologies("Dunne")
	e.sendsApologies("Keogh")
	e.comes("Keogh", "8pm")
	a := e.register().Attendance()
	want(t, "Dunne's apologies", a[0].Apologies, true)
	want(t, "Keogh's apologies", a[1].Apologies, false)
	want(t, "Keogh came", a[1].Attended, true)
	want(t, "Keogh came at", a[1].In, clock(t, "8pm"))
}

func TestWhoWentOutAndCameBackIsOnePerson(t *testing.T) {
	e := (&evening{t: t}).room(1, "7.30pm")
	e.leaves("voter 1", "8pm")
	e.comes("voter 1", "8.20pm")
	a := e.register().Attendance()
	want(t, "lines", len(a), 1)
	want(t, "in", a[0].In, clock(t, "7.30pm"))
	want(t, "out", a[0].Out, Time{})
	want(t, "present", a[0].Present, true)
}

func TestWhoWentOutHadBeenThere(t *testing.T) {
	e := &evening{t: t}
	e.leaves("Okafor", "9pm")
	a := e.register().Attendance()
	want(t, "attended", a[0].Attended, true)
	want(t, "present", a[0].Present, false)
	want(t, "out", a[0].Out, clock(t, "9pm"))
}

func TestPeopleWithoutANameAreCountedApart(t *testing.T) {
	r := NewRegister([]Event{
		{ID: "1", Unnamed: "1", Move: CameIn, Capacity: Voter}, {ID: "2", Unnamed: "2", Move: CameIn, Capacity: Voter},
		{ID: "3", Unnamed: "1", Move: WentOut},
	})
	want(t, "voters", r.Room().Voters, 1)
}

func TestRegisterLeavesTheEventsItWasMadeOfAlone(t *testing.T) {
	events := []Event{{ID: "2", Person: "b", At: MustTime(19, 0)}, {ID: "1", Person: "a", At: MustTime(20, 0)}}
	NewRegister(events)
	want(t, "first", events[0].ID, "2")
}

// drawEvening draws the events of an evening with a clock, in any order of writing, as they happen in 30 minutes.
func drawEvening(t *rapid.T) []Event {
	n := rapid.IntRange(0, 40).Draw(t, "events")
	events := make([]Event, n)
	for i := range events {
		events[i] = Event{
			ID: EventID(fmt.Sprintf("%03d", i)), Person: PersonID(rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}).Draw(t, "who")),
			Move: rapid.SampledFrom([]Move{CameIn, CameIn, WentOut, SentApologies}).Draw(t, "move"),
			At:   MustTime(19, rapid.IntRange(0, 30).Draw(t, "minute")), Capacity: rapid.SampledFrom([]Capacity{Voter, Voter, NoVote, Visitor}).Draw(t, "as"),
		}
	}
	return events
}

// votersByHand counts the voters at a minute as a steward with a sheet of paper would: for each person, the last thing
// that happened by then.
func votersByHand(events []Event, minute int) int {
	voters := 0
	for _, who := range []PersonID{"a", "b", "c", "d", "e"} {
		in := false
		for m := 0; m <= minute; m++ {
			for _, e := range events {
				switch {
				case e.Person != who || e.At != MustTime(19, m):
				case e.Move == CameIn:
					in = e.Capacity == Voter
				case e.Move == WentOut:
					in = false
				}
			}
		}
		voters += b2i(in)
	}
	return voters
}

func TestPresenceIsWhatAStewardWouldCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := drawEvening(t)
		r := NewRegister(rapid.Permutation(events).Draw(t, "read in any order"))
		quorate := false
		q := Quorum{Fixed: rapid.IntRange(1, 5).Draw(t, "quorum")}
		for minute := range 31 {
			at := MustTime(19, minute)
			voters := votersByHand(events, minute)
			if got := r.At(at).Room().Voters; got != voters {
				t.Fatalf("%d voters at %s, by hand %d", got, at, voters)
			}
			s := q.Judge(r.At(at), 199, 214)
			if s.Voters != voters || s.Quorate != (voters >= q.Fixed) {
				t.Fatalf("%+v at %s with %d voters of %d", s, at, voters, q.Fixed)
			}
			if quorate && !s.Quorate && s.Lost != at {
				t.Fatalf("lost at %s, by hand at %s", s.Lost, at)
			}
			quorate = s.Quorate
		}
	})
}

func TestUnknownTimesNeverChangeWhoIsInTheRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := drawEvening(t)
		in := map[PersonID]bool{}
		for i := range events {
			// Written in the order it happened, with some of the times left out.
			events[i].At = MustTime(19, i)
			if rapid.Bool().Draw(t, "nobody noted when") {
				events[i].At = Time{}
			}
			switch events[i].Move {
			case CameIn:
				in[events[i].Person] = true
			case WentOut:
				in[events[i].Person] = false
			}
		}
		present := 0
		for _, there := range in {
			present += b2i(there)
		}
		if got := NewRegister(events).Room().Present(); got != present {
			t.Fatalf("%d in the room, %d by hand", got, present)
		}
	})
}
