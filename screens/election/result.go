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

// Decline records that somebody who was chosen does not accept. What they had taken up is vacant again or, where the meeting
// so decides, goes to whoever had the next most votes: see PassesTo.
func (m *Model) Decline(i int, passOn bool) (string, error) {
	name := m.called(i)
	err := m.change("record that "+name+" does not accept", func(tx *book.Tx, c *data.Contest) error {
		declared, at := c.Status == data.ResultDeclared, c.DeclaredAt
		c.Nominees = slices.Clone(c.Nominees)
		c.Nominees[i].Declined = true
		switch {
		case !declared:
			c.PassesOn = passOn
			return nil
		case !passOn:
			return vacate(tx, *c, c.Nominees[i].Person, c.Nominees[i].Partner)
		}
		if err := tx.TakeBack(c.ID); err != nil {
			return err
		}
		back, err := tx.Contests.Get(c.ID)
		if err != nil {
			return err
		}
		back.Nominees, back.PassesOn = c.Nominees, true
		if err := tx.Contests.Put(back); err != nil {
			return err
		}
		if err := m.declareAgain(tx, back, at); err != nil {
			return err
		}
		*c, err = tx.Contests.Get(c.ID)
		return err
	})
	if next, ok := m.PassesTo(); ok && passOn {
		return name + " does not accept: the place goes to " + next + ".", err
	}
	return name + " does not accept: the place is vacant.", err
}

// declareAgain declares a result with the balance as it then is.
func (m *Model) declareAgain(tx *book.Tx, c data.Contest, at data.Time) error {
	course, err := tx.Course(c.Meeting, data.Date{})
	if err != nil {
		return err
	}
	return tx.Declare(c.ID, at, course.BalanceAfter(c))
}

// Accept takes it back that somebody does not accept, while the result is not declared.
func (m *Model) Accept(i int) (string, error) {
	err := m.change("record that "+m.called(i)+" accepts", func(_ *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		c.Nominees = slices.Clone(c.Nominees)
		c.Nominees[i].Declined = false
		c.PassesOn = c.PassesOn && slices.ContainsFunc(c.Nominees, func(n data.Nominee) bool { return n.Declined })
		return nil
	})
	return m.called(i) + " accepts after all.", err
}

// Won says whether a nominee is elected, or was and did not accept.
func (m *Model) Won(i int) bool { return slices.Contains(m.held.tally.Elected, i) }

// PassesTo names who had the next most votes, for a place that somebody does not accept; ok is false where the rule knows
// nobody: then the place is vacant.
func (m *Model) PassesTo() (name string, ok bool) {
	next, ok := m.held.contest.NextHighest(m.held.tally)
	if !ok {
		return "", false
	}
	return m.called(next), true
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
