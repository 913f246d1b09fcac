package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var (
	listMay  = MustDate(2026, 5, 1)
	listJune = MustDate(2026, 6, 1)
)

// inBook is a member as the May list left them.
func inBook(id, number, first, last string) Person {
	return Person{ID: PersonID(id), Number: number, First: first, Last: last, Status: Member, LastSeen: listMay}
}

func onList(row int, number, first, last string) ListedMember {
	return ListedMember{Row: row, Number: number, First: first, Last: last}
}

func countingIDs() func() PersonID {
	n := 0
	return func() PersonID { n++; return PersonID(fmt.Sprintf("n%d", n)) }
}

// sums writes a comparison in short, so that a test reads as the screen does.
func sums(d ListDiff) string {
	return fmt.Sprintf("%d new, %d changed, %d unchanged, %d missing, %d by name, %d asked, %d held, %d gone",
		len(d.New), len(d.Changed), len(d.Unchanged), len(d.Missing), len(d.MatchedByName), len(d.Ask), len(d.Held), len(d.Gone))
}

func wantSums(t *testing.T, d ListDiff, want string) {
	t.Helper()
	got := strings.Split(sums(d), ", ")
	got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, "0 ") })
	if strings.Join(got, ", ") != want {
		t.Fatalf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestTheMembershipNumberDecidesWhoSomebodyIs(t *testing.T) {
	people := []Person{inBook("p1", "L0123456", "Jo", "Lee")}
	d := CompareLists(people, []ListedMember{onList(2, "l012 3456", "Joanna", "Lee-Rao")}, listJune)
	wantSums(t, d, "1 changed")
	want := []FieldChange{{"First name", "Jo", "Joanna"}, {"Last name", "Lee", "Lee-Rao"}}
	if diff := cmp.Diff(want, d.Changed[0].Fields); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if p := d.Apply(nil)[0]; p.Name() != "Joanna Lee-Rao" || p.Number != "L0123456" || p.LastSeen != listJune {
		t.Errorf("stored %+v", p)
	}
}

func TestANameThatNobodyElseHasMatchesWhereANumberIsLacking(t *testing.T) {
	cases := map[string]struct{ held, listed string }{
		"the book has none": {"", "L1"},
		"the list has none": {"L1", ""},
		"neither has one":   {"", ""},
		"zeros were lost":   {"0012345", "12345"},
		"zeros come back":   {"12345", "0012345"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			people := []Person{inBook("p1", c.held, "Zoë", "O’Hare")}
			d := CompareLists(people, []ListedMember{onList(2, c.listed, "Zoë", "O’Hare")}, listJune)
			if len(d.MatchedByName) != 1 || len(d.New)+len(d.Missing)+len(d.Ask) != 0 {
				t.Fatal(sums(d))
			}
			p := d.Apply(nil)[0]
			if !p.MatchedByName || len(p.Number) < max(len(c.held), len(c.listed)) {
				t.Errorf("stored %+v", p)
			}
		})
	}
}

func TestNamesAreComparedWithoutAccentsOrApostrophes(t *testing.T) {
	people := []Person{inBook("p1", "", "Zoë", "O’Hare-Nuñez")}
	d := CompareLists(people, []ListedMember{onList(2, "", "ZOE", "O'HARE NUNEZ")}, listJune)
	if len(d.MatchedByName) != 1 {
		t.Fatal(sums(d))
	}
}

func TestWhatIsNotCertainIsAskedAndNeverMerged(t *testing.T) {
	guest := inBook("p1", "", "Jo", "Lee")
	guest.Status = Guest
	rob := inBook("p1", "", "Rob", "Rao")
	rob.Postcode = "NG1 4AB"
	robert := onList(2, "L1", "Robert", "Rao")
	robert.Postcode = "ng14ab"
	mail := inBook("p1", "", "Kate", "Nowak")
	mail.Email = "kn@example.org"
	mailed := onList(2, "L1", "Kasia", "Nowak-Lee")
	mailed.Email = "KN@example.org"
	cases := map[string]struct {
		people []Person
		listed []ListedMember
		why    string
		also   string
	}{
		"two in the book":       {[]Person{inBook("p1", "", "Jo", "Lee"), inBook("p2", "L2", "Jo", "Lee")}, []ListedMember{onList(2, "", "Jo", "Lee")}, "2 people in the book could be this one.", "1 asked"},
		"two on the list":       {[]Person{inBook("p1", "", "Jo", "Lee")}, []ListedMember{onList(2, "L1", "Jo", "Lee"), onList(3, "L2", "Jo", "Lee")}, "The list has this name on 2 rows.", "2 asked"},
		"another number":        {[]Person{inBook("p1", "L1", "Jo", "Lee")}, []ListedMember{onList(2, "L9", "Jo", "Lee")}, "The book has this name with another number, L1.", "1 asked"},
		"a guest":               {[]Person{guest}, []ListedMember{onList(2, "L1", "Jo", "Lee")}, "The book has this name as a guest or an affiliate's delegate.", "1 asked"},
		"one surname, one home": {[]Person{rob}, []ListedMember{robert}, "The book has Rob Rao, with the same email or the same surname and postcode.", "1 asked"},
		"one email":             {[]Person{mail}, []ListedMember{mailed}, "The book has Kate Nowak, with the same email or the same surname and postcode.", "1 asked"},
		"one number, two rows":  {[]Person{inBook("p1", "L1", "Jo", "Lee")}, []ListedMember{onList(2, "L1", "Jo", "Lee"), onList(3, "L1", "Kasia", "Nowak")}, "Its number, L1, is also on row 2. Correct the file.", "1 unchanged, 1 asked"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := CompareLists(c.people, c.listed, listJune)
			wantSums(t, d, c.also)
			if got := d.Ask[0].Why; got != c.why {
				t.Errorf("asked because %q, want %q", got, c.why)
			}
			for _, p := range d.Apply(countingIDs()) {
				if p.ID != "p1" || p.Status != Member || len(d.Unchanged) == 0 {
					t.Errorf("stored %+v before anybody answered", p)
				}
			}
		})
	}
}

func TestACoupleWithOneEmailAndOneHomeAreTwoPeople(t *testing.T) {
	wife, husband := inBook("p1", "L1", "Jo", "Lee"), onList(2, "L2", "Rob", "Lee")
	wife.Email, wife.Postcode = "lees@example.org", "NG1 4AB"
	husband.Email, husband.Postcode = wife.Email, wife.Postcode
	wantSums(t, CompareLists([]Person{wife}, []ListedMember{husband}, listJune), "1 new, 1 missing")
}

func TestANameThatSomebodyElseAnswersToIsNew(t *testing.T) {
	people := []Person{inBook("p1", "L1", "Jo", "Lee")}
	d := CompareLists(people, []ListedMember{onList(2, "L2", "Jo", "Lee"), onList(3, "L1", "Jo", "Lee")}, listJune)
	wantSums(t, d, "1 new, 1 unchanged")
}

func TestAnAnswerSettlesAQuestion(t *testing.T) {
	people := []Person{inBook("p1", "L1", "Jo", "Lee")}
	d := CompareLists(people, []ListedMember{onList(2, "L9", "Jo", "Lee")}, listJune)
	wantSums(t, d.Answer(2, "p1"), "1 changed")
	wantSums(t, d.Answer(2, ""), "1 new, 1 missing")
	wantSums(t, d.Answer(2, "nobody"), "1 asked")
	wantSums(t, d, "1 asked")
	if got := d.Answer(2, "p1").Apply(nil)[0]; got.ID != "p1" || got.Number != "L9" || got.MatchedByName {
		t.Errorf("stored %+v", got)
	}
}

// everything is somebody of whom the book holds all that a list could say.
func everything() Person {
	p := inBook("p1", "L1", "Jo", "Lee")
	p.Title, p.Gender, p.Turns27, p.Email = "Ms", Woman, MustDate(2028, 5, 14), "jo@example.org"
	p.Phones, p.Address, p.Postcode, p.Ward = []string{"07700 900001"}, []string{"4 Lock Road"}, "NG1 4AB", "Millbrook"
	p.Joined, p.Arrears, p.ArrearsSince, p.Note = MustDate(2019, 5, 9), true, MustDate(2026, 4, 1), "brings biscuits"
	return p
}

func TestABlankNeverTakesAwayWhatTheBookHolds(t *testing.T) {
	d := CompareLists([]Person{everything()}, []ListedMember{onList(2, "L1", "", "Lee")}, listJune)
	wantSums(t, d, "1 unchanged")
	want := everything()
	want.LastSeen = listJune
	if diff := cmp.Diff(fmt.Sprintf("%+v", want), fmt.Sprintf("%+v", d.Apply(nil)[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestArrearsAreClearedOnlyByTheWordCurrent(t *testing.T) {
	cases := []struct {
		held bool
		says ListedAs
		want []FieldChange
	}{
		{true, ListedCurrent, []FieldChange{{"Arrears", "since 1 Apr 2026", "cleared"}}},
		{true, ListedNotSaid, nil},
		{true, ListedArrears, nil},
		{false, ListedArrears, []FieldChange{{"Arrears", "", "since 1 Jun 2026"}}},
		{false, ListedCurrent, nil},
	}
	for _, c := range cases {
		p := everything()
		if !c.held {
			p.Arrears, p.ArrearsSince = false, Date{}
		}
		l := onList(2, "L1", "Jo", "Lee")
		l.Standing = c.says
		d := CompareLists([]Person{p}, []ListedMember{l}, listJune)
		var got []FieldChange
		for _, m := range d.Changed {
			got = m.Fields
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("in arrears %v, list says %q (-want +got):\n%s", c.held, c.says, diff)
		}
		after := d.Apply(nil)[0]
		if wantArrears := c.says == ListedArrears || c.held && c.says != ListedCurrent; after.Arrears != wantArrears || after.ArrearsSince.IsZero() == wantArrears {
			t.Errorf("in arrears %v, list says %q: stored %v since %s", c.held, c.says, after.Arrears, after.ArrearsSince)
		}
	}
}

func TestPhonesOfTheBookStandBehindThoseOfTheList(t *testing.T) {
	cases := []struct {
		says []string
		want []string
	}{
		{[]string{"+44 7700 900001"}, []string{"07700 900001"}},
		{[]string{"0115 496 0001", "07700900001"}, []string{"0115 496 0001", "07700 900001"}},
		{[]string{"ask"}, []string{"07700 900001"}},
	}
	for _, c := range cases {
		l := onList(2, "L1", "Jo", "Lee")
		l.Phones = c.says
		got := CompareLists([]Person{everything()}, []ListedMember{l}, listJune).Apply(nil)[0].Phones
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("list says %q (-want +got):\n%s", c.says, diff)
		}
	}
}

func TestTheMissingHaveLeftTheListAndStayInTheBook(t *testing.T) {
	people := []Person{inBook("p1", "L1", "Jo", "Lee"), inBook("p2", "L2", "Sunita", "Rao"), {ID: "p3", Last: "Guest", Status: Guest}}
	d := CompareLists(people, []ListedMember{onList(2, "L1", "Jo", "Lee")}, listJune)
	wantSums(t, d, "1 unchanged, 1 missing")
	stored := NamesOf(d.Apply(nil))
	if p := stored["p2"]; p.Status != Left || p.LeftOn != listJune || p.LastSeen != listMay || p.Name() != "Sunita Rao" {
		t.Errorf("stored %+v", p)
	}
	if people[1].Status != Member {
		t.Error("the comparison touched the book")
	}
	d.KeepMissing = true
	if _, ok := NamesOf(d.Apply(nil))["p2"]; ok {
		t.Error("the missing were stored although they were to be kept")
	}
}

func TestSomebodyWhoLeftAndIsBackHasRejoined(t *testing.T) {
	p := inBook("p1", "L1", "Jo", "Lee")
	p.Status, p.LeftOn = Left, listMay
	d := CompareLists([]Person{p}, []ListedMember{onList(2, "L1", "Jo", "Lee")}, listJune)
	wantSums(t, d, "1 changed")
	if m := d.Changed[0]; !m.Rejoined || m.Fields[0] != (FieldChange{"Status", "left 1 May 2026", "rejoined"}) {
		t.Errorf("%+v", m)
	}
	if got := d.Apply(nil)[0]; got.Status != Member || !got.LeftOn.IsZero() {
		t.Errorf("stored %+v", got)
	}
}

func TestTheLapsedAndResignedAreNoMembers(t *testing.T) {
	for _, says := range []ListedAs{ListedLapsed, ListedResigned, ListedMoved, ListedDied} {
		known, unknown := onList(2, "L1", "Jo", "Lee"), onList(3, "L2", "Sunita", "Rao")
		known.Standing, unknown.Standing = says, says
		d := CompareLists([]Person{inBook("p1", "L1", "Jo", "Lee")}, []ListedMember{known, unknown}, listJune)
		wantSums(t, d, "1 changed, 1 gone")
		if got := d.Changed[0].Fields[0]; got != (FieldChange{"Status", "member", string(says)}) {
			t.Errorf("%+v", got)
		}
		stored := d.Apply(nil)
		if len(stored) != 1 || stored[0].Status != Left || stored[0].LeftOn != listJune {
			t.Errorf("%s: stored %+v", says, stored)
		}
	}
}

func TestAMemberWhoseRowWasRefusedIsNotMissing(t *testing.T) {
	people := []Person{inBook("p1", "L1", "Zoë", "Lee"), inBook("p2", "L2", "Sunita", "Rao"), inBook("p3", "L3", "Kasia", "Nowak")}
	d := CompareLists(people, nil, listJune)
	wantSums(t, d, "3 missing")
	refused := []Refusal{{Row: 4, Name: "Zoe Lee", Reason: "Join date 31/02/2026 is not a real date."}, {Row: 9, Name: "Sunita", Reason: "The surname is empty."}, {Row: 12}}
	d = d.LeftOut(refused)
	wantSums(t, d, "1 missing, 2 held")
	got := d.Import("i1", "june.csv", "semicolons")
	if got.Rows != 3 || got.Missing != 1 || len(got.Refused) != 3 || got.Counts.Members != 2 || got.AsAt != listJune || got.Validate() != nil {
		t.Errorf("%+v", got)
	}
}

func TestAnOlderOrAPartialListIsWorthALook(t *testing.T) {
	var people []Person
	var listed []ListedMember
	for i := range 20 {
		people = append(people, inBook(fmt.Sprint("p", i), fmt.Sprint("L", i), "Jo", fmt.Sprint("Lee", i)))
		if i >= 6 {
			listed = append(listed, onList(i, fmt.Sprint("L", i), "Jo", fmt.Sprint("Lee", i)))
		}
	}
	d := CompareLists(people, listed, listMay.AddDays(-1))
	if len(d.Findings) != 2 || d.Findings[0].Sum != "this one is as at 30 Apr 2026; the book has one as at 1 May 2026" || d.Findings[1].Sum != "6 of 20 members are missing from it" {
		t.Errorf("%+v", d.Findings)
	}
	for _, m := range d.Unchanged {
		if m.After.LastSeen != listMay {
			t.Fatalf("an older list set back when somebody was last seen, to %s", m.After.LastSeen)
		}
	}
	listed = append(listed, onList(1, "L5", "Jo", "Lee5"))
	if d := CompareLists(people, listed, listJune); len(d.Findings) != 0 {
		t.Errorf("5 of 20 missing: %+v", d.Findings)
	}
}

// Whatever the book and the list hold, every row and every member is accounted for once, nobody's id is stored twice,
// and the same list brought in again has nothing left to change.
func TestEveryRowAndEveryMemberIsAccountedFor(t *testing.T) {
	name := rapid.SampledFrom([]string{"Lee", "Rao", "Nowak", "lee"})
	number := rapid.SampledFrom([]string{"", "L1", "L2", "L3", "1", "01"})
	rapid.Check(t, func(t *rapid.T) {
		var people []Person
		used := map[string]bool{}
		for i := range rapid.IntRange(0, 6).Draw(t, "people") {
			p := inBook(fmt.Sprint("p", i), number.Draw(t, "number"), name.Draw(t, "first"), name.Draw(t, "last"))
			p.Status = rapid.SampledFrom([]Status{Member, Left, Guest}).Draw(t, "status")
			if used[p.Number] {
				p.Number = ""
			}
			used[p.Number] = true
			people = append(people, p)
		}
		var listed []ListedMember
		for i := range rapid.IntRange(0, 6).Draw(t, "rows") {
			l := onList(i+2, number.Draw(t, "number"), name.Draw(t, "first"), name.Draw(t, "last"))
			l.Standing = rapid.SampledFrom([]ListedAs{ListedNotSaid, ListedCurrent, ListedArrears, ListedLapsed}).Draw(t, "standing")
			listed = append(listed, l)
		}
		d := CompareLists(people, listed, listJune)
		if got := len(d.New) + len(d.Changed) + len(d.Unchanged) + len(d.Ask) + len(d.Gone); got != len(listed) {
			t.Fatalf("%d of %d rows accounted for: %s", got, len(listed), sums(d))
		}
		stored := map[PersonID]bool{}
		for _, p := range d.Apply(countingIDs()) {
			if stored[p.ID] {
				t.Fatalf("%s is stored twice", p.ID)
			}
			stored[p.ID] = true
			if err := p.Validate(); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range people {
			if p.Status == Member && !stored[p.ID] && !slices.ContainsFunc(d.Ask, func(q ListQuestion) bool {
				return slices.ContainsFunc(q.Candidates, func(c Person) bool { return c.ID == p.ID })
			}) {
				t.Fatalf("%s is neither matched, nor missing, nor asked about", p.ID)
			}
		}
	})
}
