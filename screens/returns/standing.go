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
	last    data.Paper // the zero Paper when it never left
	wanted  bool       // there is something to send
	changed bool       // since the last one
}

// waits says whether the secretary has something to do about it.
func (s standing) waits() bool { return s.wanted && (s.last.ID == "" || s.changed) }

func (s standing) sent() bool { return s.last.ID != "" }

// mark is the chip of the card.
func (s standing) mark() parts.Mark {
	switch {
	case !s.wanted:
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "Nothing to send"}
	case !s.sent():
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "To export"}
	case s.changed:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: fmt.Sprintf("v%d ready", s.last.Version+1)}
	}
	return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Up to date"}
}

// lastWords say when the last one was exported: "Last exported 16 February, version 1".
func (s standing) lastWords(today data.Date, zone *time.Location) string {
	if !s.sent() {
		return "Never exported"
	}
	return fmt.Sprintf("Last exported %s, version %d", data.DateOf(s.last.Made.In(zone)).ShortNear(today), s.last.Version)
}

// lastPaper returns the newest paper of a kind about a subject; the zero Paper when there is none.
func lastPaper(r *book.Reading, kind data.PaperKind, subject data.ID) (data.Paper, error) {
	all, err := r.Papers.Of(kind, subject)
	if err != nil || len(all) == 0 {
		return data.Paper{}, err
	}
	return all[len(all)-1], nil
}

// delegateStanding says how the return of a body stands. A seat that was recorded or altered after the last return, or
// began or ended since its day, is a change. Revisions are numbers of Changes, so that they tell what came later.
func delegateStanding(r *book.Reading, body data.BodyID, today data.Date, zone *time.Location) (standing, error) {
	if body == "" {
		return standing{}, nil
	}
	seats, err := r.Seats.Of(body)
	if err != nil {
		return standing{}, err
	}
	s := standing{wanted: len(seats) > 0}
	if s.last, err = lastPaper(r, data.DelegateReturn, data.ID(body)); err != nil || !s.sent() {
		return s, err
	}
	sent := data.DateOf(s.last.Made.In(zone))
	s.changed = slices.ContainsFunc(seats, func(x data.Seat) bool {
		return x.Revision > s.last.Revision || x.HeldOn(sent) != x.HeldOn(today)
	})
	return s, nil
}

// attendanceStanding says how the attendance return of a meeting stands. Lines of a register bear no revision, so it
// goes by how many people are on it.
func attendanceStanding(r *book.Reading, m data.Meeting) (standing, error) {
	s := standing{wanted: m.ID != ""}
	if !s.wanted {
		return s, nil
	}
	var err error
	if s.last, err = lastPaper(r, data.AttendancePaper, data.ID(m.ID)); err != nil || !s.sent() {
		return s, err
	}
	register, err := r.Events.Of(m.ID)
	people := 0
	for _, a := range register.Attendance() {
		if a.Person != "" {
			people++
		}
	}
	s.changed = people != s.last.People || m.Revision > s.last.Revision
	return s, err
}

// minutesStanding says how the minutes of a meeting stand: changed when something in them was altered after they were
// exported.
func minutesStanding(r *book.Reading, m data.Meeting) (standing, error) {
	s := standing{wanted: m.ID != ""}
	if !s.wanted {
		return s, nil
	}
	var err error
	if s.last, err = lastPaper(r, data.MinutesPaper, data.ID(m.ID)); err != nil || !s.sent() {
		return s, err
	}
	latest, err := latestRevision(r, m)
	s.changed = latest > s.last.Revision
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
	found, err := r.Bodies.Where(func(b data.Body) bool { return b.Name == data.GeneralCommittee })
	if err != nil || len(found) == 0 {
		return data.Body{}, err
	}
	return found[0], nil
}
