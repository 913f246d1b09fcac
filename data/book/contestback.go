package book

import (
	"fmt"
	"slices"

	"branchbook/data"
)

// MinutedContest says whether some block of a meeting's minutes is the contest already.
func (tx *Tx) MinutedContest(meeting data.MeetingID, id data.ContestID) (bool, error) {
	blocks, err := tx.Blocks.Where(func(b data.Block) bool {
		return b.Meeting == meeting && b.Kind == data.BlockContest && data.ContestID(b.Record) == id
	})
	return len(blocks) > 0, err
}

// TakeBack takes the result of a contest back: the terms and seats that began with it are gone, and those that ended for it
// go on. Its nominations and rounds stay. It is refused when somebody whom it elected has gone out of the post or seat since.
func (tx *Tx) TakeBack(id data.ContestID) error {
	c, err := tx.Contests.Get(id)
	if err != nil || c.Status != data.ResultDeclared {
		return err
	}
	if c.Kind == data.Elects {
		heir, err := tx.restingOn(c)
		if err != nil {
			return err
		}
		if err := tx.takeBackTerms(c, heir); err != nil {
			return err
		}
		if err := tx.takeBackSeats(c, heir); err != nil {
			return err
		}
	}
	c.Status, c.DeclaredAt, c.Balance = data.Voting, data.Time{}, data.Finding{}
	if len(c.Rounds) == 0 {
		c.Status = data.NominationsClosed
	}
	return tx.Contests.Put(c)
}

// restingOn returns another result of the evening for the same post or body, which still rests on who went out for this one;
// "" for none.
func (tx *Tx) restingOn(c data.Contest) (data.ContestID, error) {
	others, err := tx.Contests.Where(func(o data.Contest) bool {
		return o.ID != c.ID && o.Meeting == c.Meeting && o.Kind == data.Elects && o.Status == data.ResultDeclared && o.Post == c.Post && o.Body == c.Body
	})
	if err != nil || len(others) == 0 {
		return "", err
	}
	return others[0].ID, nil
}

// takeBackTerms takes away the terms that a contest began. Those that it ended go on, unless an heir keeps them ended.
func (tx *Tx) takeBackTerms(c data.Contest, heir data.ContestID) error {
	if c.Post == "" {
		return nil
	}
	terms, err := tx.Terms.Of(c.Post)
	if err != nil {
		return err
	}
	for _, t := range terms {
		switch {
		case t.Contest == c.ID && !t.To.IsZero():
			return tx.restsOn(c, t.Person, t.To)
		case t.Contest == c.ID:
			err = tx.Terms.Delete(t.ID)
		case t.EndedBy == c.ID:
			if t.EndedBy = heir; heir == "" {
				t.To = data.Date{}
			}
			err = tx.Terms.Put(t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) takeBackSeats(c data.Contest, heir data.ContestID) error {
	if c.Body == "" {
		return nil
	}
	body, err := tx.Bodies.Get(c.Body)
	if err != nil {
		return err
	}
	seats, err := tx.Seats.Of(c.Body)
	if err != nil {
		return err
	}
	for _, s := range seats {
		switch {
		case s.Contest == c.ID && s.Ends != body.Term.Fixed(s.Elected):
			return tx.restsOn(c, s.Person, s.Ends)
		case s.Contest == c.ID:
			err = tx.Seats.Delete(s.ID)
		case s.EndedBy == c.ID:
			if s.EndedBy = heir; heir == "" {
				s.Ends, s.Why = data.Date{}, ""
			}
			err = tx.Seats.Put(s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// restsOn is why a result cannot be taken back any more.
func (tx *Tx) restsOn(c data.Contest, who data.PersonID, until data.Date) error {
	names, err := tx.People.Names()
	if err != nil {
		return err
	}
	return data.NewProblem(fmt.Sprintf("%s was elected by this result and went out on %s, so it stays. Put that right under Posts & delegates first.", names.Name(who), until),
		fmt.Errorf("book: take back contest %s", c.ID))
}

// TakeOutContest takes a contest out of the minutes of its meeting with all that followed from its result. Nominations that
// came in before the meeting are kept, closed, for another time; a contest that began at the meeting is gone. The caller takes
// out the block.
func (tx *Tx) TakeOutContest(id data.ContestID) error {
	if err := tx.TakeBack(id); err != nil {
		return err
	}
	c, err := tx.Contests.Get(id)
	if err != nil {
		return err
	}
	m, err := tx.Meetings.Get(c.Meeting)
	if err != nil {
		return err
	}
	before := slices.ContainsFunc(c.Nominees, func(n data.Nominee) bool { return !n.Received.IsZero() && n.Received.Before(m.Date) })
	if !before && len(c.HeldOver) == 0 {
		return tx.Contests.Delete(id)
	}
	if err := tx.clearContest(&c, nil); err != nil {
		return err
	}
	c.Rounds, c.Status, c.Tellers, c.Objections, c.Why = nil, data.NominationsClosed, nil, "", ""
	c.Nominees = slices.DeleteFunc(c.Nominees, func(n data.Nominee) bool { return n.Received == m.Date })
	for i := range c.Nominees {
		c.Nominees[i].Declined = false
	}
	return tx.Contests.Put(c)
}
