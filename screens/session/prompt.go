package session

import (
	"regexp"
	"strconv"
	"strings"

	"branchbook/data"
)

// A Verb is what a line of the prompt asks for.
type Verb string

// The verbs, as their letters.
const (
	NoVerb       Verb = ""
	ComeIn       Verb = "i"
	GoOut        Verb = "o"
	Apologise    Verb = "ap"
	NextItem     Verb = "n"
	PreviousItem Verb = "b"
	AddItem      Verb = "+"
	Move         Verb = "m"
	SecondIt     Verb = "2"
	TakeVote     Verb = "v"
	Decide       Verb = "d"
	Act          Verb = "a"
	Note         Verb = "t"
	StartMeeting Verb = "s"
	EndMeeting   Verb = "x"
	Help         Verb = "?"

	WhoWasIn    Verb = "who"
	CountHeads  Verb = "count"
	TakeNames   Verb = "names"
	NameUnnamed Verb = "name"
	TakeOff     Verb = "off"
	MoveVenue   Verb = "venue"
	AddPart     Verb = "++"
	GoTo        Verb = "go"
	SetTime     Verb = "time"
	TakeChair   Verb = "chair"
	TakeMinutes Verb = "mins"
	Adjourn     Verb = "adj"
	Resume      Verb = "res"
	GoOn        Verb = "ext"
	NoQuorum    Verb = "nq"
	RatifyIt    Verb = "r"
	LetterCame  Verb = "l"
	Canvassed   Verb = "can"
	Speaks      Verb = "sp"
	Phrase      Verb = "p"
	Privately   Verb = "pn"
	OldMinutes  Verb = "min"
	Amends      Verb = "am"
	Amended     Verb = "a1" // and every other number
	Ends        Verb = "end"
	Rules       Verb = "rule"

	Elects    Verb = "el"
	Nominates Verb = "nom"
	Backs     Verb = "sup"
	Won       Verb = "won"
	Drawn     Verb = "drawn"
	Tells     Verb = "tell"
	Doors     Verb = "doors"
)

// An Order is what one line of the prompt says, before anybody in it has been looked up.
type Order struct {
	Verb Verb
	// Who is a name or its first letters, or a number: of ComeIn, GoOut, Apologise, SecondIt and Act.
	Who string
	// Unnamed is how many people without a name came in, or how many there were where names were not taken.
	Unnamed int
	// By says who passed the apologies on.
	By string
	// Title is of a motion, or a reference of one on the agenda; Mover and Seconder are names or their first letters.
	Title, Mover, Seconder string
	// Text is a decision, an action, a note, the question of a vote, the heading of an item.
	Text string
	// For, Against and Abstained were counted unless Declared is set.
	For, Against, Abstained int
	Declared                data.Declared
	Casting                 data.Casting
	// Note is about a count that does not tie.
	Note string
	Due  data.Date
	At   data.Time // as typed; zero when none was
	// Until is when the meeting would end.
	Until data.Time
	// Beside says that somebody joins those who have the duty; No, that something is not done.
	Beside, No bool
	// Op and Ending are of an amendment; its paragraph is the Title, its number Unnamed.
	Op      data.Operation
	Ending  data.AmendmentOutcome
	Letter  data.Letter
	Canvass data.Canvass
	Speaker data.Speaker
	Contest ContestLine
	// Wants says what is still to be typed; "" when the order is complete.
	Wants string
}

// IsComplete says whether the order can be carried out as far as its words go.
func (o Order) IsComplete() bool { return o.Verb != NoVerb && o.Wants == "" }

// Parse reads one line of the prompt as shorthands says. near gives days without a year theirs. It never fails: a line
// that is not finished says in Wants what is missing.
func Parse(line string, near data.Date) Order {
	line = strings.TrimSpace(line)
	if line == "" {
		return Order{}
	}
	s, rest, ok := cutShorthand(line)
	if !ok {
		return Order{Wants: "a letter first: " + firstLetters() + ", or ? for all of them"}
	}
	return s.parse(rest, near)
}

// ParseMinute reads a line of the minutes that becomes a record: "AGREED: …", or "ACTION: Name to … by 3 June". It says
// false for any other line.
func ParseMinute(line string, near data.Date) (Order, bool) {
	word, rest, found := strings.Cut(strings.TrimSpace(line), ":")
	rest = strings.TrimSpace(rest)
	if !found || rest == "" {
		return Order{}, false
	}
	switch word {
	case "AGREED":
		return Order{Verb: Decide, Text: rest}, true
	case "ACTION":
		o := parseAction(rest, near)
		if who, what, ok := strings.Cut(rest, " to "); ok && o.Who == "" && len(strings.Fields(who)) <= 4 {
			o = parseAction(who+": "+what, near)
		}
		return o, o.IsComplete()
	}
	return Order{}, false
}

func textOrder(v Verb, text, wants string) Order {
	if text != "" {
		wants = ""
	}
	return Order{Verb: v, Text: text, Wants: wants}
}

var (
	timeAtEnd = regexp.MustCompile(`(?i)^(.*?)\s+(?:at\s+)?(\d{1,2}[.:]\d{2}\s*(?:am|pm)?|\d{1,2}\s*(?:am|pm))$`)
	unnamed   = regexp.MustCompile(`^(?:\+\s*(\d{0,3})|(?:one|1) other|(\d{1,3}) others)$`)
)

// nothingMore reads a verb that stands alone.
func nothingMore(v Verb) func(string, data.Date) Order {
	return func(rest string, _ data.Date) Order {
		if rest == "" {
			return Order{Verb: v}
		}
		return Order{Wants: "nothing after " + string(v)}
	}
}

// words reads a verb that takes all that follows as it is.
func words(v Verb, wants string) func(string, data.Date) Order {
	return func(rest string, _ data.Date) Order { return textOrder(v, rest, wants) }
}

func coming(v Verb) func(string, data.Date) Order {
	return func(rest string, _ data.Date) Order { return parseComing(v, rest) }
}

func parseSeconder(rest string, _ data.Date) Order {
	if rest == "" {
		return Order{Verb: SecondIt, Wants: "who seconds the motion"}
	}
	return Order{Verb: SecondIt, Who: rest}
}

func parseComing(v Verb, rest string) Order {
	o := Order{Verb: v}
	if m := timeAtEnd.FindStringSubmatch(rest); m != nil {
		if at, err := data.ParseTime(m[2], true); err == nil {
			o.At, rest = at, m[1]
		}
	}
	if m := unnamed.FindStringSubmatch(strings.ToLower(rest)); m != nil {
		o.Unnamed = 1
		if n, err := strconv.Atoi(m[1] + m[2]); err == nil && n > 0 {
			o.Unnamed = n
		}
		return o
	}
	o.Who = rest
	if rest == "" {
		o.Wants = map[Verb]string{ComeIn: "who came in", GoOut: "who went out"}[v]
	}
	return o
}

func parseApologies(rest string, _ data.Date) Order {
	who, by, _ := strings.Cut(rest, "/")
	o := Order{Verb: Apologise, Who: strings.TrimSpace(who), By: strings.TrimSpace(by)}
	if o.Who == "" {
		o.Wants = "who sends apologies"
	}
	return o
}

func parseMotion(rest string, _ data.Date) Order {
	parts := strings.Split(rest, "/")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = append(parts, "", "")
	o := Order{Verb: Move, Title: parts[0], Mover: parts[1], Seconder: parts[2]}
	switch {
	case o.Title == "":
		o.Wants = "title / mover / seconder"
	case len(parts) > 5:
		o.Wants = "only two names after the title"
	}
	return o
}

// declared are the words for a result that nobody counted.
func declared(word string) (data.Declared, bool) {
	switch strings.ToLower(word) {
	case "agreed":
		return data.Agreed, true
	case "unanimous", "unan":
		return data.Unanimous, true
	case "nemcon", "nem":
		return data.NemCon, true
	case "maj", "majority":
		return data.ClearMajority, true
	case "won", "carried":
		return data.DeclaredWon, true
	case "lost":
		return data.DeclaredLost, true
	}
	return "", false
}

const wantsVote = "for, against and abstentions, as 12 2 1; or agreed, unanimous, nemcon, maj, won, lost"

func parseVote(rest string, _ data.Date) Order {
	o := Order{Verb: TakeVote}
	rest, note, _ := strings.Cut(rest, "/")
	o.Note = strings.TrimSpace(note)
	if before, question, ok := cutWord(rest, "on"); ok {
		rest, o.Text = before, strings.TrimSpace(question)
		if o.Text == "" {
			o.Wants = "the question"
		}
	}
	words := strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == '-' || r == '–' || r == ',' })
	if len(words) == 0 {
		o.Wants = wantsVote
		return o
	}
	if d, ok := declared(words[0]); ok {
		o.Declared = d
		if len(words) > 1 && (d != data.NemCon || len(words) > 2 || words[1] != "con") {
			o.Wants = "nothing after " + words[0]
		}
		return o
	}
	return o.withCount(words)
}

// withCount reads the numbers, and how the chair cast on a tie.
func (o Order) withCount(words []string) Order {
	if len(words) > 1 {
		switch last := strings.ToLower(words[len(words)-1]); data.Casting(last) {
		case data.CastingFor, data.CastingAgainst:
			o.Casting, words = data.Casting(last), words[:len(words)-1]
		}
	}
	counts := []*int{&o.For, &o.Against, &o.Abstained}
	if len(words) > len(counts) {
		o.Wants = "three numbers at most"
		return o
	}
	for i, word := range words {
		n, err := strconv.Atoi(word)
		if err != nil || n < 0 || n > data.MaxVotes {
			o.Wants = wantsVote
			return o
		}
		*counts[i] = n
	}
	if len(words) < 2 {
		o.Wants = "against, and abstentions if there were any"
	}
	return o
}

// cutWord cuts s at a word that stands by itself.
func cutWord(s, word string) (before, after string, found bool) {
	padded := " " + s + " "
	i := strings.Index(strings.ToLower(padded), " "+word+" ")
	if i < 0 || i+len(word)+2 > len(padded) {
		return s, "", false
	}
	return padded[:i], strings.TrimSpace(padded[i+len(word)+2:]), true
}

func parseAction(rest string, near data.Date) Order {
	o := Order{Verb: Act, Text: rest}
	if who, what, ok := strings.Cut(rest, ":"); ok && len(strings.Fields(who)) <= 4 {
		o.Who, o.Text = strings.TrimSpace(who), strings.TrimSpace(what)
	}
	o.Text, o.Due = cutDue(o.Text, near)
	o.Text = strings.TrimRight(o.Text, ".")
	if o.Text == "" {
		o.Wants = "what is to be done, as  oka: book the hall by 3 June"
	}
	return o
}

// cutDue takes "by 3 June" from the end of an action. Words after the last "by" that are no day stay in the text.
func cutDue(text string, near data.Date) (string, data.Date) {
	i := strings.LastIndex(strings.ToLower(text), " by ")
	if i < 0 || i+4 > len(text) {
		return text, data.Date{}
	}
	due, err := data.ParseDateNear(strings.TrimRight(text[i+4:], ". "), near)
	if err != nil || due.IsZero() {
		return text, data.Date{}
	}
	if due.Before(near) && !strings.Contains(text[i+4:], strconv.Itoa(due.Year())) {
		if later := due.AddYears(1); later.Sub(near) < 300 {
			due = later
		}
	}
	return strings.TrimRight(text[:i], " ,"), due
}
