package app

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
)

func (p *program) exportCommand() *cobra.Command {
	var export *cobra.Command
	export = &cobra.Command{
		Use:   "export",
		Short: "Write notices, minutes, reports, returns, motions and the papers of elections to a file",
		Args:  usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return data.NewProblem("Say what to export: "+kinds(export)+".", nil)
		},
	}
	export.AddCommand(
		p.exportMeeting("minutes", "Write the minutes of a meeting as a Word document, or as a PDF when FILE ends in .pdf", (*press).minutes),
		p.exportMeeting("attendance", "Write who came to a meeting as a spreadsheet", (*press).attendance),
		p.exportDelegates(),
		p.exportMotions(),
		p.exportMotion(),
		p.exportBallots(),
		p.exportContest("tellers", "Write the sheet that tellers fill in while they count", (*press).tellers),
		p.exportContest("blt", "Write the typed ballots of an election as a .blt file, which other counting programs read", (*press).ballotFile),
		p.exportContest("result", "Write the result of an election, with every figure of every stage", (*press).result),
		p.exportTable(),
	)
	export.AddCommand(p.exportsBefore()...)
	export.AddCommand(p.exportMinutesPapers()...)
	return export
}

// kinds names the commands under one: "minutes, attendance or delegates".
func kinds(of *cobra.Command) string {
	var names []string
	for _, c := range of.Commands() {
		names = append(names, c.Name())
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// exportMeeting is the command for a paper about one meeting.
func (p *program) exportMeeting(kind, short string, write func(*press, context.Context, data.MeetingID, string) (data.Paper, error)) *cobra.Command {
	return p.ofMeeting(kind, short, "the latest closed one", meetingOn, func(ctx context.Context, b *book.Book, m data.Meeting, out string) error {
		return p.wrote(out, fmt.Sprintf("the %s of the %s", kind, meetingWords(m)), func(path string) (data.Paper, error) {
			return write(p.press(b), ctx, m.ID, path)
		})
	})
}

// ofMeeting is a command about one meeting, which find takes from the date that was typed; usual says which it is without one.
func (p *program) ofMeeting(kind, short, usual string, find func(*book.Book, string) (data.Meeting, error), run func(context.Context, *book.Book, data.Meeting, string) error) *cobra.Command {
	var day, out string
	c := &cobra.Command{
		Use:   kind + " --out FILE",
		Short: short,
		Args:  exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withBook(func(b *book.Book) error {
				meeting, err := find(b, day)
				if err != nil {
					return err
				}
				return run(cmd.Context(), b, meeting, out)
			})
		},
	}
	c.Flags().StringVar(&day, "meeting", "", "date of the meeting (default: "+usual+")")
	addOut(c, &out)
	return c
}

func (p *program) exportDelegates() *cobra.Command {
	var day, out string
	c := &cobra.Command{
		Use:   "delegates --out FILE",
		Short: "Write the delegate return to the constituency secretary as a spreadsheet",
		Args:  exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withBook(func(b *book.Book) error {
				asAt := data.DateOf(p.now())
				if day != "" {
					meeting, err := meetingOn(b, day)
					if err != nil {
						return err
					}
					asAt = meeting.Date
				}
				paper, err := p.press(b).table(cmd.Context(), data.DelegateReturn, book.TableOrder{AsAt: asAt}, out)
				if err != nil {
					return err
				}
				fmt.Fprintf(p.out, "%s: the delegate return, version %d, %d delegates.\n", paper.File, paper.Version, paper.People)
				return nil
			})
		},
	}
	c.Flags().StringVar(&day, "meeting", "", "as the delegation stood on the date of a meeting (default: today)")
	addOut(c, &out)
	return c
}

func addOut(c *cobra.Command, out *string) {
	c.Flags().StringVar(out, "out", "", "the file to write")
	run := c.RunE
	c.RunE = func(cmd *cobra.Command, args []string) error {
		if *out == "" {
			return data.NewProblem("Say which file to write, with --out FILE.", nil)
		}
		return run(cmd, args)
	}
}

// meetingOn finds the meeting of a day that was typed, or the latest closed one when none was.
func meetingOn(b *book.Book, day string) (data.Meeting, error) {
	var found data.Meeting
	err := b.Read(func(r *book.Reading) error {
		meetings, err := r.Meetings.All()
		if err != nil {
			return err
		}
		found, err = chooseMeeting(meetings, day)
		return err
	})
	return found, err
}

// wrote says which file was written and what is in it.
func (p *program) wrote(path, what string, write func(string) (data.Paper, error)) error {
	paper, err := write(path)
	if err == nil {
		fmt.Fprintf(p.out, "%s: %s.\n", paper.File, what)
	}
	return err
}

// typedDate reads a day of a command.
func typedDate(day string) (data.Date, error) {
	on, err := data.ParseDate(day)
	if err != nil {
		return on, data.NewProblem(fmt.Sprintf("%s is not a date. Write it like 2026-05-14 or 14/5/2026.", day), err)
	}
	return on, nil
}

func chooseMeeting(meetings []data.Meeting, day string) (data.Meeting, error) {
	if day != "" {
		on, err := typedDate(day)
		if err != nil {
			return data.Meeting{}, err
		}
		for _, m := range meetings {
			if m.Date == on {
				return m, nil
			}
		}
		return data.Meeting{}, data.NewProblem(fmt.Sprintf("The book has no meeting on %s.", on), nil)
	}
	var latest data.Meeting
	for _, m := range meetings {
		if m.Status == data.Closed && m.Date.After(latest.Date) {
			latest = m
		}
	}
	if latest.ID == "" {
		return data.Meeting{}, data.NewProblem("No meeting has been closed yet. Name the date of one with --meeting.", nil)
	}
	return latest, nil
}

func meetingWords(m data.Meeting) string {
	return fmt.Sprintf("%s of %s", lowerFirst(m.Kind.String()), m.Date)
}
