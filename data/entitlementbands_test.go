package data

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// bands are the rule of a published example: bands for small branches, then one for each further hundred.
func bands() Entitlement {
	return Entitlement{Bands: []Band{{UpTo: 50, Seats: 2}, {UpTo: 100, Seats: 3}}, Per: 100, OrPart: true, Max: 6}
}

// conference is the rule of Annual Conference, as the standard bodies have it.
func conference(t *testing.T) Entitlement {
	t.Helper()
	for _, b := range StandardBodies() {
		if b.Kind == AnnualConference {
			return b.Entitlement
		}
	}
	t.Fatal("there is no Annual Conference among the standard bodies")
	return Entitlement{}
}

func TestBandsGiveTheirSeatsAtEachEdge(t *testing.T) {
	for members, seats := range map[int]int{
		0: 0, 1: 2, 50: 2, 51: 3, 100: 3, 101: 4, 200: 4, 201: 5, 300: 5, 301: 6, 400: 6, 401: 6, 5000: 6,
	} {
		n, f := bands().Seats(members, Date{})
		if n != seats {
			t.Errorf("%d members: %d seats, want %d: %s", members, n, seats, f.Sum)
		}
	}
	_, f := bands().Seats(80, Date{})
	want(t, "sum within a band", f.Sum, "80 members: 51 to 100 give 3 seats")
	_, f = bands().Seats(216, Date{})
	want(t, "sum beyond the bands", f.Sum, "216 members: 3 for the first 100, and 116 ÷ 100 = 1.16, rounded up: 2 more; in all 5 seats")
	want(t, "other reading", f.Other[0].Verdict, "4 if rounded down")
}

func TestBandsAloneEndWithTheLast(t *testing.T) {
	e := Entitlement{Bands: []Band{{UpTo: 50, Seats: 2}, {UpTo: 100, Seats: 3}}}
	n, f := e.Seats(101, Date{})
	want(t, "seats", n, 3)
	want(t, "sum", f.Sum, "101 members: more than 100 give 3 seats")
}

func TestConferenceDelegatesAtEachEdge(t *testing.T) {
	e := conference(t)
	for members, seats := range map[int]int{1: 1, 749: 1, 750: 2, 999: 2, 1000: 3, 1249: 3, 1250: 4, 1749: 5, 1750: 6, 1999: 6, 2000: 6, 9000: 6} {
		n, f := e.Seats(members, Date{})
		if n != seats {
			t.Errorf("%d members: %d seats, want %d: %s", members, n, seats, f.Sum)
		}
	}
}

func TestExtraSeatsComeOnTopOfTheCap(t *testing.T) {
	e := conference(t)
	a := e.Allot(Membership{Members: 2000, Women: 100, Young: 30}, Date{})
	want(t, "both", a.Total, 8)
	want(t, "women", a.ByClass[WomensSeat], 1)
	want(t, "young", a.ByClass[YouthSeat], 1)
	want(t, "open", a.ByClass[OpenSeat], 6)
	a = e.Allot(Membership{Members: 2000, Women: 99, Young: 29}, Date{})
	want(t, "neither", a.Total, 6)
	want(t, "sum of neither", strings.HasSuffix(a.Finding.Sum,
		"none more for women: 99 women, fewer than 100; none more for those under 27: 29 members under 27, fewer than 30"), true)
	a = e.Allot(Membership{Members: 700, Women: 350, Young: 12}, day(t, "31 December 2025"))
	want(t, "one more woman", a.Finding.Sentence(),
		"2 seats, on the membership of Wed 31 Dec 2025: 700 members: 1 to 749 give 1 seat; 1 more for women: 350 women, 100 or more; "+
			"none more for those under 27: 12 members under 27, fewer than 30; in all 2")
}

func TestSeatsThatAreNotOpenComeOffTheTotal(t *testing.T) {
	e := DefaultRules().Seats
	e.Reserved = []ReservedSeats{{Class: ExOfficioSeat, Seats: 1, Post: "secretary"}, {Class: YouthSeat, Seats: 1}}
	a := e.Allot(Membership{Members: 216}, day(t, "1 June 2026"))
	want(t, "total", a.Total, 15)
	want(t, "division", a.Division, "15, less 1 secretary, less 1 youth = 13 open")
	n, f := a.Of(OpenSeat)
	want(t, "open", n, 13)
	want(t, "how that came about", f.Sentence(), "13 open seats: 15, less 1 secretary, less 1 youth = 13 open")
	n, f = a.Of(YouthSeat)
	want(t, "youth", n, 1)
	want(t, "for whom", f.Sentence(), "1 seat for those under 27: 1 of 15 seats")
	n, f = a.Of("")
	want(t, "every seat", n, 15)
	want(t, "sum of every seat", f.Sum, "216 members ÷ 15 = 14.4, rounded up: 15 seats")
}

func TestMoreReservedThanThereAreIsAWarning(t *testing.T) {
	e := Entitlement{Fixed: 2, Reserved: []ReservedSeats{{Class: WomensSeat, Seats: 3}}}
	a := e.Allot(Membership{}, Date{})
	want(t, "women", a.ByClass[WomensSeat], 2)
	want(t, "division", a.Division, "2, less 3 women, of which there are only 2 = 0 open")
	want(t, "warning", a.Finding.Warning, true)
}

func TestNoRuleAllotsNothing(t *testing.T) {
	a := Entitlement{}.Allot(Membership{Members: 216}, Date{})
	want(t, "total", a.Total, 0)
	want(t, "verdict", a.Finding.Verdict, "no entitlement is set")
}

func TestEntitlementIsTypedInWords(t *testing.T) {
	for typed, stands := range map[string]string{
		"1-50: 2, 51-100: 3, then 1 per 100, or part, at most 6":                  "1 to 50: 2, 51 to 100: 3, then 1 per further 100, or part, at most 6",
		"1 to 50: 2 seats; 51 to 100: 3 seats":                                    "1 to 50: 2, 51 to 100: 3",
		"one for the first 749 members and 1 for every further 250 or part":       "1 for the first 749, then 1 per further 250, or part",
		"1 for the first 749, then 1 per further 250, or part thereof, at most 6": "1 for the first 749, then 1 per further 250, or part, at most 6",
		"1 to 50: 2, 60 to 100: 3":                                                "", "2 to 50: 2": "", "1 to 50: 2, then 1 per 0": "", "1 to 50": "", "1 for the first 0": "",
	} {
		next, err := DefaultRules().With("seats", typed, day(t, "14 May 2026"), "")
		switch {
		case stands == "" && err == nil:
			t.Errorf("%q was taken as %q", typed, line(t, next, "seats").Value)
		case stands != "" && err != nil:
			t.Errorf("%q: %v", typed, err)
		case stands != "":
			want(t, typed, line(t, next, "seats").Value, stands)
		}
	}
}

func TestExtraAndReservedSeatsAreTypedInWords(t *testing.T) {
	for _, c := range []struct{ key, typed, stands string }{
		{"seats.extra", "+1 woman if 100 or more women; +1 under 27 if 30 or more young members", "1 woman if 100 or more; 1 under 27 if 30 or more"},
		{"seats.extra", "2 women if 300 or more", "2 women if 300 or more"}, {"seats.extra", "none", "none"}, {"seats.extra", "1 woman", ""},
		{"seats.reserved", "1 Secretary, 1 youth, 2 women", "1 secretary, 1 youth, 2 women"}, {"seats.reserved", "none", "none"},
		{"seats.reserved", "secretary", ""}, {"seats.reserved", "1 women's officer", "1 women's officer"},
	} {
		next, err := DefaultRules().With(c.key, c.typed, day(t, "14 May 2026"), "")
		if (err == nil) != (c.stands != "") {
			t.Errorf("%s %q: %v", c.key, c.typed, err)
		} else if err == nil {
			want(t, c.typed, line(t, next, c.key).Value, c.stands)
		}
	}
}

func TestEveryEntitlementReadsBackAsItStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawEntitlement(t)
		var back Entitlement
		if !back.read(e.words()) || !back.readExtra(e.extraWords()) || !back.readReserved(e.reservedWords()) {
			t.Fatalf("could not read %q, %q, %q", e.words(), e.extraWords(), e.reservedWords())
		}
		if back.words() != e.words() || back.extraWords() != e.extraWords() || back.reservedWords() != e.reservedWords() {
			t.Fatalf("%q came back as %q", e.words(), back.words())
		}
	})
}

func TestMoreMembersNeverMeanFewerSeatsInBandsThatGrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawEntitlement(t)
		members := rapid.IntRange(0, 5000).Draw(t, "members")
		few, _ := e.Seats(members, Date{})
		more, f := e.Seats(members+1, Date{})
		if more < few {
			t.Fatalf("%d members give %d, one more gives %d: %s", members, few, more, f.Sum)
		}
		a := e.Allot(Membership{Members: members, Women: members / 2, Young: members / 10}, Date{})
		sum := 0
		for _, n := range a.ByClass {
			sum += n
		}
		if sum != a.Total {
			t.Fatalf("the classes have %d seats of %d: %s", sum, a.Total, a.Division)
		}
	})
}

func drawEntitlement(t *rapid.T) Entitlement {
	e := Entitlement{Per: rapid.IntRange(0, 300).Draw(t, "per")}
	e.OrPart = e.Per > 0 && rapid.Bool().Draw(t, "or part")
	upTo, seats := 0, 0
	for range rapid.IntRange(0, 4).Draw(t, "bands") {
		upTo += rapid.IntRange(1, 400).Draw(t, "wide")
		seats += rapid.IntRange(0, 3).Draw(t, "more")
		e.Bands = append(e.Bands, Band{UpTo: upTo, Seats: seats})
	}
	if e.IsSet() {
		e.Max = rapid.IntRange(0, 20).Draw(t, "max")
	}
	if rapid.Bool().Draw(t, "extra") {
		e.Extra = []ExtraSeats{{Class: WomensSeat, Seats: 1, AtLeast: 100}, {Class: YouthSeat, Seats: 2, AtLeast: 30}}
	}
	if rapid.Bool().Draw(t, "reserved") {
		e.Reserved = []ReservedSeats{{Class: ExOfficioSeat, Seats: 1, Post: "secretary"}, {Class: WomensSeat, Seats: 2}}
	}
	return e
}

// A book of an earlier version has neither bands nor classes, and its rules must read as they were written.
func TestAnOlderEntitlementReadsAsItWasWritten(t *testing.T) {
	var e Entitlement
	if err := json.Unmarshal([]byte(`{"source":"Letter from the CLP","per":15,"orPart":true,"max":15}`), &e); err != nil {
		t.Fatal(err)
	}
	want(t, "words", e.words(), "1 per 15, or part, at most 15")
	out, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "written again", string(out), `{"source":"Letter from the CLP","per":15,"orPart":true,"max":15}`)
	out, _ = json.Marshal(Body{Name: GeneralCommittee})
	want(t, "a body of the rules", string(out), `{"id":"","rev":0,"name":"General Committee","place":0}`)
}

func TestABodysOwnRulesAreTypedAndReadBack(t *testing.T) {
	b, err := Body{Name: "Policy forum"}.WithTexts(BodyTexts{Seats: "2 seats", Reserved: "1 Youth", Balance: "Every second a woman"})
	if err != nil {
		t.Fatal(err)
	}
	want(t, "texts", b.Texts(), BodyTexts{Seats: "2 seats", Reserved: "1 youth", Balance: "every second a woman"})
	b, err = b.WithTexts(BodyTexts{})
	if err != nil {
		t.Fatal(err)
	}
	want(t, "blank", b.Entitlement.IsSet() || b.Balance.IsSet(), false)
	_, err = b.WithTexts(BodyTexts{Seats: "many"})
	refused(t, "many seats", err, `Seats: "many" could not be read. Write it like 1 per 15, or part; 2 seats; or `+bandsHint+`, or leave it blank.`)
}
