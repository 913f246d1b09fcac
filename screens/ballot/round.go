package ballot

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A Start is what must happen before ballots can be typed.
type Start struct {
	Title, Text string
	Button      string // "" where nothing can be begun here
}

// Start says what must happen before ballots can be typed; ok is false when they can be.
func (m *Model) Start() (s Start, ok bool) {
	c, r := m.contest, m.current()
	switch {
	case !m.IsOpen():
		return Start{Title: "No election is open", Text: "Open one from the page of elections."}, true
	case m.typing():
		return Start{}, false
	case c.Over():
		return Start{Title: "The result is declared", Text: "The ballots are kept as they were counted."}, true
	case c.Field() != data.Contested:
		return Start{Title: "No ballot is needed", Text: data.Capital(c.FieldWords()) + "."}, true
	case c.Rule == "":
		return Start{Title: "No rule is chosen", Text: "How it is decided is chosen before anybody votes. Choose it on the page of the election."}, true
	case m.round >= 0 && !r.Closed && !r.FromBallots && len(r.Votes) > 0:
		return Start{"Totals were typed", "The votes of this round were entered as totals. Typing the ballots puts what they add up to in their place.", "Type the ballots instead"}, true
	case m.round >= 0 && !r.Closed:
		return Start{"Nothing is typed yet", "Each slip is typed once, and then a second time without sight of the first.", "Begin typing"}, true
	}
	if t := m.counted.Tally; m.round >= 0 && m.counted.version == m.version && len(t.Next) > 0 && t.Asks == nil {
		return Start{fmt.Sprintf("Round %d is closed", m.round+1), fmt.Sprintf("The next has %d on its paper.", len(t.Next)), "Begin the next round"}, true
	}
	if m.round >= 0 {
		return Start{fmt.Sprintf("Round %d is closed", m.round+1), "Its figures are complete. It can be opened again while the result is not declared.", "Open it again"}, true
	}
	said := "Beginning fixes the rule and the paper: " + c.Rule.Words(c.Places) + ". " + c.KeptWords(c.Rule)
	return Start{"Voting has not begun", strings.TrimSpace(said), "Begin typing"}, true
}

// Begin does what Start offers: the round is begun, taken over from totals, or opened again.
func (m *Model) Begin() (said string, err error) {
	s, needed := m.Start()
	if !needed || s.Button == "" {
		return "", data.NewProblem(s.Title+". "+s.Text, nil)
	}
	what := "begin typing the ballots"
	err = m.book.Change(what+" of "+m.contest.Title, func(tx *book.Tx) error {
		c, err := tx.Contests.Get(m.id)
		if err != nil {
			return err
		}
		c.Rounds = slices.Clone(c.Rounds)
		if last := len(c.Rounds) - 1; last >= 0 && !c.Rounds[last].Closed {
			c.Rounds[last] = fromBallots(c.Rounds[last])
			return m.vote(tx, c)
		}
		t, err := tx.Tally(c)
		if err != nil {
			return err
		}
		if next, ok := c.NextRound(t); ok && t.Asks == nil {
			c.NumberNominees(m.people)
			next.FromBallots = true
			c.Rounds = append(c.Rounds, next)
			return m.vote(tx, c)
		}
		last := len(c.Rounds) - 1
		if last < 0 {
			return data.NewProblem("There is no round to be typed.", nil)
		}
		c.Rounds[last] = fromBallots(c.Rounds[last])
		return m.vote(tx, c)
	})
	if err == nil {
		_, err = m.Refresh()
	}
	if err != nil {
		return "", err
	}
	m.goOn()
	return "Ballots can be typed.", nil
}

// vote stores a contest that is being voted on.
func (m *Model) vote(tx *book.Tx, c data.Contest) error {
	if c.Over() {
		return data.NewProblem("The result is declared already.", nil)
	}
	c.Status = data.Voting
	return tx.Contests.Put(c)
}

// fromBallots is a round whose figures come from typed ballots alone, open to them.
func fromBallots(r data.Round) data.Round {
	if !r.FromBallots {
		r.Votes, r.Transfers, r.Valid, r.Spoilt, r.Lots = nil, nil, 0, nil, nil
	}
	r.FromBallots, r.Closed = true, false
	return r
}

// change alters the round in one Change.
func (m *Model) change(what string, f func(r *data.Round) error) error {
	if m.round < 0 {
		return m.notTyping()
	}
	err := m.book.Change(what, func(tx *book.Tx) error {
		c, err := tx.Contests.Get(m.id)
		if err != nil {
			return err
		}
		if c.Over() || m.round >= len(c.Rounds) {
			return m.notTyping()
		}
		c.Rounds = slices.Clone(c.Rounds)
		if err := f(&c.Rounds[m.round]); err != nil {
			return err
		}
		return tx.Contests.Put(c)
	})
	if err != nil {
		return err
	}
	_, err = m.Refresh()
	return err
}

// Handed is what became of the ballots that were given out, and who types them.
type Handed struct {
	Issued, NotCast    int
	TypedBy, CheckedBy string
}

// Handed returns what is known of it.
func (m *Model) Handed() Handed {
	r := m.current()
	return Handed{r.Issued, r.NotCast, r.TypedBy, r.CheckedBy}
}

// PutHanded records how many ballots were issued and not cast, and who types.
func (m *Model) PutHanded(h Handed) (said string, err error) {
	if h.NotCast > h.Issued && h.Issued > 0 {
		return "", data.NewProblem(fmt.Sprintf("%d were not cast of %d issued. Correct one of the two.", h.NotCast, h.Issued), nil)
	}
	err = m.change("record the ballots issued for "+m.contest.Title, func(r *data.Round) error {
		r.Issued, r.NotCast = h.Issued, h.NotCast
		r.TypedBy, r.CheckedBy = strings.TrimSpace(h.TypedBy), strings.TrimSpace(h.CheckedBy)
		return nil
	})
	if err != nil {
		return "", err
	}
	return data.NumberOf(h.Issued, "ballot", "ballots") + " issued, " + fmt.Sprint(h.NotCast) + " not cast.", nil
}

// Missing says what stands between the pile and a result, a sentence each.
func (m *Model) Missing() []string {
	if m.round < 0 || !m.current().FromBallots {
		return nil
	}
	return m.sum.Missing()
}

// Close closes the round. Where something is missing the note says why it is closed all the same; a ballot whose two entries
// differ cannot be counted, and must be settled first.
func (m *Model) Close(note string) (said string, err error) {
	switch {
	case !m.typing():
		return "", m.notTyping()
	case len(m.sum.Differ) > 0:
		return "", data.NewProblem(m.sum.Missing()[0]+" What the slip says is not known until then.", nil)
	case m.sum.Typed == 0:
		return "", data.NewProblem("No ballot is typed yet.", nil)
	}
	note = strings.TrimSpace(note)
	if missing := m.sum.Missing(); len(missing) > 0 && note == "" {
		return "", data.NewProblem(strings.Join(missing, " ")+" Or type why the round is closed all the same.", nil)
	}
	err = m.change("close the round of "+m.contest.Title, func(r *data.Round) error {
		r.Closed = true
		if note != "" {
			r.Note = note
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	m.chosen, m.settling, m.spoiling = false, false, false
	return fmt.Sprintf("The round is closed with %s.", data.NumberOf(m.sum.Typed, "ballot", "ballots")), nil
}

// Draw is a lot that is wanted.
type Draw struct {
	Purpose string // "who is excluded"
	Names   []string
	who     []int
	asks    data.Asks
}

// Draw says between whom a lot is wanted; ok is false when none is. While ballots are missing a tie is only provisional.
func (m *Model) Draw() (d Draw, ok bool) {
	t := m.counted.Tally
	if m.counted.version != m.version || t.Asks == nil || m.contest.Over() || len(m.sum.Differ) > 0 {
		return d, false
	}
	d = Draw{Purpose: string(t.Asks.Purpose), who: t.Asks.Between, asks: *t.Asks}
	for _, i := range d.who {
		d.Names = append(d.Names, m.contest.Nominees[i].Called(m.people))
	}
	return d, true
}

// PutDraw records on whom a lot fell, by its place in Names, and who drew it.
func (m *Model) PutDraw(d Draw, fell int, by string) (said string, err error) {
	if fell < 0 || fell >= len(d.who) {
		return "", data.NewProblem("Choose on whom the lot fell.", nil)
	}
	if strings.TrimSpace(by) == "" {
		return "", data.NewProblem("Type who drew the lot: it is part of the record.", nil)
	}
	err = m.change("record the lot between "+strings.Join(d.Names, " and "), func(r *data.Round) error {
		*r = r.Settle(d.asks, d.who[fell], strings.TrimSpace(by))
		return nil
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("The lot fell on %s.", d.Names[fell]), nil
}
