package data

import (
	"fmt"
	"slices"
	"strings"
)

// A Pile is how far the ballots of one round are typed, and what still stands between them and a result.
type Pile struct {
	Issued, NotCast int // as the round has them; an Issued of 0 was not counted
	Typed           int // entered at all
	Checked         int // entered a second time as well, or settled
	Match           int // of those checked, whose entries say the same or that were settled
	// Differ are the numbers of the ballots whose two entries differ and that nobody has looked at again, in order.
	Differ []int
}

// Pile works out how far the ballots of a round, which counts from 0, are typed. Ballots of other rounds are passed over.
func (c Contest) Pile(round int, ballots []Ballot) Pile {
	p := Pile{}
	if round >= 0 && round < len(c.Rounds) {
		p.Issued, p.NotCast = c.Rounds[round].Issued, c.Rounds[round].NotCast
	}
	ranked := c.Rule.Ranked()
	for _, b := range ballots {
		if b.Round != round || b.Contest != c.ID {
			continue
		}
		switch {
		case b.Settled != nil:
			p.Typed, p.Checked, p.Match = p.Typed+1, p.Checked+1, p.Match+1
		case b.First == nil && b.Second == nil:
		case b.First == nil || b.Second == nil:
			p.Typed++
		case b.Differs(ranked):
			p.Typed, p.Checked = p.Typed+1, p.Checked+1
			p.Differ = append(p.Differ, b.Number)
		default:
			p.Typed, p.Checked, p.Match = p.Typed+1, p.Checked+1, p.Match+1
		}
	}
	slices.Sort(p.Differ)
	return p
}

// Expected is how many ballots should be in the pile: those issued, less those not cast; 0 when nobody counted them.
func (p Pile) Expected() int { return max(0, p.Issued-p.NotCast) }

// Progress is the running total of one entry: "12 of 29", or "12" when nobody counted what was issued.
func (p Pile) Progress(second bool) string {
	n, of := p.Typed, p.Expected()
	if second {
		n, of = p.Checked, max(of, p.Typed)
	}
	if of == 0 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d of %d", n, of)
}

// Agreement says how the two entries compare: "10 match, 1 differs".
func (p Pile) Agreement() string {
	if p.Checked == 0 {
		return "none typed twice yet"
	}
	verb := "match"
	if p.Match == 1 {
		verb = "matches"
	}
	differ := "differ"
	if len(p.Differ) == 1 {
		differ = "differs"
	}
	return fmt.Sprintf("%d %s, %d %s", p.Match, verb, len(p.Differ), differ)
}

// Whole says that nothing stands between the pile and a result: every ballot issued is accounted for and says the same
// twice.
func (p Pile) Whole() bool { return len(p.Missing()) == 0 }

// Missing says what still stands between the pile and a result, a sentence each; none when nothing does.
func (p Pile) Missing() []string {
	var out []string
	switch n := len(p.Differ); {
	case n == 1:
		out = append(out, fmt.Sprintf("Settle ballot %d.", p.Differ[0]))
	case n > 1:
		out = append(out, "Settle ballots "+someNumbers(p.Differ)+".")
	}
	if p.Typed == 0 {
		return append(out, "No ballot is typed yet.")
	}
	if left := p.Typed - p.Checked; left > 0 {
		out = append(out, fmt.Sprintf("Type %s a second time.", NumberOf(left, "more ballot", "more ballots")))
	}
	switch left := p.Issued - p.NotCast - p.Typed; {
	case p.Issued == 0:
		out = append(out, "Say how many ballots were issued.")
	case left > 0:
		them, many := "them", "how many were"
		if left == 1 {
			them, many = "it", "that it was"
		}
		out = append(out, fmt.Sprintf("%s not accounted for of %d issued: type %s, or say %s not cast.", are(left, "ballot", "ballots"), p.Issued, them, many))
	case left < 0:
		out = append(out, fmt.Sprintf("%s typed or not cast beyond the %d issued: correct a figure, or take a ballot out.", are(-left, "ballot", "ballots"), p.Issued))
	}
	return out
}

// someNumbers lists the first few numbers: "7, 9 and 3 more".
func someNumbers(numbers []int) string {
	const most = 4
	var words []string
	for _, n := range numbers[:min(len(numbers), most)] {
		words = append(words, fmt.Sprint(n))
	}
	if more := len(numbers) - most; more > 0 {
		return strings.Join(words, ", ") + fmt.Sprintf(" and %d more", more)
	}
	return listed(words)
}

// OnPaper are the numbers that the ballot of a round has, in order.
func (c Contest) OnPaper(r Round) []int {
	numbers := make([]int, 0, len(r.Standing))
	for _, i := range r.Standing {
		numbers = append(numbers, c.Nominees[i].Number)
	}
	slices.Sort(numbers)
	return numbers
}

// RankedOn says whether the order of the marks counts on the ballots of a round: not in a re-ballot between those who tied.
func (c Contest) RankedOn(r Round) bool {
	return c.Rule.Ranked() && !r.RunsOff() && c.Kind != Triggers
}

// MarksOn is how many marks a ballot of the round has at most.
func (c Contest) MarksOn(r Round) int {
	if r.RunsOff() || c.Kind == Triggers {
		return max(1, r.Places)
	}
	return c.Rule.Marks(r.Places, len(r.Standing))
}
