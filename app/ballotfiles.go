package app

import (
	"context"
	"io"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/count"
	"branchbook/exports"
	"branchbook/screens/ballot"
)

// ballotFiles reads and writes the files of the place where ballots are typed.
type ballotFiles struct{ papers paperRoom }

var _ ballot.Files = ballotFiles{}

// OpenBallots asks for a .blt file and reads it.
func (f ballotFiles) OpenBallots(then func(count.Election, error)) {
	f.papers.h.w.files.open("Choose the file of ballots (.blt)", ballotFile, func(path string) {
		then(readBallots(path))
	})
}

// SaveBallots writes the ballots of a contest's last round where the secretary chooses.
func (f ballotFiles) SaveBallots(contest data.ContestID, then func(data.Paper, error)) {
	f.papers.ofContest("Write the ballots to a file (.blt)", data.BallotFile, contest, (*press).ballotFile, then)
}

// Result writes what a contest came to so far where the secretary chooses.
func (f ballotFiles) Result(contest data.ContestID, then func(data.Paper, error)) {
	f.papers.ofContest("Save the count (.docx for Word, .pdf for PDF)", data.ResultPaper, contest, (*press).result, then)
}

func (p paperRoom) ofContest(title string, kind data.PaperKind, contest data.ContestID,
	write func(*press, context.Context, data.ContestID, string) (data.Paper, error), then func(data.Paper, error)) {
	p.save(title, exports.FileName(kind, p.today(), 0), func(press *press, ctx context.Context, path string) (data.Paper, error) {
		return write(press, ctx, contest, path)
	}, then)
}

// ballotFile writes the valid ballots of a contest's last round in the form that counting programs exchange.
func (p *press) ballotFile(_ context.Context, id data.ContestID, path string) (data.Paper, error) {
	var e count.Election
	err := p.book.Read(func(r *book.Reading) error {
		c, err := r.Contests.Get(id)
		if err != nil {
			return err
		}
		last := len(c.Rounds) - 1
		if last < 0 || !c.Rounds[last].FromBallots {
			return data.NewProblem("No ballots of this election were typed one by one, so there are none to write.", nil)
		}
		ballots, err := r.Ballots.Of(id)
		if err != nil {
			return err
		}
		people, err := r.People.Names()
		if err != nil {
			return err
		}
		e = c.CountElection(last, ballots, people)
		return nil
	})
	if err != nil {
		return data.Paper{}, err
	}
	paper := data.Paper{Kind: data.BallotFile, Subject: data.ID(id), Rows: e.Valid(), People: len(e.Candidates)}
	return p.print(paper, "export the typed ballots: "+e.Title, path, func(w io.Writer) error { return count.WriteBLT(w, e) })
}
