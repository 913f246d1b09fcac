package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"

	"branchbook/data"

	"github.com/xuri/excelize/v2"
)

// ErrMacros is below the *data.Problem of a template that brings programs with it.
var ErrMacros = errors.New("intake: workbook with macros")

const (
	templateUnzipped = 64 << 20 // bytes
	templateRows     = 60       // headings are looked for this far down
	templateCells    = 200      // and this far to the right
)

// ReadTemplate reads the first rows of the sheets of a workbook that somebody supplied to be filled. A file of another
// kind, one with macros, a protected one and a damaged one are a *data.Problem.
func ReadTemplate(name string, content []byte) (sheets []data.TemplateSheet, err error) {
	if err := refuseTemplate(name, content); err != nil {
		return nil, err
	}
	defer func() { // as in readWorkbook
		if r := recover(); r != nil {
			sheets, err = nil, damaged(fmt.Errorf("panic: %v: %w", r, ErrDamaged))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: templateUnzipped, UnzipXMLSizeLimit: templateUnzipped})
	if err != nil {
		return nil, openProblem(err)
	}
	defer f.Close()
	for _, name := range shown(f) {
		rows, err := firstRows(f, name)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, data.TemplateSheet{Name: name, Rows: rows})
	}
	return sheets, nil
}

func refuseTemplate(name string, content []byte) error {
	switch kindOf(content) {
	case kindWorkbook:
	case kindLocked:
		return openProblem(excelize.ErrWorkbookPassword)
	default:
		return data.NewProblem(name+" is not an Excel workbook (.xlsx), which a template has to be. Open it in a spreadsheet program, save it as one, and choose that.", ErrNotWorkbook)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
	}
	for _, f := range z.File {
		part := strings.ToLower(f.Name)
		if strings.Contains(part, "vbaproject") || strings.HasPrefix(part, "xl/activex/") || strings.HasPrefix(part, "xl/macrosheets/") {
			return data.NewProblem(name+" holds macros, which are programs, and Branchbook passes none on. Open it in a spreadsheet program, save it as a plain workbook (.xlsx), and choose that.", ErrMacros)
		}
	}
	return nil
}

// ErrNotWorkbook is below the *data.Problem of a template that is no workbook.
var ErrNotWorkbook = errors.New("intake: not a workbook")

func firstRows(f *excelize.File, sheet string) ([][]string, error) {
	r, err := f.Rows(sheet)
	if err != nil {
		return nil, damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
	}
	defer r.Close()
	var rows [][]string
	for len(rows) < templateRows && r.Next() {
		cells, err := r.Columns()
		if err != nil {
			return nil, damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
		}
		cells = cells[:min(len(cells), templateCells)]
		for i := range cells {
			cells[i] = oneLine(cells[i])
		}
		rows = append(rows, cells)
	}
	if err := r.Error(); err != nil {
		return nil, damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
	}
	return rows, nil
}
