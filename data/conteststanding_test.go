package data

import (
	"slices"
	"testing"
)

func usualEligibility() Eligibility { return DefaultRules().Eligibility }

func TestWhoJoinedTooLateMayStandFromTheDayTheirWeeksAreOver(t *testing.T) {
	p := Person{Last: "Frazer", Status: Member, Joined: day(t, "28 April 2026")}
	c := Contest{}.Asks(nil, nil)
	f := c.Judge(p, day(t, "11 June 2026"), usualEligibility())
	want(t, "verdict", f.Verdict, "Joined 28 April: from 23 June")
	want(t, "sum", f.Sum, "joined 28 Apr 2026 + 56 days = 23 Jun 2026")
	want(t, "kept off", f.Warning, true)
	want(t, "on the day before", c.Judge(p, day(t, "22 June 2026"), usualEligibility()).Warning, true)
	f = c.Judge(p, day(t, "23 June 2026"), usualEligibility())
	want(t, "on the day", f.Warning, false)
	want(t, "in the table", f.Verdict, "8 weeks")
}

func TestArrearsKeepANomineeOffThePaper(t *testing.T) {
	p := Person{Last: "Prosser", Status: Member, Joined: day(t, "3 March 2019"), Arrears: true, ArrearsSince: day(t, "1 April 2026")}
	f := Candidacy{}.Judge(p, day(t, "11 June 2026"), usualEligibility())
	want(t, "verdict", f.Verdict, "In arrears since 1 April 2026")
	want(t, "kept off", f.Warning, true)
}

func TestAnUnknownDayOfJoiningKeepsNobodyOffThePaper(t *testing.T) {
	f := Candidacy{}.Judge(Person{Last: "Okafor", Status: Member}, day(t, "11 June 2026"), usualEligibility())
	want(t, "verdict", f.Verdict, "Joining not known")
	want(t, "kept off", f.Warning, false)
}

func TestASeatForWomenAsksOfThoseWhoseGenderIsNotStated(t *testing.T) {
	on := day(t, "11 June 2026")
	c := Contest{WomenOnly: true}.Asks(nil, nil)
	p := Person{Last: "Okafor", Status: Member, Joined: day(t, "3 March 2019")}
	for gender, verdict := range map[Gender]string{Woman: "8 weeks", Man: "For women", NotStated: "Ask: gender not stated", OtherGender: "Ask: for women"} {
		p.Gender = gender
		f := c.Judge(p, on, usualEligibility())
		want(t, "verdict for "+string(gender), f.Verdict, verdict)
		want(t, "kept off: "+string(gender), f.Warning, gender == Man)
	}
	p.Gender = Man
	want(t, "a class of seat is the same", Contest{Class: WomensSeat}.Asks(nil, nil).Judge(p, on, usualEligibility()).Warning, true)
}

func TestTheYouthSeatEndsOnTheTwentySeventhBirthday(t *testing.T) {
	c := Contest{Class: YouthSeat}.Asks(nil, nil)
	p := Person{Last: "Brandt", Status: Member, Joined: day(t, "3 March 2019"), Turns27: day(t, "12 June 2026")}
	want(t, "the day before", c.Judge(p, day(t, "11 June 2026"), usualEligibility()).Warning, false)
	f := c.Judge(p, day(t, "12 June 2026"), usualEligibility())
	want(t, "on the birthday", f.Warning, true)
	want(t, "verdict", f.Verdict, "27 on 12 June")
	p.Turns27 = Date{}
	want(t, "not known", c.Judge(p, day(t, "12 June 2026"), usualEligibility()).Verdict, "Ask: under 27?")
}

func TestTwoReasonsAreBothSaid(t *testing.T) {
	p := Person{Last: "Frazer", Status: Member, Gender: Man, Joined: day(t, "28 April 2026")}
	f := Contest{WomenOnly: true}.Asks(nil, nil).Judge(p, day(t, "11 June 2026"), usualEligibility())
	want(t, "verdict", f.Verdict, "Joined 28 April: from 23 June; For women")
	want(t, "sum", f.Sum, "joined 28 Apr 2026 + 56 days = 23 Jun 2026; for women; counts as a man")
}

func TestBallotNumbersGoBySurnameAndStay(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes, "Mbeki", "Dunne", "Carrick")
	for i := range c.Nominees {
		c.Nominees[i].Number = 0
	}
	c.Nominees[1].Withdrew = true
	c.NumberNominees(people)
	want(t, "Carrick", c.Nominees[2].Number, 1)
	want(t, "Mbeki", c.Nominees[0].Number, 2)
	want(t, "who withdrew", c.Nominees[1].Number, 0)
	c.Nominees[1].Withdrew = false
	c.NumberNominees(people)
	want(t, "who came later goes behind", c.Nominees[1].Number, 3)
	if got := c.OnBallot(); !slices.Equal(got, []int{2, 0, 1}) {
		t.Errorf("on the ballot %v", got)
	}
}

func TestAPostMayAskMoreThanAVoteDoes(t *testing.T) {
	on := day(t, "11 June 2026")
	posts := []Post{{ID: "women", Eligible: Candidacy{Women: true}}, {ID: "bame", Eligible: Candidacy{Identifies: "BAME"}}}
	bodies := []Body{{ID: "conference", Eligible: Candidacy{Days: 183, InForce: InForce{Source: "Conference rules"}}}}
	p := Person{Last: "Carrick", Status: Member, Gender: Man, Joined: day(t, "3 February 2026")}
	judge := func(c Contest) Finding { return c.Asks(posts, bodies).Judge(p, on, usualEligibility()) }
	want(t, "women's officer", judge(Contest{Post: "women"}).Verdict, "For women")
	want(t, "self-identified", judge(Contest{Post: "bame"}).Verdict, "Ask: self-identifies")
	want(t, "keeps nobody off", judge(Contest{Post: "bame"}).Warning, false)
	f := judge(Contest{Body: "conference"})
	want(t, "183 days", f.Sum, "joined 3 Feb 2026 + 183 days = 5 Aug 2026")
	want(t, "source", f.Source, "Conference rules")
	want(t, "anything else", judge(Contest{Title: "CLP treasurer"}).Verdict, "8 weeks")
}
