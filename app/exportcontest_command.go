package app

import (
	"context"
	"fmt"
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
				paper, err := write(p.press(b), cmd.Context(), contest.ID, out)
				if err != nil {
					return err
				}
				fmt.Fprintf(p.out, "%s: %s of the election, %s.\n", paper.File, kind, contest.Title)
				return nil
			})
		},
	}
	c.Flags().StringVar(&day, "meeting", "", "date of the meeting (default: the latest election of that title)")
	addOut(c, &out)
	return c
}

// contestCalled finds the latest contest of a title, or that of the meeting on a day that was typed.
func contestCalled(b *book.Book, title, day string) (data.Contest, error) {
	var found data.Contest
	err := b.Read(func(r *book.Reading) error {
		contests, err := r.Contests.Where(func(c data.Contest) bool { return strings.Contains(data.Fold(c.Title), data.Fold(title)) })
		if err != nil {
			return err
		}
		var latest data.Date
		for _, c := range contests {
			m, err := r.Meetings.Get(c.Meeting)
			if err != nil {
				return err
			}
			if day != "" && m.Date.ISO() != day && m.Date.Short() != day {
				continue
			}
			if found.ID == "" || m.Date.After(latest) {
				found, latest = c, m.Date
			}
		}
		if found.ID == "" {
			return data.NewProblem(fmt.Sprintf("The book has no election called %q. Write its title as the election page has it, and the date of its meeting as 2026-06-11.", title), nil)
		}
		return nil
	})
	return found, err
}
