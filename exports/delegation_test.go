package exports_test

import (
	"fmt"
	"testing"

	"branchbook/data"
)

// delegation is the General Committee delegation of scenario 13: 15 seats elected on 11 June 2026. The fourth delegate
// has not agreed to share contact details.
func delegation(t testing.TB, columns ...string) data.DelegateInput {
	t.Helper()
	in := data.DelegateInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates, CLPSecretary: "Ruth Gallagher"},
		Body:   data.Body{ID: "gc", Name: data.GeneralCommittee}, People: data.Names{}, Rules: data.DefaultRules(), Columns: columns,
		Members: data.Membership{Members: 216, Women: 113, Men: 100, NotStated: 3, Young: 19}, MembersAsAt: data.MustDate(2026, 6, 1),
		AsAt: data.MustDate(2026, 6, 18), Version: 1, Chair: "Margaret Dunne", Secretary: "Jean Whitcombe",
		Meetings: []data.Meeting{
			{Kind: data.AGM, Date: data.MustDate(2026, 6, 11), Quorum: data.Finding{Verdict: "quorate from 7.31pm"}},
			{Kind: data.Ordinary, Date: data.MustDate(2026, 10, 8), Quorum: data.Finding{Verdict: "quorate from 7.36pm"}},
		},
	}
	for i, name := range voters {
		votes := 22 - i
		p := member(fmt.Sprintf("p%d", 10+i), name)
		p.Gender = data.Man
		if i < 8 {
			p.Gender = data.Woman
		}
		if i == 1 {
			p.Turns27 = data.MustDate(2030, 1, 1)
		}
		in.People[p.ID] = p
		in.Seats = append(in.Seats, data.Seat{
			ID: data.SeatID(p.ID), Body: "gc", Number: i + 1, Class: data.OpenSeat, Person: p.ID,
			Elected: data.MustDate(2026, 6, 11), How: data.ElectedBallot, Votes: &votes, Consent: i != 3,
		})
	}
	in.Seats[0].Class, in.Seats[0].How, in.Seats[0].Votes = data.ExOfficioSeat, data.ExOfficio, nil
	in.Seats[1].Class, in.Seats[1].How, in.Seats[1].Votes = data.YouthSeat, data.ElectedUnopposed, nil
	return in
}

// replaced is the second version, of 9 October: seat 6 went vacant on 2 September and was filled on 8 October.
func replaced(t testing.TB, columns ...string) data.DelegateInput {
	in := delegation(t, columns...)
	first := data.NewDelegateReturn(in).TableDoc().AsSent()
	in.Previous, in.Version, in.AsAt = &first, 2, data.MustDate(2026, 10, 9)
	in.Seats[5].Ends = data.MustDate(2026, 9, 2)
	newcomer := member("p77", "Róisín O'Hare")
	newcomer.Gender = data.Woman
	in.People[newcomer.ID] = newcomer
	in.Seats = append(in.Seats, data.Seat{ID: "new", Body: "gc", Number: 6, Class: data.OpenSeat, Person: newcomer.ID, Elected: data.MustDate(2026, 10, 8), How: data.ElectedHands, Consent: true})
	return in
}
