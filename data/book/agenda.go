package book

import (
	"slices"

	"branchbook/data"
)

// AgendaInput gathers what can belong on a meeting's agenda, as seen on a day. When there is no such meeting, the error
// wraps ErrNotFound.
func (r *Reading) AgendaInput(meeting data.MeetingID, today data.Date) (data.AgendaInput, error) {
	m, err := r.Meetings.Get(meeting)
	if err != nil {
		return data.AgendaInput{}, err
	}
	g := gathering{}
	in := data.AgendaInput{
		Meeting: m, Today: today,
		Branch:      got(&g, r.Branch),
		Rules:       got(&g, func() (data.Rules, error) { return r.Rules(m.Date) }),
		Meetings:    got(&g, r.Meetings.All),
		Items:       got(&g, r.Items.All),
		Decisions:   got(&g, r.Decisions.All),
		Actions:     got(&g, r.Actions.Open),
		Motions:     got(&g, r.Motions.All),
		Forwardings: got(&g, r.Forwardings.Waiting),
		Letters:     got(&g, r.Letters.Waiting),
		Approvals:   got(&g, r.Approvals.All),
		Corrections: got(&g, r.Corrections.All),
		Posts:       got(&g, r.Posts.All),
		Terms:       got(&g, r.Terms.All),
		Bodies:      got(&g, r.Bodies.All),
		Seats:       got(&g, r.Seats.All),
		Contests:    got(&g, r.Contests.All),
		People:      got(&g, r.People.Names),
	}
	if list := got(&g, func() (*data.ListImport, error) { return r.LastList(today) }); list != nil {
		in.Members, in.MembersAsAt = list.Counts.Members, list.AsAt
	}
	return in, g.err
}

// WriteAgenda brings the agenda of a planned meeting up to date with the book: what data.WriteAgenda finds is put in,
// and what is settled taken out. It returns what was put in, in a sentence; "" for nothing. A meeting that is not
// planned keeps its agenda.
func (tx *Tx) WriteAgenda(meeting data.MeetingID) (news string, err error) {
	in, err := tx.AgendaInput(meeting, tx.Today())
	if err != nil || in.Meeting.Status != data.Planned {
		return "", err
	}
	before, err := tx.Items.Of(meeting)
	if err != nil {
		return "", err
	}
	written := data.WriteAgenda(in)
	after := data.ReviseAgenda(in.Meeting, before, written, func() data.ItemID { return data.ItemID(tx.NewID()) })
	for _, item := range after {
		if err := tx.Items.Put(item); err != nil {
			return "", err
		}
	}
	for _, item := range before {
		if slices.ContainsFunc(after, func(a data.AgendaItem) bool { return a.ID == item.ID }) {
			continue
		}
		if err := tx.Items.Delete(item.ID); err != nil {
			return "", err
		}
	}
	if err := tx.hangMotions(in, after); err != nil {
		return "", err
	}
	return data.AgendaNews(before, after, written), tx.hangContests(in, after)
}

// hangContests gives the meeting the contests that were held over to it, and puts each of its contests under the item it
// belongs to, unless it is under one already.
func (tx *Tx) hangContests(in data.AgendaInput, agenda []data.AgendaItem) error {
	for _, c := range in.Contests {
		back := slices.IndexFunc(agenda, func(a data.AgendaItem) bool {
			return a.From == data.Source{Kind: data.FromContest, Record: data.ID(c.ID)}
		})
		switch {
		case c.Over():
			continue
		case back >= 0:
			c = in.TakeOver(c, agenda[back].ID)
		case c.Meeting != in.Meeting.ID || slices.ContainsFunc(agenda, func(a data.AgendaItem) bool { return a.ID == c.Item }):
			continue
		default:
			c.Item = ContestItem(data.Contest{Kind: c.Kind, Post: c.Post, Body: c.Body, Title: c.Title}, agenda)
		}
		if err := tx.Contests.Put(c); err != nil {
			return err
		}
	}
	return nil
}

// hangMotions puts the motions that are for this meeting under its item for motions. One that is late waits until the
// secretary puts it there.
func (tx *Tx) hangMotions(in data.AgendaInput, agenda []data.AgendaItem) error {
	i := slices.IndexFunc(agenda, func(a data.AgendaItem) bool { return a.Kind == data.ItemMotions })
	if i < 0 {
		return nil
	}
	for _, mo := range in.Motions {
		waiting := mo.Status == data.Received || mo.Status == data.HeldOver || mo.Status == data.OnAgenda
		there := slices.ContainsFunc(agenda, func(a data.AgendaItem) bool { return a.ID == mo.Item })
		late := mo.Status != data.OnAgenda && in.Rules.Motions.Judge(mo.Received, in.Meeting.Date).Warning
		if mo.Meeting != in.Meeting.ID || !waiting || there || late {
			continue
		}
		mo.Item, mo.Status = agenda[i].ID, data.OnAgenda
		if err := tx.Motions.Put(mo); err != nil {
			return err
		}
	}
	return nil
}
