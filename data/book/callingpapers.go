package book

import "branchbook/data"

// Calling gathers what the papers before a meeting rest on, as they are made on a day. When no meeting has the id, the
// error wraps ErrNotFound.
func (r *Reading) Calling(meeting data.MeetingID, today data.Date) (data.CallingInput, error) {
	agenda, err := r.AgendaInput(meeting, today)
	if err != nil {
		return data.CallingInput{}, err
	}
	m := agenda.Meeting
	g := gathering{}
	in := data.CallingInput{
		Branch: agenda.Branch, Meeting: m, Rules: agenda.Rules, Posts: agenda.Posts, Terms: agenda.Terms, Today: today,
		Items:     got(&g, func() ([]data.AgendaItem, error) { return r.Items.Of(meeting) }),
		Notes:     map[data.Source]string{},
		Contests:  got(&g, func() ([]data.Contest, error) { return r.Contests.Of(meeting) }),
		People:    got(&g, r.People.All),
		Secretary: got(&g, func() (string, error) { return r.holder("Secretary", m.Date) }),
	}
	for _, w := range data.WriteAgenda(agenda) {
		in.Notes[w.From] = w.Note
	}
	for _, mo := range got(&g, func() ([]data.Motion, error) { return r.Motions.Of(meeting) }) {
		if mo.Item != "" {
			in.Motions = append(in.Motions, mo)
		}
	}
	return in, g.err
}
