package app

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
)

// exportMinutesPapers are the commands for papers about the minutes, about somebody's attendance and about a year.
func (p *program) exportMinutesPapers() []*cobra.Command {
	return []*cobra.Command{p.exportPublic(), p.exportExtract(), p.exportLetter(), p.exportReport(), p.exportHandover()}
}

func (p *program) exportPublic() *cobra.Command {
	const short = "Write the minutes of a meeting for everyone to read: names and confidential items left out"
	return p.ofMeeting("public", short, "the latest closed one", meetingOn, func(ctx context.Context, b *book.Book, m data.Meeting, out string) error {
		press := p.press(b)
		evening, err := press.evening(m.ID)
		if err != nil {
			return err
		}
		err = p.wrote(out, "the public minutes of the "+meetingWords(m), func(path string) (data.Paper, error) {
			return press.publicMinutes(ctx, m.ID, path)
		})
		if err == nil {
			fmt.Fprintln(p.out, strings.TrimSpace(evening.PublicMinutes().LeftOut+" "+evening.PublicDiffers()))
		}
		return err
	})
}

func (p *program) exportExtract() *cobra.Command {
	var day, out string
	c := &cobra.Command{
		Use:   "extract REF|ITEM --out FILE",
		Short: "Write one motion, decision or item of the minutes, certified by the secretary",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withBook(func(b *book.Book) error {
				meeting, of, err := extractOf(b, args[0], day)
				if err != nil {
					return err
				}
				return p.wrote(out, "an extract from the minutes of the "+meetingWords(meeting), func(path string) (data.Paper, error) {
					return p.press(b).extract(cmd.Context(), meeting.ID, of, path)
				})
			})
		},
	}
	c.Flags().StringVar(&day, "meeting", "", "date of the meeting (default: where the motion or decision was taken; of an item, the latest closed one)")
	addOut(c, &out)
	return c
}

// extractOf finds what an extract is to be made of: a motion or a decision by its reference, else an item by its number.
func extractOf(b *book.Book, words, day string) (meeting data.Meeting, of data.ID, err error) {
	err = b.Read(func(r *book.Reading) error {
		where, found, err := recordCalled(r, strings.TrimSpace(words))
		if err != nil {
			return err
		}
		of = found
		if day == "" && where != "" {
			meeting, err = r.Meetings.Get(where)
			return err
		}
		meetings, err := r.Meetings.All()
		if err != nil {
			return err
		}
		if meeting, err = chooseMeeting(meetings, day); err != nil || of != "" {
			return err
		}
		items, err := r.Items.Of(meeting.ID)
		for id, number := range data.NumberItems(items) {
			if strings.EqualFold(number, strings.TrimSuffix(strings.TrimSpace(words), ".")) {
				of = data.ID(id)
			}
		}
		if err == nil && of == "" {
			err = data.NewProblem(fmt.Sprintf("The %s has no item %s, and the book no motion or decision of that name. Write a reference like M-2026-04, or the number of an item.", meetingWords(meeting), words), nil)
		}
		return err
	})
	return meeting, of, err
}

// recordCalled finds the motion or the decision with a reference, and where it was taken; nothing where there is none.
func recordCalled(r *book.Reading, ref string) (data.MeetingID, data.ID, error) {
	motions, err := r.Motions.Where(func(m data.Motion) bool { return strings.EqualFold(m.Ref, ref) })
	if err != nil || len(motions) > 0 {
		if err != nil {
			return "", "", err
		}
		return motions[0].Meeting, data.ID(motions[0].ID), nil
	}
	decisions, err := r.Decisions.Where(func(d data.Decision) bool { return strings.EqualFold(d.Ref, ref) })
	if err != nil || len(decisions) == 0 {
		return "", "", err
	}
	return decisions[0].Meeting, data.ID(decisions[0].ID), nil
}

func (p *program) exportLetter() *cobra.Command {
	var from, to, out string
	c := &cobra.Command{
		Use:   "letter NAME|NUMBER --out FILE",
		Short: "Write how many meetings somebody attended in a period",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withBook(func(b *book.Book) error {
				who, err := personCalled(b, args[0])
				if err != nil {
					return err
				}
				period, err := typedPeriod(from, to, data.LastYear(data.DateOf(p.now())))
				if err != nil {
					return err
				}
				return p.wrote(out, "the attendance of "+who.Name()+", "+period.String(), func(path string) (data.Paper, error) {
					return p.press(b).letter(cmd.Context(), who.ID, period, path)
				})
			})
		},
	}
	addPeriod(c, &from, &to, "twelve months ago", "today")
	addOut(c, &out)
	return c
}

// personCalled finds the one person with a membership number or a name; part of a name will do where it is one person's.
func personCalled(b *book.Book, words string) (data.Person, error) {
	var numbered, named, like []data.Person
	err := b.Read(func(r *book.Reading) error {
		all, err := r.People.All()
		number, name := data.FoldNumber(words), data.Fold(words)
		for _, p := range all {
			switch {
			case number != "" && data.FoldNumber(p.Number) == number:
				numbered = append(numbered, p)
			case data.Fold(p.Name()) == name:
				named = append(named, p)
			case name != "" && data.SearchTextOf(p.Name()).Has(strings.Fields(name)):
				like = append(like, p)
			}
		}
		return err
	})
	if err != nil {
		return data.Person{}, err
	}
	for _, found := range [][]data.Person{numbered, named, like} {
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return data.Person{}, data.NewProblem(fmt.Sprintf("%d people in the book may be called %s. Write the whole name, or the membership number.", len(found), words), nil)
		}
	}
	return data.Person{}, data.NewProblem(fmt.Sprintf("Nobody in the book is called %s. Write the name, or the membership number.", words), nil)
}

func addPeriod(c *cobra.Command, from, to *string, began, ended string) {
	c.Flags().StringVar(from, "from", "", "the first day of the period (default: "+began+")")
	c.Flags().StringVar(to, "to", "", "the last day of the period (default: "+ended+")")
}

// typedPeriod reads a period; a day that was not typed is the usual one.
func typedPeriod(from, to string, usual data.Period) (data.Period, error) {
	if err := typedDay(from, &usual.From); err != nil {
		return usual, err
	}
	if err := typedDay(to, &usual.To); err != nil {
		return usual, err
	}
	return usual, usual.Validate()
}

func (p *program) exportReport() *cobra.Command {
	var from, to, out string
	c := &cobra.Command{
		Use:   "report --out FILE",
		Short: "Write the annual report: meetings, attendance, membership, motions, officers and actions, with charts",
		Args:  exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withBook(func(b *book.Book) error {
				period, err := p.branchYear(b, from, to)
				if err != nil {
					return err
				}
				return p.wrote(out, "the annual report, "+period.String(), func(path string) (data.Paper, error) {
					return p.press(b).annual(cmd.Context(), period, path)
				})
			})
		},
	}
	addPeriod(c, &from, &to, "the last annual general meeting", "today")
	addOut(c, &out)
	return c
}

func (p *program) branchYear(b *book.Book, from, to string) (data.Period, error) {
	var period data.Period
	err := b.Read(func(r *book.Reading) error {
		years, err := r.Years(data.DateOf(p.now()))
		if err != nil {
			return err
		}
		period, err = typedPeriod(from, to, years[0])
		return err
	})
	return period, err
}

func (p *program) exportHandover() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "handover --out FILE",
		Short: "Write the summary for whoever takes the branch over: what is open, who holds what, what comes next",
		Args:  exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withBook(func(b *book.Book) error {
				return p.wrote(out, "the handover summary", func(path string) (data.Paper, error) {
					return p.press(b).handover(cmd.Context(), keptCopies(""), path)
				})
			})
		},
	}
	addOut(c, &out)
	return c
}
