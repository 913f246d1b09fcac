package app

import (
	"testing"
	"time"
)

func TestTheBookLocksAfterATimeWithoutAKey(t *testing.T) {
	start := time.Date(2026, 5, 14, 19, 30, 0, 0, time.UTC)
	var i idle
	i.look("a", start)
	if got := i.look("ab", start.Add(9*time.Minute)); got != 0 {
		t.Errorf("a key was pressed and still %v counts as idle", got)
	}
	if got := i.look("ab", start.Add(19*time.Minute)); got != 10*time.Minute {
		t.Errorf("idle for %v, want 10 minutes", got)
	}
	if got := i.look("ab", start.Add(-time.Hour)); got != 0 {
		t.Errorf("a clock set back counts as %v of idleness", got)
	}
}

func TestAMeetingInSessionGivesThirtyMinutes(t *testing.T) {
	for _, c := range []struct {
		still, limit time.Duration
		inSession    bool
		want         bool
	}{
		{9 * time.Minute, 10 * time.Minute, false, false},
		{10 * time.Minute, 10 * time.Minute, false, true},
		{29 * time.Minute, 10 * time.Minute, true, false},
		{30 * time.Minute, 10 * time.Minute, true, true},
		{40 * time.Minute, time.Hour, true, false},
		{5 * time.Hour, 0, false, false},
	} {
		if got := lockDue(c.still, c.limit, c.inSession); got != c.want {
			t.Errorf("still for %v, limit %v, in session %v: locks %v", c.still, c.limit, c.inSession, got)
		}
	}
}
