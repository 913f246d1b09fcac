package intake

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"branchbook/data"
)

// Read makes members of the table's rows, as the mapping says what its columns hold. asAt is the date of the list: a
// join date after it is doubted.
//
// A row is refused, with its number and the reason, when it repeats a membership number or another row, has no surname
// and no full name, has a date that does not exist, or runs over the headings. What can be left blank instead (an email
// that is none, a number that a spreadsheet has shortened, an unknown word) is, with a doubt.
//
// Read does not check the mapping; without a column for the name it refuses every row.
func Read(t Table, m Mapping, asAt data.Date) (members []data.ListedMember, refused []data.Refusal) {
	numbers := map[string]int{} // the row that first had each membership number
	whole := map[string]int{}
	for _, row := range t.Rows {
		l, reason := readRow(row, m, asAt)
		if number := strings.ToUpper(l.Number); number != "" {
			if before, ok := numbers[number]; ok {
				reason = fmt.Sprintf("Number %s is already on row %d.", l.Number, before)
			} else {
				numbers[number] = row.Number
			}
		}
		all := strings.Join(row.Cells, "\x00")
		if before, ok := whole[all]; ok && reason == "" {
			reason = fmt.Sprintf("It says the same as row %d.", before)
		}
		whole[all] = row.Number
		if reason == "" && len(trimRight(row.Cells)) > len(t.Headings) {
			reason = "The row has more cells than there are headings. A separator inside one of them, as in an address, needs quotes around it."
		}
		if reason != "" {
			refused = append(refused, data.Refusal{Row: row.Number, Name: l.Name(), Number: l.Number, Reason: reason})
			continue
		}
		members = append(members, l)
	}
	return members, refused
}

// readRow reads one row, and says why it has to be refused, if it has. What could be read is returned all the same.
func readRow(row Row, m Mapping, asAt data.Date) (l data.ListedMember, reason string) {
	l.Row = row.Number
	refuse := func(format string, args ...any) {
		if reason == "" {
			reason = fmt.Sprintf(format, args...)
		}
	}
	var full string
	for i, c := range m.Columns {
		if i >= len(row.Cells) || row.Cells[i] == "" {
			continue
		}
		s := row.Cells[i]
		if strings.HasPrefix(s, "#") && spreadsheetError.MatchString(s) {
			doubt(&l, "The cell under %s holds the spreadsheet's error %s.", c.Heading, s)
			continue
		}
		switch c.Field {
		case FullName:
			full = oneLine(s)
		case Turns27On:
			l.Turns27 = readDay(&l, c, "Day of turning 27", s, data.Date{}, refuse)
		case Owing:
			l.ArrearsSince = readDay(&l, c, "Arrears since", s, asAt, refuse)
		case Joined:
			l.Joined = readDay(&l, c, "Join date", s, asAt, refuse)
		case BirthDate:
			if born := readDay(&l, c, "Date of birth", s, asAt, refuse); !born.IsZero() {
				// Only the day on which they stop counting as young is kept, not the birthday.
				l.Turns27 = born.AddYears(27)
			}
		default:
			readCell(&l, c, s)
		}
	}
	if l.Standing == data.ListedNotSaid && !l.ArrearsSince.IsZero() {
		l.Standing = data.ListedArrears
	}
	if l.Last == "" && full != "" {
		title, first, last := SplitName(full)
		l.First, l.Last = first, last
		if l.Title == "" {
			l.Title = title
		}
	}
	if l.Last == "" {
		reason = "The surname is empty."
	}
	return l, reason
}

// readCell reads what can be left blank when it makes no sense.
func readCell(l *data.ListedMember, c Column, s string) {
	switch c.Field {
	case Number:
		readNumber(l, s)
	case Title:
		l.Title = oneLine(s)
	case FirstName:
		l.First = oneLine(s)
	case LastName:
		l.Last = oneLine(s)
	case Email:
		readEmail(l, s)
	case Phone:
		readPhones(l, s)
	case Address:
		for line := range strings.SplitSeq(s, "\n") {
			if line = oneLine(line); line != "" {
				l.Address = append(l.Address, line)
			}
		}
	case Postcode:
		l.Postcode = strings.ToUpper(oneLine(s))
	case Ward:
		l.Ward = oneLine(s)
	case Standing:
		as, ok := standingOf(s, c.Heading)
		if l.Standing = as; !ok {
			doubt(l, "%s %q is not a word that says how the subscription stands.", c.Heading, s)
		}
	case Gender:
		gender, ok := genderOf(s)
		if l.Gender = gender; !ok {
			doubt(l, "%s %q is left as not stated.", c.Heading, s)
		}
	}
}

var (
	spreadsheetError = regexp.MustCompile(`^#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|#+)$`)
	withDecimals     = regexp.MustCompile(`^(\d+)\.0+$`)
)

func doubt(l *data.ListedMember, format string, args ...any) {
	l.Doubts = append(l.Doubts, fmt.Sprintf(format, args...))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// readDay reads a date that is refused, not doubted, when there is no such day: eligibility rests on it.
func readDay(l *data.ListedMember, c Column, what, s string, asAt data.Date, refuse func(string, ...any)) data.Date {
	d, err := readDate(s, c.MonthFirst)
	switch {
	case err != nil && (slashed.MatchString(s) || !errors.Is(err, data.ErrDate)):
		refuse("%s %s is not a real date.", what, s)
	case err != nil:
		refuse("%s %q cannot be read as a date.", what, s)
	case !asAt.IsZero() && d.After(asAt):
		doubt(l, "%s %s is after the date of the list.", what, d.Short())
	}
	return d
}

func readNumber(l *data.ListedMember, s string) {
	if shortened.MatchString(s) {
		doubt(l, "A spreadsheet has shortened the number to %s, so it is left blank.", s)
		return
	}
	if noAnswer[squeeze(s)] {
		return
	}
	if m := withDecimals.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	l.Number = strings.Join(strings.Fields(s), "")
}

func readEmail(l *data.ListedMember, s string) {
	if l.Email != "" || noAnswer[squeeze(s)] {
		return
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,;<>\n\t", r) }) {
		part = strings.TrimPrefix(part, "mailto:")
		if looksLikeEmail(part) {
			l.Email = part
			return
		}
	}
	doubt(l, "%q is not an email address, so it is left blank.", s)
}

func readPhones(l *data.ListedMember, s string) {
	if shortened.MatchString(s) {
		doubt(l, "A spreadsheet has shortened the phone number to %s, so it is left blank.", s)
		return
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;/\n", r) }) {
		part = oneLine(part)
		if mobileWithoutZero.MatchString(part) {
			part = "0" + part
		}
		if hasDigit(part) && !slices.Contains(l.Phones, part) {
			l.Phones = append(l.Phones, part)
		}
	}
}

// mobileWithoutZero is a British mobile number as a spreadsheet leaves it: ten digits, the zero at the front dropped.
var mobileWithoutZero = regexp.MustCompile(`^7\d{9}$`)
