package app

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
)

func (p *program) importAttendance() *cobra.Command {
	var day string
	c := &cobra.Command{
		Use:   "attendance FILE --meeting DAY",
		Short: "Bring in who came to a meeting, from an exported attendance or a sheet filled in at the door, as one change that can be undone",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if day == "" {
				return data.NewProblem("Say to which meeting they came, with --meeting and its date.", nil)
			}
			rows, err := readRows(args[0])
			if err != nil {
				return err
			}
			listed, refused, err := data.ReadAttendance(rows)
			if err != nil {
				return err
			}
			return p.withBook(func(b *book.Book) error {
				meeting, err := meetingOn(b, day)
				if err != nil {
					return err
				}
				return p.bringInAttendance(b, meeting, filepath.Base(args[0]), listed, refused)
			})
		},
	}
	c.Flags().StringVar(&day, "meeting", "", "date of the meeting")
	return c
}

// bringInAttendance enters who came into the register of a meeting, and prints what was made of the list.
func (p *program) bringInAttendance(b *book.Book, meeting data.Meeting, file string, listed []data.ListedAttendance, refused []data.Refusal) error {
	var already int
	var unknown []data.Refusal
	entered := 0
	if len(listed) > 0 {
		if _, err := b.DatedBackup(); err != nil {
			return err
		}
		err := b.Change("bring in the attendance of "+meeting.Date.Short(), func(tx *book.Tx) error {
			in := data.AttendanceInput{Meeting: meeting}
			var err error
			if in.Register, err = tx.Events.Of(meeting.ID); err != nil {
				return err
			}
			if in.People, err = tx.People.All(); err != nil {
				return err
			}
			if in.Rules, err = tx.Rules(meeting.Date); err != nil {
				return err
			}
			var events []data.Event
			events, already, unknown = in.Enter(listed, func() data.EventID { return data.EventID(tx.NewID()) })
			entered = len(listed) - already - len(unknown)
			for _, e := range events {
				if err := tx.Events.Put(e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	refused = append(refused, unknown...)
	fmt.Fprintf(p.out, "%s: %d entered, %d already there, %d refused, for the %s.\n", file, entered, already, len(refused), meetingWords(meeting))
	for _, r := range refused {
		fmt.Fprintf(p.out, "  row %d: %s\n", r.Row, r.Reason)
	}
	return nil
}
