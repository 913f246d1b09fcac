package count

import (
	"slices"
	"testing"
)

// Scenario 11: 27 valid ballots, first preferences 11, 9 and 7; of the seven 4 go to the first, 2 to the second, 1 runs out.
func TestAPreferentialElectionOfTheChair(t *testing.T) {
	e := Election{Candidates: letters(3), Places: 1, Spoilt: 1, Ballots: ballots("11 A", "9 B", "4 CA", "2 CB", "1 C")}
	r := run(t, Preferential, e)
	wantSheets(t, r, "11 9 7 0", "15 11 0 1")
	wantElected(t, e, r, "A")
	if got := r.Stages[1].Sentence; got != "C had the fewest votes, 7, and is excluded. A has 15 of 26, more than half, and is elected." {
		t.Error(got)
	}
}

func TestTheLastTwoOfAPreferentialElectionTie(t *testing.T) {
	e := Election{Candidates: letters(2), Places: 1, Ballots: ballots("5 A", "5 B")}
	r := run(t, Preferential, e)
	if r.Done || r.Tie == nil || r.Tie.Purpose != ToElect {
		t.Fatalf("%+v", r)
	}
	wantElected(t, e, run(t, Preferential, e, Lot{Tie: *r.Tie, Drawn: 1}), "B")
}

// Scenario 12 in small: the last place is tied, and the re-ballot is counted by itself.
func TestTheLastPlaceOfSeveralTies(t *testing.T) {
	e := Election{Candidates: letters(4), Places: 2, Ballots: ballots("14 AB", "6 AC", "8 CD")}
	r := run(t, MostVotes, e)
	wantElected(t, e, r, "A")
	if r.Tie == nil || !slices.Equal(r.Tie.Between, []int{1, 2}) {
		t.Fatalf("tie %+v", r.Tie)
	}
	again := Election{Candidates: []string{"B", "C"}, Places: 1, Ballots: ballots("15 A", "13 B"), Spoilt: 1}
	wantElected(t, again, run(t, MostVotes, again), "B")
}

func TestAVoterMarksAtMostAsManyAsThereArePlaces(t *testing.T) {
	e := Election{Candidates: letters(4), Places: 2, Ballots: ballots("1 ABC")}
	if _, err := Run(MostVotes, e, nil); err == nil {
		t.Error("three marks for two places were counted")
	}
}

func TestPreferencesPassOverWhoHasWithdrawn(t *testing.T) {
	e := Election{Candidates: letters(3), Places: 1, Withdrawn: []int{0}, Ballots: ballots("6 AB", "5 C")}
	wantElected(t, e, run(t, Preferential, e), "B")
}

func TestWhatCannotBeCountedIsRefused(t *testing.T) {
	for name, e := range map[string]Election{
		"nobody":            {Places: 1},
		"no places":         {Candidates: letters(2)},
		"a stranger":        {Candidates: letters(2), Places: 1, Ballots: ballots("1 C")},
		"somebody twice":    {Candidates: letters(2), Places: 1, Ballots: []Ballot{{Slips: 1, Marks: []int{0, 0}}}},
		"a ballot of none":  {Candidates: letters(2), Places: 1, Ballots: []Ballot{{Slips: 1}}},
		"a crowd":           {Candidates: letters(2), Places: 1, Ballots: []Ballot{{Slips: MaxBallots + 1, Marks: []int{0}}}},
		"withdrawn nowhere": {Candidates: letters(2), Places: 1, Withdrawn: []int{7}},
	} {
		if _, err := Run(ERS97, e, nil); err == nil {
			t.Errorf("%s was counted", name)
		}
	}
	if _, err := Run(Preferential, Election{Candidates: letters(3), Places: 2}, nil); err == nil {
		t.Error("the alternative vote filled two places")
	}
	if _, err := Run("by feeling", Election{Candidates: letters(3), Places: 2}, nil); err == nil {
		t.Error("a rule that nobody knows was followed")
	}
}
