package data_test

import (
	"strings"
	"testing"

	"branchbook/data"
)

func TestActionsAreListedOverdueFirstAndDoneLast(t *testing.T) {
	on := func(month, day int) data.Date { return data.MustDate(2026, 1, 1).AddDays((month-1)*30 + day) }
	in := data.ActionsInput{
		AsAt: on(5, 14), From: on(2, 1), People: data.Names{"okafor": {ID: "okafor", First: "Zoë", Last: "Okafor"}},
		Meetings: map[data.MeetingID]data.Meeting{"april": {ID: "april", Date: data.MustDate(2026, 4, 9)}},
		Items:    map[data.ItemID]data.AgendaItem{"campaigns": {ID: "campaigns", Heading: "Campaigns"}}, Numbers: map[data.ItemID]string{"campaigns": "8"},
		Actions: []data.Action{
			{ID: "1", Ref: "A-1", Text: "print leaflets", Status: data.Done, Closed: on(3, 1), OwnerText: "Treasurer"},
			{ID: "2", Ref: "A-2", Text: "find a date", Status: data.Open, Owner: "okafor"},
			{ID: "3", Ref: "A-3", Text: "return the key", Status: data.Open, Due: on(5, 11), Owner: "okafor", Meeting: "april", Item: "campaigns", Note: "PRIVATE"},
			{ID: "4", Ref: "A-4", Text: "long ago", Status: data.Done, Closed: on(1, 1)},
			{ID: "5", Ref: "A-5", Text: "write to the council", Status: data.Open, Due: on(5, 20)},
			{ID: "6", Ref: "A-6", Text: "not said yet", Status: data.Open, Made: on(6, 1)},
			{ID: "7", Ref: "A-7", Text: "done later", Status: data.Done, Closed: on(6, 1), Due: on(5, 30), Owner: "okafor"},
		},
	}
	d := data.NewActionsList(in)
	wantLines(t, cells(d, "ref", "what", "who", "state", "item"),
		"A-3 | Return the key | Zoë Okafor | Overdue by 3 days | 8 Campaigns",
		"A-5 | Write to the council |  | Open | ",
		"A-7 | Done later | Zoë Okafor | Open | ",
		"A-2 | Find a date | Zoë Okafor | Open | ",
		"A-1 | Print leaflets | Treasurer | Done | ")
	wantWords(t, "summary", d.Summary, "4 open, 1 of them overdue")
	wantWords(t, "meeting", cells(d, "meeting")[0], "09/04/2026")
	wantLines(t, d.Warnings, "Nobody has taken on A-5.")
}

func TestTheDecisionLogHasTheMoneyAndWhatIsNotRatifiedYet(t *testing.T) {
	in := data.DecisionsInput{
		AsAt: data.MustDate(2026, 5, 14),
		Meetings: map[data.MeetingID]data.Meeting{
			"march": {ID: "march", Kind: data.Ordinary, Date: data.MustDate(2026, 3, 12)},
			"april": {ID: "april", Kind: data.Ordinary, Date: data.MustDate(2026, 4, 9)},
			"june":  {ID: "june", Kind: data.AGM, Date: data.MustDate(2026, 6, 11)},
		},
		Decisions: []data.Decision{
			{ID: "3", Ref: "D-3", Meeting: "april", Text: "pay the printer", How: "agreed", Amount: 150_00, Pressing: true, Ratified: "june", RatifiedAs: "agreed"},
			{ID: "1", Ref: "D-1", Meeting: "march", Text: "pay hall hire", How: "agreed", Amount: 45_50, Pressing: true, Ratified: "april", RatifiedAs: "agreed"},
			{ID: "2", Ref: "D-2", Meeting: "march", Text: "the report", How: "noted", Review: data.MustDate(2026, 5, 1)},
			{ID: "4", Ref: "D-4", Meeting: "june", Text: "later", How: "agreed"},
		},
	}
	d := data.NewDecisionLog(in)
	wantLines(t, cells(d, "ref", "date", "meeting", "text", "how", "amount", "review", "ratified"),
		"D-1 | 12/03/2026 | Ordinary meeting | Pay hall hire | Agreed | £45.50 |  | 9 Apr 2026: agreed",
		"D-2 | 12/03/2026 | Ordinary meeting | The report | Noted |  | 01/05/2026 | ",
		"D-3 | 09/04/2026 | Ordinary meeting | Pay the printer | Agreed | £150 |  | Not yet")
	says(t, d, "Decisions 3", "With money 2 £195.50 in all", "To be reviewed by now 1", "Not ratified yet 1 Made without a quorum: D-3.")
	wantLines(t, d.Warnings, "Made without a quorum and not ratified yet: D-3.")
	in.From = data.MustDate(2026, 4, 1)
	wantLines(t, cells(data.NewDecisionLog(in), "ref"), "D-3")
}

// membership is four members as at 14 May 2026, somebody who left, and a guest.
func membership() data.MembersInput {
	return data.MembersInput{
		Branch: data.Branch{Name: "Millbrook"}, Rules: data.DefaultRules(), AsAt: data.MustDate(2026, 5, 14), List: &data.ListImport{AsAt: data.MustDate(2026, 5, 1)},
		People: []data.Person{
			{ID: "a", First: "Ann", Last: "Adams", Status: data.Member, Ward: "Canalside", Joined: data.MustDate(2019, 2, 3), Email: "ann@example.org", Gender: data.Woman, Note: "PRIVATE"},
			{ID: "b", First: "Ben", Last: "Brown", Status: data.Member, Ward: "Millbrook", Joined: data.MustDate(2018, 2, 3), Arrears: true, ArrearsSince: data.MustDate(2026, 4, 1), Address: []string{"1 Mill Lane", "Northgate"}, Postcode: "NG1 1AA"},
			{ID: "c", First: "Chi", Last: "Clark", Status: data.Member, Ward: "Millbrook", Joined: data.MustDate(2026, 4, 28), Email: "chi@example.org", Phones: []string{"07700 900123", "01632 960001"}},
			{ID: "d", First: "Dee", Last: "Davis", Status: data.Member, Joined: data.MustDate(2026, 2, 26)},
			{ID: "l", First: "Left", Last: "Leaver", Status: data.Left, LeftOn: data.MustDate(2026, 5, 1)},
			{ID: "g", First: "Guy", Last: "Guest", Status: data.Guest},
		},
	}
}

func TestTheListOfMembersSaysNameWardAndVote(t *testing.T) {
	d := data.NewMembersList(membership())
	if got := titlesOf(d.Columns); got != "Name, Ward, Voting" {
		t.Errorf("columns %s", got)
	}
	wantLines(t, cells(d, "name", "ward", "standing"),
		"Adams, Ann | Canalside | Can vote", "Brown, Ben | Millbrook | In arrears since 1 April 2026", "Clark, Chi | Millbrook | New: votes from 23 June 2026", "Davis, Dee |  | Can vote")
	says(t, d, "Members 4", "Without email 2", "2 can vote on Thu 14 May 2026: 4 members, less 1 in arrears, less 1 new = 2.", "Canalside 1", "Millbrook 2", "No ward recorded 1", "Membership list as at Fri 1 May 2026")
	wantWords(t, "shares", d.PersonalWords(), "Personal data: voting of 4 people.")
}

func titlesOf(columns []data.ReturnColumn) string {
	var out []string
	for _, c := range columns {
		out = append(out, c.Title)
	}
	return strings.Join(out, ", ")
}

func TestWhoLeftLaterWasAMemberThen(t *testing.T) {
	in := membership()
	in.AsAt = data.MustDate(2026, 4, 30)
	wantLines(t, cells(data.NewMembersList(in), "name"), "Adams, Ann", "Brown, Ben", "Clark, Chi", "Davis, Dee", "Leaver, Left")
}

func TestTheWelcomeListHasWhoJoinedTheNewestFirst(t *testing.T) {
	in := membership()
	d := data.NewWelcomeList(in)
	wantLines(t, cells(d, "name", "joined", "email", "phone"), "Clark, Chi | 28/04/2026 | chi@example.org | 07700 900123, 01632 960001", "Davis, Dee | 26/02/2026 |  | ")
	says(t, d, "Joined since Thu 12 Feb 2026", "Joined 2", "Can vote already 1")
	in.From = data.MustDate(2026, 4, 28)
	wantLines(t, cells(data.NewWelcomeList(in), "name"), "Clark, Chi")
}

func TestThePostListHasWhoeverHasNoEmail(t *testing.T) {
	d := data.NewPostList(membership())
	wantLines(t, cells(d, "name", "address", "postcode"), "Brown, Ben | 1 Mill Lane\nNorthgate | NG1 1AA", "Davis, Dee |  | ")
	wantWords(t, "summary", d.Summary, "2 of 4 members")
	wantLines(t, d.Warnings, "Neither email nor address is recorded for Dee Davis.")
}

func TestALongListOfNamesIsCutShortOnThePage(t *testing.T) {
	in := membership()
	one := in.People[3]
	for range 20_000 {
		in.People = append(in.People, one)
	}
	says(t, data.NewPostList(in), "Without an address either 20001 Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis, Dee Davis and 19989 others")
}

func TestTheDoorHasWhoCannotVoteAndWhy(t *testing.T) {
	in := membership()
	d := data.NewDoorList(in)
	wantLines(t, cells(d, "name", "reason", "votes"), "Brown, Ben | In arrears since 1 April | ", "Clark, Chi | Joined 28 April: under 8 weeks | 23/06/2026")
	says(t, d, "In arrears 1", "New 1", "2 can vote on Thu 14 May 2026")
	in.Rules.Eligibility.ArrearsVote = true
	wantLines(t, cells(data.NewDoorList(in), "name", "reason"), "Brown, Ben | In arrears, which costs no vote here", "Clark, Chi | Joined 28 April: under 8 weeks")
}

func TestEveryListIsNamedOnceAndItsColumnsDiffer(t *testing.T) {
	words, kinds := map[string]bool{}, map[data.PaperKind]bool{}
	for _, k := range data.TableKinds() {
		if words[k.Word] || kinds[k.Kind] || strings.ContainsAny(k.Word, " _") {
			t.Errorf("%q, %q is not a name of its own", k.Kind, k.Word)
		}
		words[k.Word], kinds[k.Kind] = true, true
		keys, titles, on := map[string]bool{}, map[string]bool{}, 0
		for _, c := range k.Columns {
			if keys[c.Key] || titles[strings.ToLower(c.Title)] {
				t.Errorf("%s has %q (%s) twice", k.Title, c.Title, c.Key)
			}
			keys[c.Key], titles[strings.ToLower(c.Title)] = true, true
			if c.Default {
				on++
			}
		}
		if on == 0 && !k.OfContest {
			t.Errorf("%s has no column on", k.Title)
		}
	}
}
