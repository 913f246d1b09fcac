package intake

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"branchbook/data"

	"github.com/google/go-cmp/cmp"
)

// tableOf makes a table of lines whose cells are separated by "|"; the first holds the headings.
func tableOf(lines ...string) Table {
	t := Table{Headings: strings.Split(lines[0], "|"), HeadingRow: 1}
	for i, line := range lines[1:] {
		t.Rows = append(t.Rows, Row{Number: i + 2, Cells: strings.Split(line, "|")})
	}
	return t
}

// fields writes a mapping as a line, with a question mark where it asks.
func fields(m Mapping) string {
	var out []string
	for _, c := range m.Columns {
		name := string(c.Field)
		if c.Field == LeftOut {
			name = "-"
		}
		if c.Certainty == Confirm {
			name += "?"
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

func TestHeadingsOfManySystemsAreKnown(t *testing.T) {
	cases := map[string]struct{ headings, want string }{
		"the scenario":   {strings.Join(headings, "|"), "number, first name, last name, email, phone, address, address, postcode, ward, joined, standing?, gender, date of birth"},
		"NationBuilder":  {"nationbuilder_id|prefix|first_name|middle_name|last_name|sex|born_at|email1|mobile_number|address1|address2|city|zip|membership_started_at", "number, title, first name, -, last name, gender, date of birth, email, phone, address, address, address, postcode, joined"},
		"OpenSlides":     {"title|first_name|last_name|structure_level|groups|comment|is_active", "title, first name, last name, ward?, -, -, -"},
		"vote counting":  {"member_id|name|email|vote_weight|proxy_for", "number, full name, email, -, -"},
		"trades council": {"Forename|Surname|Address line 1|Village|County|Postcode|Work phone|Home phone|Second email|Branch", "first name, last name, address, address, address, postcode, phone?, phone, email, ward?"},
		"both names":     {"Full name|Forename|Surname", "-, first name, last name"},
		"preferred name": {"Preferred name|Forename|Surname", "-?, first name, last name"},
		"nothing known":  {"Surname|Shoe size|Favourite song", "last name, -, -"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := fields(Guess(tableOf(c.headings))); got != c.want {
				t.Errorf("guessed %s\n    want %s", got, c.want)
			}
		})
	}
}

func TestAColumnIsDoubtedWhenWhatIsInItDoesNotFit(t *testing.T) {
	cases := map[string]struct {
		heading string
		values  []string
		doubt   string
	}{
		"American dates":     {"Joined", []string{"03/04/2025", "05/14/2026"}, "only month first, as in 05/14/2026"},
		"words for dates":    {"Joined", []string{"last year", "a while ago"}, "not dates"},
		"emails":             {"Email", []string{"yes", "no", "no"}, "not email addresses"},
		"shortened numbers":  {"Membership no", []string{"L0123456", "1.23E+07"}, "shortened 1 of these numbers, as in 1.23E+07"},
		"numbers of letters": {"Membership no", []string{"Millbrook", "Canalside"}, "no digits"},
		"unknown status":     {"Membership status", []string{"Current", "Tier 2"}, `"Tier 2" says`},
		"unknown gender":     {"Gender", []string{"F", "Q7"}, `"Q7" counts as`},
		"dates that are fit": {"Joined", []string{"14/05/2026", "03/04/2025"}, ""},
		"mixed dates":        {"Joined", []string{"14/05/2026", "05/14/2026"}, ""},
		"status that is fit": {"Membership status", []string{"Current", "In arrears since 1 April", "lapsed"}, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := Guess(tableOf(append([]string{c.heading}, c.values...)...)).Columns[0]
			if c.doubt == "" {
				if got.Doubt != "" || got.Certainty != Sure {
					t.Errorf("doubted: %q", got.Doubt)
				}
				return
			}
			if got.Certainty != Confirm || !strings.Contains(got.Doubt, c.doubt) {
				t.Errorf("%s, with doubt %q; want a doubt of %q", got.Certainty, got.Doubt, c.doubt)
			}
		})
	}
}

func TestAColumnIsKnownByItsFormWhenItsHeadingSaysNothing(t *testing.T) {
	m := Guess(tableOf("Surname|Ident|Col 3", "Lee|jo@example.org|NG1 4AB", "Rao|su@example.org|NG12 4AB"))
	if got := fields(m); got != "last name, email?, postcode?" {
		t.Error(got)
	}
	if got := m.Columns[1].Sample; got != "jo@example.org" {
		t.Errorf("sample %q", got)
	}
}

func TestTheSecretaryCorrectsAGuess(t *testing.T) {
	guess := Guess(tableOf("Name|Known as|Status", "Lee|Jo|Current"))
	m := guess.Set(0, LastName).Set(1, FirstName).Set(2, Standing)
	if got := fields(m); got != "last name, first name, standing" || len(m.ToConfirm()) != 0 {
		t.Errorf("%s, to confirm %v", got, m.ToConfirm())
	}
	if got := fields(m.Set(1, LastName)); got != "-, last name, standing" {
		t.Errorf("a field that one column holds was left in two: %s", got)
	}
	if got := fields(m.Set(0, Phone).Set(1, Phone)); got != "phone, phone, standing" {
		t.Errorf("phones can be in two columns: %s", got)
	}
	if guess.Columns[0].Field != FullName {
		t.Error("correcting changed the guess it began with")
	}
	m.Set(7, Ward).SetMonthFirst(-1, true) // a column that there is not changes nothing
}

func TestWhatWasSettledIsRecalledForTheNextList(t *testing.T) {
	earlier := Guess(tableOf("Reg|Surname|Status", "L1|Lee|Current")).Set(0, Number).Set(2, Standing)
	stored, err := json.Marshal(earlier)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(stored), "Lee") {
		t.Errorf("what is remembered holds somebody's name: %s", stored)
	}
	var recalled Mapping
	if err := json.Unmarshal(stored, &recalled); err != nil {
		t.Fatal(err)
	}
	next := Guess(tableOf("Surname|reg|STATUS|Ward", "Rao|L2|Current|Canalside")).Recall(recalled)
	if got := fields(next); got != "last name, number, standing, ward" {
		t.Error(got)
	}
}

func TestAmericanDatesAreAskedAboutEvenWhereTheColumnIsRecalled(t *testing.T) {
	earlier := Guess(tableOf("Surname|Joined", "Lee|14/05/2026"))
	next := Guess(tableOf("Surname|Joined", "Lee|05/14/2026")).Recall(earlier)
	if got := next.ToConfirm(); !cmp.Equal(got, []int{1}) {
		t.Errorf("to confirm %v, want the join dates", got)
	}
}

func TestAMappingWithoutANameCannotBeUsed(t *testing.T) {
	err := Guess(tableOf("Membership no|Email", "L1|jo@example.org")).Check()
	var p *data.Problem
	if !errors.As(err, &p) || !errors.Is(err, ErrNoName) || !strings.Contains(p.Say, "Say which column") {
		t.Errorf("got %v", err)
	}
}

func TestEveryFieldHasAName(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Fields() {
		if seen[f.String()] {
			t.Errorf("two fields are called %s", f)
		}
		seen[f.String()] = true
	}
	if !seen["First name"] || !seen["Left out"] {
		t.Errorf("names: %v", seen)
	}
}
