package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data/count"
)

// A ContestResult is a contest as screens, minutes and result sheets print it: every string as it stands there.
type ContestResult struct {
	// Lead names what was contested: "Chair". Outcome is the result in a sentence: "Margaret Dunne elected unopposed."
	Lead, Outcome string
	// Rounds tell each round, tie and lot in order, in sentences; empty where there was no ballot.
	Rounds []string
	// Notes are the tellers, objections, who declined, who may not stand, and the doors of a nomination meeting.
	Notes []string
}

// Result works out what the contest came to, for print. A contest that is not declared has an Outcome that says how far it
// is: "3 stand for 1 place: a ballot."
func (c Contest) Result(t Tally, people Names) ContestResult {
	r := ContestResult{Lead: c.lead()}
	switch {
	case c.Status == Abandoned:
		r.Outcome = sentence(joined("No election was held", c.Why))
	case !t.Done:
		r.Outcome = sentence(c.FieldWords())
	default:
		r.Outcome = c.outcome(t, people)
	}
	for _, round := range t.Rounds {
		r.Rounds = append(r.Rounds, c.roundWords(t, round, people))
	}
	r.Notes = c.notes(people)
	return r
}

// lead is what the minutes set before the result: "Chair", "Nomination for CLP treasurer".
func (c Contest) lead() string {
	if c.Kind == Elects {
		return c.Title
	}
	return c.Heading()
}

// verb is what happened to the winners: "elected", "nominated".
func (k ContestKind) verb() string {
	switch k {
	case Nominates:
		return "nominated"
	case Supports:
		return "received the supporting nomination"
	case Selects:
		return "selected"
	}
	return "elected"
}

// outcome is the sentence of the result.
func (c Contest) outcome(t Tally, people Names) string {
	if c.Kind == Triggers {
		return c.triggerWords(t, people)
	}
	winners := c.Winners(t)
	if len(winners) == 0 {
		return c.nobody(t)
	}
	var names []string
	for _, i := range winners {
		names = append(names, c.named(i, t, people))
	}
	if len(winners) == 1 && len(t.Rounds) == 0 {
		names[0] += c.Nominees[winners[0]].putForward(people)
	}
	words := listed(names)
	switch unopposed := len(t.Rounds) == 0; {
	case c.Kind == Supports:
		words += " " + c.Kind.verb()
	case len(names) > 2 && !unopposed:
		words = capitalVerb(c.Kind) + ": " + words
	default:
		words += " " + c.Kind.verb()
		if unopposed {
			words += " unopposed"
		}
	}
	if vacant := c.Places - len(winners); vacant > 0 {
		words += fmt.Sprintf("; %s vacant", NumberOf(vacant, "place", "places"))
	}
	return sentence(words)
}

// nobody is the result of a contest that chose nobody.
func (c Contest) nobody(t Tally) string {
	words := "nobody was nominated"
	switch {
	case len(t.Elected) > 0:
		words = "nobody accepted"
	case len(c.Nominees) > 0:
		words = "nobody stood"
	}
	switch {
	case c.Kind != Elects:
		return sentence(words)
	case c.Places > 1:
		return sentence(fmt.Sprintf("%s; %d places vacant", words, c.Places))
	}
	return sentence(words + "; vacant")
}

// putForward says who proposed and seconded somebody, between commas: ", proposed by Grace Mbeki and seconded by Zoë Okafor,".
func (n Nominee) putForward(people Names) string {
	var by []string
	for _, who := range []struct {
		did string
		id  PersonID
	}{{"proposed by ", n.Proposer}, {"seconded by ", n.Seconder}} {
		if who.id != "" {
			by = append(by, who.did+people.Name(who.id))
		}
	}
	if len(by) == 0 {
		return ""
	}
	return ", " + strings.Join(by, " and ") + ","
}

func capitalVerb(k ContestKind) string { return Capital(k.verb()) }

// named is a winner with the votes of the round in which they won: "Nadia Benkhelifa (27)".
func (c Contest) named(i int, t Tally, people Names) string {
	name := c.Nominees[i].Called(people)
	var aside []string
	if c.Nominees[i].Partner != "" {
		aside = append(aside, "job share")
	}
	won := func(r RoundTally) bool { return slices.Contains(r.Elected, i) }
	if c.PassesOn && !slices.ContainsFunc(t.Rounds, won) {
		won = func(r RoundTally) bool { return r.Number == 1 } // the place passed to them by the votes of the first ballot
	}
	for _, r := range t.Rounds {
		if won(r) && (len(r.Stages) == 0 || c.Rule == ByPreference) {
			aside = append(aside, r.figure(i))
			break
		}
	}
	if len(aside) == 0 {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, strings.Join(aside, ", "))
}

// figure is what decided for somebody: their votes at the last stage of a round.
func (r RoundTally) figure(i int) string {
	if n := len(r.Stages); n > 0 {
		return r.Stages[n-1].Votes[slices.Index(r.Standing, i)].String()
	}
	return fmt.Sprint(r.Votes[i])
}

func (c Contest) triggerWords(t Tally, people Names) string {
	if len(t.Rounds) == 0 || len(c.Nominees) < 2 {
		return "No ballot was held."
	}
	r := t.Rounds[len(t.Rounds)-1]
	words := fmt.Sprintf("%s: %d; %s: %d", c.Nominees[0].Called(people), r.Votes[0], c.Nominees[1].Called(people), r.Votes[1])
	if !c.Threshold.IsZero() {
		words += "; " + c.thresholdWords(r)
	}
	return sentence(words)
}

// thresholdWords says whether "No" came to the threshold of a trigger ballot, with the sum.
func (c Contest) thresholdWords(r RoundTally) string {
	share := c.Threshold.Of(r.Valid)
	need := roundUp(share)
	verdict := "reached"
	if r.Votes[1] < need {
		verdict = "not reached"
	}
	return fmt.Sprintf("threshold for %s %s: %s of %d = %s", c.Nominees[1].Name, verdict, c.Threshold.words(), r.Valid, rounded(share, "up", need))
}

// roundWords tells one round: who was on the paper with what, what became of the ballots, and what followed.
func (c Contest) roundWords(t Tally, r RoundTally, people Names) string {
	var figures []string
	order := slices.SortedStableFunc(slices.Values(r.Standing), func(a, b int) int { return cmp.Compare(r.Votes[b], r.Votes[a]) })
	for _, i := range order {
		figures = append(figures, fmt.Sprintf("%s %d", c.Nominees[i].Called(people), r.Votes[i]))
	}
	head := c.roundName(t, r)
	if len(r.Stages) > 1 {
		head += ", first preferences"
	}
	words := joinedBy(" ", sentence(head+": "+strings.Join(figures, ", ")), c.accountWords(r))
	for _, s := range r.Stages[min(1, len(r.Stages)):] {
		words += " " + c.stageWords(r, s, people)
	}
	return joinedBy(" ", words, c.roundDecided(r, people))
}

// accountWords is what became of the ballots, where that says more than the votes and what they decided.
func (c Contest) accountWords(r RoundTally) string {
	bare := r.Issued == 0 && r.NotCast == 0 && r.SpoiltInAll() == 0
	if bare && (c.Method == Hands || c.Rule.InRounds() && !r.RunsOff()) {
		return ""
	}
	return sentence(r.Balances.Sum)
}

// roundDecided is what a round came to besides its votes: the lots that were drawn, and under a rule in rounds who is elected or
// goes out.
func (c Contest) roundDecided(r RoundTally, people Names) string {
	var words []string
	for _, l := range r.Lots {
		words = append(words, c.lotWords(l, people))
	}
	if len(r.GaveWay) > 0 {
		words = append(words, sentence(fmt.Sprintf("%s gave way, since at least %s kept for women", c.names(r.GaveWay, people), are(c.Women, "place", "places"))))
	}
	if !c.Rule.InRounds() || r.RunsOff() || len(r.Lots) > 0 && len(r.Elected) > 0 {
		return strings.Join(words, " ")
	}
	words = append(words, r.Sentence)
	if len(r.Out) > 0 && len(r.Elected) == 0 {
		words = append(words, sentence(c.names(r.Out, people)+" went out"))
	}
	return strings.Join(words, " ")
}

// roundName is "Round 2", "Ballot" where there is one alone, "Run-off for the 13th place".
func (c Contest) roundName(t Tally, r RoundTally) string {
	switch {
	case r.RunsOff():
		return "Run-off for " + NumberOf(r.Places, "place", "places")
	case c.Method == Hands && (!c.Rule.InRounds() || t.Done && len(t.Rounds) == 1):
		return "Show of hands"
	case r.Kind == Repeated && !c.Rule.InRounds():
		return "Ballot, taken again"
	case !c.Rule.InRounds() || t.Done && len(t.Rounds) == 1:
		return "Ballot"
	}
	return fmt.Sprintf("Round %d", r.Number)
}

func (c Contest) names(who []int, people Names) string {
	names := make([]string, len(who))
	for k, i := range who {
		names[k] = c.Nominees[i].Called(people)
	}
	return listed(names)
}

// stageWords is one stage of a ranked count: "Stage 2, exclusion of Ben Carrick: Dunne 15, Mbeki 11, not transferable 1."
func (c Contest) stageWords(r RoundTally, s count.Stage, people Names) string {
	of := c.names(r.nominees(s.Of), people)
	head := fmt.Sprintf("Stage %d", s.Number)
	switch {
	case s.Kind == count.Surplus:
		head += ", surplus of " + of
	case s.Kind == count.Exclusion:
		head += ", " + of + " out"
	}
	var figures []string
	for place, i := range r.Standing {
		if s.Votes[place] != 0 {
			figures = append(figures, c.Nominees[i].Called(people)+" "+s.Votes[place].String())
		}
	}
	if s.Lost != 0 {
		figures = append(figures, "not transferable "+s.Lost.String())
	}
	return sentence(head + ": " + strings.Join(figures, ", "))
}

func (c Contest) lotWords(l Lot, people Names) string {
	words := fmt.Sprintf("%s tied; the lot fell on %s", c.names(l.Between, people), c.Nominees[l.Drawn].Called(people))
	if l.By != "" {
		words += ", drawn by " + l.By
	}
	return sentence(words)
}

// notes are what else the record says.
func (c Contest) notes(people Names) []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, sentence(s))
		}
	}
	if d := c.Doors; d != nil {
		add(d.words(people))
	}
	if len(c.Standing()) > 1 {
		add(labelled("nominations: ", c.nominations(people)))
	}
	for _, n := range c.Nominees {
		name := n.Called(people)
		switch {
		case n.Declined && c.PassesOn:
			add(name + " did not accept; the place passed to the next most votes")
		case n.Declined:
			add(name + " did not accept")
		case n.Withdrew:
			add(joinedBy(": ", name+" withdrew", n.WithdrewWhy))
		case n.Ineligible():
			add(fmt.Sprintf("%s was nominated but may not stand: %s", name, cmp.Or(n.Eligible.Sum, n.Eligible.Verdict)))
		case n.Eligible.Warning:
			add(fmt.Sprintf("%s stood although %s: %s", name, uncapital(cmp.Or(n.Eligible.Sum, n.Eligible.Verdict)), n.Despite))
		}
	}
	if len(c.Tellers) > 0 {
		var names []string
		for _, id := range c.Tellers {
			names = append(names, people.Name(id))
		}
		add("tellers: " + listed(names))
	}
	if c.Objections != "" {
		add("objection: " + c.Objections)
	}
	return out
}

// nominations says who was put forward by whom, those of whom it is known.
func (c Contest) nominations(people Names) string {
	var out []string
	for _, n := range c.Nominees {
		if by := strings.TrimSuffix(n.putForward(people), ","); by != "" {
			out = append(out, n.Called(people)+by)
		}
	}
	return strings.Join(out, "; ")
}

// words tells how the doors were kept: "199 eligible on the frozen list; statements read 7.45pm; doors closed 7.55pm; 2 came
// too late to vote: …".
func (d Doors) words(people Names) string {
	var parts []string
	if d.Eligible > 0 {
		parts = append(parts, fmt.Sprintf("%d eligible on the frozen list", d.Eligible))
	}
	for _, at := range []struct {
		words string
		at    Time
	}{{"statements read from ", d.Statements}, {"doors closed to voters at ", d.ClosedAt}, {"discussion ended at ", d.Discussed}} {
		if !at.at.IsZero() {
			parts = append(parts, at.words+at.at.String())
		}
	}
	var late []string
	for _, r := range d.Refused {
		name := cmp.Or(people.Name(r.Person), r.Name, "one whose name was not recorded")
		if !r.At.IsZero() {
			name += " (" + r.At.String() + ")"
		}
		late = append(late, name)
	}
	if len(late) > 0 {
		parts = append(parts, "came too late to vote: "+listed(late))
	}
	return strings.Join(parts, "; ")
}
