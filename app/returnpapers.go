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

// ExportText exports a paper for reading in the form that is wanted. For Word it asks nothing first, since Word shows every word.
func (p paperRoom) ExportText(t returns.Text, done func(data.Paper, error)) {
	title, on := "Save the annual report (.docx for Word, .pdf for PDF)", t.Period.To
	if t.Kind == data.MinutesPaper {
		evening, err := p.h.press.evening(t.Meeting)
		if err != nil {
			done(data.Paper{}, err)
			return
		}
		title, on = "Save the minutes (.docx for Word, .pdf for PDF)", evening.Meeting.Date
	}
	name := exports.FileName(t.Kind, on, 0)
	if t.PDF {
		stem, _ := readable(name)
		p.save(title, stem+".pdf", printText(t), done)
		return
	}
	p.saveTold(title, name, func(ctx context.Context, path string, _ place.Report) (data.Paper, error) {
		return printText(t)(p.h.press, ctx, path)
	}, done)
}

// Unprintable says what a PDF of a paper for reading cannot show.
func (p paperRoom) Unprintable(t returns.Text) string { return p.h.press.unprintable(printText(t)) }

func printText(t returns.Text) printing {
	return func(press *press, ctx context.Context, path string) (data.Paper, error) {
		if t.Kind == data.AnnualReport {
			return press.annual(ctx, t.Period, path)
		}
		return press.minutes(ctx, t.Meeting, path)
	}
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
