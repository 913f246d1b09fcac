package session

import (
	"regexp"
	"strconv"
	"strings"

	"branchbook/data"
)

// contestShorthands are about elections and nominations.
func contestShorthands() []shorthand {
	return []shorthand{
		{Elects, "", "Election", []HelpLine{
			{"el chair: dun / mbe / oka", "Nominated for chair, proposed and seconded (Ctrl+E). el chair: dun, mbe, car  for several at once"},
			{"el 11 9 7 1s 1n", "The votes of those who stand, in the order of the list; 1 spoilt, 1 not cast; 29i issued, 28v valid"},
			{"el hands 11 9   el pref 11 9 7", "By show of hands; by preference, each stage in its turn. rounds, top, most"},
			{"el gc 13: a, b   el - mbe", "Places to fill, on a body; somebody withdraws. el alone opens the page of the election"},
		}, parseContest(Elects, data.Elects), (*Model).readContest, lastOfNames},
		{Nominates, "", "Nomination", []HelpLine{{"nom CLP treasurer: dun / mbe", "Nominated to another body; sup for a supporting nomination"}},
			parseContest(Nominates, data.Nominates), (*Model).readContest, lastOfNames},
		{Backs, "", "Nomination", nil, parseContest(Backs, data.Supports), (*Model).readContest, lastOfNames},
		{Won, "", "Elected", []HelpLine{{"won   won chair: dun / mbe", "The result as it stands is declared; or nominated, unopposed and elected in one line"}},
			parseContest(Won, data.Elects), (*Model).readWon, lastOfNames},
		{Drawn, "", "Lot", []HelpLine{{"drawn mbe / Ashworth", "A tie, settled by lot: on whom it fell, and who drew it"}}, parseDrawn, (*Model).readDrawn, untilSlash},
		{Tells, "", "Tellers", []HelpLine{{"tell car, oka", "The tellers of the election in hand"}}, somebody(Tells, "who counted, with commas between"), (*Model).readTellers, lastOfNames},
		{Doors, "", "Doors", []HelpLine{{"doors 7.55pm", "A nomination meeting: closed to voters. doors statements, doors discussed, doors open"}}, parseDoors, (*Model).readDoors, nil},
	}
}

// A ContestLine is what a line of the prompt, or the panel, says of an election.
type ContestLine struct {
	Kind data.ContestKind
	// What is elected, as typed: a post, a body or its initials, or other words; "" is the one in hand. Class and Places are
	// of a body; 0 leaves them to the book.
	What   string
	Class  data.SeatClass
	Places int
	// Names are nominated by Proposer and Seconder, or withdraw. A job share has a & between two.
	Names              []string
	Withdraw           bool
	Proposer, Seconder string
	// Totals are in the order of the list, and what became of the other ballots; -1 for what was not typed.
	Totals                                 []int
	Issued, Valid, Spoilt, NotCast, NoMore int
	Rule                                   data.CountRule
	Method                                 data.Method
}

func newContestLine(kind data.ContestKind) ContestLine {
	return ContestLine{Kind: kind, Issued: -1, Valid: -1, Spoilt: -1, NotCast: -1, NoMore: -1}
}

// isBare says whether nothing was typed but the verb.
func (l ContestLine) isBare() bool {
	return l.What == "" && len(l.Names) == 0 && len(l.Totals) == 0 && l.Rule == "" && l.Method == ""
}

// lastOfNames is for the last of several names.
func lastOfNames(rest string) int {
	at := strings.LastIndexAny(rest, ":,/&") + 1
	if onlyFigures.MatchString(rest[at:]) {
		return -1
	}
	return len(rest) - len(strings.TrimLeft(rest[at:], " -"))
}

var (
	onlyFigures = regexp.MustCompile(`^ *(?:[a-z]+ )*\d`)
	ballots     = regexp.MustCompile(`^(\d{1,6})([ivsnx]?)$`)
	// elected ends in a number of places, a class of seat, or both.
	elected = regexp.MustCompile(`(?i)^(.+?)(?:,? (open|women|youth|ex officio))?(?: (\d{1,3}))?$`)
)

// waysToCount are the words for how an election is decided.
var waysToCount = map[string]struct {
	rule   data.CountRule
	method data.Method
}{
	"hands": {method: data.Hands}, "ballot": {method: data.SecretBallot}, "pref": {rule: data.ByPreference}, "rounds": {rule: data.ByRounds},
	"top": {rule: data.ByTopTwo}, "most": {rule: data.ByMostVotes}, "elim": {rule: data.ByEliminating},
}

// parseContest reads "what: names / proposer / seconder", "what: - names" and "what: totals"; what and its colon may be left
// out, for the election in hand.
func parseContest(verb Verb, kind data.ContestKind) func(string, data.Date) Order {
	return func(rest string, _ data.Date) Order {
		o := Order{Verb: verb, Contest: newContestLine(kind)}
		l := &o.Contest
		body := rest
		if what, after, ok := strings.Cut(rest, ":"); ok {
			l.named(strings.TrimSpace(what))
			body = strings.TrimSpace(after)
			if l.What == "" {
				o.Wants = "what is elected, before the colon"
			}
		}
		switch {
		case strings.HasPrefix(body, "-"):
			l.Withdraw = true
			l.Names = namesIn(body[1:])
			if len(l.Names) == 0 {
				o.Wants = "who withdraws"
			}
		case l.counts(body):
		default:
			who, by, _ := strings.Cut(body, "/")
			l.Names = namesIn(who)
			l.Proposer, l.Seconder, _ = strings.Cut(by, "/")
			l.Proposer, l.Seconder = plainName(l.Proposer, "prop"), plainName(l.Seconder, "sec")
			if len(l.Names) == 0 && l.Proposer != "" {
				o.Wants = "who is nominated, before the slash"
			}
		}
		return o
	}
}

// named takes the class of seat and the number of places from the end of what is elected.
func (l *ContestLine) named(what string) {
	l.What = what
	m := elected.FindStringSubmatch(what)
	if m == nil {
		return
	}
	l.What, l.Class = strings.TrimSpace(m[1]), data.SeatClass(strings.ToLower(m[2]))
	l.Places, _ = strconv.Atoi(m[3])
}

// counts reads totals, with words about how it is decided before or among them; false where a word is neither.
func (l *ContestLine) counts(body string) bool {
	words := strings.FieldsFunc(strings.ToLower(body), func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 {
		return false
	}
	read := *l
	read.Totals = nil
	for _, word := range words {
		m := ballots.FindStringSubmatch(word)
		way, known := waysToCount[word]
		switch {
		case m != nil:
			n, _ := strconv.Atoi(m[1])
			read.ballots(m[2], n)
		case known && way.rule != "":
			read.Rule = way.rule
		case known:
			read.Method = way.method
		default:
			return false
		}
	}
	*l = read
	return true
}

func (l *ContestLine) ballots(of string, n int) {
	switch of {
	case "i":
		l.Issued = n
	case "v":
		l.Valid = n
	case "s":
		l.Spoilt = n
	case "n":
		l.NotCast = n
	case "x":
		l.NoMore = n
	default:
		l.Totals = append(l.Totals, n)
	}
}

func namesIn(s string) []string {
	var names []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			names = append(names, part)
		}
	}
	return names
}

// plainName takes "prop" or "sec" off the end of a name.
func plainName(s, word string) string {
	s = strings.TrimSpace(s)
	return strings.TrimSpace(strings.TrimSuffix(s, " "+word))
}

// parseDrawn reads on whom a lot fell, and behind a slash who drew it.
func parseDrawn(rest string, _ data.Date) Order {
	o := Order{Verb: Drawn}
	o.Who, o.By, _ = strings.Cut(rest, "/")
	o.Who, o.By = strings.TrimSpace(o.Who), strings.TrimSpace(o.By)
	if o.Who == "" {
		o.Wants = "on whom the lot fell, and behind a slash who drew it"
	}
	return o
}

// doorsMoments are the moments of a nomination meeting, as they are typed.
var doorsMoments = map[string]DoorsMoment{
	"": DoorsClosed, "closed": DoorsClosed, "statements": StatementsRead, "discussed": DiscussionEnded, "discussion": DiscussionEnded, "open": DoorsOpened,
}

// parseDoors reads which moment of a nomination meeting it is, and when.
func parseDoors(rest string, _ data.Date) Order {
	o := Order{Verb: Doors}
	word := strings.ToLower(rest)
	if m := timeAtEnd.FindStringSubmatch(" " + rest); m != nil {
		if at, err := data.ParseTime(m[2], true); err == nil {
			o.At, word = at, strings.ToLower(strings.TrimSpace(m[1]))
		}
	}
	moment, known := doorsMoments[word]
	o.Title = string(moment)
	if !known {
		o.Wants = "nothing, statements, discussed or open, and a time: doors 7.55pm"
	}
	return o
}
