package data

import (
	"slices"
	"strconv"
	"strings"
)

// ColumnKind says what a column of a return holds, and so how it is shown.
type ColumnKind uint8

// The kinds of column.
const (
	TextColumn   ColumnKind = iota
	CodeColumn              // membership and telephone numbers: text, with leading zeros
	NumberColumn            // whole numbers
	DateColumn              // civil dates, or words in place of one
	ProseColumn             // longer text
	VotesColumn             // votes with their decimals
	MoneyColumn             // sums of money
	TimeColumn              // times of day
	MarkColumn              // a letter or a sign under a short title
)

// A ReturnColumn is one column that a return or a list can have.
type ReturnColumn struct {
	Key, Title string
	Kind       ColumnKind
	// Personal marks what is about somebody's private life: the secretary is told how many people it concerns.
	Personal bool
	// Contact marks what is left blank in a return for somebody who has not agreed to share it.
	Contact bool
	// Default says that it is in a return unless it is switched off.
	Default bool
	// Remark marks what explains other columns, so that it is not compared from one version to the next.
	Remark bool
	// Aside marks what a printed page has no room for. It is in the spreadsheet, to the right of all that is printed.
	Aside bool
}

// ReturnColumns lists every column of a delegate return in its order.
func ReturnColumns() []ReturnColumn {
	return []ReturnColumn{
		{Key: "no", Title: "No.", Kind: NumberColumn, Default: true},
		{Key: "class", Title: "Class", Default: true},
		{Key: "first", Title: "First name", Default: true},
		{Key: "last", Title: "Last name", Default: true},
		{Key: "number", Title: "Membership no.", Kind: CodeColumn, Personal: true},
		{Key: "gender", Title: "Gender", Personal: true},
		{Key: "under27", Title: "Under 27", Personal: true},
		{Key: "email", Title: "Email", Personal: true, Contact: true},
		{Key: "phone", Title: "Phone", Kind: CodeColumn, Personal: true, Contact: true},
		{Key: "address", Title: "Postal address", Kind: ProseColumn, Personal: true, Contact: true},
		{Key: "postcode", Title: "Postcode", Kind: CodeColumn, Personal: true, Contact: true},
		{Key: "body", Title: "Body"},
		{Key: "elected", Title: "Date elected", Kind: DateColumn, Default: true},
		{Key: "how", Title: "How elected", Default: true},
		{Key: "votes", Title: "Votes", Kind: NumberColumn},
		{Key: "from", Title: "Term from", Kind: DateColumn},
		{Key: "to", Title: "Term to", Kind: DateColumn},
		{Key: "consent", Title: "Consent to share"},
		{Key: "notes", Title: "Notes", Kind: ProseColumn, Remark: true},
	}
}

// chosenColumns returns the columns of the keys in the return's own order; the default ones for nil. A key that no
// column has is left out.
func chosenColumns(keys []string) []ReturnColumn {
	return slices.DeleteFunc(ReturnColumns(), func(c ReturnColumn) bool {
		if keys == nil {
			return !c.Default
		}
		return !slices.Contains(keys, c.Key)
	})
}

// Value returns what the row has under the column: a string, an int or a Date; nil for an empty cell.
func (r DelegateRow) Value(c ReturnColumn) any {
	if r.Vacant {
		return r.vacantValue(c)
	}
	switch c.Key {
	case "no":
		if r.Seat > 0 {
			return r.Seat
		}
	case "votes":
		if r.Votes != nil {
			return *r.Votes
		}
	case "elected", "from":
		if !r.Elected.IsZero() {
			return r.Elected
		}
	case "to":
		if r.Ends.IsZero() {
			return "until the next AGM begins"
		}
		return r.Ends
	default:
		if s := r.words(c.Key); s != "" {
			return s
		}
	}
	return nil
}

func (r DelegateRow) vacantValue(c ReturnColumn) any {
	switch {
	case c.Key == "no" && r.Seat > 0:
		return r.Seat
	case c.Key == "last":
		return r.Last
	case c.Key == "body" && r.Body != "":
		return r.Body
	}
	return nil
}

// words returns what stands in a column of text.
func (r DelegateRow) words(key string) string {
	switch key {
	case "class":
		return Capital(string(r.Class))
	case "first":
		return r.First
	case "last":
		return r.Last
	case "number":
		return r.Number
	case "gender":
		return Capital(string(r.Gender))
	case "under27":
		if !r.Born {
			return ""
		}
		return yesNo(r.Young)
	case "email":
		return r.Email
	case "phone":
		return r.Phone
	case "address":
		return r.Address
	case "postcode":
		return r.Postcode
	case "body":
		return r.Body
	case "how":
		return Capital(string(r.How))
	case "consent":
		return yesNo(r.Consent)
	case "notes":
		return strings.Join(r.Notes, "; ")
	}
	return ""
}

func yesNo(b bool) string {
	if b {
		return "Yes"
	}
	return "No"
}

// Text returns the value as the spreadsheet shows it: dates as 11/06/2026.
func (r DelegateRow) Text(c ReturnColumn) string {
	switch v := r.Value(c).(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case Date:
		return v.format("02/01/2006")
	}
	return ""
}
