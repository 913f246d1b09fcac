package count

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
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

// The boundaries of the same description: "not greater" takes in an equal sum, and "achieving 50%" exactly half.
func TestTheBoundariesOfTheEliminatingBallot(t *testing.T) {
	for _, c := range []struct {
		says               string
		places, ballots    int
		votes              []int // the most first
		elected, out, tied []int
	}{
		{"a group whose sum equals the next above goes out", 2, 20, []int{9, 8, 5, 3, 2}, nil, []int{4, 3}, nil},
		{"one more than the next above, and the lowest alone goes", 2, 20, []int{9, 8, 4, 3, 2}, nil, []int{4}, nil},
		{"two equal at the bottom go together under a sum that the next above bears", 2, 20, []int{9, 8, 6, 3, 3}, nil, []int{4, 3}, nil},
		{"two equal at the bottom whose sum is too much tie", 2, 20, []int{9, 8, 5, 3, 3}, nil, nil, []int{3, 4}},
		{"nobody's votes at all count as a group", 2, 20, []int{5, 5, 5, 0, 0}, nil, []int{4, 3}, nil},
		{"the largest group goes, though a smaller would do", 2, 40, []int{19, 18, 12, 6, 3, 1}, nil, []int{5, 4, 3}, nil},
		{"as many stay as there are places", 3, 40, []int{19, 18, 12, 6}, nil, []int{3}, nil},
		{"exactly half is enough", 2, 20, []int{14, 10, 9, 2}, []int{0, 1}, []int{3, 2}, nil},
		{"one below half is not", 2, 20, []int{14, 9, 8, 2}, nil, []int{3}, nil},
		{"half of an odd number is more than its floor", 2, 21, []int{14, 10, 9, 2}, nil, []int{3}, nil},
		{"more have half than there are places, and the most win", 2, 20, []int{14, 13, 12}, []int{0, 1}, []int{2}, nil},
		{"the last place is tied above half, and the bottom goes out first", 2, 20, []int{14, 10, 10, 2}, nil, []int{3}, nil},
		{"the last place is tied and nobody else is there", 2, 20, []int{14, 10, 10}, nil, nil, []int{1, 2}},
		{"no more are left than places, and half is not asked", 2, 20, []int{9, 3}, []int{0, 1}, nil, nil},
	} {
		a := follow(t, Eliminating, c.places, c.ballots, c.votes...)
		var tied []int
		if a.Tie != nil {
			tied = a.Tie.Between
		}
		if !slices.Equal(a.Elected, c.elected) || !slices.Equal(a.Out, c.out) || !slices.Equal(tied, c.tied) {
			t.Errorf("%s: elected %v, out %v, tied %v; want %v, %v, %v", c.says, a.Elected, a.Out, tied, c.elected, c.out, c.tied)
		}
	}
}

// Whoever goes out together has, all together, no more votes than anybody who stays, and enough stay for the places.
func TestAnEliminatedGroupIsTheLargestThatMayGo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 9).Draw(t, "candidates")
		places := rapid.IntRange(1, n-1).Draw(t, "places")
		ballots := rapid.IntRange(10, 60).Draw(t, "ballots")
		r := Round{Votes: map[int]int{}, Ballots: ballots}
		left := places * ballots
		for c := range n {
			r.Standing = append(r.Standing, c)
			r.Votes[c] = rapid.IntRange(0, min(ballots, left)).Draw(t, "votes")
			left -= r.Votes[c]
		}
		a, err := Follow(Eliminating, places, r, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Elected) > 0 || a.Tie != nil {
			return
		}
		sum := 0
		for _, c := range a.Out {
			sum += r.Votes[c]
		}
		if len(a.Out) == 0 || len(a.Next) < places || len(a.Out)+len(a.Next) != n {
			t.Fatalf("%v out, %v stay, of %d for %d places", a.Out, a.Next, n, places)
		}
		for _, c := range a.Next {
			if r.Votes[c] < sum {
				t.Fatalf("%v go out with %d together, and %d stays with %d", a.Out, sum, c, r.Votes[c])
			}
		}
	})
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
