package session

import (
	"errors"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// Nominate records whom a line nominates, or who withdraws. A contest that is not there yet begins, and stands in the minutes
// at the caret.
func (m *Model) Nominate(l ContestLine) (string, error) {
	c, err := m.meant(l)
	if err != nil {
		return "", err
	}
	var words []string
	what := "begin the " + string(c.Kind) + ": " + c.Title
	switch {
	case l.Withdraw:
		c, words, err = m.withdrawn(c, l)
		what = "record who withdrew: "
	case len(l.Names) > 0:
		c, words, err = m.nominated(c, l)
		what = "nominate for " + c.Title + ": "
	}
	if err != nil {
		return "", err
	}
	if len(words) > 0 {
		what += shorten(strings.Join(words, ", "))
	}
	before := len(c.Nominees) - len(words)
	c, err = m.putContest(what, c, false)
	return c.Title + ": " + m.field(c) + "." + m.keptOff(c, max(before, 0)), err
}

// keptOff names those from a place in the list on who are nominated but may not stand, each with why.
func (m *Model) keptOff(c data.Contest, from int) string {
	words := ""
	for _, n := range c.Nominees[from:] {
		if n.Ineligible() && !n.Withdrew {
			words += " " + n.Called(m.names) + " may not stand: " + n.Eligible.Verdict + ". The nomination is kept, off the ballot."
		}
	}
	return words
}

// field says who stands, for how many places: "Ben Carrick and Margaret Dunne stand for 1 place: a ballot".
func (m *Model) field(c data.Contest) string {
	var names []string
	for _, i := range m.listed(c) {
		names = append(names, c.Nominees[i].Called(m.names))
	}
	words := c.FieldWords()
	if _, after, ok := strings.Cut(words, " "); ok && len(names) > 0 && len(names) < 5 {
		return data.InWords(names) + " " + after
	}
	return words
}

// CountContest records the figures of a round or stage. When they decide the contest, its result is declared with them.
func (m *Model) CountContest(l ContestLine) (string, error) {
	c, err := m.meant(l)
	if err != nil {
		return "", err
	}
	c, t, err := m.counted(c, l)
	if err != nil {
		return "", err
	}
	what := "count " + c.Title
	switch {
	case len(l.Totals) == 0:
		what = "choose how " + c.Title + " is decided"
	case t.Done:
		what = "elect: " + c.Title
	}
	return m.decided(what, c, t)
}

// decided records a contest after figures, a lot or a declaration, and declares it when it is done.
func (m *Model) decided(what string, c data.Contest, t data.Tally) (string, error) {
	c, err := m.putContest(what, c, t.Done)
	if err != nil {
		return "", err
	}
	if t.Done {
		return c.Title + ": " + m.outcome(c), nil
	}
	return c.Title + ": " + m.goesOn(c, t) + ".", nil
}

// goesOn says what a contest that is not decided waits for.
func (m *Model) goesOn(c data.Contest, t data.Tally) string {
	if t.Asks != nil {
		return m.nomineeNames(c, t.Asks.Between) + " tied. Another ballot, or drawn NAME / WHO DREW IT"
	}
	last := len(t.Rounds) - 1
	switch {
	case last >= 0 && len(t.Rounds[last].Left) > 0:
		r := t.Rounds[last]
		return m.nomineeNames(c, r.Out[len(r.Out)-1:]) + " goes out. Next the totals of " + m.nomineeNames(c, r.Left)
	case len(t.Next) > 0 && last >= 0:
		return strings.TrimSuffix(t.Rounds[last].Sentence, ".") + ". Next a ballot between " + m.nomineeNames(c, t.Next)
	case len(t.Next) > 0 || last < 0:
		return joinWords(c.Rule.Words(c.Places), string(c.Method))
	}
	return "the figures are kept"
}

func joinWords(a, b string) string { return strings.Trim(a+", "+b, ", ") }

// nomineeNames names nominees.
func (m *Model) nomineeNames(c data.Contest, who []int) string {
	names := make([]string, len(who))
	for n, i := range who {
		names[n] = c.Nominees[i].Called(m.names)
	}
	return data.InWords(names)
}

func (m *Model) everyName(who []data.PersonID) string {
	names := make([]string, len(who))
	for i, id := range who {
		names[i] = m.name(id)
	}
	return data.InWords(names)
}

// DeclareContest declares the result of the contest in hand as it stands; with names, those are nominated first, so that
// somebody is nominated, unopposed and elected in one Change.
func (m *Model) DeclareContest(l ContestLine) (string, error) {
	c, t, err := m.toDeclare(l)
	if err != nil {
		return "", err
	}
	return m.decided("elect: "+c.Title, c, t)
}

// toDeclare returns the contest that a line declares, and its result, which is done.
func (m *Model) toDeclare(l ContestLine) (data.Contest, data.Tally, error) {
	c, err := m.meant(l)
	if err != nil {
		return c, data.Tally{}, err
	}
	fresh := l.Names
	if c.ID != "" && l.Proposer == "" && l.Seconder == "" {
		fresh = nil
		for _, name := range l.Names {
			if m.amongNominees(c, c.Standing(), name) < 0 {
				fresh = append(fresh, name)
			}
		}
	}
	if l.Names = fresh; len(fresh) > 0 {
		if c, _, err = m.nominated(c, l); err != nil {
			return c, data.Tally{}, err
		}
	}
	t := m.held.tallies[c.ID]
	if len(c.Rounds) == 0 {
		if t, err = c.Tally(nil); err != nil {
			return c, t, err
		}
	}
	if !t.Done {
		return c, t, data.NewProblem(data.Capital(m.field(c))+". Type the votes: el, and "+data.NumberOf(len(t.Next), "figure", "figures"), nil)
	}
	return c, t, nil
}

// DrawLot settles the tie of the contest in hand by a lot.
func (m *Model) DrawLot(letters, by string) (string, error) {
	c, ok := m.ContestInHand()
	if !ok {
		return "", data.NewProblem("No election is in hand.", nil)
	}
	c, t, err := m.drawn(c, letters, by)
	if err != nil {
		return "", err
	}
	return m.decided("draw the lot for "+c.Title, c, t)
}

// SetTellers names those who count the contest in hand.
func (m *Model) SetTellers(who []data.PersonID) (string, error) {
	c, ok := m.ContestInHand()
	if !ok {
		return "", data.NewProblem("No election is in hand.", nil)
	}
	return m.SetTellersOf(c.ID, who)
}

// SetTellersOf names those who count a contest.
func (m *Model) SetTellersOf(id data.ContestID, who []data.PersonID) (string, error) {
	c, ok := byID(m.held.contests, isContest(id))
	if !ok {
		return "", data.NewProblem("Nobody is nominated yet. Add a nomination first.", nil)
	}
	c.Tellers = who
	_, err := m.putContest("name the tellers of "+c.Title, c, false)
	return "The tellers are " + m.everyName(who) + ".", err
}

// putContest stores a contest, which begins when it has no ID, sets it into the minutes where it is not there yet, and
// declares its result if it is to be. It is one Change.
func (m *Model) putContest(what string, c data.Contest, declare bool) (data.Contest, error) {
	if m.item == "" {
		return c, data.NewProblem("The agenda is empty. Add an item first, and record the election there.", nil)
	}
	after := m.at()
	err := m.change(what, func(tx *book.Tx) error {
		if c.ID == "" {
			c.ID = data.ContestID(tx.NewID())
		}
		minuted, err := tx.MinutedContest(m.meeting, c.ID)
		if err != nil {
			return err
		}
		if !minuted {
			c.Item = m.item
		}
		if err := tx.Contests.Put(c); err != nil {
			return err
		}
		if declare {
			if err := m.declare(tx, c); err != nil {
				return err
			}
		}
		if minuted {
			return nil
		}
		after.Block, err = tx.Record(m.item, m.at(), data.BlockContest, data.ID(c.ID), m.moment())
		after.Offset = 0
		return err
	})
	if err != nil {
		return c, err
	}
	m.contest, m.caret = c.ID, after
	c, _ = byID(m.held.contests, isContest(c.ID))
	return c, nil
}

// declare declares a contest within a Change, with what the balance then is. An item that is about it alone is done.
func (m *Model) declare(tx *book.Tx, c data.Contest) error {
	course, err := tx.Course(m.meeting, m.held.Date)
	if err != nil {
		return err
	}
	if err := tx.Declare(c.ID, m.moment(), course.BalanceAfter(c)); err != nil {
		return err
	}
	item, err := tx.Items.Get(c.Item)
	about := []data.SourceKind{data.FromPost, data.FromBody, data.FromContest}
	if err != nil || item.Done || !slices.Contains(about, item.From.Kind) {
		return err
	}
	item.Done = true
	return tx.Items.Put(item)
}

// HoldOverContest puts a contest off to the next meeting, which has it on its agenda with the nominations it has.
func (m *Model) HoldOverContest(id data.ContestID, why string) (string, error) {
	c, _ := byID(m.held.contests, isContest(id))
	held, err := c.HoldOver(m.held.Meeting, why)
	if err != nil {
		return "", err
	}
	_, err = m.putContest("hold over: "+c.Title, held, false)
	return c.Title + " is held over to the next meeting, with " + data.NumberOf(len(c.Standing()), "nomination", "nominations") + ".", err
}

// AbandonContest says that nothing comes of a contest, and why.
func (m *Model) AbandonContest(id data.ContestID, why string) (string, error) {
	c, _ := byID(m.held.contests, isContest(id))
	abandoned, err := c.Abandon(why)
	if err != nil {
		return "", err
	}
	_, err = m.putContest("abandon: "+c.Title, abandoned, false)
	return c.Title + " was abandoned.", err
}

// detachContest takes an election out of the book with what followed from it. One that a later meeting has taken over stays
// there, and leaves these minutes alone.
func detachContest(tx *book.Tx, b data.Block) error {
	c, err := tx.Contests.Get(data.ContestID(b.Record))
	switch {
	case errors.Is(err, book.ErrNotFound):
		return nil
	case err != nil:
		return err
	case c.Meeting != b.Meeting:
		return tx.Contests.Put(c.TakenUp(b.Meeting))
	}
	return tx.TakeOutContest(c.ID)
}
