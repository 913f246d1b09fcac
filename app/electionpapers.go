package app

import (
	"context"

	"branchbook/data"
	"branchbook/exports"
	"branchbook/screens/election"
)

// electionPapers makes the papers of an election where the secretary chooses.
type electionPapers struct{ papers paperRoom }

var _ election.Papers = electionPapers{}

// Ballots makes so many ballots to cut.
func (e electionPapers) Ballots(contest data.ContestID, copies int, then func(data.Paper, error)) {
	e.save("Save the ballots (.pdf, or .docx for Word)", data.BallotsPaper, func(ctx context.Context, path string) (data.Paper, error) {
		return e.papers.h.press.ballots(ctx, contest, copies, path)
	}, then)
}

// Tellers makes the sheet that those who count fill in.
func (e electionPapers) Tellers(contest data.ContestID, then func(data.Paper, error)) {
	e.save("Save the tellers' sheet (.pdf, or .docx for Word)", data.TellersPaper, func(ctx context.Context, path string) (data.Paper, error) {
		return e.papers.h.press.tellers(ctx, contest, path)
	}, then)
}

// Result makes the result with every figure.
func (e electionPapers) Result(contest data.ContestID, then func(data.Paper, error)) {
	e.save("Save the result (.docx for Word, .pdf for PDF)", data.ResultPaper, func(ctx context.Context, path string) (data.Paper, error) {
		return e.papers.h.press.result(ctx, contest, path)
	}, then)
}

func (e electionPapers) save(title string, kind data.PaperKind, write func(context.Context, string) (data.Paper, error), then func(data.Paper, error)) {
	e.papers.save(title, exports.FileName(kind, data.DateOf(e.papers.h.w.program.now()), 0), write, then)
}
