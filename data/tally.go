package data

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"branchbook/data/count"
)

// A Tally is what the rounds of a contest come to so far, worked out from the figures alone. Nominees are indexes into the
// contest's list.
type Tally struct {
	Rounds  []RoundTally
	Elected []int // in the order in which they were
	Out     []int // no longer on the paper, in the order in which they went
	// Asks is where the count stopped: a lot, or another ballot. Next is the paper of a round that must follow, and
	// NextPlaces how many places that fills; nil when none must.
	Asks       *Asks
	Next       []int
	NextPlaces int
	// Done says that everything is decided, vacant places included.
	Done bool
}

// Asks is a tie that no rule settles: the meeting has another ballot between these, or draws a lot.
type Asks struct {
	Purpose count.Purpose
	Stage   int
	Between []int
	Places  int // for how many of them there is room
}

// A RoundTally is one round with its sums.
type RoundTally struct {
	Round
	Number int // from 1
	// Votes are the figures that decide: totals, or first preferences.
	Votes map[int]int
	// Stages are those of a ranked count; candidates in them are places in Standing, and so are the marks "{0}" in their
	// sentences, which Contest.StageSentence makes names of. Sentence says what the round decided.
	Stages   []count.Stage
	Sentence string
	Elected  []int
	Out      []int
	// GaveWay are those who are not elected although somebody with fewer votes is, since places were kept for women.
	GaveWay []int
	// Left are those whose totals are wanted next, after the last of Out went, in a preferential count done on paper.
	Left []int
	// Balances is whether every ballot is accounted for: "28 valid + 1 spoilt = 29 issued".
	Balances Finding
	Complete bool // its figures are closed, and every ballot is settled
}

// Tally works out the contest from its rounds and the ballots that were typed. The error is a *Problem: figures that no
// round can have, which name what to correct.
func (c Contest) Tally(ballots []Ballot) (Tally, error) {
	var t Tally
	switch c.Field() {
	case NobodyStands:
		t.Done = true
		return t, nil
	case TooFewStand, JustEnough:
		t.Elected, t.Done = c.Standing(), true
		return t, nil
	}
	t.Next, t.NextPlaces = c.Standing(), c.Places
	for i, r := range c.Rounds {
		rt, err := c.tallyRound(i, r, ballots)
		if err != nil {
			return t, err
		}
		if r.Kind == Repeated {
			t.forgetLast()
		}
		t.Rounds = append(t.Rounds, rt.RoundTally)
		t.Elected = append(t.Elected, rt.Elected...)
		t.Out = append(t.Out, rt.Out...)
		t.Asks, t.Next, t.NextPlaces = rt.asks, rt.next, r.Places-len(rt.Elected)
		if !rt.Complete {
			t.Next, t.NextPlaces = nil, 0
			return t, nil
		}
	}
	t.passOver(c)
	t.Done = len(c.Rounds) > 0 && t.Asks == nil && len(t.Next) == 0
	if t.Done && c.PassesOn {
		t.passOn(c)
	}
	return t, nil
}

// passOver takes those who withdrew since the last round off the paper of the next. Where no more are left than places,
// they are elected without another.
func (t *Tally) passOver(c Contest) {
	left := slices.DeleteFunc(slices.Clone(t.Next), func(i int) bool { return !c.Nominees[i].Stands() })
	if len(t.Rounds) == 0 || len(left) == len(t.Next) {
		return
	}
	t.Next = left
	if len(left) <= t.NextPlaces {
		t.Elected = append(t.Elected, left...)
		t.Asks, t.Next, t.NextPlaces = nil, nil, 0
	}
}

// NextHighest returns whose votes on the first ballot come next after those elected, where the rule is the most votes and one
// person alone has so many: to whom a place could pass that somebody did not accept.
func (c Contest) NextHighest(t Tally) (next int, ok bool) {
	if !t.Done || len(t.Rounds) == 0 || c.Rule != ByMostVotes || c.Kind == Triggers {
		return 0, false
	}
	votes, standing := t.Rounds[0].Votes, t.Rounds[0].byVotes()
	left := slices.DeleteFunc(slices.Clone(standing), func(i int) bool {
		return slices.Contains(t.Elected, i) || c.Nominees[i].Declined || !c.Nominees[i].Stands()
	})
	if len(left) == 0 || len(left) > 1 && votes[left[0]] == votes[left[1]] {
		return 0, false
	}
	return left[0], true
}

// passOn gives the places of those who did not accept to whoever comes next.
func (t *Tally) passOn(c Contest) {
	for len(c.Winners(*t)) < c.Places {
		next, ok := c.NextHighest(*t)
		if !ok {
			return
		}
		t.Elected = append(t.Elected, next)
	}
}

// forgetLast takes back what the last round decided, since it was taken again.
func (t *Tally) forgetLast() {
	if len(t.Rounds) == 0 {
		return
	}
	last := t.Rounds[len(t.Rounds)-1]
	t.Elected = t.Elected[:len(t.Elected)-len(last.Elected)]
	t.Out = t.Out[:len(t.Out)-len(last.Out)]
}

// deciding is a round tally on its way.
type deciding struct {
	RoundTally
	asks *Asks
	next []int
}

func (c Contest) tallyRound(i int, r Round, ballots []Ballot) (deciding, error) {
	d := deciding{RoundTally: RoundTally{Round: r, Number: i + 1, Complete: r.Closed}}
	var slips []count.Ballot
	if r.FromBallots {
		slips = d.readBallots(c, i, ballots)
	}
	d.Votes = r.Votes
	if r.FromBallots {
		d.Votes = votesOn(slips, r.Standing, c.Rule.Ranked())
	}
	d.Balances = d.account()
	if c.Kind == Triggers {
		return d.simple(slips, count.Kept{})
	}
	kept := c.kept(r)
	if kept.Least > 0 && !r.RunsOff() && c.Rule != ByMostVotes && c.Rule != "" {
		return d, c.refuseKept()
	}
	switch {
	case r.RunsOff() || c.Rule == ByMostVotes || c.Rule == "":
		return d.simple(slips, kept)
	case c.Rule.InRounds():
		return d.round(count.RoundRule(c.Rule))
	case r.FromBallots:
		return d.ranked(count.Rule(c.Rule), slips)
	case c.Rule == ByPreference:
		return d.transfers()
	}
	return d, NewProblem("This rule needs every ballot typed: its transfers cannot be worked out from totals.", fmt.Errorf("tally: %s from totals", c.Rule))
}

// readBallots takes the ballots of the round, with what was spoilt, and says whether they are settled.
func (d *deciding) readBallots(c Contest, round int, ballots []Ballot) []count.Ballot {
	ranked, spoilt := c.Rule.Ranked(), map[string]int{}
	d.Valid = 0
	var slips []count.Ballot
	for _, b := range ballots {
		if b.Contest != c.ID || b.Round != round {
			continue
		}
		m, ok := b.Stands(ranked)
		switch {
		case !ok:
			d.Complete = false
		case !m.Valid():
			spoilt[cmp.Or(m.Spoilt, "blank")]++
		default:
			d.Valid++
			slips = append(slips, count.Ballot{Slips: 1, Marks: c.onPaper(d.Round, m)})
		}
	}
	d.Spoilt = nil
	for _, reason := range slices.Sorted(mapKeys(spoilt)) {
		d.Spoilt = append(d.Spoilt, Spoilt{reason, spoilt[reason]})
	}
	return slips
}

// onPaper turns the numbers on a ballot into places on the round's paper; one that is no longer there is passed over.
func (c Contest) onPaper(r Round, m Marking) []int {
	var marks []int
	for _, number := range m.Marks {
		at := slices.IndexFunc(r.Standing, func(i int) bool { return c.Nominees[i].Number == number })
		if at >= 0 {
			marks = append(marks, at)
		}
	}
	return marks
}

func votesOn(slips []count.Ballot, standing []int, ranked bool) map[int]int {
	votes := map[int]int{}
	for _, b := range slips {
		marks := b.Marks
		if ranked && len(marks) > 1 {
			marks = marks[:1]
		}
		for _, p := range marks {
			votes[standing[p]] += b.Slips
		}
	}
	return votes
}

// account adds up what became of the ballots: "28 valid + 1 spoilt = 29 issued".
func (d *deciding) account() Finding {
	spoilt := d.SpoiltInAll()
	sum := fmt.Sprintf("%d valid", d.Valid)
	if spoilt > 0 {
		sum += fmt.Sprintf(" + %d spoilt", spoilt)
	}
	if d.NotCast > 0 {
		sum += fmt.Sprintf(" + %d not cast", d.NotCast)
	}
	total := d.Valid + spoilt + d.NotCast
	f := Finding{Verdict: "every ballot is accounted for", Sum: fmt.Sprintf("%s = %d issued", sum, total)}
	switch {
	case total == 0 && (d.Issued == 0 || !d.Closed):
		f.Verdict, f.Sum = "the ballots were not counted", ""
	case d.Issued == 0 && total == d.Valid:
		f.Verdict, f.Sum = "the ballots issued were not counted", sum
	case d.Issued == 0:
		f.Verdict, f.Sum = "the ballots issued were not counted", fmt.Sprintf("%s = %d", sum, total)
	case total < d.Issued:
		f.Verdict, f.Sum, f.Warning = are(d.Issued-total, "ballot", "ballots")+" not accounted for", fmt.Sprintf("%s = %d of %d issued", sum, total, d.Issued), true
	case total > d.Issued:
		f.Verdict, f.Sum, f.Warning = are(total-d.Issued, "ballot", "ballots")+" more than were issued", fmt.Sprintf("%s = %d, but %d issued", sum, total, d.Issued), true
	}
	return f
}

// simple gives the places to the most votes. A tie at the last place is the meeting's to settle.
func (d deciding) simple(slips []count.Ballot, kept count.Kept) (deciding, error) {
	e := count.Election{Candidates: make([]string, len(d.Standing)), Places: d.Places, Ballots: slips, Kept: kept}
	if !d.FromBallots {
		for _, i := range d.Standing {
			if n := d.Votes[i]; n > 0 {
				e.Ballots = append(e.Ballots, count.Ballot{Slips: n, Marks: []int{slices.Index(d.Standing, i)}})
			}
		}
		if err := d.fits(d.Places); err != nil {
			return d, err
		}
	}
	if !d.counted() {
		d.Complete = false
		return d, nil
	}
	r, err := count.Run(count.MostVotes, e, d.countLots())
	if err != nil {
		return d, uncountable(err)
	}
	d.Elected = d.nominees(r.Elected)
	d.Sentence = fmt.Sprintf("Most votes on %s, for %s.", NumberOf(d.Valid, "valid ballot", "valid ballots"), NumberOf(d.Places, "place", "places"))
	d.keep(e.Kept.Least)
	d.asks = d.asked(r.Tie, d.Places-len(d.Elected))
	if d.asks != nil {
		d.next = d.asks.Between
	}
	return d, nil
}

// counted says whether there is anything to count yet.
func (d *deciding) counted() bool { return d.Valid > 0 || d.Closed }

// fits says what is wrong with totals that so many ballots cannot hold.
func (d *deciding) fits(each int) error {
	marks := 0
	for i, n := range d.Votes {
		marks += n
		if d.Valid > 0 && n > d.Valid {
			return NewProblem(fmt.Sprintf("%s for one nominee are more than %s. Correct one of the two.", NumberOf(n, "vote", "votes"), NumberOf(d.Valid, "valid ballot", "valid ballots")),
				fmt.Errorf("tally: nominee %d", i))
		}
	}
	if d.Valid > 0 && marks > each*d.Valid {
		return NewProblem(fmt.Sprintf("%s are more than %s can hold with %s each. Correct a figure.",
			NumberOf(marks, "vote", "votes"), NumberOf(d.Valid, "valid ballot", "valid ballots"), NumberOf(each, "mark", "marks")), nil)
	}
	return nil
}

// round asks the rule in rounds what follows.
func (d deciding) round(rule count.RoundRule) (deciding, error) {
	each := 1
	if rule == count.Eliminating {
		each = d.Places
	}
	if err := d.fits(each); err != nil {
		return d, err
	}
	if !d.counted() {
		d.Complete = false
		return d, nil
	}
	in := count.Round{Votes: map[int]int{}, Ballots: d.Valid, Spoilt: d.SpoiltInAll()}
	for place, i := range d.Standing {
		in.Standing = append(in.Standing, place)
		in.Votes[place] = d.Votes[i]
	}
	after, err := count.Follow(rule, d.Places, in, d.countLots())
	if err != nil {
		return d, uncountable(err)
	}
	d.Elected, d.Out, d.next, d.Sentence = d.nominees(after.Elected), d.nominees(after.Out), d.nominees(after.Next), after.Sentence
	if d.asks = d.asked(after.Tie, 1); d.asks != nil && len(d.next) == 0 {
		d.next = slices.Clone(d.Standing)
	}
	if len(d.Elected) > 0 {
		d.next = nil
	}
	return d, nil
}

// ranked counts typed ballots by a rule of preference.
func (d deciding) ranked(rule count.Rule, slips []count.Ballot) (deciding, error) {
	e := count.Election{Candidates: nameMarks(len(d.Standing)), Places: d.Places, Ballots: slips, Spoilt: d.SpoiltInAll()}
	if len(slips) == 0 {
		d.Complete = false
		return d, nil
	}
	r, err := count.Run(rule, e, d.countLots())
	if err != nil {
		return d, uncountable(err)
	}
	d.Elected, d.Stages = d.nominees(r.Elected), r.Stages
	for _, s := range r.Stages {
		d.Out = append(d.Out, d.nominees(s.Excluded)...)
	}
	d.asks = d.asked(r.Tie, 1)
	return d, nil
}

// asked puts a tie in the contest's terms.
func (d *deciding) asked(t *count.Tie, room int) *Asks {
	if t == nil {
		return nil
	}
	return &Asks{Purpose: t.Purpose, Stage: t.Stage, Between: d.nominees(t.Between), Places: room}
}

func uncountable(err error) error {
	return NewProblem("These figures cannot be counted by this rule: "+strings.TrimPrefix(err.Error(), "count: ")+".", errors.Join(errors.New("tally"), err))
}
