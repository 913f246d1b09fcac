package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"branchbook/data"
)

// numbered hands out IDs in order.
func numbered() func() data.EventID {
	n := 0
	return func() data.EventID { n++; return data.EventID(fmt.Sprintf("%04d", n)) }
}

// gathered is an evening with every way of coming and going.
func gathered() data.Evening {
	at := func(hour, minute int) data.Time { return data.MustTime(hour, minute) }
	e := data.Evening{Meeting: data.Meeting{ID: "may", Kind: data.Ordinary, Date: data.MustDate(2026, 5, 14)}, People: data.Names{}, Rules: data.DefaultRules()}
	for _, last := range []string{"Adams", "Brown", "Clark", "Davis", "Evans", "Fox"} {
		e.People[data.PersonID(last)] = data.Person{ID: data.PersonID(last), First: "Ann", Last: last, Number: "00" + last, Status: data.Member, Joined: data.MustDate(2019, 1, 1)}
	}
	next := numbered()
	add := func(x data.Event) {
		x.ID, x.Meeting = next(), "may"
		if x.Person == "" {
			x.Unnamed = x.ID
		}
		e.Register = append(e.Register, x)
	}
	add(data.Event{Person: "Adams", Move: data.CameIn, At: at(19, 20), Capacity: data.Voter})
	add(data.Event{Person: "Brown", Move: data.CameIn, At: at(19, 25), Capacity: data.Voter, Online: true, Reason: "paid at the door"})
	add(data.Event{Person: "Clark", Move: data.CameIn, At: at(19, 31), Capacity: data.NoVote, Reason: "joined 28 April: under 8 weeks"})
	add(data.Event{Person: "Davis", Move: data.CameIn, Capacity: data.InOffice})
	add(data.Event{Person: "Evans", Move: data.SentApologies})
	add(data.Event{Move: data.CameIn, At: at(19, 40), Capacity: data.Visitor})
	add(data.Event{Person: "Adams", Move: data.WentOut, At: at(20, 10)})
	add(data.Event{Person: "Adams", Move: data.CameIn, At: at(20, 40), Capacity: data.Voter})
	add(data.Event{Person: "Brown", Move: data.WentOut, At: at(21, 5)})
	return e
}

// shownAs is an attendance as its spreadsheet shows it.
func shownAs(d data.TableDoc) [][]string {
	rows := [][]string{{"Attendance"}, nil, nil}
	for _, c := range d.Columns {
		rows[2] = append(rows[2], c.Title)
	}
	for _, r := range d.Rows {
		var cells []string
		for _, c := range d.Columns {
			cells = append(cells, r.Text(c))
		}
		rows = append(rows, cells)
	}
	return append(rows, []string{d.Total(d.Columns[0])})
}

// everybody lists people by name.
func everybody(people data.Names) []data.Person {
	var all []data.Person
	for _, p := range people {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b data.Person) int { return strings.Compare(a.Last, b.Last) })
	return all
}

func TestAnAttendanceThatWasExportedIsReadBackAsTheSameEvening(t *testing.T) {
	e := gathered()
	before := e.Attendance()
	listed, refused, err := data.ReadAttendance(shownAs(before.TableDoc(nil)))
	if err != nil || len(refused) > 0 {
		t.Fatal(err, refused)
	}
	in := data.AttendanceInput{Meeting: e.Meeting, People: everybody(e.People), Rules: e.Rules}
	events, _, refused := in.Enter(listed, numbered())
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	e.Register = data.NewRegister(events)
	if diff := cmp.Diff(before.Rows, e.Attendance().Rows, cmp.AllowUnexported(data.Time{})); diff != "" {
		t.Errorf("not the same evening (-exported +read):\n%s", diff)
	}
	again, already, _ := data.AttendanceInput{Meeting: e.Meeting, Register: e.Register, People: in.People, Rules: e.Rules}.Enter(listed[:3], numbered())
	if len(again) > 0 || already != 3 {
		t.Errorf("a second time it adds %d lines, and knows %d", len(again), already)
	}
}

func TestASheetFromTheDoorIsReadByWhatItSays(t *testing.T) {
	e := gathered()
	late := e.People["Fox"]
	late.Arrears, late.ArrearsSince = true, data.MustDate(2026, 4, 1)
	e.People["Fox"] = late
	listed, refused, err := data.ReadAttendance([][]string{
		{"Surname", "First name", "Signed", "Time in", "Apologies"},
		{"Adams", "Ann", "yes", "7.20pm", ""},
		{"Fox", "Ann", "AF", "", ""},
		{"Brown", "Ann", "", "", "x"},
		{"Clark", "Ann", "", "", ""},
		{"Nobody", "Known", "x", "", ""},
		{"Davis", "Ann", "", "25.70", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	in := data.AttendanceInput{Meeting: e.Meeting, People: everybody(e.People), Rules: e.Rules}
	events, _, unknown := in.Enter(listed, numbered())
	var got []string
	for _, ev := range events {
		got = append(got, fmt.Sprintf("%s %s %s %s %s", ev.Person, ev.Move, ev.At, ev.Capacity, ev.Reason))
	}
	wantLines(t, got, "Adams in 7.20pm voter ", "Fox in  no vote in arrears since 1 April", "Brown apologies   ")
	for _, r := range append(refused, unknown...) {
		got = append(got, fmt.Sprintf("row %d: %s", r.Row, r.Reason))
	}
	wantLines(t, got[3:], `row 7: "25.70" is not a time. Write it like 7.34pm.`, "row 6: Nobody in the book has this name. Add them first, or correct the name in the file.")
}

func TestATableWithoutNamesIsNoAttendance(t *testing.T) {
	if _, _, err := data.ReadAttendance([][]string{{"Colour", "Shape"}, {"red", "round"}}); err == nil {
		t.Error("a table of colours is an attendance")
	}
}

func TestTwoOfOneNameNeedTheirNumber(t *testing.T) {
	in := data.AttendanceInput{People: []data.Person{{ID: "1", First: "Ann", Last: "Adams", Number: "1"}, {ID: "2", First: "Ann", Last: "Adams", Number: "2"}}}
	listed := []data.ListedAttendance{{Row: 2, Name: "Ann Adams", Came: true}, {Row: 3, Name: "Ann Adams", Number: "2", Came: true}}
	events, _, refused := in.Enter(listed, numbered())
	if len(events) != 1 || events[0].Person != "2" || len(refused) != 1 || refused[0].Row != 2 {
		t.Errorf("%d lines, refused %v", len(events), refused)
	}
}
