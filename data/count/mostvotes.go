package count

import (
	"fmt"
	"slices"
)

// mostVotes counts marks. Where places are kept for some, the highest are elected among whom there are enough of them: the
// last of the others give way. Where the last places fall to more candidates than there are places, the lot decides between
// those; whoever would rather have a re-ballot counts the new one by itself.
func (p *poll) mostVotes() (Result, error) {
	p.begin(FirstStage)
	for i, b := range p.e.Ballots {
		if len(b.Marks) > p.e.Places {
			return Result{}, fmt.Errorf("count: ballot %d has %d marks for %d places", i+1, len(b.Marks), p.e.Places)
		}
		for _, c := range b.Marks {
			if p.state[c] != withdrawn {
				p.votes[c] += Of(b.Slips)
			}
		}
	}
	standing := p.descending(p.in(continuing))
	if len(standing) <= p.e.Places {
		p.fill()
	}
	for p.places() > 0 && len(p.in(continuing)) > 0 {
		best := p.highest(p.pool())
		if p.fit(best) {
			for _, c := range best {
				p.elect(c)
			}
			continue
		}
		c, ok := p.drawn(ToElect, 1, best)
		if !ok {
			break
		}
		p.elect(c)
	}
	words := fmt.Sprintf("Marks on %d valid ballots, for %d of %d candidates.", p.result.Valid, p.e.Places, len(standing))
	if p.tie != nil {
		words += fmt.Sprintf(" %s have equal votes.", listed(p.names(p.tie.Between)))
	}
	p.end(words + p.electedWords())
	return p.finish()
}

// highest are those of a pool with the most votes.
func (p *poll) highest(pool []int) []int {
	left := p.descending(pool)
	return slices.DeleteFunc(slices.Clone(left), func(c int) bool { return p.votes[c] != p.votes[left[0]] })
}

// keptLeft is how many of the places still to be filled are kept: no more than can be filled so.
func (p *poll) keptLeft() int {
	kept, stand := p.e.Kept.Least, 0
	for _, c := range p.e.Kept.Who {
		switch p.state[c] {
		case elected:
			kept--
		case continuing:
			stand++
		}
	}
	return max(0, min(kept, stand))
}

// pool is who can fill the next place: everybody who is left, until all the places left are kept.
func (p *poll) pool() []int {
	left := p.in(continuing)
	if p.keptLeft() < p.places() {
		return left
	}
	return slices.DeleteFunc(left, func(c int) bool { return !slices.Contains(p.e.Kept.Who, c) })
}

// fit says whether there is room for all of these, the kept places left out of it.
func (p *poll) fit(who []int) bool {
	kept := p.keptLeft()
	for _, c := range who {
		if slices.Contains(p.e.Kept.Who, c) {
			kept--
		}
	}
	return len(who)+max(0, kept) <= p.places()
}
