package data

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data/count"
)

// NewContestResult works out the result sheet of a contest: every figure of every round and stage in tables, and below them what
// the figures do not say.
func NewContestResult(in ContestPaperInput) ContestSheetDoc {
	c := in.Contest
	r := c.Result(in.Tally, in.People)
	d := ContestSheetDoc{
		Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Heading: "Result of the " + string(c.Kind), Title: c.Title, When: in.when(),
		Outcome: r.Outcome, Notes: r.Notes, People: len(c.Nominees), Facts: in.resultFacts(), Signers: []string{"Chair"},
	}
	if !in.Tally.Done && c.Status != Abandoned {
		d.Heading = Capital(string(c.Kind)) + ", not yet decided"
	}
	for _, round := range in.Tally.counted().Rounds {
		d.Grids = append(d.Grids, in.grids(round)...)
		d.Sentences = append(d.Sentences, in.told(round)...)
	}
	if asks := in.Tally.Asks; asks != nil {
		d.Sentences = append(d.Sentences, sentence(c.names(asks.Between, in.People)+" tied, which is still to be settled"))
	}
	if len(d.Grids) > 0 {
		d.Signers = []string{"Teller", "Teller", "Chair"}
	}
	return d
}

// resultFacts are what a contest was decided by and under.
func (in ContestPaperInput) resultFacts() []Fact {
	c := in.Contest
	facts := []Fact{in.places(c.Places)}
	if len(in.Tally.Rounds) > 0 {
		facts = append(facts, Fact{"Rule", joined(c.Rule.Words(c.Places), string(c.Method))})
	}
	facts = append(facts, Fact{"Quorum", sentence(in.Quorum.Sentence())})
	if c.Doors != nil && in.Voters > 0 {
		facts = append(facts, Fact{"Voters present", fmt.Sprint(in.Voters)})
	}
	if !c.FreezeDate.IsZero() {
		facts = append(facts, Fact{"Eligibility judged on", c.FreezeDate.Long()})
	}
	return present(append(facts, Fact{"Declared", c.DeclaredAt.String()}, Fact{"Balance", sentence(c.Balance.Sentence())}))
}

// empty says whether nothing of a round is counted yet.
func (r RoundTally) empty() bool { return r.Valid == 0 && r.SpoiltInAll() == 0 && r.NotCast == 0 }

// counted is a tally without the rounds of which nothing is counted yet.
func (t Tally) counted() Tally {
	t.Rounds = slices.DeleteFunc(slices.Clone(t.Rounds), RoundTally.empty)
	return t
}

// told is what a round's tables do not say: in a ranked count what each stage did and why, then the lots, and who went out.
func (in ContestPaperInput) told(r RoundTally) []string {
	var out []string
	for _, s := range r.Stages[min(1, len(r.Stages)):] {
		out = append(out, in.stageTold(r, s))
	}
	if len(r.Stages) > 1 {
		out = append(filledLines(labelled("Stage 1: ", in.Contest.StageSentence(r, r.Stages[0], in.People))), out...)
	}
	if decided := in.Contest.roundDecided(r, in.People); decided != "" {
		if len(in.Tally.Rounds) > 1 {
			decided = in.Contest.roundName(in.Tally, r) + ": " + decided
		}
		out = append(out, decided)
	}
	return out
}

// stageTold is one stage: in the words of the rule, or who went out where the stages were typed from a count done on paper.
func (in ContestPaperInput) stageTold(r RoundTally, s count.Stage) string {
	words := in.Contest.StageSentence(r, s, in.People)
	if words == "" {
		words = sentence(in.Contest.names(r.nominees(s.Of), in.People) + " went out")
	}
	return fmt.Sprintf("Stage %d: %s", s.Number, words)
}

// stagesWide is how many stages stand side by side on a page.
const stagesWide = 5

// grids set a round out: one table, or several where there are more stages than a page is wide.
func (in ContestPaperInput) grids(r RoundTally) []ContestGrid {
	caption := in.Contest.roundName(in.Tally, r)
	if len(r.Stages) <= 1 {
		return []ContestGrid{in.plainGrid(caption, r)}
	}
	var out []ContestGrid
	for from := 0; from < len(r.Stages); from += stagesWide {
		g := in.stagesGrid(r, r.Stages[from:min(from+stagesWide, len(r.Stages))])
		g.Caption = caption
		if from > 0 {
			g.Caption += ", continued"
		}
		out = append(out, g)
	}
	return out
}

// stagesGrid sets stages side by side. Who went out before the first of them is left out.
func (in ContestPaperInput) stagesGrid(r RoundTally, stages []count.Stage) ContestGrid {
	g := ContestGrid{Columns: []string{"Nominee"}}
	for _, s := range stages {
		g.Columns = append(g.Columns, fmt.Sprintf("Stage %d", s.Number))
	}
	g.Columns = append(g.Columns, "Result")
	for _, i := range r.byVotes() {
		at := slices.Index(r.Standing, i)
		row := []string{in.Contest.Nominees[i].Called(in.People)}
		for _, s := range stages {
			row = append(row, stageFigure(s, at))
		}
		if slices.ContainsFunc(row[1:], func(f string) bool { return f != gone }) {
			g.Rows = append(g.Rows, append(row, in.fate(r, i)))
		}
	}
	lost, total := []string{"Not transferable"}, []string{"Together"}
	for _, s := range stages {
		sum := s.Lost
		for _, v := range s.Votes {
			sum += v
		}
		lost, total = append(lost, s.Lost.String()), append(total, sum.String())
	}
	g.Rows = append(g.Rows, append(lost, ""), append(total, r.Balances.Sum))
	g.align()
	return g
}

func (in ContestPaperInput) plainGrid(caption string, r RoundTally) ContestGrid {
	g := ContestGrid{Caption: caption, Columns: []string{"Nominee", "Votes", "Result"}}
	for _, i := range r.byVotes() {
		g.Rows = append(g.Rows, []string{in.Contest.Nominees[i].Called(in.People), fmt.Sprint(r.Votes[i]), in.fate(r, i)})
	}
	for _, s := range r.Spoilt {
		g.Rows = append(g.Rows, []string{joinedBy(": ", "Spoilt", s.Reason), fmt.Sprint(s.N), ""})
	}
	if r.NotCast > 0 {
		g.Rows = append(g.Rows, []string{"Issued and not cast", fmt.Sprint(r.NotCast), ""})
	}
	g.Rows = append(g.Rows, []string{"Valid ballots", fmt.Sprint(r.Valid), r.Balances.Sum})
	return g
}

// gone stands for the votes of somebody whose ballots have been passed on.
const gone = "–"

// stageFigure is what somebody has at the end of a stage.
func stageFigure(s count.Stage, place int) string {
	if s.Number > 1 && s.Votes[place] == 0 {
		return gone
	}
	return s.Votes[place].String()
}

// align gives the figures of each column as many decimals as the longest has, so that they stand under each other.
func (g *ContestGrid) align() {
	decimals := func(figure string) int {
		_, part, cut := strings.Cut(figure, ".")
		if !cut {
			return 0
		}
		return len(part)
	}
	for column := 1; column < len(g.Columns)-1; column++ {
		most := 0
		for _, row := range g.Rows {
			most = max(most, decimals(row[column]))
		}
		for _, row := range g.Rows {
			figure := row[column]
			if figure == "" || figure == gone || most == 0 {
				continue
			}
			if decimals(figure) == 0 {
				figure += "."
			}
			row[column] = figure + strings.Repeat("0", most-decimals(figure))
		}
	}
}
