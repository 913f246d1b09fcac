package book

import (
	"slices"
	"time"

	"branchbook/data"
)

// Evening gathers one meeting with all that was recorded at it, for its papers and for the screens that show them.
func (r *Reading) Evening(meeting data.MeetingID) (data.Evening, error) {
	m, err := r.Meetings.Get(meeting)
	if err != nil {
		return data.Evening{}, err
	}
	g := gathering{}
	e := data.Evening{
		Meeting:   m,
		Branch:    got(&g, r.Branch),
		Items:     got(&g, func() ([]data.AgendaItem, error) { return r.Items.Of(meeting) }),
		Blocks:    map[data.ItemID][]data.Block{},
		Register:  got(&g, func() (data.Register, error) { return r.Events.Of(meeting) }),
		Decisions: byID(decisions, got(&g, func() ([]data.Decision, error) { return r.Decisions.Of(meeting) })),
		Actions:   byID(actions, got(&g, func() ([]data.Action, error) { return r.Actions.Of(meeting) })),
		Motions:   byID(motions, got(&g, func() ([]data.Motion, error) { return r.Motions.Of(meeting) })),
		Votes:     byID(votes, got(&g, func() ([]data.Vote, error) { return r.Votes.Of(meeting) })),
		People:    got(&g, r.People.Names),
		Posts:     got(&g, r.Posts.All),
		Terms:     got(&g, r.Terms.All),
		Rules:     got(&g, func() (data.Rules, error) { return r.Rules(m.Date) }),
		Next:      got(&g, func() (*data.Meeting, error) { return r.after(m) }),
		LastList:  got(&g, func() (*data.ListImport, error) { return r.LastList(m.Date) }),

		Letters:     byID(letters, got(&g, func() ([]data.Letter, error) { return r.Letters.Of(meeting) })),
		Canvasses:   byID(canvasses, got(&g, func() ([]data.Canvass, error) { return r.Canvasses.Of(meeting) })),
		Amendments:  map[data.MotionID][]data.Amendment{},
		Corrections: got(&g, func() ([]data.Correction, error) { return r.Corrections.Of(meeting) }),
		Approval: got(&g, func() (data.Approval, error) {
			a, _, err := r.Approvals.Of(meeting)
			return a, err
		}),
	}
	e.Contests, e.Tallies = map[data.ContestID]data.Contest{}, map[data.ContestID]data.Tally{}
	for _, c := range got(&g, func() ([]data.Contest, error) { return r.Contests.Of(meeting) }) {
		e.Contests[c.ID] = c
		e.Tallies[c.ID] = got(&g, func() (data.Tally, error) { return r.Tally(c) })
	}
	e.Seal = r.s.book.sealOf(e.Approval)
	for _, item := range e.Items {
		e.Blocks[item.ID] = got(&g, func() ([]data.Block, error) { return r.Blocks.Of(item.ID) })
		for _, block := range e.Blocks[item.ID] {
			g.keep(r.pointedAt(&e, block))
		}
	}
	for motion := range e.Motions {
		e.Amendments[motion] = got(&g, func() ([]data.Amendment, error) { return r.Amendments.Of(motion) })
	}
	return e, g.err
}

// pointedAt adds what a block points at, which may have moved to a later meeting since. One that is gone is left out.
func (r *Reading) pointedAt(e *data.Evening, block data.Block) error {
	switch block.Kind {
	case data.BlockDecision:
		return add(e.Decisions, r.Decisions.Records, data.DecisionID(block.Record))
	case data.BlockAction:
		return add(e.Actions, r.Actions.Records, data.ActionID(block.Record))
	case data.BlockMotion:
		return add(e.Motions, r.Motions.Records, data.MotionID(block.Record))
	case data.BlockLetter:
		return add(e.Letters, r.Letters.Records, data.LetterID(block.Record))
	case data.BlockCanvass:
		return add(e.Canvasses, r.Canvasses.Records, data.CanvassID(block.Record))
	case data.BlockContest:
		return r.contestAt(e, data.ContestID(block.Record))
	case data.BlockVote:
		if err := add(e.Votes, r.Votes.Records, data.VoteID(block.Record)); err != nil {
			return err
		}
		if motion := e.Votes[data.VoteID(block.Record)].Motion; motion != "" {
			return add(e.Motions, r.Motions.Records, motion)
		}
	}
	return nil
}

// contestAt adds a contest that was held over to a later meeting since.
func (r *Reading) contestAt(e *data.Evening, id data.ContestID) error {
	if _, there := e.Contests[id]; there {
		return nil
	}
	if err := add(e.Contests, r.Contests.Records, id); err != nil {
		return err
	}
	c, there := e.Contests[id]
	if !there {
		return nil
	}
	t, err := r.Tally(c)
	e.Tallies[id] = t
	return err
}

func add[T any, I ~string](to map[I]T, from Records[T, I], id I) error {
	if _, there := to[id]; there {
		return nil
	}
	has, err := from.Has(id)
	if err != nil || !has {
		return err
	}
	to[id], err = from.Get(id)
	return err
}

// LastList returns the newest membership list on a date, and nil when there is none.
func (r *Reading) LastList(on data.Date) (*data.ListImport, error) {
	lists, err := r.Imports.Where(func(l data.ListImport) bool { return !l.AsAt.After(on) })
	if err != nil || len(lists) == 0 {
		return nil, err
	}
	return &lists[len(lists)-1], nil
}

// after returns the meeting of the branch that follows one, and nil when none is planned. The executive's meetings
// follow each other.
func (r *Reading) after(m data.Meeting) (*data.Meeting, error) {
	executive := m.Kind == data.Executive
	later, err := r.Meetings.Where(func(x data.Meeting) bool {
		return x.Date.After(m.Date) && !x.Off() && (x.Kind == data.Executive) == executive
	})
	if err != nil || len(later) == 0 {
		return nil, err
	}
	return &later[0], nil
}

// DelegateReturn works out the return of a body as at a date, of the branch's own seats, under the body's own rules where it
// has any. Columns are the keys of those wanted; nil for the default ones. Its version is one more than that of the last
// delegate return about the body in the sharing log, and it says what changed since that one went.
func (r *Reading) DelegateReturn(body data.BodyID, asAt data.Date, columns []string) (data.DelegateReturnDoc, error) {
	in, err := r.delegation(body, asAt)
	if err != nil {
		return data.DelegateReturnDoc{}, err
	}
	in.Columns, in.Version = columns, 1
	last, sent, err := r.Papers.Last(data.DelegateReturn, data.ID(body))
	if err != nil {
		return data.DelegateReturnDoc{}, err
	}
	if sent {
		previous, err := r.delegatesAsSent(body, last, columns)
		if err != nil {
			return data.DelegateReturnDoc{}, err
		}
		in.Version, in.Previous = last.Version+1, &previous
	}
	return data.NewDelegateReturn(in), nil
}

// delegatesAsSent is a return as it went. The rows of the first returns were not kept: what they held is worked out from
// the delegation as it stood on their day.
func (r *Reading) delegatesAsSent(body data.BodyID, p data.Paper, columns []string) (data.SentVersion, error) {
	sent, kept := p.AsSent(r.zone())
	if kept {
		return sent, nil
	}
	then, err := r.delegation(body, sent.AsAt)
	if err != nil {
		return data.SentVersion{}, err
	}
	then.Columns, then.Version = columns, p.Version
	return data.NewDelegateReturn(then).TableDoc().AsSent(), nil
}

// zone is where the secretary is.
func (r *Reading) zone() *time.Location { return r.s.book.o.Now().Location() }

// delegation gathers what a return of a body rests on.
func (r *Reading) delegation(body data.BodyID, asAt data.Date) (data.DelegateInput, error) {
	to, err := r.Bodies.Get(body)
	if err != nil {
		return data.DelegateInput{}, err
	}
	g := gathering{}
	own := func() ([]data.Seat, error) {
		all, err := r.Seats.Of(body)
		return data.OwnSeats(all), err
	}
	inForce := func() (data.Rules, error) {
		rules, err := r.Rules(asAt)
		return to.UnderRules(rules), err
	}
	in := data.DelegateInput{
		Body:        to,
		AsAt:        asAt,
		Branch:      got(&g, r.Branch),
		Seats:       got(&g, own),
		People:      got(&g, r.People.Names),
		Rules:       got(&g, inForce),
		Meetings:    got(&g, r.Meetings.All),
		Chair:       got(&g, func() (string, error) { return r.holder("Chair", asAt) }),
		Secretary:   got(&g, func() (string, error) { return r.holder("Secretary", asAt) }),
		MembersAsAt: asAt,
	}
	list := got(&g, func() (*data.ListImport, error) { return r.LastList(asAt) })
	if list != nil {
		in.Members, in.MembersAsAt = list.Counts, list.AsAt
	} else {
		in.Members = data.CountMembers(got(&g, r.People.All), asAt)
	}
	if in.Secretary == "" {
		in.Secretary = in.Branch.Secretary
	}
	return in, g.err
}

// holder names who has a post on a date; "" for nobody.
func (r *Reading) holder(post string, on data.Date) (string, error) {
	named, err := r.Posts.Where(func(p data.Post) bool { return data.Fold(p.Name) == data.Fold(post) })
	if err != nil {
		return "", err
	}
	terms, err := r.Terms.On(on)
	if err != nil {
		return "", err
	}
	for _, t := range terms {
		if slices.ContainsFunc(named, func(p data.Post) bool { return p.ID == t.Post }) {
			names, err := r.People.Names()
			return names.Name(t.Person), err
		}
	}
	return "", nil
}

// A gathering remembers the first error of several readings.
type gathering struct{ err error }

func (g *gathering) keep(err error) {
	if g.err == nil {
		g.err = err
	}
}

func got[T any](g *gathering, read func() (T, error)) T {
	v, err := read()
	g.keep(err)
	return v
}

func byID[T any, I ~string](k *kind[T, I], list []T) map[I]T {
	m := make(map[I]T, len(list))
	for _, r := range list {
		m[k.id(r)] = r
	}
	return m
}
