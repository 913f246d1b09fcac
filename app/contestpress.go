package app

import (
	"context"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
)

// ballots writes so many ballots of a contest's next round, to be printed and cut, as a PDF or a Word document.
func (p *press) ballots(ctx context.Context, contest data.ContestID, copies int, path string) (data.Paper, error) {
	in, err := p.contest(contest)
	if err != nil {
		return data.Paper{}, err
	}
	doc, err := data.NewBallotPaper(in, copies)
	if err != nil {
		return data.Paper{}, err
	}
	paper := data.Paper{Kind: data.BallotsPaper, Subject: data.ID(contest), Rows: copies, People: len(doc.Choices)}
	return p.print(paper, "export the ballots: "+doc.Title, path, inForm(ctx, p, path, doc, exports.WriteBallots, exports.WriteBallotsPDF))
}

// tellers writes the sheet that tellers fill in.
func (p *press) tellers(ctx context.Context, contest data.ContestID, path string) (data.Paper, error) {
	return p.contestSheet(ctx, contest, data.TellersPaper, data.NewTellersSheet, path)
}

// result writes what a contest came to.
func (p *press) result(ctx context.Context, contest data.ContestID, path string) (data.Paper, error) {
	return p.contestSheet(ctx, contest, data.ResultPaper, data.NewContestResult, path)
}

func (p *press) contestSheet(ctx context.Context, contest data.ContestID, kind data.PaperKind, of func(data.ContestPaperInput) data.ContestSheetDoc, path string) (data.Paper, error) {
	in, err := p.contest(contest)
	if err != nil {
		return data.Paper{}, err
	}
	doc := of(in)
	paper := data.Paper{Kind: kind, Subject: data.ID(contest), People: doc.People}
	return p.print(paper, "export the "+lowerFirst(doc.Heading)+": "+doc.Title, path, inForm(ctx, p, path, doc, exports.WriteContestSheet, exports.WriteContestSheetPDF))
}

func (p *press) contest(id data.ContestID) (data.ContestPaperInput, error) {
	var in data.ContestPaperInput
	err := p.book.Read(func(r *book.Reading) (err error) {
		in, err = r.ContestPapers(id)
		return err
	})
	return in, err
}
