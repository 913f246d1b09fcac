package app

import (
	"context"
	"io"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
	"branchbook/screens/place"
)

// A sending says which spreadsheet leaves the book, and how.
type sending struct {
	kind  data.PaperKind
	order book.TableOrder
	// laidOut gives it the columns and the template that are remembered for its recipient.
	laidOut bool
	// passphrase is asked for by what opens the file; "" for none. It is kept nowhere.
	passphrase string
}

// table writes one of the spreadsheets of data.TableKinds with the columns that are ordered, or else its own.
func (p *press) table(ctx context.Context, kind data.PaperKind, order book.TableOrder, path string) (data.Paper, error) {
	return p.send(ctx, sending{kind: kind, order: order}, path, nil)
}

// send writes a spreadsheet. report hears how many rows are set, and may be nil.
func (p *press) send(ctx context.Context, s sending, path string, report place.Report) (data.Paper, error) {
	doc, template, err := p.tableDoc(s)
	if err != nil {
		return data.Paper{}, err
	}
	house := p.house()
	house.Password = s.passphrase
	if report != nil {
		house.Progress = func(done, total int) { report(int64(done), int64(total)) }
	}
	return p.print(tablePaper(doc, s.passphrase != ""), "export the "+lowerFirst(doc.Name()), path, func(w io.Writer) error {
		if template != nil {
			return exports.FillTemplate(ctx, w, doc, *template, house)
		}
		return exports.WriteTable(ctx, w, doc, house)
	})
}

// tableDoc works the spreadsheet out, with the template that it is to fill; nil for none.
func (p *press) tableDoc(s sending) (doc data.TableDoc, template *data.Template, err error) {
	err = p.book.Read(func(r *book.Reading) (err error) {
		if s.laidOut {
			doc, template, err = r.LaidOut(s.kind, s.order)
			return err
		}
		doc, err = r.TableDoc(s.kind, s.order)
		return err
	})
	return doc, template, err
}

// tablePaper is the line of the sharing log for a spreadsheet. Its rows are kept where the next one is compared with it.
func tablePaper(doc data.TableDoc, locked bool) data.Paper {
	paper := data.Paper{
		Kind: doc.Kind, Subject: doc.Subject, Version: doc.Version, AsAt: doc.AsAt, Columns: doc.Keys(), Rows: len(doc.Rows), People: doc.People(),
		To: doc.To, Locked: locked,
	}
	if k, known := data.TableKindOf(doc.Kind); known && !k.Working {
		paper.Sent = doc.Sent()
	}
	return paper
}
