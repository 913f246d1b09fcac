package data

import (
	"fmt"
	"strings"
)

// A Balance is how many of those elected must be women: a number, a share, every second one, or the greatest of them.
type Balance struct {
	InForce
	AtLeast int   `json:"atLeast,omitempty"`
	Share   Share `json:"share,omitzero"`
	// Alternate says that at least every second one is a woman: one of two and of three, two of four. A single one is a
	// woman at least every other year, which no sum can tell.
	Alternate bool `json:"alternate,omitempty"`
}

// IsSet says whether the rule asks for anything.
func (b Balance) IsSet() bool { return b.AtLeast > 0 || !b.Share.IsZero() || b.Alternate }

// Judge says how many women there are against how many the rule needs, with places of which so many are filled. A
// share is taken of the filled places and rounded up; taken of all places it may need another number, which is then
// under Other. A number still within reach of the empty places is no warning.
func (b Balance) Judge(women, filled, places int) Finding {
	places = max(places, filled)
	f := Finding{Source: b.source()}
	if !b.IsSet() {
		f.Verdict = "no rule of balance is set"
		return f
	}
	need, sum := b.needed(filled)
	final, finalSum := b.needed(places)
	left, short := places-filled, need-women
	ofShare := !b.Share.IsZero() && roundUp(b.Share.Of(filled)) > women || b.Alternate && filled/2 > women
	f.Sum = fmt.Sprintf("%s of %d elected; %s", NumberOf(women, "woman", "women"), filled, sum)
	switch {
	case short <= 0:
		f.Verdict = balanceMet
	case left == 0 || women+left < final:
		f.Verdict, f.Warning = inWords(short, "woman", "women")+" short", b.warn(true)
	case ofShare:
		f.Verdict, f.Warning = inWords(short, "woman", "women")+" short so far", b.warn(true)
	default:
		f.Verdict = inWords(short, "woman", "women") + " still to be elected"
	}
	if final != need {
		f.Other = []Finding{{
			Verdict: b.otherVerdict(final-women, places),
			Sum:     fmt.Sprintf("%s, %s; %s", NumberOf(women, "woman", "women"), inWords(left, "empty place", "empty places"), finalSum),
			Source:  f.Source,
		}}
	}
	return f
}

func (b Balance) otherVerdict(short, places int) string {
	if short <= 0 {
		return fmt.Sprintf("met if counted on all %d places", places)
	}
	return fmt.Sprintf("%s to go if counted on all %d places", inWords(short, "woman", "women"), places)
}

// needed returns how many women the rule needs among so many people, with the sum.
func (b Balance) needed(people int) (int, string) {
	share := b.Share.Of(people)
	ofShare := roundUp(share)
	var sums []string
	if b.AtLeast > 0 {
		sums = append(sums, fmt.Sprintf("at least %d", b.AtLeast))
	}
	if !b.Share.IsZero() {
		sums = append(sums, fmt.Sprintf("%s of %d = %s", b.Share.words(), people, rounded(share, "up", ofShare)))
	}
	need := max(b.AtLeast, ofShare)
	if b.Alternate {
		need = max(need, people/2)
		sums = append(sums, fmt.Sprintf("every second of %d = %d", people, people/2))
		if people == 1 {
			sums = append(sums, "a single one a woman at least every other year")
		}
	}
	return need, fmt.Sprintf("needed %d: %s", need, strings.Join(sums, ", and "))
}
