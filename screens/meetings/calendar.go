package meetings

import (
	"fmt"
	"time"

	"branchbook/data"
)

// A pattern is a day of the month as a branch names it: the 2nd Thursday.
type pattern struct {
	week int // 1 to 5
	day  time.Weekday
}

func patternOf(d data.Date) pattern { return pattern{(d.Day() + 6) / 7, d.Weekday()} }

func (p pattern) String() string {
	return fmt.Sprintf("%s %s", [...]string{"1st", "2nd", "3rd", "4th", "5th"}[p.week-1], p.day)
}

// in returns the day in a month, and false for a 5th one that the month has not.
func (p pattern) in(year int, month time.Month) (data.Date, bool) {
	first := data.MustDate(year, month, 1)
	ahead := (int(p.day) - int(first.Weekday()) + 7) % 7
	on := first.AddDays(ahead + 7*(p.week-1))
	return on, on.Month() == month
}

// habit is the day of the month on which the branch meets: that of most of the last six meetings that are not the
// executive's, the latest of those that are equally usual.
func habit(meetings []data.Meeting) (pattern, bool) {
	const lately = 6
	count := map[pattern]int{}
	var best pattern
	for i, seen := len(meetings)-1, 0; i >= 0 && seen < lately; i-- {
		if meetings[i].Kind == data.Executive {
			continue
		}
		seen++
		p := patternOf(meetings[i].Date)
		count[p]++
		if count[p] > count[best] {
			best = p
		}
	}
	return best, len(count) > 0
}

// suggest returns the day that the next meeting would have: the next on the branch's usual day, after today and after
// every meeting that is there already, with a month left out if the branch has left it out before. A branch that has
// never met is given the first day that leaves time for motions and for the notice. Meetings are in order of date.
func suggest(meetings []data.Meeting, rules data.Rules, today data.Date) data.Date {
	p, ok := habit(meetings)
	if !ok {
		return today.AddDays(max(rules.Motions.Days, rules.Notice.Days))
	}
	after := today
	if last := meetings[len(meetings)-1].Date; last.After(after) {
		after = last
	}
	year, month := after.Year(), after.Month()
	for range 24 {
		on, is := p.in(year, month)
		if is && on.After(after) && !skipped(meetings, month) {
			return on
		}
		if month++; month > time.December {
			year, month = year+1, time.January
		}
	}
	return after.AddDays(28)
}

// skipped says whether the branch was there before and after such a month, and never met in one: no meeting in August.
func skipped(meetings []data.Meeting, month time.Month) bool {
	passed := false
	for i, m := range meetings {
		if m.Date.Month() == month {
			return false
		}
		if i == 0 {
			continue
		}
		middle, err := data.NewDate(m.Date.Year(), month, 1)
		if err == nil && middle.Before(m.Date) && meetings[i-1].Date.Before(middle) && m.Date.Sub(meetings[i-1].Date) < 100 {
			passed = true
		}
	}
	return passed
}
