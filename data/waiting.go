package data

import "fmt"

// A QuorumWait is how a meeting stands that has no quorum yet. The zero QuorumWait is one that waits for nothing.
type QuorumWait struct {
	Until Time // when the wait ends; zero when the rules set no limit, or nobody knows when the meeting was to start
	Left  int  // minutes until then
	Over  bool // it has run out, or nobody can say that it has not: how to go on can be settled
	// Finding says it: "waits for its quorum until 8.00pm, 12 min left". Its Sum says how the end of the wait was found.
	Finding Finding
}

// IsZero says whether the meeting waits for nothing.
func (w QuorumWait) IsZero() bool { return w.Finding.IsZero() }

// Waiting says how long a meeting that was to start at a time may still wait for its quorum. now is zero when the clock is
// not to be asked, as for a meeting written up later: the wait has then run out. A meeting that found its quorum, even
// one that lost it again, waits no longer, and neither does one whose quorum nobody can work out.
func (q Quorum) Waiting(starts, now Time, s QuorumState) QuorumWait {
	if s.Quorate || s.Found || s.Needed == 0 {
		return QuorumWait{}
	}
	w := QuorumWait{Over: true}
	w.Finding = Finding{Source: q.source(), Warning: q.warn(true)}
	if q.Wait <= 0 || starts.IsZero() {
		w.Finding.Verdict = "has no quorum"
		return w
	}
	w.Until = starts.Add(q.Wait)
	w.Finding.Sum = fmt.Sprintf("%s from %s", minutesOf(q.Wait), starts)
	if now.IsZero() || !now.Before(w.Until) {
		w.Finding.Verdict = "had no quorum by " + w.Until.String()
		return w
	}
	w.Over, w.Left = false, w.Until.Sub(now)
	if now.Before(starts) {
		w.Finding.Verdict = fmt.Sprintf("may wait for its quorum until %s", w.Until)
		return w
	}
	w.Finding.Verdict = fmt.Sprintf("waits for its quorum until %s, %s left", w.Until, minutesOf(w.Left))
	return w
}

func minutesOf(n int) string { return fmt.Sprintf("%d min", n) }

// SettledWithout says in sentences how the meeting went on without a quorum, as minutes print it; "" when that was not
// settled. then is the quorum when it was settled, and end at the end of the meeting.
//
//	The meeting was not quorate: 7 of the 10 voters needed were present at 8.00pm. Pressing business alone was done, subject to ratification.
func (m Meeting) SettledWithout(then, end QuorumState) string {
	if m.Without == NotSettled {
		return ""
	}
	words := "The meeting was not quorate"
	if then.Needed > 0 && !then.Quorate {
		words += fmt.Sprintf(": %d of the %s needed were present", then.Voters, NumberOf(then.Needed, "voter", "voters"))
	}
	words += timed(" at ", m.WithoutAt) + "."
	if m.Without == NoBusiness {
		words += " No business was done."
	} else {
		words += " Pressing business alone was done, subject to ratification."
	}
	if end.Found && !then.Found {
		words += " There was a quorum" + timed(" from ", end.Reached) + "."
	}
	return words
}

// timed puts a word before a time, where it is known.
func timed(before string, at Time) string {
	if at.IsZero() {
		return ""
	}
	return before + at.String()
}

// ToRatify returns the decisions that were made without a quorum and that no meeting has dealt with, in their order.
// A motion that was carried without one is among them: what is ratified is a decision that names it.
func ToRatify(decisions []Decision) []Decision {
	var out []Decision
	for _, d := range decisions {
		if d.Pressing && d.Ratified == "" {
			out = append(out, d)
		}
	}
	return out
}

// How a decision was ratified, or was not.
const (
	RatifiedAgreed = "agreed"
	RatifiedNot    = "not agreed"
)

// Ratification returns what a later meeting decides about a pressing decision: "Ratified: pay hall hire £45", agreed. It has
// no id, reference or place yet.
func (d Decision) Ratification(agreed bool) Decision {
	if agreed {
		return Decision{Text: "Ratified: " + d.Text, How: RatifiedAgreed, Amount: d.Amount}
	}
	return Decision{Text: "Not ratified: " + d.Text, How: "decided"}
}

// OfMotion returns the pressing decision that stands for a motion carried without a quorum, so that it is ratified as any
// other: "M-2026-04 Saturday opening".
func OfMotion(m Motion) Decision {
	return Decision{Text: m.Ref + " " + m.Title, How: string(m.Outcome), Pressing: true, Amount: m.Amount}
}
