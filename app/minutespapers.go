package app

import (
	"context"
	"io"
	"path/filepath"

	"branchbook/data"
	"branchbook/exports"
	"branchbook/screens/members"
	"branchbook/screens/settings"
)

var (
	_ members.Papers  = paperRoom{}
	_ settings.Papers = paperRoom{}
)

var pictureFiles = fileKind{"Pictures", []string{"png", "jpg", "jpeg"}}

// PublicMinutes exports the minutes of a meeting for everyone to read.
func (p paperRoom) PublicMinutes(meeting data.MeetingID, then func(data.Paper, error)) {
	p.ofMeeting("Save the public minutes (.docx for Word, .pdf for PDF)", data.PublicMinutesPaper, meeting, (*press).publicMinutes, then)
}

// Extract exports one item or record of the minutes of a meeting.
func (p paperRoom) Extract(meeting data.MeetingID, of data.ID, then func(data.Paper, error)) {
	p.ofMeeting("Save the extract (.docx for Word, .pdf for PDF)", data.ExtractPaper, meeting, func(press *press, ctx context.Context, m data.MeetingID, path string) (data.Paper, error) {
		return press.extract(ctx, m, of, path)
	}, then)
}

// AttendanceLetter exports the letter about somebody's attendance in a period.
func (p paperRoom) AttendanceLetter(who data.PersonID, period data.Period, done func(data.Paper, error)) {
	p.save("Save the letter (.docx for Word, .pdf for PDF)", exports.FileName(data.LetterPaper, period.To, 0), func(press *press, ctx context.Context, path string) (data.Paper, error) {
		return press.letter(ctx, who, period, path)
	}, done)
}

// AnnualReport exports the report of a year.
func (p paperRoom) AnnualReport(period data.Period, then func(data.Paper, error)) {
	p.save("Save the annual report (.docx for Word, .pdf for PDF)", exports.FileName(data.AnnualReport, period.To, 0), func(press *press, ctx context.Context, path string) (data.Paper, error) {
		return press.annual(ctx, period, path)
	}, then)
}

// Handover exports the summary for whoever takes the branch over.
func (p paperRoom) Handover(then func(data.Paper, error)) {
	places := keptCopies(safeCopies(p).SecondPlace())
	p.save("Save the handover summary (.docx for Word, .pdf for PDF)", exports.FileName(data.HandoverPaper, p.today(), 0), func(press *press, ctx context.Context, path string) (data.Paper, error) {
		return press.handover(ctx, places, path)
	}, then)
}

// ChooseLogo asks for a picture and looks at it.
func (p paperRoom) ChooseLogo(then func(name string, content []byte, err error)) {
	p.h.w.files.open("Choose the logo", pictureFiles, func(path string) {
		content, err := readPicture(path)
		then(filepath.Base(path), content, err)
	})
}

var wordTemplateFiles = fileKind{"Word documents", []string{"docx", "dotx"}}

// ChooseWordTemplate asks for a Word document with fields and looks at it.
func (p paperRoom) ChooseWordTemplate(then func(name string, content []byte, says string, err error)) {
	p.h.w.files.open("Choose the template for minutes", wordTemplateFiles, func(path string) {
		content, err := readWhole(path)
		if err != nil {
			then("", nil, "", err)
			return
		}
		template, err := exports.Template(content)
		then(filepath.Base(path), content, data.UnknownFields(template.Fields()), err)
	})
}

// readPicture reads the file of a logo as the book is to keep it.
func readPicture(path string) ([]byte, error) {
	content, err := readWhole(path)
	if err != nil {
		return nil, err
	}
	return exports.TidyLogo(content)
}

// readWhole reads a file that the book may keep. Of one that is too large it reads no more than shows that.
func readWhole(path string) ([]byte, error) {
	f, _, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, data.MaxFile+1))
	if err != nil {
		return nil, data.NewProblem(filepath.Base(path)+" could not be read to its end. Copy it to this computer and try again.", err)
	}
	return content, nil
}
