package data

import (
	"fmt"
	"strings"
)

// A HouseStyle is how a branch wants its papers: what they call it, and how its minutes name people. The zero style prints
// the branch's own name and everything that belongs in minutes.
type HouseStyle struct {
	// Name is what papers call the branch; "" for its name in the book.
	Name string `json:"name,omitempty"`
	// Minutes is how minutes are printed; those that are approved keep the words they were approved in.
	Minutes MinutesStyle `json:"minutes,omitzero"`
	// Public is whom public minutes name.
	Public PublicNames `json:"public,omitempty"`
}

// PublicNames is whom public minutes name.
type PublicNames string

// What public minutes can do with names. "" names officers alone, which is the safest.
const (
	OfficersNamed PublicNames = ""
	InitialsNamed PublicNames = "initials"
	EveryoneNamed PublicNames = "everyone"
)

// AllPublicNames lists every PublicNames in the order that a choice shows them.
func AllPublicNames() []PublicNames {
	return []PublicNames{OfficersNamed, InitialsNamed, EveryoneNamed}
}

// String returns the choice as a screen offers it: "Officers alone".
func (p PublicNames) String() string {
	switch p {
	case InitialsNamed:
		return "Members by initials"
	case EveryoneNamed:
		return "Everyone in full"
	}
	return "Officers alone"
}

// maxPaperName keeps a name from filling the page.
const maxPaperName = 120

// Validate says what keeps the style from being stored.
func (s HouseStyle) Validate() error {
	switch {
	case len([]rune(s.Name)) > maxPaperName:
		return NewProblem(fmt.Sprintf("The name on papers is longer than %d letters. Shorten it.", maxPaperName), nil)
	case s.Public != OfficersNamed && s.Public != InitialsNamed && s.Public != EveryoneNamed:
		return NewProblem("Choose whom public minutes name.", fmt.Errorf("public names %q", s.Public))
	}
	return nil
}

// PaperName returns what papers call the branch.
func (b Branch) PaperName() string {
	if name := strings.TrimSpace(b.Style.Name); name != "" {
		return name
	}
	return b.Name
}

// Initialled returns everyone with initials for first names, M. Dunne and Z.-M. Okafor, as a house may print them. Two who
// would then read alike keep their first names, so that minutes never say which of them by accident.
func (n Names) Initialled() Names {
	short, alike := make(Names, len(n)), make(map[string]int, len(n))
	for id, p := range n {
		p.First = initials(p.First)
		short[id] = p
		alike[Fold(p.Name())]++
	}
	for id, p := range short {
		if alike[Fold(p.Name())] > 1 {
			short[id] = n[id]
		}
	}
	return short
}

// initials returns a first name in initials: "Mary Ann" is M. A., "Zoë-May" is Z.-M.
func initials(first string) string {
	words := strings.Fields(first)
	for i, w := range words {
		parts := strings.Split(w, "-")
		for j, p := range parts {
			letters := []rune(p)
			if len(letters) > 0 {
				parts[j] = string(letters[:1]) + "."
			}
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

// Sample is a line of the kind that minutes print, for a screen that shows what a style changes, and PublicSample the same
// of public minutes.
func (s HouseStyle) Sample() string {
	m := s.sampleEvening().HouseMinutes()
	return sampleWords(m.Present, m.Items[0].Parts[0].Motion.Moved)
}

// PublicSample is what Sample is of public minutes.
func (s HouseStyle) PublicSample() string {
	m := s.sampleEvening().PublicMinutes()
	return sampleWords(m.Present, m.Items[0].Parts[0].Motion.Moved)
}

func sampleWords(present Roll, moved string) string {
	return strings.TrimSpace(present.Heading() + ": " + present.Words() + ". " + sentence(moved))
}

// sampleEvening is a meeting of three people who are nobody's members, one of them late, and a motion.
func (s HouseStyle) sampleEvening() Evening {
	e := Evening{
		Branch:  Branch{Style: s},
		Meeting: Meeting{ID: "m", Chair: "1", Starts: MustTime(19, 30)},
		People: Names{
			"1": {ID: "1", First: "Margaret", Last: "Dunne"}, "2": {ID: "2", First: "Zoë", Last: "Okafor"}, "3": {ID: "3", First: "Ben", Last: "Carrick"},
		},
		Posts: []Post{{ID: "c", Name: "Chair"}}, Terms: []Term{{Post: "c", Person: "1"}},
		Items:   []AgendaItem{{ID: "i", Meeting: "m", Heading: "Motions"}},
		Motions: map[MotionID]Motion{"mo": {ID: "mo", Meeting: "m", Item: "i", Mover: "2", Seconder: "3", Status: Seconded}},
	}
	for i, id := range []PersonID{"1", "2", "3"} {
		e.Register = append(e.Register, Event{ID: EventID(id), Person: id, Move: CameIn, Capacity: Voter, At: MustTime(19, 25+10*(i/2))})
	}
	return e
}
