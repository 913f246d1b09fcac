package count

import (
	"fmt"
	"slices"
)

// mostVotes counts marks. Where the last places fall to more candidates than there are places, the lot decides between
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
		best := p.best()
		if len(best) <= p.places() {
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

// best are those with the most votes who are not elected yet.
func (p *poll) best() []int {
	left := p.descending(p.in(continuing))
	return slices.DeleteFunc(slices.Clone(left), func(c int) bool { return p.votes[c] != p.votes[left[0]] })
}
