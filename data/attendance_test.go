package data_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"branchbook/data"
)

func row(t *testing.T, s data.AttendanceSheet, name string) data.AttendanceRow {
	t.Helper()
	for _, r := range s.Rows {
		if r.Name == name {
			return r
		}
	}
	t.Fatalf("%s is not on the sheet", name)
	return data.AttendanceRow{}
}

func TestTheAttendanceOfTheFourteenthOfMay(t *testing.T) {
	s := scenario3(t).Attendance()
	wantWords(t, "totals", s.Total(), "15 voters, 2 members without a vote, 2 others, 6 apologies")
	if s.Attended() != 19 || len(s.Rows) != 25 || s.People() != 25 {
		t.Errorf("%d attended on %d rows about %d people, want 19 on 25 about 25", s.Attended(), len(s.Rows), s.People())
	}
	if !strings.Contains(s.QuorumWords, "Quorate from 7.34pm") {
		t.Errorf("quorum: %q", s.QuorumWords)
	}
	late := row(t, s, "Mensah, Kofi")
	if late.Arrived.String() != "8.05pm" || !late.Left.IsZero() || !late.Voter {
		t.Errorf("who came at 8.05: %+v", late)
	}
	if left := row(t, s, "Carrick, Ben").Left.String(); left != "9.10pm" {
		t.Errorf("left %q, want 9.10pm", left)
	}
}

func TestTheSheetIsInTheOrderOfARegister(t *testing.T) {
	n := scenario3(t)
	n.comes("", "7.50pm")
	rows := n.Attendance().Rows
	wantWords(t, "first voter", rows[0].Name, "Adeyemi, Adebayo")
	wantWords(t, "last voter", rows[15].Name, data.NameNotRecorded)
	wantWords(t, "without a vote", rows[16].Name+" and "+rows[17].Name, "Davies, Aled and Frazer, Callum")
	wantWords(t, "first apology", rows[20].Name, "Ashworth, June")
	if !rows[20].Apologies || rows[20].Capacity != "" {
		t.Errorf("the apology reads %+v", rows[20])
	}
}

func TestWhoWentOutAndCameBackIsNoted(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.comes("Ben Carrick", "7.30pm")
	n.goes("Ben Carrick", "8.10pm")
	n.comes("Ben Carrick", "8.40pm")
	n.comes("Grace Mbeki", "")
	n.goes("Grace Mbeki", "")
	n.comes("Grace Mbeki", "")
	s := n.Attendance()
	r := row(t, s, "Carrick, Ben")
	wantWords(t, "notes", r.Notes, "out 8.10pm to 8.40pm")
	if r.Arrived.String() != "7.30pm" || !r.Left.IsZero() {
		t.Errorf("in %s, out %s", r.Arrived, r.Left)
	}
	wantWords(t, "times not known", row(t, s, "Mbeki, Grace").Notes, "went out and came back")
}

func TestApologiesOfSomeoneWhoCameAfterAllAreNotCounted(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.apologies("Ben Carrick")
	n.comes("Ben Carrick", "8.00pm")
	s := n.Attendance()
	wantWords(t, "totals", s.Total(), "1 voter, 0 members without a vote, 0 others, 0 apologies")
}

func TestASheetOfAMeetingWhoseNamesWereNotTaken(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	count := 23
	n.Meeting.CountOnly = &count
	s := n.Attendance()
	wantWords(t, "totals", s.Total(), "23 present (names were not taken), 0 apologies")
	if s.Attended() != 23 || len(s.Rows) != 0 {
		t.Errorf("%d attended, %d rows", s.Attended(), len(s.Rows))
	}
}

func TestEveryCellHasItsColumn(t *testing.T) {
	for _, r := range scenario3(t).Attendance().Rows {
		if got, want := len(r.Cells()), len(data.AttendanceColumns()); got != want {
			t.Fatalf("%d cells under %d columns", got, want)
		}
	}
}

func TestPrivateThingsAreInNoAttendanceSheet(t *testing.T) {
	n := scenario3(t)
	for id := range n.People {
		n.know(n.People[id].Name(), func(p *data.Person) {
			p.Note, p.Email, p.Postcode = "SECRET note", "SECRET@example.org", "SECRET"
			p.Phones, p.Address = []string{"SECRET 07700 900114"}, []string{"SECRET Street"}
		})
	}
	apology := n.event("Ivy Clarke", data.SentApologies, "", "")
	apology.Reason, apology.ReportedBy = "SECRET illness", "SECRET friend"
	if text := fmt.Sprintf("%+v", n.Attendance()); strings.Contains(text, "SECRET") {
		t.Errorf("something private is on the sheet: %s", text)
	}
}

func TestEveryoneOnTheRegisterIsCountedOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := nightOn(t, "14 May 2026")
		who := rapid.SampledFrom(append([]string{""}, names...))
		for range rapid.IntRange(0, 40).Draw(rt, "events") {
			name := who.Draw(rt, "who")
			switch move := rapid.SampledFrom([]data.Move{data.CameIn, data.WentOut, data.SentApologies}).Draw(rt, "move"); move {
			case data.CameIn:
				as := rapid.SampledFrom([]data.Capacity{data.Voter, data.NoVote, data.Visitor, data.Observer}).Draw(rt, "capacity")
				n.event(name, move, as, rapid.SampledFrom([]string{"", "7.25pm", "8.05pm"}).Draw(rt, "at"))
			default:
				n.event(name, move, "", "")
			}
		}
		s, m := n.Attendance(), n.Minutes(data.MinutesStyle{})
		if got := s.Voters + s.NoVote + s.Others + s.Apologies; got != len(s.Rows) {
			rt.Fatalf("%d counted on %d rows", got, len(s.Rows))
		}
		if m.Present.Count != s.Voters || m.NoVote.Count != s.NoVote || m.InAttendance.Count != s.Others || m.Apologies.Count != s.Apologies {
			rt.Fatalf("the minutes count %d, %d, %d, %d; the sheet %s", m.Present.Count, m.NoVote.Count, m.InAttendance.Count, m.Apologies.Count, s.Total())
		}
		seen := map[data.PersonID]bool{}
		for _, r := range s.Rows {
			if r.Person != "" && seen[r.Person] {
				rt.Fatalf("%s is on the sheet twice", r.Name)
			}
			seen[r.Person] = true
		}
	})
}
