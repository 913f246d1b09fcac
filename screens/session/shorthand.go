package session

import (
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A shorthand is one verb of the prompt: how it is typed, what it means, and how it is read.
type shorthand struct {
	verb  Verb
	also  string // another way to type the verb
	chip  string // what the prompt calls it
	help  []HelpLine
	parse func(rest string, near data.Date) Order
	read  func(*Model, Order) Reading
	// name says where in what follows the verb the name begins that is being typed, for completion; nil for no name.
	name func(rest string) int
}

// A HelpLine is one line of the help card.
type HelpLine struct{ Typed, Means string }

// shorthands is the whole grammar of the prompt, in the order of the help card.
func shorthands() []shorthand {
	return slices.Concat(doorShorthands(), agendaShorthands(), businessShorthands(), motionShorthands(), contestShorthands(), sittingShorthands(), reportShorthands())
}

func agendaShorthands() []shorthand {
	return []shorthand{
		{NextItem, "", "Next item", []HelpLine{{"n   b", "Next item, and back (Ctrl+Down, Ctrl+Up)"}}, nothingMore(NextItem), (*Model).readStep, nil},
		{PreviousItem, "", "Back", nil, nothingMore(PreviousItem), (*Model).readStep, nil},
		{GoTo, "", "Item", []HelpLine{{"go 5", "Take up an item by its number, out of order too. go 3.1, go 4(a)"}}, words(GoTo, "the number of the item"), (*Model).readGoTo, nil},
		{AddItem, "", "New item", []HelpLine{{"+ The boiler", "Another agenda item, behind this one (Ctrl+N)"}},
			words(AddItem, "the heading of the new item"), (*Model).readItem, nil},
		{AddPart, "", "New part", []HelpLine{{"++ The grant", "A part of this item (Ctrl+Shift+N)"}},
			words(AddPart, "the heading of the part"), (*Model).readPart, nil},
		{StartMeeting, "", "Start", []HelpLine{{"s   x", "Start the meeting (Ctrl+M); close it"}}, nothingMore(StartMeeting), (*Model).readStart, nil},
		{EndMeeting, "", "Close", nil, nothingMore(EndMeeting), (*Model).readEnd, nil},
		{Help, "", "Keys", nil, nothingMore(Help), (*Model).readHelp, nil},
	}
}

func businessShorthands() []shorthand {
	return []shorthand{
		{Move, "", "Motion", []HelpLine{
			{"m Title / oka / car", "Motion with mover and seconder (F3). m 5 / oka / car for M-…-05 on the agenda"},
		}, parseMotion, (*Model).readMotion, afterSlash},
		{SecondIt, "", "Seconder", []HelpLine{{"2 car", "Seconded by, for a motion that was moved without a seconder"}}, parseSeconder, (*Model).readSeconder, untilSlash},
		{TakeVote, "", "Vote", []HelpLine{
			{"v 12 2 1", "Vote on the motion in debate: for, against, abstentions (F4)"},
			{"v agreed", "or unanimous, nemcon, maj, won, lost"},
			{"v 7 7 for", "Equal votes, and the chair cast for"},
			{"v 9 3 on going on", "Vote on another question"},
			{"v 14 2 1 / note", "Record a count that does not tie, with a note"},
		}, parseVote, (*Model).readVote, nil},
		{Decide, "", "Decision", []HelpLine{{"d pay the hire", "Decision (F5). In the minutes: a line AGREED: pay the hire"}},
			words(Decide, "what was decided"), (*Model).readDecision, nil},
		{Act, "", "Action", []HelpLine{
			{"a oka: text by 3 June", "Action (F6). In the minutes: a line ACTION: Zoë Okafor to … by 3 June"},
		}, parseAction, (*Model).readAction, untilColon},
		{Note, "", "Minutes", []HelpLine{{"t some words", "Words at the end of the minutes of this item"}},
			words(Note, "what to write"), (*Model).readNote, nil},
	}
}

// HelpLines is the grammar of the prompt and the keys, for the help card.
func HelpLines() []HelpLine {
	lines := []HelpLine{{"Esc", "From anywhere to the line at the bottom, and back"}}
	for _, s := range shorthands() {
		lines = append(lines, s.help...)
	}
	return append(lines,
		HelpLine{"→   ↑   ↓", "In that line: complete the name, again for the next; earlier lines"},
		HelpLine{"F2   F7", "Check in; apologies"},
		HelpLine{"Ctrl+U", "Take back the last record. Ctrl+Z is for typing"},
	)
}

// cutShorthand finds the verb at the beginning of a line, and what follows it.
func cutShorthand(line string) (s shorthand, rest string, ok bool) {
	word, rest, _ := strings.Cut(line, " ")
	for _, plus := range []Verb{AddPart, AddItem} {
		if after, ok := strings.CutPrefix(line, string(plus)); ok {
			word, rest = string(plus), after
			break
		}
	}
	word = strings.ToLower(word)
	if n := amendmentNumber.FindStringSubmatch(word); n != nil {
		word, rest = string(Amended), n[1]+" "+rest
	}
	all := shorthands()
	i := slices.IndexFunc(all, func(s shorthand) bool { return string(s.verb) == word || s.also == word && word != "" })
	if i < 0 {
		return shorthand{}, "", false
	}
	return all[i], strings.TrimSpace(rest), true
}

func shorthandOf(v Verb) shorthand {
	all := shorthands()
	return all[slices.IndexFunc(all, func(s shorthand) bool { return s.verb == v })]
}

// firstLetters lists the verbs that a newcomer needs, for a line that begins with none.
func firstLetters() string {
	var letters []string
	for _, v := range []Verb{ComeIn, GoOut, Apologise, NextItem, PreviousItem, Move, SecondIt, TakeVote, Decide, Act, Note} {
		letters = append(letters, string(v))
	}
	return strings.Join(letters, " ")
}

func (v Verb) chip() parts.Mark {
	if v == NoVerb {
		return parts.Mark{Tone: parts.Grey}
	}
	return parts.Mark{Tone: parts.Grey, Text: shorthandOf(v).chip}
}
