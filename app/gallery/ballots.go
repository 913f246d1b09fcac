package main

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

// contested makes an election at the next meeting with the first members of the book as nominees, begins its round with so
// many ballots issued, and shows the place where they are typed.
func (s *set) contested(title string, places, stand, issued int, rule data.CountRule) error {
	if err := s.OpenExample(); err != nil {
		return err
	}
	c := data.Contest{Kind: data.Elects, Title: title, Places: places, Rule: rule, Method: data.SecretBallot, Status: data.Voting}
	err := s.Book().Change("set up an election", func(tx *book.Tx) error {
		m, _, err := tx.Meetings.Next(data.DateOf(morning))
		people, err2 := tx.People.Where(func(p data.Person) bool { return p.Status == data.Member })
		if err := errors.Join(err, err2); err != nil {
			return err
		}
		c.ID, c.Meeting = data.ContestID(tx.NewID()), m.ID
		round := data.Round{Places: places, Issued: issued, FromBallots: true, TypedBy: "Jean Whitcombe", CheckedBy: people[1].Name()}
		for i := range stand {
			c.Nominees = append(c.Nominees, data.Nominee{Person: people[i*7].ID, Number: i + 1})
			round.Standing = append(round.Standing, i)
		}
		c.Rounds = []data.Round{round}
		return tx.Contests.Put(c)
	})
	s.Go(place.Route{Place: "ballot", ID: string(c.ID)})
	return err
}

// ballot types one line and Enter.
func (s *set) ballot(lines ...string) {
	for _, l := range lines {
		s.write(l)
		s.press(fyne.KeyReturn)
	}
}

var (
	firstEntry  = []string{"3 4", "3 4", "3 1", "3 4 1 2", "3 4", "3 2", "2 1 4", "4 3 1", "4 1", "4 2", "4", "1 4", "s 2", "2 1", "b"}
	secondEntry = []string{"3 4", "3 4", "3 1", "3 4 1 2", "3 4", "3 2", "2 4 1", "4 3 1", "4 1", "4 2", "4"}
)

// typingBallots is the second entry of fifteen ballots, with the twelfth half typed and one that differs.
func typingBallots(s *set) error {
	if err := s.contested("delegates to the General Committee", 2, 4, 15, data.BySTV); err != nil {
		return err
	}
	s.ballot(firstEntry...)
	if err := s.Do("Second entry"); err != nil {
		return err
	}
	s.ballot(secondEntry...)
	s.write("1 4")
	return nil
}

// settlingABallot looks again at the slip that was typed in two ways.
func settlingABallot(s *set) error {
	if err := typingBallots(s); err != nil {
		return err
	}
	return s.Do("Settle the next that differs")
}

// twentyCandidates is a long ballot of thirteen places, with the reasons of a spoilt one asked for.
func twentyCandidates(s *set) error {
	if err := s.contested("delegates to the General Committee, open seats", 13, 20, 29, data.ByMostVotes); err != nil {
		return err
	}
	for i := range 12 {
		s.ballot(fmt.Sprintf("%d %d %d %d", i%5+1, i%7+6, i%3+13, 17+i%4))
	}
	s.write("12 3 17")
	return nil
}

// otherRules shows what the same ballots would come to.
func otherRules(s *set) error {
	if err := typingBallots(s); err != nil {
		return err
	}
	return s.Do("The same ballots under another rule")
}
