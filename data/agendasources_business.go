package data

import (
	"fmt"
	"slices"
)

// delegatesReports are owed to each meeting of the branch by those whom it sent somewhere.
func delegatesReports(in AgendaInput) []Written {
	if !in.isBranch() {
		return nil
	}
	var out []Written
	for _, b := range in.Bodies {
		if in.held(b.ID) == 0 {
			continue
		}
		out = append(out, Written{From: Source{FromSeat, ID(b.ID)}, Kind: ItemReport, Under: ItemReport, Heading: "Delegates' report"})
	}
	if len(out) > 1 {
		for i := range out {
			out[i].Heading += ": " + in.bodyName(BodyID(out[i].From.Record))
		}
	}
	return out
}

// held is how many seats on a body are held on the day of the meeting.
func (in AgendaInput) held(body BodyID) int {
	n := 0
	for _, s := range in.Seats {
		if s.Body == body && s.Own() && s.HeldOn(in.Meeting.Date) {
			n++
		}
	}
	return n
}

func (in AgendaInput) bodyName(id BodyID) string {
	for _, b := range in.Bodies {
		if b.ID == id {
			return b.Name
		}
	}
	return ""
}

// motionsHeldOver were deferred or not reached, and no meeting has taken them up since. An annual general meeting has
// its own business.
func motionsHeldOver(in AgendaInput) []Written {
	if in.Meeting.Kind != Ordinary {
		return nil
	}
	var out []Written
	for _, mo := range in.Motions {
		if mo.Outcome != Deferred && mo.Outcome != NotReached || mo.Meeting == "" || !in.ours(mo.Meeting) || in.takenUp(mo) {
			continue
		}
		m, _ := in.meeting(mo.Meeting)
		note := fmt.Sprintf("%s, held over from %s", mo.Outcome, in.on(m.Date))
		if mo.Outcome == NotReached {
			note = "not reached on " + in.on(m.Date)
		}
		out = append(out, Written{
			From: Source{FromMotion, ID(mo.ID)}, Kind: ItemMotions, Under: ItemMotions, Heading: mo.Ref + " " + mo.Title, Note: note,
		})
	}
	return out
}

// takenUp says whether a motion came back: as another, in a composite, or under an item of a meeting since.
func (in AgendaInput) takenUp(mo Motion) bool {
	follows := func(o Motion) bool { return o.ResubmissionOf == mo.ID || o.Supersedes == mo.ID }
	return mo.InComposite != "" || slices.ContainsFunc(in.Motions, follows) || slices.ContainsFunc(in.Items, func(i AgendaItem) bool {
		m, known := in.meeting(i.Meeting)
		return i.From == Source{FromMotion, ID(mo.ID)} && i.recorded() && known && in.before(m)
	})
}

// recorded says whether a meeting has been at the item.
func (a AgendaItem) recorded() bool { return a.Done || !a.Began.IsZero() || len(a.Blocks) > 0 }

// itemsNotReached is business that the last meeting of this body had on its agenda and did not come to. What every
// meeting has comes back by itself, and so does what wrote itself from a record.
func itemsNotReached(in AgendaInput) []Written {
	last, found := in.last()
	if !found {
		return nil
	}
	var left []AgendaItem
	minuted := last.Without != NotSettled
	for _, item := range in.Items {
		switch {
		case item.Meeting != last.ID:
		case item.recorded():
			minuted = true
		case in.comesBackAnyway(item):
		default:
			left = append(left, item)
		}
	}
	if !minuted {
		return nil // nobody kept minutes by item, so nothing says what was not reached
	}
	var out []Written
	for _, item := range OrderItems(left) {
		out = append(out, Written{
			From: Source{FromItem, ID(item.ID)}, Kind: item.Kind, Heading: item.Heading, Minutes: item.Minutes,
			Note: "held over " + in.from(last.ID),
		})
	}
	return out
}

func (in AgendaInput) last() (Meeting, bool) {
	for _, m := range slices.Backward(in.Meetings) {
		if in.before(m) && takesBusiness(m.Kind) {
			return m, true
		}
	}
	return Meeting{}, false
}

func (in AgendaInput) comesBackAnyway(item AgendaItem) bool {
	switch item.Kind {
	case ItemOther, ItemSpeaker, ItemElection, ItemBreakout, ItemCondolences:
		wrote := item.From.Kind != "" && item.From.Kind != FromItem
		return wrote || isStanding(in.Meeting.Kind, item)
	}
	return true
}

// vacantPosts are the offices that nobody was elected to on the day, once some are held. Whoever is acting stands in until
// the election. An annual general meeting elects to all.
func vacantPosts(in AgendaInput) []Written {
	if in.Meeting.Kind != Ordinary {
		return nil
	}
	on := in.Meeting.Date
	if !slices.ContainsFunc(in.Terms, func(t Term) bool { return t.HeldOn(on) }) {
		return nil // the officers have not been typed in yet
	}
	var out []Written
	for _, v := range Vacancies(in.Posts, in.Terms, on) {
		if in.comesBack(func(c Contest) bool { return c.Post == v.Post.ID }) {
			continue // that election fills it
		}
		out = append(out, Written{
			From: Source{FromPost, ID(v.Post.ID)}, Kind: ItemElection, Under: ItemElection,
			Heading: "Election of " + uncapital(v.Post.Name), Note: "casual vacancy", Minutes: 5,
		})
	}
	return out
}

// vacantSeats are those that the branch may fill on a body and has not, once it has sent anybody there.
func vacantSeats(in AgendaInput) []Written {
	if in.Meeting.Kind != Ordinary || in.Branch.Structure != Delegates || in.Members == 0 {
		return nil
	}
	var out []Written
	for _, b := range in.Bodies {
		sent := slices.ContainsFunc(in.Seats, func(s Seat) bool { return s.Body == b.ID && s.Own() })
		seats, _ := b.UnderRules(in.Rules).Seats.Seats(in.Members, in.MembersAsAt)
		vacant := seats - in.held(b.ID)
		again := in.comesBack(func(c Contest) bool { return c.Body == b.ID })
		if b.Term.Over(in.Meeting.Date) || !sent || vacant <= 0 || again {
			continue
		}
		out = append(out, Written{
			From: Source{FromBody, ID(b.ID)}, Kind: ItemElection, Under: ItemElection, Heading: "Election of delegates to the " + b.Name,
			Note: NumberOf(vacant, "seat", "seats") + " vacant", Minutes: 5,
		})
	}
	return out
}
