package meetings

import (
	"branchbook/data"
	"branchbook/data/book"
)

// tell adds what the book knows about one item: where it wrote itself from, who speaks, and what is listed under it.
func (row *agendaRow) tell(item data.AgendaItem, agenda []data.AgendaItem, written []data.Written) {
	own := map[data.Source]bool{}
	for _, a := range agenda {
		own[a.From] = true
	}
	var listed []data.Written
	for _, w := range written {
		switch {
		case w.From == item.From:
			row.note = w.Note
		case w.Listed && !own[w.From] && listedUnder(agenda, w) == item.ID:
			listed = append(listed, w)
		}
	}
	if s := item.Speaker; s != nil {
		row.about = joined(row.about, commas(s.Name, s.From)+colon(s.Topic))
	}
	if item.Confidential {
		row.about = joined("Confidential: public minutes leave it out", row.about)
	}
	row.about = joined(row.about, data.ListedWords(listed))
	for _, w := range listed {
		row.listed = append(row.listed, w.From)
	}
	if !item.From.IsZero() && item.Under == "" {
		row.about, row.note = joined(row.about, row.note), ""
	}
}

func colon(topic string) string {
	if topic == "" {
		return ""
	}
	return ": " + topic
}

// listedUnder is the item that something is listed under: of reports the delegates' own, and matters arising where the
// agenda has nothing nearer.
func listedUnder(agenda []data.AgendaItem, w data.Written) data.ItemID {
	if w.Under == data.ItemReport {
		for _, a := range agenda {
			if a.From.Kind == data.FromSeat {
				return a.ID
			}
		}
	}
	for _, kind := range []data.ItemKind{w.Under, data.ItemMatters} {
		for _, a := range agenda {
			if a.Kind == kind && a.Under == "" {
				return a.ID
			}
		}
	}
	return ""
}

// passedBy are the meetings before this one that are over, or will not be held: what they did not take is open again.
func passedBy(r *book.Reading, m data.Meeting) (map[data.MeetingID]data.Date, error) {
	over, err := r.Meetings.Where(func(o data.Meeting) bool {
		return o.ID != m.ID && (o.Status == data.Closed && !o.Date.After(m.Date) || o.Status == data.Cancelled)
	})
	passed := map[data.MeetingID]data.Date{}
	for _, o := range over {
		passed[o.ID] = o.Date
	}
	return passed, err
}

// canTake says whether the meeting may take a motion that is on no agenda, or on that of a meeting that did not come to it.
func canTake(m data.Meeting, mo data.Motion, passed map[data.MeetingID]data.Date) bool {
	if mo.Outcome != data.Undecided || m.Kind == data.Executive {
		return false
	}
	switch mo.Status {
	case data.Received, data.Late, data.HeldOver:
		_, missed := passed[mo.Meeting]
		return mo.Meeting == "" || missed
	case data.OnAgenda:
		_, missed := passed[mo.Meeting]
		return missed
	}
	return false
}
