package data

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// hustings is a contest whose nominees are known by their surnames.
func hustings(kind ContestKind, places int, rule CountRule, surnames ...string) (Contest, Names) {
	c := Contest{ID: "c", Kind: kind, Title: "Chair", Places: places, Rule: rule, Method: SecretBallot, Status: Voting}
	people := Names{}
	for i, s := range surnames {
		id := PersonID(s)
		people[id] = Person{ID: id, Last: s, Status: Member}
		c.Nominees = append(c.Nominees, Nominee{Person: id, Number: i + 1})
	}
	return c, people
}

func tally(t *testing.T, c Contest, ballots ...Ballot) Tally {
	t.Helper()
	got, err := c.Tally(ballots)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Scenario 11: the chair, by preference, from the totals of each stage.
func TestThreeStandForTheChair(t *testing.T) {
	c, people := hustings(Elects, 1, ByPreference, "Dunne", "Mbeki", "Carrick")
	c.Rounds = []Round{{
		Places: 1, Standing: []int{0, 1, 2}, Issued: 29, Valid: 27, Spoilt: []Spoilt{{"blank", 1}}, NotCast: 1, Closed: true,
		Votes: map[int]int{0: 11, 1: 9, 2: 7},
	}}
	half := tally(t, c)
	if half.Done || !slices.Equal(half.Rounds[0].Left, []int{0, 1}) || !slices.Equal(half.Rounds[0].Out, []int{2}) {
		t.Fatalf("after the first stage: %+v", half.Rounds[0])
	}
	c.Rounds[0].Transfers = []Transfer{{Out: 2, Votes: map[int]int{0: 15, 1: 11}, Exhausted: 1}}
	got := tally(t, c)
	if !got.Done || !slices.Equal(got.Elected, []int{0}) {
		t.Fatalf("elected %v, done %v", got.Elected, got.Done)
	}
	if s := got.Rounds[0].Balances; s.Warning || s.Sum != "27 valid + 1 spoilt + 1 not cast = 29 issued" {
		t.Errorf("ballots: %+v", s)
	}
	r := c.Result(got, people)
	if r.Outcome != "Dunne (15) elected." {
		t.Errorf("outcome %q", r.Outcome)
	}
	const rounds = "Ballot, first preferences: Dunne 11, Mbeki 9, Carrick 7. 27 valid + 1 spoilt + 1 not cast = 29 issued. Stage 2, Carrick out: Dunne 15, Mbeki 11, not transferable 1."
	if strings.Join(r.Rounds, "\n") != rounds {
		t.Errorf("rounds\n%s\nwant\n%s", strings.Join(r.Rounds, "\n"), rounds)
	}
}

func TestTotalsOfAStageThatDoNotAddUpAreRefused(t *testing.T) {
	c, _ := hustings(Elects, 1, ByPreference, "Dunne", "Mbeki", "Carrick")
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1, 2}, Valid: 27, Closed: true, Votes: map[int]int{0: 11, 1: 9, 2: 7},
		Transfers: []Transfer{{Out: 2, Votes: map[int]int{0: 15, 1: 11}}}}}
	if _, err := c.Tally(nil); err == nil || !strings.Contains(err.Error(), "make 26, and there are 27") {
		t.Errorf("got %v", err)
	}
}

// Scenario 12: thirteen open seats, sixteen nominees, and a tie for the thirteenth place.
func TestTheThirteenthPlaceIsRunOff(t *testing.T) {
	names := strings.Fields("Benkhelifa Dunne Mbeki Wisniewski Okafor Adeyemi Tokarczuk Chandrasekar Sorensen Keogh Carrick Cardenas Yildiz Bhriain Llewellyn Prosser")
	c, people := hustings(Elects, 13, ByMostVotes, names...)
	c.Title, c.Body = "Delegates to the General Committee", "gc"
	all := make([]int, 16)
	votes := map[int]int{}
	for i, n := range []int{27, 26, 25, 25, 24, 23, 22, 21, 20, 19, 18, 17, 14, 14, 11, 9} {
		all[i], votes[i] = i, n
	}
	c.Rounds = []Round{{Places: 13, Standing: all, Issued: 29, Valid: 28, Spoilt: []Spoilt{{"blank", 1}}, Votes: votes, Closed: true}}
	tied := tally(t, c)
	if tied.Done || len(tied.Elected) != 12 || tied.Asks == nil || !slices.Equal(tied.Asks.Between, []int{12, 13}) || tied.Asks.Places != 1 || !slices.Equal(tied.Next, []int{12, 13}) || tied.NextPlaces != 1 {
		t.Fatalf("tied: %+v", tied)
	}
	c.Rounds = append(c.Rounds, Round{Kind: RunOff, Places: 1, Standing: tied.Next, Issued: 29, Valid: 28, Spoilt: []Spoilt{{"blank", 1}}, Votes: map[int]int{12: 15, 13: 13}, Closed: true})
	got := tally(t, c)
	if !got.Done || len(got.Elected) != 13 || got.Elected[12] != 12 {
		t.Fatalf("elected %v", got.Elected)
	}
	if w := c.Result(got, people).Rounds[1]; w != "Run-off for 1 place: Yildiz 15, Bhriain 13. 28 valid + 1 spoilt = 29 issued." {
		t.Errorf("run-off: %s", w)
	}
	f := c.Follow(FollowInput{Meeting: Meeting{Kind: AGM, Date: MustDate(2026, time.June, 11)}, Body: Body{ID: "gc"}, People: people, Tally: got,
		Seats: []Seat{{ID: "old", Body: "gc", Number: 1, Person: "Prosser", Elected: MustDate(2025, time.June, 12)}}})
	if len(f.Seats) != 14 || f.Seats[0].Ends != MustDate(2026, time.June, 10) || f.Seats[13].Number != 13 || *f.Seats[13].Votes != 14 || f.Seats[13].BallotTotal != 28 {
		t.Errorf("seats: %+v", f.Seats)
	}
}

func TestBallotsThatAreOutAreNotMissingYet(t *testing.T) {
	c, _ := hustings(Elects, 1, ByMostVotes, "Dunne", "Mbeki")
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1}, Issued: 29}}
	if f := tally(t, c).Rounds[0].Balances; f.Sum != "" || f.Warning {
		t.Errorf("nothing is counted yet: %+v", f)
	}
	c.Rounds[0].Closed = true
	if f := tally(t, c).Rounds[0].Balances; f.Sum != "0 valid = 0 of 29 issued" || !f.Warning {
		t.Errorf("nothing came back: %+v", f)
	}
}

func TestASecondTieGoesToTheLot(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes, "Dunne", "Mbeki")
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1}, Valid: 20, Votes: map[int]int{0: 10, 1: 10}, Closed: true}}
	asks := tally(t, c).Asks
	if asks == nil {
		t.Fatal("equal votes decided something")
	}
	c.Rounds[0].Lots = []Lot{{Purpose: asks.Purpose, Stage: asks.Stage, Between: asks.Between, Drawn: 1, By: "June Ashworth"}}
	got := tally(t, c)
	if !got.Done || !slices.Equal(got.Elected, []int{1}) {
		t.Fatalf("elected %v", got.Elected)
	}
	if w := c.Result(got, people).Rounds[0]; !strings.HasSuffix(w, "Dunne and Mbeki tied; the lot fell on Mbeki, drawn by June Ashworth.") {
		t.Errorf("%s", w)
	}
}

func TestRoundsGoOnUntilMoreThanHalf(t *testing.T) {
	c, _ := hustings(Nominates, 1, ByRounds, "Dunne", "Mbeki", "Carrick")
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1, 2}, Valid: 20, Votes: map[int]int{0: 9, 1: 7, 2: 4}, Closed: true}}
	first := tally(t, c)
	if first.Done || !slices.Equal(first.Next, []int{0, 1}) || !slices.Equal(first.Out, []int{2}) {
		t.Fatalf("after the first round: %+v", first)
	}
	c.Rounds = append(c.Rounds, Round{Kind: NextRound, Places: 1, Standing: first.Next, Valid: 21, Votes: map[int]int{0: 10, 1: 11}, Closed: true})
	if got := tally(t, c); !got.Done || !slices.Equal(got.Elected, []int{1}) {
		t.Fatalf("elected %v", got.Elected)
	}
}

func TestBallotsThatWereTypedAreCounted(t *testing.T) {
	c, _ := hustings(Elects, 2, BySTV, "Llewellyn", "Bhriain", "Okafor", "Tokarczuk")
	c.Rounds = []Round{{Places: 2, Standing: []int{0, 1, 2, 3}, Issued: 6, FromBallots: true, Closed: true}}
	var pile []Ballot
	for n, marks := range [][]int{{3, 4}, {3, 1}, {3, 2}, {4}, {1, 4}, nil} {
		m := Marking{Marks: marks}
		if marks == nil {
			m.Spoilt = "blank"
		}
		pile = append(pile, Ballot{Contest: "c", Number: n + 1, First: &m})
	}
	got := tally(t, c, pile...)
	if got.Rounds[0].Valid != 5 || got.Rounds[0].SpoiltInAll() != 1 || got.Rounds[0].Balances.Warning || got.Elected[0] != 2 {
		t.Fatalf("%+v", got.Rounds[0])
	}
	other := Marking{Marks: []int{1, 3}}
	pile[1].Second = &other
	if tally(t, c, pile...).Done {
		t.Error("a ballot whose two entries differ was counted")
	}
	if !pile[1].Differs(true) || pile[1].Differs(false) {
		t.Error("order counts where ballots rank, and nowhere else")
	}
}

func TestAMarkingIsReadAsItIsTyped(t *testing.T) {
	on := []int{1, 2, 3, 4}
	for typed, want := range map[string]string{"3 1 2": "3 1 2", "312": "3 1 2", "3, 1": "3 1", " 4 ": "4"} {
		m, err := ReadMarking(typed, on, 4)
		if err != nil || m.Words() != want {
			t.Errorf("%q: %q, %v", typed, m.Words(), err)
		}
	}
	for _, typed := range []string{"", "5", "1 1", "x", "1 2 3"} {
		if _, err := ReadMarking(typed, on, 2); err == nil {
			t.Errorf("%q was taken", typed)
		}
	}
}

func TestWhoMayNotStandIsKeptOffThePaper(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes, "Dunne", "Frazer")
	c.Nominees[1].Eligible = Finding{Verdict: "may not stand", Sum: "joined 28 Apr 2026 + 56 days = 23 Jun 2026", Warning: true}
	if c.Field() != JustEnough {
		t.Fatalf("field %q", c.Field())
	}
	r := c.Result(tally(t, c), people)
	if r.Outcome != "Dunne elected unopposed." || len(r.Notes) != 1 {
		t.Errorf("%+v", r)
	}
	c.Nominees[1].Despite = "the meeting agreed"
	if c.Field() != Contested {
		t.Error("the secretary put them on the paper all the same")
	}
}

func TestNobodyStoodForThePost(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes)
	if r := c.Result(tally(t, c), people); r.Outcome != "Nobody was nominated; vacant." {
		t.Errorf("%q", r.Outcome)
	}
}

func TestTheHolderOfThePostGoesOutTheDayBefore(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes, "Dunne")
	c.Post = "chair"
	on := MustDate(2026, time.June, 11)
	agm, chair := Meeting{Kind: AGM, Date: on}, Post{ID: "chair"}
	f := c.Follow(FollowInput{Meeting: agm, Post: chair, People: people, Tally: tally(t, c), Terms: []Term{{ID: "old", Post: "chair", Person: "Mbeki", From: MustDate(2025, time.June, 12)}}})
	if len(f.Terms) != 2 || f.Terms[0].To != on.AddDays(-1) || f.Terms[1].Person != "Dunne" || f.Terms[1].From != on || f.Terms[1].How != ElectedUnopposed {
		t.Errorf("%+v", f.Terms)
	}
	c.Kind = Nominates
	if f := c.Follow(FollowInput{Meeting: agm, Post: chair, People: people, Tally: tally(t, c)}); len(f.Terms) != 0 {
		t.Error("a nomination put somebody in post")
	}
}
