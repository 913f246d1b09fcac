package data

import (
	"cmp"
	"fmt"
	"slices"
)

// A Filling is so many places with who fills them: what a rule of balance is judged on.
type Filling struct{ Women, Filled, Places int }

// with adds people to it. A place that is shared counts both; "" is nobody.
func (f Filling) with(people Names, who ...PersonID) Filling {
	for _, id := range who {
		if id != "" {
			f = f.add(1, b2i(people[id].Gender == Woman))
		}
	}
	return f
}

// add adds so many people, of whom some are women.
func (f Filling) add(people, women int) Filling {
	f.Filled += people
	f.Women += women
	f.Places = max(f.Places, f.Filled)
	return f
}

// Needed returns how many women the rule needs among so many people.
func (b Balance) Needed(people int) int {
	n, _ := b.needed(people)
	return n
}

// Of judges a filling. To a number such as "at least 2", which other branches have as "at least half", that reading is added.
func (b Balance) Of(f Filling) Finding {
	finding := b.Judge(f.Women, f.Filled, f.Places)
	if other, ok := b.asHalf(); ok {
		need, sum := other.needed(max(f.Places, f.Filled))
		half := Finding{Verdict: "met if at least half is meant", Sum: fmt.Sprintf("%s; %s", NumberOf(f.Women, "woman", "women"), sum), Source: b.source()}
		if need > f.Women {
			half.Verdict = inWords(need-f.Women, "woman", "women") + " to go if at least half is meant"
		}
		finding.Other = append(finding.Other, half)
	}
	return finding
}

// asHalf is the reading of a bare number as half of all the places; ok is false for any other rule.
func (b Balance) asHalf() (other Balance, ok bool) {
	return Balance{Share: half}, b.AtLeast > 0 && b.Share.IsZero() && !b.Alternate
}

// Outlook judges, before an election, whether the rule can be met: with the fewest women that it can elect, and with the
// most. Its Warning marks a rule that can no longer be met, whoever is elected.
func (b Balance) Outlook(least, most Filling) Finding {
	if !b.IsSet() {
		return Finding{Verdict: "no rule of balance is set"}
	}
	f := b.outlook(least, most)
	f.Warning = b.warn(f.Warning)
	if other, ok := b.asHalf(); ok {
		half := other.outlook(least, most)
		half.Verdict, half.Source, half.Warning = half.Verdict+" if at least half is meant", b.source(), false
		f.Other = append(f.Other, half)
	}
	return f
}

func (b Balance) outlook(least, most Filling) Finding {
	need, sum := b.needed(most.Places)
	f := Finding{Verdict: "can be met", Sum: fmt.Sprintf("%s of %d; %s", womenBetween(least.Women, most.Women), most.Filled, sum), Source: b.source()}
	switch reach := most.Women + most.Places - most.Filled; {
	case least.Women >= need:
		f.Verdict = metAnyhow
	case reach < need:
		f.Verdict, f.Warning = "cannot be met: "+inWords(need-reach, "woman", "women")+" too few", true
	}
	return f
}

// womenBetween is "between 6 and 9 women"; "7 women" where only that many can be.
func womenBetween(least, most int) string {
	if least == most {
		return NumberOf(most, "woman", "women")
	}
	return fmt.Sprintf("between %d and %d women", least, most)
}

// Possible returns who fills the places of the officers, or of the body, after a contest that is not decided: with the fewest
// women that it can elect, and with the most. Those whom earlier rounds elected are elected either way.
func (in Course) Possible(c Contest) (least, most Filling) {
	t := in.Tallies[c.ID]
	before := in.After(c, t.Elected)
	type entry struct{ people, women int }
	var all []entry
	for _, i := range c.Standing() {
		if slices.Contains(t.Elected, i) || slices.Contains(t.Out, i) {
			continue
		}
		one := Filling{}.with(in.People, c.Nominees[i].Person, c.Nominees[i].Partner)
		all = append(all, entry{max(1, one.Filled), one.Women})
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(a.women, b.women) })
	places := min(max(0, c.Places-len(t.Elected)), len(all))
	least, most = before, before
	for _, e := range all[len(all)-places:] {
		most = most.add(e.people, e.women)
	}
	kept := min(max(0, c.Women-(before.Women-in.Before(c).Women)), places) // kept for women, so that they are elected
	for k := range places {
		e := all[k]
		if k >= places-kept {
			e = all[len(all)-places+k]
		}
		least = least.add(e.people, e.women)
	}
	return least, most
}

// BalanceAfter judges the balance after a contest that is decided; the zero Finding for one that falls under no rule.
func (in Course) BalanceAfter(c Contest) Finding {
	rule, ok := in.Rule(c)
	if !ok {
		return Finding{}
	}
	return rule.Of(in.After(c, in.Tallies[c.ID].Elected))
}

// BalanceOutlook judges, before a contest is decided, whether the rule can be met; the zero Finding where there is none.
func (in Course) BalanceOutlook(c Contest) Finding {
	rule, ok := in.Rule(c)
	if !ok {
		return Finding{}
	}
	return rule.Outlook(in.Possible(c))
}

// The verdicts of a rule of balance that is met.
const (
	balanceMet = "balance met"
	metAnyhow  = "met, whoever is elected"
)

// Met says whether a finding of balance is that the rule is met.
func (f Finding) Met() bool { return f.Verdict == balanceMet || f.Verdict == metAnyhow }
