package data

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestHowVotesPrint(t *testing.T) {
	cast := func(v Vote, c Casting) Vote {
		v.Casting = c
		return v
	}
	for _, c := range []struct {
		vote           Vote
		words, figures string
	}{
		{counts(12, 2, 1), "carried by 12 votes to 2 with 1 abstention", "12-2-1"},
		{counts(15, 0, 0), "carried unanimously", "15-0-0"},
		{counts(11, 0, 4), "carried nem con", "11-0-4"},
		{counts(11, 0, 0), "carried nem con", "11-0-0"},
		{counts(10, 5, 0), "carried by 10 votes to 5", "10-5-0"},
		{counts(8, 4, 2), "carried by 8 votes to 4 with 2 abstentions", "8-4-2"},
		{counts(5, 9, 1), "lost by 5 votes to 9 with 1 abstention", "5-9-1"},
		{counts(1, 3, 0), "lost by 1 vote to 3", "1-3-0"},
		{counts(0, 15, 0), "lost by 0 votes to 15", "0-15-0"},
		{counts(7, 7, 0), "7 votes to 7; the chair did not use a casting vote; motion not carried", "7-7-0"},
		{counts(7, 7, 1), "7 votes to 7 with 1 abstention; the chair did not use a casting vote; motion not carried", "7-7-1"},
		{cast(counts(7, 7, 0), CastingFor), "7 votes to 7; the chair cast for; carried", "7-7-0"},
		{cast(counts(7, 7, 0), CastingAgainst), "7 votes to 7; the chair cast against; lost", "7-7-0"},
		{needing(TwoThirdsPresent, counts(8, 5, 2)), "lost on 8 votes to 5 with 2 abstentions: it needed two thirds of those present", "8-5-2"},
		{needing(AbsoluteMajority, counts(7, 7, 1)), "lost on 7 votes to 7 with 1 abstention: it needed more than half of those present", "7-7-1"},
		{needing(TwoThirdsPresent, counts(9, 0, 6)), "lost on 9 votes to 0 with 6 abstentions: it needed two thirds of those present", "9-0-6"},
		{Vote{Declared: Agreed}, "agreed", ""},
		{Vote{Declared: NemCon}, "carried nem con", ""},
		{Vote{Declared: ClearMajority}, "carried by a clear majority", ""},
		{Vote{Declared: DeclaredLost}, "lost on a show of hands", ""},
		{counts(0, 0, 0), "no votes counted", ""},
	} {
		want(t, "words", c.vote.Words(), c.words)
		want(t, "figures", c.vote.Figures(), c.figures)
	}
}

func TestUnanimityIsNotClaimedWhereTheVotersAreNotKnown(t *testing.T) {
	v := counts(15, 0, 0)
	v.Voters = 0
	want(t, "words", v.Words(), "carried nem con")
}

func TestWordsFollowTheOutcomeThatWasStored(t *testing.T) {
	v := needing("", counts(9, 5, 1))
	v.Outcome = Lost
	want(t, "of an old vote under two thirds", v.Words(), "lost on 9 votes to 5 with 1 abstention")
}

func TestMoreHandsThanVotersAreFlagged(t *testing.T) {
	want(t, "17 of 15", CheckCount(counts(14, 2, 1)), "17 votes, 15 voters present")
	want(t, "one too many", CheckCount(counts(14, 2, 0)), "16 votes, 15 voters present")
	want(t, "a count that ties", CheckCount(counts(12, 2, 1)), "")
	want(t, "some did not vote", CheckCount(counts(9, 2, 0)), "")
	want(t, "not counted", CheckCount(Vote{Declared: Agreed, Voters: 3}), "")
	want(t, "no register", CheckCount(Vote{For: 9}), "")
}

func TestWordsAlwaysAgreeWithTheOutcome(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 20)
		v := Vote{For: n.Draw(t, "for"), Against: n.Draw(t, "against"), Abstained: n.Draw(t, "abstained"), Voters: n.Draw(t, "voters")}
		v.Needs = rapid.SampledFrom(thresholds()).Draw(t, "needs")
		v.Casting = rapid.SampledFrom([]Casting{NoCasting, CastingFor, CastingAgainst}).Draw(t, "casting")
		if v.Total() == 0 {
			return
		}
		v.Outcome, v.Finding = DefaultRules().Majority.Decide(v)
		words := v.Words()
		carried := strings.Contains(words, "carried") && !strings.Contains(words, "not carried")
		if carried != (v.Outcome == Carried) {
			t.Fatalf("%s, but the words are %q", v.Outcome, words)
		}
		if lost := strings.Contains(words, "lost"); lost != (v.Outcome == Lost) {
			t.Fatalf("%s, but the words are %q", v.Outcome, words)
		}
	})
}
