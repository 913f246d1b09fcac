package session

import (
	"fmt"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

// add puts people into the book, as they are.
func (h *hall) add(people ...data.Person) {
	h.t.Helper()
	err := h.book.Change("add people", func(tx *book.Tx) error {
		for _, p := range people {
			p.ID = data.PersonID(tx.NewID())
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	if err := h.Load(); err != nil {
		h.t.Fatal(err)
	}
}

func member(name, ward, number string) data.Person {
	first, last, _ := strings.Cut(name, " ")
	return data.Person{First: first, Last: last, Ward: ward, Number: number, Status: data.Member, Joined: data.MustDate(2019, 3, 1)}
}

func TestWordsBehindACommaSayHowSomebodyComesIn(t *testing.T) {
	h := inSession(t)
	for _, c := range []struct{ typed, note, said string }{
		{"xxx150, online", "can vote, online", "Quiet Xxx150 is in at 7.58pm, online."},
		{"xxx151, observer", "observer", "Quiet Xxx151 is in as an observer at 7.58pm."},
		{"xxx152, officer in attendance, online", "officer in attendance, online", "Quiet Xxx152 is in as an officer in attendance at 7.58pm, online."},
		{"xxx153, delegate", "delegate", "Quiet Xxx153 is in as a delegate at 7.58pm."},
		{"xxx154, guest", "guest", "Quiet Xxx154 is in as a guest at 7.58pm."},
		{"xxx155, no vote, not on the list", "not on the list", "Quiet Xxx155 is in at 7.58pm without a vote: not on the list."},
		{"xxx156, voter", "can vote", "Quiet Xxx156 is in as a voter at 7.58pm."},
		{"xxx157, quiet", "can vote", "Quiet Xxx157 is in at 7.58pm."}, // the surname first
	} {
		found := h.Door(c.typed)[0]
		want(t, found.Note, c.note)
		want(t, h.do(h.AtTheDoor(found)), c.said)
	}
	if got := h.RoomAt(data.Time{}); got.Voters != 18 || got.Others != 5 || got.Online != 2 {
		t.Errorf("in the room: %+v", got)
	}
}

func TestAGuestComesAsWhatTheWordsSay(t *testing.T) {
	h := inSession(t)
	want(t, h.comesIn("Amy Stone, Riverside branch, observer, online"), "Amy Stone is in as an observer at 7.58pm, online.")
	row := h.sheetRow("Stone, Amy")
	if row.Capacity != data.Observer || row.Notes != "Riverside branch; online" {
		t.Errorf("the sheet has %+v", row)
	}
	_, err := h.AddGuest(" , observer", h.moment())
	h.refused(err, "needs a name")
}

func TestADelegateOfAnotherBodyIsLetInAsOne(t *testing.T) {
	h := inSession(t)
	p := member("Wilf Armitage", "", "")
	p.Status, p.Organisation = data.Affiliate, "Eastgate Co-op Party"
	h.add(p)
	want(t, h.Door("armi")[0].Note, "delegate")
	h.comesIn("armi")
	minutes := h.evening().Minutes(data.MinutesStyle{})
	want(t, minutes.InAttendance.Words(), "Wilf Armitage (Eastgate Co-op Party)")
	if h.RoomAt(data.Time{}).Voters != 15 {
		t.Error("a delegate of another body counts as a voter")
	}
}

func TestPeopleOfOneNameAreToldApartByWardOrNumber(t *testing.T) {
	h := inSession(t)
	h.add(member("Mary Singh", "Mill", "L0009001"), member("Mary Singh", "Canalside", "L0009002"),
		member("John Vale", "Mill", "L0009003"), member("John Vale", "Mill", "L0009004"), member("Ian Singh", "Mill", "L0009005"))
	names := func(letters string) string {
		var out []string
		for _, c := range h.Door(letters) {
			if !strings.HasPrefix(c.ID, guestID) {
				out = append(out, c.Name)
			}
		}
		return strings.Join(out, ", ")
	}
	want(t, names("singh"), "Ian Singh, Mary Singh (Mill), Mary Singh (Canalside)")
	want(t, names("vale"), "John Vale (L0009003), John Vale (L0009004)")
	for range 2 {
		h.do(h.AtTheDoor(h.Door("vale")[0]))
	}
	if len(h.Room.Present) != 17 || !strings.Contains(fmt.Sprint(h.Room.Present), "John Vale (L0009003)") || !strings.Contains(fmt.Sprint(h.Room.Present), "John Vale (L0009004)") {
		t.Errorf("in the room: %+v", h.Room.Present)
	}
}

func TestAMemberWithoutANumberIsFoundAndLetIn(t *testing.T) {
	h := inSession(t)
	h.add(member("Nell Unnumbered", "Mill", ""), member("Nell Nonumber", "Mill", ""))
	want(t, h.comesIn("unnum"), "Nell Unnumbered is in at 7.58pm.")
	row := h.sheetRow("Unnumbered, Nell")
	if row.Number != "" || !row.Voter {
		t.Errorf("the sheet has %+v", row)
	}
}

func TestThoseWhoAreOnlineCountForQuorumAndVotes(t *testing.T) {
	h := newHall(t).at("7.30pm")
	for i, name := range regulars {
		if i < 6 {
			name += ", online"
		}
		h.comesIn(name)
	}
	h.do(h.Start())
	want(t, h.Head.Voters, "15 voters, 6 online")
	want(t, h.Head.Quorum, "Quorum 10  ·  quorate from 7.30pm")
	want(t, h.Head.Short, "15 voters, quorate")
	want(t, h.Room.Split, "9 in the room, 6 online")
	if v := h.Vote(""); v.count != 15 {
		t.Errorf("%d can vote", v.count)
	}
	e := h.evening()
	if words := e.Minutes(data.MinutesStyle{}).Present.Words(); strings.Count(words, "(online)") != 6 {
		t.Errorf("the minutes have %q", words)
	}
	if s := e.Attendance(); s.Online != 6 {
		t.Errorf("the sheet has %d online", s.Online)
	}
	want(t, h.sheetRow("Adeyemi, Adebayo").Notes, "online")
}

func TestOneWhoGoesOnlineHalfwayIsNotCountedTwice(t *testing.T) {
	h := inSession(t).at("8.30pm")
	want(t, h.do(h.AtTheDoor(h.Door("whit, online")[0])), "Jean Whitcombe is in from 8.30pm, online.")
	if got := h.RoomAt(data.Time{}); got.Voters != 15 || got.Online != 1 {
		t.Errorf("in the room: %+v", got)
	}
	c, _ := h.Correctable(string(h.find("whit")))
	want(t, c.Goings[1].Words, "Online from")
	want(t, h.do(h.AtTheDoor(h.Door("whit, online")[0])), "Jean Whitcombe is in already at 7.20pm.")
}

func TestOneWhoIsOnlineStaysOnlineInAnotherCapacity(t *testing.T) {
	h := inSession(t)
	h.comesIn("fraz, online")
	h.at("8.15pm")
	want(t, h.comesIn("fraz, voter, paid by card"), "Callum Frazer is in as a voter from 8.15pm, online: paid by card.")
	want(t, h.Room.Split, "15 in the room, 1 online")
	h.at("8.20pm")
	h.comesIn("fraz")
	h.at("8.30pm")
	h.comesIn("fraz")
	want(t, h.Room.Split, "") // he is back, in the hall
	if a, _ := h.attendance(string(h.find("fraz"))); a.Capacity != data.Voter || a.Reason != "paid by card" {
		t.Errorf("who has paid came back as %+v", a)
	}
}

func TestWhoWasInTheRoomIsAnsweredForAnyMoment(t *testing.T) {
	h := newHall(t)
	for i, name := range regulars[:10] {
		h.at([]string{"7.20pm", "7.34pm"}[i/9])
		h.comesIn(name)
	}
	h.at("7.40pm")
	h.comesIn("fraz")
	h.at("8.05pm")
	h.comesIn("yild")
	h.at("9.10pm")
	h.comesIn("adey")
	for at, words := range map[string][2]string{
		"7.00pm": {"At 7.00pm 0 voters were in the room.", "Not quorate: 0 of 10: 5% of 199 eligible = 9.95, rounded up: 10"},
		"7.33pm": {"At 7.33pm 9 voters were in the room.", "Not quorate: 9 of 10: 5% of 199 eligible = 9.95, rounded up: 10"},
		"8.05pm": {"At 8.05pm 11 voters and 1 other were in the room.", "Quorate from 7.34pm: 5% of 199 eligible = 9.95, rounded up: 10"},
		"":       {"At the end 10 voters and 1 other were in the room.", "Quorate from 7.34pm: 5% of 199 eligible = 9.95, rounded up: 10"},
	} {
		clock, _ := data.ParseTime(at, true)
		v := h.InTheRoomAt(clock)
		want(t, v.Words, words[0])
		want(t, v.Quorum, words[1])
	}
	v := h.InTheRoomAt(data.MustTime(20, 5))
	if len(v.Rows) != 12 || v.Rows[0].Name != "Adebayo Adeyemi" || v.Rows[0].Vote != "" {
		t.Errorf("at 8.05pm there were %+v", v.Rows)
	}
	h.do(h.CountOnly(20))
	want(t, h.InTheRoomAt(data.MustTime(20, 5)).Words, "20 counted, names not taken: who was in the room cannot be said.")
}

func TestApologiesBeforeTheNightAreNotedChangedAndTakenBack(t *testing.T) {
	h := newHall(t)
	h.clock = h.date.AddDays(-3).Midnight()
	if err := h.Load(); err != nil {
		t.Fatal(err)
	}
	zoe := h.find("zoe oka")
	want(t, h.do(h.Apologise(zoe, "Ben Carrick")), "Apologies from Zoë Okafor noted.")
	h.do(h.Apologise(zoe, "Jean Whitcombe"))
	if rows := h.Room.Apologies; len(rows) != 1 || rows[0].Why != "Jean Whitcombe" || len(h.held.register) != 1 {
		t.Errorf("apologies: %+v, %d lines", rows, len(h.held.register))
	}
	want(t, h.do(h.TakeBackApologies(zoe)), "Apologies from Zoë Okafor taken back.")
	if len(h.held.register) != 0 {
		t.Error("they are still noted")
	}
	h.do(h.Apologise(zoe, ""))
	h.at("7.31pm")
	h.comesIn("zoe")
	want(t, strings.Join(h.Room.Tabs, ", "), "Present 1, Apologies 0, Guests 0")
	if len(h.held.register) != 2 {
		t.Error("the apologies of one who came are no longer on record")
	}
}

func TestTheVenueIsMovedOnTheDay(t *testing.T) {
	h := newHall(t)
	want(t, h.do(h.MoveVenue(" Library annexe ")), "The meeting is at Library annexe; it was called for Canalside Community Hall.")
	if !strings.Contains(h.Head.Under, "Library annexe") {
		t.Errorf("the head has %q", h.Head.Under)
	}
	want(t, h.evening().Minutes(data.MinutesStyle{}).Lines[0], "Library annexe")
	h.undo()
	want(t, h.Venue(), "Canalside Community Hall")
	_, err := h.MoveVenue(" ")
	h.refused(err, "moved to")
}

// crowded is a meeting of a branch with so many members more, so many of whom are in the room.
func crowded(t testing.TB, members, present int) *hall {
	t.Helper()
	h := newHall(t).at("7.20pm")
	crowd := make([]data.Person, members)
	for i := range crowd {
		crowd[i] = member(fmt.Sprintf("Crowd%d Yyy%05d", i%7, i), "Mill", fmt.Sprintf("L1%06d", i))
	}
	h.add(crowd...)
	err := h.book.Change("let them in", func(tx *book.Tx) error {
		left := present
		for _, p := range h.door.people {
			if left == 0 {
				break
			}
			if !strings.HasPrefix(p.First, "Crowd") {
				continue
			}
			left--
			if err := tx.Events.Put(data.Event{ID: data.EventID(tx.NewID()), Meeting: h.meetingID, Person: p.ID, Move: data.CameIn, At: h.moment(), Capacity: data.Voter}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Load(); err != nil {
		t.Fatal(err)
	}
	return h
}

func TestFourHundredPeopleAreInTheRoom(t *testing.T) {
	h := crowded(t, 400, 400)
	want(t, h.Room.Tabs[0], "Present 400")
	h.at("8.00pm")
	want(t, h.comesIn("yyy00399"), "Crowd0 Yyy00399 went out at 8.00pm.")
	if v := h.InTheRoomAt(data.MustTime(19, 59)); len(v.Rows) != 400 {
		t.Errorf("%d were in the room", len(v.Rows))
	}
}

func TestGuestsOfAJointMeetingAreInAttendanceWithTheirBranch(t *testing.T) {
	h := inSession(t)
	err := h.book.Change("make it joint", func(tx *book.Tx) error {
		m, err := tx.Meetings.Get(h.meetingID)
		m.Kind, m.With = data.Joint, "Riverside Branch"
		if err != nil {
			return err
		}
		return tx.Meetings.Put(m)
	})
	if err != nil {
		t.Fatal(err)
	}
	h.comesIn("Amy Stone, Riverside Branch")
	h.comesIn("Ravi Rao, Riverside Branch, observer")
	want(t, h.Room.Tabs[2], "Guests 2")
	want(t, h.evening().Minutes(data.MinutesStyle{}).InAttendance.Words(), "Ravi Rao (Riverside Branch), Amy Stone (Riverside Branch)")
	if h.RoomAt(data.Time{}).Voters != 15 {
		t.Error("guests of the other branch vote here")
	}
}
