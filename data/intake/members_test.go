package intake

import (
	"strings"
	"testing"

	"branchbook/data"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func readLines(t *testing.T, lines ...string) ([]data.ListedMember, []data.Refusal) {
	t.Helper()
	table := tableOf(lines...)
	return Read(table, Guess(table), may1)
}

func TestARowBecomesAMember(t *testing.T) {
	got, refused := readLines(t,
		"Membership No|Title|Forename|Surname|Email|Mobile|Landline|Address 1|Address 2|Postcode|Ward|Joined|Membership status|Gender|DOB",
		"L 0123456|Cllr|Zoë|O'Hare|mailto:zoe@example.org|07700 900001|0115 496 0001|4 Lock Road|Northgate|ng1 4ab|Millbrook|9/5/2019|In arrears|F|14/05/2001")
	want := []data.ListedMember{{
		Row: 2, Number: "L0123456", Title: "Cllr", First: "Zoë", Last: "O'Hare", Gender: data.Woman, Turns27: data.MustDate(2028, 5, 14),
		Email: "zoe@example.org", Phones: []string{"07700 900001", "0115 496 0001"}, Address: []string{"4 Lock Road", "Northgate"},
		Postcode: "NG1 4AB", Ward: "Millbrook", Joined: data.MustDate(2019, 5, 9), Standing: data.ListedArrears,
	}}
	if diff := cmp.Diff(want, got, cmpopts.EquateComparable(data.Date{})); diff != "" || len(refused) != 0 {
		t.Errorf("refused %v; (-want +got):\n%s", refused, diff)
	}
}

func TestARowIsRefusedWithItsReason(t *testing.T) {
	cases := map[string]struct{ row, reason string }{
		"number twice":     {"l0000001|Sunita|Rao||", "Number l0000001 is already on row 2."},
		"row twice":        {"|Kasia|Nowak||", "It says the same as row 3."},
		"no surname":       {"L2|Sunita|||", "The surname is empty."},
		"no such day":      {"L2|Sunita|Rao|31/02/2026|", "Join date 31/02/2026 is not a real date."},
		"no date at all":   {"L2|Sunita|Rao|soon|", `Join date "soon" cannot be read as a date.`},
		"American date":    {"L2|Sunita|Rao|05/14/2026|", "Join date 05/14/2026 is not a real date."},
		"no such birthday": {"L2|Sunita|Rao||30.02.1999", "Date of birth 30.02.1999 is not a real date."},
		"one cell over":    {"L2|Sunita|Rao|||Canalside", "The row has more cells than there are headings. A separator inside one of them, as in an address, needs quotes around it."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, refused := readLines(t, "Membership no|Forename|Surname|Joined|DOB", "L0000001|Jo|Lee||", "|Kasia|Nowak||", c.row)
			if len(got) != 2 || len(refused) != 1 {
				t.Fatalf("%d members, refused %v", len(got), refused)
			}
			if refused[0].Row != 4 || refused[0].Reason != c.reason {
				t.Errorf("row %d: %s", refused[0].Row, refused[0].Reason)
			}
		})
	}
}

func TestADoubtLeavesTheCellBlankAndKeepsTheMember(t *testing.T) {
	cases := map[string]struct{ heading, cell, doubt string }{
		"shortened number": {"Membership no", "1.23E+07", "shortened the number to 1.23E+07"},
		"shortened phone":  {"Mobile", "7.7E+09", "shortened the phone number"},
		"no email":         {"Email", "ask her daughter", "is not an email address"},
		"unknown status":   {"Membership status", "Tier 2", `"Tier 2" is not a word`},
		"unknown gender":   {"Gender", "Q7", `"Q7" is left as not stated`},
		"error in a cell":  {"Ward", "#REF!", "error #REF!"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, refused := readLines(t, "Surname|"+c.heading, "Lee|"+c.cell)
			if len(got) != 1 || len(refused) != 0 {
				t.Fatalf("%d members, refused %v", len(got), refused)
			}
			if len(got[0].Doubts) != 1 || !strings.Contains(got[0].Doubts[0], c.doubt) {
				t.Errorf("doubts %q", got[0].Doubts)
			}
			got[0].Doubts = nil
			if diff := cmp.Diff(data.ListedMember{Row: 2, Last: "Lee"}, got[0], cmpopts.EquateComparable(data.Date{})); diff != "" {
				t.Errorf("something else was kept (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAJoinDateAfterTheListIsDoubtedAndKept(t *testing.T) {
	got, _ := readLines(t, "Surname|Joined", "Lee|02/05/2026", "Rao|01/05/2026")
	if len(got[0].Doubts) != 1 || got[0].Joined != data.MustDate(2026, 5, 2) || len(got[1].Doubts) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestDatesAreReadMonthFirstOnlyWhenTheSecretarySaysSo(t *testing.T) {
	table := tableOf("Surname|Joined", "Lee|05/14/2025", "Rao|3/4/25")
	m := Guess(table)
	if _, refused := Read(table, m, may1); len(refused) != 1 {
		t.Errorf("day first: refused %v", refused)
	}
	got, refused := Read(table, m.SetMonthFirst(1, true), may1)
	if len(refused) != 0 || got[0].Joined != data.MustDate(2025, 5, 14) || got[1].Joined != data.MustDate(2025, 3, 4) {
		t.Errorf("month first: %+v, refused %v", got, refused)
	}
}

func TestYesUnderArrearsIsTheReverseOfYesUnderPaid(t *testing.T) {
	cases := []struct {
		heading, cell string
		want          data.ListedAs
	}{
		{"Arrears", "Yes", data.ListedArrears}, {"Arrears", "No", data.ListedCurrent}, {"Arrears", "£12.50", data.ListedArrears},
		{"Arrears", "0", data.ListedCurrent}, {"Arrears", "£0.00", data.ListedCurrent}, {"Arrears", "3 months", data.ListedArrears},
		{"In arrears", "01/04/2026", data.ListedArrears}, {"Paid", "Yes", data.ListedCurrent}, {"Paid", "N", data.ListedArrears},
		{"Status", "Not in arrears", data.ListedCurrent}, {"Status", "Lapsed (2026)", data.ListedLapsed}, {"Status", "Resigned", data.ListedResigned},
		{"Status", "Deceased", data.ListedDied}, {"Status", "not known", data.ListedNotSaid}, {"Status", "", data.ListedNotSaid},
	}
	for _, c := range cases {
		if got, ok := standingOf(c.cell, c.heading); got != c.want || !ok {
			t.Errorf("%q under %q: %q, %v; want %q", c.cell, c.heading, got, ok, c.want)
		}
	}
}

func TestNumbersAndPhonesComeAsPeopleKnowThem(t *testing.T) {
	got, _ := readLines(t, "Surname|Membership no|Mobile", "Lee|123456.0|7700900123", "Rao|n/a|07700 900124 / 0115 496 0001, +44 7700 900125")
	if got[0].Number != "123456" || got[0].Phones[0] != "07700900123" {
		t.Errorf("%+v", got[0])
	}
	if got[1].Number != "" || len(got[1].Phones) != 3 {
		t.Errorf("%+v", got[1])
	}
}

func TestNamesAreTakenApart(t *testing.T) {
	cases := map[string][3]string{
		"Jo Lee":                      {"", "Jo", "Lee"},
		"Lee, Jo":                     {"", "Jo", "Lee"},
		"Dr. Siân Mair Llewellyn":     {"Dr.", "Siân Mair", "Llewellyn"},
		"Cllr Mrs Jo Lee":             {"Cllr Mrs", "Jo", "Lee"},
		"Lee, Cllr Jo":                {"Cllr", "Jo", "Lee"},
		"Koos van der Merwe":          {"", "Koos", "van der Merwe"},
		"Van der Merwe, Koos":         {"", "Koos", "Van der Merwe"},
		"Van Morrison":                {"", "Van", "Morrison"},
		"Lee":                         {"", "", "Lee"},
		"  Jo   Smith-Jones ":         {"", "Jo", "Smith-Jones"},
		"Lee,":                        {"", "", "Lee"},
		"Hon":                         {"", "", "Hon"},
		"":                            {"", "", ""},
		"Manuel Dos Santos":           {"", "Manuel", "Dos Santos"},
		"Ms Aoife Ní Bhriain-O'Hare":  {"Ms", "Aoife Ní", "Bhriain-O'Hare"},
		"Baroness Grace de la Mbeki ": {"Baroness", "Grace", "de la Mbeki"},
	}
	for name, want := range cases {
		title, first, last := SplitName(name)
		if got := [3]string{title, first, last}; got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func paste(t *testing.T, text string) []string {
	t.Helper()
	table, err := Paste(text)
	if err != nil {
		t.Fatal(err)
	}
	members, refused := Read(table, Guess(table), may1)
	if len(refused) != 0 {
		t.Errorf("refused %v", refused)
	}
	var got []string
	for _, m := range members {
		got = append(got, strings.Join(append([]string{m.Number, m.First, m.Last, m.Email}, m.Phones...), "|"))
	}
	return got
}

func TestAPastedColumnOfNamesNeedsNoHeadings(t *testing.T) {
	cases := map[string]struct {
		text string
		want []string
	}{
		"forename first":  {"Jo Lee\r\nSunita Rao\r\n", []string{"|Jo|Lee|", "|Sunita|Rao|"}},
		"surname first":   {"Lee, Jo\nRao, Sunita", []string{"|Jo|Lee|", "|Sunita|Rao|"}},
		"numbered":        {"1. Jo Lee\n2) Sunita Rao\n- Kasia Nowak", []string{"|Jo|Lee|", "|Sunita|Rao|", "|Kasia|Nowak|"}},
		"with a heading":  {"Name\nJo Lee", []string{"|Jo|Lee|"}},
		"columns":         {"Jo\tLee\tjo@example.org\nSunita\tRao\t", []string{"|Jo|Lee|jo@example.org", "|Sunita|Rao|"}},
		"number and name": {"L0123456\tJo Lee\t07700 900001\nL0123457\tSunita Rao\t07700 900002", []string{"L0123456|Jo|Lee||07700 900001", "L0123457|Sunita|Rao||07700 900002"}},
		"their headings":  {"Surname\tForename\nLee\tJo", []string{"|Jo|Lee|"}},
		"a surname alone": {"Jo Lee\nHouse\nSunita Rao", []string{"|Jo|Lee|", "||House|", "|Sunita|Rao|"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, paste(t, c.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPastingNothingIsSaid(t *testing.T) {
	_, err := Paste(" \r\n\t\n")
	wantProblem(t, err, ErrEmpty, "nothing to paste")
}
