package data

import (
	"fmt"
	"math/big"
	"strings"
)

// CastingRule is when the chair may decide equal votes.
type CastingRule string

// The rules of a casting vote.
const (
	CastingNever      CastingRule = "none"
	CastingIfNotVoted CastingRule = "casting vote, if the chair has not voted"
	CastingSecond     CastingRule = "second or casting vote"
)

// A Majority is what carries a question.
type Majority struct {
	InForce
	// Needs carries a motion, unless the vote says otherwise.
	Needs   Threshold   `json:"needs"`
	Casting CastingRule `json:"casting"`
	// Extension carries a proposal that the meeting go on past its time; Challenge, one against a ruling of the chair.
	Extension Threshold `json:"extension,omitempty"`
	Challenge Threshold `json:"challenge,omitempty"`
	// Supporters is how many must support such a challenge before it is put; 0 for the four of the model.
	Supporters int `json:"supporters,omitempty"`
	// BallotAskers is how many members may ask for a secret ballot; 0 for the three of the model.
	BallotAskers int `json:"ballotAskers,omitempty"`
}

// modelSupporters is how many members must support a challenge to the chair in published standing orders.
const modelSupporters = 4

// ChallengeSupporters returns how many must support a challenge to the chair's ruling.
func (m Majority) ChallengeSupporters() int {
	if m.Supporters > 0 {
		return m.Supporters
	}
	return modelSupporters
}

// Decide says what the vote made of the question, with the sum: what was counted on, what was needed and what was
// had. Abstentions never count under a simple majority. "Present" means the voters in the room. Equal votes with no
// casting vote are Tied, which is not carried; nobody voting for or against is equal votes too. A casting vote that the
// rule does not give is followed, since the chair's word stands until it is challenged, but is a warning.
func (m Majority) Decide(v Vote) (Outcome, Finding) {
	if v.Declared != Counted {
		return m.declared(v)
	}
	needs := m.needs(v)
	f := Finding{Source: m.source()}
	if needs == SimpleMajority {
		return m.simple(v, f)
	}
	had, need, sum := v.For, 0, ""
	need, sum = threshold(needs, v)
	outcome := Lost
	if had >= need && had > 0 {
		outcome = Carried
	}
	f.Verdict, f.Sum = string(outcome), sum
	if needs != TwoThirdsCast && v.Voters <= 0 {
		f.Sum += "; the voters in the room were not counted, so the hands are"
		f.Warning = m.warn(true)
	}
	if v.Casting != NoCasting {
		f.Sum += "; a casting vote decides only equal votes under a simple majority"
		f.Warning = m.warn(true)
	}
	if o, differs := m.otherTwoThirds(needs, v, need); differs {
		f.Other = []Finding{o}
	}
	return outcome, f
}

// needs returns the threshold of a vote: its own, else that of the rules, else a simple majority.
func (m Majority) needs(v Vote) Threshold {
	for _, t := range []Threshold{v.Needs, m.Needs} {
		if t != "" {
			return t
		}
	}
	return SimpleMajority
}

func (m Majority) declared(v Vote) (Outcome, Finding) {
	outcome := Carried
	if v.Declared == DeclaredLost {
		outcome = Lost
	}
	f := Finding{Verdict: string(outcome), Sum: "declared by the chair; no count was taken", Source: m.source()}
	if v.Declared == Agreed {
		f.Sum = "agreed without a vote"
	}
	unanimous := v.Declared == Unanimous || v.Declared == Agreed
	if needs := m.needs(v); outcome == Carried && needs != SimpleMajority && !unanimous {
		f.Sum += fmt.Sprintf("; %s was needed", needs)
		f.Warning = m.warn(true)
	}
	return outcome, f
}

func (m Majority) simple(v Vote, f Finding) (Outcome, Finding) {
	var sum strings.Builder
	fmt.Fprintf(&sum, "%d for, %d against: ", v.For, v.Against)
	outcome := Tied
	switch {
	case v.For > v.Against:
		outcome = Carried
		sum.WriteString("more for than against.")
	case v.For < v.Against:
		outcome = Lost
		sum.WriteString("more against than for.")
	case v.Casting == CastingFor:
		outcome = Carried
		sum.WriteString("equal; the chair cast for.")
	case v.Casting == CastingAgainst:
		outcome = Lost
		sum.WriteString("equal; the chair cast against.")
	default:
		sum.WriteString("equal, and no casting vote.")
	}
	if v.Abstained > 0 {
		fmt.Fprintf(&sum, " %s not counted.", are(v.Abstained, "abstention", "abstentions"))
	}
	if doubt := m.castingDoubt(v); doubt != "" {
		sum.WriteString(" " + doubt)
		f.Warning = m.warn(true)
	}
	if v.Total() == 0 {
		f.Warning = m.warn(true)
	}
	f.Verdict, f.Sum = string(outcome), sum.String()
	if outcome == Tied {
		f.Verdict = "not carried"
	}
	return outcome, f
}

// castingDoubt says what is odd about a casting vote; "" when nothing is, or there was none.
func (m Majority) castingDoubt(v Vote) string {
	switch {
	case v.Casting == NoCasting:
	case v.For != v.Against:
		return "A casting vote decides only equal votes."
	case m.Casting == CastingNever:
		return "The rules give the chair no casting vote."
	case m.Casting == CastingIfNotVoted && v.Voters > 0 && v.Cast() >= v.Voters:
		return fmt.Sprintf("All %d voters present had voted; the chair may cast only without having voted.", v.Voters)
	}
	return ""
}

// threshold returns how many votes for are needed, with the sum.
func threshold(needs Threshold, v Vote) (int, string) {
	base, of := v.Voters, "present"
	switch {
	case base <= 0:
		base, of = v.Total()+v.Spoilt, "counted" // whoever spoilt a ballot was there
	case v.HeadCount:
		of = "counted without names"
	}
	if needs == TwoThirdsCast {
		base, of = v.Cast(), "cast"
	}
	if needs == AbsoluteMajority {
		need := roundDown(big.NewRat(int64(base), 2)) + 1
		return need, fmt.Sprintf("needed %d: more than half of %d %s, had %d", need, base, of, v.For)
	}
	share := twoThirds.Of(base)
	need := roundUp(share)
	return need, fmt.Sprintf("needed %d: two thirds of %d %s = %s, had %d", need, base, of, rounded(share, "up", need), v.For)
}

// otherTwoThirds returns the other reading of "two thirds", where it needs another number.
func (m Majority) otherTwoThirds(needs Threshold, v Vote, need int) (Finding, bool) {
	var other Threshold
	switch {
	case needs == TwoThirdsCast && v.Voters > 0:
		other = TwoThirdsPresent
	case needs == TwoThirdsPresent:
		other = TwoThirdsCast
	default:
		return Finding{}, false
	}
	n, sum := threshold(other, v)
	outcome := Lost
	if v.For >= n && v.For > 0 {
		outcome = Carried
	}
	return Finding{Verdict: fmt.Sprintf("%s if %s are meant", outcome, other), Sum: sum, Source: m.source()}, n != need
}
