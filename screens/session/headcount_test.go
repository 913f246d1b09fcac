package session

import (
	"strings"
	"testing"

	"branchbook/data"
)

func TestAVoteWhereNamesWereNotTakenSaysWhatItsThirdsAreOf(t *testing.T) {
	h := newHall(t).at("7.34pm")
	h.do(h.Start())
	h.do(h.CountOnly(23))
	v := h.Vote("")
	v.Question, v.Needs, v.For, v.Against, v.Typed = "That the hall be hired", data.TwoThirdsPresent, 15, 3, true
	sum := "Needed 16: two thirds of 23 counted without names = 15.33…, rounded up: 16, had 15. " +
		"Carried if two thirds of votes cast are meant: needed 12: two thirds of 18 cast = 12, had 15."
	want(t, v.Verdict().Sum, sum)
	h.do(h.RecordVote(v))
	if !h.held.votes[0].HeadCount {
		t.Error("the vote does not keep that its voters were counted")
	}
	for _, row := range h.Blocks {
		if row.Card != nil {
			want(t, row.Card.Sub, "Lost on 15 votes to 3: it needed two thirds of those present")
		}
	}
	paper := ""
	for _, item := range h.evening().Minutes(data.MinutesStyle{}).Items {
		for _, p := range item.Parts {
			paper += p.Sum
		}
	}
	want(t, paper, sum)
	h.do(h.NamesTaken())
	if strings.Contains(h.Vote("").Verdict().Sum, "without names") || h.Vote("").heads {
		t.Error("names are taken again, and the vote still goes by the count")
	}
}
