package data

import "fmt"

// Basis is the number of people that a share is taken of.
type Basis string

// What a quorum can be a share of. Which of the two the model rules mean is not settled, so both are shown.
const (
	EligibleMembers Basis = "eligible members"
	EveryMember     Basis = "all members"
)

// A Quorum is how many voters make a meeting able to do business: a fixed number, or a share of the membership.
type Quorum struct {
	InForce
	// Fixed is a number of voters; it wins over Share. 0 when the quorum is a share.
	Fixed int   `json:"fixed,omitempty"`
	Share Share `json:"share,omitzero"`
	Of    Basis `json:"of,omitempty"`
	// Wait is how many minutes a meeting may wait for its quorum before it cannot be held; 0 for no limit.
	Wait int `json:"wait,omitempty"`
}

// Needed returns how many voters make a meeting quorate when so many members could vote and there were so many in all.
// A fixed number wins over a share; a share is rounded up. It is 0, with a warning, when there are no members to take
// a share of, and 0 when no quorum is set. Other holds the reading on the other basis, where that needs another number.
func (q Quorum) Needed(eligible, members int) (int, Finding) {
	f := Finding{Source: q.source()}
	switch {
	case q.Fixed > 0:
		f.Verdict, f.Sum = fmt.Sprintf("%d needed", q.Fixed), fmt.Sprintf("%d, fixed", q.Fixed)
		if members > 0 && q.Fixed > members {
			f.Sum += fmt.Sprintf(", which is more than the %s", NumberOf(members, "member", "members"))
			f.Warning = q.warn(true)
		}
		return q.Fixed, f
	case q.Share.IsZero():
		f.Verdict = "no quorum is set"
		return 0, f
	}
	n, sum := q.shareOf(q.Of, eligible, members)
	if n == 0 {
		f.Verdict = "quorum not known"
		f.Sum = fmt.Sprintf("%s of nobody: bring in the membership list", q.Share)
		f.Warning = q.warn(true)
		return 0, f
	}
	f.Verdict, f.Sum = fmt.Sprintf("%d needed", n), sum
	other := EveryMember
	if q.Of == EveryMember {
		other = EligibleMembers
	}
	if m, sum := q.shareOf(other, eligible, members); m > 0 && m != n {
		f.Other = []Finding{{Verdict: fmt.Sprintf("%d if counted on %s", m, other.count(eligible, members)), Sum: sum, Source: f.Source}}
	}
	return n, f
}

func (q Quorum) shareOf(b Basis, eligible, members int) (int, string) {
	people, of := max(eligible, 0), fmt.Sprintf("%d eligible", eligible)
	if b == EveryMember {
		people, of = max(members, 0), fmt.Sprintf("all %d members", members)
	}
	share := q.Share.Of(people)
	n := roundUp(share)
	return n, fmt.Sprintf("%s of %s = %s", q.Share, of, rounded(share, "up", n))
}

// count names the basis with its number: "all 214", "199 eligible".
func (b Basis) count(eligible, members int) string {
	if b == EveryMember {
		return fmt.Sprintf("all %d", members)
	}
	return fmt.Sprintf("%d eligible", eligible)
}

// A QuorumState is how a meeting stands to its quorum at the end of a register's events.
type QuorumState struct {
	Needed  int
	Voters  int  // in the room
	Reached Time // when the quorum was first reached; zero when it never was, or at a time not known
	Lost    Time // when it was lost for the rest of the events; zero while quorate, and when the time is not known
	Quorate bool
	Found   bool // it was reached at some time, even if at one not known
	// Finding says it in words: "quorate from 7.34pm", "not quorate since 9.10pm: 9 of 10".
	Finding Finding
}

// Judge says how the meeting stands at the end of the register's events: whether it is quorate, from when, and since
// when no longer. Times that are not known are left out of the words ("no longer quorate: 9 of 10"). A meeting that
// lost its quorum and found it again is quorate, with a warning that says from when to when it was not. What happens
// within one minute is judged at the minute's end, and so are neighbouring events whose times nobody noted. Hand in
// reg.At(t) to judge an earlier moment.
func (q Quorum) Judge(reg Register, eligible, members int) QuorumState {
	needed, f := q.Needed(eligible, members)
	w := quorumWatch{needed: needed, room: map[ID]bool{}}
	for i, e := range reg {
		w.see(e)
		if last := i == len(reg)-1; last || reg[i+1].At != e.At {
			w.settle(e.At)
		}
	}
	s := QuorumState{Needed: needed, Voters: w.voters, Reached: w.reached, Lost: w.lost, Quorate: w.quorate, Found: w.ever, Finding: f}
	if needed == 0 {
		// Without a quorum every meeting is quorate; without a membership list none can be shown to be.
		s.Quorate = q.Share.IsZero()
		return s
	}
	s.Finding.Verdict = w.verdict()
	s.Finding.Warning = f.Warning || q.warn(!w.quorate || len(w.gaps) > 0)
	return s
}

// A quorumWatch follows the number of voters through a register.
type quorumWatch struct {
	needed, voters int
	room           map[ID]bool // who is in, and whether they vote
	reached, lost  Time
	ever, quorate  bool
	gaps           []string // when there was no quorum, between times when there was
}

func (w *quorumWatch) see(e Event) {
	was := w.room[e.who()]
	switch e.Move {
	case CameIn:
		w.room[e.who()] = e.Capacity == Voter
	case WentOut:
		delete(w.room, e.who())
	}
	w.voters += b2i(w.room[e.who()]) - b2i(was)
}

func (w *quorumWatch) settle(at Time) {
	now := w.voters >= w.needed
	switch {
	case now && !w.ever:
		w.reached, w.ever = at, true
	case now && !w.quorate:
		w.gaps = append(w.gaps, gap(w.lost, at))
		w.lost = Time{}
	case !now && w.quorate:
		w.lost = at
	}
	w.quorate = now
}

func gap(from, to Time) string {
	switch {
	case from.IsZero() && to.IsZero():
		return "for a time"
	case from.IsZero():
		return "for a time until " + to.String()
	case to.IsZero():
		return "for a time from " + from.String()
	}
	return fmt.Sprintf("from %s to %s", from, to)
}

// JudgeCount says how a meeting stands to its quorum where its people were counted and no names were taken. It warns
// whichever way it goes: nobody can show who of them could vote.
func (q Quorum) JudgeCount(count, eligible, members int) QuorumState {
	needed, f := q.Needed(eligible, members)
	s := QuorumState{Needed: needed, Voters: count, Quorate: count >= needed, Finding: f}
	if needed == 0 {
		s.Quorate = q.Share.IsZero()
		return s
	}
	verdict := "quorate"
	if !s.Quorate {
		verdict = "not quorate"
	}
	s.Finding.Verdict = fmt.Sprintf("%s by a count of %d (names were not taken)", verdict, count)
	s.Finding.Warning = q.warn(true)
	return s
}

func (w *quorumWatch) verdict() string {
	if w.quorate {
		words := "quorate"
		if !w.reached.IsZero() {
			words += " from " + w.reached.String()
		}
		if len(w.gaps) > 0 {
			words += ", but not " + listed(w.gaps)
		}
		return words
	}
	words := "not quorate"
	switch {
	case !w.lost.IsZero():
		words += " since " + w.lost.String()
	case w.ever:
		words = "no longer quorate"
	}
	return fmt.Sprintf("%s: %d of %d", words, w.voters, w.needed)
}
