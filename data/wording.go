package data

import "fmt"

// Words returns the result as minutes print it: "carried by 12 votes to 2 with 1 abstention", "carried unanimously"
// when everybody who could vote voted for, "carried nem con" when nobody voted against but some did not vote, "agreed",
// "lost by 5 votes to 9 with 1 abstention", and for equal votes what the chair did. It follows the outcome that is
// stored; a vote without one is judged by what it needs.
func (v Vote) Words() string {
	if v.Declared != Counted {
		return string(v.Declared)
	}
	if v.Total() == 0 {
		return "no votes counted"
	}
	outcome := v.Outcome
	if outcome == Undecided {
		outcome, _ = Majority{}.Decide(v)
	}
	if outcome.IsCarried() {
		outcome = Carried // that it was amended is the motion's to say
	}
	cast := v.Casting != NoCasting && v.For == v.Against && (v.Needs == SimpleMajority || v.Needs == "")
	switch {
	case outcome == Tied, cast:
		return v.tieWords()
	case outcome == Carried && v.Against == 0 && v.Abstained == 0 && v.Voters > 0 && v.For >= v.Voters:
		return string(Unanimous)
	case outcome == Carried && v.Against == 0:
		return string(NemCon)
	case outcome == Carried:
		return "carried by " + v.count()
	case v.For >= v.Against && v.Needs != "":
		return fmt.Sprintf("lost on %s: it needed %s", v.count(), v.Needs)
	case v.For >= v.Against:
		return "lost on " + v.count()
	}
	return "lost by " + v.count()
}

// count is "12 votes to 2 with 1 abstention".
func (v Vote) count() string {
	words := fmt.Sprintf("%s to %d", NumberOf(v.For, "vote", "votes"), v.Against)
	if v.Abstained > 0 {
		words += " with " + NumberOf(v.Abstained, "abstention", "abstentions")
	}
	return words
}

func (v Vote) tieWords() string {
	switch v.Casting {
	case CastingFor:
		return v.count() + "; the chair cast for; carried"
	case CastingAgainst:
		return v.count() + "; the chair cast against; lost"
	}
	return v.count() + "; the chair did not use a casting vote; motion not carried"
}

// Figures returns the count in short, for, against and abstained: "12-2-1". It is "" when nobody counted.
func (v Vote) Figures() string {
	if v.Declared != Counted || v.Total() == 0 {
		return ""
	}
	return fmt.Sprintf("%d-%d-%d", v.For, v.Against, v.Abstained)
}

// CheckCount flags a count with more hands, abstentions and spoilt ballots too, than there were voters: "17 votes, 15 voters
// present".
// It is "" when the count can be right. Fewer hands than voters is no mistake: some did not vote, and the words then
// say nem con rather than unanimously. Nothing is checked when nobody counted, or when the voters are not known.
func CheckCount(v Vote) string {
	if v.Declared != Counted || v.Voters <= 0 || v.Total()+v.Spoilt <= v.Voters {
		return ""
	}
	votes := NumberOf(v.Total(), "vote", "votes")
	if v.Spoilt > 0 {
		votes += fmt.Sprintf(" and %d spoilt", v.Spoilt)
	}
	return fmt.Sprintf("%s, %s present", votes, NumberOf(v.Voters, "voter", "voters"))
}

// numberWords are the small numbers, which sentences write out.
var numberWords = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// inWords returns a number with its noun, small ones written out: "one day", "12 days".
func inWords(n int, one, many string) string {
	noun := many
	if n == 1 {
		noun = one
	}
	if n >= 0 && n < len(numberWords) {
		return numberWords[n] + " " + noun
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// span returns a number of days as rules have it: "8 weeks", "10 days".
func span(days int) string {
	if days > 14 && days%7 == 0 {
		return NumberOf(days/7, "week", "weeks")
	}
	return NumberOf(days, "day", "days")
}
