package app

import (
	"context"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/exports"
)

// motions writes the register of motions as a spreadsheet with every column, so that it can be read back whole; a public
// one names nobody.
func (p *press) motions(ctx context.Context, public bool, path string) (data.Paper, error) {
	kind, _ := data.TableKindOf(data.MotionsPaper)
	return p.table(ctx, kind.Kind, book.TableOrder{AsAt: data.DateOf(p.now()), Public: public, Columns: kind.Keys()}, path)
}

// motion writes one motion as a Word document, or as a PDF where the path ends so, with who moved and seconded it where
// that is wanted.
func (p *press) motion(ctx context.Context, motion data.MotionID, named bool, path string) (data.Paper, error) {
	var doc data.MotionPaperDoc
	err := p.book.Read(func(r *book.Reading) (err error) {
		doc, err = r.MotionPaper(motion, data.DateOf(p.now()), named)
		return err
	})
	if err != nil {
		return data.Paper{}, err
	}
	paper := data.Paper{Kind: data.MotionPaper, Subject: data.ID(motion), People: doc.People}
	return p.print(paper, "export "+doc.Ref, path, inForm(ctx, p, path, doc, exports.WriteMotionPaper, exports.WriteMotionPaperPDF))
}
