package sheet

import (
	"fmt"
	"reflect"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
)

// A Kind says what a column holds, and so how it is written, aligned and measured.
type Kind uint8

const (
	Text   Kind = iota // one line; line breaks become spaces
	Wrap               // a longer text, wrapped; line breaks are kept
	Code               // membership and telephone numbers, postcodes: text, with its leading zeros
	Number             // whole numbers: votes, members, places
	Money              // Pence, shown in pounds
	Date               // a civil date, shown dd/mm/yyyy
	Time               // a time of day as text: 7.34pm
	Figure             // numbers with decimals: votes that were transferred
	word               // a word in a column of numbers, such as "not counted"
)

// A Day is a civil date; data.Date is one. A zero Day is an empty cell.
type Day interface {
	IsZero() bool
	Midnight() time.Time // in UTC
}

// Pence is an amount of money in pence. It is shown in pounds.
type Pence int64

// A Decimal is a number with decimals, so many units of which make one.
type Decimal struct{ Units, Per int64 }

// A Value is what a cell may be given: nil or "" for an empty cell; a string or any type based on string; a whole
// number of any integer type; Pence; a Decimal; a bool, shown Yes or No; a Day; or a fmt.Stringer, such as a time of day.
type Value = any

// exact is the largest whole number up to which a spreadsheet, which counts in floating point, keeps every digit.
const exact = 999_999_999_999_999

// cellOf turns a value into what excelize writes, and the kind of it. It fails on a type that Value does not list.
func cellOf(v Value, column Kind) (any, Kind, error) {
	switch v := v.(type) {
	case nil:
		return nil, column, nil
	case string:
		return textOf(v, v, column)
	case int:
		return wholeOf(int64(v), column)
	case Pence:
		return moneyOf(v)
	case Decimal:
		return decimalOf(v)
	case bool:
		if v {
			return "Yes", column, nil
		}
		return "No", column, nil
	case Day:
		return dayOf(v, column)
	case fmt.Stringer:
		if r := reflect.ValueOf(v); r.Kind() == reflect.Pointer && r.IsNil() {
			return nil, column, nil
		}
		return textOf(nil, v.String(), column)
	}
	switch r := reflect.ValueOf(v); {
	case r.Kind() == reflect.String:
		return textOf(nil, r.String(), column)
	case r.CanInt():
		return wholeOf(r.Int(), column)
	case r.CanUint() && r.Uint() <= exact:
		return wholeOf(int64(r.Uint()), column)
	case r.CanUint():
		return textOf(nil, strconv.FormatUint(r.Uint(), 10), column)
	}
	return nil, column, fmt.Errorf("a %T cannot be put into a cell: %w", v, ErrRow)
}

// textOf keeps the boxed value where cleaning changes nothing, so that a plain string is not boxed twice.
func textOf(boxed Value, s string, column Kind) (any, Kind, error) {
	kind := column
	if column == Number || column == Money || column == Figure {
		kind = word
	}
	tidy := clean(s, column == Wrap)
	switch {
	case tidy == "":
		return nil, column, nil
	case boxed != nil && len(tidy) == len(s) && tidy == s:
		return boxed, kind, nil
	}
	return tidy, kind, nil
}

func wholeOf(n int64, column Kind) (any, Kind, error) {
	switch {
	case column == Code || n > exact || n < -exact:
		return strconv.FormatInt(n, 10), Code, nil
	case column == Money:
		return nil, column, fmt.Errorf("a plain number in a column of money; give Pence: %w", ErrRow)
	}
	return n, Number, nil
}

// moneyOf writes pounds. The division is for the spreadsheet's own floating point; the sum was done in pence.
func moneyOf(p Pence) (any, Kind, error) {
	if p > exact || p < -exact {
		return nil, Money, fmt.Errorf("an amount of money beyond what a cell can hold: %w", ErrRow)
	}
	return float64(p) / 100, Money, nil
}

// decimalOf divides for the spreadsheet's own floating point; whatever was counted was counted in whole units.
func decimalOf(d Decimal) (any, Kind, error) {
	if d.Per < 1 || d.Units > exact || d.Units < -exact {
		return nil, Figure, fmt.Errorf("a number with decimals beyond what a cell can hold: %w", ErrRow)
	}
	return float64(d.Units) / float64(d.Per), Figure, nil
}

var (
	epoch      = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	firstAgree = time.Date(1900, time.March, 1, 0, 0, 0, 0, time.UTC)
)

// dayOf writes a date as the spreadsheet's own count of days. Before 1 March 1900 Excel and LibreOffice disagree about
// that count, or have none, so that such a date is written as text.
func dayOf(d Day, column Kind) (any, Kind, error) {
	if r := reflect.ValueOf(d); r.Kind() == reflect.Pointer && r.IsNil() || d.IsZero() {
		return nil, column, nil
	}
	midnight := d.Midnight()
	if column == Code || midnight.Before(firstAgree) || midnight.Year() > 9999 {
		return midnight.Format("02/01/2006"), Code, nil
	}
	return int64(midnight.Sub(epoch) / (24 * time.Hour)), Date, nil
}

// shown estimates what a reader sees in the cell, to measure it.
func shown(value any, kind Kind) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case int64:
		if kind == Date {
			return "00/00/0000"
		}
		return strconv.FormatInt(v, 10) + thousands[:digitGroups(v)]
	case float64:
		if kind == Figure {
			return fmt.Sprintf("%.2f", v) + thousands[:digitGroups(int64(v))]
		}
		return fmt.Sprintf("£%.2f", v) + thousands[:digitGroups(int64(v))]
	}
	return fmt.Sprint(value)
}

const thousands = ",,,,,,"

// digitGroups counts the commas in a number shown with thousands.
func digitGroups(n int64) int {
	groups := 0
	for n /= 1000; n != 0; n /= 1000 {
		groups++
	}
	return groups
}

// tooLong returns how many units a text has when that is more than a cell holds, else 0.
func tooLong(value any) int {
	s, ok := value.(string)
	if !ok || len(s) <= excelize.TotalCellChars { // bytes are never fewer than units
		return 0
	}
	if n := units(s); n > excelize.TotalCellChars {
		return n
	}
	return 0
}
