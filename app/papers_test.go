package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
	"branchbook/screens/returns"
)

func TestWhatAPDFCannotShowIsSaidOfEveryPaperBeforehand(t *testing.T) {
	s := onStage(t)
	p := s.w.house.press
	var closed data.Meeting
	var present data.PersonID
	err := s.Book().Change("give somebody present a Chinese name", func(tx *book.Tx) error {
		var err error
		if closed, _, err = tx.Meetings.Last(); err != nil {
			return err
		}
		register, err := tx.Events.Of(closed.ID)
		if err != nil {
			return err
		}
		present = register[0].Person
		who, err := tx.People.Get(present)
		who.First, who.Last = "小明", "王小明"
		return errors.Join(err, tx.People.Put(who))
	})
	if err != nil {
		t.Fatal(err)
	}
	year := data.LastYear(data.DateOf(s.p.now()))
	for name, make := range map[string]printing{
		"minutes": printText(returns.Text{Kind: data.MinutesPaper, Meeting: closed.ID}),
		"letter": func(p *press, ctx context.Context, path string) (data.Paper, error) {
			return p.letter(ctx, present, year, path)
		},
	} {
		if says := p.unprintable(make); !strings.Contains(says, "王小明") || !strings.Contains(says, "Word") {
			t.Errorf("of the %s nothing is said: %q", name, says)
		}
	}
	report := printText(returns.Text{Kind: data.AnnualReport, Period: year})
	if says := p.unprintable(report); strings.Contains(says, "小明") != strings.Contains(says, "Word") {
		t.Errorf("of the annual report it says %q", says)
	}
	if err := s.Book().Read(func(r *book.Reading) error {
		papers, err := r.Papers.Of(data.LetterPaper, data.ID(present))
		if len(papers) > 0 {
			t.Error("a proof is in the sharing log")
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	paperRoom{s.w.house}.Minutes(closed.ID, func(data.Paper, error) { t.Error("the minutes were written unasked") })
	if s.w.win.Canvas().Overlays().Top() == nil && len(s.w.panels) == 0 {
		t.Error("nothing is asked before the PDF is made")
	}
}

// A long export, as the window runs it: rows are reported, Cancel stops it, and the old file stays.
func TestALongExportIsCancelledFromTheWindowAndLeavesTheOldFile(t *testing.T) {
	d := newDelegation(t)
	const many = 10_000
	d.change("bring in the members", func(tx *book.Tx) error {
		for range many {
			d.must(tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), First: "First", Last: "Member", Status: data.Member}))
		}
		return nil
	})
	path := filepath.Join(d.dir, "members.xlsx")
	d.must(os.WriteFile(path, []byte("the old file"), 0o600))
	todo := make(chan func(), 1000)
	runner := place.NewBackground(func(f func()) { todo <- f })
	var cancel func()
	var told, total int64
	var ended error
	finished := false
	cancel = runner.Run(place.Task{
		Name: "Writing members.xlsx",
		Work: func(ctx context.Context, report place.Report) (func(), error) {
			_, err := d.press.send(ctx, sending{kind: data.MembersPaper, order: book.TableOrder{AsAt: d.today()}}, path, report)
			return nil, err
		},
		Progress: func(done, of int64) {
			if told == 0 {
				told, total = done, of
				cancel()
			}
		},
		Finished: func(err error) { ended, finished = err, true },
	})
	for deadline := time.After(time.Minute); !finished; {
		select {
		case f := <-todo:
			f()
		case <-deadline:
			t.Fatal("the export neither ended nor was cancelled")
		}
	}
	if !errors.Is(ended, context.Canceled) || told == 0 || total != many+15 {
		t.Errorf("it ended with %v after %d of %d rows", ended, told, total)
	}
	if held, _ := os.ReadFile(path); string(held) != "the old file" {
		t.Errorf("the old file holds %d bytes", len(held))
	}
	if left, _ := filepath.Glob(filepath.Join(d.dir, ".branchbook-*")); len(left) > 0 {
		t.Errorf("a part of the file is left: %q", left)
	}
}
