package book

import (
	"maps"

	"branchbook/data"
)

// MotionsRegister gathers every motion of the book with what became of it, as at a date. A public register names nobody.
func (r *Reading) MotionsRegister(asAt data.Date, public bool) (data.MotionsRegisterDoc, error) {
	g := gathering{}
	in := data.RegisterInput{
		Branch:      got(&g, r.Branch),
		Motions:     got(&g, r.Motions.All),
		Amendments:  map[data.MotionID][]data.Amendment{},
		Votes:       byID(votes, got(&g, r.Votes.All)),
		Meetings:    byID(meetings, got(&g, r.Meetings.All)),
		Forwardings: got(&g, r.Forwardings.All),
		People:      got(&g, r.People.Names),
		Rules:       got(&g, r.AllRules.All),
		AsAt:        asAt,
		Public:      public,
	}
	for _, a := range got(&g, r.Amendments.All) {
		in.Amendments[a.Motion] = append(in.Amendments[a.Motion], a)
	}
	in.Items = got(&g, func() (map[data.ItemID]string, error) { return r.itemNumbers(in.Motions) })
	return data.MotionsRegister(in), g.err
}

// itemNumbers numbers the items of the meetings at which motions were taken.
func (r *Reading) itemNumbers(motions []data.Motion) (map[data.ItemID]string, error) {
	numbers, read := map[data.ItemID]string{}, map[data.MeetingID]bool{"": true}
	for _, m := range motions {
		if read[m.Meeting] {
			continue
		}
		read[m.Meeting] = true
		agenda, err := r.Items.Of(m.Meeting)
		if err != nil {
			return nil, err
		}
		maps.Copy(numbers, data.NumberItems(agenda))
	}
	return numbers, nil
}

// MotionPaper gathers what the paper of one motion holds, as at a date; named says whether it names who moved it. When no
// motion has the id, the error wraps ErrNotFound.
func (r *Reading) MotionPaper(motion data.MotionID, asAt data.Date, named bool) (data.MotionPaperDoc, error) {
	m, err := r.Motions.Get(motion)
	if err != nil {
		return data.MotionPaperDoc{}, err
	}
	g := gathering{}
	in := data.MotionPaperInput{
		Branch:     got(&g, r.Branch),
		Motion:     m,
		Amendments: got(&g, func() ([]data.Amendment, error) { return r.Amendments.Of(motion) }),
		People:     got(&g, r.People.Names),
		Secretary:  got(&g, func() (string, error) { return r.holder("Secretary", asAt) }),
		AsAt:       asAt,
		Names:      named,
	}
	if has := got(&g, func() (bool, error) { return r.Meetings.Has(m.Meeting) }); has {
		evening := got(&g, func() (data.Evening, error) { return r.Evening(m.Meeting) })
		in.Meeting, in.Quorum = evening.Meeting, evening.Quorum()
	}
	if has := got(&g, func() (bool, error) { return r.Votes.Has(m.Vote) }); has {
		in.Vote = got(&g, func() (data.Vote, error) { return r.Votes.Get(m.Vote) })
	}
	if in.Secretary == "" {
		in.Secretary = in.Branch.Secretary
	}
	return data.NewMotionPaper(in), g.err
}
