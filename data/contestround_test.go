package data

import (
	"slices"
	"testing"
)

func TestTheFirstPaperIsInTheOrderOfTheBallot(t *testing.T) {
	c, _ := hustings(Elects, 1, ByMostVotes, "Dunne", "Mbeki", "Carrick")
	c.Nominees[0].Number, c.Nominees[1].Number, c.Nominees[2].Number = 2, 3, 1
	r, ok := c.NextRound(tally(t, c))
	if !ok || r.Kind != FirstRound || r.Places != 1 || !slices.Equal(r.Standing, []int{2, 0, 1}) {
		t.Errorf("first round %+v, %v", r, ok)
	}
}

func TestATieAtTheBottomTakesTheSamePaperAgain(t *testing.T) {
	c, _ := hustings(Nominates, 1, ByRounds, "Dunne", "Mbeki", "Carrick", "Keogh")
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1, 2, 3}, Valid: 20, Votes: map[int]int{0: 8, 1: 6, 2: 3, 3: 3}, Closed: true}}
	tied := tally(t, c)
	again, ok := c.NextRound(tied)
	if !ok || again.Kind != Repeated || !slices.Equal(again.Standing, []int{0, 1, 2, 3}) {
		t.Fatalf("after a tie at the bottom: %+v, %v", again, ok)
	}
	c.Rounds[0] = c.Rounds[0].Settle(*tied.Asks, 3, "June Ashworth")
	next, ok := c.NextRound(tally(t, c))
	if !ok || next.Kind != NextRound || !slices.Equal(next.Standing, []int{0, 1, 2}) {
		t.Errorf("after the lot: %+v, %v", next, ok)
	}
}

func TestARoundTakenAgainForgetsWhatItDecided(t *testing.T) {
	c, _ := hustings(Elects, 1, ByMostVotes, "Dunne", "Mbeki")
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1}, Valid: 20, Issued: 20, Votes: map[int]int{0: 12, 1: 8}, Closed: true}}
	again, ok := c.RepeatRound()
	if !ok || again.Issued != 20 {
		t.Fatalf("%+v, %v", again, ok)
	}
	c.Rounds = append(c.Rounds, again)
	if got := tally(t, c); got.Done || len(got.Elected) != 0 {
		t.Fatalf("while it is taken again %v is elected", got.Elected)
	}
	c.Rounds[1].Valid, c.Rounds[1].Votes, c.Rounds[1].Closed = 20, map[int]int{0: 9, 1: 11}, true
	if got := tally(t, c); !got.Done || !slices.Equal(got.Elected, []int{1}) {
		t.Errorf("elected %v", got.Elected)
	}
}

func TestARunOffTakenAgainIsStillARunOff(t *testing.T) {
	c, people := hustings(Elects, 1, ByRounds, "Dunne", "Mbeki")
	c.Rounds = []Round{{Kind: RunOff, Places: 1, Standing: []int{0, 1}, Valid: 20, Votes: map[int]int{0: 12, 1: 8}, Closed: true}}
	again, _ := c.RepeatRound()
	again.Valid, again.Votes, again.Closed = 20, map[int]int{0: 10, 1: 10}, true
	c.Rounds = append(c.Rounds, again)
	got := tally(t, c)
	if got.Asks == nil || len(got.Elected) != 0 {
		t.Fatalf("%+v", got)
	}
	if next, ok := c.NextRound(got); !ok || next.Kind != RunOff {
		t.Errorf("after equal votes again: %+v", next)
	}
	want(t, "called", c.Result(got, people).Rounds[1], "Run-off for 1 place: Dunne 10, Mbeki 10. 20 valid.")
}

func TestWhoWithdrawsBetweenRoundsIsNotOnTheNextPaper(t *testing.T) {
	c, _ := hustings(Elects, 1, ByRounds, "Dunne", "Mbeki", "Carrick", "Keogh")
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1, 2, 3}, Valid: 20, Votes: map[int]int{0: 8, 1: 6, 2: 4, 3: 2}, Closed: true}}
	c.Nominees[2].Withdrew = true
	if next, _ := c.NextRound(tally(t, c)); !slices.Equal(next.Standing, []int{0, 1}) {
		t.Errorf("on the next paper: %v", next.Standing)
	}
	c.Nominees[1].Withdrew = true
	if got := tally(t, c); !got.Done || !slices.Equal(got.Elected, []int{0}) || c.Field() != Contested {
		t.Errorf("the last one left: %+v", got)
	}
}

func TestValidBallotsAreWorkedOutWhereNobodyCountedThem(t *testing.T) {
	c, _ := hustings(Elects, 1, ByMostVotes, "Dunne", "Mbeki")
	n, ok := c.WorkedOutValid(Round{Places: 1, Issued: 29, NotCast: 1, Spoilt: []Spoilt{{"blank", 1}}})
	want(t, "from those issued", n, 27)
	want(t, "known", ok, true)
	_, ok = c.WorkedOutValid(Round{Places: 1, Issued: 2, Spoilt: []Spoilt{{"blank", 3}}})
	want(t, "more spoilt than issued", ok, false)
	n, ok = c.WorkedOutValid(Round{Places: 1, Votes: map[int]int{0: 11, 1: 9}})
	want(t, "from one mark each", n, 20)
	want(t, "known from votes", ok, true)
	c.Places = 2
	_, ok = c.WorkedOutValid(Round{Places: 2, Votes: map[int]int{0: 11, 1: 9}})
	want(t, "two marks each say nothing", ok, false)
}

func TestSpoiltBallotsAreKeptByReason(t *testing.T) {
	r := Round{}.PutSpoilt("blank", 2).PutSpoilt("too many marks", 1).PutSpoilt("blank", 1)
	want(t, "in all", r.SpoiltInAll(), 2)
	r = r.PutSpoilt("blank", 0)
	want(t, "one reason left", len(r.Spoilt), 1)
	want(t, "which", r.Spoilt[0].Reason, "too many marks")
}

func TestEveryRuleSaysWhatItMeansAndHowTiesAreSettled(t *testing.T) {
	for _, places := range []int{1, 13} {
		for _, r := range CountRules(places) {
			if r.Means(places) == "" || r.Ties() == "" || r.Means(places) == CountRule("").Means(places) {
				t.Errorf("%q for %d places says nothing", r, places)
			}
		}
	}
}
