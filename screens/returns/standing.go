package returns

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A standing is how one return stands: when it last left the book, and whether that is still how things are.
type standing struct {
	last     data.Paper // the zero Paper when it never left
	wanted   bool       // there is something to send
	due      bool       // the branch owes it
	changed  bool       // since the last one
	outdated bool       // the last one was of another year
	next     string     // when it is next due; "" for a return that goes when it has changed
	counted  string     // what changed: "1 in, 2 out"; "" where that is not known
	// numbered says that its versions are counted for the recipient.
	numbered bool
	columns  string // "5 columns, 2 personal"
	private  bool
}

// waits says whether the secretary has something to do about it.
func (s standing) waits() bool {
	return s.wanted && s.due && (!s.sent() || s.outdated) || s.sent() && s.changed
}

func (s standing) sent() bool { return s.last.ID != "" }

// mark is the chip of the card.
func (s standing) mark() parts.Mark {
	switch {
	case !s.wanted && !s.sent():
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "Nothing to send"}
	case (!s.sent() || s.outdated) && s.due:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "To export"}
	case !s.sent() || s.outdated:
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "Nothing due"}
	case s.changed && s.numbered:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: fmt.Sprintf("v%d ready", s.last.Version+1)}
	case s.changed:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "Changed"}
	}
	return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Up to date"}
}

// lastWords say when the last one was exported: "Last exported 16 February, version 1".
func (s standing) lastWords(today data.Date, zone *time.Location) string {
	if !s.sent() {
		return "Never exported"
	}
	words := "Last exported " + data.DateOf(s.last.Made.In(zone)).ShortNear(today)
	if s.numbered {
		words += fmt.Sprintf(", version %d", s.last.Version)
	}
	return words
}

// sinceWords say what changed: "Since then: 1 in, 2 out".
func (s standing) sinceWords() string {
	switch {
	case s.next != "":
		return s.next
	case !s.sent():
		return ""
	case s.counted != "":
		return "Since then: " + s.counted
	case s.changed:
		return "Changed since then"
	}
	return "Nothing changed since"
}

// tableStanding says how the spreadsheet of a card stands. last is the last meeting that was held.
func (m *Model) tableStanding(r *book.Reading, k Kind, last data.Meeting) (standing, error) {
	kind := looks[k].paper
	if k == DelegatesReturn && m.body == "" || k == AttendanceReturn && last.ID == "" {
		return standing{}, nil
	}
	doc, _, err := r.LaidOut(kind, m.tableOrder(kind, last.ID))
	if err != nil {
		return standing{}, err
	}
	return m.standingOf(r, doc, last)
}

// standingOf compares a spreadsheet with the last that went. Where the rows of that one were not kept, a meeting's people
// and its revision, which is the number of a Change, tell what came later.
func (m *Model) standingOf(r *book.Reading, doc data.TableDoc, meeting data.Meeting) (standing, error) {
	k, _ := data.TableKindOf(doc.Kind)
	s := standing{numbered: k.Versioned, wanted: k.OfMeeting || slices.ContainsFunc(doc.Rows, func(row data.TableRow) bool { return !row.Vacant })}
	s.columns, s.private = columnWords(doc.Columns)
	paper, sent, err := r.Papers.Last(doc.Kind, doc.Subject)
	if err != nil || !sent {
		return s, err
	}
	s.last = paper
	changes := doc.Changes
	if went, kept := paper.AsSent(m.now().Location()); kept {
		changes = doc.ChangesSince(went)
	} else if k.OfMeeting {
		s.changed = doc.People() != paper.People || meeting.Revision > paper.Revision
		return s, nil
	}
	s.changed, s.counted = len(changes) > 0, data.ChangesInWords(changes)
	return s, nil
}

// minutesStanding says how the minutes of a meeting stand: changed when something in them was altered after they were
// exported.
func minutesStanding(r *book.Reading, m data.Meeting) (standing, error) {
	s := standing{wanted: m.ID != "", due: true, numbered: true}
	if !s.wanted {
		return s, nil
	}
	var err error
	if s.last, _, err = r.Papers.Last(data.MinutesPaper, data.ID(m.ID)); err != nil || !s.sent() {
		return s, err
	}
	latest, err := latestRevision(r, m)
	s.changed = latest > s.last.Revision
	return s, err
}

// reportStanding says how the report of the year stands: it is due by an annual general meeting that is planned, and one
// that was made before the last such meeting is of another year.
func (m *Model) reportStanding(r *book.Reading) (standing, error) {
	s := standing{}
	meetings, err := r.Meetings.All()
	if err != nil {
		return s, err
	}
	var began data.Date // the year
	for _, x := range meetings {
		agm := x.Kind == data.AGM && !x.Off()
		switch {
		case x.Status == data.Closed:
			s.wanted = true
			if agm {
				began = x.Date
			}
		case agm && x.Status == data.Planned && !x.Date.Before(m.today()) && !s.due:
			s.due, s.next = true, "Next due by the annual general meeting, "+x.Date.ShortNear(m.today())
		}
	}
	if !s.wanted {
		return standing{}, nil
	}
	if s.next == "" {
		s.next = "Next due by the next annual general meeting"
	}
	s.last, _, err = r.Papers.Last(data.AnnualReport, "")
	s.outdated = s.sent() && data.DateOf(s.last.Made.In(m.now().Location())).Before(began)
	return s, err
}

// latestRevision is the number of the last Change to a meeting, its agenda, its minutes, decisions or votes. Motions
// and actions go on changing after the meeting, which does not alter its minutes.
func latestRevision(r *book.Reading, m data.Meeting) (int, error) {
	latest := m.Revision
	items, err := r.Items.Of(m.ID)
	if err != nil {
		return 0, err
	}
	for _, item := range items {
		latest = max(latest, item.Revision)
		blocks, err := r.Blocks.Of(item.ID)
		if err != nil {
			return 0, err
		}
		for _, b := range blocks {
			latest = max(latest, b.Revision)
		}
	}
	decisions, err := r.Decisions.Of(m.ID)
	votes, errVotes := r.Votes.Of(m.ID)
	for _, d := range decisions {
		latest = max(latest, d.Revision)
	}
	for _, v := range votes {
		latest = max(latest, v.Revision)
	}
	return latest, errors.Join(err, errVotes)
}

// body finds whom a delegate return is about; the zero Body when there is none, and under the all-members structure,
// where nobody is a delegate.
func body(r *book.Reading) (data.Body, error) {
	branch, err := r.Branch()
	if err != nil || branch.Structure == data.AllMembers {
		return data.Body{}, err
	}
	found, err := r.Bodies.Where(data.Body.IsGeneralCommittee)
	if err != nil || len(found) == 0 {
		return data.Body{}, err
	}
	return found[0], nil
}
