package data

import (
	"testing"

	"pgregory.net/rapid"
)

func eightWeeks() Eligibility { return DefaultRules().Eligibility }

func TestCutOffIsEightWeeksBack(t *testing.T) {
	want(t, "cut-off", eightWeeks().CutOff(day(t, "14 May 2026")).String(), "Thu 19 Mar 2026")
}

func TestMemberOfExactlyEightWeeksCanVote(t *testing.T) {
	on := day(t, "14 May 2026")
	for joined, can := range map[string]bool{"18 March 2026": true, "19 March 2026": true, "20 March 2026": false, "14 May 2026": false} {
		s := eightWeeks().Standing(Person{Status: Member, Joined: day(t, joined)}, on)
		want(t, "joined "+joined, s.CanVote, can)
	}
}

func TestNewMemberIsToldFromWhenTheyVote(t *testing.T) {
	p := Person{Status: Member, Joined: day(t, "28 April 2026")}
	s := eightWeeks().Standing(p, day(t, "14 May 2026"))
	want(t, "words", s.Words, "New: votes from 23 June 2026")
	want(t, "reason", s.Reason, "joined 28 April: under 8 weeks")
	want(t, "from", s.From, day(t, "23 June 2026"))
	want(t, "sum", s.Finding.Sum, "joined 28 Apr 2026 + 56 days = 23 Jun 2026")
	want(t, "the day before", eightWeeks().Standing(p, day(t, "22 June 2026")).CanVote, false)
	want(t, "on the day", eightWeeks().Standing(p, s.From).CanVote, true)
}

func TestMemberInArrearsCannotVote(t *testing.T) {
	p := Person{Status: Member, Joined: day(t, "14 Feb 2016"), Arrears: true, ArrearsSince: day(t, "1 April 2026")}
	s := eightWeeks().Standing(p, day(t, "14 May 2026"))
	want(t, "can vote", s.CanVote, false)
	want(t, "words", s.Words, "In arrears since 1 April 2026")
	want(t, "reason", s.Reason, "in arrears since 1 April")
	want(t, "before they owed", eightWeeks().Standing(p, day(t, "31 March 2026")).CanVote, true)
	want(t, "on the day they owed", eightWeeks().Standing(p, day(t, "1 April 2026")).CanVote, false)
	p.ArrearsSince = Date{}
	want(t, "words without a date", eightWeeks().Standing(p, day(t, "14 May 2026")).Words, "In arrears")
}

func TestArrearsCostNoVoteWhereTheRulesSaySo(t *testing.T) {
	e := eightWeeks()
	e.ArrearsVote = true
	s := e.Standing(Person{Status: Member, Joined: day(t, "14 Feb 2016"), Arrears: true}, day(t, "14 May 2026"))
	want(t, "can vote", s.CanVote, true)
	want(t, "sum", s.Finding.Sum, "joined 14 Feb 2016, in arrears, which costs no vote here")
}

func TestNewMemberInArrearsHasBothReasons(t *testing.T) {
	p := Person{Status: Member, Joined: day(t, "28 April 2026"), Arrears: true, ArrearsSince: day(t, "1 May 2026")}
	s := eightWeeks().Standing(p, day(t, "14 May 2026"))
	want(t, "words", s.Words, "In arrears since 1 May 2026")
	want(t, "reason", s.Reason, "in arrears since 1 May, and joined 28 April: under 8 weeks")
	want(t, "from", s.From, Date{})
}

func TestMemberWithoutAJoinDateCanVoteWithAWarning(t *testing.T) {
	s := eightWeeks().Standing(Person{Status: Member}, day(t, "14 May 2026"))
	want(t, "can vote", s.CanVote, true)
	want(t, "words", s.Words, "Can vote")
	want(t, "reason", s.Reason, "day of joining not known")
	want(t, "warning", s.Finding.Warning, true)
}

func TestMemberOfLongStandingCanVote(t *testing.T) {
	s := eightWeeks().Standing(Person{Status: Member, Joined: day(t, "3 Feb 2019")}, day(t, "14 May 2026"))
	want(t, "finding", s.Finding.Sentence(), "can vote on Thu 14 May 2026: joined 3 Feb 2019, not in arrears")
	want(t, "warning", s.Finding.Warning, false)
	want(t, "reason", s.Reason, "")
}

func TestWhoLeftTheListVotedUntilThen(t *testing.T) {
	p := Person{Status: Left, Joined: day(t, "3 Feb 2019"), LeftOn: day(t, "1 June 2026")}
	want(t, "before", eightWeeks().Standing(p, day(t, "14 May 2026")).Words, "Can vote")
	want(t, "on the day", eightWeeks().Standing(p, day(t, "1 June 2026")).Words, "Left the list")
	p.LeftOn = Date{}
	want(t, "at a time not known", eightWeeks().Standing(p, day(t, "14 May 2026")).CanVote, false)
}

func TestGuestsAndAffiliatesAreNotMembers(t *testing.T) {
	for _, status := range []Status{Guest, Affiliate} {
		s := eightWeeks().Standing(Person{Status: status}, day(t, "14 May 2026"))
		want(t, string(status), s.Words, "Not a member")
		want(t, "warning", s.Finding.Warning, false)
	}
}

func TestTheBranchOfTheScenariosHas199Voters(t *testing.T) {
	n, f := eightWeeks().Count(listOfMay(t), day(t, "14 May 2026"))
	want(t, "eligible", n, 199)
	want(t, "finding", f.Sentence(), "199 can vote on Thu 14 May 2026: 214 members, less 9 in arrears, less 6 new = 199")
	want(t, "warning", f.Warning, false)
}

func TestMemberBothInArrearsAndNewIsTakenOffOnce(t *testing.T) {
	people := listOfMay(t)
	people[0].Arrears = true
	n, f := eightWeeks().Count(people, day(t, "14 May 2026"))
	want(t, "eligible", n, 199)
	want(t, "sum", f.Sum, "214 members, less 10 in arrears, less 5 new = 199")
}

func TestCountSaysHowManyHaveNoJoinDate(t *testing.T) {
	n, f := eightWeeks().Count([]Person{{Status: Member}, {Status: Member, Joined: day(t, "3 Feb 2019")}, {Status: Guest}, {Status: Left}}, day(t, "14 May 2026"))
	want(t, "eligible", n, 2)
	want(t, "sum", f.Sum, "2 members; 1 counted whose day of joining is not known")
	want(t, "warning", f.Warning, true)
	n, f = eightWeeks().Count(nil, day(t, "14 May 2026"))
	want(t, "of nobody", n, 0)
	want(t, "sum of nobody", f.Sum, "0 members")
}

func TestCountAgreesWithEachStanding(t *testing.T) {
	dates := rapid.Custom(func(t *rapid.T) Date {
		if rapid.IntRange(0, 4).Draw(t, "unknown") == 0 {
			return Date{}
		}
		return MustDate(2026, 5, 14).AddDays(rapid.IntRange(-80, 40).Draw(t, "days"))
	})
	rapid.Check(t, func(t *rapid.T) {
		e := Eligibility{Days: rapid.IntRange(0, 70).Draw(t, "days"), ArrearsVote: rapid.Bool().Draw(t, "arrears vote")}
		on := MustDate(2026, 5, 14)
		people := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Person {
			return Person{
				Status: rapid.SampledFrom([]Status{Member, Member, Left, Guest}).Draw(t, "status"), Joined: dates.Draw(t, "joined"),
				Arrears: rapid.Bool().Draw(t, "arrears"), ArrearsSince: dates.Draw(t, "since"), LeftOn: dates.Draw(t, "left"),
			}
		})).Draw(t, "people")
		can := 0
		for _, p := range people {
			s := e.Standing(p, on)
			can += b2i(s.CanVote)
			if !s.CanVote && s.Reason == "" {
				t.Fatalf("no vote and no reason: %+v", p)
			}
			if !s.From.IsZero() && !s.From.After(on) {
				t.Fatalf("votes from a day that has passed: %+v", s)
			}
		}
		if n, f := e.Count(people, on); n != can {
			t.Fatalf("counted %d, but %d can vote: %s", n, can, f.Sum)
		}
	})
}
