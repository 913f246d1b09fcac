package settings

import (
	"fmt"

	"branchbook/data"
	"branchbook/data/book"
)

// An effect is what changing a rule comes to, before it is kept: "Quorum for 14 May: 10 instead of 11", and the sum.
type effect struct{ Title, Sum string }

// occasion is what a changed rule is tried on: the next meeting, and the members as they are on the list.
type occasion struct {
	meeting data.Meeting
	planned bool // there is such a meeting; else meeting has the day only
	people  []data.Person
}

func occasionFrom(r *book.Reading, from data.Date) (o occasion, err error) {
	if o.people, err = r.People.All(); err != nil {
		return o, err
	}
	if o.meeting, o.planned, err = r.Meetings.Next(from); err == nil && !o.planned {
		o.meeting = data.Meeting{Kind: data.Ordinary, Date: from}
	}
	return o, err
}

func effectOf(r *book.Reading, key string, old, next data.Rules, from data.Date) (effect, error) {
	o, err := occasionFrom(r, from)
	if err != nil {
		return effect{}, err
	}
	switch key {
	case "quorum", "eligibility", "eligibility.arrears":
		return o.quorum(old, next), nil
	case "notice", "notice.agm", "notice.counting":
		if o.planned {
			return o.notice(old, next), nil
		}
	case "motions":
		if o.planned {
			return o.deadline(old, next), nil
		}
	case "seats", "seats.extra":
		return o.seats(old, next), nil
	case "seats.reserved":
		return o.openSeats(old, next), nil
	}
	return plainEffect(lineOf(old, key), lineOf(next, key), from), nil
}

func (o occasion) day() string { return o.meeting.Date.DayMonth() }

func (o occasion) quorum(old, next data.Rules) effect {
	judge := func(r data.Rules) (string, string) {
		eligible, _ := r.Eligibility.Count(o.people, o.meeting.Date)
		n, f := r.Quorum.Needed(eligible, data.CountMembers(o.people, o.meeting.Date).Members)
		switch {
		case n > 0:
			return fmt.Sprint(n), f.Sum
		case f.Sum == "":
			return "none", ""
		}
		return "not known yet", f.Sum
	}
	was, before := judge(old)
	is, sum := judge(next)
	return compare("Quorum for "+o.day(), was, is, before, sum)
}

func (o occasion) notice(old, next data.Rules) effect {
	was, before := old.Notice.Latest(o.meeting)
	last, f := next.Notice.Latest(o.meeting)
	return compare("Notice of "+o.day()+" out by", was.String(), last.String(), before.Sum, f.Sum)
}

func (o occasion) deadline(old, next data.Rules) effect {
	was, before := old.Motions.Latest(o.meeting.Date)
	last, f := next.Motions.Latest(o.meeting.Date)
	return compare("Motions for "+o.day()+" in by", was.String(), last.String(), before.Sum, f.Sum)
}

func (o occasion) seats(old, next data.Rules) effect {
	members := data.CountMembers(o.people, o.meeting.Date)
	was, is := old.Seats.Allot(members, data.Date{}), next.Seats.Allot(members, data.Date{})
	return compare("Seats on the General Committee", fmt.Sprint(was.Total), fmt.Sprint(is.Total), was.Finding.Sum, is.Finding.Sum)
}

// openSeats is what is left once the seats that are not open are taken off.
func (o occasion) openSeats(old, next data.Rules) effect {
	members := data.CountMembers(o.people, o.meeting.Date)
	was, before := old.Seats.Allot(members, data.Date{}).Of(data.OpenSeat)
	is, f := next.Seats.Allot(members, data.Date{}).Of(data.OpenSeat)
	return compare("Open seats on the General Committee", fmt.Sprint(was), fmt.Sprint(is), before.Sum, f.Sum)
}

func compare(what, was, is, sumBefore, sum string) effect {
	if was == is {
		return effect{Title: what + ": " + is + ", as before", Sum: sentence(sum)}
	}
	e := effect{Title: what + ": " + is + " instead of " + was, Sum: sentence(sum)}
	if sumBefore != "" && sumBefore != sum {
		e.Sum += " It was " + sentence(sumBefore)
	}
	return e
}

func sentence(s string) string {
	if s == "" {
		return ""
	}
	return s + "."
}

func plainEffect(old, next data.RuleLine, from data.Date) effect {
	e := effect{Sum: "Meetings before that day keep the figures they were held under."}
	e.Title = fmt.Sprintf("From %s: %s instead of %s", from.Short(), next.Value, old.Value)
	if old.Value == next.Value {
		e.Title = fmt.Sprintf("%s: %s, as before", next.Name, next.Value)
	}
	return e
}
