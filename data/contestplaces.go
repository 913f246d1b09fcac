package data

import (
	"fmt"
	"slices"
	"strings"
)

// PlacesToFill suggests how many places an election to a body fills, beside the other elections to it: the branch's seats,
// less those that are held whatever this election decides, or that another fills: "15, less 1 secretary, less 1 youth = 13".
// It is 1 where no rule is set, and for a seat that is not open, of which there is one as a rule; the secretary may type
// another number.
func (in Course) PlacesToFill(body BodyID, class SeatClass, others []Contest) (int, Finding) {
	rule := in.Allotted[body]
	if class != OpenSeat && class != "" {
		if n, f := rule.Of(class); n > 0 {
			return n, f
		}
		return 1, Finding{}
	}
	others = slices.DeleteFunc(slices.Clone(others), func(c Contest) bool {
		return c.Body != body || c.Kind != Elects || c.Status == Abandoned
	})
	if rule.Division != "" {
		return in.openByRule(body, rule, others)
	}
	if rule.Total <= 0 {
		return 1, Finding{Verdict: "no entitlement is set"}
	}
	var order []string
	taken := map[string]int{}
	take := func(what string, n int) {
		if taken[what] == 0 {
			order = append(order, what)
		}
		taken[what] += n
	}
	for _, c := range others {
		if c.Class == ExOfficioSeat && len(c.Nominees) > 0 {
			take(in.seatWith(c.Nominees[0].Person), c.Places)
		} else {
			take(classWords(c.Class), c.Places)
		}
	}
	for _, s := range in.Staying(body) {
		if s.Class == ExOfficioSeat {
			take(in.seatWith(s.Person), 1)
		} else {
			take(heldWords(s.Class), 1)
		}
	}
	left := rule.Total
	sum := fmt.Sprint(rule.Total)
	for _, what := range order {
		left -= taken[what]
		sum += fmt.Sprintf(", less %d %s", taken[what], what)
	}
	f := Finding{Verdict: NumberOf(max(left, 0), "place", "places"), Source: rule.Finding.Source}
	if len(order) > 0 {
		f.Sum = fmt.Sprintf("%s = %d", sum, max(left, 0))
	} else {
		f.Sum = rule.Finding.Sum
	}
	if left < 1 {
		f.Warning = true
		f.Verdict = "no place is vacant"
	}
	return max(left, 1), f
}

// openByRule takes those that are held from the seats that the rule leaves open: "13 open, less 12 held = 1".
func (in Course) openByRule(body BodyID, rule Allotment, others []Contest) (int, Finding) {
	open, f := rule.Of(OpenSeat)
	taken := 0
	for _, s := range in.Staying(body) {
		taken += b2i(s.Class == OpenSeat || s.Class == "")
	}
	for _, c := range others {
		if c.Class == OpenSeat || c.Class == "" {
			taken += c.Places
		}
	}
	left := open - taken
	if taken > 0 {
		f.Sum = fmt.Sprintf("%s, less %d held = %d", strings.ReplaceAll(f.Sum, " = ", ": "), taken, max(left, 0))
	}
	if left < 1 {
		f.Warning, f.Verdict = true, "no place is vacant"
	}
	return max(left, 1), f
}

// seatWith is what a seat is called that goes with the post somebody holds: "secretary".
func (in Course) seatWith(who PersonID) string {
	if p, holds := in.PostOf(who); holds && who != "" {
		return strings.ToLower(p.Name)
	}
	return string(ExOfficioSeat)
}

// PostOf returns a post that somebody holds on the day of the meeting; ok is false for none.
func (in Course) PostOf(who PersonID) (post Post, ok bool) {
	for _, t := range in.Terms {
		if i := slices.IndexFunc(in.Posts, func(p Post) bool { return p.ID == t.Post }); i >= 0 && t.Person == who && t.HeldOn(in.Meeting.Date) {
			return in.Posts[i], true
		}
	}
	return Post{}, false
}

func classWords(c SeatClass) string {
	switch c {
	case ExOfficioSeat:
		return string(ExOfficioSeat)
	case WomensSeat:
		return "for women"
	case YouthSeat:
		return "youth"
	}
	return "in another election"
}

func heldWords(c SeatClass) string {
	if c == OpenSeat || c == "" {
		return "held"
	}
	return classWords(c)
}
