package data

import (
	"fmt"
	"slices"
)

// ToTell says what the secretary has to do about a result besides: whom to tell, and whose nomination is kept although it
// was not on the paper. Each line begins with what it is: "To tell: 13 elected, and 3 not elected."
func (c Contest) ToTell(t Tally, people Names) []string {
	var lines []string
	winners := c.Winners(t)
	stood := c.Standing()
	lost := len(stood) - len(winners)
	if c.Kind != Triggers && len(stood) > 0 {
		words := fmt.Sprintf("%d %s", len(winners), c.Kind.chosen())
		if lost > 0 {
			words += fmt.Sprintf(", and %d not %s", lost, c.Kind.chosen())
		}
		lines = append(lines, "To tell: "+words+".")
	}
	if c.Kind == Nominates || c.Kind == Supports {
		lines = append(lines, "To send: the result, to the body that elects.")
	}
	var kept []string
	for _, n := range c.Nominees {
		if n.Ineligible() && !n.Withdrew {
			kept = append(kept, n.Called(people))
		}
	}
	if len(kept) > 0 {
		lines = append(lines, fmt.Sprintf("Kept on file: the nomination of %s, not on the paper.", listed(kept)))
	}
	return lines
}

// Winners are those whom a tally elects, less who declined.
func (c Contest) Winners(t Tally) []int {
	return slices.DeleteFunc(slices.Clone(t.Elected), func(i int) bool { return c.Nominees[i].Declined })
}

// chosen is what the winners of the kind are, in one word.
func (k ContestKind) chosen() string {
	switch k {
	case Nominates, Supports:
		return "nominated"
	case Selects:
		return "selected"
	}
	return "elected"
}

// CalledAll names nominees, given as indexes, as a sentence does: "Margaret Dunne, Grace Mbeki and Ben Carrick".
func (c Contest) CalledAll(who []int, people Names) string { return c.names(who, people) }
