package motions

import (
	"errors"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Draft is a motion being logged or edited.
type Draft struct {
	ID       data.MotionID // "" for a new one
	Revision int
	Title    string
	Text     string
	Mover    parts.Who
	Seconder parts.Who
	Received data.Date
	Meeting  data.MeetingID // "" for none yet
}

// NewDraft is an empty motion, received today, for the next meeting.
func (m *Model) NewDraft() Draft {
	d := Draft{Received: m.today()}
	for _, x := range m.coming {
		if !x.Date.Before(m.today()) && x.Kind != data.Executive {
			d.Meeting = x.ID
			break
		}
	}
	return d
}

// Draft returns the motion that is chosen, to be edited. ok is false when none is, or it is disposed of.
func (m *Model) Draft() (d Draft, ok bool) {
	x, ok := m.motion(m.chosen)
	if !ok || x.Status == data.DisposedOf {
		return Draft{}, false
	}
	return Draft{
		ID: x.ID, Revision: x.Revision, Title: x.Title, Text: x.Text, Mover: parts.Who{ID: x.Mover}, Seconder: parts.Who{ID: x.Seconder},
		Received: x.Received, Meeting: x.Meeting,
	}, true
}

// Meetings returns the meetings that a motion can go to, with what a choice shows for each.
func (m *Model) Meetings(now data.MeetingID) (ids []data.MeetingID, names []string) {
	for _, x := range m.coming {
		ids, names = append(ids, x.ID), append(names, x.Heading())
	}
	if x, ok := m.meetings[now]; ok && !slices.Contains(ids, now) {
		ids, names = append(ids, now), append(names, x.Heading())
	}
	return ids, names
}

// Log puts a motion into the book under the next reference of its year, or keeps what was edited. The text of a new
// motion is kept as it was submitted, whatever becomes of it after. It returns the motion with its reference.
func (m *Model) Log(d Draft) (id data.MotionID, line string, err error) {
	what := "log the motion " + strings.TrimSpace(d.Title)
	if x, ok := m.motion(d.ID); ok {
		what = "edit " + x.Ref
	}
	var ref string
	err = m.book.Change(what, func(tx *book.Tx) error {
		x, err := m.logged(tx, d)
		if err != nil {
			return err
		}
		id, ref = x.ID, x.Ref
		return tx.Motions.Put(x)
	})
	if d.ID != "" {
		return id, ref + " edited.", err
	}
	return id, "Motion logged as " + ref + ".", err
}

// logged is the motion as it will be stored.
func (m *Model) logged(tx *book.Tx, d Draft) (x data.Motion, err error) {
	if d.ID != "" {
		if x, err = tx.Motions.Get(d.ID); err != nil {
			return x, err
		}
		if x.Status == data.DisposedOf {
			return x, data.NewProblem(x.Ref+" was disposed of since. Its words stay as the meeting had them.", errors.New("motions: edit of a motion disposed of"))
		}
		x.Revision = d.Revision
	} else {
		x = data.Motion{ID: data.MotionID(tx.NewID()), Submitted: strings.TrimSpace(d.Text), Status: data.Received}
	}
	x.Title, x.Text, x.Received = strings.Join(strings.Fields(d.Title), " "), strings.TrimSpace(d.Text), d.Received
	if x.Mover, err = somebody(tx, d.Mover); err != nil {
		return x, err
	}
	if x.Seconder, err = somebody(tx, d.Seconder); err != nil {
		return x, err
	}
	if err := x.Validate(); err != nil {
		return x, err // before a number is taken
	}
	if err := putOn(tx, &x, d.Meeting); err != nil {
		return x, err
	}
	if x.Ref == "" {
		x.Ref, err = tx.NextRef("M", m.yearOf(x))
	}
	return x, err
}

// yearOf is the year in whose series a motion stands: that of its meeting, else of the day it came in.
func (m *Model) yearOf(x data.Motion) int {
	if meeting, ok := m.meetings[x.Meeting]; ok {
		return meeting.Date.Year()
	}
	if !x.Received.IsZero() {
		return x.Received.Year()
	}
	return m.today().Year()
}

func somebody(tx *book.Tx, w parts.Who) (data.PersonID, error) {
	if w.IsZero() {
		return "", nil
	}
	return tx.Member(w.ID, w.Name)
}

// putOn puts a motion on the agenda of a meeting, under its item for motions where there is one, or takes it off.
// A motion that the meeting has taken up already stays where it is.
func putOn(tx *book.Tx, x *data.Motion, meeting data.MeetingID) error {
	if x.Meeting == meeting && (meeting == "" || x.Item != "") || x.Status == data.Moved || x.Status == data.Seconded {
		return nil
	}
	x.Meeting, x.Item, x.Status = meeting, "", data.Received
	if meeting == "" {
		return nil
	}
	x.Status = data.OnAgenda
	items, err := tx.Items.Of(meeting)
	for _, item := range items {
		if item.Kind == data.ItemMotions {
			x.Item = item.ID
			break
		}
	}
	return err
}

// Split reads several motions from a pasted text. With blank lines between them the first line of each is its title
// and the rest its text; otherwise each line is a title. Bullets and numbers before a title are left out.
func Split(text string) []Draft {
	paragraphs := data.Paragraphs(text)
	if len(paragraphs) == 1 {
		paragraphs = strings.Split(paragraphs[0], "\n")
	}
	var drafts []Draft
	for _, p := range paragraphs {
		title, rest, _ := strings.Cut(p, "\n")
		if title = plainTitle(title); title != "" {
			drafts = append(drafts, Draft{Title: title, Text: strings.TrimSpace(rest)})
		}
	}
	return drafts
}

func plainTitle(s string) string {
	s = strings.TrimLeft(strings.TrimSpace(s), "-–•*· \t")
	number, rest, ok := strings.Cut(s, " ")
	if ok && strings.TrimRight(number, ".)") != number && strings.Trim(number, "0123456789.)") == "" {
		s = rest
	}
	return strings.Join(strings.Fields(s), " ")
}

// LogAll logs several motions as one Change, received on a day (zero where it is not known) and for a meeting.
func (m *Model) LogAll(drafts []Draft, received data.Date, meeting data.MeetingID) (line string, err error) {
	if len(drafts) == 0 {
		return "", data.NewProblem("There is no motion in what was pasted. Paste one title a line, or motions with a blank line between them.", nil)
	}
	n := data.NumberOf(len(drafts), "open motion", "open motions")
	err = m.book.Change("log "+n, func(tx *book.Tx) error {
		for _, d := range drafts {
			d.Received, d.Meeting = received, meeting
			x, err := m.logged(tx, d)
			if err != nil {
				return err
			}
			if err := tx.Motions.Put(x); err != nil {
				return err
			}
		}
		return nil
	})
	return data.Capital(n) + " logged.", err
}

// Settlements are the outcomes that a motion can have without a vote, in the order that a choice shows them.
func Settlements() []data.Outcome {
	return []data.Outcome{data.Withdrawn, data.Remitted, data.NotReached, data.Deferred, data.FellNoSeconder}
}

// Settle records what became of the motion that is chosen without a vote. note completes it: to whom it was remitted,
// until when it is deferred.
func (m *Model) Settle(outcome data.Outcome, note string) (line string, err error) {
	chosen, ok := m.motion(m.chosen)
	if !ok || !slices.Contains(Settlements(), outcome) {
		return "", data.NewProblem("Choose the motion, and what became of it.", errors.New("motions: nothing to settle"))
	}
	note = strings.TrimSpace(note)
	if outcome == data.Remitted && note == "" {
		return "", data.NewProblem("Type to whom it was remitted, such as the executive.", nil)
	}
	err = m.book.Change("record "+chosen.Ref+" as "+string(outcome), func(tx *book.Tx) error {
		x, err := tx.Motions.Get(chosen.ID)
		if err != nil {
			return err
		}
		if x.Status == data.DisposedOf {
			return data.NewProblem(x.Ref+" was disposed of since. Look again.", errors.New("motions: settled twice"))
		}
		x.Status, x.Outcome, x.OutcomeNote = data.DisposedOf, outcome, note
		return tx.Motions.Put(x)
	})
	return "Motion " + chosen.Ref + " recorded as " + string(outcome) + ".", err
}

// takenAgain says whether a motion was put off and may come back.
func takenAgain(o data.Outcome) bool {
	return o == data.NotReached || o == data.Deferred || o == data.Remitted
}

// TakeAgain opens the motion that is chosen once more, after it was deferred, remitted or not reached. It then has no
// meeting until it is put on an agenda.
func (m *Model) TakeAgain() (line string, err error) {
	chosen, ok := m.motion(m.chosen)
	if !ok || !takenAgain(chosen.Outcome) {
		return "", data.NewProblem("Choose a motion that was deferred, remitted or not reached.", errors.New("motions: nothing to take again"))
	}
	err = m.book.Change("take up "+chosen.Ref+" again", func(tx *book.Tx) error {
		x, err := tx.Motions.Get(chosen.ID)
		if err != nil {
			return err
		}
		x.Status, x.Outcome, x.OutcomeNote, x.Vote = data.Received, data.Undecided, "", ""
		x.Meeting, x.Item, x.At = "", "", data.Time{}
		return tx.Motions.Put(x)
	})
	return chosen.Ref + " is open again.", err
}
