package count

import (
	"cmp"
	"fmt"
	"slices"
)

type standing uint8

const (
	continuing standing = iota
	elected
	excluded
	withdrawn
)

// A pile is ballots that lie with one candidate, or in a batch, at one value each.
type pile struct {
	ballots []int // into the election's
	slips   int
	value   Value
}

func (p pile) total() Value { return Value(p.slips) * p.value }

// A poll is a count under way.
type poll struct {
	rule   Rule
	e      Election
	lots   []Lot
	state  []standing
	votes  []Value
	piles  [][]pile // of each candidate, in the order received
	lost   Value
	quota  Value
	points [][]Value // the votes at each point that decides ties, in order
	result Result
	tie    *Tie
}

func newPoll(rule Rule, e Election, lots []Lot) *poll {
	n := len(e.Candidates)
	p := &poll{rule: rule, e: e, lots: lots, state: make([]standing, n), votes: make([]Value, n), piles: make([][]pile, n)}
	p.result = Result{Rule: rule, Valid: e.Valid()}
	for _, c := range e.Withdrawn {
		p.state[c] = withdrawn
	}
	return p
}

// next returns the continuing candidate that a ballot prefers most; -1 for none.
func (p *poll) next(ballot int) int {
	for _, c := range p.e.Ballots[ballot].Marks {
		if p.state[c] == continuing {
			return c
		}
	}
	return -1
}

// sorted sorts ballots by their next preferences, each as one pile at a value; under -1 lie those without one.
func (p *poll) sorted(ballots []int, value Value) map[int]*pile {
	out := map[int]*pile{}
	for _, b := range ballots {
		c := p.next(b)
		if out[c] == nil {
			out[c] = &pile{value: value}
		}
		out[c].ballots = append(out[c].ballots, b)
		out[c].slips += p.e.Ballots[b].Slips
	}
	return out
}

// receive gives a pile to a candidate.
func (p *poll) receive(c int, b *pile) {
	p.votes[c] += b.total()
	p.piles[c] = append(p.piles[c], *b)
}

// first sorts the ballots to their first preferences. Those that prefer nobody who stands are not transferable.
func (p *poll) first() {
	all := make([]int, len(p.e.Ballots))
	for i := range all {
		all[i] = i
	}
	for c, b := range p.sorted(all, Vote) {
		if c < 0 {
			p.lost += b.total()
			continue
		}
		p.receive(c, b)
	}
	p.mark()
}

// mark keeps the votes as they are, for ties.
func (p *poll) mark() { p.points = append(p.points, slices.Clone(p.votes)) }

// in lists the candidates of a standing, in the order of the list.
func (p *poll) in(s standing) []int {
	var out []int
	for c, is := range p.state {
		if is == s {
			out = append(out, c)
		}
	}
	return out
}

// places is how many are not filled.
func (p *poll) places() int { return p.e.Places - len(p.result.Elected) }

// descending sorts candidates by their votes, the most first, and by the list.
func (p *poll) descending(who []int) []int {
	out := slices.Clone(who)
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(p.votes[b], p.votes[a]) })
	return out
}

// begin opens a stage.
func (p *poll) begin(kind Kind, of ...int) {
	p.result.Stages = append(p.result.Stages, Stage{
		Number: len(p.result.Stages) + 1, Kind: kind, Of: of, Moved: slices.Clone(p.votes), Quota: p.quota,
	})
}

// stage is the one under way.
func (p *poll) stage() *Stage { return &p.result.Stages[len(p.result.Stages)-1] }

// end closes the stage with its figures. What it began with stands in Moved until then.
func (p *poll) end(sentence string) {
	s := p.stage()
	s.Votes, s.Lost, s.Quota, s.Sentence = slices.Clone(p.votes), p.lost, p.quota, sentence
	if s.Kind == FirstStage {
		s.Moved = slices.Clone(p.votes)
		return
	}
	for c, was := range s.Moved {
		s.Moved[c] = p.votes[c] - was
	}
}

func (p *poll) elect(c int) {
	p.state[c] = elected
	p.result.Elected = append(p.result.Elected, c)
	p.stage().Elected = append(p.stage().Elected, c)
}

func (p *poll) exclude(c int) {
	p.state[c] = excluded
	p.stage().Excluded = append(p.stage().Excluded, c)
}

// fill elects everyone who is left, the most votes first.
func (p *poll) fill() {
	for _, c := range p.descending(p.in(continuing)) {
		p.elect(c)
	}
}

// drawn returns whom the lot for a tie fell on; false, with the count stopped, when none was drawn yet.
func (p *poll) drawn(purpose Purpose, stage int, between []int) (int, bool) {
	t := Tie{Purpose: purpose, Stage: stage, Between: slices.Sorted(slices.Values(between))}
	for _, l := range p.lots {
		if l.decides(t) {
			return l.Drawn, true
		}
	}
	p.tie = &t
	return 0, false
}

// An order says in which order earlier points decide a tie.
type order func(points [][]Value, f func(at []Value) bool)

// earliest tries the first point at which they differ, as ERS97 does.
func earliest(points [][]Value, f func([]Value) bool) {
	for _, at := range points {
		if f(at) {
			return
		}
	}
}

// latest tries the most recent one, as the Scottish rules do.
func latest(points [][]Value, f func([]Value) bool) {
	for _, at := range slices.Backward(points) {
		if f(at) {
			return
		}
	}
}

// apart narrows tied candidates by earlier points to those who had the most, or the fewest, votes where they differed.
func (p *poll) apart(tied []int, by order, most bool) []int {
	for {
		narrowed := tied
		by(p.points, func(at []Value) bool {
			best := at[tied[0]]
			for _, c := range tied {
				if most == (at[c] > best) && at[c] != best {
					best = at[c]
				}
			}
			narrowed = slices.DeleteFunc(slices.Clone(tied), func(c int) bool { return at[c] != best })
			return len(narrowed) < len(tied)
		})
		if len(narrowed) == len(tied) || len(narrowed) == 1 {
			return narrowed
		}
		tied = narrowed
	}
}

// choose takes one of the candidates with the most, or the fewest, votes: by earlier points, else by lot for the stage.
func (p *poll) choose(who []int, by order, most bool, purpose Purpose, stage int) (c int, how string, ok bool) {
	ordered := p.descending(who)
	if !most {
		slices.Reverse(ordered)
	}
	tied := slices.DeleteFunc(slices.Clone(ordered), func(c int) bool { return p.votes[c] != p.votes[ordered[0]] })
	if len(tied) == 1 {
		return tied[0], "", true
	}
	left := p.apart(tied, by, most)
	if len(left) == 1 {
		return left[0], fmt.Sprintf(" %s had equal votes; an earlier stage decided.", listed(p.names(tied))), true
	}
	if c, ok = p.drawn(purpose, stage, left); !ok {
		return 0, "", false
	}
	return c, fmt.Sprintf(" %s had equal votes at every stage; the lot fell on %s.", listed(p.names(left)), p.name(c)), true
}

func (p *poll) name(c int) string { return p.e.Candidates[c] }

func (p *poll) names(who []int) []string {
	out := make([]string, len(who))
	for i, c := range slices.Sorted(slices.Values(who)) {
		out[i] = p.name(c)
	}
	return out
}

// finish returns the result: complete, or stopped at a tie.
func (p *poll) finish() (Result, error) {
	p.result.Tie = p.tie
	p.result.Done = p.tie == nil
	return p.result, nil
}

// electedWords is " Elected: A and B." for those of the stage under way; "" for none.
func (p *poll) electedWords() string {
	if who := p.stage().Elected; len(who) > 0 {
		names := make([]string, len(who))
		for i, c := range who {
			names[i] = p.name(c)
		}
		return " Elected: " + listed(names) + "."
	}
	return ""
}
