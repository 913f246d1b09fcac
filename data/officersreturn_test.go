package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"branchbook/data"
)

// officers are those of June 2026: a job-share, a vacancy, and a vice chair who took over from another.
func officers() data.OfficersInput {
	agm, before := data.MustDate(2026, 6, 11), data.MustDate(2025, 6, 12)
	ended := agm.AddDays(-1)
	in := data.OfficersInput{
		Branch: data.Branch{Name: "Millbrook", CLP: "Northgate CLP", CLPSecretary: "Ruth Gallagher"}, Posts: data.StandardPosts(), Rules: data.DefaultRules(),
		People: data.Names{}, AsAt: data.MustDate(2026, 6, 18), Members: data.Membership{Members: 216, Women: 113, Men: 103}, MembersAsAt: data.MustDate(2026, 6, 1),
		Meetings: []data.Meeting{{ID: "agm", Kind: data.AGM, Date: agm, Status: data.Closed, Quorum: data.Finding{Verdict: "quorate from 7.31pm"}}},
	}
	for i := range in.Posts {
		in.Posts[i].ID = data.PostID(fmt.Sprint("post", i))
	}
	for name, gender := range map[string]data.Gender{"Dunne": data.Woman, "Prosser": data.Woman, "Carrick": data.Man, "Whitcombe": data.Woman, "Sorensen": data.Man, "Okafor": data.Woman} {
		in.People[data.PersonID(name)] = data.Person{ID: data.PersonID(name), First: "First", Last: name, Status: data.Member, Gender: gender, Number: "00" + name, Email: name + "@example.org", Note: "PRIVATE"}
	}
	term := func(post int, who string, from, to data.Date, how data.HowElected) {
		in.Terms = append(in.Terms, data.Term{ID: data.TermID(fmt.Sprint(len(in.Terms))), Post: in.Posts[post].ID, Person: data.PersonID(who), From: from, To: to, How: how})
	}
	term(0, "Dunne", before, ended, data.ElectedHands)
	term(0, "Dunne", agm, data.Date{}, data.ElectedUnopposed)
	term(1, "Prosser", before, ended, data.ElectedHands)
	term(1, "Carrick", agm, data.Date{}, data.ElectedBallot)
	term(2, "Whitcombe", agm, data.Date{}, data.ElectedUnopposed)
	term(2, "Okafor", agm, data.Date{}, data.ElectedUnopposed)
	term(3, "Sorensen", before, ended, data.ElectedHands)
	return in
}

// cells are what a list shows under some columns, a line for each row.
func cells(d data.TableDoc, keys ...string) []string {
	var out []string
	for _, r := range d.Rows {
		var row []string
		for _, key := range keys {
			i := slices.IndexFunc(d.Offered, func(c data.ReturnColumn) bool { return c.Key == key })
			row = append(row, r.Text(d.Offered[i]))
		}
		out = append(out, strings.Join(row, " | "))
	}
	return out
}

func wantLines(t *testing.T, got []string, wanted ...string) {
	t.Helper()
	if !slices.Equal(got, wanted) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(wanted, "\n  "))
	}
}

// spoken is all that the readable page of a list says.
func spoken(d data.TableDoc) string {
	var out []string
	for _, f := range d.Facts {
		out = append(out, f.Label+" "+f.Value)
	}
	for _, s := range d.Sections {
		out = append(out, s.Title)
		for _, sum := range s.Sums {
			out = append(out, fmt.Sprintf("%s %d %s", sum.Label, sum.N, sum.Words))
		}
		out = append(append(out, s.Sentences...), s.Notes...)
	}
	return strings.Join(out, "\n")
}

func says(t *testing.T, d data.TableDoc, wanted ...string) {
	t.Helper()
	all := spoken(d)
	for _, w := range wanted {
		if !strings.Contains(all, w) {
			t.Errorf("%q is not said in:\n%s", w, all)
		}
	}
}

func TestTheOfficersReturnNamesWhoHoldsEachPostAndWhatIsVacant(t *testing.T) {
	d := data.NewOfficersReturn(officers())
	wantLines(t, cells(d, "post", "name", "how", "from", "to", "share", "before"),
		"Chair | First Dunne | Unopposed | 11/06/2026 | until the next AGM begins |  | ",
		"Vice chair | First Carrick | Ballot | 11/06/2026 | until the next AGM begins |  | First Prosser, to 10 Jun 2026",
		"Secretary | First Whitcombe | Unopposed | 11/06/2026 | until the next AGM begins | with First Okafor | ",
		"Secretary | First Okafor | Unopposed | 11/06/2026 | until the next AGM begins | with First Whitcombe | ",
		"Treasurer | Vacant |  |  |  |  | First Sorensen, to 10 Jun 2026",
		"Women's officer | Vacant |  |  |  |  | ")
	wantWords(t, "summary", d.Summary, "3 of 5 posts filled")
	says(t, d, "To Ruth Gallagher, Northgate CLP", "Annual general meeting Thu 11 Jun 2026: quorate from 7.31pm", "Membership 216 members on Mon 1 Jun 2026",
		"Filled 3", "Vacant 2 Treasurer and Women's officer", "Women 3 of 4 officers on the executive", "Balance met: 3 women of 4 elected; needed 2: at least 2.")
	if !slices.Contains(d.Warnings, "2 posts are vacant: Treasurer and Women's officer.") {
		t.Errorf("warnings %q", d.Warnings)
	}
}

func TestTheOfficersReturnSaysWhatChangesInTheListOfRoles(t *testing.T) {
	wantLines(t, cells(data.NewOfficersReturn(officers()), "access"),
		"", "Add First Carrick; take out First Prosser", "Add First Whitcombe", "Add First Okafor", "Take out First Sorensen", "")
}

func TestContactDetailsOfOfficersAreOffAndAskedForWhenOn(t *testing.T) {
	in := officers()
	d := data.NewOfficersReturn(in)
	wantWords(t, "shares", d.PersonalWords(), "No personal columns: names, posts and how they were filled.")
	in.Columns = []string{"post", "name", "email"}
	d = data.NewOfficersReturn(in)
	wantWords(t, "shares", d.PersonalWords(), "Personal data: email of 4 people.")
	asks := func(d data.TableDoc) string { return d.Warnings[len(d.Warnings)-1] }
	wantWords(t, "asks", asks(d), "No consent to share contact details is recorded for First Dunne, First Carrick, First Whitcombe and First Okafor. Ask before you send this, or switch those columns off.")
	in.Seats = []data.Seat{{Person: "Carrick", Elected: in.AsAt, Consent: true}, {Person: "Okafor", Elected: in.AsAt.AddDays(1), Consent: true}}
	wantWords(t, "asks", asks(data.NewOfficersReturn(in)), "No consent to share contact details is recorded for First Dunne, First Whitcombe and First Okafor. Ask before you send this, or switch those columns off.")
}

func TestTooFewWomenAmongTheOfficersIsSaidWithItsSum(t *testing.T) {
	in := officers()
	in.Terms = slices.DeleteFunc(in.Terms, func(term data.Term) bool { return term.Person != "Carrick" })
	in.Posts = in.Posts[1:2]
	d := data.NewOfficersReturn(in)
	says(t, d, "Two women short: 0 women of 1 elected; needed 2: at least 2.", "Source: Model rules")
	if !slices.ContainsFunc(d.Warnings, func(w string) bool { return strings.HasPrefix(w, "Two women short") }) {
		t.Errorf("warnings %q", d.Warnings)
	}
}

func TestTwoAuditorsShareNothingAndOneAloneLeavesAPlace(t *testing.T) {
	in := officers()
	in.Posts = []data.Post{{ID: "auditor", Name: "Auditor", Holders: 2}}
	since := data.MustDate(2026, 6, 11)
	in.Terms = []data.Term{{ID: "1", Post: "auditor", Person: "Dunne", From: since, How: data.ElectedHands}, {ID: "2", Post: "auditor", Person: "Carrick", From: since, How: data.Appointed, Acting: true}}
	wantLines(t, cells(data.NewOfficersReturn(in), "name", "how", "share"), "First Dunne | Show of hands | ", "First Carrick | Acting, appointed | ")
	in.Terms = in.Terms[:1]
	d := data.NewOfficersReturn(in)
	wantLines(t, cells(d, "post", "name"), "Auditor | First Dunne", "Auditor | Vacant")
	says(t, d, "Vacant 1 Auditor (1 of 2)")
}

func TestAnOfficerWhoHoldsTwoPostsIsCountedOnce(t *testing.T) {
	in := officers()
	in.Terms = append(in.Terms, data.Term{ID: "both", Post: in.Posts[4].ID, Person: "Dunne", From: data.MustDate(2026, 6, 11)})
	says(t, data.NewOfficersReturn(in), "Women 3 of 4 officers on the executive")
}
