package session

import (
	"regexp"
	"strconv"
	"strings"

	"branchbook/data"
)

// reportShorthands are about what else an evening holds.
func reportShorthands() []shorthand {
	return []shorthand{
		{LetterCame, "", "Letter", []HelpLine{
			{"l from MP: buses / our view by 3 June", "A letter, what it is about, and what it asks. l to for one that went"},
		}, parseLetter, (*Model).readLetter, nil},
		{Canvassed, "", "Campaign", []HelpLine{
			{"can Canal Street 8v 120d 60c 33p 12s", "Volunteers, doors, contacts, promises, signatures, as far as they are known"},
		}, parseCanvass, (*Model).readCanvass, nil},
		{Speaks, "", "Speaker", []HelpLine{{"sp Rosa Lind, Tenants' Union / rents", "The guest who speaks on this item, and on what"}}, parseSpeaker, (*Model).readSpeaker, nil},
		{Phrase, "", "Phrase", []HelpLine{{"p 1", "A phrase that fills itself (Alt+1 to Alt+9)"}}, parsePhrase, (*Model).readPhrase, nil},
		{Privately, "", "Private", []HelpLine{{"pn some words", "A note for yourself on this item. It is in no paper"}}, words(Privately, "the note"), (*Model).readPrivately, nil},
	}
}

// parseLetter reads "from X: subject / asks by 3 June". Without from or to it came in.
func parseLetter(rest string, near data.Date) Order {
	o := Order{Verb: LetterCame, Letter: data.Letter{Way: data.CameHere, Date: near}}
	if to, ok := strings.CutPrefix(rest, "to "); ok {
		rest, o.Letter.Way = to, data.WentAway
	}
	rest = strings.TrimPrefix(rest, "from ")
	with, subject, _ := strings.Cut(rest, ":")
	subject, asks, _ := strings.Cut(subject, "/")
	asks, o.Letter.Due = cutDue(" "+strings.TrimSpace(asks), near)
	o.Letter.With, o.Letter.Subject, o.Letter.Asks = strings.TrimSpace(with), strings.TrimSpace(subject), strings.TrimSpace(asks)
	switch {
	case o.Letter.With == "":
		o.Wants = "from whom, or to whom: l from MP: buses"
	case o.Letter.Subject == "":
		o.Wants = "then a colon, and what it is about"
	}
	return o
}

var (
	figure = regexp.MustCompile(`^(\d{1,6})(v|d|c|p|s)[a-z]*$`)
	apart  = regexp.MustCompile(`(?i)(\d) (volunteer|door|contact|promise|signature)`)
)

// parseCanvass reads a place and figures, each marked with the first letter of what it counts.
func parseCanvass(rest string, near data.Date) Order {
	o := Order{Verb: Canvassed, Canvass: data.Canvass{Date: near}}
	counts := map[string]*int{
		"v": &o.Canvass.Volunteers, "d": &o.Canvass.Doors, "c": &o.Canvass.Contacts, "p": &o.Canvass.Promises, "s": &o.Canvass.Signatures,
	}
	var place []string
	for _, word := range strings.Fields(apart.ReplaceAllString(rest, "$1$2")) {
		m := figure.FindStringSubmatch(strings.ToLower(word))
		if m == nil {
			place = append(place, word)
			continue
		}
		if n, err := strconv.Atoi(m[1]); err == nil {
			*counts[m[2]] = n
		}
	}
	o.Canvass.Place = strings.Join(place, " ")
	switch {
	case o.Canvass.Place == "":
		o.Wants = "where it was, and figures: Canal Street 8v 120d 60c 33p"
	case o.Canvass.Validate() != nil:
		o.Wants = "figures that can be right"
	}
	return o
}

func parseSpeaker(rest string, _ data.Date) Order {
	who, topic, _ := strings.Cut(rest, "/")
	name, from, _ := strings.Cut(who, ",")
	o := Order{Verb: Speaks, Speaker: data.Speaker{Name: strings.TrimSpace(name), From: strings.TrimSpace(from), Topic: strings.TrimSpace(topic)}}
	if o.Speaker.Name == "" {
		o.Wants = "who speaks, whom for, / and on what"
	}
	return o
}

func parsePhrase(rest string, _ data.Date) Order {
	n, err := strconv.Atoi(rest)
	o := Order{Verb: Phrase, Unnamed: n}
	if err != nil || n < 1 || n > 99 {
		o.Unnamed, o.Wants = 0, "its number in the list of phrases"
	}
	return o
}

func (m *Model) readLetter(o Order) Reading {
	l := o.Letter
	return ready(l.Lead(m.held.Date)+": "+l.Reported(m.held.Date), "", func() (string, error) { return m.Correspond(l) })
}

func (m *Model) readCanvass(o Order) Reading {
	c := o.Canvass
	return ready(c.Lead(m.held.Date)+": "+c.Words(), c.Doubts(), func() (string, error) { return m.Campaigned(c) })
}

func (m *Model) readSpeaker(o Order) Reading {
	s := o.Speaker
	if was := m.shown().Speaker; was != nil && data.Fold(was.Name) == data.Fold(s.Name) {
		s.Thanks, s.Contact = was.Thanks, was.Contact
	}
	return ready("Speaker: "+s.Words(), "", func() (string, error) { return m.SetSpeaker(s) })
}

func (m *Model) readPhrase(o Order) Reading {
	phrases := m.Phrases()
	if o.Unnamed > len(phrases) {
		return missing("There are " + data.NumberOf(len(phrases), "phrase", "phrases"))
	}
	text := phrases[o.Unnamed-1]
	return ready(text, "", func() (string, error) { return m.AddNote(text) })
}

func (m *Model) readPrivately(o Order) Reading {
	return ready(o.Text, "in no paper", func() (string, error) { return m.NotePrivately(o.Text) })
}
