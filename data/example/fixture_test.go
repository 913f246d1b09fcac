package example

import (
	"slices"
	"testing"
	"time"

	"branchbook/data"
)

func want[T comparable](t *testing.T, what string, got, wanted T) {
	t.Helper()
	if got != wanted {
		t.Errorf("%s: got %v, want %v", what, got, wanted)
	}
}

func find[T any](t *testing.T, all []T, is func(T) bool) T {
	t.Helper()
	at := slices.IndexFunc(all, is)
	if at < 0 {
		t.Fatalf("no such %T", *new(T))
	}
	return all[at]
}

func named(t *testing.T, b Branchful, name string) data.Person {
	t.Helper()
	return find(t, b.People, func(p data.Person) bool { return p.Name() == name })
}

func TestTheListOfTheFirstOfMayIsTheFixture(t *testing.T) {
	b := Make(Default)
	list := data.Membership{Members: 214, Women: 112, Men: 99, NotStated: 3, Young: 19, Arrears: 9, NoEmail: 26}
	want(t, "members", data.CountMembers(b.People, lastList), list)
	last := b.Imports[len(b.Imports)-1]
	want(t, "as at", last.AsAt, lastList)
	want(t, "counts of the last list", last.Counts, list)
	want(t, "rows", last.Rows, 217)
	wards := map[string]int{}
	for _, p := range b.People {
		if p.Status == data.Member {
			wards[p.Ward]++
		}
	}
	want(t, millbrook, wards[millbrook], 131)
	want(t, canalside, wards[canalside], 83)
}

func TestSixJoinedInsideEightWeeksAndNoneOfThemOwes(t *testing.T) {
	var joined []string
	for _, p := range Make(Default).People {
		if p.Status == data.Member && p.Joined.After(day(2026, time.March, 19)) {
			joined = append(joined, p.Joined.DayMonth())
			want(t, p.Name()+" in arrears", p.Arrears, false)
		}
	}
	slices.Sort(joined)
	if !slices.Equal(joined, []string{"10 April", "2 April", "20 April", "24 April", "25 March", "28 April"}) {
		t.Errorf("joined: %v", joined)
	}
}

func TestOneHundredAndNinetyNineCanVoteOnThe14thOfMayAndTenAreAQuorum(t *testing.T) {
	b := Make(Default)
	rules := data.RulesOn(b.Rules, planned)
	eligible, f := rules.Eligibility.Count(b.People, planned)
	want(t, "eligible", eligible, 199)
	want(t, "sum", f.Sum, "214 members, less 9 in arrears, less 6 new = 199")
	needed, q := rules.Quorum.Needed(eligible, 214)
	want(t, "quorum", needed, 10)
	want(t, "the other reading", q.Other[0].Verdict, "11 if counted on all 214")
}

func TestTheRulesAreThoseOfTheScenarios(t *testing.T) {
	r := data.RulesOn(Make(Default).Rules, planned)
	want(t, "notice", r.Notice.Days, 7)
	want(t, "motions", r.Motions.Days, 14)
	want(t, "share", r.Quorum.Share.String(), "5%")
	want(t, "of", r.Quorum.Of, data.EligibleMembers)
	want(t, "weeks", r.Eligibility.Days, 56)
	want(t, "arrears", r.Eligibility.ArrearsVote, false)
	want(t, "members to a seat", r.Seats.Per, 15)
	want(t, "or part", r.Seats.OrPart, true)
	want(t, "women among officers", r.Officers.AtLeast, 2)
}

func TestTheBranchIsMillbrookAndCanalside(t *testing.T) {
	b := Make(Default).Branch
	want(t, "name", b.Name, "Millbrook & Canalside Branch")
	want(t, "clp", b.CLP, "Northgate CLP")
	want(t, "structure", b.Structure, data.Delegates)
	want(t, "venue", b.Venue, "Canalside Community Hall")
}

func TestTheCastStandsAsThePicturesShow(t *testing.T) {
	b := Make(Default)
	for name, words := range map[string]string{
		"Aled Davies": "In arrears since 1 April 2026", "Callum Frazer": "New: votes from 23 June 2026",
		"Róisín O'Hare": "New: votes from 20 May 2026", "Halina Tokarczuk": "Can vote",
	} {
		want(t, name, b.Rules[0].Eligibility.Standing(named(t, b, name), planned).Words, words)
	}
	p := named(t, b, "Grace Mbeki")
	want(t, "Grace Mbeki's email", p.Email, "")
	want(t, "Grace Mbeki's phones", len(p.Phones), 0)
}

func TestFiveOfficersServeSinceTheAGMOfJune2025(t *testing.T) {
	b := Make(Default)
	names, holders, women := data.NamesOf(b.People), map[string]string{}, 0
	for _, p := range b.Posts {
		term := find(t, b.Terms, func(x data.Term) bool { return x.Post == p.ID && x.HeldOn(planned) })
		want(t, p.Name+" since", term.From, day(2025, time.June, 12))
		holders[p.Name] = names.Name(term.Person)
		if names[term.Person].Gender == data.Woman {
			women++
		}
	}
	for post, name := range map[string]string{
		"Chair": "Margaret Dunne", "Vice chair": "Tomasz Wiśniewski", "Secretary": "Jean Whitcombe",
		"Treasurer": "Lars Sørensen", "Women's officer": "Priya Chandrasekar",
	} {
		want(t, post, holders[post], name)
	}
	want(t, "posts", len(b.Posts), 5)
	want(t, "balance", b.Rules[0].Officers.Judge(women, len(holders), 5).Warning, false)
}

func TestThirteenOfFifteenSeatsAreFilledWithEightWomen(t *testing.T) {
	b := Make(Default)
	names, held, women, consent := data.NamesOf(b.People), 0, 0, 0
	for _, s := range b.Seats {
		if !s.HeldOn(planned) {
			continue
		}
		held++
		want(t, "elected", s.Elected, day(2025, time.June, 12))
		want(t, "how", s.How, data.ElectedBallot)
		if s.Votes == nil {
			t.Errorf("seat %d has no votes", s.Number)
		}
		if names[s.Person].Gender == data.Woman {
			women++
		}
		if s.Consent {
			consent++
		}
	}
	want(t, "filled", held, 13)
	want(t, "women", women, 8)
	want(t, "consent", consent, 11)
	agm := find(t, b.Meetings, func(m data.Meeting) bool { return m.Date == lastAGM })
	places, _ := b.Rules[0].Seats.Seats(agm.Members, agm.Date)
	want(t, "places", places, 15)
}

func TestTheMeetingOf14MayIsPlannedWithTwoMotions(t *testing.T) {
	b := Make(Default)
	m := find(t, b.Meetings, func(m data.Meeting) bool { return m.Date == planned })
	want(t, "status", m.Status, data.Planned)
	want(t, "heading", m.Heading(), "Ordinary meeting, Thu 14 May 2026")
	names, minutes, items := data.NamesOf(b.People), 0, 0
	for _, i := range b.Items {
		if i.Meeting == m.ID {
			minutes, items = minutes+i.Minutes, items+1
		}
	}
	want(t, "items", items, 10)
	want(t, "minutes", minutes, 102)
	for ref, title := range map[string]string{
		"M-2026-04": "Saturday opening at Canalside Library, Tomasz Wiśniewski", "M-2026-05": "Safer crossings on Mill Lane, Halina Tokarczuk",
	} {
		mo := find(t, b.Motions, func(mo data.Motion) bool { return mo.Ref == ref })
		want(t, ref, mo.Title+", "+names.Name(mo.Mover), title)
		want(t, ref+" meeting", mo.Meeting, m.ID)
		want(t, ref+" status", mo.Status, data.OnAgenda)
		want(t, ref+" in time", b.Rules[0].Motions.Judge(mo.Received, m.Date).Warning, false)
	}
}

func TestMotionsOfTheLastYearEndAsThePicturesShow(t *testing.T) {
	b := Make(Default)
	votes := map[data.VoteID]data.Vote{}
	for _, v := range b.Votes {
		votes[v.ID] = v
	}
	outcomes := map[data.Outcome]int{}
	for _, m := range b.Motions {
		outcomes[m.Outcome]++
	}
	for _, o := range []data.Outcome{data.Carried, data.Lost, data.Remitted} {
		if outcomes[o] == 0 {
			t.Errorf("no motion was %s", o)
		}
	}
	for title, figures := range map[string]string{
		"Repairs backlog in council homes": "16-0-2", "Keep the 41 bus on Sundays": "14-1-3", "Standing orders: hybrid meetings": "6-9-2",
		"Fund for hardship travel": "11-0-4", "Fair contracts for carers": "17-0-0", "Canal towpath lighting": "15-2-1",
	} {
		m := find(t, b.Motions, func(m data.Motion) bool { return m.Title == title })
		want(t, title, votes[m.Vote].Figures(), figures)
		want(t, title+": check", votes[m.Vote].Check, "")
	}
	want(t, "hardship", votes[find(t, b.Motions, func(m data.Motion) bool { return m.Title == "Fund for hardship travel" }).Vote].Words(), "carried nem con")
	since2025 := map[data.Outcome]int{}
	for _, m := range b.Motions {
		if m.Ref >= "M-2025" {
			since2025[m.Outcome]++
		}
	}
	for outcome, n := range map[data.Outcome]int{data.Carried: 9, data.Lost: 2, data.Remitted: 1, data.Undecided: 2} {
		want(t, "since January 2025: "+string(outcome), since2025[outcome], n)
	}
	want(t, "towpath", find(t, b.Motions, func(m data.Motion) bool { return m.Title == "Canal towpath lighting" }).Ref, "M-2025-06")
	want(t, "repairs", find(t, b.Motions, func(m data.Motion) bool { return m.Title == "Repairs backlog in council homes" }).Ref, "M-2026-03")
}

func TestSixActionsAreOpenInEarlyMayAndTwoAreOverdue(t *testing.T) {
	open, late := 0, 0
	for _, a := range Make(Default).Actions {
		if a.Status == data.Open {
			open++
		}
		if a.OverdueOn(day(2026, time.May, 4)) {
			late++
		}
	}
	want(t, "open", open, 6)
	want(t, "overdue", late, 2)
}

func TestSurnamesComeTwiceButNoTwoMembersShareAName(t *testing.T) {
	names, surnames, twice := map[string]bool{}, map[string]bool{}, false
	for _, p := range Make(Default).People {
		if names[p.Name()] {
			t.Errorf("two people are called the same: %s", p.Name())
		}
		twice = twice || surnames[p.Last]
		names[p.Name()], surnames[p.Last] = true, true
	}
	want(t, "a surname twice", twice, true)
}

func TestWhatAnInquorateMeetingLeftIsRatifiedAtTheNext(t *testing.T) {
	b := Make(Default)
	left := find(t, b.Decisions, func(d data.Decision) bool { return d.How == "recorded" })
	ratified := find(t, b.Decisions, func(d data.Decision) bool { return d.Text == "ratify: pay hall hire £45" })
	at := func(id data.MeetingID) int {
		return slices.IndexFunc(b.Meetings, func(m data.Meeting) bool { return m.ID == id })
	}
	want(t, "meetings between", at(ratified.Meeting)-at(left.Meeting), 1)
	want(t, "warning", b.Meetings[at(left.Meeting)].Quorum.Warning, true)
}

func TestNothingIsMinutedTwiceInOneEvening(t *testing.T) {
	seen := map[string]bool{}
	for _, x := range Make(Default).Blocks {
		if key := string(x.Meeting) + x.Text; x.Kind == data.BlockText && x.Text != "None." {
			want(t, x.Text, seen[key], false)
			seen[key] = true
		}
	}
}
