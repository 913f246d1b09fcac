package data

import "testing"

func TestTheBalanceIsFollowedThroughTheElection(t *testing.T) {
	fills := []Fill{
		{Name: "Chair", Who: []Gender{Man}, Decided: true}, {Name: "Vice chair", Who: []Gender{Woman}, Decided: true},
		{Name: "Secretary", Who: []Gender{Man}, Decided: true}, {Name: "Treasurer"}, {Name: "Women's officer"},
	}
	steps := DefaultRules().Officers.Course(fills)
	want(t, "steps", len(steps), 4)
	want(t, "before", steps[0].Verdict, "before the election: two women still to be elected")
	want(t, "after the chair", steps[1].Sentence(), "after chair: two women still to be elected: 0 women of 1 elected; needed 2: at least 2")
	want(t, "after the third", steps[3].Verdict, "after secretary: one woman still to be elected")
	want(t, "the other reading", steps[3].Other[0].Sentence(),
		"two women to go if at least half is meant: 1 woman; needed 3: half of 5 = 2.5, rounded up: 3")
	fills[3] = Fill{Name: "Treasurer", Who: []Gender{Man}, Decided: true}
	fills[4] = Fill{Name: "Women's officer", Decided: true}
	last := DefaultRules().Officers.Course(fills)[5]
	want(t, "nobody for the last", last.Verdict, "at the end: one woman short")
	want(t, "warning", last.Warning, true)
	fills[4].Who = []Gender{Woman}
	last = DefaultRules().Officers.Course(fills)[5]
	want(t, "at the end", last.Verdict, "at the end: balance met")
}

func TestEachOfTwoWhoShareAPostCounts(t *testing.T) {
	steps := Balance{AtLeast: 2}.Course([]Fill{{Name: "Vice chair", Who: []Gender{Woman, Woman}, Decided: true}, {Name: "Secretary"}})
	want(t, "shared", steps[1].Sentence(), "after vice chair: balance met: 2 women of 2 elected; needed 2: at least 2")
}

func TestNoRuleHasACourseThatSaysSo(t *testing.T) {
	steps := Balance{}.Course([]Fill{{Name: "Chair", Who: []Gender{Man}, Decided: true}})
	want(t, "steps", len(steps), 1)
	want(t, "verdict", steps[0].Verdict, "no rule of balance is set")
}

func TestTooFewWomenNominatedIsSaidBeforeNominationsClose(t *testing.T) {
	b := DefaultRules().Officers
	f := b.Nominated(1, 6, 5)
	want(t, "one", f.Sentence(), "one more woman must be nominated: 1 woman of 6 nominees for 5 places; needed 2: at least 2")
	want(t, "warning", f.Warning, true)
	want(t, "as half", f.Other[0].Verdict, "two women to go if at least half is meant")
	want(t, "two", b.Nominated(2, 6, 5).Verdict, "enough women are nominated")
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
