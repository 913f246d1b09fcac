package data

import "fmt"

// A Fill is one place in the order in which places are filled: a post, or a seat.
type Fill struct {
	Name string // "Vice chair", "seat 3"
	// Who are what those elected count as: two for a shared post, of whom each counts; nil while nobody is elected.
	Who []Gender
	// Decided says that the meeting has come to it, even if nobody was elected.
	Decided bool
}

// Course follows the balance through an election: before the first place is filled, after each that was decided, and at
// the end, when all were. Each Finding has the other readings of the rule; see Judge. To a number such as "at least 2",
// which other branches have as "at least half", that reading is added.
func (b Balance) Course(fills []Fill) []Finding {
	if !b.IsSet() {
		return []Finding{b.Judge(0, 0, len(fills))}
	}
	steps := []Finding{b.after("before the election", 0, 0, len(fills))}
	women, filled, places, decided := 0, 0, len(fills), 0
	for _, fill := range fills {
		if !fill.Decided {
			continue
		}
		decided++
		places += max(0, len(fill.Who)-1)
		if len(fill.Who) == 0 {
			places-- // it stays vacant, so that it is not within reach of the rule any more
		}
		filled += len(fill.Who)
		for _, g := range fill.Who {
			women += b2i(g == Woman)
		}
		when := "after " + uncapital(fill.Name)
		if decided == len(fills) {
			when = "at the end"
		}
		steps = append(steps, b.after(when, women, filled, places))
	}
	return steps
}

// after judges the balance at a point of the election.
func (b Balance) after(when string, women, filled, places int) Finding {
	f := b.Judge(women, filled, places)
	f.Other = append(f.Other, b.readAsHalf(women, filled, places)...)
	f.Verdict = when + ": " + f.Verdict
	return f
}

// readAsHalf is the reading of a bare number as half of all the places; nil for any other rule.
func (b Balance) readAsHalf(women, filled, places int) []Finding {
	if b.AtLeast == 0 || !b.Share.IsZero() || b.Alternate {
		return nil
	}
	other := Balance{Share: half}
	need, sum := other.needed(max(places, filled))
	f := Finding{Verdict: "met if at least half is meant", Sum: fmt.Sprintf("%s; %s", NumberOf(women, "woman", "women"), sum), Source: b.source()}
	if need > women {
		f.Verdict = inWords(need-women, "woman", "women") + " to go if at least half is meant"
	}
	return []Finding{f}
}

// Nominated judges, before nominations close, whether the rule can be met with the women who stand: so many of the
// nominees, for so many places.
func (b Balance) Nominated(women, nominees, places int) Finding {
	f := Finding{Source: b.source()}
	if !b.IsSet() {
		f.Verdict = "no rule of balance is set"
		return f
	}
	need, sum := b.needed(places)
	f.Sum = fmt.Sprintf("%s of %s for %s; %s", NumberOf(women, "woman", "women"), NumberOf(nominees, "nominee", "nominees"), NumberOf(places, "place", "places"), sum)
	f.Verdict = "enough women are nominated"
	if short := need - women; short > 0 {
		f.Verdict, f.Warning = inWords(short, "more woman", "more women")+" must be nominated", b.warn(true)
	}
	f.Other = b.readAsHalf(women, 0, places)
	return f
}
