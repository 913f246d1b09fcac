package data

import (
	"slices"
	"strings"
)

// PhraseFacts is what phrases fill themselves from. What is not known leaves out the phrase that needs it, or leaves
// its end open to be typed.
type PhraseFacts struct {
	Kind ItemKind // of the item that is written
	Date Date     // of the meeting
	Last Date     // of the meeting whose minutes are before this one; zero for none
	Next Date     // of the meeting after this one; zero when none is planned
	// Speaker is the guest of the item; nil for none.
	Speaker *Speaker
	// Apologies and Guests are names as they are printed.
	Apologies, Guests []string
	// Own are the branch's own phrases, with the placeholders of PhrasePlaces.
	Own []string
}

// PhrasePlaces are the placeholders that a branch can put into its own phrases.
func PhrasePlaces() []string {
	return []string{"{last meeting}", "{next meeting}", "{speaker}", "{topic}", "{apologies}", "{guests}"}
}

// A stock phrase fits some kinds of item; one that fits no kind in particular fits all.
type stockPhrase struct {
	text  string
	kinds []ItemKind
	// without is the phrase where a fact is not known; "" leaves it out.
	without string
}

// stock is the wording that published minutes of branches share.
func stock() []stockPhrase {
	is := func(kinds ...ItemKind) []ItemKind { return kinds }
	return []stockPhrase{
		{"The minutes of the meeting held on {last meeting} were agreed as a true record.", is(ItemMinutes), "The minutes of the last meeting were agreed as a true record."},
		{"The minutes of the meeting held on {last meeting} were agreed as a true record with the following corrections: ", is(ItemMinutes), "The minutes of the last meeting were agreed as a true record with the following corrections: "},
		{"The chair welcomed everyone to the meeting, especially {guests}.", is(ItemWelcome, ItemApologies), "The chair welcomed everyone to the meeting."},
		{"Apologies were noted from: {apologies}.", is(ItemApologies, ItemWelcome), "There were no apologies."},
		{"There were no matters arising.", is(ItemMatters), ""},
		{"The chair thanked {speaker} for speaking on {topic}.", is(ItemSpeaker), ""},
		{"The treasurer reported a balance of £", is(ItemReport), ""},
		{"Reported by ", is(ItemReport), ""},
		{"A minute's silence was held for ", is(ItemCondolences), ""},
		{"There was no other business.", is(ItemAOB), ""},
		{"The date of the next meeting is {next meeting}.", is(ItemNext), "The date of the next meeting is "},
		{"Received and noted.", is(ItemCorrespondence, ItemReport), ""},
		{"The meeting passed to next business.", nil, ""},
	}
}

// Phrases returns what minutes often say, filled in: those that fit the kind of the item first, then the branch's own,
// then the rest.
func Phrases(f PhraseFacts) []string {
	var fitting, rest, own []string
	for _, s := range stock() {
		text, ok := f.fill(s.text)
		if !ok {
			text = s.without
		}
		switch {
		case text == "":
		case slices.Contains(s.kinds, f.Kind) || slices.Contains(s.kinds, ItemSpeaker) && f.Speaker != nil:
			fitting = append(fitting, text)
		default:
			rest = append(rest, text)
		}
	}
	for _, text := range f.Own {
		if text, ok := f.fill(strings.TrimSpace(text)); ok && text != "" {
			own = append(own, text)
		}
	}
	return slices.Concat(fitting, own, rest)
}

// fill puts facts in place of placeholders; false when one is not known.
func (f PhraseFacts) fill(text string) (string, bool) {
	var speaker Speaker
	if f.Speaker != nil {
		speaker = *f.Speaker
	}
	facts := map[string]string{
		"{last meeting}": dayNear(f.Last, f.Date), "{next meeting}": f.Next.Long(), "{speaker}": strings.TrimSpace(speaker.Name),
		"{topic}": strings.TrimSpace(speaker.Topic), "{apologies}": strings.Join(f.Apologies, ", "), "{guests}": listed(f.Guests),
	}
	if f.Next.IsZero() {
		facts["{next meeting}"] = ""
	}
	if f.Last.IsZero() {
		facts["{last meeting}"] = ""
	}
	for _, name := range PhrasePlaces() {
		if !strings.Contains(text, name) {
			continue
		}
		if facts[name] == "" {
			return "", false
		}
		text = strings.ReplaceAll(text, name, facts[name])
	}
	return text, true
}
