package book

import "branchbook/data"

// ContestPapers gathers what the papers of one contest rest on. When no contest has the id, the error wraps ErrNotFound.
func (r *Reading) ContestPapers(id data.ContestID) (data.ContestPaperInput, error) {
	c, err := r.Contests.Get(id)
	if err != nil {
		return data.ContestPaperInput{}, err
	}
	g := gathering{}
	in := data.ContestPaperInput{
		Contest: c,
		Branch:  got(&g, r.Branch),
		Tally:   got(&g, func() (data.Tally, error) { return r.Tally(c) }),
		People:  got(&g, r.People.Names),
	}
	if has := got(&g, func() (bool, error) { return r.Meetings.Has(c.Meeting) }); has {
		evening := got(&g, func() (data.Evening, error) { return r.Evening(c.Meeting) })
		in.Meeting, in.Quorum, in.Voters = evening.Meeting, evening.Quorum(), evening.VotersPresent()
	}
	return in, g.err
}
