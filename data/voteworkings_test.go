package data

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTwoThirdsAndMoreThanHalfAtEveryEdge(t *testing.T) {
	for _, c := range []struct {
		needs  Threshold
		voters int
		vote   [3]int
		as     Outcome
		sum    string
	}{
		{TwoThirdsPresent, 14, [3]int{10, 4, 0}, Carried, "needed 10: two thirds of 14 present = 9.33…, rounded up: 10, had 10"},
		{TwoThirdsPresent, 14, [3]int{9, 5, 0}, Lost, "needed 10: two thirds of 14 present = 9.33…, rounded up: 10, had 9"},
		{TwoThirdsPresent, 15, [3]int{10, 5, 0}, Carried, "needed 10: two thirds of 15 present = 10, had 10"},
		{TwoThirdsPresent, 15, [3]int{9, 0, 6}, Lost, "needed 10: two thirds of 15 present = 10, had 9"},
		{TwoThirdsPresent, 16, [3]int{12, 4, 0}, Carried, "needed 11: two thirds of 16 present = 10.66…, rounded up: 11, had 12"},
		{TwoThirdsPresent, 16, [3]int{10, 0, 0}, Lost, "needed 11: two thirds of 16 present = 10.66…, rounded up: 11, had 10"},
		{TwoThirdsPresent, 1, [3]int{1, 0, 0}, Carried, "needed 1: two thirds of 1 present = 0.66…, rounded up: 1, had 1"},
		{TwoThirdsCast, 30, [3]int{10, 5, 15}, Carried, "needed 10: two thirds of 15 cast = 10, had 10"},
		{TwoThirdsCast, 30, [3]int{10, 6, 0}, Lost, "needed 11: two thirds of 16 cast = 10.66…, rounded up: 11, had 10"},
		{TwoThirdsCast, 30, [3]int{1, 0, 29}, Carried, "needed 1: two thirds of 1 cast = 0.66…, rounded up: 1, had 1"},
		{AbsoluteMajority, 16, [3]int{8, 0, 8}, Lost, "needed 9: more than half of 16 present, had 8"},
		{AbsoluteMajority, 16, [3]int{9, 7, 0}, Carried, "needed 9: more than half of 16 present, had 9"},
		{AbsoluteMajority, 15, [3]int{8, 7, 0}, Carried, "needed 8: more than half of 15 present, had 8"},
	} {
		v := Vote{Needs: c.needs, Voters: c.voters, For: c.vote[0], Against: c.vote[1], Abstained: c.vote[2]}
		decided(t, Majority{}, v, c.as, c.sum)
	}
}

func TestBothReadingsOfTwoThirdsArePrintedWhereTheyDiffer(t *testing.T) {
	_, f := DefaultRules().Majority.Decide(needing(TwoThirdsPresent, counts(9, 1, 5)))
	want(t, "where they differ", f.Workings(), "Needed 10: two thirds of 15 present = 10, had 9. "+
		"Carried if two thirds of votes cast are meant: needed 7: two thirds of 10 cast = 6.66…, rounded up: 7, had 9.")
	_, f = DefaultRules().Majority.Decide(needing(TwoThirdsPresent, counts(10, 5, 0)))
	want(t, "where they do not", f.Workings(), "needed 10: two thirds of 15 present = 10, had 10")
	e := Evening{Meeting: Meeting{ID: "may"}}
	v := needing(TwoThirdsCast, counts(8, 4, 3))
	v.Question = "That the hall be hired"
	v.Outcome, v.Finding = Majority{}.Decide(v)
	want(t, "the same on paper", e.minutedVote(v, MinutesStyle{}).Sum, v.Finding.Workings())
	_, extension := extensionOf(t, needing(TwoThirdsPresent, counts(12, 2, 1)))
	want(t, "of an extension", extension, "Carried if two thirds of votes cast are meant: needed 10: two thirds of 14 cast = 9.33…, rounded up: 10, had 12.")
}

func extensionOf(t *testing.T, v Vote) (words, sum string) {
	t.Helper()
	v.Voters = 16
	v.Outcome, v.Finding = DefaultRules().Majority.Decide(v)
	return Extension{Until: clock(t, "9.45pm")}.Words(v)
}

func TestTheSumSaysThatACountStandsForTheRegister(t *testing.T) {
	v := needing(TwoThirdsPresent, counts(16, 7, 0))
	v.Voters, v.HeadCount = 23, true
	decided(t, Majority{}, v, Carried, "needed 16: two thirds of 23 counted without names = 15.33…, rounded up: 16, had 16")
	decided(t, Majority{}, needing(AbsoluteMajority, v), Carried, "needed 12: more than half of 23 counted without names, had 16")
}

func TestWhoSpoiltABallotWasThereAllTheSame(t *testing.T) {
	v := needing(TwoThirdsPresent, counts(9, 4, 0))
	v.Voters, v.Spoilt = 0, 2
	decided(t, Majority{}, v, Lost, "needed 10: two thirds of 15 counted = 10, had 9; the voters in the room were not counted, so the hands are")
	v.Needs = TwoThirdsCast
	decided(t, Majority{}, v, Carried, "needed 9: two thirds of 13 cast = 8.66…, rounded up: 9, had 9")
}

func TestAResultThatWasDeclaredAndThenCountedIsNoCountOfNought(t *testing.T) {
	v := Vote{Declared: DeclaredLost}.CountedAgain("four members asked", Vote{For: 12, Against: 11})
	want(t, "particulars", strings.Join(v.Particulars(nil, true), " "),
		"After a recount (first declared lost on a show of hands: four members asked).")
}

// The number needed is the smallest whole number that is not below the exact share, however the base came about.
func TestTheNumberNeededIsNeverRoundedTheWrongWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 400)
		v := Vote{For: n.Draw(t, "for"), Against: n.Draw(t, "against"), Abstained: n.Draw(t, "abstained"), Spoilt: n.Draw(t, "spoilt")}
		v.Voters, v.HeadCount = n.Draw(t, "voters"), rapid.Bool().Draw(t, "by a count")
		v.Needs = rapid.SampledFrom([]Threshold{TwoThirdsPresent, TwoThirdsCast, AbsoluteMajority}).Draw(t, "needs")
		base := v.Voters
		switch {
		case v.Needs == TwoThirdsCast:
			base = v.For + v.Against
		case base == 0:
			base = v.For + v.Against + v.Abstained + v.Spoilt
		}
		had, reached := new(big.Rat).SetInt64(int64(v.For)), false
		if v.Needs == AbsoluteMajority {
			reached = had.Cmp(big.NewRat(int64(base), 2)) > 0
		} else {
			reached = v.For > 0 && had.Cmp(big.NewRat(int64(2*base), 3)) >= 0
		}
		outcome, f := Majority{}.Decide(v)
		if (outcome == Carried) != reached {
			t.Fatalf("%s is %s: %s", v.Figures(), outcome, f.Sum)
		}
		if !strings.Contains(f.Sum, fmt.Sprintf(" of %d ", base)) || !strings.Contains(f.Sum, fmt.Sprintf("had %d", v.For)) {
			t.Fatalf("the sum says neither base nor votes: %s", f.Sum)
		}
	})
}
