package data

import "testing"

func TestWhoMayStandSaysTheReason(t *testing.T) {
	agm := day(t, "11 June 2026")
	long := Person{Status: Member, Gender: Woman, Joined: day(t, "3 May 1994")}
	fresh := Person{Status: Member, Gender: Man, Joined: day(t, "28 April 2026"), Turns27: agm}
	for _, c := range []struct {
		who   string
		p     Person
		asked Candidacy
		says  string
		warns bool
	}{
		{"a member of long standing", long, Candidacy{}, "8 weeks: joined 3 May 1994, not in arrears", false},
		{"somebody new", fresh, Candidacy{}, "Joined 28 April: from 23 June: joined 28 Apr 2026 + 56 days = 23 Jun 2026", true},
		{"a man for a woman's post", fresh, Candidacy{Days: 1, Women: true}, "For women: joined 28 Apr 2026, not in arrears; for women; counts as a man", true},
		{"on the 27th birthday", fresh, Candidacy{Days: 1, Young: true},
			"27 on 11 June: joined 28 Apr 2026, not in arrears; for members under 27; 27 on 11 Jun 2026", true},
		{"with no birthday", long, Candidacy{Young: true}, "Ask: under 27?: joined 3 May 1994, not in arrears; for members under 27; the 27th birthday is not known", false},
		{"a post that self-identifies", long, Candidacy{Identifies: "BAME"},
			"Ask: self-identifies: joined 3 May 1994, not in arrears; self-identifies as BAME: the book holds nothing about that", false},
		{"other words", long, Candidacy{Words: "a member of an affiliated union"},
			"Ask: a member of an affiliated union: joined 3 May 1994, not in arrears; must be a member of an affiliated union", false},
		{"not stated", Person{Status: Member, Joined: long.Joined}, Candidacy{Women: true},
			"Ask: gender not stated: joined 3 May 1994, not in arrears; for women; gender not stated", false},
		{"a guest", Person{Status: Guest}, Candidacy{}, "Not a member: not on the membership list", true},
		{"who left", Person{Status: Left, LeftOn: agm}, Candidacy{}, "Left the list: not on the list of 11 Jun 2026", true},
		{"in arrears and new", Person{Status: Member, Joined: fresh.Joined, Arrears: true, ArrearsSince: day(t, "1 June 2026")}, Candidacy{},
			"In arrears since 1 June 2026: in arrears since 1 June 2026; joined 28 Apr 2026 + 56 days = 23 Jun 2026", true},
		{"with no day of joining", Person{Status: Member}, Candidacy{}, "Joining not known: the day of joining is not known; not in arrears", false},
	} {
		f := c.asked.Judge(c.p, agm, DefaultRules().Eligibility)
		want(t, c.who, f.Sentence(), c.says)
		want(t, "warning for "+c.who, f.Warning, c.warns)
		want(t, "to be asked: "+c.who, f.Asks(), !c.warns && c.p.Joined != fresh.Joined && (c.asked != Candidacy{} || c.p.Joined.IsZero()))
	}
}

func TestTheDayOnWhichSomebodyMayStand(t *testing.T) {
	c := Candidacy{Days: halfYear}
	p := Person{Status: Member, Joined: day(t, "1 January 2026")}
	want(t, "the day before", c.Judge(p, day(t, "2 July 2026"), Eligibility{}).Warning, true)
	want(t, "the day itself", c.Judge(p, day(t, "3 July 2026"), Eligibility{}).Warning, false)
	p = Person{Status: Member, Turns27: day(t, "12 June 2026"), Joined: day(t, "1 January 2020")}
	want(t, "a day under 27", Candidacy{Young: true}.Judge(p, day(t, "11 June 2026"), Eligibility{}).Warning, false)
}

func TestAWarningThatIsNotWantedIsNotGiven(t *testing.T) {
	c := Candidacy{InForce: InForce{Off: true}, Women: true}
	f := c.Judge(Person{Status: Member, Gender: Man, Joined: day(t, "1 January 2020")}, day(t, "11 June 2026"), Eligibility{})
	want(t, "verdict", f.Verdict, "For women")
	want(t, "warning", f.Warning, false)
}

func TestAClassOfSeatAsksForMore(t *testing.T) {
	man := Person{Status: Member, Gender: Man, Joined: day(t, "1 January 2020"), Turns27: day(t, "1 January 2040")}
	b := Body{Name: GeneralCommittee}
	on := day(t, "11 June 2026")
	want(t, "open", b.MayStand(OpenSeat, man, on, DefaultRules()).Warning, false)
	want(t, "youth", b.MayStand(YouthSeat, man, on, DefaultRules()).Warning, false)
	want(t, "women", b.MayStand(WomensSeat, man, on, DefaultRules()).Verdict, "For women")
	want(t, "women's officer", StandardPosts()[4].MayStand(man, on, DefaultRules()).Verdict, "For women")
}

func TestAnyPostButChairAndTreasurerMayBeShared(t *testing.T) {
	for _, p := range StandardPosts() {
		may, f := p.MayBeShared()
		want(t, p.Name, may, p.Name != "Chair" && p.Name != "Treasurer")
		want(t, "source for "+p.Name, f.Source != "", true)
	}
	may, _ := Post{Name: "Chair", Share: ShareAllowed}.MayBeShared()
	want(t, "where the branch says so", may, true)
}

func TestPostsAndBodiesToChooseFromCanBeKept(t *testing.T) {
	for _, p := range FurtherPosts() {
		kept(t, p.Name, p.Validate())
	}
	for _, b := range StandardBodies() {
		kept(t, b.Name, b.Validate())
	}
	want(t, "sort of an older post", Post{Executive: true}.Sort(), ExecutiveOfficer)
	want(t, "sort of an older officer", Post{}.Sort(), FunctionalOfficer)
	want(t, "auditors", FurtherPosts()[0].Wanted(), 2)
}

func TestOnlyTheGeneralCommitteeIsCountedByTheRules(t *testing.T) {
	r := DefaultRules()
	want(t, "general committee", Body{Name: GeneralCommittee}.UnderRules(r).Seats.Per, 15)
	want(t, "trades council", Body{Name: "Trades council", Kind: TradesCouncil}.UnderRules(r).Seats.IsSet(), false)
	own := Body{Name: GeneralCommittee, Entitlement: Entitlement{Fixed: 4}, Balance: Balance{AtLeast: 1}}.UnderRules(r)
	want(t, "its own", own.Seats.Fixed, 4)
	want(t, "its own balance", own.Delegation.AtLeast, 1)
}
