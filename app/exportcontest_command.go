package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
)

func (p *program) exportBallots() *cobra.Command {
	var copies int
	c := p.exportContest("ballots", "Write the ballots of an election, to be printed and cut, as a PDF or a Word document",
		func(press *press, ctx context.Context, id data.ContestID, out string) (data.Paper, error) {
			return press.ballots(ctx, id, copies, out)
		})
	c.Flags().IntVar(&copies, "copies", 0, "how many ballots are given out")
	return c
}

// exportContest is the command for a paper about one contest.
func (p *program) exportContest(kind, short string, write func(*press, context.Context, data.ContestID, string) (data.Paper, error)) *cobra.Command {
	var day, out string
	c := &cobra.Command{
		Use:   kind + " TITLE --out FILE",
		Short: short,
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withBook(func(b *book.Book) error {
				contest, err := contestCalled(b, args[0], day)
				if err != nil {
					return err
				}
				return p.wrote(out, kind+" of the election, "+contest.Title, func(path string) (data.Paper, error) {
					return write(p.press(b), cmd.Context(), contest.ID, path)
				})
			})
		},
	}
	c.Flags().StringVar(&day, "meeting", "", "date of the meeting (default: the latest election of that title)")
	addOut(c, &out)
	return c
}

// contestCalled finds the latest contest of a title, or that of the meeting on a day that was typed. Part of a title will do
// where it is one contest's.
func contestCalled(b *book.Book, title, day string) (data.Contest, error) {
	var whole, like []data.Contest
	err := b.Read(func(r *book.Reading) error {
		contests, err := r.Contests.Where(func(c data.Contest) bool { return strings.Contains(data.Fold(c.Title), data.Fold(title)) })
		if err != nil {
			return err
		}
		if like, err = latestOf(r, contests, day); err != nil {
			return err
		}
		whole, err = latestOf(r, slices.DeleteFunc(contests, func(c data.Contest) bool { return data.Fold(c.Title) != data.Fold(title) }), day)
		return err
	})
	switch {
	case err != nil:
		return data.Contest{}, err
	case len(whole) > 0:
		return whole[0], nil
	case len(like) == 1:
		return like[0], nil
	case len(like) > 1:
		return data.Contest{}, data.NewProblem(fmt.Sprintf("%d elections of that meeting have %q in their titles. Write the whole title: %s or %s, say.", len(like), title, like[0].Title, like[1].Title), nil)
	}
	return data.Contest{}, data.NewProblem(fmt.Sprintf("The book has no election called %q. Write its title as the election page has it, and the date of its meeting as 2026-06-11.", title), nil)
}

// latestOf returns those contests that the meeting on a day took, or the latest meeting that took any.
func latestOf(r *book.Reading, contests []data.Contest, day string) ([]data.Contest, error) {
	var wanted, latest data.Date
	if day != "" {
		var err error
		if wanted, err = typedDate(day); err != nil {
			return nil, err
		}
	}
	var out []data.Contest
	for _, c := range contests {
		m, err := r.Meetings.Get(c.Meeting)
		if err != nil {
			return nil, err
		}
		switch {
		case !wanted.IsZero() && m.Date != wanted, m.Date.Before(latest):
		case m.Date == latest:
			out = append(out, c)
		default:
			out, latest = []data.Contest{c}, m.Date
		}
	}
	return out, nil
}
