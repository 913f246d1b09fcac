package data

import "fmt"

// A TermRule is until when somebody sits who was elected. The zero TermRule is until the next annual general meeting begins.
type TermRule struct {
	Kind TermKind `json:"kind,omitempty"`
	// On is the last day, of a term to a fixed date, and the last day of a conference; zero while it is not known.
	On Date `json:"on,omitzero"`
	// Years is how many years a term of years lasts.
	Years int `json:"years,omitempty"`
}

// TermKind is how the end of a term is fixed.
type TermKind string

// The ways in which a term ends.
const (
	UntilAGM      TermKind = ""
	UntilDate     TermKind = "until a date"
	ForYears      TermKind = "for some years"
	ForConference TermKind = "for one conference"
)

// TermKinds lists every kind in the order that a choice shows them.
func TermKinds() []TermKind { return []TermKind{UntilAGM, UntilDate, ForYears, ForConference} }

// Words returns the kind as a choice shows it.
func (k TermKind) Words() string {
	if k == UntilAGM {
		return "until the next AGM begins"
	}
	return string(k)
}

// TermEnds returns the last day of a term that began with an election, or the zero Date where it is not known yet, and says
// it in words: "until the AGM of 10 Jun 2027 begins". A book keeps days: what lasts until a meeting begins has the day
// before as its last.
func TermEnds(rule TermRule, elected Date, meetings []Meeting) (last Date, words string) {
	switch rule.Kind {
	case UntilDate:
		if rule.On.IsZero() {
			return Date{}, "until a date that is not set yet"
		}
		return rule.On, "until " + rule.On.Short()
	case ForYears:
		last = elected.AddYears(max(1, rule.Years)).AddDays(-1)
		return last, fmt.Sprintf("for %s, until %s", NumberOf(max(1, rule.Years), "year", "years"), last.Short())
	case ForConference:
		if rule.On.IsZero() || rule.On.Before(elected) {
			return Date{}, "until the conference is over"
		}
		return rule.On, "until the conference of " + rule.On.Short() + " is over"
	}
	if agm, planned := nextAGM(elected, meetings); planned {
		return agm.AddDays(-1), "until the AGM of " + agm.Short() + " begins"
	}
	return Date{}, UntilAGM.Words()
}

// Fixed returns the last day that is known as soon as somebody is elected; the zero Date for a term that another meeting or
// conference ends.
func (r TermRule) Fixed(elected Date) Date {
	if r.Kind == UntilAGM {
		return Date{}
	}
	last, _ := TermEnds(r, elected, nil)
	return last
}

// Over says that nobody is to be elected any more on a day: a conference took place, or its date is not known.
func (r TermRule) Over(on Date) bool { return r.Kind == ForConference && r.On.Before(on) }

// nextAGM finds the first annual general meeting after a day that is not called off.
func nextAGM(after Date, meetings []Meeting) (first Date, found bool) {
	for _, m := range meetings {
		if m.Kind == AGM && !m.Off() && m.Date.After(after) && (!found || m.Date.Before(first)) {
			first, found = m.Date, true
		}
	}
	return first, found
}

func (r TermRule) validate() error {
	const most = 20
	if r.Kind == ForYears && !within(r.Years, 1, most) {
		return NewProblem(fmt.Sprintf("A term of %d years cannot be right. Write a number of years from 1 to %d.", r.Years, most), nil)
	}
	return nil
}
