package meetings

import (
	"testing"
	"time"

	"branchbook/data"
)

func day(year int, month time.Month, d int) data.Date { return data.MustDate(year, month, d) }

func held(dates ...data.Date) []data.Meeting {
	var out []data.Meeting
	for _, d := range dates {
		out = append(out, data.Meeting{Kind: data.Ordinary, Date: d, Status: data.Closed})
	}
	return out
}

func TestTheNextMeetingIsOnTheUsualDayOfTheMonth(t *testing.T) {
	past := held(day(2026, 2, 12), day(2026, 3, 12), day(2026, 4, 9))
	if got := suggest(past, data.DefaultRules(), day(2026, 4, 20)); got != day(2026, 5, 14) {
		t.Errorf("suggested %s", got)
	}
}

func TestOneMeetingMovedDoesNotChangeTheHabit(t *testing.T) {
	past := held(day(2026, 2, 12), day(2026, 3, 12), day(2026, 4, 8))
	if got := suggest(past, data.DefaultRules(), day(2026, 4, 20)); got != day(2026, 5, 14) {
		t.Errorf("suggested %s", got)
	}
}

func TestAMonthThatTheBranchLeavesOutIsLeftOut(t *testing.T) {
	past := held(day(2025, 6, 12), day(2025, 7, 10), day(2025, 9, 11), day(2025, 10, 9), day(2026, 6, 11), day(2026, 7, 9))
	if got := suggest(past, data.DefaultRules(), day(2026, 7, 12)); got != day(2026, 9, 10) {
		t.Errorf("suggested %s", got)
	}
}

func TestABranchThatNeverMetHasTimeForMotionsAndNotice(t *testing.T) {
	if got := suggest(nil, data.DefaultRules(), day(2026, 5, 4)); got != day(2026, 5, 18) {
		t.Errorf("suggested %s", got)
	}
}

func TestTheSuggestionComesAfterWhatIsPlannedAlready(t *testing.T) {
	all := held(day(2026, 4, 9), day(2026, 5, 14))
	if got := suggest(all, data.DefaultRules(), day(2026, 4, 20)); got != day(2026, 6, 11) {
		t.Errorf("suggested %s", got)
	}
}

func TestAFifthThursdayIsLookedForInAMonthThatHasOne(t *testing.T) {
	past := held(day(2026, 1, 29))
	if got := suggest(past, data.DefaultRules(), day(2026, 2, 1)); got != day(2026, 4, 30) {
		t.Errorf("suggested %s", got)
	}
	if got := patternOf(day(2026, 1, 29)).String(); got != "5th Thursday" {
		t.Error(got)
	}
}
