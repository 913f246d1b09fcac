package data_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"branchbook/data"
)

// aYear has three meetings of the branch and one of its executive.
func aYear(t *testing.T) data.MatrixInput {
	t.Helper()
	count := 23
	in := data.MatrixInput{
		Branch: data.Branch{Name: "Millbrook"}, From: data.MustDate(2025, 6, 12), To: data.MustDate(2026, 5, 14), People: data.Names{}, Registers: map[data.MeetingID]data.Register{},
		Meetings: []data.Meeting{
			{ID: "agm", Kind: data.AGM, Date: data.MustDate(2025, 6, 12), Status: data.Closed},
			{ID: "before", Kind: data.Ordinary, Date: data.MustDate(2025, 5, 8), Status: data.Closed},
			{ID: "executive", Kind: data.Executive, Date: data.MustDate(2025, 7, 1), Status: data.Closed},
			{ID: "july", Kind: data.Ordinary, Date: data.MustDate(2025, 7, 10), Status: data.Closed},
			{ID: "counted", Kind: data.Ordinary, Date: data.MustDate(2025, 9, 11), Status: data.Closed, CountOnly: &count},
			{ID: "planned", Kind: data.Ordinary, Date: data.MustDate(2026, 5, 14), Status: data.Planned},
		},
	}
	for _, last := range []string{"Adams", "Brown", "Clark", "Davis"} {
		in.People[data.PersonID(last)] = data.Person{ID: data.PersonID(last), First: "Ann", Last: last, Number: "00" + last, Status: data.Member}
	}
	n := 0
	event := func(m data.MeetingID, who data.PersonID, move data.Move, as data.Capacity) {
		n++
		e := data.Event{ID: data.EventID(fmt.Sprintf("%04d", n)), Meeting: m, Person: who, Move: move, Capacity: as}
		if who == "" {
			e.Unnamed = e.ID
		}
		in.Registers[m] = append(in.Registers[m], e)
	}
	event("agm", "Brown", data.CameIn, data.Voter)
	event("agm", "Adams", data.CameIn, data.Voter)
	event("agm", "Clark", data.CameIn, data.NoVote)
	event("agm", "", data.CameIn, data.Visitor)
	event("july", "Adams", data.SentApologies, "")
	event("july", "Brown", data.CameIn, data.Voter)
	event("july", "gone", data.CameIn, data.Visitor)
	event("counted", "Adams", data.SentApologies, "")
	event("executive", "Davis", data.CameIn, data.Voter)
	return in
}

func TestTheYearsMatrixHasAMarkForEveryoneAtEveryMeeting(t *testing.T) {
	d := data.NewAttendanceMatrix(aYear(t))
	wantLines(t, cells(d, "name", "2025-06-12", "2025-07-10", "2025-09-11", "attended", "voter", "apologies"),
		"Adams, Ann | V | A | A | 1 | 1 | 2",
		"Brown, Ann | V | V |  | 2 | 2 | 0",
		"Clark, Ann | N | – |  | 1 | 0 | 0",
		"someone no longer in the book | – | G |  | 1 | 0 | 0")
	for key, wanted := range map[string]string{"name": "Attended in all", "2025-06-12": "4", "2025-07-10": "2", "2025-09-11": "23"} {
		if got := d.Total(data.ReturnColumn{Key: key}); got != wanted {
			t.Errorf("the total under %s is %q, want %q", key, got, wanted)
		}
	}
	wantWords(t, "summary", d.Summary, "3 meetings, 4 different people came")
	says(t, d, "From Thu 12 Jun 2025", "To Thu 14 May 2026", "Meetings held 3", "Attendances 29 29 at 3 meetings: 9.7 on average",
		"Thu 12 Jun 2025 4 Annual general meeting: 2 voters, 1 member without a vote, 1 other",
		"Thu 11 Sep 2025 23 Ordinary meeting: names were not taken, 1 apology", "1 attendance without a name", "Names were not taken at 1 meeting")
}

func TestTheYearRunsFromTheLastAnnualGeneralMeeting(t *testing.T) {
	meetings := aYear(t).Meetings
	for _, c := range []struct{ typed, asAt, want string }{
		{"", "14 May 2026", "2025-06-12"},
		{"", "12 June 2025", "2024-06-12"}, // on the day itself the year before is asked about
		{"1 January 2026", "14 May 2026", "2026-01-01"},
	} {
		typed, _ := data.ParseDate(c.typed)
		asAt, _ := data.ParseDate(c.asAt)
		if got := data.YearBegan(meetings, typed, asAt).ISO(); got != c.want {
			t.Errorf("typed %q, as at %s: %s, want %s", c.typed, c.asAt, got, c.want)
		}
	}
}

func TestTwoMeetingsOfADayHaveTwoColumns(t *testing.T) {
	in := aYear(t)
	in.Meetings[3].Date = in.Meetings[0].Date
	d := data.NewAttendanceMatrix(in)
	titles := map[string]bool{}
	for _, c := range d.Columns {
		if titles[c.Title] {
			t.Errorf("two columns are called %q", c.Title)
		}
		titles[c.Title] = true
	}
	if !titles["12 Jun (b)"] {
		t.Errorf("columns %v", titles)
	}
}

// The totals of the rows and those of the columns count the same attendances.
func TestThePeoplesTotalsAreTheMeetingsTotals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := data.MatrixInput{From: data.MustDate(2025, 1, 1), To: data.MustDate(2025, 12, 31), People: data.Names{}, Registers: map[data.MeetingID]data.Register{}}
		for m := range rapid.IntRange(0, 6).Draw(t, "meetings") {
			id := data.MeetingID(fmt.Sprint(m))
			in.Meetings = append(in.Meetings, data.Meeting{ID: id, Kind: data.Ordinary, Date: data.MustDate(2025, 2, 1+m), Status: data.Closed})
			for e := range rapid.IntRange(0, 12).Draw(t, "events") {
				in.Registers[id] = append(in.Registers[id], data.Event{
					ID: data.EventID(fmt.Sprintf("%02d", e)), Person: data.PersonID(rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "who")),
					Move:     rapid.SampledFrom([]data.Move{data.CameIn, data.WentOut, data.SentApologies}).Draw(t, "move"),
					Capacity: rapid.SampledFrom([]data.Capacity{data.Voter, data.NoVote, data.Visitor, data.InOffice}).Draw(t, "as"),
				})
			}
		}
		d := data.NewAttendanceMatrix(in)
		people, meetings := 0, 0
		for _, r := range d.Rows {
			people += r.Cells["attended"].(int)
		}
		for _, s := range d.Sections {
			if s.Title == "Meetings" {
				for _, sum := range s.Sums {
					meetings += sum.N
				}
			}
		}
		if people != meetings {
			t.Fatalf("%d by people, %d by meetings", people, meetings)
		}
	})
}
