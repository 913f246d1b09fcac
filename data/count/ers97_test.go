package count

import (
	"slices"
	"strings"
	"testing"
)

// ballots reads "16 AB" as 16 slips that prefer A, then B.
func ballots(lines ...string) []Ballot {
	var out []Ballot
	for _, line := range lines {
		words := strings.Fields(line)
		b := Ballot{}
		for _, d := range words[0] {
			b.Slips = b.Slips*10 + int(d-'0')
		}
		for _, c := range words[1] {
			b.Marks = append(b.Marks, int(c-'A'))
		}
		out = append(out, b)
	}
	return out
}

func letters(n int) []string {
	var out []string
	for i := range n {
		out = append(out, string(rune('A'+i)))
	}
	return out
}

// sheet writes a stage as a result sheet has it: each candidate's votes, then what is not transferable.
func sheet(s Stage) string {
	var words []string
	for _, v := range s.Votes {
		words = append(words, v.String())
	}
	return strings.Join(append(words, s.Lost.String()), " ")
}

func wantSheets(t *testing.T, r Result, want ...string) {
	t.Helper()
	if len(r.Stages) != len(want) {
		t.Errorf("%d stages, want %d", len(r.Stages), len(want))
	}
	for i, s := range r.Stages {
		if i < len(want) && sheet(s) != want[i] {
			t.Errorf("stage %d: %s, want %s\n%s", i+1, sheet(s), want[i], s.Sentence)
		}
	}
}

func wantElected(t *testing.T, e Election, r Result, want string) {
	t.Helper()
	got := ""
	for _, c := range r.Elected {
		got += e.Candidates[c]
	}
	if got != want {
		t.Errorf("elected %s, want %s", got, want)
	}
}

// Worked by hand from the paragraphs. 61 votes for 3 places: 61 / 4 = 15.25 exactly, which is the quota (5.1.6). A has 12.75
// over it. All 28 of A's ballots are examined (5.3.1): 20 go to B, 5 to C, 3 to nobody; 25 are transferable, and 12.75 / 25 =
// 0.51 each (5.3.7): B gains 10.20 and C 2.55, with nothing left over.
func TestASurplusPassesOnAtItsTransferValue(t *testing.T) {
	e := Election{Candidates: letters(5), Places: 3, Ballots: ballots("20 AB", "5 AC", "3 A", "8 B", "11 C", "9 D", "5 E")}
	r := run(t, ERS97, e)
	if q := r.Stages[0].Quota; q.String() != "15.25" {
		t.Errorf("quota %s", q)
	}
	if got := sheet(r.Stages[1]); got != "15.25 18.20 13.55 9 5 0" {
		t.Errorf("after A's surplus: %s", got)
	}
	if tv := r.Stages[1].TransferValue; tv.String() != "0.51" {
		t.Errorf("each ballot is worth %s", tv)
	}
	wantElected(t, e, r, "ABC")
}

// 100 votes for 2 places: the quota is 33.33 and a hundredth, 33.34. A's surplus of 26.66 on 60 ballots, of which 40 are
// transferable, is 0.66 each (0.6665 with the remainder ignored): 26.40 moves and 0.26 is the non-transferable difference.
func TestTheRemainderOfATransferValueIsNotTransferable(t *testing.T) {
	e := Election{Candidates: letters(4), Places: 2, Ballots: ballots("40 AB", "20 A", "5 B", "20 C", "15 D")}
	r := run(t, ERS97, e)
	if got := sheet(r.Stages[1]); got != "33.34 31.40 20 15 0.26" {
		t.Errorf("after A's surplus: %s", got)
	}
	wantElected(t, e, r, "AB")
}

// A second surplus passes on the last batch alone (5.3.2): B reaches the quota with A's ballots, so that only those are
// looked at, and B's own ballots, all of which prefer D next, stay.
func TestALaterSurplusPassesOnTheLastBatchAlone(t *testing.T) {
	e := Election{Candidates: letters(4), Places: 3, Ballots: ballots("40 ABC", "19 BD", "9 C", "12 D")}
	r := run(t, ERS97, e)
	// Quota 80/4 = 20. A's 20 over, on 40 ballots at 0.50: B 39. B's 19 over, on those 40 ballots, at 0.47: C gains 18.80.
	wantSheets(t, r, "40 19 9 12 0", "20 39 9 12 0", "20 20 27.80 12 0.20")
	wantElected(t, e, r, "ABC")
}

// While nobody is elected, ballots that run out lower the quota (5.4.8).
func TestTheQuotaFallsWhileNobodyIsElected(t *testing.T) {
	e := Election{Candidates: letters(5), Places: 2, Ballots: ballots("30 A", "29 B", "28 C", "7 D", "6 E")}
	r := run(t, ERS97, e)
	if q := r.Stages[0].Quota.String(); q != "33.34" {
		t.Fatalf("quota %s", q)
	}
	// D and E go out together: 13 is no more than C's 28. Their ballots prefer nobody else: 87 / 3 = 29.
	if s := r.Stages[1]; s.Quota.String() != "29" || !slices.Equal(s.Excluded, []int{4, 3}) {
		t.Errorf("stage 2 excludes %v and has the quota %s", s.Excluded, s.Quota)
	}
	wantElected(t, e, r, "AB")
}

// A small surplus that cannot change who goes out next waits (5.2.2).
func TestASmallSurplusWaits(t *testing.T) {
	e := Election{Candidates: letters(5), Places: 2, Ballots: ballots("40 AB", "25 B", "24 C", "20 D", "3 EC")}
	r := run(t, ERS97, e)
	// Quota 37.34; A is 2.66 over. E's 3 and 2.66 are less than D's 20, so E goes out first; D's 20 too would be more than C.
	if s := r.Stages[1]; s.Kind != Exclusion || !slices.Equal(s.Of, []int{4}) {
		t.Errorf("stage 2 is %s of %v: %s", s.Kind, s.Of, s.Sentence)
	}
	// With 13 for D and 35 for A (quota 33.34, 1.66 over) both go out together: 3 + 13 + 1.66 is no more than C's 24.
	e.Ballots = ballots("35 AB", "25 B", "24 C", "13 D", "3 EC")
	if s := run(t, ERS97, e).Stages[1]; !slices.Equal(s.Of, []int{4, 3}) {
		t.Errorf("stage 2 is %s of %v: %s", s.Kind, s.Of, s.Sentence)
	}
}

func TestATieThatNoStageDecidesStopsAndAsks(t *testing.T) {
	e := Election{Candidates: letters(4), Places: 1, Ballots: ballots("10 A", "8 B", "5 CA", "5 DB")}
	r := run(t, ERS97, e)
	if r.Done || r.Tie == nil || r.Tie.Purpose != ToExclude || !slices.Equal(r.Tie.Between, []int{2, 3}) {
		t.Fatalf("the count stopped at %+v", r.Tie)
	}
	for _, drawn := range []int{2, 3} {
		settled := run(t, ERS97, e, Lot{Tie: *r.Tie, Drawn: drawn, By: "Jean Whitcombe"})
		if settled.Tie != nil {
			t.Fatalf("after the lot fell on %s: %+v", e.Candidates[drawn], settled.Tie)
		}
		if !strings.Contains(settled.Stages[1].Sentence, "the lot fell on "+e.Candidates[drawn]) {
			t.Errorf("the record says: %s", settled.Stages[1].Sentence)
		}
	}
}

func TestAnEarlierStageDecidesATie(t *testing.T) {
	// C has 6, then 7 with E's ballot; D has 7 from the beginning: C had fewer at the first stage and goes out.
	e := Election{Candidates: letters(5), Places: 1, Ballots: ballots("20 A", "18 B", "6 CA", "7 DB", "1 EC")}
	r := run(t, ERS97, e)
	for _, s := range r.Stages {
		if strings.Contains(s.Sentence, "earlier stage decided") && !slices.Equal(s.Excluded, []int{2}) {
			t.Errorf("the earlier stage excluded %v: %s", s.Excluded, s.Sentence)
		}
	}
	if r.Tie != nil {
		t.Errorf("a lot is asked for: %+v", r.Tie)
	}
}
