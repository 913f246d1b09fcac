package data

import "testing"

func TestANumberOfWomenIsReadAsHalfToo(t *testing.T) {
	b := DefaultRules().Officers
	f := b.Of(Filling{Women: 1, Filled: 3, Places: 5})
	want(t, "verdict", f.Verdict, "one woman still to be elected")
	want(t, "the other reading", f.Other[0].Sentence(), "two women to go if at least half is meant: 1 woman; needed 3: half of 5 = 2.5, rounded up: 3")
	want(t, "met on both", b.Of(Filling{3, 5, 5}).Other[0].Verdict, "met if at least half is meant")
	want(t, "a share has no such reading", len(DefaultRules().Delegation.Of(Filling{8, 15, 15}).Other), 0)
}

func TestBeforeTheBallotTheRuleIsJudgedOnWhatIsPossible(t *testing.T) {
	half := DefaultRules().Delegation
	f := half.Outlook(Filling{6, 15, 15}, Filling{9, 15, 15})
	want(t, "open", f.Sentence(), "can be met: between 6 and 9 women of 15; needed 8: half of 15 = 7.5, rounded up: 8")
	want(t, "warning", f.Warning, false)
	want(t, "either way", half.Outlook(Filling{8, 15, 15}, Filling{9, 15, 15}).Verdict, "met, whoever is elected")
	f = half.Outlook(Filling{5, 15, 15}, Filling{7, 15, 15})
	want(t, "too few stand", f.Verdict, "cannot be met: one woman too few")
	want(t, "which is worth a look", f.Warning, true)
	want(t, "unless another election fills a place", half.Outlook(Filling{5, 14, 15}, Filling{7, 14, 15}).Verdict, "can be met")
	half.Off = true
	want(t, "where no warning is wanted", half.Outlook(Filling{5, 15, 15}, Filling{7, 15, 15}).Warning, false)
}

func TestBothReadingsAreSaidBeforeTheBallot(t *testing.T) {
	f := DefaultRules().Officers.Outlook(Filling{1, 4, 5}, Filling{1, 4, 5})
	want(t, "at least two", f.Verdict, "can be met")
	want(t, "at least half", f.Other[0].Verdict, "cannot be met: one woman too few if at least half is meant")
}

func TestTheFewestAndTheMostWomenThatABallotCanElect(t *testing.T) {
	in := pollingNight(t)
	in.Allotted["gc"] = Allotment{Total: 4}
	in.Seats = []Seat{{Body: "gc", Person: "Okafor", Elected: in.Meeting.Date, Class: ExOfficioSeat}}
	c := Contest{ID: "open", Body: "gc", Kind: Elects, Places: 3, Order: 9, Nominees: []Nominee{
		{Person: "Dunne"}, {Person: "Mbeki"}, {Person: "Carrick"}, {Person: "Yildiz"}, {Person: "Sorensen", Withdrew: true}}}
	possible := func(fewest, most Filling) {
		t.Helper()
		least, greatest := in.Possible(c)
		want(t, "fewest", least, fewest)
		want(t, "most", greatest, most)
	}
	possible(Filling{2, 4, 4}, Filling{3, 4, 4})
	c.Women = 2
	possible(Filling{3, 4, 4}, Filling{3, 4, 4})
	c.Women, c.Nominees[1].Person = 0, "Sorensen"
	possible(Filling{1, 4, 4}, Filling{2, 4, 4})
	in.Tallies["open"] = Tally{Elected: []int{0}}
	possible(Filling{2, 4, 4}, Filling{2, 4, 4})
	c.Nominees = c.Nominees[:2]
	possible(Filling{2, 3, 4}, Filling{2, 3, 4})
}
