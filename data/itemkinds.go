package data

import "strings"

// ItemDefault returns what an item of a kind is called, and how many minutes it takes, until somebody says otherwise.
func ItemDefault(kind ItemKind) StandingItem {
	switch kind {
	case ItemCondolences:
		return StandingItem{kind, "Condolences", 2}
	case ItemBreakout:
		return StandingItem{kind, "Break-out groups", 15}
	case ItemRatify:
		return StandingItem{kind, "Decisions to be ratified", 5}
	case ItemSpeaker:
		return StandingItem{kind, "Guest speaker", 20}
	}
	for _, of := range []MeetingKind{Ordinary, AGM, Special} {
		for _, s := range StandingAgenda(of) {
			if s.Kind == kind && kind != ItemOther {
				return s
			}
		}
	}
	return StandingItem{Kind: kind}
}

// UsualWords returns the usual beginning of the minutes of an item, to be completed; "" where there is none. Whom an item
// of condolences is for follows a colon in its heading: "Condolences: Alf Brown".
func (a AgendaItem) UsualWords() string {
	_, of, _ := strings.Cut(a.Heading, ":")
	of = strings.TrimSpace(of)
	switch a.Kind {
	case ItemCondolences:
		if of == "" {
			return "The meeting heard with sadness of the death of …, and stood in silence."
		}
		return "The meeting heard with sadness of the death of " + of + ", and stood in silence."
	case ItemBreakout:
		return "The meeting divided into groups. Reported back: …"
	}
	return ""
}
