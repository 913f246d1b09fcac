package data

import (
	"fmt"
	"strings"
	"unicode"
)

// A MinutesStyle is what a house leaves out of its minutes, or adds. The zero style prints everything that belongs there.
type MinutesStyle struct {
	// CountOnly prints how many were present and sent apologies, not who.
	CountOnly bool `json:"countOnly,omitempty"`
	// Initials prints M. Dunne for Margaret Dunne. Names that were typed into the text stay as they were typed.
	Initials bool `json:"initials,omitempty"`
	// NoFallenText leaves out the text of a motion that fell for want of a seconder, as older houses do.
	NoFallenText bool `json:"noFallenText,omitempty"`
	// NoFallenAmendments leaves out amendments that fell for want of a seconder.
	NoFallenAmendments bool `json:"noFallenAmendments,omitempty"`
	// ComingAndGoing prints when those who came late arrived and when those who left early went.
	ComingAndGoing bool `json:"comingAndGoing,omitempty"`
}

// Minutes are the minutes of one meeting, ready to print: every string is as it stands on the paper. They hold no
// contact details, no private notes, no reasons for apologies and none for having no vote.
type Minutes struct {
	// Branch heads the page. Title is under it: "Minutes of the ordinary meeting, Thursday 14 May 2026, 7.30pm".
	Branch, Title string
	Date          Date
	// Lines are the rest of the heading: where they met, and "Chair: Margaret Dunne. Minutes: Jean Whitcombe."
	Lines []string
	Stamp Stamp

	// Present are the voters; officers first with their posts, then by surname.
	Present Roll
	// NoVote are members without a vote, InAttendance guests and all others, Apologies who sent them and did not come.
	NoVote, InAttendance, Apologies Roll
	// Quorum is the rule's finding; QuorumWords prints it. Both are empty when names were not taken.
	Quorum      Finding
	QuorumWords string

	Items   []MinutedItem
	Actions []MinutedAction // all that were made, in order, for the summary

	// Opening and Closing are when the meeting began and ended, and Next when the next one is: sentences, or "" when not
	// known.
	Opening, Closing, Next string
	// Course are sentences about how the meeting ran: that it had no quorum, and when it was adjourned.
	Course []string
	// Certificate is what the signer of an extract certifies; "" for whole minutes.
	Certificate string
	// Signer is who signs the page: "Chair"; "" when that has been done.
	Signer string
	// LeftOut says in small type what public minutes leave out; "" for others.
	LeftOut string

	// Standing is what became of them, in sentences: approved, received and noted, signed. Corrections are those made, or
	// asked for while they are a draft, in their order, and Addenda those agreed since they were signed.
	Standing, Corrections, Addenda []string
	// Seal is what binds the signed text to the journal, for print; "" when it is not signed.
	Seal string
}

// A Stamp says what standing a paper has: DRAFT, subject to approval.
type Stamp struct{ Word, Below string }

// String returns the stamp in one line: "DRAFT, subject to approval".
func (s Stamp) String() string { return joined(s.Word, s.Below) }

// A Roll is a list of names under a label: "Present (15): …".
type Roll struct {
	Label string
	// Count is how many there were, named or not.
	Count int
	// Names are as printed, with a post or where they are from in brackets.
	Names []string
	// Unnamed is how many of them have no name in the book, and Withheld how many public minutes do not name.
	Unnamed  int
	Withheld int `json:",omitempty"`
	// Instead is printed in place of the names where they were not taken, or the house leaves them out: "15".
	Instead string
}

// IsZero says whether there is nobody to print.
func (r Roll) IsZero() bool { return r.Count == 0 }

// Heading returns the label, with the count where names follow: "Present (15)".
func (r Roll) Heading() string {
	if r.Instead != "" {
		return r.Label
	}
	return fmt.Sprintf("%s (%d)", r.Label, r.Count)
}

// Words returns the names in a sentence: "Margaret Dunne (chair), Ben Carrick and one other (name not recorded)".
func (r Roll) Words() string {
	names := strings.Join(r.Names, ", ")
	switch {
	case r.Instead != "":
		return r.Instead
	case r.Withheld > 0 && names == "":
		return NumberOf(r.Withheld, "person (not named)", "people (not named)")
	case r.Withheld > 0:
		return fmt.Sprintf("%s and %s", names, NumberOf(r.Withheld, "other (not named)", "others (not named)"))
	case r.Unnamed == 0:
		return names
	case names == "" && r.Unnamed == 1:
		return "one person (name not recorded)"
	case names == "":
		return fmt.Sprintf("%d people (names not recorded)", r.Unnamed)
	case r.Unnamed == 1:
		return names + " and one other (name not recorded)"
	}
	return fmt.Sprintf("%s and %d others (names not recorded)", names, r.Unnamed)
}

// A MinutedItem is one numbered piece of business.
type MinutedItem struct {
	// Item is the item of the agenda; "" in minutes approved before extracts could be made.
	Item    ItemID `json:",omitempty"`
	Number  string // "3", "3.1", "4(a)"
	Depth   int    // how many items it is under
	Heading string
	Began   Time // zero when not known
	Parts   []MinutedPart
}

// A MinutedPart is one piece of an item: a paragraph, or what was recorded there.
type MinutedPart struct {
	// Kind says what it is; Motion is set for BlockMotion alone.
	Kind BlockKind
	// Record is the decision, motion or vote that it prints; "" for a text, and in minutes approved before extracts could be
	// made.
	Record ID `json:",omitempty"`
	// Lead is what stands before the text in bold: "AGREED", "ACTION", the question of a vote; "" for a paragraph.
	Lead string
	// Text is the paragraph, the decision, the action in a sentence, or the result of a vote.
	Text string
	// Sum is the arithmetic of a vote as its finding has it, and Note how it was taken and what was written
	// about a count that does not tie.
	Sum, Note string
	Motion    MinutedMotion
	// Grid is the same votes as Sum in a table, for papers; nil where sentences are enough.
	Grid *MinutedGrid `json:",omitempty"`
}

// A MinutedMotion is a motion set apart from the text around it.
type MinutedMotion struct {
	Ref, Title string
	Paragraphs []string
	// Moved is "Moved Zoë Okafor, seconded Grace Mbeki".
	Moved string
	// Amendments are those that this meeting dealt with, in order; AsAmended says that Paragraphs are the text as agreed,
	// and not as it was handed in.
	Amendments []MinutedAmendment
	AsAmended  bool
	// Ruling is what the chair ruled about it before it was taken, and the meeting made of that: a sentence, or "".
	Ruling string
	// Result is the outcome in capitals, and Count what follows it: "CARRIED", "by 12 votes to 2 with 1 abstention".
	Result, Count string
	// Sum is the arithmetic of the vote as its finding has it, and Note how it was taken and what was written
	// about a count that does not tie.
	Sum, Note string
}

// A MinutedAction is a line of the summary of actions.
type MinutedAction struct {
	Ref   string
	Owner string // "" when nobody was named
	Text  string
	Due   string // "3 June"; "" when there is no date
	Item  string // number of the item where it was made: "3.1"; "" when it is in none
}

// Sentence returns the action as a line of the minutes: "Zoë Okafor to book the hall by 3 June." A text that begins
// with a capital is left as it was typed: "Zoë Okafor: Canalside hall to be booked, by 3 June."
func (a MinutedAction) Sentence() string {
	text, due := strings.TrimRight(a.Text, ". "), a.Due
	if due != "" {
		due = " by " + due
	}
	first := []rune(text + " ")[0]
	switch {
	case a.Owner == "":
		return sentence(text + due)
	case !unicode.IsLower(first):
		if due != "" {
			due = "," + due
		}
		return a.Owner + ": " + sentence(text+due)
	case strings.HasPrefix(text, "to "):
		return sentence(a.Owner + " " + text + due)
	}
	return sentence(a.Owner + " to " + text + due)
}

// Paragraphs splits a text at its blank lines. Single line breaks are kept.
func Paragraphs(text string) []string {
	var out []string
	var lines []string
	end := func() {
		if len(lines) > 0 {
			out = append(out, strings.Join(lines, "\n"))
			lines = nil
		}
	}
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		if line == "" {
			end()
			continue
		}
		lines = append(lines, line)
	}
	end()
	return out
}
