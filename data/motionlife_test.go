package data

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func step(t *testing.T) func(m Motion, undo string, err error) Motion {
	return func(m Motion, undo string, err error) Motion {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if undo == "" {
			t.Error("nothing for Undo to say")
		}
		return m
	}
}

func TestAnEmergencyMotionGoesToTheChairAndThenToTheMeeting(t *testing.T) {
	must := step(t)
	m := must(Motion{Ref: "M-2026-06", Title: "Flood", Kind: EmergencyMotion, Status: Received}.PutOn(Meeting{ID: "may"}, ""))
	want(t, "on the night", m.Status, AwaitsChair)
	accepted := must(m.Rule(Ruling{Allows: true, Ground: "the flood was on Monday"}))
	want(t, "accepted", accepted.Status, Accepted)
	taken := must(accepted.Confirm(Vote{ID: "v", Outcome: Carried}, false))
	want(t, "taken", taken.Status, OnAgenda)
	refused := must(accepted.Confirm(Vote{ID: "v", Outcome: Lost}, false))
	want(t, "refused by the meeting", refused.Outcome, NotEmergency)
	byChair := must(m.Rule(Ruling{Ground: "known since April"}))
	want(t, "refused by the chair", byChair.Outcome, NotEmergency)
	again := must(byChair.Challenge(4, Vote{ID: "c"}, true))
	want(t, "overturned: the meeting is still to confirm", again.Status, Accepted)
	want(t, "and nothing is decided", again.Outcome, Undecided)
}

func TestAChallengeNeedsFourSupportersAndTwoThirdsOfThosePresent(t *testing.T) {
	rules := DefaultRules().Majority
	want(t, "four", rules.Supporting(4).Warning, false)
	want(t, "three", rules.Supporting(3).Sum, "3 supported the challenge; 4 are needed")
	want(t, "three is a warning", rules.Supporting(3).Warning, true)
	rules.Supporters = 6
	want(t, "six where the rules say so", rules.Supporting(5).Warning, true)
	for _, c := range []struct {
		votes int
		over  bool
	}{{9, false}, {10, true}} {
		over, f := rules.DecideChallenge(Vote{For: c.votes, Against: 15 - c.votes, Voters: 15})
		want(t, f.Sentence(), over, c.over)
	}
}

func TestARulingThatIsOverturnedPutsTheMotionBackWhereItWas(t *testing.T) {
	must := step(t)
	m := Motion{Ref: "M-2026-05", Title: "Crossings", Status: Seconded, Mover: "a", Seconder: "b"}
	ruled := must(m.Rule(Ruling{Ground: "not competent business"}))
	want(t, "outcome", ruled.Outcome, OutOfOrder)
	if !slices.Contains(ruled.NextSteps(), StepChallenge) {
		t.Error("a ruling can be challenged")
	}
	stands := must(ruled.Challenge(4, Vote{ID: "c"}, false))
	want(t, "it stands", stands.Outcome, OutOfOrder)
	if _, _, err := stands.Challenge(4, Vote{ID: "d"}, true); err == nil {
		t.Error("a ruling was challenged twice")
	}
	back := must(ruled.Challenge(4, Vote{ID: "c"}, true))
	want(t, "back in debate", back.Status, Seconded)
	want(t, "undecided", back.Outcome, Undecided)
}

func TestEveryEndingEndsAMotionOnce(t *testing.T) {
	for _, o := range AllEndings() {
		m := Motion{Ref: "M-2026-05", Title: "Crossings", Status: Seconded}
		ended, undo, err := m.End(Ending{Outcome: o, Note: "the executive"})
		want(t, "ends", err, nil)
		want(t, "undo", undo, "record M-2026-05 as "+string(o))
		want(t, "kept", ended.Validate(), nil)
		for _, other := range AllEndings() {
			if _, _, err := ended.End(Ending{Outcome: other, Note: "x"}); err == nil {
				t.Errorf("%s and %s", o, other)
			}
		}
	}
}

func TestOutcomesInAFewWords(t *testing.T) {
	july := Meeting{ID: "july", Date: MustDate(2026, 7, 9)}
	for _, c := range []struct {
		e     Ending
		words string
	}{
		{Ending{Outcome: Carried}, "Carried"},
		{Ending{Outcome: CarriedAmended}, "Carried as amended"},
		{Ending{Outcome: Lost}, "Lost"},
		{Ending{Outcome: Tied}, "Not carried (tied)"},
		{Ending{Outcome: Remitted, Note: "the executive"}, "Remitted to the executive"},
		{Ending{Outcome: Remitted, Note: "to the executive"}, "Remitted to the executive"},
		{Ending{Outcome: ReferredBack}, "Referred back"},
		{Ending{Outcome: Deferred, Until: july}, "Deferred to the meeting on Thu 9 Jul 2026"},
		{Ending{Outcome: Withdrawn, Leave: true}, "Withdrawn with leave of the meeting"},
		{Ending{Outcome: NextBusiness}, "Next business"},
		{Ending{Outcome: PreviousVoted}, "Previous question carried"},
		{Ending{Outcome: FellNoSeconder}, "Fell for want of a seconder"},
		{Ending{Outcome: NotMoved, Note: "mover absent"}, "Not moved: mover absent"},
		{Ending{Outcome: NotReached}, "Not reached"},
		{Ending{Outcome: OutOfOrder, Note: "not competent business"}, "Ruled out of order: not competent business"},
		{Ending{Outcome: NotEmergency}, "Not accepted as an emergency"},
		{Ending{Outcome: Composited, Into: Motion{ID: "c", Ref: "M-2026-08"}}, "Composited into M-2026-08"},
		{Ending{Outcome: Lapsed}, "Lapsed"},
	} {
		m, _, err := Motion{Ref: "M-2026-05", Status: Seconded}.End(c.e)
		want(t, "ends", err, nil)
		want(t, "words", m.OutcomeWords(), c.words)
	}
}

func TestWhatIsMissingIsAsked(t *testing.T) {
	for _, e := range []Ending{{}, {Outcome: Remitted}, {Outcome: Composited}} {
		if _, _, err := (Motion{Status: Seconded}).End(e); Say(err) == "" {
			t.Errorf("%q ends a motion without more", e.Outcome)
		}
	}
}

// However a motion goes, it never has two outcomes: an outcome is gone before another comes.
func TestNoPathLeavesTwoOutcomes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]MotionKind{OrdinaryMotion, EmergencyMotion}).Draw(t, "kind")
		m := Motion{ID: "m", Ref: "M-2026-01", Title: "Buses", Kind: kind, Status: Drafted}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			was := m
			yes := rapid.Bool().Draw(t, "yes")
			outcome := rapid.SampledFrom([]Outcome{Carried, Lost, Tied}).Draw(t, "vote")
			v := Vote{ID: "v", Outcome: outcome}
			challenged := false
			reopened := false
			var err error
			switch rapid.IntRange(0, 11).Draw(t, "step") {
			case 0:
				m, _, err = m.Receive(MustDate(2026, 5, 1), "by email")
			case 1:
				m, _, err = m.PutOn(Meeting{ID: "may", Date: MustDate(2026, 5, 14)}, "")
			case 2:
				m, _, err = m.MarkLate()
			case 3:
				m, _, err = m.HoldOver(Meeting{})
			case 4:
				m, _, err = m.AskChair()
			case 5:
				m, _, err = m.Rule(Ruling{Allows: yes})
			case 6:
				m, _, err = m.Confirm(v, yes)
			case 7:
				m, _, err = m.Challenge(4, v, yes)
				challenged = true
			case 8:
				m, _, err = m.Move("mover", Time{})
			case 9:
				m, _, err = m.Second("seconder")
			case 10:
				m, _, err = m.End(Ending{Outcome: rapid.SampledFrom(AllEndings()).Draw(t, "ending"), Note: "x"})
			case 11:
				m, _, err = m.Reopen()
				reopened = true
			}
			if err != nil {
				if diff := cmp.Diff(was, m, cmp.AllowUnexported(Date{}, Time{})); diff != "" {
					t.Fatalf("a step that was refused (%v) changed the motion: %s", err, diff)
				}
				continue
			}
			if bad := m.Validate(); bad != nil {
				t.Fatalf("%v: status %q, outcome %q", bad, m.Status, m.Outcome)
			}
			if was.Outcome != Undecided && m.Outcome != Undecided && m.Outcome != was.Outcome {
				t.Fatalf("%s became %s", was.Outcome, m.Outcome)
			}
			if was.Outcome != Undecided && m.Outcome == Undecided && !challenged && !reopened {
				t.Fatalf("%s was lost", was.Outcome)
			}
		}
	})
}

func TestVotingBeforeTheAmendmentsIsWorthALook(t *testing.T) {
	m := Motion{Status: Seconded, Seconder: "b"}
	f := m.JudgeEnding(Carried, []Amendment{{Number: 1}})
	want(t, "warning", f.Sentence(), "1 amendment is still to be taken: they come before the motion itself")
	want(t, "nothing odd", m.JudgeEnding(Carried, nil).Warning, false)
	want(t, "no seconder", Motion{Status: OnAgenda}.JudgeEnding(Lost, nil).Warning, true)
}
