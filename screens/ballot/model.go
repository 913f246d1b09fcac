package ballot

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
	Change(what string, f func(*book.Tx) error) error
}

// Model is the pile of one round without a window. The view copies its strings and calls its verbs.
type Model struct {
	book minuteBook

	id      data.ContestID
	contest data.Contest
	meeting data.Meeting
	people  data.Names
	round   int // of contest.Rounds; -1 while there is none
	earlier []data.Ballot
	pile    []data.Ballot // of this round, by number
	sum     data.Pile

	seen    uint64   // the last Change that is in the pile
	pending *pending // a ballot on its way into the book
	version int      // of what there is to count; grows with every alteration
	counted Counted

	second   bool // typing the second entry
	at       int  // the number of the ballot that is typed; 0 when none is left
	chosen   bool // at was gone to: it is corrected, or settled
	settling bool
	spoiling bool // the next digit is a reason

	choices []Choice
	on      []int // numbers on the paper
}

// pending is what a Change is about to have done to the pile, so that the reading after it need not read the pile again.
type pending struct {
	number uint64 // the Change's
	ballot data.Ballot
}

// NewModel returns the place without a contest: Open brings one.
func NewModel(b minuteBook) *Model { return &Model{book: b, round: -1} }

// Open shows the round of a contest that is under way, else its last. Nothing happens for "" or the contest that is open.
func (m *Model) Open(id data.ContestID) error {
	if id == "" || id == m.id {
		return nil
	}
	*m = Model{book: m.book, id: id, round: -1}
	_, err := m.Refresh()
	m.second = m.sum.Checked > 0
	m.goOn()
	return err
}

// IsOpen says whether there is a contest here.
func (m *Model) IsOpen() bool { return m.contest.ID != "" }

// Contest is the contest whose ballots these are.
func (m *Model) Contest() data.ContestID { return m.id }

// Refresh reads what was changed, and says whether anything was. A ballot that was recorded here is added to the pile
// without reading the others.
func (m *Model) Refresh() (changed bool, err error) {
	if m.id == "" {
		return false, nil
	}
	err = m.book.Read(func(r *book.Reading) error {
		now := r.Number()
		switch {
		case now != 0 && now == m.seen:
			return nil
		case m.pending != nil && now == m.pending.number && now == m.seen+1:
			m.lay(m.pending.ballot)
		default:
			if err := m.load(r); err != nil {
				return err
			}
		}
		m.pending, m.seen, changed = nil, now, true
		return nil
	})
	if err != nil {
		return false, err
	}
	if changed {
		m.version++
		m.sum = m.contest.Pile(m.round, m.pile)
	}
	return changed, nil
}

// load reads the contest and its ballots.
func (m *Model) load(r *book.Reading) error {
	c, err := r.Contests.Get(m.id)
	if errors.Is(err, book.ErrNotFound) {
		*m = Model{book: m.book, round: -1}
		return data.NewProblem("This election was taken out of the book.", err)
	}
	if err != nil {
		return err
	}
	meeting, err := r.Meetings.Get(c.Meeting)
	if err != nil && !errors.Is(err, book.ErrNotFound) {
		return err
	}
	people, err := r.People.Names()
	if err != nil {
		return err
	}
	all, err := r.Ballots.Of(m.id)
	if err != nil {
		return err
	}
	wasRound := m.round
	m.contest, m.meeting, m.people, m.round = c, meeting, people, len(c.Rounds)-1
	m.earlier, m.pile = nil, nil
	for _, b := range all {
		if b.Round == m.round {
			m.pile = append(m.pile, b)
		} else {
			m.earlier = append(m.earlier, b)
		}
	}
	m.choices = choicesOf(c, m.round, people)
	m.on = nil
	if m.round >= 0 {
		m.on = c.OnPaper(c.Rounds[m.round])
	}
	if wasRound != m.round {
		m.second, m.chosen = false, false
	}
	if _, there := m.find(m.at); !m.chosen || !there {
		m.goOn()
	}
	return nil
}

// lay puts a ballot in its place in the pile.
func (m *Model) lay(b data.Ballot) {
	at, there := m.find(b.Number)
	if there {
		m.pile[at] = b
		return
	}
	m.pile = slices.Insert(m.pile, at, b)
}

func (m *Model) find(number int) (int, bool) {
	return slices.BinarySearchFunc(m.pile, number, func(b data.Ballot, n int) int { return cmp.Compare(b.Number, n) })
}

// ballot returns the ballot of a number, or a new one.
func (m *Model) ballot(number int) data.Ballot {
	if at, there := m.find(number); there {
		return m.pile[at]
	}
	return data.Ballot{Contest: m.id, Round: m.round, Number: number}
}

// current is the round whose ballots these are; an empty one while there is none.
func (m *Model) current() data.Round {
	if m.round < 0 || m.round >= len(m.contest.Rounds) {
		return data.Round{}
	}
	return m.contest.Rounds[m.round]
}

// Pile is how far the pile is typed.
func (m *Model) Pile() data.Pile { return m.sum }

// Title is what is contested: "Ballot: delegates to the General Committee".
func (m *Model) Title() string {
	if !m.IsOpen() {
		return "Ballots"
	}
	return "Ballot: " + m.contest.Title
}

// Under says what is decided and how, and who types: "2 places, 4 stand, single transferable vote (ERS97) · Thu 14 May 2026".
func (m *Model) Under() string {
	if !m.IsOpen() {
		return "Open an election to type its ballots."
	}
	r := m.current()
	places, stand := m.contest.Places, len(m.contest.Standing())
	if m.round >= 0 {
		places, stand = r.Places, len(r.Standing)
	}
	words := []string{fmt.Sprintf("%s, %d stand, %s", data.NumberOf(places, "place", "places"), stand, m.contest.Rule.Words(places))}
	if m.round > 0 {
		words = append(words, fmt.Sprintf("round %d", m.round+1))
	}
	if !m.meeting.Date.IsZero() {
		words = append(words, m.meeting.Date.String())
	}
	if r.TypedBy != "" {
		words = append(words, "first entry by "+r.TypedBy)
	}
	return strings.Join(words, " · ")
}

// A Choice is one line of the ballot as it lights up: the number, the name, and what the typed line says of it.
type Choice struct {
	Number int
	Name   string
	// Said is "1st choice", "marked", or what stands there while nothing is said: "no preference". Short is the same where
	// there is little room: "1st". Lit says that the line marks it.
	Said, Short string
	Lit         bool
}

func choicesOf(c data.Contest, round int, people data.Names) []Choice {
	if round < 0 {
		return nil
	}
	var out []Choice
	for _, i := range c.Rounds[round].Standing {
		out = append(out, Choice{Number: c.Nominees[i].Number, Name: c.Nominees[i].Called(people)})
	}
	slices.SortFunc(out, func(a, b Choice) int { return cmp.Compare(a.Number, b.Number) })
	return out
}
