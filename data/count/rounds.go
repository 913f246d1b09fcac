package count

import (
	"cmp"
	"fmt"
	"slices"
)

// A RoundRule is how a contest goes on from one round to the next, with fresh ballots each time.
type RoundRule string

// The rules for rounds.
const (
	// LowestOut goes on until somebody has more than half of the valid ballots; the fewest votes go out after each round.
	LowestOut RoundRule = "rounds, the lowest out each time"
	// TopTwo has one further round, between the two with the most votes.
	TopTwo RoundRule = "rounds, all but the top two out"
	// Eliminating fills several places: each voter marks as many as there are places. After each round the largest group at
	// the bottom goes out whose votes together are no more than those of the next above; it ends when as many as there are
	// places have the votes of half of the ballots.
	Eliminating RoundRule = "eliminating ballot"
)

// A Round is what one round came to.
type Round struct {
	Standing []int       // the candidates on the ballot
	Votes    map[int]int // of each of them; none is 0
	Ballots  int         // valid ballots
	Spoilt   int
}

// An After is what follows from a round.
type After struct {
	Elected []int // who fills the places, the most votes first
	Out     []int // who is not on the next ballot, the fewest votes first
	Next    []int // who is, in the order of the list
	// Tie is set where the round cannot say who goes out, or who is elected: the meeting has a re-ballot between these, or
	// draws a lot. Out and Next are then as far as they are known.
	Tie      *Tie
	Sentence string
}

// Follow says what follows from a round for so many places. lots are those drawn about this round. The error is not for
// people: votes of somebody who did not stand, more votes than the ballots can hold, or several places under a rule for one.
func Follow(rule RoundRule, places int, r Round, lots []Lot) (After, error) {
	if err := r.check(rule, places); err != nil {
		return After{}, err
	}
	f := &follower{rule: rule, places: places, round: r, lots: lots}
	f.standing = slices.SortedStableFunc(slices.Values(r.Standing), func(a, b int) int { return cmp.Compare(r.Votes[b], r.Votes[a]) })
	switch rule {
	case LowestOut, TopTwo:
		return f.onePlace(), nil
	case Eliminating:
		return f.eliminating(), nil
	}
	return After{}, fmt.Errorf("count: no rule for rounds is called %q", rule)
}

func (r Round) check(rule RoundRule, places int) error {
	marks, each := 0, 1
	if rule == Eliminating {
		each = places
	} else if places != 1 {
		return fmt.Errorf("count: %s fills one place, not %d", rule, places)
	}
	for c, n := range r.Votes {
		if !slices.Contains(r.Standing, c) || n < 0 || n > r.Ballots {
			return fmt.Errorf("count: %d votes for candidate %d on %d ballots", n, c+1, r.Ballots)
		}
		marks += n
	}
	if places < 1 || len(r.Standing) == 0 || marks > each*r.Ballots {
		return fmt.Errorf("count: %d marks on %d ballots for %d places", marks, r.Ballots, places)
	}
	return nil
}

type follower struct {
	rule     RoundRule
	places   int
	round    Round
	lots     []Lot
	standing []int // the most votes first
}

func (f *follower) votes(c int) int { return f.round.Votes[c] }

func (f *follower) drawn(purpose Purpose, between []int) (int, *Tie) {
	t := Tie{Purpose: purpose, Stage: 1, Between: slices.Sorted(slices.Values(between))}
	for _, l := range f.lots {
		if l.decides(t) {
			return l.Drawn, nil
		}
	}
	return 0, &t
}

func (f *follower) onePlace() After {
	top := f.standing[0]
	if 2*f.votes(top) > f.round.Ballots {
		return After{Elected: []int{top}, Sentence: fmt.Sprintf("%d of %d valid ballots: more than half.", f.votes(top), f.round.Ballots)}
	}
	if len(f.standing) <= 2 {
		return f.lastTwo()
	}
	a := After{Sentence: fmt.Sprintf("Nobody has more than half of %d valid ballots.", f.round.Ballots)}
	keep := len(f.standing) - 1
	if f.rule == TopTwo {
		keep = 2
	}
	f.cut(&a, keep)
	return a
}

// lastTwo elects the one with more votes, though it may not be half of the ballots.
func (f *follower) lastTwo() After {
	if len(f.standing) == 2 && f.votes(f.standing[0]) == f.votes(f.standing[1]) {
		c, tie := f.drawn(ToElect, f.standing)
		if tie != nil {
			return After{Tie: tie, Sentence: fmt.Sprintf("The last two have %d votes each.", f.votes(f.standing[0]))}
		}
		return After{Elected: []int{c}, Sentence: "The last two were equal; it was settled by lot."}
	}
	return After{Elected: f.standing[:1], Sentence: fmt.Sprintf("%d votes, the most of the last two.", f.votes(f.standing[0]))}
}

// cut keeps so many with the most votes. Where the last of them ties with the first that would go, a lot decides for one
// place, and nobody else is out who ties.
func (f *follower) cut(a *After, keep int) {
	edge := f.votes(f.standing[keep])
	above := f.with(func(n int) bool { return n > edge })
	level := f.with(func(n int) bool { return n == edge })
	out := f.with(func(n int) bool { return n < edge })
	switch room := keep - len(above); {
	case room == 0:
		out = append(level, out...)
	case len(level)-room == 1 && f.rule == LowestOut:
		c, tie := f.drawn(ToExclude, level)
		if a.Tie = tie; tie == nil {
			out = append(out, c)
		}
	default:
		a.Tie = &Tie{Purpose: ToExclude, Stage: 1, Between: slices.Sorted(slices.Values(level))}
	}
	slices.Reverse(out)
	a.Out = out
	a.Next = f.without(out)
}

// with lists those of whose votes is holds, the most first.
func (f *follower) with(is func(int) bool) []int {
	return slices.DeleteFunc(slices.Clone(f.standing), func(c int) bool { return !is(f.votes(c)) })
}

func (f *follower) without(out []int) []int {
	return slices.Sorted(slices.Values(slices.DeleteFunc(slices.Clone(f.standing), func(c int) bool { return slices.Contains(out, c) })))
}

func (f *follower) eliminating() After {
	half := f.with(func(n int) bool { return 2*n >= f.round.Ballots })
	if len(f.standing) <= f.places {
		return After{Elected: f.standing, Sentence: "No more candidates are left than places."}
	}
	if len(half) >= f.places && f.votes(f.standing[f.places-1]) > f.votes(f.standing[f.places]) {
		return After{Elected: f.standing[:f.places], Out: f.reversed(f.standing[f.places:]),
			Sentence: fmt.Sprintf("%d candidates have the votes of half of the %d ballots.", f.places, f.round.Ballots)}
	}
	a := After{Sentence: fmt.Sprintf("Fewer than %d candidates have the votes of half of the %d ballots.", f.places, f.round.Ballots)}
	if len(half) >= f.places {
		a.Sentence = "The last place is tied."
	}
	up, total, group := f.reversed(f.standing), 0, 0
	for k := 1; k < len(up) && len(up)-k >= f.places; k++ {
		total += f.votes(up[k-1])
		if total <= f.votes(up[k]) && f.votes(up[k-1]) < f.votes(up[k]) {
			group = k
		}
	}
	if group == 0 {
		level := f.with(func(n int) bool { return n == f.votes(up[0]) })
		c, tie := f.drawn(ToExclude, level)
		if a.Tie = tie; tie != nil {
			a.Next = f.without(nil)
			return a
		}
		up, group = []int{c}, 1
	}
	a.Out = up[:group]
	a.Next = f.without(a.Out)
	return a
}

func (f *follower) reversed(who []int) []int {
	out := slices.Clone(who)
	slices.Reverse(out)
	return out
}
