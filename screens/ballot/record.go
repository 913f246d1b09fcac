package ballot

import (
	"fmt"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// Record records the ballot that is typed: one Change. In a settling it is what the slip says; else it is the entry that is
// under way, and a settlement made before falls away with it. It says what was done.
func (m *Model) Record(marking data.Marking) (said string, err error) {
	if !m.typing() || m.at == 0 {
		return "", m.notTyping()
	}
	b := m.ballot(m.at)
	what, same := m.set(&b, marking)
	if same {
		m.goOn()
		return "", nil
	}
	if err := m.put(what, b); err != nil {
		return "", err
	}
	said = m.outcome(m.ballot(b.Number), marking)
	m.goOn()
	return said, nil
}

// set alters a ballot as the entry that is under way does, and says what that Change is called. same says that nothing is
// altered.
func (m *Model) set(b *data.Ballot, marking data.Marking) (what string, same bool) {
	which, again := &b.First, fmt.Sprintf("type ballot %d", b.Number)
	if m.second {
		which, again = &b.Second, fmt.Sprintf("type ballot %d a second time", b.Number)
	}
	if m.settling {
		which, again = &b.Settled, fmt.Sprintf("settle ballot %d", b.Number)
	} else {
		if was := *which; was != nil {
			if was.Same(marking, true) && b.Settled == nil {
				return "", true
			}
			again = fmt.Sprintf("correct ballot %d", b.Number)
		}
		b.Settled = nil
	}
	*which = &marking
	return again, false
}

// put stores a ballot, and adds it to the pile.
func (m *Model) put(what string, b data.Ballot) error {
	err := m.book.Change(what, func(tx *book.Tx) error {
		if err := m.mayType(tx); err != nil {
			return err
		}
		if b.ID == "" {
			b.ID = data.BallotID(tx.NewID())
		}
		if err := tx.Ballots.Put(b); err != nil {
			return err
		}
		stored, err := tx.Ballots.Get(b.ID)
		m.pending = &pending{number: tx.Number(), ballot: stored}
		return err
	})
	if err != nil {
		m.pending = nil
		return err
	}
	_, err = m.Refresh()
	return err
}

// mayType refuses a ballot for a round that was closed meanwhile.
func (m *Model) mayType(tx *book.Tx) error {
	c, err := tx.Contests.Get(m.id)
	if err != nil {
		return err
	}
	if m.round >= len(c.Rounds) || c.Rounds[m.round].Closed || !c.Rounds[m.round].FromBallots || c.Over() {
		return m.notTyping()
	}
	return nil
}

func (m *Model) notTyping() error {
	if m.typing() {
		return data.NewProblem("Every ballot is typed. Go back to one with #7 to correct it.", nil)
	}
	return data.NewProblem("No ballots are typed now. Begin the round first, or open it again.", nil)
}

// outcome says what was done with a ballot.
func (m *Model) outcome(b data.Ballot, typed data.Marking) string {
	head := fmt.Sprintf("Ballot %d: %s", b.Number, typed.Words())
	switch {
	case m.settling:
		return head + ", settled."
	case !m.second:
		return head + "."
	case b.Differs(m.contest.Rule.Ranked()):
		return head + ". It differs from the first entry: look at the slip again, and settle it."
	}
	return head + ", matches."
}

// TakeOut takes the ballot that was gone to out of the pile: a slip that was typed twice, or does not belong. The number is
// free for another.
func (m *Model) TakeOut() (said string, err error) {
	b := m.ballot(m.at)
	if b.ID == "" || !m.chosen {
		return "", data.NewProblem("Go to the ballot first, in the list or with #7.", nil)
	}
	err = m.book.Change(fmt.Sprintf("take ballot %d out of the pile", b.Number), func(tx *book.Tx) error {
		if err := m.mayType(tx); err != nil {
			return err
		}
		return tx.Ballots.Delete(b.ID)
	})
	if err == nil {
		_, err = m.Refresh()
	}
	if err != nil {
		return "", err
	}
	m.goOn()
	return fmt.Sprintf("Ballot %d is taken out.", b.Number), nil
}

// Row is one ballot of the pile as the list shows it.
type Row struct {
	Number        int
	First, Second string
	Hidden        bool // the first entry is not shown before the second is typed
	State         parts.Mark
	Differs, Here bool
}

// Rows is how many ballots the list has.
func (m *Model) Rows() int { return len(m.pile) }

// Row returns one of them.
func (m *Model) Row(i int) Row {
	b := m.pile[i]
	r := Row{Number: b.Number, Here: b.Number == m.at}
	if b.First != nil {
		r.First = b.First.Words()
	}
	if b.Second != nil {
		r.Second = b.Second.Words()
	}
	if m.second && b.Second == nil && b.Settled == nil {
		r.First, r.Hidden = "hidden", true
	}
	switch {
	case b.Settled != nil:
		r.State = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Settled: " + b.Settled.Words()}
	case b.Differs(m.contest.Rule.Ranked()):
		r.State, r.Differs = parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: "Differ"}, true
	case b.First != nil && b.Second != nil:
		r.State = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Match"}
	case r.Here:
		r.State = parts.Mark{Tone: parts.Quiet, Icon: parts.IconPencil, Text: "Being entered"}
	default:
		r.State = parts.Mark{Tone: parts.Quiet, Text: "Typed once"}
	}
	return r
}

// Progress is the running total of the entry that is under way: "12 of 29", and how the two compare once the second has
// begun: "10 match, 1 differs".
func (m *Model) Progress() string {
	if !m.second {
		return m.sum.Progress(false) + " typed"
	}
	return m.sum.Progress(true) + ": " + m.sum.Agreement()
}
