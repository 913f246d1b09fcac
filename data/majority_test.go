package data

import (
	"testing"

	"pgregory.net/rapid"
)

// counts is a vote by show of hands in a room of 15 voters.
func counts(votesFor, against, abstained int) Vote {
	return Vote{Method: Hands, Needs: SimpleMajority, For: votesFor, Against: against, Abstained: abstained, Voters: 15}
}

func needing(needs Threshold, v Vote) Vote {
	v.Needs = needs
	return v
}

func decided(t *testing.T, m Majority, v Vote, outcome Outcome, sum string) Finding {
	t.Helper()
	got, f := m.Decide(v)
	want(t, "outcome of "+v.Figures(), got, outcome)
	want(t, "sum of "+v.Figures(), f.Sum, sum)
	return f
}

func TestMotionIsCarriedByMoreForThanAgainst(t *testing.T) {
	m := DefaultRules().Majority
	f := decided(t, m, counts(12, 2, 1), Carried, "12 for, 2 against: more for than against. 1 abstention is not counted.")
	want(t, "verdict", f.Verdict, "carried")
	want(t, "warning", f.Warning, false)
	decided(t, m, counts(1, 0, 14), Carried, "1 for, 0 against: more for than against. 14 abstentions are not counted.")
	decided(t, m, counts(5, 9, 1), Lost, "5 for, 9 against: more against than for. 1 abstention is not counted.")
	decided(t, m, counts(8, 7, 0), Carried, "8 for, 7 against: more for than against.")
}

func TestEqualVotesAreNotCarried(t *testing.T) {
	f := decided(t, DefaultRules().Majority, counts(7, 7, 1), Tied, "7 for, 7 against: equal, and no casting vote. 1 abstention is not counted.")
	want(t, "verdict", f.Verdict, "not carried")
}

func TestChairMayDecideEqualVotes(t *testing.T) {
	v := counts(7, 7, 1)
	v.Casting = CastingFor
	f := decided(t, DefaultRules().Majority, v, Carried, "7 for, 7 against: equal; the chair cast for. 1 abstention is not counted.")
	want(t, "warning", f.Warning, false)
	v.Casting = CastingAgainst
	decided(t, DefaultRules().Majority, v, Lost, "7 for, 7 against: equal; the chair cast against. 1 abstention is not counted.")
}

func TestCastingVoteThatTheRulesDoNotGiveIsFollowedWithAWarning(t *testing.T) {
	v := counts(7, 7, 1)
	v.Casting = CastingFor
	f := decided(t, Majority{Casting: CastingNever}, v, Carried,
		"7 for, 7 against: equal; the chair cast for. 1 abstention is not counted. The rules give the chair no casting vote.")
	want(t, "warning", f.Warning, true)
}

func TestCastingVoteAfterEverybodyVotedIsASecondVote(t *testing.T) {
	v := counts(8, 8, 0)
	v.Voters, v.Casting = 16, CastingFor
	f := decided(t, Majority{Casting: CastingIfNotVoted}, v, Carried,
		"8 for, 8 against: equal; the chair cast for. All 16 voters present had voted; the chair may cast only without having voted.")
	want(t, "warning", f.Warning, true)
	_, f = Majority{Casting: CastingSecond}.Decide(v)
	want(t, "where a second vote is allowed", f.Warning, false)
}

func TestCastingVoteChangesNothingWhereVotesAreNotEqual(t *testing.T) {
	v := counts(9, 5, 0)
	v.Casting = CastingAgainst
	f := decided(t, DefaultRules().Majority, v, Carried, "9 for, 5 against: more for than against. A casting vote decides only equal votes.")
	want(t, "warning", f.Warning, true)
}

func TestNoVotesAtAllCarryNothing(t *testing.T) {
	f := decided(t, DefaultRules().Majority, counts(0, 0, 0), Tied, "0 for, 0 against: equal, and no casting vote.")
	want(t, "warning", f.Warning, true)
	decided(t, DefaultRules().Majority, counts(0, 0, 15), Tied, "0 for, 0 against: equal, and no casting vote. 15 abstentions are not counted.")
}

func TestTwoThirdsAreTakenOfThosePresent(t *testing.T) {
	m := DefaultRules().Majority
	decided(t, m, needing(TwoThirdsPresent, counts(12, 2, 1)), Carried, "needed 10: two thirds of 15 present = 10, had 12")
	decided(t, m, needing(TwoThirdsPresent, counts(10, 5, 0)), Carried, "needed 10: two thirds of 15 present = 10, had 10")
	f := decided(t, m, needing(TwoThirdsPresent, counts(9, 1, 5)), Lost, "needed 10: two thirds of 15 present = 10, had 9")
	want(t, "other reading", f.Other[0].Sentence(),
		"carried if two thirds of votes cast are meant: needed 7: two thirds of 10 cast = 6.66…, rounded up: 7, had 9")
	v := needing(TwoThirdsPresent, counts(10, 6, 0))
	v.Voters = 16
	decided(t, m, v, Lost, "needed 11: two thirds of 16 present = 10.66…, rounded up: 11, had 10")
}

func TestTwoThirdsOfVotesCastLeaveAbstentionsOut(t *testing.T) {
	f := decided(t, Majority{}, needing(TwoThirdsCast, counts(8, 4, 3)), Carried, "needed 8: two thirds of 12 cast = 8, had 8")
	want(t, "other reading", f.Other[0].Verdict, "lost if two thirds of those present are meant")
	decided(t, Majority{}, needing(TwoThirdsCast, counts(7, 4, 4)), Lost, "needed 8: two thirds of 11 cast = 7.33…, rounded up: 8, had 7")
	decided(t, Majority{}, needing(TwoThirdsCast, counts(0, 0, 15)), Lost, "needed 0: two thirds of 0 cast = 0, had 0")
}

func TestMoreThanHalfOfThosePresent(t *testing.T) {
	decided(t, Majority{}, needing(AbsoluteMajority, counts(8, 1, 6)), Carried, "needed 8: more than half of 15 present, had 8")
	decided(t, Majority{}, needing(AbsoluteMajority, counts(7, 1, 7)), Lost, "needed 8: more than half of 15 present, had 7")
	v := needing(AbsoluteMajority, counts(8, 8, 0))
	v.Voters = 16
	decided(t, Majority{}, v, Lost, "needed 9: more than half of 16 present, had 8")
}

func TestTwoThirdsWithoutARegisterCountTheHands(t *testing.T) {
	v := needing(TwoThirdsPresent, counts(10, 4, 1))
	v.Voters = 0
	f := decided(t, Majority{}, v, Carried, "needed 10: two thirds of 15 counted = 10, had 10; the voters in the room were not counted, so the hands are")
	want(t, "warning", f.Warning, true)
}

func TestVoteWithoutAThresholdTakesThatOfTheRules(t *testing.T) {
	outcome, _ := Majority{Needs: TwoThirdsPresent}.Decide(needing("", counts(9, 5, 1)))
	want(t, "under two thirds", outcome, Lost)
	outcome, _ = Majority{}.Decide(needing("", counts(9, 5, 1)))
	want(t, "with no rule at all", outcome, Carried)
}

func TestDeclaredResultsNeedNoCount(t *testing.T) {
	for declared, outcome := range map[Declared]Outcome{
		Agreed: Carried, Unanimous: Carried, NemCon: Carried, ClearMajority: Carried, DeclaredWon: Carried, DeclaredLost: Lost,
	} {
		got, f := DefaultRules().Majority.Decide(Vote{Declared: declared, Voters: 15})
		want(t, string(declared), got, outcome)
		want(t, "warning for "+string(declared), f.Warning, false)
	}
	_, f := DefaultRules().Majority.Decide(Vote{Declared: ClearMajority, Needs: TwoThirdsPresent})
	want(t, "where two thirds were needed", f.Sum, "declared by the chair; no count was taken; two thirds of those present was needed")
	want(t, "warning", f.Warning, true)
}

func TestAbstentionsNeverDecideUnderASimpleMajority(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40)
		v := Vote{For: n.Draw(t, "for"), Against: n.Draw(t, "against"), Voters: n.Draw(t, "voters")}
		v.Casting = rapid.SampledFrom([]Casting{NoCasting, CastingFor, CastingAgainst}).Draw(t, "casting")
		m := Majority{Casting: rapid.SampledFrom(castingRules()).Draw(t, "rule")}
		without, _ := m.Decide(v)
		v.Abstained = n.Draw(t, "abstained")
		if with, f := m.Decide(v); with != without {
			t.Fatalf("%s without abstentions, %s with: %s", without, with, f.Sum)
		}
	})
}

func TestOneMoreVoteForNeverLosesAQuestion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40)
		v := Vote{For: n.Draw(t, "for"), Against: n.Draw(t, "against"), Abstained: n.Draw(t, "abstained")}
		v.Needs = rapid.SampledFrom(thresholds()).Draw(t, "needs")
		v.Voters = v.Total() + n.Draw(t, "did not vote") + 1
		before, _ := Majority{}.Decide(v)
		v.For++
		if after, f := (Majority{}).Decide(v); before == Carried && after != Carried {
			t.Fatalf("carried with %d for, but %s with one more: %s", v.For-1, after, f.Sum)
		}
	})
}
