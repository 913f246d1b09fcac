package main

import (
	"errors"
	"slices"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/place"
)

var agmEvening = time.Date(2026, time.June, 11, 20, 12, 0, 0, london)

// electing are the scenes of the election of delegates: nominations, the votes being typed, and the result with a run-off.
func electing() []scene {
	return []scene{
		{"election-begin", agmEvening, func(s *set) error { return errors.Join(s.election(nominations), s.Do("Record an election")) }},
		{"election-list", agmEvening, func(s *set) error { return errors.Join(s.election(result), s.Do("All elections of the meeting")) }},
		{"election-nominations", agmEvening, func(s *set) error { return s.election(nominations) }},
		{"election-nominate", agmEvening, func(s *set) error {
			if err := errors.Join(s.election(nominations), s.Do("Nominate somebody")); err != nil {
				return err
			}
			s.write("tok")
			return nil
		}},
		{"election-voting", agmEvening, func(s *set) error { return s.election(voted) }},
		{"election-result", agmEvening, func(s *set) error { return s.election(result) }},
	}
}

// How far the election of a scene has got.
const (
	nominations = iota
	voted
	result
)

// stood are those who stand for the General Committee, with the votes of the first ballot; the last joined too late.
var stood = []struct {
	last  string
	votes int
}{
	{"Benkhelifa", 27}, {"Dunne", 26}, {"Mbeki", 25}, {"Wiśniewski", 25}, {"Okafor", 24}, {"Adeyemi", 23}, {"Tokarczuk", 22}, {"Chandrasekar", 21},
	{"Sørensen", 20}, {"Keogh", 19}, {"Carrick", 18}, {"Cárdenas", 17}, {"Yıldız", 14}, {"Ní Bhriain", 14}, {"Llewellyn", 11}, {"Prosser", 9}, {"Frazer", 0},
}

// election shows the election of delegates at the annual general meeting.
func (s *set) election(far int) error {
	if err := s.OpenExample(); err != nil {
		return err
	}
	var id data.ContestID
	err := s.Book().Change("elect the delegates", func(tx *book.Tx) error {
		c, err := delegates(tx)
		if err != nil {
			return err
		}
		if far > nominations {
			names, err := tx.People.Names()
			if err != nil {
				return err
			}
			c.NumberNominees(names)
			c.Status, c.Rule, c.Rounds = data.Voting, data.ByMostVotes, []data.Round{firstBallot(c)}
		}
		if far == result {
			c.Rounds[0].Closed = true
			c.Rounds = append(c.Rounds, runOff())
		}
		id = c.ID
		return tx.Contests.Put(c)
	})
	s.Go(place.Route{Place: "election", ID: string(id)})
	return err
}

// delegates is the contest with its nominees.
func delegates(tx *book.Tx) (data.Contest, error) {
	bodies, err := tx.Bodies.All()
	people, err2 := tx.People.All()
	if err := errors.Join(err, err2); err != nil {
		return data.Contest{}, err
	}
	m := data.Meeting{ID: data.MeetingID(tx.NewID()), Kind: data.AGM, Date: data.DateOf(agmEvening), Starts: data.MustTime(19, 30), Status: data.Planned}
	if err := errors.Join(tx.Meetings.Put(m), unopposed(tx, m.ID, bodies[0], data.ExOfficioSeat, surnamed(people, "Whitcombe")),
		unopposed(tx, m.ID, bodies[0], data.YouthSeat, surnamed(people, "Begum"))); err != nil {
		return data.Contest{}, err
	}
	rules, err := tx.Rules(m.Date)
	c := data.Contest{
		ID: data.ContestID(tx.NewID()), Meeting: m.ID, Order: 3, Kind: data.Elects, Body: bodies[0].ID, Class: data.OpenSeat,
		Title: "Delegates to the " + bodies[0].Name, Places: 13, Method: data.SecretBallot, Status: data.NominationsOpen,
		Entitled: data.Finding{Sum: "15, less 1 secretary, less 1 youth = 13"},
	}
	for k, n := range stood {
		who := surnamed(people, n.last)
		proposer, seconder := surnamed(people, stood[(k+1)%12].last), surnamed(people, stood[(k+5)%12].last)
		c.Nominees = append(c.Nominees, data.Nominee{
			Person: who.ID, Proposer: proposer.ID, Seconder: seconder.ID, Consent: data.Consents, Received: m.Date,
			Eligible: c.Asks(nil, bodies).Judge(who, m.Date, rules.Eligibility),
		})
	}
	return c, err
}

// unopposed fills a seat before the ballot for the open ones.
func unopposed(tx *book.Tx, meeting data.MeetingID, body data.Body, class data.SeatClass, who data.Person) error {
	c := data.Contest{
		ID: data.ContestID(tx.NewID()), Meeting: meeting, Order: 1, Kind: data.Elects, Body: body.ID, Class: class, Places: 1,
		Title: data.DelegatesTitle(body.Name, class), Status: data.NominationsClosed,
		Nominees: []data.Nominee{{Person: who.ID, Consent: data.Consents, Received: data.DateOf(agmEvening), Number: 1}},
	}
	return errors.Join(tx.Contests.Put(c), tx.Declare(c.ID, data.Time{}, data.Finding{}))
}

func surnamed(people []data.Person, last string) data.Person {
	i := slices.IndexFunc(people, func(p data.Person) bool { return p.Last == last })
	if i < 0 {
		return data.Person{}
	}
	return people[i]
}

func firstBallot(c data.Contest) data.Round {
	r := data.Round{Places: c.Places, Standing: c.OnBallot(), Issued: 29, Spoilt: []data.Spoilt{{Reason: "too many marks", N: 1}}, Valid: 28, Votes: map[int]int{}}
	for i, n := range stood {
		if slices.Contains(r.Standing, i) {
			r.Votes[i] = n.votes
		}
	}
	return r
}

// runOff is the ballot between the two who tied for the last place.
func runOff() data.Round {
	const yildiz, bhriain = 12, 13
	return data.Round{
		Kind: data.RunOff, Places: 1, Standing: []int{yildiz, bhriain}, Issued: 29, Spoilt: []data.Spoilt{{Reason: "blank", N: 1}}, Valid: 28,
		Votes: map[int]int{yildiz: 15, bhriain: 13}, Closed: true,
	}
}
