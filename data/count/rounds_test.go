package count

import (
	"slices"
	"testing"
)

func follow(t *testing.T, rule RoundRule, places, ballots int, votes ...int) After {
	t.Helper()
	r := Round{Votes: map[int]int{}, Ballots: ballots}
	for c, n := range votes {
		r.Standing = append(r.Standing, c)
		r.Votes[c] = n
	}
	a, err := Follow(rule, places, r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestRoundsGoOnUntilMoreThanHalf(t *testing.T) {
	for _, c := range []struct {
		rule    RoundRule
		votes   []int
		elected []int
		out     []int
	}{
		{LowestOut, []int{14, 8, 5}, []int{0}, nil}, // 14 of 27 is more than half
		{LowestOut, []int{13, 9, 5}, nil, []int{2}}, // 13 of 27 is not
		{LowestOut, []int{14, 14}, nil, nil},        // half is not more than half, and the last two tie
		{LowestOut, []int{15, 13}, []int{0}, nil},   // the run-off of scenario 12
		{TopTwo, []int{11, 9, 4, 3}, nil, []int{3, 2}},
		{TopTwo, []int{11, 9, 9, 3}, nil, []int{3}}, // two tie for the second place on the ballot
		{LowestOut, []int{11, 6, 6}, nil, nil},      // two tie for the bottom
	} {
		sum := 0
		for _, n := range c.votes {
			sum += n
		}
		a := follow(t, c.rule, 1, sum, c.votes...)
		if !slices.Equal(a.Elected, c.elected) || !slices.Equal(a.Out, c.out) {
			t.Errorf("%s %v: elected %v, out %v; want %v, %v", c.rule, c.votes, a.Elected, a.Out, c.elected, c.out)
		}
		if tied := c.elected == nil && len(c.out) == 0 || len(c.votes) == 4 && c.votes[1] == c.votes[2]; tied != (a.Tie != nil) {
			t.Errorf("%s %v: tie %+v", c.rule, c.votes, a.Tie)
		}
	}
}

func TestALotDecidesWhoGoesOut(t *testing.T) {
	r := Round{Standing: []int{0, 1, 2}, Votes: map[int]int{0: 11, 1: 6, 2: 6}, Ballots: 23}
	a, err := Follow(LowestOut, 1, r, nil)
	if err != nil || a.Tie == nil {
		t.Fatalf("%+v, %v", a, err)
	}
	a, err = Follow(LowestOut, 1, r, []Lot{{Tie: *a.Tie, Drawn: 2, By: "the chair"}})
	if err != nil || a.Tie != nil || !slices.Equal(a.Out, []int{2}) || !slices.Equal(a.Next, []int{0, 1}) {
		t.Errorf("%+v, %v", a, err)
	}
}

// The description is that of davelevy.info/eliminating-ballots: the largest group at the bottom goes out whose votes together
// are no more than those of the next above; it ends when enough have half of the ballots.
func TestTheEliminatingBallotDropsTheLargestGroupAtTheBottom(t *testing.T) {
	// Three places, 30 ballots, up to 90 marks. 2 + 3 = 5 is no more than 6; with the 6 it would be 11, more than 9.
	a := follow(t, Eliminating, 3, 30, 18, 14, 12, 9, 6, 3, 2)
	if !slices.Equal(a.Out, []int{6, 5}) || !slices.Equal(a.Next, []int{0, 1, 2, 3, 4}) || a.Elected != nil {
		t.Errorf("%+v", a)
	}
	a = follow(t, Eliminating, 3, 30, 20, 17, 15, 14, 9)
	if !slices.Equal(a.Elected, []int{0, 1, 2}) {
		t.Errorf("15 of 30 is half: %+v", a)
	}
	a = follow(t, Eliminating, 3, 30, 20, 17, 15, 15)
	if a.Elected != nil || a.Tie != nil && !slices.Equal(a.Tie.Between, []int{2, 3}) {
		t.Errorf("the last place is tied: %+v", a)
	}
}

func TestARoundThatCannotBeIsRefused(t *testing.T) {
	for _, r := range []Round{
		{Standing: []int{0}, Votes: map[int]int{1: 3}, Ballots: 5},
		{Standing: []int{0, 1}, Votes: map[int]int{0: 3, 1: 3}, Ballots: 5},
		{Standing: []int{0, 1}, Votes: map[int]int{0: -1}, Ballots: 5},
		{},
	} {
		if a, err := Follow(LowestOut, 1, r, nil); err == nil {
			t.Errorf("%+v led to %+v", r, a)
		}
	}
}
