package data

import (
	"cmp"
	"fmt"
	"strings"
)

// Supporting says whether enough members supported a challenge to a ruling of the chair for it to be put: "3 supported the
// challenge; 4 are needed". Too few is a warning; the chair may put it all the same.
func (m Majority) Supporting(supporters int) Finding {
	needed := m.ChallengeSupporters()
	f := Finding{Verdict: "supported", Sum: fmt.Sprintf("%d supported the challenge; %d are needed", supporters, needed), Source: m.source()}
	if supporters < needed {
		f.Verdict, f.Warning = "too few support it", m.warn(true)
	}
	return f
}

// DecideChallenge says what a vote on a challenge made of the chair's ruling: it is overturned when as many vote for the
// challenge as the rules want, two thirds of those present in the model. The Finding says "the ruling is overturned" or
// "the ruling stands", with the sum.
func (m Majority) DecideChallenge(v Vote) (overturned bool, f Finding) {
	v.Needs = cmp.Or(m.Challenge, TwoThirdsPresent)
	outcome, f := m.Decide(v)
	f.Verdict = "the ruling stands"
	if outcome.IsCarried() {
		f.Verdict = "the ruling is overturned"
	}
	return outcome.IsCarried(), f
}

// endingWords returns an outcome that no vote on the motion explains, with what the chair ruled where that was it.
func (e Evening) endingWords(m Motion) (result, rest string) {
	result, rest = outcomeWords(m)
	if r := m.Ruling; r != nil && (m.Outcome == OutOfOrder || m.Outcome == NotEmergency) {
		rest = strings.TrimSpace(e.ruledWords(*r, m.Outcome) + " " + rest)
	}
	return result, rest
}

// ruledWords is "by the chair (not competent business); challenged by 4, the ruling stood: 6 votes for, needed 10: two
// thirds of 15 present = 10".
func (e Evening) ruledWords(r Ruling, as Outcome) string {
	confirmed, voted := e.Votes[r.Confirmed]
	var words string
	switch {
	case r.Allows && as == NotEmergency && voted && r.Confirmed != "":
		words = "by the meeting (" + confirmed.Words() + ")"
	case r.Allows && as == NotEmergency && !r.Overturned:
		words = "by the meeting"
	case r.Allows:
		words = "by the meeting, on a challenge to the chair"
	default:
		words = strings.TrimSpace(e.byChair(r) + " " + bracketed(r.Ground))
	}
	return words + e.challengeWords(r)
}

func (e Evening) byChair(r Ruling) string {
	if name := e.People.Name(r.By); name != "" && r.By != e.Meeting.Chair {
		return "by " + name + ", in the chair"
	}
	return "by the chair"
}

// challengeWords is "; challenged by 4, the ruling stood: 6 votes for, needed 10: …", or "" where nobody challenged.
func (e Evening) challengeWords(r Ruling) string {
	if r.Supporters == 0 && r.Challenge == "" {
		return ""
	}
	words := "; challenged"
	if r.Supporters > 0 {
		words += fmt.Sprintf(" by %d", r.Supporters)
	}
	vote, voted := e.Votes[r.Challenge]
	voted = voted && r.Challenge != ""
	switch {
	case r.Overturned:
		words += ", the ruling was overturned"
	case voted:
		words += ", the ruling stood"
	default:
		return words + ", but not put to the vote"
	}
	switch {
	case !voted:
		return words
	case vote.Figures() == "":
		return words + ": " + vote.Words()
	case strings.HasPrefix(vote.Finding.Sum, "needed "):
		sum, _, _ := strings.Cut(vote.Finding.Sum, fmt.Sprintf(", had %d", vote.For))
		return fmt.Sprintf("%s: %s for, %s", words, NumberOf(vote.For, "vote", "votes"), sum)
	}
	return words + ": " + vote.count()
}

// rulingBefore says how a motion came to be taken that the chair had ruled about; "" where there was no ruling.
func (e Evening) rulingBefore(m Motion) string {
	r := m.Ruling
	if r == nil {
		return ""
	}
	emergency := m.Kind == EmergencyMotion
	words := "Ruled out of order "
	switch {
	case emergency && r.Allows:
		words = "Accepted as an emergency "
	case emergency:
		words = "Refused as an emergency "
	case r.Allows:
		words = "Ruled in order "
	}
	words += strings.TrimSpace(e.byChair(*r)+" "+bracketed(r.Ground)) + e.challengeWords(*r)
	if v, ok := e.Votes[r.Confirmed]; ok && r.Confirmed != "" {
		words += "; the meeting agreed to take it: " + v.Words()
	}
	return sentence(words)
}
