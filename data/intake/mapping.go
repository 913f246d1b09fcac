package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"branchbook/data"
)

// Certainty says whether a guess needs the secretary's eye.
type Certainty string

// How certain a guess is.
const (
	Sure    Certainty = "sure"
	Confirm Certainty = "confirm"
)

// A Column says what one column of a Table holds.
type Column struct {
	Heading   string    `json:"heading"`
	Field     Field     `json:"field"`
	Certainty Certainty `json:"certainty"`
	// MonthFirst says that the column's dates are written 05/14/2026. It is never guessed.
	MonthFirst bool `json:"monthFirst,omitempty"`
	// Sample is the first thing in the column; "" when it is blank throughout.
	Sample string `json:"-"`
	// Doubt is a sentence about the column as a whole, such as dates that make sense only month first.
	Doubt string `json:"-"`
}

// A Mapping says what each column of a Table holds, in the order of the columns. Its verbs return a changed copy.
type Mapping struct {
	Columns []Column `json:"columns"`
}

// Guess proposes what each column holds, from the headings, and from what stands below them.
func Guess(t Table) Mapping {
	m := Mapping{Columns: make([]Column, len(t.Headings))}
	for i, heading := range t.Headings {
		values := valuesOf(t, i)
		c := Column{Heading: heading, Certainty: Sure}
		if len(values) > 0 {
			c.Sample = values[0]
		}
		if a, ok := known[squeeze(heading)]; ok {
			c.Field = a.field
			if !a.sure {
				c.Certainty = Confirm
			}
		} else if f := byContent(values); f != LeftOut {
			c.Field, c.Certainty = f, Confirm
		}
		if c.Field == notMembers {
			c.Field = LeftOut
		}
		m.Columns[i] = c
	}
	m.oneEach()
	for i := range m.Columns {
		m.Columns[i].look(valuesOf(t, i))
	}
	return m
}

// oneEach leaves a field that only one column can hold to the surest column, then to the first; and a full name only
// where the name is not in two columns already.
func (m Mapping) oneEach() {
	holds := map[Field]int{}
	for i := range m.Columns {
		c := &m.Columns[i]
		if c.Field.repeats() {
			continue
		}
		j, taken := holds[c.Field]
		if !taken {
			holds[c.Field] = i
			continue
		}
		loser := i
		if first := m.Columns[j]; first.Certainty == Confirm && c.Certainty == Sure {
			loser, holds[c.Field] = j, i
		}
		m.Columns[loser].Field, m.Columns[loser].Certainty = LeftOut, Confirm
		m.Columns[loser].Doubt = fmt.Sprintf("Left out, since %q is used instead.", m.Columns[holds[c.Field]].Heading)
	}
	if full, ok := holds[FullName]; ok {
		if _, ok := holds[LastName]; ok {
			m.Columns[full].Field = LeftOut
		}
	}
}

// Set returns the mapping with a column given another field by the secretary. A column that had the field gives it up,
// unless several can hold it. A column that the table does not have changes nothing.
func (m Mapping) Set(column int, f Field) Mapping {
	m.Columns = slices.Clone(m.Columns)
	if column < 0 || column >= len(m.Columns) {
		return m
	}
	for i := range m.Columns {
		if m.Columns[i].Field == f && !f.repeats() {
			m.Columns[i].Field = LeftOut
		}
	}
	c := &m.Columns[column]
	c.Field, c.Certainty, c.Doubt = f, Sure, ""
	return m
}

// SetMonthFirst returns the mapping with a column's dates read month first, or day first again.
func (m Mapping) SetMonthFirst(column int, monthFirst bool) Mapping {
	m.Columns = slices.Clone(m.Columns)
	if column >= 0 && column < len(m.Columns) {
		c := &m.Columns[column]
		c.MonthFirst, c.Certainty, c.Doubt = monthFirst, Sure, ""
	}
	return m
}

// Recall returns the mapping with the fields that were settled for the same headings of an earlier list.
func (m Mapping) Recall(earlier Mapping) Mapping {
	for i := range m.Columns {
		heading := squeeze(m.Columns[i].Heading)
		same := func(c Column) bool { return heading != "" && squeeze(c.Heading) == heading }
		j := slices.IndexFunc(earlier.Columns, same)
		if j < 0 {
			continue
		}
		doubt := m.Columns[i].Doubt
		was := earlier.Columns[j]
		m = m.Set(i, was.Field)
		// What was settled is which field; a doubt about this list's dates is new, unless they are read as before.
		m.Columns[i].MonthFirst = was.MonthFirst
		if m.Columns[i].isDate() && doubt != "" && !was.MonthFirst {
			m.Columns[i].Doubt, m.Columns[i].Certainty = doubt, Confirm
		}
	}
	return m
}

// ToConfirm returns the columns that need the secretary's eye.
func (m Mapping) ToConfirm() []int {
	var out []int
	for i, c := range m.Columns {
		if c.Certainty == Confirm {
			out = append(out, i)
		}
	}
	return out
}

// Check says what keeps the mapping from being used: without a surname or a full name nobody can be listed.
func (m Mapping) Check() error {
	if m.has(LastName) || m.has(FullName) {
		return nil
	}
	return data.NewProblem("No column is set to the surname or the full name. Say which column holds it.", ErrNoName)
}

func (m Mapping) has(f Field) bool {
	return slices.ContainsFunc(m.Columns, func(c Column) bool { return c.Field == f })
}

func (c Column) isDate() bool {
	return slices.Contains([]Field{Joined, BirthDate, Turns27On, Owing}, c.Field)
}

// look compares what a column was taken for with what is in it, and doubts where they do not agree.
func (c *Column) look(values []string) {
	if len(values) == 0 {
		return
	}
	doubt := func(format string, args ...any) {
		c.Certainty, c.Doubt = Confirm, fmt.Sprintf(format, args...)
	}
	switch c.Field {
	case Joined, BirthDate, Turns27On, Owing:
		if example, ok := onlyMonthFirst(values); ok {
			doubt("These dates make sense only month first, as in %s. Say so, or correct the file.", example)
		} else if share(values, isDate) < 50 {
			doubt("Most of this column is not dates.")
		}
	case Email:
		if share(values, looksLikeEmail) < 50 {
			doubt("Most of this column is not email addresses.")
		}
	case Number:
		if n := count(values, shortened.MatchString); n > 0 {
			doubt("A spreadsheet has shortened %d of these numbers, as in %s. Ask for the list as .xlsx, with the numbers as text.", n, first(values, shortened.MatchString))
		} else if share(values, hasDigit) < 50 {
			doubt("Most of this column has no digits.")
		}
	case Standing:
		unclear := func(s string) bool { _, ok := standingOf(s, c.Heading); return !ok }
		if n := count(values, unclear); n > 0 {
			doubt("It is not clear what %q says of a subscription.", first(values, unclear))
		}
	case Gender:
		unclear := func(s string) bool { _, ok := genderOf(s); return !ok }
		if count(values, unclear) > 0 {
			doubt("It is not clear what %q counts as.", first(values, unclear))
		}
	}
}

var (
	postcode  = regexp.MustCompile(`^(?i)[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$`)
	someEmail = regexp.MustCompile(`^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$`)
)

func looksLikeEmail(s string) bool { return someEmail.MatchString(s) }

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// byContent guesses at a column whose heading says nothing. Only what has a form of its own can be told so.
func byContent(values []string) Field {
	switch {
	case len(values) == 0:
		return LeftOut
	case share(values, looksLikeEmail) >= 80:
		return Email
	case share(values, postcode.MatchString) >= 80:
		return Postcode
	}
	return LeftOut
}

// valuesOf returns what is in a column, without the blanks.
func valuesOf(t Table, column int) []string {
	var out []string
	for _, r := range t.Rows {
		if column < len(r.Cells) && r.Cells[column] != "" {
			out = append(out, r.Cells[column])
		}
	}
	return out
}

func count(values []string, is func(string) bool) int {
	n := 0
	for _, v := range values {
		if is(v) {
			n++
		}
	}
	return n
}

// share returns how many in a hundred of the values are so.
func share(values []string, is func(string) bool) int {
	if len(values) == 0 {
		return 0
	}
	return 100 * count(values, is) / len(values)
}

func first(values []string, is func(string) bool) string {
	if i := slices.IndexFunc(values, is); i >= 0 {
		return values[i]
	}
	return ""
}
