package count

import "fmt"

// preferential counts the alternative vote: whoever has more than half of the votes that still count is elected; until then
// the fewest votes pass on. The earliest stage at which they differed decides between equal candidates, else the lot.
func (p *poll) preferential() (Result, error) {
	p.begin(FirstStage)
	p.first()
	p.majority()
	p.end(fmt.Sprintf("First preferences: %d valid votes.%s", p.result.Valid, p.majorityWords()))
	for p.places() > 0 {
		left := p.in(continuing)
		if len(left) == 0 || len(left) == 1 && p.onlyOneLeft(left[0]) {
			break
		}
		if len(left) == 2 && p.votes[left[0]] == p.votes[left[1]] {
			if !p.evenTwo(left) {
				break
			}
			continue
		}
		if !p.dropLowest(earliest) {
			break
		}
		p.majority()
		p.stage().Sentence += p.majorityWords()
	}
	return p.finish()
}

// onlyOneLeft elects the last candidate.
func (p *poll) onlyOneLeft(c int) bool {
	p.begin(Completion)
	p.elect(c)
	p.end("Nobody else is left." + p.electedWords())
	return true
}

// evenTwo decides between the last two with equal votes; false when that waits for a lot.
func (p *poll) evenTwo(left []int) bool {
	c, how, ok := p.choose(left, earliest, true, ToElect, len(p.result.Stages)+1)
	if !ok {
		return false
	}
	p.begin(Completion)
	p.elect(c)
	p.end("The last two are equal." + how + p.electedWords())
	return true
}

func (p *poll) active() Value { return Of(p.result.Valid) - p.lost }

// majority elects whoever has more than half of the votes that still count.
func (p *poll) majority() {
	for _, c := range p.in(continuing) {
		if 2*p.votes[c] > p.active() {
			p.elect(c)
		}
	}
}

func (p *poll) majorityWords() string {
	who := p.stage().Elected
	if len(who) == 0 {
		return fmt.Sprintf(" Nobody has more than half of %s.", p.active())
	}
	return fmt.Sprintf(" %s has %s of %s, more than half, and is elected.", p.name(who[0]), p.votes[who[0]], p.active())
}
