package intake

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"branchbook/data"

	"github.com/xuri/excelize/v2"
)

// readWorkbook reads one sheet of an xlsx workbook.
func readWorkbook(content []byte, choice Choice) (t Table, err error) {
	// excelize has met tens of thousands of damaged files without a panic; should one be left, the minute book that
	// is open meanwhile must not go down with it.
	defer func() {
		if r := recover(); r != nil {
			t, err = Table{}, damaged(fmt.Errorf("panic: %v: %w", r, ErrDamaged))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		UnzipSizeLimit: maxUnzipped,
		// The same limit, since excelize unpacks what is above this one into a temporary file, in clear.
		UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return Table{}, openProblem(err)
	}
	defer f.Close()
	return sheetTable(f, choice)
}

func openProblem(err error) error {
	if strings.Contains(err.Error(), "unzip size exceeds") {
		return tooLarge(fmt.Errorf("%w: %w", ErrTooLarge, err))
	}
	if errors.Is(err, excelize.ErrWorkbookPassword) {
		return data.NewProblem("The spreadsheet is protected with a password. Open it, save a copy without the password, and bring in the copy.", ErrPassword)
	}
	return damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
}

func damaged(cause error) error {
	return data.NewProblem("The spreadsheet is damaged, or not whole. Fetch it again, or open it in a spreadsheet program and save a new copy.", cause)
}

// sheetTable reads the chosen sheet, or else the one with the most headings that are known.
func sheetTable(f *excelize.File, choice Choice) (Table, error) {
	sheets := shown(f)
	candidates := sheets
	if choice.Sheet != "" {
		if !slices.Contains(sheets, choice.Sheet) {
			return Table{}, data.NewProblem("The spreadsheet has no sheet of that name. Choose another.", ErrNoSheet)
		}
		candidates = []string{choice.Sheet}
	}
	var best Table
	bestErr := error(data.NewProblem("The spreadsheet has nothing in it. Export the list again, and look at it before you bring it in.", ErrEmpty))
	bestScore := -1
	for _, sheet := range candidates {
		rows, err := sheetRows(f, sheet)
		if err != nil {
			if bestScore < 0 {
				bestErr = err
			}
			continue
		}
		t, err := layOut(rows, choice)
		t.Sheet, t.How = sheet, "sheet "+sheet
		// A sheet without headings is better than none, since the secretary can point at the row.
		score := 0
		switch {
		case err == nil:
			score = 1 + knownIn(t.Headings)
		case t.Rows == nil:
			score = -1
		}
		if score > bestScore {
			best, bestErr, bestScore = t, err, score
		}
	}
	if bestScore >= 0 {
		best.Sheets = sheets
	}
	return best, bestErr
}

// shown returns the sheets that somebody opening the workbook would see.
func shown(f *excelize.File) []string {
	var out []string
	for _, sheet := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(sheet); err == nil && visible {
			out = append(out, sheet)
		}
	}
	return out
}

// sheetRows reads a sheet twice side by side, as it stores its cells and as it shows them, since neither is enough: a
// date is stored as a count of days, and a long number is shown as 1.23E+07.
func sheetRows(f *excelize.File, sheet string) ([]Row, error) {
	stored, err := f.Rows(sheet)
	if err != nil {
		return nil, damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
	}
	defer stored.Close()
	shown, err := f.Rows(sheet)
	if err != nil {
		return nil, damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
	}
	defer shown.Close()
	props, err := f.GetWorkbookProps()
	from1904 := err == nil && props.Date1904 != nil && *props.Date1904

	var rows []Row
	cells := 0
	for number := 1; stored.Next() && shown.Next(); number++ {
		raw, err := stored.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, damaged(fmt.Errorf("row %d: %w: %w", number, ErrDamaged, err))
		}
		face, err := shown.Columns()
		if err != nil {
			return nil, damaged(fmt.Errorf("row %d: %w: %w", number, ErrDamaged, err))
		}
		if cells += len(raw); cells > maxCells || len(rows) >= maxRows {
			return nil, tooLarge(fmt.Errorf("row %d, %d cells: %w", number, cells, ErrTooLarge))
		}
		row := Row{Number: number, Cells: make([]string, len(raw))}
		blank := true
		for i, r := range raw {
			if i < len(face) {
				r = cellText(r, face[i], from1904)
			}
			row.Cells[i] = r
			blank = blank && r == ""
		}
		// Formatting alone can make a sheet a million rows long.
		if !blank {
			rows = append(rows, row)
		}
	}
	if err := errors.Join(stored.Error(), shown.Error()); err != nil {
		return nil, damaged(fmt.Errorf("%w: %w", ErrDamaged, err))
	}
	return rows, nil
}

// cellText chooses between what a cell stores and what it shows: a date becomes ISO text, a number is written out in
// full, and everything else is what it shows.
func cellText(stored, shown string, from1904 bool) string {
	n, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return shown
	}
	if shown != stored {
		if day, ok := dateShown(n, shown, from1904); ok {
			return day
		}
	}
	if !shortened.MatchString(shown) {
		return shown
	}
	full := strconv.FormatFloat(n, 'f', -1, 64)
	mantissa, _, _ := strings.Cut(strings.ToUpper(shown), "E")
	// A number with no more digits than its short form shows was most likely shortened before it came here, and one of
	// sixteen has lost the last of them to the spreadsheet: they stay as they look, for Read to doubt.
	if has := digits(full); has <= digits(mantissa) && has <= 3 || has > 15 {
		return shown
	}
	return full
}

// digits counts the digits that mean something: without the zeros at either end.
func digits(number string) int {
	return len(strings.Trim(strings.ReplaceAll(number, ".", ""), "-+0"))
}

// shortened is a number as spreadsheets shorten it: 1.23E+07.
var shortened = regexp.MustCompile(`^[+-]?\d(?:[.,]\d+)?[Ee]\+?\d{1,3}$`)

var dateParts = regexp.MustCompile(`\d+|\pL+`)

// dateShown returns the day as ISO text when what the cell shows spells the day that its number stands for. Styles are
// no sure sign: systems write dates in formats of their own, which this reads as a person would.
func dateShown(n float64, shown string, from1904 bool) (string, bool) {
	if n < 1 || n > 2_958_465 {
		return "", false
	}
	at, err := excelize.ExcelDateToTime(n, from1904)
	if err != nil {
		return "", false
	}
	at = at.Round(time.Second)
	var day, month, year bool
	for _, part := range dateParts.FindAllString(shown, -1) {
		number, err := strconv.Atoi(part)
		switch {
		case err != nil:
			name := strings.ToLower(part)
			month = month || len(name) >= 3 && strings.HasPrefix(strings.ToLower(at.Month().String()), name)
		case len(part) == 4 && number == at.Year():
			year = true
		case !day && len(part) <= 2 && number == at.Day():
			day = true
		case !month && len(part) <= 2 && number == int(at.Month()):
			month = true
		case !year && len(part) == 2 && number == at.Year()%100:
			year = true
		case number != at.Hour() && number != (at.Hour()+11)%12+1 && number != at.Minute() && number != at.Second():
			return "", false
		}
	}
	if !month || !day && !year {
		return "", false
	}
	if at.Hour() == 0 && at.Minute() == 0 {
		return at.Format("2006-01-02"), true
	}
	return at.Format("2006-01-02 15:04"), true
}
