package count

import "fmt"

// scottish counts by rules 45 to 52 of the order: all of a candidate's ballots pass on with a surplus, each at its own value,
// to five decimals with the remainder ignored; one candidate is excluded at a time; the most recent earlier stage at which
// they differed decides between equal candidates.
func (p *poll) scottish() (Result, error) {
	p.quota = Of(p.result.Valid/(p.e.Places+1) + 1)
	p.begin(FirstStage)
	p.first()
	p.reach()
	p.end(fmt.Sprintf("First preferences: %d valid votes. Quota: %d divided by %d, the remainder ignored, and one more: %s.%s",
		p.result.Valid, p.result.Valid, p.e.Places+1, p.quota, p.electedWords()))
	for p.places() > 0 && !p.lastVacancies() {
		over := p.over()
		if len(over) > 0 {
			if !p.passOn(over) {
				break
			}
		} else if !p.dropLowest(latest) {
			break
		}
	}
	return p.finish()
}

// reach elects everyone with the quota, the most votes first (rule 47).
func (p *poll) reach() {
	for _, c := range p.descending(p.in(continuing)) {
		if p.votes[c] >= p.quota && p.places() > 0 {
			p.elect(c)
		}
	}
}

// over lists those elected whose surplus is not transferred.
func (p *poll) over() []int {
	var out []int
	for _, c := range p.result.Elected {
		if p.votes[c] > p.quota {
			out = append(out, c)
		}
	}
	return out
}

// lastVacancies fills the places that are left when no more candidates are (rule 52).
func (p *poll) lastVacancies() bool {
	left := p.in(continuing)
	if len(left) > p.places() {
		return false
	}
	if len(left) > 0 {
		p.begin(Completion)
		p.fill()
		p.end("As many candidates were left as places." + p.electedWords())
	}
	return true
}

// passOn transfers the largest surplus (rules 48 and 49); false when that waits for a lot.
func (p *poll) passOn(over []int) bool {
	c, how, ok := p.choose(over, latest, true, ToTransfer, len(p.result.Stages)+1)
	if !ok {
		return false
	}
	p.begin(Surplus, c)
	surplus, had := p.votes[c]-p.quota, p.votes[c]
	received := p.piles[c]
	p.piles[c], p.votes[c] = nil, p.quota
	moved, value := Value(0), Value(0)
	for i, from := range received {
		each := Value(int64(surplus) * int64(from.value) / int64(had))
		if i == 0 || each == value {
			value = each
		} else {
			value = 0
		}
		for to, b := range p.sorted(from.ballots, each) {
			if to >= 0 {
				moved += b.total()
				p.receive(to, b)
			}
		}
	}
	p.lost += surplus - moved
	p.stage().TransferValue = value
	p.mark()
	p.reach()
	p.end(fmt.Sprintf("Surplus of %s: %s, each ballot at its value times %s divided by %s.%s%s", p.name(c), surplus, surplus, had, how, p.electedWords()))
	return true
}

// dropLowest excludes the candidate with the fewest votes (rules 50 and 51); false when that waits for a lot.
func (p *poll) dropLowest(by order) bool {
	c, how, ok := p.choose(p.in(continuing), by, false, ToExclude, len(p.result.Stages)+1)
	if !ok {
		return false
	}
	p.begin(Exclusion, c)
	p.exclude(c)
	had, received := p.votes[c], p.piles[c]
	p.piles[c], p.votes[c] = nil, 0
	for _, from := range received {
		for to, b := range p.sorted(from.ballots, from.value) {
			if to < 0 {
				p.lost += b.total()
				continue
			}
			p.receive(to, b)
		}
	}
	p.mark()
	if p.rule == Scottish {
		p.reach()
	}
	p.end(fmt.Sprintf("%s had the fewest votes, %s, and is excluded.%s%s", p.name(c), had, how, p.electedWords()))
	return true
}
