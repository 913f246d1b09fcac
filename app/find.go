package app

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// foundAs says how the search shows a kind of record, and where choosing one leads.
var foundAs = map[string]struct {
	name string
	icon parts.IconName
	tone parts.Tone
	to   func(book.Found) place.Route
}{
	book.KindMotion:   {"Motions", parts.IconDocument, parts.Grey, at(motionsPlace)},
	book.KindContest:  {"Elections", parts.IconPerson, parts.Grey, atMeeting},
	book.KindDecision: {"Decisions", parts.IconFlag, parts.Grey, atMeeting},
	book.KindAction:   {"Actions", parts.IconCheckbox, parts.Amber, at(actionsPlace)},
	book.KindBlock:    {"Minutes", parts.IconMeeting, parts.Grey, atMeeting},
	book.KindLetter:   {"Letters", parts.IconMail, parts.Grey, atLetter},
	book.KindMeeting:  {"Meetings", parts.IconCalendar, parts.Grey, atMeeting},
	book.KindPerson:   {"People", parts.IconPerson, parts.Blue, at(membersPlace)},
}

func at(name string) func(book.Found) place.Route {
	return func(f book.Found) place.Route { return place.Route{Place: name, ID: string(f.ID)} }
}

func atLetter(f book.Found) place.Route {
	return place.Route{Place: actionsPlace, Tab: "letters", ID: string(f.ID)}
}

func atMeeting(f book.Found) place.Route {
	return place.Route{Place: meetingsPlace, ID: string(f.Meeting)}
}

// search opens the search over everything in the book.
func (h *house) search() {
	kinds := append([]string{""}, book.FoundKinds()...)
	names := []string{"All"}
	for _, k := range kinds[1:] {
		names = append(names, foundAs[k].name)
	}
	var found []book.Found
	var shut func()
	look := func(words string, kind int) ([]parts.Found, string) {
		var err error
		if found, err = h.book.Find(words, kinds[kind]); err != nil {
			return nil, data.Say(err)
		}
		if strings.TrimSpace(words) == "" {
			return nil, "Type a few letters of a word, a name or a number."
		}
		lines := make([]parts.Found, len(found))
		for i, f := range found {
			lines[i] = foundLine(f, words)
		}
		return lines, data.NumberOf(len(found), "thing", "things") + " found"
	}
	palette := parts.NewPalette(names, look, func(id string) {
		shut()
		for _, f := range found {
			if string(f.ID) == id {
				h.Go(foundAs[f.Kind].to(f))
				return
			}
		}
	})
	shut = h.Open(place.Panel{Content: palette, First: palette.Field(), Top: true})
}

// foundLine shows a record with the words that were searched for lit.
func foundLine(f book.Found, words string) parts.Found {
	as := foundAs[f.Kind]
	text := f.Title
	if text == "" {
		text = around(f.Text, words)
	}
	return parts.Found{ID: string(f.ID), Icon: as.icon, Tone: as.tone, Runs: lit(text, words), Note: f.Date.Short()}
}

// around returns the part of a text that stands about the first of the words.
func around(text, words string) string {
	const before, after = 30, 90
	letters := []rune(strings.Join(strings.Fields(text), " "))
	start := 0
	if fields := strings.Fields(strings.ToLower(words)); len(fields) > 0 {
		if i := strings.Index(strings.ToLower(string(letters)), strings.Trim(fields[0], `"`)); i >= 0 {
			start = max(0, len([]rune(string(letters)[:i]))-before)
		}
	}
	end := min(len(letters), start+before+after)
	shown := string(letters[start:end])
	if start > 0 {
		shown = "… " + shown
	}
	if end < len(letters) {
		shown += " …"
	}
	return shown
}

// lit marks the first of the words in a text, whatever the case.
func lit(text, words string) []parts.Run {
	for _, w := range strings.Fields(strings.ToLower(strings.ReplaceAll(words, `"`, ""))) {
		lower := strings.ToLower(text)
		i := strings.Index(lower, w)
		if i < 0 || len(lower) != len(text) {
			continue
		}
		return []parts.Run{{Text: text[:i]}, {Text: text[i : i+len(w)], Bold: true, Change: parts.Highlight}, {Text: text[i+len(w):]}}
	}
	return []parts.Run{{Text: text}}
}
