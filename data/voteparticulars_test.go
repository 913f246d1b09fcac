package data

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var table = Names{"ben": {First: "Ben", Last: "Carrick"}, "zoe": {First: "Zoë", Last: "Okafor"}, "lars": {First: "Lars", Last: "Sørensen"}}

func TestTheParticularsOfAVoteArePrintedInSentences(t *testing.T) {
	for _, c := range []struct {
		vote Vote
		want string
	}{
		{Vote{Method: Hands, For: 12}, ""},
		{Vote{Method: SecretBallot, AskedBy: []PersonID{"ben", "zoe", "lars"}, Spoilt: 2}, "By secret ballot, asked for by Ben Carrick, Zoë Okafor and Lars Sørensen. 2 ballots were spoilt."},
		{Vote{Method: SecretBallot, Spoilt: 1}, "By secret ballot. 1 ballot was spoilt."},
		{Vote{Method: Online}, "By online poll."},
		{Vote{Recounts: []Count{{For: 12, Against: 11, Abstained: 1, Why: "a hand was missed."}}}, "After a recount (first count 12-11-1: a hand was missed)."},
		{Vote{Recounts: []Count{{For: 12, Against: 11}, {For: 13, Against: 11}}}, "After 2 recounts (first count 12-11-0)."},
		{Vote{Method: RollCall, For: 1, Against: 1, Calls: []Call{{"zoe", VotedFor}, {"ben", VotedAgainst}, {"lars", DidNotVote}}},
			"By roll call. For (1): Zoë Okafor. Against (1): Ben Carrick. Did not vote (1): Lars Sørensen."},
		{Vote{Tellers: []PersonID{"zoe", "lars"}, Dissent: []PersonID{"ben"}}, "Tellers: Zoë Okafor and Lars Sørensen. Dissent recorded at their own request: Ben Carrick."},
	} {
		if got := strings.Join(c.vote.Particulars(table, true), " "); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	secret := Vote{Method: SecretBallot, AskedBy: []PersonID{"ben"}, Dissent: []PersonID{"zoe"}, Calls: []Call{{"zoe", VotedFor}}, For: 1}
	if got := strings.Join(secret.Particulars(table, false), " "); got != "By secret ballot." {
		t.Errorf("a house that prints counts alone prints %s", got)
	}
}

func TestARecountKeepsTheCountBefore(t *testing.T) {
	first := Vote{For: 12, Against: 11, Abstained: 1, At: clock(t, "8.10pm")}
	again := first.CountedAgain("a hand was missed", Vote{For: 11, Against: 12, Abstained: 1})
	third := again.CountedAgain("", Vote{For: 11, Against: 13})
	if len(again.Recounts) != 1 || again.Recounts[0].For != 12 || len(third.Recounts) != 2 || third.Recounts[1].Against != 12 {
		t.Errorf("%+v, then %+v", again.Recounts, third.Recounts)
	}
}

func TestSpoiltBallotsAreCheckedButNotCast(t *testing.T) {
	v := Vote{Voters: 15, For: 8, Against: 6, Spoilt: 1, Needs: TwoThirdsCast}
	want(t, "check", CheckCount(v), "")
	want(t, "silent", v.Silent(), 0)
	v.Spoilt = 2
	want(t, "check", CheckCount(v), "14 votes and 2 spoilt, 15 voters present")
	want(t, "cast", v.Cast(), 14)
	want(t, "who did not vote", Vote{Voters: 15, For: 8, Against: 4}.Silent(), 3)
}

func TestARollCallThatDoesNotAddUpIsRefused(t *testing.T) {
	v := Vote{For: 2, Calls: []Call{{"zoe", VotedFor}, {"ben", VotedAgainst}}}
	if v.Validate() == nil {
		t.Error("two for, one of whom said against")
	}
	v.For, v.Against = 1, 1
	if err := v.Validate(); err != nil {
		t.Error(err)
	}
}

func TestThreeMembersAskForASecretBallot(t *testing.T) {
	m := DefaultRules().Majority
	if f := m.Asking(2); !f.Warning || f.Sum != "2 asked for a secret ballot; 3 are needed" {
		t.Errorf("%+v", f)
	}
	if f := m.Asking(3); f.Warning {
		t.Errorf("%+v", f)
	}
	m.BallotAskers = 5
	if f := m.Asking(4); !f.Warning {
		t.Errorf("five are needed: %+v", f)
	}
}

// Whatever the count, the outcome is what exact fractions say, and there are words for it.
func TestEveryOutcomeAgreesWithExactArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		voters := rapid.IntRange(1, 60).Draw(t, "voters")
		v := Vote{Voters: voters, For: rapid.IntRange(0, voters).Draw(t, "for")}
		v.Against = rapid.IntRange(0, voters-v.For).Draw(t, "against")
		v.Abstained = rapid.IntRange(0, voters-v.For-v.Against).Draw(t, "abstained")
		v.Needs = rapid.SampledFrom([]Threshold{SimpleMajority, TwoThirdsPresent, TwoThirdsCast, AbsoluteMajority}).Draw(t, "needs")
		got, f := DefaultRules().Majority.Decide(v)
		had, carried := big.NewRat(int64(v.For), 1), false
		switch v.Needs {
		case SimpleMajority:
			carried = v.For > v.Against
		case TwoThirdsPresent:
			carried = v.For > 0 && had.Cmp(big.NewRat(int64(2*voters), 3)) >= 0
		case TwoThirdsCast:
			carried = v.For > 0 && had.Cmp(big.NewRat(int64(2*v.Cast()), 3)) >= 0
		case AbsoluteMajority:
			carried = had.Cmp(big.NewRat(int64(voters), 2)) > 0
		}
		if (got == Carried) != carried {
			t.Fatalf("%s of %d with %s is %s: %s", v.Figures(), voters, v.Needs, got, f.Sum)
		}
		v.Outcome = got
		if v.Words() == "" || f.Sum == "" {
			t.Fatalf("%s has no words", v.Figures())
		}
	})
}
