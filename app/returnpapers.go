package app

import (
	"context"
	"path/filepath"

	"branchbook/data"
	"branchbook/data/intake"
	"branchbook/exports"
	"branchbook/screens/place"
	"branchbook/screens/returns"
)

var _ returns.Papers = paperRoom{}

var templateFiles = fileKind{"Excel workbooks", []string{"xlsx"}}

// ExportTable exports a spreadsheet as it is remembered for its recipient.
func (p paperRoom) ExportTable(o returns.Order, done func(data.Paper, error)) {
	s := sending{kind: o.Kind, order: o.Table, laidOut: true, passphrase: o.Passphrase}
	doc, _, err := p.h.press.tableDoc(s)
	if err != nil {
		done(data.Paper{}, err)
		return
	}
	p.saveTold("Save the "+lowerFirst(doc.Title), exports.FileName(doc.Kind, doc.AsAt, doc.Version), func(ctx context.Context, path string, report place.Report) (data.Paper, error) {
		return p.h.press.send(ctx, s, path, report)
	}, done)
}

// ChooseTemplate asks for a workbook that a recipient supplied, and reads where its headings may be.
func (p paperRoom) ChooseTemplate(then func(name string, content []byte, sheets []data.TemplateSheet, err error)) {
	p.h.w.files.open("Choose the template", templateFiles, func(path string) {
		name := filepath.Base(path)
		content, err := readFile(path, listLimit)
		if err != nil {
			then(name, nil, nil, err)
			return
		}
		sheets, err := intake.ReadTemplate(name, content)
		then(name, content, sheets, err)
	})
}
