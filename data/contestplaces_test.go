package data

import "testing"

func TestOpenSeatsAreWhatTheOthersLeave(t *testing.T) {
	secretary := func(PersonID) string { return "Secretary" }
	in := PlacesInput{Class: OpenSeat, Total: 15, Post: secretary, Held: []Seat{{Class: ExOfficioSeat, Person: "jean"}},
		Contests: []Contest{{Class: YouthSeat, Places: 1}, {Class: WomensSeat, Places: 2, Status: Abandoned}}}
	n, f := PlacesToFill(in)
	want(t, "places", n, 13)
	want(t, "sum", f.Sum, "15, less 1 youth, less 1 secretary = 13")
	in.Post = nil
	_, f = PlacesToFill(in)
	want(t, "without a post", f.Sum, "15, less 1 youth, less 1 ex officio = 13")
}

func TestACasualVacancyIsWhatIsLeftOfTheSeats(t *testing.T) {
	in := PlacesInput{Class: OpenSeat, Total: 15}
	for range 13 {
		in.Held = append(in.Held, Seat{Class: OpenSeat})
	}
	in.Held = append(in.Held, Seat{Class: YouthSeat})
	n, f := PlacesToFill(in)
	want(t, "places", n, 1)
	want(t, "sum", f.Sum, "15, less 13 held, less 1 youth = 1")
	in.Held = append(in.Held, Seat{Class: OpenSeat})
	n, f = PlacesToFill(in)
	want(t, "places of a full delegation", n, 1)
	want(t, "which is worth a look", f.Warning, true)
	want(t, "verdict", f.Verdict, "no place is vacant")
}

func TestPlacesWithoutAnEntitlementAreOneToBeTyped(t *testing.T) {
	n, f := PlacesToFill(PlacesInput{Class: OpenSeat})
	want(t, "places", n, 1)
	want(t, "verdict", f.Verdict, "no entitlement is set")
	n, _ = PlacesToFill(PlacesInput{Class: YouthSeat, Total: 15})
	want(t, "a youth seat", n, 1)
	_, f = PlacesToFill(PlacesInput{Total: 15, Sum: Finding{Sum: "216 members ÷ 15 = 14.4, rounded up: 15 seats"}})
	want(t, "nobody else", f.Sum, "216 members ÷ 15 = 14.4, rounded up: 15 seats")
}

func TestARuleThatDividesTheSeatsLeavesThoseThatAreOpen(t *testing.T) {
	rule := Entitlement{Per: 15, OrPart: true, Reserved: []ReservedSeats{{Class: ExOfficioSeat, Seats: 1, Post: "secretary"}, {Class: YouthSeat, Seats: 1}}}
	a := rule.Allot(Membership{Members: 216}, Date{})
	in := PlacesInput{Class: OpenSeat, Total: a.Total, ByRule: a, Held: []Seat{{Class: ExOfficioSeat}}}
	n, f := PlacesToFill(in)
	want(t, "open", n, 13)
	want(t, "sum", f.Sum, "15, less 1 secretary, less 1 youth = 13 open")
	for range 12 {
		in.Held = append(in.Held, Seat{Class: OpenSeat})
	}
	n, f = PlacesToFill(in)
	want(t, "a casual vacancy", n, 1)
	want(t, "its sum", f.Sum, "15, less 1 secretary, less 1 youth: 13 open, less 12 held = 1")
	in.Class = YouthSeat
	n, _ = PlacesToFill(in)
	want(t, "for those under 27", n, 1)
}
