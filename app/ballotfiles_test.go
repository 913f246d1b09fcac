package app

import (
	"os"
	"path/filepath"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/count"
)

func TestTypedBallotsAreWrittenAsTheyAreReadBack(t *testing.T) {
	s := onStage(t)
	first, blank := data.Marking{Marks: []int{2, 1}}, data.Marking{Spoilt: "blank"}
	err := s.Book().Change("type two ballots", func(tx *book.Tx) error {
		m, _, err := tx.Meetings.Last()
		if err != nil {
			return err
		}
		c := data.Contest{ID: "c1", Meeting: m.ID, Kind: data.Elects, Title: "Auditor", Places: 1, Rule: data.ByPreference,
			Nominees: []data.Nominee{{Name: "Siân Llewellyn", Number: 1}, {Name: "Zoë Okafor", Number: 2}},
			Rounds:   []data.Round{{Places: 1, Standing: []int{0, 1}, FromBallots: true}}}
		if err := tx.Contests.Put(c); err != nil {
			return err
		}
		for i, marking := range []*data.Marking{&first, &blank} {
			if err := tx.Ballots.Put(data.Ballot{ID: data.BallotID(tx.NewID()), Contest: "c1", Number: i + 1, First: marking}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ballots.blt")
	paper, err := s.w.house.press.ballotFile(t.Context(), "c1", path)
	if err != nil {
		t.Fatal(err)
	}
	if paper.Kind != data.BallotFile || paper.Rows != 1 || paper.Hash == "" {
		t.Errorf("the sharing log says %+v", paper)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	e, err := count.ReadBLT(f)
	if err != nil || e.Spoilt != 1 || len(e.Ballots) != 1 || e.Candidates[e.Ballots[0].Marks[0]] != "Zoë Okafor" || e.Title != "Auditor" {
		t.Errorf("read back as %+v, %v", e, err)
	}
}
