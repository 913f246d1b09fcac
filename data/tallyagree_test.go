package data

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"branchbook/data/count"
)

// aPile draws a contest of up to six nominees with a pile of ballots for it.
func aPile(t *rapid.T, rule CountRule, places int) (Contest, []Ballot) {
	n := rapid.IntRange(2, 6).Draw(t, "stand")
	c := Contest{ID: "c", Kind: Elects, Title: "Chair", Places: min(places, n-1), Rule: rule}
	r := Round{Places: c.Places, FromBallots: true, Closed: true}
	var numbers []int
	for i := range n {
		c.Nominees = append(c.Nominees, Nominee{Name: string(rune('A' + i)), Number: i + 1})
		r.Standing, numbers = append(r.Standing, i), append(numbers, i+1)
	}
	c.Rounds = []Round{r}
	var pile []Ballot
	for k := range rapid.IntRange(1, 40).Draw(t, "ballots") {
		m := Marking{Spoilt: "blank"}
		if k == 0 || rapid.IntRange(0, 9).Draw(t, "spoilt") > 0 {
			marks := rapid.Permutation(numbers).Draw(t, "marks")
			m = Marking{Marks: marks[:rapid.IntRange(1, min(len(marks), c.MarksOn(r))).Draw(t, "length")]}
		}
		pile = append(pile, Ballot{Contest: "c", Number: k + 1, First: &m})
	}
	return c, pile
}

// inTotals is the same round as the tellers would have counted it.
func inTotals(r RoundTally) Round {
	out := r.Round
	out.FromBallots, out.Votes = false, map[int]int{}
	for _, i := range r.Standing {
		out.Votes[i] = r.Votes[i]
	}
	return out
}

func TestTotalsAndBallotsOfTheSameVotesAgree(t *testing.T) {
	for _, rule := range []CountRule{ByMostVotes, ByRounds, ByTopTwo, ByEliminating} {
		rapid.Check(t, func(t *rapid.T) {
			places := 1
			if rule == ByMostVotes || rule == ByEliminating {
				places = rapid.IntRange(1, 4).Draw(t, "places")
			}
			c, pile := aPile(t, rule, places)
			typed, err := c.Tally(pile)
			if err != nil {
				t.Fatal(err)
			}
			c.Rounds = []Round{inTotals(typed.Rounds[0])}
			totals, err := c.Tally(nil)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(typed.Elected, totals.Elected) || !slices.Equal(typed.Out, totals.Out) || !slices.Equal(typed.Next, totals.Next) ||
				(typed.Asks == nil) != (totals.Asks == nil) || typed.Rounds[0].Sentence != totals.Rounds[0].Sentence ||
				typed.Rounds[0].Balances.Sum != totals.Rounds[0].Balances.Sum {
				t.Fatalf("%s: ballots %+v, totals %+v", rule, typed, totals)
			}
		})
	}
}

// A preferential count that was done on paper, stage by stage, comes to what the ballots come to.
func TestTheTotalsOfEachStageAgreeWithTheBallots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, pile := aPile(t, ByPreference, 1)
		typed, err := c.Tally(pile)
		if err != nil {
			t.Fatal(err)
		}
		round := inTotals(typed.Rounds[0])
		for _, s := range typed.Rounds[0].Stages {
			if s.Kind != count.Exclusion {
				continue
			}
			tr := Transfer{Out: s.Of[0], Votes: map[int]int{}, Exhausted: int(s.Lost / count.Vote)}
			for i, v := range s.Votes {
				if v > 0 {
					tr.Votes[i] = int(v / count.Vote)
				}
			}
			round.Transfers = append(round.Transfers, tr)
		}
		c.Rounds = []Round{round}
		totals, err := c.Tally(nil)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(typed.Elected, totals.Elected) || (typed.Asks == nil) != (totals.Asks == nil) {
			t.Fatalf("ballots elect %v and ask %+v, totals %v and %+v", typed.Elected, typed.Asks, totals.Elected, totals.Asks)
		}
		for k, s := range totals.Rounds[0].Stages {
			if !slices.Equal(s.Votes, typed.Rounds[0].Stages[k].Votes) || s.Lost != typed.Rounds[0].Stages[k].Lost {
				t.Fatalf("stage %d: %v from totals, %v from ballots", k+1, s.Votes, typed.Rounds[0].Stages[k].Votes)
			}
		}
	})
}
