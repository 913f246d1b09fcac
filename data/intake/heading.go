package intake

import (
	"strings"
	"unicode"
)

// A Field is what a column of a membership list holds.
type Field string

// The fields that a list can bring in. LeftOut is a column that stays in the file.
const (
	LeftOut    Field = ""
	Number     Field = "number"
	Title      Field = "title"
	FirstName  Field = "first name"
	LastName   Field = "last name"
	FullName   Field = "full name"
	Email      Field = "email"
	Phone      Field = "phone"
	Address    Field = "address"
	Postcode   Field = "postcode"
	Ward       Field = "ward"
	Joined     Field = "joined"
	Standing   Field = "standing"
	Gender     Field = "gender"
	BirthDate  Field = "date of birth"
	Turns27On  Field = "turns 27 on"
	Owing      Field = "arrears since"
	notMembers Field = "not a member's" // a heading that is known, and of no use to a branch
)

// Fields are all fields, in the order in which a screen offers them.
func Fields() []Field {
	return []Field{Number, FirstName, LastName, FullName, Title, Email, Phone, Address, Postcode, Ward, Joined, Standing, Owing, Gender, BirthDate, Turns27On, LeftOut}
}

// String returns the name that a screen shows.
func (f Field) String() string {
	switch f {
	case LeftOut:
		return "Left out"
	case Standing:
		return "Arrears"
	case Gender:
		return "Counts as"
	case BirthDate:
		return "Under 27"
	}
	return strings.ToUpper(string(f[:1])) + string(f[1:])
}

// repeats says whether several columns can hold the field.
func (f Field) repeats() bool { return f == Email || f == Phone || f == Address || f == LeftOut }

// aliases are the headings by which each field is known: those of NationBuilder, OpenSlides and vote-counting tools, and
// those that secretaries write. No heading row of a party's own export is published. The ones after the bar are worth
// a question, since they can mean something else.
var aliases = map[Field]string{
	Number: `membership number, membership no, membership num, membership id, member number, member no, member num, member id, members number,
		mem no, mem num, mno, urn, nationbuilder id, card number, party number, participant number | number, no, id, ref, reference, person id, unique id`,
	Title:     `title, prefix, salutation, honorific`,
	FirstName: `first name, first names, firstname, forename, forenames, given name, given names, christian name | preferred name, known as, first, initials, legal first name`,
	LastName:  `last name, lastname, surname, family name, second name | last, legal last name`,
	FullName:  `name, full name, member name, name of member, member | contact, contact name, legal name, person, display name`,
	Email:     `email, email address, e-mail, e-mail address, email 1, email 2, email 3, email 4, primary email, second email, home email | mail, contact email, work email`,
	Phone: `phone, telephone, mobile, mobile number, mobile phone, mobile no, phone number, phone no, telephone number, telephone no, tel, tel no, home phone, home telephone,
		landline, phone 1, phone 2, daytime phone, evening phone, home number, cell phone | work phone, work phone number, contact number`,
	Address: `address, full address, postal address, home address, street, street address, address 1, address 2, address 3, address 4, address line 1, address line 2, address line 3,
		address line 4, address line 5, addr 1, addr 2, addr 3, house, house number, house name, road, town, city, village, locality, county, post town, posttown | state, state county`,
	Postcode:  `postcode, post code, postal code, zip, zip code`,
	Ward:      `ward, ward name, electoral ward, polling ward, council ward | branch, branch name, blp, structure level, polling district, division`,
	Joined:    `join date, joined, date joined, joining date, date of joining, start date, membership start date, membership started at, membership start, member since, joined on, date of join | started, since`,
	Standing:  `membership status, member status, arrears, in arrears, subscription status | status, pay status, payment status, paid, standing, subscription, membership level name, membership type, account status`,
	Gender:    `gender, sex, counts as | pronoun, pronouns`,
	Turns27On: `turns 27 on, turns 27, young until, under 27 until`,
	Owing:     `arrears since, in arrears since, owes since, date of arrears`,
	BirthDate: `date of birth, dob, born at, birth date, birthdate, birthday, born, d.o.b.`,
	notMembers: `username, groups, group, comment, comments, notes, note, is active, is present, is a committee, default password, initial password, vote weight, proxy for,
		middle name, suffix, email opt in, tag list, created at, membership expires at, expires, saml id, country, country code, local authority, constituency, clp, region`,
}

type alias struct {
	field Field
	sure  bool
}

// known finds a heading's field; it is made once and only read.
var known = func() map[string]alias {
	out := map[string]alias{}
	for field, list := range aliases {
		sure, ask, _ := strings.Cut(list, "|")
		for _, heading := range strings.Split(ask, ",") {
			out[squeeze(heading)] = alias{field, false}
		}
		for _, heading := range strings.Split(sure, ",") {
			out[squeeze(heading)] = alias{field, true}
		}
	}
	delete(out, "")
	return out
}()

// squeeze makes headings comparable: "E-mail address", "email_address" and "EmailAddress" are one.
func squeeze(heading string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// knownIn counts the different fields that a row of headings names. Headings that ask count too, and so do those that
// are of no use, since both are signs of a heading row.
func knownIn(cells []string) int {
	seen := map[string]bool{}
	for _, c := range cells {
		// A heading is short; squeezing a page of text for each cell of a hostile file would take its time.
		if len(c) > 60 {
			continue
		}
		key := squeeze(c)
		if _, ok := known[key]; ok {
			seen[key] = true
		}
	}
	return len(seen)
}

// Headings are looked for this far down; what stands above them is a title, a date, a note.
const maxPreamble = 40

// findHeadings returns the index of the row that holds the headings and how many of them are known, or -1. One known
// heading is enough only when it is the whole row.
func findHeadings(rows []Row) (at, score int) {
	at = -1
	for i, r := range rows[:min(len(rows), maxPreamble)] {
		n := knownIn(r.Cells)
		if n > score && (n > 1 || alone(r.Cells)) {
			at, score = i, n
		}
	}
	if at < 0 || score > 1 {
		return at, score
	}
	// A single word such as "Members" can stand above a list as its title. It is a heading only of a single column.
	for _, r := range rows[at:] {
		if len(r.Cells) > 1 {
			return -1, 0
		}
	}
	return at, score
}

// alone says whether the cell is a heading of a list that has but one column. A surname such as Ward or House is not.
func alone(cells []string) bool {
	if len(cells) != 1 {
		return false
	}
	switch a := known[squeeze(cells[0])]; a.field {
	case FullName, LastName, Email, Number:
		return a.sure
	}
	return false
}
