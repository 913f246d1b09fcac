package ballot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"branchbook/data"
)

// Card is what stands over and under the field.
type Card struct {
	Heading string // "Ballot 12 of 15"
	Who     string // which entry it is, and who types it: "2nd entry: Grace Mbeki"
	Hint    string // what the field wants now
	// Typing says that the field takes something. Next is the label of its button; "" where there is nothing to go on to.
	// Like is what the field shows while it is empty.
	Typing bool
	Next   string
	Like   string
}

// Card describes the field as it stands.
func (m *Model) Card() Card {
	c := Card{Typing: m.typing(), Next: "Next ballot", Who: m.who(), Hint: m.hint(), Like: m.like()}
	n := m.sum.Expected()
	if m.second {
		n = max(n, m.sum.Typed)
	}
	of := ""
	if n > 0 {
		of = fmt.Sprintf(" of %d", n)
	}
	switch {
	case !c.Typing:
		c.Heading = "Typing is over"
	case m.settling:
		c.Heading, c.Next, c.Who = fmt.Sprintf("Settle ballot %d", m.at), "Settle", ""
	case m.at == 0:
		c.Heading, c.Next = fmt.Sprintf("All %d are typed", m.sum.Typed), ""
		if len(m.sum.Differ) > 0 {
			c.Next = "Settle next"
		}
	case m.chosen:
		c.Heading, c.Next = fmt.Sprintf("Correct ballot %d", m.at), "Correct"
	default:
		c.Heading = fmt.Sprintf("Ballot %d%s", m.at, of)
	}
	return c
}

// who says which entry is under way, and who types it where that is known.
func (m *Model) who() string {
	entry, who := "1st entry", m.current().TypedBy
	if m.second {
		entry, who = "2nd entry", m.current().CheckedBy
	}
	if who == "" {
		return entry
	}
	return entry + ": " + who
}

// like shows how the field is filled in, and nothing where that could be taken for what was typed before.
func (m *Model) like() string {
	switch {
	case m.spoiling:
		return "1"
	case m.chosen || m.at == 0:
		return ""
	case m.contest.RankedOn(m.current()) || m.contest.MarksOn(m.current()) > 1:
		return "3 1 2"
	}
	return "3"
}

// hint says what the field wants.
func (m *Model) hint() string {
	switch {
	case m.spoiling:
		return "Why does it not count? Type the digit; Esc goes back."
	case m.settling:
		b := m.ballot(m.at)
		return fmt.Sprintf("First %s; second %s. Look at the slip again and type what it says.", words(b.First), words(b.Second))
	case m.at == 0 && len(m.sum.Differ) > 0:
		return "Every ballot is typed twice. Enter goes to the next that differs."
	case m.at == 0:
		return "Every ballot is typed twice, and all of them match."
	case m.chosen:
		said := m.ballot(m.at).First
		if m.second {
			said = m.ballot(m.at).Second
		}
		if said == nil {
			break
		}
		return fmt.Sprintf("It was typed as %s. Type it again; Enter alone leaves it.", words(said))
	case !m.second && m.sum.Expected() > 0 && m.sum.Typed >= m.sum.Expected():
		return fmt.Sprintf("All %d issued are typed. Alt+2 begins the second entry.", m.sum.Expected())
	}
	if m.contest.RankedOn(m.current()) {
		return "Numbers in order of choice; b for blank, s for spoilt"
	}
	if most := m.contest.MarksOn(m.current()); most > 1 {
		return fmt.Sprintf("Numbers marked, at most %d; b for blank, s for spoilt", most)
	}
	return "The number that is marked; b for blank, s for spoilt"
}

// words are an entry as it was typed; "nothing" for none.
func words(m *data.Marking) string {
	if m == nil {
		return "nothing"
	}
	return m.Words()
}

// typing says whether ballots can be typed: the round is open and counted from ballots.
func (m *Model) typing() bool {
	r := m.current()
	return m.round >= 0 && r.FromBallots && !r.Closed && !m.contest.Over()
}

// Second says whether the second entry is typed.
func (m *Model) Second() bool { return m.second }

// Spoiling says whether the next digit is the reason why a ballot does not count.
func (m *Model) Spoiling() bool { return m.spoiling }

// At is the number of the ballot that is typed; 0 when none is left.
func (m *Model) At() int { return m.at }

// Away says whether Escape has something to leave before the page: a correction, a settling, the reasons.
func (m *Model) Away() bool { return m.spoiling || m.chosen }

// Return leaves what Away says, and goes on where the entry had got to.
func (m *Model) Return() {
	if m.spoiling {
		m.spoiling = false
		return
	}
	m.goOn()
}

// Spoil asks for the reason why the ballot does not count.
func (m *Model) Spoil() { m.spoiling = m.typing() && m.at > 0 }

// EnterAs begins the first entry, or the second, where it had got to.
func (m *Model) EnterAs(second bool) error {
	if second && m.sum.Typed == 0 {
		return data.NewProblem("There is nothing to type a second time yet.", nil)
	}
	m.second = second
	m.goOn()
	return nil
}

// BeginsAgain says whether the second entry can begin next: something is typed, and nothing of it twice.
func (m *Model) BeginsAgain() bool {
	return m.typing() && !m.second && m.sum.Typed > 0 && m.sum.Checked == 0
}

// goOn goes to the next ballot that this entry has not got: the lowest number that is missing.
func (m *Model) goOn() {
	m.chosen, m.settling, m.spoiling = false, false, false
	m.at = m.nextAfter(0)
}

// nextAfter is the next number behind one that this entry has not got; 0 for none.
func (m *Model) nextAfter(number int) int {
	if m.second {
		for _, b := range m.pile {
			if b.Number > number && b.First != nil && b.Second == nil && b.Settled == nil {
				return b.Number
			}
		}
		return 0
	}
	next := number + 1
	from, _ := m.find(next)
	for _, b := range m.pile[from:] {
		if b.Number != next || b.First == nil {
			return next
		}
		next++
	}
	return next
}

// GoTo goes to a ballot that is typed already, to correct it, or to settle it where its entries differ.
func (m *Model) GoTo(number int) error {
	at, there := m.find(number)
	if !there {
		return data.NewProblem(fmt.Sprintf("Ballot %d is not typed yet.", number), nil)
	}
	b := m.pile[at]
	m.at, m.chosen, m.spoiling = number, true, false
	m.settling = b.Differs(m.contest.Rule.Ranked())
	if m.second && b.Second == nil { // blind: it is typed, not looked at
		m.chosen, m.settling = false, false
	}
	return nil
}

// Back goes one ballot back, to correct it.
func (m *Model) Back() error { return m.step(-1) }

// Forward goes one ballot forward, until the one that is to be typed next.
func (m *Model) Forward() error { return m.step(1) }

func (m *Model) step(by int) error {
	if m.spoiling {
		m.spoiling = false
		return nil
	}
	from := m.at
	if from == 0 && by < 0 && len(m.pile) > 0 {
		from = m.pile[len(m.pile)-1].Number + 1
	}
	at, _ := m.find(from)
	if by > 0 {
		if _, there := m.find(from); there {
			at++
		}
	} else {
		at--
	}
	switch {
	case len(m.pile) == 0 || at < 0:
		return data.NewProblem("This is the first ballot.", nil)
	case at >= len(m.pile):
		m.goOn()
		return nil
	}
	return m.GoTo(m.pile[at].Number)
}

// NextDiffering goes to the next ballot whose two entries differ, to settle it.
func (m *Model) NextDiffering() error {
	if len(m.sum.Differ) == 0 {
		return data.NewProblem("No ballot differs.", nil)
	}
	i, found := slices.BinarySearch(m.sum.Differ, m.at)
	if found {
		i++
	}
	return m.GoTo(m.sum.Differ[i%len(m.sum.Differ)])
}

// An order is what a typed line asks for.
type order int

const (
	toRecord order = iota
	toSpoil        // ask for the reason
	toGoBack
	toGoTo
	toSettle
	toLeave // a correction that corrects nothing
)

// read takes a typed line for what it means.
func (m *Model) read(typed string) (order, data.Marking, int, error) {
	fields := strings.Fields(strings.ToLower(typed))
	if len(fields) == 0 && (m.chosen || m.at == 0) {
		return toLeave, data.Marking{}, 0, nil
	}
	if len(fields) > 0 {
		if number, is := strings.CutPrefix(fields[0], "#"); is && len(fields) == 1 {
			n, err := strconv.Atoi(number)
			if err != nil {
				return 0, data.Marking{}, 0, data.NewProblem("Type # and the number of the ballot, such as #7.", err)
			}
			return toGoTo, data.Marking{}, n, nil
		}
		switch fields[0] {
		case "b", "blank":
			return toRecord, data.Marking{Spoilt: data.SpoiltReasons()[0]}, 0, nil
		case "p", "back":
			return toGoBack, data.Marking{}, 0, nil
		case "d", "settle":
			return toSettle, data.Marking{}, 0, nil
		case "s", "spoilt":
			if len(fields) == 1 {
				return toSpoil, data.Marking{}, 0, nil
			}
			reason, err := reasonOf(strings.Join(fields[1:], " "))
			return toRecord, data.Marking{Spoilt: reason}, 0, err
		}
	}
	if m.spoiling {
		reason, err := reasonOf(strings.TrimSpace(typed))
		return toRecord, data.Marking{Spoilt: reason}, 0, err
	}
	marking, err := data.ReadMarking(typed, m.on, m.contest.MarksOn(m.current()))
	return toRecord, marking, 0, err
}

// reasonOf is the reason of a digit, or the one that begins with what is typed.
func reasonOf(typed string) (string, error) {
	reasons := data.SpoiltReasons()
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(reasons) {
		return reasons[n-1], nil
	}
	for _, r := range reasons {
		if typed != "" && strings.HasPrefix(r, typed) {
			return r, nil
		}
	}
	return "", data.NewProblem(fmt.Sprintf("Type the digit of a reason, 1 to %d.", len(reasons)), nil)
}

// Enter does what a typed line asks for, and says what was done; "" when there is nothing to say. cleared says that the
// field is to be emptied for the next.
func (m *Model) Enter(typed string) (said string, cleared bool, err error) {
	if !m.typing() {
		return "", false, m.notTyping()
	}
	what, marking, number, err := m.read(typed)
	if err != nil {
		return "", false, err
	}
	switch what {
	case toSpoil:
		m.Spoil()
	case toGoBack:
		err = m.Back()
	case toGoTo:
		err = m.GoTo(number)
	case toSettle:
		err = m.NextDiffering()
	case toLeave:
		if m.at == 0 && len(m.sum.Differ) > 0 {
			err = m.NextDiffering()
			break
		}
		m.goOn()
	default:
		said, err = m.Record(marking)
	}
	return said, err == nil, err
}

// Reasons are why a ballot may not count, each with its digit: the choices while Spoiling.
func (m *Model) Reasons() []Choice {
	var out []Choice
	for i, r := range data.SpoiltReasons() {
		out = append(out, Choice{Number: i + 1, Name: data.Capital(r)})
	}
	return out
}

// Choices are the lines of the ballot with what the typed line says of each, whether or not it is right yet.
func (m *Model) Choices(typed string) []Choice {
	if m.spoiling {
		return m.Reasons()
	}
	ranked := m.contest.RankedOn(m.current())
	marks := m.marksIn(typed)
	out := slices.Clone(m.choices)
	for i := range out {
		at := slices.Index(marks, out[i].Number)
		switch {
		case at >= 0 && ranked:
			out[i].Said, out[i].Short, out[i].Lit = ordinal(at+1)+" choice", ordinal(at+1), true
		case at >= 0:
			out[i].Said, out[i].Short, out[i].Lit = "marked", "marked", true
		case len(marks) > 0 && ranked:
			out[i].Said = "no preference"
		}
	}
	return out
}

// marksIn are the numbers of a line that is still being typed.
func (m *Model) marksIn(typed string) []int {
	if marking, err := data.ReadMarking(typed, m.on, len(m.on)); err == nil {
		return marking.Marks
	}
	if strings.ContainsFunc(typed, func(r rune) bool { return unicode.IsLetter(r) || r == '#' }) {
		return nil // "s 2" marks nobody
	}
	var good []int
	for _, w := range strings.Fields(typed) {
		if n, err := strconv.Atoi(w); err == nil && slices.Contains(m.on, n) && !slices.Contains(good, n) {
			good = append(good, n)
		}
	}
	return good
}

// ordinal is "1st", "2nd", "11th".
func ordinal(n int) string {
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}

// Echo says the typed line in names, so that a wrong key is seen: "1st Zoë Okafor, 2nd Siân Llewellyn". It is "" for a line
// that says nothing yet.
func (m *Model) Echo(typed string) string {
	if m.spoiling {
		return ""
	}
	var said []string
	ranked := m.contest.RankedOn(m.current())
	for k, n := range m.marksIn(typed) {
		i := slices.IndexFunc(m.choices, func(c Choice) bool { return c.Number == n })
		name := m.choices[i].Name
		if ranked {
			name = ordinal(k+1) + " " + name
		}
		said = append(said, name)
	}
	return strings.Join(said, ", ")
}
