package data

import (
	"slices"
	"strings"
)

// A Spell is from when on some people did a duty.
type Spell struct {
	From   Time       // zero for the opening, and when not known
	People []PersonID // in the order in which they took it up
	// First says that it began with the meeting; Joined, that only the last of the people is new.
	First, Joined bool
}

// Served returns who did a duty, from the opening on. Somebody who sat beside the others from the opening is among the
// first; a turn that changes nothing is left out.
func (m Meeting) Served(d Duty) []Spell {
	var spells []Spell
	opener := m.Chair
	if d == TakingMinutes {
		opener = m.MinuteTaker
	}
	if opener != "" {
		spells = append(spells, Spell{People: []PersonID{opener}, First: true})
	}
	for _, t := range m.Turns {
		if t.Duty != d || t.Person == "" {
			continue
		}
		n := len(spells)
		switch {
		case n == 0:
			spells = append(spells, Spell{From: t.At, People: []PersonID{t.Person}, First: t.At.IsZero()})
		case !t.Beside:
			if last := spells[n-1].People; len(last) != 1 || last[0] != t.Person {
				spells = append(spells, Spell{From: t.At, People: []PersonID{t.Person}})
			}
		case slices.Contains(spells[n-1].People, t.Person):
		case n == 1 && (t.At.IsZero() || !m.Opened.IsZero() && !t.At.After(m.Opened)):
			spells[0].People = append(spells[0].People, t.Person)
		default:
			both := append(slices.Clone(spells[n-1].People), t.Person)
			spells = append(spells, Spell{From: t.At, People: both, Joined: true})
		}
	}
	return spells
}

// ServedWords names who did a duty, as the head and the papers print it: "Margaret Dunne; Grace Mbeki from 8.10pm",
// "Margaret Dunne and Grace Mbeki", "Margaret Dunne; with Grace Mbeki from 8.10pm". It is "" when nobody is known.
func (m Meeting) ServedWords(d Duty, names Names) string {
	var words []string
	for _, s := range m.Served(d) {
		var who []string
		for _, p := range s.People {
			who = append(who, names.Name(p))
		}
		switch {
		case s.Joined:
			words = append(words, "with "+who[len(who)-1]+timed(" from ", s.From))
		case s.First || !s.From.IsZero():
			words = append(words, listed(who)+timed(" from ", s.From))
		default:
			words = append(words, "then "+listed(who))
		}
	}
	return strings.Join(words, "; ")
}

// Serving returns who does a duty now; nobody when nobody is known.
func (m Meeting) Serving(d Duty) []PersonID {
	spells := m.Served(d)
	if len(spells) == 0 {
		return nil
	}
	return spells[len(spells)-1].People
}

// servedFrom says whether somebody did a duty, and since when: the zero Time for the opening, and when it is not known.
func (m Meeting) servedFrom(d Duty, who PersonID) (Time, bool) {
	for _, s := range m.Served(d) {
		if slices.Contains(s.People, who) {
			return s.From, true
		}
	}
	return Time{}, false
}
