package session

import (
	"strings"
	"testing"

	"branchbook/data"
)

func TestTheRegisterOfTheFourteenthOfMay(t *testing.T) {
	h := newHall(t)
	want(t, h.Head.Sum, "5% of 199 eligible = 9.95, rounded up: 10")
	if !strings.Contains(h.Head.Other, "11") {
		t.Errorf("the reading on all 214 is %q", h.Head.Other)
	}
	for i, name := range regulars[:9] {
		h.at([]string{"7.10pm", "7.21pm", "7.29pm"}[i/3])
		h.comesIn(name)
	}
	h.at("7.30pm")
	h.do(h.Start())
	want(t, h.Head.Quorum, "Quorum 10  ·  not quorate: 9 of 10")
	h.at("7.34pm")
	want(t, h.comesIn("zoe oka"), "Zoë Okafor is in at 7.34pm.")
	want(t, h.Head.Quorum, "Quorum 10  ·  quorate from 7.34pm")
	for _, name := range regulars[10:14] {
		h.comesIn(name)
	}
	h.at("7.46pm")
	want(t, h.comesIn("fraz"), "Callum Frazer is in at 7.46pm without a vote: in arrears.")
	want(t, h.comesIn("dil"), "Dilys Newcombe is in at 7.46pm without a vote: joined 28 April: under 8 weeks.")
	h.do(h.AddGuest("Cllr Amy Stone, Riverside branch", h.moment()))
	want(t, h.comesIn("Ravi Speaker"), "Ravi Speaker is in as a guest at 7.46pm.")
	for _, letters := range []string{"xxx100", "xxx101", "xxx102", "xxx103", "xxx104", "xxx105"} {
		h.do(h.Apologise(data.PersonID(h.Absent(letters)[0].ID), "Ben Carrick"))
	}
	h.at("8.05pm")
	h.comesIn("yild")
	if got := h.RoomAt(data.Time{}); got.Voters != 15 || got.Present() != 19 {
		t.Errorf("in the room: %+v", got)
	}
	want(t, strings.Join(h.Room.Tabs, ", "), "Present 17, Apologies 6, Guests 2")
	want(t, h.Room.Foot, "15 with a vote, 4 without")
	h.at("9.10pm")
	h.comesIn("whit")
	if before, after := h.RoomAt(data.MustTime(21, 9)).Voters, h.RoomAt(data.MustTime(21, 10)).Voters; before != 15 || after != 14 {
		t.Errorf("%d voters at 9.09pm, %d at 9.10pm", before, after)
	}
}

func TestSomeoneWhoIsInIsOfferedOutAndTheCountIsRightAtAnyMoment(t *testing.T) {
	h := inSession(t).at("8.05pm")
	h.comesIn("xxx150")
	h.at("9.10pm")
	c := h.Door("whit")[0]
	want(t, c.Note, "in 7.20pm: out?")
	want(t, h.do(h.AtTheDoor(c)), "Jean Whitcombe went out at 9.10pm.")
	for at, voters := range map[string]int{"7.19pm": 0, "7.20pm": 15, "8.04pm": 15, "8.05pm": 16, "9.09pm": 16, "9.10pm": 15} {
		clock, _ := data.ParseTime(at, true)
		if got := h.RoomAt(clock).Voters; got != voters {
			t.Errorf("at %s there were %d voters, want %d", at, got, voters)
		}
	}
}

func TestQuorumIsLostWhenSomeoneLeaves(t *testing.T) {
	h := newHall(t).at("7.34pm")
	for _, name := range regulars[:10] {
		h.comesIn(name)
	}
	h.at("9.10pm")
	h.comesIn("okaf")
	want(t, h.Head.Quorum, "Quorum 10  ·  not quorate since 9.10pm: 9 of 10")
	want(t, h.Head.Short, "9 voters, not quorate")
}

func TestAMeetingDatedYesterdayNeverStamps(t *testing.T) {
	h := newHall(t)
	h.clock = h.date.AddDays(1).Midnight().Add(11 * 3600 * 1e9)
	if err := h.Load(); err != nil {
		t.Fatal(err)
	}
	want(t, h.do(h.Start()), "The meeting is open. Times are typed or left blank, since it is not dated today.")
	want(t, h.comesIn("zoe"), "Zoë Okafor is in.")
	h.SetTime(data.MustTime(19, 40))
	want(t, h.comesIn("carri"), "Ben Carrick is in at 7.40pm.")
	h.SetTime(data.Time{})
	h.do(h.Next())
	h.do(h.Decide("that the minutes be signed"))
	h.do(h.Close())
	if !h.held.Opened.IsZero() || !h.held.ClosedAt.IsZero() || h.Head.Clock != "" {
		t.Errorf("stamped: opened %s, closed %s, clock %q", h.held.Opened, h.held.ClosedAt, h.Head.Clock)
	}
	for _, item := range h.held.items {
		if !item.Began.IsZero() || !item.Ended.IsZero() {
			t.Errorf("%s is stamped", item.Heading)
		}
	}
	if at := h.held.decisions[0].At; !at.IsZero() {
		t.Errorf("the decision is stamped %s", at)
	}
}

func TestAMeetingThatRunsPastMidnightIsStillThatEvening(t *testing.T) {
	h := inSession(t)
	h.clock = h.date.AddDays(1).Midnight().Add(20 * 60 * 1e9)
	want(t, h.comesIn("zoe oka"), "Zoë Okafor went out at 12.20am.")
	if got := h.RoomAt(data.MustTime(23, 59)).Voters; got != 15 {
		t.Errorf("before midnight there were %d voters", got)
	}
}

func TestTimesAndCapacitiesAreCorrectedInPlace(t *testing.T) {
	h := inSession(t)
	zoe := h.Door("zoe")[0].ID
	h.do(h.GoOut(zoe, data.MustTime(21, 10)))
	c, ok := h.Correctable(zoe)
	if !ok || c.Name != "Zoë Okafor" || c.Present || len(c.Goings) != 2 {
		t.Fatalf("correctable: %+v", c)
	}
	c.Goings[0].At, c.Goings[1].At, c.As = data.MustTime(19, 40), data.MustTime(21, 5), data.Observer
	want(t, h.do(h.Correct(zoe, c)), "The register now has Zoë Okafor in at 7.40pm.")
	a, _ := h.attendance(zoe)
	if a.In != data.MustTime(19, 40) || a.Out != data.MustTime(21, 5) || a.Capacity != data.Observer {
		t.Errorf("corrected to %+v", a)
	}
	c.Goings[1].At = data.MustTime(19, 0)
	if _, err := h.Correct(zoe, c); !strings.Contains(data.Say(err), "before coming in") {
		t.Errorf("out before in: %v", err)
	}
}

func TestOneOtherWhoseNameWasNotRecordedCountsAsAGuest(t *testing.T) {
	h := inSession(t)
	want(t, h.comesIn("+"), "1 other is in at 7.58pm, name not recorded.")
	if len(h.Room.Guests) != 1 || h.Room.Guests[0].Name != notRecorded || h.RoomAt(data.Time{}).Voters != 15 {
		t.Errorf("guests: %+v", h.Room.Guests)
	}
	h.do(h.GoOut(h.Room.Guests[0].ID, h.moment()))
	want(t, h.Room.Tabs[2], "Guests 0")
}

func TestUndoTakesACheckInBack(t *testing.T) {
	h := newHall(t)
	h.comesIn("zoe")
	n, err := h.book.Undo()
	if err != nil {
		t.Fatal(err)
	}
	want(t, strings.TrimPrefix(n.What, "take back: "), "check in Zoë Okafor")
	if err := h.Load(); err != nil || len(h.Room.Present) != 0 {
		t.Errorf("still there: %v %v", h.Room.Present, err)
	}
}

func TestThoseWhoCameLastTimeAreOfferedFirstAtTheNextMeeting(t *testing.T) {
	h := inSession(t)
	want(t, h.Door("xxx")[0].Name, "Quiet Xxx030")
	h.comesIn("xxx177")
	h.do(h.Close())
	next := h.another(data.MustDate(2026, 6, 11))
	if err := h.Open(next); err != nil {
		t.Fatal(err)
	}
	want(t, h.Door("xxx")[0].Name, "Quiet Xxx177")
}
