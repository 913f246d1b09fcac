package app

import (
	"context"

	"branchbook/data"
	"branchbook/screens/election"
)

// electionPapers makes the papers of an election where the secretary chooses.
type electionPapers struct{ papers paperRoom }

var _ election.Papers = electionPapers{}

// Ballots makes so many ballots to cut.
func (e electionPapers) Ballots(contest data.ContestID, copies int, then func(data.Paper, error)) {
	e.papers.ofContest("Save the ballots (.pdf, or .docx for Word)", data.BallotsPaper, contest, func(press *press, ctx context.Context, id data.ContestID, path string) (data.Paper, error) {
		return press.ballots(ctx, id, copies, path)
	}, then)
}

// Tellers makes the sheet that those who count fill in.
func (e electionPapers) Tellers(contest data.ContestID, then func(data.Paper, error)) {
	e.papers.ofContest("Save the tellers' sheet (.pdf, or .docx for Word)", data.TellersPaper, contest, (*press).tellers, then)
}

// Result makes the result with every figure.
func (e electionPapers) Result(contest data.ContestID, then func(data.Paper, error)) {
	e.papers.ofContest("Save the result (.docx for Word, .pdf for PDF)", data.ResultPaper, contest, (*press).result, then)
}
