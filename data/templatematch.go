package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A TemplateSheet is a sheet of a spreadsheet that a recipient supplied, as text: its first rows, each with its cells.
type TemplateSheet struct {
	Name string
	Rows [][]string
}

// columnAliases are the headings by which the columns of returns are known beside their own titles, in the words that
// constituency secretaries use. No form of a party's own is published.
var columnAliases = map[string]string{
	"no":        "no, number, seat, seat no, seat number, #, nr",
	"class":     "class, seat type, type of seat, type, category",
	"first":     "first name, first names, forename, forenames, given name, given names, christian name",
	"last":      "last name, surname, family name",
	"name":      "name, full name, member name, delegate, delegate name, name of delegate, officer, name of officer, holder, nominee, who",
	"number":    "membership number, membership no, membership id, member number, member no, member id, mem no, party number",
	"gender":    "gender, sex, m/f",
	"under27":   "under 27, young member, youth, u27, young labour",
	"email":     "email, e-mail, email address, e-mail address, mail",
	"phone":     "phone, telephone, mobile, phone number, telephone number, mobile number, tel, tel no, contact number",
	"address":   "address, postal address, home address, full address, street address",
	"postcode":  "postcode, post code, zip",
	"body":      "body, committee, elected to, delegation",
	"elected":   "date elected, elected, elected on, date of election, election date",
	"how":       "how elected, how, elected by, method, how chosen, elected or co-opted",
	"votes":     "votes, number of votes, votes received",
	"from":      "term from, from, start, start date, term start, date, since",
	"to":        "term to, to, until, end, end date, term end, term ends",
	"consent":   "consent, consent to share, consents, agreed to share",
	"notes":     "notes, note, comments, comment, remarks",
	"post":      "post, role, office, position, post or body",
	"share":     "job share, job-share, shared with",
	"before":    "previous holder, previous, replaces, in place of",
	"access":    "access needed, access, access to systems, admin hub",
	"ward":      "ward, area",
	"capacity":  "capacity, attended as, status",
	"voter":     "voter, voting, can vote",
	"arrived":   "arrived, time in, in",
	"left":      "left, time out, out",
	"apologies": "apologies, apology",
}

// MatchTemplate finds the row of headings in a spreadsheet, and says which column of a return belongs under each of them:
// the sheet and the row with the most headings that are known, two at the least. It fails with a *data.Problem when there
// is none.
func MatchTemplate(file string, content []byte, sheets []TemplateSheet, offered []ReturnColumn) (Template, error) {
	known := headingsOf(offered)
	best, most := Template{File: file, Content: content}, 1
	for _, s := range sheets {
		for i, cells := range s.Rows {
			if keys, n := matchRow(cells, known); n > most {
				most = n
				best.Sheet, best.Row, best.Headings, best.Keys = s.Name, i+1, slices.Clone(cells), keys
			}
		}
	}
	if best.Row == 0 {
		return Template{}, NewProblem(fmt.Sprintf("%s has no row of headings that this return knows, such as Name, Email or Date elected. Look whether it is the right file, or put such headings into one row.", file), nil)
	}
	return best, best.tooLarge()
}

func (t Template) tooLarge() error { return Layout{Kind: DelegateReturn, Template: &t}.Validate() }

// headingsOf says which column a heading names, once it is squeezed. A column's own title wins over the alias of another.
func headingsOf(offered []ReturnColumn) map[string]string {
	known := map[string]string{}
	for _, c := range offered {
		for alias := range strings.SplitSeq(columnAliases[c.Key], ",") {
			if h := squeezed(alias); h != "" && known[h] == "" {
				known[h] = c.Key
			}
		}
	}
	for _, c := range offered {
		known[squeezed(c.Title)] = c.Key
	}
	return known
}

// matchRow returns the key for each cell of a row, none of them twice, and how many there are.
func matchRow(cells []string, known map[string]string) (keys []string, n int) {
	keys = make([]string, len(cells))
	for i, cell := range cells {
		key := known[squeezed(cell)]
		if key == "" || len(cell) > longestHeading || slices.Contains(keys, key) {
			continue
		}
		keys[i] = key
		n++
	}
	return keys, n
}

// longestHeading is in bytes; what is longer is a sentence.
const longestHeading = 60

// squeezed makes headings comparable: "E-mail address", "email_address" and "EMAIL ADDRESS:" are one.
func squeezed(heading string) string {
	if strings.TrimSpace(heading) == "#" {
		return "#"
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// Match puts another column under a heading, or none where the key is "". A column stands in one place alone.
func (t Template) Match(heading int, key string) Template {
	t.Keys = slices.Clone(t.Keys)
	for i := range t.Keys {
		if t.Keys[i] == key {
			t.Keys[i] = ""
		}
	}
	if heading >= 0 && heading < len(t.Keys) {
		t.Keys[heading] = key
	}
	return t
}

// TemplateColumns are all columns that a template of the return can ask for: those that are offered, and the whole name
// in one where the return keeps it in two.
func TemplateColumns(offered []ReturnColumn) []ReturnColumn {
	at := slices.IndexFunc(offered, func(c ReturnColumn) bool { return c.Key == "first" })
	if at < 0 || slices.ContainsFunc(offered, func(c ReturnColumn) bool { return c.Key == "name" }) {
		return offered
	}
	return slices.Insert(slices.Clone(offered), at, ReturnColumn{Key: "name", Title: "Name"})
}

// LaidOut returns the table with the columns that a template asks for.
func (d TableDoc) LaidOut(t Template) TableDoc {
	d.Columns = t.Filled(TemplateColumns(d.Offered))
	return d
}
