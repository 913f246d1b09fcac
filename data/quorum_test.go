package data

import (
	"testing"

	"pgregory.net/rapid"
)

func fivePerCent() Quorum { return DefaultRules().Quorum }

func TestQuorumIsFivePerCentOfThoseEligibleRoundedUp(t *testing.T) {
	n, f := fivePerCent().Needed(199, 214)
	want(t, "needed", n, 10)
	want(t, "sum", f.Sum, "5% of 199 eligible = 9.95, rounded up: 10")
	want(t, "verdict", f.Verdict, "10 needed")
	want(t, "warning", f.Warning, false)
}

func TestQuorumShowsTheReadingOnAllMembers(t *testing.T) {
	_, f := fivePerCent().Needed(199, 214)
	if len(f.Other) != 1 {
		t.Fatalf("%d other readings", len(f.Other))
	}
	want(t, "other", f.Other[0].Sentence(), "11 if counted on all 214: 5% of all 214 members = 10.7, rounded up: 11")
	q := fivePerCent()
	q.Of = EveryMember
	n, f := q.Needed(199, 214)
	want(t, "needed of all", n, 11)
	want(t, "other way round", f.Other[0].Verdict, "10 if counted on 199 eligible")
}

func TestQuorumHasNoOtherReadingWhereBothAgree(t *testing.T) {
	_, f := fivePerCent().Needed(199, 200)
	want(t, "other readings", len(f.Other), 0)
}

func TestQuorumAtItsBoundaries(t *testing.T) {
	for _, c := range []struct {
		eligible, needed int
		sum              string
	}{
		{200, 10, "5% of 200 eligible = 10"},
		{201, 11, "5% of 201 eligible = 10.05, rounded up: 11"},
		{180, 9, "5% of 180 eligible = 9"},
		{1, 1, "5% of 1 eligible = 0.05, rounded up: 1"},
	} {
		n, f := fivePerCent().Needed(c.eligible, c.eligible)
		want(t, "needed", n, c.needed)
		want(t, "sum", f.Sum, c.sum)
	}
}

func TestQuorumOfHalfAPerCentageStaysExact(t *testing.T) {
	q := Quorum{Share: share(t, "2.5%"), Of: EligibleMembers}
	n, f := q.Needed(199, 199)
	want(t, "needed", n, 5)
	want(t, "sum", f.Sum, "2.5% of 199 eligible = 4.975, rounded up: 5")
	q.Share = share(t, "1/3")
	_, f = q.Needed(200, 200)
	want(t, "sum without end", f.Sum, "1/3 of 200 eligible = 66.66…, rounded up: 67")
}

func TestFixedQuorumWinsOverAShare(t *testing.T) {
	q := fivePerCent()
	q.Fixed = 5
	n, f := q.Needed(199, 214)
	want(t, "needed", n, 5)
	want(t, "sum", f.Sum, "5, fixed")
	_, f = q.Needed(3, 4)
	want(t, "more than there are", f.Warning, true)
	want(t, "sum", f.Sum, "5, fixed, which is more than the 4 members")
}

func TestQuorumIsNotKnownWithoutAMembershipList(t *testing.T) {
	n, f := fivePerCent().Needed(0, 0)
	want(t, "needed", n, 0)
	want(t, "verdict", f.Verdict, "quorum not known")
	want(t, "warning", f.Warning, true)
	s := fivePerCent().Judge((&evening{t: t}).room(12, "7.30pm").register(), 0, 0)
	want(t, "quorate", s.Quorate, false)
	want(t, "voters", s.Voters, 12)
}

func TestMeetingIsQuorateWhereNoQuorumIsSet(t *testing.T) {
	s := Quorum{}.Judge(nil, 199, 214)
	want(t, "quorate", s.Quorate, true)
	want(t, "verdict", s.Finding.Verdict, "no quorum is set")
}

func TestMeetingIsQuorateFromWhenTheTenthVoterArrives(t *testing.T) {
	s := theTenth(t).quorum(fivePerCent())
	want(t, "verdict", s.Finding.Verdict, "quorate from 7.34pm")
	want(t, "sum", s.Finding.Sum, "5% of 199 eligible = 9.95, rounded up: 10")
	want(t, "reached", s.Reached, clock(t, "7.34pm"))
	want(t, "voters", s.Voters, 10)
	want(t, "quorate", s.Quorate, true)
	want(t, "warning", s.Finding.Warning, false)
}

func TestNineVotersAreNotQuorate(t *testing.T) {
	s := (&evening{t: t}).room(9, "7.30pm").quorum(fivePerCent())
	want(t, "verdict", s.Finding.Verdict, "not quorate: 9 of 10")
	want(t, "warning", s.Finding.Warning, true)
	want(t, "reached", s.Reached, Time{})
}

func TestEmptyHallIsNotQuorate(t *testing.T) {
	s := (&evening{t: t}).quorum(fivePerCent())
	want(t, "verdict", s.Finding.Verdict, "not quorate: 0 of 10")
	want(t, "quorate", s.Quorate, false)
}

func TestOnlyVotersCountTowardsTheQuorum(t *testing.T) {
	e := (&evening{t: t}).room(9, "7.30pm")
	e.comesAs(NoVote, "in arrears", "7.31pm")
	e.comesAs(Visitor, "speaker", "7.32pm")
	e.comesAs(Observer, "councillor", "7.33pm")
	e.sendsApologies("Dunne")
	s := e.quorum(fivePerCent())
	want(t, "verdict", s.Finding.Verdict, "not quorate: 9 of 10")
	want(t, "others", e.register().Room(), Room{Voters: 9, Others: 3})
}

func TestMemberWhoPaysAtTheDoorBeginsToCount(t *testing.T) {
	e := (&evening{t: t}).room(9, "7.30pm")
	e.comesAs(NoVote, "Davies", "7.31pm")
	e.comes("Davies", "7.50pm")
	want(t, "verdict", e.quorum(fivePerCent()).Finding.Verdict, "quorate from 7.50pm")
}

func TestQuorumIsLostWhenSomeoneLeaves(t *testing.T) {
	e := theTenth(t)
	e.leaves("Okafor", "9.10pm")
	s := e.quorum(fivePerCent())
	want(t, "verdict", s.Finding.Verdict, "not quorate since 9.10pm: 9 of 10")
	want(t, "lost", s.Lost, clock(t, "9.10pm"))
	want(t, "reached", s.Reached, clock(t, "7.34pm"))
	want(t, "quorate", s.Quorate, false)
	want(t, "warning", s.Finding.Warning, true)
}

func TestQuorumLostAndFoundAgainKeepsTheGap(t *testing.T) {
	e := theTenth(t)
	e.leaves("Okafor", "8.50pm")
	e.comes("Okafor", "9.05pm")
	s := e.quorum(fivePerCent())
	want(t, "verdict", s.Finding.Verdict, "quorate from 7.34pm, but not from 8.50pm to 9.05pm")
	want(t, "warning", s.Finding.Warning, true)
	want(t, "lost", s.Lost, Time{})
}

func TestSwapAtTheDoorWithinAMinuteLosesNothing(t *testing.T) {
	e := theTenth(t)
	e.leaves("Okafor", "8.50pm")
	e.comes("Keogh", "8.50pm")
	want(t, "verdict", e.quorum(fivePerCent()).Finding.Verdict, "quorate from 7.34pm")
}

func TestMeetingWrittenUpNextDayIsQuorateWithoutATime(t *testing.T) {
	e := (&evening{t: t}).room(10, "")
	s := e.quorum(fivePerCent())
	want(t, "verdict", s.Finding.Verdict, "quorate")
	e.leaves("voter 3", "")
	want(t, "after somebody left", e.quorum(fivePerCent()).Finding.Verdict, "not quorate: 9 of 10")
	e.comes("Keogh", "")
	want(t, "verdict", e.quorum(fivePerCent()).Finding.Verdict, "quorate")
}

func TestTenthVoterWithoutATimeClaimsNone(t *testing.T) {
	e := (&evening{t: t}).room(9, "7.30pm")
	e.comes("Okafor", "")
	want(t, "verdict", e.quorum(fivePerCent()).Finding.Verdict, "quorate")
}

func TestQuorumLostAtATimeNobodyNotedSaysSoWhenFoundAgain(t *testing.T) {
	e := theTenth(t)
	e.leaves("Okafor", "")
	want(t, "while it was lost", e.quorum(fivePerCent()).Finding.Verdict, "no longer quorate: 9 of 10")
	e.comes("Okafor", "9.05pm")
	want(t, "verdict", e.quorum(fivePerCent()).Finding.Verdict, "quorate from 7.34pm, but not for a time until 9.05pm")
}

func TestQuorumWarningCanBeSwitchedOff(t *testing.T) {
	q := fivePerCent()
	q.Off = true
	s := (&evening{t: t}).room(3, "7.30pm").quorum(q)
	want(t, "warning", s.Finding.Warning, false)
	want(t, "verdict stays", s.Finding.Verdict, "not quorate: 3 of 10")
}

func TestQuorumOfAnEarlierMomentLeavesOutWhatCameLater(t *testing.T) {
	e := theTenth(t)
	e.leaves("Okafor", "9.10pm")
	s := fivePerCent().Judge(e.register().At(clock(t, "8pm")), 199, 214)
	want(t, "verdict at 8pm", s.Finding.Verdict, "quorate from 7.34pm")
}

func TestShareOfAQuorumNeverNeedsMoreThanThereAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members := rapid.IntRange(1, 20_000).Draw(t, "members")
		eligible := rapid.IntRange(1, members).Draw(t, "eligible")
		den := rapid.IntRange(1, 9999).Draw(t, "den")
		s, err := newShare("drawn", rapid.IntRange(1, den).Draw(t, "num"), den, false)
		if err != nil {
			t.Fatal(err)
		}
		q := Quorum{Share: s, Of: rapid.SampledFrom([]Basis{EligibleMembers, EveryMember}).Draw(t, "of")}
		n, f := q.Needed(eligible, members)
		base := eligible
		if q.Of == EveryMember {
			base = members
		}
		if n < 1 || n > base || s.Of(base).Cmp(wholeRat(n)) > 0 || s.Of(base).Cmp(wholeRat(n-1)) <= 0 {
			t.Fatalf("%v of %d needs %d: %s", s, base, n, f.Sum)
		}
	})
}
