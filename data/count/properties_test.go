package count

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// anElection draws up to eight candidates, fewer places than those, and up to forty different ballots.
func anElection(t *rapid.T, places int) Election {
	n := rapid.IntRange(2, 8).Draw(t, "candidates")
	e := Election{Places: min(places, n-1)}
	for i := range n {
		e.Candidates = append(e.Candidates, string(rune('A'+i)))
	}
	for range rapid.IntRange(1, 40).Draw(t, "ballots") {
		marks := rapid.Permutation(upTo(n)).Draw(t, "marks")
		length := rapid.IntRange(1, n).Draw(t, "length")
		e.Ballots = append(e.Ballots, Ballot{Slips: rapid.IntRange(1, 9).Draw(t, "slips"), Marks: marks[:length]})
	}
	return e
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// settled runs a count to its end, each lot falling on the first of those who tie by name.
func settled(t *rapid.T, rule Rule, e Election) Result {
	var lots []Lot
	for range 100 {
		r, err := Run(rule, e, lots)
		if err != nil {
			t.Fatal(err)
		}
		if r.Tie == nil {
			return r
		}
		first := slices.MinFunc(r.Tie.Between, func(a, b int) int { return cmpName(e, a, b) })
		lots = append(lots, Lot{Tie: *r.Tie, Drawn: first, By: "the returning officer"})
	}
	t.Fatal("the count never ends")
	return Result{}
}

func cmpName(e Election, a, b int) int {
	if e.Candidates[a] < e.Candidates[b] {
		return -1
	}
	return 1
}

func TestVotesAreConservedAtEveryStage(t *testing.T) {
	for _, rule := range []Rule{Preferential, ERS97, Scottish} {
		rapid.Check(t, func(t *rapid.T) {
			places := 1
			if rule != Preferential {
				places = rapid.IntRange(1, 5).Draw(t, "places")
			}
			e := anElection(t, places)
			r := settled(t, rule, e)
			for _, s := range r.Stages {
				sum := s.Lost
				for c, v := range s.Votes {
					sum += v
					if v < 0 {
						t.Fatalf("%s: %s has %s votes at stage %d", rule, e.Candidates[c], v, s.Number)
					}
				}
				if sum != Of(r.Valid) {
					t.Fatalf("%s: stage %d adds up to %s of %d", rule, s.Number, sum, r.Valid)
				}
				if rule == ERS97 && s.Lost%hundredth != 0 {
					t.Fatalf("ERS97 keeps two decimals, not %s", s.Lost)
				}
			}
			if !r.Done || len(r.Elected) != e.Places {
				t.Fatalf("%s: %d elected for %d places", rule, len(r.Elected), e.Places)
			}
		})
	}
}

func TestTheOrderOfBallotsAndCandidatesChangesNothing(t *testing.T) {
	for _, rule := range []Rule{Preferential, ERS97, Scottish} {
		rapid.Check(t, func(t *rapid.T) {
			places := 1
			if rule != Preferential {
				places = rapid.IntRange(1, 5).Draw(t, "places")
			}
			e := anElection(t, places)
			to := rapid.Permutation(upTo(len(e.Candidates))).Draw(t, "order") // candidate c becomes to[c]
			other := permuted(t, e, to)
			first, second := settled(t, rule, e), settled(t, rule, other)
			if len(first.Stages) != len(second.Stages) {
				t.Fatalf("%s: %d stages, and %d in another order", rule, len(first.Stages), len(second.Stages))
			}
			for i, s := range first.Stages {
				for c, v := range s.Votes {
					if got := second.Stages[i].Votes[to[c]]; got != v {
						t.Fatalf("%s: stage %d gives %s %s, and %s in another order", rule, i+1, e.Candidates[c], v, got)
					}
				}
			}
		})
	}
}

// Most votes: marks add up, and neither the order of ballots nor that of candidates changes who is elected.
func TestMostVotesCountsMarksInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anElection(t, rapid.IntRange(1, 5).Draw(t, "places"))
		for i, b := range e.Ballots {
			e.Ballots[i].Marks = b.Marks[:min(len(b.Marks), e.Places)]
		}
		marks := 0
		for _, b := range e.Ballots {
			marks += b.Slips * len(b.Marks)
		}
		first := settled(t, MostVotes, e)
		sum := Value(0)
		for _, v := range first.Stages[0].Votes {
			sum += v
		}
		if sum != Of(marks) || len(first.Elected) != e.Places {
			t.Fatalf("%s votes of %d marks, %d elected for %d places", sum, marks, len(first.Elected), e.Places)
		}
		to := rapid.Permutation(upTo(len(e.Candidates))).Draw(t, "order")
		second := settled(t, MostVotes, permuted(t, e, to))
		if !slices.EqualFunc(first.Elected, second.Elected, func(a, b int) bool {
			return first.Stages[0].Votes[a] == second.Stages[0].Votes[b]
		}) {
			t.Fatalf("elected %v, and in another order %v", first.Elected, second.Elected)
		}
	})
}

// With places kept, as many of those they are kept for are elected as stand or are wanted, and nobody else gives way to
// somebody they outvote but for that.
func TestKeptPlacesAreFilledByTheHighest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anElection(t, rapid.IntRange(1, 5).Draw(t, "places"))
		for i, b := range e.Ballots {
			e.Ballots[i].Marks = b.Marks[:min(len(b.Marks), e.Places)]
		}
		for c := range e.Candidates {
			if rapid.Bool().Draw(t, "for") {
				e.Kept.Who = append(e.Kept.Who, c)
			}
		}
		e.Kept.Least = rapid.IntRange(1, e.Places).Draw(t, "least")
		r := settled(t, MostVotes, e)
		votes := r.Stages[0].Votes
		of := func(c int) bool { return slices.Contains(e.Kept.Who, c) }
		won := 0
		for _, c := range r.Elected {
			if of(c) {
				won++
			}
		}
		need := min(e.Kept.Least, len(e.Kept.Who))
		if won < need || len(r.Elected) != e.Places {
			t.Fatalf("%d of %d kept places are filled so; elected %v", won, need, r.Elected)
		}
		for c := range e.Candidates {
			if slices.Contains(r.Elected, c) {
				continue
			}
			for _, w := range r.Elected {
				if votes[c] > votes[w] && (of(c) || !of(w) || won > need) {
					t.Fatalf("%d with %s is not elected, and %d with %s is", c, votes[c], w, votes[w])
				}
			}
		}
	})
}

// permuted puts the candidates in another order, in which c becomes to[c], and the ballots in another pile.
func permuted(t *rapid.T, e Election, to []int) Election {
	other := Election{Places: e.Places, Candidates: make([]string, len(e.Candidates))}
	for c, name := range e.Candidates {
		other.Candidates[to[c]] = name
	}
	for _, i := range rapid.Permutation(upTo(len(e.Ballots))).Draw(t, "pile") {
		b := Ballot{Slips: e.Ballots[i].Slips}
		for _, c := range e.Ballots[i].Marks {
			b.Marks = append(b.Marks, to[c])
		}
		other.Ballots = append(other.Ballots, b)
	}
	return other
}

// tenThousand are ballots of 10,000 members over 20 candidates, from a fixed seed.
func tenThousand() Election {
	random := rand.New(rand.NewPCG(1997, 2007))
	e := Election{Places: 7, Candidates: make([]string, 20)}
	for range 10_000 {
		// Low numbers are liked better, so that some reach the quota at once and others go out.
		liked := make([]int, 20)
		for c := range liked {
			liked[c] = c + random.IntN(15)
		}
		marks := upTo(20)
		slices.SortStableFunc(marks, func(a, b int) int { return liked[a] - liked[b] })
		e.Ballots = append(e.Ballots, Ballot{Slips: 1, Marks: marks[:1+random.IntN(20)]})
	}
	return e
}

func BenchmarkCountOfTenThousandBallots(b *testing.B) {
	for _, rule := range Rules() {
		e := tenThousand()
		if rule == Preferential {
			e.Places = 1
		}
		if rule == MostVotes {
			for i, ballot := range e.Ballots {
				e.Ballots[i].Marks = ballot.Marks[:min(len(ballot.Marks), e.Places)]
			}
		}
		b.Run(string(rule), func(b *testing.B) {
			for b.Loop() {
				if _, err := Run(rule, e, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
