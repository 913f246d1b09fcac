package data

import "testing"

func TestTwoWomenAmongFiveOfficersIsBalanced(t *testing.T) {
	b := DefaultRules().Officers
	f := b.Judge(2, 5, 5)
	want(t, "verdict", f.Verdict, "balance met")
	want(t, "sum", f.Sum, "2 women of 5 elected; needed 2: at least 2")
	f = b.Judge(1, 5, 5)
	want(t, "one too few", f.Verdict, "one woman short")
	want(t, "sum of one", f.Sum, "1 woman of 5 elected; needed 2: at least 2")
	want(t, "warning", f.Warning, true)
	want(t, "other readings of a number", len(f.Other), 0)
}

func TestBalanceIsShownAsPostsAreFilled(t *testing.T) {
	b := DefaultRules().Officers
	f := b.Judge(0, 1, 5)
	want(t, "after the chair", f.Verdict, "two women still to be elected")
	want(t, "warning while within reach", f.Warning, false)
	f = b.Judge(0, 3, 5)
	want(t, "with two posts left", f.Warning, false)
	f = b.Judge(0, 4, 5)
	want(t, "with one post left", f.Verdict, "two women short")
	want(t, "warning out of reach", f.Warning, true)
	want(t, "before the election", b.Judge(0, 0, 5).Warning, false)
}

func TestHalfTheDelegationAreWomen(t *testing.T) {
	b := DefaultRules().Delegation
	f := b.Judge(8, 15, 15)
	want(t, "verdict", f.Verdict, "balance met")
	want(t, "sum", f.Sum, "8 women of 15 elected; needed 8: half of 15 = 7.5, rounded up: 8")
	want(t, "other readings of a full delegation", len(f.Other), 0)
	f = b.Judge(7, 15, 15)
	want(t, "seven of fifteen", f.Verdict, "one woman short")
	want(t, "exactly half", b.Judge(7, 14, 14).Verdict, "balance met")
}

func TestEmptySeatsGiveASecondReading(t *testing.T) {
	b := DefaultRules().Delegation
	f := b.Judge(7, 13, 15)
	want(t, "of the filled", f.Verdict, "balance met")
	want(t, "of all", f.Other[0].Sentence(),
		"one woman to go if counted on all 15 places: 7 women, two empty places; needed 8: half of 15 = 7.5, rounded up: 8")
	f = b.Judge(6, 13, 15)
	want(t, "six of thirteen", f.Verdict, "one woman short so far")
	want(t, "warning", f.Warning, true)
	f = b.Judge(5, 13, 15)
	want(t, "out of reach", f.Verdict, "two women short")
	want(t, "met on both", b.Judge(8, 13, 15).Other[0].Verdict, "met if counted on all 15 places")
}

func TestNumberAndShareTogetherTakeTheGreater(t *testing.T) {
	b := Balance{AtLeast: 2, Share: half}
	want(t, "of three", b.Judge(2, 3, 3).Sum, "2 women of 3 elected; needed 2: at least 2, and half of 3 = 1.5, rounded up: 2")
	want(t, "of six", b.Judge(2, 6, 6).Verdict, "one woman short")
}

func TestNoRuleOfBalanceSaysSo(t *testing.T) {
	f := Balance{}.Judge(0, 5, 5)
	want(t, "verdict", f.Verdict, "no rule of balance is set")
	want(t, "warning", f.Warning, false)
}

func TestMoreDelegatesThanPlacesDoNotUpsetTheSum(t *testing.T) {
	want(t, "verdict", DefaultRules().Delegation.Judge(8, 16, 15).Verdict, "balance met")
}

func TestEverySecondDelegateIsAWoman(t *testing.T) {
	b := Balance{Alternate: true}
	for places, women := range map[int]int{1: 0, 2: 1, 3: 1, 4: 2, 5: 2, 8: 4} {
		want(t, "met", b.Judge(women, places, places).Verdict, "balance met")
		if women > 0 {
			want(t, "one short", b.Judge(women-1, places, places).Verdict, "one woman short")
		}
	}
	want(t, "sum", b.Judge(1, 3, 3).Sum, "1 woman of 3 elected; needed 1: every second of 3 = 1")
	want(t, "a single one", b.Judge(0, 1, 1).Sum, "0 women of 1 elected; needed 0: every second of 1 = 0, and a single one a woman at least every other year")
	want(t, "words", b.words(), "every second a woman")
	var back Balance
	want(t, "read", back.read("at least 1 and every second a woman"), true)
	want(t, "read as", back.words(), "at least 1 and every second a woman")
}
