package data

import (
	"slices"
	"strings"
	"testing"
)

// twoKept is a contest of four places, two of them for women, with these votes; a name in capitals is a woman's.
func twoKept(t *testing.T, rule CountRule, votes map[string]int, order ...string) (Contest, Tally, Names, error) {
	t.Helper()
	c, people := hustings(Elects, 4, rule, order...)
	c.Women = 2
	r := Round{Places: 4, Valid: 30, Closed: true, Votes: map[int]int{}}
	for i, name := range order {
		c.Nominees[i].Woman = strings.ToUpper(name) == name
		r.Standing = append(r.Standing, i)
		r.Votes[i] = votes[name]
	}
	c.Rounds = []Round{r}
	got, err := c.Tally(nil)
	return c, got, people, err
}

func TestTheLastMenGiveWayWherePlacesAreKeptForWomen(t *testing.T) {
	votes := map[string]int{"Ali": 20, "Ben": 18, "Col": 15, "DEE": 14, "Eli": 13, "FAY": 9, "GIN": 4}
	order := []string{"Ali", "Ben", "Col", "DEE", "Eli", "FAY", "GIN"}
	c, got, people, err := twoKept(t, ByMostVotes, votes, order...)
	if err != nil || !got.Done {
		t.Fatalf("%+v, %v", got, err)
	}
	if !slices.Equal(got.Elected, []int{0, 1, 3, 5}) || !slices.Equal(got.Rounds[0].GaveWay, []int{2, 4}) {
		t.Errorf("elected %v, gave way %v", got.Elected, got.Rounds[0].GaveWay)
	}
	if s := got.Rounds[0].Sentence; s != "Most votes on 30 valid ballots, for 4 places. At least 2 places are kept for women: 2 nominees with more votes gave way." {
		t.Error(s)
	}
	if w := c.Result(got, people).Rounds[0]; !strings.HasSuffix(w, "Col and Eli gave way, since at least 2 places are kept for women.") {
		t.Error(w)
	}
}

func TestNobodyGivesWayWhereEnoughWomenWin(t *testing.T) {
	_, got, _, err := twoKept(t, ByMostVotes, map[string]int{"Ali": 20, "DEE": 18, "Ben": 15, "FAY": 14, "Col": 2}, "Ali", "DEE", "Ben", "FAY", "Col")
	if err != nil || len(got.Rounds[0].GaveWay) != 0 || !slices.Equal(got.Elected, []int{0, 1, 2, 3}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestFewerWomenThanPlacesKept(t *testing.T) {
	_, got, _, err := twoKept(t, ByMostVotes, map[string]int{"Ali": 20, "Ben": 15, "Col": 9, "Eli": 7, "DEE": 1}, "Ali", "Ben", "Col", "Eli", "DEE")
	if err != nil || !slices.Equal(got.Elected, []int{0, 1, 2, 4}) {
		t.Errorf("the one woman takes a place: %+v, %v", got.Elected, err)
	}
}

func TestAKeptPlaceThatTiesIsBetweenThoseWhoCanTakeIt(t *testing.T) {
	_, got, _, err := twoKept(t, ByMostVotes, map[string]int{"Ali": 20, "Ben": 15, "DEE": 12, "Col": 9, "FAY": 6, "GIN": 6}, "Ali", "Ben", "DEE", "Col", "FAY", "GIN")
	if err != nil || got.Asks == nil || !slices.Equal(got.Asks.Between, []int{4, 5}) {
		t.Errorf("%+v, %v", got.Asks, err)
	}
	_, got, _, err = twoKept(t, ByMostVotes, map[string]int{"Ali": 20, "DEE": 12, "FAY": 9, "Ben": 6, "GIN": 6}, "Ali", "DEE", "FAY", "Ben", "GIN")
	if err != nil || got.Asks == nil || !slices.Equal(got.Asks.Between, []int{3, 4}) {
		t.Errorf("with the kept places filled the last is open to both: %+v, %v", got.Asks, err)
	}
	_, got, _, err = twoKept(t, ByMostVotes, map[string]int{"Ali": 20, "DEE": 12, "Ben": 9, "Col": 6, "GIN": 6}, "Ali", "DEE", "Ben", "Col", "GIN")
	if err != nil || got.Asks != nil || !slices.Contains(got.Elected, 4) {
		t.Errorf("a tie that a kept place decides needs no lot: %+v, %v", got.Asks, err)
	}
}

func TestARuleThatDoesNotSayHowIsRefused(t *testing.T) {
	_, _, _, err := twoKept(t, ByEliminating, map[string]int{"Ali": 20, "DEE": 2, "Ben": 1, "Col": 1, "FAY": 1}, "Ali", "DEE", "Ben", "Col", "FAY")
	if err == nil || !strings.Contains(Say(err), "hold a separate election for those places") {
		t.Errorf("got %v", err)
	}
	_, got, _, err := twoKept(t, ByEliminating, map[string]int{"ANN": 20, "DEE": 20, "BEA": 16, "CAT": 16, "FAY": 1}, "ANN", "DEE", "BEA", "CAT", "FAY")
	if err != nil || len(got.Elected) != 4 {
		t.Errorf("where only women stand nothing is kept: %+v, %v", got, err)
	}
}

func TestHowKeptPlacesAreFilledIsSaidBeforehand(t *testing.T) {
	c := Contest{Places: 4, Women: 2}
	if got := c.KeptWords(ByMostVotes); got != "At least 2 of 4 places are kept for women: the highest are elected with at least 2 women among them, and the last of the others give way." {
		t.Error(got)
	}
	if c.Women = 0; c.KeptWords(BySTV) != "" {
		t.Error("something is said where nothing is kept")
	}
}

func TestWhoIsAWomanIsNotedWithTheNumbers(t *testing.T) {
	c, people := hustings(Elects, 2, ByMostVotes, "Dunne", "Mbeki", "Carrick")
	p := people["Dunne"]
	p.Gender = Woman
	people["Dunne"] = p
	c.NumberNominees(people)
	if c.Nominees[0].Woman {
		t.Error("it is noted where nothing is kept for women")
	}
	c.Women = 1
	c.NumberNominees(people)
	if !c.Nominees[0].Woman || c.Nominees[1].Woman {
		t.Errorf("%+v", c.Nominees)
	}
}
