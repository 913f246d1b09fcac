package data

import (
	"testing"

	"pgregory.net/rapid"
)

func TestBranchHasASeatForEveryFifteenOrPart(t *testing.T) {
	n, f := DefaultRules().Seats.Seats(216, day(t, "1 June 2026"))
	want(t, "seats", n, 15)
	want(t, "finding", f.Sentence(), "15 seats, on the membership of Mon 1 Jun 2026: 216 members ÷ 15 = 14.4, rounded up: 15 seats")
	want(t, "other", f.Other[0].Sentence(), "14 if rounded down: 216 members ÷ 15 = 14.4, rounded down: 14 seats")
	want(t, "warning", f.Warning, false)
}

func TestSeatsRoundedDownShowTheOtherReading(t *testing.T) {
	n, f := Entitlement{Per: 15}.Seats(216, Date{})
	want(t, "seats", n, 14)
	want(t, "verdict", f.Verdict, "14 seats")
	want(t, "other", f.Other[0].Verdict, "15 if rounded up")
}

func TestSeatsAtTheirBoundaries(t *testing.T) {
	e := Entitlement{Per: 15, OrPart: true}
	for members, seats := range map[int]int{1: 1, 14: 1, 15: 1, 16: 2, 210: 14, 211: 15, 225: 15} {
		n, _ := e.Seats(members, Date{})
		want(t, "seats", n, seats)
	}
	_, f := e.Seats(15, Date{})
	want(t, "sum of a whole number", f.Sum, "15 members ÷ 15 = 1 seat")
	want(t, "other readings of a whole number", len(f.Other), 0)
}

func TestSeatsKeepWithinTheirLimits(t *testing.T) {
	e := Entitlement{Per: 15, OrPart: true, Min: 2, Max: 10}
	n, f := e.Seats(216, Date{})
	want(t, "seats", n, 10)
	want(t, "sum", f.Sum, "216 members ÷ 15 = 14.4, rounded up: 15, at most 10 seats")
	want(t, "no other reading above the limit", len(f.Other), 0)
	n, _ = e.Seats(151, Date{})
	want(t, "one above the limit", n, 10)
	n, f = e.Seats(8, Date{})
	want(t, "seats of a small branch", n, 2)
	want(t, "sum of a small branch", f.Sum, "8 members ÷ 15 = 0.53…, rounded up: 1, at least 2 seats")
}

func TestFixedSeatsWin(t *testing.T) {
	n, f := Entitlement{Per: 15, Fixed: 4}.Seats(216, Date{})
	want(t, "seats", n, 4)
	want(t, "sum", f.Sum, "4 seats, fixed")
}

func TestEntitlementIsNotKnownWithoutARuleOrAList(t *testing.T) {
	n, f := Entitlement{}.Seats(216, Date{})
	want(t, "seats without a rule", n, 0)
	want(t, "verdict", f.Verdict, "no entitlement is set")
	_, f = Entitlement{Per: 15, OrPart: true}.Seats(0, Date{})
	want(t, "warning without a list", f.Warning, true)
}

func TestEntitlementOnAnotherDayIsAWarning(t *testing.T) {
	e := Entitlement{Per: 15, OrPart: true, CountedOn: day(t, "31 December 2025")}
	_, f := e.Seats(216, day(t, "1 June 2026"))
	want(t, "warning", f.Warning, true)
	want(t, "sum", f.Sum, "216 members ÷ 15 = 14.4, rounded up: 15 seats; the rule counts the members of Wed 31 Dec 2025")
	_, f = e.Seats(210, e.CountedOn)
	want(t, "warning on the day itself", f.Warning, false)
}

func TestMoreMembersNeverMeanFewerSeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := Entitlement{Per: rapid.IntRange(1, 500).Draw(t, "per"), OrPart: rapid.Bool().Draw(t, "or part"), Max: rapid.IntRange(0, 20).Draw(t, "max")}
		members := rapid.IntRange(0, 20_000).Draw(t, "members")
		few, _ := e.Seats(members, Date{})
		more, f := e.Seats(members+1, Date{})
		if more < few || few > members {
			t.Fatalf("%d members give %d seats, one more gives %d: %s", members, few, more, f.Sum)
		}
	})
}
