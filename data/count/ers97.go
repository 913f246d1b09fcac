package count

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// ers97 counts by the Electoral Reform Society's rules of 1997; numbers in brackets are their paragraphs. Values have two
// decimals. A surplus passes on only the last batch of ballots that its candidate received; surpluses that cannot change
// who goes out next wait; as many candidates as possible go out together, their ballots batch by batch, the highest value
// first; and the quota falls while nobody has been elected and ballots run out.
func (p *poll) ers97() (Result, error) {
	p.begin(FirstStage)
	p.first()
	p.setQuota()
	p.deem()
	p.end(fmt.Sprintf("First preferences: %d valid votes. Quota: %d divided by %d = %s.%s",
		p.result.Valid, p.result.Valid, p.e.Places+1, p.quota, p.electedWords()))
	for p.tie == nil && p.places() > 0 && !p.lastVacancies() {
		over := p.over()
		out, why, ok := p.group(p.surpluses(over))
		switch {
		case !ok: // a lot is wanted
		case len(over) > 0 && out == nil:
			p.passBatchOn(over)
		case len(p.in(continuing))-len(out) == p.places():
			p.leave(out) // 5.5.1
		default:
			p.dropTogether(out, why)
		}
	}
	return p.finish()
}

// setQuota takes the quota to two decimals, and one hundredth more where there is a remainder (5.1.6). Votes that are not
// transferable do not count (5.4.8).
func (p *poll) setQuota() {
	p.quota = p.active().divided(p.e.Places+1, hundredth)
	if p.quota*Value(p.e.Places+1) < p.active() {
		p.quota += hundredth
	}
}

// surpluses adds up what is over the quota.
func (p *poll) surpluses(over []int) Value {
	var sum Value
	for _, c := range over {
		sum += p.votes[c] - p.quota
	}
	return sum
}

// deem elects candidates in descending order of their votes (5.1.7): those with the quota, or with the total active vote
// divided by one more than the places not filled. Where more are equal than there are places, earlier points decide, and
// where none does nobody is elected yet (5.6.2).
func (p *poll) deem() {
	for p.places() > 0 {
		left := p.descending(p.in(continuing))
		if len(left) == 0 || !p.enough(p.votes[left[0]]) {
			return
		}
		best := p.highest(p.in(continuing))
		if len(best) > p.places() {
			if best = p.apart(best, earliest, true); len(best) > p.places() {
				return
			}
		}
		p.elect(best[0])
	}
}

// enough says whether a vote elects. A vote of nothing never does.
func (p *poll) enough(vote Value) bool {
	active := p.surpluses(p.over()) // this, and what is still with those excluded, awaits transfer (6.20)
	for _, c := range append(p.in(continuing), p.in(excluded)...) {
		active += p.votes[c]
	}
	return vote > 0 && (vote >= p.quota || vote*Value(p.places()+1) >= active)
}

// group returns who goes out together (5.2.5): as many with the fewest votes as have, with the surpluses that wait, no more
// than the next above, while enough stay for the places. It is nil where the surpluses may not wait (5.2.2), and false
// where the rules leave it to a lot.
func (p *poll) group(surplus Value) (out []int, why string, ok bool) {
	left := p.descending(p.in(continuing))
	slices.Reverse(left)
	total, most := surplus, 0
	for k := 1; len(left)-k >= p.places() && k < len(left); k++ {
		total += p.votes[left[k-1]]
		if total <= p.votes[left[k]] && (p.votes[left[k-1]] < p.votes[left[k]] || k == 1 || surplus == 0) {
			most = k
		}
	}
	if most > 1 {
		if p.votes[left[most-1]] == p.votes[left[most]] {
			return p.groupWithTie(left, most)
		}
		return left[:most], "", true
	}
	if most == 0 {
		return nil, "", true
	}
	c, how, ok := p.choose(left, earliest, false, ToExclude, len(p.result.Stages)+1)
	return []int{c}, how, ok
}

// groupWithTie is a group whose highest are equal to the next above, which can be only where all below them have nothing.
func (p *poll) groupWithTie(left []int, most int) (out []int, why string, ok bool) {
	edge := p.votes[left[most-1]]
	below := slices.DeleteFunc(slices.Clone(left), func(c int) bool { return p.votes[c] >= edge })
	if len(below) > 0 {
		return below, "", true
	}
	c, how, ok := p.choose(left, earliest, false, ToExclude, len(p.result.Stages)+1)
	return []int{c}, how, ok
}

// passBatchOn transfers the largest surplus (5.2.3, 5.3).
func (p *poll) passBatchOn(over []int) {
	c, how, ok := p.choose(over, earliest, true, ToTransfer, len(p.result.Stages)+1)
	if !ok {
		return
	}
	p.begin(Surplus, c)
	surplus := p.votes[c] - p.quota
	last := len(p.piles[c]) - 1
	batch := p.piles[c][last]
	p.piles[c], p.votes[c] = p.piles[c][:last], p.quota
	parcels := p.sorted(batch.ballots, batch.value)
	slips := 0
	for to, b := range parcels {
		if to >= 0 {
			slips += b.slips
		}
	}
	value := batch.value
	if Value(slips)*value > surplus {
		value = surplus.divided(slips, hundredth)
	}
	moved := Value(0)
	for to, b := range parcels {
		if to >= 0 {
			b.value = value
			moved += b.total()
			p.receive(to, b)
		}
	}
	p.lost += surplus - moved
	p.stage().TransferValue = value
	p.mark()
	p.deem()
	p.end(fmt.Sprintf("Surplus of %s: %s, on %d transferable ballots at %s each.%s%s", p.name(c), surplus, slips, value, how, p.electedWords()))
}

// leave excludes candidates without moving their ballots, since those who are left fill the places (5.5.1).
func (p *poll) leave(out []int) {
	p.begin(Completion, out...)
	for _, c := range out {
		p.exclude(c)
	}
	p.fill()
	p.end(fmt.Sprintf("Without %s, as many candidates are left as places.%s", listed(p.names(out)), p.electedWords()))
}

// dropTogether excludes candidates and moves their ballots in batches, the highest value first (5.4). Once the places are
// filled nothing more is moved (5.5.2).
func (p *poll) dropTogether(out []int, why string) {
	p.begin(Exclusion, out...)
	had := Value(0)
	batches := map[Value][]int{}
	for _, c := range out {
		p.exclude(c)
		had += p.votes[c]
		for _, b := range p.piles[c] {
			batches[b.value] = append(batches[b.value], b.ballots...)
		}
	}
	for _, value := range slices.SortedFunc(maps.Keys(batches), func(a, b Value) int { return cmp.Compare(b, a) }) {
		p.moveBatch(out, batches[value], value)
		if p.places() == 0 {
			break
		}
	}
	verb := "has the fewest votes, %s, and is excluded.%s%s"
	if len(out) > 1 {
		verb = "together have the fewest votes, %s, and are excluded.%s%s"
	}
	p.end(listed(p.names(out)) + " " + fmt.Sprintf(verb, had, why, p.electedWords()))
}

// moveBatch moves the ballots of one value away from candidates who are out.
func (p *poll) moveBatch(out, ballots []int, value Value) {
	for _, c := range out {
		p.piles[c] = slices.DeleteFunc(p.piles[c], func(b pile) bool {
			if b.value == value {
				p.votes[c] -= b.total()
			}
			return b.value == value
		})
	}
	for to, b := range p.sorted(ballots, value) {
		if to < 0 {
			p.lost += b.total()
			continue
		}
		p.receive(to, b)
	}
	if len(p.result.Elected) == 0 {
		p.setQuota()
	}
	p.mark()
	p.deem()
}
