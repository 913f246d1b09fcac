package book

import (
	"errors"
	"fmt"
	"slices"

	"branchbook/data"
)

// Contests are in order of meeting and of the order in which they are taken.
type Contests struct {
	Records[data.Contest, data.ContestID]
}

// Of returns the contests of a meeting.
func (c Contests) Of(meeting data.MeetingID) ([]data.Contest, error) {
	return c.Where(func(x data.Contest) bool { return x.Meeting == meeting })
}

// Counted returns the contests that have a ballot whose count is closed, the latest first.
func (c Contests) Counted() ([]data.Contest, error) {
	counted, err := c.Where(func(x data.Contest) bool {
		return slices.ContainsFunc(x.Rounds, func(r data.Round) bool { return r.Closed })
	})
	slices.Reverse(counted)
	return counted, err
}

// Ballots are in order of contest, round and pile.
type Ballots struct {
	Records[data.Ballot, data.BallotID]
}

// Of returns the ballots of a contest, round by round in the order of the pile.
func (c Ballots) Of(contest data.ContestID) ([]data.Ballot, error) {
	return c.kept(c.k.prefix(string(contest)))
}

// Tally works out what a contest comes to, from the ballots that were typed. Its error is a *data.Problem.
func (r *Reading) Tally(c data.Contest) (data.Tally, error) {
	var typed []data.Ballot
	if slices.ContainsFunc(c.Rounds, func(r data.Round) bool { return r.FromBallots }) {
		var err error
		if typed, err = r.Ballots.Of(c.ID); err != nil {
			return data.Tally{}, err
		}
	}
	return c.Tally(typed)
}

// Course gathers the elections of a meeting with all that balance, places and who may stand are judged on, as on the day of the
// meeting; without a meeting, on the day that is given. Figures of a contest that cannot be leave its tally as far as they lead.
func (r *Reading) Course(meeting data.MeetingID, on data.Date) (data.Course, error) {
	g := gathering{}
	in := data.Course{Allotted: map[data.BodyID]data.Allotment{}, Tallies: map[data.ContestID]data.Tally{}}
	if meeting != "" {
		in.Meeting = got(&g, func() (data.Meeting, error) { return r.Meetings.Get(meeting) })
		in.Contests = got(&g, func() ([]data.Contest, error) { return r.Contests.Of(meeting) })
		on = in.Meeting.Date
	}
	in.Rules = got(&g, func() (data.Rules, error) { return r.Rules(on) })
	in.People, in.Posts, in.Terms = got(&g, r.People.Names), got(&g, r.Posts.All), got(&g, r.Terms.All)
	in.Bodies, in.Seats = got(&g, r.Bodies.All), got(&g, r.Seats.All)
	branch := got(&g, r.Branch)
	members, asAt := r.membership(&g, on)
	for _, b := range in.Bodies {
		if b.IsGeneralCommittee() && branch.Structure != data.Delegates {
			continue // all members meet: nobody is a delegate
		}
		in.Allotted[b.ID] = b.UnderRules(in.Rules).Seats.Allot(members, asAt)
	}
	for _, c := range in.Contests {
		t, err := r.Tally(c)
		if wrong := (*data.Problem)(nil); err != nil && !errors.As(err, &wrong) {
			return in, err
		}
		in.Tallies[c.ID] = t
	}
	return in, g.err
}

// Following works out what follows from a contest's result as it stands: which terms and seats begin and end.
func (r *Reading) Following(c data.Contest) (data.Following, error) {
	m, err := r.Meetings.Get(c.Meeting)
	if err != nil {
		return data.Following{}, err
	}
	g := gathering{}
	in := data.FollowInput{
		Meeting: m,
		People:  got(&g, r.People.Names),
		Tally:   got(&g, func() (data.Tally, error) { return r.Tally(c) }),
	}
	if c.Post != "" {
		in.Post = got(&g, func() (data.Post, error) { return r.Posts.Get(c.Post) })
		in.Terms = got(&g, func() ([]data.Term, error) { return r.Terms.Of(c.Post) })
	}
	if c.Body != "" {
		in.Body = got(&g, func() (data.Body, error) { return r.Bodies.Get(c.Body) })
		in.Seats = got(&g, func() ([]data.Seat, error) { return r.Seats.Of(c.Body) })
		in.Returned = got(&g, func() (data.Paper, error) {
			last, _, err := r.Papers.Last(data.DelegateReturn, data.ID(c.Body))
			return last, err
		})
	}
	return c.Follow(in), g.err
}

// Declare declares the result of a contest at a time, which is zero when the clock is not to be stamped: those elected take
// up their posts and seats, and those who held them go out. It is refused while the result is not complete. The caller sets
// the record into the minutes.
func (tx *Tx) Declare(id data.ContestID, at data.Time, balance data.Finding) error {
	c, err := tx.Contests.Get(id)
	if err != nil {
		return err
	}
	t, err := tx.Tally(c)
	if err != nil {
		return err
	}
	if !t.Done {
		return data.NewProblem("The result is not complete yet: "+c.FieldWords()+". Finish the count, or settle the tie.", fmt.Errorf("book: declare %s", id))
	}
	follow, err := tx.Following(c)
	if err != nil {
		return err
	}
	for _, term := range follow.Terms {
		if term.ID == "" {
			term.ID = data.TermID(tx.NewID())
		}
		if err := tx.Terms.Put(term); err != nil {
			return err
		}
	}
	for _, seat := range follow.Seats {
		if seat.ID == "" {
			seat.ID = data.SeatID(tx.NewID())
		}
		if err := tx.Seats.Put(seat); err != nil {
			return err
		}
	}
	c.Status, c.DeclaredAt, c.Balance = data.ResultDeclared, at, balance
	return tx.Contests.Put(c)
}

// clearContest takes a contest's ballots away with it.
func (tx *Tx) clearContest(before, after *data.Contest) error {
	if after != nil || before == nil {
		return nil
	}
	typed, err := tx.Ballots.Of(before.ID)
	if err != nil {
		return err
	}
	for _, b := range typed {
		if err := tx.Ballots.Delete(b.ID); err != nil {
			return err
		}
	}
	return nil
}
