package data

import (
	"fmt"
	"maps"
	"slices"

	"branchbook/data/count"
)

// mapKeys yields the keys of a map in no order.
func mapKeys[V any](m map[string]V) func(func(string) bool) { return maps.Keys(m) }

// transfers follows a preferential count that was done on paper: the first preferences, and the totals after each
// exclusion. It says who must go out next, and refuses totals that do not add up to the valid ballots.
func (d deciding) transfers() (deciding, error) {
	if err := d.fits(1); err != nil {
		return d, err
	}
	if !d.counted() {
		d.Complete = false
		return d, nil
	}
	left, votes, gone := slices.Clone(d.Standing), d.Votes, 0
	for step := 0; ; step++ {
		active := d.Valid - gone
		best := slices.MaxFunc(left, func(a, b int) int { return votes[a] - votes[b] })
		d.stage(votes, gone)
		if 2*votes[best] > active {
			d.Elected = []int{best}
			d.Sentence = fmt.Sprintf("%d of %d votes that still count: more than half.", votes[best], active)
			return d, nil
		}
		out := d.lowest(left, votes, step)
		if out < 0 {
			return d, nil
		}
		if len(left) == 2 {
			d.Out = append(d.Out, out)
			d.Elected = slices.DeleteFunc(left, func(i int) bool { return i == out })
			d.Sentence = "The last two were equal; it was settled by lot."
			return d, nil
		}
		if step == len(d.Transfers) {
			d.Complete, d.Sentence = false, "Nobody has more than half; the fewest votes go out."
			d.Left = slices.DeleteFunc(left, func(i int) bool { return i == out })
			d.Out = append(d.Out, out)
			return d, nil
		}
		next := d.Transfers[step]
		if err := d.follows(next, out, left, votes, gone); err != nil {
			return d, err
		}
		d.Out = append(d.Out, out)
		left = slices.DeleteFunc(left, func(i int) bool { return i == out })
		votes, gone = next.Votes, next.Exhausted
	}
}

// stage keeps the figures in the form of package count.
func (d *deciding) stage(votes map[int]int, gone int) {
	s := count.Stage{Number: len(d.Stages) + 1, Kind: count.FirstStage, Lost: count.Of(gone), Votes: make([]count.Value, len(d.Standing)), Moved: make([]count.Value, len(d.Standing))}
	if len(d.Stages) > 0 {
		s.Kind = count.Exclusion
		s.Of = d.places(d.Out[len(d.Out)-1:])
	}
	for place, i := range d.Standing {
		s.Votes[place] = count.Of(votes[i])
		s.Moved[place] = s.Votes[place]
		if n := len(d.Stages); n > 0 {
			s.Moved[place] -= d.Stages[n-1].Votes[place]
		}
	}
	d.Stages = append(d.Stages, s)
}

// lowest is who goes out: the fewest votes, of those the fewest at the earliest stage that differs, else whom the lot
// fell on. It is -1 while that has to be asked.
func (d *deciding) lowest(left []int, votes map[int]int, step int) int {
	fewest := votes[slices.MinFunc(left, func(a, b int) int { return votes[a] - votes[b] })]
	level := slices.DeleteFunc(slices.Clone(left), func(i int) bool { return votes[i] != fewest })
	for _, s := range d.Stages {
		if len(level) == 1 {
			break
		}
		at := func(i int) count.Value { return s.Votes[slices.Index(d.Standing, i)] }
		least := at(slices.MinFunc(level, func(a, b int) int { return int(at(a) - at(b)) }))
		level = slices.DeleteFunc(level, func(i int) bool { return at(i) != least })
	}
	if len(level) == 1 {
		return level[0]
	}
	tie := count.Tie{Purpose: count.ToExclude, Stage: step + 1, Between: d.places(level)}
	for _, l := range d.countLots() {
		if l.Purpose == tie.Purpose && l.Stage == tie.Stage && slices.Equal(l.Between, tie.Between) && l.Drawn >= 0 {
			return d.Standing[l.Drawn]
		}
	}
	d.asks = d.asked(&tie, len(level)-1)
	return -1
}

// follows checks a stage that was typed against the one before it.
func (d *deciding) follows(next Transfer, out int, left []int, votes map[int]int, gone int) error {
	total := next.Exhausted
	for _, i := range left {
		switch n := next.Votes[i]; {
		case i == out:
			continue
		case n < votes[i]:
			return NewProblem("Nobody loses votes when another goes out. Correct the totals of that stage.", fmt.Errorf("tally: nominee %d had %d, has %d", i, votes[i], n))
		default:
			total += n
		}
	}
	switch {
	case next.Exhausted < gone:
		return NewProblem("Ballots that are exhausted stay so. Correct the number of exhausted ballots.", nil)
	case total != d.Valid:
		return NewProblem(fmt.Sprintf("The votes and the exhausted ballots of that stage make %d, and there are %d valid ballots. Correct a figure.", total, d.Valid), nil)
	}
	return nil
}
