// Package exports makes what leaves the book: one file for each paper. It turns what package data worked out into a
// Word document, a PDF or a spreadsheet on an io.Writer; it decides nothing about what a paper holds, and knows no paths.
//
// What has reached the writer is a whole paper only once the function has returned nil: write to a temporary file, and
// rename it then.
package exports

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/exports/page"
	"branchbook/exports/sheet"
)

// A House is what the papers of a branch have in common that is not in the book's records.
type House struct {
	// Made is when the paper is made, in the secretary's own zone; it stands in the file's properties. The zero time
	// leaves it out.
	Made time.Time
	// Password, when not empty, is asked for by whatever opens a spreadsheet. It is a courtesy, not protection.
	Password string
	// Logo stands at the head of papers that people read; the zero Picture for none.
	Logo page.Picture
	// Template is what minutes are set into as Word documents; the zero Template for none. CLP fills its field of that name.
	Template page.Template
	CLP      string
	// Progress, when not nil, hears how many rows of a spreadsheet are set, of how many.
	Progress func(done, total int)
}

// paper gives a document what all papers of the house have: when it was made, and the logo at its head.
func (h House) paper(d page.Document) page.Document {
	d.Created = h.Made
	for i, b := range d.Blocks {
		if head, is := b.(page.Masthead); is {
			head.Logo = h.Logo
			d.Blocks[i] = head
			break
		}
	}
	return d
}

// Logo takes the file of a logo. says describes it for those who cannot see it. The error is a *data.Problem.
func Logo(file []byte, says string) (page.Picture, error) {
	p, err := page.NewPicture(file, says)
	return p, logoProblem(err)
}

// TidyLogo returns the file of a logo as the book is to keep it: no larger than print needs, and without what cameras and
// programs write into pictures. The error is a *data.Problem.
func TidyLogo(file []byte) ([]byte, error) {
	tidy, err := page.Tidied(file)
	return tidy, logoProblem(err)
}

// Template takes a Word document with named fields that minutes are to be set into. The error is a *data.Problem.
func Template(file []byte) (page.Template, error) {
	t, err := page.ReadTemplate(file)
	switch {
	case len(file) > data.MaxFile || errors.Is(err, page.ErrTooLarge):
		return page.Template{}, data.NewProblem(fmt.Sprintf("The template is too large: a page with fields needs no more than %d KB. Take pictures out of it, and choose it again.", data.MaxFile>>10), err)
	case errors.Is(err, page.ErrMacros):
		return page.Template{}, data.NewProblem("The template holds macros, an embedded object or something that is loaded from elsewhere, and papers never do. Save it as a plain Word document (.docx) without them.", err)
	case errors.Is(err, page.ErrNoBody):
		return page.Template{}, data.NewProblem("The template must have {{body}} once, on a line of its own, where the minutes are to stand. Write it there, and choose the file again.", err)
	case err != nil:
		return page.Template{}, data.NewProblem("This file is no Word document that can be a template. Save it as a Word document (.docx), and choose that file.", err)
	}
	return t, nil
}

func logoProblem(err error) error {
	switch {
	case errors.Is(err, page.ErrPictureLarge):
		return data.NewProblem(fmt.Sprintf("The logo is too large: a picture may have at most %d KB, and %d pixels a side. Save a smaller version of it, and choose that one.",
			page.MaxPicture>>10, page.MaxSide), err)
	case err != nil:
		return data.NewProblem("This file is no PNG or JPEG picture that can be read. Save the logo as one of the two, and choose that file.", err)
	}
	return nil
}

// tellEvery is how many rows go by between two reports.
const tellEvery = 200

func (h House) tell(done, total int) {
	if h.Progress != nil && (done%tellEvery == 0 || done == total) {
		h.Progress(done, total)
	}
}

// FileName returns what a paper is called when it is saved: "minutes-2026-05-14.docx", "delegates-2026-06-18-v1.xlsx".
// It names no person and no branch, since a file's name is read by anyone who sees the screen or the attachment. The
// version is part of the names of returns alone; below 1 it is left out.
func FileName(kind data.PaperKind, on data.Date, version int) string {
	name := fileStem(kind)
	if !on.IsZero() {
		name += "-" + on.ISO()
	}
	switch kind {
	case data.DelegateReturn, data.OfficersReturn, data.NominationsPaper:
		if version > 0 {
			name += fmt.Sprintf("-v%d", version)
		}
	}
	return name + fileEnding(kind)
}

// fileStem is the kind as a file has it, where its own words are too long for a name.
func fileStem(kind data.PaperKind) string {
	switch kind {
	case data.MotionsPaper:
		return "motions"
	case data.OfficersReturn:
		return "officers"
	case data.NominationsPaper:
		return "nominations"
	case data.DelegateReturn:
		return "delegates"
	case data.DoorListPaper:
		return "no-vote"
	case data.MailPaper:
		return "notice"
	case data.CalendarPaper:
		return "meeting"
	case data.BallotFile:
		return "ballots"
	}
	return strings.ReplaceAll(string(kind), " ", "-")
}

// fileEnding is the form that a paper usually has. Papers that are printed as they are are PDF files.
func fileEnding(kind data.PaperKind) string {
	switch kind {
	case data.BallotsPaper, data.TellersPaper, data.SignInPaper, data.LabelsPaper:
		return ".pdf"
	case data.MailPaper:
		return ".eml"
	case data.CalendarPaper:
		return ".ics"
	case data.BallotFile:
		return ".blt"
	case data.BackupPaper:
		return ".zip"
	case data.DumpPaper:
		return ".json"
	case data.MinutesPaper, data.MotionPaper, data.ResultPaper, data.NoticePaper, data.AgendaPaper,
		data.PublicMinutesPaper, data.ExtractPaper, data.LetterPaper, data.AnnualReport, data.HandoverPaper:
		return ".docx"
	}
	return ".xlsx"
}

// workbook begins a spreadsheet in the house style.
func (h House) workbook(ctx context.Context, w io.Writer, title, subject, author, version string) *sheet.Workbook {
	return sheet.New(ctx, w, sheet.Properties{
		Title: title, Subject: subject, Author: author, Version: version, Created: h.Made, Password: h.Password,
	})
}

// set writes a document of text in one format or another.
func set(ctx context.Context, w io.Writer, write func(io.Writer, page.Document) error, what string, d page.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := write(w, d)
	switch {
	case errors.Is(err, page.ErrLetters):
		return data.NewProblem(fmt.Sprintf("A PDF cannot show these words: %s. Save the paper as a Word document (.docx) instead, which can.",
			strings.Join(page.Unprintable(d), " ")), err)
	case err != nil:
		return fmt.Errorf("exports: %s: %w", what, err)
	}
	return ctx.Err()
}

// inWords turns an error of the writers that a secretary can do something about into a sentence.
func inWords(err error) error {
	var long *sheet.LongText
	if errors.As(err, &long) {
		return data.NewProblem(fmt.Sprintf("The text in column %s, row %d of “%s” is too long for a spreadsheet, which holds 32,767 characters in a cell. Shorten it in the book and export again.",
			long.Column, long.Row, long.Sheet), err)
	}
	return err
}

// facts sets a page's facts, one under the other.
func facts(p *sheet.Page, all []data.Fact) {
	for _, f := range all {
		p.Fact(f.Label, f.Value)
	}
}
