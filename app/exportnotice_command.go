package app

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
)

// exportsBefore are the commands for the papers before a meeting.
func (p *program) exportsBefore() []*cobra.Command {
	numbers, sheet := true, ""
	signIn := p.exportBefore("sign-in", "Write the sheet for the door, as a Word document or a PDF",
		func(press *press, ctx context.Context, id data.MeetingID, out string) (data.Paper, error) {
			return press.signIn(ctx, id, numbers, out)
		})
	signIn.Flags().BoolVar(&numbers, "numbers", true, "with membership numbers")
	labels := p.exportBefore("labels", "Write address labels for those without an e-mail address, as a Word document or a PDF",
		func(press *press, ctx context.Context, id data.MeetingID, out string) (data.Paper, error) {
			return press.labels(ctx, id, sheet, out)
		})
	labels.Flags().StringVar(&sheet, "sheet", exports.LabelSheets()[0], "which sheet of labels: "+strings.Join(exports.LabelSheets(), " or "))
	return []*cobra.Command{
		p.exportBefore("notice", "Write the notice of a meeting as a Word document, or as a PDF or plain text when FILE ends in .pdf or .txt", (*press).notice),
		p.exportBefore("agenda", "Write the agenda of a meeting as a Word document, or as a PDF when FILE ends in .pdf", (*press).agenda),
		signIn, labels,
		p.exportBefore("e-mail", "Write the notice as a message (.eml) with the members' addresses in BCC", (*press).mail),
		p.exportBefore("calendar", "Write a meeting as a calendar entry (.ics)", (*press).calendar),
	}
}

// exportBefore is the command for a paper about a meeting that is still to come.
func (p *program) exportBefore(kind, short string, write func(*press, context.Context, data.MeetingID, string) (data.Paper, error)) *cobra.Command {
	return p.ofMeeting(kind, short, "the next one that is planned", p.nextMeeting, func(ctx context.Context, b *book.Book, m data.Meeting, out string) error {
		paper, err := write(p.press(b), ctx, m.ID, out)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.out, "%s: %s for the %s, %s.\n", paper.File, kind, meetingWords(m), data.NumberOf(paper.People, "person", "people"))
		return nil
	})
}

// nextMeeting finds the meeting of a day that was typed, or the next one when none was.
func (p *program) nextMeeting(b *book.Book, day string) (data.Meeting, error) {
	if day != "" {
		return meetingOn(b, day)
	}
	var next data.Meeting
	err := b.Read(func(r *book.Reading) error {
		m, found, err := r.Meetings.Next(data.DateOf(p.now()))
		if err == nil && !found {
			err = data.NewProblem("No meeting is planned. Name the date of one with --meeting.", nil)
		}
		next = m
		return err
	})
	return next, err
}
