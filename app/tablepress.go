package app

import (
	"context"
	"io"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
)

// table writes one of the spreadsheets of data.TableKinds.
func (p *press) table(ctx context.Context, kind data.PaperKind, order book.TableOrder, path string) (data.Paper, error) {
	var doc data.TableDoc
	err := p.book.Read(func(r *book.Reading) (err error) {
		doc, err = r.TableDoc(kind, order)
		return err
	})
	if err != nil {
		return data.Paper{}, err
	}
	return p.printTable(ctx, doc, path)
}

// printTable writes a spreadsheet as it was previewed.
func (p *press) printTable(ctx context.Context, doc data.TableDoc, path string) (data.Paper, error) {
	paper := data.Paper{Kind: doc.Kind, Subject: doc.Subject, Version: doc.Version, Rows: len(doc.Rows), People: doc.People(), To: doc.To}
	for _, c := range doc.Columns {
		paper.Columns = append(paper.Columns, c.Key)
	}
	return p.print(paper, "export the "+lowerFirst(doc.Name()), path, func(w io.Writer) error {
		return exports.WriteTable(ctx, w, doc, p.house())
	})
}
