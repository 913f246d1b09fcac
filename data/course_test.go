package data

import (
	"testing"
)

func TestADeepPartIsUnderTwoItems(t *testing.T) {
	items := []AgendaItem{{ID: "a", Place: 10}, {ID: "a1", Place: 30, Under: "a"}, {ID: "deep", Place: 31, Under: "a1"}, {ID: "ring", Under: "ring"}}
	want(t, "depth", Depth(items, "deep"), 2)
	want(t, "in a ring", Depth(items, "ring"), 0)
	want(t, "parts", len(PartsOf(items, "a")), 3)
}

func TestTheWaitForAQuorumEndsAfterHalfAnHour(t *testing.T) {
	q, seven := DefaultRules().Quorum, QuorumState{Needed: 10, Voters: 7}
	for now, wanted := range map[string]string{
		"7.20pm": "may wait for its quorum until 8.00pm", "7.48pm": "waits for its quorum until 8.00pm, 12 min left",
		"7.59pm": "waits for its quorum until 8.00pm, 1 min left", "8.00pm": "had no quorum by 8.00pm", "": "had no quorum by 8.00pm",
	} {
		w := q.Waiting(clock(t, "7.30pm"), clock(t, now), seven)
		want(t, "at "+now, w.Finding.Verdict, wanted)
		want(t, "over at "+now, w.Over, now == "8.00pm" || now == "")
	}
	if !q.Waiting(clock(t, "7.30pm"), clock(t, "9.30pm"), QuorumState{Needed: 10, Voters: 9, Found: true}).IsZero() {
		t.Error("a meeting that lost its quorum waits for one")
	}
}

func TestTimesAfterMidnightBelongToTheEvening(t *testing.T) {
	m := Meeting{Starts: clock(t, "7.30pm"), EndsBy: clock(t, "11.30pm")}
	late := m.OfEvening(MustTime(0, 30))
	want(t, "sorted", late.After(m.EndsBy), true)
	m.Extensions = []Extension{{Until: late}}
	want(t, "guillotine", m.Guillotine(120).String(), "12.30am")
	want(t, "morning", Meeting{Starts: MustTime(10, 0)}.OfEvening(MustTime(0, 30)), MustTime(0, 30))
}

func TestWithoutAPlannedEndTheRulesSayHowLong(t *testing.T) {
	want(t, "guillotine", Meeting{Starts: clock(t, "7.30pm")}.Guillotine(120).String(), "9.30pm")
	want(t, "no limit", Meeting{Starts: clock(t, "7.30pm")}.Guillotine(0).IsZero(), true)
}

func TestWhoServedIsNamedWithTimes(t *testing.T) {
	names := Names{"m": {First: "Margaret", Last: "Dunne"}, "g": {First: "Grace", Last: "Mbeki"}}
	for _, c := range []struct {
		turns []Turn
		words string
	}{
		{nil, "Margaret Dunne"},
		{[]Turn{{Duty: InTheChair, Person: "g", At: clock(t, "8.10pm")}}, "Margaret Dunne; Grace Mbeki from 8.10pm"},
		{[]Turn{{Duty: InTheChair, Person: "g", Beside: true}}, "Margaret Dunne and Grace Mbeki"},
		{[]Turn{{Duty: InTheChair, Person: "g", At: clock(t, "8.10pm"), Beside: true}}, "Margaret Dunne; with Grace Mbeki from 8.10pm"},
		{[]Turn{{Duty: InTheChair, Person: "g"}, {Duty: InTheChair, Person: "m", At: clock(t, "8.40pm")}}, "Margaret Dunne; then Grace Mbeki; Margaret Dunne from 8.40pm"},
		{[]Turn{{Duty: TakingMinutes, Person: "g"}, {Duty: InTheChair, Person: "m"}}, "Margaret Dunne"},
	} {
		want(t, "chair", Meeting{Chair: "m", Turns: c.turns}.ServedWords(InTheChair, names), c.words)
	}
}
