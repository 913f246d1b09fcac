package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
)

// anEveningOfElections puts four contests into the example: Chair and Vice chair at each of two meetings.
func anEveningOfElections(t *testing.T, b *book.Book) (early, late data.Meeting) {
	t.Helper()
	err := b.Change("hold four elections", func(tx *book.Tx) error {
		all, err := tx.Meetings.All()
		if err != nil {
			return err
		}
		early, late = all[0], all[1]
		for _, id := range []data.ContestID{"vice 1", "chair 1", "vice 2", "chair 2"} {
			what, number, _ := strings.Cut(string(id), " ")
			c := data.Contest{ID: id, Meeting: early.ID, Kind: data.Elects, Title: "Vice chair", Places: 1, Rule: data.ByMostVotes, Status: data.NominationsClosed,
				Nominees: []data.Nominee{{Name: "Siân Llewellyn", Number: 1}, {Name: "Zoë Okafor", Number: 2}}}
			if what == "chair" {
				c.Title = "Chair"
			}
			if number == "2" {
				c.Meeting = late.ID
			}
			if err := tx.Contests.Put(c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if late.Date.Before(early.Date) {
		t.Fatalf("%s is before %s", late.Date, early.Date)
	}
	return early, late
}

func TestAnElectionIsFoundByItsTitleAndTheDayOfItsMeeting(t *testing.T) {
	b := onStage(t).Book()
	early, _ := anEveningOfElections(t, b)
	for _, c := range []struct {
		title, day string
		want       data.ContestID
	}{{"Chair", "", "chair 2"}, {"vice CHAIR", "", "vice 2"}, {"vice", "", "vice 2"}, {"Chair", early.Date.ISO(), "chair 1"}, {"vice", early.Date.Long(), "vice 1"}} {
		if got, err := contestCalled(b, c.title, c.day); err != nil || got.ID != c.want {
			t.Errorf("%q on %q: %q, %v, want %q", c.title, c.day, got.ID, err, c.want)
		}
	}
	for title, want := range map[string]string{"hair": "Write the whole title", "Treasurer": "no election called"} {
		_, err := contestCalled(b, title, "")
		if problem := (*data.Problem)(nil); !errors.As(err, &problem) || !strings.Contains(problem.Say, want) {
			t.Errorf("%q: %v, want %q", title, err, want)
		}
	}
	if _, err := contestCalled(b, "Chair", "last Thursday"); err == nil {
		t.Error("a day that is none was taken")
	}
}

func TestThePapersOfAnElectionAreWrittenInTheFormOfTheirEndingAndEntered(t *testing.T) {
	s := onStage(t)
	anEveningOfElections(t, s.Book())
	press, folder := s.w.house.press, t.TempDir()
	for name, begins := range map[string]string{"result.pdf": "%PDF", "result.docx": "PK"} {
		path := filepath.Join(folder, name)
		paper, err := press.result(t.Context(), "chair 2", path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(file), begins) {
			t.Errorf("%s begins with %.4q, %v", name, file, err)
		}
		if paper.Kind != data.ResultPaper || paper.Subject != "chair 2" || paper.People != 2 || paper.Hash == "" || paper.File != name {
			t.Errorf("the sharing log says %+v", paper)
		}
	}
	if _, err := press.ballots(t.Context(), "chair 2", 0, filepath.Join(folder, "ballots.pdf")); err == nil {
		t.Error("no ballots at all were written")
	}
}
