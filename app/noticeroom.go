package app

import (
	"context"

	"branchbook/data"
	"branchbook/exports"
)

// Notice exports the notice of a meeting.
func (p paperRoom) Notice(meeting data.MeetingID, then func(data.Paper, error)) {
	p.ofMeeting("Save the notice (.docx for Word, .pdf for PDF, .txt for plain text)", data.NoticePaper, meeting, (*press).notice, then)
}

// Agenda exports the agenda of a meeting.
func (p paperRoom) Agenda(meeting data.MeetingID, then func(data.Paper, error)) {
	p.ofMeeting("Save the agenda (.docx for Word, .pdf for PDF)", data.AgendaPaper, meeting, (*press).agenda, then)
}

// SignIn exports the sheet for the door.
func (p paperRoom) SignIn(meeting data.MeetingID, numbers bool, then func(data.Paper, error)) {
	p.ofMeeting("Save the sign-in sheet (.pdf for PDF, .docx for Word)", data.SignInPaper, meeting,
		func(press *press, ctx context.Context, id data.MeetingID, path string) (data.Paper, error) {
			return press.signIn(ctx, id, numbers, path)
		}, then)
}

// Mail exports the notice as a message.
func (p paperRoom) Mail(meeting data.MeetingID, then func(data.Paper, error)) {
	p.ofMeeting("Save the e-mail", data.MailPaper, meeting, (*press).mail, then)
}

// Labels exports address labels.
func (p paperRoom) Labels(meeting data.MeetingID, sheet string, then func(data.Paper, error)) {
	p.ofMeeting("Save the labels (.pdf for PDF, .docx for Word)", data.LabelsPaper, meeting,
		func(press *press, ctx context.Context, id data.MeetingID, path string) (data.Paper, error) {
			return press.labels(ctx, id, sheet, path)
		}, then)
}

// LabelSheets names the sheets of labels that can be printed on.
func (p paperRoom) LabelSheets() []string { return exports.LabelSheets() }

// Calendar exports a meeting as an entry for a calendar.
func (p paperRoom) Calendar(meeting data.MeetingID, then func(data.Paper, error)) {
	p.ofMeeting("Save the calendar entry", data.CalendarPaper, meeting, (*press).calendar, then)
}
