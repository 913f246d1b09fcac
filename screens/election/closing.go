package election

import (
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// Close closes nominations and gives those on the paper their numbers, in order of surname. It returns what follows:
// "16 stand for 13 places: a ballot".
func (m *Model) Close() (string, error) {
	var words string
	at := m.moment()
	err := m.change("close nominations for "+m.held.contest.Title, func(tx *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		names, err := tx.People.Names()
		if err != nil {
			return err
		}
		c.Nominees = slices.Clone(c.Nominees)
		c.Status, c.ClosedAt = data.NominationsClosed, at
		c.NumberNominees(names)
		words = c.FieldWords()
		return nil
	})
	return "Nominations closed: " + words + ".", err
}

// Reopen takes nominations again, as long as nobody has voted.
func (m *Model) Reopen() (string, error) {
	err := m.change("reopen nominations for "+m.held.contest.Title, func(_ *book.Tx, c *data.Contest) error {
		if len(c.Rounds) > 0 {
			return data.NewProblem("The voting has begun. Take the ballot back first (Ctrl+U), or record the result and begin another election.", nil)
		}
		c.Status, c.ClosedAt = data.NominationsOpen, data.Time{}
		return undecided(c)
	})
	return "Nominations are open again.", err
}

// Rules returns the rules that can fill the places, and which is chosen; -1 for none.
func (m *Model) Rules() (all []data.CountRule, chosen int) {
	c := m.held.contest
	if c.Kind == data.Triggers {
		return []data.CountRule{data.ByMostVotes}, 0
	}
	all = data.CountRules(c.Places)
	return all, slices.Index(all, c.Rule)
}

// ChooseRule chooses how the contest is decided. It is refused once somebody has voted.
func (m *Model) ChooseRule(rule data.CountRule) (string, error) {
	said := "Rule chosen: " + rule.Words(m.held.contest.Places) + "."
	if rule == m.held.contest.Rule {
		return said, nil // nothing for Undo to take back
	}
	err := m.change("choose the rule for "+m.held.contest.Title, func(_ *book.Tx, c *data.Contest) error {
		if len(c.Rounds) > 0 {
			return data.NewProblem("The rule is chosen before voting, and the voting has begun. The same ballots can be shown under another rule.", nil)
		}
		c.Rule = rule
		return undecided(c)
	})
	return said, err
}

// ChooseMethod chooses how votes are taken: by ballot or by hands.
func (m *Model) ChooseMethod(method data.Method) (string, error) {
	err := m.change("choose how "+m.held.contest.Title+" is voted on", func(_ *book.Tx, c *data.Contest) error {
		c.Method = method
		return undecided(c)
	})
	return "Voting is by " + string(method) + ".", err
}

// Particulars are what else is kept about a contest.
type Particulars struct {
	Title      string
	Places     int
	Women      int
	WomenOnly  bool
	Freeze     data.Date
	CloseOn    data.Date
	Tellers    []data.PersonID
	Objections string
	Threshold  string // of a trigger ballot: the share that "No" needs, as typed; "" for none
}

// Particulars returns what is kept of the contest that is open, to be corrected.
func (m *Model) Particulars() Particulars {
	c := m.held.contest
	p := Particulars{c.Title, c.Places, c.Women, c.WomenOnly, c.FreezeDate, c.CloseOn, c.Tellers, c.Objections, ""}
	if !c.Threshold.IsZero() {
		p.Threshold = c.Threshold.String()
	}
	return p
}

// SetParticulars corrects them. Where the day of judging changes, or who may stand, every nominee is judged again.
func (m *Model) SetParticulars(p Particulars) (string, error) {
	threshold, err := thresholdIn(p.Threshold)
	if err != nil {
		return "", err
	}
	err = m.change("correct the particulars of "+m.held.contest.Title, func(tx *book.Tx, c *data.Contest) error {
		if len(c.Rounds) > 0 && c.Places != p.Places {
			return data.NewProblem("The voting has begun: how many places there are cannot change any more.", nil)
		}
		if len(c.Rounds) > 0 && c.Women != p.Women {
			return data.NewProblem("The voting has begun: how many places are kept for women cannot change any more.", nil)
		}
		if c.Places != p.Places {
			c.Entitled = data.Finding{}
			if c.Kind != data.Triggers && !slices.Contains(data.CountRules(p.Places), c.Rule) {
				c.Rule = ""
			}
		}
		again := c.FreezeDate != p.Freeze || c.WomenOnly != p.WomenOnly
		c.Title, c.Places, c.Women, c.WomenOnly = strings.Join(strings.Fields(p.Title), " "), p.Places, p.Women, p.WomenOnly
		c.FreezeDate, c.CloseOn, c.Tellers, c.Objections, c.Threshold = p.Freeze, p.CloseOn, p.Tellers, strings.TrimSpace(p.Objections), threshold
		if again && !c.Over() {
			if err := m.rejudge(tx, c); err != nil {
				return err
			}
		}
		if c.Status == data.NominationsClosed {
			names, err := tx.People.Names() // who counts as a woman is noted with the numbers
			c.NumberNominees(names)
			return err
		}
		return nil
	})
	return "The particulars are recorded.", err
}

// thresholdIn reads a threshold that may be left blank.
func thresholdIn(words string) (data.Share, error) {
	if strings.TrimSpace(words) == "" {
		return data.Share{}, nil
	}
	share, err := data.ParseShare(words)
	if err != nil {
		return share, data.NewProblem("Write the threshold as a third, 1/3 or 33%, or leave it blank.", err)
	}
	return share, nil
}

// Abandon ends a contest without a result, for a reason.
func (m *Model) Abandon(why string) (string, error) {
	err := m.change("hold no election for "+m.held.contest.Title, func(_ *book.Tx, c *data.Contest) error {
		abandoned, err := c.Abandon(why)
		*c = abandoned
		return err
	})
	return "No election is held: " + m.held.contest.Title + ".", err
}

// Resume takes up again a contest that was abandoned.
func (m *Model) Resume() (string, error) {
	err := m.change("take up again the election for "+m.held.contest.Title, func(_ *book.Tx, c *data.Contest) error {
		c.Status, c.Why = data.NominationsOpen, ""
		switch {
		case len(c.Rounds) > 0:
			c.Status = data.Voting
		case slices.ContainsFunc(c.Nominees, func(n data.Nominee) bool { return n.Number > 0 }):
			c.Status = data.NominationsClosed
		}
		return nil
	})
	return m.held.contest.Title + " is taken up again.", err
}

// Move moves a contest up (by -1) or down (by 1) among those of the meeting. At the end of the list nothing happens.
func (m *Model) Move(id data.ContestID, by int) error {
	return m.book.Change("move an election in the order of the evening", func(tx *book.Tx) error {
		all, err := tx.Contests.Of(m.held.Meeting.ID)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(c data.Contest) bool { return c.ID == id })
		j := i + by
		if i < 0 || j < 0 || j >= len(all) {
			return nil
		}
		all[i], all[j] = all[j], all[i]
		for n, c := range all {
			if c.Order == n+1 {
				continue
			}
			c.Order = n + 1
			if err := tx.Contests.Put(c); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove takes a contest that nobody was nominated in out of the book.
func (m *Model) Remove(id data.ContestID) (string, error) {
	title := ""
	err := m.book.Change("take an election off the list", func(tx *book.Tx) error {
		c, err := tx.Contests.Get(id)
		if err != nil {
			return err
		}
		title = c.Title
		if c.Kind != data.Triggers && len(c.Nominees) > 0 || len(c.Rounds) > 0 || c.Over() {
			return data.NewProblem("Somebody is nominated already. Open it and record that no election is held, so that the nominations are kept.", nil)
		}
		return tx.Contests.Delete(id)
	})
	return "Taken off the list: " + title + ".", err
}

// takesUp is the meeting that can take up a contest that another held over: the one in session, else the next; ok is false
// where none is planned.
func (m *Model) takesUp() (data.Meeting, bool) {
	id := m.usual()
	i := slices.IndexFunc(m.held.meetings, func(x data.Meeting) bool { return x.ID == id })
	if i < 0 || id == m.held.contest.Meeting || m.held.meetings[i].Status == data.Closed {
		return data.Meeting{}, false
	}
	return m.held.meetings[i], true
}

// TakeUp brings a contest that was held over to the next meeting, with its nominations as they are. Who may stand is judged
// again, on the day of that meeting.
func (m *Model) TakeUp() (string, error) {
	to, ok := m.takesUp()
	if !ok {
		return "", data.NewProblem("Plan the next meeting first, under Meetings: it takes up what was held over.", nil)
	}
	err := m.change("take up the election for "+m.held.contest.Title+" on "+to.Date.Short(), func(tx *book.Tx, c *data.Contest) error {
		others, err := tx.Contests.Of(to.ID)
		if err != nil {
			return err
		}
		items, err := tx.Items.Of(to.ID)
		if err != nil {
			return err
		}
		c.Meeting, c.Order, c.Item = to.ID, lastOrder(others)+1, ""
		c.Item = book.ContestItem(*c, items)
		m.held.Meeting = to
		return m.rejudge(tx, c)
	})
	return m.held.contest.Title + " is taken up on " + to.Date.String() + ".", err
}

// TakeBack takes a declared result back, with the posts and seats that followed from it. The minutes keep its place.
func (m *Model) TakeBack() (string, error) {
	id := m.contest
	err := m.book.Change("take back the result: "+m.held.contest.Title, func(tx *book.Tx) error { return tx.TakeBack(id) })
	return "The result is taken back, with all that followed from it: " + m.held.contest.Title + ".", err
}
