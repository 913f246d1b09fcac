package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"branchbook/data"
)

// delegation is scenario 13: 15 seats of the General Committee elected on 11 June 2026, 8 women, 1 under 27.
func delegation(t *testing.T) data.DelegateInput {
	t.Helper()
	in := data.DelegateInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates, CLPSecretary: "Ruth Gallagher"},
		Body:   data.Body{ID: "gc", Name: data.GeneralCommittee}, People: data.Names{}, Rules: data.DefaultRules(),
		Members: data.Membership{Members: 216, Women: 113, Men: 100, NotStated: 3, Young: 19}, MembersAsAt: data.MustDate(2026, 6, 1),
		AsAt: data.MustDate(2026, 6, 18), Version: 1, Chair: "Margaret Dunne", Secretary: "Jean Whitcombe",
		Meetings: []data.Meeting{{Kind: data.AGM, Date: data.MustDate(2026, 6, 11), Quorum: data.Finding{Verdict: "quorate from 7.31pm"}}},
	}
	for i := range 15 {
		votes := 20 - i
		id := data.PersonID(fmt.Sprintf("delegate%02d", i+1))
		p := data.Person{
			ID: id, First: "First", Last: fmt.Sprintf("Delegate%02d", i+1), Number: fmt.Sprintf("L00000%02d", i+1), Status: data.Member, Gender: data.Man,
			Email: fmt.Sprintf("d%02d@example.org", i+1), Phones: []string{fmt.Sprintf("07700 9001%02d", i+1)}, Address: []string{"1 Mill Lane", "Northgate"}, Postcode: "NG1 1AA",
			Note: "PRIVATE note",
		}
		if i < 8 {
			p.Gender = data.Woman
		}
		if i == 1 {
			p.Turns27 = data.MustDate(2030, 1, 1)
		}
		in.People[id] = p
		in.Seats = append(in.Seats, data.Seat{
			ID: data.SeatID(fmt.Sprint(i)), Body: "gc", Number: i + 1, Class: data.OpenSeat, Person: id,
			Elected: data.MustDate(2026, 6, 11), How: data.ElectedBallot, Votes: &votes, Consent: true,
		})
	}
	in.Seats[0].Class, in.Seats[0].How, in.Seats[0].Votes = data.ExOfficioSeat, data.ExOfficio, nil
	in.Seats[1].Class, in.Seats[1].How, in.Seats[1].Votes = data.YouthSeat, data.ElectedUnopposed, nil
	return in
}

// replaced is scenario 13 in October: seat 6 moved away on 2 September, and a newcomer was elected on 8 October.
func replaced(t *testing.T) data.DelegateInput {
	in := delegation(t)
	first := data.NewDelegateReturn(in).TableDoc().AsSent()
	in.Previous, in.Version, in.AsAt = &first, 2, data.MustDate(2026, 10, 9)
	in.Seats[5].Ends = data.MustDate(2026, 9, 2)
	in.People["newcomer"] = data.Person{ID: "newcomer", First: "Zoë", Last: "Okafor", Gender: data.Woman, Status: data.Member}
	in.Seats = append(in.Seats, data.Seat{ID: "new", Body: "gc", Number: 6, Class: data.OpenSeat, Person: "newcomer", Elected: data.MustDate(2026, 10, 8), How: data.ElectedHands})
	return in
}

func text(t *testing.T, d data.DelegateReturnDoc, r int, key string) string {
	t.Helper()
	for _, c := range data.ReturnColumns() {
		if c.Key == key {
			return d.Rows[r].Text(c)
		}
	}
	t.Fatalf("no column has the key %q", key)
	return ""
}

func keys(d data.DelegateReturnDoc) string {
	var out []string
	for _, c := range d.Columns {
		out = append(out, c.Key)
	}
	return strings.Join(out, " ")
}

func warned(t *testing.T, d data.DelegateReturnDoc, sentence string) {
	t.Helper()
	if !slices.Contains(d.Warnings, sentence) {
		t.Errorf("no warning %q among %q", sentence, d.Warnings)
	}
}

func TestTheReturnOfTheEighteenthOfJune(t *testing.T) {
	d := data.NewDelegateReturn(delegation(t))
	wantWords(t, "summary", d.Summary, "15 seats, 8 women, 1 under 27")
	if d.Seats != 15 || d.Filled != 15 || d.Vacant != 0 || len(d.Rows) != 15 {
		t.Errorf("%d seats, %d filled, %d vacant, %d rows", d.Seats, d.Filled, d.Vacant, len(d.Rows))
	}
	if !strings.Contains(d.Entitlement.Sum, "14.4") {
		t.Errorf("the entitlement has no sum: %q", d.Entitlement.Sum)
	}
	wantWords(t, "term", text(t, d, 3, "from")+" "+text(t, d, 3, "to"), "11/06/2026 until the next AGM begins")
	wantWords(t, "youth seat", text(t, d, 1, "class")+", "+text(t, d, 1, "how")+", "+text(t, d, 1, "votes")+", "+text(t, d, 1, "under27"), "Youth, Unopposed, , Yes")
	wantWords(t, "open seat", text(t, d, 2, "class")+", "+text(t, d, 2, "how")+", "+text(t, d, 2, "votes"), "Open, Ballot, 18")
	if len(d.Warnings) != 0 {
		t.Errorf("warnings about nothing: %q", d.Warnings)
	}
	facts := fmt.Sprint(d.Facts)
	for _, wanted := range []string{"{To Ruth Gallagher, Northgate CLP}", "{As at Thu 18 Jun 2026}", "{Version 1}", "{Branch chair Margaret Dunne}",
		"{Membership 216 members on Mon 1 Jun 2026: 113 women, 100 men, 3 not stated; 19 under 27}",
		"{Elected Thu 11 Jun 2026, 15 seats, annual general meeting: quorate from 7.31pm}"} {
		if !strings.Contains(facts, wanted) {
			t.Errorf("%q is not among the facts %s", wanted, facts)
		}
	}
}

func TestContactColumnsAreOffUnlessTheyAreWanted(t *testing.T) {
	d := data.NewDelegateReturn(delegation(t))
	wantWords(t, "columns", keys(d), "no class first last elected how")
	wantWords(t, "personal", d.TableDoc().PersonalWords(), "No personal columns: names, seats and how they were filled.")
	in := delegation(t)
	in.Columns = []string{"phone", "last", "email", "no such column"}
	d = data.NewDelegateReturn(in)
	wantWords(t, "columns wanted", keys(d), "last email phone")
	wantWords(t, "personal", d.TableDoc().PersonalWords(), "Personal data: email and phone of 15 people.")
	wantWords(t, "email", text(t, d, 0, "email"), "d01@example.org")
}

func TestContactDetailsNeedConsent(t *testing.T) {
	in := delegation(t)
	in.Seats[3].Consent = false
	in.Columns = []string{"no", "last", "email", "phone", "address", "postcode"}
	d := data.NewDelegateReturn(in)
	for _, key := range []string{"email", "phone", "address", "postcode"} {
		wantWords(t, key, text(t, d, 3, key), "")
	}
	wantWords(t, "columns", keys(d), "no last email phone address postcode notes")
	wantWords(t, "notes", text(t, d, 3, "notes"), "Contact details not shared: no consent recorded")
	wantWords(t, "personal", d.TableDoc().PersonalWords(), "Personal data: email, phone, postal address and postcode of 14 people.")
	warned(t, d, "Contact details are left blank for First Delegate04: no consent to share them is recorded.")
	if whole := fmt.Sprintf("%+v", d); strings.Contains(whole, "d04@example.org") || strings.Contains(whole, "PRIVATE") {
		t.Error("the return holds what it must not print")
	}
}

func TestVacantSeatsAreListed(t *testing.T) {
	in := delegation(t)
	in.Seats = slices.Delete(in.Seats, 4, 6)
	d := data.NewDelegateReturn(in)
	wantWords(t, "summary", d.Summary, "15 seats, 13 filled, 6 women, 1 under 27")
	if len(d.Rows) != 15 || !d.Rows[4].Vacant || !d.Rows[5].Vacant || d.Rows[6].Seat != 7 {
		t.Fatalf("the rows of the vacant seats: %+v", d.Rows[4:7])
	}
	wantWords(t, "row", text(t, d, 4, "no")+text(t, d, 4, "class")+text(t, d, 4, "last")+text(t, d, 4, "elected")+text(t, d, 4, "consent"), "5Vacant")
}

func TestADelegateWithNoEmailIsNamedBeforeItIsSent(t *testing.T) {
	in := delegation(t)
	in.Columns = []string{"last", "email"}
	for _, id := range []data.PersonID{"delegate02", "delegate03"} {
		p := in.People[id]
		p.Email = ""
		in.People[id] = p
	}
	d := data.NewDelegateReturn(in)
	warned(t, d, "No email is recorded for First Delegate02 and First Delegate03.")
	wantWords(t, "personal", d.TableDoc().PersonalWords(), "Personal data: email of 13 people.")
}

func TestMoreSeatsThanTheEntitlementIsWarnedOf(t *testing.T) {
	in := delegation(t)
	in.Members.Members = 120
	d := data.NewDelegateReturn(in)
	warned(t, d, fmt.Sprintf("15 seats are filled, but the branch is entitled to 8: %s.", d.Entitlement.Sum))
	if d.Vacant != 0 || len(d.Rows) != 15 {
		t.Errorf("%d vacant of %d rows", d.Vacant, len(d.Rows))
	}
}

func TestAPersonSitsOnce(t *testing.T) {
	in := delegation(t)
	in.Seats[6].Person = "delegate03"
	d := data.NewDelegateReturn(in)
	warned(t, d, "First Delegate03 is on the delegation twice, in seats 3 and 7. A person can hold one of them.")
	if d.People != 14 || d.Women != 7 {
		t.Errorf("%d people, %d women; want each counted once: 14 and 7", d.People, d.Women)
	}
}

func TestTwoPeopleInOneSeatAreWarnedOf(t *testing.T) {
	in := delegation(t)
	in.Seats[6].Number = 6
	warned(t, data.NewDelegateReturn(in), "First Delegate06 and First Delegate07 both have seat 6. Give one of them another number.")
}

func TestADelegateWhoLeftTheListIsWarnedOf(t *testing.T) {
	in := delegation(t)
	p := in.People["delegate03"]
	p.Status, p.LeftOn = data.Left, data.MustDate(2026, 6, 1)
	in.People["delegate03"] = p
	delete(in.People, "delegate04")
	d := data.NewDelegateReturn(in)
	warned(t, d, "First Delegate03 is not on the membership list since Mon 1 Jun 2026. Check the seat before you send this.")
	warned(t, d, "Seat 4 is held by someone who is no longer in the book. Choose who holds it.")
}

func TestABranchOfAnAllMemberPartySendsNoDelegates(t *testing.T) {
	in := delegation(t)
	in.Branch.Structure = data.AllMembers
	if d := data.NewDelegateReturn(in); len(d.Warnings) == 0 || !strings.Contains(d.Warnings[0], "all its members") {
		t.Errorf("warnings: %q", d.Warnings)
	}
}

func TestTheSecondReturnSaysWhoWentAndWhoCame(t *testing.T) {
	d := data.NewDelegateReturn(replaced(t))
	var got []string
	for _, c := range d.Changes {
		got = append(got, c.Words())
	}
	want := []string{
		"Out: First Delegate06, seat 6: until Wed 2 Sep 2026",
		"In: Zoë Okafor, seat 6: elected Thu 8 Oct 2026, show of hands",
	}
	if !slices.Equal(got, want) {
		t.Errorf("changes:\n got %q\nwant %q", got, want)
	}
	if d.Since != 1 || d.Version != 2 || len(d.Rows) != 15 {
		t.Errorf("version %d since %d with %d rows", d.Version, d.Since, len(d.Rows))
	}
	if facts := fmt.Sprint(d.Facts); !strings.Contains(facts, "{Version 2, in place of version 1 as at Thu 18 Jun 2026}") {
		t.Errorf("facts: %s", facts)
	}
}

func TestAChangeOfContactDetailsIsNamedWithoutThem(t *testing.T) {
	in := delegation(t)
	in.Columns = []string{"no", "last", "email", "how"}
	first := data.NewDelegateReturn(in).TableDoc().AsSent()
	in.Previous, in.Version = &first, 2
	p := in.People["delegate03"]
	p.Email = "new@example.org"
	in.People["delegate03"] = p
	in.Seats[3].Number, in.Seats[3].How = 40, data.CoOpted
	d := data.NewDelegateReturn(in)
	if len(d.Changes) != 2 {
		t.Fatalf("changes: %+v", d.Changes)
	}
	wantWords(t, "email", d.Changes[0].Words(), "Changed: First Delegate03, seat 3: email changed")
	wantWords(t, "seat", d.Changes[1].Words(), "Changed: First Delegate04, seat 40: no. 40, was 4; how elected Co-opted, was Ballot")
}

func TestAReturnThatIsTheSameHasNoChanges(t *testing.T) {
	in := delegation(t)
	first := data.NewDelegateReturn(in).TableDoc().AsSent()
	in.Previous, in.Version = &first, 2
	if d := data.NewDelegateReturn(in); len(d.Changes) != 0 || d.Since != 1 {
		t.Errorf("since %d: %+v", d.Since, d.Changes)
	}
}

func TestAReturnOfNothingIsStillAReturn(t *testing.T) {
	d := data.NewDelegateReturn(data.DelegateInput{})
	if d.Version != 1 || d.Filled != 0 || d.People != 0 {
		t.Errorf("%+v", d)
	}
}

func TestTheCoveringNoteNamesNoDelegate(t *testing.T) {
	wantWords(t, "note", data.NewDelegateReturn(replaced(t)).TableDoc().CoveringNote(), `Dear Ruth Gallagher,

Here is the delegate return of Millbrook & Canalside Branch for the General Committee, as at Fri 9 Oct 2026: version 2, in place of version 1.

15 seats, 8 women, 1 under 27.
Since version 1: 1 out, 1 in, 0 changed.

No personal columns: names, seats and how they were filled.

Jean Whitcombe
Secretary, Millbrook & Canalside Branch`)
}

func TestEveryColumnOfARow(t *testing.T) {
	in := delegation(t)
	in.Seats[1].Ends = data.MustDate(2027, 6, 10)
	d := data.NewDelegateReturn(in)
	var got []string
	for _, c := range data.ReturnColumns() {
		got = append(got, d.Rows[1].Text(c))
	}
	want := "2|Youth|First|Delegate02|L0000002|Woman|Yes|d02@example.org|07700 900102|1 Mill Lane, Northgate|NG1 1AA|General Committee|" +
		"11/06/2026|Unopposed||11/06/2026|10/06/2027|Yes|"
	wantWords(t, "row", strings.Join(got, "|"), want)
}
