package data

import (
	"fmt"
	"strings"
)

// modelBallotAskers is how many members may ask for a secret ballot in published standing orders.
const modelBallotAskers = 3

// BallotAskedBy returns how many members must ask for a secret ballot on business.
func (m Majority) BallotAskedBy() int {
	if m.BallotAskers > 0 {
		return m.BallotAskers
	}
	return modelBallotAskers
}

// Asking says whether enough members asked for a secret ballot: "2 asked for a secret ballot; 3 are needed". Too few is a
// warning; the meeting may ballot all the same.
func (m Majority) Asking(asked int) Finding {
	f := Finding{Verdict: "asked for", Sum: fmt.Sprintf("%d asked for a secret ballot; %d are needed", asked, m.BallotAskedBy()), Source: m.source()}
	if asked < m.BallotAskedBy() {
		f.Verdict, f.Warning = "too few asked for it", m.warn(true)
	}
	return f
}

// CountCalls adds up a roll call.
func CountCalls(calls []Call) (votedFor, against, abstained int) {
	for _, c := range calls {
		votedFor += b2i(c.Choice == VotedFor)
		against += b2i(c.Choice == VotedAgainst)
		abstained += b2i(c.Choice == DidAbstain)
	}
	return votedFor, against, abstained
}

// Silent returns how many of those who could vote did not; 0 when nobody counted, or the voters are not known.
func (v Vote) Silent() int {
	if v.Declared != Counted || v.Voters <= 0 {
		return 0
	}
	return max(v.Voters-v.Total()-v.Spoilt, 0)
}

// Particulars returns how the vote was taken, in sentences: the ballot and who asked for it, a recount with the count before,
// how each answered a roll call, the tellers, and dissent. Without names those that name people are left out.
func (v Vote) Particulars(people Names, names bool) []string {
	var out []string
	add := func(s string) { out = append(out, sentence(s)) }
	who := func(ids []PersonID) string {
		var all []string
		for _, id := range ids {
			all = append(all, people.Name(id))
		}
		return listed(all)
	}
	switch v.Method {
	case SecretBallot, RollCall, Online:
		words := "by " + string(v.Method)
		if len(v.AskedBy) > 0 && names {
			words += ", asked for by " + who(v.AskedBy)
		}
		add(words)
	}
	if v.Spoilt > 0 {
		add(NumberOf(v.Spoilt, "ballot was spoilt", "ballots were spoilt"))
	}
	if n := len(v.Recounts); n > 0 {
		words := "after a recount (" + v.Recounts[0].words()
		if n > 1 {
			words = fmt.Sprintf("after %d recounts (%s", n, v.Recounts[0].words())
		}
		if why := strings.TrimSpace(v.Recounts[n-1].Why); why != "" {
			words += ": " + strings.TrimRight(why, ".")
		}
		add(words + ")")
	}
	if !names {
		return out
	}
	for _, c := range []Choice{VotedFor, VotedAgainst, DidAbstain, DidNotVote} {
		var ids []PersonID
		for _, call := range v.Calls {
			if call.Choice == c {
				ids = append(ids, call.Person)
			}
		}
		if len(ids) > 0 {
			add(fmt.Sprintf("%s (%d): %s", Capital(string(c)), len(ids), who(ids)))
		}
	}
	if len(v.Tellers) > 0 {
		add("tellers: " + who(v.Tellers))
	}
	if len(v.Dissent) > 0 {
		add("dissent recorded at their own request: " + who(v.Dissent))
	}
	return out
}

// words is "first count 12-11-1", or "first declared lost on a show of hands" where nobody had counted.
func (c Count) words() string {
	if c.Declared != Counted {
		return "first declared " + string(c.Declared)
	}
	return fmt.Sprintf("first count %d-%d-%d", c.For, c.Against, c.Abstained)
}

// CountedAgain returns the vote as it stands after a recount: the count before is kept with why.
func (v Vote) CountedAgain(why string, now Vote) Vote {
	now.Recounts = append(append([]Count(nil), v.Recounts...), Count{For: v.For, Against: v.Against, Abstained: v.Abstained, Declared: v.Declared, At: v.At, Why: strings.TrimSpace(why)})
	return now
}
