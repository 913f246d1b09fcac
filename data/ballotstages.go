package data

import (
	"fmt"
	"slices"

	"branchbook/data/count"
)

// NewBallotStages sets every figure of a contest out as a spreadsheet, a row for each nominee and a column for each stage of
// each round, so that whoever doubts a count can follow it. The error is a *Problem: there was no ballot.
func NewBallotStages(in ContestPaperInput) (TableDoc, error) {
	if len(in.Tally.Rounds) == 0 {
		return TableDoc{}, NewProblem("There was no ballot in this contest, so there are no stages to list.", nil)
	}
	c := in.Contest
	result := c.Result(in.Tally, in.People)
	d := TableDoc{
		Kind: StagesPaper, Subject: ID(c.ID), Title: "Stages of the count: " + c.Title, Page: "Summary", About: "The count", Sheet: "Stages", Branch: in.Branch.PaperName(), CLP: in.Branch.CLP,
		AsAt: in.Meeting.Date, Summary: result.Outcome,
		Facts:    []Fact{{"Meeting", in.Meeting.Heading()}, {"Places", NumberOf(c.Places, "place", "places")}, {"Rule", c.Rule.Words(c.Places)}},
		Sections: []TableSection{{Title: "How it came about", Sentences: result.Rounds, Notes: result.Notes}},
		Offered:  []ReturnColumn{{Key: "nominee", Title: "Nominee", Default: true}},
	}
	rows := make([]TableRow, len(c.Nominees)+2)
	for i, n := range c.Nominees {
		rows[i] = TableRow{Key: ID(fmt.Sprint(i)), Name: n.Called(in.People), Person: n.Person, Cells: map[string]any{"nominee": n.Called(in.People)}}
	}
	lost, total := len(c.Nominees), len(c.Nominees)+1
	rows[lost] = TableRow{Key: "lost", Name: "Not transferable", Cells: map[string]any{"nominee": "Not transferable"}}
	rows[total] = TableRow{Key: "total", Name: "Together", Cells: map[string]any{"nominee": "Together"}}
	for _, r := range in.Tally.Rounds {
		for _, s := range r.inStages() {
			column := ReturnColumn{Key: fmt.Sprintf("r%ds%d", r.Number, s.Number), Title: stageTitle(in, r, s), Kind: VotesColumn, Default: true}
			d.Offered = append(d.Offered, column)
			sum := s.Lost
			for place, i := range r.Standing {
				rows[i].Cells[column.Key] = s.Votes[place]
				sum += s.Votes[place]
			}
			rows[lost].Cells[column.Key], rows[total].Cells[column.Key] = s.Lost, sum
		}
		for _, i := range r.Standing {
			rows[i].Cells["result"] = in.fate(r, i)
		}
	}
	d.Offered = append(d.Offered, ReturnColumn{Key: "result", Title: "Result", Default: true})
	d.Columns = slices.Clone(d.Offered)
	d.Rows = slices.DeleteFunc(rows, func(r TableRow) bool { return len(r.Cells) == 1 }) // never on a paper
	return d, nil
}

// inStages are a round's stages; a round without any is one.
func (r RoundTally) inStages() []count.Stage {
	if len(r.Stages) > 0 {
		return r.Stages
	}
	s := count.Stage{Number: 1}
	for _, i := range r.Standing {
		s.Votes = append(s.Votes, count.Of(r.Votes[i]))
	}
	return []count.Stage{s}
}

// stageTitle heads a column: "Round 2", "Stage 3"; with both where a contest has both.
func stageTitle(in ContestPaperInput, r RoundTally, s count.Stage) string {
	switch {
	case len(r.Stages) > 1 && len(in.Tally.Rounds) > 1:
		return fmt.Sprintf("Round %d, stage %d", r.Number, s.Number)
	case len(r.Stages) > 1:
		return fmt.Sprintf("Stage %d", s.Number)
	case r.Kind == RunOff:
		return fmt.Sprintf("Run-off %d", r.Number)
	}
	return fmt.Sprintf("Round %d", r.Number)
}
