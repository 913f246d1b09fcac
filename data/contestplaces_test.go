package data

import (
	"slices"
	"testing"
)

// seating is an ordinary meeting of a branch with so many seats on the General Committee, some of them held.
func seating(t *testing.T, seats Allotment, held ...Seat) Course {
	t.Helper()
	in := Course{Meeting: Meeting{Kind: Ordinary, Date: day(t, "8 October 2026")}, Allotted: map[BodyID]Allotment{"gc": seats}}
	for _, s := range held {
		s.Body = "gc"
		in.Seats = append(in.Seats, s)
	}
	return in
}

func TestOpenSeatsAreWhatTheOthersLeave(t *testing.T) {
	in := seating(t, Allotment{Total: 15}, Seat{Class: ExOfficioSeat, Person: "jean"})
	in.Posts, in.Terms = []Post{{ID: "secretary", Name: "Secretary"}}, []Term{{Post: "secretary", Person: "jean"}}
	others := []Contest{{Body: "gc", Kind: Elects, Class: YouthSeat, Places: 1}, {Body: "gc", Kind: Elects, Class: WomensSeat, Places: 2, Status: Abandoned},
		{Body: "tc", Kind: Elects, Places: 3}, {Body: "gc", Kind: Nominates, Places: 1}}
	n, f := in.PlacesToFill("gc", OpenSeat, others)
	want(t, "places", n, 13)
	want(t, "sum", f.Sum, "15, less 1 youth, less 1 secretary = 13")
	in.Terms = nil
	_, f = in.PlacesToFill("gc", OpenSeat, others)
	want(t, "without a post", f.Sum, "15, less 1 youth, less 1 ex officio = 13")
}

func TestACasualVacancyIsWhatIsLeftOfTheSeats(t *testing.T) {
	held := append(slices.Repeat([]Seat{{Class: OpenSeat}}, 13), Seat{Class: YouthSeat}, Seat{Class: OpenSeat, Representing: "Unite"})
	n, f := seating(t, Allotment{Total: 15}, held...).PlacesToFill("gc", OpenSeat, nil)
	want(t, "places", n, 1)
	want(t, "sum", f.Sum, "15, less 13 held, less 1 youth = 1")
	n, f = seating(t, Allotment{Total: 15}, append(held, Seat{Class: OpenSeat})...).PlacesToFill("gc", OpenSeat, nil)
	want(t, "places of a full delegation", n, 1)
	want(t, "which is worth a look", f.Warning, true)
	want(t, "verdict", f.Verdict, "no place is vacant")
}

func TestPlacesWithoutAnEntitlementAreOneToBeTyped(t *testing.T) {
	n, f := seating(t, Allotment{}).PlacesToFill("gc", OpenSeat, nil)
	want(t, "places", n, 1)
	want(t, "verdict", f.Verdict, "no entitlement is set")
	n, _ = seating(t, Allotment{Total: 15}).PlacesToFill("gc", YouthSeat, nil)
	want(t, "a youth seat", n, 1)
	_, f = seating(t, Allotment{Total: 15, Finding: Finding{Sum: "216 members ÷ 15 = 14.4, rounded up: 15 seats"}}).PlacesToFill("gc", "", nil)
	want(t, "nobody else", f.Sum, "216 members ÷ 15 = 14.4, rounded up: 15 seats")
}

func TestARuleThatDividesTheSeatsLeavesThoseThatAreOpen(t *testing.T) {
	rule := Entitlement{Per: 15, OrPart: true, Reserved: []ReservedSeats{{Class: ExOfficioSeat, Seats: 1, Post: "secretary"}, {Class: YouthSeat, Seats: 1}}}
	a := rule.Allot(Membership{Members: 216}, Date{})
	held := []Seat{{Class: ExOfficioSeat}}
	n, f := seating(t, a, held...).PlacesToFill("gc", OpenSeat, nil)
	want(t, "open", n, 13)
	want(t, "sum", f.Sum, "15, less 1 secretary, less 1 youth = 13 open")
	held = append(held, slices.Repeat([]Seat{{Class: OpenSeat}}, 12)...)
	n, f = seating(t, a, held...).PlacesToFill("gc", OpenSeat, nil)
	want(t, "a casual vacancy", n, 1)
	want(t, "its sum", f.Sum, "15, less 1 secretary, less 1 youth: 13 open, less 12 held = 1")
	n, _ = seating(t, a, held...).PlacesToFill("gc", YouthSeat, nil)
	want(t, "for those under 27", n, 1)
}
