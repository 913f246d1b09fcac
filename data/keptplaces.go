package data

import (
	"fmt"
	"slices"

	"branchbook/data/count"
)

// KeptWords says beforehand how places kept for women are filled under a rule: "At least 2 of 4 places are kept for women:
// the highest are elected with at least 2 women among them, and the last of the others give way." It is "" where none are
// kept, and a rule that does not say how is named as one under which they need an election of their own.
func (c Contest) KeptWords(rule CountRule) string {
	switch {
	case c.Women == 0:
		return ""
	case rule != ByMostVotes:
		return "This rule does not say how places kept for women are filled: hold a separate election for those places."
	}
	return fmt.Sprintf("%s of %s are kept for women: the highest are elected with at least %s among them, and the last of the others give way.",
		Capital("at least "+fmt.Sprint(c.Women)), NumberOf(c.Places, "place", "places"), NumberOf(c.Women, "woman", "women"))
}

// kept is who fills kept places in a round, and how many there are. Where only women stand nothing is kept, and in a
// re-ballot between those who tied what the round before elected counts towards it already.
func (c Contest) kept(r Round) count.Kept {
	if c.Women == 0 || r.RunsOff() {
		return count.Kept{}
	}
	k := count.Kept{Least: c.Women}
	for place, i := range r.Standing {
		if c.Nominees[i].Woman {
			k.Who = append(k.Who, place)
		}
	}
	if len(k.Who) == len(r.Standing) {
		return count.Kept{}
	}
	return k
}

// refuseKept is the problem of a rule that does not say how kept places are filled. No published practice for that was found
// for the transferable vote, and the rules in rounds have none.
func (c Contest) refuseKept() error {
	return NewProblem(c.KeptWords(c.Rule), fmt.Errorf("tally: %d kept places under %s", c.Women, c.Rule))
}

// keep says what keeping places for women did: who gave way, and the sentence of it.
func (d *deciding) keep(least int) {
	if least == 0 || len(d.Elected) == 0 {
		return
	}
	fewest := d.Votes[slices.MinFunc(d.Elected, func(a, b int) int { return d.Votes[a] - d.Votes[b] })]
	for _, i := range d.Standing {
		if d.Votes[i] > fewest && !slices.Contains(d.Elected, i) {
			d.GaveWay = append(d.GaveWay, i)
		}
	}
	d.Sentence += fmt.Sprintf(" At least %s kept for women", are(least, "place", "places")) + d.gaveWayWords()
}

func (d *deciding) gaveWayWords() string {
	if n := len(d.GaveWay); n > 0 {
		return fmt.Sprintf(": %s with more votes gave way.", NumberOf(n, "nominee", "nominees"))
	}
	return "; the most votes elect as many without it."
}
