package example

import (
	"math/rand/v2"
	"slices"
	"time"

	"branchbook/data"
)

// secondThursday is when the branch meets.
func secondThursday(year int, month time.Month) data.Date {
	d := day(year, month, 8)
	return d.AddDays((int(time.Thursday) - int(d.Weekday()) + 7) % 7)
}

// agmOf is the day of a year's annual general meeting.
func agmOf(year int) data.Date { return secondThursday(year, time.June) }

// termEnd is the last day of what began at an annual general meeting; zero for what still runs.
func termEnd(agm data.Date) data.Date {
	if !agm.Before(lastAGM) {
		return data.Date{}
	}
	return agmOf(agm.Year() + 1).AddDays(-1)
}

// officers are who was elected at a year's annual general meeting, in the order of the posts.
func (m *maker) officers(year int) []int {
	switch year {
	case 2025:
		return []int{dunne, wisniewski, whitcombe, sorensen, chandrasekar}
	case 2024:
		return []int{dunne, prosser, whitcombe, sorensen, chandrasekar}
	case 2023:
		return []int{ashworth, prosser, whitcombe, sorensen, mbeki}
	}
	return m.elders(year/3, agmOf(year/3*3), agmOf(year/3*3+3), []bool{true, false, false, false, true})
}

// elders draws people who were members throughout, women where it says so, the same for the same seed.
func (m *maker) elders(seed int, from, to data.Date, women []bool) []int {
	rng := rand.New(rand.NewPCG(uint64(seed), uint64(m.size.Members)))
	taken, first, last := map[int]bool{}, dayOf(m.rules.Eligibility.CutOff(from)), dayOf(to)
	var found []int
	for _, woman := range women {
		at := rng.IntN(len(m.souls))
		for n := range len(m.souls) {
			i := (at + n) % len(m.souls)
			s := m.souls[i]
			if !taken[i] && s.joined <= first && s.on(last) && (!woman || s.gender == data.Woman) && s.owes == 0 {
				taken[i] = true
				found = append(found, i)
				break
			}
		}
	}
	return found
}

// officerOn is who held the post on a day; place counts from 0.
func (m *maker) officerOn(place int, on data.Date) int {
	year := on.Year()
	if on.Before(agmOf(year)) {
		year--
	}
	if o := m.officers(year); place < len(o) {
		return o[place]
	}
	return dunne
}

// termsFrom are the terms that begin at an annual general meeting.
func (m *maker) termsFrom(agm data.Date) []any {
	var terms []any
	m.terms = slices.DeleteFunc(m.terms, func(t data.Term) bool { return t.To.AddYears(1).Before(agm) })
	for place, i := range m.officers(agm.Year()) {
		how := data.ElectedUnopposed
		if (place+agm.Year())%4 == 0 {
			how = data.ElectedBallot
		}
		term := data.Term{
			ID: data.TermID(m.ids.New()), Post: m.posts[place].ID, Person: m.souls[i].id, From: agm, To: termEnd(agm), How: how,
		}
		m.terms = append(m.terms, term)
		terms = append(terms, term)
	}
	return terms
}

// delegates are who was elected to the General Committee at a year's annual general meeting.
func (m *maker) delegates(year int) []int {
	if year == lastAGM.Year() {
		return []int{adeyemi, benkhelifa, cardenas, carrick, chandrasekar, dunne, keogh, llewellyn, mbeki, zOkafor, sorensen, tokarczuk, wisniewski}
	}
	women := make([]bool, 12+year%3)
	for i := range women {
		women[i] = i%2 == 0
	}
	return m.elders(1000+year, agmOf(year), agmOf(year+1), women)
}

// noConsent are the delegates of June 2025 who did not agree that their details go to the CLP secretary.
func noConsent(i int) bool { return i == cardenas || i == keogh }

// seatsFrom are the seats filled at an annual general meeting, by ballot when papers were given out, else unopposed.
func (m *maker) seatsFrom(agm data.Date, papers int) []any {
	var seats []any
	for n, i := range m.delegates(agm.Year()) {
		s := data.Seat{
			ID: data.SeatID(m.ids.New()), Body: m.body.ID, Number: n + 1, Class: data.OpenSeat, Person: m.souls[i].id,
			Elected: agm, Ends: termEnd(agm), How: data.ElectedUnopposed, Consent: !noConsent(i),
		}
		if papers > 0 {
			votes := papers - 2 - m.rng.IntN(papers/2)
			s.How, s.Votes, s.BallotTotal = data.ElectedBallot, &votes, papers-1
		}
		seats = append(seats, s)
	}
	return seats
}
