package data

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func line(t *testing.T, r Rules, key string) RuleLine {
	t.Helper()
	for _, l := range r.Lines() {
		if l.Key == key {
			return l
		}
	}
	t.Fatalf("no rule has the key %q", key)
	return RuleLine{}
}

func TestDefaultRulesAreThoseOfTheModel(t *testing.T) {
	r := DefaultRules()
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	for key, value := range map[string]string{
		"notice": "7 days before", "notice.agm": "7 days before", "notice.counting": "calendar days", "motions": "14 days before",
		"length": "2 hours", "quorum": "5% of eligible members", "quorum.wait": "30 minutes", "eligibility": "8 weeks",
		"eligibility.arrears": "no vote", "majority": "more for than against", "majority.casting": "casting vote, if the chair has not voted",
		"majority.extension": "two thirds of those present", "majority.challenge": "two thirds of those present",
		"seats": "1 per 15, or part", "seats.counted": "the latest list", "officers": "at least 2", "delegation": "at least half",
		"minutes.agm": "at the next meeting",
	} {
		want(t, key, line(t, r, key).Value, value)
	}
	for _, l := range r.Lines() {
		want(t, "source of "+l.Key, l.Source != "", true)
		want(t, "warning of "+l.Key, l.Warn, l.CanWarn)
		want(t, "a way to type "+l.Key, l.Hint != "" || len(l.Choices) > 1, true)
	}
	want(t, "rules", len(r.Lines()), 22)
}

func TestEveryLineReadsBackAsItStands(t *testing.T) {
	r := DefaultRules()
	r.Notice.ClearDays, r.Length, r.Seats.Min, r.Seats.Max = true, 95, 2, 12
	r.Seats.CountedOn, r.Quorum.Fixed, r.Quorum.Share, r.Officers.Share = day(t, "31 December 2025"), 1, Share{}, share(t, "40%")
	for _, rules := range []Rules{DefaultRules(), r} {
		for _, l := range rules.Lines() {
			next, err := rules.With(l.Key, l.Value, l.From, l.Source)
			if err != nil {
				t.Errorf("%s: %q: %v", l.Key, l.Value, err)
			}
			sameRules(t, l.Key, next, rules)
			for _, c := range l.Choices {
				next, err := rules.With(l.Key, c, l.From, l.Source)
				if err != nil {
					t.Errorf("%s: %q: %v", l.Key, c, err)
				}
				want(t, l.Key, line(t, next, l.Key).Value, c)
			}
		}
	}
}

func TestQuorumChangesFromADay(t *testing.T) {
	before := DefaultRules()
	before.ID, before.Revision, before.From = "01OLD", 3, day(t, "12 June 2025")
	after, err := before.With("quorum", " 10% of all members ", day(t, "14 May 2026"), "Branch vote, 9 April")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "quorum", line(t, after, "quorum").Value, "10% of all members")
	want(t, "source", line(t, after, "quorum").Source, "Branch vote, 9 April")
	want(t, "from", line(t, after, "quorum").From, day(t, "14 May 2026"))
	want(t, "other rules keep their source", line(t, after, "motions").Source, line(t, before, "motions").Source)
	want(t, "a new record", after.ID, "")
	want(t, "its revision", after.Revision, 0)

	after.ID = "02NEW"
	all := []Rules{after, before}
	want(t, "the day before", RulesOn(all, day(t, "13 May 2026")).ID, "01OLD")
	want(t, "on the day", RulesOn(all, day(t, "14 May 2026")).ID, "02NEW")
	sameRules(t, "long before", RulesOn(all, day(t, "1 May 2020")), DefaultRules())
	sameRules(t, "with none", RulesOn(nil, day(t, "14 May 2026")), DefaultRules())
	_, f := RulesOn(all, day(t, "14 May 2026")).Quorum.Needed(199, 214)
	want(t, "source in the finding", f.Source, "Branch vote, 9 April, from 14 May 2026")
}

func TestRuleCorrectedOnItsOwnDayStaysTheSameRecord(t *testing.T) {
	r := DefaultRules()
	r.ID, r.Revision, r.From = "01OLD", 3, day(t, "12 June 2025")
	next, err := r.With("motions", "7 days", r.From, "Standing orders 6")
	if err != nil {
		t.Fatal(err)
	}
	want(t, "record", next.ID, r.ID)
	want(t, "revision", next.Revision, r.Revision)
	want(t, "days", next.Motions.Days, 7)
}

func TestOfTwoRulesFromOneDayTheLaterMadeHolds(t *testing.T) {
	a, b := DefaultRules(), DefaultRules()
	a.ID, b.ID = "01A", "01B"
	want(t, "in order", RulesOn([]Rules{a, b}, day(t, "14 May 2026")).ID, "01B")
	want(t, "out of order", RulesOn([]Rules{b, a}, day(t, "14 May 2026")).ID, "01B")
}

func TestRulesReadWhatPeopleType(t *testing.T) {
	for _, c := range []struct{ key, typed, value string }{
		{"quorum", "10", "10 voters"}, {"quorum", "ten voters", "10 voters"}, {"quorum", "10%", "10% of eligible members"},
		{"quorum", "a quarter of all members", "1/4 of all members"}, {"quorum", "None", "none"},
		{"quorum.wait", "45", "45 minutes"}, {"quorum.wait", "half an hour", ""}, {"quorum.wait", "1 hour", "1 hour"},
		{"notice", "14 Days", "14 days before"}, {"notice", "two weeks", "14 days before"}, {"motions", "1 week before the meeting", "7 days before"},
		{"eligibility", "56", "8 weeks"}, {"eligibility", "26 weeks", "26 weeks"}, {"eligibility", "10 days", "10 days"}, {"eligibility", "none", "none"},
		{"eligibility.arrears", "Can vote", "can vote"}, {"length", "90", "1 hour 30 minutes"}, {"length", "1 hour and 30 minutes", "1 hour 30 minutes"},
		{"length", "no limit", "no limit"}, {"majority", "Two thirds of votes cast", "two thirds of votes cast"},
		{"seats", "1 per 20", "1 per 20"}, {"seats", "one for every 15 members or part thereof, at most 15", "1 per 15, or part, at most 15"},
		{"seats", "4 seats", "4 seats"}, {"seats", "15", ""}, {"seats", "none", "none"},
		{"officers", "2", "at least 2"}, {"officers", "at least half", "at least half"}, {"officers", "at least two women", "at least 2"},
		{"officers", "2 and half", "at least 2 and at least half"}, {"delegation", "40%", "at least 40%"}, {"delegation", "none", "none"},
		{"seats.counted", "31/12/2025", "Wed 31 Dec 2025"}, {"seats.counted", "31/02/2026", ""},
	} {
		r, err := DefaultRules().With(c.key, c.typed, Date{}, "typed")
		if c.value == "" {
			want(t, c.key+" takes "+c.typed, err == nil, false)
			continue
		}
		if err != nil {
			t.Errorf("%s: %q: %v", c.key, c.typed, err)
			continue
		}
		want(t, c.key+": "+c.typed, line(t, r, c.key).Value, c.value)
	}
}

func TestAbsurdRulesAreRefusedInPlainWords(t *testing.T) {
	for _, c := range []struct{ key, typed, says string }{
		{"quorum", "0%", "Quorum of a meeting"}, {"quorum", "150%", "Quorum of a meeting"}, {"quorum", "0", "could not be read"},
		{"quorum", "99999999", "could not be read"}, {"quorum", "5% of the weather", "could not be read"}, {"quorum", "", "could not be read"},
		{"notice", "400 days", "from 0 to 365"}, {"notice", "-7", "could not be read"}, {"notice", "7 parsecs", "could not be read"},
		{"notice", "5 10", "could not be read"}, {"length", "1 hour 30", "could not be read"},
		{"eligibility", "99999 weeks", "cannot be right"}, {"length", "48 hours", "cannot be right"}, {"length", "0", "could not be read"},
		{"seats", "1 per 0", "could not be read"}, {"seats", "1 per 15, at least 10, at most 2", "cannot both be"},
		{"officers", "0", "could not be read"}, {"officers", "most", "could not be read"},
		{"majority", "when the chair likes", "It is one of these"}, {"majority.casting", "twice", "It is one of these"},
		{"weather", "fine", "does not know that rule"},
	} {
		r := DefaultRules()
		got, err := r.With(c.key, c.typed, Date{}, "typed")
		var p *Problem
		if !errors.As(err, &p) || !strings.Contains(p.Say, c.says) {
			t.Errorf("%s: %q: got %v, want a problem with %q", c.key, c.typed, err, c.says)
		}
		sameRules(t, "rules after a refusal", got, r)
	}
}

func TestRulesCannotChangeBeforeTheyBegan(t *testing.T) {
	r := DefaultRules()
	r.From = day(t, "12 June 2025")
	_, err := r.With("quorum", "10", day(t, "11 June 2025"), "")
	want(t, "sentence", Say(err), "These rules began on Thu 12 Jun 2025. Choose that day or a later one; meetings before it keep the rules they were held under.")
}

func TestWarningIsSwitchedWithoutChangingTheRule(t *testing.T) {
	r := DefaultRules()
	off, err := r.WithWarning("quorum", false)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "warning", line(t, off, "quorum").Warn, false)
	want(t, "value", line(t, off, "quorum").Value, line(t, r, "quorum").Value)
	want(t, "from", off.From, r.From)
	on, _ := off.WithWarning("quorum", true)
	sameRules(t, "and back", on, r)
	_, err = r.WithWarning("majority", false)
	want(t, "where there is none", Say(err), "A motion is carried by: there is no warning to switch.")
	_, err = r.WithWarning("weather", false)
	want(t, "where there is no rule", err != nil, true)
}

func TestRulesRoundTripAsJSON(t *testing.T) {
	r := DefaultRules()
	r.ID, r.From, r.Quorum.From, r.Quorum.Off = "01OLD", day(t, "12 June 2025"), day(t, "9 April 2026"), true
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Rules
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	sameRules(t, "rules", back, r)
	for _, field := range []string{`"share":"5%"`, `"from":"2026-04-09"`, `"off":true`, `"of":"eligible members"`} {
		want(t, field, strings.Contains(string(b), field), true)
	}
}

func TestNoTextMakesRulesThatCannotBeStored(t *testing.T) {
	forms := ruleForms()
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(forms).Draw(t, "rule")
		typed := rapid.OneOf(rapid.String(), rapid.StringMatching(`(at least |1 per )?[0-9]{1,6}(%|/[0-9]{1,5}| days| weeks| hours| seats)?( of (all|eligible) members)?`)).Draw(t, "typed")
		r, err := DefaultRules().With(f.key, typed, Date{}, "")
		var p *Problem
		if err != nil && (!errors.As(err, &p) || p.Say == "") {
			t.Fatalf("no plain sentence: %v", err)
		}
		if err := r.Validate(); err != nil {
			t.Fatalf("%q was taken: %v", typed, err)
		}
	})
}

func sameRules(t *testing.T, what string, got, wanted Rules) {
	t.Helper()
	if !reflect.DeepEqual(got, wanted) {
		t.Errorf("%s: got %+v, want %+v", what, got, wanted)
	}
}
