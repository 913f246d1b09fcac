package exports_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/exports"
)

func TestTheAttendanceAsItIsRead(t *testing.T) {
	shows(t, seen(t, "attendance.xlsx", attendanceOf(t, fourteenthOfMay(t).Attendance())),
		"Ordinary meeting, Thu 14 May 2026", "Venue Canalside Community Hall", "Opened 7.34pm", "Membership list as at Fri 1 May 2026, 214 members",
		"Voters 15", "Members without a vote 2", "Attended in all 19", "Apologies 2", "Quorate from 7.34pm", "Page 1 of 2",
		"Okafor, Zoë 001213 Canalside Voter Yes 7.25pm", "Carrick, Ben 001216 Canalside Voter Yes 7.25pm 9.10pm",
		"no vote: joined 28 April: under 8 weeks", "Name not recorded Guest No 7.31pm", "In all 19 attended 15 voters 2 sent")
}

func TestTheRegisterIsATable(t *testing.T) {
	s := fourteenthOfMay(t).Attendance()
	all := rows(t, workbook(t, attendanceOf(t, s)), "Register")
	if !slices.Equal(all[0], data.AttendanceColumns()) {
		t.Errorf("columns %q", all[0])
	}
	if got, want := len(all), len(s.Rows)+2; got != want {
		t.Errorf("%d rows with header and totals, want %d", got, want)
	}
}

func TestNothingPrivateIsInTheAttendanceFile(t *testing.T) {
	all := everything(t, attendanceOf(t, fourteenthOfMay(t).Attendance()))
	for _, private := range []string{"PRIVATE", "Private Street", "@example.org", "07700", "PR1 1VT"} {
		if strings.Contains(all, private) {
			t.Errorf("%q is in the attendance", private)
		}
	}
}

func TestAnAttendanceWithoutNamesSaysSo(t *testing.T) {
	e := fourteenthOfMay(t)
	count := 23
	e.Meeting.CountOnly, e.Register = &count, nil
	page := rows(t, workbook(t, attendanceOf(t, e.Attendance())), "Attendance")
	if !slices.ContainsFunc(page, func(r []string) bool { return slices.Equal(r, []string{"Present", "23", "Names were not taken."}) }) {
		t.Errorf("the count is not on the page: %q", page)
	}
}

func TestWhoWasOnlineAndWhoPaidAtTheDoorIsOnTheSheet(t *testing.T) {
	e := fourteenthOfMay(t)
	first := slices.IndexFunc(e.Register, func(ev data.Event) bool {
		return ev.Move == data.CameIn && ev.Capacity == data.Voter && ev.Person != ""
	})
	e.Register[first].Online, e.Register[first].Reason = true, "paid at the door"
	file := attendanceOf(t, e.Attendance())
	page := rows(t, workbook(t, file), "Attendance")
	if !slices.ContainsFunc(page, func(r []string) bool { return len(r) > 1 && r[0] == "Of them online" && r[1] == "1" }) {
		t.Errorf("the page does not say how many were online: %q", page)
	}
	if all := everything(t, file); !strings.Contains(all, "online; paid at the door") {
		t.Error("the notes do not say who was online, and why they had a vote")
	}
}

func TestATextLongerThanACellIsExplained(t *testing.T) {
	s := fourteenthOfMay(t).Attendance()
	s.Rows[2].Notes = strings.Repeat("long ", 8000)
	var b bytes.Buffer
	err := exports.WriteTable(t.Context(), &b, s.TableDoc(nil), house)
	var p *data.Problem
	if !errors.As(err, &p) || !strings.Contains(p.Say, "too long") || !strings.Contains(p.Say, "row 4") {
		t.Errorf("the secretary reads %q", data.Say(err))
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes of an unfinished paper were written", b.Len())
	}
}
