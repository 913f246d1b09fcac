package data

import (
	"strings"
	"testing"
)

func TestWhoHeldWhatOnAnyDay(t *testing.T) {
	h := Held{
		Posts: []Post{{ID: "chair", Name: "Chair"}, {ID: "sec", Name: "Secretary"}},
		Terms: []Term{
			{Post: "sec", Person: "jean", From: day(t, "12 June 2025"), Shared: true}, {Post: "sec", Person: "zoe", From: day(t, "12 June 2025"), Shared: true},
			{Post: "chair", Person: "dunne", From: day(t, "12 June 2025"), To: day(t, "8 April 2026")},
			{Post: "chair", Person: "tomasz", From: day(t, "9 April 2026"), Acting: true},
		},
		Bodies: []Body{{ID: "gc", Name: GeneralCommittee}},
		Seats: []Seat{{Body: "gc", Number: 1, Person: "ada", Elected: day(t, "12 June 2025"), Representing: "Unite"},
			{Body: "gc", Number: 2, Person: "zoe", Elected: day(t, "12 June 2025")}},
	}
	on := func(d string) string {
		var out []string
		for _, x := range h.On(day(t, d)) {
			out = append(out, string(x.Person)+" "+x.What)
		}
		return strings.Join(out, "; ")
	}
	want(t, "before", on("11 June 2025"), "")
	want(t, "in April", on("8 April 2026"),
		"dunne Chair; jean Secretary (shared); zoe Secretary (shared); zoe General Committee, seat 2; ada General Committee, for Unite")
	want(t, "the day after", strings.Split(on("9 April 2026"), ";")[0], "tomasz Chair (acting)")
}

func TestOnePersonDoesNotSitTwiceUnnoticed(t *testing.T) {
	b := Body{ID: "gc", Name: GeneralCommittee}
	people := NamesOf([]Person{{ID: "dunne", First: "Margaret", Last: "Dunne"}, {ID: "again", First: "margaret", Last: "Dunne"}, {ID: "zoe", Last: "Okafor"}})
	from := day(t, "12 June 2025")
	seats := []Seat{{ID: "a", Body: "gc", Number: 6, Person: "dunne", Elected: from}, {ID: "b", Body: "gc", Number: 7, Person: "zoe", Elected: from},
		{ID: "c", Body: "gc", Number: 1, Person: "dunne", Elected: from, Representing: "Unite"}}
	found := b.SatTwice(seats, people, day(t, "14 May 2026"))
	want(t, "findings", len(found), 1)
	want(t, "both seats", found[0].Sentence(), "Margaret Dunne sits twice on the General Committee: seat 6 and for Unite")
	seats[2].Person = "again"
	found = b.SatTwice(seats, people, day(t, "14 May 2026"))
	want(t, "entered twice", found[0].Sentence(), "two people called Margaret Dunne sit on the General Committee: seat 6 and for Unite; are they one?")
	seats[2].Representing, seats[2].SubstituteFor = "", "b"
	want(t, "a substitute", len(b.SatTwice(seats, people, day(t, "14 May 2026"))), 0)
	seats[2].SubstituteFor, seats[2].Ends = "", day(t, "13 May 2026")
	want(t, "who went", len(b.SatTwice(seats, people, day(t, "14 May 2026"))), 0)
}
