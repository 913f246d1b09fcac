package app

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
)

// calling gathers what the papers before a meeting rest on.
func (p *press) calling(meeting data.MeetingID) (data.CallingInput, error) {
	var in data.CallingInput
	err := p.book.Read(func(r *book.Reading) (err error) {
		in, err = r.Calling(meeting, data.DateOf(p.now()))
		return err
	})
	return in, err
}

// before enters a paper about a meeting that is still to come.
func before(kind data.PaperKind, in data.CallingInput, people int) data.Paper {
	return data.Paper{Kind: kind, Subject: data.ID(in.Meeting.ID), People: people}
}

// notice writes the notice of a meeting as a Word document, or as a PDF or plain text where the path ends so.
func (p *press) notice(ctx context.Context, meeting data.MeetingID, path string) (data.Paper, error) {
	in, err := p.calling(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	doc := data.NewNotice(in)
	write := inForm(ctx, p, path, doc, exports.WriteNotice, exports.WriteNoticePDF)
	if strings.EqualFold(filepath.Ext(path), ".txt") {
		write = func(w io.Writer) error { return exports.WriteNoticeText(ctx, w, doc) }
	}
	return p.print(before(data.NoticePaper, in, doc.People), "export the notice of "+doc.On.Short(), path, write)
}

// agenda writes the agenda of a meeting as a Word document, or as a PDF where the path ends so.
func (p *press) agenda(ctx context.Context, meeting data.MeetingID, path string) (data.Paper, error) {
	in, err := p.calling(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	doc := data.NewAgenda(in)
	return p.print(before(data.AgendaPaper, in, doc.People), "export the agenda of "+doc.On.Short(), path, inForm(ctx, p, path, doc, exports.WriteAgenda, exports.WriteAgendaPDF))
}

// signIn writes the sheet for the door, with membership numbers or with room to tick a card, as a Word document, or as a
// PDF where the path ends so.
func (p *press) signIn(ctx context.Context, meeting data.MeetingID, numbers bool, path string) (data.Paper, error) {
	in, err := p.calling(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	doc := data.NewSignIn(in, numbers)
	paper := before(data.SignInPaper, in, doc.People)
	paper.Columns, paper.Rows = doc.Columns, len(doc.Rows)
	return p.print(paper, "export the sign-in sheet of "+doc.On.Short(), path, inForm(ctx, p, path, doc, exports.WriteSignIn, exports.WriteSignInPDF))
}

// labels writes the address labels of those whom no e-mail reaches, on sheets that exports names, as a Word document, or as
// a PDF where the path ends so.
func (p *press) labels(ctx context.Context, meeting data.MeetingID, sheet, path string) (data.Paper, error) {
	in, err := p.calling(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	mailing := data.NewMailing(in)
	paper := before(data.LabelsPaper, in, len(mailing.Post))
	paper.Rows = len(mailing.Post)
	return p.print(paper, "export the address labels for "+mailing.On.Short(), path, func(w io.Writer) error {
		if isPDF(path) {
			return exports.WriteLabelsPDF(ctx, w, mailing, sheet, p.house())
		}
		return exports.WriteLabels(ctx, w, mailing, sheet, p.house())
	})
}

// mail writes the notice as a message for a mail program to send.
func (p *press) mail(ctx context.Context, meeting data.MeetingID, path string) (data.Paper, error) {
	in, err := p.calling(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	mailing := data.NewMailing(in)
	paper := before(data.MailPaper, in, mailing.Members)
	paper.Rows = len(mailing.Addresses)
	return p.print(paper, "export the e-mail to members for "+mailing.On.Short(), path, func(w io.Writer) error {
		return exports.WriteMail(ctx, w, mailing, p.house())
	})
}

// calendar writes a meeting as an entry for a calendar.
func (p *press) calendar(ctx context.Context, meeting data.MeetingID, path string) (data.Paper, error) {
	in, err := p.calling(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	paper := before(data.CalendarPaper, in, data.NewNotice(in).People)
	return p.print(paper, "export the calendar entry of "+in.Meeting.Date.Short(), path, func(w io.Writer) error {
		return exports.WriteCalendar(ctx, w, data.NewCalendarEntry(in), p.house())
	})
}
