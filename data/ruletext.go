package data

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// What rules are called where a word stands for a value.
const (
	none         = "none"
	noLimit      = "no limit"
	latestList   = "the latest list"
	calendarDays = "calendar days"
	clearDays    = "clear days"
	noVoteWords  = "no vote"
	canVoteWords = "can vote"

	everySecond = "every second a woman"

	atNextMeeting = "at the next meeting"
	atNextAGM     = "at the next annual general meeting"
)

func thresholds() []Threshold {
	return []Threshold{SimpleMajority, AbsoluteMajority, TwoThirdsPresent, TwoThirdsCast}
}

func castingRules() []CastingRule {
	return []CastingRule{CastingNever, CastingIfNotVoted, CastingSecond}
}

func choices[T ~string](all []T) []string {
	words := make([]string, len(all))
	for i, t := range all {
		words[i] = string(t)
	}
	return words
}

func set[T any](to *T, value T) bool {
	*to = value
	return true
}

func readOneOf[T ~string](s string, all []T, to *T) bool {
	i := slices.IndexFunc(all, func(t T) bool { return strings.EqualFold(s, string(t)) })
	return i >= 0 && set(to, all[i])
}

func readChoice(s, no, yes string, to *bool) bool {
	return (s == no || s == yes) && set(to, s == yes)
}

func readDay(s string, to *Date) bool {
	if s == latestList {
		return set(to, Date{})
	}
	d, err := ParseDate(s)
	return err == nil && !d.IsZero() && set(to, d)
}

var amountOf = regexp.MustCompile(`^(\d+|[a-z]+)(?: ?([a-z]+))?(?: (?:and )?|$)`)

// amount reads amounts in units and adds them up: "1 hour 30 minutes". A number alone is in units[""].
func amount(s string, units map[string]int) (int, bool) {
	total := 0
	for rest := s; rest != ""; {
		m := amountOf.FindStringSubmatch(rest)
		if m == nil || len(m[1]) > 5 {
			return 0, false
		}
		n := slices.Index(numberWords, m[1])
		if n < 0 {
			var err error
			if n, err = strconv.Atoi(m[1]); err != nil {
				return 0, false
			}
		}
		size, known := units[m[2]]
		if !known || m[2] == "" && m[0] != s {
			return 0, false
		}
		total += n * size
		rest = rest[len(m[0]):]
	}
	return total, s != ""
}

// readDays takes "14", "14 days", "7 days before" and "8 weeks".
func readDays(s string, to *int) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, " the meeting"), " before")
	s = strings.Replace(s, " clear day", " day", 1)
	n, ok := amount(s, map[string]int{"": 1, "day": 1, "days": 1, "week": 7, "weeks": 7})
	return ok && set(to, n)
}

// readAskers takes "3" and "3 members". The number that holds already changes nothing.
func readAskers(s string, m *Majority) bool {
	n, ok := amount(s, map[string]int{"": 1, "member": 1, "members": 1})
	return ok && n > 0 && (n == m.BallotAskedBy() || set(&m.BallotAskers, n))
}

// readSupporters takes "4" and "4 members". The number that holds already changes nothing.
func readSupporters(s string, m *Majority) bool {
	n, ok := amount(s, map[string]int{"": 1, "member": 1, "members": 1, "supporters": 1})
	return ok && n > 0 && (n == m.ChallengeSupporters() || set(&m.Supporters, n))
}

// readMinutes takes "30", "30 minutes", "2 hours", "1 hour 30 minutes" and "no limit".
func readMinutes(s string, to *int) bool {
	if s == noLimit || s == none {
		return set(to, 0)
	}
	n, ok := amount(s, map[string]int{"": 1, "min": 1, "minute": 1, "minutes": 1, "hour": 60, "hours": 60})
	return ok && n > 0 && set(to, n)
}

func minutesWords(n int) string {
	hours, minutes := NumberOf(n/60, "hour", "hours"), NumberOf(n%60, "minute", "minutes")
	switch {
	case n <= 0:
		return noLimit
	case n%60 == 0:
		return hours
	case n < 60:
		return minutes
	}
	return hours + " " + minutes
}

func (n Notice) words(days int) string {
	if n.ClearDays {
		return NumberOf(days, "clear day", "clear days") + " before"
	}
	return NumberOf(days, "day", "days") + " before"
}

func (e Eligibility) words() string {
	if e.Days == 0 {
		return none
	}
	return span(e.Days)
}

func (q Quorum) words() string {
	switch {
	case q.Fixed > 0:
		return NumberOf(q.Fixed, "voter", "voters")
	case q.Share.IsZero():
		return none
	case q.Of == EveryMember:
		return fmt.Sprintf("%s of %s", q.Share, EveryMember)
	}
	return fmt.Sprintf("%s of %s", q.Share, EligibleMembers)
}

// read takes "5%", "5% of eligible members", "5% of all members", "10", "10 voters" and "none".
func (q *Quorum) read(s string) bool {
	if s == none {
		q.Fixed, q.Share = 0, Share{}
		return true
	}
	if n, ok := amount(s, map[string]int{"": 1, "voter": 1, "voters": 1, "member": 1, "members": 1}); ok {
		q.Fixed, q.Share = n, Share{}
		return n > 0
	}
	typed, of, _ := strings.Cut(s, " of ")
	share, err := ParseShare(typed)
	if err != nil || share.IsZero() {
		return false
	}
	switch strings.TrimSpace(of) {
	case "":
	case string(EligibleMembers), "eligible", "those eligible":
		q.Of = EligibleMembers
	case string(EveryMember), "all", "members", "the membership":
		q.Of = EveryMember
	default:
		return false
	}
	q.Fixed, q.Share = 0, share
	return true
}

func (b Balance) words() string {
	var parts []string
	if b.AtLeast > 0 {
		parts = append(parts, fmt.Sprintf("at least %d", b.AtLeast))
	}
	if !b.Share.IsZero() {
		parts = append(parts, "at least "+b.Share.words())
	}
	if b.Alternate {
		parts = append(parts, everySecond)
	}
	if len(parts) == 0 {
		return none
	}
	return listed(parts)
}

// read takes "at least 2", "2", "at least half", "40%", "every second a woman", "at least 2 and at least half" and "none".
func (b *Balance) read(s string) bool {
	next := Balance{InForce: b.InForce}
	if s == none {
		return set(b, next)
	}
	for part := range strings.SplitSeq(s, " and ") {
		if part == everySecond || part == "at least "+everySecond {
			next.Alternate = true
			continue
		}
		part = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(part, "at least "), " women"), " woman")
		if n, ok := amount(part, map[string]int{"": 1}); ok {
			next.AtLeast = n
			continue
		}
		share, err := ParseShare(part)
		if err != nil {
			return false
		}
		next.Share = share
	}
	return next.IsSet() && set(b, next)
}
