package app

import "time"

// lockAfterInSession is how long the book stays open without a key while a meeting is in session: people talk.
const lockAfterInSession = 30 * time.Minute

// An idle clock decides when the book locks by itself. It is told, now and then, what can be seen of the secretary's
// hands; while that changes they are there.
type idle struct {
	seen  any
	since time.Time
}

// look notes what can be seen at a moment, and returns how long it has been the same.
func (i *idle) look(seen any, now time.Time) time.Duration {
	// A clock set back, and a lid that was open all along, both start afresh.
	if seen != i.seen || i.since.IsZero() || now.Before(i.since) {
		i.seen, i.since = seen, now
	}
	return now.Sub(i.since)
}

// lockDue says whether so long without a key locks the book. A limit of 0 never does.
func lockDue(still, limit time.Duration, inSession bool) bool {
	if limit <= 0 {
		return false
	}
	if inSession {
		limit = max(limit, lockAfterInSession)
	}
	return still >= limit
}
