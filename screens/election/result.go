package election

import (
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// Declare records the result: those elected take up their posts and seats, and the minutes of the meeting have it at its
// item. The clock is stamped where the meeting is today.
func (m *Model) Declare() (string, error) {
	c, t := m.held.contest, m.held.tally
	if err := m.held.wrong; err != nil {
		return "", err
	}
	at, balance := m.moment(), m.held.BalanceAfter(c)
	err := m.book.Change("record the result: "+c.Title, func(tx *book.Tx) error {
		if err := tx.Declare(c.ID, at, balance); err != nil {
			return err
		}
		return tx.MinuteContest(c.ID, at)
	})
	return c.Title + ": " + c.Result(t, m.held.People).Outcome, err
}

// Decline records that somebody who was chosen does not accept. What they had taken up is vacant again.
func (m *Model) Decline(i int) (string, error) {
	name := m.called(i)
	err := m.change("record that "+name+" does not accept", func(tx *book.Tx, c *data.Contest) error {
		c.Nominees = slices.Clone(c.Nominees)
		n := &c.Nominees[i]
		n.Declined = true
		if c.Status != data.ResultDeclared {
			return nil
		}
		return vacate(tx, *c, n.Person, n.Partner)
	})
	return name + " does not accept: the place is vacant.", err
}

// vacate takes away the posts and seats that a contest gave to people.
func vacate(tx *book.Tx, c data.Contest, who ...data.PersonID) error {
	of := func(contest data.ContestID, p data.PersonID) bool {
		return contest == c.ID && p != "" && slices.Contains(who, p)
	}
	terms, err := tx.Terms.Where(func(t data.Term) bool { return of(t.Contest, t.Person) })
	if err != nil {
		return err
	}
	for _, t := range terms {
		if err := tx.Terms.Delete(t.ID); err != nil {
			return err
		}
	}
	seats, err := tx.Seats.Where(func(s data.Seat) bool { return of(s.Contest, s.Person) })
	if err != nil {
		return err
	}
	for _, s := range seats {
		if err := tx.Seats.Delete(s.ID); err != nil {
			return err
		}
	}
	return nil
}

// follows are the things that a result brings about, and whom to tell.
func (m *Model) follows() []Line {
	h := &m.held
	var lines []Line
	for _, w := range append(slices.Clone(h.follow.Words), h.contest.ToTell(h.tally, h.People)...) {
		l := Line{Icon: parts.IconInfo, Text: w}
		if lead, text, ok := strings.Cut(w, ": "); ok && leads[lead] != "" {
			l = Line{Icon: leads[lead], Lead: lead + ":", Text: text}
		}
		lines = append(lines, l)
	}
	return lines
}

// leads are what a line can begin with, and what stands before it.
var leads = map[string]parts.IconName{
	"Terms": parts.IconClock, "Goes out": parts.IconMinus, "Too many": parts.IconWarning, "Delegate return": parts.IconSend,
	"To tell": parts.IconMail, "To send": parts.IconSend, "Kept on file": parts.IconInfo,
}
