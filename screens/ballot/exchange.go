package ballot

import (
	"fmt"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/count"
)

// BringIn takes the ballots of a file that another counting program wrote: one Change, each ballot entered once. It is
// refused where ballots are typed already, since the two would be mixed.
func (m *Model) BringIn(e count.Election) (said string, err error) {
	switch {
	case !m.typing():
		return "", m.notTyping()
	case len(m.pile) > 0:
		return "", data.NewProblem(fmt.Sprintf("%s typed here already, and those of a file are kept apart from them. Nothing was brought in: take the typed ones back first (Ctrl+U), or type the rest.",
			data.NumberOf(len(m.pile), "ballot is", "ballots are")), nil)
	}
	ballots, err := m.contest.BallotsFrom(e, m.round, m.people)
	if err != nil {
		return "", err
	}
	err = m.book.Change(fmt.Sprintf("bring in %s", data.NumberOf(len(ballots), "ballot", "ballots")), func(tx *book.Tx) error {
		if err := m.mayType(tx); err != nil {
			return err
		}
		for _, b := range ballots {
			b.ID = data.BallotID(tx.NewID())
			if err := tx.Ballots.Put(b); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		_, err = m.Refresh()
	}
	if err != nil {
		return "", err
	}
	m.goOn()
	said = fmt.Sprintf("%s brought in.", data.NumberOf(len(ballots), "ballot", "ballots"))
	if e.Places != m.current().Places {
		said += fmt.Sprintf(" The file says %s, this election %d.", data.NumberOf(e.Places, "place", "places"), m.current().Places)
	}
	return said, nil
}
