package book

import "branchbook/data"

// HeldOn returns who held what on a day: posts in their order, then seats body by body.
func (r *Reading) HeldOn(on data.Date) ([]data.Holding, error) {
	g := gathering{}
	held := data.Held{
		Posts:  got(&g, r.Posts.All),
		Terms:  got(&g, r.Terms.All),
		Bodies: got(&g, r.Bodies.All),
		Seats:  got(&g, r.Seats.All),
	}
	return held.On(on), g.err
}

// EndTerms stores what an annual general meeting ends by itself, as the meeting stands: call it when one is opened, when it
// is settled that it goes on without a quorum, and when it is closed. It returns what ended, a sentence each; nothing for any
// other meeting, nor when nothing is left to end. See data.TermsEnding for what it chooses and why.
func (tx *Tx) EndTerms(meeting data.MeetingID) ([]string, error) {
	m, err := tx.Meetings.Get(meeting)
	if err != nil || m.Kind != data.AGM {
		return nil, err
	}
	g := gathering{}
	terms, seats := got(&g, tx.Terms.All), got(&g, tx.Seats.All)
	e := data.TermsEnding(m, terms, seats, got(&g, tx.Posts.All), got(&g, tx.Bodies.All))
	if g.err != nil {
		return nil, g.err
	}
	for _, t := range e.Terms {
		if err := tx.Terms.Put(t); err != nil {
			return nil, err
		}
	}
	for _, s := range e.Seats {
		if err := tx.Seats.Put(s); err != nil {
			return nil, err
		}
	}
	return e.Words, nil
}

// ElectionsFrom gathers where to look, from a day on, for the meeting that fills a vacancy.
func (r *Reading) ElectionsFrom(on data.Date) (data.ElectionSearch, error) {
	g := gathering{}
	in := data.ElectionSearch{On: on, Meetings: got(&g, r.Meetings.All), Contests: got(&g, r.Contests.All)}
	for _, m := range in.Meetings {
		if m.Status != data.Closed && !m.Date.Before(on) {
			in.Items = append(in.Items, got(&g, func() ([]data.AgendaItem, error) { return r.Items.Of(m.ID) })...)
		}
	}
	return in, g.err
}
