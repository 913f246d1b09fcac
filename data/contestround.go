package data

// NextRound returns the round that must follow, with who is on its paper: the first, the next by a rule in rounds, a run-off
// between those who tied for the last place, or the same paper again after a tie at the bottom. ok is false when none must.
func (c Contest) NextRound(t Tally) (next Round, ok bool) {
	if len(t.Next) == 0 {
		return Round{}, false
	}
	next = Round{Places: t.NextPlaces, Standing: t.Next}
	switch last := len(t.Rounds) - 1; {
	case last < 0:
		next.Standing = c.OnBallot()
	case t.Asks == nil:
		next.Kind = NextRound
	case c.Rule.InRounds() && !t.Rounds[last].RunsOff():
		next.Kind, next.Places = Repeated, t.Rounds[last].Places
	default:
		next.Kind = RunOff
	}
	return next, true
}

// RepeatRound returns the last round again, with the same paper: after an objection, or where a count was lost. What the
// round before it decided no longer counts. ok is false where no round was taken.
func (c Contest) RepeatRound() (again Round, ok bool) {
	if len(c.Rounds) == 0 {
		return Round{}, false
	}
	last := c.Rounds[len(c.Rounds)-1]
	return Round{Kind: Repeated, Again: last.Kind, Places: last.Places, Standing: last.Standing, Issued: last.Issued}, true
}

// Settle returns the round with a lot that settles a tie: who drew it, and on whom it fell.
func (r Round) Settle(a Asks, drawn int, by string) Round {
	r.Lots = append(r.Lots[:len(r.Lots):len(r.Lots)], Lot{Purpose: a.Purpose, Stage: a.Stage, Between: a.Between, Drawn: drawn, By: by})
	return r
}

// PutSpoilt sets how many ballots did not count for one reason; none takes the reason away.
func (r Round) PutSpoilt(reason string, n int) Round {
	var spoilt []Spoilt
	found := false
	for _, s := range r.Spoilt {
		if s.Reason == reason {
			s.N, found = n, true
		}
		if s.N > 0 {
			spoilt = append(spoilt, s)
		}
	}
	if !found && n > 0 {
		spoilt = append(spoilt, Spoilt{reason, n})
	}
	r.Spoilt = spoilt
	return r
}

// WorkedOutValid is how many ballots were valid, where nobody typed it: those issued, less spoilt, less not cast; and where
// nobody counted those that were issued, the votes of a round with one mark each. ok is false where it cannot be known.
func (c Contest) WorkedOutValid(r Round) (valid int, ok bool) {
	if r.Issued > 0 {
		valid = r.Issued - r.SpoiltInAll() - r.NotCast
		return max(valid, 0), valid >= 0
	}
	if !c.Rule.Ranked() && c.Rule.Marks(r.Places, len(r.Standing)) != 1 {
		return 0, false
	}
	for _, n := range r.Votes {
		valid += n
	}
	return valid, true
}
