package example

import (
	"cmp"
	"slices"

	"branchbook/data"
)

// gather draws so many voters for an evening, officers and the cast before others, and those who stay away with
// apologies.
func (n *night) gather(voters int) (present, away []int) {
	m := n.maker
	seen := map[int]bool{}
	consider := func(i, tenths int) {
		if i == nobody || seen[i] || !m.canVote(i, n.listed) || !m.canVote(i, n.Date) {
			return
		}
		seen[i] = true
		switch {
		case len(present) < voters && m.rng.IntN(10) < tenths:
			present = append(present, i)
		case len(away) < 3+m.size.Present/6 && m.rng.IntN(10) < 6:
			away = append(away, i)
		}
	}
	for _, i := range n.needed {
		consider(i, 10)
	}
	consider(m.officerOn(0, n.Date), 10)
	consider(m.officerOn(2, n.Date), 10)
	for place := range m.posts {
		consider(m.officerOn(place, n.Date), 9)
	}
	for _, i := range m.rng.Perm(castSize) {
		consider(i, 7)
	}
	for tries := 0; len(present) < voters && tries < 60*m.size.Members; tries++ {
		i := m.rng.IntN(len(m.souls))
		if !seen[i] {
			consider(i, 10)
		}
	}
	return present, away
}

// signIn writes the register up to the motions: apologies, voters, members without a vote, guests.
func (n *night) signIn(voters int) {
	present, away := n.gather(voters)
	n.present = present
	for _, i := range away {
		by := ""
		if n.rng.IntN(4) == 0 {
			by = "the chair"
		}
		n.event(data.Event{Person: n.souls[i].id, Move: data.SentApologies, ReportedBy: by})
	}
	var arrivals []data.Event
	for at, i := range present {
		come := data.MustTime(19, 8).Add(n.rng.IntN(24))
		if at >= voters-2 && at > 3 {
			come = data.MustTime(19, 36).Add(n.rng.IntN(20)) // the bus was late
		}
		arrivals = append(arrivals, data.Event{Person: n.souls[i].id, Move: data.CameIn, At: come, Capacity: data.Voter})
	}
	arrivals = append(arrivals, n.withoutVote()...)
	arrivals = append(arrivals, n.visitors()...)
	slices.SortStableFunc(arrivals, func(a, b data.Event) int { return cmp.Compare(a.At.Minutes(), b.At.Minutes()) })
	for _, e := range arrivals {
		n.event(e)
	}
}

// withoutVote are members who came but are in arrears or too new, each with the rule's reason.
func (n *night) withoutVote() []data.Event {
	var found []data.Event
	candidates := []int{davies}
	for range 40 {
		candidates = append(candidates, n.rng.IntN(len(n.souls)))
	}
	for _, i := range candidates {
		s := n.souls[i]
		if len(found) > 0 || !s.on(dayOf(n.listed)) || !s.on(dayOf(n.Date)) || n.canVote(i, n.Date) {
			continue
		}
		reason := n.rules.Eligibility.Standing(n.person(i), n.Date).Reason
		found = append(found, data.Event{
			Person: s.id, Move: data.CameIn, At: data.MustTime(19, 20).Add(n.rng.IntN(15)), Capacity: data.NoVote, Reason: reason,
		})
	}
	return found
}

// visitors are a guest speaker now and then, and sometimes somebody who left before giving a name.
func (n *night) visitors() []data.Event {
	var found []data.Event
	if n.rng.IntN(2) == 0 {
		c := n.rng.IntN(len(n.callers))
		n.speaker = callers()[c]
		if p := n.callers[c]; !n.met[p.ID] {
			n.met[p.ID] = true
			n.add(p)
		}
		found = append(found, data.Event{Person: n.callers[c].ID, Move: data.CameIn, At: data.MustTime(19, 25), Capacity: data.Visitor})
	}
	if n.rng.IntN(6) == 0 {
		e := data.Event{ID: data.EventID(n.ids.New()), Move: data.CameIn, At: data.MustTime(19, 33), Capacity: data.Observer}
		e.Unnamed = e.ID
		found = append(found, e)
	}
	return found
}

func (n *night) event(e data.Event) {
	if e.ID == "" {
		e.ID = data.EventID(n.ids.New())
	}
	e.Meeting = n.Meeting.ID
	n.register = append(n.register, e)
	n.add(e)
}

// leaving lets one or two voters go early, never the officers who run the meeting.
func (n *night) leaving() {
	if len(n.present) < 8 {
		return
	}
	at := n.at.Add(2)
	for k := range 1 + n.rng.IntN(2) {
		who := n.souls[n.present[len(n.present)-1-k]].id
		if who == n.Chair || who == n.MinuteTaker {
			continue
		}
		n.event(data.Event{Person: who, Move: data.WentOut, At: at.Add(3 * k)})
	}
}

// voters are who could vote in the room at the time.
func (n *night) voters() []data.PersonID {
	var in []data.PersonID
	for _, a := range data.NewRegister(n.register).At(n.at).Attendance() {
		if a.Present && a.Capacity == data.Voter {
			in = append(in, a.Person)
		}
	}
	return in
}
