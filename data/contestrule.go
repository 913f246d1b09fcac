package data

import "fmt"

// Means says in a sentence how the rule fills so many places, for whoever chooses it before voting.
func (r CountRule) Means(places int) string {
	switch r {
	case ByMostVotes:
		if places == 1 {
			return "Each voter marks one name; the most votes win, though they be fewer than half."
		}
		return fmt.Sprintf("Each voter marks up to %d names; the %d with the most votes are elected.", places, places)
	case ByRounds:
		return "Each voter marks one name. If nobody has more than half of the valid ballots, the lowest goes out and everybody votes again."
	case ByTopTwo:
		return "Each voter marks one name. If nobody has more than half of the valid ballots, everybody votes again between the first two."
	case ByEliminating:
		return fmt.Sprintf("Each voter marks up to %d names, in rounds: the largest group at the bottom whose votes together do not exceed the next above goes out, "+
			"until %d have the votes of half of the ballots.", places, places)
	case ByPreference:
		return "Voters number the names in order. The lowest goes out and their ballots pass to the next preference, until somebody has more than half of those that still count."
	case BySTV:
		return fmt.Sprintf("Voters number the names in order. Whoever reaches the quota is elected and what is over passes on; the lowest go out, until %d are elected. "+
			"Rules of the Electoral Reform Society, 1997.", places)
	case BySTVScottish:
		return fmt.Sprintf("Voters number the names in order. Whoever reaches the quota is elected and what is over passes on; the lowest go out, until %d are elected. "+
			"Rules of the Scottish council elections, 2007.", places)
	}
	return "Choose how it is decided before anybody votes."
}

// Ties says in a sentence how equal votes are settled under the rule.
func (r CountRule) Ties() string {
	switch r {
	case ByMostVotes:
		return "Equal votes for the last place: another ballot between those who tie, and a lot if that is equal too."
	case ByRounds, ByTopTwo, ByEliminating:
		return "Equal votes at the bottom: the round is taken again, or a lot is drawn."
	case ByPreference:
		return "Equal votes at the bottom: who had fewer at the earliest stage that differs goes out; if none differs, a lot."
	case BySTV:
		return "Equal votes: the earliest stage that differs decides; if none differs, a lot."
	case BySTVScottish:
		return "Equal votes: the latest stage before that differs decides; if none differs, a lot."
	}
	return ""
}

// NeedsBallots says whether the rule can be counted from typed ballots alone, since its transfers are worked out from them.
func (r CountRule) NeedsBallots() bool { return r == BySTV || r == BySTVScottish }

// Votes says what a figure beside a nominee is: "votes", or "first preferences".
func (r CountRule) Votes() string {
	if r.Ranked() {
		return "first preferences"
	}
	return "votes"
}
