package app

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
	"branchbook/exports/page"
)

// A press makes papers: it gathers what a paper holds from the book, writes the file whole or not at all, and enters it
// in the sharing log.
type press struct {
	book *book.Book
	now  func() time.Time
	// proofs has it set papers as it would write them, and write none: no file, no line in the log.
	proofs bool
}

// A printing makes one paper at a path.
type printing func(p *press, ctx context.Context, path string) (data.Paper, error)

// unprintable says which words of a paper a PDF has no letters for, and that Word has them; "" where it shows every word. It
// is the sentence with which the PDF itself would be refused, so that it can be said beforehand.
func (p *press) unprintable(make printing) string {
	proof := *p
	proof.proofs = true
	if _, err := make(&proof, context.Background(), "proof.pdf"); errors.Is(err, page.ErrLetters) {
		return data.Say(err)
	}
	return ""
}

func (p *program) press(b *book.Book) *press { return &press{book: b, now: p.now} }

// isPDF says whether a file is to be a PDF; the ending that was typed decides.
func isPDF(path string) bool { return strings.EqualFold(filepath.Ext(path), ".pdf") }

// A writer sets a paper in one form on a file.
type writer[T any] func(context.Context, io.Writer, T, exports.House) error

// inForm writes a paper as a PDF where the path ends so, else as a Word document.
func inForm[T any](ctx context.Context, p *press, path string, doc T, word, pdf writer[T]) func(io.Writer) error {
	house := p.house()
	if isPDF(path) {
		word = pdf
	}
	return func(w io.Writer) error { return word(ctx, w, doc, house) }
}

// minutes writes the minutes of a meeting as a Word document, or as a PDF where the path ends so.
func (p *press) minutes(ctx context.Context, meeting data.MeetingID, path string) (data.Paper, error) {
	evening, err := p.evening(meeting)
	if err != nil {
		return data.Paper{}, err
	}
	paper := data.Paper{Kind: data.MinutesPaper, Subject: data.ID(meeting), People: evening.Attendance().People()}
	return p.printMinutes(ctx, paper, "export the minutes of "+evening.Meeting.Date.Short(), path, evening.HouseMinutes())
}

// attendance writes who came to a meeting as a spreadsheet.
func (p *press) attendance(ctx context.Context, meeting data.MeetingID, path string) (data.Paper, error) {
	return p.table(ctx, data.AttendancePaper, book.TableOrder{Meeting: meeting, AsAt: data.DateOf(p.now())}, path)
}

// backup writes a copy of the book and proves it by reading it back. The paper's Rows are the records in it.
func (p *press) backup(path string) (data.Paper, error) {
	if err := p.book.Flush(); err != nil {
		return data.Paper{}, err
	}
	rows := 0
	paper := data.Paper{Kind: data.BackupPaper}
	return p.print(paper, "back up the book", path, func(w io.Writer) error {
		counts, err := p.book.Backup(w)
		rows = int(counts.Records)
		return err
	}, func(paper *data.Paper) { paper.Rows = rows })
}

// dump writes the whole book in the clear, which enters the sharing log like any other paper.
func (p *press) dump(w io.Writer) error {
	if err := p.book.Dump(w); err != nil {
		return err
	}
	_, err := p.enter(data.Paper{Kind: data.DumpPaper}, "dump the whole book")
	return err
}

func (p *press) evening(meeting data.MeetingID) (data.Evening, error) {
	var evening data.Evening
	err := p.book.Read(func(r *book.Reading) (err error) {
		evening, err = r.Evening(meeting)
		return err
	})
	return evening, err
}

// print writes the file and enters the paper in the sharing log.
func (p *press) print(paper data.Paper, what, path string, write func(io.Writer) error, finish ...func(*data.Paper)) (data.Paper, error) {
	if p.proofs {
		return paper, write(io.Discard)
	}
	hash, err := writeFile(path, write)
	if err != nil {
		return data.Paper{}, err
	}
	paper.File, paper.Hash = filepath.Base(path), hash
	for _, f := range finish {
		f(&paper)
	}
	return p.enter(paper, what)
}

// enter puts a paper in the sharing log.
func (p *press) enter(paper data.Paper, what string) (data.Paper, error) {
	paper.Made = p.now().UTC().Truncate(time.Second)
	err := p.book.Change(what, func(tx *book.Tx) error {
		before, err := tx.Papers.Of(paper.Kind, paper.Subject)
		if err != nil {
			return err
		}
		paper.ID = data.PaperID(tx.NewID())
		if paper.Version == 0 {
			paper.Version = len(before) + 1
		}
		if len(before) > 0 {
			paper.Supersedes = before[len(before)-1].ID
		}
		return tx.Papers.Put(paper)
	})
	return paper, err
}

// prove reads a backup file back with the passphrase, and says how many records it holds.
func prove(path, secret string) (book.Counts, error) {
	f, size, err := openFile(path)
	if err != nil {
		return book.Counts{}, err
	}
	defer f.Close()
	return book.Prove(f, size, secret)
}

func lowerFirst(s string) string {
	if s == "" || strings.HasPrefix(s, "AGM") {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
